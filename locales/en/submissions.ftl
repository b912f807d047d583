### What UN bodies need, and what was sent to them. WGEID and WGAD are working groups, CED a committee.

button-un = United Nations
button-un-ask = Ask the family
button-un-record = Enter a submission
slip-un = A submission to the United Nations
slip-un-outcome = What came of a submission
ask-un-body = To which body was it sent?
label-un-body = Body
option-un-body-wgeid = WGEID, disappearances
option-un-body-ced = CED, urgent action
option-un-body-wgad = WGAD, arbitrary detention
option-un-body-other = Another body
ask-un-sent = When was it sent?
label-un-sent = Sent
ask-un-number = Which number did it get?
label-un-number = Number
ask-un-papers = What was sent? Words, or the papers themselves.
label-un-papers = What was sent
ask-un-outcome-outcome = What came of it?
label-un-outcome-outcome = What came of it
option-un-outcome-outcome-registered = Registered
option-un-outcome-outcome-asked = They ask for more
option-un-outcome-outcome-transmitted = Passed to the government
option-un-outcome-outcome-refused = Not taken up
option-un-outcome-outcome-closed = Closed there
ask-un-outcome-day = When was that?
label-un-outcome-day = When
ask-un-outcome-reply = What do they write? Words, or the letter.
label-un-outcome-reply = What they write

un-title = <b>United Nations · { $code }</b>
un-short = { $count ->
    [one] { $count } answer short of WGEID
   *[other] { $count } answers short of WGEID
}
un-whole = All six answers that WGEID requires are there.
un-window-unknown = The day of the disappearance is not known well enough to count the three months of the urgent procedure.
un-window-over = The three months of the urgent procedure ended on { $day }. The usual way stays open.
un-window = { $count ->
    [one] The urgent procedure is open until { $day }: { $count } day left.
   *[other] The urgent procedure is open until { $day }: { $count } days left.
}
un-window-range = The urgent procedure ends between { $first } and { $last }, as the day is not known exactly.
label-un-missing = Still missing
un-consent-yes = The family agrees to a submission to the United Nations.
un-consent-no = The family does not agree to a submission to the United Nations. Without its yes nothing is sent.
un-consent-open = The family has not said yet whether it agrees to a submission to the United Nations. Without its yes nothing is sent.
un-ced = Article 30 of the Convention, an urgent action of CED, may be arguable here. This is only a proposal: a lawyer confirms.
label-un-sent-list = What was sent so far
un-asked-on = The family was last asked on { $day }.
un-nobody-to-ask = { $code }: nobody can be asked here who told the report. Please call the family.
un-asked = { $count ->
    [one] The family is asked for { $count } answer.
   *[other] The family is asked for { $count } answers.
}
alert-un-window = { $count ->
    [one] { $code }: the urgent procedure of WGEID is open for { $count } more day.
   *[other] { $code }: the urgent procedure of WGEID is open for { $count } more days.
}

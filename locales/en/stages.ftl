### Where the work on a case stands, for the team and for the family.

case-stage = Our work: { $stage }
work-new = new, nobody is at it yet
work-verifying = being checked
work-active = we work on it
work-waiting = waiting for offices
work-closed = closed
work-merged = joined with another case
case-urgency-soon = This case should not wait long.
case-urgency-now = <b>This case must not wait.</b>
case-merged-into = Joined with { $code }. It is worked on there.
case-merged-here = Joined with this case: { $codes }
case-closed-because = Why it was closed: { $reason }
button-stage = Our work
button-stage-verifying = Check what was told
button-stage-active = Work on it
button-stage-waiting = Wait for offices
button-close-case = Close the case
button-reopen = Open it again
button-merge = Join with another case
button-merged-other = Where it goes on
button-merged-one = Joined: { $code }
button-part = Take them apart again
button-urgency = How urgent

slip-closing = Closing the case
ask-closing-reason = Why does our work on it end?
label-closing-reason = Why
option-closing-reason-found = Found
option-closing-reason-released = Released
option-closing-reason-deceased = Died
option-closing-reason-wish = The family wishes it
option-closing-reason-double = Reported twice
option-closing-reason-no-help = Nothing more we can do
option-closing-reason-other = Another reason
ask-closing-words = Anything the team should know of it later? The family does not read this. What the family should read, you write as a message.
label-closing-words = For the team
slip-merging = Joining two reports of one person
ask-merging-code =
    What is the code of the case in which it goes on, for example K7Q-4M2?

    From then on, whoever follows this case also hears about the other one, and can read what we have written to its family, earlier messages, too. The reports themselves stay with whoever told them.
label-merging-code = Goes on in
slip-urgency = How urgent
ask-urgency-level = How long can this case wait?
label-urgency-level = How urgent
option-urgency-level-calm = As every case
option-urgency-level-soon = Not for long
option-urgency-level-now = Not at all
ask-urgency-why = Why is that so, in a line or two? Whoever looks next reads it.
label-urgency-why = Why

stage-not-from-here = This step cannot be taken from where the case stands now. Please look at it once more.
stage-news-first = There is grave news on this case that has not been told to the family. It must be told by a person first; then the case can be closed or joined.
stage-death-untold = A death can be the reason only after two people have confirmed it and a person has told the family. Please enter it as a claim, and take it from there.
merge-no-code = I could not read a code in this. It has six letters and digits, for example K7Q-4M2, and stands at the top of the case.
merge-unknown-code = There is no case with this code. Perhaps one letter is different; it stands at the top of the other case.
merge-itself = This is the code of this very case. Please give the code of the other one.
merge-into-closed = The case with this code is closed. Please open it again first; then they can be joined.
merge-into-merged = The case with this code was itself joined with another. Please give the code of that one: it stands on its card.

alert-stage = { $code }: somebody moved the work on it to another stage.
alert-closed = { $code } was closed. The family has a message that our work ended.
alert-reopened = { $code } was opened again. The family has a message.
alert-merged = { $code } was joined with { $into }. Whoever followed the one now hears of the other.
alert-parted = { $code } was taken apart again from the case with which it was joined.
alert-urgent = { $code } must not wait. Why, is written there.
alert-urgency = { $code }: somebody changed how urgent it is.

stage-merged = Two reports of the same person have come in. We go on with the other one. What you told stays yours, and the other family cannot read it.
stage-closed-found = Our work on this report has ended, because the person was found.
stage-closed-released = Our work on this report has ended, because the person was released.
stage-closed-wish = Our work on this report has ended, as the family wished.
stage-closed-double = Our work on this report has ended, because this person was reported to us twice. We go on with the other report.
stage-closed-no-help = Our work on this report has ended: we see nothing more that we could do now. This does not mean that nothing can be done. If anything new comes up, we open it again.
stage-closed-other = Our work on this report has ended. If you want to know why, write to us, and a person answers.
stage-closed-spoken = Our work on this report has ended. One of us has spoken with you about it.
stage-closed-goes-on = If you learn anything new, or disagree, write to us: the report can be opened again.
button-see-report = See the report
timeline-stage = { $day }: our work went on to another step
timeline-closed = { $day }: our work ended
timeline-reopened = { $day }: we took it up again
timeline-merged = { $day }: joined with another report of the same person
timeline-parted = { $day }: taken apart again from the other report
situation-deported = taken out of the country

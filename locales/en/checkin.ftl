### What the hotline asks a family of itself.

notice-checkin = We have a question for you about case { $code }.
notice-questions = { $count ->
    [one] We still need { $count } answer for case { $code }. You can say that you do not know, or skip it.
   *[other] We still need { $count } answers for case { $code }. You can say that you do not know, or skip one.
}
checkin-ended = The term that we know of was to end by { $day }.
checkin-ended-unknown = We do not know for certain when the term ends.
checkin-ask = Is { $name } at home?
checkin-ask-unnamed = Is your relative at home?
button-checkin-home = Yes, at home
button-checkin-not-home = No
button-checkin-unknown = We do not know
checkin-over = Thank you. Nobody needs to answer this any more. If you want to tell us something, you can do it here.
checkin-thanks = Thank you. Your answer is with our team.
checkin-said-home = at home
checkin-said-not-home = not at home
checkin-said-unknown = they do not know
alert-checkin-home = { $code }: the family says that the person is at home. Please confirm it with them.
alert-checkin-not-home = { $code }: the term has ended, and the family says that the person is not at home. The case is urgent now. If the term was extended, please enter it.
alert-checkin-unknown = { $code }: the term has ended, and the family does not know where the person is.
alert-checkin-silent = { $code }: the term has ended. The family was asked two days ago and has not answered.

### The printed questionnaire, for interviews by hand.

form-title = Interview with a relative
form-intro =
    For somebody who has no Telegram, or would rather speak. First read the words of caution and the consent aloud; without a yes nothing is written down. Then one question after the other, without haste. Write what is said in the person’s own words; “I don’t know” is an answer.
form-first = The questions marked * alone make a first report. After each part you can rest or stop.
form-code = Code (the hotline gives it)
form-interviewer = Interview by
form-when = Day and place of the interview
form-consent = Consent
form-only-if = Only if “{ $label }” is: { $options }
form-only-unless = Only if there is nothing under “{ $label }”
form-number = No. { $number }
form-unknown = I don’t know
form-end = Keep this paper under lock. Enter it with /interview, and then destroy it as your organisation does.

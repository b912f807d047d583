### The questions of the report, read aloud: by coordinators, for relatives.

command-voices = Record the questions
button-listen = 🔊 Listen
prompt-gone = There is no recording of this question any more.

voices-languages = In which language do you read the questions aloud? Relatives who use that language can then hear them. Anybody who writes to this hotline can hear your voice and save it: let somebody read who may be recognised.
voices-count = <b>{ $language }</b>: { $recorded } of { $total } recorded. Choose a question.
button-recorded = ✓ { $label }
button-other-language = Other language
button-all-questions = All questions
voices-read = <b>{ $label }</b> · { $language }. Please read the text below aloud, slowly, and send it as one voice message.
voices-only-voice = For “{ $label }” I wait for a voice message. To do something else, go back to the questions or use /cancel.
voices-too-long = A recording can be up to { $longest } seconds long. Please read it once more, a little shorter.
voices-sure = This is how “{ $label }” will sound. Language: { $language }. Shall relatives hear it?
button-keep-recording = Keep
button-speak-again = Speak again
button-remove-recording = Remove
voices-kept = Kept. Relatives can hear this question now.
voices-next = Next without a recording: <b>{ $label }</b>
button-record-next = Record the next one
voices-complete = All questions are recorded. Language: { $language }.
voices-remove-sure = Remove the recording of “{ $label }”? Language: { $language }.
voices-removed = The recording is removed.
voices-left = Stopped. What you kept before stays.

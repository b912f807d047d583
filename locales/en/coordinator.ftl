### What coordinators read.

alert-report = There is a new report: { $code }. Language: { $language }.
alert-word = There is a message from the family in case { $code }.
alert-person = Somebody asks to speak with a person.
about-draft = It was asked in the middle of report { $code }, which is not sent yet. Step: { $step }.
alert-draft-shown = The relative lets you read the unfinished report { $code }.
alert-changed = There are changes to the report of case { $code }.
button-read-draft = What was told so far
draft-title = <b>Unfinished report { $code }</b>
draft-hidden = There is nothing to read: this report was sent or erased, or the relative has not agreed.
about-nothing = There is no case yet.
alert-promise = { $code }: the promised day came and nobody had written. The family was told that there is nothing new yet, and that we write again by { $day }.
alert-promise-news = { $code }: the promised day came while grave news waits to be told. The family read only that we are still working on it, and that we write again by { $day }. Please do not leave them waiting.
alert-promise-unheard = { $code }: the promised day has come, and here nothing can be written to the family. Please call it, even if there is nothing new. The next promised day is { $day }.
alert-new-coordinator = A new coordinator has joined with an invitation. If you do not know of one, tell the person who runs the machine at once.
alert-unreachable = Messages no longer reach the family of { $codes }. They may have blocked the bot, or lost the account.

button-queue = Open cases
queue-count = { $count ->
    [0] No case is open.
    [one] <b>{ $count } open case</b>
   *[other] <b>{ $count } open cases</b>
}
queue-person = Asks for a person · { $day }
queue-waiting = { $code } · waits since { $day }
queue-new = { $code } · new, { $day }
queue-others = { $code } · due { $day }
button-page-back = Earlier
button-page-on = More

button-open-case = Open the case
button-take = Take the case
button-write-family = Write to the family
button-whole-report = The whole report
button-timeline = Timeline
button-messages = Messages
button-files = Voice and files
case-facts =
    Situation: { $situation }
    Language: { $language }
    Reported: { $reported }
    The family hears by: { $promise }
case-owner-nobody = Nobody has taken this case yet.
case-owner-you = This case is yours.
case-owner-other = Another coordinator has this case.
case-family-waits = The family has been waiting for an answer since { $at }.
case-letter-read = Our last message, { $day }: opened.
case-letter-unread = Our last message, { $day }: not opened yet.
case-taken = The case is yours.
files-title = { $count ->
    [one] <b>{ $code }: { $count } file</b>
   *[other] <b>{ $code }: { $count } files</b>
}
files-of = To: { $label }

words-of-family = <b>From the family of { $code }</b> · { $language }
words-of-person = <b>From somebody without a case</b> · { $language }
words-none = Nothing in writing.

letter-ask = What shall the family of { $code } read? Their language: { $language }.
letter-ask-person = What shall this person read? Their language: { $language }.
letter-rules = One message: text, voice, photo or document. Promise nothing that we cannot keep. News of a death, a sentence, a deportation or a transfer is never sent here: it is told by a person.
letter-preview = This is what they will read:
letter-sure = Send it? To change it, write it again.
button-send-letter = Send
letter-sent = { $count ->
    [one] Sent to { $count } person. They see “You have an update from the hotline” first.
   *[other] Sent to { $count } people. They see “You have an update from the hotline” first.
}
letter-promise = The family hears from us next by { $day }.

case-from-paper = Told in an interview with a coordinator. The family has no Telegram here: nothing can be sent to it, and whoever has the case calls by the promised day.
button-interview = Enter an interview
interview-begin =
    <b>An interview on paper or by telephone</b>

    For somebody who has no Telegram. The questions are those of the printed form. The answers are entered in that person’s own words, and the report is marked as told to you.
interview-language = Which language does the family speak?
interview-consent = Please read this to the person, and press what they answer:
interview-sent = <b>The report is kept as case { $code }.</b> Please give the code to the person, and say that we call by { $day }, even if there is nothing new.
button-changes = Earlier answers
changes-title = <b>What answers said before</b>
change-line = { $day }: { $label }

### The report: caution, consent, questions, and reading back.

safety =
    <b>Before you begin</b>

    This chat is not end-to-end encrypted. Telegram, and anyone who holds your phone or your account, may be able to read it. Our team reads what you send.

    If you are in China, or if your phone may be checked, do not write here. Ask somebody you trust, who is safe abroad, to do it.

    You can give a short name now and tell the rest by voice or in person.

    We do not ask for money or passwords.
consent-text =
    May we keep what you tell us and use it to work on this case?

    Our team reads it. Before we give it to anybody else, we ask you each time. Without your yes we keep nothing. You can take your yes back later: then we stop, but we cannot call back what was already sent.
button-agree = Yes, you may keep it
button-refuse = No
refused = Then nothing is kept. What stands in this chat stays on your phone until you delete it yourself. If you would rather speak with somebody first, press the button.
held-until-consent = I hold what you sent. It joins your report if you press yes, and it is erased if you press no.
held-joins = What you sent before is now part of your report.

report-which = You have an unfinished report. Do you want to go on with it, or report another person?
button-new-report = Report another person
button-resume = Go on with the report
draft-begun = Report of { $day }

step = <i>Step { $number } of { $total }</i>
button-back = Back
button-skip = Skip
button-unknown = I don’t know
button-pause = Pause
paused = We can rest here. Everything you told us is kept. Come back whenever you like: in an hour or in a week.

ask-relation = <b>Who is this person to you?</b>
why-relation = Choose, or say it in your own words. We ask because some letters may only be written by close relatives.
label-relation = Relation
option-relation-spouse = Husband or wife
option-relation-parent = Father or mother
option-relation-child = Son or daughter
option-relation-sibling = Brother or sister
option-relation-relative = Another relative
option-relation-friend = Friend or acquaintance

ask-name = <b>What is this person’s full name?</b>
why-name =
    As it stands in the documents, if you know it; a short name is enough for now. Any script is fine.
    For example: Сейітқали Ерлан Болатұлы
label-name = Full name

ask-event = <b>What happened?</b>
why-event = Choose what comes nearest. You can tell the rest in your own words in a moment.
label-event = What happened
option-event-taken = Taken away by officials
option-event-contact-lost = We lost contact
option-event-not-returned = Did not return from a trip
option-event-gathering = Taken at a gathering
option-event-sentenced = Sentenced
option-event-restricted = Kept at home, passport taken

ask-when = <b>When was this person last seen or heard?</b>
why-when =
    As exactly as you know it. “In July last year” is enough.
    The day helps us to ask the right office.
label-when = Last seen or heard

ask-where = <b>Where was that?</b>
why-where =
    A town, a border crossing, an address: whatever you know.
    Each place has another office that must answer us.
label-where = Where

ask-story = <b>What happened, in your own words?</b>
why-story =
    Take your time. You can write or speak, in several messages, and add photos or papers. Press “Done, that is all” when you have finished.
    Please do not name people who could be in danger because of it.
label-story = In your own words

ask-photo = <b>Do you have a photo of this person?</b>
why-photo = A photo helps to recognise somebody. It is shown to nobody outside our team unless you agree to that first.
label-photo = Photo

ask-phone = <b>On which number can we call you?</b>
why-phone =
    Only if it is safe to call you. You can write the number or press the button below.
    For example: +7 701 123 45 67
label-phone = Telephone
phone-by-key = With this button you send your own number. You need not.
button-share-phone = Send my number
phone-done = Thank you.

label-remark = Also told

unreadable-name = I could not read a name in this; it is kept with your report. Please write the name in letters, for example: Ерлан. If you don’t know it, press “I don’t know”.
unreadable-long-name = This is longer than a name; it is kept with your report. Please write only the name here. There will be room for everything else.
unreadable-long = This is long; it is kept with your report. Please write it here once more in one or two lines. There will be room for everything else.
unreadable-photo = Your words are kept with your report. If you have a photo, send it here; if not, press “Skip”.
unreadable-phone = I could not read a telephone number in this; it is kept with your report. Please write it with the country code, for example: +7 701 123 45 67. You can also press “Skip”.

kept-more = Kept. You can send more, or press “Done, that is all”.
kept-with-question = Kept with this question. You can now answer it, too.
kept-voice = Your message is kept.
kept-as-remark = Kept with your report.
nothing-yet = Nothing has come yet. Please write, speak or send something, or press another button.
corrected = Changed: { $label }.
corrected-remark = Changed.
still-missing = One answer is still missing. “I don’t know” is an answer, too.

summary-title = <b>This is what you told us. Please read it once more.</b>
summary-end = Nothing has been sent yet. You can change every answer.
button-send-report = Send the report
button-change = Change an answer
change-which = Which answer do you want to change?
answer-by-voice = { $count ->
    [one] told by voice
   *[other] told in { $count } voice messages
}
answer-by-files = { $count ->
    [one] { $count } file
   *[other] { $count } files
}
answer-with-files = { $count ->
    [one] and { $count } file
   *[other] and { $count } files
}
answer-unknown = not known
answer-skipped = no answer

report-sent =
    <b>Your report has reached us. Its code is { $code }.</b>

    Please note the code. You can use it when you speak with us.
report-next =
    Next, one of our team reads your report and checks what can be done. It may take months until there are answers, and sometimes none come. We do not know yet what we will find.
report-promise = We will write to you by { $day }, even if there is nothing new.

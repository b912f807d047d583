### The report: caution, consent, how it is asked and read back, and what comes after. The questions stand in questions.ftl.

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

step = <i>{ $section }: step { $number } of { $total }</i>
label-now = So far
step-begin = before the first question
step-end = reading it back
button-back = Back
button-skip = Skip
button-unknown = I don’t know
button-pause = Pause
paused = We can rest here. Everything you told us is kept for 30 days. Come back whenever you like: in an hour or in a week.

button-yes = Yes
button-no = No
button-as-written = Leave it as I wrote it
button-chosen = ✓ { $what }

date-you-mean = Do you mean { $date }?
date-which = Which of these do you mean?
date-unclear = I could not read a day in this; it is kept with your report. Please write it once more, for example “14 March 2025”, “March 2025” or “three months ago”. You can also choose from the calendar.
date-future = This day has not come yet; what you wrote is kept with your report. Please write once more when it was, or choose from the calendar.
button-calendar = Choose from a calendar
calendar-decade = In which years?
calendar-year = In which year?
calendar-month = In which month of { $date }?
calendar-day = On which day? { $date }
button-only-year = Only the year
button-only-month = Only the month
button-earlier-years = Earlier years

place-which = Is it one of these places? If not, it stays as you wrote it.

amount-you-mean = Do you mean { $amount }?
amount-which = In which money is it? { $amount }
amount-kzt = { $amount } tenge
amount-cny = { $amount } yuan
amount-rub = { $amount } rubles
amount-usd = { $amount } US dollars

group-again = Kept. You can add another, or press “Done, that is all”.
item-removed = Taken out of the list; the words are kept with your report.
button-change-item = Change no. { $number }
button-remove-item = Remove no. { $number }

shared-ask =
    <b>Did it happen together with somebody you have told us of?</b>

    Then what you told of it can be taken over with one press: what happened, when and where, who it was, the papers, and how we reach you. You can change every answer.
button-start-anew = No, begin anew

phone-by-key = With this button you send your own number. You need not.
button-share-phone = Send my number
phone-done = Thank you.

label-remark = Also told

unreadable-name = I could not read a name in this; it is kept with your report. Please write the name in letters, for example: Ерлан. If you don’t know it, press “I don’t know”.
unreadable-long-name = This is longer than a name; it is kept with your report. Please write only the name here. There will be room for everything else.
unreadable-long = This is long; it is kept with your report. Please write it here once more in one or two lines. There will be room for everything else.
unreadable-photo = Your words are kept with your report. If you have a photo, send it here; if not, press “Skip”.
unreadable-phone = I could not read a telephone number in this; it is kept with your report. Please write it with the country code, for example: +7 701 123 45 67. You can also press “Skip”.

unreadable-amount = I could not read a sum in this; it is kept with your report. Please write it in figures, for example: 87 000 tenge. You can also press “Skip”.
unreadable-consent = Your words are kept with your report. Only the buttons are a yes or a no to us; you can also press “Skip”, which means no.
unreadable-files = Your words are kept with your report. If you have a photo or a file, send it here; if not, press “Skip”.

kept-more = Kept. You can send more, or press “Done, that is all”.
kept-with-question = Kept with this question. You can now answer it, too.
kept-voice = Your message is kept.
kept-as-remark = Kept with your report.
nothing-yet = Nothing has come yet. Please write, speak or send something, or press another button.
corrected = Changed: { $label }.
corrected-remark = Changed.
still-missing = One answer is still missing. “I don’t know” is an answer, too.

rest-first =
    <b>That is enough for a first report.</b> You can send it now, or go on: each answer more helps. What you do not tell today you can add later.
rest-part = <b>We can rest here.</b> You can send the report now, go on, or come back later.
rest-next = The next part: { $section }
button-go-on = Go on
button-parts = Choose a part
button-read-all = Read all of it
parts-which = Which part do you want to go to? ✓ means that each question in it has an answer.

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

answer-yes = yes
answer-no = no
answer-location = a place on the map: { $point }

report-sent =
    <b>Your report has reached us. Its code is { $code }.</b>

    Please note the code. You can use it when you speak with us.
report-next =
    Next, one of our team reads your report and checks what can be done. It may take months until there are answers, and sometimes none come. We do not know yet what we will find.
report-promise = We will write to you by { $day }, even if there is nothing new.

amend-begin = Case { $code }: here you can tell more, and correct what you told. What was there before is kept beside it.
amend-end = None of the changes has been sent yet.
button-tell-more = Tell more, or correct
button-send-changes = Send the changes
amend-sent = The changes are now with case { $code }. What was there before is kept beside them.
amend-none = Nothing was changed, so nothing was sent.

button-receipt = Get it as a PDF
receipt-caution =
    The PDF will lie in this chat and on your phone, with the name and with what you told us. Whoever opens the phone can read it. If your phone may be checked, better do not take it: we have everything, and can read it to you.
button-receipt-yes = Yes, send the PDF
receipt-caption = Your report { $code }
receipt-title = Report { $code }
receipt-made = As of { $day }
receipt-reads = The coordinators of the hotline read it. Nobody else gets it without your yes.
receipt-end = Keep this paper where nobody finds it who should not. If anything in it is not right, tell us, with the code.

show-draft = The team does not see what stands in your unfinished report. If it helps, you can let them read it.
button-show-draft = Let the team read it
draft-shown = Our team can now read your unfinished report { $code }.

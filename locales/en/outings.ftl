### Somebody is out where it may be dangerous: /safe, what she is asked, and who hears if she does not answer.

command-safe = Tell who should worry, and when
outing-ask-what =
    <b>Back safely</b>

    Tell me where you go and by when you are safe again. Then I ask you. If you do not answer, our team and those whom you name hear of it half an hour later, at night, too.

    Nobody can promise help: they will try to reach you, and decide what to do.

    Where do you go?
button-outing-gathering = To a gathering
button-outing-court = To a court
button-outing-visit = On a visit
button-outing-other = Somewhere else
outing-what-gathering = a gathering
outing-what-court = a court
outing-what-visit = a visit
outing-what-other = elsewhere
outing-ask-until = By when are you safe again? Press, or write a time, for example 18:00.
button-outing-hours = { $hours ->
    [one] in { $hours } hour
   *[other] in { $hours } hours
}
outing-no-time = I did not understand that as a time. Please write it like this: 18:00. It must come within a day.
outing-card = { $named ->
    [0] I ask you at { $at }. If you do not answer, our team hears of it at half an hour after that.
    [one] I ask you at { $at }. If you do not answer, our team and { $named } person whom you named hear of it half an hour after that.
   *[other] I ask you at { $at }. If you do not answer, our team and { $named } people whom you named hear of it half an hour after that.
}
outing-share = If you want, send your location or write where you are; a live location is followed, too. It is shown only if you do not answer or call for help, and erased two days after you are back.
outing-placed = Noted. It is shown only if you do not answer or call for help.
button-outing-safe = I am safe
button-outing-more = 30 minutes more
button-outing-help = I need help now
outing-asked = It is { $at }. Are you safe?
outing-reminded = Are you safe? I asked you for { $at } and have no answer yet.
outing-reminded-twice = Are you safe? I asked you for { $at }. If I have no answer in a few minutes, I tell our team and those whom you named.
outing-alarmed = I could not ask you at { $at }: the hotline stood still. Our team and those whom you named have been told. Are you safe?
outing-thanks = Good that you are safe. Thank you for the word.
outing-longer = I ask you again at { $at }.
outing-help-told = Our team and those whom you named are told now. I do not know when somebody reads it. If you can, call somebody who is near you.
outing-over = This is over already. With /safe you begin anew.
outing-place-none = No place was shared.
outing-place-said = Where, in own words, as of { $at }:
outing-place-point = Last known place, as of { $at }: <code>{ $point }</code>
alert-outing = { $code } has not answered: { $what }, safe by { $at } at the latest. Asked once, reminded twice.
alert-outing-late = { $code } could not be asked in time, because the hotline stood still or the account is not reachable: { $what }, safe by { $at } at the latest.
alert-outing-help = { $code } calls for help: { $what }, was to be safe by { $at }.
alert-outing-companion = { $name } has not answered: { $what }, safe by { $at } at the latest. Asked once, reminded twice.
alert-outing-late-companion = { $name } could not be asked in time, because our hotline stood still or the account is not reachable: { $what }, safe by { $at } at the latest.
alert-outing-help-companion = { $name } calls for help: { $what }, was to be safe by { $at }.
companion-what-to-do = Our team has been told, too. Try to call. Do not write names or places to anybody who need not know.
button-outing-reached = This person was reached
button-outing-reached-code = Reached: { $code }
outing-reached = It is noted that { $code } was reached; the others hear it.
alert-outing-safe = { $code } has answered: safe.
alert-outing-safe-companion = { $name } has answered: safe.
alert-outing-answered = { $code } has answered and stays out a little longer.
alert-outing-answered-companion = { $name } has answered and stays out a little longer.
alert-outing-reached = Somebody of our team has reached { $code }.
alert-outing-reached-companion = Somebody of our team has reached { $name }.
button-outing-board = Who is out now
outing-board = <b>Who is out now</b>
outing-board-none = Nobody.
outing-line = { $code } · { $what } · { $at } · { $state }
outing-state-out = not asked yet
outing-state-asked = asked
outing-state-reminded = reminded
outing-state-reminded-twice = reminded twice
outing-state-alarmed = no answer, alert
button-companions = Who else hears of it
companions = { $named ->
    [0] Nobody but our team hears if you do not come back. You can name people whom you trust.
    [one] { $named } person hears, besides our team, if you do not come back:
   *[other] { $named } people hear, besides our team, if you do not come back:
}
companion-line = { $number } · since { $day }
button-companion-add = Name somebody
button-companion-cut = { $number }: no more
button-companion-leave = Hear no more of { $name }
companion-ask-name = As whom does this person know you? Write a name or a word. I put it into the message if you do not come back.
companion-name-long = Please write at most { $longest } letters.
companion-link = This link is for one person, and works until { $day }. Send it only to whom you trust. Who agrees hears nothing unless you do not come back or call for help.
companion-links-out = There are links that nobody has used yet. When they are used or too old, you can make another one.
companions-full = More people cannot be named. Take somebody out first.
companion-own-link = This is your own link. Pass it on: it still works.
companion-consent =
    { $name } would like you to hear if { $name } does not come back from somewhere, or calls for help.

    If you say yes, such a message may come at any hour, also at night. Otherwise you hear nothing. We keep your language and the number of your Telegram account. You can leave at any time.
button-companion-agree = Yes, tell me
companion-agreed = Thank you. You hear from us only if { $name } does not come back or calls for help.
companion-refused = Then nothing is kept of this.
companion-ended = It is ended.

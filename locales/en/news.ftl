### Grave news: confirmed by two, carried by one, told by a person. And how a relative wants to hear it.

button-hearing = How to tell me news
hearing-ask =
    If there is ever grave news, how should we tell you?

    We ask everybody this. It does not mean that we know anything. Grave news is never sent by this bot: a person tells you. You can change your answer at any time.
hearing-which = If there is ever grave news, how should we tell you? You can say it for each report by itself: which one?
hearing-no-report = You follow no report now.
hearing-now-none = You have not said yet. Then we would call you.
hearing-now-call = A person would call you.
hearing-now-visit = A person would come to see you.
hearing-now-writing = A person would write to you.
button-hearing-call = Call me
button-hearing-visit = Come to see me
button-hearing-writing = Write to me

button-news = Grave news
news-title = <b>{ $code }: grave news</b>
news-rule = A death, a sentence, a deportation or a transfer is told by a person. The hotline sends none of it, and shows it to nobody of the family before a person has told it to exactly that relative.
news-none = There is none.
news-noted = This is grave news. The family does not see it. Two people confirm it, and a person tells the family.
news-step-noted = Nobody has confirmed it yet.
news-step-asked = One person has confirmed it. It needs a second, different one.
news-step-confirmed = Two people have confirmed it. Who tells the family?
news-step-carried = It is to be told to the family.
news-step-told = The family has been told.
news-step-withdrawn = It was taken back before anybody was told.
news-carrier = { $code } tells the family.
news-carrier-you = You tell the family. How each of them wants to hear it stands below. Take your time, and take somebody with you if you would rather not do it alone.
news-told-line = Told, relative { $who }: { $how }
news-teller = Relative { $who } · told us the report
news-follower = Relative { $who } · follows the case
news-wish-call = wants a call
news-wish-visit = wants a visit
news-wish-writing = wants it in writing; from a person, not from here
news-wish-none = has not said how; please call
button-news-confirm = I have checked it
button-news-carrier = Who tells the family
button-news-other-carrier = Somebody else tells it
button-news-told = Relative { $who } was told
button-news-told-family = The family was told
button-news-me = I tell them
button-news-by = { $code } tells them
news-who = Who tells the family? Choose somebody who has the time for it, and best one who knows the family.
news-of-case = On case { $code } this is claimed:
news-confirmed = Two people have confirmed it. Now somebody must tell the family.
news-asked-already = A second yes is being waited for.
news-alone = Two people must confirm this, and you are the only coordinator. Whoever runs the machine can invite a second one. Until then the hotline shows none of it to the family. You may call the family yourself at any time: no rule of this machine stands between you and a call.
news-no-carrier = This person cannot tell it: a coordinator must, and none whose own family it is.
news-nobody-there = This relative does not follow the case any more. Please look at it once more.
news-same-person = You have confirmed it first. The second one must be somebody else.
news-not-confirmed = Two people must confirm it first.
news-confirmed-before = It was confirmed by two already.
news-not-carrier = Only whoever carries it can say that it was told. If it was you, have yourself named first.
news-told-before = It is noted already that this relative was told.
news-over = There is nothing to do here any more.
case-news-waits = <b>There is grave news that the family has not been told.</b>
case-own-family = This is the case of your own family. What is claimed there, and grave news, is for another coordinator: so that you hear it from a person.
alert-news = { $code }: something was entered that a family hears only from a person. Please look.
alert-news-carry = { $code }: you were asked to speak with the family. Please look.
alert-news-waits = { $code }: something still waits to be told to the family by a person.

slip-confirming = Confirming grave news
ask-confirming-how = How do you know? Whom did you ask, what paper have you seen? The second person reads it.
label-confirming-how = How you know
slip-told = It was told
ask-told-how = How was it told?
label-told-how = How
option-told-how-call = By a call
option-told-how-visit = In person
option-told-how-writing = In writing
option-told-how-knew = They knew already
option-told-how-unreached = Could not be reached
ask-told-day = On which day?
label-told-day = Day
ask-told-words = How did it go, and what do they need now?
label-told-words = How it went

approval-confirm-news = <b>Grave news is to be confirmed. Please say yes only if you have checked it yourself.</b>
approval-confirm-news-named = grave news that a person tells

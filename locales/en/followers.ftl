### Who follows a case: links for one more of the family, consent, and the section “Family” of the team.

button-followers = Who follows the case
button-open-report = Open my report
follow-title = <b>Who follows case { $code }</b>
follow-nobody = Besides you nobody of your family follows it.
follow-line = { $code } · since { $day }
follow-you-only = You follow case { $code }. You hear what our team writes to the family.
button-follow-more = Add somebody
button-follow-link = Make a link
button-follow-cut = { $code }: end it
button-follow-cut-yes = Yes, end it
button-follow-leave = I want to hear no more
button-follow-leave-yes = Yes, no more
follow-explained =
    One more person of your family or trust can follow this case: read what our team writes, and write to us.

    That person does not see what you told, nor your files. A person of our team must say yes first. You can end it at any time.
follow-link = This link is for one person, and works until { $day }. Send it to that person only, and better not through a group.
follow-links-out = There are links that nobody has used yet. When they are used or too old, you can make another one.
follow-full = So many people follow this case that no more can be added. Please pass the news on by voice.
follow-already = You follow this case already. If the link is for somebody else, pass it on: it still works.
follow-consent =
    Somebody who trusts you would like you to follow a case at our hotline.

    If you say yes, a person of our team looks at it first. Then you can read here what we write to the family, and write to us. We keep your language and the number of your Telegram account. You can leave at any time.
follow-consent-risk = This chat is not end-to-end encrypted. Telegram, and anyone who holds your phone or account, may be able to read it. If you are in China, or if your phone may be checked, press “No”.
button-follow-agree = Yes, I want to follow
follow-refused-it = Then nothing is kept of this. The link can still be used by the person who gave it to you.
follow-waits = Thank you. A person of our team decides now. In the settings you can choose how our messages come to you.
follow-approved = You can now follow the case. What our team writes to the family, you find at “My reports”.
follow-joined = Somebody now follows case { $code } by your link. If you did not give the link to anybody, end it at once.
follow-ended = You follow case { $code } no longer. If you want to know why, talk to a person.
follow-cut-sure = End it for { $code }? That person gets nothing more about this case, at once. What was read before cannot be called back.
follow-cut = It is ended.
follow-gone = This person follows the case no more.
follow-leave-sure = Do you want to hear no more about case { $code }? To come back, you need a new link.
follow-left = You hear no more about this case. What stands in this chat stays on your phone until you delete it.
follow-teller-stays = You told this report yourself, so it stays yours. In the settings you can choose that messages come only when you ask.

button-family = Family
alert-follow = Somebody came with a link from the family of { $code } and wants to follow the case. Please decide.
family-title = <b>Who follows case { $code }</b>
family-nobody = Nobody follows it.
family-line = { $code } · { $language }
family-teller = told the report
family-unreached = messages do not arrive
family-has-opened = last message opened
family-not-opened = last message not opened yet
family-way-at-once = at once
family-way-ping = after a tap
family-way-asked = only when asked
family-waiting = { $count ->
    [one] { $count } person came with a link and waits to be let in.
   *[other] { $count } people came with links and wait to be let in.
}
family-opened = Our last message, { $day }: { $opened } of { $count } opened it.
family-asks = { $code } wants to follow, since { $day }. Please check with the relative who told the report before you say yes.
button-follow-approve = Let { $code } follow
button-follow-refuse = { $code }: no
family-approved = { $code } follows the case now. The relative who made the link hears of it.
family-refused = { $code } does not follow. That person reads that the link is not valid.
family-decided = This has been decided already.
family-full = So many people follow this case that no more can be let in. End it for somebody first.

word-closed = Our work on this case has ended. What you write is kept and read all the same.

button-follow-again = Let { $code } hear of it again
family-cut-off = { $code } told the report and was cut off by the team.
family-again = { $code } hears of the case again, and is told so.
follow-again = You hear of case { $code } again.
follow-cut-teller-sure = { $code } told this report. End it for this person? From now on nothing more about this case goes there, not even a word that it is ended; links made there, and additions not yet sent, are gone. The case stays. You can let this person hear of it again here. What was read before cannot be called back.

### What stands in a chat, and what a phone may show to somebody else who holds it.

command-clear = Clear this chat

cleared = { $removed ->
    [0] There was nothing of the last two days to take out of this chat.
    [one] { $removed } message was taken out of this chat, on your side and on ours.
   *[other] { $removed } messages were taken out of this chat, on your side and on ours.
}
cleared-not = { $refused ->
    [one] Telegram did not let me take out { $refused } message. Please delete it yourself.
   *[other] Telegram did not let me take out { $refused } messages. Please delete them yourself.
}
cleared-older = Telegram lets me delete only what is younger than two days. To delete what is older, hold this chat in your list of chats, press “Delete”, and choose to delete it for both sides.
cleared-records = Our records are not touched by this. To erase something in our records, use /privacy.

settings = <b>Settings</b>
settings-clear-after = { $hours ->
    [one] What is older than { $hours } hour goes out of this chat by itself.
   *[other] What is older than { $hours } hours goes out of this chat by itself.
}
settings-clear-never = Messages stay in this chat until you clear it.
settings-word-none = In an emergency, /panic unlinks your account from us at once and clears this chat. You can also choose a word of your own that does the same.
settings-word-set = In an emergency, /panic or your word unlinks your account from us at once and clears this chat.
settings-fleeting-on = What you open about a case goes out of your chat after five minutes.
settings-fleeting-off = What you open about a case stays in your chat until you clear it.
button-clear-now = Clear this chat now
button-clear-by-itself = Clear it by itself
button-panic-word = A word for emergencies
button-panic-word-none = No word any more
button-fleeting-on = Let it go after five minutes
button-fleeting-off = Let it stay

clear-after-ask = When shall messages go out of this chat by themselves? Both yours and ours go. A question that waits for your answer stays until you answer, for two days at most, and an announcement stays until you have been here again. Our records are not touched.
button-clear-after = { $hours ->
    [one] After { $hours } hour
   *[other] After { $hours } hours
}
button-clear-never = Not by themselves
clear-after-set = { $hours ->
    [one] From now on, what is older than { $hours } hour goes out of this chat by itself. What is older than two days now stays until you delete it yourself.
   *[other] From now on, what is older than { $hours } hours goes out of this chat by itself. What is older than two days now stays until you delete it yourself.
}
clear-never-set = From now on, messages stay in this chat until you clear it.

panic-word-ask = Which word shall it be? Write it now. As soon as you send it alone in a message at any later time, your account is unlinked from us, what you have not sent yet is erased, and this chat is cleared. Your reports that were sent stay with us. To be linked to them again, you talk to a person of our team.
panic-word-warning = Choose one, two or three words that you would never send us as an answer: no name, no place, no “yes”. It needs at least four letters. We keep no word, only a mark by which we recognise it. Your message with the word is taken out of this chat.
panic-word-unfit = This cannot be the word: it needs at least four letters, in one line. Please write another one.
panic-word-kept = I will recognise it. Your message with it is taken out of this chat.
panic-word-gone = There is no word any more. /panic still works.

privacy-phone = With /clear, messages of the last two days go out of this chat. /settings lets them go by themselves. In an emergency, /panic unlinks your account from us at once, erases what you have not sent, and clears this chat; to be linked to your reports again, you talk to a person.

alert-unlinked = In an emergency, somebody of the family has unlinked the account: { $codes }. The cases stay as they are.
alert-unlinked-rule = Whoever writes from that account now may be somebody else. Link it again only after checking who it is.
alert-coordinator-unlinked = A coordinator has unlinked the account in an emergency. The role is taken away, and the cases are nobody’s now. Give a new invitation only after checking who it is.
case-unlinked = Somebody of the family unlinked the account on { $day }, in an emergency. Do not write there. When that person comes back and asks for a person, check who it is, and link the account again from that message.
letter-unlinked = This account was unlinked in an emergency: nothing can be sent to it.

button-relink = Link to a report again
relink-which = To which report? Only those are listed whose family unlinked its account.
relink-line = { $code } · unlinked { $day }
relink-check =
    Link this account to { $codes } again?

    Check first who it is: call the number that the report names, or ask what only this person can know. Never ask for it in a way that gives the answer. If you are not sure, do not link.
button-relink-yes = I have checked, link it
relink-done = Linked again: { $codes }. The person gets a word that says nothing else.
alert-relinked = An account was linked again after an emergency: { $codes }. If you do not know of a check, ask your team at once.

### What somebody of the team tells of herself; rest, leaving, and how she is.

command-profile = What I told of myself
command-pause = Rest for a while
command-resume = I am back
command-leave_team = Leave the team

help-team =
    <b>For the team</b>
    /tasks — what is yours to do
    /profile — what you told of yourself, to be changed at any time
    /pause — rest for a while; nothing comes to you then
    /resume — you are back
    /leave_team — leave the team; what you have in hand goes back

profile-offer = Will you tell a few things about yourself, so that you are asked only for what suits you? There are seven short questions. You can skip each of them, and change it later. Coordinators see your answers, under your code, when they look for somebody.
button-profile-now = Tell now
button-profile-later = Later
profile-later = All right. Whenever you want to: /profile
profile-step = Question { $number } of { $total }
button-profile-next = Next
button-profile-enough = Enough for now
button-profile-done = Done
button-profile-go-on = Go on
profile-title = <b>What you told of yourself</b>
profile-line = { $what }: { $told }
profile-untold = nothing told
profile-span = { $start }–{ $end }
profile-number = { $number }
label-profile-languages = Languages
label-profile-region = Place
label-profile-skills = What I can do
label-profile-zone = My clock
label-profile-hours = Hours
label-profile-days-off = Days off
label-profile-most = Cases at once
ask-profile-languages = In which languages can you talk with a family? Choose all of them.
ask-profile-region = Where are you, or where can you get to easily? Write the name of a town or a region. By this you are asked for visits and rides nearby, and not for those far away.
ask-profile-skills = What can you do for families? Choose all that suits you. You are not asked for anything else. If you choose nothing, you may be asked for anything.
ask-profile-zone = In which of these cities does the clock show the same time as yours? Your hours and days are counted by it.
ask-profile-hours = At what time of day may we ask you and remind you? At other times nothing of the kind comes.
ask-profile-days-off = On which days of the week should nothing come? Choose all of them.
ask-profile-most = On how many cases do you want to help at one time? You are not asked for more.
skill-call = Call families
skill-translate = Translate
skill-visit = Visit
skill-write = Write petitions
skill-legal = Legal questions
skill-drive = Drive
button-profile-nowhere = No place
profile-place-which = Is it one of these places? If not, write it in another way.
profile-place-unknown = I do not know a place of this name. Write the name of a town or a region near it, or go on without a place.
profile-how-on = Once a month you are asked how you are.
profile-how-off = You are not asked how you are.
button-how-off = Do not ask how I am
button-how-on = Ask me how I am
button-pause-ask = Rest for a while
button-leave-team = Leave the team

pause-ask = Until when do you want to rest? Meanwhile you are asked for nothing and reminded of nothing. Others see that you rest, and not why.
button-pause-tomorrow = Until tomorrow
button-pause-monday = Until Monday
button-pause-date = Until a day
button-pause-say = Until I say so
button-pause-days-1 = One day
button-pause-days-3 = Three days
button-pause-days-7 = A week
button-pause-over = I am back
pause-which-day = On which day will you be back? Write it, for example “14 March” or “in ten days”. It can be up to { $days } days away; for longer, rest until you say so.
pause-back-on = On which of these days will you be back?
pause-until = You rest. On { $day } you are back, and what waited for you comes then.
pause-until-you-say = You rest until you say that you are back: /resume
pause-nobody-else = No other coordinator is there now, so what cannot wait still comes to you.
in-hand-roles = Assignments on cases: { $count }
in-hand-tasks = Tasks: { $count }
in-hand-cases = Cases taken by a coordinator: { $count }
pause-keep-or-back = All this is with you now. Should it stay with you, or go back, so that others can do it?
button-pause-keep = It stays with me
button-pause-back = Hand it back
pause-kept = It stays with you, and you are reminded of it when you are back. If something is overdue before that, the coordinators hear of it.
pause-kept-open = It stays with you. If the day of something comes before you are back, all of it goes back, and others are asked.
pause-kept-cases = What is written about cases that stay with you still comes to you.
pause-handed-back = All of it is handed back. The coordinators know, and others are asked.
pause-over = You are back. Thank you.
pause-over-early = You are back. Thank you. What was put off until { $day } comes on that day; all that is yours stands here already.
pause-none = You are not resting just now.
alert-handed-back = { $code } rests and has handed back what was in hand:
rests = rests
rests-until = rests until { $day }
volunteers-rest = Rest just now, and are not asked:

rest-proposed = What you had to carry was heavy. If you want to, rest for some days: you are asked for nothing and reminded of nothing then. You need not, and nobody asks why.
button-pause-no = No, thank you
rest-declined = All right. Whenever you want to rest: /pause

leave-ask = Do you want to leave the team?
leave-what-happens =
    If you leave:
    – all that you have in hand goes back at once, and others are asked;
    – what you told of yourself, and how you were, is erased;
    – the coordinators are told, by your code alone;
    – what you have read here stays in your mind only: please keep no copy of it.

    You can come back with a new invitation.
button-leave-yes = Yes, leave the team
button-leave-pause = Rather rest for a while
button-leave-no = I stay
leave-stays = You stay on the team. Nothing was changed.
leave-last = You are the only coordinator whom we can reach. If you left, nobody would read what families write to us, so you cannot leave yet. Whoever runs the machine can invite another coordinator; after that you can leave. Until then you can rest for a while.
team-left = You have left the team. Thank you for everything you did. You can report somebody here and follow your own cases, as every relative can.
alert-team-left = { $code }, { $role }, has left the team. What was in hand is handed back.

how-are-you = How are you these days? You need not answer.
how-one-reader = If you answer, one coordinator reads it: you choose first who. Nobody else of the team can open it, and it is erased { $days } days after you send it.
button-how-answer = Answer
button-how-not-now = Not now
button-how-never = Do not ask me again
how-whom = Who should read it? Coordinators stand here by their codes. If you do not know whose code it is, ask the one whom you trust.
how-nobody = No coordinator is there now who could read it.
how-read-by = Only { $code } will read what you answer. It is erased { $days } days after you send it.
option-how-well = Well
option-how-tired = Tired, but it is all right
option-how-hard = It is hard just now
option-how-too-much = It is too much for me
how-press-or-write = Press a button, or write in your own words.
how-send-or-more = You can send it, or write more.
button-how-send = Send to { $code }
how-in-words = Please write it, not more than { $longest } letters. Only what is written can be kept for one reader alone; what you have just sent is not passed on.
how-reader-gone = This coordinator cannot read it any more. Nothing was sent. You can choose another.
how-answered-before = This was answered already.
how-sent = { $code } will read it, and nobody else. It is erased on { $day }. If it becomes too much, you can rest at any time: /pause
how-skipped = All right. Nothing of it was kept.
how-never = You are not asked any more. You can change this under /profile
alert-how = Somebody of the team has answered how they are, and wants only you to read it.
button-how-read = Read
how-of = <b>{ $code }</b>, asked on { $day }
how-for-you-alone = Only you can open this. Please tell nobody else of it; if you want to help, speak with this person. In this chat it stands for some minutes.

### Who has how much in hand, the week in numbers, and what the hotline does by itself when it does not work.

command-load = Who has how much in hand
load-title-team = <b>Volunteers: { $count }</b>
load-title-offers = <b>Asked, and nobody has said yes yet: { $count }</b>
load-title-overdue = <b>Tasks whose day is past: { $count }</b>
load-nothing-team = There are no volunteers yet. Under /team you can invite somebody.
load-nothing-offers = Nobody is being asked for anything just now.
load-nothing-overdue = No task is overdue.

load-cases = cases: { $held } of { $most }
load-tasks = tasks: { $count }
load-overdue = overdue: { $count }
load-asked = asked, no answer yet: { $count }
load-over = more than wished
load-away = cannot be reached
load-has = { $code } · { $role } · since { $day }
load-has-nothing = Has nothing in hand.
load-more = and others: { $count }

load-offer = { $code } · { $role } · since { $at }
load-nobody-asked = nobody has been asked yet

button-load-team = Volunteers · { $count }
button-load-offers = Without a yes · { $count }
button-load-overdue = Overdue · { $count }
button-load-picture = As a picture
button-load-back = Who has how much

load-picture = Who has how much · { $at }
load-mark-held = cases in hand
load-mark-free = cases still possible
load-mark-over = above what was wished
load-mark-tasks = tasks
load-mark-overdue = overdue tasks
load-picture-offers = Nobody has said yes yet: { $count }
load-picture-overdue = Overdue tasks: { $count }
load-picture-task = { $which } · { $day } · { $who }

week = <b>The week: { $first } – { $last }</b>
week-cases = New cases: { $count }
week-promises = Promises to families that were kept with a letter: { $count }
week-words = Promised days on which only “nothing new” could be said: { $count }
week-overdue = Overdue tasks now: { $count }
week-offers = Asked, and nobody has said yes yet: { $count }
week-over = More than they wished to have: { $codes }
week-rest = They rest: { $codes }

tasks-hours = Reminders come between { $start } and { $end } where you live.
tasks-hours-off = Not on these days: { $days }.
tasks-hours-rest = You rest: until you say that you are back, you are reminded of nothing.
tasks-hours-rest-until = You rest: until { $day } you are reminded of nothing.

job-failing = Something that the hotline does by itself does not work: { $what }. First failure: { $at }. On the server it is called <code>{ $name }</code>.
job-failing-next = It is tried again and again by itself, and what is due waits until it works. Please tell the person who looks after the server today; “izdeu jobs” shows it there.
job-instead-outings = Until it works, nobody who is out is asked, and nobody hears if there is no answer. Please call those who are out yourselves.
job-works = This works again: { $what }. What had to wait is made up for by itself.

job-outings = asking those who are out whether they are safe
job-promises = promised days: reminders, and words to families
job-resting = unfinished reports: reminders and erasing
job-lapsing = requests for a second yes that nobody decides
job-watching = terms, fines, replies and journeys
job-topics = topics in the team’s group
job-assigning = asking volunteers for roles on cases
job-reminding = reminders of tasks
job-clearing = clearing of chats
job-broadcasts = messages to many
job-fetch-attachments = keeping files that were sent to us
job-examine-files = looking at files that were sent to us
job-audit-head = the daily mark of the log
job-erase = erasing what is to be erased
job-rotate-keys = the change of keys
job-retention = erasing closed cases when their time is over
job-purge = tidying up what is not needed any more
job-caring = rest, and asking the team how it is
job-weekly = the numbers of the week

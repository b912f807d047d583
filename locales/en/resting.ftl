### While an unfinished report rests: what is written to whoever began it. None of it names anybody.

rest-word = A word from the hotline.
rest-reminder = What you began to tell us is kept. You can go on whenever you like; nobody hurries you.
rest-reminder-held = What you began to tell us waits for you. You can go on whenever you like; nobody hurries you.
rest-announcement = What you began to tell us has rested for some time. So that nothing lies with us longer than you need it, it will be erased on { $day }. Until then you can go on with it, or keep it longer.
rest-announcement-held = What you sent still waits for your yes. Without it we keep nothing, so it will be erased on { $day }. Until then you can go on, or let it wait longer.
rest-erased = What you began to tell us has been erased from our records, as we wrote to you. What stands in this chat stays on your phone until you delete it yourself. If you want to tell us about it again, you can do so at any time.
rest-longer = It stays with us until { $day }, and longer whenever you go on with it. You can also erase it at any time.
rest-which = With which report do you want to go on?
rest-erase-which = Which report do you want to erase?
rest-privacy = An unfinished report is erased when nothing has been added to it for 30 days. Some days before, we write to you, and you can keep it longer.
button-keep-longer = Keep it longer
button-erase-now = Erase it now

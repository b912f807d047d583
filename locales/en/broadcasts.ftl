### Messages to many at once: whom, what, when, and how far they are.

command-broadcast = Write to many at once
cast-list = <b>Messages to many</b>
button-cast-row = { $day } · { $state }
button-cast-new = Write a new one
button-cast-list = All of them
button-cast-open = Open it
cast-title = <b>A message to many, not sent yet</b>
cast-title-correction =
    <b>A correction of what was sent, not sent yet</b>

    Whoever got the message sees it change in place. Whoever has not got it yet gets it in the new words.
cast-title-retract =
    <b>What was sent is to be deleted. It is not deleted yet.</b>

    The message goes from the chat of everybody who got it. To whoever has not got it yet it is not sent any more.

# Whom
cast-who = To: { $groups }
cast-who-none = To: nobody is chosen yet
cast-group-families = families who reported
cast-group-followers = followers of a case
cast-group-volunteers = volunteers
cast-group-coordinators = coordinators
cast-only = { $trait }, only: { $values }
cast-except = { $trait }, except: { $values }
cast-trait-language = Language
cast-trait-region = Region
cast-trait-situation = Situation
cast-trait-stage = Stage of our work
cast-trait-incident = Event
cast-trait-skill = Skill
cast-trait-active = Wrote lately
cast-left-out = Families of single cases who do not get it: { $cases }
cast-no-language = no language chosen
cast-stage-new = new
cast-stage-verifying = being checked
cast-stage-active = being worked on
cast-stage-waiting = waits for offices
cast-stage-closed = closed
cast-active-days = within { $days } days
cast-whom = <b>Who gets it?</b> Somebody who belongs to several of these gets it once.
cast-toggle = One press: only these (✓). A second: all but these (✕). A third: it does not matter.
cast-by-language = Of families and coordinators it is the language in which they read here; of volunteers also those that they speak.
cast-by-region = Of families and followers it is where the person was last, as far as that was chosen from our places; of volunteers where they are, as far as they have told. Coordinators get it from everywhere.
cast-by-situation = It chooses among families and followers, by what each of them has been told.
cast-by-stage = It chooses among families and followers.
cast-by-incident = It chooses among families and followers of cases that are under an event.
cast-by-skill = It chooses among volunteers, by what they have told of themselves.
cast-by-active = It goes by when they last wrote or pressed something here.
button-cast-on = ✓ { $what }
button-cast-not = ✕ { $what }
button-cast-off = { $what }
button-cast-leave-out = Leave out single cases
button-cast-leave-none = Leave nobody out
button-cast-kept = Kept choices
button-cast-keep = Keep this choice
button-cast-forget = ✕
cast-kept = These choices were kept. Whom they reach is looked at anew each time.
cast-kept-none = No choice has been kept yet.
cast-ask-codes = Write the codes of the cases whose families should not get it, one or several: K7Q-4M2.
cast-code-unknown = Not every one of these is the code of a case. A code looks like this: K7Q-4M2. Please write them again.
cast-ask-name = Under which name should it be kept? Without names of people, please: the whole team sees it.
cast-name-in-words = Please write it in words, not more than { $longest } letters.
cast-being-counted = Being counted now. This card changes when it is done.
cast-reaches = <b>People who get it: { $people }</b>
cast-meant = <b>People who are meant: { $people }</b>
cast-elsewhere = { $people ->
    [one] ⚠ { $language }: { $people } person gets it in another language: { $other }
   *[other] ⚠ { $language }: { $people } people get it in another language: { $other }
}
cast-none = { $people ->
    [one] ⚠ { $language }: { $people } person would get nothing
   *[other] ⚠ { $language }: { $people } people would get nothing
}

# What
button-cast-whom = Who gets it
button-cast-what = What it says
button-cast-when = When it goes
button-cast-preview = Show me how it comes
button-cast-sure = Go on to sending
button-cast-drop = Drop it
button-cast-back = Take it back and change it
cast-dropped-it = It is dropped. Nothing was sent.
cast-written = Written in: { $languages }
cast-written-none = Nothing is written yet.
cast-others-get = Everybody else gets it in: { $language }
cast-others-none = Whoever reads another language gets nothing.
cast-buttons = Buttons: { $buttons }
cast-link = Link: { $link }
cast-what = <b>What does it say?</b> Choose a language and send the message as it shall read: words, a photo, a voice message or a document, with bold and links as you like. Please no names and nothing about one family: it goes to many.
cast-what-corrected = <b>How shall it read?</b> Choose a language and send the words anew. A photo, a voice message or a document stays as it is; the words below it change.
button-cast-fallback = Language for everybody else
button-cast-come = I can come
button-cast-help = I need help
button-cast-link = Read more
button-cast-set-link = Set a link
button-cast-no-link = Take the link away
cast-ask-text = Send the message now, in this language: { $language }
button-cast-unwrite = Take this text away
cast-text-kept = Kept: { $language }
cast-text-only = Here words, one photo, one voice message or one document can be sent; for a correction, words. Please send it again.
cast-text-long = This is longer than Telegram lets it be sent. Please send it again with { $longest } letters at most.
cast-photo-as-file = A photo sent as a file tells where and with what it was taken. Please send it as a photo.
cast-ask-link = Send the address of the page. It begins with { $start }
cast-link-unreadable = This is no address that can stand on a button. It begins with { $start } and has no spaces.
cast-previewed = So it comes, language by language. The buttons above count nothing.
cast-sample = This is a preview. Nothing is counted.
cast-lacks-text = Nothing is written yet. Write it in one language at least.
cast-lacks-people = It is not chosen yet who gets it.
cast-reaches-nobody = As it is chosen and written now, nobody would get it.

# When
cast-when-now = When: as soon as it is sent
cast-when-at = When: { $day }, { $time } · { $city }
cast-when-weekly = When: each week · { $weekday }, { $time } · { $city }
cast-urgent = It is urgent: it comes at night, too.
cast-quiet = Where it is night it waits until 9 in the morning.
cast-silent = It happens at once, at night too: a change makes no sound on a phone.
button-cast-now = As soon as it is sent
button-cast-at = At a certain time
button-cast-weekly = Each week
button-cast-urgent = Urgent: at night, too
button-cast-quiet = Not at night
cast-day = { $day }
cast-time = { $time }
button-cast-zone = The clock of another city
cast-ask-day = On which day? By the clock of: { $city }
cast-ask-time = At what time?
cast-ask-zone = By the clock of which city?
cast-too-late = This time is over already. Please choose another.

# Sending
cast-sure = <b>Is it as it should be?</b>
cast-second = One coordinator alone may write to { $people } at most. A second coordinator must say yes to exactly this.
button-cast-send = Send it
button-cast-ask-again = Change it, or ask again
cast-grown = A message to many was to go out now, but it would reach more people than one coordinator may write to alone. Nothing was sent. Please look at it, and ask for a second yes.
cast-missed = Nothing was sent: at its time, { $at }, the hotline was not running. Look whether it is still right; then it can be sent now or at another time.
cast-missed-week = This week it was not sent: at its time, { $at }, the hotline was not running. Next week it goes as planned.
approval-broadcast = <b>A message is to go to many people, exactly as it stands here.</b>
approval-broadcast-named = a message to many
cast-deletes = What was sent is to be deleted in these chats: { $people }
cast-changes = Messages that are changed: { $people }
cast-wording = In this language
cast-with-file = With it goes: { $kind }
cast-file-photo = a photo
cast-file-voice = a voice message
cast-file-document = a document

# On its way
cast-card = <b>A message to many</b> · { $state }
cast-card-correction = <b>A correction of what was sent</b> · { $state }
cast-state-composing = being written
cast-state-sizing = being counted
cast-state-asked = waits for a yes
cast-state-planned = waits for its time
cast-state-counting = begins
cast-state-running = being sent
cast-state-pausing = pauses
cast-state-paused = paused
cast-state-stopping = stops
cast-state-stopped = stopped
cast-state-done = sent
cast-state-running-reword = being changed
cast-state-done-reword = changed
cast-state-running-retract = being deleted
cast-state-done-retract = deleted
cast-figure = { $what }: { $people }
cast-column-sent = Sent
cast-column-changed = Changed or deleted
cast-column-waiting = Waiting
cast-column-morning = Of these until morning
cast-column-gone = Blocked the bot
cast-column-broken = Not accepted
cast-column-unknown = In doubt
cast-column-stopped = Not sent any more
cast-column-total = All together
cast-column-code = Code
cast-column-language = Language
cast-column-state = What became of it
cast-column-answer = Answer
cast-column-time = Time
cast-rate = A minute: { $rate }
cast-left = Minutes left: about { $minutes }
cast-rests = It rests while it is being corrected, and goes on by itself.
cast-is-reworded = It was corrected. What goes out now has the corrected words.
cast-is-retracted = It was taken back. How many were deleted stands on the card of the deletion.
cast-correctable = It can be corrected or deleted until { $until }.
cast-late = Sent more than 48 hours ago, so Telegram leaves them as they are: { $people }
cast-tally =
    I can come: { $come }
    I need help: { $help }
button-cast-pause = Pause
button-cast-resume = Go on
button-cast-stop = Stop for good
button-cast-again-unknown = Those in doubt again
button-cast-again-broken = Those not accepted again
button-cast-correct = Correct what was sent
button-cast-answers = Who answered
button-cast-report = Report as a table
button-cast-picture = Report as a picture
cast-stop-sure = Stop it for good? What was sent stays in people’s chats; what was not sent never will be. To send it later, pause it instead.
cast-none-again = There is nothing of this kind to send again.
cast-correct = What shall happen to what was sent? Telegram lets it be changed or deleted for 48 hours. Who has read it already has read it.
cast-correct-late = Telegram lets what was sent be changed or deleted for 48 hours only, and these are over. You can still send a new message.
cast-correct-none = There is nothing of it in any chat that could be changed: nothing has been sent yet, or it was more than 48 hours ago.
button-cast-reword = Change the words
button-cast-retract = Delete it everywhere
cast-answered = { $at }
cast-team-code = team · { $code }
cast-case-codes = { $codes }
cast-no-code = no case
cast-report = What became of a message to many. People stand in it by codes only.
cast-all-languages = All languages
cast-unlisted = More people who are not listed here: { $people }
cast-sheet-numbers = Numbers
cast-sheet-people = By code
cast-picture = A message to many
cast-picture-of = A message to many · { $at }

# What people answer
cast-answer-noted = Thank you. It is noted, and you can change it here.
cast-help-noted = We have noted that you need help. If it cannot wait, or you want to say what has happened, talk to a person now.

### What relatives read after the report.

cases-yours = <b>Your reports</b>
cases-none = You have not reported anybody yet.
button-unfinished = Unfinished: { $title }
case-title = <b>Case { $code }</b>
case-situation = What we know: { $situation }
situation-missing = missing
situation-detained = detained
situation-sentenced = sentenced
situation-restricted = freedom restricted
situation-released = released
situation-located = found
situation-deceased = deceased
situation-unknown = nothing certain yet
stage-new = The report is waiting to be taken up.
stage-verifying = We are checking what was told.
stage-active = We are working on it.
stage-waiting = We have written to offices and are waiting for their answers.
stage-closed = Our work on this case has ended.
timeline = <b>What happened so far</b>
timeline-reported = { $day }: report received
timeline-taken = { $day }: a coordinator took the case
timeline-changed = { $day }: the report was added to or corrected
timeline-update = { $day }: we wrote to the family
timeline-word = { $day }: message from the family
timeline-nothing-new = { $day }: nothing new yet
case-promise = We will write by { $day }, even if there is nothing new.
button-add = Add something
button-read-update = Message of { $day }

notice-update = You have an update from the hotline.
update-title = <b>From our team, about case { $code }, { $day }</b>
answer-title = <b>From our team, { $day }</b>

promise-word = A word from the hotline, as we promised.
promise-nothing-new = { $code }: there is nothing new yet. We are still working on it and will write again by { $day }.
promise-working = { $code }: we are still working on it and will write again by { $day }.

word-ask = What do you want to tell us about case { $code }? You can write, speak, or send photos and documents, in as many messages as you like.
word-kept = Kept with case { $code }.
word-done = Thank you. It is with our team.

person-called = I have told our team that you want to speak with a person.
person-write = If you like, write or say now what it is about, and how we can reach you.
person-kept = Kept. Our team sees it.

loose-where = I hold what you sent. Where does it belong?
button-add-to-case = Add to { $code }
button-add-to-draft = Add to: { $title }
button-report-this = Report a person with it
button-send-to-person = Send it to our team
button-forget = Erase it here
forgotten = Erased from our records. What stands in this chat stays on your phone until you delete it yourself.

privacy =
    <b>What we keep</b>

    What you tell us in a report, your files, our messages to you, the language you chose and the number of your Telegram account. It is stored encrypted. Our coordinators can read it.

    Telegram itself also stores this chat. Anyone who holds your phone or your account may be able to read it.
privacy-kept = From you we now keep { $cases ->
    [one] { $cases } report that was sent
   *[other] { $cases } reports that were sent
} and { $drafts ->
    [one] { $drafts } unfinished one
   *[other] { $drafts } unfinished ones
}.
privacy-erase = An unfinished report can be erased here at once. To have one erased that was sent, ask here; our coordinators decide on it. Erasing in our records does not empty the chat on your phone, and it cannot call back what was already given to others.
button-erase-draft = Erase: { $title }
erase-sure = Erase the unfinished report “{ $title }”? This cannot be undone.
button-erase-yes = Yes, erase it
button-erase-no = No, keep it
erased = Erased from our records. What stands in this chat stays on your phone until you delete it yourself.

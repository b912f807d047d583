### The team: who is on it, what needs a second yes, and guesses at links and codes.

command-team = The team
button-team = The team
team-title = <b>The team</b>
team-line = { $code } · { $role } · since { $day }
team-you = Your own code is { $code }. Tell it to another coordinator by voice or in person, so that you know each other here.
role-coordinator = coordinator
role-volunteer = volunteer
role-family = relative
button-invite-volunteer = Invite a volunteer
button-propose-coordinator = Propose a new coordinator
button-propose-member = Propose as coordinator
button-take-role = Take the role away
team-invite =
    This link makes one person a volunteer, once, within 24 hours. Send it to that person only, not through a group.
team-invite-coordinator =
    Another coordinator said yes. This link makes one person a coordinator, once, within 24 hours. Send it to that person only, not through a group.
team-remove-sure =
    Take this role away? It takes effect at once: open letters and all buttons of this person stop working, requests for a second yes end, cases become free, and no invitation that is out works any more. The other coordinators are told.

    What this person has read already, and what stands in that chat, cannot be called back.
team-removed = { $code } has no role any more. The other coordinators are told.
role-taken = You are no longer on the team of this hotline. You can report somebody here and follow your own cases, as every relative can.
alert-role-taken = A role was taken away: { $code }, { $role }. Cases of this person are free again, and invitations that were out work no more. If you do not know why, ask the other coordinators by voice.
team-why = Why should this person be a coordinator? Another coordinator reads your words and decides. A coordinator sees all cases.
team-why-new = Who should be a coordinator, and why? Another coordinator reads your words and decides. Write it so that the two of you know who is meant. A coordinator sees all cases.
team-reason = This is what the others will read:
team-reason-in-words = Please write it in words, not more than { $longest } letters.
button-ask-approval = Ask for a second yes

alert-approval = You are asked for a second yes.
button-look = See what it is
button-request = Second yes asked · { $at }
button-approve = Yes, do it
button-refuse-approval = No
button-withdraw = Take the request back
approval-grant-coordinator = <b>Somebody is to become a coordinator, and see all cases.</b>
approval-erase-case = <b>A case is to be erased. This cannot be undone.</b>
approval-export-cases = <b>Names of several cases are to be exported.</b>
approval-destroy-keys = <b>Keys are to be destroyed. What they seal can never be read again.</b>
approval-grant-coordinator-named = a new coordinator
approval-erase-case-named = erasing a case
approval-export-cases-named = an export of several cases
approval-destroy-keys-named = destroying keys
approval-grant-link = By a link that whoever asks passes on. It works once, within 24 hours.
approval-reason = Why:
approval-times = Asked: { $asked }. It can be decided until { $until }. If you have any doubt, speak to whoever asked before you decide.
approval-asked = The other coordinators are asked. It takes effect when one of them says yes, until { $until }.
approval-asked-alone = You are the only coordinator, so nobody else can say yes. You can confirm it yourself from { $at } until { $until }. Until then nothing happens, and you can take it back.
approval-nobody = This needs the yes of a second coordinator, and there is none. Whoever runs the machine can invite one.
approval-wait = It is your own request: another coordinator decides.
approval-wait-alone = It is your own request, and you are the only coordinator. You can confirm it from { $at } on.
alert-approval-ends = A request for a second yes still waits. It can be decided until { $until }.
approval-lapsed = Nobody decided in time: { $what }. Nothing was changed.
approval-done = Decided with a second yes: { $what }.
approval-refused = Refused: { $what }. Nothing was changed.
approval-withdrawn = You took your request back. Nothing was changed.
approval-impossible = This cannot be done any more. Nothing was changed.
approval-over = There is nothing to decide here any more: it was decided, taken back, or its time is over.

alert-guessing = Somebody has tried links or codes that are not valid, five times within an hour. From this account nothing more is tried for an hour. Nothing was opened.
alert-guessing-all = Many accounts have tried links or codes that are not valid. For up to an hour no link or code is accepted from anybody. Nothing was opened.

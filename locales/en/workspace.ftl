### The group of the team, with a topic for each open case.

command-workspace = The group of the team
workspace-off = No group of the team is switched on. If you want one: make a group with topics, add this bot as an administrator who may manage topics, and write /workspace there. A second coordinator must say yes. Each open case then gets a topic with its code, never with a name.
workspace-on = The group of the team is switched on. Each open case has a topic there, with its code.
workspace-names-hidden = Names are not shown there.
workspace-names-shown = Names of newly reported people are shown there.
button-workspace-names = Show names there
button-workspace-hide = Hide names there
button-workspace-off = Switch the group off
workspace-stopped = The group is switched off. Nothing is written there any more. What stands there stays: please delete it by hand.
workspace-what = <b>A group is to become the group of the team. Codes of cases, and when something happens, will be written there:</b>
workspace-risk = Everybody in that group, and Telegram, can read this. Look at who is in it before you say yes.
workspace-names-risk = Everybody in the group of the team, and Telegram, will read the names of newly reported people there. Anybody who joins the group later can read them, too.
approval-open-workspace = <b>A group of the team is to be switched on.</b>
approval-open-workspace-named = a group of the team
approval-show-names = <b>Names are to be shown in the group of the team.</b>
approval-show-names-named = names in the group of the team

workspace-no-topics = This group has no topics. Please switch topics on in the settings of the group, and write /workspace again.
workspace-on-already = This is the group of the team already.
workspace-asked = The other coordinators are asked in private. Until one of them says yes, nothing is written here.
workspace-alone = This needs the yes of a second coordinator, and there is none.
workspace-begun = This is the group of the team now. Each open case gets a topic here when something happens. Please write no names and nothing about a family here.
workspace-reported = A new report: { $code }.
workspace-word = { $code }: the family has written.
workspace-stage-new = { $code }: waits to be taken.
workspace-stage-verifying = { $code }: is being checked.
workspace-stage-active = { $code }: is being worked on.
workspace-stage-waiting = { $code }: waits for answers of offices.
workspace-stage-closed = { $code }: closed.
workspace-stage-merged = { $code }: joined with another case.

alert-workspace-barred = The bot may not manage topics in the group of the team, or the group has none. The group was switched off. Make the bot an administrator who may manage topics, and write /workspace there again.
alert-workspace-gone = The bot cannot write in the group of the team any more: it was taken out, or the group is gone. The group was switched off.
alert-workspace-topic = { $code }: its topic in the group of the team could not be made anew. What happens with the case still reaches you here.

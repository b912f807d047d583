### 工作人员的群组：每个未结束的个案有一个话题。

command-workspace = 工作人员的群组
workspace-off = 还没有开启工作人员的群组。如果需要：请建一个有话题的群组，把这个机器人加为可以管理话题的管理员，然后在那里写 /workspace。还需要另一位协调员同意。之后每个未结束的个案会有一个话题，只写编号，从不写名字。
workspace-on = 工作人员的群组已开启。每个未结束的个案在那里有一个写着编号的话题。
workspace-names-hidden = 那里不显示名字。
workspace-names-shown = 那里会显示新登记的人的名字。
button-workspace-names = 在那里显示名字
button-workspace-hide = 不在那里显示名字
button-workspace-off = 关闭群组
workspace-stopped = 群组已关闭，不会再往那里写任何内容。已经写的会留在那里：请您自己删除。
workspace-what = <b>有一个群组要成为工作人员的群组。那里会写个案的编号，以及有事发生的时间：</b>
workspace-risk = 群组里的每个人和 Telegram 都能读到。同意之前，请看一下群组里都有谁。
workspace-names-risk = 工作人员群组里的每个人和 Telegram 都会读到新登记的人的名字。以后加入群组的人也能读到。
approval-open-workspace = <b>要开启工作人员的群组。</b>
approval-open-workspace-named = 工作人员的群组
approval-show-names = <b>要在工作人员的群组里显示名字。</b>
approval-show-names-named = 群组里的名字

workspace-no-topics = 这个群组没有话题。请在群组设置里开启话题，再写一次 /workspace。
workspace-on-already = 这里已经是工作人员的群组了。
workspace-asked = 已经私下询问其他协调员。在其中一位同意之前，这里不会写任何内容。
workspace-alone = 这需要另一位协调员同意，但现在没有另一位。
workspace-begun = 这里现在是工作人员的群组。个案有新的事情时，会在这里有一个话题。请不要在这里写名字，也不要写家属的任何情况。
workspace-reported = 新的登记：{ $code }。
workspace-word = { $code }：家属写了消息。
workspace-stage-new = { $code }：等待有人接手。
workspace-stage-verifying = { $code }：正在核实。
workspace-stage-active = { $code }：正在处理。
workspace-stage-waiting = { $code }：正在等各部门答复。
workspace-stage-closed = { $code }：已结束。
workspace-stage-merged = { $code }：已与另一个个案合并。

alert-workspace-barred = 机器人不能管理工作人员群组里的话题，或者群组没有话题。群组已关闭。请把机器人设为可以管理话题的管理员，再在那里写一次 /workspace。
alert-workspace-gone = 机器人已经不能在工作人员的群组里写消息：它被移出了，或者群组已经不在。群组已关闭。
alert-workspace-topic = { $code }：没能在工作人员的群组里重新建立它的话题。这个个案的情况仍然会在这里通知您。

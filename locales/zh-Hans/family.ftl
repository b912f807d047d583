### What relatives read after the report.

cases-yours = <b>您的登记</b>
cases-none = 您还没有登记过任何人。
button-unfinished = 未完成：{ $title }
case-title = <b>个案 { $code }</b>
case-situation = 我们知道的情况：{ $situation }
situation-missing = 失踪
situation-detained = 被关押
situation-sentenced = 被判刑
situation-restricted = 自由受限
situation-released = 获释
situation-located = 已查明下落
situation-deceased = 已去世
situation-unknown = 还没有确切的消息
stage-new = 这份登记正在等工作人员接手。
stage-verifying = 我们正在核对收到的情况。
stage-active = 我们正在处理这个个案。
stage-waiting = 我们已经给一些部门写了信，正在等他们回复。
stage-closed = 我们在这个个案上的工作已经结束。
timeline = <b>到现在为止的经过</b>
timeline-reported = { $day }：收到登记
timeline-taken = { $day }：一位协调员接手了个案
timeline-changed = { $day }：登记有补充或更正
timeline-update = { $day }：我们给家属写了消息
timeline-word = { $day }：家属发来消息
timeline-nothing-new = { $day }：还没有新的情况
case-promise = 即使没有新的情况，我们最晚也会在{ $day }给您写消息。
button-add = 补充内容
button-read-update = { $day }的消息

notice-update = 您有一条来自热线的消息。
update-title = <b>我们的工作人员就个案 { $code } 写给您，{ $day }</b>
answer-title = <b>我们的工作人员写给您，{ $day }</b>

promise-word = 这是热线答应给您写的消息。
promise-nothing-new = { $code }：还没有新的情况。我们仍在处理，最晚会在{ $day }再给您写消息。
promise-working = { $code }：我们仍在处理，最晚会在{ $day }再给您写消息。

word-ask = 关于个案 { $code }，您想告诉我们什么？您可以打字、说话，或者发照片和文件，发多少条都可以。
word-kept = 已随个案 { $code } 保存。
word-done = 谢谢您。我们的工作人员已经收到。

person-called = 我已经告诉我们的工作人员，您想和人说话。
person-write = 如果您愿意，现在可以写下或说出是什么事，以及我们怎样联系您。
person-kept = 已保存。我们的工作人员会看到。

loose-where = 您发来的内容先放在我这里。您想把它放到哪里？
button-add-to-case = 加到 { $code }
button-add-to-draft = 加到：{ $title }
button-report-this = 用这些内容登记一个人
button-send-to-person = 发给工作人员
button-forget = 在这里删除
forgotten = 已从我们的记录中删除。这个聊天里的内容会留在您的手机上，直到您自己删除。

privacy =
    <b>我们保存什么</b>

    您登记时告诉我们的内容、您的文件、我们写给您的消息、您选择的语言，以及您的 Telegram 账号的编号。这些都加密保存。我们的协调员可以阅读。

    Telegram 自己也保存这个聊天。拿着您的手机或掌握您账号的人，都可能看到它。
privacy-kept = 您的资料，我们现在保存着：已发送的登记 { $cases } 份，未完成的登记 { $drafts } 份。
privacy-erase = 未完成的登记，可以在这里立刻删除。要删除已发送的登记，请在这里提出；由我们的协调员决定。从我们的记录中删除，不会清空您手机上的聊天，也收不回已经交给别人的内容。
button-erase-draft = 删除：{ $title }
erase-sure = 要删除这份未完成的登记吗：“{ $title }”？删除以后无法恢复。
button-erase-yes = 是，删除
button-erase-no = 不，继续保存
erased = 已从我们的记录中删除。这个聊天里的内容会留在您的手机上，直到您自己删除。

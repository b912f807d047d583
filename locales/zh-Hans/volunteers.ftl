### What somebody of the team tells of herself; rest, leaving, and how she is.

command-profile = 我的自我介绍
command-pause = 休息一段时间
command-resume = 我回来了
command-leave_team = 离开团队

help-team =
    <b>团队成员</b>
    /tasks — 您要做的事项
    /profile — 您说过的自己的情况，随时可以修改
    /pause — 休息一段时间，这段时间不会打扰您
    /resume — 您回来了
    /leave_team — 离开团队，手里的事会退回

profile-offer = 您愿意说一点自己的情况吗？这样我们只会问您适合您的事。一共七个简短的问题，每个都可以跳过，以后也可以修改。协调员找人帮忙时会看到您的回答，只显示您的编号。
button-profile-now = 现在说
button-profile-later = 以后再说
profile-later = 好的。什么时候愿意都可以：/profile
profile-step = 第{ $number }个问题，共{ $total }个
button-profile-next = 下一个
button-profile-enough = 先到这里
button-profile-done = 好了
button-profile-go-on = 继续
profile-title = <b>您说过的自己的情况</b>
profile-line = { $what }：{ $told }
profile-untold = 还没有说
profile-span = { $start }–{ $end }
profile-number = { $number }
label-profile-languages = 语言
label-profile-region = 地点
label-profile-skills = 我能做的
label-profile-zone = 我的钟
label-profile-hours = 时段
label-profile-days-off = 休息日
label-profile-most = 同时几个个案
ask-profile-languages = 您能用哪些语言和家属交谈？请全部选上。
ask-profile-region = 您在哪里，或者去哪里方便？请写城市或地区的名称。这样只会请您去附近探访或接送，不会请您去远处。
ask-profile-skills = 您能为家属做什么？请选上所有适合您的，别的事不会问您。如果什么都不选，各种事都可能问您。
ask-profile-zone = 这些城市中，哪个的钟和您的一样？您的时段和日子都按它来算。
ask-profile-hours = 一天中什么时候可以问您、提醒您？其他时间不会来这类消息。
ask-profile-days-off = 一周中哪几天不要来消息？请全部选上。
ask-profile-most = 您愿意同时帮几个个案？不会问您更多。
skill-call = 给家属打电话
skill-translate = 翻译
skill-visit = 探访
skill-write = 写请求信
skill-legal = 法律问题
skill-drive = 开车接送
button-profile-nowhere = 不写地点
profile-place-which = 是这些地方中的一个吗？如果都不是，请换一种写法。
profile-place-unknown = 我们的表里没有这个地名。请写附近的城市或地区，或者不写地点继续。
profile-how-on = 每月会问一次您最近怎么样。
profile-how-off = 不会问您最近怎么样。
button-how-off = 不要问我怎么样
button-how-on = 可以问我怎么样
button-pause-ask = 休息一段时间
button-leave-team = 离开团队

pause-ask = 您想休息到什么时候？这段时间里不会问您任何事，也不会提醒您。别人只看到您在休息，看不到原因。
button-pause-tomorrow = 到明天
button-pause-monday = 到星期一
button-pause-date = 到某一天
button-pause-say = 到我说为止
button-pause-days-1 = 一天
button-pause-days-3 = 三天
button-pause-days-7 = 一周
button-pause-over = 我回来了
pause-which-day = 您哪一天回来？请写下来，例如“3月14日”或“十天后”。最多{ $days }天；要更久，请选“到我说为止”。
pause-back-on = 您在这些日子中的哪一天回来？
pause-until = 您在休息。您回来的日子：{ $day }。等着您的事到那天再来。
pause-until-you-say = 您在休息，直到您说回来了：/resume
pause-nobody-else = 现在没有别的协调员，所以不能等的事还是会来找您。
in-hand-roles = 个案上的任务：{ $count }
in-hand-tasks = 事项：{ $count }
in-hand-cases = 协调员接手的个案：{ $count }
pause-keep-or-back = 这些现在都由您负责。要留着，还是退回，让别人来做？
button-pause-keep = 留给我
button-pause-back = 退回
pause-kept = 都留给您，您回来后我们会提醒您。如果在那之前过了期限，协调员会知道。
pause-kept-open = 都留给您。如果在您回来之前有事到期，就全部退回，我们会问别人。
pause-kept-cases = 留在您这里的个案有人来信，您还是会收到。
pause-handed-back = 都退回了。协调员知道，我们会问别人。
pause-over = 您回来了。谢谢您。
pause-over-early = 您回来了。谢谢您。推迟的提醒会在{ $day }来；您手里的事现在就能在这里看到。
pause-none = 您现在没有在休息。
alert-handed-back = { $code } 在休息，退回了手里的事：
rests = 休息中
rests-until = 休息到{ $day }
volunteers-rest = 正在休息，不会问到：

rest-proposed = 您承担的事很沉重。如果愿意，可以休息几天：这几天不会问您任何事，也不会提醒您。不休息也可以，没有人会问原因。
button-pause-no = 不用，谢谢
rest-declined = 好的。什么时候想休息都可以：/pause

leave-ask = 您想离开团队吗？
leave-what-happens =
    如果您离开：
    – 您手里的事马上全部退回，我们会问别人；
    – 您说过的自己的情况、最近怎么样，都会删除；
    – 协调员会知道，只看到您的编号；
    – 在这里看过的内容，请不要保存副本。

    以后可以凭新的邀请回来。
button-leave-yes = 是的，离开团队
button-leave-pause = 还是先休息一段时间
button-leave-no = 我留下
leave-stays = 您留在团队里。什么都没有改变。
leave-last = 您是我们现在唯一联系得上的协调员。如果您离开，就没有人看家属写来的内容了，所以暂时还不能离开。管理机器的人可以再邀请一位协调员，之后您就可以离开。在那之前您可以休息一段时间。
team-left = 您已经离开团队。谢谢您所做的一切。您仍然可以像每一位亲属一样，在这里登记一个人，查看自己的个案。
alert-team-left = { $code }（{ $role }）离开了团队，手里的事已经退回。

how-are-you = 您最近怎么样？不回答也可以。
how-one-reader = 如果您回答，只有一位协调员会看：您先选是谁。团队里别的人打不开，发出{ $days }天后就删除。
button-how-answer = 回答
button-how-not-now = 现在不
button-how-never = 以后不要再问
how-whom = 请谁来看？这里用编号表示协调员。如果不知道是谁的编号，请问您信任的那一位。
how-nobody = 现在没有协调员可以看。
how-read-by = 您的回答只有 { $code } 会看。发出{ $days }天后就删除。
option-how-well = 还好
option-how-tired = 累，不过还可以
option-how-hard = 最近很难
option-how-too-much = 我承受不了了
how-press-or-write = 请按一个按钮，或者用自己的话写。
how-send-or-more = 可以发送，也可以再写一些。
button-how-send = 发送给 { $code }
how-in-words = 请写成文字，不超过{ $longest }个字。只有文字能够只留给一个人看；您刚才发来的没有转给任何人。
how-reader-gone = 这位协调员已经不能看了。什么都没有发出。您可以选另一位。
how-answered-before = 这个已经回答过了。
how-sent = { $code } 会看，别的人都不会看。删除的日子：{ $day }。如果太沉重，随时可以休息：/pause
how-skipped = 好的。什么都没有保存。
how-never = 以后不再问您。可以在 /profile 里更改
alert-how = 团队里有一个人说了自己最近怎么样，希望只有您看。
button-how-read = 查看
how-of = <b>{ $code }</b>，问的日子：{ $day }
how-for-you-alone = 只有您能打开。请不要告诉别人；如果想帮忙，请和这个人谈谈。在这个聊天里只留几分钟。

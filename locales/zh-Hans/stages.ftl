### 个案的工作进行到哪一步：给团队看，也给家属看。

case-stage = 我们的工作：{ $stage }
work-new = 新，还没有人接手
work-verifying = 正在核对
work-active = 正在处理
work-waiting = 正在等一些部门回复
work-closed = 已结束
work-merged = 已和另一个个案合并
case-urgency-soon = 这个个案不能等太久。
case-urgency-now = <b>这个个案不能等。</b>
case-merged-into = 已和 { $code } 合并。工作在那里继续。
case-merged-here = 合并到这里的个案：{ $codes }
case-closed-because = 结束的原因：{ $reason }
button-stage = 我们的工作
button-stage-verifying = 核对情况
button-stage-active = 开始处理
button-stage-waiting = 等部门回复
button-close-case = 结束个案
button-reopen = 重新打开
button-merge = 和另一个个案合并
button-merged-other = 在哪里继续
button-merged-one = 已合并：{ $code }
button-part = 重新分开
button-urgency = 紧急程度

slip-closing = 结束个案
ask-closing-reason = 为什么结束这个个案的工作？
label-closing-reason = 原因
option-closing-reason-found = 已查明下落
option-closing-reason-released = 获释
option-closing-reason-deceased = 去世
option-closing-reason-wish = 家属的意愿
option-closing-reason-double = 登记了两次
option-closing-reason-no-help = 已没有办法帮上忙
option-closing-reason-other = 其他原因
ask-closing-words = 以后团队需要知道什么？家属看不到这段话。要让家属知道的，请另外给家属写消息。
label-closing-words = 给团队
slip-merging = 合并同一个人的两份登记
ask-merging-code =
    工作在哪个个案里继续？请写编号，例如 K7Q-4M2。

    从这时起，关注这个个案的人也会收到那个个案的消息，并能读到我们以前和以后写给那家人的消息。登记的内容只有登记的人自己能看到。
label-merging-code = 继续的个案
slip-urgency = 紧急程度
ask-urgency-level = 这个个案能等多久？
label-urgency-level = 紧急程度
option-urgency-level-calm = 和一般个案一样
option-urgency-level-soon = 不能等太久
option-urgency-level-now = 不能等
ask-urgency-why = 为什么？请用一两行写。下一个打开的人会读到。
label-urgency-why = 原因

stage-not-from-here = 从个案现在的状态走不到这一步。请您再看一次。
stage-news-first = 这个个案有一个沉重的消息，还没有告诉家属。要先由人亲自告知，然后才能结束或合并个案。
stage-death-untold = 要先有两个人确认，并由人亲自告诉家属，才能以去世为原因结束。请先把它作为一个说法记下，再从那里继续。
merge-no-code = 这里读不出编号。编号有六个字母和数字，例如 K7Q-4M2，写在个案的最上面。
merge-unknown-code = 没有这个编号的个案。可能有一个字母不一样；编号写在另一个个案的最上面。
merge-itself = 这是这个个案自己的编号。请写另一个个案的编号。
merge-into-closed = 这个编号的个案已经结束。请先重新打开，然后才能合并。
merge-into-merged = 这个编号的个案自己已经和别的个案合并了。请写那个个案的编号：它写在这个个案的卡片上。

alert-stage = { $code }：有人把工作推进到了另一步。
alert-closed = 个案 { $code } 已结束。已经告诉家属我们的工作结束了。
alert-reopened = 个案 { $code } 已重新打开。已经告诉家属。
alert-merged = 个案 { $code } 已和 { $into } 合并。关注前一个的人，现在也会收到后一个的消息。
alert-parted = 个案 { $code } 已和原来合并的个案重新分开。
alert-urgent = 个案 { $code } 不能等。原因写在里面。
alert-urgency = { $code }：紧急程度有改动。

stage-merged = 我们收到了同一个人的两份登记。我们在另一份上继续工作。您讲的内容仍然只属于您，另一家人看不到。
stage-closed-found = 我们在这个个案上的工作已经结束，因为已查明此人的下落。
stage-closed-released = 我们在这个个案上的工作已经结束，因为此人已获释。
stage-closed-wish = 按照家属的意愿，我们在这个个案上的工作已经结束。
stage-closed-double = 我们在这个个案上的工作已经结束，因为同一个人登记了两次。我们在另一份登记上继续工作。
stage-closed-no-help = 我们在这个个案上的工作已经结束：目前我们看不到还能做什么。这并不是说什么都不能做了。如果有新的情况，我们会重新打开。
stage-closed-other = 我们在这个个案上的工作已经结束。如果您想知道原因，请写给我们，会有工作人员回复您。
stage-closed-spoken = 我们在这个个案上的工作已经结束。我们的工作人员已经和您谈过。
stage-closed-goes-on = 如果您知道了新的情况，或者不同意，请写给我们：可以重新打开。
button-see-report = 查看登记
timeline-stage = { $day }：工作进入另一步
timeline-closed = { $day }：我们的工作结束
timeline-reopened = { $day }：我们重新开始处理
timeline-merged = { $day }：和同一个人的另一份登记合并
timeline-parted = { $day }：和另一份登记重新分开
situation-deported = 被遣返

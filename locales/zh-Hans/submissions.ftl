### What UN bodies need, and what was sent to them. WGEID and WGAD are working groups, CED a committee.

button-un = 联合国
button-un-ask = 问家属
button-un-record = 录入提交
slip-un = 向联合国的提交
slip-un-outcome = 提交的结果
ask-un-body = 提交给了哪个机构？
label-un-body = 机构
option-un-body-wgeid = WGEID（失踪）
option-un-body-ced = CED（紧急行动）
option-un-body-wgad = WGAD（任意拘留）
option-un-body-other = 其他机构
ask-un-sent = 什么时候提交的？
label-un-sent = 提交日期
ask-un-number = 编号是什么？
label-un-number = 编号
ask-un-papers = 提交了什么？写文字，或者发材料本身。
label-un-papers = 提交的内容
ask-un-outcome-outcome = 结果怎么样？
label-un-outcome-outcome = 结果
option-un-outcome-outcome-registered = 已登记
option-un-outcome-outcome-asked = 要求补充
option-un-outcome-outcome-transmitted = 已转给政府
option-un-outcome-outcome-refused = 没有受理
option-un-outcome-outcome-closed = 那边已结束
ask-un-outcome-day = 是什么时候？
label-un-outcome-day = 什么时候
ask-un-outcome-reply = 他们写了什么？写文字，或者发信件。
label-un-outcome-reply = 他们写的内容

un-title = <b>联合国 · { $code }</b>
un-short = { $count ->
   *[other] 离 WGEID 的要求还缺 { $count } 个回答
}
un-whole = WGEID 要求的六个回答都有了。
un-window-unknown = 失踪的日子不够清楚，没法计算紧急程序的三个月。
un-window-over = 紧急程序的三个月已在{ $day }结束。普通的途径仍然可以走。
un-window = { $count ->
   *[other] 紧急程序到{ $day }为止：还剩 { $count } 天。
}
un-window-range = 因为日子不确切，紧急程序在{ $first }和{ $last }之间结束。
label-un-missing = 还缺
un-consent-yes = 家属同意提交给联合国。
un-consent-no = 家属不同意提交给联合国。没有家属的同意，什么都不发。
un-consent-open = 家属还没有说是否同意提交给联合国。没有家属的同意，什么都不发。
un-ced = 这里也许可以援引公约第30条，即 CED 的紧急行动。这只是建议，由律师确认。
label-un-sent-list = 到现在提交的
un-asked-on = 上一次问家属的日子：{ $day }。
un-nobody-to-ask = { $code }：在这里没法问做登记的人。请给家属打电话。
un-asked = { $count ->
   *[other] 已向家属提出 { $count } 个问题。
}
alert-un-window = { $count ->
   *[other] { $code }：WGEID 的紧急程序还有 { $count } 天。
}

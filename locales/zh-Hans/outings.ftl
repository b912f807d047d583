### 有人去可能有危险的地方：/safe，会问什么，没有回答时谁会知道。

command-safe = 约定何时报平安
outing-ask-what =
    <b>平安回来</b>

    请告诉我您去哪里、几点前会平安。到时我会问您。如果您没有回答，半小时后我们的团队和您指定的人会知道，夜里也一样。

    没有人能保证一定帮得上：他们会设法联系您，再决定怎么做。

    您去哪里？
button-outing-gathering = 去集会
button-outing-court = 去法院
button-outing-visit = 去探望
button-outing-other = 去别处
outing-what-gathering = 集会
outing-what-court = 法院
outing-what-visit = 探望
outing-what-other = 别处
outing-ask-until = 您几点前会平安？请按按钮，或写一个时间，例如 18:00。
button-outing-hours = { $hours } 小时后
outing-no-time = 我没看懂这个时间。请这样写：18:00。必须在一天之内。
outing-card = { $named ->
    [0] 我会在 { $at } 问您。如果您没有回答，再过半小时我们的团队会知道。
   *[other] 我会在 { $at } 问您。如果您没有回答，再过半小时我们的团队和您指定的 { $named } 个人会知道。
}
outing-share = 如果愿意，请发送您的位置或写下您在哪里；实时位置也可以。只有您没有回答或求助时才会给人看，您回来两天后删除。
outing-placed = 记下了。只有您没有回答或求助时才会给人看。
button-outing-safe = 我平安
button-outing-more = 再等 30 分钟
button-outing-help = 我需要帮助
outing-asked = 现在是 { $at }。您平安吗？
outing-reminded = 您平安吗？我在 { $at } 问过您，还没有收到回答。
outing-reminded-twice = 您平安吗？我在 { $at } 问过您。如果几分钟内没有回答，我会告诉我们的团队和您指定的人。
outing-alarmed = { $at } 时我没能问您：热线当时停止了运行。我们的团队和您指定的人已经接到通知。您平安吗？
outing-thanks = 您平安就好。谢谢您回话。
outing-longer = 我会在 { $at } 再问您。
outing-help-told = 已经通知我们的团队和您指定的人。我不知道他们什么时候会看到。如果可以，请打电话给您身边的人。
outing-over = 这一次已经结束。重新开始请用 /safe。
outing-place-none = 没有说过地点。
outing-place-said = 所在地（本人的话，{ $at } 时）：
outing-place-point = 最后所知的位置（{ $at } 时）：<code>{ $point }</code>
alert-outing = { $code } 没有回答：{ $what }，最迟应在 { $at } 前平安。已问一次，提醒两次。
alert-outing-late = 没能及时询问 { $code }，因为热线停止了运行，或该账号无法联系：{ $what }，最迟应在 { $at } 前平安。
alert-outing-help = { $code } 求助：{ $what }，约定 { $at } 前平安。
alert-outing-companion = { $name } 没有回答：{ $what }，最迟应在 { $at } 前平安。已问一次，提醒两次。
alert-outing-late-companion = 没能及时询问 { $name }，因为我们的热线停止了运行，或该账号无法联系：{ $what }，最迟应在 { $at } 前平安。
alert-outing-help-companion = { $name } 求助：{ $what }，约定 { $at } 前平安。
companion-what-to-do = 我们的团队也已接到通知。请试着打电话。不要把姓名和地点写给不需要知道的人。
button-outing-reached = 已经联系到此人
button-outing-reached-code = 已联系到：{ $code }
outing-reached = 已记下 { $code } 联系到了；其他人会得到通知。
alert-outing-safe = { $code } 已回答：平安。
alert-outing-safe-companion = { $name } 已回答：平安。
alert-outing-answered = { $code } 已回答，还需要一点时间。
alert-outing-answered-companion = { $name } 已回答，还需要一点时间。
alert-outing-reached = 我们的团队已联系到 { $code }。
alert-outing-reached-companion = 我们的团队已联系到 { $name }。
button-outing-board = 现在谁在外面
outing-board = <b>现在谁在外面</b>
outing-board-none = 没有人。
outing-line = { $code } · { $what } · { $at } · { $state }
outing-state-out = 还没有问
outing-state-asked = 已问
outing-state-reminded = 已提醒
outing-state-reminded-twice = 已提醒两次
outing-state-alarmed = 没有回答，已报警示
button-companions = 还有谁会知道
companions = { $named ->
    [0] 如果您没有回来，只有我们的团队会知道。您可以指定信任的人。
   *[other] 如果您没有回来，除了我们的团队还有 { $named } 个人会知道：
}
companion-line = { $number } · { $day } 起
button-companion-add = 指定一个人
button-companion-cut = { $number }：不再通知
button-companion-leave = 不再收到 { $name } 的消息
companion-ask-name = 这个人怎么称呼您？请写一个名字或词。如果您没有回来，消息里会写上它。
companion-name-long = 请最多写 { $longest } 个字。
companion-link = 这个链接只给一个人用，{ $day } 前有效。请只发给您信任的人。同意的人只在您没有回来或求助时才会收到消息。
companion-links-out = 还有没人用过的链接。等它们被使用或过期后，您可以再做一个。
companions-full = 不能再指定更多的人了。请先去掉一个。
companion-own-link = 这是您自己的链接。请转给别人：它仍然有效。
companion-consent =
    { $name } 希望在自己没有从某处回来、或者求助时，让您知道。

    如果您同意，这样的消息随时可能来，夜里也一样。除此之外您什么也不会收到。我们保存您的语言和您的 Telegram 账号编号。您随时可以退出。
button-companion-agree = 好，请告诉我
companion-agreed = 谢谢。只有 { $name } 没有回来或求助时，您才会收到我们的消息。
companion-refused = 那么关于这件事什么也不保存。
companion-ended = 已经结束。

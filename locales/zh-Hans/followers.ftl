### Who follows a case: links for one more of the family, consent, and the section “Family” of the team.

button-followers = 谁在关注
button-open-report = 打开我的登记
follow-title = <b>谁在关注个案 { $code }</b>
follow-nobody = 除了您，家里没有别人关注。
follow-line = { $code } · 从{ $day }起
follow-you-only = 您在关注个案 { $code }。工作人员写给家属的消息，您也会收到。
button-follow-more = 加一个人
button-follow-link = 生成链接
button-follow-cut = { $code }：停止
button-follow-cut-yes = 是，停止
button-follow-leave = 我不想再收到
button-follow-leave-yes = 是，不再收
follow-explained =
    还可以让一位家人或您信任的人关注这个个案：看我们的工作人员写的消息，也可以给我们写。

    您说过的内容和您的文件，对方看不到。要先由工作人员同意。您随时可以停止。
follow-link = 这个链接给一个人用，有效期到{ $day }。请只发给这个人，最好不要发在群里。
follow-links-out = 还有没用过的链接。等它们用过或过期以后，您可以再生成一个。
follow-full = 关注这个个案的人已经很多，不能再加。请口头转告消息。
follow-already = 您已经在关注这个个案。如果链接是给别人的，请转给对方：它还能用。
follow-consent =
    一位信任您的人，希望您关注我们热线的一个个案。

    如果您同意，先由我们的工作人员看一下。然后您可以在这里看我们写给家属的消息，也可以给我们写。我们会保存您的语言和您的 Telegram 账号的编号。您随时可以退出。
follow-consent-risk = 这个聊天没有端到端加密。Telegram，还有拿着您的手机或掌握您账号的人，都可能看到。如果您在中国，或者您的手机可能被检查，请按“不同意”。
button-follow-agree = 同意，我要关注
follow-refused-it = 那么这件事什么都不保存。给您链接的人还可以用它。
follow-waits = 谢谢您。现在由工作人员决定。我们的消息怎样发给您，可以在设置里选择。
follow-approved = 您现在可以关注这个个案了。工作人员写给家属的消息，在 /cases 里可以看到。
follow-joined = 有人用您的链接关注了个案 { $code }。如果您没有把链接给过别人，请马上停止。
follow-ended = 您不再关注个案 { $code }。如果想知道为什么，请找工作人员。
follow-cut-sure = 要停止 { $code } 的关注吗？对方马上不再收到这个个案的任何内容。以前看过的，收不回来。
follow-cut = 已停止。
follow-gone = 这个人已经不再关注这个个案。
follow-leave-sure = 关于个案 { $code }，您不想再收到任何内容吗？要回来，需要一个新的链接。
follow-left = 您不会再收到这个个案的内容。这个聊天里的内容会留在您的手机上，直到您自己删除。
follow-teller-stays = 这份登记是您说的，所以它仍然是您的。您可以在设置里选择只在您来问时才收消息。

button-family = 家属
alert-follow = 有人拿着 { $code } 的家属给的链接来，想关注这个个案。请您决定。
family-title = <b>谁在关注个案 { $code }</b>
family-nobody = 没有人关注。
family-line = { $code } · { $language }
family-teller = 登记的人
family-unreached = 消息送不到
family-has-opened = 上一条消息已打开
family-not-opened = 上一条消息还没有打开
family-way-at-once = 直接发
family-way-ping = 按了才看到
family-way-asked = 只在来问时
family-waiting = 有 { $count } 人拿着链接来，正在等您决定。
family-opened = 我们上一次的消息，{ $day }：{ $count } 人中有 { $opened } 人打开。
family-asks = { $code } 想关注，从{ $day }起在等。同意之前，请先问一下登记的亲属。
button-follow-approve = 同意 { $code } 关注
button-follow-refuse = 不同意 { $code }
family-approved = { $code } 现在关注这个个案。生成链接的亲属会知道。
family-refused = { $code } 不关注这个个案。对方会看到：链接用不了。
family-decided = 这已经决定过了。
family-full = 关注这个个案的人已经很多，不能再加。请先停止其中一位。

word-closed = 我们在这个个案上的工作已经结束。您写的内容仍然会保存，也会有人看。

button-follow-again = 让 { $code } 重新关注
family-cut-off = { $code } 是登记的人，工作人员已停止其关注。
family-again = { $code } 重新关注这个个案，对方会知道。
follow-again = 您重新关注个案 { $code }。
follow-cut-teller-sure = 这份登记是 { $code } 说的。要停止吗？从现在起，对方不再收到这个个案的任何内容，也不会收到已停止的通知；对方生成的链接和还没有发送的补充会一并取消。个案会保留。您可以在这里让对方重新关注。以前看过的，收不回来。

### The team: who is on it, what needs a second yes, and guesses at links and codes.

command-team = 团队
button-team = 团队
team-title = <b>团队</b>
team-line = { $code } · { $role } · 从{ $day }起
team-you = 您自己的编号是 { $code }。请在通话时或当面把它告诉另一位协调员，这样大家在这里就能认出彼此。
role-coordinator = 协调员
role-volunteer = 志愿者
role-family = 亲属
button-invite-volunteer = 邀请一位志愿者
button-propose-coordinator = 提议一位新协调员
button-propose-member = 提议成为协调员
button-take-role = 取消这个角色
team-invite =
    这个链接可以让一个人成为志愿者，只能用一次，24小时内有效。请只发给这一个人，不要发到群里。
team-invite-coordinator =
    另一位协调员已经同意。这个链接可以让一个人成为协调员，只能用一次，24小时内有效。请只发给这一个人，不要发到群里。
team-remove-sure =
    要取消这个角色吗？马上就会生效：这个人正在写的消息和所有按钮都不能再用，请第二个人同意的请求就此结束，个案可以由别人接手，已经给出的邀请也都不能再用。其他协调员会收到通知。

    这个人已经看过的，以及留在那个聊天里的内容，收不回来。
team-removed = { $code } 现在没有任何角色了。其他协调员会收到通知。
role-taken = 您已经不在这条热线的团队里了。您仍然可以像每一位亲属一样，在这里登记一个人，查看自己的个案。
alert-role-taken = 有一个角色被取消了：{ $code }，{ $role }。这个人的个案可以由别人接手，已经给出的邀请也不能再用。如果您不知道原因，请打电话或当面问其他协调员。
team-why = 为什么要请这个人当协调员？另一位协调员会看您写的话，然后决定。协调员能看到所有个案。
team-why-new = 要请谁当协调员，为什么？另一位协调员会看您写的话，然后决定。请写得让您和那位协调员都明白说的是谁。协调员能看到所有个案。
team-reason = 其他协调员会读到：
team-reason-in-words = 请用文字写，不超过 { $longest } 个字。
button-ask-approval = 请第二个人同意

alert-approval = 有一件事需要第二个人同意，现在请您来决定。
button-look = 看看是什么事
button-request = 等第二个人同意 · { $at }
button-approve = 同意，照办
button-refuse-approval = 不同意
button-withdraw = 撤回请求
approval-grant-coordinator = <b>要让一个人成为协调员，能看到所有个案。</b>
approval-erase-case = <b>要删除一个个案。删除以后无法恢复。</b>
approval-export-cases = <b>要导出几个个案里的姓名。</b>
approval-destroy-keys = <b>要销毁密钥。用这些密钥加密的内容，以后再也无法阅读。</b>
approval-grant-coordinator-named = 增加一位协调员
approval-erase-case-named = 删除一个个案
approval-export-cases-named = 导出几个个案
approval-destroy-keys-named = 销毁密钥
approval-grant-link = 通过一个链接，由提出请求的人转交。链接只能用一次，24小时内有效。
approval-reason = 原因：
approval-times = 提出时间：{ $asked }。可以决定的期限：{ $until }。如果有任何疑问，请先和提出请求的人谈一谈，再作决定。
approval-asked = 已经去问其他协调员了。只要其中一位在{ $until }之前同意，这件事就会生效。
approval-asked-alone = 您是唯一的协调员，没有别人可以同意。从{ $at }起，您可以自己确认，期限到{ $until }为止。您确认之前，什么都不会发生，您也可以撤回。
approval-nobody = 这件事需要第二位协调员同意，但现在没有第二位。管理服务器的人可以邀请一位。
approval-wait = 这是您自己提出的请求：由另一位协调员决定。
approval-wait-alone = 这是您自己提出的请求，而您是唯一的协调员。从{ $at }起，您可以自己确认。
alert-approval-ends = 还有一件事在等您来决定是否同意。可以决定的期限：{ $until }。
approval-lapsed = 没有人及时决定：{ $what }。什么都没有改变。
approval-done = 有了第二个人的同意，已经决定：{ $what }。
approval-refused = 没有同意：{ $what }。什么都没有改变。
approval-withdrawn = 您撤回了请求。什么都没有改变。
approval-impossible = 这件事现在已经做不了了。什么都没有改变。
approval-over = 这里已经没有要决定的事：已经决定了，已经撤回了，或者已经过了期限。

alert-guessing = 有人在一小时内试了五次无效的链接或编号。这个账号在一小时内不能再试。什么都没有被打开。
alert-guessing-all = 有许多账号试了无效的链接或编号。在最长一小时内，不接受任何人的链接或编号。什么都没有被打开。

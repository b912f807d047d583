### What stands in a chat, and what a phone may show to somebody else who holds it.

command-clear = 清理这个聊天

cleared = { $removed ->
    [0] 这个聊天里没有最近两天的消息可以删除。
   *[other] 已经从这个聊天里删除 { $removed } 条消息，您那边和我们这边都删除了。
}
cleared-not = 有 { $refused } 条消息，Telegram 没有让我删除。请您自己删除。
cleared-older = Telegram 只让我删除两天以内的消息。要删除更早的：请在聊天列表里按住这个聊天，按“删除”，再选择为双方都删除。
cleared-records = 我们的记录不受影响。要从我们的记录中删除内容，请用 /privacy。

settings = <b>设置</b>
settings-clear-after = 超过 { $hours } 小时的消息，会自动从这个聊天里删除。
settings-clear-never = 消息会留在这个聊天里，直到您清理。
settings-word-none = 遇到紧急情况，用 /panic 可以马上断开您的账号和我们的连接，并清理这个聊天。您也可以自己定一个词，起同样的作用。
settings-word-set = 遇到紧急情况，用 /panic 或者您定的词，可以马上断开您的账号和我们的连接，并清理这个聊天。
settings-fleeting-on = 您打开的个案内容，五分钟后会从您的聊天里删除。
settings-fleeting-off = 您打开的个案内容会留在您的聊天里，直到您清理。
button-clear-now = 现在清理这个聊天
button-clear-by-itself = 自动清理
button-panic-word = 紧急时用的词
button-panic-word-none = 不再用这个词
button-fleeting-on = 五分钟后删除
button-fleeting-off = 留在聊天里

clear-after-ask = 消息过多久自动从这个聊天里删除？您的和我们的都会删除。等您回答的问题，会留到您回答为止，最多两天；通知会留到您下一次来这里为止。我们的记录不受影响。
button-clear-after = { $hours } 小时以后
button-clear-never = 不自动删除
clear-after-set = 从现在起，超过 { $hours } 小时的消息，会自动从这个聊天里删除。现在已经超过两天的，会留到您自己删除为止。
clear-never-set = 从现在起，消息会留在这个聊天里，直到您清理。

panic-word-ask = 您想用哪个词？请现在写出来。以后不论什么时候，您只要单独发来这个词，您的账号和我们的连接马上就会断开，您还没有发送的内容会删除，这个聊天也会清理。您已经发送的登记，仍然留在我们这里。要重新连上这些登记，需要和我们的工作人员说话。
panic-word-warning = 请选一到三个您绝不会当作回答发给我们的词：不要用人名、地名，也不要用“是的”。至少要有四个字。我们不保存这个词，只保存一个用来认出它的标记。您写着这个词的消息，会从这个聊天里删除。
panic-word-unfit = 这个词没法用：至少要有四个字，写在一行里。请另外写一个。
panic-word-kept = 以后我会认出这个词。您写着这个词的消息，会从这个聊天里删除。
panic-word-gone = 现在没有这个词了。/panic 仍然可以用。

privacy-phone = 用 /clear，可以从这个聊天里删除最近两天的消息。用 /settings，可以让消息自动删除。遇到紧急情况，用 /panic 可以马上断开您的账号和我们的连接，删除您还没有发送的内容，并清理这个聊天；要重新连上您的登记，需要和工作人员说话。

alert-unlinked = 遇到紧急情况，家属中有人断开了账号的连接：{ $codes }。个案保持不变。
alert-unlinked-rule = 现在用那个账号写消息的，可能是别人。要先核实是谁，才可以重新连接。
alert-coordinator-unlinked = 有一位协调员因紧急情况断开了账号的连接。这个角色已经取消，原来负责的个案现在没有人负责。要先核实是谁，才可以给新的邀请。
case-unlinked = { $day }，家属中有人因紧急情况断开了账号的连接。请不要往那里写消息。等这个人回来找工作人员时，请核实是谁，再从那条消息重新连接账号。
letter-unlinked = 这个账号的连接因紧急情况断开了：没法给它发任何内容。

button-relink = 重新连接一份登记
relink-which = 连接哪一份登记？这里只列出家属断开了账号连接的登记。
relink-line = { $code } · { $day }断开
relink-check =
    要让这个账号重新连接 { $codes } 吗？

    请先核实是谁：拨打登记里写的电话号码，或者问一件只有这个人才会知道的事。提问时，不要把答案带出来。如果不能确定，请不要连接。
button-relink-yes = 我核实过了，连接
relink-done = 已经重新连接：{ $codes }。对方会收到一条消息，里面不提别的。
alert-relinked = 紧急断开以后，有一个账号重新连接了：{ $codes }。如果您不知道有人核实过，请马上问其他工作人员。

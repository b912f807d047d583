### What coordinators read.

alert-report = 有一份新的登记：{ $code }。语言：{ $language }。
alert-word = 个案 { $code } 的家属发来消息。
alert-person = 有人想和工作人员说话。
about-draft = 这是在登记 { $code } 的中途提出的，登记还没有发送。步骤：{ $step }。
alert-draft-shown = 亲属同意让您看未完成的登记 { $code }。
alert-changed = 个案 { $code } 的登记有修改。
button-read-draft = 到现在说的内容
draft-title = <b>未完成的登记 { $code }</b>
draft-hidden = 没有可以看的内容：这份登记已经发送或删除，或者亲属没有同意。
about-nothing = 还没有个案。
alert-promise = { $code }：承诺的日子到了，还没有人写过消息。已经告诉家属：还没有新的情况，我们最晚会在{ $day }再写。
alert-promise-news = { $code }：承诺的日子到了，而沉重的消息还没有由人转告。家属只读到我们仍在处理、最晚会在{ $day }再写。请不要让他们一直等下去。
alert-promise-unheard = { $code }：承诺的日子到了，但在这里没法给家属写消息。即使没有新的情况，也请给家属打电话。下一次最晚要在{ $day }告诉家属。
alert-new-coordinator = 一位新的协调员通过邀请加入了。如果您不知道这件事，请马上告诉管理服务器的人。
alert-unreachable = 消息已经送不到这些个案的家属：{ $codes }。他们可能屏蔽了机器人，或者失去了账号。

button-queue = 未结束的个案
queue-count = { $count ->
    [0] 没有未结束的个案。
   *[other] <b>{ $count } 个未结束的个案</b>
}
queue-person = 想找工作人员 · { $day }
queue-waiting = { $code } · 从{ $day }起在等
queue-new = { $code } · 新，{ $day }
queue-others = { $code } · 最晚{ $day }
button-page-back = 上一页
button-page-on = 下一页

button-open-case = 打开个案
button-take = 接手个案
button-write-family = 给家属写消息
button-whole-report = 完整的登记
button-timeline = 经过
button-messages = 消息往来
button-files = 语音和文件
case-facts =
    情况：{ $situation }
    语言：{ $language }
    登记日期：{ $reported }
    给家属写消息的期限：{ $promise }
case-owner-nobody = 还没有人接手这个个案。
case-owner-you = 这个个案由您负责。
case-owner-other = 这个个案由另一位协调员负责。
case-family-waits = 家属从{ $at } 起一直在等回复。
case-letter-read = 我们上一次的消息，{ $day }：已打开。
case-letter-unread = 我们上一次的消息，{ $day }：还没有打开。
case-taken = 这个个案现在由您负责。
files-title = <b>{ $code }：{ $count } 个文件</b>
files-of = 属于：{ $label }

words-of-family = <b>来自 { $code } 的家属</b> · { $language }
words-of-person = <b>来自一位没有个案的人</b> · { $language }
words-none = 没有文字内容。

letter-ask = 要给 { $code } 的家属写什么？他们的语言：{ $language }。
letter-ask-person = 要给这个人写什么？对方的语言：{ $language }。
letter-rules = 只写一条消息：文字、语音、照片或文件。请不要承诺我们做不到的事。死亡、判刑、遣返或转移的消息，从不在这里发送：由人亲自告知。
letter-preview = 对方会读到：
letter-sure = 要发送吗？如果要修改，请重新写一遍。
button-send-letter = 发送
letter-sent = 已发给 { $count } 人。他们先看到的是“您有一条来自热线的消息”。
letter-promise = 我们最晚会在{ $day }再给家属写消息。

case-from-paper = 这是在协调员的访谈中说的。这家人在这里没有 Telegram：没法给他们发任何内容，由接手个案的人最晚在承诺的那天打电话。
button-interview = 录入访谈
interview-begin =
    <b>用纸笔或电话做的访谈</b>

    用于没有 Telegram 的人。问题与印好的表格上的一样。请用对方自己的话录入回答，登记里会注明是说给您听的。
interview-language = 这家人说哪种语言？
interview-consent = 请把下面这段话读给对方听，然后按对方的回答选择按钮：
interview-sent = <b>登记已保存为个案 { $code }。</b>请把编号告诉对方，并告诉对方：即使没有新的情况，我们最晚也会在{ $day }打电话。
button-changes = 以前的回答
changes-title = <b>以前是怎样回答的</b>
change-line = { $day }：{ $label }

### 沉重的消息：由两个人确认，由一个人负责，由人亲自告知。还有亲属希望怎样得知。

button-hearing = 怎样告诉我消息
hearing-ask =
    如果有一天有沉重的消息，您希望我们怎样告诉您？

    我们对每个人都这样问。这并不表示我们知道什么。这个机器人从不发送沉重的消息：会由人亲自告诉您。您随时可以改。
hearing-which = 如果有一天有沉重的消息，您希望我们怎样告诉您？每个个案可以分别选择：是哪一个？
hearing-no-report = 您现在没有关注的个案。
hearing-now-none = 您还没有回答。那样的话，我们会给您打电话。
hearing-now-call = 会有人给您打电话。
hearing-now-visit = 会有人去看您。
hearing-now-writing = 会有人给您写信。
button-hearing-call = 给我打电话
button-hearing-visit = 来看我
button-hearing-writing = 给我写信

button-news = 沉重的消息
news-title = <b>{ $code }：沉重的消息</b>
news-rule = 去世、判刑、遣返或转移的消息，由人亲自告知。热线不发送其中任何内容；在有人亲自告诉某位亲属之前，也不给这位亲属看到。
news-none = 没有这样的消息。
news-noted = 这是沉重的消息。家属看不到。由两个人确认，再由人亲自告诉家属。
news-step-noted = 还没有人确认。
news-step-asked = 一个人已经确认。还需要另一个人。
news-step-confirmed = 两个人已经确认。由谁告诉家属？
news-step-carried = 等待告诉家属。
news-step-told = 已经告诉家属。
news-step-withdrawn = 在告诉任何人之前已经撤回。
news-carrier = 由 { $code } 告诉家属。
news-carrier-you = 由您告诉家属。谁希望怎样得知，写在下面。不用着急，如果不想一个人去，可以找人一起。
news-told-line = 已告知亲属 { $who }：{ $how }
news-teller = 亲属 { $who } · 登记的人
news-follower = 亲属 { $who } · 关注这个个案
news-wish-call = 希望打电话
news-wish-visit = 希望当面说
news-wish-writing = 希望写信；由人写，不从这里发
news-wish-none = 还没有说过希望怎样；请打电话
button-news-confirm = 我已经核实
button-news-carrier = 由谁告诉家属
button-news-other-carrier = 换别人告知
button-news-told = 已告知：亲属 { $who }
button-news-told-family = 已告诉家属
button-news-me = 由我告知
button-news-by = 由 { $code } 告知
news-who = 由谁告诉家属？请选有时间的人，最好是认识这家人的人。
news-of-case = 关于个案 { $code } 有这样的说法：
news-confirmed = 两个人已经确认。现在要有人告诉家属。
news-asked-already = 正在等第二个人同意。
news-alone = 这件事要两个人确认，而您是唯一的协调员。管理服务器的人可以邀请第二位。在那之前，热线不给家属看到任何内容。您自己随时可以给家属打电话：机器人没有任何规定拦着您。
news-no-carrier = 这个人不能告知：要由协调员来做，而且不能是这家的亲属。
news-nobody-there = 这位亲属不再关注这个个案。请您再看一次。
news-same-person = 第一次确认的是您。第二次必须是别人。
news-not-confirmed = 要先有两个人确认。
news-confirmed-before = 两个人已经确认过了。
news-not-carrier = 只有负责告知的人可以记下已经告知。如果是您告知的，请先选您自己。
news-told-before = 已经记下这位亲属知道了。
news-over = 这里已经没有要做的事。
case-news-waits = <b>有一个沉重的消息，还没有告诉家属。</b>
case-own-family = 这是您自己家人的个案。其中的说法和沉重的消息由另一位协调员负责：这样您会从人那里得知。
alert-news = { $code }：记下了一件只能由人亲自告诉家属的事。请看一下。
alert-news-carry = { $code }：请您和家属谈一谈。请看一下。
alert-news-waits = { $code }：还有一件事等着由人亲自告诉家属。

slip-confirming = 确认沉重的消息
ask-confirming-how = 您是怎么知道的？问过谁，看过什么文件？第二个人会读到。
label-confirming-how = 怎么知道的
slip-told = 已经告知
ask-told-how = 是怎样告知的？
label-told-how = 方式
option-told-how-call = 打电话
option-told-how-visit = 当面
option-told-how-writing = 写信
option-told-how-knew = 已经知道
option-told-how-unreached = 没有联系上
ask-told-day = 是哪一天？
label-told-day = 日期
ask-told-words = 谈得怎么样？他们现在需要什么？
label-told-words = 经过

approval-confirm-news = <b>要确认一个沉重的消息。只有您自己核实过，才请同意。</b>
approval-confirm-news-named = 由人告知的沉重消息

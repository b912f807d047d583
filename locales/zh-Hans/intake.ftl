### The report: caution, consent, how it is asked and read back, and what comes after. The questions stand in questions.ftl.

safety =
    <b>开始之前</b>

    这个聊天没有端到端加密。Telegram，以及拿着您的手机或掌握您账号的人，都可能看到它。您发来的内容，我们的工作人员会看。

    如果您在中国，或者您的手机可能被检查，请不要在这里写。请托一位您信任的、在国外而且安全的人来写。

    您现在可以只写一个简短的名字，其余的用语音说，或者当面说。

    我们不索要钱，也不索要密码。
consent-text =
    您告诉我们的内容，我们可以保存下来，用于这个个案吗？

    我们的工作人员会看。每次要交给别人之前，我们都会先问您。没有您的同意，我们什么都不保存。您以后可以收回同意：那时我们就停下，但已经发出去的，我们收不回来。
button-agree = 同意，可以保存
button-refuse = 不同意
refused = 那么，什么都不保存。这个聊天里的内容会留在您的手机上，直到您自己删除。如果您想先和人说一说，请按下面的按钮。
held-until-consent = 您发来的内容先放在我这里。您按“同意”，它就加入您的登记；您按“不同意”，它就被删除。
held-joins = 您之前发来的内容，已经加入您的登记。

report-which = 您有一份未完成的登记。您想继续这一份，还是登记另一个人？
button-new-report = 登记另一个人
button-resume = 继续登记
draft-begun = { $day }开始的登记

step = <i>{ $section }：第 { $number } 步，共 { $total } 步</i>
label-now = 目前的回答
step-begin = 第一个问题之前
step-end = 查看全部回答
button-back = 返回
button-skip = 跳过
button-unknown = 不知道
button-pause = 暂停
paused = 我们可以先歇一歇。您告诉我们的都会保存30天。您想什么时候回来都可以：过一个小时，或者过一个星期。

button-yes = 是
button-no = 否
button-as-written = 照我写的保留
button-chosen = ✓ { $what }

date-you-mean = 您说的是{ $date }吗？
date-which = 您说的是哪一个？
date-unclear = 我没能从中读出日期；它已随您的登记保存。请再写一次，例如“2025年3月14日”“2025年3月”或“三个月前”。您也可以从日历里选。
date-future = 这一天还没有到；您写的已随您的登记保存。请再写一次那是什么时候，或者从日历里选。
button-calendar = 从日历里选
calendar-decade = 是在哪些年？
calendar-year = 是哪一年？
calendar-month = 是哪个月？{ $date }
calendar-day = 是哪一天？{ $date }
button-only-year = 只知道哪一年
button-only-month = 只知道哪个月
button-earlier-years = 更早的年份

place-which = 是这些地方中的一个吗？如果都不是，就照您写的保留。

amount-you-mean = 您说的是 { $amount }吗？
amount-which = 是哪一种钱？{ $amount }
amount-kzt = { $amount } 坚戈
amount-cny = { $amount } 元人民币
amount-rub = { $amount } 卢布
amount-usd = { $amount } 美元

group-again = 已保存。您可以再加一条，或者按“好了，就这些”。
item-removed = 已从列表中去掉；您说的话仍随您的登记保存。
button-change-item = 修改第 { $number } 条
button-remove-item = 去掉第 { $number } 条

shared-ask =
    <b>这件事发生时，这个人是不是和您告诉过我们的另一个人在一起？</b>

    如果是，按一下，您说过的内容就可以直接用在这里：发生了什么、时间和地点、是什么人、有哪些文件、怎样联系您。每个回答您都可以修改。
button-start-anew = 不是，从头说起

phone-by-key = 按这个按钮，就会发送您自己的号码。您也可以不按。
button-share-phone = 发送我的号码
phone-done = 谢谢您。

label-remark = 另外说的话

unreadable-name = 我没能从中读出名字；它已随您的登记保存。请用文字写出名字，例如：叶尔兰。如果您不知道，请按“不知道”。
unreadable-long-name = 这比一个名字长；它已随您的登记保存。请在这里只写名字。其他的，后面都有地方说。
unreadable-long = 这一段比较长；它已随您的登记保存。请在这里用一两行再写一次。其他的，后面都有地方说。
unreadable-photo = 您的话已随您的登记保存。如果您有照片，请发到这里；如果没有，请按“跳过”。
unreadable-phone = 我没能从中读出电话号码；它已随您的登记保存。请连国家代码一起写，例如：+7 701 123 45 67。您也可以按“跳过”。

unreadable-amount = 我没能从中读出金额；它已随您的登记保存。请用数字写，例如：87000坚戈。您也可以按“跳过”。
unreadable-consent = 您的话已随您的登记保存。只有按了按钮，才算“是”或“否”；您也可以按“跳过”，意思就是“否”。
unreadable-files = 您的话已随您的登记保存。如果您有照片或文件，请发到这里；如果没有，请按“跳过”。

kept-more = 已保存。您可以继续发，或者按“好了，就这些”。
kept-with-question = 已随这个问题保存。现在您也可以回答这个问题。
kept-voice = 您的消息已保存。
kept-as-remark = 已随您的登记保存。
nothing-yet = 还没有收到内容。请打字、说话或发送点什么，或者按别的按钮。
corrected = 已修改：{ $label }。
corrected-remark = 已修改。
still-missing = 还差一个回答。“不知道”也是回答。

rest-first =
    <b>第一次登记，说到这里已经够了。</b>您可以现在发送，也可以继续：每多一个回答，都有帮助。今天没有说的，以后还可以补充。
rest-part = <b>我们可以在这里歇一歇。</b>您可以现在发送登记，可以继续，也可以以后再回来。
rest-next = 下一部分：{ $section }
button-go-on = 继续
button-parts = 选一个部分
button-read-all = 查看全部内容
parts-which = 您想去哪个部分？✓ 表示这个部分的每个问题都有回答了。

summary-title = <b>这是您告诉我们的内容。请再看一遍。</b>
summary-end = 现在什么都还没有发送。每个回答您都可以修改。
button-send-report = 发送登记
button-change = 修改一个回答
change-which = 您想修改哪个回答？
answer-by-voice = 用 { $count } 条语音消息说的
answer-by-files = { $count } 个文件
answer-with-files = 另有 { $count } 个文件
answer-unknown = 不知道
answer-skipped = 没有回答

answer-yes = 是
answer-no = 否
answer-location = 地图上的一个地点：{ $point }

report-sent =
    <b>我们收到了您的登记。编号是 { $code }。</b>

    请记下这个编号。您和我们说话时可以用它。
report-next =
    接下来，我们的一位工作人员会看您的登记，了解可以做些什么。可能要几个月才有回复，有时一直没有回复。我们现在还不知道会查到什么。
report-promise = 即使没有新的情况，我们最晚也会在{ $day }给您写消息。

amend-begin = 个案 { $code }：您可以在这里补充，也可以更正您说过的。原来的内容也会一起保留。
amend-end = 这些修改都还没有发送。
button-tell-more = 补充或更正
button-send-changes = 发送修改
amend-sent = 您的修改已经加到个案 { $code }。原来的内容也一起保留着。
amend-none = 没有修改，所以什么都没有发送。

button-receipt = 要一份 PDF
receipt-caution =
    PDF 会留在这个聊天里，也会留在您的手机上，里面有姓名，也有您告诉我们的内容。谁打开您的手机，谁就能看到。如果您的手机可能被检查，最好不要这份 PDF：内容我们都有，可以念给您听。
button-receipt-yes = 是，请发 PDF
receipt-caption = 您的登记 { $code }
receipt-title = 登记 { $code }
receipt-made = 截至{ $day }
receipt-reads = 热线的协调员会看这份登记。没有您的同意，别人都拿不到。
receipt-end = 请把这份文件放好，别让不该看的人找到。如果里面有不对的地方，请告诉我们，并说出编号。

show-draft = 您未完成的登记里有什么，我们的工作人员看不到。如果对您有帮助，您可以让工作人员看。
button-show-draft = 让工作人员看
draft-shown = 我们的工作人员现在可以看您未完成的登记 { $code } 了。

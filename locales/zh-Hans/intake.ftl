### The report: caution, consent, questions, and reading back.

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

step = <i>第 { $number } 步，共 { $total } 步</i>
button-back = 返回
button-skip = 跳过
button-unknown = 不知道
button-pause = 暂停
paused = 我们可以先歇一歇。您告诉我们的都已保存。您想什么时候回来都可以：过一个小时，或者过一个星期。

phone-by-key = 按这个按钮，就会发送您自己的号码。您也可以不按。
button-share-phone = 发送我的号码
phone-done = 谢谢您。

label-remark = 另外说的话

unreadable-name = 我没能从中读出名字；它已随您的登记保存。请用文字写出名字，例如：叶尔兰。如果您不知道，请按“不知道”。
unreadable-long-name = 这比一个名字长；它已随您的登记保存。请在这里只写名字。其他的，后面都有地方说。
unreadable-long = 这一段比较长；它已随您的登记保存。请在这里用一两行再写一次。其他的，后面都有地方说。
unreadable-photo = 您的话已随您的登记保存。如果您有照片，请发到这里；如果没有，请按“跳过”。
unreadable-phone = 我没能从中读出电话号码；它已随您的登记保存。请连国家代码一起写，例如：+7 701 123 45 67。您也可以按“跳过”。

kept-more = 已保存。您可以继续发，或者按“好了，就这些”。
kept-with-question = 已随这个问题保存。现在您也可以回答这个问题。
kept-voice = 您的消息已保存。
kept-as-remark = 已随您的登记保存。
nothing-yet = 还没有收到内容。请打字、说话或发送点什么，或者按别的按钮。
corrected = 已修改：{ $label }。
corrected-remark = 已修改。
still-missing = 还差一个回答。“不知道”也是回答。

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

report-sent =
    <b>我们收到了您的登记。编号是 { $code }。</b>

    请记下这个编号。您和我们说话时可以用它。
report-next =
    接下来，我们的一位工作人员会看您的登记，了解可以做些什么。可能要几个月才有回复，有时一直没有回复。我们现在还不知道会查到什么。
report-promise = 即使没有新的情况，我们最晚也会在{ $day }给您写消息。

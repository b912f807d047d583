### What is kept, a copy of it, and erasing it. Nothing here promises more than our own records.

privacy-numbers = 随这些登记，{ $files ->
    [0] 没有文件
   *[other] 有 { $files } 个文件
}；您和我们工作人员之间，{ $messages ->
    [0] 没有消息
   *[other] 有 { $messages } 条消息
}。
privacy-closed = 我们的工作人员已经结束的登记，在最后一次处理的 { $days } 天以后删除。
button-erase-report = 请求删除已发送的登记
button-copy = 要一份我说过的全部内容

erase-which = 您想请我们删除哪一份登记？
erase-report-caution =
    您要请我们删除登记 { $code }，连同里面的全部内容：回答、文件、消息，还有哪些人在关注它。删除以后，我们的工作人员不再处理它，谁也无法恢复。

    删除之前，还要有一位协调员同意。这需要一些时间。

    有些内容，我们收不回来：留在这个聊天里和 Telegram 那里的，经您同意已经交给别人的，还有您已经拿到的 PDF 和打印件。我们记录的旧备份，在删除以后最多还能打开7天。
button-erase-report-yes = 是，请求删除
erase-asked = 我们收到了您的请求：删除登记 { $code }。由我们的协调员决定；删除以后，会在这里告诉您。在那之前，一切照旧，您也可以撤回请求。如果一个星期内没有人作出决定，我们也会告诉您。
erase-lapsed = 一个星期内，我们的协调员都没有对您删除登记 { $code } 的请求作出决定。什么都没有删除，一切照旧。很抱歉。您可以再请求一次，也可以找工作人员。
button-erase-again = 再次请求删除
erase-nobody = 现在没有人可以决定，所以什么都没有删除。请您过些时候再请求，或者写信息给我们。
erase-done-word = 这是热线写给您的消息。
erase-done =
    按照收到的请求，{ $code } 下面保存的内容，已经从我们的记录中删除：回答、文件和消息。打开它们的密钥已经销毁。

    有些内容，我们收不回来：留在这个聊天里和 Telegram 那里的，已经交给别人的，还有已经拿走的 PDF 和打印件。我们记录的旧备份，在删除以后最多还能打开7天。您随时可以再给我们写消息。
erase-closed-done =
    { $code } 下面保存的内容，已经从我们的记录中删除，因为这份登记很久以前就结束了。打开这些内容的密钥已经销毁。

    有些内容，我们收不回来：留在这个聊天里和 Telegram 那里的，还有已经交给别人的。您随时可以再给我们写消息。

erase-wish =
    家属请求删除个案 { $code }。里面的经过有 { $lines } 条，{ $files ->
        [0] 没有文件
       *[other] 文件有 { $files } 个
    }；这些内容，连同打开它们的密钥，会一起删除。删除以后，谁也无法恢复。

    如果有不该删除的理由，请先给家属写消息：您的同意是最后一道。

copy-caution =
    您会收到一份 PDF，里面有您告诉我们的全部内容；接着是您发来的文件。它们会留在这个聊天里，也会留在您的手机上，里面有姓名。谁打开您的手机，谁就能看到。如果您的手机可能被检查，最好不要这份内容：我们都有，可以念给您听。
button-copy-yes = 是，请发给我
copy-title = 我们保存的您的内容
copy-made = 截至{ $day }
copy-account = 除此以外，我们还保存：您的 Telegram 账号和聊天的编号；您的语言：{ $language }；您开始给我们写消息的日期：{ $since }。
copy-report = 登记 { $code }
copy-draft = 未完成的登记
copy-messages = 消息往来
copy-message-yours = 您，{ $day }
copy-message-ours = 我们的工作人员，{ $day }
copy-end = 请把这份文件放好，别让不该看的人找到。
copy-caption = 一份副本：您告诉我们的内容
copy-files = 您发来的 { $count } 个文件：
copy-files-more = 后面还有文件。
copy-nothing = 这里没有您告诉我们的内容。

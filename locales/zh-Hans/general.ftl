### What everybody may read: language, first words, help, and short answers.

choose-language = Choose your language · Выберите язык · Тілді таңдаңыз · تىلدى تاڭداڭىز · 请选择语言 · تىلنى تاللاڭ
language-set = 以后我们用中文给您写消息。您随时可以用 /settings 更改。

language-en = 英语
language-ru = 俄语
language-kk = 哈萨克语
language-kk-Arab = 哈萨克语（阿拉伯字母）
language-zh-Hans = 中文
language-ug = 维吾尔语

welcome =
    这里是 Izdeu 热线，为正在寻找失踪或被关押亲人的家庭而设。

    您可以在这里用自己的话登记一个人，打字或说话都行，快慢由您决定。每一份登记，我们的工作人员都会看。
welcome-coordinator =
    您是这条热线的协调员。有新的登记，或者家属有回复，这里会通知您，通知里不带姓名。您打开以后，才会显示内容。
welcome-volunteer =
    您是这条热线的志愿者。需要您帮忙时，会在这里问您。

help =
    <b>您在这里可以做什么</b>
    /report — 登记失踪或被关押的人
    /cases — 您的登记、我们做了什么、您什么时候会收到我们的消息
    /settings — 语言，以及这个聊天里留下什么
    /clear — 清除这个聊天里最近两天的消息
    /privacy — 我们保存什么，怎样删除未完成的登记
    /cancel — 停下正在做的事；什么都不会删除

    每个问题您都可以用语音消息回答。您随时可以停下，以后再回来。

    我们从不索要钱或密码。
help-coordinator =
    <b>给协调员</b>
    /queue — 今天需要处理什么，最急的排在前面
    /find — 按编号、名字、电话或证件号码查找个案
    /case — 按编号打开个案
    /interview — 为没有 Telegram 的人录入访谈
    /voices — 朗读问题，让更愿意听的人可以听

    打开个案后，您可以接手、阅读全部内容、查看文件、给家属写消息。家属看不到您的姓名，也看不到您的账号。

office-hours-range = 我们的工作人员阅读消息的时间：{ $first }至{ $last }，{ $start } 至 { $end }（{ $city }时间）。
office-hours-list = 我们的工作人员在这些日子阅读消息：{ $days }，{ $start } 至 { $end }（{ $city }时间）。
city-almaty = 阿拉木图
weekday-1 = 星期一
weekday-2 = 星期二
weekday-3 = 星期三
weekday-4 = 星期四
weekday-5 = 星期五
weekday-6 = 星期六
weekday-7 = 星期日
reads-now = 现在有工作人员在，会看您发来的内容。
reads-from = 现在没有工作人员在。从{ $at } 起，会有人看。

command-start = 开始
command-report = 登记失踪或被关押的人
command-cases = 我的登记
command-queue = 未结束的个案
command-interview = 录入用纸笔或电话做的访谈
command-help = 帮助
command-settings = 设置
command-privacy = 我们保存什么
command-cancel = 停下正在做的事

button-report = 登记一个人
button-my-reports = 我的登记
button-person = 找工作人员
button-help = 帮助
button-language = 语言 · Language · Тіл
button-done = 好了，就这些
button-cancel = 取消
button-read = 查看
button-answer = 回复
button-write-privately = 给机器人写消息

press-old = 这个按钮属于之前的消息。请用最新的那一条。
press-done-before = 这件事之前已经做过了。
unknown-command = 我不认识这个命令。您在这里能做的事，都在“帮助”里。
not-there = 这里没有可以显示的内容。
cannot-read = 我读不了这种消息。请打字，或者发语音消息、照片或文件。
file-too-big = 您的文件在我们这里只有一个链接：它超过 20 MB，Telegram 不让我们复制。请不要在这个聊天里删除它。如果可以，请分成几个小一点的文件发来。
letter-file-too-big = 这个文件超过 20 MB。可以照样发给家属，但 Telegram 不让我们留副本：请不要在这个聊天里删除它，或者换一个小一点的文件发来。
slip-file-too-big = 这个文件超过 20 MB。这里只有一个链接，Telegram 不让我们留副本：请不要在这个聊天里删除它，或者换一个小一点的文件发来。
word-file-too-big = 这个文件超过 20 MB，Telegram 不让我们复制。您写的内容已经保存；只要您不在这个聊天里删除这个文件，我们的工作人员就能打开它。如果可以，请分成几个小一点的文件发来。
sorry = 处理您的上一条消息时，我们这边出了问题。消息已经保存，我们会查看。您可以继续写。
nothing-to-cancel = 现在没有可以停下的事。什么都没有删除。
cancelled = 已停下。您告诉我们的内容，什么都没有删除。
group-go-private = 请在私聊里写给我。在群里我不作记录，因为别人也能看到。
invite-not-valid = 这个链接用不了。如果是别人给您的，请向对方再要一个新的。

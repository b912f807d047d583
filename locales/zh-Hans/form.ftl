### The printed questionnaire, for interviews by hand.

form-title = 与亲属的访谈
form-intro =
    用于没有 Telegram，或者更愿意口头讲的人。请先把开头的提醒和征求同意的话念给对方听；对方没有同意，就什么都不写。然后一个一个地问，不要急。请照对方自己的话写；“不知道”也是回答。
form-first = 只要回答了带 * 的问题，就够做第一次登记了。每一部分问完，都可以歇一歇，也可以就此停下。
form-code = 编号（由热线给出）
form-interviewer = 做访谈的人
form-when = 访谈的日期和地点
form-consent = 同意
form-only-if = 只有“{ $label }”属于下面的情况时才问：{ $options }
form-only-unless = 只有“{ $label }”没有内容时才问
form-number = 第 { $number } 项
form-unknown = 不知道
form-end = 请把这份表格锁好。用 /interview 录入以后，请按您所在组织的做法把它销毁。

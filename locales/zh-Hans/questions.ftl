### The questions of the report, as they are asked.

ask-relation = <b>这个人是您的什么人？</b>
why-relation = 请选择，或者用自己的话说。我们这样问，是因为有些信只有近亲属才能写。
label-relation = 关系
option-relation-spouse = 丈夫或妻子
option-relation-parent = 父亲或母亲
option-relation-child = 儿子或女儿
option-relation-sibling = 兄弟或姐妹
option-relation-relative = 其他亲属
option-relation-friend = 朋友或熟人

ask-name = <b>这个人的全名是什么？</b>
why-name =
    如果您知道，请按证件上的写；现在只写简短的名字也可以。用哪种文字都行。
    例如：叶尔兰·赛依提哈力
label-name = 全名

ask-event = <b>发生了什么事？</b>
why-event = 请选最接近的一项。其余的，您稍后可以用自己的话说。
label-event = 发生的事
option-event-taken = 被官方人员带走
option-event-contact-lost = 与家人失联
option-event-not-returned = 出门后没有回来
option-event-gathering = 在集会上被带走
option-event-sentenced = 被判刑
option-event-restricted = 不准离家，护照被收走

ask-when = <b>最后一次见到这个人，或听到这个人的消息，是什么时候？</b>
why-when =
    知道得多详细，就写多详细。写“去年七月”也可以。
    知道日期，有助于我们找到该问的部门。
label-when = 最后见到或听到消息的时间

ask-where = <b>那是在什么地方？</b>
why-where =
    城镇、口岸、地址：知道什么就写什么。
    地方不同，应当回复我们的部门也不同。
label-where = 地点

ask-story = <b>请用您自己的话说一说，发生了什么？</b>
why-story =
    请慢慢来。您可以打字，也可以说话，可以分几条消息发，还可以加上照片或文件。说完了，请按“好了，就这些”。
    有些人可能因此遇到危险，请不要说出他们的名字。
label-story = 用自己的话讲述

ask-photo = <b>您有这个人的照片吗？</b>
why-photo = 照片有助于认出一个人。除非您事先同意，我们只给自己的工作人员看，不给任何别人看。
label-photo = 照片

ask-phone = <b>我们可以打哪个号码找您？</b>
why-phone =
    请只在给您打电话是安全的情况下填写。您可以写下号码，也可以按下面的按钮。
    例如：+7 701 123 45 67
label-phone = 电话

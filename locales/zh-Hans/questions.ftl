### The questions of the report, as they are asked. `why-` says why, and gives an example where one helps.

section-first = 最重要的
section-person = 关于这个人
section-happened = 事情的细节
section-steps = 已经做过的事
section-recognise = 怎样辨认和帮助
section-you = 怎样联系您
section-consents = 这些内容可以怎样用

## The most important

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
    知道得多详细，就写多详细。写“去年七月”也可以，从日历里选也可以。
    知道日期，有助于我们找到该问的部门。
label-when = 最后见到或听到消息的时间

ask-where = <b>那是在什么地方？</b>
why-where =
    城镇、口岸、地址，或者地图上的位置：知道什么就写什么。
    地方不同，应当回复我们的部门也不同。
label-where = 地点

ask-story = <b>请用您自己的话说一说，发生了什么？</b>
why-story =
    请慢慢来。您可以打字，也可以说话，可以分几条消息发，还可以加上照片或文件。说完了，请按“好了，就这些”。
    有些人可能因此遇到危险，请不要说出他们的名字。
label-story = 用自己的话讲述

## About the person

ask-other-names = <b>这个人还有别的名字，或者名字有别的写法吗？</b>
why-other-names =
    家里叫的名字、婚前的名字、用另一种文字写的名字：部门的记录里可能用的是其中任何一个。
    每条消息只写一个名字。例如：Сейітқали Ерлан Болатұлы
label-other-names = 其他名字

ask-sex = <b>这个人是女性还是男性？</b>
why-sex = 每个部门的表格都会问这一项。
label-sex = 女性或男性
option-sex-female = 女
option-sex-male = 男

ask-birth = <b>这个人是什么时候出生的？</b>
why-birth =
    写年份或年龄就可以。有两个人同名时，可以靠这个分清。
    例如：1988，或者45岁
label-birth = 出生日期

ask-citizenship = <b>这个人是哪国国籍？</b>
why-citizenship = 国籍不同，可以出面询问的领事馆也不同。可以选几个。如果是别的国籍，或者只有居留证，请写下来。
label-citizenship = 国籍
option-citizenship-kz = 哈萨克斯坦
option-citizenship-cn = 中国
option-citizenship-kg = 吉尔吉斯斯坦
option-citizenship-uz = 乌兹别克斯坦
option-citizenship-ru = 俄罗斯
option-citizenship-tr = 土耳其
option-citizenship-none = 无国籍

ask-residence = <b>这个人的家在哪里？</b>
why-residence = 写城镇或村子就可以。家那边的部门也应当回复我们。
label-residence = 家在哪里

ask-identity = <b>您知道这个人有哪些证件？</b>
why-identity =
    护照、身份证、居留证：写号码，或者发证件的照片。有了号码，部门就不能说不知道问的是谁。
    您可以直接发到这里，也可以用按钮一件一件地加。
label-identity = 证件
button-more-identity = 添加证件
ask-identity-kind = <b>这是哪一种证件？</b>
label-identity-kind = 哪种证件
option-identity-kind-passport = 护照
option-identity-kind-card = 身份证
option-identity-kind-permit = 居留证
option-identity-kind-birth = 出生证明
ask-identity-number = <b>证件号码是多少？</b>发证件的照片也一样。
label-identity-number = 证件号码

ask-occupation = <b>这个人做什么工作？</b>
why-occupation = 请选择，或者用自己的话写。同事或工会有时也可以出面询问。
label-occupation = 工作
option-occupation-driver = 司机
option-occupation-trader = 做买卖
option-occupation-farmer = 农民或牧民
option-occupation-worker = 工人
option-occupation-teacher = 教师
option-occupation-student = 学生
option-occupation-retired = 已退休
option-occupation-home = 在家

ask-vehicle = <b>那是一辆什么车？车牌号是多少？</b>
why-vehicle =
    过边境时，车会留下一些司机不会留下的痕迹。
    例如：白色卡车，123 ABC 02
label-vehicle = 车和车牌

ask-route = <b>车上装的是什么货？要从哪里运到哪里？</b>
why-route =
    发货的人，或者等着收货的人，可能知道一些情况。
    例如：洋葱，从奇姆肯特经霍尔果斯运到乌鲁木齐
label-route = 货物和路线

## What happened, more exactly

ask-officials = <b>是谁带走了这个人？</b>
why-officials =
    如果您知道，请写部门的全称。如果不知道，就写：穿什么制服，车牌号是多少，有几个人，说了什么。联合国会问这一点。
    例如：四个穿黑衣服的人，一辆没有车牌的白色面包车
label-officials = 是什么人

ask-charge = <b>有人告诉过您期限或罪名吗？是怎么说的？</b>
why-charge =
    期限总有到头的一天，到那天我们会再去问。
    例如：15天，说是“轻微流氓行为”；或者：什么都没有告诉我们
label-charge = 期限或罪名

ask-fine = <b>有没有罚款？一共多少钱？</b>
why-fine =
    如果罚过几次，请在这里写总数。一次接一次的罚款，也能说明一些情况。
    例如：87000坚戈
label-fine = 罚款

ask-learned = <b>关于这个人，您最近一次得到的消息是什么？您是怎么知道的？</b>
why-learned =
    您亲耳听到的，比别人转告的更有分量；两种都有帮助。
    例如：三月，丈夫从口岸打来电话；五月，他的堂弟写信说，他被带走了
label-learned = 最近一次的消息

ask-crossings = <b>这个人有没有出境或入境？</b>
why-crossings =
    边境上盖的章，很难否认。您可以用自己的话说，也可以用按钮一次一次地加。
    例如：3月3日，经霍尔果斯去中国
label-crossings = 出入境
button-more-crossings = 添加一次出入境
ask-crossings-place = <b>是从哪里过的边境？</b>
label-crossings-place = 口岸
ask-crossings-direction = <b>往哪个方向？</b>
label-crossings-direction = 方向
option-crossings-direction-to-cn = 去中国
option-crossings-direction-to-kz = 去哈萨克斯坦
ask-crossings-date = <b>那是什么时候？</b>写“三月”也可以。
label-crossings-date = 时间

ask-witnesses = <b>有没有人看到发生了什么？</b>
why-witnesses = 有些人可能因此遇到危险，请不要说出他们的名字。写“一位邻居看到了”就可以；怎样安全地去问这位邻居，我们以后再商量。
label-witnesses = 谁看到了

## What was done so far

ask-petitions = <b>到现在为止，您或别人做过些什么？</b>
why-petitions =
    写信、打电话、上门：找警察、检察院、部委、领事馆、法院、联合国、报社。有了日期和编号，我们就可以去问，回复在哪里。
    您可以用自己的话说，也可以用按钮一件一件地加。
label-petitions = 信件和投诉
button-more-petitions = 添加写信或上门
ask-petitions-to = <b>您找的是哪里？</b>
label-petitions-to = 找了哪里
option-petitions-to-police = 警察
option-petitions-to-prosecutor = 检察院
option-petitions-to-ministry = 部委
option-petitions-to-consulate = 大使馆或领事馆
option-petitions-to-court = 法院
option-petitions-to-un = 联合国
option-petitions-to-media = 报纸或电视台
ask-petitions-date = <b>那是什么时候？</b>
label-petitions-date = 时间
ask-petitions-number = <b>上面有编号或印章吗？</b>发那封信的照片也一样。
label-petitions-number = 编号或印章
ask-petitions-answer = <b>对方是怎么回复的？</b>“还没有回复”也是回答。
label-petitions-answer = 对方的回复

ask-obstacles = <b>有什么原因，让您没能去找官方部门？</b>
why-obstacles =
    这不是责怪：联合国会问这一点。害怕，或者去了被打发回来，都是正当的理由。
    例如：信他们不肯收；我怕家里其他人受牵连
label-obstacles = 没能去找的原因

ask-papers = <b>您收到过官方的文件吗？</b>
why-papers =
    判决书、传票、拘留通知书、罚款收据。照片或文件都行，有多少就发多少。写着日期的文件，是我们能拿到的最有力的东西。
    如果没有，这也能说明一些情况：那就请按“不知道”或“跳过”。
label-papers = 官方文件

## How to recognise and help

ask-health = <b>这个人身体怎样？需要什么药？</b>
why-health =
    身体有病，就有理由请求治疗，也有理由请求尽快办。
    例如：糖尿病，每天打两次胰岛素
label-health = 身体和药

ask-dependants = <b>有谁要靠这个人照顾？</b>
why-dependants =
    孩子、父母、生病的人：写在信里有分量，我们也能知道这个家庭需不需要帮助。
    例如：三个孩子，最小的四岁；母亲卧床
label-dependants = 要靠这个人照顾的人

ask-marks = <b>怎样能认出这个人？</b>
why-marks =
    身高、疤痕、走路的样子、眼镜、那天穿的衣服。
    例如：个子高，左眉上面有一道疤，走路有点瘸
label-marks = 外貌特征

ask-photo = <b>您有这个人的照片吗？</b>
why-photo = 照片有助于认出一个人。除非您事先同意，我们只给自己的工作人员看，不给任何别人看。
label-photo = 照片

ask-evidence = <b>还有别的东西能说明发生了什么吗？</b>
why-evidence = 聊天消息、录音、车票、那个地方的照片：有什么就发什么，发多少条都可以。
label-evidence = 其他证据

## How we reach you

ask-phone = <b>我们可以打哪个号码找您？</b>
why-phone =
    请只在给您打电话是安全的情况下填写。您可以写下号码，也可以按下面的按钮。
    例如：+7 701 123 45 67
label-phone = 电话

ask-call-times = <b>我们什么时候可以给您打电话？</b>
why-call-times =
    我们只在您说的时间打，免得让不该知道的人知道。
    例如：工作日晚上七点以后
label-call-times = 打电话的时间

ask-second-contact = <b>如果我们找不到您，还可以问谁？</b>
why-second-contact =
    只写不会因此遇到危险、而且知道这件事的人。请写名字和号码。
    例如：我姐姐阿依古丽，+7 701 123 45 67
label-second-contact = 另一位联系人

## What we may do with it: each is asked by itself, and a no never makes the help less

ask-consent-lawyer = <b>我们可以把您的登记给与我们合作的律师看吗？</b>
why-consent-lawyer = 律师会看全部内容，可以告诉我们通过法院能做什么。您选“否”，我们的帮助也不会减少。
label-consent-lawyer = 给律师看

ask-consent-authorities = <b>我们可以给领事馆或部委写信，并写上这个人的姓名吗？</b>
why-consent-authorities = 这样，当局会知道姓名，也会知道有人在打听。这可能有帮助，也可能让这家人受到注意。您选“否”，我们的帮助也不会减少。
label-consent-authorities = 写信给当局

ask-consent-un = <b>我们可以把这个个案提交给联合国机构吗？</b>
why-consent-un = 是谁说的，联合国机构会保密；但政府会收到这个个案，上面有这个人的姓名。您选“否”，我们的帮助也不会减少。
label-consent-un = 提交给联合国

ask-consent-name = <b>可以公布姓名吗？</b>
why-consent-name = 公布在公开的失踪者名单里，也提供给报纸。那样谁都能看到，在关押这个人的国家里也能看到，而且没法从所有地方都收回来。您选“否”，我们的帮助也不会减少。
label-consent-name = 公布姓名

ask-consent-photo = <b>可以公布照片吗？</b>
why-consent-photo = 那样谁都能看到，也能复制。您选“否”，我们的帮助也不会减少。
label-consent-photo = 公布照片

ask-consent-place = <b>可以公布事情发生的地点吗？</b>
why-consent-place = 知道这个地点的人，可能会猜出是谁说的。您选“否”，我们的帮助也不会减少。
label-consent-place = 公布地点

ask-consent-statistics = <b>可以把这个个案算进统计数字吗？不写姓名。</b>
why-consent-statistics = 只显示数字：有多少人，来自哪个地区，在哪一年。您选“否”，我们的帮助也不会减少。
label-consent-statistics = 算进统计

### Messages to many at once: whom, what, when, and how far they are.

command-broadcast = 给多人发消息
cast-list = <b>群发消息</b>
button-cast-row = { $day } · { $state }
button-cast-new = 写一条新的
button-cast-list = 全部
button-cast-open = 打开
cast-title = <b>尚未发送的群发消息</b>
cast-title-correction =
    <b>对已发消息的更正，尚未发送</b>

    收到消息的人会看到它在原处更改。还没有收到的人，收到的就是更正后的内容。
cast-title-retract =
    <b>将删除已发的消息，现在还没有删除。</b>

    收到消息的每个人，聊天里的这条消息都会消失。还没有收到的人，不会再收到。

# Whom
cast-who = 发给：{ $groups }
cast-who-none = 发给：还没有选
cast-group-families = 登记的家庭
cast-group-followers = 个案的关注人
cast-group-volunteers = 志愿者
cast-group-coordinators = 协调员
cast-only = { $trait }，只限：{ $values }
cast-except = { $trait }，不含：{ $values }
cast-trait-language = 语言
cast-trait-region = 地区
cast-trait-situation = 情况
cast-trait-stage = 工作进展
cast-trait-incident = 事件
cast-trait-skill = 技能
cast-trait-active = 最近写过
cast-left-out = 不发给其家庭的个案数：{ $cases }
cast-no-language = 没有选语言
cast-stage-new = 新登记
cast-stage-verifying = 核对中
cast-stage-active = 处理中
cast-stage-waiting = 等部门答复
cast-stage-closed = 已结束
cast-active-days = { $days }天内
cast-whom = <b>发给谁？</b>同时符合几项的人只收到一次。
cast-toggle = 按一次：只限这些（✓）。按两次：除这些以外（✕）。按三次：不限。
cast-by-language = 家庭和协调员按在这里阅读的语言，志愿者还按会说的语言。
cast-by-region = 家庭和关注人按此人最后所在的地方，以从我们的地名中选定的为准；志愿者按他们自己说的所在地。协调员不论在哪里都会收到。
cast-by-situation = 这是在家庭和关注人当中选，以已经告诉每个人的情况为准。
cast-by-stage = 这是在家庭和关注人当中选。
cast-by-incident = 这是在归入事件的个案的家庭和关注人当中选。
cast-by-skill = 这是在志愿者当中选，以他们自己说的为准。
cast-by-active = 以对方上次在这里写消息或按按钮的时间为准。
button-cast-on = ✓ { $what }
button-cast-not = ✕ { $what }
button-cast-off = { $what }
button-cast-leave-out = 排除某些个案
button-cast-leave-none = 不再排除
button-cast-kept = 已存的
button-cast-keep = 保存所选
button-cast-forget = ✕
cast-kept = 已保存的选择。每次都会重新查看发给哪些人。
cast-kept-none = 还没有保存的选择。
cast-ask-codes = 请写出不要发给其家庭的个案编号，可以写几个：K7Q-4M2。
cast-code-unknown = 其中有的不是个案编号。编号像这样：K7Q-4M2。请再写一次。
cast-ask-name = 用什么名称保存？请不要写人名：全体工作人员都看得到。
cast-name-in-words = 请用文字写，不超过{ $longest }个字。
cast-being-counted = 正在统计，完成后这里会更新。
cast-reaches = <b>将收到的人数：{ $people }</b>
cast-meant = <b>符合的人数：{ $people }</b>
cast-elsewhere = ⚠ { $language }：{ $people }人收到的是另一种语言：{ $other }
cast-none = ⚠ { $language }：{ $people }人什么也收不到

# What
button-cast-whom = 发给谁
button-cast-what = 写什么
button-cast-when = 什么时候发
button-cast-preview = 看看收到的样子
button-cast-sure = 准备发送
button-cast-drop = 不发了
button-cast-back = 撤回修改
cast-dropped-it = 已取消，什么也没有发送。
cast-written = 已写的语言：{ $languages }
cast-written-none = 还没有写内容。
cast-others-get = 其他人收到的语言：{ $language }
cast-others-none = 读其他语言的人什么也收不到。
cast-buttons = 按钮：{ $buttons }
cast-link = 链接：{ $link }
cast-what = <b>写什么？</b>请选语言，然后按大家将看到的样子发来：文字、照片、语音消息或文件，可以用粗体和链接。请不要写人名，也不要写某一家的事：很多人会看到。
cast-what-corrected = <b>应该怎么写？</b>请选语言，重新发来文字。照片、语音消息或文件保持不变，只更改下面的文字。
button-cast-fallback = 其他人收到的语言
button-cast-come = 我可以来
button-cast-help = 我需要帮助
button-cast-link = 了解更多
button-cast-set-link = 设置链接
button-cast-no-link = 去掉链接
cast-ask-text = 请用这种语言发来消息：{ $language }
button-cast-unwrite = 去掉这段内容
cast-text-kept = 已保存：{ $language }
cast-text-only = 这里可以发文字、一张照片、一条语音消息或一个文件；更正只能发文字。请再发一次。
cast-text-long = 内容太长，发不出去。请缩到{ $longest }个字以内再发。
cast-photo-as-file = 以文件方式发的照片会透露拍摄的地点和设备。请作为照片发送。
cast-ask-link = 请发来网页地址，以 { $start } 开头
cast-link-unreadable = 这个地址不能放在按钮上。地址以 { $start } 开头，中间没有空格。
cast-previewed = 收到的就是这个样子，每种语言一条。上面的按钮不计数。
cast-sample = 这是预览，不计数。
cast-lacks-text = 还没有写内容。请至少用一种语言写。
cast-lacks-people = 还没有选发给谁。
cast-reaches-nobody = 按现在的选择和已写的语言，没有人会收到。

# When
cast-when-now = 时间：发送后立即
cast-when-at = 时间：{ $day } { $time } · { $city }
cast-when-weekly = 时间：每周 · { $weekday } { $time } · { $city }
cast-urgent = 紧急：夜里也会收到。
cast-quiet = 夜里的地方等到早上9点才发。
cast-silent = 会马上进行，夜里也一样：更改不会让手机发出声音。
button-cast-now = 发送后立即
button-cast-at = 在某个时间
button-cast-weekly = 每周
button-cast-urgent = 紧急：夜里也发
button-cast-quiet = 夜里不发
cast-day = { $day }
cast-time = { $time }
button-cast-zone = 另一城市的时间
cast-ask-day = 哪一天？按此地时间：{ $city }
cast-ask-time = 几点？
cast-ask-zone = 按哪个城市的时间？
cast-too-late = 这个时间已经过了，请另选。

# Sending
cast-sure = <b>都对吗？</b>
cast-second = 一位协调员单独最多可以发给{ $people }人。需要第二位协调员同意这条内容。
button-cast-send = 发送
button-cast-ask-again = 修改或再次请求同意
cast-grown = 一条群发消息到了发送时间，但收到的人会超过一位协调员可以单独发送的人数。什么也没有发送。请查看，并请第二位协调员同意。
cast-missed = 消息没有发出：到了预定时间（{ $at }），热线没有在运行。请看看内容现在是否还合适；可以现在发送，也可以另定时间。
cast-missed-week = 这一周没有发出：到了预定时间（{ $at }），热线没有在运行。下一周会照常发送。
approval-broadcast = <b>将向许多人发送一条消息，内容与此完全一致：</b>
approval-broadcast-named = 群发消息
cast-deletes = 将在这些聊天中删除已发的消息：{ $people }
cast-changes = 将更改的消息：{ $people }
cast-wording = 这种语言
cast-with-file = 附有：{ $kind }
cast-file-photo = 照片
cast-file-voice = 语音消息
cast-file-document = 文件

# On its way
cast-card = <b>群发消息</b> · { $state }
cast-card-correction = <b>对已发消息的更正</b> · { $state }
cast-state-composing = 撰写中
cast-state-sizing = 统计中
cast-state-asked = 等待同意
cast-state-planned = 等待时间
cast-state-counting = 正在开始
cast-state-running = 发送中
cast-state-pausing = 正在暂停
cast-state-paused = 已暂停
cast-state-stopping = 正在停止
cast-state-stopped = 已停止
cast-state-done = 已发完
cast-state-running-reword = 更改中
cast-state-done-reword = 已更改
cast-state-running-retract = 删除中
cast-state-done-retract = 已删除
cast-figure = { $what }：{ $people }
cast-column-sent = 已发送
cast-column-changed = 已更改或删除
cast-column-waiting = 等待中
cast-column-morning = 其中等到早上
cast-column-gone = 屏蔽了机器人
cast-column-broken = 未被接收
cast-column-unknown = 不确定
cast-column-stopped = 不再发送
cast-column-total = 合计
cast-column-code = 编号
cast-column-language = 语言
cast-column-state = 结果
cast-column-answer = 回答
cast-column-time = 时间
cast-rate = 每分钟：{ $rate }
cast-left = 大约还要{ $minutes }分钟
cast-rests = 正在更正，暂时不发；更正完会自动继续。
cast-is-reworded = 已更正。现在发出的是更正后的内容。
cast-is-retracted = 已撤回。删除了多少，请看删除的卡片。
cast-correctable = 可以更正或删除，最晚到{ $until }。
cast-late = 发出已超过48小时、不能再更改的消息：{ $people }
cast-tally =
    可以来：{ $come }
    需要帮助：{ $help }
button-cast-pause = 暂停
button-cast-resume = 继续
button-cast-stop = 彻底停止
button-cast-again-unknown = 不确定的再发
button-cast-again-broken = 未被接收的再发
button-cast-correct = 更正已发的
button-cast-answers = 谁回答了
button-cast-report = 表格报告
button-cast-picture = 图片报告
cast-stop-sure = 要彻底停止吗？已发的留在聊天里，没发的不会再发。想以后再发，请用暂停。
cast-none-again = 没有需要再发的。
cast-correct = 已发的消息怎么办？48小时内还可以更改或删除。已经看过的人已经看过了。
cast-correct-late = 发出后只能在48小时内更改或删除，这段时间已经过了。您还可以发一条新消息。
cast-correct-none = 没有可以更改的消息：还没有发出，或者发出已超过48小时。
button-cast-reword = 更改文字
button-cast-retract = 在所有人那里删除
cast-answered = { $at }
cast-team-code = 工作人员 · { $code }
cast-case-codes = { $codes }
cast-no-code = 没有个案
cast-report = 群发消息的结果，其中的人只用编号表示。
cast-all-languages = 所有语言
cast-unlisted = 未列出的人数：{ $people }
cast-sheet-numbers = 数字
cast-sheet-people = 按编号
cast-picture = 群发消息
cast-picture-of = 群发消息 · { $at }

# What people answer
cast-answer-noted = 谢谢，已记下。可以在这里更改。
cast-help-noted = 您需要帮助，我们已记下。如果不能等，或者想说说发生了什么，请现在找工作人员。

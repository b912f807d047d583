### Borders, papers, summonses, calls.

button-journeys = 行程和联系
button-journey-add = 录入一件事
slip-journey = 行程和联系
ask-journey-what = 发生了什么？
label-journey-what = 什么事
option-journey-what-to-cn = 进入中国
option-journey-what-to-kz = 进入哈萨克斯坦
option-journey-what-border = 过了边境
option-journey-what-passport = 护照被拿走
option-journey-what-summons = 被传唤
option-journey-what-contact = 最后一次联系
option-journey-what-call = 电话
option-journey-what-other = 其他
ask-journey-day = 是什么时候？知道多少写多少。
label-journey-day = 什么时候
ask-journey-place = 在哪里？
label-journey-place = 在哪里
ask-journey-words = 知道些什么？文字、照片或文件都可以。
label-journey-words = 知道的情况

journeys-title = <b>行程和联系 · { $code }</b>
journeys-none = 还什么都不知道。
journey-gap = ……什么都不知道：{ $since } – { $until }……
journey-no-day = 日子不知道
journey-from-report = 来自登记

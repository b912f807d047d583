### What the hotline asks a family of itself.

notice-checkin = 关于个案 { $code }，我们有一个问题想问您。
notice-questions = { $count ->
   *[other] 个案 { $code } 还缺 { $count } 个回答。您可以说不知道，也可以跳过。
}
checkin-ended = 我们知道的期限最晚应该在{ $day }结束。
checkin-ended-unknown = 我们不能确定期限什么时候结束。
checkin-ask = { $name } 在家吗？
checkin-ask-unnamed = 您的亲属在家吗？
button-checkin-home = 是，在家
button-checkin-not-home = 没有
button-checkin-unknown = 我们不知道
checkin-over = 谢谢。这个问题不用再回答了。如果您想告诉我们什么，可以在这里说。
checkin-thanks = 谢谢。我们的工作人员会看到您的回答。
checkin-said-home = 在家
checkin-said-not-home = 不在家
checkin-said-unknown = 不知道
alert-checkin-home = { $code }：家属说此人在家。请向家属确认。
alert-checkin-not-home = { $code }：期限已经结束，家属说此人不在家。这个个案现在是紧急的。如果期限延长了，请录入。
alert-checkin-unknown = { $code }：期限已经结束，家属不知道此人在哪里。
alert-checkin-silent = { $code }：期限已经结束。两天前问过家属，还没有回复。

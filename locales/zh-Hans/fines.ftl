### Fines: what is asked for, and what was paid.

button-fines = 罚款
button-fine-add = 录入罚款
button-fine-paid = 已经交了
slip-fine = 罚款
slip-paid = 已交的罚款
ask-fine-amount = 多少钱？请写上货币，例如：87 000 坚戈。
label-fine-amount = 金额
ask-fine-whom = 罚的是谁？
label-fine-whom = 罚的是谁
option-fine-whom-person = 个案里的这个人
option-fine-whom-family = 家里的人
option-fine-whom-other = 别人
ask-fine-reason = 对方说的理由是什么？写文字，或者发单据的照片。
label-fine-reason = 对方说的理由
ask-fine-due = 最晚哪一天要交？可以是以后的日子。
label-fine-due = 最晚交款日
ask-paid-day = 什么时候交的？
label-paid-day = 交款日
ask-paid-receipt = 如果有收据，请发一张照片。
label-paid-receipt = 收据

fines-title = <b>罚款 · { $code }</b>
fines-none = 还没有录入罚款。
fine-paid = 已交
fine-due = 最晚{ $day }交
fine-overdue = 还没有交，最晚应在{ $day }
label-fines-case = 这个个案的全部罚款
label-fines-family = 这家人的全部个案
fines-total = { $sum }，其中未交：{ $unpaid }
fine-fact = { $count ->
   *[other] { $count } 笔罚款未交：{ $sums }
}
alert-fine-soon = { $code }：过几天要交一笔罚款，最晚{ $day }。
alert-fine-today = { $code }：今天是交罚款的最后一天，{ $day }。
alert-fine-overdue = { $code }：有一笔罚款最晚应在{ $day }交，还没有交款的记录。
button-fine-take = 记入登记中说到的罚款
fine-told = 登记中说到一笔罚款，还不在列表里：{ $sum }。

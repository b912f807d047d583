### Fines: what is asked for, and what was paid.

button-fines = Штрафы
button-fine-add = Внести штраф
button-fine-paid = Штраф уплачен
slip-fine = Штраф
slip-paid = Уплаченный штраф
ask-fine-amount = Какая сумма? С валютой, например: 87 000 тенге.
label-fine-amount = Сумма
ask-fine-whom = Кого оштрафовали?
label-fine-whom = Кого оштрафовали
option-fine-whom-person = Того, о ком обращение
option-fine-whom-family = Кого-то из семьи
option-fine-whom-other = Кого-то другого
ask-fine-reason = Какую причину назвали? Слова или фото бумаги.
label-fine-reason = Названная причина
ask-fine-due = До какого дня нужно уплатить? Этот день может быть ещё впереди.
label-fine-due = Уплатить не позднее
ask-paid-day = Когда штраф уплатили?
label-paid-day = Уплачен
ask-paid-receipt = Пришлите, пожалуйста, фото квитанции, если она есть.
label-paid-receipt = Квитанция

fines-title = <b>Штрафы · { $code }</b>
fines-none = Штрафов пока не внесено.
fine-paid = уплачен
fine-due = уплатить не позднее { $day }
fine-overdue = не уплачен, последний день был { $day }
label-fines-case = Все штрафы по обращению
label-fines-family = Все обращения этой семьи
fines-total = { $sum }, из них не уплачено: { $unpaid }
fine-fact = { $count ->
    [one] { $count } неуплаченный штраф: { $sums }
    [few] { $count } неуплаченных штрафа: { $sums }
    [many] { $count } неуплаченных штрафов: { $sums }
   *[other] { $count } неуплаченного штрафа: { $sums }
}
alert-fine-soon = { $code }: через несколько дней нужно уплатить штраф, не позднее { $day }.
alert-fine-today = { $code }: сегодня последний день уплаты штрафа, { $day }.
alert-fine-overdue = { $code }: штраф нужно было уплатить не позднее { $day }, а уплата не внесена.
button-fine-take = Внести штраф из обращения
fine-told = В обращении сказано о штрафе, которого нет в списке: { $sum }.

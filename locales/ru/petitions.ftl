### Letters to offices, and their answers.

button-petitions = Ходатайства
button-petition-add = Внести ходатайство
button-petition-outcome = Внести ответ
button-petition-next = Следующее ведомство
slip-petition = Ходатайство
slip-outcome = Ответ на ходатайство
ask-petition-to = Куда его отправили?
label-petition-to = Куда
option-petition-to-consulate = Посольство или консульство
option-petition-to-ministry = Министерство
option-petition-to-police = Полиция
option-petition-to-prosecutor = Прокуратура
option-petition-to-court = Суд
option-petition-to-un = ООН
option-petition-to-other = Другое
ask-petition-name = Куда именно? Напишите, пожалуйста, полное название.
label-petition-name = Полное название
ask-petition-sent = Когда его отправили?
label-petition-sent = Отправлено
ask-petition-number = Какой номер ему дали? Фото печати тоже подойдёт.
label-petition-number = Номер или печать
ask-petition-about = О чём оно? Слова или само письмо.
label-petition-about = О чём
ask-petition-due = До какого дня должны ответить? Если пропустить, считаются рабочие дни там, где их число известно.
label-petition-due = Ответ не позднее
ask-outcome-outcome = Что ответили?
label-outcome-outcome = Ответ
option-outcome-outcome-none = Ответа не было
option-outcome-outcome-refused = Отказали
option-outcome-outcome-partly = Согласились частично
option-outcome-outcome-granted = Согласились
option-outcome-outcome-forwarded = Переслали другим
ask-outcome-answered = От какого дня ответ?
label-outcome-answered = День ответа
ask-outcome-reply = Что в нём сказано? Слова или фото письма.
label-outcome-reply = Что сказано

petitions-title = <b>Ходатайства · { $code }</b>
petitions-none = Ходатайств пока не внесено.
petition-open = ответа пока нет
petition-due = ответ не позднее { $day }
petition-overdue = ответа нет, последний день был { $day }
petition-counted = { $count ->
    [one] День посчитан: { $count } рабочий день Казахстана после отправки. Это общее знание, проверьте у адвоката.
    [few] День посчитан: { $count } рабочих дня Казахстана после отправки. Это общее знание, проверьте у адвоката.
    [many] День посчитан: { $count } рабочих дней Казахстана после отправки. Это общее знание, проверьте у адвоката.
   *[other] День посчитан: { $count } рабочего дня Казахстана после отправки. Это общее знание, проверьте у адвоката.
}
petition-next = Дальше можно обратиться сюда: { $to }. Это только предложение.
petition-fact = Ходатайство: { $to }, { $state }
petition-due-before-sent = Этот день пришёлся бы раньше, чем отправили ходатайство. Напишите, пожалуйста, день ещё раз или вернитесь назад и измените его.
alert-petition-soon = { $code }: через несколько дней должны ответить, не позднее { $day }. Откуда: { $to }
alert-petition-today = { $code }: сегодня должны ответить, { $day }. Откуда: { $to }
alert-petition-overdue = { $code }: должны были ответить не позднее { $day }, ответ не внесён. Откуда: { $to }

### What UN bodies need, and what was sent to them. WGEID and WGAD are working groups, CED a committee.

button-un = ООН
button-un-ask = Спросить семью
button-un-record = Внести отправленное
slip-un = Отправленное в ООН
slip-un-outcome = Что стало с отправленным
ask-un-body = В какой орган отправили?
label-un-body = Орган
option-un-body-wgeid = WGEID, исчезновения
option-un-body-ced = CED, срочные действия
option-un-body-wgad = WGAD, произвольные аресты
option-un-body-other = Другой орган
ask-un-sent = Когда отправили?
label-un-sent = Отправлено
ask-un-number = Какой номер дали?
label-un-number = Номер
ask-un-papers = Что отправили? Слова или сами бумаги.
label-un-papers = Что отправили
ask-un-outcome-outcome = Что с этим стало?
label-un-outcome-outcome = Что стало
option-un-outcome-outcome-registered = Зарегистрировали
option-un-outcome-outcome-asked = Просят дополнить
option-un-outcome-outcome-transmitted = Передали правительству
option-un-outcome-outcome-refused = Не приняли
option-un-outcome-outcome-closed = Там закрыли
ask-un-outcome-day = Когда это было?
label-un-outcome-day = Когда
ask-un-outcome-reply = Что пишут? Слова или письмо.
label-un-outcome-reply = Что пишут

un-title = <b>ООН · { $code }</b>
un-short = { $count ->
    [one] Для WGEID не хватает { $count } ответа
    [few] Для WGEID не хватает { $count } ответов
    [many] Для WGEID не хватает { $count } ответов
   *[other] Для WGEID не хватает { $count } ответа
}
un-whole = Все шесть ответов, которых требует WGEID, есть.
un-window-unknown = День исчезновения известен недостаточно точно, чтобы отсчитать три месяца срочной процедуры.
un-window-over = Три месяца срочной процедуры закончились: { $day }. Обычный путь открыт.
un-window = { $count ->
    [one] Срочная процедура открыта до { $day }: остался { $count } день.
    [few] Срочная процедура открыта до { $day }: осталось { $count } дня.
    [many] Срочная процедура открыта до { $day }: осталось { $count } дней.
   *[other] Срочная процедура открыта до { $day }: осталось { $count } дня.
}
un-window-range = Срочная процедура закончится между двумя днями: { $first } и { $last }, потому что день известен не точно.
label-un-missing = Чего не хватает
un-consent-yes = Семья согласна на обращение в ООН.
un-consent-no = Семья не согласна на обращение в ООН. Без её согласия ничего не отправляется.
un-consent-open = Семья пока не сказала, согласна ли она на обращение в ООН. Без её согласия ничего не отправляется.
un-ced = Здесь, возможно, применима статья 30 Конвенции, срочные действия CED. Это только предложение: подтверждает адвокат.
label-un-sent-list = Что уже отправлено
un-asked-on = В последний раз семью спрашивали: { $day }.
un-nobody-to-ask = { $code }: здесь некого спросить из тех, кто рассказывал. Пожалуйста, позвоните семье.
un-asked = { $count ->
    [one] Семье отправлен { $count } вопрос.
    [few] Семье отправлены { $count } вопроса.
    [many] Семье отправлены { $count } вопросов.
   *[other] Семье отправлено { $count } вопроса.
}
alert-un-window = { $count ->
    [one] { $code }: срочная процедура WGEID открыта ещё { $count } день.
    [few] { $code }: срочная процедура WGEID открыта ещё { $count } дня.
    [many] { $code }: срочная процедура WGEID открыта ещё { $count } дней.
   *[other] { $code }: срочная процедура WGEID открыта ещё { $count } дня.
}

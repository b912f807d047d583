### Где живёт человек, как к нему приходят сообщения и о чём напоминают команде.

settings-zone = Ваши часы: { $city }. Ночью мы никому не пишем.
zone-office = как в нашем офисе
zone-other = другой город
zone-almaty = Алматы
zone-tashkent = Ташкент
zone-urumqi = Урумчи (синьцзянское время)
zone-beijing = Пекин
zone-istanbul = Стамбул
zone-moscow = Москва
zone-berlin = Берлин
zone-london = Лондон
zone-new-york = Нью-Йорк
zone-los-angeles = Лос-Анджелес
button-zone-office = Как в офисе
button-zone-almaty = Алматы
button-zone-tashkent = Ташкент
button-zone-urumqi = Урумчи
button-zone-beijing = Пекин
button-zone-istanbul = Стамбул
button-zone-moscow = Москва
button-zone-berlin = Берлин
button-zone-london = Лондон
button-zone-new-york = Нью-Йорк
button-zone-los-angeles = Лос-Анджелес
zone-ask = В каком из этих городов часы показывают то же время, что у вас? Это нужно только для того, чтобы наши сообщения не приходили ночью.
button-settings-zone = Мои часы
button-settings-way = Как приходят сообщения
way-ask = Как должны приходить к вам сообщения от наших сотрудников? Если ваш телефон может увидеть кто-то ещё, лучше второе или третье.
button-way-at-once = Сразу, с текстом
button-way-ping = Сначала нейтральная строка
button-way-asked = Только когда спрошу
settings-way-at-once = Сообщения от наших сотрудников приходят с текстом.
settings-way-ping = Сообщения от наших сотрудников приходят строкой, которая ничего не говорит; текст появляется, когда вы нажмёте.
settings-way-asked = Вам ничего не присылают. То, что написали наши сотрудники, вы найдёте, когда откроете /cases; так и в обещанный день.

alert-promise-soon = { $count ->
    [one] Скоро обещанный день у { $count } семьи, и никто ещё не написал:
    [few] Скоро обещанный день у { $count } семей, и никто ещё не написал:
    [many] Скоро обещанный день у { $count } семей, и никто ещё не написал:
   *[other] Скоро обещанный день у { $count } семьи, и никто ещё не написал:
}
promise-soon-line = { $code } · не позднее { $day }
button-answer-case = Ответить: { $code }

### Borders, papers, summonses, calls.

button-journeys = Поездки и контакты
button-journey-add = Внести событие
slip-journey = Поездки и контакты
ask-journey-what = Что произошло?
label-journey-what = Что
option-journey-what-to-cn = Въезд в Китай
option-journey-what-to-kz = Въезд в Казахстан
option-journey-what-border = Пересечение границы
option-journey-what-passport = Забрали паспорт
option-journey-what-summons = Вызов
option-journey-what-contact = Последняя связь
option-journey-what-call = Телефонный звонок
option-journey-what-other = Другое
ask-journey-day = Когда это было? Насколько это известно.
label-journey-day = Когда
ask-journey-place = Где это было?
label-journey-place = Где
ask-journey-words = Что об этом известно? Слова, фото или документы.
label-journey-words = Что известно

journeys-title = <b>Поездки и контакты · { $code }</b>
journeys-none = Пока ничего не известно.
journey-gap = … ничего не известно: { $since } – { $until } …
journey-no-day = день неизвестен
journey-from-report = из обращения

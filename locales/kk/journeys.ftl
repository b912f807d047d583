### Borders, papers, summonses, calls.

button-journeys = Сапар мен байланыс
button-journey-add = Оқиға енгізу
slip-journey = Сапар мен байланыс
ask-journey-what = Не болды?
label-journey-what = Не болды
option-journey-what-to-cn = Қытайға өтті
option-journey-what-to-kz = Қазақстанға өтті
option-journey-what-border = Шекарадан өтті
option-journey-what-passport = Паспортын алып қойды
option-journey-what-summons = Шақыртты
option-journey-what-contact = Соңғы байланыс
option-journey-what-call = Телефон қоңырауы
option-journey-what-other = Басқа
ask-journey-day = Бұл қашан болды? Белгілі болғанынша.
label-journey-day = Қашан
ask-journey-place = Қай жерде болды?
label-journey-place = Қай жерде
ask-journey-words = Бұл туралы не белгілі? Сөз, сурет немесе құжат.
label-journey-words = Не белгілі

journeys-title = <b>Сапар мен байланыс · { $code }</b>
journeys-none = Әзірге ештеңе белгілі емес.
journey-gap = … ештеңе белгілі емес: { $since } – { $until } …
journey-no-day = күні белгісіз
journey-from-report = өтініштен

### Мәліметтер: не болды дейді, кімнен белгілі, қай күнге қатысты, қаншалықты анық.

button-claims = Мәліметтер ({ $count })
button-all-claims = Барлық мәлімет
claims-title = <b>{ $code }: қандай мәлімет бар</b>
claims-situation = Соларға қарағанда білетініміз: { $situation }
claims-contradict = { $count ->
    [one] <b>Бір-біріне келмейтін мәліметтер ({ $count } жұп):</b>
   *[other] <b>Бір-біріне келмейтін мәліметтер ({ $count } жұп):</b>
}
claims-pair = { $what } · { $source } — { $other } · { $whence }
claims-pair-paper = Отбасының сөзі ресми қағазға келмейді: { $what } · { $source } — { $other } · { $whence }
claim-from-report = отбасының өтініші
claim-no-day = күні белгісіз
claim-entered = { $source }. Енгізген: { $code }, { $day }
claim-replaced = Бұл бұрынғы жазба: кейін түзетілген.
claim-earlier = Бұрынғы жазбалар
label-claim-raised = Расталды; алғашында
label-claim-aside = Ескерілмейді, себебі
button-claim-add = Мәлімет енгізу
button-claim-correct = Түзету
button-claim-aside = Ескермеу
button-claim-corroborated = Басқалар да растайды
button-claim-documented = Құжаты бар

slip-claim = Мәлімет
ask-claim-what = Не болды дейді? Мәліметтер қатар тұрады: сіздің жазғаныңыз ешкімдікін өшірмейді.
label-claim-what = Не болды
option-claim-what-missing = Хабарсыз кетті
option-claim-what-detained = Ұсталды
option-claim-what-charged = Айып тағылды
option-claim-what-sentenced = Сотталды
option-claim-what-transferred = Басқа жерге ауыстырылды
option-claim-what-deported = Елден шығарылды
option-claim-what-restricted = Еркіндігі шектелді
option-claim-what-released = Босатылды
option-claim-what-contact = Көрген не байланыс бар
option-claim-what-located = Қайда екені белгілі
option-claim-what-died = Қайтыс болды
option-claim-what-other = Басқа
ask-claim-source = Бұл бізге кімнен белгілі?
label-claim-source = Қайдан белгілі
option-claim-source-relative = Туысы
option-claim-source-paper = Ресми қағаз
option-claim-source-call = Қоңырау
option-claim-source-list = Тізім
option-claim-source-media = Баспасөз
option-claim-source-other = Басқа жерден
ask-claim-day = Бұл қай күнге қатысты? Қаншалықты белгілі болса: «2025 жылғы 14 наурыз», «2025 жылғы наурыз», «2024 жылғы көктемнен бері».
label-claim-day = Қай күнге қатысты
ask-claim-certainty = Бұл қаншалықты анық? Бір адам айтса, «айтылған»; бірінші адамнан естімеген екінші адам да айтса, «басқалар да растайды».
label-claim-certainty = Қаншалықты анық
option-claim-certainty-said = Айтылған
option-claim-certainty-corroborated = Басқалар да растайды
option-claim-certainty-documented = Құжаты бар
ask-claim-other = Бұл не, бір-екі жолмен жазыңыз?
label-claim-other = Бұл не
ask-claim-words = Айтқан адамның өз сөзімен қалай айтылды? Дауыстық хабарлама жіберуге де болады.
label-claim-words = Айтқанның өз сөзі
ask-claim-paper = Қағазы болса, суретін немесе файлын жіберіңіз.
label-claim-paper = Қағаз
slip-aside = Мәліметті ескермеу
ask-aside-why = Неге енді ескерілмейді? Жазба сіздің себебіңізбен бірге қалады.
label-aside-why = Себебі

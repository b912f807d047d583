### What coordinators read.

alert-report = Жаңа өтініш түсті: { $code }. Тілі: { $language }.
alert-word = { $code } ісі бойынша отбасынан хабарлама келді.
alert-person = Біреу адаммен сөйлескісі келеді.
about-draft = Мұны өтініш беріп отырған кезде сұрады.
about-nothing = Әзірге өтініш жоқ.
alert-promise = { $code }: уәде етілген күн келді, бірақ ешкім жазған жоқ. Отбасына әзірге жаңа ештеңе жоқ екені және { $day } күнінен кешіктірмей қайта жазатынымыз айтылды.
alert-new-coordinator = Шақырумен жаңа үйлестіруші қосылды. Ондай адамды білмесеңіз, серверге жауапты адамға дереу айтыңыз.
alert-unreachable = Мына іс бойынша хабарламалар отбасына енді жетпейді: { $codes }. Олар ботты бұғаттаған немесе аккаунтын жоғалтқан болуы мүмкін.

button-queue = Ашық істер
queue-count = { $count ->
    [0] Ашық іс жоқ.
   *[other] <b>{ $count } ашық іс</b>
}
queue-waiting = { $code } · күте бастады: { $day }
queue-new = { $code } · жаңа, { $day }
queue-yours = { $code } · сіздікі, жазу: { $day }
queue-others = { $code } · жазу: { $day }
button-page-back = Алдыңғысы
button-page-on = Тағы

button-open-case = Істі ашу
button-take = Істі алу
button-write-family = Отбасына жазу
button-whole-report = Толық өтініш
button-timeline = Істің барысы
button-files = Дауыс пен файлдар
case-facts =
    Жағдайы: { $situation }
    Тілі: { $language }
    Өтініш түскен күн: { $reported }
    Отбасына жазу мерзімі: { $promise }
case-owner-nobody = Бұл істі әлі ешкім алған жоқ.
case-owner-you = Бұл іс — сіздікі.
case-owner-other = Бұл іс басқа үйлестірушіде.
case-family-waits = Отбасы мына уақыттан бері жауап күтіп отыр: { $at }.
case-letter-read = Соңғы хабарламамыз, { $day }: ашылды.
case-letter-unread = Соңғы хабарламамыз, { $day }: әлі ашылған жоқ.
case-taken = Іс енді сіздікі.
files-title = <b>{ $code }: { $count } файл</b>
files-of = Мынаған қатысты: { $label }

words-of-family = <b>{ $code } ісінің отбасынан</b> ({ $language })
words-of-person = <b>Өтініші жоқ адамнан</b> ({ $language })
words-none = Әзірге ештеңе жазылмаған.

letter-ask = { $code } ісінің отбасы не оқысын? Олар { $language } оқиды.
letter-ask-person = Бұл адам не оқысын? Тілі: { $language }.
letter-rules = Бір ғана хабарлама: мәтін, дауыс, сурет немесе құжат. Орындай алмайтын нәрсеге уәде бермеңіз. Адамның қайтыс болуы, үкім, елден шығару немесе басқа жерге ауыстыру туралы хабар мұнда ешқашан жіберілмейді: оны бот емес, адам айтады.
letter-preview = Олар мынаны оқиды:
letter-sure = Жібереміз бе? Өзгерту үшін қайта жазыңыз.
button-send-letter = Жіберу
letter-sent = { $count } адамға жіберілді. Алдымен тек «Сізге жедел желіден хабарлама бар» деген жазу көрінеді.
letter-promise = Отбасы бізден келесі хабарды { $day } күнінен кешіктірмей алады.

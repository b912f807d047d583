### What coordinators read.

alert-report = Жаңа өтініш түсті: { $code }. Тілі: { $language }.
alert-word = Отбасынан { $code } өтініші бойынша хабарлама келді.
alert-person = Біреу адаммен сөйлескісі келеді.
about-draft = Мұны өтініш беріп отырған кезде сұрады.
about-nothing = Әзірге өтініш жоқ.
alert-promise = Өтініш { $code }: уәде етілген күн келді, бірақ ешкім жазған жоқ. Отбасына әзірге жаңа ештеңе жоқ екені және { $day } күнінен кешіктірмей қайта жазатынымыз айтылды.
alert-new-coordinator = Шақырумен жаңа үйлестіруші қосылды. Ондай адамды білмесеңіз, серверге жауапты адамға дереу айтыңыз.
alert-unreachable = Мына өтініш бойынша хабарламалар отбасына енді жетпейді: { $codes }. Олар ботты бұғаттаған немесе аккаунтын жоғалтқан болуы мүмкін.

button-queue = Ашық өтініштер
queue-count = { $count ->
    [0] Ашық өтініш жоқ.
   *[other] <b>{ $count } ашық өтініш</b>
}
queue-person = Сөйлескісі келеді · { $day }
queue-waiting = { $code } · күтіп отыр: { $day }
queue-new = { $code } · жаңа, { $day }
queue-yours = { $code } · сізде, жазу: { $day }
queue-others = { $code } · жазу: { $day }
button-page-back = Алдыңғысы
button-page-on = Тағы

button-open-case = Өтінішті ашу
button-take = Өтінішті өзіме алу
button-write-family = Отбасына жазу
button-whole-report = Толық өтініш
button-timeline = Жұмыс барысы
button-messages = Хабарламалар
button-files = Дауыс пен файлдар
case-facts =
    Жағдайы: { $situation }
    Тілі: { $language }
    Өтініш түскен күн: { $reported }
    Отбасына жазу мерзімі: { $promise }
case-owner-nobody = Бұл өтінішті әлі ешкім алған жоқ.
case-owner-you = Бұл өтініш сізде.
case-owner-other = Бұл өтініш басқа үйлестірушіде.
case-family-waits = Отбасы мына уақыттан бері жауап күтіп отыр: { $at }.
case-letter-read = Соңғы хабарламамыз, { $day }: ашылды.
case-letter-unread = Соңғы хабарламамыз, { $day }: әлі ашылған жоқ.
case-taken = Бұл өтініш енді сізде.
files-title = <b>Өтініш { $code }: { $count } файл</b>
files-of = Мынаған қатысты: { $label }

words-of-family = <b>Отбасынан, өтініш { $code }</b> · { $language }
words-of-person = <b>Өтініші жоқ адамнан</b> · { $language }
words-none = Жазбаша ештеңе жоқ.

letter-ask = Отбасына { $code } өтініші бойынша не жазамыз? Олардың тілі: { $language }.
letter-ask-person = Бұл адамға не жазамыз? Тілі: { $language }.
letter-rules = Бір ғана хабарлама: мәтін, дауыс, сурет немесе құжат. Орындай алмайтын нәрсеге уәде бермеңіз. Адамның қайтыс болуы, үкім, елден шығару немесе басқа жерге ауыстыру туралы хабар мұнда ешқашан жіберілмейді: оны бот емес, адам айтады.
letter-preview = Олар мынаны оқиды:
letter-sure = Жібереміз бе? Өзгерту үшін қайта жазыңыз.
button-send-letter = Жіберу
letter-sent = { $count } адамға жіберілді. Алдымен тек «Сізге жедел желіден хабарлама бар» деген жазу көрінеді.
letter-promise = Отбасы бізден келесі хабарды { $day } күнінен кешіктірмей алады.

### Messages to many at once: whom, what, when, and how far they are.

command-broadcast = Көпке бірден жазу
cast-list = <b>Көпке жіберілетін хабарлар</b>
button-cast-row = { $day } · { $state }
button-cast-new = Жаңасын жазу
button-cast-list = Барлығы
button-cast-open = Ашу
cast-title = <b>Көпке арналған, әлі жіберілмеген хабар</b>
cast-title-correction =
    <b>Жіберілген хабарды түзету, әлі жіберілмеді</b>

    Хабарды алғандарда ол сол орнында өзгереді. Әлі алмағандарға бірден түзетілгені барады.
cast-title-retract =
    <b>Жіберілген хабар өшіріледі. Әзірге өшірілген жоқ.</b>

    Хабарды алғандардың бәрінің чатынан ол жоғалады. Әлі алмағандарға ол енді жіберілмейді.

# Whom
cast-who = Кімге: { $groups }
cast-who-none = Кімге: әлі ешкім таңдалмаған
cast-group-families = өтініш берген отбасылар
cast-group-followers = жаңалық алушылар
cast-group-volunteers = еріктілер
cast-group-coordinators = үйлестірушілер
cast-only = { $trait }, тек: { $values }
cast-except = { $trait }, мыналардан басқа: { $values }
cast-trait-language = Тіл
cast-trait-region = Өңір
cast-trait-situation = Жағдай
cast-trait-stage = Жұмыс кезеңі
cast-trait-incident = Оқиға
cast-trait-skill = Дағды
cast-trait-active = Жақында жазған
cast-left-out = Хабар бармайтын жеке өтініштер саны: { $cases }
cast-no-language = тіл таңдалмаған
cast-stage-new = жаңа
cast-stage-verifying = тексерілуде
cast-stage-active = жұмыс жүріп жатыр
cast-stage-waiting = мекеме жауабы күтілуде
cast-stage-closed = аяқталған
cast-active-days = { $days } күн ішінде
cast-whom = <b>Кімге жіберіледі?</b> Бірнешеуіне сай келген адам бір-ақ рет алады.
cast-toggle = Бір рет бассаңыз: тек осылар (✓). Екінші рет: бұлардан басқасы (✕). Үшінші рет: маңызы жоқ.
cast-by-language = Отбасылар мен үйлестірушілерде – осында оқитын тілі, еріктілерде – сөйлейтін тілдері де.
cast-by-region = Отбасылар мен жаңалық алушыларда – адам соңғы рет болған жер, егер ол біздің тізімнен таңдалса; еріктілерде – өздері айтқан жері. Үйлестірушілер қайда болса да алады.
cast-by-situation = Бұл отбасылар мен жаңалық алушылардың ішінен, әрқайсысына айтылғанына қарай таңдайды.
cast-by-stage = Бұл отбасылар мен жаңалық алушылардың ішінен таңдайды.
cast-by-incident = Бұл оқиға астына жиналған өтініштердің отбасылары мен жаңалық алушыларының ішінен таңдайды.
cast-by-skill = Бұл еріктілердің ішінен, өздері туралы айтқанына қарай таңдайды.
cast-by-active = Адамның осында соңғы рет қашан жазғанына не түйме басқанына қарайды.
button-cast-on = ✓ { $what }
button-cast-not = ✕ { $what }
button-cast-off = { $what }
button-cast-leave-out = Кей өтініштерді қоспау
button-cast-leave-none = Ешкімді шығармау
button-cast-kept = Сақталғандар
button-cast-keep = Сақтап қою
button-cast-forget = ✕
cast-kept = Сақталған таңдаулар. Кімге тиісті екені әр жолы қайта қаралады.
cast-kept-none = Әзірге ештеңе сақталмаған.
cast-ask-codes = Отбасылары бұл хабарды алмайтын өтініштердің кодтарын жазыңыз, бір не бірнешеуін: K7Q-4M2.
cast-code-unknown = Мұның бәрі өтініш коды емес. Код мынадай болады: K7Q-4M2. Қайта жазып жіберіңіз.
cast-ask-name = Қандай атпен сақтайық? Адам атын жазбаңыз: оны бүкіл топ көреді.
cast-name-in-words = Сөзбен жазыңыз, { $longest } таңбадан аспасын.
cast-being-counted = Қазір саналып жатыр. Біткенде осы карточка өзгереді.
cast-reaches = <b>Алатын адам саны: { $people }</b>
cast-meant = <b>Сай келетін адам саны: { $people }</b>
cast-elsewhere = ⚠ { $language }: { $people } адам басқа тілде алады: { $other }
cast-none = ⚠ { $language }: { $people } адам ештеңе алмайды

# What
button-cast-whom = Кімге
button-cast-what = Не жазылады
button-cast-when = Қашан
button-cast-preview = Қалай көрінеді
button-cast-sure = Жіберуге өту
button-cast-drop = Керек емес
button-cast-back = Қайтарып, өзгерту
cast-dropped-it = Бұл хабар алып тасталды. Ештеңе жіберілген жоқ.
cast-written = Жазылған тілдер: { $languages }
cast-written-none = Әзірге ештеңе жазылмаған.
cast-others-get = Қалғандары мына тілде алады: { $language }
cast-others-none = Басқа тілде оқитындар ештеңе алмайды.
cast-buttons = Түймелер: { $buttons }
cast-link = Сілтеме: { $link }
cast-what = <b>Не жазылады?</b> Тілді таңдап, хабарламаны оқылатын түрінде жіберіңіз: мәтін, сурет, дауыстық хабарлама не құжат; қалың әріп пен сілтеме де болады. Адам атын және бір отбасы туралы ештеңе жазбаңыз: мұны көп адам көреді.
cast-what-corrected = <b>Қалай оқылуы керек?</b> Тілді таңдап, мәтінді қайта жіберіңіз. Сурет, дауыстық хабарлама не құжат сол күйінде қалады, астындағы мәтіні өзгереді.
button-cast-fallback = Қалғандарға арналған тіл
button-cast-come = Мен келе аламын
button-cast-help = Маған көмек керек
button-cast-link = Толығырақ
button-cast-set-link = Сілтеме қосу
button-cast-no-link = Сілтемені алып тастау
cast-ask-text = Хабарламаны мына тілде жіберіңіз: { $language }
button-cast-unwrite = Осы мәтінді алып тастау
cast-text-kept = Сақталды: { $language }
cast-text-only = Мұнда мәтін, бір сурет, бір дауыстық хабарлама немесе бір құжат жіберуге болады; түзетуге – мәтін. Қайта жіберіңіз.
cast-text-long = Бұл Telegram жіберетіннен ұзын. Қайта жіберіңіз, { $longest } таңбадан аспасын.
cast-photo-as-file = Файл түрінде жіберілген сурет оның қайда және немен түсірілгенін көрсетеді. Оны сурет етіп жіберіңіз.
cast-ask-link = Беттің мекенжайын жіберіңіз. Ол { $start } деп басталады
cast-link-unreadable = Мұндай мекенжайды түймеге қоюға болмайды. Ол { $start } деп басталады, бос орын болмайды.
cast-previewed = Әр тілде осылай көрінеді. Жоғарыдағы түймелер ештеңе санамайды.
cast-sample = Бұл – үлгі. Ештеңе саналмайды.
cast-lacks-text = Әзірге ештеңе жазылмаған. Кемінде бір тілде жазыңыз.
cast-lacks-people = Кімге жіберілетіні әлі таңдалмаған.
cast-reaches-nobody = Қазіргі таңдау мен тілдер бойынша мұны ешкім алмайды.

# When
cast-when-now = Қашан: жіберген бойда
cast-when-at = Қашан: { $day }, { $time } · { $city }
cast-when-weekly = Қашан: апта сайын · { $weekday }, { $time } · { $city }
cast-urgent = Шұғыл: түнде де барады.
cast-quiet = Түн болған жерде таңғы 9-ға дейін күтеді.
cast-silent = Бұл бірден болады, түнде де: өзгеріс телефонға дыбыссыз келеді.
button-cast-now = Жіберген бойда
button-cast-at = Белгілі бір уақытта
button-cast-weekly = Апта сайын
button-cast-urgent = Шұғыл: түнде де
button-cast-quiet = Түнде емес
cast-day = { $day }
cast-time = { $time }
button-cast-zone = Басқа қаланың уақыты
cast-ask-day = Қай күні? Уақыты: { $city }
cast-ask-time = Сағат қаншада?
cast-ask-zone = Қай қаланың уақытымен?
cast-too-late = Бұл уақыт өтіп кетті. Басқасын таңдаңыз.

# Sending
cast-sure = <b>Бәрі дұрыс па?</b>
cast-second = Бір үйлестіруші өз бетінше ең көбі { $people } адамға жаза алады. Екінші үйлестіруші дәл осыған келісуі керек.
button-cast-send = Жіберу
button-cast-ask-again = Өзгерту не қайта сұрау
cast-grown = Көпке арналған хабар жіберілуі керек еді, бірақ оны бір үйлестіруші өз бетінше жаза алатыннан көп адам алар еді. Ештеңе жіберілген жоқ. Қарап шығып, екінші келісімді сұраңыз.
cast-missed = Хабар жіберілмеді: белгіленген уақытта, { $at }, жедел желі істемей тұрған. Айтылғаны әлі дұрыс па, қараңыз; оны қазір немесе басқа уақытта жіберуге болады.
cast-missed-week = Бұл аптада хабар жіберілмеді: белгіленген уақытта, { $at }, жедел желі істемей тұрған. Келесі аптада әдеттегідей жіберіледі.
approval-broadcast = <b>Көп адамға дәл осы хабарлама жіберіледі:</b>
approval-broadcast-named = көпке арналған хабар
cast-deletes = Жіберілген хабар өшірілетін чаттар саны: { $people }
cast-changes = Өзгеретін хабар саны: { $people }
cast-wording = Мына тілде
cast-with-file = Қоса жіберіледі: { $kind }
cast-file-photo = сурет
cast-file-voice = дауыстық хабарлама
cast-file-document = құжат

# On its way
cast-card = <b>Көпке арналған хабар</b> · { $state }
cast-card-correction = <b>Жіберілгенді түзету</b> · { $state }
cast-state-composing = жазылуда
cast-state-sizing = саналуда
cast-state-asked = келісім күтуде
cast-state-planned = уақытын күтуде
cast-state-counting = басталуда
cast-state-running = жіберілуде
cast-state-pausing = үзіліс басталуда
cast-state-paused = үзілісте
cast-state-stopping = тоқтатылуда
cast-state-stopped = тоқтатылды
cast-state-done = жіберілді
cast-state-running-reword = өзгертілуде
cast-state-done-reword = өзгертілді
cast-state-running-retract = өшірілуде
cast-state-done-retract = өшірілді
cast-figure = { $what }: { $people }
cast-column-sent = Жіберілді
cast-column-changed = Өзгертілді не өшірілді
cast-column-waiting = Күтуде
cast-column-morning = Соның ішінде таңды күтуде
cast-column-gone = Ботты бұғаттаған
cast-column-broken = Қабылданбады
cast-column-unknown = Белгісіз
cast-column-stopped = Енді жіберілмейді
cast-column-total = Барлығы
cast-column-code = Код
cast-column-language = Тіл
cast-column-state = Не болды
cast-column-answer = Жауап
cast-column-time = Уақыт
cast-rate = Минутына: { $rate }
cast-left = Қалған минут: шамамен { $minutes }
cast-rests = Түзетіліп болғанша күтеді, кейін өзі жалғасады.
cast-is-reworded = Түзетілді. Енді түзетілген мәтін жіберіледі.
cast-is-retracted = Қайтарып алынды. Қаншасы өшірілгені өшіру карточкасында көрінеді.
cast-correctable = Түзетуге немесе өшіруге болатын соңғы уақыт: { $until }.
cast-late = Жіберілгеніне 48 сағаттан асты, Telegram оларды енді өзгертпейді: { $people }
cast-tally =
    Келе алады: { $come }
    Көмек керек: { $help }
button-cast-pause = Үзіліс
button-cast-resume = Жалғастыру
button-cast-stop = Біржола тоқтату
button-cast-again-unknown = Белгісіздерді қайта
button-cast-again-broken = Қабылданбағандарды қайта
button-cast-correct = Жіберілгенді түзету
button-cast-answers = Кім жауап берді
button-cast-report = Кесте түріндегі есеп
button-cast-picture = Сурет түріндегі есеп
cast-stop-sure = Біржола тоқтатасыз ба? Жіберілгені чаттарда қалады, қалғаны енді жіберілмейді. Кейін жіберу үшін үзіліс жасаңыз.
cast-none-again = Қайта жіберетін ештеңе жоқ.
cast-correct = Жіберілгенмен не істейміз? Telegram 48 сағат ішінде өзгертуге немесе өшіруге мүмкіндік береді. Оқып қойған адам оқып қойды.
cast-correct-late = Telegram жіберілгенді 48 сағат ішінде ғана өзгертуге не өшіруге мүмкіндік береді, бұл уақыт өтті. Жаңа хабар жіберуге болады.
cast-correct-none = Өзгертетін ештеңе жоқ: әлі ештеңе жіберілмеген немесе жіберілгеніне 48 сағаттан асқан.
button-cast-reword = Мәтінді өзгерту
button-cast-retract = Барлығынан өшіру
cast-answered = { $at }
cast-team-code = топ · { $code }
cast-case-codes = { $codes }
cast-no-code = өтінішсіз
cast-report = Көпке арналған хабардың нәтижесі. Адамдар тек кодпен көрсетілген.
cast-all-languages = Барлық тіл
cast-unlisted = Тізімге кірмеген тағы адам саны: { $people }
cast-sheet-numbers = Сандар
cast-sheet-people = Код бойынша
cast-picture = Көпке арналған хабар
cast-picture-of = Көпке арналған хабар · { $at }

# What people answer
cast-answer-noted = Рақмет. Жазып қойдық; осы жерден өзгертуге болады.
cast-help-noted = Сізге көмек керек екенін жазып қойдық. Күтуге болмаса немесе не болғанын айтқыңыз келсе, қазір адаммен сөйлесіңіз.

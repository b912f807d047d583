### Files as evidence: how large they may be, what they are, who has opened them.

note-file-size = Бір файл 20 МБ-тан аспауы керек: Telegram бізге одан үлкенін көшіріп алуға рұқсат бермейді. Үлкенірек файлды кішірек бөліктерге бөліп жіберіңіз.

button-file-about = Бұл файл туралы, кім ашқаны
button-file-original = Түпнұсқасы
button-file-anyway = Бәрібір ашу

file-differs = Абай болыңыз. Бұл файл { $claimed } түрінде жіберілген, ал ішіндегісі бойынша мынадай: { $found }.
file-also = Абай болыңыз. Бұл файлды мынадай файл ретінде де оқуға болады: { $others }. Кәдімгі файлда мұндай болмайды.
file-unknown = Абай болыңыз. Бұл қандай файл екенін білмейміз. Басқа жұмыстарыңыз тұрған компьютерде ашпағаныңыз жөн.
file-archive = Бұл — архив. Біз оны ашқан жоқпыз: ішінде не бары қаралмаған.
file-runs = Абай болыңыз. Бұл файлды ашқанда бағдарлама іске қосылуы мүмкін. Ішіндегісі бойынша ол мынадай: { $found }. Қалай келсе, солай сақталды.
file-found = Вирус іздейтін бағдарлама бұл файлдан мынаны тапты: { $name }. Файл қалай келсе, солай сақталды.
file-not-examined-yet = Бұл файл әлі қаралған жоқ; оған бір минуттай уақыт кетеді. Бәрібір ашуға болады.
file-not-examined = Бұл файл қаралған жоқ: оның көшірмесі бізде жоқ.
file-no-copy = Бұл суреттің жұмыс көшірмесі жоқ. Түпнұсқасында қай жерде, қандай камерамен түсірілгені жазылып қалған болуы мүмкін.
file-held-back = Бұл хабарламамен бірге файл келген. Оны біреу қарап шыққанша бермей тұрамыз.

about-file-title = <b>Бұл файл туралы</b>
label-file-name = Жіберушінің қойған атауы
file-received = Келген уақыты: { $at }. Кімнен: { $who }
file-size = Көлемі: { $bytes } байт
file-sha256 = SHA-256: { $sum }
file-type = Ішіндегісі бойынша: { $found }
file-clean = Вирус іздейтін бағдарлама, { $at }: ештеңе тапқан жоқ
file-not-scanned = Вирусқа тексерілмеген
file-has-copy = Жер мен камера көрсетілмейтін жұмыс көшірмесі бар. Оның SHA-256 саны: { $sum }
file-copy-failed = Жұмыс көшірмесі жоқ: { $why }
copy-unsupported = мұндай суреттен көшірме жасай алмаймыз
copy-unreadable = суретті оқу мүмкін емес
copy-truncated = суреттің соңы жетпейді
copy-too-many-pixels = сурет 50 миллион пиксельден үлкен
copy-too-large = сурет тым үлкен
copy-died = суретті өңдеу мүмкін болмады
copy-slow = суретті өңдеу тым ұзаққа созылды

file-says = <b>Файлдың өзінде жазылғаны.</b> Мұны файлға кез келген адам жаза алады: бұл — дәлел емес, із ғана.
says-taken = Түсірілген уақыты: { $when }
says-place = Жері: { $point }
says-gps-day = Жерсерік бойынша күні: { $day }
says-camera = Камера: { $camera }
says-program = Бағдарлама: { $program }

custody-title = { $count ->
    [0] <b>Оны ешкім ашқан жоқ.</b>
   *[other] <b>Кім ашқаны: { $count } жазба</b>
}
custody-line = { $at } · { $who }: { $act }
custody-line-for = { $at } · { $who }: { $act } ({ $why })
custody-machine = бағдарлама
custody-you = сіз
custody-examined = не екені қаралды
custody-scanned = вирусқа тексерілді
custody-copied = жұмыс көшірмесі жасалды
custody-resealed = қайта шифрланды
custody-passed-copy = жұмыс көшірмесі ашылды
custody-passed-original = түпнұсқасы ашылды
custody-passed-anyway = ескертуден кейін түпнұсқасы ашылды
custody-delivered = файл жеткізілді
custody-exported = файлға шығарылды
custody-printed = басып шығарылды
custody-for-files = дауыс пен файлдар
custody-for-messages = хабарламалар
custody-for-words = отбасының айтқаны
custody-for-note = топтың ескертпесі
custody-for-task = топтың шаруасы
custody-for-letter = біз жазған хабарлама
custody-for-preview = жіберер алдында
custody-for-export = файлға шығару
custody-for-copy = айтып берген адамға арналған көшірме

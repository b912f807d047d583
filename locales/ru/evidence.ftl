### Files as evidence: how large they may be, what they are, who has opened them.

note-file-size = Один файл может быть не больше 20 МБ: более крупные Telegram не даёт нам скопировать. Если ваш файл больше, пожалуйста, пришлите его частями поменьше.

button-file-about = Что за файл, кто открывал
button-file-original = Оригинал
button-file-anyway = Всё равно открыть

file-differs = Осторожно. Этот файл прислан как { $claimed }, а по содержимому это { $found }.
file-also = Осторожно. Этот файл можно прочитать и как { $others }. С обычными файлами так не бывает.
file-unknown = Осторожно. Мы не знаем, что это за файл. Лучше не открывать его на компьютере, где есть другая работа.
file-archive = Это архив. Мы его не распаковывали: то, что внутри, не проверено.
file-runs = Осторожно. Если открыть этот файл, может запуститься программа. По содержимому это { $found }. Файл хранится таким, каким пришёл.
file-found = Антивирус что-то нашёл в этом файле: { $name }. Файл хранится таким, каким пришёл.
file-not-examined-yet = Этот файл ещё не проверен, на это нужна минута. Открыть его можно и сейчас.
file-not-examined = Этот файл не проверен: своей копии у нас нет.
file-no-copy = Рабочей копии этого фото нет. В оригинале могут быть записаны место съёмки и камера.
file-held-back = К этому сообщению относится файл. Мы не передаём его, пока кто-нибудь его не посмотрит.

about-file-title = <b>Об этом файле</b>
label-file-name = Имя файла у отправителя
file-received = Получен { $at }, от { $who }
file-size = Размер в байтах: { $bytes }
file-sha256 = SHA-256: { $sum }
file-type = По содержимому: { $found }
file-clean = Антивирус, { $at }: ничего не найдено
file-not-scanned = На вирусы не проверен
file-has-copy = Есть рабочая копия без места и камеры. Её SHA-256: { $sum }
file-copy-failed = Рабочей копии нет: { $why }
copy-unsupported = из картинки такого вида её сделать нельзя
copy-unreadable = картинка не читается
copy-truncated = картинка обрывается
copy-too-many-pixels = в картинке больше 50 миллионов пикселей
copy-too-large = картинка слишком большая
copy-died = обработать картинку не получилось
copy-slow = обработка картинки заняла слишком много времени

file-says = <b>Что записано в самом файле.</b> Записать это в файл может кто угодно: это след, а не доказательство.
says-taken = Снято: { $when }
says-place = Место: { $point }
says-gps-day = День по спутнику: { $day }
says-camera = Камера: { $camera }
says-program = Программа: { $program }

custody-title = { $count ->
    [0] <b>Файл никто не открывал.</b>
    [one] <b>Кто открывал файл: { $count } запись</b>
    [few] <b>Кто открывал файл: { $count } записи</b>
    [many] <b>Кто открывал файл: { $count } записей</b>
   *[other] <b>Кто открывал файл: { $count } записи</b>
}
custody-line = { $at } · { $who }: { $act }
custody-line-for = { $at } · { $who }: { $act } ({ $why })
custody-machine = сервер
custody-you = вы
custody-examined = проверено, что это за файл
custody-scanned = проверка на вирусы
custody-copied = сделана рабочая копия
custody-resealed = файл зашифрован заново
custody-passed-copy = открыта рабочая копия
custody-passed-original = открыт оригинал
custody-passed-anyway = открыт оригинал после предупреждения
custody-delivered = файл получен
custody-exported = файл выгружен
custody-printed = файл напечатан
custody-for-files = голос и файлы
custody-for-messages = переписка
custody-for-words = слова семьи
custody-for-note = заметка команды
custody-for-task = задача команды
custody-for-letter = наше сообщение
custody-for-preview = перед отправкой
custody-for-export = выгрузка
custody-for-copy = копия для того, кто это рассказал

### Messages to many at once: whom, what, when, and how far they are.

command-broadcast = Написать сразу многим
cast-list = <b>Рассылки</b>
button-cast-row = { $day } · { $state }
button-cast-new = Новая рассылка
button-cast-list = Все рассылки
button-cast-open = Открыть
cast-title = <b>Рассылка, ещё не отправлена</b>
cast-title-correction =
    <b>Исправление отправленного, ещё не отправлено</b>

    Кто получил сообщение, увидит его изменённым на том же месте. Кто ещё не получил, получит уже исправленное.
cast-title-retract =
    <b>Отправленное будет удалено. Пока не удалено.</b>

    Сообщение исчезнет из чата у всех, кто его получил. Кто ещё не получил, уже не получит.

# Whom
cast-who = Кому: { $groups }
cast-who-none = Кому: пока никто не выбран
cast-group-families = семьи, которые обратились
cast-group-followers = получатели новостей
cast-group-volunteers = волонтёры
cast-group-coordinators = координаторы
cast-only = { $trait }, только: { $values }
cast-except = { $trait }, кроме: { $values }
cast-trait-language = Язык
cast-trait-region = Регион
cast-trait-situation = Положение
cast-trait-stage = Этап работы
cast-trait-incident = Событие
cast-trait-skill = Умение
cast-trait-active = Недавно писали
cast-left-out = Отдельные обращения, чьи семьи не получат: { $cases }
cast-no-language = язык не выбран
cast-stage-new = новое
cast-stage-verifying = проверяется
cast-stage-active = в работе
cast-stage-waiting = ждём ответа ведомств
cast-stage-closed = завершено
cast-active-days = за { $days } дн.
cast-whom = <b>Кому отправить?</b> Кто подходит по нескольким признакам, получит один раз.
cast-toggle = Одно нажатие: только эти (✓). Второе: все, кроме этих (✕). Третье: неважно.
cast-by-language = У семей и координаторов это язык, на котором они здесь читают, у волонтёров – и те, на которых они говорят.
cast-by-region = У семей и получателей новостей это место, где человек был в последний раз, если оно выбрано из нашего списка мест; у волонтёров – где они сами, если они это указали. Координаторы получат, где бы они ни были.
cast-by-situation = Так выбирают среди семей и получателей новостей, по тому, что каждому из них уже сообщили.
cast-by-stage = Так выбирают среди семей и получателей новостей.
cast-by-incident = Так выбирают среди семей и получателей новостей по обращениям, собранным под событием.
cast-by-skill = Так выбирают среди волонтёров, по тому, что они сами о себе указали.
cast-by-active = Считается, когда человек в последний раз здесь писал или нажимал кнопки.
button-cast-on = ✓ { $what }
button-cast-not = ✕ { $what }
button-cast-off = { $what }
button-cast-leave-out = Исключить обращения
button-cast-leave-none = Никого не исключать
button-cast-kept = Сохранённые
button-cast-keep = Сохранить выбор
button-cast-forget = ✕
cast-kept = Сохранённый выбор. Кого он касается, каждый раз определяется заново.
cast-kept-none = Пока ничего не сохранено.
cast-ask-codes = Напишите коды обращений, чьи семьи не должны это получить, один или несколько: K7Q-4M2.
cast-code-unknown = Не всё здесь – коды обращений. Код выглядит так: K7Q-4M2. Напишите, пожалуйста, ещё раз.
cast-ask-name = Под каким названием сохранить? Пожалуйста, без имён людей: его видит вся команда.
cast-name-in-words = Напишите, пожалуйста, словами, не больше { $longest } знаков.
cast-being-counted = Идёт подсчёт. Когда он закончится, эта карточка изменится.
cast-reaches = <b>Получат: { $people }</b>
cast-meant = <b>Подходит людей: { $people }</b>
cast-elsewhere = ⚠ { $language }: на другом языке получат: { $people } · { $other }
cast-none = ⚠ { $language }: ничего не получат: { $people }

# What
button-cast-whom = Кому
button-cast-what = Что написать
button-cast-when = Когда
button-cast-preview = Как это увидят
button-cast-sure = Перейти к отправке
button-cast-drop = Отказаться
button-cast-back = Забрать и изменить
cast-dropped-it = Рассылка отменена. Ничего не отправлено.
cast-written = Написано на языках: { $languages }
cast-written-none = Пока ничего не написано.
cast-others-get = Остальные получат на языке: { $language }
cast-others-none = Кто читает на другом языке, не получит ничего.
cast-buttons = Кнопки: { $buttons }
cast-link = Ссылка: { $link }
cast-what = <b>Что написать?</b> Выберите язык и отправьте сообщение таким, каким его прочитают: текст, фото, голосовое сообщение или документ, с выделением и ссылками. Пожалуйста, без имён и ничего об одной семье: это увидят многие.
cast-what-corrected = <b>Как это должно читаться?</b> Выберите язык и отправьте текст заново. Фото, голосовое сообщение или документ останутся прежними, изменится текст под ними.
button-cast-fallback = Язык для остальных
button-cast-come = Я могу прийти
button-cast-help = Мне нужна помощь
button-cast-link = Подробнее
button-cast-set-link = Добавить ссылку
button-cast-no-link = Убрать ссылку
cast-ask-text = Отправьте сообщение на этом языке: { $language }
button-cast-unwrite = Убрать этот текст
cast-text-kept = Сохранено: { $language }
cast-text-only = Здесь можно отправить текст, одно фото, одно голосовое сообщение или один документ; для исправления – текст. Отправьте, пожалуйста, ещё раз.
cast-text-long = Это длиннее, чем позволяет Telegram. Отправьте, пожалуйста, ещё раз, не больше { $longest } знаков.
cast-photo-as-file = Фото, отправленное файлом, показывает, где и чем оно снято. Отправьте его, пожалуйста, как фото.
cast-ask-link = Отправьте адрес страницы. Он начинается с { $start }
cast-link-unreadable = Такой адрес нельзя поставить на кнопку. Он начинается с { $start } и не содержит пробелов.
cast-previewed = Так это увидят, на каждом языке. Кнопки выше ничего не считают.
cast-sample = Это образец. Ничего не считается.
cast-lacks-text = Пока ничего не написано. Напишите хотя бы на одном языке.
cast-lacks-people = Пока не выбрано, кому отправить.
cast-reaches-nobody = При таком выборе и на этих языках рассылку не получит никто.

# When
cast-when-now = Когда: сразу после отправки
cast-when-at = Когда: { $day }, { $time } · { $city }
cast-when-weekly = Когда: каждую неделю · { $weekday }, { $time } · { $city }
cast-urgent = Срочно: придёт и ночью.
cast-quiet = Где ночь, сообщение подождёт до 9 утра.
cast-silent = Это произойдёт сразу, и ночью: изменение приходит на телефон без звука.
button-cast-now = Сразу после отправки
button-cast-at = В определённое время
button-cast-weekly = Каждую неделю
button-cast-urgent = Срочно: и ночью
button-cast-quiet = Не ночью
cast-day = { $day }
cast-time = { $time }
button-cast-zone = Время другого города
cast-ask-day = В какой день? По времени: { $city }
cast-ask-time = Во сколько?
cast-ask-zone = По времени какого города?
cast-too-late = Это время уже прошло. Выберите, пожалуйста, другое.

# Sending
cast-sure = <b>Всё верно?</b>
cast-second = Один координатор может написать самое большее стольким: { $people }. Второй координатор должен согласиться именно с этим.
button-cast-send = Отправить
button-cast-ask-again = Изменить или спросить снова
cast-grown = Рассылка должна была начаться, но её получило бы больше людей, чем один координатор может выбрать сам. Ничего не отправлено. Посмотрите, пожалуйста, и попросите второе согласие.
cast-missed = Рассылка не отправлена: в назначенное время, { $at }, горячая линия не работала. Посмотрите, верно ли всё ещё то, что в ней сказано; её можно отправить сейчас или в другое время.
cast-missed-week = На этой неделе рассылка не отправлена: в назначенное время, { $at }, горячая линия не работала. На следующей неделе она пойдёт как обычно.
approval-broadcast = <b>Многим людям отправится сообщение, в точности такое:</b>
approval-broadcast-named = рассылка
cast-deletes = Отправленное будет удалено в чатах: { $people }
cast-changes = Сообщений, которые изменятся: { $people }
cast-wording = На этом языке
cast-with-file = Прилагается: { $kind }
cast-file-photo = фото
cast-file-voice = голосовое сообщение
cast-file-document = документ

# On its way
cast-card = <b>Рассылка</b> · { $state }
cast-card-correction = <b>Исправление отправленного</b> · { $state }
cast-state-composing = пишется
cast-state-sizing = подсчёт
cast-state-asked = ждёт согласия
cast-state-planned = ждёт времени
cast-state-counting = начинается
cast-state-running = отправляется
cast-state-pausing = ставится на паузу
cast-state-paused = на паузе
cast-state-stopping = останавливается
cast-state-stopped = остановлена
cast-state-done = отправлена
cast-state-running-reword = изменяется
cast-state-done-reword = изменено
cast-state-running-retract = удаляется
cast-state-done-retract = удалено
cast-figure = { $what }: { $people }
cast-column-sent = Отправлено
cast-column-changed = Изменено или удалено
cast-column-waiting = Ждут
cast-column-morning = Из них до утра
cast-column-gone = Заблокировали бота
cast-column-broken = Не принято
cast-column-unknown = Неясно
cast-column-stopped = Уже не отправится
cast-column-total = Всего
cast-column-code = Код
cast-column-language = Язык
cast-column-state = Что стало
cast-column-answer = Ответ
cast-column-time = Время
cast-rate = В минуту: { $rate }
cast-left = Осталось минут: около { $minutes }
cast-rests = Ждёт, пока идёт исправление, потом продолжится сама.
cast-is-reworded = Исправлена. Дальше отправляется исправленный текст.
cast-is-retracted = Отозвана. Сколько сообщений удалено, видно на карточке удаления.
cast-correctable = Исправить или удалить можно до: { $until }.
cast-late = Отправлены больше 48 часов назад, Telegram их уже не изменит: { $people }
cast-tally =
    Могут прийти: { $come }
    Нужна помощь: { $help }
button-cast-pause = Пауза
button-cast-resume = Продолжить
button-cast-stop = Остановить совсем
button-cast-again-unknown = Неясные ещё раз
button-cast-again-broken = Непринятые ещё раз
button-cast-correct = Исправить отправленное
button-cast-answers = Кто ответил
button-cast-report = Отчёт таблицей
button-cast-picture = Отчёт картинкой
cast-stop-sure = Остановить совсем? Отправленное останется в чатах, остальное уже не отправится. Чтобы отправить позже, поставьте на паузу.
cast-none-again = Повторно отправлять нечего.
cast-correct = Что сделать с отправленным? Telegram позволяет изменять и удалять в течение 48 часов. Кто уже прочитал, тот прочитал.
cast-correct-late = Telegram позволяет изменить или удалить отправленное только в течение 48 часов, и они прошли. Можно отправить новое сообщение.
cast-correct-none = Менять пока нечего: либо ещё ничего не отправлено, либо с отправки прошло больше 48 часов.
button-cast-reword = Изменить текст
button-cast-retract = Удалить у всех
cast-answered = { $at }
cast-team-code = команда · { $code }
cast-case-codes = { $codes }
cast-no-code = без обращения
cast-report = Что стало с рассылкой. Люди указаны только кодами.
cast-all-languages = Все языки
cast-unlisted = Ещё людей, не вошедших в список: { $people }
cast-sheet-numbers = Числа
cast-sheet-people = По кодам
cast-picture = Рассылка
cast-picture-of = Рассылка · { $at }

# What people answer
cast-answer-noted = Спасибо. Записано; здесь можно и передумать.
cast-help-noted = Записано, что вам нужна помощь. Если это не может ждать или вы хотите рассказать, что случилось, поговорите с человеком сейчас.

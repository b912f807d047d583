### Who has how much in hand, the week in numbers, and what the hotline does by itself when it does not work.

command-load = Кто сколько ведёт
load-title-team = <b>Волонтёры: { $count }</b>
load-title-offers = <b>Спросили, но никто ещё не согласился: { $count }</b>
load-title-overdue = <b>Задачи, срок которых прошёл: { $count }</b>
load-nothing-team = Волонтёров пока нет. Пригласить можно в /team.
load-nothing-offers = Сейчас никого ни о чём не просят.
load-nothing-overdue = Просроченных задач нет.

load-cases = обращения: { $held } из { $most }
load-tasks = задачи: { $count }
load-overdue = просрочено: { $count }
load-asked = ещё без ответа: { $count }
load-over = больше, чем хотелось
load-away = сообщения не доходят
load-has = { $code } · { $role } · с { $day }
load-has-nothing = Сейчас ничем не занят.
load-more = и ещё: { $count }

load-offer = { $code } · { $role } · с { $at }
load-nobody-asked = пока никого не спросили

button-load-team = Волонтёры · { $count }
button-load-offers = Без согласия · { $count }
button-load-overdue = Просрочено · { $count }
button-load-picture = Картинкой
button-load-back = Кто сколько ведёт

load-picture = Кто сколько ведёт · { $at }
load-mark-held = обращения, которые ведут
load-mark-free = можно взять ещё
load-mark-over = сверх желаемого
load-mark-tasks = задачи
load-mark-overdue = просроченные задачи
load-picture-offers = Пока без согласия: { $count }
load-picture-overdue = Просроченные задачи: { $count }
load-picture-task = { $which } · { $day } · { $who }

week = <b>Неделя: { $first } – { $last }</b>
week-cases = Новые обращения: { $count }
week-promises = Обещания семьям, выполненные письмом: { $count }
week-words = Обещанные дни, когда можно было сказать лишь, что нового нет: { $count }
week-overdue = Просроченные задачи сейчас: { $count }
week-offers = Спросили, но никто ещё не согласился: { $count }
week-over = Ведут больше, чем хотели: { $codes }
week-rest = На паузе: { $codes }

tasks-hours = Напоминания приходят с { $start } до { $end } по времени там, где вы живёте.
tasks-hours-off = В эти дни они не приходят: { $days }.
tasks-hours-rest = У вас пауза: пока вы не скажете, что вернулись, напоминаний не будет.
tasks-hours-rest-until = У вас пауза: до { $day } напоминаний не будет.

job-failing = Не работает то, что горячая линия делает сама: { $what }. Первый сбой: { $at }. На сервере это называется <code>{ $name }</code>.
job-failing-next = Попытки повторяются сами, а то, что подошло по сроку, ждёт. Пожалуйста, сегодня же скажите об этом тому, кто обслуживает сервер; там это показывает команда «izdeu jobs».
job-instead-outings = Пока это не заработает, тех, кто предупредил через /safe, никто не спросит, и если они не ответят, об этом никто не узнает. Пожалуйста, позвоните им сами.
job-works = Снова работает: { $what }. Отложенное выполняется само.

job-outings = вопрос тем, кто предупредил через /safe, всё ли в порядке
job-promises = обещанные дни: напоминания и сообщения семьям
job-resting = незаконченные обращения: напоминания и удаление
job-lapsing = просьбы о подтверждении, на которые не ответили
job-watching = сроки, штрафы, ответы и поездки
job-topics = темы в группе команды
job-assigning = вопросы волонтёрам, кто возьмёт поручение
job-reminding = напоминания о задачах
job-clearing = очистка чатов
job-broadcasts = рассылки
job-fetch-attachments = сохранение присланных файлов
job-examine-files = проверка присланных файлов
job-audit-head = ежедневная метка журнала
job-erase = удаление того, что должно быть удалено
job-rotate-keys = смена ключей
job-retention = удаление закрытых обращений по истечении срока
job-purge = уборка того, что больше не нужно
job-caring = отдых команды и вопрос «как вы»
job-weekly = числа за неделю

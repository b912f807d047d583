### The questions of the report, read aloud: by coordinators, for relatives.

command-voices = Записать вопросы голосом
button-listen = 🔊 Послушать
prompt-gone = Записи этого вопроса больше нет.

voices-languages = На каком языке вы прочитаете вопросы вслух? Близкие, которые говорят на этом языке, смогут их услышать. Ваш голос сможет услышать и сохранить любой, кто пишет на эту горячую линию. Поэтому пусть читает тот, кому не опасно, если голос узнают.
voices-count = Язык: <b>{ $language }</b>. Записано { $recorded } из { $total }. Выберите вопрос.
button-recorded = ✓ { $label }
button-other-language = Другой язык
button-all-questions = Все вопросы
voices-read = <b>{ $label }</b> · { $language }. Пожалуйста, медленно прочитайте вслух текст ниже и пришлите его одним голосовым сообщением.
voices-only-voice = Для вопроса «{ $label }» нужно голосовое сообщение. Чтобы заняться другим, вернитесь к вопросам или нажмите /cancel.
voices-too-long = Запись может длиться не больше { $longest } секунд. Пожалуйста, прочитайте ещё раз, немного короче.
voices-sure = Вот как будет звучать вопрос «{ $label }». Язык: { $language }. Можно ли близким его слушать?
button-keep-recording = Сохранить
button-speak-again = Прочитать заново
button-remove-recording = Удалить запись
voices-kept = Сохранено. Теперь близкие могут услышать этот вопрос.
voices-next = Следующий вопрос, у которого нет записи: <b>{ $label }</b>
button-record-next = Записать следующий
voices-complete = Записаны все вопросы. Язык: { $language }.
voices-remove-sure = Удалить запись вопроса «{ $label }»? Язык: { $language }.
voices-removed = Запись удалена.
voices-left = Остановлено. Всё, что сохранено раньше, остаётся.

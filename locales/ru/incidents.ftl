### One event, many people: cases under a name of the team's.

command-incidents = Одно событие, много людей
incidents = <b>События, которые касаются многих</b>
incidents-none = Пока ни одно событие не названо. Если сразу увели многих, назовите событие здесь и соберите под ним обращения: тогда их можно найти вместе и написать их семьям вместе.
button-incident = { $name } · { $cases }
button-incidents = События
button-incident-new = Назвать новое событие
button-incident-put = + { $name }
button-incident-out = Убрать отсюда
button-incident-add = Добавить обращения
button-incident-write = Написать этим семьям
button-incident-rename = Изменить название
button-incident-remove = Убрать событие
case-incidents = Событие: { $names }
incidents-of-case = <b>{ $code }: к какому событию относится?</b>
incident-cases = Обращений: { $cases }
incident-ask-name = Как назвать событие? Например, по дню и месту и без имён людей: название видит вся команда.
incident-ask-codes = Напишите коды обращений, которые к нему относятся, один или несколько: K7Q-4M2.
incident-gone = событие, которого больше нет
find-incidents = События с таким названием:
history-joined-incident = отнесено к событию
history-left-incident = убрано из события

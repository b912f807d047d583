### Сведения: что, как говорят, произошло, от кого это известно, за какой день и насколько точно.

button-claims = Сведения · { $count }
button-all-claims = Все сведения
claims-title = <b>{ $code }: какие есть сведения</b>
claims-situation = Что мы по ним знаем: { $situation }
claims-contradict = { $count ->
    [one] <b>Сведения расходятся ({ $count } пара):</b>
    [few] <b>Сведения расходятся ({ $count } пары):</b>
    [many] <b>Сведения расходятся ({ $count } пар):</b>
   *[other] <b>Сведения расходятся ({ $count } пары):</b>
}
claims-pair = { $what } · { $source } — { $other } · { $whence }
claims-pair-paper = Слова семьи расходятся с официальной бумагой: { $what } · { $source } — { $other } · { $whence }
claim-from-report = обращение семьи
claim-report-says = В обращении семьи сказано: { $what }
claim-no-day = день неизвестен
claim-entered = { $source }. Записано: { $code }, { $day }
claim-replaced = Это прежняя запись: с тех пор её исправили.
claim-earlier = Прежние записи
label-claim-raised = Подтверждено; сначала было
label-claim-aside = Не учитывается, потому что
button-claim-add = Записать сведения
button-claim-correct = Исправить
button-claim-aside = Больше не учитывать
button-claim-corroborated = Подтверждают другие
button-claim-documented = Есть документ

slip-claim = Сведения
ask-claim-what = Что, как говорят, произошло? Сведения стоят рядом: ваша запись не затирает ничью.
label-claim-what = Что
option-claim-what-missing = Человек пропал
option-claim-what-detained = Задержание
option-claim-what-charged = Обвинение
option-claim-what-sentenced = Приговор
option-claim-what-transferred = Перевод в другое место
option-claim-what-deported = Депортация
option-claim-what-restricted = Свобода ограничена
option-claim-what-released = Освобождение
option-claim-what-contact = Видели или есть связь
option-claim-what-located = Известно, где находится
option-claim-what-died = Смерть
option-claim-what-other = Другое
ask-claim-source = Откуда это известно?
label-claim-source = Источник
option-claim-source-relative = От близких
option-claim-source-paper = Официальная бумага
option-claim-source-call = Звонок
option-claim-source-list = Список
option-claim-source-media = СМИ
option-claim-source-other = Другой источник
ask-claim-day = О каком дне речь? Насколько известно: «14 марта 2025», «март 2025», «с весны 2024».
label-claim-day = На какой день
ask-claim-certainty = Насколько это точно? Один голос — «сказано»; если второй человек знает об этом не от первого — «подтверждают другие».
label-claim-certainty = Насколько точно
option-claim-certainty-said = Сказано
option-claim-certainty-corroborated = Подтверждают другие
option-claim-certainty-documented = Есть документ
ask-claim-other = Что это, в одной или двух строках?
label-claim-other = Что это
ask-claim-words = Как это было сказано, словами самого источника? Можно прислать и голосовое сообщение.
label-claim-words = Словами источника
ask-claim-paper = Если есть бумага, пришлите, пожалуйста, её фото или файл.
label-claim-paper = Бумага
slip-aside = Больше не учитывать сведения
ask-aside-why = Почему они больше не считаются? Запись останется, с вашей причиной.
label-aside-why = Почему

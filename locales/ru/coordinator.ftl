### What coordinators read.

alert-report = Новое обращение: { $code }. Язык: { $language }.
alert-word = По обращению { $code } есть сообщение от семьи.
alert-person = Кто-то просит поговорить с человеком.
about-draft = Просьба пришла, пока человек рассказывал о случившемся.
about-nothing = Обращения пока нет.
alert-promise = { $code }: наступил обещанный день, и никто не написал. Семье сообщили, что пока ничего нового нет и что мы снова напишем не позднее { $day }.
alert-new-coordinator = По приглашению присоединился новый координатор. Если вы о нём не знаете, сразу скажите тому, кто обслуживает сервер.
alert-unreachable = Сообщения больше не доходят до семьи ({ $codes }). Возможно, бот там заблокирован или аккаунт потерян.

button-queue = Открытые обращения
queue-count = { $count ->
    [0] Открытых обращений нет.
    [one] <b>{ $count } открытое обращение</b>
    [few] <b>{ $count } открытых обращения</b>
    [many] <b>{ $count } открытых обращений</b>
   *[other] <b>{ $count } открытого обращения</b>
}
queue-person = Просит связи · { $day }
queue-waiting = { $code } · ждут с { $day }
queue-new = { $code } · новое, { $day }
queue-yours = { $code } · ваше, срок { $day }
queue-others = { $code } · срок { $day }
button-page-back = Предыдущие
button-page-on = Ещё

button-open-case = Открыть обращение
button-take = Взять в работу
button-write-family = Написать семье
button-whole-report = Обращение целиком
button-timeline = Ход работы
button-messages = Переписка
button-files = Голос и файлы
case-facts =
    Положение: { $situation }
    Язык: { $language }
    Обращение получено: { $reported }
    Написать семье не позднее { $promise }
case-owner-nobody = Это обращение пока никто не взял в работу.
case-owner-you = Этим обращением занимаетесь вы.
case-owner-other = Этим обращением занимается другой координатор.
case-family-waits = Семья ждёт ответа с { $at }.
case-letter-read = Наше последнее сообщение, { $day }: открыто.
case-letter-unread = Наше последнее сообщение, { $day }: пока не открыто.
case-taken = Теперь этим обращением занимаетесь вы.
files-title = { $count ->
    [one] <b>{ $code }: { $count } файл</b>
    [few] <b>{ $code }: { $count } файла</b>
    [many] <b>{ $code }: { $count } файлов</b>
   *[other] <b>{ $code }: { $count } файла</b>
}
files-of = К пункту: { $label }

words-of-family = <b>От семьи, обращение { $code }</b> · { $language }
words-of-person = <b>От человека без обращения</b> · { $language }
words-none = Письменного текста нет.

letter-ask = Что написать семье по обращению { $code }? Её язык: { $language }.
letter-ask-person = Что написать этому человеку? Его язык: { $language }.
letter-rules = Одно сообщение: текст, голос, фото или документ. Не обещайте того, что мы не можем выполнить. О смерти, приговоре, депортации или переводе в другое место здесь никогда не пишут: об этом говорит человек, а не бот.
letter-preview = Вот что они прочитают:
letter-sure = Отправить? Чтобы изменить, напишите заново.
button-send-letter = Отправить
letter-sent = { $count ->
    [one] Отправлено { $count } человеку. Сначала видно только «Вам сообщение от горячей линии».
    [few] Отправлено { $count } людям. Сначала видно только «Вам сообщение от горячей линии».
    [many] Отправлено { $count } людям. Сначала видно только «Вам сообщение от горячей линии».
   *[other] Отправлено { $count } человека. Сначала видно только «Вам сообщение от горячей линии».
}
letter-promise = В следующий раз семья услышит от нас не позднее { $day }.

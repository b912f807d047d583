### What coordinators read.

alert-report = Новое обращение: { $code }. Язык: { $language }.
alert-word = По делу { $code } есть сообщение от семьи.
alert-person = Кто-то просит поговорить с человеком.
about-draft = Просьба пришла посреди обращения.
about-nothing = Обращения пока нет.
alert-promise = { $code }: наступил обещанный день, и никто не написал. Семье сообщили, что пока ничего нового нет и что мы снова напишем не позднее { $day }.
alert-new-coordinator = По приглашению присоединился новый координатор. Если вы о нём не знаете, сразу скажите тому, кто обслуживает сервер.
alert-unreachable = Сообщения больше не доходят до семьи по делу { $codes }. Возможно, бот там заблокирован или аккаунт потерян.

button-queue = Открытые дела
queue-count = { $count ->
    [0] Открытых дел нет.
    [one] <b>{ $count } открытое дело</b>
    [few] <b>{ $count } открытых дела</b>
    [many] <b>{ $count } открытых дел</b>
   *[other] <b>{ $count } открытого дела</b>
}
queue-waiting = { $code } · ждут с { $day }
queue-new = { $code } · новое, { $day }
queue-yours = { $code } · ваше, написать до { $day }
queue-others = { $code } · написать до { $day }
button-page-back = Предыдущие
button-page-on = Ещё

button-open-case = Открыть дело
button-take = Взять дело
button-write-family = Написать семье
button-whole-report = Всё обращение
button-timeline = Ход дела
button-files = Голос и файлы
case-facts =
    Положение: { $situation }
    Язык: { $language }
    Обращение получено: { $reported }
    Написать семье не позднее { $promise }
case-owner-nobody = Это дело пока никто не взял.
case-owner-you = Это ваше дело.
case-owner-other = Это дело у другого координатора.
case-family-waits = Семья ждёт ответа с { $at }.
case-letter-read = Наше последнее сообщение, { $day }: открыто.
case-letter-unread = Наше последнее сообщение, { $day }: пока не открыто.
case-taken = Дело теперь ваше.
files-title = { $count ->
    [one] <b>{ $code }: { $count } файл</b>
    [few] <b>{ $code }: { $count } файла</b>
    [many] <b>{ $code }: { $count } файлов</b>
   *[other] <b>{ $code }: { $count } файла</b>
}
files-of = К пункту: { $label }

words-of-family = <b>От семьи, дело { $code }</b> ({ $language })
words-of-person = <b>От человека без обращения</b> ({ $language })
words-none = Пока ничего не написано.

letter-ask = Что должна прочитать семья по делу { $code }? Её язык: { $language }.
letter-ask-person = Что должен прочитать этот человек? Язык: { $language }.
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

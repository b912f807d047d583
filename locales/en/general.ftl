### What everybody may read: language, first words, help, and short answers.

choose-language = Choose your language · Выберите язык · Тілді таңдаңыз · تىلدى تاڭداڭىز · 请选择语言 · تىلنى تاللاڭ
language-set = I will write to you in English. You can change this at any time with /settings.

language-en = English
language-ru = Russian
language-kk = Kazakh
language-kk-Arab = Kazakh in Arabic script
language-zh-Hans = Chinese
language-ug = Uyghur

welcome =
    This is Izdeu, a hotline for families who are looking for somebody who is missing or detained.

    You can report somebody here in your own words, written or spoken, at your own pace. Our team reads every report.
welcome-coordinator =
    You are a coordinator of this hotline. New reports and answers from families are announced here, without names. What they say is shown when you open them.
welcome-volunteer =
    You are a volunteer of this hotline. When your help is needed, you are asked here.

help =
    <b>What you can do here</b>
    /report — report somebody who is missing or detained
    /cases — your reports, what was done, and when you will hear from us
    /settings — language, and what stands in this chat
    /clear — take messages of the last two days out of this chat
    /privacy — what we keep, and how to erase an unfinished report
    /cancel — stop what is going on; nothing is erased

    You can answer every question by voice message. You can stop at any point and come back later.

    We never ask for money or passwords.
help-coordinator =
    <b>For coordinators</b>
    /queue — what needs somebody today, the most urgent first
    /find — find a case by code, name, telephone or the number of a paper
    /case — open a case by its code
    /interview — enter an interview with somebody who has no Telegram
    /voices — read the questions aloud for those who would rather hear them

    From a case you can take it, read all of it, see files, and write to the family. The family sees neither your name nor your account.

office-hours-range = Our team reads messages from { $first } to { $last }, { $start } to { $end } ({ $city } time).
office-hours-list = Our team reads messages on these days: { $days }. From { $start } to { $end } ({ $city } time).
city-almaty = Almaty
weekday-1 = Monday
weekday-2 = Tuesday
weekday-3 = Wednesday
weekday-4 = Thursday
weekday-5 = Friday
weekday-6 = Saturday
weekday-7 = Sunday
reads-now = Our team is there now and will read this.
reads-from = Our team is not there just now. Somebody will read this from { $at } on.

command-start = Begin
command-report = Report a missing or detained person
command-cases = My reports
command-queue = Open cases
command-interview = Enter an interview from paper or telephone
command-help = Help
command-settings = Settings
command-privacy = What we keep
command-cancel = Stop what is going on

button-report = Report a person
button-my-reports = My reports
button-person = Talk to a person
button-help = Help
button-language = Language · Тіл · 语言
button-done = Done, that is all
button-cancel = Cancel
button-read = Read
button-answer = Answer
button-write-privately = Write to the bot

press-old = This button is from an earlier message. Please use the latest one.
press-done-before = This was done already.
unknown-command = I do not know this command. Everything you can do here is under Help.
not-there = There is nothing here to show.
cannot-read = I cannot read this kind of message. Please write, or send a voice message, a photo or a document.
file-too-big = Your file is with us only as a link: it is larger than 20 MB, and Telegram does not let us copy it. Please do not delete it from this chat. If you can, send it in smaller parts.
letter-file-too-big = This file is larger than 20 MB. It can go to the family as it is, but Telegram does not let us keep a copy: please do not delete it from this chat, or send a smaller one.
slip-file-too-big = This file is larger than 20 MB. It stands here as a link, and Telegram does not let us keep a copy: please do not delete it from this chat, or send a smaller one.
word-file-too-big = This file is larger than 20 MB, and Telegram does not let us copy it. What you wrote is kept, and our team can open the file as long as you do not delete it from this chat. If you can, send it in smaller parts.
sorry = Something went wrong on our side with your last message. It is kept, and we will look at it. You can go on writing.
nothing-to-cancel = Nothing is going on that could be stopped. Nothing was erased.
cancelled = Stopped. Nothing that you told us was erased.
group-go-private = Please write to me in a private chat. I take nothing down in a group, because others can read it here.
invite-not-valid = This link is not valid. If somebody gave it to you, please ask that person for a new one.

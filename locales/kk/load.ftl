### Who has how much in hand, the week in numbers, and what the hotline does by itself when it does not work.

command-load = Кімнің қолында қанша шаруа бар
load-title-team = <b>Еріктілер: { $count }</b>
load-title-offers = <b>Сұралды, бірақ әлі ешкім алған жоқ: { $count }</b>
load-title-overdue = <b>Мерзімі өткен шаруалар: { $count }</b>
load-nothing-team = Әзірге ерікті жоқ. Шақыру үшін: /team.
load-nothing-offers = Қазір ешкімнен ештеңе сұралып жатқан жоқ.
load-nothing-overdue = Мерзімі өткен шаруа жоқ.

load-cases = өтініштер: { $held }, ең көбі { $most }
load-tasks = шаруалар: { $count }
load-overdue = мерзімі өткені: { $count }
load-asked = әлі жауап күтілуде: { $count }
load-over = қалағанынан көп
load-away = хабар жетпейді
load-has = { $code } · { $role } · алған күні: { $day }
load-has-nothing = Қолында ештеңе жоқ.
load-more = тағы: { $count }

load-offer = { $code } · { $role } · басталғаны: { $at }
load-nobody-asked = әзірге ешкімнен сұралмады

button-load-team = Еріктілер · { $count }
button-load-offers = Әлі алынбағаны · { $count }
button-load-overdue = Мерзімі өткені · { $count }
button-load-picture = Сурет түрінде
button-load-back = Кімде қанша шаруа

load-picture = Кімнің қолында қанша · { $at }
load-mark-held = қолындағы өтініштер
load-mark-free = тағы ала алады
load-mark-over = қалағанынан артық
load-mark-tasks = шаруалар
load-mark-overdue = мерзімі өткен шаруалар
load-picture-offers = Әлі ешкім алмағаны: { $count }
load-picture-overdue = Мерзімі өткен шаруалар: { $count }
load-picture-task = { $which } · { $day } · { $who }

week = <b>Апта: { $first } – { $last }</b>
week-cases = Жаңа өтініштер: { $count }
week-promises = Отбасыларға берген уәде бойынша жазылғаны: { $count }
week-words = «Жаңалық жоқ» деп қана айтылған уәделі күндер: { $count }
week-overdue = Қазір мерзімі өткен шаруалар: { $count }
week-offers = Сұралды, бірақ әлі ешкім алған жоқ: { $count }
week-over = Қалағанынан көп алғандар: { $codes }
week-rest = Үзілісте: { $codes }

tasks-hours = Еске салулар сіз тұратын жердің уақытымен { $start }–{ $end } аралығында келеді.
tasks-hours-off = Мына күндері келмейді: { $days }.
tasks-hours-rest = Сіз үзілістесіз: қайттым дегенше, ештеңе еске салынбайды.
tasks-hours-rest-until = Сіз үзілістесіз: { $day } күніне дейін ештеңе еске салынбайды.

job-failing = Жедел желі өзі істейтін бір іс тоқтап тұр: { $what }. Алғаш рет істемей қалғаны: { $at }. Серверде бұл <code>{ $name }</code> деп аталады.
job-failing-next = Ол өздігінен қайта-қайта орындалып көріледі, уақыты келгені күтіп тұрады. Серверге жауапты адамға бүгін айтыңыз; оны сол жерде «izdeu jobs» командасы көрсетеді.
job-instead-outings = Ол іске қосылғанша сыртта жүргендерден ешкім сұрамайды, жауап болмаса да ешкім білмейді. Сыртта жүргендерге өзіңіз қоңырау шалыңыз.
job-works = Қайта істеп тұр: { $what }. Күтіп қалғаны өздігінен орындалады.

job-outings = сыртта жүргендердің амандығын сұрау
job-promises = уәде етілген күндер: еске салу және отбасыларға хабар
job-resting = аяқталмаған өтініштер: еске салу және өшіру
job-lapsing = жауапсыз қалған екінші «иә» сұраулары
job-watching = мерзімдер, айыппұлдар, жауаптар мен сапарлар
job-topics = топтың ортақ чатындағы тақырыптар
job-assigning = тапсырманы кім алатынын еріктілерден сұрау
job-reminding = шаруаларды еске салу
job-clearing = чаттарды тазарту
job-broadcasts = көпке арналған хабарлар
job-fetch-attachments = жіберілген файлдарды сақтау
job-examine-files = жіберілген файлдарды тексеру
job-audit-head = журналдың күнделікті белгісі
job-erase = өшірілуге тиістіні өшіру
job-rotate-keys = кілттерді ауыстыру
job-retention = уақыты өткен жабық өтініштерді өшіру
job-purge = енді керегі жоқты тазалау
job-caring = топтың демалысы және «қалыңыз қалай» деген сұрақ
job-weekly = апта сандары

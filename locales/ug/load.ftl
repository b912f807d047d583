### Who has how much in hand, the week in numbers, and what the hotline does by itself when it does not work.

command-load = كىمنىڭ قولىدا قانچىلىك ئىش بار
load-title-team = <b>پىدائىيلار: { $count }</b>
load-title-offers = <b>سورالدى، تېخى ھېچكىم ماقۇل دېمىدى: { $count }</b>
load-title-overdue = <b>ۋاقتى ئۆتكەن ئىشلار: { $count }</b>
load-nothing-team = ھازىرچە پىدائىي يوق. تەكلىپ قىلىش ئۈچۈن: /team.
load-nothing-offers = ھازىر ھېچكىمدىن ھېچنېمە سورالمايۋاتىدۇ.
load-nothing-overdue = ۋاقتى ئۆتكەن ئىش يوق.

load-cases = مۇراجىئەتلەر: { $held }، ئەڭ كۆپ { $most }
load-tasks = ئىشلار: { $count }
load-overdue = ۋاقتى ئۆتكىنى: { $count }
load-asked = تېخى جاۋابسىز: { $count }
load-over = خالىغىنىدىن كۆپ
load-away = ئۇچۇر يەتمەيدۇ
load-has = { $code } · { $role } · ئالغان كۈنى: { $day }
load-has-nothing = قولىدا ھېچنېمە يوق.
load-more = يەنە: { $count }

load-offer = { $code } · { $role } · باشلانغىنى: { $at }
load-nobody-asked = تېخى ھېچكىمدىن سورالمىدى

button-load-team = پىدائىيلار · { $count }
button-load-offers = تېخى ئېلىنمىغىنى · { $count }
button-load-overdue = ۋاقتى ئۆتكىنى · { $count }
button-load-picture = رەسىم شەكلىدە
button-load-back = كىمدە قانچىلىك ئىش

load-picture = كىمنىڭ قولىدا قانچىلىك · { $at }
load-mark-held = قولىدىكى مۇراجىئەتلەر
load-mark-free = يەنە ئالالايدۇ
load-mark-over = خالىغىنىدىن ئارتۇق
load-mark-tasks = ئىشلار
load-mark-overdue = ۋاقتى ئۆتكەن ئىشلار
load-picture-offers = تېخى ھېچكىم ئالمىغىنى: { $count }
load-picture-overdue = ۋاقتى ئۆتكەن ئىشلار: { $count }
load-picture-task = { $which } · { $day } · { $who }

week = <b>ھەپتە: { $first } – { $last }</b>
week-cases = يېڭى مۇراجىئەتلەر: { $count }
week-promises = ۋەدە بويىچە ئائىلىلەرگە يېزىلغىنى: { $count }
week-words = «يېڭىلىق يوق» دېيىشكىلا بولغان ۋەدە كۈنلىرى: { $count }
week-overdue = ھازىر ۋاقتى ئۆتكەن ئىشلار: { $count }
week-offers = سورالدى، تېخى ھېچكىم ماقۇل دېمىدى: { $count }
week-over = خالىغىنىدىن كۆپ ئالغانلار: { $codes }
week-rest = دەم ئېلىۋاتقانلار: { $codes }

tasks-hours = ئەسكەرتىشلەر سىز تۇرۇۋاتقان يەرنىڭ ۋاقتى بويىچە { $start } بىلەن { $end } ئارىلىقىدا كېلىدۇ.
tasks-hours-off = مۇنۇ كۈنلەردە كەلمەيدۇ: { $days }.
tasks-hours-rest = سىز دەم ئېلىۋاتىسىز: قايتتىم دېگۈچە ھېچنېمە ئەسكەرتىلمەيدۇ.
tasks-hours-rest-until = سىز دەم ئېلىۋاتىسىز، قايتىدىغان كۈنىڭىز: { $day }. ئۇنىڭغىچە ھېچنېمە ئەسكەرتىلمەيدۇ.

job-failing = قىزىق لىنىيە ئۆزى قىلىدىغان بىر ئىش توختاپ قالدى: { $what }. تۇنجى قېتىم ئىشلىمىگەن ۋاقتى: { $at }. مۇلازىمېتىردا بۇ <code>{ $name }</code> دەپ ئاتىلىدۇ.
job-failing-next = ئۇ ئۆزلۈكىدىن قايتا-قايتا سىنىلىدۇ، ۋاقتى كەلگەنلىرى كۈتۈپ تۇرىدۇ. مۇلازىمېتىرنى باشقۇرىدىغان كىشىگە بۈگۈنلا ئېيتىڭ؛ ئۇ يەردە «izdeu jobs» دېگەن بۇيرۇق كۆرسىتىدۇ.
job-instead-outings = ئۇ ئىشلىگۈچە سىرتتىكىلەردىن ھېچكىم سورىمايدۇ، جاۋاب بولمىسىمۇ ھېچكىم بىلمەيدۇ. سىرتتىكىلەرگە ئۆزىڭىز تېلېفون قىلىڭ.
job-works = بۇ قايتا ئىشلەۋاتىدۇ: { $what }. كۈتۈپ قالغانلىرى ئۆزلۈكىدىن ئورۇندىلىدۇ.

job-outings = سىرتتىكىلەردىن بىخەتەرلىكىنى سوراش
job-promises = ۋەدە قىلىنغان كۈنلەر: ئەسكەرتىش ۋە ئائىلىلەرگە ئۇچۇر
job-resting = تاماملانمىغان مەلۇماتلار: ئەسكەرتىش ۋە ئۆچۈرۈش
job-lapsing = جاۋابسىز قالغان ئىككىنچى ماقۇللۇق سوراشلىرى
job-watching = مۇددەت، جەرىمانە، جاۋاب ۋە سەپەرلەر
job-topics = خادىملار گۇرۇپپىسىدىكى تېمىلار
job-assigning = ۋەزىپىنى كىم ئالىدىغانلىقىنى پىدائىيلاردىن سوراش
job-reminding = ئىشلارنى ئەسكەرتىش
job-clearing = سۆھبەتلەرنى تازىلاش
job-broadcasts = كۆپچىلىك ئۇچۇرلىرى
job-fetch-attachments = ئەۋەتىلگەن ھۆججەتلەرنى ساقلاش
job-examine-files = ئەۋەتىلگەن ھۆججەتلەرنى تەكشۈرۈش
job-audit-head = ئىش خاتىرىسىنىڭ كۈندىلىك بەلگىسى
job-erase = ئۆچۈرۈلىدىغاننى ئۆچۈرۈش
job-rotate-keys = ئاچقۇچلارنى ئالماشتۇرۇش
job-retention = ۋاقتى توشقان، تۈگىگەن مۇراجىئەتلەرنى ئۆچۈرۈش
job-purge = ئەمدى كېرەك بولمايدىغاننى تازىلاش
job-caring = خادىملارنىڭ دەم ئېلىشى ۋە «قانداق ئەھۋالىڭىز» دېگەن سوئال
job-weekly = ھەپتىلىك سانلار

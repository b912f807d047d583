### What coordinators read.

alert-report = يېڭى مەلۇمات كەلدى: { $code }. تىلى: { $language }.
alert-word = دېلو { $code } بويىچە ئائىلىدىن ئۇچۇر كەلدى.
alert-person = بىر كىشى خادىم بىلەن سۆزلەشمەكچى.
about-draft = بۇ مەلۇمات بېرىۋاتقاندا سورالغان.
about-nothing = تېخى دېلو يوق.
alert-promise = دېلو { $code }: ۋەدە قىلىنغان كۈن كەلدى، ھېچكىم يازمىغان. ئائىلىگە تېخى يېڭى خەۋەر يوقلۇقى ۋە ئەڭ كېچىككەندە { $day } يەنە يازىدىغانلىقىمىز ئېيتىلدى.
alert-new-coordinator = تەكلىپ ئارقىلىق يېڭى ماسلاشتۇرغۇچى قوشۇلدى. بۇنىڭدىن خەۋىرىڭىز بولمىسا، مۇلازىمېتىرنى باشقۇرىدىغان كىشىگە دەرھال ئېيتىڭ.
alert-unreachable = ئۇچۇرلار بۇ دېلولارنىڭ ئائىلىسىگە يەتمەيدىغان بولدى: { $codes }. ئۇلار بوتنى توسۇۋەتكەن ياكى ھېساباتىدىن ئايرىلىپ قالغان بولۇشى مۇمكىن.

button-queue = ئاخىرلاشمىغان دېلولار
queue-count = { $count ->
    [0] ئاخىرلاشمىغان دېلو يوق.
   *[other] <b>ئاخىرلاشمىغان { $count } دېلو</b>
}
queue-waiting = { $code } · كۈتۈش باشلانغان: { $day }
queue-new = { $code } · يېڭى، { $day }
queue-yours = { $code } · سىزنىڭ، يېزىش مۆھلىتى: { $day }
queue-others = { $code } · يېزىش مۆھلىتى: { $day }
button-page-back = ئالدىنقى بەت
button-page-on = كېيىنكى بەت

button-open-case = دېلونى ئېچىش
button-take = دېلونى ئۈستىگە ئېلىش
button-write-family = ئائىلىگە يېزىش
button-whole-report = مەلۇماتنىڭ ھەممىسى
button-timeline = جەريان
button-files = ئاۋاز ۋە ھۆججەتلەر
case-facts =
    ئەھۋال: { $situation }
    تىلى: { $language }
    مەلۇمات كەلگەن كۈن: { $reported }
    ئائىلىگە يېزىش مۆھلىتى: { $promise }
case-owner-nobody = بۇ دېلونى تېخى ھېچكىم ئۈستىگە ئالمىدى.
case-owner-you = بۇ دېلو سىزدە.
case-owner-other = بۇ دېلو باشقا بىر ماسلاشتۇرغۇچىدا.
case-family-waits = ئائىلە جاۋاب كۈتۈۋاتىدۇ. كۈتۈش باشلانغان ۋاقىت: { $at }.
case-letter-read = ئەڭ كېيىنكى ئۇچۇرىمىز، { $day }: ئېچىلدى.
case-letter-unread = ئەڭ كېيىنكى ئۇچۇرىمىز، { $day }: تېخى ئېچىلمىدى.
case-taken = بۇ دېلو ئەمدى سىزدە.
files-title = <b>دېلو { $code }: { $count } ھۆججەت</b>
files-of = بۇنىڭغا تەۋە: { $label }

words-of-family = <b>دېلو { $code }، ئائىلىدىن</b> ({ $language })
words-of-person = <b>دېلوسى يوق بىر كىشىدىن</b> ({ $language })
words-none = تېخى يېزىلغان سۆز يوق.

letter-ask = دېلو { $code } بويىچە ئائىلە نېمىنى ئوقۇسۇن؟ ئۇلار ئوقۇيدىغان تىل: { $language }.
letter-ask-person = بۇ كىشى نېمىنى ئوقۇسۇن؟ تىلى: { $language }.
letter-rules = بىر ئۇچۇر: يېزىق، ئاۋاز، سۈرەت ياكى ھۆججەت. ئورۇندىيالمايدىغان نەرسىنى ۋەدە قىلماڭ. ئۆلۈم، ھۆكۈم، چېگرادىن چىقىرىۋېتىش ياكى يۆتكەش ھەققىدىكى خەۋەر بۇ يەردە ھەرگىز ئەۋەتىلمەيدۇ: ئۇنى ئادەم ئۆزى ئېيتىدۇ.
letter-preview = ئۇلار مۇنۇنى ئوقۇيدۇ:
letter-sure = ئەۋەتەمسىز؟ ئۆزگەرتىش ئۈچۈن قايتا يېزىڭ.
button-send-letter = ئەۋەتىش
letter-sent = { $count } كىشىگە ئەۋەتىلدى. ئاۋۋال «سىزگە قىزىق لىنىيەدىن ئۇچۇر كەلدى» دېگەن سۆز كۆرۈنىدۇ.
letter-promise = ئائىلىگە كېيىنكى قېتىم ئەڭ كېچىككەندە { $day } يازىمىز.

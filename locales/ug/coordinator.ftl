### What coordinators read.

alert-report = يېڭى مەلۇمات كەلدى: { $code }. تىلى: { $language }.
alert-word = مۇراجىئەت { $code } بويىچە ئائىلىدىن ئۇچۇر كەلدى.
alert-person = بىر كىشى خادىم بىلەن سۆزلەشمەكچى.
about-draft = بۇ مەلۇمات بېرىۋاتقاندا سورالغان.
about-nothing = تېخى مۇراجىئەت يوق.
alert-promise = مۇراجىئەت { $code }: ۋەدە قىلىنغان كۈن كەلدى، ھېچكىم يازمىغان. ئائىلىگە تېخى يېڭى خەۋەر يوقلۇقى ۋە ئەڭ كېچىككەندە { $day } يەنە يازىدىغانلىقىمىز ئېيتىلدى.
alert-new-coordinator = تەكلىپ ئارقىلىق يېڭى ماسلاشتۇرغۇچى قوشۇلدى. بۇنىڭدىن خەۋىرىڭىز بولمىسا، مۇلازىمېتىرنى باشقۇرىدىغان كىشىگە دەرھال ئېيتىڭ.
alert-unreachable = ئۇچۇرلار بۇ مۇراجىئەتلەرنىڭ ئائىلىسىگە يەتمەيدىغان بولدى: { $codes }. ئۇلار بوتنى توسۇۋەتكەن ياكى ھېساباتىدىن ئايرىلىپ قالغان بولۇشى مۇمكىن.

button-queue = ئاخىرلاشمىغان مۇراجىئەتلەر
queue-count = { $count ->
    [0] ئاخىرلاشمىغان مۇراجىئەت يوق.
   *[other] <b>ئاخىرلاشمىغان { $count } مۇراجىئەت</b>
}
queue-person = سۆزلەشمەكچى · { $day }
queue-waiting = { $code } · كۈتمەكتە: { $day }
queue-new = { $code } · يېڭى، { $day }
queue-yours = { $code } · سىزدە: { $day }
queue-others = { $code } · مۆھلىتى: { $day }
button-page-back = ئالدىنقى بەت
button-page-on = كېيىنكى بەت

button-open-case = مۇراجىئەتنى ئېچىش
button-take = مۇراجىئەتنى ئۈستۈمگە ئېلىش
button-write-family = ئائىلىگە يېزىش
button-whole-report = مەلۇماتنىڭ ھەممىسى
button-timeline = جەريان
button-messages = ئۇچۇرلار
button-files = ئاۋاز ۋە ھۆججەتلەر
case-facts =
    ئەھۋال: { $situation }
    تىلى: { $language }
    مەلۇمات كەلگەن كۈن: { $reported }
    ئائىلىگە يېزىش مۆھلىتى: { $promise }
case-owner-nobody = بۇ مۇراجىئەتنى تېخى ھېچكىم ئۈستىگە ئالمىدى.
case-owner-you = بۇ مۇراجىئەت سىزدە.
case-owner-other = بۇ مۇراجىئەت باشقا بىر ماسلاشتۇرغۇچىدا.
case-family-waits = ئائىلە جاۋاب كۈتۈۋاتىدۇ. كۈتۈش باشلانغان ۋاقىت: { $at }.
case-letter-read = ئەڭ كېيىنكى ئۇچۇرىمىز، { $day }: ئېچىلدى.
case-letter-unread = ئەڭ كېيىنكى ئۇچۇرىمىز، { $day }: تېخى ئېچىلمىدى.
case-taken = بۇ مۇراجىئەت ئەمدى سىزدە.
files-title = <b>مۇراجىئەت { $code }: { $count } ھۆججەت</b>
files-of = بۇنىڭغا تەۋە: { $label }

words-of-family = <b>مۇراجىئەت { $code }، ئائىلىدىن</b> · { $language }
words-of-person = <b>مۇراجىئىتى يوق بىر كىشىدىن</b> · { $language }
words-none = يېزىلغان سۆز يوق.

letter-ask = مۇراجىئەت { $code } بويىچە ئائىلىگە نېمە يازىمىز؟ ئۇلارنىڭ تىلى: { $language }.
letter-ask-person = بۇ كىشىگە نېمە يازىمىز؟ تىلى: { $language }.
letter-rules = بىر ئۇچۇر: يېزىق، ئاۋاز، سۈرەت ياكى ھۆججەت. ئورۇندىيالمايدىغان نەرسىنى ۋەدە قىلماڭ. ئۆلۈم، ھۆكۈم، چېگرادىن چىقىرىۋېتىش ياكى يۆتكەش ھەققىدىكى خەۋەر بۇ يەردە ھەرگىز ئەۋەتىلمەيدۇ: ئۇنى ئادەم ئۆزى ئېيتىدۇ.
letter-preview = ئۇلار مۇنۇنى ئوقۇيدۇ:
letter-sure = ئەۋەتەمسىز؟ ئۆزگەرتىش ئۈچۈن قايتا يېزىڭ.
button-send-letter = ئەۋەتىش
letter-sent = { $count } كىشىگە ئەۋەتىلدى. ئاۋۋال «سىزگە قىزىق لىنىيەدىن ئۇچۇر كەلدى» دېگەن سۆز كۆرۈنىدۇ.
letter-promise = ئائىلىگە كېيىنكى قېتىم ئەڭ كېچىككەندە { $day } يازىمىز.

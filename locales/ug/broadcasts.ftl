### Messages to many at once: whom, what, when, and how far they are.

command-broadcast = كۆپچىلىككە بىرلا ۋاقىتتا يېزىش
cast-list = <b>كۆپچىلىككە ئەۋەتىلىدىغان ئۇچۇرلار</b>
button-cast-row = { $day } · { $state }
button-cast-new = يېڭىسىنى يېزىش
button-cast-list = ھەممىسى
button-cast-open = ئېچىش
cast-title = <b>تېخى ئەۋەتىلمىگەن كۆپچىلىك ئۇچۇرى</b>
cast-title-correction =
    <b>ئەۋەتىلگەن ئۇچۇرنى تۈزىتىش، تېخى ئەۋەتىلمىدى</b>

    ئۇچۇرنى تاپشۇرۇۋالغانلاردا ئۇ ئورنىدا ئۆزگىرىدۇ. تېخى تاپشۇرۇۋالمىغانلارغا تۈزىتىلگىنى بارىدۇ.
cast-title-retract =
    <b>ئەۋەتىلگەن ئۇچۇر ئۆچۈرۈلىدۇ. تېخى ئۆچۈرۈلمىدى.</b>

    ئۇچۇرنى تاپشۇرۇۋالغانلارنىڭ ھەممىسىنىڭ سۆھبىتىدىن ئۇ يوقايدۇ. تېخى تاپشۇرۇۋالمىغانلارغا ئەمدى ئەۋەتىلمەيدۇ.

# Whom
cast-who = كىمگە: { $groups }
cast-who-none = كىمگە: تېخى ھېچكىم تاللانمىدى
cast-group-families = مەلۇم قىلغان ئائىلىلەر
cast-group-followers = خەۋەر ئالغۇچىلار
cast-group-volunteers = پىدائىيلار
cast-group-coordinators = ماسلاشتۇرغۇچىلار
cast-only = { $trait }، پەقەت: { $values }
cast-except = { $trait }، بۇلاردىن باشقا: { $values }
cast-trait-language = تىل
cast-trait-region = رايون
cast-trait-situation = ئەھۋال
cast-trait-stage = خىزمەت باسقۇچى
cast-trait-incident = ۋەقە
cast-trait-skill = ماھارەت
cast-trait-active = يېقىندا يازغان
cast-left-out = ئائىلىسىگە ئەۋەتىلمەيدىغان مۇراجىئەتلەر: { $cases }
cast-no-language = تىل تاللانمىغان
cast-stage-new = يېڭى
cast-stage-verifying = تەكشۈرۈلۈۋاتىدۇ
cast-stage-active = ئىشلىنىۋاتىدۇ
cast-stage-waiting = ئورۇنلارنىڭ جاۋابىنى كۈتۈۋاتىدۇ
cast-stage-closed = ئاخىرلاشقان
cast-active-days = { $days } كۈن ئىچىدە
cast-whom = <b>كىمگە ئەۋەتىلىدۇ؟</b> بىر نەچچىسىگە ماس كەلگەن ئادەم پەقەت بىر قېتىم تاپشۇرۇۋالىدۇ.
cast-toggle = بىر باسسىڭىز: پەقەت شۇلار (✓). ئىككىنچىسىدە: شۇلاردىن باشقىسى (✕). ئۈچىنچىسىدە: پەرقى يوق.
cast-by-language = ئائىلە ۋە ماسلاشتۇرغۇچىلاردا بۇ يەردە ئوقۇيدىغان تىل، پىدائىيلاردا سۆزلىيەلەيدىغان تىللىرىمۇ ھېسابلىنىدۇ.
cast-by-region = ئائىلە ۋە خەۋەر ئالغۇچىلاردا بۇ ئادەم ئاخىرقى قېتىم بولغان جاي، ئۇ بىزنىڭ جاي ناملىرىمىزدىن تاللانغان بولسا؛ پىدائىيلاردا ئۆزلىرى ئېيتقان جاي. ماسلاشتۇرغۇچىلار نەدە بولسىمۇ تاپشۇرۇۋالىدۇ.
cast-by-situation = بۇ ئائىلىلەر ۋە خەۋەر ئالغۇچىلار ئىچىدىن، ھەر بىرىگە ئېيتىلغىنىغا قاراپ تاللايدۇ.
cast-by-stage = بۇ ئائىلىلەر ۋە خەۋەر ئالغۇچىلار ئىچىدىن تاللايدۇ.
cast-by-incident = بۇ ۋەقە ئاستىغا يىغىلغان مۇراجىئەتلەرنىڭ ئائىلىلىرى ۋە خەۋەر ئالغۇچىلىرى ئىچىدىن تاللايدۇ.
cast-by-skill = بۇ پىدائىيلار ئىچىدىن، ئۆزلىرى ھەققىدە ئېيتقىنىغا قاراپ تاللايدۇ.
cast-by-active = ئادەمنىڭ بۇ يەردە ئاخىرقى قېتىم قاچان يازغىنى ياكى كۇنۇپكا باسقىنىغا قارايدۇ.
button-cast-on = ✓ { $what }
button-cast-not = ✕ { $what }
button-cast-off = { $what }
button-cast-leave-out = بەزى مۇراجىئەتنى قوشماسلىق
button-cast-leave-none = ھېچكىمنى چىقارماسلىق
button-cast-kept = ساقلانغانلار
button-cast-keep = ساقلاپ قويۇش
button-cast-forget = ✕
cast-kept = ساقلانغان تاللاشلار. كىملەرگە تەۋە ئىكەنلىكى ھەر قېتىم قايتىدىن قارىلىدۇ.
cast-kept-none = تېخى ھېچنېمە ساقلانمىدى.
cast-ask-codes = ئائىلىسى بۇ ئۇچۇرنى ئالمايدىغان مۇراجىئەتلەرنىڭ كودىنى يېزىڭ، بىر ياكى بىر نەچچە: K7Q-4M2.
cast-code-unknown = بۇلارنىڭ ھەممىسى مۇراجىئەت كودى ئەمەس. كود مۇنداق بولىدۇ: K7Q-4M2. قايتا يېزىڭ.
cast-ask-name = قايسى نام بىلەن ساقلايلى؟ ئادەم ئىسمىنى يازماڭ: ئۇنى ھەممە خادىم كۆرىدۇ.
cast-name-in-words = سۆز بىلەن يېزىڭ، { $longest } ھەرپتىن ئاشمىسۇن.
cast-being-counted = ھازىر سانىلىۋاتىدۇ. تۈگىگەندە بۇ كارتا ئۆزگىرىدۇ.
cast-reaches = <b>تاپشۇرۇۋالىدىغانلار: { $people }</b>
cast-meant = <b>ماس كېلىدىغانلار: { $people }</b>
cast-elsewhere = ⚠ { $language }: { $people } ئادەم باشقا تىلدا تاپشۇرۇۋالىدۇ: { $other }
cast-none = ⚠ { $language }: { $people } ئادەم ھېچنېمە تاپشۇرۇۋالمايدۇ

# What
button-cast-whom = كىمگە
button-cast-what = نېمە دېيىلىدۇ
button-cast-when = قاچان
button-cast-preview = قانداق كۆرۈنىدۇ
button-cast-sure = ئەۋەتىشكە ئۆتۈش
button-cast-drop = كېرەك ئەمەس
button-cast-back = قايتۇرۇۋېلىپ ئۆزگەرتىش
cast-dropped-it = ئۇ بىكار قىلىندى. ھېچنېمە ئەۋەتىلمىدى.
cast-written = يېزىلغان تىللار: { $languages }
cast-written-none = تېخى ھېچنېمە يېزىلمىدى.
cast-others-get = باشقىلار مۇنۇ تىلدا تاپشۇرۇۋالىدۇ: { $language }
cast-others-none = باشقا تىلدا ئوقۇيدىغانلار ھېچنېمە تاپشۇرۇۋالمايدۇ.
cast-buttons = كۇنۇپكىلار: { $buttons }
cast-link = ئۇلىنىش: { $link }
cast-what = <b>نېمە دېيىلىدۇ؟</b> تىلنى تاللاپ، ئۇچۇرنى ئوقۇلىدىغان ھالىتىدە ئەۋەتىڭ: تېكىست، سۈرەت، ئاۋازلىق ئۇچۇر ياكى ھۆججەت؛ توم خەت ۋە ئۇلىنىشمۇ بولىدۇ. ئادەم ئىسمى ۋە بىر ئائىلە ھەققىدە ھېچنېمە يازماڭ: بۇنى كۆپ ئادەم كۆرىدۇ.
cast-what-corrected = <b>قانداق ئوقۇلۇشى كېرەك؟</b> تىلنى تاللاپ، تېكىستنى قايتا ئەۋەتىڭ. سۈرەت، ئاۋازلىق ئۇچۇر ياكى ھۆججەت شۇ پېتى قالىدۇ، ئاستىدىكى تېكىست ئۆزگىرىدۇ.
button-cast-fallback = باشقىلار ئۈچۈن تىل
button-cast-come = مەن كېلەلەيمەن
button-cast-help = ماڭا ياردەم كېرەك
button-cast-link = تەپسىلاتى
button-cast-set-link = ئۇلىنىش قوشۇش
button-cast-no-link = ئۇلىنىشنى ئېلىۋېتىش
cast-ask-text = ئۇچۇرنى مۇنۇ تىلدا ئەۋەتىڭ: { $language }
button-cast-unwrite = بۇ تېكىستنى ئېلىۋېتىش
cast-text-kept = ساقلاندى: { $language }
cast-text-only = بۇ يەردە تېكىست، بىر سۈرەت، بىر ئاۋازلىق ئۇچۇر ياكى بىر ھۆججەت ئەۋەتىشكە بولىدۇ؛ تۈزىتىشكە تېكىست. قايتا ئەۋەتىڭ.
cast-text-long = بۇ Telegram ئەۋەتىدىغاندىن ئۇزۇن. { $longest } ھەرپتىن ئاشۇرماي قايتا ئەۋەتىڭ.
cast-photo-as-file = ھۆججەت شەكلىدە ئەۋەتىلگەن سۈرەت ئۇنىڭ نەدە ۋە نېمە بىلەن تارتىلغانلىقىنى كۆرسىتىدۇ. ئۇنى سۈرەت قىلىپ ئەۋەتىڭ.
cast-ask-link = بەتنىڭ ئادرېسىنى ئەۋەتىڭ. ئۇ { $start } بىلەن باشلىنىدۇ
cast-link-unreadable = بۇ ئادرېسنى كۇنۇپكىغا قويغىلى بولمايدۇ. ئۇ { $start } بىلەن باشلىنىدۇ، بوشلۇق بولمايدۇ.
cast-previewed = ھەر تىلدا مۇشۇنداق كېلىدۇ. يۇقىرىدىكى كۇنۇپكىلار ھېسابلانمايدۇ.
cast-sample = بۇ ئۈلگە. ھېچنېمە ھېسابلانمايدۇ.
cast-lacks-text = تېخى ھېچنېمە يېزىلمىدى. كەم دېگەندە بىر تىلدا يېزىڭ.
cast-lacks-people = كىمگە ئەۋەتىلىدىغانلىقى تېخى تاللانمىدى.
cast-reaches-nobody = ھازىرقى تاللاش ۋە تىللار بويىچە ئۇنى ھېچكىم تاپشۇرۇۋالمايدۇ.

# When
cast-when-now = قاچان: ئەۋەتىلگەن ھامان
cast-when-at = قاچان: { $day }، { $time } · { $city }
cast-when-weekly = قاچان: ھەر ھەپتە · { $weekday }، { $time } · { $city }
cast-urgent = جىددىي: كېچىسىمۇ بارىدۇ.
cast-quiet = كېچە بولغان جايدا ئەتىگەن سائەت 9 غىچە كۈتىدۇ.
cast-silent = بۇ دەرھال بولىدۇ، كېچىسىمۇ: ئۆزگەرتىش تېلېفونغا ئاۋازسىز كېلىدۇ.
button-cast-now = ئەۋەتىلگەن ھامان
button-cast-at = بەلگىلىك ۋاقىتتا
button-cast-weekly = ھەر ھەپتە
button-cast-urgent = جىددىي: كېچىسىمۇ
button-cast-quiet = كېچىسى ئەمەس
cast-day = { $day }
cast-time = { $time }
button-cast-zone = باشقا شەھەرنىڭ ۋاقتى
cast-ask-day = قايسى كۈنى؟ ۋاقتى: { $city }
cast-ask-time = سائەت قانچىدە؟
cast-ask-zone = قايسى شەھەرنىڭ ۋاقتى بويىچە؟
cast-too-late = بۇ ۋاقىت ئۆتۈپ كەتتى. باشقىسىنى تاللاڭ.

# Sending
cast-sure = <b>ھەممىسى توغرىمۇ؟</b>
cast-second = بىر ماسلاشتۇرغۇچى ئۆزى يالغۇز ئەڭ كۆپ بولغاندا { $people } ئادەمگە يازالايدۇ. ئىككىنچى ماسلاشتۇرغۇچى دەل مۇشۇنىڭغا ماقۇل دېيىشى كېرەك.
button-cast-send = ئەۋەتىش
button-cast-ask-again = ئۆزگەرتىش ياكى قايتا سوراش
cast-grown = كۆپچىلىك ئۇچۇرىنىڭ ۋاقتى كەلدى، لېكىن ئۇنى بىر ماسلاشتۇرغۇچى يالغۇز يازالايدىغاندىن كۆپ ئادەم تاپشۇرۇۋالاتتى. ھېچنېمە ئەۋەتىلمىدى. قاراپ چىقىپ، ئىككىنچى رازىلىقنى سوراڭ.
cast-missed = ئۇچۇر ئەۋەتىلمىدى: بەلگىلەنگەن ۋاقىتتا، { $at }، قىزىق لىنىيە ئىشلىمىگەن ئىدى. مەزمۇنىنىڭ ھازىرمۇ توغرا ياكى ئەمەسلىكىنى كۆرۈڭ؛ ئۇنى ھازىر ياكى باشقا ۋاقىتتا ئەۋەتكىلى بولىدۇ.
cast-missed-week = بۇ ھەپتە ئۇچۇر ئەۋەتىلمىدى: بەلگىلەنگەن ۋاقىتتا، { $at }، قىزىق لىنىيە ئىشلىمىگەن ئىدى. كېلەر ھەپتە ئادەتتىكىدەك ئەۋەتىلىدۇ.
approval-broadcast = <b>كۆپ ئادەمگە دەل مۇشۇ ئۇچۇر ئەۋەتىلىدۇ:</b>
approval-broadcast-named = كۆپچىلىك ئۇچۇرى
cast-deletes = ئەۋەتىلگەن ئۇچۇر ئۆچۈرۈلىدىغان سۆھبەتلەر: { $people }
cast-changes = ئۆزگەرتىلىدىغان ئۇچۇرلار: { $people }
cast-wording = مۇنۇ تىلدا
cast-with-file = قوشۇپ ئەۋەتىلىدۇ: { $kind }
cast-file-photo = سۈرەت
cast-file-voice = ئاۋازلىق ئۇچۇر
cast-file-document = ھۆججەت

# On its way
cast-card = <b>كۆپچىلىك ئۇچۇرى</b> · { $state }
cast-card-correction = <b>ئەۋەتىلگەننى تۈزىتىش</b> · { $state }
cast-state-composing = يېزىلىۋاتىدۇ
cast-state-sizing = سانىلىۋاتىدۇ
cast-state-asked = رازىلىق كۈتۈۋاتىدۇ
cast-state-planned = ۋاقتىنى كۈتۈۋاتىدۇ
cast-state-counting = باشلىنىۋاتىدۇ
cast-state-running = ئەۋەتىلىۋاتىدۇ
cast-state-pausing = توختاپ تۇرماقچى
cast-state-paused = توختاپ تۇردى
cast-state-stopping = توختىتىلىۋاتىدۇ
cast-state-stopped = توختىتىلدى
cast-state-done = ئەۋەتىلدى
cast-state-running-reword = ئۆزگەرتىلىۋاتىدۇ
cast-state-done-reword = ئۆزگەرتىلدى
cast-state-running-retract = ئۆچۈرۈلۈۋاتىدۇ
cast-state-done-retract = ئۆچۈرۈلدى
cast-figure = { $what }: { $people }
cast-column-sent = ئەۋەتىلدى
cast-column-changed = ئۆزگەرتىلدى ياكى ئۆچۈرۈلدى
cast-column-waiting = كۈتۈۋاتىدۇ
cast-column-morning = شۇنىڭدىن ئەتىگەنگىچە
cast-column-gone = بوتنى توسۇۋەتكەن
cast-column-broken = قوبۇل قىلىنمىدى
cast-column-unknown = ئېنىق ئەمەس
cast-column-stopped = ئەمدى ئەۋەتىلمەيدۇ
cast-column-total = جەمئىي
cast-column-code = كود
cast-column-language = تىل
cast-column-state = نەتىجىسى
cast-column-answer = جاۋاب
cast-column-time = ۋاقىت
cast-rate = ھەر مىنۇتتا: { $rate }
cast-left = قالغان مىنۇت: تەخمىنەن { $minutes }
cast-rests = تۈزىتىلىۋاتقاندا توختاپ تۇرىدۇ، كېيىن ئۆزلۈكىدىن داۋاملىشىدۇ.
cast-is-reworded = تۈزىتىلدى. ئەمدى تۈزىتىلگەن تېكىست ئەۋەتىلىدۇ.
cast-is-retracted = قايتۇرۇۋېلىندى. قانچىسى ئۆچۈرۈلگەنلىكى ئۆچۈرۈش كارتىسىدا كۆرۈنىدۇ.
cast-correctable = تۈزىتىش ياكى ئۆچۈرۈش مۇمكىن بولغان ئاخىرقى ۋاقىت: { $until }.
cast-late = ئەۋەتىلگىنىگە 48 سائەتتىن ئاشقان، Telegram ئەمدى ئۆزگەرتمەيدىغانلىرى: { $people }
cast-tally =
    كېلەلەيدۇ: { $come }
    ياردەم كېرەك: { $help }
button-cast-pause = توختاپ تۇرۇش
button-cast-resume = داۋاملاشتۇرۇش
button-cast-stop = بىراقلا توختىتىش
button-cast-again-unknown = ئېنىق ئەمەسلەرنى قايتا
button-cast-again-broken = قوبۇل قىلىنمىغانلارنى قايتا
button-cast-correct = ئەۋەتىلگەننى تۈزىتىش
button-cast-answers = كىم جاۋاب بەردى
button-cast-report = جەدۋەل شەكلىدە
button-cast-picture = رەسىم شەكلىدە
cast-stop-sure = بىراقلا توختىتامسىز؟ ئەۋەتىلگىنى سۆھبەتلەردە قالىدۇ، قالغىنى ئەمدى ئەۋەتىلمەيدۇ. كېيىن ئەۋەتىش ئۈچۈن توختاپ تۇرۇشنى باسىڭ.
cast-none-again = قايتا ئەۋەتىدىغان نەرسە يوق.
cast-correct = ئەۋەتىلگەن ئۇچۇرنى قانداق قىلىمىز؟ Telegram 48 سائەت ئىچىدە ئۆزگەرتىش ياكى ئۆچۈرۈشكە يول قويىدۇ. ئوقۇپ بولغان ئادەم ئوقۇپ بولدى.
cast-correct-late = Telegram ئەۋەتىلگەننى پەقەت 48 سائەت ئىچىدە ئۆزگەرتىشكە ياكى ئۆچۈرۈشكە يول قويىدۇ، بۇ ۋاقىت ئۆتتى. يېڭى ئۇچۇر ئەۋەتەلەيسىز.
cast-correct-none = ئۆزگەرتىدىغان ئۇچۇر يوق: تېخى ھېچنېمە ئەۋەتىلمىگەن، ياكى ئەۋەتىلگىنىگە 48 سائەتتىن ئاشقان.
button-cast-reword = سۆزىنى ئۆزگەرتىش
button-cast-retract = ھەممىسىدىن ئۆچۈرۈش
cast-answered = { $at }
cast-team-code = خادىم · { $code }
cast-case-codes = { $codes }
cast-no-code = مۇراجىئەتسىز
cast-report = كۆپچىلىك ئۇچۇرىنىڭ نەتىجىسى. ئادەملەر پەقەت كود بىلەن كۆرسىتىلگەن.
cast-all-languages = ھەممە تىل
cast-unlisted = تىزىملىكتە يوق ئادەملەر: { $people }
cast-sheet-numbers = سانلار
cast-sheet-people = كود بويىچە
cast-picture = كۆپچىلىك ئۇچۇرى
cast-picture-of = كۆپچىلىك ئۇچۇرى · { $at }

# What people answer
cast-answer-noted = رەھمەت. يېزىپ قويدۇق؛ بۇ يەردە ئۆزگەرتەلەيسىز.
cast-help-noted = سىزگە ياردەم كېرەكلىكىنى يېزىپ قويدۇق. كۈتكىلى بولمىسا ياكى نېمە بولغانلىقىنى ئېيتماقچى بولسىڭىز، ھازىر ئادەم بىلەن سۆزلىشىڭ.

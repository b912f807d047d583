# Made by rule: change locales/kk/evidence.ftl or locales/kazakh_arabic.toml,
# then run: python -m locales.kazakh_arabic

note-file-size = ءبىر فايل 20 MB-تان اسپاۋى كەرەك: Telegram بىزگە ودان ۇلكەنىن كوشىرىپ الۋعا رۇقسات بەرمەيدى. ۇلكەنىرەك فايلدى كىشىرەك بولىكتەرگە ءبولىپ جىبەرىڭىز.
button-file-about = بۇل فايل تۋرالى، كىم اشقانى
button-file-original = ءتۇپنۇسقاسى
button-file-anyway = ءبارىبىر اشۋ
file-differs = اباي بولىڭىز. بۇل فايل { $claimed } تۇرىندە جىبەرىلگەن، ال ىشىندەگىسى بويىنشا مىناداي: { $found }.
file-also = اباي بولىڭىز. بۇل فايلدى مىناداي فايل رەتىندە دە وقۋعا بولادى: { $others }. كادىمگى فايلدا مۇنداي بولمايدى.
file-unknown = اباي بولىڭىز. بۇل قانداي فايل ەكەنىن بىلمەيمىز. باسقا جۇمىستارىڭىز تۇرعان كومپيۋتەردە اشپاعانىڭىز ءجون.
file-archive = بۇل — ارحيۆ. ءبىز ونى اشقان جوقپىز: ىشىندە نە بارى قارالماعان.
file-runs = اباي بولىڭىز. بۇل فايلدى اشقاندا باعدارلاما ىسكە قوسىلۋى مۇمكىن. ىشىندەگىسى بويىنشا ول مىناداي: { $found }. قالاي كەلسە، سولاي ساقتالدى.
file-found = ۆيرۋس ىزدەيتىن باعدارلاما بۇل فايلدان مىنانى تاپتى: { $name }. فايل قالاي كەلسە، سولاي ساقتالدى.
file-not-examined-yet = بۇل فايل ءالى قارالعان جوق؛ وعان ءبىر مينۋتتاي ۋاقىت كەتەدى. ءبارىبىر اشۋعا بولادى.
file-not-examined = بۇل فايل قارالعان جوق: ونىڭ كوشىرمەسى بىزدە جوق.
file-no-copy = بۇل سۋرەتتىڭ جۇمىس كوشىرمەسى جوق. ءتۇپنۇسقاسىندا قاي جەردە، قانداي كامەرامەن تۇسىرىلگەنى جازىلىپ قالعان بولۋى مۇمكىن.
file-held-back = بۇل حابارلامامەن بىرگە فايل كەلگەن. ونى بىرەۋ قاراپ شىققانشا بەرمەي تۇرامىز.
about-file-title = <b>بۇل فايل تۋرالى</b>
label-file-name = جىبەرۋشىنىڭ قويعان اتاۋى
file-received = كەلگەن ۋاقىتى: { $at }. كىمنەن: { $who }
file-size = كولەمى: { $bytes } بايت
file-sha256 = SHA-256: { $sum }
file-type = ىشىندەگىسى بويىنشا: { $found }
file-clean = ۆيرۋس ىزدەيتىن باعدارلاما، { $at }: ەشتەڭە تاپقان جوق
file-not-scanned = ۆيرۋسقا تەكسەرىلمەگەن
file-has-copy = جەر مەن كامەرا كورسەتىلمەيتىن جۇمىس كوشىرمەسى بار. ونىڭ SHA-256 سانى: { $sum }
file-copy-failed = جۇمىس كوشىرمەسى جوق: { $why }
copy-unsupported = مۇنداي سۋرەتتەن كوشىرمە جاساي المايمىز
copy-unreadable = سۋرەتتى وقۋ مۇمكىن ەمەس
copy-truncated = سۋرەتتىڭ سوڭى جەتپەيدى
copy-too-many-pixels = سۋرەت 50 ميلليون پيكسەلدەن ۇلكەن
copy-too-large = سۋرەت تىم ۇلكەن
copy-died = سۋرەتتى وڭدەۋ مۇمكىن بولمادى
copy-slow = سۋرەتتى وڭدەۋ تىم ۇزاققا سوزىلدى
file-says = <b>فايلدىڭ وزىندە جازىلعانى.</b> مۇنى فايلعا كەز كەلگەن ادام جازا الادى: بۇل — دالەل ەمەس، ءىز عانا.
says-taken = تۇسىرىلگەن ۋاقىتى: { $when }
says-place = جەرى: { $point }
says-gps-day = جەرسەرىك بويىنشا كۇنى: { $day }
says-camera = كامەرا: { $camera }
says-program = باعدارلاما: { $program }
custody-title =
    { $count ->
        [0] <b>ونى ەشكىم اشقان جوق.</b>
       *[other] <b>كىم اشقانى: { $count } جازبا</b>
    }
custody-line = { $at } · { $who }: { $act }
custody-line-for = { $at } · { $who }: { $act } ({ $why })
custody-machine = باعدارلاما
custody-you = ءسىز
custody-examined = نە ەكەنى قارالدى
custody-scanned = ۆيرۋسقا تەكسەرىلدى
custody-copied = جۇمىس كوشىرمەسى جاسالدى
custody-resealed = قايتا شيفرلاندى
custody-passed-copy = جۇمىس كوشىرمەسى اشىلدى
custody-passed-original = ءتۇپنۇسقاسى اشىلدى
custody-passed-anyway = ەسكەرتۋدەن كەيىن ءتۇپنۇسقاسى اشىلدى
custody-delivered = فايل جەتكىزىلدى
custody-exported = فايلعا شىعارىلدى
custody-printed = باسىپ شىعارىلدى
custody-for-files = داۋىس پەن فايلدار
custody-for-messages = حابارلامالار
custody-for-words = وتباسىنىڭ ايتقانى
custody-for-note = توپتىڭ ەسكەرتپەسى
custody-for-task = توپتىڭ شارۋاسى
custody-for-letter = ءبىز جازعان حابارلاما
custody-for-preview = جىبەرەر الدىندا
custody-for-export = فايلعا شىعارۋ
custody-for-copy = ايتىپ بەرگەن ادامعا ارنالعان كوشىرمە

### Files as evidence: how large they may be, what they are, who has opened them.

note-file-size = بىر ھۆججەت 20 مېگابايتقىچە بولسا بولىدۇ: Telegram ئۇنىڭدىن چوڭىنى كۆچۈرۈۋېلىشىمىزغا يول قويمايدۇ. چوڭراقىنى كىچىك پارچىلارغا بۆلۈپ ئەۋەتىڭ.

button-file-about = ھۆججەت ۋە ئۇنى ئاچقانلار
button-file-original = ئەسلى نۇسخىسى
button-file-anyway = شۇنداقتىمۇ ئېچىش

file-differs = ئېھتىيات قىلىڭ. بۇ ھۆججەت { $claimed } دەپ ئەۋەتىلگەن، مەزمۇنىغا قارىغاندا ئۇ { $found }.
file-also = ئېھتىيات قىلىڭ. بۇ ھۆججەتنى { $others } دەپمۇ ئوقۇغىلى بولىدۇ. ئادەتتىكى ھۆججەتلەر ئۇنداق بولمايدۇ.
file-unknown = ئېھتىيات قىلىڭ. بۇنىڭ قانداق ھۆججەت ئىكەنلىكىنى بىلمەيمىز. ئۇنى باشقا ئىشلىرىڭىز بار كومپيۇتېردا ئاچمىغىنىڭىز ياخشى.
file-archive = بۇ ئارخىپ، ئىچىگە باشقا ھۆججەتلەر قاچىلانغان. بىز ئۇنى ئاچمىدۇق: ئىچىدىكىلەر تەكشۈرۈلمىدى.
file-runs = ئېھتىيات قىلىڭ. بۇ ھۆججەتنى ئاچسىڭىز، بىر پروگرامما ئىشلەپ كېتىشى مۇمكىن. مەزمۇنىغا قارىغاندا ئۇ { $found }. ئۇ قانداق كەلگەن بولسا، شۇنداق ساقلاندى.
file-found = ۋىرۇس تەكشۈرگۈچ بۇ ھۆججەتتە بىر نەرسە بايقىدى: { $name }. ئۇ قانداق كەلگەن بولسا، شۇنداق ساقلاندى.
file-not-examined-yet = بۇ ھۆججەت تېخى تەكشۈرۈلمىدى؛ ئۇنىڭغا بىر مىنۇتچە ۋاقىت كېتىدۇ. شۇنداقتىمۇ ئاچسىڭىز بولىدۇ.
file-not-examined = بۇ ھۆججەت تەكشۈرۈلمىدى: بىزدە ئۇنىڭ ئۆز نۇسخىمىز يوق.
file-no-copy = بۇ سۈرەتنىڭ خىزمەت نۇسخىسى يوق. ئەسلى نۇسخىسىدا سۈرەت تارتىلغان جاي ۋە كامېرا ھەققىدە ئۇچۇر بولۇشى مۇمكىن.
file-held-back = بۇ ئۇچۇرغا تەۋە بىر ھۆججەت بار، بىرى ئۇنى كۆرۈپ چىققۇچە تۇتۇپ تۇرىمىز.

about-file-title = <b>بۇ ھۆججەت ھەققىدە</b>
label-file-name = ئەۋەتكۈچى قويغان نامى
file-received = كەلگەن ۋاقتى: { $at }، ئەۋەتكۈچى: { $who }
file-size = چوڭلۇقى: { $bytes } بايت
file-sha256 = SHA-256: { $sum }
file-type = مەزمۇنىغا قارىغاندا: { $found }
file-clean = ۋىرۇس تەكشۈرگۈچ، { $at }: ھېچنېمە بايقالمىدى
file-not-scanned = ۋىرۇسى بار-يوقلۇقى تەكشۈرۈلمىدى
file-has-copy = جاي ۋە كامېرا ئۇچۇرى ئېلىۋېتىلگەن خىزمەت نۇسخىسى بار. ئۇنىڭ SHA-256 بەلگىسى: { $sum }
file-copy-failed = خىزمەت نۇسخىسى يوق: { $why }
copy-unsupported = بۇ خىلدىكى سۈرەتتىن نۇسخا چىقىرالمايمىز
copy-unreadable = سۈرەتنى ئوقۇغىلى بولمىدى
copy-truncated = سۈرەت تولۇق ئەمەس، بىر قىسمى كېسىلىپ قالغان
copy-too-many-pixels = سۈرەت 50 مىليون پىكسېلدىن چوڭ
copy-too-large = سۈرەت بەك چوڭ
copy-died = سۈرەتنى بىر تەرەپ قىلغىلى بولمىدى
copy-slow = سۈرەتكە بەك ئۇزۇن ۋاقىت كەتتى

file-says = <b>ھۆججەتنىڭ ئۆزىدە نېمە دېيىلگەن.</b> بۇنى ھۆججەتكە ھەرقانداق ئادەم يېزىپ قويالايدۇ: ئۇ بىر يىپ ئۇچى، ئىسپات ئەمەس.
says-taken = تارتىلغان ۋاقتى: { $when }
says-place = جاي: { $point }
says-gps-day = سۈنئىي ھەمراھ بويىچە كۈنى: { $day }
says-camera = كامېرا: { $camera }
says-program = پروگرامما: { $program }

custody-title = { $count ->
    [0] <b>ئۇنى تېخى ھېچكىم ئاچمىدى.</b>
   *[other] <b>ئۇنى كىم ئاچقان: { $count } قۇر</b>
}
custody-line = { $at } · { $who }: { $act }
custody-line-for = { $at } · { $who }: { $act } ({ $why })
custody-machine = مۇلازىمېتىر
custody-you = سىز
custody-examined = نېمە ئىكەنلىكى تەكشۈرۈلدى
custody-scanned = ۋىرۇسى بار-يوقلۇقى تەكشۈرۈلدى
custody-copied = خىزمەت نۇسخىسى چىقىرىلدى
custody-resealed = يېڭىدىن شىفىرلاندى
custody-passed-copy = خىزمەت نۇسخىسى ئېچىلدى
custody-passed-original = ئەسلى نۇسخىسى ئېچىلدى
custody-passed-anyway = ئاگاھلاندۇرۇشتىن كېيىن ئەسلى نۇسخىسى ئېچىلدى
custody-delivered = تاپشۇرۇپ ئېلىندى
custody-exported = سىرتقا چىقىرىلدى
custody-printed = قەغەزگە بېسىلدى
custody-for-files = ئاۋاز ۋە ھۆججەتلەر
custody-for-messages = ئۇچۇرلار
custody-for-words = ئائىلىنىڭ سۆزلىرى
custody-for-note = خادىملارنىڭ خاتىرىسى
custody-for-task = خادىملارنىڭ ئىشى
custody-for-letter = بىزنىڭ خېتىمىز
custody-for-preview = ئەۋەتىشتىن بۇرۇن
custody-for-export = سىرتقا چىقىرىش
custody-for-copy = سۆزلەپ بەرگۈچىگە بېرىلىدىغان نۇسخا

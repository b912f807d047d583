# Made by rule: change locales/kk/coordinator.ftl or locales/kazakh_arabic.toml,
# then run: python -m locales.kazakh_arabic

alert-report = جاڭا ءوتىنىش ءتۇستى: { $code }. ءتىلى: { $language }.
alert-word = وتباسىنان { $code } ءوتىنىشى بويىنشا حابارلاما كەلدى.
alert-person = بىرەۋ اداممەن سويلەسكىسى كەلەدى.
about-draft = مۇنى ءوتىنىش بەرىپ وتىرعان كەزدە سۇرادى.
about-nothing = ازىرگە ءوتىنىش جوق.
alert-promise = ءوتىنىش { $code }: ۋادە ەتىلگەن كۇن كەلدى، بىراق ەشكىم جازعان جوق. وتباسىنا ازىرگە جاڭا ەشتەڭە جوق ەكەنى جانە { $day } كۇنىنەن كەشىكتىرمەي قايتا جازاتىنىمىز ايتىلدى.
alert-new-coordinator = شاقىرۋمەن جاڭا ۇيلەستىرۋشى قوسىلدى. ونداي ادامدى بىلمەسەڭىز، سەرۆەرگە جاۋاپتى ادامعا دەرەۋ ايتىڭىز.
alert-unreachable = مىنا ءوتىنىش بويىنشا حابارلامالار وتباسىنا ەندى جەتپەيدى: { $codes }. ولار بوتتى بۇعاتتاعان نەمەسە اككاۋنتىن جوعالتقان بولۋى مۇمكىن.
button-queue = اشىق وتىنىشتەر
queue-count =
    { $count ->
        [0] اشىق ءوتىنىش جوق.
       *[other] <b>{ $count } اشىق ءوتىنىش</b>
    }
queue-person = سويلەسكىسى كەلەدى · { $day }
queue-waiting = { $code } · كۇتىپ وتىر: { $day }
queue-new = { $code } · جاڭا، { $day }
queue-yours = { $code } · سىزدە، جازۋ: { $day }
queue-others = { $code } · جازۋ: { $day }
button-page-back = الدىڭعىسى
button-page-on = تاعى
button-open-case = ءوتىنىشتى اشۋ
button-take = ءوتىنىشتى وزىمە الۋ
button-write-family = وتباسىنا جازۋ
button-whole-report = تولىق ءوتىنىش
button-timeline = جۇمىس بارىسى
button-messages = حابارلامالار
button-files = داۋىس پەن فايلدار
case-facts =
    جاعدايى: { $situation }
    ءتىلى: { $language }
    ءوتىنىش تۇسكەن كۇن: { $reported }
    وتباسىنا جازۋ مەرزىمى: { $promise }
case-owner-nobody = بۇل ءوتىنىشتى ءالى ەشكىم العان جوق.
case-owner-you = بۇل ءوتىنىش سىزدە.
case-owner-other = بۇل ءوتىنىش باسقا ۇيلەستىرۋشىدە.
case-family-waits = وتباسى مىنا ۋاقىتتان بەرى جاۋاپ كۇتىپ وتىر: { $at }.
case-letter-read = سوڭعى حابارلامامىز، { $day }: اشىلدى.
case-letter-unread = سوڭعى حابارلامامىز، { $day }: ءالى اشىلعان جوق.
case-taken = بۇل ءوتىنىش ەندى سىزدە.
files-title = <b>ءوتىنىش { $code }: { $count } فايل</b>
files-of = مىناعان قاتىستى: { $label }
words-of-family = <b>وتباسىنان، ءوتىنىش { $code }</b> · { $language }
words-of-person = <b>ءوتىنىشى جوق ادامنان</b> · { $language }
words-none = جازباشا ەشتەڭە جوق.
letter-ask = وتباسىنا { $code } ءوتىنىشى بويىنشا نە جازامىز؟ ولاردىڭ ءتىلى: { $language }.
letter-ask-person = بۇل ادامعا نە جازامىز؟ ءتىلى: { $language }.
letter-rules = ءبىر عانا حابارلاما: ءماتىن، داۋىس، سۋرەت نەمەسە قۇجات. ورىنداي المايتىن نارسەگە ۋادە بەرمەڭىز. ادامنىڭ قايتىس بولۋى، ۇكىم، ەلدەن شىعارۋ نەمەسە باسقا جەرگە اۋىستىرۋ تۋرالى حابار مۇندا ەشقاشان جىبەرىلمەيدى: ونى بوت ەمەس، ادام ايتادى.
letter-preview = ولار مىنانى وقيدى:
letter-sure = جىبەرەمىز بە؟ وزگەرتۋ ءۇشىن قايتا جازىڭىز.
button-send-letter = جىبەرۋ
letter-sent = { $count } ادامعا جىبەرىلدى. الدىمەن تەك «سىزگە جەدەل جەلىدەن حابارلاما بار» دەگەن جازۋ كورىنەدى.
letter-promise = وتباسى بىزدەن كەلەسى حاباردى { $day } كۇنىنەن كەشىكتىرمەي الادى.

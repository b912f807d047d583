### One event, many people: cases under a name of the team's.

command-incidents = بىر ۋەقە، كۆپ ئادەم
incidents = <b>كۆپ ئادەمگە چېتىشلىق ۋەقەلەر</b>
incidents-none = تېخى ھېچقانداق ۋەقە ئاتالمىدى. بىرلا ۋاقىتتا كۆپ ئادەم ئېلىپ كېتىلگەن بولسا، ۋەقەگە بۇ يەردە نام قويۇپ، مۇراجىئەتلەرنى شۇنىڭ ئاستىغا يىغىڭ: شۇنداقتا ئۇلارنى بىللە تاپقىلى، ئائىلىلىرىگە بىللە يازغىلى بولىدۇ.
button-incident = { $name } · { $cases }
button-incidents = ۋەقەلەر
button-incident-new = يېڭى ۋەقەگە نام قويۇش
button-incident-put = + { $name }
button-incident-out = چىقىرىۋېتىش
button-incident-add = مۇراجىئەت قوشۇش
button-incident-write = بۇ ئائىلىلەرگە يېزىش
button-incident-rename = نامىنى ئۆزگەرتىش
button-incident-remove = ۋەقەنى ئېلىۋېتىش
case-incidents = ۋەقە: { $names }
incidents-of-case = <b>{ $code }: قايسى ۋەقەگە تەۋە؟</b>
incident-cases = مۇراجىئەتلەر: { $cases }
incident-ask-name = ۋەقەنى قانداق ئاتايمىز؟ مەسىلەن، كۈنى ۋە جايى بويىچە. ئادەم ئىسمىنى يازماڭ: ئۇنى ھەممە خادىم كۆرىدۇ.
incident-ask-codes = بۇ ۋەقەگە تەۋە مۇراجىئەتلەرنىڭ كودىنى يېزىڭ، بىر ياكى بىر نەچچە: K7Q-4M2.
incident-gone = ئەمدى ساقلانمايدىغان ۋەقە
find-incidents = مۇشۇ نامدىكى ۋەقەلەر:
history-joined-incident = ۋەقەگە قوشتى
history-left-incident = ۋەقەدىن چىقاردى

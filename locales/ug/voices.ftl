### The questions of the report, read aloud: by coordinators, for relatives.
### \u200E keeps the slash before a command.

command-voices = سوئاللارنى ئوقۇپ ئۈنگە ئېلىش
button-listen = 🔊 ئاڭلاش
prompt-gone = بۇ سوئالنىڭ ئاۋازى ئەمدى يوق.

voices-languages = سوئاللارنى قايسى تىلدا ئۈنلۈك ئوقۇپ بېرىسىز؟ شۇ تىلنى تاللىغان تۇغقانلار ئۇلارنى ئاڭلىيالايدۇ. بۇ قىزىق لىنىيەگە يازغان ھەرقانداق كىشى ئاۋازىڭىزنى ئاڭلىيالايدۇ ۋە ساقلىۋالالايدۇ: شۇڭا ئاۋازىدىن تونۇلۇپ قالسىمۇ خەتەرگە ئۇچرىمايدىغان كىشى ئوقۇسۇن.
voices-count = <b>{ $language }</b>: جەمئىي { $total } سوئال، ئۈنگە ئېلىنغىنى { $recorded }. بىر سوئالنى تاللاڭ.
button-recorded = ✓ { $label }
button-other-language = باشقا تىل
button-all-questions = ھەممە سوئاللار
voices-read = <b>{ $label }</b> · { $language }. تۆۋەندىكى سۆزلەرنى ئالدىرىماي، ئۈنلۈك ئوقۇپ، بىر ئاۋازلىق ئۇچۇر قىلىپ ئەۋەتىڭ.
voices-only-voice = «{ $label }» دېگەن سوئالنى ئوقۇغان ئاۋازلىق ئۇچۇرىڭىزنى كۈتۈۋاتىمەن. باشقا ئىش قىلماقچى بولسىڭىز، سوئاللارغا قايتىڭ ياكى { "\u200E" }/cancel نى ئىشلىتىڭ.
voices-too-long = ئاۋازنىڭ ئۇزۇنلۇقى { $longest } سېكۇنتتىن ئاشماسلىقى كېرەك. يەنە بىر قېتىم، سەل قىسقىراق قىلىپ ئوقۇڭ.
voices-sure = «{ $label }» دېگەن سوئال مۇشۇنداق ئاڭلىنىدۇ. تىلى: { $language }. تۇغقانلار مۇشۇنى ئاڭلىسۇنمۇ؟
button-keep-recording = ساقلاش
button-speak-again = قايتا ئوقۇش
button-remove-recording = ئاۋازنى ئۆچۈرۈش
voices-kept = ساقلاندى. تۇغقانلار ئەمدى بۇ سوئالنى ئاڭلىيالايدۇ.
voices-next = تېخى ئۈنگە ئېلىنمىغان كېيىنكى سوئال: <b>{ $label }</b>
button-record-next = كېيىنكىسىنى ئوقۇش
voices-complete = ھەممە سوئاللار ئۈنگە ئېلىندى. تىلى: { $language }.
voices-remove-sure = «{ $label }» دېگەن سوئالنىڭ ئاۋازىنى ئۆچۈرەمسىز؟ تىلى: { $language }.
voices-removed = ئاۋاز ئۆچۈرۈلدى.
voices-left = توختىتىلدى. بۇرۇن ساقلىغانلىرىڭىز ئۆز پېتى تۇرىدۇ.

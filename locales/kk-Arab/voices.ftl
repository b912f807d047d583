# Made by rule: change locales/kk/voices.ftl or locales/kazakh_arabic.toml,
# then run: python -m locales.kazakh_arabic

command-voices = سۇراقتاردى داۋىستاپ وقىپ جازۋ
button-listen = 🔊 تىڭداۋ
prompt-gone = بۇل سۇراقتىڭ داۋىس جازباسى ەندى جوق.
voices-languages = سۇراقتاردى قاي تىلدە داۋىستاپ وقيسىز؟ سول ءتىلدى تاڭداعان تۋىستار ولاردى تىڭداي الادى. وسى جەدەل جەلىگە جازعان كەز كەلگەن ادام داۋىسىڭىزدى ەستىپ، ساقتاپ الا الادى: سوندىقتان داۋىسىنان تانىلىپ قالسا دا، قاۋىپكە ۇشىرامايتىن ادام وقىسىن.
voices-count = <b>{ $language }</b>: بارلىعى { $total } سۇراق، جازىلعانى { $recorded }. سۇراقتى تاڭداڭىز.
button-recorded = ✓ { $label }
button-other-language = باسقا ءتىل
button-all-questions = بارلىق سۇراق
voices-read = <b>{ $label }</b> · { $language }. تومەندەگى ءماتىندى اسىقپاي، داۋىستاپ وقىپ، ءبىر داۋىستىق حابارلامامەن جىبەرىڭىز.
voices-only-voice = «{ $label }» سۇراعىن وقىعان داۋىستىق حابارلاماڭىزدى كۇتىپ تۇرمىز. باسقا ءىس ىستەگىڭىز كەلسە، سۇراقتارعا ورالىڭىز نەمەسە { "\u200E" }/cancel كومانداسىن جىبەرىڭىز.
voices-too-long = جازبا { $longest } سەكۋندتان اسپاۋى كەرەك. تاعى ءبىر رەت، ءسال قىسقاراق ەتىپ وقىڭىز.
voices-sure = «{ $label }» سۇراعى وسىلاي ەستىلەدى. ءتىلى: { $language }. تۋىستار وسىنى تىڭداسىن با؟
button-keep-recording = ساقتاۋ
button-speak-again = قايتا وقۋ
button-remove-recording = جازبانى ءوشىرۋ
voices-kept = ساقتالدى. ەندى تۋىستار بۇل سۇراقتى تىڭداي الادى.
voices-next = كەلەسى جازىلماعان سۇراق: <b>{ $label }</b>
button-record-next = كەلەسىسىن وقىپ جازۋ
voices-complete = بارلىق سۇراقتىڭ داۋىس جازباسى بار. ءتىلى: { $language }.
voices-remove-sure = «{ $label }» سۇراعىنىڭ داۋىس جازباسىن وشىرەمىز بە؟ ءتىلى: { $language }.
voices-removed = داۋىس جازباسى ءوشىرىلدى.
voices-left = توقتاتىلدى. بۇرىن ساقتاعانىڭىز ءوز ورنىندا.

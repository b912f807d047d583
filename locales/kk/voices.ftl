### The questions of the report, read aloud: by coordinators, for relatives.
### \u200E before a command does nothing here; in the Arabic script, which is made from this file, it keeps
### the slash before the command.

command-voices = Сұрақтарды дауыстап оқып жазу
button-listen = 🔊 Тыңдау
prompt-gone = Бұл сұрақтың дауыс жазбасы енді жоқ.

voices-languages = Сұрақтарды қай тілде дауыстап оқисыз? Сол тілді таңдаған туыстар оларды тыңдай алады. Осы жедел желіге жазған кез келген адам дауысыңызды естіп, сақтап ала алады: сондықтан дауысынан танылып қалса да, қауіпке ұшырамайтын адам оқысын.
voices-count = <b>{ $language }</b>: барлығы { $total } сұрақ, жазылғаны { $recorded }. Сұрақты таңдаңыз.
button-recorded = ✓ { $label }
button-other-language = Басқа тіл
button-all-questions = Барлық сұрақ
voices-read = <b>{ $label }</b> · { $language }. Төмендегі мәтінді асықпай, дауыстап оқып, бір дауыстық хабарламамен жіберіңіз.
voices-only-voice = «{ $label }» сұрағын оқыған дауыстық хабарламаңызды күтіп тұрмыз. Басқа іс істегіңіз келсе, сұрақтарға оралыңыз немесе { "\u200E" }/cancel командасын жіберіңіз.
voices-too-long = Жазба { $longest } секундтан аспауы керек. Тағы бір рет, сәл қысқарақ етіп оқыңыз.
voices-sure = «{ $label }» сұрағы осылай естіледі. Тілі: { $language }. Туыстар осыны тыңдасын ба?
button-keep-recording = Сақтау
button-speak-again = Қайта оқу
button-remove-recording = Жазбаны өшіру
voices-kept = Сақталды. Енді туыстар бұл сұрақты тыңдай алады.
voices-next = Келесі жазылмаған сұрақ: <b>{ $label }</b>
button-record-next = Келесісін оқып жазу
voices-complete = Барлық сұрақтың дауыс жазбасы бар. Тілі: { $language }.
voices-remove-sure = «{ $label }» сұрағының дауыс жазбасын өшіреміз бе? Тілі: { $language }.
voices-removed = Дауыс жазбасы өшірілді.
voices-left = Тоқтатылды. Бұрын сақтағаныңыз өз орнында.

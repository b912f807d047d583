### The printed questionnaire, for interviews by hand.
### \u200E before a command does nothing here; in the Arabic script, which is made from this file, it keeps
### the slash before the command.

form-title = Туыспен сұхбат
form-intro =
    Telegram қолданбайтын немесе ауызша айтқысы келетін адамға арналған. Алдымен ескерту мен келісім сөздерін дауыстап оқып беріңіз; «иә» демейінше, ештеңе жазылмайды. Содан кейін сұрақтарды бір-бірлеп, асықпай қойыңыз. Айтқанын сол адамның өз сөзімен жазыңыз; «білмеймін» деген де — жауап.
form-first = Алғашқы өтінішке * белгісі бар сұрақтар жетеді. Әр бөлімнен кейін үзіліс жасауға немесе тоқтауға болады.
form-code = Коды (жедел желі береді)
form-interviewer = Сұхбат жүргізген
form-when = Сұхбат күні мен орны
form-consent = Келісім
form-only-if = «{ $label }» дегеннің жауабы мыналардың қатарында болса ғана: { $options }
form-only-unless = «{ $label }» деген жерде ештеңе болмаса ғана
form-number = { $number }-жазба:
form-unknown = Білмеймін
form-end = Бұл қағазды құлыптаулы жерде сақтаңыз. Оны { "\u200E" }/interview арқылы енгізіңіз, содан кейін ұйымыңыздың тәртібімен жойыңыз.

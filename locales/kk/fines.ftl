### Fines: what is asked for, and what was paid.

button-fines = Айыппұлдар
button-fine-add = Айыппұл енгізу
button-fine-paid = Төленді
slip-fine = Айыппұл
slip-paid = Төленген айыппұл
ask-fine-amount = Қанша ақша? Валютасымен жазыңыз, мысалы: 87 000 теңге.
label-fine-amount = Сомасы
ask-fine-whom = Айыппұл кімге салынды?
label-fine-whom = Кімге салынды
option-fine-whom-person = Өтініштегі адамға
option-fine-whom-family = Отбасынан біреуге
option-fine-whom-other = Басқа біреуге
ask-fine-reason = Қандай себеп айтылды? Сөз немесе қағаздың суреті.
label-fine-reason = Айтылған себеп
ask-fine-due = Қай күнге дейін төлеу керек? Ол күн алда болуы мүмкін.
label-fine-due = Төлеу мерзімі
ask-paid-day = Қашан төленді?
label-paid-day = Төленген күні
ask-paid-receipt = Түбіртегі болса, суретін жіберіңіз.
label-paid-receipt = Түбіртек

fines-title = <b>Айыппұлдар · { $code }</b>
fines-none = Әзірге бірде-бір айыппұл енгізілмеген.
fine-paid = төленді
fine-due = төлейтін соңғы күн: { $day }
fine-overdue = төленбеген, соңғы күні: { $day }
label-fines-case = Осы өтініш бойынша бәрі
label-fines-family = Осы отбасының өтініштері
fines-total = { $sum }, оның төленбегені: { $unpaid }
fine-fact = Төленбеген { $count } айыппұл: { $sums }
alert-fine-soon = Өтініш { $code }: бірнеше күн ішінде айыппұл төлеу керек, соңғы күні: { $day }.
alert-fine-today = Өтініш { $code }: бүгін айыппұл төлейтін соңғы күн, { $day }.
alert-fine-overdue = Өтініш { $code }: айыппұлды төлейтін соңғы күн { $day } еді, төленгені енгізілмеген.
button-fine-take = Өтініштегі айыппұлды енгізу
fine-told = Өтініште тізімде жоқ айыппұл айтылған: { $sum }.

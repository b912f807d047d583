### Fines: what is asked for, and what was paid.

button-fines = جەرىمانىلەر
button-fine-add = جەرىمانە كىرگۈزۈش
button-fine-paid = تۆلەندى
slip-fine = جەرىمانە
slip-paid = تۆلەنگەن جەرىمانە
ask-fine-amount = قانچە پۇل؟ پۇل نامى بىلەن يېزىڭ، مەسىلەن: 87 000 تەڭگە.
label-fine-amount = سوممىسى
ask-fine-whom = جەرىمانە كىمگە قويۇلدى؟
label-fine-whom = كىمگە قويۇلدى
option-fine-whom-person = مۇراجىئەتتىكى كىشىگە
option-fine-whom-family = ئائىلىدىكى بىرىگە
option-fine-whom-other = باشقا بىرىگە
ask-fine-reason = قانداق سەۋەب كۆرسىتىلدى؟ سۆز ياكى قەغەزنىڭ سۈرىتى.
label-fine-reason = كۆرسىتىلگەن سەۋەب
ask-fine-due = ئەڭ كېچىككەندە قايسى كۈنى تۆلەش كېرەك؟ ئۇ كۈن تېخى كەلمىگەن بولسىمۇ بولىدۇ.
label-fine-due = تۆلەش ۋاقىت چېكى
ask-paid-day = قاچان تۆلەندى؟
label-paid-day = تۆلەنگەن كۈنى
ask-paid-receipt = تالونى بولسا، سۈرىتىنى ئەۋەتىڭ.
label-paid-receipt = تالون

fines-title = <b>جەرىمانىلەر · { $code }</b>
fines-none = تېخى جەرىمانە كىرگۈزۈلمىدى.
fine-paid = تۆلەندى
fine-due = تۆلەيدىغان ئاخىرقى كۈن: { $day }
fine-overdue = تۆلەنمىدى، ئاخىرقى كۈنى: { $day }
label-fines-case = بۇ مۇراجىئەتنىڭ ھەممىسى
label-fines-family = بۇ ئائىلىنىڭ مۇراجىئەتلىرى
fines-total = { $sum }، تۆلەنمىگىنى: { $unpaid }
fine-fact = تۆلەنمىگەن { $count } جەرىمانە: { $sums }
alert-fine-soon = مۇراجىئەت { $code }: بىرنەچچە كۈن ئىچىدە جەرىمانە تۆلەش كېرەك، ئاخىرقى كۈنى: { $day }.
alert-fine-today = مۇراجىئەت { $code }: بۈگۈن جەرىمانە تۆلەيدىغان ئاخىرقى كۈن، { $day }.
alert-fine-overdue = مۇراجىئەت { $code }: جەرىمانە تۆلەيدىغان ئاخىرقى كۈن ئۆتۈپ كەتتى: { $day }. تۆلەنگەنلىكى كىرگۈزۈلمىدى.
button-fine-take = ئېيتىلغان جەرىمانىنى كىرگۈزۈش
fine-told = مەلۇماتتا تىزىملىكتە يوق جەرىمانە ئېيتىلغان: { $sum }.

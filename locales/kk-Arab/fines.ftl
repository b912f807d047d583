# Made by rule: change locales/kk/fines.ftl or locales/kazakh_arabic.toml,
# then run: python -m locales.kazakh_arabic

button-fines = ايىپپۇلدار
button-fine-add = ايىپپۇل ەنگىزۋ
button-fine-paid = تولەندى
slip-fine = ايىپپۇل
slip-paid = تولەنگەن ايىپپۇل
ask-fine-amount = قانشا اقشا؟ ۆاليۋتاسىمەن جازىڭىز، مىسالى: 87 000 تەڭگە.
label-fine-amount = سوماسى
ask-fine-whom = ايىپپۇل كىمگە سالىندى؟
label-fine-whom = كىمگە سالىندى
option-fine-whom-person = وتىنىشتەگى ادامعا
option-fine-whom-family = وتباسىنان بىرەۋگە
option-fine-whom-other = باسقا بىرەۋگە
ask-fine-reason = قانداي سەبەپ ايتىلدى؟ ءسوز نەمەسە قاعازدىڭ سۋرەتى.
label-fine-reason = ايتىلعان سەبەپ
ask-fine-due = قاي كۇنگە دەيىن تولەۋ كەرەك؟ ول كۇن الدا بولۋى مۇمكىن.
label-fine-due = تولەۋ مەرزىمى
ask-paid-day = قاشان تولەندى؟
label-paid-day = تولەنگەن كۇنى
ask-paid-receipt = تۇبىرتەگى بولسا، سۋرەتىن جىبەرىڭىز.
label-paid-receipt = تۇبىرتەك
fines-title = <b>ايىپپۇلدار · { $code }</b>
fines-none = ازىرگە بىردە-ءبىر ايىپپۇل ەنگىزىلمەگەن.
fine-paid = تولەندى
fine-due = تولەيتىن سوڭعى كۇن: { $day }
fine-overdue = تولەنبەگەن، سوڭعى كۇنى: { $day }
label-fines-case = وسى ءوتىنىش بويىنشا ءبارى
label-fines-family = وسى وتباسىنىڭ وتىنىشتەرى
fines-total = { $sum }، ونىڭ تولەنبەگەنى: { $unpaid }
fine-fact = تولەنبەگەن { $count } ايىپپۇل: { $sums }
alert-fine-soon = ءوتىنىش { $code }: بىرنەشە كۇن ىشىندە ايىپپۇل تولەۋ كەرەك، سوڭعى كۇنى: { $day }.
alert-fine-today = ءوتىنىش { $code }: بۇگىن ايىپپۇل تولەيتىن سوڭعى كۇن، { $day }.
alert-fine-overdue = ءوتىنىش { $code }: ايىپپۇلدى تولەيتىن سوڭعى كۇن { $day } ەدى، تولەنگەنى ەنگىزىلمەگەن.
button-fine-take = وتىنىشتەگى ايىپپۇلدى ەنگىزۋ
fine-told = وتىنىشتە تىزىمدە جوق ايىپپۇل ايتىلعان: { $sum }.

# Made by rule: change locales/kk/incidents.ftl or locales/kazakh_arabic.toml,
# then run: python -m locales.kazakh_arabic

command-incidents = ءبىر وقيعا، كوپ ادام
incidents = <b>كوپ ادامعا قاتىستى وقيعالار</b>
incidents-none = ازىرگە بىردە-ءبىر وقيعا اتالماعان. ءبىر مەزگىلدە كوپ ادام الىپ كەتىلسە، وقيعانى وسىندا اتاپ، وتىنىشتەردى سونىڭ استىنا جيناڭىز: سوندا ولاردى بىرگە تابۋعا، وتباسىلارىنا بىرگە جازۋعا بولادى.
button-incident = { $name } · { $cases }
button-incidents = وقيعالار
button-incident-new = جاڭا وقيعانى اتاۋ
button-incident-put = + { $name }
button-incident-out = شىعارۋ
button-incident-add = وتىنىشتەر قوسۋ
button-incident-write = وسى وتباسىلارعا جازۋ
button-incident-rename = اتاۋىن وزگەرتۋ
button-incident-remove = وقيعانى الىپ تاستاۋ
case-incidents = وقيعا: { $names }
incidents-of-case = <b>{ $code }: قاي وقيعاعا جاتادى؟</b>
incident-cases = ءوتىنىش سانى: { $cases }
incident-ask-name = وقيعانى قالاي اتايمىز؟ مىسالى، كۇنى مەن جەرى بويىنشا. ادام اتىن جازباڭىز: ونى بۇكىل توپ كورەدى.
incident-ask-codes = وسى وقيعاعا جاتاتىن وتىنىشتەردىڭ كودتارىن جازىڭىز، ءبىر نە بىرنەشەۋىن: K7Q-4M2.
incident-gone = ەندى ساقتالمايتىن وقيعا
find-incidents = وسىنداي اتاۋمەن وقيعالار:
history-joined-incident = وقيعاعا قوستى
history-left-incident = وقيعادان شىعاردى

### What the hotline asks a family of itself.

notice-checkin = مۇراجىئەت { $code } بويىچە سىزگە بىر سوئالىمىز بار.
notice-questions = مۇراجىئەت { $code } بويىچە بىزگە { $count } جاۋاب كەم. بىلمەيدىغانلىقىڭىزنى ئېيتسىڭىزمۇ، ئاتلاپ ئۆتسىڭىزمۇ بولىدۇ.
checkin-ended = بىزگە مەلۇم مۇددەت ئەڭ كېچىككەندە مۇشۇ كۈنى توشۇشى كېرەك ئىدى: { $day }.
checkin-ended-unknown = مۇددەتنىڭ قاچان توشىدىغانلىقىنى ئېنىق بىلمەيمىز.
checkin-ask = { $name } ھازىر ئۆيدىمۇ؟
checkin-ask-unnamed = تۇغقىنىڭىز ھازىر ئۆيدىمۇ؟
button-checkin-home = ھەئە، ئۆيدە
button-checkin-not-home = ياق
button-checkin-unknown = بىلمەيمىز
checkin-over = رەھمەت. بۇنىڭغا جاۋاب بېرىشنىڭ ئەمدى ھاجىتى يوق. بىزگە دەيدىغان گېپىڭىز بولسا، مۇشۇ يەردە دېسىڭىز بولىدۇ.
checkin-thanks = رەھمەت. جاۋابىڭىز خادىملىرىمىزدا.
checkin-said-home = ئۆيدە
checkin-said-not-home = ئۆيدە ئەمەس
checkin-said-unknown = بىلمەيدۇ
alert-checkin-home = مۇراجىئەت { $code }: ئائىلە بۇ كىشىنىڭ ئۆيدە ئىكەنلىكىنى ئېيتتى. ئۇلاردىن ئېنىقلاپ بېقىڭ.
alert-checkin-not-home = مۇراجىئەت { $code }: مۇددەت توشتى، ئەمما ئائىلە بۇ كىشىنىڭ ئۆيدە ئەمەسلىكىنى ئېيتتى. مۇراجىئەت ئەمدى جىددىي. مۇددەت ئۇزارتىلغان بولسا، كىرگۈزۈپ قويۇڭ.
alert-checkin-unknown = مۇراجىئەت { $code }: مۇددەت توشتى، ئائىلە بۇ كىشىنىڭ نەدە ئىكەنلىكىنى بىلمەيدۇ.
alert-checkin-silent = مۇراجىئەت { $code }: مۇددەت توشتى. ئائىلىدىن ئىككى كۈن بۇرۇن سورالغان، تېخى جاۋاب يوق.

# Made by rule: change locales/kk/checkin.ftl or locales/kazakh_arabic.toml,
# then run: python -m locales.kazakh_arabic

notice-checkin = { $code } ءوتىنىشى بويىنشا سىزگە سۇراعىمىز بار.
notice-questions = { $code } ءوتىنىشى بويىنشا بىزگە { $count } جاۋاپ جەتىسپەيدى. بىلمەيتىنىڭىزدى ايتۋعا نەمەسە سۇراقتى وتكىزىپ جىبەرۋگە بولادى.
checkin-ended = بىزگە بەلگىلى مەرزىم { $day } كۇنىنەن كەشىكپەي اياقتالۋعا ءتيىس ەدى.
checkin-ended-unknown = مەرزىمنىڭ قاشان اياقتالاتىنىن ناقتى بىلمەيمىز.
checkin-ask = { $name } قازىر ۇيدە مە؟
checkin-ask-unnamed = تۋىسىڭىز قازىر ۇيدە مە؟
button-checkin-home = ءيا، ۇيدە
button-checkin-not-home = جوق
button-checkin-unknown = بىلمەيمىز
checkin-over = راحمەت. بۇعان ەندى جاۋاپ بەرۋدىڭ قاجەتى جوق. ءبىر نارسە ايتقىڭىز كەلسە، وسى جەردە ايتا الاسىز.
checkin-thanks = راحمەت. جاۋابىڭىز ءبىزدىڭ توپتا.
checkin-said-home = ۇيدە
checkin-said-not-home = ۇيدە ەمەس
checkin-said-unknown = بىلمەيدى
alert-checkin-home = ءوتىنىش { $code }: وتباسى ادامنىڭ ۇيدە ەكەنىن ايتتى. ولاردان ناقتىلاپ الىڭىز.
alert-checkin-not-home = ءوتىنىش { $code }: مەرزىم اياقتالدى، بىراق وتباسى ادامنىڭ ۇيدە ەمەس ەكەنىن ايتتى. ءوتىنىش ەندى شۇعىل. مەرزىم ۇزارتىلعان بولسا، سونى ەنگىزىڭىز.
alert-checkin-unknown = ءوتىنىش { $code }: مەرزىم اياقتالدى، وتباسى ادامنىڭ قايدا ەكەنىن بىلمەيدى.
alert-checkin-silent = ءوتىنىش { $code }: مەرزىم اياقتالدى. وتباسىنان ەكى كۇن بۇرىن سۇرالدى، ءالى جاۋاپ جوق.

### Borders, papers, summonses, calls.

button-journeys = سەپەر ۋە ئالاقە
button-journey-add = بىر ئىش كىرگۈزۈش
slip-journey = سەپەر ۋە ئالاقە
ask-journey-what = نېمە بولدى؟
label-journey-what = نېمە بولدى
option-journey-what-to-cn = جۇڭگوغا كىردى
option-journey-what-to-kz = قازاقىستانغا كىردى
option-journey-what-border = چېگرادىن ئۆتتى
option-journey-what-passport = پاسپورتى ئېلىۋېلىندى
option-journey-what-summons = چاقىرتىلدى
option-journey-what-contact = ئەڭ ئاخىرقى ئالاقە
option-journey-what-call = تېلېفون
option-journey-what-other = باشقا
ask-journey-day = بۇ قاچان بولدى؟ بىلگىنىڭىزچە.
label-journey-day = قاچان
ask-journey-place = قەيەردە بولدى؟
label-journey-place = قەيەردە
ask-journey-words = بۇ ھەقتە نېمە مەلۇم؟ سۆز، سۈرەت ياكى ھۆججەت.
label-journey-words = نېمە مەلۇم

journeys-title = <b>سەپەر ۋە ئالاقە · { $code }</b>
journeys-none = تېخى ھېچنېمە مەلۇم ئەمەس.
journey-gap = … ھېچنېمە مەلۇم ئەمەس: { $since } – { $until } …
journey-no-day = كۈنى نامەلۇم
journey-from-report = مەلۇماتتىن

# Made by rule: change locales/kk/journeys.ftl or locales/kazakh_arabic.toml,
# then run: python -m locales.kazakh_arabic

button-journeys = ساپار مەن بايلانىس
button-journey-add = وقيعا ەنگىزۋ
slip-journey = ساپار مەن بايلانىس
ask-journey-what = نە بولدى؟
label-journey-what = نە بولدى
option-journey-what-to-cn = قىتايعا ءوتتى
option-journey-what-to-kz = قازاقستانعا ءوتتى
option-journey-what-border = شەكارادان ءوتتى
option-journey-what-passport = پاسپورتىن الىپ قويدى
option-journey-what-summons = شاقىرتتى
option-journey-what-contact = سوڭعى بايلانىس
option-journey-what-call = تەلەفون قوڭىراۋى
option-journey-what-other = باسقا
ask-journey-day = بۇل قاشان بولدى؟ بەلگىلى بولعانىنشا.
label-journey-day = قاشان
ask-journey-place = قاي جەردە بولدى؟
label-journey-place = قاي جەردە
ask-journey-words = بۇل تۋرالى نە بەلگىلى؟ ءسوز، سۋرەت نەمەسە قۇجات.
label-journey-words = نە بەلگىلى
journeys-title = <b>ساپار مەن بايلانىس · { $code }</b>
journeys-none = ازىرگە ەشتەڭە بەلگىلى ەمەس.
journey-gap = … ەشتەڭە بەلگىلى ەمەس: { $since } – { $until } …
journey-no-day = كۇنى بەلگىسىز
journey-from-report = وتىنىشتەن

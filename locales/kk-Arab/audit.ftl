# Made by rule: change locales/kk/audit.ftl or locales/kazakh_arabic.toml,
# then run: python -m locales.kazakh_arabic

audit-head =
    جەدەل جەلىنىڭ جۋرنالى بۇگىن مىنا بەلگىمەن اياقتالادى: <code>{ $mark }</code>
    بۇل حابارلامانى ورنىندا قالدىرىڭىز. سەرۆەرگە جاۋاپتى ادام جۋرنالدى وسىمەن سالىستىرا الادى.
audit-head-lost = جەدەل جەلى جۋرنالىنىڭ سوڭى جوق نەمەسە وزگەرتىلگەن. سەرۆەرگە جاۋاپتى ادامعا بۇگىن ايتىڭىز.

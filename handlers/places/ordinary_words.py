"""Words of everyday speech that look like the name of a place.

A place offered for a word that means something else is worse than none: it may be kept as what the family
said. So the commonest of these words are known here, in small letters. Kazakh ones count in both scripts.
"""

from locales.kazakh_arabic import to_arabic

_NAMES = """
    oral aral saran turkey states дружба самара штаты сарань питер казан хазар заря мерке отар
    ئارال مىسىر تالاس شۇ
"""
_KAZAKH_NAMES = (
    "есік арал орал жаңажол достық атамекен абай самар орда алтай манас талас қазан мысыр семей іле"
)
_ANSWERS = """
    what when where home house work last hold held taken away missing longer person husband hour mosque market
    сведений власти страны когда дома дом дому начиная целиком работе работа тюрьме собрания мечеть мечети
    بولغان بولغاندا بولغاننى كەلگەن كېرەك قاچان سىزنىڭ بىزنىڭ تۈرمە تۈرمىدە كۆرمەيدۇ ئارقىلىق جەريان ھۆججەت
    ئىسىم ئېنىق قوبۇل ساقلاندى دوستۇم ئۆيدە ئۆيىدە يىلى كۈنى ئاۋۋال
    تىلى يېڭى كۈنىنى قىلغىلى كېيىن بۇرۇن كىشى ياكى يېقىن قانچە
"""
_KAZAKH_ANSWERS = """
    тілі кейін тұрған тұрғаны қалсын қанша бұрын күні
    келген келгенде келгенше болған болғанда керек қашан көреді көрмейді түйме түймені қолында бәрі мұны қосу
    қай төмендегі жерде алмайды алмадық беруін беріліп
    түрме түрмеде үйде үйінде ауру есім қайтара жарамайды ақау
"""
_PEOPLES = """
    kazakh russian chinese казахский китайский русский қазақша қытайша орысша
    قازاقچە خەنزۇچە رۇسچە 维吾尔语 维吾尔族
"""


def _in_both(kazakh: str) -> list[str]:
    # The bare hamza is part of how a word is spelt in one script and no letter in the other.
    return [*kazakh.split(), *(to_arabic(word) for word in kazakh.split())]


NAMES_TOO = frozenset((*_NAMES.split(), *_in_both(_KAZAKH_NAMES)))
"""Names of places as well as words: inside a sentence only a capital letter tells which."""

NEVER_MISSPELT = frozenset((*_ANSWERS.split(), *_PEOPLES.split(), *_in_both(_KAZAKH_ANSWERS)))
"""A letter away from some name, but never a misspelt one."""

NEVER = frozenset(("семья", "семье", "семьи", "семьей", "семью"))
"""Cases of a word that are cases of a name, too; the word is so common that it is never the name."""

NEVER_SMALL = frozenset(("или",))
"""The same, unless it has a capital letter."""

_HALVES = """
    уйгурский уйгур ұйғыр ۇيعىر ئۇيغۇر ۇيغۇر uygur uyghur uighur 维吾尔 new новый новая жаңа جاڭا يېڭى yengi
"""
NOT_ALONE = frozenset(_HALVES.split())
"""They name a place only together with "district" or "city"; alone they say who somebody is, or what."""

"""How the name of a place is written, reduced to what its many spellings share.

One word in Cyrillic, Latin or Arabic letters becomes a key of plain Latin letters in which the letters
that people confuse are one: қ and к, ё and е, ى and ې, sh and ш. Both what is in the table and
what somebody wrote go through the same reduction, so it need not be a good transliteration, only an even
one. Chinese characters keep to themselves: those that sound alike, or are the traditional form, become one.
"""

import re
import unicodedata
from dataclasses import dataclass

from locales.gazetteer import Kind

_HAN = "\u4e00-\u9fff"
_PIECES = re.compile(f"[{_HAN}]+|[^\\W\\d_{_HAN}]+")
_BETWEEN_HAN = re.compile(f"(?<=[{_HAN}])[-·•・‧–—](?=[{_HAN}])")
_INSIDE = re.compile("[\u02b0-\u02ff\u2018\u2019\u0060\u00b4'\u0640]")  # apostrophes and the stretched line
_APART = {"ş": "sh", "ç": "ch", "ğ": "g", "ı": "i", "ə": "a", "ø": "o", "ł": "l", "ß": "ss"}

_LETTERS = {
    **dict(zip("абвгдежзийклмнопрстуфхцчшщыэ", "abugdejziiklmnoprstufhccSSie", strict=True)),
    **dict(zip("әғқңөұүһіёҗ", "agknouuhiej", strict=True)),
    **dict(zip("ابپتجچخدرزژسشفقكکگلمنوۇۈۆۋېىيیەھحعغڭ", "abptjchdrzjsSfkkkglmnouuoueiiiehhggn", strict=True)),
    **dict(zip("ةهۀأإآصطظضذثؤۅ", "eeeaaastzzzsuu", strict=True)),
    **dict(zip("wvyqx", "uuikS", strict=True)),
    **dict(zip(("ю", "я", "ъ", "ь", "ئ", "ء", "ٴ"), ("iu", "ia", "", "", "", "", ""), strict=True)),
}
_LATIN_PAIRS = (("zh", "j"), ("sh", "S"), ("ch", "c"), ("kh", "h"), ("gh", "g"), ("ng", "n"), ("ts", "c"))
_PAIRS = re.compile("дж|zh|sh|ch|kh|gh|ng|ts|нг")
_PAIRED = {**dict(_LATIN_PAIRS), "дж": "j", "нг": "n"}
_DOUBLED = re.compile(r"(.)\1+")

# Endings by which a language says "in", "from", "to", "of", as the keys show them; longest first.
_ENDINGS = re.compile(
    "(?:ndagi|ndegi|dagi|degi|tagi|tegi|diki|tiki|nikine?|"
    "nda|nde|nan|nen|dan|den|tan|ten|din|tin|nin|gice|kice|"
    "ogo|aia|uiu|oiu|iami|iah|ami|ah|da|de|ta|te|ga|ge|ka|ke|na|ne|ni|di|ti|"
    "om|em|oi|ei|ii|ia|iu|ie|e|a|u|i)$"
)

_CHANGING = re.compile("(?:aia|oie|ia|ie|oi|a|e|i|o)$")

_GENERIC: tuple[tuple[str, frozenset[Kind]], ...] = (
    (
        r"област\w{0,3}|обл|облыс\w{0,8}|вилайит\w{0,5}|region|oblast|oblysy|province|provinces|wilayiti"
        r"|провинци\w{1,2}|وبلىس\w{0,8}|ئوبلاست\w{0,8}|ۋىلاي\w{0,10}|ئۆلك\w{0,8}|ولكە\w{0,6}|өлке\w{0,6}",
        frozenset({"region", "prefecture"}),
    ),
    (
        r"город\w{0,3}|гор|г|қала|қаласы\w{0,6}|қаладан?|кала|каласы\w{0,6}|city|town|qalasy\w{0,6}|shaary|шаары"
        r"|قالا\w{0,8}|شەھ[ىەر]{1,2}\w{0,7}|شهر\w{0,6}|шәһири\w{0,5}|sheh[ei]ri\w{0,6}|şehri",
        frozenset({"city", "prefecture"}),
    ),
    (
        r"район\w{0,3}|уезд\w{0,3}|аудан\w{0,8}|ауд|district|county|audany\w{0,6}|اۋدان\w{0,8}|رايون\w{0,8}"
        r"|ناھى\w{0,10}|ناھي\w{0,10}|наһий\w{0,8}|nahiy\w{0,8}",
        frozenset({"district", "county"}),
    ),
    (
        r"округ\w{0,3}|prefecture|аймақ\w{0,5}|аймағы\w{0,6}|ايماق\w{0,6}|ايماع\w{0,8}|aymaq\w{0,6}",
        frozenset({"prefecture"}),
    ),
    (
        r"кпп|мапп|бекет\w{0,6}|бекеті\w{0,6}|crossing|checkpoint|بەكەت\w{0,8}|ئېغىز\w{0,8}|өткел\w{0,6}"
        r"|погранпереход\w{0,3}|таможн\w{1,3}|кеден\w{0,6}|customs|تاموژن\w{0,8}",
        frozenset({"crossing"}),
    ),
    (
        r"село|селе|села|сёла|с|посел\w{2,4}|посёл\w{2,4}|пос|пгт|деревн\w{1,3}|ауыл\w{0,6}|аул\w{0,3}|village"
        r"|اۋىل\w{0,8}|يېزا|يېزىسى\w{0,6}|كەنت|كەنتى\w{0,6}|autonomous|автономн\w{2,3}|автономия\w{0,4}"
        r"|ئاپتونوم|اۆتونوميا\w{0,6}",
        frozenset(),
    ),
)
_GENERICS = tuple((re.compile(pattern), kinds) for pattern, kinds in _GENERIC)
_SMALL_WORDS = "в во из с со на г по под к ко до у это где то там сейчас the in from at of to"
_SMALL = frozenset(_SMALL_WORDS.split())
_HAN_KINDS: tuple[tuple[str, frozenset[Kind]], ...] = (
    ("自治州", frozenset({"prefecture"})),
    ("自治县", frozenset({"county"})),
    ("自治区", frozenset({"region"})),
    ("地区", frozenset({"prefecture"})),
    ("口岸", frozenset({"crossing"})),
    ("市", frozenset({"city", "prefecture"})),
    ("县", frozenset({"county", "district"})),
    ("州", frozenset({"region", "prefecture"})),
    ("省", frozenset({"region"})),
    ("区", frozenset({"district"})),
)


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a text, or one run of Chinese characters.

    Attributes:
        plain: Small letters without accents and apostrophes.
        kinds: For a generic word ("city", «район»), which kinds it may speak of; else None.
        capital: Begins with a capital letter.
        han: Chinese characters.
    """

    plain: str
    kinds: frozenset[Kind] | None
    capital: bool
    han: bool

    @property
    def small(self) -> bool:
        """A preposition or the like, which says nothing of which place."""
        return self.plain in _SMALL


def words(text: str) -> list[Word]:
    """The words of *text*, in order, without digits and punctuation."""
    # Marks of direction and joining are thrown away; Fluent and keyboards put them around names.
    bare = "".join(sign for sign in text if unicodedata.category(sign) != "Cf")
    bare = _INSIDE.sub("", unicodedata.normalize("NFKC", bare))
    bare = _BETWEEN_HAN.sub("", bare)
    return [_word(found[0]) for found in _PIECES.finditer(_together(bare))]


def _together(text: str) -> str:
    """Letters with their marks as one: NFKC leaves some apart, and a mark would cut a word in two."""
    return "".join(sign for sign in text if unicodedata.category(sign) != "Mn")


def _word(written: str) -> Word:
    if "\u4e00" <= written[0] <= "\u9fff":
        return Word(written, None, True, True)
    plain = _plain(written)
    kinds = next((kinds for pattern, kinds in _GENERICS if pattern.fullmatch(plain)), None)
    return Word(plain, kinds, written[0] != written[0].lower(), False)


def _plain(written: str) -> str:
    letters = []
    for letter in written.casefold():
        if letter in _LETTERS and letter not in "ё":
            letters.append(letter)  # й and ئ are letters of their own, not и and ي with a mark
        elif letter in _APART:
            letters.append(_APART[letter])
        else:
            split = unicodedata.normalize("NFKD", letter)
            letters.extend(sign for sign in split if unicodedata.category(sign) != "Mn")
    return "".join(letters)


def key(plain: str) -> str:
    """What all spellings of a word in alphabetic letters share; `plain` is as in `Word`."""
    return _DOUBLED.sub(r"\1", _letters(plain))


def _letters(plain: str) -> str:
    paired = _PAIRS.sub(lambda found: _PAIRED[found[0]], plain)
    return "".join(_LETTERS.get(letter, letter) for letter in paired)


def script_of(plain: str) -> str:
    """The script of a word: "a" Arabic, "c" Cyrillic, "l" Latin or any other."""
    return "c" if "\u0400" <= plain[:1] <= "\u052f" else "a" if "\u0600" <= plain[:1] <= "\u06ff" else "l"


def stems(plain: str, shortest: int = 3) -> list[str]:
    """The keys of a word without its endings of place: one ending off, and two.

    None is shorter than *shortest* letters.
    """
    found: list[str] = []
    left = _letters(plain)  # not yet a key: Қазақстан and -ның share a doubled letter
    for _ in range(2):
        cut = [
            left[: len(left) - length]
            for length in range(6, 0, -1)
            if len(left) - length >= shortest and _ENDINGS.fullmatch(left, len(left) - length)
        ]
        if not cut:
            break
        found += [_DOUBLED.sub(r"\1", one) for one in cut]
        left = cut[0]
    return list(dict.fromkeys(found))


def root(whole: str) -> str:
    """A name's key without the ending that changes: by Russian cases, and in Uyghur before -دا."""
    cut = _CHANGING.sub("", whole)
    return cut if len(cut) >= 4 else whole


def han_bare(han: str) -> tuple[str, frozenset[Kind] | None]:
    """*han* without the generic word at its end, and which kinds that speaks of; at least two stay."""
    for ending, kinds in _HAN_KINDS:
        if han.endswith(ending) and len(han) - len(ending) >= 2:
            return han[: -len(ending)], kinds
    return han, None


def han_kinds(after: str) -> tuple[int, frozenset[Kind]] | None:
    """Whether *after*, what follows a Chinese name, begins with a generic word: its length and kinds."""
    for ending, kinds in _HAN_KINDS:
        if after.startswith(ending):
            return len(ending), kinds
    return None

"""Which letters belong to which language: it is how a text in the wrong script, a look-alike letter or
a letter of the neighbouring language is found before a reader stumbles over it."""

import re
import unicodedata
from collections.abc import Iterator

_RUSSIAN = "абвгдеёжзийклмнопрстуфхцчшщъыьэюя"
_LATIN = "abcdefghijklmnopqrstuvwxyz"

ALPHABETS = {
    "en": frozenset(_LATIN),
    "ru": frozenset(_RUSSIAN),
    "kk": frozenset(_RUSSIAN + "әғқңөұүһі"),
    "kk-Arab": frozenset("ءابۆگعدەجزيكقلمنڭوپرستۋۇفحھچشى"),
    "ug": frozenset("ئابپتجچخدرزژسشغفقكگڭلمنھوۇۆۈۋېىيە"),
}
"""Small letters. Chinese has none: there any Han letter will do."""

_UN_BODIES = ("wgeid", "wgad", "ced")  # known by these names in all its papers
ALLOWED = frozenset(
    [
        "doctor",
        "jobs",
        "telegram",
        "pdf",
        "izdeu",
        "whatsapp",
        "wechat",
        "signal",
        "jpg",
        "png",
        "mb",
        *_UN_BODIES,
    ]
)
"""Words that stay in Latin letters in every language."""

_ENTITY = re.compile("&#?\\w+;")
_TAG = re.compile("<[^<>]*>")
_NOT_WORDS = re.compile("\\{[^{}]*\\}|https?://\\S+|(?<![\\w<])/[a-z_]+|\\b[0-9A-Z]{3}-[0-9A-Z]{3}\\b")
_SOFT_MARKS = "\u200c\u200d\u00ad"
_WESTERN_PAUSE = {
    "zh-Hans": re.compile("[\u4e00-\u9fff][,;?!:]|[,;?!:][\u4e00-\u9fff]"),
    "kk-Arab": re.compile("[\u0621-\u06d5] ?[,;?]"),
    "ug": re.compile("[\u0621-\u06d5] ?[,;?]"),
}


def words(said: str) -> Iterator[str]:
    """The words of a wording, without tags, arguments, commands, addresses and codes."""
    bare = _NOT_WORDS.sub(" ", _ENTITY.sub(" ", _TAG.sub(" ", said)))
    word = ""
    for letter in bare:
        if unicodedata.category(letter)[0] in "LM" or (word and letter in _SOFT_MARKS):
            word += letter
        elif word:
            yield word
            word = ""
    if word:
        yield word


def script(letter: str) -> str:
    """`LATIN`, `CYRILLIC`, `ARABIC`, `CJK` …: the first word of the letter's Unicode name."""
    return unicodedata.name(letter, "UNNAMED").split()[0]


def wrong(code: str, said: str) -> Iterator[str]:
    """What is wrong with the letters of a wording in language *code*."""
    for word in words(said):
        scripts = {script(letter) for letter in word if unicodedata.category(letter)[0] == "L"}
        if len(scripts) > 1:
            yield f"{word!r} mixes {' and '.join(sorted(scripts))} letters"
        elif word.lower() not in ALLOWED and not _belongs(code, word):
            strange = "".join(sorted({letter for letter in word if not _belongs(code, letter)}))
            yield f"{word!r} is not written in {code}: {strange}"
    pause = _WESTERN_PAUSE.get(code)
    if pause:
        for found in pause.finditer(_ENTITY.sub(" ", _TAG.sub("", said))):
            yield f"western punctuation in {found[0]!r}"


def _belongs(code: str, word: str) -> bool:
    if code == "zh-Hans":
        return all(script(letter) == "CJK" for letter in word)
    return all(letter in ALPHABETS[code] or letter in _SOFT_MARKS for letter in word.lower())

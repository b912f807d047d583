"""Words that the hotline does not say, and words that it says alike everywhere.

Why each is avoided stands in GLOSSARY.md, whose tables are read here.
"""

import re
from collections.abc import Iterator
from pathlib import Path

_ANY = r"[!！]|🎉|🎊|🥳|🎈|👏"
AVOIDED = {
    "en": r"victims?|closure|secure(?:ly)?|anonymous(?:ly)?|passed away|why did(?: not|n.t) you|don.t worry"
    r"|congratulations|unfortunately",
    "ru": r"жертв\w*|пострадавш\w*|анонимн\w*|защищённ\w+ чат\w*|безопасн\w+ чат\w*|почему вы не"
    r"|не волнуйтесь|поздравля\w+|к сожалению|неверн\w+|ты|теб[яе]|тво[йяеёи]\w*",
    "kk": r"құрбан\w*|анонимді\w*|қауіпсіз чат\w*|уайымдамаңыз|құттықтаймыз|өкінішке қарай"
    r"|сен|саған|сені|сенің",
    "zh-Hans": r"受害者|受害人|遇难|匿名|安全的聊天|放心|恭喜|祝贺|很遗憾|举报|报案|你",
    "ug": r"قۇربان\w*|نامسىز\w*|خاتىرجەم بولۇڭ|تەبرىكلەيمىز|ئەپسۇس\w*|سەن|سېنى|سېنىڭ|سىلەر",
}
"""Per language, as one pattern; whole words where the script has words. kk-Arab follows kk."""

_PATTERNS = {
    code: re.compile(f"{_ANY}|{words}" if code == "zh-Hans" else f"{_ANY}|\\b(?:{words})\\b", re.IGNORECASE)
    for code, words in AVOIDED.items()
}
_TAG = re.compile("<[^<>]*>")
_NOT_SAID = re.compile("<[^<>]*>|\\{[^{}]*\\}|/[a-z_]+")  # tags, arguments, and commands such as /report
_COLUMNS = ("en", "ru", "kk", "kk-Arab", "zh-Hans", "ug")

Term = dict[str, tuple[str, ...]]
"""Language code → the words that may stand for the term."""


def avoided(code: str, said: str) -> list[str]:
    """The words in a wording that the hotline does not say."""
    pattern = _PATTERNS.get(code)
    return pattern.findall(_TAG.sub("", said)) if pattern else []


def terms(glossary: Path) -> list[Term]:
    """The rows of the glossary's tables of six languages."""
    found = []
    for line in glossary.read_text(encoding="utf-8").splitlines():
        cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
        if len(cells) == len(_COLUMNS) + 1 and cells[0] not in ("English", "---"):
            found.append(
                {code: tuple(cell.split(" / ")) for code, cell in zip(_COLUMNS, cells, strict=False)}
            )
    return found


def unlike(table: list[Term], code: str, english: str, said: str) -> Iterator[str]:
    """Terms that stand in *english*, but in *said* not as the glossary has them.

    Endings vary, so only the beginnings of words are compared: a hint, not a proof.
    A term with a capital letter is a button, and is looked for with its capital.
    """
    plain, heard = _NOT_SAID.sub("", english), _NOT_SAID.sub("", said).casefold()
    for term in table:
        in_english = "|".join(re.escape(word) for word in term["en"])
        case = re.IGNORECASE if in_english.islower() else 0
        if not re.search(rf"\b(?:{in_english})(?:s|es)?\b", plain, case):
            continue
        if not any(_heard(code, words, heard) for words in term[code]):
            yield f"“{term['en'][0]}” is elsewhere {' / '.join(term[code])}"


def _heard(code: str, words: str, heard: str) -> bool:
    if code == "zh-Hans":
        return words in heard
    return all(word[: max(2, round(len(word) * 0.6))] in heard for word in words.casefold().split())

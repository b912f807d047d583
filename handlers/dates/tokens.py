"""From a text to the things in it that could belong to a date. Each is known by one letter:

n  number of one or two digits, or in words      o  one that is marked as ordinal or tied to a word
N  three digits     y  four digits, a year?      v  '25      j  other digits, codes
m  month            w  month, if others agree    s  season   u  season, if others agree
k  weekday          K  weekday, if others agree  p  part: beginning, middle, end
D W M Y E  day, week, month, year, weekend; the value is how many, 0 if a number must stand before,
               -1 if it is also the year of the calendar
C L G I    what follows the number of a day, a month, a year, a decade
a  ago              l  last, this, next          r  yesterday    R  last year, in one word
V  a month of the year that rules have found      J  last week
f  from, since      t  to       B  between       S  between, after both     e  and     O  or
b  before           c  after    d g  the same, after the date               F U  endings: from, until
>  when so much time has gone by; the value of a `g` is 1 where it says that, too
A  about            Q  maybe    i  in            h  half     ~  not
q  age              z  born     T  was, when     H  hour     X  what is counted off: house, flat
x  what is counted: people, money                0  a few, more than
!  what leaves the date open: that year, a feast
$  sign of money    P  a date   /  digits that may be a day and month
_  any other word   ,  comma    -  dash          ;  another mark
"""

import re
from collections.abc import Iterator
from difflib import get_close_matches
from typing import NamedTuple

from handlers.dates.calendar import Said, Span
from handlers.dates.letters import plain
from handlers.dates.numerals import MARKS_OF_HAN, chinese, joined
from handlers.dates.words import ATTACHED, LEXICON, LONGEST, LONGEST_HAN, SPELLINGS


class Token(NamedTuple):
    """One thing of the text.

    Attributes:
        kind: The letter above.
        value: The number, month, offset …; of a `P` that is an "or", how many dates it names.
        dates: What a `P` or `/` can be, likeliest first.
        word: A number in words, which may go on: "twenty" "three".
    """

    kind: str
    value: int = 0
    dates: tuple[Said | Span, ...] = ()
    word: bool = False


_HAN = "\u3400-\u9fff〇"
_IS_HAN = re.compile(f"[{_HAN}]")
_PIECE = re.compile(
    # three numbers with the same mark between them
    "(?<![0-9])(?<![0-9][./])(?P<a>[0-9]{1,4})(?P<sep> ?[-./] ?| )(?P<b>[0-9]{1,2})"
    "(?P=sep)(?P<c>[0-9]{4}|[0-9]{2})"
    "(?![0-9])(?!(?P=sep)[0-9])(?![./][0-9])"
    # a month and a year
    "|(?<![0-9])(?<![0-9][-./])(?:(?P<month>[0-9]{1,2}) ?[-./] ?(?P<year>[0-9]{4})"
    "|(?P<year_>[0-9]{4})[-./](?P<month_>[0-9]{1,2}))(?![0-9])(?! ?[-./] ?[0-9])"
    # a day and a month
    "|(?<![0-9])(?<![0-9][./,:])(?P<one>[0-9]{1,2})(?P<mark>[./])(?P<two>[0-9]{1,2})(?![0-9])(?![./,:][0-9])"
    "|'(?P<short>[0-9]{2})(?![0-9])"
    "|(?P<digits>[0-9]+)"
    f"|(?P<han>[{_HAN}]+)"
    f"|(?P<word>[^\\W\\d_{_HAN}]+)"
    "|(?P<other>\\S)"
)
_TENS = sorted({words[0] for words, meant in LEXICON.items() if meant and meant[0] in (("n", 20), ("n", 30))})
_OTHER = {",": ",", ".": ",", "-": "-"} | dict.fromkeys("$€¥£₸₽%", "$")
_GENERAL = (
    (re.compile("\\+[0-9](?:[ ()-]{0,2}[0-9]){6,14}(?![0-9.])"), " ; "),  # a telephone number
    (re.compile("(?<![0-9])[0-9]{1,2}:[0-9]{2}(:[0-9]{2})?(?![0-9])"), " ; "),  # a time of day
    (re.compile("(?<=[0-9])[-./](?=[^\\W\\d_])"), "-"),
    (re.compile(f"(?<=[^\\W\\d_{_HAN}])(?:[./](?=[0-9])|-(?=[0-9]{{4}}(?![0-9])))"), " "),  # mid-2018
    (re.compile("\\s+"), " "),
)


def tokens(text: str) -> list[Token]:
    """The things of *text* in their order."""
    known = plain(text)
    for rule, instead in (*SPELLINGS, *_GENERAL):
        known = rule.sub(instead, known)
    return list(_composed(_read(list(_PIECE.finditer(known)), known)))


def _read(pieces: list[re.Match[str]], text: str) -> Iterator[Token]:
    at = 0
    while at < len(pieces):
        piece = pieces[at]
        at += 1
        match piece.lastgroup:
            case "c" | "year" | "month_" | "two":
                yield _numeric(piece)
            case "short":
                yield Token("v", int(piece["short"]))
            case "digits":
                ending = _tied(pieces, at)
                read, used = _number(piece["digits"], ending)
                before = text[piece.start() - 1 : piece.start()]
                yield from [Token("j")] if before.isalpha() and not _IS_HAN.match(before) else read
                at += used
            case "han":
                yield from _han(piece["han"])
            case "word":
                run = _run(pieces, at - 1)
                size = next((size for size in range(len(run), 0, -1) if tuple(run[:size]) in LEXICON), 0)
                if size:
                    yield from _meant(tuple(run[:size]))
                    at += size - 1
                else:
                    yield Token("!" if _slipped(piece[0], pieces[at : at + 1]) else "_")
            case _:
                yield Token(_OTHER.get(piece[0], ";"))


def _run(pieces: list[re.Match[str]], start: int) -> list[str]:
    """The words from *start* on that no mark divides, as many as a phrase can have."""
    run: list[str] = []
    for piece in pieces[start : start + LONGEST]:
        if piece.lastgroup != "word":
            break
        run.append(piece[0])
    return run


def _slipped(word: str, following: list[re.Match[str]]) -> bool:
    """A "twenty" with a slip in it before a "first", which alone would be another day."""
    after = LEXICON.get((following[0][0],), ()) if following else ()
    return bool(after) and after[0][0] in "no" and bool(get_close_matches(word, _TENS, 1, 0.7))


def _meant(words: tuple[str, ...]) -> Iterator[Token]:
    for kind, value in LEXICON[words]:
        yield Token(kind, value, word=kind in "no")


def _tied(pieces: list[re.Match[str]], at: int) -> list[str]:
    """The word, and the dash before it, that follow piece `at - 1` without a space."""
    end, tied = pieces[at - 1].end(), []
    for piece in pieces[at : at + 2]:
        if piece.start() != end or (piece.lastgroup != "word" and piece[0] != "-"):
            break
        tied.append(piece[0])
        if piece.lastgroup == "word":
            return tied
        end = piece.end()
    return []


def _number(digits: str, ending: list[str]) -> tuple[list[Token], int]:
    """A number with the ending that is tied to it, and how many pieces are used up with it."""
    value = int(digits[:5])
    kind = {1: "n", 2: "n", 3: "N", 4: "y"}.get(len(digits), "j")
    if value == 0 or (kind == "y" and not 1000 <= value < 3000) or (kind == "N" and value < 100):
        kind = "j"
    if not ending:
        return [Token(kind, value)], 0
    tied = "o" if kind == "n" and len(ending) == 2 else kind
    if ending[-1] in ATTACHED:
        says = ATTACHED[ending[-1]]
        tied = "Z" if kind == "y" and says not in ("I", "G") else "o" if kind == "n" else kind
        return [Token(tied, value), *([Token(says)] if says else [])], len(ending)
    if (ending[-1],) in LEXICON:
        meant = LEXICON[ending[-1],][:1]
        ranges = kind == "y" and len(ending) == 2 and not (meant and meant[0][0] in "GYI")  # 2024-May
        return [Token(tied, value)], 0 if ranges else len(ending) - 1
    return [Token("j")], len(ending)


def _han(run: str) -> Iterator[Token]:
    at = 0
    while at < len(run):
        for size in range(min(LONGEST_HAN, len(run) - at), 0, -1):
            word = (run[at : at + size],)
            if word in LEXICON:
                yield from _meant(word)
                at += size
                break
        else:
            size = 0
            while at + size < len(run) and run[at + size] in MARKS_OF_HAN:
                size += 1
            yield _counted(run[at : at + size]) if size else Token("_")
            at += size or 1


def _counted(numeral: str) -> Token:
    value = chinese(numeral)
    if value is None:
        return Token("!")
    return Token("n" if 0 < value < 100 else "N" if value < 1000 else "y" if value < 3000 else "j", value)


def _numeric(piece: re.Match[str]) -> Token:
    """Digits only: the day stands first, but some put the month there; a year is never read out of a day."""
    if piece["year"] or piece["year_"]:
        month, year = int(piece["month"] or piece["month_"]), int(piece["year"] or piece["year_"])
        return Token("P", dates=(Said(year, month),)) if 1 <= month <= 12 else Token("!")
    if piece["two"]:
        one, two = int(piece["one"]), int(piece["two"])
        both = piece["mark"] == "/" or (one <= 12 and two <= 12)
        orders = ((one, two), (two, one)) if both else ((one, two),)
        if len(piece["one"] + piece["two"]) < 3:
            return Token("j")  # 3.5 and 1/2 are amounts
        dates = tuple(dict.fromkeys(Said(day=day, month=month) for day, month in orders))
        return Token("/", dates=tuple(date for date in dates if date.possible))
    a, b, c = int(piece["a"]), int(piece["b"]), int(piece["c"])
    if len(piece["a"]) == 4:
        dates = (Said(a, b, c),) if len(piece["c"]) == 2 else ()
    elif len(piece["a"]) == 3 or (piece["sep"] == " " and len(piece["c"]) == 2):
        return Token("j")
    else:
        short = len(piece["c"]) == 2
        dates = tuple(dict.fromkeys(Said(c, m, d, short=short) for d, m in ((a, b), (b, a))))
    dates = tuple(date for date in dates if date.possible)
    return Token("P", dates=dates) if dates else Token("!")


def _composed(read: Iterator[Token]) -> Iterator[Token]:
    """Number words that belong together made one."""
    held: list[Token] = []  # a number, and the dash after it
    for token in read:
        value = joined(held[0].value, token.value) if held and token.word else None
        if value is not None:
            held = [token._replace(value=value)]
        elif len(held) == 1 and token.kind == "-":
            held.append(token)
        else:
            yield from map(_sized, held)
            held = [token] if token.word else []
            if not held:
                yield token
    yield from map(_sized, held)


def _sized(number: Token) -> Token:
    if number.value < 100:
        return number
    # What follows "two thousand" may be a word that we do not know.
    return number._replace(kind="N" if number.value < 1000 else "y" if number.value % 1000 else "j")

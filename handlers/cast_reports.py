"""What became of a broadcast, as a workbook and as a picture: numbers, and codes for whoever needs somebody.

No name is in it. A family is known by the codes of its cases, somebody of the team by hers.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from handlers.membership import code_of
from handlers.rules import broadcasting as rule
from handlers.saying import Part, msg, words
from locales.catalog import Catalog
from locales.languages import BY_CODE
from storage import audiences, cases, cast_rows, people
from storage.records import Broadcast, Person, Role
from storage.store import Tx

LISTED = 10_000
"""So many people are listed at most; the numbers are of all."""

_AT_ONCE = 500
_DOUBTFUL = ("gone", "broken", "unknown")
_CODES = 3  # of one person; whoever follows more is known by these
STATES = ("sent", "waiting", "gone", "broken", "unknown", "stopped")


@dataclass(frozen=True, slots=True)
class Line:
    """Somebody about whom somebody may want to know more.

    Attributes:
        code: Of her cases, or hers in the team.
        answer: What she answered; empty where nothing.
    """

    code: str
    wording: str
    state: str
    answer: str
    at: datetime | None


@dataclass(frozen=True, slots=True)
class Figures:
    """A broadcast in numbers.

    Attributes:
        by: By wording and state.
        tally: By answer.
        lines: Whom it did not reach for certain, and who answered.
        unlisted: How many more of these there are.
    """

    began: datetime | None
    by: Mapping[str, Mapping[str, int]]
    tally: Mapping[str, int]
    lines: tuple[Line, ...]
    unlisted: int

    def total(self, state: str) -> int:
        """How many of all are in this state."""
        return sum(states.get(state, 0) for states in self.by.values())


def figures(tx: Tx, cast: Broadcast) -> Figures:
    """Read them, slice by slice."""
    by: dict[str, dict[str, int]] = {}
    answered = {person: (said, at) for person, said, at in audiences.given(tx, cast.id, LISTED)}
    lines: list[Line] = []
    seen: set[str] = set()
    unlisted, after = 0, ""
    while rows := cast_rows.some(tx, cast.id, after, _AT_ONCE):
        after = rows[-1].person_id
        for row in rows:
            state = _plain(row.state)
            states = by.setdefault(row.wording, {})
            states[state] = states.get(state, 0) + 1
            if state not in _DOUBTFUL and row.person_id not in answered:
                continue
            if len(lines) >= LISTED:
                unlisted += 1
                continue
            said, at = answered.get(row.person_id, ("", row.settled_at))
            seen.add(row.person_id)
            lines.append(Line(_code(tx, row.person_id), row.wording, state, said, at))
    for person_id, (said, at) in answered.items():
        if person_id not in seen:  # what was sent is forgotten after two days, what was answered is not
            lines.append(Line(_code(tx, person_id), "", "sent", said, at))
    if not by and (kept := cast.body.get("progress")) is not None:
        by[""] = {"sent": kept["sent"], "gone": kept["blocked"], "broken": kept["failed"]}
        by[""] |= {"unknown": kept["unknown"], "stopped": kept["dropped"]}
    return Figures(cast.start_at, by, audiences.tally(tx, cast.id), tuple(lines), unlisted)


def _plain(state: str) -> str:
    return "waiting" if state in ("claimed", "held") else state


def _code(tx: Tx, person_id: str) -> str:
    person: Person = people.by_id(tx, person_id)
    if person.role is not Role.FAMILY:
        return code_of(tx, person)
    codes = [code for _, code in cases.codes_followed(tx, person_id)]
    return ", ".join(codes[:_CODES]) or "–"


@dataclass(frozen=True, slots=True)
class _Teller:
    catalog: Catalog
    zone: ZoneInfo
    language: str

    def __call__(self, part: Part) -> str:
        return words(self.catalog, self.zone, part, self.language)

    def wording(self, code: str) -> str:
        return BY_CODE[code].own_name if code in BY_CODE else self(msg("cast-all-languages"))


def workbook(catalog: Catalog, zone: ZoneInfo, seen: Figures, language: str) -> bytes:
    """As XLSX: the numbers on one sheet, people by codes on another."""
    # 20 MB that only whoever wants a report loads.
    from handlers.documents.workbook import Sheet, written

    say = _Teller(catalog, zone, language)
    states = [say(msg(f"cast-column-{state}")) for state in STATES]
    numbers: list[list[str | int]] = [
        [say.wording(wording), *(counts.get(state, 0) for state in STATES)]
        for wording, counts in sorted(seen.by.items())
    ]
    numbers.append([say(msg("cast-column-total")), *(seen.total(state) for state in STATES)])
    answers: list[list[str | int]] = [
        [say(msg(f"button-cast-{name}")), seen.tally.get(name, 0)] for name in rule.ANSWERS
    ]
    listed: list[list[str | int]] = [
        [
            one.code,
            say.wording(one.wording) if one.wording else "",
            say(msg(f"cast-column-{one.state}")),
            say(msg(f"button-cast-{one.answer}")) if one.answer else "",
            one.at.astimezone(zone).strftime("%Y-%m-%d %H:%M") if one.at is not None else "",
        ]
        for one in seen.lines
    ]
    if seen.unlisted:
        listed.append([say(msg("cast-unlisted", people=seen.unlisted))])
    head = [say(msg(f"cast-column-{name}")) for name in ("code", "language", "state", "answer", "time")]
    return written(
        (
            Sheet(say(msg("cast-sheet-numbers")), ["", *states], [*numbers, [], *answers]),
            Sheet(say(msg("cast-sheet-people")), head, listed),
        ),
        mirrored=language in BY_CODE and BY_CODE[language].direction == "rtl",
    )


def picture(catalog: Catalog, zone: ZoneInfo, seen: Figures, language: str) -> bytes:
    """As PNG: a bar for each state and each answer, with its number."""
    from handlers.documents.bars import Bar, drawn

    say = _Teller(catalog, zone, language)
    bars = [Bar(say(msg(f"cast-column-{state}")), seen.total(state)) for state in STATES]
    bars += [
        Bar(say(msg(f"button-cast-{name}")), seen.tally[name], answer=True)
        for name in rule.ANSWERS
        if name in seen.tally
    ]
    title = say(msg("cast-picture")) if seen.began is None else say(msg("cast-picture-of", at=seen.began))
    return drawn(language, title, bars)

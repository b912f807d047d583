"""A letter is put into a family's language by a volunteer: the first who takes it, seen without names.

Who waits for it is told when nobody takes it, so that the family does not wait in vain.
"""

import re
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from enum import StrEnum

from handlers.rules.decision import AddMatter, ChangeMatter, Choice, Decision, Notice, Rows
from handlers.rules.office import Office
from handlers.saying import Part, msg
from storage.records import Case, Json, Lane, Matter, MatterKind, MatterState, Person

PATIENCE = timedelta(hours=24)
"""How long it lies with one volunteer, and until all are asked again: they have a job and a family."""
_SHORTEST = 3  # letters of a part of a name that is looked for by itself
_WORD = re.compile(r"\w+")


class Said(StrEnum):
    """What was said to the team about a translation."""

    AGAIN = "asked-again"
    NOBODY = "nobody-took-it"
    WRITTEN = "written"


def without_names(text: str, name: str | None, code: str) -> str:
    """*text* as a volunteer reads it: the code stands where the name stood, whole or in part.

    Args:
        name: As it was told; endings that a language puts on it go with it.
    """
    if not name:
        return text
    parts = [one for one in _WORD.findall(name) if len(one) >= _SHORTEST or not one.isascii()]
    for one in sorted({name, *parts}, key=len, reverse=True):
        ending = r"" if _is_han(one) else r"\w*"
        text = re.sub(rf"{re.escape(one)}{ending}", code, text, flags=re.IGNORECASE)
    return re.sub(rf"{re.escape(code)}(?:[\s·]*{re.escape(code)})+", code, text)


def _is_han(text: str) -> bool:
    return any("\u4e00" <= letter <= "\u9fff" for letter in text)


def wanted(
    case: Case,
    letter: Json,
    name: str | None,
    to: str,
    by: Person,
    volunteers: Sequence[Person],
    office: Office,
    now: datetime,
) -> Decision:
    """All volunteers are asked; the first who takes it has it.

    Args:
        name: Which must not be among what they read.
    """
    shown = without_names(str(letter["text"]), name, case.code)
    body = {"letter": dict(letter), "shown": shown, "code": case.code, "from": letter["language"], "to": to}
    return Decision(
        changes=(AddMatter(case.id, MatterKind.UPDATE, body, by.id, now + PATIENCE),),
        notices=pinged("$matter", body, volunteers, office, now),
        audit=("wanted-translation", case.id),
    )


def pinged(
    matter_id: str, body: Json, volunteers: Iterable[Person], office: Office, now: datetime
) -> tuple[Notice, ...]:
    """A line that says which languages, and nothing else."""
    told = msg(
        "alert-translation", source=msg(f"language-{body['from']}"), target=msg(f"language-{body['to']}")
    )
    take: Rows = ((Choice(msg("button-translate-take"), "translate.take", {"matter": matter_id}),),)
    return tuple(Notice(one.id, Lane.ALERT, (told,), take, office.by_day(one, now)) for one in volunteers)


def taken(matter: Matter, volunteer: Person, now: datetime) -> Decision:
    """It is hers, for a day."""
    return Decision(
        (ChangeMatter(matter, holder_id=volunteer.id, watch_at=now + PATIENCE),),
        (),
        ("took-translation", matter.case_id),
    )


def given_back(matter: Matter, volunteers: Iterable[Person], office: Office, now: datetime) -> Decision:
    """She cannot do it after all; the others are asked."""
    return Decision(
        (ChangeMatter(matter, holder_id=None, watch_at=now + PATIENCE),),
        pinged(matter.id, matter.body, volunteers, office, now),
        ("gave-translation-back", matter.case_id),
    )


def written(matter: Matter, text: str, readers: Iterable[Person], office: Office, now: datetime) -> Decision:
    """A coordinator reads it before it goes out."""
    review: Rows = ((Choice(msg("button-translate-review"), "translate.review", {"matter": matter.id}),),)
    told: tuple[Part, ...] = (msg("alert-translated", code=str(matter.body["code"])),)
    return Decision(
        (ChangeMatter(matter, body={**matter.body, "translation": text}, said=Said.WRITTEN, watch_at=None),),
        tuple(Notice(one.id, Lane.ALERT, told, review, office.by_day(one, now)) for one in readers),
        ("translated", matter.case_id),
    )


def withdrawn(matter: Matter, holder: Person | None, office: Office, now: datetime) -> Decision:
    """It is not needed any more; whoever has it in hand is thanked, and does not work on for nothing.

    Args:
        holder: None where nobody has taken it.
    """
    told = (msg("alert-translation-withdrawn", target=msg(f"language-{matter.body['to']}")),)
    return Decision(
        (ChangeMatter(matter, MatterState.DONE, holder_id=None, watch_at=None),),
        () if holder is None else (Notice(holder.id, Lane.ALERT, told, (), office.by_day(holder, now)),),
        ("withdrew-translation", matter.case_id),
    )


def looked_after(
    matter: Matter,
    case: Case,
    volunteers: Sequence[Person],
    readers: Iterable[Person],
    office: Office,
    now: datetime,
) -> Decision:
    """A day went by: all are asked once more; and after another day whoever waits for it hears."""
    if matter.said is None and volunteers:
        return Decision(
            (ChangeMatter(matter, holder_id=None, said=Said.AGAIN, watch_at=now + PATIENCE),),
            pinged(matter.id, matter.body, volunteers, office, now),
            ("asked-translation-again", case.id),
        )
    write: Rows = ((Choice(msg("button-open-case"), "case.open", {"case": case.id}),),)
    return Decision(
        (ChangeMatter(matter, said=Said.NOBODY, watch_at=None),),
        tuple(
            Notice(
                one.id,
                Lane.ALERT,
                (msg("alert-translation-none", code=case.code),),
                write,
                office.by_day(one, now),
            )
            for one in readers
        ),
        ("nobody-translated", case.id),
    )

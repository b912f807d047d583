"""Where our work on a case stands: which moves there are, and who must know of each.

Every move names the version of the case that was seen: of two who move it at once, the second is
told. A family hears of what concerns it by a neutral line; what it says stands behind a tap.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from handlers.rules import badnews, telling
from handlers.rules.claims import What
from handlers.rules.decision import (
    Change,
    ChangeCase,
    Choice,
    Decision,
    Follow,
    Notice,
    ShareIncidents,
    Unfollow,
    WriteEntry,
)
from handlers.saying import Part, msg
from storage.records import Case, EntryKind, Lane, Matter, Person, Stage, Urgency


class Reason(StrEnum):
    """Why our work on a case ends."""

    FOUND = "found"
    RELEASED = "released"
    DECEASED = "deceased"
    WISH = "wish"  # of the family
    DOUBLE = "double"  # reported twice; where the other is known, it is rather joined
    NO_HELP = "no-help"  # nothing that we could still do
    OTHER = "other"


MOVES: dict[Stage, frozenset[Stage]] = {
    Stage.NEW: frozenset({Stage.VERIFYING, Stage.CLOSED, Stage.MERGED}),
    Stage.VERIFYING: frozenset({Stage.ACTIVE, Stage.WAITING, Stage.CLOSED, Stage.MERGED}),
    Stage.ACTIVE: frozenset({Stage.VERIFYING, Stage.WAITING, Stage.CLOSED, Stage.MERGED}),
    Stage.WAITING: frozenset({Stage.VERIFYING, Stage.ACTIVE, Stage.CLOSED, Stage.MERGED}),
    Stage.CLOSED: frozenset({Stage.ACTIVE}),  # opened again
    Stage.MERGED: frozenset({Stage.VERIFYING}),  # taken apart again
}
"""From where to where; nothing else is possible."""

PLAIN = frozenset({Stage.VERIFYING, Stage.ACTIVE, Stage.WAITING})
"""Stages that one press leads to; the others ask something first."""


class Cannot(StrEnum):
    """Why a move is not possible; each names the message that says so."""

    NOT_FROM_HERE = "stage-not-from-here"
    NEWS_FIRST = "stage-news-first"
    DEATH_UNTOLD = "stage-death-untold"
    NO_CODE = "merge-no-code"
    UNKNOWN_CODE = "merge-unknown-code"
    ITSELF = "merge-itself"
    INTO_CLOSED = "merge-into-closed"
    INTO_MERGED = "merge-into-merged"


@dataclass(frozen=True, slots=True)
class Who:
    """Who may have to hear of a move.

    Attributes:
        actor: Who moves it.
        team: Coordinators, with her.
        followers: Who hears about the case.
    """

    actor: Person
    team: Sequence[Person]
    followers: Sequence[Person]


def allowed(case: Case, to: Stage) -> bool:
    """Whether there is such a move now."""
    return to in MOVES[case.stage]


def move(case: Case, to: Stage, who: Who) -> Decision | Cannot:
    """Our work goes on to another of the plain stages, also from closed."""
    if to not in PLAIN or not allowed(case, to) or case.stage is Stage.MERGED:
        return Cannot.NOT_FROM_HERE
    if case.stage is Stage.CLOSED:
        return _reopen(case, to, who)
    return Decision(
        (
            ChangeCase(case.id, stage=to, version=case.version),
            WriteEntry(EntryKind.STAGE, case.id, _way(case, to), author_id=who.actor.id),
        ),
        _owner_hears(case, who, "alert-stage"),
        ("moved-stage", case.id),
    )


def _reopen(case: Case, to: Stage, who: Who) -> Decision:
    return Decision(
        (
            ChangeCase(case.id, stage=to, version=case.version),
            WriteEntry(EntryKind.REOPENED, case.id, _way(case, to), author_id=who.actor.id),
        ),
        (*_team_hears(case, who, "alert-reopened"), *_family_hears(case, who)),
        ("reopened-case", case.id),
    )


def may_close(case: Case, reason: Reason, news: Sequence[Matter]) -> Cannot | None:
    """Why it cannot be closed so now; None where it can.

    A family whose case ends must not wonder why, or learn from it what nobody has told her.
    """
    if not allowed(case, Stage.CLOSED):
        return Cannot.NOT_FROM_HERE
    if telling.waits(news):
        return Cannot.NEWS_FIRST
    if reason is Reason.DECEASED and not telling.is_told(news, What.DIED):
        return Cannot.DEATH_UNTOLD
    return None


def close(
    case: Case, reason: Reason, words: str, news: Sequence[Matter], who: Who, now: datetime
) -> Decision | Cannot:
    """Our work on the case ends.

    Args:
        words: Why, for the team alone.
    """
    cannot = may_close(case, reason, news)
    if cannot is not None:
        return cannot
    closing = {"reason": reason.value, "text": words, "by": who.actor.id, "at": now.isoformat()}
    body = {**case.body, "closings": [*case.body.get("closings", ()), closing]}
    return Decision(
        (
            ChangeCase(case.id, stage=Stage.CLOSED, body=body, version=case.version),
            WriteEntry(EntryKind.CLOSED, case.id, _way(case, Stage.CLOSED), author_id=who.actor.id),
        ),
        (*_team_hears(case, who, "alert-closed"), *_family_hears(case, who)),
        ("closed-case", case.id),
    )


def reason_of(case: Case) -> Reason | None:
    """Why it was closed; None where it is not."""
    closings = case.body.get("closings", ())
    return Reason(closings[-1]["reason"]) if closings and case.stage is Stage.CLOSED else None


def shown_stage(case: Case, person_id: str) -> Part:
    """Where our work stands, in a family's words; a death is no reason that a screen names."""
    reason = reason_of(case)
    if reason is None:
        return msg(f"stage-{case.stage}")
    if reason is Reason.DECEASED:
        told = badnews.was_told(case, person_id, What.DIED)
        return msg("stage-closed-spoken" if told else "stage-closed")
    return msg(f"stage-closed-{reason}")


def may_merge(case: Case, into: Case | None, news: Iterable[Matter]) -> Cannot | None:
    """Why it cannot be joined with this one now; None where it can.

    Args:
        into: The case with the code that was typed; None where there is none.
        news: Grave news on the case that would end.
    """
    if not allowed(case, Stage.MERGED):
        return Cannot.NOT_FROM_HERE
    if into is None:
        return Cannot.UNKNOWN_CODE
    if into.id == case.id:
        return Cannot.ITSELF
    if into.stage is Stage.CLOSED:
        return Cannot.INTO_CLOSED
    if into.stage is Stage.MERGED:
        return Cannot.INTO_MERGED
    return Cannot.NEWS_FIRST if telling.waits(news) else None


def merge(
    case: Case, into: Case | None, news: Iterable[Matter], who: Who, there: Iterable[Person], now: datetime
) -> Decision | Cannot:
    """Two reports of one person: this one ends, and whoever follows it follows the other, too.

    She keeps her own report, which the other family does not see, and hears where it goes on.

    Args:
        there: Who follows the other already.
    """
    cannot = may_merge(case, into, news)
    if cannot is not None or into is None:
        return cannot or Cannot.UNKNOWN_CODE
    known = {one.id for one in there}
    new = [one for one in who.followers if one.id not in known]
    joined = {"id": into.id, "code": into.code, "moved": [one.id for one in new], "at": now.isoformat()}
    back = [*into.body.get("merged", ()), {"id": case.id, "code": case.code}]
    return Decision(
        (
            ChangeCase(
                case.id, stage=Stage.MERGED, body={**case.body, "merged-into": joined}, version=case.version
            ),
            ChangeCase(into.id, body={**into.body, "merged": back}, version=into.version),
            *(Follow(into.id, one.id) for one in new),
            ShareIncidents(case.id, into.id),
            WriteEntry(EntryKind.MERGED, case.id, {"with": into.id}, author_id=who.actor.id),
            WriteEntry(EntryKind.MERGED, into.id, {"with": case.id}, author_id=who.actor.id),
        ),
        (*_team_hears(case, who, "alert-merged", into=into.code), *_family_hears(case, who)),
        ("merged-case", case.id),
    )


def part(case: Case, into: Case | None, who: Who) -> Decision | Cannot:
    """They were not one person after all: what joining them has done is undone.

    Args:
        into: The case with which it was joined; None where that was erased.
    """
    joined = case.body.get("merged-into")
    if case.stage is not Stage.MERGED or joined is None:
        return Cannot.NOT_FROM_HERE
    body = {name: one for name, one in case.body.items() if name != "merged-into"}
    changes: list[Change] = [
        ChangeCase(case.id, stage=Stage.VERIFYING, body=body, version=case.version),
        WriteEntry(EntryKind.PARTED, case.id, {"with": joined["id"]}, author_id=who.actor.id),
    ]
    if into is not None:
        left: list[Any] = [one for one in into.body.get("merged", ()) if one["id"] != case.id]
        changes += [
            ChangeCase(into.id, body={**into.body, "merged": left}, version=into.version),
            *(Unfollow(into.id, one) for one in joined["moved"]),
            WriteEntry(EntryKind.PARTED, into.id, {"with": case.id}, author_id=who.actor.id),
        ]
    return Decision(
        tuple(changes),
        (*_team_hears(case, who, "alert-parted"), *_family_hears(case, who)),
        ("parted-case", case.id),
    )


def set_urgency(case: Case, urgency: Urgency, words: str, who: Who, now: datetime) -> Decision:
    """How much the case must not wait, and why."""
    why = {"text": words, "by": who.actor.id, "at": now.isoformat()}
    return Decision(
        (ChangeCase(case.id, urgency=urgency, body={**case.body, "urgency": why}, version=case.version),),
        _team_hears(case, who, "alert-urgent")
        if urgency is Urgency.NOW
        else _owner_hears(case, who, "alert-urgency"),
        ("set-urgency", case.id),
    )


def _way(case: Case, to: Stage) -> dict[str, str]:
    return {"from": case.stage.value, "to": to.value}


def _family_hears(case: Case, who: Who) -> tuple[Notice, ...]:
    read = ((Choice(msg("button-read"), "stage.read", {"case": case.id}),),)
    return tuple(Notice(one.id, Lane.NOTICE, (msg("notice-update"),), read) for one in who.followers)


def _owner_hears(case: Case, who: Who, message_id: str) -> tuple[Notice, ...]:
    """Whoever has the case, where it was another who did it; where nobody has it, the others."""
    return tuple(
        one for one in _team_hears(case, who, message_id) if case.owner_id is None or one.to == case.owner_id
    )


def _team_hears(case: Case, who: Who, message_id: str, **args: str) -> tuple[Notice, ...]:
    opens = ((Choice(msg("button-open-case"), "case.open", {"case": case.id}),),)
    return tuple(
        Notice(one.id, Lane.ALERT, (msg(message_id, code=case.code, **args),), opens)
        for one in who.team
        if one.id != who.actor.id
    )

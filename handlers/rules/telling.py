"""The way of grave news to a family: confirmed by one, by another, carried by one, and told by a person.

Death, sentence, deportation, transfer. Only then, and only to whom it was told, may a screen show it:
`handlers/rules/badnews.py`.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from handlers.rules.badnews import GRAVE, told_to
from handlers.rules.claims import What
from handlers.rules.decision import (
    AddMatter,
    Change,
    ChangeCase,
    ChangeMatter,
    Choice,
    Decision,
    Notice,
)
from handlers.saying import msg
from storage.records import Case, Json, Lane, Matter, MatterKind, MatterState, Person

REMIND = timedelta(days=2)
"""How long news may wait before those who know of it are reminded; a family is not left waiting."""


class Step(StrEnum):
    """How far it is on its way to the family."""

    NOTED = "noted"
    ASKED = "asked"  # one has confirmed it, and asked another to
    CONFIRMED = "confirmed"  # by two
    CARRIED = "carried"  # one of the team has it to tell
    TOLD = "told"  # to everybody who follows
    WITHDRAWN = "withdrawn"  # the claim behind it was taken back


class How(StrEnum):
    """How somebody heard it."""

    CALL = "call"
    VISIT = "visit"
    WRITING = "writing"
    KNEW = "knew"  # she knew it already
    UNREACHED = "unreached"  # it was tried, and she has not heard it


class Cannot(StrEnum):
    """Why a step is not possible; each names the message that says so."""

    SAME_PERSON = "news-same-person"
    NOT_CONFIRMED = "news-not-confirmed"
    CONFIRMED_BEFORE = "news-confirmed-before"
    NOT_CARRIER = "news-not-carrier"
    TOLD_BEFORE = "news-told-before"
    OVER = "news-over"


@dataclass(frozen=True, slots=True)
class News:
    """One piece of news.

    Attributes:
        first: Who has confirmed it first, and `second` after her.
        why: How the first one knows, in her own words.
        told: Whom, by id; `FAMILY` for somebody without Telegram here.
    """

    what: What
    step: Step = Step.NOTED
    first: str | None = None
    second: str | None = None
    carrier: str | None = None
    why: str = ""
    told: Mapping[str, Json] = field(default_factory=dict)

    @property
    def heard(self) -> frozenset[str]:
        """Who really has heard it."""
        return frozenset(one for one, how in self.told.items() if how["how"] != How.UNREACHED)


FAMILY = "family"
"""Who is told where nobody of the family has Telegram here."""


def read(matter: Matter) -> News:
    """The news that a matter keeps."""
    body = matter.body
    return News(
        What(body["what"]),
        Step(body["step"]),
        body.get("first"),
        body.get("second"),
        body.get("carrier"),
        body.get("why", ""),
        body.get("told", {}),
    )


def kept(news: News) -> dict[str, Any]:
    """As a matter keeps it."""
    return {
        "what": news.what.value,
        "step": news.step.value,
        "first": news.first,
        "second": news.second,
        "carrier": news.carrier,
        "why": news.why,
        "told": dict(news.told),
    }


# The way of one piece of news: each step answers the news after it, or why it cannot be.


def first_yes(news: News, by: str, why: str = "") -> News | Cannot:
    """One of the team has looked into it and says that it is so."""
    if news.step in (Step.TOLD, Step.WITHDRAWN):
        return Cannot.OVER
    if news.step not in (Step.NOTED, Step.ASKED):
        return Cannot.CONFIRMED_BEFORE
    return replace(news, step=Step.ASKED, first=by, why=why)


def second_yes(news: News, by: str) -> News | Cannot:
    """Another one says so, too."""
    if news.step in (Step.TOLD, Step.WITHDRAWN):
        return Cannot.OVER
    if news.step is Step.NOTED:
        return Cannot.NOT_CONFIRMED
    if news.step is not Step.ASKED:
        return Cannot.CONFIRMED_BEFORE
    if by == news.first:
        return Cannot.SAME_PERSON
    return replace(news, step=Step.CONFIRMED, second=by)


def carry(news: News, carrier: str) -> News | Cannot:
    """This one of the team tells it; it can be handed on until everybody is told."""
    if news.step is Step.WITHDRAWN:
        return Cannot.OVER
    if news.step in (Step.NOTED, Step.ASKED):
        return Cannot.NOT_CONFIRMED
    return replace(news, step=Step.CARRIED if news.step is Step.CONFIRMED else news.step, carrier=carrier)


def tell(news: News, by: str, to: str, how: Json, still: Iterable[str]) -> News | Cannot:
    """The carrier has told it to one of the family.

    Args:
        to: Whom.
        how: `how`, `day`, `text`, `at`, `by`.
        still: Who else follows the case.
    """
    if news.step is Step.WITHDRAWN:
        return Cannot.OVER
    if news.carrier is None or news.step not in (Step.CARRIED, Step.TOLD):
        return Cannot.NOT_CONFIRMED
    if by != news.carrier:
        return Cannot.NOT_CARRIER
    if to in news.heard:
        return Cannot.TOLD_BEFORE
    told = {**news.told, to: how}
    done = all(one in told for one in still)
    return replace(news, step=Step.TOLD if done else Step.CARRIED, told=told)


def withdraw(news: News) -> News:
    """Nobody claims it any more; what somebody was told she was told."""
    return news if news.heard else replace(news, step=Step.WITHDRAWN)


def waits(found: Iterable[Matter]) -> bool:
    """Whether any of these news of a case has not reached its family."""
    return any(one.kind is MatterKind.NEWS and one.state is MatterState.OPEN for one in found)


def is_told(found: Iterable[Matter], what: What) -> bool:
    """Whether a person has carried that to everybody who follows."""
    return any(read(one).what is what and read(one).step is Step.TOLD for one in found)


# Decisions.


def noted(case: Case, what: What, found: Sequence[Matter], now: datetime) -> tuple[Change, ...]:
    """A claim of this came in: without such news on its way already, there is some now."""
    if what not in GRAVE:
        return ()
    if any(one.state is MatterState.OPEN and read(one).what is what for one in found):
        return ()
    return (AddMatter(case.id, MatterKind.NEWS, kept(News(what)), None, watch_at=now + REMIND),)


def unclaimed(claimed: Iterable[What], found: Sequence[Matter]) -> tuple[Change, ...]:
    """News that nobody claims any more goes no further.

    Args:
        claimed: What open claims say now.
    """
    there = set(claimed)
    return tuple(
        ChangeMatter(one, state=MatterState.DONE, body=kept(withdraw(read(one))), watch_at=None)
        for one in found
        if one.state is MatterState.OPEN and read(one).what not in there
    )


def team_for(
    coordinators: Iterable[Person], followers: Iterable[Person], actor_id: str | None
) -> list[Person]:
    """Who of the team may hear of it by an alert: nobody whose own family it is."""
    family = {one.id for one in followers}
    return [one for one in coordinators if one.id not in family and one.id != actor_id]


def alerts(case: Case, message_id: str, team: Iterable[Person]) -> tuple[Notice, ...]:
    """An alert about news on a case; it does not say which."""
    rows = ((Choice(msg("button-news"), "news.show", {"case": case.id}),),)
    return tuple(Notice(one.id, Lane.ALERT, (msg(message_id, code=case.code),), rows) for one in team)


def moved(
    matter: Matter,
    after: News,
    action: str,
    now: datetime,
    *,
    told: tuple[Case, str] | None = None,
    notices: tuple[Notice, ...] = (),
) -> Decision:
    """One step further.

    Args:
        told: On which case, and who was told now: then screens may show it to her, and to nobody else.
    """
    over = after.step in (Step.TOLD, Step.WITHDRAWN)
    changes: list[Change] = [
        ChangeMatter(
            matter,
            state=MatterState.DONE if over else MatterState.OPEN,
            body=kept(after),
            watch_at=None if over else now + REMIND,
        )
    ]
    if told is not None:
        case, person_id = told
        now_heard = after.heard & {person_id} - {FAMILY}
        changes.append(ChangeCase(case.id, body=told_to(case, after.what, now_heard)))
    return Decision(tuple(changes), notices, (action, matter.case_id))

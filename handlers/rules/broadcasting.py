"""A broadcast as a value: who gets which wording, when it begins, what a yes is bound to, how far it is."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from handlers.rules import audience
from handlers.rules.audience import Audience
from storage.records import Broadcast, CastKind, CastState, Json

LONGEST_TEXT = 3_300  # UTF-16 units; Telegram takes 4,096 with the neutral line and the markup around it
LONGEST_CAPTION = 900  # Telegram takes 1,024
ANSWERS = ("come", "help")
"""What people can answer with a button; the words are in the catalogue."""

CORRECTABLE_FOR = timedelta(hours=48)
"""core.telegram.org/bots/api#deletemessage"""

REWORDED = "reworded"
"""In the body of what was corrected: by which correction, whose words count from then on."""
RETRACTED = "retracted"
"""In the body of what is deleted everywhere."""
RESTS_FOR = "rests-for"
"""In the body of what must not go on before a correction has passed it: which, and whether it was paused."""

_EDITED = frozenset({CastState.COMPOSING, CastState.SIZING})
_STOPPABLE = frozenset(
    {CastState.PLANNED, CastState.COUNTING, CastState.RUNNING, CastState.PAUSING, CastState.PAUSED}
)
_SENT = (CastState.RUNNING, CastState.PAUSED, CastState.STOPPED, CastState.DONE)
_PARTS = ("audience", "texts", "fallback", "answers", "link", "when", "delete")


def blank() -> dict[str, Any]:
    """Nothing written yet."""
    return {
        "audience": audience.kept(audience.FIRST),
        "texts": {},
        "fallback": None,
        "answers": [],
        "link": None,
        "when": {"kind": "now"},
    }


def audience_of(one: Broadcast) -> Audience:
    """Whom it is for."""
    return audience.from_json(one.body["audience"])


def composed(one: Broadcast) -> bool:
    """Whether it can still be changed."""
    return one.state in _EDITED


def exact(one: Broadcast) -> dict[str, Any]:
    """What a yes is bound to: whom, what and when, to the letter."""
    return {"id": one.id, "urgent": one.urgent, **{name: one.body.get(name) for name in _PARTS}}


def asked_in(one: Broadcast) -> str:
    """The id of the request for a second yes in which it was asked for last."""
    return str((one.body.get("asked") or {}).get("approval"))


def wording(body: Json, language: str | None) -> str | None:
    """The language in which somebody gets it: hers, else the one chosen for that; None: she gets nothing."""
    if language in body["texts"]:
        return language
    fallback = body["fallback"]
    return fallback if fallback in body["texts"] else None


@dataclass(frozen=True, slots=True)
class Reach:
    """Whom it reaches, in numbers.

    Attributes:
        total: Who gets it.
        elsewhere: By language: who gets it in another language.
        none: By language: who is meant and gets nothing.
    """

    total: int
    elsewhere: Mapping[str, int]
    none: Mapping[str, int]


def reach(body: Json, by_language: Mapping[str, int]) -> Reach:
    """What was counted, as the wordings stand now."""
    elsewhere, none = {}, {}
    for language, many in by_language.items():
        said = wording(body, language)
        if said is None:
            none[language] = many
        elif said != language:
            elsewhere[language] = many
    return Reach(sum(by_language.values()) - sum(none.values()), elsewhere, none)


def lacks(one: Broadcast) -> str | None:
    """The message that says what is still missing; None where it can be sent."""
    if not one.body["texts"] and not one.body.get("delete"):
        return "cast-lacks-text"
    if one.kind is not CastKind.CORRECTION and not audience_of(one).who:
        return "cast-lacks-people"
    return None


def needs_second(total: int, alone: int, approved_by: str | None) -> bool:
    """Whether another coordinator must say yes.

    Args:
        alone: To how many one coordinator may write by herself.
    """
    return total > alone and approved_by is None


def first_start(when: Json, now: datetime) -> datetime | None:
    """When it begins, aware, UTC; None where that time is over."""
    match when["kind"]:
        case "now":
            return now
        case "at":
            zone = ZoneInfo(when["zone"])
            at = datetime.combine(date.fromisoformat(when["day"]), time.fromisoformat(when["time"]), zone)
            return at.astimezone(now.tzinfo) if at > now else None
        case _:
            return next_week(when, now)


def next_week(when: Json, after: datetime) -> datetime:
    """The next time of a weekly one, aware; by the clock of its zone, whatever summer time does."""
    zone = ZoneInfo(when["zone"])
    day = after.astimezone(zone).date()
    # Compared as moments: in the hour that summer time repeats, a clock alone says it is to come again.
    while (
        day.weekday() != int(when["weekday"])
        or (at := datetime.combine(day, time.fromisoformat(when["time"]), zone).astimezone(UTC)) <= after
    ):
        day += timedelta(days=1)
    return at.astimezone(after.tzinfo)


def may_pause(one: Broadcast) -> bool:
    """Whether it can be paused."""
    return one.state is CastState.RUNNING


def may_stop(one: Broadcast) -> bool:
    """Whether it can be stopped."""
    return one.state in _STOPPABLE


def may_resume(one: Broadcast) -> bool:
    """Whether it can go on; what rests for a correction goes on by itself when that has passed it."""
    return one.state is CastState.PAUSED and RESTS_FOR not in one.body


def rests_for(one: Broadcast) -> str | None:
    """The correction that must pass it before it goes on."""
    mark = one.body.get(RESTS_FOR)
    return str(mark["cast"]) if mark is not None else None


def may_again(one: Broadcast) -> bool:
    """Whether what failed or is in doubt can be sent again: not what was deleted since."""
    return one.state in (CastState.RUNNING, CastState.DONE) and RETRACTED not in one.body


def correctable_until(one: Broadcast) -> datetime | None:
    """Until when something of what it sent can be changed, aware; None: it is still being sent."""
    if one.state in (CastState.RUNNING, CastState.PAUSED):
        return None
    ended = one.body.get("ended")
    return (datetime.fromisoformat(ended) if ended else one.changed_at) + CORRECTABLE_FOR


def may_correct(one: Broadcast, now: datetime) -> bool:
    """Whether what it sent can still be changed."""
    if one.kind is not CastKind.ONCE or one.state not in _SENT or RETRACTED in one.body:
        return False
    until = correctable_until(one)
    return until is None or now < until


def words_of(one: Broadcast) -> str:
    """The id of the broadcast whose words are sent for it: its own, or those of its latest correction."""
    return str(one.body.get(REWORDED, one.id))


@dataclass(frozen=True, slots=True)
class Progress:
    """How far it is.

    Attributes:
        waiting: In the outbox, to be sent now.
        morning: Of these, who sleeps now.
        rate: Sent a minute, lately; None where that is not known yet.
        left: Until all are through, as fast as lately.
    """

    sent: int
    waiting: int
    morning: int
    blocked: int
    failed: int
    unknown: int
    dropped: int
    rate: int | None = None
    left: timedelta | None = None

    @property
    def done(self) -> bool:
        """Whether none waits."""
        return self.waiting == 0


def progress(
    counts: Mapping[str, int], morning: int, pace: Json | None, now: datetime
) -> tuple[Progress, dict[str, Any]]:
    """How far it is, and what to remember for the next look.

    Args:
        counts: By the states of the outbox.
        morning: How many wait for the morning where they live.
        pace: What the last look gave to remember.
    """
    sent = counts.get("sent", 0)
    waiting = counts.get("waiting", 0) + counts.get("claimed", 0) + counts.get("held", 0)
    rate, left = None, None
    if pace is not None:
        passed = (now - datetime.fromisoformat(pace["at"])).total_seconds()
        went = sent - int(pace["sent"])
        if passed > 0 and went > 0:
            rate = max(1, round(went * 60 / passed))
            if awake := waiting - morning:
                left = timedelta(seconds=round(awake * passed / went))
    seen = Progress(
        sent,
        waiting,
        morning,
        counts.get("gone", 0),
        counts.get("broken", 0),
        counts.get("unknown", 0),
        counts.get("stopped", 0),
        rate,
        left,
    )
    return seen, {"at": now.isoformat(), "sent": sent}

"""An unfinished report that nobody touches rests: when its owner is reminded, and when it is let go.

Who tells such a thing stops for many reasons, and none of them is ours to judge: two kind
reminders, then silence. But what was told must not lie with us for ever, for whatever lies
somewhere can be taken. So it is erased after a while, and never behind her back: she hears
of it days before, and with one tap it stays.

Somebody who blocked the bot cannot hear it. What she told is erased on the same day all the
same, without a word. Blocking is the one thing she can do without us, often because the
phone may be checked, and it may be all that she can do to be rid of what she told; an
account that is gone never comes back to say so. Against it stands that she loses what she
told, if she only wanted silence for a time. Therefore it is erased not a day sooner, and
whoever is back by then is told first and has her days, however late it is.

A report without a yes is erased much sooner: without it we keep nothing. Where she has not
sent a word either, nothing is announced: there is nothing to lose, and each message is one
more that somebody else may see.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import IntEnum

from handlers.rules.office import Office
from storage.records import Said

NOTICE = timedelta(days=2)
"""At least so long before it is erased she hears of it: one day may pass without a look at the phone."""
APART = timedelta(days=1)
"""Between two messages about what rests, whichever of her reports they speak of."""


@dataclass(frozen=True, slots=True)
class Terms:
    """After how long untouched what happens."""

    reminders: tuple[timedelta, ...]
    announced: timedelta
    erased: timedelta


# A night to sleep over it, then half a week to ask others; a third would press. A month is what a family
# may need to find a paper or a witness. The announcement leaves a day more than the notice.
AGREED = Terms((timedelta(hours=24), timedelta(days=3)), timedelta(days=27), timedelta(days=30))
# A week in which she can ask somebody whether to say yes.
HELD = Terms((timedelta(hours=24),), timedelta(days=5), timedelta(days=7))

_HEARD = (Said.NOTHING, Said.REMINDED, Said.REMINDED_TWICE)


@dataclass(frozen=True, slots=True)
class Rest:
    """One unfinished report, as it rests.

    Attributes:
        touched_at: When she last did anything with it. All times are aware.
        said: What she has heard since; what was announced and did not reach her is not among it.
        heard_at: When it reached her that it will be erased; None where that was not announced.
        told_last: When she was last written to about any of her resting reports.
        agreed: Whether we may keep it.
        told: Whether there is anything in it.
        reachable: Whether messages reach her.
    """

    touched_at: datetime
    said: Said
    heard_at: datetime | None
    told_last: datetime | None
    agreed: bool
    told: bool
    reachable: bool


class Care(IntEnum):
    """What happens with it now; of those that she hears of, the more urgent the higher."""

    LEAVE = 0
    LET_GO = 1  # erase it without a word
    REMIND = 2
    ANNOUNCE = 3
    ERASE = 4  # and say so


@dataclass(frozen=True, slots=True)
class Step:
    """What happens with one resting report.

    Attributes:
        said: What she has heard when this is done.
        next_at: When it is due again; after an announcement, when it will be erased.
    """

    care: Care
    said: Said
    next_at: datetime


def terms(*, agreed: bool) -> Terms:
    """What holds for a report with her yes, and without."""
    return AGREED if agreed else HELD


def tend(rests: Sequence[Rest], office: Office, now: datetime) -> list[Step]:
    """What happens with one person's reports that are due together, each in its place.

    She gets one message at most: the most urgent word, for all that it is true of. Other
    announcements wait for another day, and other reminders are given by it, too.
    """
    steps = [_tend(rest, office, now) for rest in rests]
    loudest = max((step.care for step in steps), default=Care.LEAVE)
    if loudest >= Care.REMIND:
        steps = [
            _tend(replace(rest, told_last=now), office, now) if Care.LET_GO < step.care < loudest else step
            for rest, step in zip(rests, steps, strict=True)
        ]
    return [
        _on_one_day(step, rest.agreed, rests, steps) if step.care is Care.ANNOUNCE else step
        for rest, step in zip(rests, steps, strict=True)
    ]


def _on_one_day(step: Step, agreed: bool, rests: Sequence[Rest], steps: Sequence[Step]) -> Step:
    """One message names one day: the last, so that nothing goes earlier than it may."""
    together = [
        other.next_at
        for rest, other in zip(rests, steps, strict=True)
        if other.care is Care.ANNOUNCE and rest.agreed == agreed
    ]
    return replace(step, next_at=max(together))


def _tend(rest: Rest, office: Office, now: datetime) -> Step:
    if not office.may_push(now):
        return Step(Care.LEAVE, rest.said, office.next_push(now))
    here = terms(agreed=rest.agreed)
    if rest.heard_at is not None:
        due = office.next_push(max(rest.touched_at + here.erased, rest.heard_at + NOTICE))
        if now < due:
            return Step(Care.LEAVE, rest.said, due)
        return Step(Care.ERASE if rest.reachable else Care.LET_GO, rest.said, due)
    if now >= rest.touched_at + here.announced:
        return _last_days(rest, here, office, now)
    return _first_days(rest, here, office, now)


def _first_days(rest: Rest, here: Terms, office: Office, now: datetime) -> Step:
    heard = _HEARD.index(rest.said)
    # After a downtime several can be due; they are given by one.
    due = sum(now >= rest.touched_at + after for after in here.reminders)
    ahead = [rest.touched_at + after for after in (*here.reminders, here.announced)]
    step = Step(Care.LEAVE, _HEARD[max(heard, due)], office.next_push(min(one for one in ahead if one > now)))
    too_late = now + NOTICE > rest.touched_at + here.announced
    if due <= heard or too_late or not rest.reachable or _told_lately(rest, now):
        return step
    return replace(step, care=Care.REMIND)


def _last_days(rest: Rest, here: Terms, office: Office, now: datetime) -> Step:
    erased_at = office.next_push(rest.touched_at + here.erased)
    if not rest.reachable or not rest.told:
        if now >= erased_at:
            return Step(Care.LET_GO, rest.said, erased_at)
        # Perhaps she is back tomorrow, and hears of it in time.
        return Step(Care.LEAVE, rest.said, min(erased_at, office.next_push(now + APART)))
    if rest.told_last is not None and _told_lately(rest, now):
        return Step(Care.LEAVE, rest.said, office.next_push(rest.told_last + APART))
    day = office.next_push(max(rest.touched_at + here.erased, now + NOTICE))
    return Step(Care.ANNOUNCE, Said.ANNOUNCED, day)


def _told_lately(rest: Rest, now: datetime) -> bool:
    # What lies ahead was said by a clock that was wrong, and holds up nothing.
    return rest.told_last is not None and timedelta(0) <= now - rest.told_last < APART

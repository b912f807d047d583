"""What was held up until it is night where its reader lives waits for her morning, and holds up nothing."""

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta

from bot.daytime import by_day
from handlers.context import Speech
from handlers.rules.office import Daytime
from handlers.saying import msg
from storage import outbox, people, profiles
from storage.profiles import Profile
from storage.records import Lane, Way
from storage.store import Store, Tx
from tests.handlers.made import OFFICE

NOON = datetime(2026, 11, 24, 7, tzinfo=UTC)  # in Almaty; 02:00 in New York
LEASE = timedelta(minutes=1)


def going(tx: Tx, now: datetime) -> list[str]:
    """What goes out then, by the first text of each."""
    claimed = by_day(tx, outbox.claim(tx, Lane.NOTICE, 9, now + LEASE, now), now)
    for one in claimed:
        outbox.settle(tx, one.id, "sent", now)
    return [str(one.body["parts"][-1]["id"]) for one in claimed]


def test_it_waits_for_her_day_wherever_she_lives_by_then(store: Store) -> None:
    """She has told another city since; what was not meant for daytime goes out all the same."""

    def work(tx: Tx) -> list[list[str]]:
        her = people.welcome(tx, 1, 1, NOON)
        Speech(tx, NOON, "a").to(
            her, msg("letter-seen"), lane=Lane.NOTICE, by_day=Daytime(NOON, "Asia/Almaty")
        )
        people.set_habits(tx, her, zone="America/New_York", way=Way.PING)
        seen = [going(tx, NOON)]
        Speech(tx, NOON, "b").to(her, msg("follow-gone"), lane=Lane.NOTICE)
        seen.append(going(tx, NOON))
        seen.append(going(tx, NOON + timedelta(hours=6, minutes=59)))
        seen.append(going(tx, NOON + timedelta(hours=7)))
        return seen

    assert store.write_now(work) == [[], ["follow-gone"], [], ["letter-seen"]]


def test_her_own_hours_hold_when_it_goes_out_at_last(store: Store) -> None:
    """She has told in between that she is there in the evenings only, and rests on Wednesdays."""

    def work(tx: Tx) -> list[list[str]]:
        her = people.welcome(tx, 1, 1, NOON)
        own = Profile(her.id)
        when = OFFICE.by_hours(her, own, NOON)
        Speech(tx, NOON, "a").to(her, msg("letter-seen"), lane=Lane.NOTICE, by_day=when)
        profiles.keep(tx, replace(own, hours=(time(18), time(21)), days_off=frozenset({1, 2})), NOON)
        seen = [going(tx, NOON)]
        for hours in (8, 24, 32, 53):
            seen.append(going(tx, NOON + timedelta(hours=hours)))
        return seen

    # Until Thursday at 18:00 in Almaty: 54 hours.
    assert store.write_now(work) == [[], [], [], [], []]
    assert store.write_now(lambda tx: going(tx, NOON + timedelta(hours=54))) == ["letter-seen"]

"""What is due by the clock for promises: reminders for the team, and the word that a family was promised.

`handlers.rules.promises` decides. What was said stands in SQL, in the transaction that says it:
each call does some of what is due, and what is left is due at the next.
"""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from handlers.context import Speech
from handlers.decisions import carry_out
from handlers.grave import news_waits
from handlers.rules import casework, promises
from handlers.rules.decision import Notice
from handlers.rules.office import Office
from storage import cases, people
from storage import promises as kept
from storage.records import Case, Person, Role
from storage.store import Tx

_AT_ONCE = 50
_MANY = 500  # reminders stand together in one message, so all of a day are looked at together


def tend(tx: Tx, office: Office, now: datetime) -> int:
    """Do some of what is due; returns how much it was. Call it until that is 0.

    That a family hears of nothing new comes after noon, when all that is due on the day is known:
    so whoever follows three cases hears of all of them in one message.
    """
    team = people.with_role(tx, Role.COORDINATOR)
    done = _remind(tx, office, team, now) if office.may_push(now) else 0
    if not office.words_are_due(now):
        return done
    due = kept.due(tx, office.today(now), _AT_ONCE)
    for case in due:
        readers = casework.responsible(case, team)
        followers = cases.followers_of(tx, case.id)
        waits = news_waits(tx, case.id)
        decision = promises.nothing_new(case, followers, readers, office, now, news_waits=waits)
        carry_out(Speech(tx, now, f"promise/{case.id}/{case.promise_on}"), decision, None)
    return done + len(due) if due else done + _say_words(tx, office, now)


def _remind(tx: Tx, office: Office, team: Sequence[Person], now: datetime) -> int:
    today = office.today(now)
    near = kept.near(tx, today, _MANY)
    of_each: dict[str, list[promises.Due]] = {}
    for case in near:
        tomorrow = case.promise_on - today <= timedelta(days=1)
        kept.reminded(tx, case.id, kept.ONE_DAY if tomorrow else kept.TWO_DAYS)
        for one in casework.responsible(case, team):
            of_each.setdefault(one.id, []).append(_due(case))
    for one in team:
        hers = of_each.get(one.id, [])
        for number, notice in enumerate(promises.soon(one, hers, office, now)):
            # By the first case, too: there may be more than are looked at in one go.
            _send(tx, now, f"promised/{one.id}/{hers[0][0]}/{number}", one, notice)
    return len(near)


def _due(case: Case) -> promises.Due:
    return case.id, case.code, case.promise_on


def _say_words(tx: Tx, office: Office, now: datetime) -> int:
    owed = kept.owed_to(tx, now, _AT_ONCE)
    for reader, told_on in owed:
        zone = office.zone_of(reader)
        today = now.astimezone(zone).date()
        if not promises.hears_on(told_on, today):
            tomorrow = datetime.combine(today + timedelta(days=1), datetime.min.time(), zone)
            kept.put_off(tx, reader.id, office.next_word(tomorrow.astimezone(UTC), zone))
            continue
        if not office.may_push(now, zone):
            kept.put_off(tx, reader.id, office.next_word(now, zone))
            continue
        about = [(one.case_id, one.code, one.promise_on) for one in kept.owed_about(tx, reader.id)]
        waiting = frozenset(case_id for case_id, _, _ in about if news_waits(tx, case_id))
        notice = promises.word(reader, about, office, now, waiting=waiting)
        kept.told(tx, reader.id, today if notice is not None else None)
        if notice is not None:
            _send(tx, now, f"promise/{reader.id}", reader, notice)
    return len(owed)


def _send(tx: Tx, now: datetime, what: str, reader: Person, notice: Notice) -> None:
    speech = Speech(tx, now, f"{what}/{now.astimezone(UTC):%Y%m%dT%H%M%S.%f}")
    speech.to(reader, *notice.parts, rows=notice.rows, lane=notice.lane, by_day=notice.by_day)

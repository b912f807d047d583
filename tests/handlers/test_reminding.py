"""A look at what is due: to many at once, and one whose row is damaged holds up nobody else."""

from collections.abc import Sequence
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import func, select, update

from handlers import leaving, reminding
from handlers.rules.office import Office
from storage import people, profiles, reminders, tasks
from storage.records import Role
from storage.reminders import Planned
from storage.store import Store, Tx
from storage.tables import audit as lines
from storage.tables import outbox
from storage.tables import people as people_table
from storage.tables import profiles as profiles_table
from storage.team import Profile

NOON = datetime(2026, 11, 24, 7, 0, tzinfo=UTC)
OFFICE = Office(ZoneInfo("Asia/Almaty"), (time(10), time(18)), frozenset(range(5)), 7, "izdeu_bot")
_BODY = {"text": "made up", "shown": "made up", "files": [], "checklist": [], "code": None}


def _team(tx: Tx, size: int) -> list[str]:
    """So many volunteers, each with a task that is due."""
    team = []
    for number in range(size):
        one = people.welcome(tx, number + 1, number + 1, NOON)
        people.set_role(tx, one.id, Role.VOLUNTEER, NOON)
        profiles.keep(tx, Profile(one.id), NOON)
        task = tasks.add(tx, None, "call", _BODY, NOON, author_id=one.id, holder_id=one.id, due_at=NOON)
        reminders.plan(tx, [Planned(task, one.id, "due", NOON)])
        team.append(one.id)
    return team


def _told(tx: Tx) -> set[str]:
    return set(tx.connection.execute(select(outbox.c.person_id)).scalars())


def _tick(tx: Tx) -> Sequence[int]:
    """What each look found, until nothing is due."""
    found = [reminding.tend(tx, OFFICE, NOON, leaving.hand_everything_back)]
    while found[-1]:
        found.append(reminding.tend(tx, OFFICE, NOON, leaving.hand_everything_back))
    return found


@pytest.mark.parametrize("table", [people_table, profiles_table], ids=["person", "profile"])
def test_whoever_is_damaged_holds_up_nobody_else(store: Store, table: object) -> None:
    team = store.write_now(lambda tx: _team(tx, 5))
    column = table.c.id if table is people_table else table.c.person_id  # type: ignore[attr-defined]  # one of two
    broken = update(table).where(column == team[2]).values(body=b"damaged")  # type: ignore[arg-type]  # as above
    store.write_now(lambda tx: tx.connection.execute(broken))

    assert store.write_now(_tick) == [5, 0]

    assert store.write_now(_told) == {*team} - {team[2]}
    noted = select(lines.c.subject_id).where(lines.c.action == "reminder-unreadable")
    assert store.write_now(lambda tx: tx.connection.execute(noted).scalars().all()) == [team[2]]
    # Nothing of hers is lost: she is looked at again the next day.
    later = store.write_now(lambda tx: reminders.whose(tx, NOON + timedelta(days=1), 10))
    assert later == [team[2]]


def test_many_are_told_in_as_many_questions_as_few(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """The way to the database costs most: it is not gone once more for each person."""
    asked: list[int] = []
    execute = Tx.execute

    def counted(tx: Tx, *args: object) -> object:
        asked[-1] += 1
        return execute(tx, *args)  # type: ignore[arg-type]  # handed on as it came

    for size in (2, 60):
        store.write_now(lambda tx: _forgotten(tx))
        store.write_now(lambda tx, size=size: _team(tx, size))
        asked.append(0)
        monkeypatch.setattr(Tx, "execute", counted)
        assert (
            store.write_now(lambda tx: reminding.tend(tx, OFFICE, NOON, leaving.hand_everything_back)) == size
        )
        monkeypatch.setattr(Tx, "execute", execute)

    assert asked[0] == asked[1]
    assert (
        store.write_now(lambda tx: tx.connection.execute(select(func.count()).select_from(outbox)).scalar())
        == 62
    )


def _forgotten(tx: Tx) -> None:
    for person_id in reminders.whose(tx, NOON, 100):
        reminders.said(tx, reminders.due_of(tx, [person_id], NOON))

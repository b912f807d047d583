"""Coordinators hear once a day where the audit log ends; only they, and only while the office is open."""

from datetime import datetime, timedelta
from typing import Any

import pytest

from handlers.hotline import Hotline
from locales.catalog import Catalog
from storage import audit, house, outbox, people
from storage.records import Lane, Role
from storage.store import Store
from tests.handlers.made import NOON, OFFICE

HOTLINE = Hotline(Catalog.load(), OFFICE)


@pytest.fixture
def team(store: Store) -> list[int]:
    """The chats of two coordinators; a relative and a volunteer are there, too."""

    def join(tx: Any) -> None:
        for account, role in enumerate((Role.FAMILY, Role.VOLUNTEER, Role.COORDINATOR, Role.COORDINATOR)):
            person = people.welcome(tx, account + 1, account + 1, NOON)
            people.set_role(tx, person.id, role)

    store.write_now(join)
    return [3, 4]


def told(store: Store, now: datetime) -> list[tuple[int, list[Any]]]:
    """What the job says at *now*: to which chats, and what."""

    def work(tx: Any) -> list[tuple[int, list[Any]]]:
        HOTLINE.rounds.tell_audit_head(tx, now)
        sent = outbox.claim(tx, Lane.NOTICE, 9, now + timedelta(minutes=1), now)
        for one in sent:
            outbox.settle(tx, one.id, "sent", now, telegram_id=5)
        return sorted((one.chat_id, list(one.body["parts"])) for one in sent)

    return store.write_now(work)


def test_it_is_told_once_on_each_day_of_the_office(store: Store, team: list[int]) -> None:
    """In the morning of the next day again, with the head of then."""
    store.write_now(lambda tx: audit.write(tx, None, "started", None, NOON))
    head = store.write_now(audit.head)
    assert head is not None
    mark = f"1:{head.chain[:16]}"

    assert told(store, NOON - timedelta(hours=3)) == []  # 9:00, the office is closed
    first = told(store, NOON)
    assert [chat for chat, _ in first] == team
    assert [[one["id"] for one in parts] for _, parts in first] == [["rest-word", "audit-head"]] * 2
    assert [parts[-1]["args"] for _, parts in first] == [{"mark": mark}] * 2
    assert told(store, NOON + timedelta(minutes=10)) == []
    assert [chat for chat, _ in told(store, NOON + timedelta(days=1))] == team
    assert told(store, NOON + timedelta(days=4)) == []  # Saturday


def test_a_log_without_a_line_is_not_told(store: Store, team: list[int]) -> None:
    """There is nothing yet that could be taken away."""
    assert told(store, NOON) == []


def test_a_head_that_somebody_changed_is_told_as_such(store: Store, team: list[int]) -> None:
    """They hear of it before anybody has verified anything."""
    store.write_now(lambda tx: audit.write(tx, None, "started", None, NOON))
    store.write_now(lambda tx: house.write(tx, audit.HEAD, "7:x:y"))

    assert [parts[-1]["id"] for _, parts in told(store, NOON)] == ["audit-head-lost"] * 2

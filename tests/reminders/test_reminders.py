"""Two hundred reminders; and that the weeks would find what must never happen."""

from dataclasses import replace
from datetime import datetime, timedelta
from random import Random

import pytest

from handlers import reminding
from handlers.rules.office import Office
from storage import reminders
from storage.store import Store, Tx
from tests.reminders import run
from tests.reminders.processes import processes
from tests.reminders.run import BEGIN, SPRING, Weeks, wrong

on_sqlite = pytest.mark.parametrize("database_kind", ["sqlite"], indirect=True)


def kinds(store: Store, count: int = 240, **how: object) -> set[str]:
    """What was wrong, by the word with which each begins."""
    weeks = Weeks([store], count, Random(3), days=12, **how)  # type: ignore[arg-type]  # as the tests name it
    return {one.partition(":")[0] for one in wrong(weeks.live())}


@pytest.mark.parametrize("begin", [BEGIN, SPRING], ids=["autumn", "spring"])
def test_nothing_is_missed_doubled_or_said_in_the_night(store: Store, begin: datetime) -> None:
    assert kinds(store, begin=begin) == set()


@pytest.mark.parametrize("database_kind", ["postgresql"], indirect=True)
def test_two_processes_that_tick_at_once_and_are_killed_say_everything_once(
    store: Store, database: str
) -> None:
    with processes(database, Random(5)) as ticking:
        told = Weeks([store], 240, Random(5), days=12, tick=ticking.tick).live()
    assert wrong(told) == []
    assert ticking.killed > 3
    assert len(told.heard) > 50


@on_sqlite
def test_a_word_that_stays_after_it_was_said_is_found(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    said = reminders.said

    def forgets(tx: Tx, these: list[reminders.Reminder]) -> None:
        said(tx, [one for one in these if one.person_id == reminders.TEAM])
        for one in these:
            if one.person_id != reminders.TEAM:
                later = one.due_at + timedelta(days=4)
                reminders.plan(tx, [reminders.Planned(one.task_id, one.person_id, one.word, later)])

    monkeypatch.setattr(reminders, "said", forgets)
    assert "doubled" in kinds(store, 80)


@on_sqlite
def test_a_word_that_is_lost_in_an_outage_is_found(store: Store) -> None:
    """As with a scheduler that drops what is an hour late."""

    def drops(tx: Tx, office: Office, now: datetime) -> int:
        whose = reminders.whose(tx, now - timedelta(hours=12), 100)
        reminders.said(tx, reminders.due_of(tx, whose, now - timedelta(hours=12)))
        return run.as_the_job_does(tx, office, now)

    assert "missed" in kinds(store, 80, tend=drops)


@on_sqlite
def test_a_word_at_the_wrong_time_is_found(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """As if nobody had hours or days off, and nobody looked again when it goes out."""
    monkeypatch.setattr(reminding, "next_allowed", lambda _person, _profile, _office, at: at)
    monkeypatch.setattr(run, "by_day", lambda _tx, claimed, _now: list(claimed))
    assert {"hours", "rest"} <= kinds(store, 160)


@on_sqlite
def test_a_fourth_message_of_one_day_is_found(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reminding, "MOST_A_DAY", 99)
    assert "often" in kinds(store, 2_000)


@on_sqlite
def test_a_word_after_it_was_done_is_found(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """As if nothing were taken back, and nobody looked again when it is said."""
    due_of = reminders.due_of

    def never_over(tx: Tx, person_ids: list[str], now: datetime) -> list[reminders.Reminder]:
        return [replace(one, over=False) for one in due_of(tx, person_ids, now)]

    monkeypatch.setattr(reminders, "void", lambda _tx, _task_id: None)
    monkeypatch.setattr(reminders, "due_of", never_over)
    assert "after" in kinds(store, 400)

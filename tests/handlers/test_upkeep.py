"""Resting reports in a real database: each word once, whoever ticks and whatever happens in between."""

import asyncio
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from handlers.hotline import Hotline
from handlers.intake import form
from handlers.rules.resting import AGREED, HELD, NOTICE, Terms
from locales.catalog import Catalog
from storage import attachments, cases, drafts, outbox, people, talks
from storage.records import Lane, Person, Said, StoredDraft
from storage.store import Store, Tx
from tests.handlers.made import NOON, OFFICE
from tests.storage.scenes import a_case

HOTLINE = Hotline(Catalog.load(), OFFICE)
DAY = timedelta(days=1)
LEASE = timedelta(minutes=1)
YES = {"at": NOON.isoformat(), "version": "1", "language": "en"}


@pytest.fixture
def her(store: Store) -> Person:
    """Somebody who reports."""
    return store.write_now(lambda tx: people.welcome(tx, 1, 1, NOON))


def told(*files: str, agreed: bool = True) -> dict[str, Any]:
    """What she told so far, with these files."""
    body = form.begin([{"text": "He went out in the evening.", "message": 1}])
    body["held"] += [{"id": one, "kind": "photo", "message": 2, "duration": None} for one in files]
    return {**body, "consent": YES} if agreed else body


def file_of(tx: Tx, her: Person) -> str:
    """A photo of hers, copied already."""
    file_id = attachments.add(tx, her.id, "photo", 5, {"file_id": "x"}, NOON, fetch=True)
    (one,) = attachments.by_ids(tx, [file_id])
    attachments.kept(tx, one, 5, one.body)
    return file_id


def states_of(tx: Tx, files: list[str]) -> list[bool]:
    """Which of the files are still there."""
    there = {one.id for one in attachments.by_ids(tx, files)}
    return [one in there for one in files]


def ticked(store: Store, now: datetime) -> None:
    """The job runs."""
    while store.write_now(lambda tx: HOTLINE.rounds.tend_resting(tx, now)):
        pass


def delivered(store: Store, now: datetime, outcome: str = "sent") -> list[list[str]]:
    """What goes out now, as the ids of its messages."""

    def work(tx: Tx) -> list[list[str]]:
        out = outbox.claim(tx, Lane.NOTICE, 50, now + LEASE, now)
        for one in out:
            outbox.settle(tx, one.id, outcome, now)
        return [[part["id"] for part in one.body["parts"]] for one in out]

    return store.write_now(work)


async def test_two_processes_at_once_say_it_once(store: Store, other_store: Store, her: Person) -> None:
    """Whoever ticks: three reports, one reminder; a month later one announcement, and one end."""
    for _ in range(3):
        store.write_now(lambda tx: drafts.begin(tx, her.id, told(), NOON))

    heard = []
    for days in (1, 3, 27, 30):
        now = NOON + days * DAY
        tended = await asyncio.gather(
            *(
                hands.write(lambda tx, now=now: HOTLINE.rounds.tend_resting(tx, now))
                for hands in (store, other_store, store, other_store)
            )
        )
        assert sum(tended) == 3
        heard.append(delivered(store, now))

    assert heard == [
        [["rest-word", "rest-reminder"]],
        [["rest-word", "rest-reminder"]],
        [["rest-word", "rest-announcement"]],
        [["rest-word", "rest-erased"]],
    ]
    assert store.write_now(drafts.counts) == {"dropped": 3}


def test_an_announcement_that_waits_at_a_dead_line_is_made_anew(store: Store, her: Person) -> None:
    """Nothing is erased behind her back, and she is not told of a day that has passed."""
    store.write_now(lambda tx: drafts.begin(tx, her.id, told(), NOON))
    ticked(store, NOON + 27 * DAY)
    ticked(store, NOON + 30 * DAY)
    assert store.write_now(drafts.counts) == {"open": 1}
    assert delivered(store, NOON + 31 * DAY) == [["rest-word", "rest-announcement"]]

    # It reached her a day late: she has her two days all the same.
    ticked(store, NOON + 32 * DAY)
    assert store.write_now(drafts.counts) == {"open": 1}
    ticked(store, NOON + 33 * DAY)
    assert store.write_now(drafts.counts) == {"dropped": 1}


def test_while_it_is_being_said_nobody_is_in_a_hurry(store: Store, her: Person) -> None:
    """The announcement is on the wire when its day comes."""
    store.write_now(lambda tx: drafts.begin(tx, her.id, told(), NOON))
    ticked(store, NOON + 27 * DAY)
    now = NOON + 30 * DAY
    store.write_now(lambda tx: outbox.claim(tx, Lane.NOTICE, 50, now + LEASE, now))
    ticked(store, now)
    assert store.write_now(drafts.counts) == {"open": 1}
    assert store.write_now(lambda tx: drafts.owners_due(tx, now + NOTICE, 5)) == {her.id}


def test_who_is_back_after_an_announcement_that_did_not_arrive_hears_another(
    store: Store, her: Person
) -> None:
    """Telegram said only then that she had blocked the bot; on the last day she is back."""
    store.write_now(lambda tx: drafts.begin(tx, her.id, told(), NOON))
    ticked(store, NOON + 27 * DAY)
    delivered(store, NOON + 27 * DAY, "gone")
    store.write_now(lambda tx: HOTLINE.unreachable(tx, her.id, NOON + 27 * DAY, key="gone/1"))
    store.write_now(lambda tx: people.set_reachable(tx, her.id, True))

    ticked(store, NOON + 30 * DAY)

    assert delivered(store, NOON + 30 * DAY) == [["rest-word", "rest-announcement"]]


def test_reports_with_and_without_her_yes_are_announced_in_one_message(store: Store, her: Person) -> None:
    """Each with its own day."""
    store.write_now(lambda tx: drafts.begin(tx, her.id, told(), NOON))
    store.write_now(lambda tx: drafts.begin(tx, her.id, told(agreed=False), NOON + 22 * DAY))
    now = NOON + 27 * DAY
    ticked(store, now)
    (out,) = store.write_now(lambda tx: outbox.claim(tx, Lane.NOTICE, 50, now + LEASE, now))
    days = [part["args"]["day"] for part in out.body["parts"][1:]]
    assert [part["id"] for part in out.body["parts"][1:]] == ["rest-announcement", "rest-announcement-held"]
    assert days == [{"$day": "2026-12-24"}, {"$day": "2026-12-23"}]


def test_a_photo_that_another_report_needs_stays(store: Store, her: Person) -> None:
    """One for two sons, one in a case of hers, one without a place yet: only the fourth goes."""

    def work(tx: Tx) -> list[str]:
        shared, sent, held, alone = (file_of(tx, her) for _ in range(4))
        drafts.begin(tx, her.id, told(shared, sent, held, alone), NOON)
        drafts.begin(tx, her.id, told(shared), NOON + 10 * DAY)
        case = a_case(body={"answers": {"photo": {"files": [{"id": sent, "kind": "photo"}]}}})
        cases.add(tx, case)
        cases.follow(tx, case.id, her.id, NOON)
        talks.begin(tx, her.id, "loose", {"held": [{"id": held, "kind": "photo"}]}, NOON)
        return [shared, sent, held, alone]

    files = store.write_now(work)
    for days in (27, 30):
        ticked(store, NOON + days * DAY)
        delivered(store, NOON + days * DAY)

    assert store.write_now(drafts.counts) == {"dropped": 1, "open": 1}
    assert store.write_now(lambda tx: states_of(tx, files)) == [True, True, True, False]


def test_what_is_damaged_on_the_disk_holds_nobody_up(store: Store, her: Person) -> None:
    """Her draft does not open, another's account does not; a third is reminded all the same."""

    def damage(tx: Tx, table: str, row: str) -> None:
        tx.connection.exec_driver_sql(f"UPDATE {table} SET body = {BROKEN[tx.sqlite]} WHERE id = '{row}'")  # noqa: S608

    others = [store.write_now(lambda tx, n=n: people.welcome(tx, n, n, NOON)) for n in (2, 3)]
    mine, theirs, _ = (
        store.write_now(lambda tx, one=one: drafts.begin(tx, one.id, told(), NOON)) for one in (her, *others)
    )
    store.write_now(lambda tx: damage(tx, "drafts", mine.id))
    store.write_now(lambda tx: damage(tx, "people", theirs.person_id))

    ticked(store, NOON + DAY)

    assert delivered(store, NOON + DAY) == [["rest-word", "rest-reminder"]]
    assert store.write_now(lambda tx: drafts.owners_due(tx, NOON + 2 * DAY, 5)) == {theirs.person_id}


BROKEN = {True: "x'00'", False: r"'\x00'"}


@dataclass
class Life:
    """One random life of somebody's reports, and what must be true of it."""

    store: Store
    her: Person
    now: datetime = NOON
    agreed: dict[str, bool] = field(default_factory=dict)
    touched: dict[str, datetime] = field(default_factory=dict)
    reminded: dict[str, int] = field(default_factory=dict)
    announced: dict[str, datetime] = field(default_factory=dict)
    named: dict[str, datetime] = field(default_factory=dict)  # the day that was named then, heard or not
    reachable: bool = True

    def begins(self, agreed: bool) -> None:
        """Another report."""
        draft = self.store.write_now(lambda tx: drafts.begin(tx, self.her.id, told(agreed=agreed), self.now))
        self.agreed[draft.id] = agreed
        self._touched(draft)

    def touches(self, which: int) -> None:
        """She adds something to one, or wants it kept."""
        unfinished = self.unfinished()
        if which >= len(unfinished):
            return
        draft = unfinished[which]
        if which:
            self.store.write_now(lambda tx: drafts.save(tx, draft, draft.body, self.now))
        else:
            assert self.store.write_now(lambda tx: drafts.touch(tx, draft.id, self.her.id, self.now))
        self._touched(draft)

    def blocks(self) -> None:
        """She blocks the bot, or is back."""
        self.reachable = not self.reachable
        if self.reachable:
            self.store.write_now(lambda tx: people.set_reachable(tx, self.her.id, True))
        else:
            self.store.write_now(lambda tx: HOTLINE.unreachable(tx, self.her.id, self.now, key="x"))
            # Whether she heard of it is not known: who is back hears it again, and has her days again.
            self.announced.clear()

    def ticks(self) -> None:
        """The job runs, and what is said is heard at once."""
        before = {draft.id: draft for draft in self.unfinished()}
        ticked(self.store, self.now)
        said = delivered(self.store, self.now)
        after = {draft.id for draft in self.unfinished()}
        gone = set(before) - after
        assert len(said) <= 1, "one message at a time"
        assert not said or (OFFICE.may_push(self.now) and self.reachable)
        words = [word for parts in said for word in parts[1:]]
        heard = self.store.write_now(lambda tx: _heard(tx, self.her.id))
        spoken = {one for one, (_, at) in heard.items() if at == self.now}
        for one in spoken - gone:
            if heard[one][0] is Said.ANNOUNCED:
                assert one not in self.announced, "announced once"
                self.announced[one] = self.now
            else:
                self.reminded[one] = self.reminded.get(one, 0) + 1
                assert self.reminded[one] <= (2 if self.agreed[one] else 1)
                assert self.now >= self.touched[one] + DAY
        # One message names one day, the last of all that it speaks of.
        for one in spoken - gone:
            if self.announced.get(one) == self.now:
                together = [
                    max(self.touched[other] + self._terms(other).erased, self.now + NOTICE)
                    for other in spoken - gone
                    if self.announced.get(other) == self.now and self.agreed[other] == self.agreed[one]
                ]
                self.named[one] = max(together)
        for one in gone:
            here = self._terms(one)
            assert self.now >= self.touched[one] + here.erased, "not too early"
            assert not self.reachable or self.now >= self.announced[one] + NOTICE, "not behind her back"
        assert ("rest-erased" in words) == bool(gone and self.reachable)
        # Nothing stays for longer than it may, but for a night and the notice.
        for one in after:
            day = self.named.get(one)
            if day is None:
                if self.reachable:
                    continue  # not told yet
                day = self.touched[one] + self._terms(one).erased
            assert self.now < OFFICE.next_push(day) or not OFFICE.may_push(self.now)

    def _terms(self, draft_id: str) -> Terms:
        return AGREED if self.agreed[draft_id] else HELD

    def _touched(self, draft: StoredDraft) -> None:
        self.touched[draft.id] = self.now
        self.reminded.pop(draft.id, None)
        self.announced.pop(draft.id, None)
        self.named.pop(draft.id, None)

    def unfinished(self) -> list[StoredDraft]:
        """Hers that are still open."""
        return list(self.store.write_now(lambda tx: drafts.open_of(tx, self.her.id)))


def _heard(tx: Tx, person_id: str) -> dict[str, tuple[Said, datetime | None]]:
    rows = tx.connection.exec_driver_sql(f"SELECT id FROM drafts WHERE person_id = '{person_id}'").all()  # noqa: S608
    table = drafts.drafts
    found = tx.connection.execute(table.select().where(table.c.id.in_([row[0] for row in rows]))).all()
    return {row.id: (Said(row.said), row.said_at) for row in found}


HAPPENINGS = st.lists(
    st.one_of(
        st.tuples(st.just("begins"), st.booleans()),
        st.tuples(st.just("touches"), st.integers(0, 2)),
        st.tuples(st.just("blocks")),
        st.tuples(st.just("passes"), st.sampled_from([0.2, 1, 3, 9, 11, 24, 47, 72, 24 * 7, 24 * 20])),
        st.tuples(st.just("passes"), st.sampled_from([6, 24, 48, 24 * 3])),
    ),
    max_size=25,
)
ACCOUNTS = iter(range(1_000, 10**9))


@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(HAPPENINGS)
def test_whatever_happens_in_between(store: Store, happenings: list[tuple[Any, ...]]) -> None:
    """Touches, blocks, downtimes: at most two reminders, none at night, no end unannounced, no word twice."""
    account = next(ACCOUNTS)
    her = store.write_now(lambda tx: people.welcome(tx, account, account, NOON))
    life = Life(store, her)
    life.begins(True)
    for what, *values in happenings:
        if what == "passes":
            life.now += timedelta(hours=values[0])
            life.ticks()
        else:
            getattr(life, what)(*values)
    life.now = OFFICE.next_push(life.now + 40 * DAY)
    for _ in range(4):
        life.ticks()
        life.now += 3 * DAY
    assert life.unfinished() == []

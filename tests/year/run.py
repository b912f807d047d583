"""Lets the year pass: people live their lives, the house runs or does not, and all that comes is noted."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from random import Random
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import select

from bot.daytime import by_day
from handlers.context import Speech
from handlers.decisions import carry_out
from handlers.family.habits import CITIES
from handlers.hotline import Hotline
from handlers.intake.fields import day_value
from handlers.offers import WATCHES
from handlers.rules import casework, codes
from locales.catalog import Catalog
from storage import cases, matters, outbox, people, tables
from storage.ids import new_id
from storage.records import Case, Lane, Role, Situation, Stage, Way
from storage.store import Store, Tx
from tests.handlers.made import OFFICE
from tests.year.seeds import SEEDS
from tests.year.told import Heard, Owed, Promised, Told

BEGIN = datetime(2026, 3, 1, 6, tzinfo=UTC)
"""Before the clocks of America and Europe go forward; a year later they have gone back, too."""
_HOUR = timedelta(hours=1)
_ZONES = [*CITIES.values(), None, None, None]
_LANGUAGES = ("kk", "ru", "zh-Hans", "ug", "en", "kk-Arab")


@dataclass
class Year:
    """One run.

    Attributes:
        dark: The times at which the house does not run, ascending.
    """

    store: Store
    count: int
    days: int
    random: Random
    hotline: Hotline = field(default_factory=lambda: Hotline(Catalog.load(), OFFICE))
    told: Told = field(default_factory=lambda: Told(OFFICE.zone))
    dark: list[tuple[datetime, datetime]] = field(default_factory=list)
    team: list[str] = field(default_factory=list)
    family: list[str] = field(default_factory=list)
    running: dict[str, Promised] = field(default_factory=dict)
    owed: dict[tuple[str, str], Owed] = field(default_factory=dict)
    zones: dict[str, ZoneInfo] = field(default_factory=dict)
    ways: dict[str, Way] = field(default_factory=dict)
    follows: dict[str, list[str]] = field(default_factory=dict)
    unreached: set[str] = field(default_factory=set)
    closed: set[str] = field(default_factory=set)
    letters: int = 0

    def live(self) -> Told:
        """From the first day to the last."""
        assert set(WATCHES) <= set(SEEDS), "a kind that is watched has no seed"
        self.store.write_now(self._seed)
        self._plan_darkness()
        now, end = BEGIN, BEGIN + timedelta(days=self.days)
        today = OFFICE.today(now)
        while now < end:
            now += timedelta(minutes=self.random.randint(20, 95))
            if any(begin <= now < until for begin, until in self.dark):
                continue
            if OFFICE.today(now) != today and OFFICE.is_open(now):
                today = OFFICE.today(now)
                self.store.write_now(lambda tx, at=now: self._people_live(tx, at))
            self._ticks(now)
        return self.told

    def _plan_darkness(self) -> None:
        at = BEGIN
        while True:
            at += timedelta(hours=self.random.randint(60, 500))
            if at > BEGIN + timedelta(days=self.days):
                return
            until = at + timedelta(hours=self.random.uniform(0, 72))
            self.dark.append((at, until))
            at = until

    def _seed(self, tx: Tx) -> None:
        for number in range(6):
            self._somebody(tx, number + 1, Role.COORDINATOR if number < 4 else Role.VOLUNTEER)
        for number in range(self.count):
            self.family.append(self._somebody(tx, 1_000 + number, Role.FAMILY))
        taken: set[str] = set()
        for _ in range(self.count):
            code = codes.make(self.random.choice)
            while code in taken:
                code = codes.make(self.random.choice)
            taken.add(code)
            self._open(tx, code)

    def _somebody(self, tx: Tx, account: int, role: Role) -> str:
        person = people.welcome(tx, account, account, BEGIN)
        people.set_language(tx, person.id, self.random.choice(_LANGUAGES))
        people.set_role(tx, person.id, role, BEGIN)
        if role is Role.COORDINATOR:
            self.team.append(person.id)
        way = self.random.choice((Way.PING, Way.PING, Way.AT_ONCE, Way.ASKED))
        self._settles(tx, person.id, self.random.choice(_ZONES), way)
        return person.id

    def _settles(self, tx: Tx, person_id: str, zone: str | None, way: Way) -> None:
        people.set_habits(tx, people.by_id(tx, person_id), zone=zone, way=way)
        self.zones[person_id] = ZoneInfo(zone) if zone is not None else OFFICE.zone
        self.ways[person_id] = way

    def _open(self, tx: Tx, code: str) -> None:
        made = BEGIN - timedelta(hours=self.random.randint(1, 100))
        owner = self.random.choice((*self.team, None))
        case = Case(
            id=new_id(made), code=code, stage=Stage.ACTIVE, situation=Situation.MISSING, owner_id=owner,
            language="kk", promise_on=OFFICE.promise(BEGIN), waiting_since=None, version=1, made_at=made,
            updated_at=made, body=self._told(made),
        )  # fmt: skip
        cases.add(tx, case)
        # Some follow several cases, some cases are followed by nobody.
        self.follows[case.id] = self.random.sample(
            self.family, min(self.random.randint(0, 4), len(self.family))
        )
        for one in self.follows[case.id]:
            cases.follow(tx, case.id, one, made)
        for kind in WATCHES:
            if self.random.random() < 0.1:
                SEEDS[kind](tx, case, self.random, BEGIN, owner or self.team[0])
        self._promises(case, BEGIN)

    def _told(self, made: datetime) -> dict[str, Any]:
        """When somebody disappeared: from there the urgent way of the UN is counted."""
        day = (made - timedelta(days=self.random.randint(1, 100))).date().isoformat()
        answer = {"state": "given", "value": day_value(day), "texts": [], "files": [], "remarks": []}
        return {"answers": {"when": answer}, "remarks": []}

    def _promises(self, case: Case, now: datetime) -> None:
        team = (case.owner_id,) if case.owner_id is not None else tuple(self.team)
        self.running[case.id] = Promised(case.code, case.promise_on, now, team)
        self.told.promised.append(self.running[case.id])

    def _people_live(self, tx: Tx, now: datetime) -> None:
        """A morning at the office: letters, cases that close or go on, families that move or fall silent."""
        for case_id in list(self.follows):
            chance = self.random.random()
            if case_id in self.closed:
                if chance < 0.02:
                    self._goes_on(tx, case_id, now)
            elif chance < 0.05:
                self._letter(tx, case_id, now)
            elif chance < 0.053:
                self._closes(tx, case_id, now)
        for person_id in self.family:
            chance = self.random.random()
            if chance < 0.003:
                self._moves(tx, person_id)
            elif chance < 0.006:
                self._falls_silent(tx, person_id, now)
            elif chance < 0.2 and person_id in self.unreached:
                people.set_reachable(tx, person_id, True)
                self.unreached.discard(person_id)

    def _letter(self, tx: Tx, case_id: str, now: datetime) -> None:
        case = _case(tx, case_id)
        writer = people.by_id(tx, case.owner_id or self.team[0])
        self.letters += 1
        letter = {"template": "nothing", "values": {}}
        readers = cases.followers_of(tx, case.id)
        decision = casework.write_to_family(case, writer, letter, readers, OFFICE, now)
        carry_out(Speech(tx, now, f"letter/{self.letters}"), decision, writer.id)
        self._ends(case_id, "letter", now)
        self._promises(_case(tx, case_id), now)

    def _closes(self, tx: Tx, case_id: str, now: datetime) -> None:
        cases.change(tx, case_id, now, stage=Stage.CLOSED)
        self.closed.add(case_id)
        self._ends(case_id, "closed", now)

    def _goes_on(self, tx: Tx, case_id: str, now: datetime) -> None:
        cases.change(tx, case_id, now, stage=Stage.ACTIVE, promise_on=OFFICE.promise(now))
        self.closed.discard(case_id)
        self._promises(_case(tx, case_id), now)

    def _ends(self, case_id: str, how: str, now: datetime) -> None:
        """A promise is over, and whatever was owed because of the one before it is owed no more."""
        promise = self.running[case_id]
        promise.ended_at, promise.how = now, how
        if how != "due":
            for reader in self.follows[case_id]:
                if (owed := self.owed.pop((case_id, reader), None)) is not None:
                    owed.void_at = owed.void_at or now

    def _moves(self, tx: Tx, person_id: str) -> None:
        self._settles(tx, person_id, self.random.choice(_ZONES), self.ways[person_id])
        for (_, reader), owed in self.owed.items():
            if reader == person_id:
                owed.moved = True

    def _falls_silent(self, tx: Tx, person_id: str, now: datetime) -> None:
        people.set_reachable(tx, person_id, False)
        self.unreached.add(person_id)
        for (_, reader), owed in self.owed.items():
            if reader == person_id:
                owed.void_at = owed.void_at or now

    def _ticks(self, now: datetime) -> None:
        """What the schedule does, and what then goes out."""
        self.told.awake.append(now)
        while self.store.write_now(lambda tx: self.hotline.rounds.keep_promises(tx, now)):
            pass
        while self.store.write_now(lambda tx: self.hotline.rounds.tend_matters(tx, now)):
            pass
        self.store.write_now(lambda tx: self._looks(tx, now))

    def _looks(self, tx: Tx, now: datetime) -> None:
        """What changed, and what came to whom."""
        for case_id, code, day in tx.connection.execute(
            select(tables.cases.c.id, tables.cases.c.code, tables.cases.c.promise_on)
        ):
            if case_id in self.closed or day == self.running[case_id].day:
                continue
            before = self.running[case_id].day
            self.running[case_id].next_day = day
            self._ends(case_id, "due", now)
            self._promises(_case(tx, case_id), now)
            for reader in self.follows[case_id]:
                self._is_owed(case_id, code, reader, before, day, now)
        self.told.left += [
            f"left: {one.kind} {one.id} since {one.watch_at}" for one in matters.due(tx, now, 9)
        ]
        for heard in _came(tx, now, self.zones):
            self.told.heard.append(heard)
            for name, args in heard.messages:
                if name == "promise-nothing-new":
                    self._heard(heard.person, args)

    def _is_owed(
        self, case_id: str, code: str, reader: str, day: date, next_day: date, now: datetime
    ) -> None:
        old = self.owed.pop((case_id, reader), None)
        if old is not None:
            old.void_at = old.void_at or now  # she was not to be reached all the time
        if self.ways[reader] is Way.ASKED:
            return
        owed = Owed(reader, code, day, next_day, self.zones[reader])
        if reader in self.unreached:
            owed.void_at = now
        self.owed[case_id, reader] = owed
        self.told.owed.append(owed)

    def _heard(self, person: str, args: str) -> None:
        code = args.split()[0]
        for (case_id, reader), owed in list(self.owed.items()):
            if reader == person and owed.code == code:
                del self.owed[case_id, reader]


def _case(tx: Tx, case_id: str) -> Case:
    case = cases.by_id(tx, case_id)
    assert case is not None
    return case


def _came(tx: Tx, now: datetime, zones: Mapping[str, ZoneInfo]) -> Iterator[Heard]:
    """Everything that may go out does, as if the line were never narrow."""
    for lane in (Lane.ALERT, Lane.NOTICE):
        while claimed := outbox.claim(tx, lane, 500, now + _HOUR, now):
            for one in by_day(tx, claimed, now):
                person = str(one.person_id)
                yield Heard(person, now, zones[person], tuple(_messages(one.body.get("parts", ()))))
                outbox.settle(tx, one.id, "sent", now)


def _messages(parts: Any) -> Iterator[tuple[str, str]]:
    for part in parts:
        if "lines" in part:
            yield from _messages(part["lines"])
        elif "id" in part:
            yield part["id"], " ".join(_said(one) for one in part.get("args", {}).values())


def _said(value: Any) -> str:
    if isinstance(value, dict) and "$day" in value:
        return str(value["$day"])
    return value if isinstance(value, str) else json.dumps(value, sort_keys=True)

"""`python -m tests.bench.cases`: how long a coordinator waits, with a thousand cases and a hundred thousand.

Everything goes through the real front door, one update after another, on both databases; times are
medians, with the transaction and its commit. All people are made up, by chance.
"""

import argparse
import itertools
import secrets
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any

import telegram

from handlers.finding.bearers import Bearers
from handlers.finding.clues import clues_of
from handlers.finding.names import Names, _Named
from handlers.hotline import Hotline
from handlers.rules import codes
from locales.catalog import Catalog
from storage import cases, clues, keys, matters, migrate, people
from storage.engine import sqlite_url
from storage.ids import new_id
from storage.records import Case, MatterKind, Role, Situation, Stage, Urgency
from storage.store import Store, Tx
from tests.conftest import Postgres
from tests.handlers.made import NOON, OFFICE

SIZES = (1_000, 100_000)
LIMIT = 100.0  # milliseconds, at the median
_CHUNK = 2_000
_ACCOUNT = 77
_GIVEN = ("Ер", "Нұр", "Бек", "Ай", "Гүл", "Дәу", "Сер", "Мұр", "Әлі", "Қай", "Жан", "Тем", "Бол", "Мар")
_SECOND = ("лан", "бол", "сұлтан", "жан", "рен", "ік", "хан", "тай", "мұрат", "нар", "қали", "дар", "сара")
_FATHER = ["ұлы", "қызы", "ов", "ова", "ев", "ева"]


@dataclass(frozen=True)
class Known:
    """One case that is searched for."""

    code: str
    name: str
    phone: str


def _name(random: Random) -> str:
    def word() -> str:
        return random.choice(_GIVEN) + random.choice(_SECOND)

    third = random.choice(_GIVEN) + random.choice(_SECOND)
    return f"{word()} {third}{random.choice(_FATHER)} {word()}{random.choice(('ов', 'ова'))}"


def _body(random: Random, number: int) -> dict[str, Any]:
    def told(*texts: str, value: Any = None) -> dict[str, Any]:
        said = [{"text": text, "message": 1} for text in texts]
        return {"state": "given", "value": value, "texts": said, "files": [], "remarks": []}

    phone = f"+7701{number:07}"
    return {
        "answers": {
            "relation": told(value="child"),
            "name": told(_name(random), value="Cyrl"),
            "event": told(value="taken"),
            "when": told(value={"edtf": "2026-03", "first": "2026-03-01", "last": "2026-03-31"}),
            "where": told("Қорғас", value={"place": "khorgos"}),
            "story": told("Жол бойында байланыс үзілді. " * 8),
            "other-names": told(_name(random), value="Cyrl"),
            "identity.1.number": told(f"N{number:08}"),
            "phone": told(phone, value=phone),
        },
        "remarks": [],
        "consents": [],
    }


def fill(store: Store, count: int) -> tuple[float, list[Known]]:
    """Write so many cases; returns the seconds that it took, and some of them."""
    random = Random(count)
    owners = store.write_now(_team)
    began = time.perf_counter()
    taken: set[str] = set()
    known: list[Known] = []
    for start in range(0, count, _CHUNK):
        made = [_case(random, number, owners, taken) for number in range(start, min(start + _CHUNK, count))]
        store.write_now(lambda tx, made=made: _write(tx, made, random))  # type: ignore[misc]  # bound at once
        one = made[len(made) // 2]
        answers = one.body["answers"]
        known.append(Known(one.code, answers["name"]["texts"][0]["text"], answers["phone"]["value"]))
    if not store.sqlite:
        store.write_now(lambda tx: tx.connection.exec_driver_sql("ANALYZE"))
    return time.perf_counter() - began, known


def _team(tx: Tx) -> list[str]:
    found = []
    for account in range(_ACCOUNT, _ACCOUNT + 5):
        person = people.welcome(tx, account, account, NOON)
        people.set_language(tx, person.id, "en")
        people.set_role(tx, person.id, Role.COORDINATOR, NOON)
        found.append(person.id)
    return found


def _case(random: Random, number: int, owners: Sequence[str], taken: set[str]) -> Case:
    code = codes.make(random.choice)
    while code in taken:
        code = codes.make(random.choice)
    taken.add(code)
    made_at = NOON - timedelta(minutes=random.randrange(60, 60 * 24 * 700))
    waits = random.random() < 0.003
    return Case(
        id=new_id(made_at),
        code=code,
        stage=random.choices(list(Stage)[:5], (1, 2, 4, 2, 6))[0],
        situation=Situation.DETAINED,
        owner_id=None if random.random() < 0.05 else random.choice(owners),
        language="kk",
        promise_on=date(2026, 11, 22) + timedelta(days=random.randrange(30)),
        waiting_since=NOON - timedelta(hours=random.randrange(1, 90)) if waits else None,
        version=1,
        made_at=made_at,
        updated_at=made_at + timedelta(minutes=30),
        body=_body(random, number),
        urgency=random.choices(list(Urgency), (96, 3, 1))[0],
    )


def _write(tx: Tx, made: Sequence[Case], random: Random) -> None:
    found: list[dict[str, str]] = []
    for case in made:
        tx.vault.begin(case.id)
        found += (
            {"kind": kind, "clue_key": clues.key_of(tx, kind, value), "case_id": case.id}
            for kind, value in clues_of(case.body)
        )
    for case in made:
        cases.add(tx, case)
    tx.execute(clues._add(tx), found)
    for case in made:
        if random.random() < 0.05:
            kind = random.choice((MatterKind.TERM, MatterKind.FINE, MatterKind.PETITION, MatterKind.CLAIM))
            watch = NOON + timedelta(hours=random.randrange(-40, 900))
            matters.add(tx, case.id, kind, {"text": "made up"}, NOON, author_id=None, watch_at=watch)


class Desk:
    """A coordinator before the front door."""

    def __init__(self, store: Store) -> None:
        self.hotline = Hotline(Catalog.load(), OFFICE)
        self._store = store
        self._updates = itertools.count(1)
        self._now = NOON

    def writes(self, text: str) -> float:
        """She writes; milliseconds until everything that follows is committed."""
        number = next(self._updates)
        self._now += timedelta(seconds=7)
        user = {"id": _ACCOUNT, "is_bot": False, "first_name": "S"}
        message: dict[str, Any] = {
            "message_id": number,
            "date": int(self._now.timestamp()),
            "chat": {"id": _ACCOUNT, "type": "private", "first_name": "S"},
            "from": user,
            "text": text,
        }
        message["entities"] = [{"type": "bot_command", "offset": 0, "length": len(text.split()[0])}]
        update = telegram.Update.de_json({"update_id": number, "message": message}, None)
        assert update is not None
        key = f"bench/{secrets.token_hex(4)}/{number}"
        began = time.perf_counter()
        self._store.write_now(lambda tx: self.hotline.receive(tx, update, self._now, key=key))
        return (time.perf_counter() - began) * 1000


def _misspelt(name: str) -> str:
    word = name.split()[0]
    return word[:3] + word[4:] if len(word) > 5 else word


ACTS: Mapping[str, Callable[[Known], str]] = {
    "/queue": lambda _one: "/queue",
    "/case CODE": lambda one: f"/case {one.code.lower().replace('-', '')}",
    "/find CODE": lambda one: f"/find {one.code}",
    "/find telephone": lambda one: f"/find {one.phone}",
    "/find name": lambda one: f"/find {one.name}",
    "/find one word": lambda one: f"/find {one.name.split()[0]}",
    "/find, misspelt": lambda one: f"/find {_misspelt(one.name)} {one.name.split()[1]}",
}


@dataclass(frozen=True)
class Figures:
    """What came out for one database with so many cases."""

    kind: str
    count: int
    fill_seconds: float
    read_seconds: float
    read_megabytes: float
    medians: Mapping[str, float]


def _megabytes(names: Names) -> float:
    """What the index of names holds, each thing counted once."""
    seen: set[int] = set()

    def size(one: Any) -> int:
        if id(one) in seen or isinstance(one, (int, type(None))):
            return 0 if id(one) in seen else sys.getsizeof(one)
        seen.add(id(one))
        whole = sys.getsizeof(one)
        if isinstance(one, dict):
            return whole + sum(size(key) + size(value) for key, value in one.items())
        if isinstance(one, (list, tuple)):
            return whole + sum(map(size, one))
        if isinstance(one, _Named):
            return whole + size(one.words)
        if isinstance(one, Bearers):
            return whole + size(one._few) + sys.getsizeof(one._mask)
        return whole

    held = (names._numbers, names._ids, names._named, names._cases, names._sorted, names._skeletons)
    return sum(map(size, held)) / 2**20


def measure(kind: str, url: str, folder: Path, count: int, rounds: int) -> Figures:
    """Fill a fresh database and ask."""
    folder.mkdir()
    store = Store(url, keys.create(folder, "made up", cost=16))
    try:
        filled, known = fill(store, count)
        desk = Desk(store)
        began = time.perf_counter()
        while not store.write_now(lambda tx: desk.hotline.names.catch_up(tx, 1_000)):
            pass
        read = time.perf_counter() - began
        assert len(desk.hotline.names) == count
        medians = {}
        for act, written in ACTS.items():
            times = [desk.writes(written(one)) for one in itertools.islice(itertools.cycle(known), rounds)]
            medians[act] = statistics.median(times)
        return Figures(kind, count, filled, read, _megabytes(desk.hotline.names), medians)
    finally:
        store.close()


@contextmanager
def _databases(folder: Path, kinds: Sequence[str]) -> Iterator[Callable[[str, int], str]]:
    server = Postgres(folder / "pg") if "postgresql" in kinds else None

    def fresh(kind: str, count: int) -> str:
        if server is not None and kind == "postgresql":
            return server.fresh()
        url = sqlite_url(folder / f"{count}.db")
        migrate.upgrade(url)
        return url

    try:
        yield fresh
    finally:
        if server is not None:
            server.close()


def table(found: Sequence[Figures]) -> str:
    """As Markdown."""
    head = ["", *(f"{one.kind}, {one.count:,}" for one in found)]
    lines = [head, ["---"] * len(head)]
    lines += [[f"{act}, ms", *(f"{one.medians[act]:.1f}" for one in found)] for act in ACTS]
    lines.append(["reading all names, s", *(f"{one.read_seconds:.1f}" for one in found)])
    lines.append(["their index, MB", *(f"{one.read_megabytes:.0f}" for one in found)])
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def main() -> None:
    """Read the arguments, measure, print; ends with 1 where somebody waits too long."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.cases", description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=list(SIZES))
    parser.add_argument("--kinds", nargs="+", default=["sqlite", "postgresql"])
    parser.add_argument("--rounds", type=int, default=41)
    asked = parser.parse_args()
    found = []
    with (
        tempfile.TemporaryDirectory(prefix="izdeu-cases-", ignore_cleanup_errors=True) as name,
        _databases(Path(name), asked.kinds) as fresh,
    ):
        for kind, count in itertools.product(asked.kinds, asked.sizes):
            place = Path(name) / f"{kind}-{count}"
            found.append(measure(kind, fresh(kind, count), place, count, asked.rounds))
    print(table(found))
    slow = [
        f"{one.kind} {one.count}: {act}" for one in found for act, ms in one.medians.items() if ms > LIMIT
    ]
    if slow:
        raise SystemExit(f"over {LIMIT:.0f} ms: {', '.join(slow)}")


if __name__ == "__main__":
    main()

"""Ten thousand hostile updates: nothing falls over, nobody else notices, nothing is left lying about."""

import json
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from random import Random

import pytest
import telegram
from telegram import Bot

from storage import inbox
from storage.engine import sqlite_url
from storage.store import Store
from storage.vault import Vault
from tests.fuzz.mutations import nest, wired
from tests.fuzz.run import BOT_ID, House, run
from tests.fuzz.shapes import Account, Shapes
from tests.fuzz.texts import MARK, PHONE_MARK, Words
from tests.fuzz.traces import in_files, in_text, overheard

SEED = 20_261_124

Opened = Callable[[], AbstractContextManager[Store]]


@pytest.fixture
def opened(database_kind: str, request: pytest.FixtureRequest, tmp_path: Path, vault: Vault) -> Opened:
    """Opens a fresh store each time it is asked."""
    numbers = iter(range(100))

    @contextmanager
    def fresh() -> Iterator[Store]:
        if database_kind == "postgresql":
            url = request.getfixturevalue("postgres").fresh()
        else:
            path = tmp_path / f"{next(numbers)}.db"
            path.write_bytes(request.getfixturevalue("sqlite_pattern").read_bytes())
            url = sqlite_url(path)
        store = Store(url, vault)
        try:
            yield store
        finally:
            store.close()

    return fresh


async def test_the_crowd_changes_nothing_for_anybody_else(
    database_kind: str, opened: Opened, tmp_path: Path
) -> None:
    """The same walk of the same people, with a crowd around them and without one."""
    updates = 10_000 if database_kind == "sqlite" else 1_000

    with overheard() as log, opened() as store:
        attacked = await run(store, updates=updates, seed=SEED)
        left = in_files(tmp_path)
    left |= in_files(tmp_path)
    with opened() as store:
        alone = await run(store, updates=updates, seed=SEED, alone=True)

    assert attacked.defects() == []
    assert attacked.told == alone.told
    assert attacked.kept == alone.kept
    assert len(alone.kept) == 3
    assert in_text(log.getvalue()) == set()
    assert left == set()


async def test_hostile_coordinators_break_nothing(opened: Opened) -> None:
    """Whoever got an invitation by cunning meets the same questions as everybody else."""
    with overheard() as log, opened() as store:
        outcome = await run(store, updates=1_500, seed=SEED, insiders=8)

    assert outcome.defects() == []
    assert in_text(log.getvalue()) == set()


async def test_what_is_read_less_deep_beside_others_is_counted_as_it_is_stored(opened: Opened) -> None:
    """An update without a number is known by its content, and that depends on what came with it."""
    update = {"message": {"text": nest(300, "l")}}
    with opened() as store:
        house = House(store, SEED)
        async with house.at_work():
            await house.take([update, update])
            await house.take([update, {"edited_message": {"text": nest(20_000, "l")}}])
        stored = sum((await store.read(inbox.counts)).values())

    assert (stored, house.distinct) == (3, 3)


def test_every_kind_of_update_is_well_formed_before_it_is_broken() -> None:
    """Or the crowd would only try the parser."""
    random = Random(SEED)
    shapes, bot = Shapes(random, Words(random)), Bot(f"{BOT_ID}:{'x' * 35}")
    who = Account(5, MARK)

    assert set(shapes.kinds) == set(telegram.Update.ALL_TYPES)
    for kind, make in shapes.kinds.items():
        assert getattr(telegram.Update.de_json({"update_id": 1, kind: make(who)}, bot), kind) is not None
    for content in shapes.contents.kinds.values():
        message = shapes.message(who, content())
        assert telegram.Update.de_json({"update_id": 1, "message": message}, bot).message is not None


@pytest.mark.parametrize("word", [MARK, PHONE_MARK, "Кульджу"])
def test_words_that_were_left_lying_about_are_found(tmp_path: Path, word: str) -> None:
    """A search that finds nothing must be one that can find something."""
    for encoded in (word.encode(), word.encode("utf-16-le"), json.dumps({"text": word}).encode()):
        (tmp_path / "izdeu.db-wal").write_bytes(b"\0\1" + encoded + b"\2")
        assert in_files(tmp_path) == {word}

    with overheard() as log:
        print(json.dumps(word))
    assert in_text(log.getvalue()) == {word}


def test_one_seed_makes_one_crowd() -> None:
    """A finding can be repeated from the seed that it came with."""

    def texts() -> list[str]:
        random = Random(7)
        words = Words(random)
        shapes = Shapes(random, words)
        return [wired(make(Account(5, MARK))) for make in shapes.kinds.values() for _ in range(20)]

    assert texts() == texts()

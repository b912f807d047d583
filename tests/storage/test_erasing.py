"""What was erased is gone from the tables at once, and from every copy of them once its key is destroyed."""

import shutil
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from types import SimpleNamespace

import pytest
from sqlalchemy import select

from bot.jobs import erase, retention
from handlers.erasing import CLOCK, erase_case, erase_closed, erase_draft
from handlers.rounds import Rounds
from storage import attachments, cases, drafts, entries, erasures, keyboards, keys, outbox, people, talks
from storage.errors import KeyGone, Overtaken, SealBroken
from storage.files import Files
from storage.records import EntryKind, Lane, Outgoing, Stage
from storage.resealing import PLACES
from storage.store import Store
from storage.tables import metadata
from tests.handlers.made import OFFICE
from tests.storage import scenes
from tests.storage.dying import PASSPHRASE
from tests.storage.scenes import CHAT, NOW

ROOT = Path(__file__).parents[2]
TELLS = {"answers": {}, "remarks": [], "held": [], "consent": {"at": 1}}


@pytest.fixture
def folder(tmp_path) -> Path:
    """A data folder with its keyring."""
    path = tmp_path / "data"
    path.mkdir()
    keys.create(path, PASSPHRASE, cost=2**4)
    return path


@pytest.fixture
def kept(database, folder) -> Iterator[Store]:
    """A store whose keys are on the disk."""
    store = Store(database, keys.unlock(folder, PASSPHRASE))
    yield store
    store.close()


@pytest.fixture
def scene(kept, folder) -> scenes.Scene:
    """Something in every table, and the copy of a file of the case."""
    made = kept.write_now(scenes.fill)
    (photo,) = kept.write_now(lambda tx: attachments.by_ids(tx, [made.attachment]))
    size, _ = Files(folder).write(photo.keys[0], photo.id, [b"a photo"])
    kept.write_now(lambda tx: attachments.kept(tx, photo, size, photo.body))
    kept.write_now(lambda tx: drafts.begin(tx, made.relative, {"more": 1}, NOW, case_id=made.case))
    return made


def _house(store: Store, folder: Path) -> SimpleNamespace:
    return SimpleNamespace(store=store, files=Files(folder))


def _erase(store: Store, scene: scenes.Scene) -> None:
    store.write_now(lambda tx: erase_case(tx, cases.by_id(tx, scene.case), NOW, by="coordinator"))


def _names(folder: Path) -> set[str]:
    with sqlite3.connect(folder / keys.FILE_NAME) as file:
        return {name for (name,) in file.execute("SELECT name FROM keys")}


def _rows_naming(store: Store, report_id: str) -> dict[str, int]:
    def count(tx):
        return {
            table.name: sum(report_id in map(str, row) for row in tx.connection.execute(select(table)).all())
            for table in metadata.sorted_tables
        }

    return {name: rows for name, rows in store.write_now(count).items() if rows}


async def test_nothing_of_a_case_is_left_but_that_it_was_erased(kept, folder, scene):
    """Rows, lines, followers, what was being added, files, key; the audit keeps what was done to its id."""
    before = _rows_naming(kept, scene.case)
    assert set(before) == {
        "attachments",
        "audit",
        "cases",
        "clues",
        "drafts",
        "entries",
        "followers",
        "incident_cases",
        "links",
        "matters",
        "assignments",
        "tasks",
        "openings",
        "topics",
        "unlinkings",
    }

    _erase(kept, scene)
    assert set(_rows_naming(kept, scene.case)) == {"audit", "erasures"}
    (pending,) = kept.write_now(lambda tx: erasures.pending(tx, 10))
    assert (pending.kind, pending.by_role, pending.report_id) == ("case", "coordinator", scene.case)
    assert scene.case in _names(folder)

    await erase.run(_house(kept, folder), NOW)

    assert set(_rows_naming(kept, scene.case)) == {"audit"}
    assert kept.write_now(erasures.counts) == {"done": 2}
    assert scene.case not in _names(folder)
    assert list((folder / "files").rglob("?" * 32)) == []
    with pytest.raises(KeyGone):
        kept.vault.of(scene.case)
    await erase.run(_house(kept, folder), NOW)


@pytest.mark.parametrize("database_kind", ["sqlite"], indirect=True)
async def test_a_copy_from_before_opens_nothing_of_it_once_the_key_is_gone(
    kept, folder, scene, database, tmp_path
):
    """A backup of the database and the files; with the keyring as it is now."""
    copy = tmp_path / "backup.db"
    with sqlite3.connect(database.removeprefix("sqlite:///")) as live, sqlite3.connect(copy) as backup:
        live.backup(backup)
    shutil.copytree(folder / "files", tmp_path / "copied" / "files")
    (photo,) = kept.write_now(lambda tx: attachments.by_ids(tx, [scene.attachment]))
    _erase(kept, scene)
    await erase.run(_house(kept, folder), NOW)

    found = Store(f"sqlite:///{copy}", keys.unlock(folder, PASSPHRASE))
    opened: dict[str, int] = {}

    def try_all(tx):
        for place in PLACES:
            for row in tx.connection.execute(select(place.table)).all():
                if not row.body or place.report(row) != scene.case:
                    continue
                opened.setdefault(place.table.name, 0)
                where = {"table": place.table.name, "column": "body", "row": place.name(row)}
                with pytest.raises(SealBroken):
                    tx.vault.open(row.body, **where)
                with pytest.raises(KeyGone):
                    tx.vault.of(place.report(row))

    found.write_now(try_all)
    found.close()
    assert opened.keys() == {
        "drafts",
        "cases",
        "entries",
        "matters",
        "tasks",
        "assignments",
        "attachments",
        "audit",
    }
    # Its own key lay in its row, which does not open any more; nothing else opens the copy.
    assert b"".join(Files(tmp_path / "copied").read(photo.keys, photo.id)) == b"a photo"
    with pytest.raises(SealBroken):
        b"".join(Files(tmp_path / "copied").read((bytes(32),), photo.id))


async def test_what_speaks_of_it_elsewhere_goes_too(kept, scene):
    """Buttons that name it, messages with its code, words or files, talks about it; and nothing else."""
    other = kept.write_now(lambda tx: drafts.begin(tx, scene.relative, dict(TELLS), NOW)).id

    def fill(tx):
        for token, deeds in {
            "about it": [{"do": "case.open", "args": {"case": scene.case}}],
            "mixed": [
                {"do": "cases.show", "args": {"case": scene.case}},
                {"do": "draft.resume", "args": {"draft": other}},
                {"do": "rest.keep", "args": {"drafts": [scene.case, other]}},
            ],
            "taken": [{"do": "draft.take", "args": {"draft": other, "from": f"case:{scene.case}"}}],
            "other": [{"do": "help.show", "args": {}}],
        }.items():
            keyboards.add(
                tx, token * 2, "a", CHAT, {"deeds": deeds, "once": False}, NOW + timedelta(days=1), NOW
            )
        keys_of = [[{"text": {"id": "button-open-case"}, "data": "about itabout itx"}]]
        tx.connection.execute(outbox.outbox.delete())
        for key, body in {
            "code": {"parts": [{"id": "word-kept", "args": {"code": "K7Q-4M2"}}]},
            "title": {"parts": [{"raw": "K7Q-4M2 · Made Up"}]},
            "words": {"parts": [{"raw": scenes.TEXT}]},
            "file": {"parts": [], "file": scenes.TOKEN},
            "buttons": {"parts": [{"id": "notice-update"}], "keyboard": keys_of},
            "stays": {"parts": [{"id": "help"}]},
        }.items():
            outbox.add(tx, [Outgoing(key, CHAT, scene.relative, Lane.REPLY, "text", NOW, body)], NOW)
        entries.add(
            tx,
            EntryKind.WORD,
            NOW,
            case_id=scene.case,
            author_id=scene.relative,
            body={"file_id": scenes.TOKEN},
        )
        talks.begin(tx, scene.relative, "word", {"case": scene.case, "held": [{"text": "kept"}]}, NOW)
        talks.begin(tx, scene.coordinator, "letter", {"case": scene.case, "letter": {"text": "x"}}, NOW)

    kept.write_now(lambda tx: keyboards.purge(tx, NOW + timedelta(days=2)))
    kept.write_now(fill)
    _erase(kept, scene)

    def left(tx):
        shown = {token: keyboards.find(tx, token * 2) for token in ("about it", "mixed", "taken", "other")}
        said = set(tx.connection.execute(select(outbox.outbox.c.unique_key)).scalars())
        return shown, said, talks.of(tx, scene.relative), talks.of(tx, scene.coordinator)

    shown, said, hers, theirs = kept.write_now(left)
    assert (shown["about it"], shown["taken"]) == (None, None)
    assert [one["do"] for one in shown["mixed"].body["deeds"]] == ["", "draft.resume", "rest.keep"]
    assert shown["mixed"].body["deeds"][2]["args"] == {"drafts": [other]}
    assert shown["other"] is not None
    assert said == {"stays"}
    assert (hers.kind, hers.body, theirs) == ("loose", {"held": [{"text": "kept"}]}, None)


async def test_a_draft_goes_alone_and_what_adds_to_a_case_leaves_the_case(kept, folder, scene):
    def begin(tx):
        alone = drafts.begin(tx, scene.relative, dict(TELLS), NOW)
        file = attachments.add(
            tx, scene.relative, "photo", 5, {"file_id": "p"}, NOW, fetch=False, report_id=alone.id
        )
        alone = drafts.save(tx, alone, {**TELLS, "remarks": [{"id": file}]}, NOW)
        (adding,) = drafts.open_on(tx, scene.case)
        return alone, adding, file

    alone, adding, file = kept.write_now(begin)
    for one in (alone, adding):
        kept.write_now(lambda tx, one=one: erase_draft(tx, one, NOW, by="family"))
        with pytest.raises(Overtaken):
            kept.write_now(lambda tx, one=one: erase_draft(tx, one, NOW, by="family"))
    await erase.run(_house(kept, folder), NOW)

    assert kept.write_now(lambda tx: attachments.by_ids(tx, [file])) == []
    assert kept.write_now(lambda tx: cases.by_id(tx, scene.case)).body["name"] == scenes.NAME
    assert kept.write_now(lambda tx: attachments.by_ids(tx, [scene.attachment]))[0].state == "kept"
    assert alone.id not in _names(folder)
    assert scene.case in _names(folder)
    assert kept.write_now(erasures.counts) == {"done": 3}


async def test_a_file_of_two_reports_goes_with_the_last(kept, folder):
    """It joins the one that stays, away from the key that goes."""

    def begin(tx):
        her = people.welcome(tx, 1, 1, NOW).id
        first = drafts.begin(tx, her, dict(TELLS), NOW)
        file = attachments.add(tx, her, "photo", 5, {"file_id": "p"}, NOW, fetch=False, report_id=first.id)
        told = {**TELLS, "remarks": [{"id": file}]}
        return drafts.save(tx, first, told, NOW), drafts.begin(tx, her, told, NOW), file

    first, second, file = kept.write_now(begin)
    kept.write_now(lambda tx: erase_draft(tx, first, NOW, by="family"))
    await erase.run(_house(kept, folder), NOW)
    (one,) = kept.write_now(lambda tx: attachments.by_ids(tx, [file]))
    assert (one.report_id, one.body) == (second.id, {"file_id": "p"})

    kept.write_now(lambda tx: erase_draft(tx, second, NOW, by=CLOCK))
    await erase.run(_house(kept, folder), NOW)
    assert kept.write_now(lambda tx: attachments.by_ids(tx, [file])) == []
    assert _names(folder) == {"house", "lookup"}


@pytest.mark.parametrize("death", ["key-destroyed", "files-removed"])
def test_an_erasure_goes_on_after_a_kill(kept, folder, scene, database, death):
    _erase(kept, scene)
    command = [sys.executable, "-m", "tests.storage.dying", database, str(folder), "erase"]

    died = subprocess.run([*command, death, "1"], cwd=ROOT, check=False)  # noqa: S603  # our own words only
    assert died.returncode == -signal.SIGKILL
    assert kept.write_now(erasures.counts) == {"done": 1, "pending": 1}
    subprocess.run(command, cwd=ROOT, check=True)  # noqa: S603  # our own words only

    assert kept.write_now(erasures.counts) == {"done": 2}
    assert scene.case not in _names(folder)
    assert list((folder / "files").rglob("?" * 32)) == []


def test_an_erasure_that_was_rolled_back_erased_nothing(kept, folder, scene):
    def break_off(tx):
        erase_case(tx, cases.by_id(tx, scene.case), NOW, by="coordinator")
        raise RuntimeError("in the last moment")

    with pytest.raises(RuntimeError):
        kept.write_now(break_off)

    assert kept.write_now(lambda tx: cases.by_id(tx, scene.case)).body["name"] == scenes.NAME
    assert kept.write_now(erasures.counts) == {"done": 1}
    assert scene.case in _names(folder)


def test_what_was_closed_long_ago_is_erased_and_nothing_else(kept, scene):
    kept.write_now(lambda tx: cases.add(tx, scenes.a_case("A2B-3C4", id=_begun(tx))))
    kept.write_now(lambda tx: cases.change(tx, scene.case, NOW, stage=Stage.CLOSED))

    early, late = NOW - timedelta(seconds=1), NOW + timedelta(days=365)
    assert not kept.write_now(lambda tx: erase_closed(tx, OFFICE, early, late))
    assert kept.write_now(lambda tx: erase_closed(tx, OFFICE, late, late))
    assert not kept.write_now(lambda tx: erase_closed(tx, OFFICE, late, late))

    assert kept.write_now(lambda tx: cases.by_code(tx, "K7Q-4M2")) is None
    assert kept.write_now(lambda tx: cases.by_code(tx, "A2B-3C4")) is not None
    (one,) = kept.write_now(lambda tx: erasures.pending(tx, 10))
    assert one.by_role == CLOCK


async def test_the_job_erases_what_is_closed_and_collects_keys_without_a_report(kept, folder, scene):
    """As many days as are set; nothing where none are. The followers hear of it."""
    vault = kept.vault
    vault.begin("0" * 12 + "7" + "1" * 19)
    kept.write_now(lambda tx: cases.change(tx, scene.case, NOW, stage=Stage.CLOSED))
    woken = []
    house = SimpleNamespace(
        store=kept,
        files=Files(folder),
        hotline=SimpleNamespace(rounds=Rounds(OFFICE)),
        delivery=SimpleNamespace(wake=lambda: woken.append(1)),
        settings=SimpleNamespace(keep_closed_days=None),
    )
    later = NOW + timedelta(days=31)
    await retention.run(house, later)
    assert scene.case in _names(folder)
    assert "0" * 12 + "7" + "1" * 19 not in _names(folder)

    house.settings.keep_closed_days = 30
    await retention.run(house, later)

    assert scene.case not in _names(folder)
    assert kept.write_now(erasures.counts) == {"done": 2}
    assert woken == [1]


def _begun(tx) -> str:
    her = people.by_account(tx, scenes.ACCOUNT)
    draft = drafts.begin(tx, her.id, {}, NOW)
    return draft.id

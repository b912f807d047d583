"""What families send is kept as it came, looked at, and passed on with care; each opening leaves a line."""

import asyncio
import hashlib
import io
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest
import structlog
from PIL import Image
from sqlalchemy import select
from structlog.testing import LogCapture

from bot.evidence.scanning import Address
from bot.jobs import examine_files
from bot.sandbox.phones import Phone
from storage import attachments, custody, examining
from storage.records import Attachment
from storage.store import Tx
from storage.tables import attachments as table
from tests.bot.pictures import CAMERA, SECRET, with_place
from tests.bot.test_scanning import EICAR, clamd
from tests.scenes.stage import TEXTS, Stage
from tests.scenes.test_family import read, says_it, tap

EXE = b"MZ\x90\0" + bytes(300)


async def _reports_with(hotline: Stage, content: bytes, name: str, mime: str = "") -> tuple[Phone, Phone]:
    """A mother whose story is one document, and a coordinator with the case open."""
    vera, mother = await hotline.coordinator("en", "Vera"), await hotline.relative("en")
    await says_it(hotline, mother, "/report")
    await tap(hotline, mother, "button-agree")
    await tap(hotline, mother, "option-relation-child")
    await says_it(hotline, mother, "Yerlan")
    for _ in range(3):
        await tap(hotline, mother, "button-unknown")
    mother.document(content, name, mime=mime)
    await hotline.settled()
    await tap(hotline, mother, "button-done")
    await tap(hotline, mother, "button-send-report")
    await hotline.passes(seconds=20)
    await hotline.passes(seconds=20)
    await tap(hotline, vera, "button-open-case")
    return mother, vera


def _overheard(monkeypatch: pytest.MonkeyPatch) -> LogCapture:
    """What the examination logs from now on; whatever else has set up logging in this process."""
    said = LogCapture()
    monkeypatch.setattr(examine_files, "_log", structlog.wrap_logger(None, processors=[said]))
    return said


async def _all(hotline: Stage) -> list[Attachment]:
    def look(tx: Tx) -> list[Attachment]:
        ids = list(tx.connection.execute(select(table.c.id).order_by(table.c.id)).scalars())
        return list(attachments.by_ids(tx, ids))

    return await hotline.house.store.read(look)


async def _acts(hotline: Stage, attachment_id: str) -> list[str]:
    lines = await hotline.house.store.read(lambda tx: custody.of(tx, attachment_id, 50))
    return [one.act for one in reversed(lines)]


def _content(hotline: Stage, one: Attachment) -> bytes:
    return b"".join(hotline.house.files.read(one.keys, one.id))


async def test_a_photo_sent_as_a_document_is_passed_on_without_its_place(hotline: Stage) -> None:
    """The copy by default; the original by a press, to the byte; both stand in the custody."""
    sent = with_place("JPEG")
    _, vera = await _reports_with(hotline, sent, "../<b>Ерлан</b>.jpg")
    original, copy = await _all(hotline)
    assert _content(hotline, original) == sent
    assert original.body["sha256"] == hashlib.sha256(sent).hexdigest()
    assert copy.original_id == original.id

    await tap(hotline, vera, "button-files")
    got = vera.last
    assert got is not None
    assert got.file is not None
    assert got.file.content == _content(hotline, copy)
    assert got.file.name == f"{copy.id[-8:]}.jpg"
    with Image.open(io.BytesIO(got.file.content)) as image:
        assert dict(image.getexif()) == {}
    assert SECRET.encode() not in got.file.content

    await tap(hotline, vera, "button-file-original")
    assert vera.last is not None
    assert vera.last.file is not None
    assert vera.last.file.content == sent

    await tap(hotline, vera, "button-file-about")
    page = read(vera)
    for told in ("43.238949, -76.889709", CAMERA, "2026:03:14 09:30:00 +05:00", original.body["sha256"]):
        assert told in page
    assert "no proof" in page
    assert "../<b>Ерлан</b>.jpg" in page  # as words, with nothing of it understood as markup
    assert "you: opened the working copy (voice and files)" in page
    assert await _acts(hotline, original.id) == ["copied", "examined", "passed-copy", "passed-original"]


async def test_a_program_called_a_paper_waits_for_a_second_press(hotline: Stage) -> None:
    """The mismatch is told, and nothing is passed on before."""
    _, vera = await _reports_with(hotline, EXE, "petition.pdf", "application/pdf")
    await tap(hotline, vera, "button-files")
    assert "Opening this file can start a program" in read(vera)
    assert "sent as application/pdf" in read(vera)
    assert not any(one.file for one in vera.messages if not one.out)

    await tap(hotline, vera, "button-file-anyway")

    assert vera.last is not None
    assert vera.last.file is not None
    assert vera.last.file.content == EXE
    (one,) = await _all(hotline)
    assert await _acts(hotline, one.id) == ["examined", "passed-anyway"]


@pytest.mark.parametrize(
    ("content", "name", "text_id"),
    [
        (b"\0\x01\x02\x93" * 40, "x.dat", "file-unknown"),
        (b"Rar!\x1a\x07\x01\0" + bytes(99), "papers.rar", "file-archive"),
    ],
)
async def test_what_is_unknown_or_packed_comes_with_a_word_before_it(
    hotline: Stage, content: bytes, name: str, text_id: str
) -> None:
    _, vera = await _reports_with(hotline, content, name)
    await tap(hotline, vera, "button-files")

    assert vera.last is not None
    assert vera.last.file is not None
    assert vera.last.file.content == content
    assert TEXTS.plain("en", text_id) in read(vera)


async def test_a_picture_without_a_copy_says_so_and_gives_the_original_by_a_press(hotline: Stage) -> None:
    heic = b"\0\0\0\x18ftypheic" + bytes(400)
    _, vera = await _reports_with(hotline, heic, "IMG.HEIC", "image/heic")
    await tap(hotline, vera, "button-files")
    assert "There is no working copy" in read(vera)
    assert not any(one.file for one in vera.messages if not one.out)

    await tap(hotline, vera, "button-file-about")
    assert "we cannot make one of this kind of picture" in read(vera)


@pytest.fixture
async def scanner(hotline: Stage, tmp_path: Path) -> AsyncIterator[Address]:
    """A clamd that the house asks."""
    async with clamd(tmp_path) as (_, address):
        hotline.house.settings = hotline.house.settings.model_copy(update={"clamd": address})
        yield address


@pytest.mark.usefixtures("scanner")
async def test_what_the_scanner_finds_waits_for_a_second_press(hotline: Stage) -> None:
    _, vera = await _reports_with(hotline, b"words before " + EICAR, "letter.txt")
    await tap(hotline, vera, "button-files")
    assert "Win.Test.EICAR_HDB-1" in read(vera)
    assert not any(one.file for one in vera.messages if not one.out)
    (one,) = await _all(hotline)
    assert await _acts(hotline, one.id) == ["examined", "scanned"]

    await tap(hotline, vera, "button-file-anyway")
    assert vera.last is not None
    assert vera.last.file is not None


@pytest.mark.usefixtures("scanner")
async def test_a_letter_of_ours_in_which_something_was_found_reaches_no_family(hotline: Stage) -> None:
    vera, mother = await hotline.coordinator("en"), await hotline.relative("en")
    await hotline.reports(mother, "en", "Yerlan")
    await tap(hotline, vera, "button-open-case")
    await tap(hotline, vera, "button-write-family")
    vera.document(EICAR, "answer.txt")
    await hotline.settled()
    await tap(hotline, vera, "button-send-letter")
    await hotline.passes(seconds=20)
    await hotline.passes(seconds=20)

    await tap(hotline, mother, "button-read")

    assert "we hold it back" in read(mother)
    assert not any(one.file for one in mother.messages if not one.out)


async def test_a_scanner_that_is_away_is_asked_again(hotline: Stage, tmp_path: Path) -> None:
    """The file is looked at meanwhile, and not held up."""
    path = str(tmp_path / "clamd.ctl")
    hotline.house.settings = hotline.house.settings.model_copy(update={"clamd": path})
    await _reports_with(hotline, b"made up words", "a.txt")
    (one,) = await _all(hotline)
    assert one.body["scan"] == {"state": "not-scanned", "why": "unreachable"}
    assert one.body["content"]["sort"] == "text"

    async with clamd(tmp_path):
        await hotline.passes(minutes=11)

    (one,) = await _all(hotline)
    assert one.body["scan"]["state"] == "clean"
    assert await _acts(hotline, one.id) == ["examined", "scanned"]


async def test_a_file_that_nobody_has_looked_at_says_so(hotline: Stage) -> None:
    """Too large for a copy of ours, or a minute old."""
    vera, mother = await hotline.coordinator("en"), await hotline.relative("en")
    await hotline.reports(mother, "en", "Yerlan")
    await says_it(hotline, mother, "/cases")
    mother.tap("Yerlan")
    await hotline.settled()
    await tap(hotline, mother, "button-add")
    mother.document(bytes(21 * 1024 * 1024), "film.dat")
    await hotline.settled()
    await tap(hotline, vera, "button-read")

    assert TEXTS.plain("en", "file-not-examined") in read(vera)


async def test_a_file_that_is_too_big_has_words_of_its_place(hotline: Stage) -> None:
    """A word of the family, a letter of the team, a note: each is told what becomes of it there."""
    vera, mother = await hotline.coordinator("en"), await hotline.relative("en")
    await hotline.reports(mother, "en", "Yerlan")
    film = bytes(21 * 1024 * 1024)
    await tap(hotline, vera, "button-open-case")
    await tap(hotline, vera, "button-write-family")
    vera.document(film, "film.dat")
    await hotline.settled()
    assert TEXTS.plain("en", "letter-file-too-big") in read(vera)
    await tap(hotline, vera, "button-send-letter")

    await tap(hotline, vera, "button-open-case")
    await tap(hotline, vera, "button-notes")
    await tap(hotline, vera, "button-note-new")
    vera.document(film, "film.dat")
    await hotline.settled()
    assert TEXTS.plain("en", "slip-file-too-big") in read(vera)

    await says_it(hotline, mother, "/cases")
    mother.tap("Yerlan")
    await hotline.settled()
    await tap(hotline, mother, "button-add")
    mother.document(film, "film.dat")
    await hotline.settled()
    assert TEXTS.plain("en", "word-file-too-big") in read(mother)


async def test_what_is_erased_takes_its_copy_and_its_custody_with_it(hotline: Stage) -> None:
    await _reports_with(hotline, with_place("PNG"), "a.png")
    original, copy = await _all(hotline)

    await hotline.house.store.write(lambda tx: attachments.erase(tx, [original.id]))
    await hotline.passes(seconds=20)

    def left(tx: Tx) -> int:
        return len(list(tx.connection.execute(select(table.c.id))))

    assert await hotline.house.store.read(left) == 0
    assert await _acts(hotline, original.id) == []
    for one in (original, copy):
        with pytest.raises(FileNotFoundError):
            _content(hotline, one)


async def test_a_copy_that_was_begun_is_taken_up_and_one_erased_meanwhile_leaves_nothing(
    hotline: Stage,
) -> None:
    """The process died after the row, or the family erased while the picture was in the darkroom."""
    await _reports_with(hotline, with_place("JPEG"), "a.jpg")
    house, now = hotline.house, hotline.clock.now()
    original, _ = await _all(hotline)
    await house.store.write(lambda tx: examining.later(tx, original.id, now))
    await examine_files.run(house, now)
    assert len(await _all(hotline)) == 2

    await house.store.write(lambda tx: examining.later(tx, original.id, now))
    working = asyncio.create_task(examine_files.run(house, now))
    await asyncio.sleep(0)
    await house.store.write(lambda tx: attachments.erase(tx, [original.id]))
    await working
    await hotline.passes(seconds=20)
    assert await _all(hotline) == []
    assert [one for one in (house.settings.data_dir / "files").rglob("*") if one.is_file()] == []


async def test_a_damaged_file_does_not_hold_up_the_others(
    hotline: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    await _reports_with(hotline, b"made up words", "a.txt")
    house, now = hotline.house, hotline.clock.now()
    (one,) = await _all(hotline)
    (path,) = (house.settings.data_dir / "files").rglob(one.id)
    path.write_bytes(bytes(5000))
    await house.store.write(lambda tx: examining.later(tx, one.id, now))

    said = _overheard(monkeypatch)
    await examine_files.run(house, now)

    assert [line["event"] for line in said.entries] == ["file not examined"]
    assert await house.store.read(lambda tx: examining.due(tx, now, 5)) == []
    assert len(await house.store.read(lambda tx: examining.due(tx, now + timedelta(hours=1), 5))) == 1


async def test_a_file_that_was_erased_while_it_waited_to_be_looked_at_is_no_trouble(
    hotline: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The list of what is due was read before; an error here would call an operator for nothing."""
    await _reports_with(hotline, b"made up words", "a.txt")
    house, now = hotline.house, hotline.clock.now()
    (one,) = await _all(hotline)
    await house.store.write(lambda tx: examining.later(tx, one.id, now))
    due = await house.store.read(lambda tx: examining.due(tx, now, 5))
    assert [each.id for each in due] == [one.id]
    await house.store.write(lambda tx: attachments.erase(tx, [one.id]))
    await hotline.passes(seconds=20)
    still_listed = iter((due, []))
    monkeypatch.setattr(examining, "due", lambda *_: next(still_listed))

    said = _overheard(monkeypatch)
    await examine_files.run(house, now)

    assert said.entries == []
    assert await _all(hotline) == []


async def test_how_large_a_file_may_be_is_said_where_it_is_asked_for(hotline: Stage) -> None:
    """Before she tries it; and not where nobody asks for a file."""
    mother = await hotline.relative("en")
    await says_it(hotline, mother, "/report")
    await tap(hotline, mother, "button-agree")
    await tap(hotline, mother, "option-relation-child")
    await says_it(hotline, mother, "Yerlan")
    for _ in range(4):
        await tap(hotline, mother, "button-unknown")
    assert TEXTS.plain("en", "note-file-size") not in read(mother)
    await tap(hotline, mother, "button-parts")
    await tap(hotline, mother, "section-recognise")
    for _ in range(3):
        await tap(hotline, mother, "button-skip")

    assert mother.last is not None
    assert TEXTS.plain("en", "ask-photo") in mother.last.text
    assert TEXTS.plain("en", "note-file-size") in mother.last.text

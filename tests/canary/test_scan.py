"""The search can fail: what is planted is found, wherever, in whatever encoding, by the right name."""

import base64
import json
import logging
import os
import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path
from random import Random
from urllib.parse import quote, quote_plus

import psycopg
import pytest
import structlog

from tests.canary.house import everything_logged, temporary_files_in
from tests.canary.mint import SCRIPTS, Canary, Mint
from tests.canary.scan import Scanner, forms
from tests.canary.sweep import Sweep
from tests.conftest import LonePostgres


def _mint() -> Mint:
    mint = Mint(Random(11))
    for script in SCRIPTS:
        mint.name(script)
        mint.text(script)
        mint.file_name("pdf", script)
        mint.profile(script)
    for make in (mint.phone, mint.paper, mint.account, mint.photo, mint.scan, mint.voice, mint.token):
        make()
    return mint


def test_every_form_of_every_kind_is_found_wherever_it_begins() -> None:
    """At each offset from a multiple of eight, among other bytes; and among these alone there is nothing."""
    mint = _mint()
    scanner, noise = Scanner(mint.made), Random(3)
    tried = 0
    for number, canary in enumerate(mint.made):
        for mark in canary.marks:
            for encoding, form in forms(mark):
                for offset in range(8):
                    content = noise.randbytes(offset) + form + noise.randbytes(noise.randrange(9))
                    assert number in scanner.values(content), f"{canary.kind} as {encoding} at {offset}"
                    tried += 1
    assert tried > 5_000
    assert scanner.hits(noise.randbytes(1_000_000)) == set()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("before", ["", "a", "ab", "abc"])
def test_what_really_encodes_is_found(encoding: str, before: str) -> None:
    """Not only what `forms` thinks of it: the standard library's own base64, hex, JSON and percent signs."""
    mint = _mint()
    scanner = Scanner(mint.made)
    for number, canary in enumerate(mint.made):
        text = f"{before}{canary.said or canary.marks[0]}…"
        plain = text.encode(encoding)
        written = [plain, base64.b64encode(plain), base64.urlsafe_b64encode(plain), plain.hex().encode()]
        written += [plain.hex().upper().encode(), json.dumps({"text": text}).encode(), quote(text).encode()]
        written += [json.dumps({"inner": json.dumps(text)}).encode(), quote_plus(text).encode()]
        written += [repr(text.encode()).encode(), text.upper().encode(), text.casefold().encode()]
        for one in written:
            assert number in scanner.values(one), f"{canary.kind} {text!r} in {one[:80]!r}"


def test_a_row_a_wal_a_log_a_name_and_what_lived_for_a_moment(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """Each place is read: a row before and after its checkpoint, a file's name, one that was removed."""
    mint = _mint()
    row, walled, name, gone, renamed, kept = (mint.text(script) for script in (*SCRIPTS, *SCRIPTS[:2]))
    number = mint.phone()
    database = tmp_path / "izdeu.db"
    with closing(sqlite3.connect(database, isolation_level=None)) as writing:
        writing.execute("PRAGMA journal_mode = WAL")
        writing.execute("CREATE TABLE t (a)")
        writing.execute("INSERT INTO t VALUES (?), (?)", (row.said, number.number))
        writing.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        writing.execute("INSERT INTO t VALUES (?)", (walled.said,))
        with Sweep(Scanner(mint.made), (tmp_path,)) as sweep:
            (tmp_path / name.marks[0]).touch()
            with temporary_files_in(tmp_path), tempfile.NamedTemporaryFile() as short:
                short.write(gone.said.encode("utf-16-le"))
                short.flush()
            half = tmp_path / "half"
            half.write_text(renamed.said)
            os.rename(half, tmp_path / "whole")
            (tmp_path / "whole").write_text("nothing")
            (tmp_path / "log").write_text(kept.said)
    sweep.let_go()
    found = {
        canary.said: {
            Path(place).name for place, hits in sweep.found.items() if number in {one.canary for one in hits}
        }
        for number, canary in enumerate(mint.made)
    }
    assert "izdeu.db" in found[row.said] & found[number.said]
    assert "izdeu.db-wal" in found[walled.said]
    assert found[name.said] == {name.marks[0]}
    assert len(found[gone.said]) == 1
    assert found[renamed.said] == {"half"}
    assert found[kept.said] == {"log"}


def test_a_row_and_a_log_of_a_postgresql_server() -> None:
    """A text and a number in its tables, and a value that the server itself complains of."""
    mint = _mint()
    text, complained, number = mint.text("cyrillic"), mint.text("arabic"), mint.account()
    with tempfile.TemporaryDirectory(prefix="izdeu-pg-", ignore_cleanup_errors=True) as folder:
        server = LonePostgres(Path(folder))
        try:
            with psycopg.connect(server.address.replace("+psycopg", ""), autocommit=True) as connection:
                connection.execute("CREATE TABLE t (a text UNIQUE, b bigint)")
                connection.execute("INSERT INTO t VALUES (%s, %s)", (text.said, number.number))
                with pytest.raises(psycopg.Error):
                    connection.execute(f"SELECT '{complained.said}'::int")
                connection.execute("CHECKPOINT")
                with Sweep(Scanner(mint.made), (Path(folder),)) as sweep:
                    sweep.look()
        finally:
            server.close()
    places: dict[Canary, str] = {}
    for place, hits in sorted(sweep.found.items()):
        for hit in hits:
            places[mint.made[hit.canary]] = places.get(mint.made[hit.canary], "") + place
    assert "/base/" in places[text]
    assert "/pg_wal/" in places[text]
    assert "/base/" in places[number]
    assert complained in places


def test_the_log_is_heard_and_says_what_a_careless_line_of_ours_would_say(
    capfd: pytest.CaptureFixture[str],
) -> None:
    """A value that somebody logs as a field stands there and is found: the net below has no such hole."""
    mint = _mint()
    careless = mint.text("arabic")
    with everything_logged():
        structlog.get_logger("bot.canary").debug("careless", text=careless.said)
        logging.getLogger("telegram.Bot").debug("a library says %s", mint.text().said)
    said = "\n".join(capfd.readouterr()).encode()
    scanner = Scanner(mint.made)
    assert scanner.values(said) == {mint.made.index(careless)}
    assert b"a library says %s" in said

"""A sealed file opens whole, under its own name and key, or not at all."""

import hashlib
import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from storage.errors import SealBroken
from storage.files import CHUNK, Files, _padded

ONE, OTHER = "0" * 31 + "1", "0" * 31 + "2"
SEALED_CHUNK = CHUNK + 16
HEAD = 4 + 1 + 32 + 8 + 16


@pytest.fixture
def key() -> bytes:
    """Of one file alone."""
    return bytes(range(32))


@pytest.fixture
def files(tmp_path: Path) -> Files:
    return Files(tmp_path)


def _on_disk(tmp_path: Path, file_id: str = ONE) -> Path:
    return tmp_path / "files" / file_id[-2:] / file_id


def _opened(files: Files, key: bytes, file_id: str = ONE) -> bytes:
    return b"".join(files.read((key,), file_id))


@pytest.mark.parametrize("size", [0, 1, 4096, 4097, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK, 5 * CHUNK + 7])
@pytest.mark.parametrize("step", [1000, 10 * CHUNK])
def test_what_went_in_comes_out(files, key, tmp_path, size, step):
    content = os.urandom(size)
    chunks = [content[at : at + step] for at in range(0, size, step)]

    assert files.write(key, ONE, chunks) == (size, hashlib.sha256(content).hexdigest())

    assert _opened(files, key) == content
    path = _on_disk(tmp_path)
    padded = _padded(size)
    assert path.stat().st_size == HEAD + padded + -(-padded // CHUNK) * 16
    assert path.stat().st_mode & 0o777 == 0o600
    assert path.parent.stat().st_mode & 0o777 == 0o700


def test_neighbouring_lengths_look_alike():
    assert [_padded(size) for size in (0, 4096, 4097, 100_000, 100_300, 5_000_000)] == [
        4096,
        4096,
        4352,
        100_352,
        100_352,
        5_111_808,
    ]


def _flip(content: bytes, at: int) -> bytes:
    return content[:at] + bytes((content[at] ^ 1,)) + content[at + 1 :]


BROKEN = {
    "empty": lambda c: b"",
    "cut in the head": lambda c: c[: HEAD - 1],
    "only the head": lambda c: c[:HEAD],
    "cut by a byte": lambda c: c[:-1],
    "cut by a chunk": lambda c: c[: HEAD + 2 * SEALED_CHUNK],
    "extended by a byte": lambda c: c + b"\0",
    "extended by its last chunk": lambda c: c + c[HEAD + 2 * SEALED_CHUNK :],
    "reordered": lambda c: (
        c[:HEAD]
        + c[HEAD + SEALED_CHUNK : HEAD + 2 * SEALED_CHUNK]
        + c[HEAD:][:SEALED_CHUNK]
        + c[HEAD + 2 * SEALED_CHUNK :]
    ),
    "another magic": lambda c: _flip(c, 0),
    "another version": lambda c: _flip(c, 4),
    "another epoch": lambda c: _flip(c, 5),
    "another salt": lambda c: _flip(c, 6),
    "another length": lambda c: _flip(c, HEAD - 20),
    "altered at the front": lambda c: _flip(c, HEAD),
    "altered at the end": lambda c: _flip(c, len(c) - 1),
}


@pytest.mark.parametrize("how", BROKEN)
def test_a_broken_file_does_not_open(files, key, tmp_path, how):
    files.write(key, ONE, [b"A made-up story. " * 10_000])
    path = _on_disk(tmp_path)
    content = path.read_bytes()
    assert len(content) > HEAD + 2 * SEALED_CHUNK
    path.write_bytes(BROKEN[how](content))

    with pytest.raises(SealBroken):
        _opened(files, key)


def test_a_file_under_another_name_or_key_does_not_open(files, key, tmp_path):
    files.write(key, ONE, [b"first"])
    files.write(key, OTHER, [b"second"])
    _on_disk(tmp_path, ONE).rename(_on_disk(tmp_path, OTHER))

    with pytest.raises(SealBroken):
        _opened(files, key, OTHER)
    files.write(key, ONE, [b"first"])
    with pytest.raises(SealBroken):
        _opened(files, bytes(range(1, 33)), ONE)


def test_a_file_that_is_being_sealed_anew_opens_with_either_key(files, key):
    """Whichever of the two it has just now."""
    newer = bytes(range(1, 33))
    files.write(key, ONE, [b"older"])
    assert b"".join(files.read((newer, key), ONE)) == b"older"

    files.write(newer, ONE, files.read((newer, key), ONE))

    assert b"".join(files.read((newer, key), ONE)) == b"older"
    assert _opened(files, newer) == b"older"
    with pytest.raises(SealBroken):
        _opened(files, key)


def test_half_a_file_is_never_seen(files, key, tmp_path):
    """The line breaks in the middle of a download: the older copy stays, nothing else does."""
    files.write(key, ONE, [b"older"])

    def breaking_off():
        yield os.urandom(3 * CHUNK)
        raise ConnectionError

    with pytest.raises(ConnectionError):
        files.write(key, ONE, breaking_off())

    assert _opened(files, key) == b"older"
    assert [path.name for path in (tmp_path / "files").rglob("*") if path.is_file()] == [ONE]


def test_what_a_dead_process_left_is_tidied_away(files, key, tmp_path):
    files.write(key, ONE, [b"whole"])
    half = _on_disk(tmp_path).with_name(f"{ONE}.abcd.part")
    half.write_bytes(b"ciphertext")
    written = datetime.fromtimestamp(half.stat().st_mtime, UTC)

    assert files.tidy(written - timedelta(hours=1)) == 0
    assert files.tidy(written + timedelta(hours=1)) == 1
    assert _opened(files, key) == b"whole"


def test_erasing_is_final_and_may_be_repeated(files, key):
    files.write(key, ONE, [b"gone"])
    files.erase(ONE)
    files.erase(ONE)

    with pytest.raises(FileNotFoundError):
        _opened(files, key)


@pytest.mark.parametrize("name", ["", "../../etc/passwd", "0" * 31, "0" * 33, "G" * 32, "0" * 32 + "\n"])
def test_only_ids_of_ours_are_file_names(files, key, name):
    with pytest.raises(ValueError, match="not an id of ours"):
        files.write(key, name, [b""])


def test_a_file_is_sealed_while_it_comes_in(files, key, tmp_path):
    """At no moment is there plain text in the folder."""
    seen = []

    def coming_in():
        for _ in range(4):
            yield b"recognisable " * 10_000
            seen.extend(path.read_bytes() for path in (tmp_path / "files").rglob("*.part"))

    files.write(key, ONE, coming_in())

    assert max(len(content) for content in seen) > 2 * CHUNK
    assert not any(b"recognisable" in content for content in seen)

"""Files that people sent, sealed, in a folder of their own.

A file is a STREAM (Hoang, Reyhanitabar, Rogaway, Vizár 2015): chunks of 64 KiB under a
key of this file alone, which lies sealed in its attachment's row; each with its number and
whether it is the last in its nonce. So a file that was cut, extended, reordered, mixed with
another or given another name does not open. Only ciphertext ever touches the disk, under a
temporary name until it is whole.
The length is padded (Padmé: at most an eighth more), for it would tell one photo from another.
"""

import hashlib
import os
import re
import secrets
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from storage.errors import SealBroken
from storage.vault import derive

CHUNK = 64 * 1024
_MAGIC = b"IZDF"
_VERSION = 1
_SALT = 32
_TAG = 16
_PLAIN_HEAD = len(_MAGIC) + 1 + _SALT  # magic, version, salt
_HEAD = _PLAIN_HEAD + 8 + _TAG  # and the sealed length
_SMALLEST = 4096
_MIDDLE, _LAST, _LENGTH = 0, 1, 2  # what a nonce is for
_NAME = re.compile(r"[0-9a-f]{32}")


def _nonce(number: int, purpose: int) -> bytes:
    return number.to_bytes(11, "big") + bytes((purpose,))


def _padded(length: int) -> int:
    """Padmé (Nikitin et al. 2019): the length with its low bits rounded up."""
    if length <= _SMALLEST:
        return _SMALLEST
    exponent = length.bit_length() - 1
    low = exponent - exponent.bit_length()
    return (length + (1 << low) - 1) >> low << low


def _size_on_disk(length: int) -> int:
    padded = _padded(length)
    return _HEAD + padded + -(-padded // CHUNK) * _TAG


class Files:
    """The folder of sealed files.

    Args:
        data_dir: The data folder; `files` in it is made when the first file comes.
    """

    def __init__(self, data_dir: Path) -> None:
        self._folder = data_dir / "files"

    def write(self, key: bytes, file_id: str, chunks: Iterable[bytes]) -> tuple[int, str]:
        """Seal a file as it comes; one with the same id is replaced once this one is whole.

        Args:
            key: 32 random bytes of this file alone.

        Returns:
            Its length in bytes and its SHA-256, hexadecimal.

        Raises:
            OSError: The disk is full or the folder out of reach; nothing of it stays.
            Exception: What *chunks* raised; nothing of it stays.
        """
        path = self._path(file_id)
        half = path.with_name(f"{file_id}.{secrets.token_hex(4)}.part")
        try:
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            half_open = os.open(half, os.O_CREAT | os.O_EXCL | os.O_WRONLY | os.O_CLOEXEC, 0o600)
            with open(half_open, "wb") as out:
                head = _MAGIC + bytes((_VERSION,)) + secrets.token_bytes(_SALT)
                cipher = _cipher(key, file_id, head)
                out.write(bytes(_HEAD))
                size, digest = 0, hashlib.sha256()
                for number, (plain, purpose, carried) in enumerate(_pieces(chunks)):
                    digest.update(carried)
                    size += len(carried)
                    out.write(cipher.encrypt(_nonce(number, purpose), plain, head))
                # Known only now, and nobody has seen the file yet.
                out.seek(0)
                out.write(head + cipher.encrypt(_nonce(0, _LENGTH), size.to_bytes(8, "big"), head))
                out.flush()
                os.fsync(out.fileno())
            os.rename(half, path)
            _sync_folder(path.parent)
        except BaseException:
            _remove(half)
            raise
        return size, digest.hexdigest()

    def read(self, keys: Sequence[bytes], file_id: str) -> Iterator[bytes]:
        """The file, chunk by chunk; each is proven before it is given out.

        Args:
            keys: The file's key; two while it is being sealed anew.

        Raises:
            FileNotFoundError: There is none with this id.
            SealBroken: It was altered, cut, extended, renamed, or sealed with another key.
        """
        with open(self._path(file_id), "rb") as file:
            head, sealed_length = file.read(_PLAIN_HEAD), file.read(_HEAD - _PLAIN_HEAD)
            if head[: len(_MAGIC) + 1] != _MAGIC + bytes((_VERSION,)) or len(sealed_length) != 8 + _TAG:
                raise SealBroken("files")
            cipher, length = _opened(keys, file_id, head, sealed_length)
            try:
                # Seen before the first byte leaves, not after the last.
                if os.fstat(file.fileno()).st_size != _size_on_disk(length):
                    raise SealBroken("files")
                left, padded, number = length, _padded(length), 0
                while padded > 0:
                    purpose = _LAST if padded <= CHUNK else _MIDDLE
                    plain = cipher.decrypt(_nonce(number, purpose), file.read(CHUNK + _TAG), head)
                    if left > 0:
                        yield plain[:left]
                    left, padded, number = left - len(plain), padded - len(plain), number + 1
            except InvalidTag:
                raise SealBroken("files") from None

    def erase(self, file_id: str) -> None:
        """The file is gone; gone already is fine, too."""
        _remove(self._path(file_id))

    def tidy(self, before: datetime) -> int:
        """Remove halves that a dead process left behind before then. Returns how many."""
        halves = [half for half in self._folder.glob("*/*.part") if half.stat().st_mtime < before.timestamp()]
        for half in halves:
            _remove(half)
        return len(halves)

    def _path(self, file_id: str) -> Path:
        if not _NAME.fullmatch(file_id):
            raise ValueError("not an id of ours")
        # By the random end of the id: its beginning is the time, which would fill one folder a month.
        return self._folder / file_id[-2:] / file_id


def _cipher(key: bytes, file_id: str, head: bytes) -> AESGCM:
    return AESGCM(derive(key, f"file/{file_id}/{head.hex()}"))


def _opened(keys: Sequence[bytes], file_id: str, head: bytes, sealed_length: bytes) -> tuple[AESGCM, int]:
    """The cipher of the key that fits, and the file's length."""
    for key in keys:
        cipher = _cipher(key, file_id, head)
        with suppress(InvalidTag):
            length = cipher.decrypt(_nonce(0, _LENGTH), sealed_length, head)
            return cipher, int.from_bytes(length, "big")
    raise SealBroken("files")


def _pieces(chunks: Iterable[bytes]) -> Iterator[tuple[bytes, int, bytes]]:
    """The padded stream, chunk by chunk: what is sealed, its purpose, what of it is the file's own."""
    waiting, size = bytearray(), 0
    for chunk in chunks:
        waiting += chunk
        size += len(chunk)
        # The last chunk is not known before the end: one is always held back.
        while len(waiting) > CHUNK:
            own = bytes(waiting[:CHUNK])
            del waiting[:CHUNK]
            yield own, _MIDDLE, own
    rest, padding = bytes(waiting), _padded(size) - size
    while True:
        zeros = min(padding, CHUNK - len(rest))
        padding -= zeros
        yield rest + bytes(zeros), _MIDDLE if padding else _LAST, rest
        if not padding:
            return
        rest = b""


def _remove(path: Path) -> None:
    with suppress(FileNotFoundError):
        path.unlink()


def _sync_folder(folder: Path) -> None:
    # A rename that is not synced may be undone by a power cut.
    held = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(held)
    finally:
        os.close(held)

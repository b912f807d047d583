"""The one way personal content is sealed before it reaches a disk, and opened again.

A seal is AES-256-GCM. Its associated data name the version, table, column, row and
key epoch, so a value copied to another place does not open there. Lengths are padded
into buckets: how long an answer is says something, too.

Each report has a key of its own, so that one can be destroyed; what belongs to no report
is under the key of the house: `tx.vault` seals for the house, `tx.vault.of(report_id)` for
a report. What must be looked up (an account, a token) gets a keyed hash instead, with one
key per column, so that a stolen database cannot be matched against a list of accounts.
"""

import hmac
import json
import os
from collections.abc import Callable, Mapping
from time import monotonic
from typing import Any, Protocol

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDFExpand

from storage.errors import KeyGone, SealBroken

KEY_BYTES = 32
HOUSE = "house"
"""The name of the key for what belongs to no report."""

LOOK_EVERY = 10.0
"""Seconds after which a process knows at the latest what another did to the keys."""

_VERSION = 1
_NONCE = 12
_HEAD = 2 + _NONCE  # version, epoch, nonce
_SMALLEST = 64
_PAGE = 4096
_CACHED = 4096  # reports whose keys stay in memory; a shift works with dozens


def derive(key: bytes, purpose: str) -> bytes:
    """A 32-byte key for one purpose (HKDF, RFC 5869)."""
    return HKDFExpand(SHA256(), KEY_BYTES, f"izdeu/{purpose}".encode()).derive(key)


class Keys(Protocol):
    """Where data keys come from: the keyring, or the memory of a rehearsal."""

    lookup_key: bytes
    """For keyed hashes; never rotated, or nothing would be found again."""

    def of(self, name: str) -> Mapping[int, bytes]:
        """All keys of this name, by epoch.

        Raises:
            KeyGone: There is none.
        """
        ...

    def make(self, name: str) -> None:
        """A fresh key of the newest epoch; durable after `keep_new`."""
        ...

    def keep_new(self) -> None:
        """What was made since is durable when this returns."""
        ...

    def destroy(self, name: str) -> None:
        """No key of this name is left."""
        ...

    def changed(self) -> bool:
        """Whether another process has written since this was asked last."""
        ...


class _InMemory:
    """Keys that follow from one, for rehearsals and tests: nothing of them is on a disk."""

    def __init__(self, key: bytes, epoch: int) -> None:
        if len(key) != KEY_BYTES:
            raise ValueError(f"a data key has {KEY_BYTES} bytes")
        self.lookup_key = key
        self._epoch = epoch
        self._gone: set[str] = set()

    def of(self, name: str) -> Mapping[int, bytes]:
        if name in self._gone:
            raise KeyGone(name)
        return {self._epoch: derive(self.lookup_key, f"key/{name}/{self._epoch}")}

    def make(self, name: str) -> None:
        self._gone.discard(name)

    def keep_new(self) -> None:
        """There is nowhere to keep it."""

    def destroy(self, name: str) -> None:
        self._gone.add(name)

    def changed(self) -> bool:
        return False


def _bucket(length: int) -> int:
    """The padded length in bytes: a power of two up to 4 KiB, then whole pages."""
    if length > _PAGE:
        return -(-length // _PAGE) * _PAGE
    return max(_SMALLEST, 1 << (length - 1).bit_length())


class Compartment:
    """Seals and opens with the keys of one name; seals with the newest.

    Args:
        keys: Fetches them, by epoch (1 to 255); asked again for an epoch that is not known yet.
    """

    __slots__ = ("_ciphers", "_keys", "_newest")

    def __init__(self, keys: Callable[[], Mapping[int, bytes]]) -> None:
        self._keys = keys
        self._fetch()

    def _fetch(self) -> None:
        found = self._keys()
        self._ciphers = {epoch: AESGCM(derive(key, "seal")) for epoch, key in found.items()}
        # Together, for another thread may be sealing.
        self._newest = max(found), self._ciphers[max(found)]

    @property
    def epoch(self) -> int:
        """The generation of the key that seals."""
        return self._newest[0]

    def seal(self, plain: bytes, *, table: str, column: str, row: str) -> bytes:
        """Seal *plain* for exactly one place."""
        nonce, (epoch, cipher) = os.urandom(_NONCE), self._newest
        framed = len(plain).to_bytes(4, "big") + plain
        framed += bytes(_bucket(len(framed)) - len(framed))
        bound = f"{_VERSION}|{table}|{column}|{row}|{epoch}".encode()
        return bytes((_VERSION, epoch)) + nonce + cipher.encrypt(nonce, framed, bound)

    def open(self, sealed: bytes, *, table: str, column: str, row: str) -> bytes:
        """What was sealed for this place.

        Raises:
            SealBroken: It was altered, cut, moved here, or sealed with another key.
            KeyGone: Its key was destroyed.
        """
        if len(sealed) < _HEAD or sealed[0] != _VERSION:
            raise SealBroken(f"{table}.{column}")
        epoch = sealed[1]
        cipher = self._ciphers.get(epoch)
        if cipher is None:
            # Another process may have rotated the keys.
            self._fetch()
            cipher = self._ciphers.get(epoch)
            if cipher is None:
                raise SealBroken(f"{table}.{column}")
        bound = f"{_VERSION}|{table}|{column}|{row}|{epoch}".encode()
        try:
            framed = cipher.decrypt(sealed[2:_HEAD], sealed[_HEAD:], bound)
        except InvalidTag:
            raise SealBroken(f"{table}.{column}") from None
        length = int.from_bytes(framed[:4], "big")
        return framed[4 : 4 + length]

    def seal_json(self, value: Mapping[str, Any], *, table: str, column: str, row: str) -> bytes:
        """Seal a JSON object; escaped to ASCII, so that lone surrogates survive."""
        plain = json.dumps(value, separators=(",", ":")).encode("ascii")
        return self.seal(plain, table=table, column=column, row=row)

    def open_json(self, sealed: bytes, *, table: str, column: str, row: str) -> dict[str, Any]:
        """The JSON object sealed for this place. Errors as `open`."""
        value: dict[str, Any] = json.loads(self.open(sealed, table=table, column=column, row=row))
        return value


class Vault(Compartment):
    """The key of the house, and behind it those of the reports.

    Args:
        key: 32 bytes from which all others follow, for rehearsals and tests.
        epoch: Which generation of the keys this is, 1 to 255.
        keys: The keyring, in place of both.
    """

    __slots__ = ("_look_at", "_lookups", "_reports", "_source")

    def __init__(self, key: bytes = b"", epoch: int = 1, *, keys: Keys | None = None) -> None:
        self._source: Keys = _InMemory(key, epoch) if keys is None else keys
        self._reports: dict[str, Compartment] = {}
        self._lookups: dict[str, bytes] = {}
        self._look_at = 0.0
        super().__init__(lambda: self._source.of(HOUSE))

    def of(self, report_id: str | None) -> Compartment:
        """What seals and opens for one report; for the house where there is none.

        Raises:
            KeyGone: Its key was destroyed, or never made.
        """
        if report_id is None:
            return self
        found = self._reports.get(report_id)
        if found is None:
            found = Compartment(lambda: self._source.of(report_id))
            if len(self._reports) >= _CACHED:
                self._reports = {}
            self._reports[report_id] = found
        return found

    def begin(self, report_id: str) -> Compartment:
        """Make the key of a new report; it is durable before the transaction that uses it commits."""
        self._source.make(report_id)
        return self.of(report_id)

    @property
    def keys(self) -> Keys:
        """Where its keys come from."""
        return self._source

    def keep_new(self) -> None:
        """Before every commit: keys that were made for it are on the disk when this returns."""
        self._source.keep_new()

    def destroy(self, report_id: str) -> None:
        """Nothing that was sealed for this report can be opened any more; destroyed already is fine, too."""
        self._source.destroy(report_id)
        self._reports.pop(report_id, None)

    def look(self) -> None:
        """Before every transaction: learn, some seconds late at most, what others did to the keys."""
        now = monotonic()
        if now < self._look_at:
            return
        self._look_at = now + LOOK_EVERY
        if self._source.changed():
            self.forget()

    def forget(self) -> None:
        """Fetch every key anew when it is next needed."""
        self._reports = {}
        self._fetch()

    def fingerprint(self) -> str:
        """Says whether two keyrings are the same, and nothing else about them."""
        return derive(self._source.lookup_key, "fingerprint").hex()

    def lookup(self, column: str, value: str | int) -> str:
        """A keyed hash (HMAC-SHA256, 128 bits, hexadecimal) to find *value* by."""
        key = self._lookups.get(column)
        if key is None:
            key = self._lookups[column] = derive(self._source.lookup_key, f"lookup/{column}")
        return hmac.digest(key, str(value).encode("utf-8", "surrogatepass"), "sha256").hex()[:32]

"""The one way personal content is sealed before it reaches a disk, and opened again.

A seal is AES-256-GCM. Its associated data name the version, table, column, row and
key epoch, so a value copied to another place does not open there. Lengths are padded
into buckets: how long an answer is says something, too.

What must be looked up (an account, a token) gets a keyed hash instead, with one key
per column, so that a stolen database cannot be matched against a list of accounts.
"""

import hmac
import json
import os
from collections.abc import Mapping
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDFExpand

from storage.errors import SealBroken

KEY_BYTES = 32
_VERSION = 1
_NONCE = 12
_HEAD = 2 + _NONCE  # version, epoch, nonce
_SMALLEST = 64
_PAGE = 4096


def _bucket(length: int) -> int:
    """The padded length in bytes: a power of two up to 4 KiB, then whole pages."""
    if length > _PAGE:
        return -(-length // _PAGE) * _PAGE
    return max(_SMALLEST, 1 << (length - 1).bit_length())


class Vault:
    """Seals and opens with one data key.

    Args:
        key: 32 random bytes, from the keyring.
        epoch: Which generation of the key this is, 0 to 255.
    """

    def __init__(self, key: bytes, epoch: int = 1) -> None:
        if len(key) != KEY_BYTES:
            raise ValueError(f"a data key has {KEY_BYTES} bytes")
        self._root = key
        self.epoch = epoch
        self._cipher = AESGCM(self.derive("seal"))
        self._lookups: dict[str, bytes] = {}

    def derive(self, purpose: str) -> bytes:
        """A 32-byte key for one purpose, from the data key (HKDF, RFC 5869)."""
        return HKDFExpand(SHA256(), KEY_BYTES, f"izdeu/{purpose}".encode()).derive(self._root)

    def fingerprint(self) -> str:
        """Says whether two keys are the same, and nothing else about them."""
        return self.derive("fingerprint").hex()

    def _bound_to(self, table: str, column: str, row: str, epoch: int) -> bytes:
        return f"{_VERSION}|{table}|{column}|{row}|{epoch}".encode()

    def seal(self, plain: bytes, *, table: str, column: str, row: str) -> bytes:
        """Seal *plain* for exactly one place."""
        nonce = os.urandom(_NONCE)
        framed = len(plain).to_bytes(4, "big") + plain
        framed += bytes(_bucket(len(framed)) - len(framed))
        bound = self._bound_to(table, column, row, self.epoch)
        return bytes((_VERSION, self.epoch)) + nonce + self._cipher.encrypt(nonce, framed, bound)

    def open(self, sealed: bytes, *, table: str, column: str, row: str) -> bytes:
        """What was sealed for this place.

        Raises:
            SealBroken: It was altered, cut, moved here, or sealed with another key.
        """
        if len(sealed) < _HEAD or sealed[0] != _VERSION:
            raise SealBroken(f"{table}.{column}")
        bound = self._bound_to(table, column, row, sealed[1])
        try:
            framed = self._cipher.decrypt(sealed[2:_HEAD], sealed[_HEAD:], bound)
        except InvalidTag:
            raise SealBroken(f"{table}.{column}") from None
        length = int.from_bytes(framed[:4], "big")
        return framed[4 : 4 + length]

    def seal_json(self, value: Mapping[str, Any], *, table: str, column: str, row: str) -> bytes:
        """Seal a JSON object; escaped to ASCII, so that lone surrogates survive."""
        plain = json.dumps(value, separators=(",", ":")).encode("ascii")
        return self.seal(plain, table=table, column=column, row=row)

    def open_json(self, sealed: bytes, *, table: str, column: str, row: str) -> dict[str, Any]:
        """The JSON object sealed for this place.

        Raises:
            SealBroken: As `open`.
        """
        value: dict[str, Any] = json.loads(self.open(sealed, table=table, column=column, row=row))
        return value

    def lookup(self, column: str, value: str | int) -> str:
        """A keyed hash (HMAC-SHA256, 128 bits, hexadecimal) to find *value* by."""
        key = self._lookups.get(column)
        if key is None:
            key = self._lookups[column] = self.derive(f"lookup/{column}")
        return hmac.digest(key, str(value).encode("utf-8", "surrogatepass"), "sha256").hex()[:32]

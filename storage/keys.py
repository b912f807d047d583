"""The keyring's file: who knows the passphrase gets the master key, and by it every data key.

Passphrase → scrypt (RFC 7914) → wrapping key → master key → data keys, by name and epoch
(`storage.keyring`). Database and keyring are worth nothing without each other, so they are
backed up to different places.
"""

import os
import sqlite3
import unicodedata
from contextlib import closing
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

from storage.errors import KeysBroken, KeysExist, NoKeys, WrongPassphrase
from storage.keyring import LOOKUP, KeyRing, connect, unwrapped, wrapped_row
from storage.vault import HOUSE, KEY_BYTES, Vault

FILE_NAME = "keys.db"
# 64 MiB and about 0.2 s a guess: RFC 7914 asks for r=8; OWASP's list for p=1 starts at N=2**17, which
# is more memory than the smallest rented servers spare beside a database.
_COST = 2**16
_HIGHEST_COST = 2**20  # 1 GiB; a damaged number must not eat the machine
_FORMAT = 2
_BOUND_TO = f"izdeu|keyring|{_FORMAT}".encode()
_TABLES = (
    "CREATE TABLE ring (format INT, generation INT, cost INT, salt BLOB, nonce BLOB, wrapped BLOB)",
    "CREATE TABLE keys (name TEXT, epoch INT, nonce BLOB, wrapped BLOB, PRIMARY KEY (name, epoch))"
    " WITHOUT ROWID",
    "CREATE TABLE rotation (epoch INT, began_at INT)",
)


def _wrapping_key(passphrase: str, salt: bytes, cost: int) -> bytes:
    # The same words typed on another system may arrive composed differently.
    typed = unicodedata.normalize("NFKC", passphrase).encode("utf-8", "surrogatepass")
    return Scrypt(salt=salt, length=KEY_BYTES, n=cost, r=8, p=1).derive(typed)


def exists(folder: Path) -> bool:
    """Whether *folder* already holds a keyring."""
    return (folder / FILE_NAME).exists()


def create(folder: Path, passphrase: str, *, cost: int = _COST) -> Vault:
    """Make fresh keys and keep them wrapped in *folder*.

    Raises:
        KeysExist: There is a keyring already; it stays as it is.
    """
    if exists(folder):
        raise KeysExist
    master = os.urandom(KEY_BYTES)
    # Written whole under another name first: a power cut never leaves half a keyring.
    half = folder / f"{FILE_NAME}.new"
    half.unlink(missing_ok=True)
    os.close(os.open(half, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    with closing(connect(half)) as file, file:
        for table in _TABLES:
            file.execute(table)
        file.execute(
            "INSERT INTO ring VALUES (?, 1, ?, ?, ?, ?)", (_FORMAT, *_sealed(master, passphrase, cost))
        )
        cipher = AESGCM(master)
        for name, epoch in ((HOUSE, 1), (LOOKUP, 0)):
            key = os.urandom(KEY_BYTES)
            file.execute("INSERT INTO keys VALUES (?, ?, ?, ?)", wrapped_row(cipher, name, epoch, key))
    os.rename(half, folder / FILE_NAME)
    directory = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(directory)
    finally:
        os.close(directory)
    return unlocked(folder, master)


def unlock(folder: Path, passphrase: str) -> Vault:
    """Open the keyring in *folder*.

    Raises:
        NoKeys: There is none.
        KeysBroken: There is one, but it cannot be read.
        WrongPassphrase: It does not open with this passphrase.
    """
    return unlocked(folder, _master(folder, passphrase))


def change_passphrase(folder: Path, old: str, new: str, *, cost: int = _COST) -> None:
    """From now on the keyring opens with *new* only. Errors as `unlock`; then nothing was touched.

    A running hotline goes on with what it has open. A copy of the keyring that was made before
    still opens with *old*: what that copy knows stops to matter after a rotation.
    """
    master = _master(folder, old)
    with closing(connect(folder / FILE_NAME)) as file, file:
        file.execute("UPDATE ring SET cost = ?, salt = ?, nonce = ?, wrapped = ?", _sealed(master, new, cost))


def renew_master(folder: Path, passphrase: str, *, cost: int = _COST) -> None:
    """Wrap every key anew, under another master key: whoever knew the old one knows nothing of this file.

    Only while nothing else has the keyring open: it would go on with the old master key. Errors as `unlock`.
    """
    old, master = AESGCM(_master(folder, passphrase)), os.urandom(KEY_BYTES)
    new = AESGCM(master)
    with closing(connect(folder / FILE_NAME)) as file, file:
        file.execute("BEGIN IMMEDIATE")
        for name, epoch, nonce, wrapped in file.execute("SELECT * FROM keys").fetchall():
            row = wrapped_row(new, name, epoch, unwrapped(old, (name, epoch, nonce, wrapped)))
            file.execute("REPLACE INTO keys VALUES (?, ?, ?, ?)", row)
        file.execute(
            "UPDATE ring SET cost = ?, salt = ?, nonce = ?, wrapped = ?", _sealed(master, passphrase, cost)
        )


def unlocked(folder: Path, master: bytes) -> Vault:
    """The vault over a keyring whose master key is known."""
    return Vault(keys=KeyRing(folder / FILE_NAME, master))


def _sealed(master: bytes, passphrase: str, cost: int) -> tuple[int, bytes, bytes, bytes]:
    salt, nonce = os.urandom(16), os.urandom(12)
    wrapped = AESGCM(_wrapping_key(passphrase, salt, cost)).encrypt(nonce, master, _BOUND_TO)
    return cost, salt, nonce, wrapped


def _master(folder: Path, passphrase: str) -> bytes:
    if not exists(folder):
        raise NoKeys
    cost, salt, nonce, wrapped = _read(folder / FILE_NAME)
    try:
        return AESGCM(_wrapping_key(passphrase, salt, cost)).decrypt(nonce, wrapped, _BOUND_TO)
    except InvalidTag:
        raise WrongPassphrase from None


def _read(path: Path) -> tuple[int, bytes, bytes, bytes]:
    try:
        # Only to read: whoever has the wrong passphrase must not touch anything. Yet open to write: else what
        # a killed process left half-way could not be rolled back, and the keyring would seem broken for ever.
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=rw", uri=True)) as file:
            row = file.execute("SELECT format, cost, salt, nonce, wrapped FROM ring").fetchone()
    except sqlite3.DatabaseError:
        raise KeysBroken from None
    match row:
        case (
            int(form),
            int(cost),
            bytes(salt),
            bytes(nonce),
            bytes(wrapped),
        ) if form == _FORMAT and 1 < cost <= _HIGHEST_COST and not cost & (cost - 1):
            return cost, salt, nonce, wrapped
    raise KeysBroken

"""The keyring: a small file beside the database that holds the data key, wrapped.

The wrapping key comes from a passphrase by scrypt (RFC 7914). Database and keyring are
worth nothing without each other, so they are backed up to different places.
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
from storage.vault import KEY_BYTES, Vault

FILE_NAME = "keys.db"
# 64 MiB and about 0.2 s a guess: RFC 7914 asks for r=8; OWASP's list for p=1 starts at N=2**17, which
# is more memory than the smallest rented servers spare beside a database.
_COST = 2**16
_HIGHEST_COST = 2**20  # 1 GiB; a damaged number must not eat the machine
_BOUND_TO = b"izdeu|keyring|1"


def _wrapping_key(passphrase: str, salt: bytes, cost: int) -> bytes:
    # The same words typed on another system may arrive composed differently.
    typed = unicodedata.normalize("NFKC", passphrase).encode("utf-8", "surrogatepass")
    return Scrypt(salt=salt, length=KEY_BYTES, n=cost, r=8, p=1).derive(typed)


def exists(folder: Path) -> bool:
    """Whether *folder* already holds a keyring."""
    return (folder / FILE_NAME).exists()


def create(folder: Path, passphrase: str, *, cost: int = _COST) -> Vault:
    """Make a fresh data key and keep it wrapped in *folder*.

    Raises:
        KeysExist: There is a keyring already; it stays as it is.
    """
    if exists(folder):
        raise KeysExist
    key, salt, nonce = os.urandom(KEY_BYTES), os.urandom(16), os.urandom(12)
    wrapped = AESGCM(_wrapping_key(passphrase, salt, cost)).encrypt(nonce, key, _BOUND_TO)
    # Written whole under another name first: a power cut never leaves half a keyring.
    half = folder / f"{FILE_NAME}.new"
    half.unlink(missing_ok=True)
    os.close(os.open(half, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    with closing(sqlite3.connect(half)) as file, file:
        file.execute("PRAGMA synchronous = FULL")
        file.execute(
            "CREATE TABLE keys (epoch INTEGER PRIMARY KEY, cost INT, salt BLOB, nonce BLOB, wrapped BLOB)"
        )
        file.execute("INSERT INTO keys VALUES (1, ?, ?, ?, ?)", (cost, salt, nonce, wrapped))
    os.rename(half, folder / FILE_NAME)
    directory = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(directory)
    finally:
        os.close(directory)
    return Vault(key)


def unlock(folder: Path, passphrase: str) -> Vault:
    """Open the keyring in *folder*.

    Raises:
        NoKeys: There is none.
        KeysBroken: There is one, but it cannot be read.
        WrongPassphrase: It does not open with this passphrase.
    """
    if not exists(folder):
        raise NoKeys
    epoch, cost, salt, nonce, wrapped = _newest(folder / FILE_NAME)
    try:
        key = AESGCM(_wrapping_key(passphrase, salt, cost)).decrypt(nonce, wrapped, _BOUND_TO)
    except InvalidTag:
        raise WrongPassphrase from None
    return Vault(key, epoch)


def _newest(path: Path) -> tuple[int, int, bytes, bytes, bytes]:
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as file:
            row = file.execute(
                "SELECT epoch, cost, salt, nonce, wrapped FROM keys ORDER BY epoch DESC LIMIT 1"
            ).fetchone()
    except sqlite3.DatabaseError:
        raise KeysBroken from None
    match row:
        case (int(epoch), int(cost), bytes(salt), bytes(nonce), bytes(wrapped)) if cost <= _HIGHEST_COST:
            return epoch, cost, salt, nonce, wrapped
    raise KeysBroken

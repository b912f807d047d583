"""What the settings are read from: the process's environment, `.env`, and the files they name.

Whatever is wrong comes back as a problem in plain words, beside the rest, never as a traceback;
no problem quotes a value, because it may be a secret.
"""

import errno
import io
import os
import tempfile
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import urlsplit

from dotenv.parser import parse_stream

PREFIX = "IZDEU_"
_FULL = (errno.ENOSPC, errno.EDQUOT)


def given(env: Mapping[str, str], base: Path) -> tuple[dict[str, str], list[str]]:
    """The names with our prefix and their values, and what of `.env` cannot be understood.

    Args:
        env: Goes before what the file says.
        base: The folder of `.env`.
    """
    found, problems = _from_file(base / ".env")
    found.update(env)
    return {
        name: value.strip()
        for name, value in found.items()
        if name.upper().startswith(PREFIX) and value.strip()
    }, problems


def _from_file(path: Path) -> tuple[dict[str, str], list[str]]:
    if not path.is_file():
        return {}, []
    content, problem = content_of(path)
    found: dict[str, str] = {}
    problems = [f"{path} {problem}"] if problem else []
    # The parser alone: python-dotenv itself skips such lines, and puts variables into passwords with a $.
    for line in parse_stream(io.StringIO(content)):
        if line.key is not None and line.value is not None:
            found[line.key] = line.value
        elif line.error or (line.key or "").upper().startswith(PREFIX):
            problems.append(
                f"{path.name}, line {line.original.line}: cannot be understood; write NAME=value."
            )
    return found, problems


def content_of(path: Path) -> tuple[str, str]:
    """The text of a file without the space around it, or why it cannot be read."""
    try:
        # Some editors put a mark before the text.
        return path.read_text(encoding="utf-8-sig").strip(), ""
    except OSError as error:
        return "", f"cannot be read ({error.strerror or 'error'})."
    except UnicodeDecodeError:
        return "", "cannot be read (it is not text)."


def passphrase_in(path: Path) -> tuple[str, str]:
    """The passphrase that a file holds, or what is wrong with the file."""
    try:
        # An editor leaves a line's end that nobody meant; other spaces may be meant.
        passphrase = path.read_text(encoding="utf-8").rstrip("\r\n")
    except OSError as error:
        return "", f"The passphrase file cannot be read ({error.strerror or 'error'})."
    except UnicodeDecodeError:
        return "", "The passphrase file is not text; write the passphrase into it as UTF-8."
    return passphrase, "" if passphrase else "The passphrase file is empty; write the passphrase into it."


def resolved(name: str, value: str, base: Path) -> tuple[Path, str]:
    """The whole path that *value* means, and what is wrong with it."""
    try:
        return (base / Path(value).expanduser()).resolve(), ""
    except RuntimeError:
        return base, f"{name}: there is no such home folder as in {value}; write the whole path."


def given_credential(env: Mapping[str, str], name: str) -> Path | None:
    """The file in which systemd hands something to a service (LoadCredential=), if it does.

    Args:
        name: As in deploy/izdeu.service.
    """
    folder = env.get("CREDENTIALS_DIRECTORY")
    path = Path(folder) / name if folder else None
    return path if path is not None and path.is_file() else None


def unusable(name: str, folder: Path) -> list[str]:
    """Why nothing can be kept in this folder, which need not be there yet; leaves nothing behind."""
    there = folder
    # Not `Path.exists`, which raises for a parent that may not be looked into.
    while not os.path.exists(there) and there != there.parent:
        there = there.parent
    if not there.is_dir():
        return [f"{name}: {there} is a file, not a folder; choose another path."]
    try:
        with tempfile.TemporaryFile(dir=there):
            pass
    except OSError as error:
        # A full disk is no wrong setting: the hotline waits for room and says so.
        if error.errno not in _FULL:
            return [f"{name}: nothing can be written into {there}; choose another folder, or allow it."]
    return []


def can_be_split(url: str) -> bool:
    """Whether an address has a host and a port where they belong."""
    try:
        return urlsplit(url).port != 0
    except ValueError:
        return False

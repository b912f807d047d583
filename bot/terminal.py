"""What every command at the terminal shares: settings, keys, and one plain message for what can be mended.

Each imports what it needs when it is called, so that the commands that do not need it stay quick.
"""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import typer

if TYPE_CHECKING:
    from bot.settings import Settings
    from storage.vault import Vault

CHECK_FAILED, SETTINGS_WRONG, KEYS_WRONG = 1, 2, 3


def settings_now(*, require_token: bool = True) -> "Settings":
    """The settings of this machine; a house that is half restored is not touched."""
    from bot.settings import load
    from storage.occupancy import check

    settings = load(require_token=require_token)
    check(settings.data_dir)
    return settings


def set_up_logs(settings: "Settings") -> None:
    """Logs without names, texts, numbers or tokens."""
    from bot.logs import set_up

    secrets = [one.get_secret_value() for one in (settings.token, settings.webhook_secret) if one is not None]
    set_up(settings.log_level, secrets)


def unlocked(settings: "Settings") -> "Vault":
    """The vault, opened with the passphrase: from its file, or asked for."""
    from storage import keys

    return keys.unlock(settings.data_dir, known_passphrase(settings))


def known_passphrase(settings: "Settings") -> str:
    """The passphrase of keys that are there; as `passphrase_of`."""
    from storage import keys
    from storage.errors import NoKeys

    # Asked first: whoever has no keys yet should not be asked for a passphrase.
    if not keys.exists(settings.data_dir):
        raise NoKeys
    return passphrase_of(settings)


def opener(settings: "Settings") -> Callable[[Path], "Vault"]:
    """A way to open keys in any folder with the passphrase, asked for once."""
    from storage import keys

    passphrase = passphrase_of(settings)
    return lambda folder: keys.unlock(folder, passphrase)


def passphrase_of(settings: "Settings", *, twice: bool = False) -> str:
    """The passphrase: from its file, or asked for at the terminal."""
    path: Path | None = settings.passphrase_file
    if path is not None:
        from bot.environment import passphrase_in

        passphrase, problem = passphrase_in(path)
        if problem:
            fail(problem, KEYS_WRONG)
        return passphrase
    if not sys.stdin.isatty():
        fail("No passphrase: set IZDEU_PASSPHRASE_FILE, or start from a terminal to be asked.", KEYS_WRONG)
    given: str = typer.prompt("Passphrase", hide_input=True, confirmation_prompt=twice)
    return given


@contextmanager
def told_plainly() -> Iterator[None]:
    """What an operator can mend comes out as one message and a number, not as a traceback."""
    from storage.errors import BackupTrouble, KeysRefused, SchemaMismatch, StoreTrouble

    try:
        yield
    except KeysRefused as error:
        fail(str(error), KEYS_WRONG)
    except (SchemaMismatch, BackupTrouble) as error:
        fail(str(error), SETTINGS_WRONG)
    except StoreTrouble as error:
        fail(
            f"{error}\nLook at IZDEU_DATABASE_URL and IZDEU_DATA_DIR; `izdeu doctor` checks both.",
            SETTINGS_WRONG,
        )
    except KeyboardInterrupt:
        raise typer.Exit(0) from None
    except OSError as error:
        where = f": {error.filename}" if error.filename else ""
        fail(f"{error.strerror or error}{where}", SETTINGS_WRONG)
    except Exception as error:
        # Imported late: only a command that failed needs to know these by name.
        from bot.app import NeverWorked
        from bot.settings import BadSettings

        if isinstance(error, BadSettings | NeverWorked):
            fail(str(error), SETTINGS_WRONG)
        raise


def fail(words: str, code: int) -> NoReturn:
    """End with one message and a number."""
    typer.echo(words, err=True)
    raise typer.Exit(code)

"""`izdeu`: the commands of whoever runs the machine.

Exit codes: 0 all is well; 1 a check of the doctor failed; 2 the settings or the database
must be mended; 3 the keys do not fit, and nothing was touched. Each command imports what
it needs when it runs, so that the others stay quick.
"""

import asyncio
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

if TYPE_CHECKING:
    from bot.settings import Settings
    from storage.vault import Vault

app = typer.Typer(
    name="izdeu",
    help="Izdeu: a Telegram hotline for the families of missing and detained people.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)

keyring = typer.Typer(help="Look after the keys that open everything.", no_args_is_help=True)
app.add_typer(keyring, name="keys")

SETTINGS_WRONG, KEYS_WRONG = 2, 3


class InvitedRole(StrEnum):
    """Who can be invited; families need no invitation."""

    COORDINATOR = "coordinator"
    VOLUNTEER = "volunteer"


@app.command()
def init() -> None:
    """Make the data folder and its keys. Never replaces keys."""
    from storage import keys

    with _told_plainly():
        settings = _settings(require_token=False)
        if keys.exists(settings.data_dir):
            _fail("There are keys already; they stay as they are.", KEYS_WRONG)
        passphrase = _passphrase(settings, twice=True)
        settings.data_dir.mkdir(parents=True, exist_ok=True, mode=0o700)
        vault = keys.create(settings.data_dir, passphrase)
        _migrate_and_claim(settings, vault)
    typer.echo(f"The keys are in {settings.data_dir / keys.FILE_NAME}.")
    typer.echo("Back up this file and the database to different places, and the passphrase to a third.")
    typer.echo("Without the passphrase nobody can ever read what families have told.")


@app.command()
def run() -> None:
    """Run the hotline until it is stopped (Ctrl-C or SIGTERM)."""
    with _told_plainly():
        settings = _settings()
        _set_up_logs(settings)
        vault = _unlock(settings)
        from bot.clock import SystemClock
        from bot.running import run_house

        asyncio.run(run_house(settings, vault, SystemClock()))


@app.command()
def demo(
    port: Annotated[int, typer.Option(help="Of the page; 0 takes any free one.")] = 8321,
    no_browser: Annotated[bool, typer.Option("--no-browser", help="Only print the address.")] = False,
) -> None:
    """Rehearse: the real hotline with made-up phones on a page of this computer."""
    from bot.demo import run_demo

    with _told_plainly():
        asyncio.run(run_demo(port, browser=not no_browser))


@app.command()
def invite(role: Annotated[InvitedRole, typer.Argument(help="Who it is for.")]) -> None:
    """Print a link that makes one person a coordinator or volunteer, once, within 24 hours."""
    with _told_plainly():
        settings = _settings()
        vault = _unlock(settings)
        from bot.clock import SystemClock
        from bot.inviting import invitation
        from storage.records import Role

        link = asyncio.run(invitation(settings, vault, Role(role.value), SystemClock()))
    typer.echo(link)
    typer.echo("It works once, for 24 hours. Send it to that person only, not through a group.", err=True)


@app.command()
def form(
    lang: Annotated[str, typer.Option(help="en, ru, kk, kk-Arab, zh-Hans or ug.")] = "en",
    json: Annotated[bool, typer.Option("--json", help="As data: ids, kinds, texts, choices.")] = False,
    pdf: Annotated[bool, typer.Option("--pdf", help="As a printable form, into a file.")] = False,
    to: Annotated[Path | None, typer.Option(help="Which file; izdeu-form-LANG.pdf if none is named.")] = None,
) -> None:
    """Print the questionnaire: to read through, as data, or as a form for interviews by hand."""
    from bot.questionnaire import write_form
    from locales.languages import CODES

    if lang not in CODES:
        _fail(f"There is no language {lang}; choose one of {', '.join(CODES)}.", SETTINGS_WRONG)
    with _told_plainly():
        for line in write_form(lang, json=json, pdf=pdf, to=to):
            typer.echo(line)


@app.command()
def migrate(
    up: Annotated[str, typer.Option(help="Go forward to this step.")] = "head",
    down: Annotated[str | None, typer.Option(help="Go back to this step; what came later is lost.")] = None,
    status: Annotated[bool, typer.Option("--status", help="Only say where the database stands.")] = False,
) -> None:
    """Bring the database to the shape that this version needs, or back."""
    from storage import migrate as steps

    with _told_plainly():
        settings = _settings(require_token=False)
        settings.data_dir.mkdir(parents=True, exist_ok=True, mode=0o700)
        if not status and down is not None:
            steps.downgrade(settings.database_url, down)
        elif not status:
            steps.upgrade(settings.database_url, up)
        found = steps.current(settings.database_url)
    typer.echo(f"The database stands at {found or 'nothing'}; this version needs {steps.HEAD}.")


@app.command()
def doctor(
    again: Annotated[
        bool, typer.Option("--again", help="First have handled once more what an earlier version could not.")
    ] = False,
) -> None:
    """Check everything that the hotline needs, and say how to mend what is wrong."""
    from bot.doctor import examine, handle_again

    if again:
        with _told_plainly():
            typer.echo(f"To be handled once more: {handle_again(_settings(require_token=False))}")
    findings = asyncio.run(examine())
    for finding in findings:
        typer.echo(str(finding))
    raise typer.Exit(0 if all(finding.well for finding in findings) else 1)


@app.command()
def jobs() -> None:
    """Show what runs by the clock: last and next time, lag, failures."""
    with _told_plainly():
        settings = _settings(require_token=False)
        from bot.clock import SystemClock
        from bot.overview import jobs_table

        for line in jobs_table(settings, SystemClock().now()):
            typer.echo(line)


@keyring.command("status")
def keys_status() -> None:
    """How many keys there are, and how far a rotation is. Tells nothing of what they open."""
    from bot.keeping_keys import status

    with _told_plainly():
        settings = _settings(require_token=False)
        for line in status(settings, _unlock(settings)):
            typer.echo(line)


@keyring.command("change-passphrase")
def keys_change_passphrase(
    new_file: Annotated[Path | None, typer.Option(help="A file with the new one; asked for without.")] = None,
) -> None:
    """Let another passphrase open the keys; a running hotline goes on. Then make a new backup of keys.db."""
    from storage import keys

    with _told_plainly():
        settings = _settings(require_token=False)
        old = _known_passphrase(settings)
        keys.unlock(settings.data_dir, old)
        keys.change_passphrase(settings.data_dir, old, _new_passphrase(new_file))
    typer.echo("Only the new passphrase opens the keys now.")
    typer.echo("Copies of keys.db made before still open with the old one.")


@keyring.command("rotate")
def keys_rotate(
    now: Annotated[bool, typer.Option("--now", help="The hotline is stopped: do all of it at once.")] = False,
) -> None:
    """Make new keys for everything; the running hotline seals anew with them, then the old ones go."""
    from bot.clock import SystemClock
    from bot.keeping_keys import rotate

    with _told_plainly():
        settings = _settings(require_token=False)
        for line in rotate(settings, _known_passphrase(settings), SystemClock().now(), now=now):
            typer.echo(line)


def main() -> None:
    """The console script."""
    app()


def _settings(*, require_token: bool = True) -> "Settings":
    from bot.settings import load

    return load(require_token=require_token)


def _set_up_logs(settings: "Settings") -> None:
    from bot.logs import set_up

    secrets = [one.get_secret_value() for one in (settings.token, settings.webhook_secret) if one is not None]
    set_up(settings.log_level, secrets)


def _unlock(settings: "Settings") -> "Vault":
    from storage import keys

    return keys.unlock(settings.data_dir, _known_passphrase(settings))


def _known_passphrase(settings: "Settings") -> str:
    from storage import keys
    from storage.errors import NoKeys

    # Asked first: whoever has no keys yet should not be asked for a passphrase.
    if not keys.exists(settings.data_dir):
        raise NoKeys
    return _passphrase(settings)


def _passphrase(settings: "Settings", *, twice: bool = False) -> str:
    path: Path | None = settings.passphrase_file
    if path is not None:
        from bot.environment import passphrase_in

        passphrase, problem = passphrase_in(path)
        if problem:
            _fail(problem, KEYS_WRONG)
        return passphrase
    if not sys.stdin.isatty():
        _fail("No passphrase: set IZDEU_PASSPHRASE_FILE, or start from a terminal to be asked.", KEYS_WRONG)
    given: str = typer.prompt("Passphrase", hide_input=True, confirmation_prompt=twice)
    return given


def _new_passphrase(path: Path | None) -> str:
    if path is None:
        if not sys.stdin.isatty():
            _fail("No new passphrase: name a file with --new-file, or start from a terminal.", KEYS_WRONG)
        typed: str = typer.prompt("New passphrase", hide_input=True, confirmation_prompt=True)
        return typed
    from bot.environment import passphrase_in

    passphrase, problem = passphrase_in(path)
    if problem:
        _fail(problem, KEYS_WRONG)
    return passphrase


def _migrate_and_claim(settings: "Settings", vault: "Vault") -> None:
    from storage import house, migrate
    from storage.store import Store

    migrate.upgrade(settings.database_url)
    store = Store(settings.database_url, vault)
    try:
        store.write_now(house.claim)
    finally:
        store.close()


@contextmanager
def _told_plainly() -> Iterator[None]:
    """What an operator can mend comes out as one message and a number, not as a traceback."""
    from storage.errors import KeysRefused, SchemaMismatch, StoreTrouble

    try:
        yield
    except KeysRefused as error:
        _fail(str(error), KEYS_WRONG)
    except SchemaMismatch as error:
        _fail(str(error), SETTINGS_WRONG)
    except StoreTrouble as error:
        _fail(
            f"{error}\nLook at IZDEU_DATABASE_URL and IZDEU_DATA_DIR; `izdeu doctor` checks both.",
            SETTINGS_WRONG,
        )
    except KeyboardInterrupt:
        raise typer.Exit(0) from None
    except OSError as error:
        where = f": {error.filename}" if error.filename else ""
        _fail(f"{error.strerror or error}{where}", SETTINGS_WRONG)
    except Exception as error:
        # Imported late: only a command that failed needs to know these by name.
        from bot.app import NeverWorked
        from bot.settings import BadSettings

        if isinstance(error, BadSettings | NeverWorked):
            _fail(str(error), SETTINGS_WRONG)
        raise


def _fail(words: str, code: int) -> NoReturn:
    typer.echo(words, err=True)
    raise typer.Exit(code)

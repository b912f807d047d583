"""`izdeu`: the commands of whoever runs the machine.

Exit codes: 0 all is well; 1 a check failed; 2 the settings or the database
must be mended; 3 the keys do not fit, and nothing was touched. Each command imports what
it needs when it runs, so that the others stay quick.
"""

import asyncio
import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.key_commands import keyring
from bot.terminal import (
    CHECK_FAILED,
    KEYS_WRONG,
    SETTINGS_WRONG,
    fail,
    opener,
    passphrase_of,
    set_up_logs,
    settings_now,
    told_plainly,
    unlocked,
)

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

audit = typer.Typer(help="The log of who did what.", no_args_is_help=True, rich_markup_mode=None)
app.add_typer(audit, name="audit")
app.add_typer(keyring, name="keys")


class InvitedRole(StrEnum):
    """Who can be invited; families need no invitation."""

    COORDINATOR = "coordinator"
    VOLUNTEER = "volunteer"


@app.command()
def init() -> None:
    """Make the data folder and its keys. Never replaces keys."""
    from storage import keys

    with told_plainly():
        settings = settings_now(require_token=False)
        if keys.exists(settings.data_dir):
            fail("There are keys already; they stay as they are.", KEYS_WRONG)
        passphrase = passphrase_of(settings, twice=True)
        settings.data_dir.mkdir(parents=True, exist_ok=True, mode=0o700)
        vault = keys.create(settings.data_dir, passphrase)
        _migrate_and_claim(settings, vault)
    typer.echo(f"The keys are in {settings.data_dir / keys.FILE_NAME}.")
    typer.echo("Back up this file and the database to different places, and the passphrase to a third.")
    typer.echo("Without the passphrase nobody can ever read what families have told.")


@app.command()
def run() -> None:
    """Run the hotline until it is stopped (Ctrl-C or SIGTERM)."""
    with told_plainly():
        settings = settings_now()
        set_up_logs(settings)
        vault = unlocked(settings)
        from bot.clock import SystemClock
        from bot.running import run_house
        from storage.occupancy import lived_in

        with lived_in(settings.data_dir):
            asyncio.run(run_house(settings, vault, SystemClock()))


@app.command()
def demo(
    port: Annotated[int, typer.Option(help="Of the page; 0 takes any free one.")] = 8321,
    no_browser: Annotated[bool, typer.Option("--no-browser", help="Only print the address.")] = False,
) -> None:
    """Rehearse: the real hotline with made-up phones on a page of this computer."""
    from bot.demo import run_demo

    with told_plainly():
        asyncio.run(run_demo(port, browser=not no_browser))


@app.command()
def invite(role: Annotated[InvitedRole, typer.Argument(help="Who it is for.")]) -> None:
    """Print a link that makes one person a coordinator or volunteer, once, within 24 hours."""
    with told_plainly():
        settings = settings_now()
        vault = unlocked(settings)
        from bot.clock import SystemClock
        from bot.inviting import invitation
        from storage.records import Role

        link = asyncio.run(invitation(settings, vault, Role(role.value), SystemClock()))
    typer.echo(link)
    typer.echo("It works once, for 24 hours. Send it to that person only, not through a group.", err=True)


@app.command()
def revoke(
    code: Annotated[str | None, typer.Argument(help="Whose role; without it, the team is listed.")] = None,
) -> None:
    """Take somebody's role away, at once. Without a code: list the team, by codes."""
    with told_plainly():
        settings = settings_now(require_token=False)
        vault = unlocked(settings)
        from bot import revoking
        from bot.clock import SystemClock

        if code is None:
            for line in revoking.team(settings, vault):
                typer.echo(line)
            return
        if not revoking.revoke(settings, vault, code, SystemClock()):
            fail(f"Nobody on the team has the code {code}; `izdeu revoke` lists all.", SETTINGS_WRONG)
    typer.echo("Done. That person is a relative like any other from now on; the coordinators are told.")


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
        fail(f"There is no language {lang}; choose one of {', '.join(CODES)}.", SETTINGS_WRONG)
    with told_plainly():
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

    with told_plainly():
        settings = settings_now(require_token=False)
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
        with told_plainly():
            typer.echo(f"To be handled once more: {handle_again(settings_now(require_token=False))}")
    findings = asyncio.run(examine())
    for finding in findings:
        typer.echo(str(finding))
    raise typer.Exit(0 if all(finding.well for finding in findings) else CHECK_FAILED)


@app.command()
def jobs() -> None:
    """Show what runs by the clock: last and next time, lag, failures."""
    with told_plainly():
        settings = settings_now(require_token=False)
        from bot.clock import SystemClock
        from bot.overview import jobs_table

        for line in jobs_table(settings, SystemClock().now()):
            typer.echo(line)


@app.command()
def backup(
    to: Annotated[Path, typer.Argument(help="The folder for it.")],
    keys_to: Annotated[Path | None, typer.Option(help="Another folder, for the keys.")] = None,
) -> None:
    """Take a backup, also while the hotline runs, and read it back."""
    from bot.backing_up import by_hand
    from bot.clock import SystemClock

    with told_plainly():
        settings = settings_now(require_token=False)
        asked = settings.passphrase_file is not None or sys.stdin.isatty()
        unlock = opener(settings) if asked else None
        for line in by_hand(settings, to, keys_to, unlock, SystemClock().now()):
            typer.echo(line)


@app.command()
def restore(
    data: Annotated[Path, typer.Argument(help="The file izdeu-…-data.tar.")],
    keys: Annotated[Path, typer.Option(help="The file izdeu-…-keys.db; the newest there is.")],
    replace: Annotated[bool, typer.Option("--replace", help="Move a house that is here aside.")] = False,
    check: Annotated[bool, typer.Option("--check", help="Only prove that it could be restored.")] = False,
    unsealed: Annotated[bool, typer.Option("--unsealed", help="Trust one made without passphrase.")] = False,
) -> None:
    """Bring a house back from its backup, onto SQLite or PostgreSQL, wherever it came from."""
    from bot.backing_up import bring_back, only_looked
    from bot.clock import SystemClock
    from bot.settings import load

    with told_plainly():
        settings, now = load(require_token=False), SystemClock().now()
        unlock = opener(settings)
        told = (
            only_looked(data, keys, unlock, unsealed=unsealed)
            if check
            else bring_back(settings, data, keys, unlock, now, replace=replace, unsealed=unsealed)
        )
        for line in told:
            typer.echo(line)


@audit.command()
def verify(
    head: Annotated[
        list[str] | None, typer.Option(help="NUMBER:HEX, as coordinators were told; once or more.")
    ] = None,
) -> None:
    """Walk the whole log, and say what in it was altered, added or taken away."""
    from bot.auditing import head_in
    from bot.auditing import verify as walk

    heads = [found for found in map(head_in, head or ()) if found is not None]
    if len(heads) < len(head or ()):
        fail("A head looks like 1234:0123456789abcdef.", SETTINGS_WRONG)
    with told_plainly():
        settings = settings_now(require_token=False)
        verdict = asyncio.run(walk(settings, unlocked(settings), heads))
    for line in verdict.told:
        typer.echo(line)
    raise typer.Exit(0 if verdict.whole else CHECK_FAILED)


def _migrate_and_claim(settings: "Settings", vault: "Vault") -> None:
    from bot.clock import SystemClock
    from storage import audit, house, migrate
    from storage.store import Store

    migrate.upgrade(settings.database_url)
    store, now = Store(settings.database_url, vault), SystemClock().now()
    try:
        store.write_now(house.claim)
        store.write_now(lambda tx: audit.note_shape(tx, migrate.HEAD, now))
    finally:
        store.close()


def main() -> None:
    """The console script."""
    app()

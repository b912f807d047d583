"""`izdeu keys …`: the commands by which the keys are looked after."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from bot.terminal import KEYS_WRONG, fail, known_passphrase, settings_now, told_plainly, unlocked

keyring = typer.Typer(
    help="Look after the keys that open everything.", no_args_is_help=True, rich_markup_mode=None
)


@keyring.command("status")
def status() -> None:
    """How many keys there are, and how far a rotation is. Tells nothing of what they open."""
    from bot.keeping_keys import status as lines

    with told_plainly():
        settings = settings_now(require_token=False)
        for line in lines(settings, unlocked(settings)):
            typer.echo(line)


@keyring.command("change-passphrase")
def change_passphrase(
    new_file: Annotated[Path | None, typer.Option(help="A file with the new one; asked for without.")] = None,
) -> None:
    """Let another passphrase open the keys; a running hotline goes on. Then make a new backup of keys.db."""
    from storage import keys

    with told_plainly():
        settings = settings_now(require_token=False)
        old = known_passphrase(settings)
        keys.unlock(settings.data_dir, old)
        keys.change_passphrase(settings.data_dir, old, _new_passphrase(new_file))
    typer.echo("Only the new passphrase opens the keys now.")
    typer.echo("Copies of keys.db made before still open with the old one.")


@keyring.command("rotate")
def rotate(
    now: Annotated[bool, typer.Option("--now", help="The hotline is stopped: do all of it at once.")] = False,
) -> None:
    """Make new keys for everything; the running hotline seals anew with them, then the old ones go."""
    from bot.clock import SystemClock
    from bot.keeping_keys import rotate as lines

    with told_plainly():
        settings = settings_now(require_token=False)
        for line in lines(settings, known_passphrase(settings), SystemClock().now(), now=now):
            typer.echo(line)


def _new_passphrase(path: Path | None) -> str:
    if path is None:
        if not sys.stdin.isatty():
            fail("No new passphrase: name a file with --new-file, or start from a terminal.", KEYS_WRONG)
        typed: str = typer.prompt("New passphrase", hide_input=True, confirmation_prompt=True)
        return typed
    from bot.environment import passphrase_in

    passphrase, problem = passphrase_in(path)
    if problem:
        fail(problem, KEYS_WRONG)
    return passphrase

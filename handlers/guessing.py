"""Tries what somebody typed, and counts what was wrong: whoever guesses is shut out for the hour.

Shut out, nothing is looked up any more: right and wrong get the same answer in the same
time. The counts stand in SQL: neither a restart nor a second process gives anybody another try.
"""

from collections.abc import Callable
from typing import TypeVar

from handlers.context import Context, Speech
from handlers.rules.guessing import IN_ALL, PER_ACCOUNT, WINDOW, Secret, is_shut
from handlers.saying import msg
from storage import audit, guesses, people
from storage.records import Lane, Role

T = TypeVar("T")


def attempt(ctx: Context, secret: Secret, find: Callable[[], T | None]) -> T | None:
    """What *find* finds, unless there were too many wrong tries; the caller answers None always alike.

    Args:
        find: Looks up what was typed; None counts as a wrong try.
    """
    account = ctx.person.account_key
    hers, of_all = guesses.counts(ctx.tx, account, secret, ctx.now - WINDOW)
    if is_shut(secret, hers, of_all):
        return None
    found = find()
    if found is None:
        guesses.add(ctx.tx, account, secret, ctx.now)
        if hers + 1 == PER_ACCOUNT:
            audit.write(ctx.tx, ctx.person.id, "guessed", ctx.person.id, ctx.now)
            # By the day: who comes back each hour is not worth an alarm each hour.
            _alert(ctx, f"{account}/{ctx.now:%Y-%m-%d}", "alert-guessing")
        if of_all + 1 == IN_ALL[secret]:
            _alert(ctx, f"{secret}/{ctx.now:%Y-%m-%d/%H}", "alert-guessing-all")
    return found


def _alert(ctx: Context, once: str, message_id: str) -> None:
    for one in people.with_role(ctx.tx, Role.COORDINATOR):
        Speech(ctx.tx, ctx.now, f"guess/{once}/{one.id}").to(one, msg(message_id), lane=Lane.ALERT)

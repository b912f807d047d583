"""/panic, or a plain word that she chose: nothing on her phone leads to the hotline's records any more.

One transaction unlinks the account, drops what was not sent, and kills every button; what
stands in the chat goes by rows of the outbox, which survive any restart. What was sent stays:
cases, files, timeline. Whoever then looks sees an ordinary beginning.
"""

import hmac
import unicodedata
from datetime import timedelta

from handlers import emptying, guarding, leaving
from handlers.context import Context
from handlers.decisions import carry_out
from handlers.erasing import erase_draft, file_ids
from handlers.family import language
from handlers.rules.unlinking import panicked
from storage import (
    attachments,
    audiences,
    broadcasts,
    cases,
    cast_rows,
    drafts,
    erasures,
    keyboards,
    links,
    people,
    talks,
    unsaid,
)
from storage.errors import SealBroken
from storage.records import Role
from storage.store import Tx

COMMAND = "panic"
# What is on the wire while she unlinks arrives within the lease of its row, 60 seconds.
_STRAGGLERS = timedelta(seconds=90)


def normal(text: str) -> str:
    """A word as it is compared: without a difference of case, width, spaces, or what ends a sentence."""
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split()).strip(".!?…。！？ ")


def key_of(tx: Tx, person_id: str, word: str) -> str:
    """The keyed hash by which her word is known, and by nothing else."""
    return tx.vault.lookup("panic", f"{person_id}/{normal(word)}")


def meant(ctx: Context) -> bool:
    """Whether what came is the command, or the whole of it her word."""
    came, known = ctx.arrival, ctx.person.panic_key
    if came.command == COMMAND:
        return True
    if known is None or came.text is None or came.file is not None:
        return False
    return hmac.compare_digest(known, key_of(ctx.tx, ctx.person.id, came.text))


def unlink(ctx: Context) -> None:
    """Do it, and begin as with a stranger."""
    person, tx = ctx.person, ctx.tx
    # First of all, while what she sent before is still hers: its files are not dropped with the drafts.
    _drop_what_was_not_sent(ctx)
    keyboards.forget_all_of(tx, person.account_key)
    unsaid.silence(tx, person.chat_id)
    emptying.clear(ctx.speech, person)
    emptying.clear_stragglers(ctx.speech, person, ctx.now + _STRAGGLERS)
    emptying.no_menu(ctx.speech, person)
    followed = cases.codes_followed(tx, person.id)
    carry_out(ctx.speech, panicked(person, followed, people.with_role(tx, Role.COORDINATOR)), person.id)
    cases.let_go(tx, person.id, ctx.now)
    leaving.forget(tx, person.id, ctx.now)
    links.void_of(tx, person.id, ctx.now)
    guarding.unlinked(tx, person.id)
    audiences.forget_person(tx, person.id)
    cast_rows.forget(tx, broadcasts.open_ids(tx), person.id)  # what was put aside for later, too
    known = person.language is not None or person.role is not Role.FAMILY or bool(followed)
    if known and ctx.arrival.account_id is not None:
        people.unlink(tx, person.id)
        ctx.becomes(people.welcome(tx, ctx.arrival.account_id, ctx.arrival.chat_id, ctx.now))
    language.ask(ctx)


def _drop_what_was_not_sent(ctx: Context) -> None:
    """Her unfinished reports, and what has no place yet. One that is damaged on the disk goes, too."""
    tx, person = ctx.tx, ctx.person
    held: tuple[str, ...] = ()
    try:
        held = tuple(file_ids(list(ctx.held)))
    except SealBroken:
        held = ()
    for draft_id in drafts.ids_open_of(tx, person.id):
        try:
            draft = drafts.find(tx, draft_id, person.id)
            if draft is not None:
                erase_draft(tx, draft, ctx.now, by=person.role.value)
                ctx.fetch = True
        except SealBroken:
            drafts.drop(tx, draft_id, ctx.now)
            erasures.begin(tx, "draft", draft_id, ctx.now, by=person.role.value)
    talks.end(tx, person.id)
    attachments.erase(tx, held)
    ctx.fetch = ctx.fetch or bool(held)

"""The end: everything that was sent is there exactly once, and everything that had to be said was said."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from sqlalchemy import func, select

from storage import drafts, inbox
from storage.files import Files
from storage.store import Tx
from storage.tables import attachments, cases
from storage.tables import outbox as outbox_table
from tests.crash.coordinator import Coordinator
from tests.crash.family import Family
from tests.crash.figures import Figures
from tests.crash.kept import kept_of
from tests.crash.leaving import Leaver
from tests.crash.reminded import Volunteer
from tests.crash.told import differences

_OPEN = ("waiting", "claimed")
_LATER = "delete"  # what a volunteer read of a task goes from her chat when this is over
_MOST_COMPLAINTS = 10  # of a log


def what_waits(tx: Tx) -> Mapping[str, int]:
    """What is not yet finished, and how much of it."""
    open_files = attachments.c.state.in_(("waiting", "erased"))
    files = select(func.count()).select_from(attachments).where(open_files)
    spoken = _messages(tx)
    waits = {
        "updates": inbox.counts(tx).get("waiting", 0),
        "messages": sum(spoken.get(state, 0) for state in _OPEN),
        "files": int(tx.connection.execute(files).scalar_one()),
    }
    return {name: count for name, count in waits.items() if count}


def examine(
    tx: Tx,
    files: Files,
    families: Sequence[Family | Leaver | Volunteer],
    coordinator: Coordinator,
    spoken: int,
    figures: Figures,
) -> None:
    """Compare everything that people did with everything that is there.

    Args:
        spoken: How many messages and edits Telegram has had.
    """
    ledgers = [one.ledger for one in families]
    acts = coordinator.reader.acts + sum(one.reader.acts for one in families)
    sent = {code for one in ledgers for code in one.sent}
    figures.amended, figures.erased = sum(one.amended for one in ledgers), sum(one.erased for one in ledgers)
    figures.receipts = sum(one.receipts for one in ledgers)
    figures.asked = sum(len(one.asked) for one in ledgers)
    wrong = figures.wrong
    ended = {"submitted": len(sent) + figures.amended, "dropped": figures.erased}
    for what, there, due in (
        ("updates", inbox.counts(tx), {"done": acts}),
        ("messages, by state", dict.fromkeys(_messages(tx), 0), {"sent": 0}),
        ("drafts", drafts.counts(tx), {state: count for state, count in ended.items() if count}),
        ("cases", _count(tx, cases), len(sent)),
        ("files", _count(tx, attachments), sum(len(one.files) for one in ledgers)),
    ):
        if there != due:
            wrong.append(f"{what}: there are {there}, there must be {due}")
    for family in families:
        kept, besides = kept_of(tx, files, family.reader.phone.chat_id)
        wrong += [f"{family.reader.phone.id}: {line}" for line in besides]
        wrong += differences(family.reader.phone.id, family.ledger, kept)
    changed = {code for one in ledgers for code, report in one.sent.items() if report.changes}
    for text_id, codes in (("alert-report", sent), ("alert-changed", changed)):
        missing = coordinator.never_told(text_id, codes)
        wrong += [f"the coordinator was not told of report {code}: {text_id}" for code in missing]
    replies = (
        select(func.count()).select_from(outbox_table).where(outbox_table.c.kind.not_in(("menu", _LATER)))
    )
    figures.replies = int(tx.connection.execute(replies).scalar_one())
    figures.repeats = spoken - figures.replies
    if figures.repeats < 0:
        wrong.append(f"{-figures.repeats} replies are missing")
    figures.updates, figures.reports = acts, len(sent)
    figures.files = _count(tx, attachments)
    figures.letters = sum(len(report.letters) for one in ledgers for report in one.sent.values())
    figures.letters += sum(len(one.answered) for one in ledgers)


def _messages(tx: Tx) -> Mapping[str, int]:
    """How many of what is to be said are in each state."""
    kept = outbox_table.c
    counted = select(kept.state, func.count()).where(kept.kind != _LATER).group_by(kept.state)
    return {state: int(count) for state, count in tx.connection.execute(counted)}


def _count(tx: Tx, table: Any) -> int:
    return int(tx.connection.execute(select(func.count()).select_from(table)).scalar_one())


def complaints(log: Path) -> list[str]:
    """Errors that bots logged; a bot that is killed has none, and one that is left alone neither."""
    found = []
    for line in log.read_text().splitlines() if log.exists() else ():
        try:
            said = json.loads(line)
        except ValueError:
            found.append(line)  # a traceback that no logger formatted
            continue
        if said.get("level") in ("error", "critical"):
            found.append(line)
    return [f"logged: {line}" for line in found[:_MOST_COMPLAINTS]]

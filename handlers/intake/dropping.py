"""Erases an unfinished report: what was told, and the files that nothing else of hers needs.

Whoever erases, she herself or the clock, does it here. A file can belong to two reports of
one person, as the same photo for two sons does; it goes with the last of them.
"""

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

from storage import attachments, cases, drafts, talks
from storage.records import StoredDraft
from storage.store import Tx


def drop(tx: Tx, draft: StoredDraft, now: datetime) -> bool:
    """Nothing of this report stays. Returns whether there are copies of files to be removed now.

    Raises:
        Overtaken: It ended already; nothing was erased.
    """
    drafts.drop(tx, draft.id, now)
    files = set(file_ids(draft.body))
    if files:
        files -= _kept_elsewhere(tx, draft)
        attachments.erase(tx, sorted(files))
    return bool(files)


def file_ids(kept: Any) -> Iterator[str]:
    """The ids of all files in a body, wherever it keeps them."""
    # Only a file has an id there; a text has its words and the number of its message.
    if isinstance(kept, Mapping):
        if isinstance(kept.get("id"), str):
            yield kept["id"]
        for one in kept.values():
            yield from file_ids(one)
    elif isinstance(kept, list | tuple):
        for one in kept:
            yield from file_ids(one)


def _kept_elsewhere(tx: Tx, draft: StoredDraft) -> set[str]:
    """Files of what else she told: other reports, sent or not, and what has no place yet."""
    hers = draft.person_id
    # This draft is not among the open ones any more.
    bodies = [one.body for one in drafts.open_of(tx, hers, drafts.count_open_of(tx, hers))]
    bodies += [one.body for one in cases.followed_by(tx, hers, cases.count_followed(tx, hers))]
    talk = talks.of(tx, hers)
    if talk is not None:
        bodies.append(talk.body)
    return set(file_ids(bodies))

"""What must come by day is looked at again when it really goes out, whatever held it up until then."""

from collections.abc import Sequence
from datetime import datetime

from handlers.rules.office import held_until
from storage import outbox, people, profiles
from storage.records import Claimed
from storage.store import Tx


def by_day(tx: Tx, claimed: Sequence[Claimed], now: datetime) -> list[Claimed]:
    """Of these, what may go out now; what was held up until it is night where its reader lives waits.

    Where her own hours count, so it does until she is there again.
    """
    marked = {
        one.id: one.person_id for one in claimed if one.person_id and one.body.get("daytime") is not None
    }
    theirs = {marked[one.id] for one in claimed if one.id in marked and one.body.get("hours") == "own"}
    # Of somebody who is damaged on the disk the usual day counts: what is for others must not wait.
    readers = people.several(tx, sorted(set(marked.values()))) if marked else {}
    told = profiles.several(tx, sorted(theirs)) if theirs else {}
    awake = []
    for one in claimed:
        later = None
        if (person_id := marked.get(one.id)) is not None:
            hers = readers[person_id].zone if person_id in readers else None
            own = told.get(person_id) if person_id in theirs and one.body.get("hours") == "own" else None
            later = held_until(hers or str(one.body["daytime"]), now, own)
        if later is None:
            awake.append(one)
        else:
            outbox.put_off(tx, one, later, "night")
    return awake

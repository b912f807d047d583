"""What must come by day is looked at again when it really goes out, whatever held it up until then."""

from collections.abc import Iterable
from datetime import datetime

from handlers.rules.office import held_until
from storage import outbox, people, profiles
from storage.records import Claimed
from storage.store import Tx


def by_day(tx: Tx, claimed: Iterable[Claimed], now: datetime) -> list[Claimed]:
    """Of these, what may go out now; what was held up until it is night where its reader lives waits.

    Where her own hours count, so it does until she is there again.
    """
    awake = []
    for one in claimed:
        later = None
        if (zone := one.body.get("daytime")) is not None and one.person_id is not None:
            own = profiles.of(tx, one.person_id) if one.body.get("hours") == "own" else None
            later = held_until(people.by_id(tx, one.person_id).zone or str(zone), now, own)
        if later is None:
            awake.append(one)
        else:
            outbox.put_off(tx, one, later, "night")
    return awake

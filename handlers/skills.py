"""What volunteers can do, as far as they have said: by this a broadcast can choose them."""

from storage.store import Tx


def known() -> tuple[str, ...]:
    """The skills that somebody may have; where there are none, nobody is asked for one."""
    return ()


def skills_of(_tx: Tx, _person_id: str) -> frozenset[str]:
    """What this volunteer can do."""
    return frozenset()

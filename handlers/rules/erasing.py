"""Who must say yes before a case is erased, and who hears of it."""

from collections.abc import Iterable

from storage.records import Erasure, Person


def may_agree(wish: Erasure, coordinator: Person) -> bool:
    """Nobody agrees to a wish of her own."""
    return wish.asked_by != coordinator.id


def first_yes(wish: Erasure, coordinators: Iterable[Person]) -> Person | None:
    """Who gave the first yes; it counts only as long as she is a coordinator."""
    return next((one for one in coordinators if one.id == wish.approved_by), None)


def is_enough(wish: Erasure, coordinator: Person, coordinators: Iterable[Person]) -> bool:
    """Whether the case is erased with this coordinator's yes: with another's before, or where there is none.

    Args:
        coordinators: All that there are.
    """
    team = list(coordinators)
    before = first_yes(wish, team)
    others = [one for one in team if one.id != coordinator.id and may_agree(wish, one)]
    return not others or (before is not None and before.id != coordinator.id)

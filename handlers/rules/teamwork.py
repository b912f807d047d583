"""What the team keeps among itself on a case: notes, flags. A family never sees any of it."""

from enum import StrEnum

from handlers.rules.decision import AddMatter, ChangeMatter, Decision, Notice, Rows
from handlers.rules.decision import Choice as Button
from handlers.saying import msg
from storage.records import Case, Json, Lane, Matter, MatterKind, MatterState, Person, Role


class Flag(StrEnum):
    """What everybody must know who opens a case."""

    DANGER = "danger"  # whoever told it is watched, or threatened
    CHILD = "child"
    ILLNESS = "illness"
    PRESS = "press"  # journalists ask, or have written
    LAWYER = "lawyer"
    DOUBT = "doubt"  # whether it is this person, or so


def add_note(case: Case, author: Person, body: Json) -> Decision:
    """A note, for whoever of the team opens the case."""
    return Decision((AddMatter(case.id, MatterKind.NOTE, body, author.id),), (), ("noted", case.id))


def mention(case: Case, one: Matter, named: Person) -> Decision:
    """Somebody of the team is to read it. She hears the code, and nothing of what it says."""
    # A volunteer cannot open a case: the code tells her what to ask about.
    rows: Rows = (
        ((Button(msg("button-note-read"), "note.open", {"matter": one.id}),),)
        if named.role is Role.COORDINATOR
        else ()
    )
    alert = Notice(named.id, Lane.ALERT, (msg("alert-note", code=case.code),), rows)
    return Decision((), (alert,), ("mentioned", case.id))


def set_flag(case: Case, author: Person, flag: Flag, there: Matter | None, *, on: bool) -> Decision | None:
    """It stands on the card from now on, or no more; None where that is so already.

    Args:
        there: The one that stands there now.
    """
    if on is (there is not None):
        return None
    if there is None:
        new = AddMatter(case.id, MatterKind.FLAG, {"flag": flag.value}, author.id)
        return Decision((new,), (), ("flagged", case.id))
    return Decision((ChangeMatter(there, state=MatterState.DONE),), (), ("unflagged", case.id))

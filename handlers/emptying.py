"""How messages are taken out of a chat: rows of the outbox, which survive whatever happens in between."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from handlers.arrivals import Arrival
from handlers.rules import clearing
from storage import messages
from storage.records import Json, Lane, Person
from storage.store import Tx


class _Speech(Protocol):
    """What `handlers.context.Speech` has."""

    now: datetime

    def put(self, person: Person, lane: Lane, kind: str, body: Json, due_at: datetime | None) -> None: ...


def clear(speech: _Speech, person: Person, *, told: bool = False) -> None:
    """Take out of her chat what stands there, both sides'; what is said later comes after it.

    Args:
        told: She is told how much went.
    """
    speech.put(person, Lane.REPLY, "clear", {"asked": speech.now.isoformat(), "told": told}, None)


def clear_stragglers(speech: _Speech, person: Person, due_at: datetime) -> None:
    """Take out what we wrote of our own accord and what was on the wire while her chat was cleared."""
    speech.put(person, Lane.NOTICE, "clear", {"late": True}, due_at)


def take_out(speech: _Speech, person: Person, numbers: Sequence[int]) -> None:
    """Take these messages out of her chat, whoever wrote them; a hundred at most."""
    speech.put(person, Lane.NOTICE, "clear", {"numbers": list(numbers)}, None)


def no_menu(speech: _Speech, person: Person) -> None:
    """Her chat has the menu that a stranger sees."""
    speech.put(person, Lane.REPLY, "no-menu", {"parts": []}, None)


def in_place(tx: Tx, person: Person, came: Arrival, now: datetime) -> int | None:
    """The message whose button she pressed, if what is shown may stand there; else it is said anew."""
    pressed = came.press.message_id if came.press is not None else None
    if pressed is None or person.clear_after is None:
        return pressed
    # What is shown must go in time, and an old message cannot be taken out any more.
    sent_at = messages.sent_at(tx, came.chat_id, pressed)
    return pressed if clearing.may_be_changed(sent_at, person.clear_after, now) else None

"""What somebody can reply to a question, as the form takes it, and how it is kept."""

from dataclasses import dataclass
from typing import Any

from storage.records import Json


@dataclass(frozen=True, slots=True)
class Words:
    """She wrote something. `number` is Telegram's number of the message in her chat.

    Attributes:
        point: Latitude and longitude in degrees, where she sent a place on the map; `text` says it in words.
    """

    text: str
    number: int | None = None
    edited: bool = False
    point: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True)
class Sent:
    """She sent a file that is already kept; `caption` came with it.

    Attributes:
        edited: She changed the file, or more often the words under it, in a message sent before.
    """

    attachment_id: str
    kind: str
    number: int | None = None
    caption: str | None = None
    album: str | None = None
    duration: int | None = None
    too_big: bool = False
    edited: bool = False


@dataclass(frozen=True, slots=True)
class Shared:
    """She shared a telephone number: her own with the contact key, or a card from her address book.

    Attributes:
        name: Whose number it is, where it is not her own.
    """

    phone: str
    number: int | None = None
    name: str | None = None

    @property
    def text(self) -> str:
        """The card in one line."""
        return f"{self.name}, {self.phone}" if self.name else self.phone


@dataclass(frozen=True, slots=True)
class Pressed:
    """She pressed a button; `what` is a word of handlers.intake.pressing, or agree before the consent."""

    what: str
    value: str = ""


Told = Words | Sent | Shared
Reply = Told | Pressed


def pieces_of(told: Told) -> list[dict[str, Any]]:
    """What somebody sent, as a draft keeps it: a text, a file, or a file and the words that came with it."""
    match told:
        case Words(text, number, _, _):
            return [{"text": text, "message": number}]
        case Shared():
            return [{"text": told.text, "message": told.number}]
        case Sent():
            file = {
                "id": told.attachment_id,
                "kind": told.kind,
                "message": told.number,
                "duration": told.duration,
            }
            return [file, {"text": told.caption, "message": told.number}] if told.caption else [file]


def word_of(reply: Reply) -> Json | None:
    """What somebody sent, as an entry of a timeline keeps it; None for a press."""
    match reply:
        case Words(text, number, edited, _):
            return {"text": text, "message": number, "edited": edited}
        case Shared():
            return {"text": reply.text, "message": reply.number}
        case Sent():
            file = {"id": reply.attachment_id, "kind": reply.kind, "duration": reply.duration}
            return {"text": reply.caption or "", "file": file, "message": reply.number}
        case _:
            return None


def held_word(piece: Json) -> Json:
    """A piece of a draft, as an entry of a timeline keeps it."""
    if "id" in piece:
        return {
            "text": "",
            "file": {name: piece[name] for name in ("id", "kind", "duration")},
            "message": piece["message"],
        }
    return piece

"""What somebody can reply to a question, as the form takes it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Words:
    """She wrote something. `number` is Telegram's number of the message in her chat."""

    text: str
    number: int | None = None
    edited: bool = False


@dataclass(frozen=True, slots=True)
class Sent:
    """She sent a file that is already kept; `caption` came with it."""

    attachment_id: str
    kind: str
    number: int | None = None
    caption: str | None = None
    album: str | None = None
    duration: int | None = None
    too_big: bool = False


@dataclass(frozen=True, slots=True)
class Shared:
    """She shared a telephone number with the contact button."""

    phone: str
    number: int | None = None


@dataclass(frozen=True, slots=True)
class Pressed:
    """She pressed a button: agree, refuse, back, skip, unknown, done, change, summary, or an answer."""

    what: str
    value: str = ""


Reply = Words | Sent | Shared | Pressed

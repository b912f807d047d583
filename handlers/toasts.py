"""What is shown over a chat for a second when a button is pressed."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Toast:
    """The short answer to a press, in the reader's language already; worthless after a second."""

    callback_id: str
    text: str | None
    alert: bool = False

"""What a broadcast says in one wording: the neutral line, the words as they were written, its buttons."""

import secrets
from datetime import datetime, timedelta
from typing import Any

from handlers.rules.decision import Choice
from handlers.saying import msg
from storage import keyboards
from storage.records import Broadcast, Json, Person
from storage.store import Tx

_KEYBOARD_LIVES = timedelta(days=60)
_SLOTS = "abcdefghijklmnopqrstuvwxyz"


def body_for(cast: Json, row: Json) -> tuple[dict[str, Any], str]:
    """What `handlers.saying.speak` takes, and as which kind of message it goes.

    Args:
        cast: The body of the broadcast.
        row: That of a row of the outbox: the `wording`, the reader's `language`, the `token` of her buttons.

    Returns:
        The body, with the words under `html`: they are markup already.
    """
    said = cast["texts"][row["wording"]]
    file = said.get("file")
    body: dict[str, Any] = {
        "parts": [msg("rest-word")],
        "language": row["language"],
        "html": said.get("html"),
    }
    keyboard: list[list[dict[str, Any]]] = []
    if "token" in row:
        keyboard += [
            [{"text": msg(f"button-cast-{answer}"), "data": f"{row['token']}{_SLOTS[slot]}"}]
            for slot, answer in enumerate(cast["answers"])
        ]
    if cast["link"]:
        keyboard.append([{"text": msg("button-cast-link"), "url": cast["link"]}])
    if keyboard:
        body["keyboard"] = keyboard
    if file is not None:
        body["file"] = file["file_id"]
    return body, "text" if file is None else str(file["kind"])


def answer_buttons(tx: Tx, cast: Broadcast, person: Person, now: datetime) -> str:
    """Make the answers that stand under it for this person; returns their `token`."""
    token = secrets.token_urlsafe(12)
    deeds = [
        {"do": "cast.answer", "args": {"cast": cast.id, "answer": answer}} for answer in cast.body["answers"]
    ]
    body = {"deeds": deeds, "once": False}
    keyboards.add(tx, token, person.account_key, person.chat_id, body, now + _KEYBOARD_LIVES, now)
    return token


def sample_rows(cast: Json) -> tuple[tuple[Choice, ...], ...]:
    """The answers as they stand under a preview: they look the same and count nothing."""
    return tuple((Choice(msg(f"button-cast-{answer}"), "cast.sample"),) for answer in cast["answers"])

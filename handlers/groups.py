"""In a group the bot asks for a private chat and takes nothing: others read along."""

from datetime import datetime

from handlers.arrivals import Arrival
from handlers.rules.office import Office
from handlers.saying import msg
from locales.languages import SOURCE, guess
from storage import outbox
from storage.records import Lane, Outgoing
from storage.store import Tx


def receive(tx: Tx, came: Arrival, office: Office, now: datetime) -> None:
    """Answer only when spoken to: put into the group, or given a command."""
    spoken_to = came.command is not None or f"@{office.bot_username}".lower() in (came.text or "").lower()
    if not (came.added or spoken_to):
        return
    one = Outgoing(
        key=f"{came.key}:1",
        chat_id=came.chat_id,
        person_id=None,
        lane=Lane.REPLY,
        kind="text",
        due_at=now,
        body={
            "parts": [msg("group-go-private")],
            "language": guess(came.language_code) or SOURCE,
            "keyboard": [
                [{"text": msg("button-write-privately"), "url": f"https://t.me/{office.bot_username}?start"}]
            ],
        },
    )
    outbox.add(tx, [one], now)

"""What the page shows of the world, as the JSON that it expects."""

from typing import Any

from bot.sandbox.chats import Message
from bot.sandbox.phones import Phone
from bot.sandbox.refusals import Json
from bot.sandbox.world import Sent, World

_LISTED = 200  # things the bot did
_SHOWN = 500  # messages of one chat; who scrolls further back reads the log


def state(world: World) -> Json:
    """Everything, for a page that has just opened."""
    return {
        "now": world.clock.now().isoformat(),
        "zone": world.zone,
        "bot": {"name": world.profile.said("name", ""), "username": world.profile.username},
        "phones": [phone(each) for each in world.phones],
        "switches": switches(world),
        "sent": [sent(each) for each in list(world.sent)[-_LISTED:]],
    }


def switches(world: World) -> Json:
    """What the line does, and until when."""
    until = world.switches.until
    return {"mode": world.switches.mode, "until": until.isoformat() if until is not None else None}


def sent(act: Sent) -> Json:
    """One thing the bot did."""
    return {
        "at": act.at.isoformat(),
        "method": act.method,
        "phone": act.phone,
        "kind": act.kind,
        "text": act.text,
        "ok": act.ok,
        "error": act.error,
    }


def phone(shown: Phone) -> Json:
    """One phone."""
    actor, chat = shown.actor, shown.chat
    return {
        "id": shown.id,
        "name": actor.name,
        "role": actor.role,
        "language": actor.language,
        "about": actor.about,
        "started": shown.started,
        "blocked": shown.blocked,
        "typing": shown.typing,
        "unread": chat.unread,
        "commands": shown.commands,
        "reply_keyboard": _keys(chat.keys),
        "messages": [message(each) for each in shown.messages[-_SHOWN:]],
    }


def _keys(keys: Json | None) -> Json | None:
    if not keys or "keyboard" not in keys:
        return None
    rows = [
        [
            {
                "text": key["text"],
                "contact": bool(key.get("request_contact")),
                "location": bool(key.get("request_location")),
            }
            for key in row
        ]
        for row in keys["keyboard"]
    ]
    return {
        "rows": rows,
        "placeholder": keys.get("input_field_placeholder"),
        "one_time": bool(keys.get("one_time_keyboard")),
    }


def message(shown: Message) -> Json:
    """One message."""
    raw = shown.raw
    answered = raw.get("reply_to_message")
    return {
        "id": shown.id,
        "out": shown.out,
        "date": shown.moment.isoformat(),
        "edited": shown.edited,
        "html": shown.html,
        "text": raw["sticker"].get("emoji", "") if shown.kind == "sticker" else shown.text,
        "kind": shown.kind,
        "file": _file(shown),
        "album": shown.album,
        "reply_to": answered["message_id"] if answered else None,
        "keyboard": [[_button(button) for button in row] for row in shown.rows] or None,
        "protected": shown.protected,
        "contact": raw.get("contact"),
        "location": raw.get("location"),
    }


def _file(shown: Message) -> Json | None:
    file = shown.file
    if file is None:
        return None
    return {
        "url": f"/page/files/{file.file_id}",
        "name": file.name,
        "size": len(file.content),
        "mime": file.mime,
        "duration": file.duration,
    }


def _button(button: Json) -> dict[str, Any]:
    if "url" in button:
        return {"text": button["text"], "kind": "url", "url": button["url"]}
    return {"text": button["text"], "kind": "callback"}

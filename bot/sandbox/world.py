"""Everything that Telegram would know: chats, messages, files, waiting updates, and what the bot did.

Two sides look at it: the bot, through `methods`, and people, through `phones`.
"""

import asyncio
import secrets
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from bot.clock import Clock
from bot.sandbox.limits import Limits
from bot.sandbox.messages import Chat, Json, Message, StoredFile, to_api
from bot.sandbox.people import CAST, Actor
from bot.sandbox.phones import Phone
from bot.sandbox.refusals import bad, forbidden
from bot.sandbox.switches import Switches

TOKEN = "100200300:rehearsal-only-not-a-real-token-000"  # noqa: S105 -- opens only this stand-in
_SENT_KEPT = 200  # of what the bot did, for the page
_PRESS_LIVES = (
    150.0  # seconds in which a press can be answered; core.telegram.org gives no number, this was seen
)


@dataclass(slots=True)
class Pressed:
    """A button press that waits for its answer."""

    phone_id: int
    at: datetime
    answered: bool = False


@dataclass(slots=True)
class Webhook:
    """Where updates go instead of waiting to be fetched."""

    url: str
    secret: str | None
    last_error: str | None = None
    last_error_at: datetime | None = None


Hearer = Callable[[Json], None]


@dataclass(slots=True)
class World:
    """A small Telegram with one bot.

    Args:
        clock: The time of everything in it.
        token: The bot's.
    """

    clock: Clock
    token: str = TOKEN
    bot_username: str = "izdeu_rehearsal_bot"
    bot_name: str = "Izdeu (rehearsal)"
    limits: Limits = field(default_factory=Limits)
    switches: Switches = field(default_factory=Switches)
    keep_history: bool = True  # off where millions of messages are only counted
    chats: dict[int, Chat] = field(default_factory=dict)
    phones: dict[int, Phone] = field(default_factory=dict)
    files: dict[str, StoredFile] = field(default_factory=dict)
    updates: deque[Json] = field(default_factory=deque)
    pressed: dict[str, Pressed] = field(default_factory=dict)
    commands: dict[tuple[str, str], list[Json]] = field(default_factory=dict)
    sent: deque[Json] = field(default_factory=lambda: deque(maxlen=_SENT_KEPT))
    counts: dict[str, int] = field(default_factory=dict)
    allowed: tuple[str, ...] | None = None
    webhook: Webhook | None = None
    poll: object | None = None
    _hearers: list[Hearer] = field(default_factory=list)
    _changed: set[asyncio.Event] = field(default_factory=set)
    _message_number: int = 100
    _update_number: int = 500_000

    def __post_init__(self) -> None:
        for actor in CAST:
            self.add_phone(actor)

    @property
    def bot_id(self) -> int:
        """The bot's number, which its token begins with."""
        return int(self.token.partition(":")[0])

    @property
    def bot(self) -> Json:
        """The bot as a user."""
        return {"id": self.bot_id, "is_bot": True, "first_name": self.bot_name, "username": self.bot_username}

    # --- people -----------------------------------------------------------------------------

    def add_phone(self, actor: Actor) -> Phone:
        """Somebody more; her private chat with the bot has her own number."""
        phone = Phone(self, actor)
        self.phones[actor.account_id] = phone
        self.chats[actor.account_id] = Chat(actor.account_id, "private", actor.first_name, self.bot_id)
        return phone

    def stranger(self, number: int, language_code: str = "en", name: str = "") -> Phone:
        """A phone outside the cast, made when it is first asked for."""
        account_id = 710_000_000 + number
        if account_id in self.phones:
            return self.phones[account_id]
        name = name or f"Stranger {number}"
        actor = Actor(
            f"stranger-{number}",
            account_id,
            name,
            "",
            "relative",
            "en",
            language_code,
            f"7700{number:07}",
            "",
        )
        return self.add_phone(actor)

    def phone(self, actor_id: str) -> Phone:
        """Somebody of the cast, by the name of her part."""
        return next(one for one in self.phones.values() if one.actor.id == actor_id)

    def group(self, chat_id: int = -5_001, title: str = "Neighbours") -> Chat:
        """A group chat, made when it is first asked for."""
        return self.chats.setdefault(chat_id, Chat(chat_id, "group", title, self.bot_id))

    def migrate(self, chat_id: int) -> Chat:
        """A group becomes a supergroup under another number; everybody goes along."""
        old = self.chats[chat_id]
        new_id = -1_000_000_000_000 + chat_id
        old.became = new_id
        new = Chat(new_id, "supergroup", old.title, self.bot_id, members=set(old.members))
        self.chats[new_id] = new
        note = self.message(old, out=True, sender=self.bot, kind="service")
        note.extra["migrate_to_chat_id"] = new_id
        self.deliver("message", to_api(note, old))
        return new

    # --- messages ---------------------------------------------------------------------------

    def message(self, chat: Chat, *, out: bool, sender: Json, kind: str, **fields: Any) -> Message:
        """A new message at the end of the chat."""
        self._message_number += 1
        made = Message(self._message_number, chat.id, out, sender, self.clock.now(), kind, **fields)
        if self.keep_history:
            chat.messages[made.id] = made
        return made

    def to_send(self, chat_id: Any) -> Chat:
        """The chat into which the bot wants to write.

        Raises:
            Refused: It may not, or there is none.
        """
        try:
            chat = self.chats.get(int(chat_id))
        except (TypeError, ValueError):
            chat = None
        if chat is None:
            raise bad("chat not found")
        if chat.became is not None:
            refusal = bad("group chat was upgraded to a supergroup chat")
            refusal.parameters["migrate_to_chat_id"] = chat.became
            raise refusal
        if chat.kind == "private":
            if chat.blocked:
                raise forbidden("bot was blocked by the user")
            if not chat.started:
                raise forbidden("bot can't initiate conversation with a user")
        elif self.bot_id not in chat.members:
            raise forbidden("bot is not a member of the group chat")
        return chat

    def store(self, content: bytes, name: str, mime: str, **fields: Any) -> StoredFile:
        """Keep a file; it gets the ids that Telegram would give."""
        number = secrets.token_urlsafe(18)
        kept = StoredFile(
            f"AgAC{number}", f"AQAD{number[:10]}", f"documents/file_{len(self.files)}", content, name, mime
        )
        for field_name, value in fields.items():
            setattr(kept, field_name, value)
        self.files[kept.file_id] = kept
        return kept

    # --- updates ----------------------------------------------------------------------------

    def deliver(self, kind: str, content: Json) -> Json:
        """Something happened that the bot is told of."""
        self._update_number += 1
        return self.inject({"update_id": self._update_number, kind: content})

    def inject(self, raw: Json) -> Json:
        """Put a raw update into the row as it is, however strange."""
        kinds = [name for name in raw if name != "update_id"] if isinstance(raw, dict) else []
        if not self.allowed or not kinds or kinds[0] in self.allowed or kinds[0] not in _KINDS:
            self.updates.append(raw)
            self._wake()
        return raw

    def press(self, phone: Phone, message: Message, data: str) -> str:
        """A button under *message* is pressed; returns the press's id."""
        chat = self.chats[message.chat_id]
        press_id = str(secrets.randbits(62))
        self.pressed[press_id] = Pressed(phone.actor.account_id, self.clock.now())
        self.deliver(
            "callback_query",
            {
                "id": press_id,
                "from": phone.as_user(),
                "message": to_api(message, chat),
                "chat_instance": str(chat.id),
                "data": data,
            },
        )
        return press_id

    def answer_press(self, press_id: str) -> Pressed:
        """The bot answers a press.

        Raises:
            Refused: Unknown, answered before, or too long ago.
        """
        press = self.pressed.get(press_id)
        late = press is not None and (self.clock.now() - press.at).total_seconds() > _PRESS_LIVES
        if press is None or press.answered or late:
            raise bad("query is too old and response timeout expired or query ID is invalid")
        press.answered = True
        return press

    # --- who listens ------------------------------------------------------------------------

    def on_event(self, hear: Hearer) -> Callable[[], None]:
        """Tell *hear* of everything that a page shows; returns how to stop."""
        self._hearers.append(hear)
        return lambda: self._hearers.remove(hear)

    def tell(self, event: Json) -> None:
        """Something that a page shows has changed."""
        for hear in self._hearers:
            hear(event)
        self._wake()

    def changed(self, chat: Chat) -> None:
        """The chat looks different now."""
        if self._hearers and (phone := self.phones.get(chat.id)) is not None:
            from bot.sandbox.window import shown

            self.tell({"type": "phone", "phone": shown(phone)})
        else:
            self._wake()

    def did(self, method: str, chat_id: int, kind: str, text: str, error: str | None = None) -> None:
        """The bot asked for something; kept for the page."""
        self.counts[method] = self.counts.get(method, 0) + 1
        if not self.keep_history:
            return
        phone = self.phones.get(chat_id)
        item = {
            "at": self.clock.now().isoformat(),
            "method": method,
            "phone": phone.actor.id if phone is not None else str(chat_id),
            "kind": kind,
            "text": text[:120],
            "ok": error is None,
            "error": error,
        }
        self.sent.append(item)
        self.tell({"type": "sent", "item": item})

    def _wake(self) -> None:
        for event in self._changed:
            event.set()

    async def until(self, condition: Callable[[], Any], seconds: float = 10.0) -> Any:
        """Wait until *condition* is true of this world, and return what it said.

        Raises:
            TimeoutError: It did not come true.
        """
        happened = asyncio.Event()
        self._changed.add(happened)
        try:
            async with asyncio.timeout(seconds):
                while not (said := condition()):
                    happened.clear()
                    await happened.wait()
                return said
        finally:
            self._changed.discard(happened)


_KINDS = {
    "message",
    "edited_message",
    "callback_query",
    "my_chat_member",
    "channel_post",
    "poll",
    "inline_query",
}

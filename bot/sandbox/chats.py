"""Chats and what stands in them, as the bot is told and as people see it."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

from bot.sandbox.files import StoredFile
from bot.sandbox.keyboards import buttons
from bot.sandbox.refusals import Json
from bot.sandbox.texts import as_html

_MEDIA = ("photo", "voice", "document", "audio", "video", "contact", "location", "sticker")
_SERVICE = (
    "new_chat_members",
    "left_chat_member",
    "group_chat_created",
    "migrate_to_chat_id",
    "migrate_from_chat_id",
    "forum_topic_created",
)
_KEPT = 5_000  # messages in one chat; the oldest go, or a long run would fill the memory


@dataclass(slots=True, eq=False)
class Message:
    """One message.

    Attributes:
        raw: As the Bot API describes it.
        out: Written by a person; else by the bot.
        moment: When it was sent, by the world's clock.
        protected: Must not be copied or forwarded.
        keys: The reply keyboard that it brought, removed or asked for.
    """

    id: int
    chat: "Chat"
    raw: Json
    out: bool
    moment: datetime
    file: StoredFile | None = None
    keys: Json | None = None

    @property
    def text(self) -> str:
        """Its text or caption."""
        return str(self.raw.get("text") or self.raw.get("caption") or "")

    @property
    def entities(self) -> list[Json]:
        """Of its text or caption."""
        return list(self.raw.get("entities") or self.raw.get("caption_entities") or [])

    @property
    def html(self) -> str:
        """Its text with its formatting, safe to show."""
        return as_html(self.text, self.entities)

    @property
    def kind(self) -> str:
        """text, photo, voice, document, audio, video, contact, location, sticker or service."""
        if "text" in self.raw:
            return "text"
        if any(name in self.raw for name in _SERVICE):
            return "service"
        return next((name for name in _MEDIA if name in self.raw), "text")

    @property
    def rows(self) -> list[list[Json]]:
        """The buttons under it."""
        return buttons(self.raw.get("reply_markup"))

    @property
    def labels(self) -> list[list[str]]:
        """What stands on the buttons under it."""
        return [[button["text"] for button in row] for row in self.rows]

    @property
    def edited(self) -> bool:
        """Whether it was changed since."""
        return "edit_date" in self.raw

    @property
    def album(self) -> str | None:
        """What it was sent together with."""
        found: str | None = self.raw.get("media_group_id")
        return found

    @property
    def protected(self) -> bool:
        """Whether it must not be passed on."""
        return bool(self.raw.get("has_protected_content"))


@dataclass(slots=True, eq=False)
class Chat:
    """A private chat with the bot, or a group.

    Attributes:
        about: The chat as messages describe it.
        owner: The id of the phone, in a private chat.
        user: The person, in a private chat.
        started: Whether she has ever written to the bot: before, it must not write to her.
        blocked: Whether she has blocked the bot; in a group, whether the bot was removed.
        deactivated: Whether the account was deleted.
        migrated_to: The supergroup that this group became.
        manages_topics: Whether the bot may; None where it is no administrator.
        topics: Of a forum, by the number of the message that made each.
        typing: What the bot seems to be doing, and until when.
    """

    id: int
    about: Json
    owner: str | None = None
    user: Json = field(default_factory=dict)
    started: bool = False
    blocked: bool = False
    deactivated: bool = False
    members: dict[int, Json] = field(default_factory=dict)
    migrated_to: int | None = None
    manages_topics: bool | None = None
    topics: dict[int, object] = field(default_factory=dict)
    keys: Json | None = None
    menu_button: Json | None = None
    typing: tuple[str, datetime] | None = None
    unread: int = 0
    own_numbers: int = 0
    _messages: dict[int, Message] = field(default_factory=dict)

    @property
    def private(self) -> bool:
        """Whether it belongs to one person."""
        return bool(self.about["type"] == "private")

    @property
    def messages(self) -> list[Message]:
        """All that stands in it, in order."""
        return list(self._messages.values())

    def message(self, number: int) -> Message | None:
        """The message with this id."""
        return self._messages.get(number)

    def newest(self) -> Iterable[Message]:
        """All that stands in it, newest first."""
        return reversed(self._messages.values())

    def put(self, message: Message) -> None:
        """Add a message."""
        self._messages[message.id] = message
        if len(self._messages) > _KEPT:
            del self._messages[next(iter(self._messages))]

    def remove(self, number: int) -> None:
        """Take a message out, and the keys that it brought."""
        gone = self._messages.pop(number, None)
        if gone is not None and gone.keys is not None and gone.keys is self.keys:
            self.keys = None

"""What a person can do with her phone; every act becomes the update that Telegram would make of it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from bot.sandbox.markup import found_in
from bot.sandbox.messages import Chat, Json, Message, to_api
from bot.sandbox.people import Actor
from bot.sandbox.refusals import bad

if TYPE_CHECKING:
    from bot.sandbox.world import World

_OPUS = b"OggS" + bytes(60)  # enough to be told as sound by its first bytes
_JPEG = bytes.fromhex("ffd8ffe000104a46494600010100000100010000ffd9")


@dataclass(slots=True)
class Phone:
    """One person's phone.

    Attributes:
        toasts: Short answers that the bot gave to presses.
        read_up_to: The last message that was seen, for the page's marks.
    """

    world: "World" = field(repr=False)
    actor: Actor
    toasts: list[Json] = field(default_factory=list)
    read_up_to: int = 0

    @property
    def chat(self) -> Chat:
        """The private chat with the bot."""
        return self.world.chats[self.actor.account_id]

    @property
    def messages(self) -> list[Message]:
        """The chat as it looks now, oldest first."""
        return list(self.chat.messages.values())

    @property
    def heard(self) -> list[Message]:
        """What the bot wrote, oldest first."""
        return [one for one in self.messages if not one.out]

    @property
    def last(self) -> Message:
        """The bot's newest message."""
        return self.heard[-1]

    def as_user(self) -> Json:
        """The person as Telegram describes her to the bot."""
        user: Json = {
            "id": self.actor.account_id,
            "is_bot": False,
            "first_name": self.actor.first_name,
            "language_code": self.actor.language_code,
        }
        if self.actor.last_name:
            user["last_name"] = self.actor.last_name
        return user

    # --- writing ----------------------------------------------------------------------------

    def say(self, text: str, *, reply_to: int | None = None, chat: Chat | None = None) -> Message:
        """Write a message."""
        return self._send("text", chat, text=text, entities=found_in(text), reply_to=reply_to)

    def start(self, payload: str | None = None) -> Message:
        """Press Start, or open a link of the bot."""
        self.unblock()
        self.chat.started = True
        return self.say(f"/start {payload}" if payload else "/start")

    def key(self, label: str) -> Message:
        """Press a key of the reply keyboard."""
        keys = self.chat.keys
        rows = keys["keyboard"] if keys else []
        key = next(
            (one for row in rows for one in row if (one if isinstance(one, str) else one["text"]) == label),
            None,
        )
        if key is None:
            raise bad(f"no key {label}")
        if isinstance(key, dict) and key.get("request_contact"):
            return self.contact()
        return self.say(label)

    def voice(self, content: bytes = _OPUS, duration: int = 7, caption: str = "") -> Message:
        """Speak a voice message."""
        file = self.world.store(content, "voice.ogg", "audio/ogg", duration=duration)
        return self._send("voice", None, file=file, text=caption)

    def photo(self, content: bytes = _JPEG, caption: str = "", album: str | None = None) -> Message:
        """Send a photo."""
        file = self.world.store(content, "photo.jpg", "image/jpeg")
        return self._send("photo", None, file=file, text=caption, album=album)

    def album(self, contents: Sequence[bytes], caption: str = "") -> list[Message]:
        """Send several photos as one bundle; they arrive as single messages."""
        bundle = str(self.world.clock.now().timestamp()).replace(".", "")
        return [self.photo(one, caption if not index else "", bundle) for index, one in enumerate(contents)]

    def document(
        self,
        content: bytes,
        name: str,
        mime: str = "application/octet-stream",
        caption: str = "",
        size: int | None = None,
    ) -> Message:
        """Send a file as it is; *size* claims more bytes than there are."""
        file = self.world.store(content, name, mime, claimed_size=size)
        return self._send("document", None, file=file, text=caption)

    def contact(self, phone: str | None = None, name: str | None = None) -> Message:
        """Share a contact: one's own, or somebody else's."""
        shared: Json = {
            "phone_number": phone or self.actor.phone,
            "first_name": name or self.actor.first_name,
        }
        if phone is None:
            shared["user_id"] = self.actor.account_id
        return self._send("contact", None, contact=shared)

    def location(self, latitude: float, longitude: float) -> Message:
        """Share a place."""
        return self._send("location", None, location={"latitude": latitude, "longitude": longitude})

    def sticker(self) -> Message:
        """Send a sticker."""
        sticker: Json = {
            "file_id": "CAACsticker",
            "file_unique_id": "AgADsticker",
            "type": "regular",
            "width": 512,
            "height": 512,
            "is_animated": False,
            "is_video": False,
            "emoji": "🙏",
        }
        return self._send("sticker", None, extra={"sticker": sticker})

    def forward(self, text: str, from_name: str = "Somebody") -> Message:
        """Forward somebody else's words."""
        origin = {
            "type": "hidden_user",
            "date": int(self.world.clock.now().timestamp()),
            "sender_user_name": from_name,
        }
        return self._send("text", None, text=text, forwarded=origin)

    def _send(self, kind: str, chat: Chat | None, **fields: Any) -> Message:
        where = chat or self.chat
        if where.kind == "private" and where.blocked:
            self.unblock()
        where.started = True
        message = self.world.message(where, out=True, sender=self.as_user(), kind=kind, **fields)
        self.read_up_to = max(self.read_up_to, message.id)
        self.world.deliver("message", to_api(message, where))
        self.world.changed(where)
        return message

    # --- acting on what is there ------------------------------------------------------------

    def press(self, message: Message, row: int, column: int = 0) -> str:
        """Press a button under a message; returns the press's id."""
        rows = message.inline
        if rows is None or not (0 <= row < len(rows) and 0 <= column < len(rows[row])):
            raise bad("no such button")
        return self.world.press(self, message, rows[row][column]["callback_data"])

    def edit(self, message_id: int, text: str) -> Message:
        """Change a message of one's own."""
        message = self.chat.messages.get(message_id)
        if message is None or not message.out:
            raise bad("message to edit not found")
        message.text, message.edited, message.entities = text, self.world.clock.now(), found_in(text)
        self.world.deliver("edited_message", to_api(message, self.chat))
        self.world.changed(self.chat)
        return message

    def delete(self, message_id: int) -> None:
        """Delete a message on one's phone; Telegram does not tell the bot."""
        if self.chat.messages.pop(message_id, None) is None:
            raise bad("message to delete not found")
        self.world.changed(self.chat)

    def block(self) -> None:
        """Block the bot."""
        self._membership("member", "kicked")

    def unblock(self) -> None:
        """Take the block back."""
        self._membership("kicked", "member")

    def _membership(self, before: str, after: str) -> None:
        blocks = after == "kicked"
        if self.chat.blocked == blocks:
            return
        self.chat.blocked = blocks
        self.world.deliver("my_chat_member", self._change(self.chat, before, after))
        self.world.changed(self.chat)

    def add_bot(self, group: Chat) -> None:
        """Put the bot into a group."""
        group.members |= {self.world.bot_id, self.actor.account_id}
        self.world.deliver("my_chat_member", self._change(group, "left", "member"))

    def _change(self, chat: Chat, before: str, after: str) -> Json:
        def member(status: str) -> Json:
            found: Json = {"status": status, "user": self.world.bot}
            return {**found, "until_date": 0} if status == "kicked" else found

        return {
            "chat": chat.to_api(),
            "from": self.as_user(),
            "date": int(self.world.clock.now().timestamp()),
            "old_chat_member": member(before),
            "new_chat_member": member(after),
        }

    def read(self) -> None:
        """Everything is seen."""
        if self.chat.messages:
            self.read_up_to = max(self.chat.messages)

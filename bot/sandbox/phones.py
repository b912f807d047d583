"""A person with a phone: what she can do in the chat with the bot, and what she sees and hears there."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from bot.sandbox.chats import Chat, Message
from bot.sandbox.files import StoredFile
from bot.sandbox.people import Actor
from bot.sandbox.refusals import Json
from bot.sandbox.texts import LONGEST_CAPTION, LONGEST_TEXT, cleaned, spotted

if TYPE_CHECKING:
    from bot.sandbox.world import World

_PAYLOAD = re.compile(r"[A-Za-z0-9_-]{1,64}")
HOME = (43.238, 76.945)  # Almaty


class Impossible(Exception):
    """No phone could do that: there is no such button or message, or the bot is blocked."""


@dataclass(frozen=True, slots=True)
class Heard:
    """One thing that the bot did on this phone.

    Attributes:
        message: None for a toast.
        text: Of the message at that time, or of the toast.
    """

    what: Literal["message", "edit", "delete", "toast"]
    text: str
    message: Message | None = None
    alert: bool = False


class Phone:
    """One person's phone, open at the chat with the bot.

    Attributes:
        heard: All that the bot did here, in order; unlike `messages` nothing is ever changed or removed.
    """

    def __init__(self, world: "World", actor: Actor, chat: Chat) -> None:
        self._world = world
        self._actor = actor
        self.chat = chat
        self.heard: list[Heard] = []
        self._listened = 0
        self._albums = 0

    # Who it is.

    @property
    def id(self) -> str:
        """The name by which the world knows it."""
        return self._actor.id

    @property
    def actor(self) -> Actor:
        """Its owner."""
        return self._actor

    @property
    def user(self) -> Json:
        """Its owner as Telegram describes her."""
        return self.chat.user

    @property
    def chat_id(self) -> int:
        """Telegram's number of the chat with the bot, and of its owner."""
        return self.chat.id

    # What it shows.

    @property
    def messages(self) -> list[Message]:
        """What stands in the chat, both ways, in order, edits in place."""
        return self.chat.messages

    @property
    def last(self) -> Message | None:
        """The newest message of the bot."""
        return next((message for message in self.chat.newest() if not message.out), None)

    @property
    def blocked(self) -> bool:
        """Whether the bot is blocked here."""
        return self.chat.blocked

    @property
    def started(self) -> bool:
        """Whether its owner has ever written to the bot."""
        return self.chat.started

    @property
    def keys(self) -> list[list[str]]:
        """The labels of the reply keyboard."""
        rows = (self.chat.keys or {}).get("keyboard", [])
        return [[key["text"] for key in row] for row in rows]

    @property
    def commands(self) -> list[Json]:
        """The commands in the menu."""
        return self._world.profile.menu_for(self.chat.id, self._actor.language_code)

    @property
    def typing(self) -> str | None:
        """What the bot seems to be doing, as sendChatAction calls it."""
        action = self.chat.typing
        return action[0] if action is not None and self._world.clock.now() < action[1] else None

    # What its owner does.

    def say(self, text: str, *, reply_to: Message | int | None = None) -> Message:
        """Write *text*; one too long goes as several messages, as messengers do it. Returns the last."""
        body = cleaned(text).strip(" \n")
        if not body:
            raise Impossible("an empty message cannot be sent")
        pieces = _pieces(body, LONGEST_TEXT)
        for piece in pieces:
            content: Json = {"text": piece}
            entities = spotted(piece, [])
            if entities:
                content["entities"] = entities
            message = self._write({**content, **self._reply(reply_to)})
        return message

    def start(self, payload: str | None = None) -> Message:
        """Press Start, or open a link to the bot that carries *payload*."""
        if payload and not _PAYLOAD.fullmatch(payload):
            raise Impossible("such a link does not open: 1 to 64 of A-Z a-z 0-9 _ - may follow start=")
        if self.chat.blocked:
            self.unblock()
        return self.say(f"/start {payload}" if payload else "/start")

    def press(self, message: Message | int, row: int = 0, column: int = 0) -> str:
        """Press a button under *message*; returns the id of the press."""
        there = self._find(message)
        try:
            button = there.rows[row][column] if row >= 0 and column >= 0 else None
        except IndexError:
            button = None
        if button is None:
            raise Impossible("there is no such button")
        if "callback_data" not in button:
            raise Impossible("this button opens a link")
        self._reach()
        press = self._world.press(self)
        payload = {
            "id": press,
            "from": self.user,
            "message": there.raw,
            "chat_instance": str(-self.chat.id * 31),
            "data": button["callback_data"],
        }
        self._world.updates.add("callback_query", payload, self.chat.id)
        return press

    def tap(self, label: str) -> str:
        """Press the newest button whose label contains *label*, as a person would who reads it."""
        for message in self.chat.newest():
            for row, labels in enumerate(message.labels):
                for column, shown in enumerate(labels):
                    if label in shown and not message.out:
                        return self.press(message, row, column)
        raise Impossible(f"no button says {label!r}")

    def key(self, label: str) -> Message:
        """Press a key of the reply keyboard."""
        rows = (self.chat.keys or {}).get("keyboard", [])
        found = next((key for row in rows for key in row if key["text"] == label), None)
        if found is None:
            raise Impossible(f"no key says {label!r}")
        if found.get("request_contact"):
            return self.contact()
        if found.get("request_location"):
            return self.location(*HOME)
        return self.say(label)

    def photo(self, content: bytes, caption: str = "") -> Message:
        """Send a picture as a photo: Telegram removes what the camera wrote into it."""
        return self._send_file("photo", content, caption)

    def voice(self, content: bytes, duration: int = 1, *, mime: str = "audio/ogg") -> Message:
        """Send a voice note of *duration* seconds."""
        return self._send_file("voice", content, "", mime=mime, duration=duration)

    def audio(
        self, content: bytes, name: str = "recording.mp3", duration: int = 1, caption: str = ""
    ) -> Message:
        """Send a recording as music."""
        return self._send_file("audio", content, caption, name=name, duration=duration)

    def video(self, content: bytes, name: str = "video.mp4", duration: int = 1, caption: str = "") -> Message:
        """Send a video."""
        return self._send_file("video", content, caption, name=name, duration=duration)

    def document(self, content: bytes, name: str, caption: str = "", *, mime: str = "") -> Message:
        """Send a file as it is."""
        return self._send_file("document", content, caption, name=name, mime=mime)

    def album(
        self, contents: Sequence[bytes], caption: str = "", *, kind: str = "photo", names: Sequence[str] = ()
    ) -> list[Message]:
        """Send several photos (or documents) together: they arrive one by one with a common mark."""
        if not 2 <= len(contents) <= 10:
            raise Impossible("an album has 2 to 10 parts")
        self._albums += 1
        mark = str(13_000_000_000_000_000 + self.chat.id * 1_000 + self._albums)
        named = [*names, *("file" for _ in contents)]
        # All are looked at before the first goes: half an album is never sent.
        files = [
            self._world.files.keep(kind, each, name=name) for each, name in zip(contents, named, strict=False)
        ]
        return [
            self._write_file(file, caption if not number else "", album=mark)
            for number, file in enumerate(files)
        ]

    def contact(
        self, phone_number: str | None = None, first_name: str = "", *, user_id: int | None = None
    ) -> Message:
        """Share one's own contact, or the given one."""
        if phone_number is None:
            number = self._actor.number or f"+7700{self.chat.id % 10_000_000:07d}"
            shared = {"phone_number": number, "first_name": self.user["first_name"], "user_id": self.chat.id}
        else:
            shared = {"phone_number": phone_number, "first_name": first_name}
            if user_id is not None:
                shared["user_id"] = user_id
        return self._write({"contact": shared})

    def location(self, latitude: float, longitude: float) -> Message:
        """Send a place."""
        return self._write({"location": {"latitude": latitude, "longitude": longitude}})

    def sticker(self, emoji: str = "🙂") -> Message:
        """Send a sticker."""
        file = self._world.files.keep("sticker", b"a sticker", name="sticker.webp")
        told = {"type": "regular", "is_animated": False, "is_video": False, "emoji": emoji}
        return self._write({"sticker": {**file.described(), **told}}, file)

    def forward(self, message: Message, *, hidden: bool = False) -> Message:
        """Forward *message* from any chat to the bot.

        Args:
            hidden: Whether its author hides her account in forwards.
        """
        if message.protected:
            raise Impossible("this message cannot be forwarded")
        author = message.raw["from"]
        origin: Json = {"type": "hidden_user", "sender_user_name": author["first_name"]}
        if not hidden:
            origin = {"type": "user", "sender_user": author}
        return self._write(
            {**carried(message), "forward_origin": {**origin, "date": message.raw["date"]}}, message.file
        )

    def edit(self, message: Message | int, text: str) -> Message:
        """Change one's own message."""
        there = self._own(message)
        field = "text" if "text" in there.raw else "caption"
        body = cleaned(text).strip(" \n")
        if not body or len(_pieces(body, LONGEST_TEXT if field == "text" else LONGEST_CAPTION)) > 1:
            raise Impossible("it is empty or too long")
        self._reach()
        raw = {
            name: value for name, value in there.raw.items() if name not in ("entities", "caption_entities")
        }
        entities = spotted(body, [])
        if entities:
            raw["entities" if field == "text" else "caption_entities"] = entities
        there.raw = {**raw, field: body, "edit_date": int(self._world.clock.now().timestamp())}
        self._world.shown(self.chat)
        self._world.updates.add("edited_message", there.raw, self.chat.id)
        return there

    def delete(self, message: Message | int) -> None:
        """Delete a message for both sides. The bot is not told."""
        there = self._find(message)
        self.chat.remove(there.id)
        self._world.shown(self.chat)

    def read(self) -> None:
        """Look at what came."""
        if self.chat.unread:
            self.chat.unread = 0
            self._world.shown(self.chat)

    def block(self) -> None:
        """Block the bot, as "Stop bot" does."""
        if not self.chat.blocked:
            self.chat.blocked = True
            self._membership("member", "kicked")

    def unblock(self) -> None:
        """Let the bot write again."""
        if self.chat.blocked:
            self.chat.blocked = False
            self._membership("kicked", "member")

    # In groups.

    def join_group(self, group: Chat) -> None:
        """Become a member."""
        group.members[self.chat.id] = self.user
        message = self._world.put(group, {"new_chat_members": [self.user]}, author=self.user)
        self._world.updates.add("message", message.raw, group.id)

    def say_in_group(self, group: Chat, text: str) -> Message:
        """Write in a group. The bot is told only what is meant for it: commands, its name, replies."""
        content: Json = {"text": text}
        entities = spotted(text, [])
        if entities:
            content["entities"] = entities
        message = self._world.put(group, content, author=self.user)
        name = f"@{self._world.profile.username}".lower()
        meant = any(each["type"] == "bot_command" for each in entities) or name in text.lower()
        if meant and not group.blocked:
            self._world.updates.add("message", message.raw, group.id)
        return message

    def bring_bot(self, group: Chat) -> None:
        """Add the bot to a group."""
        group.blocked = False
        self._membership("left", "member", group)
        message = self._world.put(group, {"new_chat_members": [self._world.profile.user]}, author=self.user)
        self._world.updates.add("message", message.raw, group.id)

    def remove_bot(self, group: Chat) -> None:
        """Remove the bot from a group."""
        group.blocked = True
        self._membership("member", "kicked", group)

    # Waiting.

    async def hears(  # see Watch for the timeout
        self,
        containing: str = "",
        *,
        after: int | None = None,
        timeout: float = 5.0,  # noqa: ASYNC109
    ) -> Heard:
        """The next thing that the bot does here, from where the last wait ended, and that contains a text.

        Args:
            after: Begin at this index of `heard` instead.
            timeout: Seconds of real time.

        Raises:
            TimeoutError: The bot did no such thing.
        """
        begin = self._listened if after is None else after

        def found() -> int:
            # One more than the index: the first index is 0, which would read as "not yet".
            return next((i + 1 for i in range(begin, len(self.heard)) if containing in self.heard[i].text), 0)

        self._listened = await self._world.until(found, timeout)
        return self.heard[self._listened - 1]

    def hear(self, heard: Heard) -> None:
        """For the world: the bot did something here."""
        self.heard.append(heard)

    # Details.

    def _reach(self) -> None:
        if self.chat.blocked:
            raise Impossible("the bot is blocked on this phone")

    def _find(self, message: Message | int) -> Message:
        number = message if isinstance(message, int) else message.id
        found = self.chat.message(number)
        if found is None:
            raise Impossible("there is no such message")
        return found

    def _own(self, message: Message | int) -> Message:
        found = self._find(message)
        if not found.out:
            raise Impossible("only one's own messages can be changed")
        return found

    def _reply(self, message: Message | int | None) -> Json:
        return {} if message is None else {"reply_to_message": plain(self._find(message))}

    def _send_file(self, kind: str, content: bytes, caption: str, **about: str | int) -> Message:
        self._reach()
        name, mime = str(about.get("name", "")), str(about.get("mime", ""))
        file = self._world.files.keep(
            kind, content, name=name, mime=mime, duration=int(about.get("duration", 0))
        )
        return self._write_file(file, caption)

    def _write_file(self, file: StoredFile, caption: str, *, album: str | None = None) -> Message:
        content = media(file)
        caption = cleaned(caption).strip(" \n")
        if caption:
            if len(_pieces(caption, LONGEST_CAPTION)) > 1:
                raise Impossible("the caption is too long")
            content["caption"] = caption
            entities = spotted(caption, [])
            if entities:
                content["caption_entities"] = entities
        if album:
            content["media_group_id"] = album
        return self._write(content, file)

    def _write(self, content: Json, file: StoredFile | None = None) -> Message:
        self._reach()
        self.chat.started = True
        message = self._world.put(self.chat, content, author=self.user, file=file)
        self._world.updates.add("message", message.raw, self.chat.id)
        return message

    def _membership(self, before: str, after: str, chat: Chat | None = None) -> None:
        bot = self._world.profile.user
        chat = chat or self.chat
        payload = {
            "chat": chat.about,
            "from": self.user,
            "date": int(self._world.clock.now().timestamp()),
            "old_chat_member": _member(before, bot),
            "new_chat_member": _member(after, bot),
        }
        self._world.updates.add("my_chat_member", payload, chat.id)
        self._world.shown(chat)


def media(file: StoredFile) -> Json:
    """The part of a message that carries *file*."""
    return {file.kind: file.sizes() if file.kind == "photo" else file.described()}


def carried(message: Message) -> Json:
    """What a copy of *message* carries."""
    about = (
        "message_id",
        "from",
        "chat",
        "date",
        "edit_date",
        "reply_to_message",
        "media_group_id",
        "reply_markup",
    )
    more = ("forward_origin", "has_protected_content")
    return {name: value for name, value in message.raw.items() if name not in (*about, *more)}


def plain(message: Message) -> Json:
    """*message* inside another one: without what it answers itself."""
    return {name: value for name, value in message.raw.items() if name != "reply_to_message"}


def _member(status: str, user: Json) -> Json:
    return {"status": status, "user": user, **({"until_date": 0} if status == "kicked" else {})}


def _pieces(text: str, longest: int) -> list[str]:
    """*text* in pieces of at most *longest* UTF-16 units."""
    pieces: list[str] = []
    piece: list[str] = []
    size = 0
    for character in text:
        width = 2 if ord(character) > 0xFFFF else 1
        if size + width > longest:
            pieces.append("".join(piece))
            piece, size = [], 0
        piece.append(character)
        size += width
    return [*pieces, "".join(piece)]

"""A person with a phone: what she can do in the chat with the bot, and what she sees and hears there."""

import re
from dataclasses import dataclass
from typing import Literal

from bot.sandbox.chats import Chat, Message
from bot.sandbox.contents import pieces, plain
from bot.sandbox.people import Actor
from bot.sandbox.refusals import Json
from bot.sandbox.surroundings import Surroundings
from bot.sandbox.texts import LONGEST_CAPTION, LONGEST_TEXT, cleaned, spotted
from bot.sandbox.writing import Impossible, Writer

__all__ = ["HOME", "Heard", "Impossible", "Phone"]

_PAYLOAD = re.compile(r"[A-Za-z0-9_-]{1,64}")
HOME = (43.238, 76.945)  # Almaty


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


class Phone(Writer):
    """One person's phone, open at the chat with the bot.

    Attributes:
        heard: All that the bot did here, in order; unlike `messages` nothing is ever changed or removed.
    """

    def __init__(self, world: Surroundings, actor: Actor, chat: Chat) -> None:
        super().__init__(world, actor, chat)
        self.heard: list[Heard] = []
        self._listened = 0

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

    def edit(self, message: Message | int, text: str) -> Message:
        """Change one's own message."""
        there = self._own(message)
        field = "text" if "text" in there.raw else "caption"
        body = cleaned(text).strip(" \n")
        if not body or len(pieces(body, LONGEST_TEXT if field == "text" else LONGEST_CAPTION)) > 1:
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

    def say_in_group(self, group: Chat, text: str, *, reply_to: Message | None = None) -> Message:
        """Write in a group. The bot is told only what is meant for it: commands, its name, replies."""
        content: Json = {"text": text}
        if reply_to is not None:
            content["reply_to_message"] = plain(reply_to)
        entities = spotted(text, [])
        if entities:
            content["entities"] = entities
        message = self._world.put(group, content, author=self.user)
        name = f"@{self._world.profile.username}".lower()
        command = any(each["type"] == "bot_command" for each in entities)
        meant = command or name in text.lower() or (reply_to is not None and not reply_to.out)
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
        """Take the bot out of a group."""
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


def _member(status: str, user: Json) -> Json:
    return {"status": status, "user": user, **({"until_date": 0} if status == "kicked" else {})}

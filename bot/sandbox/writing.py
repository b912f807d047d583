"""What a person can put into the chat with the bot: words, files, places, other people's words."""

from collections.abc import Sequence

from bot.sandbox.chats import Chat, Message
from bot.sandbox.contents import carried, media, pieces, plain
from bot.sandbox.files import StoredFile
from bot.sandbox.people import Actor
from bot.sandbox.refusals import Json
from bot.sandbox.surroundings import Surroundings
from bot.sandbox.texts import LONGEST_CAPTION, LONGEST_TEXT, cleaned, spotted


class Impossible(Exception):
    """No phone could do that: there is no such button or message, or the bot is blocked."""


class Writer:
    """Somebody who writes to the bot; the rest of what she does stands in `Phone`."""

    def __init__(self, world: Surroundings, actor: Actor, chat: Chat) -> None:
        self._world = world
        self._actor = actor
        self.chat = chat
        self._albums = 0

    @property
    def user(self) -> Json:
        """The phone's owner as Telegram describes her."""
        return self.chat.user

    def say(self, text: str, *, reply_to: Message | int | None = None) -> Message:
        """Write *text*; one too long goes as several messages, as messengers do it. Returns the last."""
        body = cleaned(text).strip(" \n")
        if not body:
            raise Impossible("an empty message cannot be sent")
        for piece in pieces(body, LONGEST_TEXT):
            content: Json = {"text": piece}
            entities = spotted(piece, [])
            if entities:
                content["entities"] = entities
            message = self._write({**content, **self._reply(reply_to)})
        return message

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
            if len(pieces(caption, LONGEST_CAPTION)) > 1:
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

"""Everything that exists while a rehearsal or a test runs: people, chats, files, updates, what was sent."""

import time
from collections import Counter, deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random
from typing import Any, TypeVar

from bot.clock import Clock, MovableClock
from bot.sandbox.chats import Chat, Message
from bot.sandbox.files import Files, StoredFile
from bot.sandbox.hooks import Hook
from bot.sandbox.limits import Gate, Limits
from bot.sandbox.people import CAST, Actor
from bot.sandbox.phones import Heard, Phone
from bot.sandbox.profile import Profile
from bot.sandbox.refusals import Json
from bot.sandbox.switches import Switches
from bot.sandbox.updates import Updates
from bot.sandbox.watch import Watch

T = TypeVar("T")
TOKEN = "100200300:rehearsal-only-not-a-real-token-000"  # noqa: S105 -- opens only this stand-in
_FIRST_PERSON = 7_000_000_001
_FIRST_GROUP = -4_000_000_001
_FIRST_SUPERGROUP = -1_002_000_000_001
_ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-"
PRESSES_WAIT = timedelta(seconds=150)  # that long a press may be answered


@dataclass(frozen=True, slots=True)
class Sent:
    """One thing that the bot did, or wanted to do.

    Attributes:
        phone: Whose it was; None for groups and for what concerns nobody.
        kind: In a word, such as text, photo, edit, delete, answer.
        text: Its beginning.
        error: Why it was refused.
    """

    at: datetime
    method: str
    phone: str | None
    chat_id: int | None
    kind: str
    text: str
    ok: bool
    error: str | None


@dataclass(slots=True)
class Press:
    """A button press that waits for its answer."""

    id: str
    phone: Phone
    at: datetime
    answered: bool = False


class World:
    """One bot and everybody it can reach.

    Args:
        clock: The hotline's own, so that a moved clock moves both.
        zone: In which the page shows times.
        cast: Who has a phone from the beginning.
        random: For ids and, where asked, for disorder.
        seconds: A clock that only goes forward, for limits.

    Attributes:
        sent: What the bot did, newest last.
        counts: How many requests were answered, by method and "ok" or the error code.
    """

    def __init__(
        self,
        clock: Clock,
        token: str = TOKEN,
        *,
        bot_username: str = "izdeu_rehearsal_bot",
        bot_name: str = "Izdeu",
        zone: str = "Asia/Almaty",
        cast: Sequence[Actor] = CAST,
        limits: Limits | None = None,
        random: Random | None = None,
        seconds: Callable[[], float] = time.monotonic,
    ) -> None:
        self.clock = clock
        self.token = token
        self.zone = zone
        self.random = random or Random()  # noqa: S311 -- ids of made-up things
        self.seconds = seconds
        self.begun = seconds()
        self.watch = Watch()
        self.profile = Profile(int(token.partition(":")[0]), bot_username, bot_name)
        self.switches = Switches(clock, lambda: self.watch.tell("switches"))
        self.gate = Gate(limits or Limits(), seconds)
        self.files = Files(self.mint)
        self.hook = Hook(clock, self.random)
        self.updates = Updates(
            clock,
            self.random.randrange(100_000_000, 900_000_000),
            self._push,
            lambda: self.watch.tell("moved"),
            seconds,
        )
        self.hook.bind(self.updates)
        self.chats: dict[int, Chat] = {}
        self.presses: dict[str, Press] = {}
        self.sent: deque[Sent] = deque(maxlen=100_000)
        self.counts: Counter[tuple[str, str]] = Counter()
        self.logged_out = False
        self._phones: dict[str, Phone] = {}
        self._last_message = 0
        self._groups = 0
        for actor in cast:
            self._give_phone(actor)
        if isinstance(clock, MovableClock):
            clock.on_move(lambda: self.watch.tell("clock"))

    def mint(self) -> str:
        """A fresh random word."""
        return "".join(self.random.choices(_ALPHABET, k=48))

    # People and groups.

    @property
    def phones(self) -> list[Phone]:
        """All phones, in the order in which they came."""
        return list(self._phones.values())

    def phone(self, name: str) -> Phone:
        """The phone known as *name*; a new one, of somebody made up, where there is none yet."""
        return self._phones.get(name) or self._give_phone(
            Actor(name, name.capitalize(), "relative", "en", "en", "")
        )

    def _give_phone(self, actor: Actor) -> Phone:
        number = _FIRST_PERSON + len(self._phones)
        user = {"id": number, "is_bot": False, "first_name": actor.name, "language_code": actor.language_code}
        chat = Chat(
            number, {"id": number, "first_name": actor.name, "type": "private"}, owner=actor.id, user=user
        )
        self.chats[number] = chat
        phone = self._phones[actor.id] = Phone(self, actor, chat)
        return phone

    def add_accounts(self, count: int) -> None:
        """Let the people with the numbers 1 to *count* have started the bot: an audience for measurements."""
        for number in range(1, count + 1):
            name = f"Reader {number}"
            user = {"id": number, "is_bot": False, "first_name": name, "language_code": "en"}
            about = {"id": number, "first_name": name, "type": "private"}
            self.chats[number] = Chat(number, about, user=user, started=True)

    def group(self, title: str, *members: Phone) -> Chat:
        """A new group; the first of *members* brings the bot in, if there is one."""
        self._groups += 1
        number = _FIRST_GROUP - self._groups
        chat = Chat(number, {"id": number, "title": title, "type": "group"}, started=True)
        self.chats[number] = chat
        for member in members:
            chat.members[member.user["id"]] = member.user
        if members:
            members[0].bring_bot(chat)
        return chat

    def forum(self, title: str, *members: Phone, manages: bool | None = True) -> Chat:
        """A new supergroup with topics; the first of *members* brings the bot in.

        Args:
            manages: Whether the bot is an administrator who may manage topics; None: no administrator.
        """
        self._groups += 1
        number = _FIRST_SUPERGROUP - self._groups
        about = {"id": number, "title": title, "type": "supergroup", "is_forum": True}
        chat = Chat(number, about, started=True, manages_topics=manages)
        self.chats[number] = chat
        for member in members:
            chat.members[member.user["id"]] = member.user
        members[0].bring_bot(chat)
        return chat

    def migrate(self, group: Chat) -> Chat:
        """*group* becomes a supergroup under another number, and the old one takes nothing any more."""
        self._groups += 1
        number = _FIRST_SUPERGROUP - self._groups
        about = {"id": number, "title": group.about["title"], "type": "supergroup"}
        chat = Chat(number, about, started=True, members=dict(group.members))
        self.chats[number] = chat
        author = next(iter(group.members.values()), self.profile.user)
        old = self.put(group, {"migrate_to_chat_id": number}, author=author)
        new = self.put(chat, {"migrate_from_chat_id": group.id}, author=author)
        group.migrated_to = number
        self.updates.add("message", old.raw, group.id)
        self.updates.add("message", new.raw, number)
        return chat

    # Messages.

    def put(
        self,
        chat: Chat,
        content: Json,
        *,
        author: Json | None = None,
        file: StoredFile | None = None,
        keys: Json | None = None,
    ) -> Message:
        """Let a message appear in *chat*.

        Args:
            author: The person who wrote it; the bot where None.
            keys: The reply keyboard that comes with it.
        """
        now = self.clock.now()
        if chat.about["type"] == "supergroup":
            chat.own_numbers += 1
            number = chat.own_numbers
        else:
            self._last_message += 1
            number = self._last_message
        raw = {
            "message_id": number,
            "from": author or self.profile.user,
            "chat": chat.about,
            "date": int(now.timestamp()),
            **content,
        }
        message = Message(number, chat, raw, author is not None, now, file, keys)
        chat.put(message)
        if author is None:
            chat.typing = None
            chat.unread += 1
            if keys is not None:
                chat.keys = keys
        else:
            chat.unread = 0
        self.shown(chat)
        return message

    def press(self, phone: Phone) -> str:
        """A button was pressed on *phone*; returns the id under which it is answered."""
        now = self.clock.now()
        while self.presses and now - next(iter(self.presses.values())).at > PRESSES_WAIT:
            del self.presses[next(iter(self.presses))]
        number = str(self.random.randrange(10**17, 10**18))
        self.presses[number] = Press(number, phone, now)
        return number

    def shown(self, chat: Chat) -> None:
        """Something changed in *chat* that people can see."""
        self.watch.tell("phone", chat)

    def hear(self, chat: Chat, heard: Heard) -> None:
        """The bot did something in *chat*."""
        phone = self._phones.get(chat.owner) if chat.owner else None
        if phone is not None:
            phone.hear(heard)

    def record(self, sent: Sent) -> None:
        """Remember what the bot did."""
        self.sent.append(sent)
        self.watch.tell("sent", sent)

    # Updates.

    def _push(self, update: Any) -> None:
        self.hook.push(update)
        self.watch.tell("updates")

    def inject(self, raw: Any) -> None:
        """Let the bot receive *raw*, whatever it is."""
        self.updates.inject(raw)

    def replay(self, count: int) -> None:
        """Give the last *count* updates again, under the numbers they had."""
        self.updates.replay(count)

    def reorder(self) -> None:
        """Shuffle the updates that wait."""
        self.updates.reorder(self.random)

    # Waiting.

    async def until(self, found: Callable[[], T], timeout: float = 5.0) -> T:  # noqa: ASYNC109 -- see Watch
        """Wait until *found* returns something true; see `Watch.until`."""
        return await self.watch.until(found, timeout)

    async def quiet(self, still: float = 0.2, timeout: float = 5.0) -> None:  # noqa: ASYNC109 -- see Watch
        """Wait until nothing has happened for *still* seconds; see `Watch.quiet`."""
        await self.watch.quiet(still, timeout)

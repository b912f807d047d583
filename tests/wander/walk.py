"""One walk: random messages and presses through the real hotline and a real database, in no order at all.

She never presses what erases. After the walk every report that is still open is finished by
pressing on, and everything that she ever said is looked for.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, time, timedelta
from random import Random
from typing import Any
from zoneinfo import ZoneInfo

import telegram

from handlers.context import Speech
from handlers.hotline import Hotline
from handlers.rules.decision import Choice
from handlers.rules.office import Office
from handlers.saying import msg, speak
from locales.catalog import Catalog
from storage import attachments, cases, drafts, entries, keyboards, outbox, people, talks
from storage.records import Json, Lane
from storage.store import Store, Tx

NOON = datetime(2026, 11, 24, 7, 0, tzinfo=UTC)
OFFICE = Office(ZoneInfo("Asia/Almaty"), (time(10), time(18)), frozenset(range(5)), 7, "izdeu_bot")
# What is said after "panic.ask" is a word for emergencies, which is kept as a mark only.
ERASING = frozenset({"draft.refuse", "loose.forget", "privacy.ask", "privacy.erase", "panic.ask"})
_ID = re.compile("[0-9a-f]{32}")
_ACCOUNT = 7_200_000_001
_WORDS = (
    "Ерлан Серікұлы", "叶尔兰", "last July", "14.03.2025", "в июле прошлого года", "үш ай бұрын", "去年7月",
    "Алматы", "Хоргос", "near Ghulja", "87 мың теңге", "一百万", "+7 701 555 01 01", "???", "завтра", "yes",
    "a" * 800, "He went to his uncle and does not answer.", "ئۆتكەن يىلى ئىيۇلدا", "1988", "45 лет",
)  # fmt: skip


@dataclass
class Walker:
    """One person and her phone, without a line between her and the hotline.

    Attributes:
        said: Everything that she wrote, each word by a mark of its own; and the ids of files.
        buttons: What she can press: the data of each button, and what it does.
    """

    store: Store
    random: Random
    catalog: Catalog
    said: set[str] = field(default_factory=set)
    buttons: list[tuple[str, str]] = field(default_factory=list)
    now: datetime = NOON
    _updates: int = 0
    _message: int = 0
    _album: str | None = None
    _mine: list[tuple[int, str]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._hotline = Hotline(self.catalog, OFFICE)

    # What she does.

    def begin(self) -> None:
        """Start, and choose a language."""
        self._sends(text="/start", entities=[{"type": "bot_command", "offset": 0, "length": 6}])
        self.press(next(data for data, deed in self.buttons if deed == "language.set"))
        self._sends(text="/report", entities=[{"type": "bot_command", "offset": 0, "length": 7}])

    def act(self) -> None:
        """Anything at all."""
        self.now += timedelta(seconds=self.random.randrange(1, 300))
        way = self.random.random()
        if way < 0.55:
            self._presses_something()
        elif way < 0.75:
            self._writes(self.random.choice(_WORDS))
        elif way < 0.88:
            self._sends_a_file()
        elif way < 0.92 and self._mine:
            self._edits()
        elif way < 0.94:
            self._sends(contact={"phone_number": "77015550101", "first_name": "S", "user_id": _ACCOUNT})
        elif way < 0.96:
            self._sends(location={"latitude": 44.2, "longitude": 80.4})
        elif way < 0.98:
            name = self.random.choice(("report", "settings", "cases", "help", "privacy", "cancel"))
            length = len(name) + 1
            self._sends(text=f"/{name}", entities=[{"type": "bot_command", "offset": 0, "length": length}])
        else:
            self._hotline = Hotline(self.catalog, OFFICE)  # the process was started again

    def press(self, data: str) -> None:
        """Press a button, by what it carries."""
        query = {
            "id": str(self._updates),
            "from": self._user(),
            "chat_instance": "1",
            "data": data,
            "message": {"message_id": 1, "date": 1_794_000_000, "chat": self._chat(), "text": "…"},
        }
        self._update({"callback_query": query})

    def _presses_something(self) -> None:
        allowed = [data for data, deed in self.buttons if deed not in ERASING]
        if allowed:
            # Mostly what was shown last; now and then something old.
            latest = allowed[-8:] if self.random.random() < 0.85 else allowed
            self.press(self.random.choice(latest))

    def _writes(self, words: str) -> None:
        text = f"{words} w{self._updates}w" if self.random.random() < 0.7 else words
        self._remember(text)
        self._mine.append((self._message + 1, text))
        self._sends(text=text)

    def _edits(self) -> None:
        number, before = self._mine.pop(self.random.randrange(len(self._mine)))
        text = f"{before} e{self._updates}e"
        self.said.discard(before)  # only her own correction may replace what she wrote
        self.said.add(text)
        self._mine.append((number, text))
        message = {"message_id": number, "date": 1_794_000_000, "edit_date": 1_794_000_001, "text": text}
        self._update({"edited_message": {**message, "chat": self._chat(), "from": self._user()}})

    def _remember(self, text: str) -> None:
        self.said.add(text)

    def _sends_a_file(self) -> None:
        file_id = f"file{self._updates}"
        about = {"file_id": file_id, "file_unique_id": file_id, "file_size": 900}
        self.said.add(file_id)
        kind = self.random.choice(("voice", "photo", "document"))
        more: dict[str, Any] = {}
        if self.random.random() < 0.3:
            more["caption"] = f"caption c{self._updates}c"
            self.said.add(more["caption"])
        if kind == "photo":
            self._album = (
                self._album if self._album and self.random.random() < 0.5 else f"album{self._updates}"
            )
            more |= {"photo": [{**about, "width": 9, "height": 9}], "media_group_id": self._album}
        else:
            more[kind] = {**about, **({"duration": 4} if kind == "voice" else {})}
        self._sends(**more)

    def _sends(self, **content: Any) -> None:
        self._message += 1
        about = {"message_id": self._message, "date": 1_794_000_000}
        self._update({"message": {**about, "chat": self._chat(), "from": self._user(), **content}})

    def _user(self) -> Json:
        return {"id": _ACCOUNT, "is_bot": False, "first_name": "Saule", "language_code": "kk"}

    def _chat(self) -> Json:
        return {"id": _ACCOUNT, "type": "private", "first_name": "Saule"}

    def _update(self, raw: dict[str, Any]) -> None:
        self._updates += 1
        update = telegram.Update.de_json({"update_id": self._updates, **raw}, None)
        assert update is not None
        key = f"update/{self._updates}"
        self.store.write_now(lambda tx: self._hotline.receive(tx, update, self.now, key=key))
        self.store.write_now(self._reads)

    # What she sees.

    def _reads(self, tx: Tx) -> None:
        """Everything that waits for her, put into words for real, and its buttons."""
        while True:
            claimed = [
                one
                for lane in Lane
                for one in outbox.claim(tx, lane, 50, self.now + timedelta(hours=1), self.now)
            ]
            if not claimed:
                return
            for one in claimed:
                if one.kind in ("text", "edit"):
                    spoken = speak(self.catalog, OFFICE.zone, one.body, one.language)
                    assert spoken.html
                    assert len(spoken.html) < 16_000
                    for row in spoken.buttons:
                        assert all(len(button.text) <= 64 or button.text for button in row)
                    self.buttons += _deeds(tx, one.body)
                outbox.settle(tx, one.id, "sent", self.now)

    # What must be true afterwards.

    def finish(self) -> int:
        """Press on until no report is open; returns how many cases there are."""
        for _ in range(40):
            left = self.store.write_now(self._open)
            if not left:
                return self.store.write_now(self._count)
            self._finish_one(left[0])
        raise AssertionError(f"{len(left)} reports cannot be finished")

    def _finish_one(self, draft_id: str) -> None:
        self.store.write_now(lambda tx: self._offer_to_resume(tx, draft_id))
        self.press(self.buttons[-1][0])
        for _ in range(200):
            shown = dict.fromkeys(deed for _, deed in self.buttons[-60:])
            assert shown
            if draft_id not in self.store.write_now(self._open):
                return
            self.press(self._onward())
        raise AssertionError("no end of this report")

    def _onward(self) -> str:
        """The way to the end: send where it can be sent, agree where it is asked, else "I don't know"."""
        latest = self.buttons[-70:]
        for wanted in (
            "draft.send",
            "draft.agree",
            "press:anew",
            "press:unknown",
            "press:skip",
            "press:return",
        ):
            found = [data for data, deed in latest[-self._width :] if deed == wanted]
            if found:
                return found[-1]
        raise AssertionError([deed for _, deed in latest[-self._width :]])

    @property
    def _width(self) -> int:
        """How many buttons the last keyboard has."""
        token = self.buttons[-1][0][:-1]
        return sum(1 for data, _ in self.buttons if data[:-1] == token)

    def _offer_to_resume(self, tx: Tx, draft_id: str) -> None:
        person = people.by_account(tx, _ACCOUNT)
        assert person is not None
        speech = Speech(tx, self.now, f"offer/{draft_id}/{self._updates}")
        speech.to(
            person,
            msg("paused"),
            rows=((Choice(msg("button-resume"), "draft.resume", {"draft": draft_id}),),),
        )
        self._reads(tx)

    def _open(self, tx: Tx) -> list[str]:
        person = people.by_account(tx, _ACCOUNT)
        assert person is not None
        return [one.id for one in drafts.open_of(tx, person.id)]

    def _count(self, tx: Tx) -> int:
        person = people.by_account(tx, _ACCOUNT)
        assert person is not None
        return cases.count_followed(tx, person.id)

    def lost(self) -> set[str]:
        """What she said and what is kept nowhere."""
        kept = self.store.write_now(self._kept)
        return {one for one in self.said if one not in kept}

    def _kept(self, tx: Tx) -> set[str]:
        person = people.by_account(tx, _ACCOUNT)
        assert person is not None
        bodies: list[Any] = [one.body for one in drafts.open_of(tx, person.id)]
        for case in cases.followed_by(tx, person.id):
            bodies.append(case.body)
            bodies += [one.body for one in entries.of_case(tx, case.id, 10_000)]
        bodies += [one.body for one in entries.unread_words(tx, person_id=person.id, limit=10_000)]
        talk = talks.of(tx, person.id)
        bodies += [talk.body] if talk is not None else []
        kept = set(_strings(bodies))
        ids = [one for one in kept if _ID.fullmatch(one)]
        kept |= {str(one.body["file_id"]) for one in attachments.by_ids(tx, ids) if one.body}
        return kept


def _deeds(tx: Tx, body: Json) -> Iterator[tuple[str, str]]:
    for row in body.get("keyboard", ()):
        for button in row:
            if "data" not in button:
                continue
            found = keyboards.find(tx, button["data"][:-1])
            assert found is not None
            slots = [one["data"] for line in body["keyboard"] for one in line if "data" in one]
            deed = found.body["deeds"][slots.index(button["data"])]
            name = f"press:{deed['args']['what']}" if deed["do"] == "draft.press" else deed["do"]
            yield button["data"], name


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for one in value.values():
            yield from _strings(one)
    elif isinstance(value, list | tuple):
        for one in value:
            yield from _strings(one)

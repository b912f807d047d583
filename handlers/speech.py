"""Says things: a message, a file, a sheet of paper becomes a row of the outbox, its buttons a keyboard."""

import secrets
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from handlers.bundling import bundled
from handlers.rules import discretion
from handlers.rules.decision import Rows
from handlers.rules.office import Daytime
from handlers.saying import Part
from locales.languages import SOURCE
from storage import keyboards, outbox
from storage.records import Json, Lane, Outgoing, Person, Prompt
from storage.store import Tx

_KEYBOARD_LIVES = timedelta(days=60)
_SLOTS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"


@dataclass(slots=True)
class Together:
    """What many people are told in one transaction, written at once: the way to the database costs most.

    Nothing of it is there before `write`.
    """

    _messages: list[Outgoing] = field(default_factory=list)
    _keyboards: list[keyboards.Shown] = field(default_factory=list)

    def message(self, one: Outgoing) -> None:
        """This one, too."""
        self._messages.append(one)

    def keyboard(self, one: keyboards.Shown) -> None:
        """These buttons, too."""
        self._keyboards.append(one)

    def write(self, tx: Tx, now: datetime) -> None:
        """Write all of it, in the order in which it was said."""
        keyboards.add_all(tx, self._keyboards)
        outbox.add(tx, self._messages, now)
        self._keyboards.clear()
        self._messages.clear()


@dataclass(slots=True)
class Speech:
    """Says things: writes to the outbox, in this transaction, and remembers what the buttons do.

    Args:
        key: The cause. What is said for it the second time is the same as the first, and is left out.
        gone_after: Whose answers do not stay, by the person's id, and how long they stand.
        by_day: Whose day counts for all that is said: what the clock says wakes nobody.
        together: Where it is gathered with what others are told; None: it is written at once.
    """

    tx: Tx
    now: datetime
    key: str
    gone_after: dict[str, timedelta] = field(default_factory=dict)
    by_day: Callable[[Person, datetime], Daytime] | None = None
    together: Together | None = None
    _said: int = 0

    def to(
        self,
        person: Person,
        *parts: Part,
        rows: Rows = (),
        lane: Lane = Lane.REPLY,
        keys: Sequence[Sequence[Part]] | None = None,
        remove_keys: bool = False,
        edit: int | None = None,
        once: bool = False,
        language: str | None = None,
        by_day: Daytime | None = None,
        gone_after: timedelta | None = None,
    ) -> None:
        """Say *parts* to *person*; what is pushed begins with a line that says nothing.

        Args:
            rows: Buttons.
            keys: One contact key a row, in place of the keyboard.
            edit: Telegram's number of the message to change instead of sending another.
            once: The buttons work once, all together.
            language: Whatever she chose herself.
            by_day: Not before then, and not at night there, whatever holds it up.
            gone_after: How long it stands in her chat; None: until she clears it.
        """
        bundles = bundled(discretion.opened(parts, lane))
        for index, bundle in enumerate(bundles):
            body: dict[str, Any] = {"parts": bundle}
            if language is not None:
                body["language"] = language
            if index == len(bundles) - 1:
                if rows:
                    body["keyboard"] = self._keyboard(person, rows, once)
                if keys is not None:
                    body["reply_keyboard"] = [[{"text": key, "contact": True} for key in row] for row in keys]
                elif remove_keys:
                    body["reply_keyboard"] = "remove"
            kind = "text"
            if edit is not None and len(bundles) == 1:
                kind, body["message_id"] = "edit", edit
            if by_day is None and self.by_day is not None:
                by_day = self.by_day(person, self.now)
            if by_day is not None:
                body["daytime"] = by_day.zone
                body |= {"hours": "own"} if by_day.own else {}
            self.put(person, lane, kind, body, by_day.at if by_day is not None else None, gone_after)

    def file(self, person: Person, kind: str, file_id: str, rows: Rows = ()) -> None:
        """Send a file by Telegram's id, a `copy` by ours; only `handlers.evidence.passing` may."""
        keys = {"keyboard": self._keyboard(person, rows, once=False)} if rows else {}
        self.put(person, Lane.REPLY, kind, {"parts": [], "file": file_id, **keys}, None)

    def prompt(self, person: Person, recording: Prompt) -> None:
        """Let her hear a question; where Telegram has let the file go, our own copy is sent."""
        body = {"parts": [], "file": recording.file_id, "attachment": recording.attachment_id}
        self.put(person, Lane.REPLY, "prompt", body, None)

    def sheet(
        self,
        person: Person,
        sheet: Json,
        *caption: Part,
        file_name: str,
        rows: Rows = (),
        lane: Lane = Lane.REPLY,
        language: str | None = None,
        hers: bool = False,
    ) -> None:
        """Send a sheet of paper, PDF, which is typeset when it is sent.

        Args:
            sheet: What `handlers.documents.writing.sheet_of` gives.
            caption: Short; Telegram takes 1,024 UTF-16 units in all.
            file_name: As she will find it on her phone: a code, never a name.
            hers: She told it herself, and may pass it on, whoever she is to the hotline.
        """
        body: dict[str, Any] = {"parts": list(caption), "sheet": sheet, "file_name": file_name}
        body |= {"protect": False} if hers else {}
        if language is not None:
            body["language"] = language
        if rows:
            body["keyboard"] = self._keyboard(person, rows, once=False)
        self.put(person, lane, "sheet", body, None)

    def menu(self, person: Person) -> None:
        """Give this person the command menu of her role and language."""
        body = {"role": person.role.value, "language": person.language or SOURCE}
        self.put(person, Lane.NOTICE, "menu", body, None)

    def put(
        self,
        person: Person,
        lane: Lane,
        kind: str,
        body: Json,
        due_at: datetime | None,
        gone_after: timedelta | None = None,
    ) -> None:
        """Put one row for *person* into the outbox; arguments as `Outgoing` and `to`."""
        self._said += 1
        if not person.linked:
            return  # nobody reads there any more; what she is to hear waits where it is kept
        if gone_after is None and lane is Lane.REPLY:
            gone_after = self.gone_after.get(person.id)
        one = Outgoing(
            key=f"{self.key}:{self._said}",
            chat_id=person.chat_id,
            person_id=person.id,
            lane=lane,
            kind=kind,
            due_at=due_at or self.now,
            body={**discretion.manner(person.role, gone_after), **body},
        )
        if self.together is None:
            outbox.add(self.tx, [one], self.now)
        else:
            self.together.message(one)

    def buttons(self, person: Person, rows: Rows) -> list[list[dict[str, Any]]]:
        """Buttons for a body that somebody else writes, and changes in place while they stay."""
        return self._keyboard(person, rows, once=False)

    def _keyboard(self, person: Person, rows: Rows, once: bool) -> list[list[dict[str, Any]]]:
        token = secrets.token_urlsafe(12)
        shown: list[list[dict[str, Any]]] = []
        deeds: list[dict[str, Any]] = []
        for row in rows:
            line: list[dict[str, Any]] = []
            for choice in row:
                if choice.url is not None:
                    line.append({"text": choice.text, "url": choice.url})
                    continue
                line.append({"text": choice.text, "data": f"{token}{_SLOTS[len(deeds)]}"})
                deeds.append({"do": choice.deed, "args": dict(choice.args)})
            shown.append(line)
        if deeds:
            new = keyboards.Shown(
                token,
                person.account_key,
                person.chat_id,
                {"deeds": deeds, "once": once},
                self.now + _KEYBOARD_LIVES,
                self.now,
            )
            if self.together is None:
                keyboards.add_all(self.tx, [new])
            else:
                self.together.keyboard(new)
        return shown


def slot_of(data: str) -> tuple[str, int]:
    """The token and the button's place in what a press brought back; place -1 for what we never made."""
    return data[:-1], _SLOTS.find(data[-1:]) if data else -1

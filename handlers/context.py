"""Who speaks, in which language, and how to answer her: what every command and every button gets."""

import secrets
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from typing import Any

from handlers.arrivals import Arrival
from handlers.bundling import bundled
from handlers.rules.decision import Choice, Rows
from handlers.rules.office import Office
from handlers.saying import Part, msg
from locales.languages import SOURCE, direction
from storage import attachments, keyboards, outbox, people, talks
from storage.records import Json, Lane, Outgoing, Person, Prompt, Role, Talk
from storage.store import Tx

_KEYBOARD_LIVES = timedelta(days=60)
LOOSE = "loose"
"""The talk of somebody whose words belong nowhere yet."""

_SLOTS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"


@dataclass(frozen=True, slots=True)
class Toast:
    """The short answer to a press, in the reader's language already; worthless after a second."""

    callback_id: str
    text: str | None
    alert: bool = False


@dataclass(slots=True)
class Speech:
    """Says things: writes to the outbox, in this transaction, and remembers what the buttons do.

    Args:
        key: The cause. What is said for it the second time is the same as the first, and is left out.
    """

    tx: Tx
    now: datetime
    key: str
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
        due_at: datetime | None = None,
    ) -> None:
        """Say *parts* to *person*.

        Args:
            rows: Buttons.
            keys: One contact key a row, in place of the keyboard.
            edit: Telegram's number of the message to change instead of sending another.
            once: The buttons work once, all together.
            language: Whatever she chose herself.
        """
        bundles = bundled(parts)
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
            self._put(person, lane, kind, body, due_at)

    def file(self, person: Person, kind: str, file_id: str, rows: Rows = ()) -> None:
        """Send a file by Telegram's id, a `copy` by ours; only `handlers.evidence.passing` may."""
        keys = {"keyboard": self._keyboard(person, rows, once=False)} if rows else {}
        self._put(person, Lane.REPLY, kind, {"parts": [], "file": file_id, **keys}, None)

    def prompt(self, person: Person, recording: Prompt) -> None:
        """Let her hear a question; where Telegram has let the file go, our own copy is sent."""
        body = {"parts": [], "file": recording.file_id, "attachment": recording.attachment_id}
        self._put(person, Lane.REPLY, "prompt", body, None)

    def sheet(
        self,
        person: Person,
        sheet: Json,
        *caption: Part,
        file_name: str,
        rows: Rows = (),
        lane: Lane = Lane.REPLY,
        language: str | None = None,
    ) -> None:
        """Send a sheet of paper, PDF, which is typeset when it is sent.

        Args:
            sheet: What `handlers.documents.writing.sheet_of` gives.
            caption: Short; Telegram takes 1,024 UTF-16 units in all.
            file_name: As she will find it on her phone: a code, never a name.
        """
        body: dict[str, Any] = {"parts": list(caption), "sheet": sheet, "file_name": file_name}
        if language is not None:
            body["language"] = language
        if rows:
            body["keyboard"] = self._keyboard(person, rows, once=False)
        self._put(person, lane, "sheet", body, None)

    def menu(self, person: Person) -> None:
        """Give this person the command menu of her role and language."""
        body = {"role": person.role.value, "language": person.language or SOURCE}
        self._put(person, Lane.NOTICE, "menu", body, None)

    def _put(self, person: Person, lane: Lane, kind: str, body: Json, due_at: datetime | None) -> None:
        self._said += 1
        one = Outgoing(
            key=f"{self.key}:{self._said}",
            chat_id=person.chat_id,
            person_id=person.id,
            lane=lane,
            kind=kind,
            due_at=due_at or self.now,
            body=body,
        )
        outbox.add(self.tx, [one], self.now)

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
            keyboards.add(
                self.tx,
                token,
                person.account_key,
                person.chat_id,
                {"deeds": deeds, "once": once},
                self.now + _KEYBOARD_LIVES,
                self.now,
            )
        return shown


def slot_of(data: str) -> tuple[str, int]:
    """The token and the button's place in what a press brought back; place -1 for what we never made."""
    return data[:-1], _SLOTS.find(data[-1:]) if data else -1


@dataclass(slots=True)
class Context:
    """One person's one act, inside one transaction.

    Attributes:
        person: As she is now; her language may still be None.
        toasts: Answers to the press, if there was one.
        fetch: Whether a file came that is to be copied, or one is to be removed.
        undone: The press had no effect: a button that works once can still be used.
        held_again: A talk ended, and what was sent before it still has no place.
    """

    tx: Tx
    now: datetime
    office: Office
    person: Person
    arrival: Arrival
    speech: Speech
    toasts: list[tuple[Part | None, bool]] = field(default_factory=list)
    fetch: bool = False
    held_again: bool = False
    undone: bool = False
    _talks: list[Talk | None] = field(default_factory=list)

    @property
    def one_a_row(self) -> bool:
        """Whether buttons stand one per row: rows are not mirrored for right-to-left."""
        return direction(self.person.language or SOURCE) == "rtl"

    def day(self, at: datetime) -> date:
        """The date of *at* where the office is."""
        return self.office.today(at)

    def row(self, *choices: Choice) -> Rows:
        """These side by side, or one below the other in a right-to-left language."""
        return tuple((one,) for one in choices) if self.one_a_row else (choices,)

    def say(self, *parts: Part, rows: Rows = (), **how: Any) -> None:
        """Answer her with a new message."""
        self.speech.to(self.person, *parts, rows=rows, **how)

    def show(self, *parts: Part, rows: Rows = (), **how: Any) -> None:
        """Answer in place: change the message whose button she pressed; without a press, a new message."""
        edit = self.arrival.press.message_id if self.arrival.press is not None else None
        self.speech.to(self.person, *parts, rows=rows, edit=edit, **how)

    def toast(self, message_id: str | None, *, alert: bool = False) -> None:
        """Answer the press itself."""
        # By what it says nothing was done.
        self.undone = self.undone or message_id == "press-old"
        self.toasts.append((msg(message_id) if message_id else None, alert))

    @property
    def talk_now(self) -> Talk | None:
        """The talk she is in."""
        if not self._talks:
            self._talks.append(talks.of(self.tx, self.person.id))
        return self._talks[-1]

    @property
    def held(self) -> tuple[Json, ...]:
        """What she sent without a place; it stays through every talk until one takes it."""
        return tuple(self.talk_now.body.get("held", ())) if self.talk_now is not None else ()

    def hold(self, pieces: Sequence[Json]) -> None:
        """Keep exactly these until she says where they belong; her talk goes on."""
        talk = self.talk_now or Talk(self.person.id, LOOSE, {})
        self._set_talk(Talk(talk.person_id, talk.kind, {**talk.body, "held": list(pieces)}))

    def take_held(self) -> tuple[Json, ...]:
        """What she had sent has its place now: whoever takes it keeps it."""
        held, talk = self.held, self.talk_now
        if held and talk is not None:
            rest = {name: value for name, value in talk.body.items() if name != "held"}
            self._set_talk(None if talk.kind == LOOSE else Talk(talk.person_id, talk.kind, rest))
        return held

    def talk(self, kind: str, body: Json) -> None:
        """Her next words belong to this."""
        held = {"held": list(self.held)} if self.held else {}
        self._set_talk(Talk(self.person.id, kind, {**body, **held}))

    def end_talk(self) -> None:
        """Her next words belong to nothing in particular."""
        self.held_again = bool(self.held)
        self._set_talk(Talk(self.person.id, LOOSE, {"held": list(self.held)}) if self.held else None)

    def _set_talk(self, talk: Talk | None) -> None:
        if talk is None:
            talks.end(self.tx, self.person.id)
        elif talk != self.talk_now:
            talks.begin(self.tx, self.person.id, talk.kind, talk.body, self.now)
        self._talks.append(talk)

    def speaks(self, language: str) -> None:
        """She chose a language; menus follow."""
        people.set_language(self.tx, self.person.id, language)
        self.person = replace(self.person, language=language)
        self.speech.menu(self.person)

    def takes_role(self, role: Role) -> None:
        """She has this role from now on; menus follow."""
        people.set_role(self.tx, self.person.id, role, self.now)
        self.person = replace(self.person, role=role)
        self.speech.menu(self.person)

    def keep_file(self, report_id: str | None = None) -> str:
        """Remember the file that came, for this report or none yet, and have it copied; returns its id."""
        file = self.arrival.file
        if file is None:
            raise ValueError("no file came")
        self.fetch = self.fetch or file.fetchable
        body: Mapping[str, Any] = {
            "file_id": file.file_id,
            "unique_id": file.unique_id,
            "name": file.name,
            "mime": file.mime,
            "duration": file.duration,
            "message": self.arrival.message_id,
        }
        return attachments.add(
            self.tx,
            self.person.id,
            file.kind,
            file.size,
            body,
            self.now,
            fetch=file.fetchable,
            report_id=report_id,
        )

    def erase_files(self, pieces: Iterable[Json]) -> None:
        """She wants what she sent gone: of these, the files, with their copies."""
        ids = [str(one["id"]) for one in pieces if "id" in one]
        attachments.erase(self.tx, ids)
        self.fetch = self.fetch or bool(ids)

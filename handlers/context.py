"""Who speaks, in which language, and how to answer her: what every command and every button gets."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any

from handlers import emptying
from handlers.arrivals import Arrival
from handlers.finding.names import Names
from handlers.rules.decision import Choice, Rows
from handlers.rules.office import Office
from handlers.saying import Part, msg
from handlers.speech import Speech as Speech
from handlers.speech import slot_of as slot_of
from locales.languages import SOURCE, direction
from storage import attachments, people, talks
from storage.records import Json, Person, Role, Talk
from storage.store import Tx

LOOSE = "loose"
"""The talk of somebody whose words belong nowhere yet."""


@dataclass(slots=True)
class Context:
    """One person's one act, inside one transaction.

    Attributes:
        person: As she is now; her language may still be None.
        toasts: Answers to the press, if there was one.
        fetch: Whether a file came that is to be copied, or one is to be removed.
        tend: A broadcast is to be looked after at once.
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
    tend: bool = False
    undone: bool = False
    names: Names = field(default_factory=Names)
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
        self.speech.to(
            self.person,
            *parts,
            rows=rows,
            edit=emptying.in_place(self.tx, self.person, self.arrival, self.now),
            **how,
        )

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

    def leave(self, kind: str) -> bool:
        """End her talk where it is of this *kind*; the button of one that ended before only says so."""
        if self.talk_now is None or self.talk_now.kind != kind:
            self.toast("press-old")
            return False
        self.end_talk()
        return True

    def _set_talk(self, talk: Talk | None) -> None:
        if talk is None:
            talks.end(self.tx, self.person.id)
        elif talk != self.talk_now:
            talks.begin(self.tx, self.person.id, talk.kind, talk.body, self.now)
        self._talks.append(talk)

    def becomes(self, person: Person) -> None:
        """From now on whoever speaks is known as *person*, and nothing goes on with her."""
        self.person, self.held_again = person, False
        self._talks.clear()

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

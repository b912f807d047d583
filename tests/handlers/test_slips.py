"""A slip asks one thing after another, and becomes something only when it is saved."""

from dataclasses import dataclass, field
from typing import Any

import pytest

from handlers import slips
from handlers.access import case_for
from handlers.arrivals import Arrival, Press
from handlers.command import Deed, Slip
from handlers.context import Context, Speech
from handlers.intake.fields import Amount, Choice, Day, Field
from handlers.intake.outline import Given, Question
from handlers.rules.roles import Act
from handlers.saying import msg
from storage import cases, people
from storage.records import Case, Json, Person, Role
from storage.store import Store, Tx
from tests.handlers.made import NOON, OFFICE
from tests.storage.scenes import a_case


@dataclass
class Desk:
    """A coordinator who fills in a slip, on a real store; each act is a transaction of its own."""

    store: Store
    person: Person
    case: Case
    kept: list[Json] = field(default_factory=list)
    said: list[Json] = field(default_factory=list)
    rows: tuple[Any, ...] = ()
    toasts: list[str] = field(default_factory=list)
    acts: int = 0

    def slip(self) -> Slip:
        """What happened, how much, and, of a fine alone, by when."""
        return Slip(
            "test",
            (
                Question("what", Choice(options=("fine", "other")), required=True),
                Question("amount", Amount(), asked_if=Given("what", frozenset({"fine"}))),
                Question("day", Day()),
                Question("words", Field()),
            ),
            Act.WORK_CASE,
            self._keep,
            self._check,
        )

    def _keep(self, ctx: Context, case: Case, answers: Json, about: Json) -> None:
        self.kept.append({"case": case.id, "answers": answers, "about": about})
        ctx.say(msg("cancelled"))

    def _check(self, _ctx: Context, answers: Json, key: str) -> Json | None:
        return msg("slip-press") if key == "words" and answers[key]["text"] == "wrong" else None

    def act(self, came: Arrival | None, deed: str = "", args: Json | None = None) -> None:
        """Say something, or press."""
        self.acts += 1

        def run(tx: Tx) -> None:
            arrival = came or Arrival(
                "k", self.person.chat_id, True, self.person.chat_id, press=Press("c", "x", 5)
            )
            ctx = Context(
                tx, NOON, OFFICE, self.person, arrival, _Heard(tx, NOON, f"k{self.acts}", desk=self)
            )
            offered = slips.offer({"test": self.slip()})
            if deed == "begin":
                case = case_for(ctx, self.case.id, Act.WORK_CASE)
                assert case is not None
                slips.begin(ctx, self.slip(), case, {"more": "1"})
            elif deed:
                _deed(offered.deeds, deed).run(ctx, args or {})
            else:
                assert ctx.talk_now is not None
                assert offered.talks[0].run(ctx, ctx.talk_now)
            self.toasts += [part["id"] for part, _ in ctx.toasts if part is not None]

        self.store.write_now(run)

    def says(self, text: str) -> None:
        self.act(Arrival("k", self.person.chat_id, True, self.person.chat_id, text=text))

    def press(self, words: str) -> None:
        """The button that says this."""
        for row in self.rows:
            for one in row:
                if one.text.get("id") == words or words in str(one.text):
                    self.act(None, one.deed, one.args)
                    return
        raise AssertionError(f"no {words} in {self.rows}")

    def reads(self) -> list[str]:
        """The names of what was said last."""
        return [str(one.get("id") or one.get("label")) for one in self.said]


@dataclass(slots=True)
class _Heard(Speech):
    desk: Desk | None = None

    def to(self, person: Person, *parts: Any, rows: Any = (), **how: Any) -> None:
        assert self.desk is not None
        self.desk.said, self.desk.rows = list(parts), rows


def _deed(deeds: tuple[Deed, ...], name: str) -> Deed:
    return next(one for one in deeds if one.name == name)


@pytest.fixture
def desk(store: Store) -> Desk:
    """With an open slip."""

    def begin(tx: Tx) -> tuple[Person, Case]:
        vera = people.welcome(tx, 1, 1, NOON)
        people.set_role(tx, vera.id, Role.COORDINATOR, NOON)
        case = a_case(body={"answers": {}, "remarks": []})
        tx.vault.begin(case.id)
        cases.add(tx, case)
        return people.by_id(tx, vera.id), case

    made = Desk(store, *store.write_now(begin))
    made.act(None, "begin")
    return made


def test_question_by_question_to_a_saved_slip(desk: Desk) -> None:
    """What was told is read back before it is saved, and comes whole to whoever keeps it."""
    assert desk.reads() == ["slip-title", "ask-test-what"]
    desk.press("option-test-what-fine")
    assert desk.reads() == ["slip-title", "ask-test-amount"]
    desk.says("87 000 tenge")
    desk.says("14 March 2025")
    assert desk.reads() == ["slip-title", "slip-which", "ask-test-day"]
    desk.press("2025-03-14")
    desk.says("At the border.")
    assert desk.reads() == [
        "slip-title",
        "label-test-what",
        "label-test-amount",
        "label-test-day",
        "label-test-words",
        "slip-sure",
    ]
    assert desk.kept == []
    desk.press("button-save")

    (kept,) = desk.kept
    assert (kept["case"], kept["about"]) == (desk.case.id, {"more": "1"})
    assert kept["answers"]["amount"]["value"] == {"amount": "87000", "currency": "KZT"}
    assert kept["answers"]["day"]["value"]["edtf"] == "2025-03-14"
    assert kept["answers"]["words"]["text"] == "At the border."


def test_what_does_not_apply_is_not_asked(desk: Desk) -> None:
    """And what is skipped is not there."""
    desk.press("option-test-what-other")
    assert desk.reads() == ["slip-title", "ask-test-day"]
    desk.press("button-skip")
    desk.press("button-skip")
    desk.press("button-save")

    assert desk.kept[0]["answers"].keys() == {"what"}


def test_what_cannot_be_read_is_asked_again_with_the_reason(desk: Desk) -> None:
    """Each kind with its own words; nothing moves on."""
    desk.says("fine")
    assert desk.reads() == ["slip-title", "slip-press", "ask-test-what"]
    desk.press("option-test-what-fine")
    desk.says("a lot")
    assert desk.reads() == ["slip-title", "slip-unreadable-amount", "ask-test-amount"]
    desk.press("button-skip")
    desk.says("14 March 2099")
    assert desk.reads() == ["slip-title", "slip-date-future", "ask-test-day"]
    desk.says("who knows")
    assert desk.reads() == ["slip-title", "slip-date-unclear", "ask-test-day"]
    desk.press("button-skip")
    desk.says("wrong")
    assert desk.reads() == ["slip-title", "slip-press", "ask-test-words"]


def test_back_takes_the_last_answer_back(desk: Desk) -> None:
    """From the end, too."""
    desk.press("option-test-what-other")
    desk.press("button-skip")
    desk.says("At the border.")
    desk.press("button-back")
    assert desk.reads() == ["slip-title", "ask-test-words"]
    desk.press("button-back")
    desk.press("button-back")
    assert desk.reads() == ["slip-title", "ask-test-what"]
    assert not any(one.text.get("id") == "button-back" for row in desk.rows for one in row)


def test_only_the_latest_buttons_count(desk: Desk) -> None:
    """An old one, pressed in haste, changes nothing."""
    old = desk.rows
    desk.press("option-test-what-other")
    before = desk.said
    desk.rows = old
    desk.press("option-test-what-fine")
    assert desk.toasts == ["press-old"]
    assert desk.said == before


def test_cancel_leaves_nothing(desk: Desk) -> None:
    """It is no talk any more, and its last buttons are old."""
    old = desk.rows
    desk.press("button-cancel")
    assert desk.reads() == ["cancelled"]
    desk.rows = old
    desk.press("option-test-what-fine")
    assert desk.toasts == ["press-old"]
    assert desk.kept == []

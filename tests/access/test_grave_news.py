"""Grave news through the whole hotline: whatever the team presses and writes, no relative reads it first.

The same as `tests/handlers/test_badnews.py` asks of the rules, here of what is really put into the
outbox, on a real database; slips, second yeses, closings and joinings by their own buttons.
"""

import json
import random
import re
from dataclasses import dataclass, field

import pytest
from sqlalchemy import select

from handlers.intake.fields import Choice, Day, day_value
from handlers.offers import SLIPS
from handlers.rules import telling
from handlers.rules.badnews import GRAVE, Way
from handlers.rules.claims import Certainty, What
from storage import approvals, cases, matters, talks
from storage.records import Case, Json, Matter, MatterKind, Stage, Talk
from storage.store import Store, Tx
from storage.tables import audit
from tests.access.ground import Answer, Ground
from tests.handlers.telling_world import TELLS, WITHIN, Leak

STEPS = 150
MARK = "hospital-morgue-words"  # in whatever the team writes within itself
_IDS = re.compile(r'"id": "([^"]+)"')
_FAMILY, _TEAM = ("mother", "sister"), ("vera", "olga")


@dataclass
class Walk:
    """Two coordinators do anything; after each act the relatives press whatever they have.

    Attributes:
        heard: Whom a person has told what.
        seen: What stood on each one's card the last time that she looked.
    """

    ground: Ground
    chance: random.Random
    heard: set[tuple[str, What]] = field(default_factory=set)
    seen: dict[str, str] = field(default_factory=dict)
    acts: dict[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.case = self.ground.hers.case

    # What is read.

    def check(self, answer: Answer) -> None:
        """Whatever goes to one of the family."""
        for row in answer.said:
            _, _, _, person_id, body = row.split("/", 4)
            name = next((one for one in _FAMILY if self.ground.who[one].id == person_id), None)
            if name is None:
                continue
            if MARK in body:
                raise Leak(f"{name} reads the team's words")
            for message in _IDS.findall(body):
                self._one(name, message)

    def _one(self, name: str, message: str) -> None:
        if message.startswith("situation-"):
            if self.seen.get(name) in TELLS and message not in TELLS:
                self.heard = {one for one in self.heard if one[0] != name}
            self.seen[name] = message
        grave = TELLS.get(message)
        if (grave is not None and (name, grave) not in self.heard) or message.startswith(WITHIN):
            raise Leak(f"{name} reads {message}")

    def look(self) -> None:
        """What the family has of the case: her card, and what stands behind a neutral line."""
        for name in _FAMILY:
            self.press(name, "cases.show", {"case": self.case})
        name, of_case = self.chance.choice(_FAMILY), {"case": self.case}
        deed, args = self.chance.choice(
            [
                ("stage.read", of_case),
                ("cases.list", {}),
                ("news.wish", of_case),
                ("news.wished", {**of_case, "way": Way.VISIT.value}),
                ("receipt.send", of_case),
            ]
        )
        self.press(name, deed, args)

    # What is done.

    def press(self, name: str, deed: str, args: Json) -> Answer:
        answer = self.ground.press(name, self.ground.show(name, deed, args))
        self.check(answer)
        return answer

    def step(self) -> None:
        name, act = self.chance.choice(_TEAM), self.chance.choice(_ACTS)
        before = len(self.noted())
        act(self, name)
        self.fill(name)
        for one in self.noted()[before:]:
            self.acts[one] = self.acts.get(one, 0) + 1
        self.look()

    def fill(self, name: str) -> None:
        """The slip that she is in, with anything that fits, to its end."""
        for _ in range(20):
            talk = self.talk(name)
            if talk is None or talk.kind != "slip":
                return
            number, at = {"number": talk.body["number"]}, talk.body["at"]
            if at == "save":
                to = self.about_to_tell(talk)
                told = self.noted().count("told-news")
                self.press(name, "slip.save", number)
                if to is not None and self.noted().count("told-news") > told:
                    self.heard.add(to)
                return
            question = SLIPS[talk.body["slip"]].find(at)
            assert question is not None
            if isinstance(question.field, Choice):
                value = self.chance.choice(question.field.options)
                if at == "what" and self.chance.random() < 0.6:
                    value = self.chance.choice(sorted(GRAVE))
                self.press(name, "slip.choose", {**number, "value": str(value)})
            elif isinstance(question.field, Day):
                day = day_value(f"2026-{self.chance.randint(1, 11):02}-{self.chance.randint(1, 23):02}")
                self.press(name, "slip.choose", {**number, "value": day})
            elif at == "code":
                self.check(self.ground.writes(name, "K7Q-4M3"))
                if self.talk(name) is not None and self.talk(name).body["at"] == at:
                    return
            else:
                self.check(self.ground.writes(name, MARK))
        self.press(name, "slip.leave", {"number": self.talk(name).body["number"]})  # type: ignore[union-attr]  # she is in one

    def about_to_tell(self, talk: Talk) -> tuple[str, What] | None:
        """Whom she is about to say that she has told, and what."""
        if talk.body["slip"] != "told" or talk.body["answers"]["how"]["value"] == telling.How.UNREACHED:
            return None
        name = next(one for one in _FAMILY if self.ground.who[one].id == talk.body["about"]["to"])
        news = next(one for one in self.kept(MatterKind.NEWS) if one.id == talk.body["about"]["news"])
        return name, telling.read(news).what

    # What is there.

    def talk(self, name: str) -> Talk | None:
        return self.ground.store.write_now(lambda tx: talks.of(tx, self.ground.who[name].id))

    def now(self) -> Case:
        found = self.ground.store.write_now(lambda tx: cases.by_id(tx, self.case))
        assert found is not None
        return found

    def kept(self, kind: MatterKind) -> list[Matter]:
        return list(self.ground.store.write_now(lambda tx: matters.of_case(tx, self.case, kind)))

    def noted(self) -> list[str]:
        return self.ground.store.write_now(_noted)

    def a_news(self) -> Json | None:
        found = self.kept(MatterKind.NEWS)
        if not found:
            return None
        one = self.chance.choice(found)
        return {"news": one.id, "revision": one.revision}

    def a_claim(self) -> Json | None:
        found = [one for one in self.kept(MatterKind.CLAIM) if one.state == "open"]
        if not found:
            return None
        one = self.chance.choice(found)
        return {"claim": one.id, "revision": one.revision}


def _noted(tx: Tx) -> list[str]:
    return [row.action for row in tx.connection.execute(select(audit.c.action).order_by(audit.c.number))]


def claim(it: Walk, name: str) -> None:
    it.press(name, "claim.add", {"case": it.case})


def change(it: Walk, name: str) -> None:
    args = it.a_claim()
    if args is not None:
        deed = it.chance.choice(["claim.correct", "claim.aside", "claim.raise"])
        it.press(name, deed, {**args, "to": it.chance.choice(list(Certainty)).value})


def confirm(it: Walk, name: str) -> None:
    if args := it.a_news():
        it.press(name, "news.confirm", args)


def decide(it: Walk, name: str) -> None:
    waiting = it.ground.store.write_now(lambda tx: approvals.open_ones(tx, it.ground.now))
    found = [one for one in waiting if one.kind == "confirm-news"]
    if found:
        one = it.chance.choice(found)
        it.press(name, "approval.open", {"approval": one.id})
        it.press(name, "approval.yes", {"approval": one.id, "content": one.content_key})


def carry(it: Walk, name: str) -> None:
    if args := it.a_news():
        it.press(name, "news.carry", {**args, "person": it.ground.who[it.chance.choice(_TEAM)].id})


def tell(it: Walk, name: str) -> None:
    if args := it.a_news():
        it.press(name, "news.told", {**args, "to": it.ground.who[it.chance.choice(_FAMILY)].id})


def move(it: Walk, name: str) -> None:
    args = {"case": it.case, "version": it.now().version}
    to = it.chance.choice([Stage.VERIFYING, Stage.ACTIVE, Stage.WAITING])
    it.press(name, "stage.move", {**args, "to": to.value})


def end(it: Walk, name: str) -> None:
    deed = it.chance.choice(["stage.close", "stage.merge", "stage.part"])
    it.press(name, deed, {"case": it.case, "version": it.now().version})


_ACTS = [
    claim,
    change,
    confirm,
    confirm,
    decide,
    decide,
    decide,
    carry,
    carry,
    tell,
    tell,
    tell,
    move,
    move,
    end,
]


@pytest.fixture
def ground(store: Store) -> Ground:
    """Two families and a team."""
    return Ground(store)


def test_no_relative_reads_it_before_she_was_told(ground: Ground) -> None:
    """And in the walk everything has happened that leads there."""
    walk = Walk(ground, random.Random(7))
    for _ in range(STEPS):
        walk.step()
    for action in (
        "claimed", "corrected-claim", "confirmed-news", "confirmed-news-second", "named-carrier",
        "told-news", "moved-stage",
    ):  # fmt: skip
        assert walk.acts.get(action, 0) > 1, (action, walk.acts)
    assert any(one in TELLS for one in walk.seen.values()) or walk.heard


def test_a_leak_in_a_family_s_screen_is_found(ground: Ground, monkeypatch: pytest.MonkeyPatch) -> None:
    """As if the card showed the situation as it is."""
    monkeypatch.setattr("handlers.family.cases.shown_situation", lambda case, _who: case.situation)
    walk = Walk(ground, random.Random(7))
    with pytest.raises(Leak):
        steps(walk)


def test_the_team_s_own_words_in_a_notice_are_found(ground: Ground, monkeypatch: pytest.MonkeyPatch) -> None:
    """As if what stands behind the neutral line were the coordinators' reason."""

    def leaky(case: Case, _who: str) -> Json:
        return {"raw": json.dumps(case.body.get("closings", MARK))}

    monkeypatch.setattr("handlers.rules.lifecycle.shown_stage", leaky)
    walk = Walk(ground, random.Random(7))
    with pytest.raises(Leak):
        steps(walk)


def steps(walk: Walk) -> None:
    """Up to so many."""
    for _ in range(STEPS):
        walk.step()

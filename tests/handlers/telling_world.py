"""A team, a family and one case, on which anybody of the team does anything, by the rules alone.

After each act everything that can reach somebody of the family is looked at: her card, what
stands behind the neutral line, every notice. What of it is grave, and for whom, is known here from
what was told by a person, and is not asked of the rules under test.
"""

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any

from handlers.rules import claiming, lifecycle, telling
from handlers.rules.badnews import GRAVE, shown_situation
from handlers.rules.claims import Certainty, Source, What
from handlers.rules.decision import AddMatter, ChangeCase, ChangeMatter, Decision
from handlers.rules.lifecycle import Cannot, Reason, Who, shown_stage
from storage.records import Case, Json, Lane, Matter, MatterKind, MatterState, Person, Role, Situation, Stage
from tests.handlers.made import NOON, OFFICE, a_case, a_person

TEAM = [a_person(one, Role.COORDINATOR) for one in ("vera", "olga", "inna")]
FAMILY = [a_person(one) for one in ("mother", "aunt", "uncle")]

# Every word on a screen that tells of it, and what it tells of.
TELLS = {
    "situation-deceased": What.DIED,
    "situation-sentenced": What.SENTENCED,
    "situation-deported": What.DEPORTED,
    "stage-closed-deceased": What.DIED,
    "stage-closed-spoken": What.DIED,
    "option-closing-reason-deceased": What.DIED,
    "option-claim-what-died": What.DIED,
    "option-claim-what-sentenced": What.SENTENCED,
    "option-claim-what-deported": What.DEPORTED,
    "option-claim-what-transferred": What.TRANSFERRED,
}
# No message to a family ever speaks of these at all.
WITHIN = ("news-", "alert-", "claim", "case-news", "button-news", "label-claim", "approval-")

Shown = Callable[[Case, str], Situation]


class Leak(AssertionError):
    """Somebody of the family could read what nobody has told her."""


def ids(part: Any) -> Iterator[str]:
    """All messages that a screen is made of."""
    if isinstance(part, dict):
        if isinstance(part.get("id"), str):
            yield part["id"]
        for one in part.values():
            yield from ids(one)
    elif isinstance(part, list | tuple):
        for one in part:
            yield from ids(one)


@dataclass
class World:
    """The case as it stands, kept in memory.

    Attributes:
        shown: What a family's screen takes the situation from; a leaky one to prove the check.
        heard: Whom a person has told what: (who, what).
        met: How often the family's eyes met a case with something grave on it that she did not know.
    """

    chance: random.Random
    shown: Shown = shown_situation
    case: Case = field(default_factory=a_case)
    claims: dict[str, Matter] = field(default_factory=dict)
    news: dict[str, Matter] = field(default_factory=dict)
    followers: list[Person] = field(default_factory=lambda: [FAMILY[0]])
    now: datetime = NOON
    heard: set[tuple[str, What]] = field(default_factory=set)
    met: int = 0
    done: dict[str, int] = field(default_factory=dict)
    seen: dict[str, str] = field(default_factory=dict)
    _made: int = 0

    def step(self) -> None:
        """One of the team, or of the family, does something; then everybody of the family looks."""
        self.now += timedelta(minutes=self.chance.randint(1, 600))
        act = self.chance.choice(_ACTS)
        decision = act(self)
        if isinstance(decision, Decision):
            self.done[act.__name__] = self.done.get(act.__name__, 0) + 1
            self._write(decision)
        self.look()

    def look(self) -> None:
        """What each of them reads now.

        Raises:
            Leak: Something grave that she was not told.
        """
        if any(one.state is MatterState.OPEN for one in self.news.values()):
            self.met += 1
        for one in FAMILY:
            situation = {"id": f"situation-{self.shown(self.case, one.id)}"}
            if self.seen.get(one.id) in TELLS and situation["id"] not in TELLS:
                # Her card says that it is not so any more: what comes next, she must be told anew.
                self.heard = {each for each in self.heard if each[0] != one.id}
            self.seen[one.id] = situation["id"]
            self._check(one.id, [situation, shown_stage(self.case, one.id)])

    def _check(self, person_id: str, parts: Sequence[Any]) -> None:
        for message in ids(list(parts)):
            grave = TELLS.get(message)
            if grave is not None and (person_id, grave) not in self.heard:
                raise Leak(f"{person_id} reads {message}")
            if message.startswith(WITHIN):
                raise Leak(f"{person_id} reads {message}")

    def _write(self, decision: Decision) -> None:
        for change in decision.changes:
            match change:
                case ChangeCase():
                    kept = {
                        name: value
                        for name in ("stage", "situation", "urgency", "body")
                        if (value := getattr(change, name)) is not None
                    }
                    self.case = replace(self.case, version=self.case.version + 1, **kept)
                case AddMatter():
                    self._add(change)
                case ChangeMatter(matter, state, body, _, said):
                    self._change(matter, state, body, said)
        team = {one.id for one in TEAM}
        for notice in decision.notices:
            if notice.to not in team:
                assert notice.lane is Lane.NOTICE
                self._check(notice.to, [*notice.parts, *(one.text for row in notice.rows for one in row)])

    def _add(self, new: AddMatter) -> None:
        self._made += 1
        if new.replaces is not None:
            self._change(new.replaces, MatterState.REPLACED, None, None)
        made = Matter(
            f"{self._made:09}", self.case.id, new.kind, MatterState.OPEN, new.author_id, self.now, self.now,
            new.watch_at, new.said, 1, None, new.body,
        )  # fmt: skip
        self._of(new.kind)[made.id] = made

    def _change(self, matter: Matter, state: MatterState | None, body: Json | None, said: Any) -> None:
        kept = self._of(matter.kind)
        assert kept[matter.id].revision == matter.revision
        kept[matter.id] = replace(
            kept[matter.id],
            state=state or matter.state,
            body=body if body is not None else matter.body,
            revision=matter.revision + 1,
        )

    def _of(self, kind: MatterKind) -> dict[str, Matter]:
        return self.news if kind is MatterKind.NEWS else self.claims

    def open_claims(self) -> list[Matter]:
        return [one for one in self.claims.values() if one.state is MatterState.OPEN]

    def ground(self) -> claiming.Ground:
        return claiming.Ground(
            self.case, self.open_claims(), list(self.news.values()), self.followers, TEAM, OFFICE.today
        )

    def somebody(self) -> Person:
        return self.chance.choice(TEAM)

    def who(self) -> Who:
        return Who(self.somebody(), TEAM, self.followers)

    def a_body(self) -> Json:
        """Any claim of any day, half of them grave."""
        chance = self.chance
        day = (self.now - timedelta(days=chance.randint(0, 900))).date().isoformat()
        what = chance.choice(sorted(GRAVE)) if chance.random() < 0.5 else chance.choice(list(What))
        return {
            "what": What(what).value,
            "source": chance.choice(list(Source)).value,
            "certainty": chance.choice(list(Certainty)).value,
            "day": {"edtf": day, "first": day, "last": day} if chance.random() < 0.8 else None,
            "text": "",
            "files": [],
        }

    def a_piece(self) -> Matter | None:
        return self.chance.choice(list(self.news.values())) if self.news else None


Answer = Decision | object | None


def claim(it: World) -> Answer:
    return claiming.enter(it.ground(), it.a_body(), it.somebody(), it.now) if len(it.claims) < 60 else None


def correct(it: World) -> Answer:
    if not (found := it.open_claims()):
        return None
    return claiming.enter(it.ground(), it.a_body(), it.somebody(), it.now, corrects=it.chance.choice(found))


def surer(it: World) -> Answer:
    found = [one for one in it.open_claims() if one.body["certainty"] != Certainty.DOCUMENTED]
    if not found:
        return None
    one = it.chance.choice(found)
    to = it.chance.choice(Certainty(one.body["certainty"]).higher)
    return claiming.raise_certainty(it.ground(), one, to, it.somebody(), it.now)


def aside(it: World) -> Answer:
    found = it.open_claims()
    return claiming.set_aside(it.ground(), it.chance.choice(found), "", it.somebody()) if found else None


def _moved(it: World, one: Matter, after: object, told: tuple[Case, str] | None = None) -> Answer:
    if not isinstance(after, telling.News):
        return after
    return telling.moved(one, after, "x", it.now, told=told)


def first(it: World) -> Answer:
    one = it.a_piece()
    return None if one is None else _moved(it, one, telling.first_yes(telling.read(one), it.somebody().id))


def second(it: World) -> Answer:
    one = it.a_piece()
    if one is None:
        return None
    before, by = telling.read(one), it.somebody().id
    after = telling.second_yes(before, by)
    if isinstance(after, telling.News):
        assert before.first != by, "one person is not two"
    return _moved(it, one, after)


def carry(it: World) -> Answer:
    one = it.a_piece()
    if one is None:
        return None
    before = telling.read(one)
    after = telling.carry(before, it.somebody().id)
    if isinstance(after, telling.News):
        assert before.first is not None
        assert before.second is not None
    return _moved(it, one, after)


def tell(it: World) -> Answer:
    one = it.a_piece()
    if one is None:
        return None
    by = it.somebody().id
    to = it.chance.choice([each.id for each in it.followers] or [telling.FAMILY])
    how = it.chance.choice(list(telling.How))
    said = {"how": how.value, "day": None, "text": "", "at": it.now.isoformat()}
    before = telling.read(one)
    after = telling.tell(before, by, to, said, [each.id for each in it.followers])
    if isinstance(after, telling.News):
        # What a person did, whatever the rules make of it: and only the one who carries it could.
        assert by == before.carrier
        if how is not telling.How.UNREACHED:
            it.heard.add((to, before.what))
    return _moved(it, one, after, (it.case, to))


def move(it: World) -> Answer:
    return lifecycle.move(it.case, it.chance.choice(list(Stage)), it.who())


def close(it: World) -> Answer:
    reason = it.chance.choice(list(Reason))
    return lifecycle.close(it.case, reason, "died", list(it.news.values()), it.who(), it.now)


def merge(it: World) -> Answer:
    into = replace(a_case(stage=Stage.ACTIVE), id="other", code="K7Q-4M3")
    decision = lifecycle.merge(it.case, into, list(it.news.values()), it.who(), [], it.now)
    if isinstance(decision, Cannot):
        return decision
    kept = [one for one in decision.changes if not isinstance(one, ChangeCase) or one.case_id == "case"]
    return replace(decision, changes=tuple(kept))


def part(it: World) -> Answer:
    return lifecycle.part(it.case, None, it.who())


def follows(it: World) -> Answer:
    """Somebody more of the family, or one less."""
    one = it.chance.choice(FAMILY)
    if one in it.followers:
        it.followers.remove(one)
    else:
        it.followers.append(one)
    return None


_ACTS: list[Callable[[World], Answer]] = [
    claim, correct, surer, aside, first, second, second, carry, carry, tell, tell, tell, move, close, merge,
    part, follows,
]  # fmt: skip

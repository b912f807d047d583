"""Nothing that is pushed says anything on a locked screen; what the team gets cannot be passed on."""

import ast
import inspect
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from handlers.cast_words import body_for
from handlers.context import Speech
from handlers.rules import (
    badnews,
    casework,
    claiming,
    discretion,
    following,
    lifecycle,
    promises,
    reporting,
    tasking,
    teamwork,
    telling,
    translating,
    unlinking,
)
from handlers.rules.claims import Certainty, What
from handlers.rules.decision import Decision
from handlers.rules.reminding_steps import Kind
from handlers.saying import msg, raw
from locales.catalog import Catalog
from locales.languages import CODES, SOURCE
from storage import outbox, people
from storage.records import Lane, Link, Matter, MatterKind, MatterState, Role, Stage, StoredDraft, Urgency
from storage.store import Store, Tx
from storage.team import Task
from tests.handlers.made import NOON, OFFICE, a_case, a_person

HANDLERS = Path(__file__).parent.parent.parent / "handlers"
NAME = "Yerlan Made-up"

_TEAM = [a_person("vera", Role.COORDINATOR), a_person("asel", Role.COORDINATOR)]
_MOTHER, _CASE = a_person("mother"), a_case(owner_id="vera")
_TOLD = {
    "answers": {"name": {"state": "given", "texts": [{"text": NAME}]}},
    "remarks": [{"text": NAME}],
    "consent": {"language": "en", "version": "1", "at": NOON.isoformat()},
    "code": "K7Q-4MC",
    "case": "case",
}
_AUNT, _VOLUNTEER = a_person("aunt"), a_person("volunteer", Role.VOLUNTEER)
_LINK = Link("link", "case", "asked", "mother", NOON, NOON, "aunt", NOON)
_LETTER = {"text": f"We wrote about {NAME}.", "language": "en"}
_REQUEST = Matter(
    "matter", "case", MatterKind.UPDATE, MatterState.OPEN, "vera", NOON, NOON, NOON, None, 1, None,
    {"letter": _LETTER, "shown": "…", "code": "K7Q-4MC", "from": "en", "to": "kk"},
)  # fmt: skip
_DRAFT = StoredDraft("draft", "mother", 1, NOON, NOON, _TOLD)

_CLAIMED = {
    "what": "died",
    "source": "paper",
    "certainty": "said",
    "day": None,
    "text": NAME,
    "files": [],
}
_CLAIM = Matter(
    "c", "case", MatterKind.CLAIM, MatterState.OPEN, "vera", NOON, NOON, None, None, 1, None, _CLAIMED
)
_HUNG = replace(_CLAIM, body={"text": NAME, "files": [], "for": "vera", "day": None})
_POINTS = [{"text": NAME, "shown": "K7Q-4MC", "done": False}]
_TASK = Task(
    "t", "case", "call", "open", "vera", "vera", NOON, NOON, NOON, False, 1,
    {"text": NAME, "shown": "K7Q-4MC", "code": "K7Q-4MC", "checklist": _POINTS, "repeat": 14},
)  # fmt: skip
_NEWS = telling.News(What.DIED, telling.Step.CARRIED, "vera", "asel", "asel", NAME)
_KNOWN = Matter(
    "n", "case", MatterKind.NEWS, MatterState.OPEN, None, NOON, NOON, None, None, 1, None, telling.kept(_NEWS)
)
_GROUND = claiming.Ground(_CASE, [_CLAIM], [], [_MOTHER], _TEAM, OFFICE.today)
_WHO = lifecycle.Who(_TEAM[0], _TEAM, [_MOTHER])
_INTO = replace(_CASE, id="other", code="K7Q-4M3")


def _decided(answer: Decision | lifecycle.Cannot) -> Decision:
    assert isinstance(answer, Decision)
    return answer


DECIDED: dict[str, Callable[[], Decision | None]] = {
    "take": lambda: casework.take(_CASE, _TEAM[0]),
    "write_to_family": lambda: casework.write_to_family(
        _CASE, _TEAM[0], {"text": NAME}, [_MOTHER], OFFICE, NOON
    ),
    "family_wrote": lambda: casework.family_wrote(
        _CASE, _MOTHER, {"text": NAME}, _TEAM, OFFICE, NOON, alert=True
    ),
    "person_asked": lambda: casework.person_asked(
        _MOTHER, {"text": NAME}, msg("about-nothing"), _TEAM, OFFICE, NOON, alert=True
    ),
    "draft_shown": lambda: casework.draft_shown(_MOTHER, _DRAFT, _TEAM, OFFICE, NOON),
    "answer_person": lambda: casework.answer_person(_MOTHER, _TEAM[0], {"text": NAME}),
    "nothing_new": lambda: promises.nothing_new(_CASE, [_MOTHER], _TEAM, OFFICE, NOON),
    "asked": lambda: following.asked(_CASE, _AUNT, _TEAM, OFFICE, NOON),
    "approved": lambda: following.approved(_CASE, _LINK, _AUNT, _MOTHER, _TEAM[0], OFFICE, NOON),
    "refused": lambda: following.refused(_CASE, _LINK, _AUNT, _TEAM[0], OFFICE, NOON),
    "let_go": lambda: following.let_go(_CASE, _AUNT, OFFICE, NOON),
    "cut_off": lambda: following.cut_off(_CASE, _MOTHER, _TEAM[0], NOON),
    "let_back": lambda: following.let_back(_CASE, _MOTHER, OFFICE, NOON),
    "left": lambda: following.left(_CASE, _AUNT),
    "wanted": lambda: translating.wanted(_CASE, _LETTER, NAME, "kk", _TEAM[0], [_VOLUNTEER], OFFICE, NOON),
    "taken": lambda: translating.taken(_REQUEST, _VOLUNTEER, NOON),
    "given_back": lambda: translating.given_back(_REQUEST, [_VOLUNTEER], OFFICE, NOON),
    "withdrawn": lambda: translating.withdrawn(_REQUEST, _VOLUNTEER, OFFICE, NOON),
    "written": lambda: translating.written(_REQUEST, NAME, _TEAM, OFFICE, NOON),
    "looked_after": lambda: translating.looked_after(_REQUEST, _CASE, [_VOLUNTEER], _TEAM, OFFICE, NOON),
    "submit": lambda: reporting.submit(
        _DRAFT, _MOTHER, _TEAM, OFFICE, case_id="case", code="K7Q-4MC", language="en", now=NOON
    ),
    "amend": lambda: reporting.amend(
        _DRAFT,
        replace(_CASE, body={"answers": {}, "remarks": [], "consents": []}),
        _MOTHER,
        _TEAM,
        OFFICE,
        NOON,
    ),
    "enter": lambda: claiming.enter(_GROUND, _CLAIMED, _TEAM[0], NOON),
    "raise_certainty": lambda: claiming.raise_certainty(
        _GROUND, _CLAIM, Certainty.DOCUMENTED, _TEAM[0], NOON
    ),
    "set_aside": lambda: claiming.set_aside(_GROUND, _CLAIM, NAME, _TEAM[0]),
    "choose": lambda: badnews.choose(_CASE, "mother", badnews.Way.VISIT),
    "moved": lambda: telling.moved(
        _KNOWN,
        _NEWS,
        "named-carrier",
        NOON,
        notices=telling.alerts(_CASE, "alert-news-carry", _TEAM),
    ),
    "move": lambda: _decided(lifecycle.move(_CASE, Stage.VERIFYING, _WHO)),
    "_reopen": lambda: _decided(lifecycle.move(replace(_CASE, stage=Stage.CLOSED), Stage.ACTIVE, _WHO)),
    "close": lambda: _decided(lifecycle.close(_CASE, lifecycle.Reason.FOUND, NAME, [], _WHO, NOON)),
    "merge": lambda: _decided(lifecycle.merge(_CASE, _INTO, [], _WHO, [], NOON)),
    "part": lambda: _decided(
        lifecycle.part(
            replace(
                _CASE, stage=Stage.MERGED, body={"merged-into": {"id": "x", "code": "K7Q-4M3", "moved": []}}
            ),
            None,
            _WHO,
        )
    ),
    "set_urgency": lambda: lifecycle.set_urgency(_CASE, Urgency.NOW, NAME, _WHO, NOON),
    "add_note": lambda: teamwork.add_note(_CASE, _TEAM[0], {"text": NAME, "files": []}),
    "mention": lambda: teamwork.mention(_CASE, _HUNG, _TEAM[0]),
    "set_flag": lambda: teamwork.set_flag(_CASE, _TEAM[0], next(iter(teamwork.Flag)), None, on=True),
    "add": lambda: tasking.add(_CASE, _TEAM[0], {"text": NAME}, Kind.CALL, NOON, OFFICE, NOON),
    "give": lambda: tasking.give(_TASK, "K7Q-4MC", _TEAM[0], OFFICE, NOON),
    "end": lambda: tasking.end(_TASK, _TEAM[0], OFFICE, NOON),
    "put_off": lambda: tasking.put_off(_TASK, NOON, OFFICE, NOON),
    "checked": lambda: tasking.checked(_TASK, 0),
    "noted": lambda: tasking.noted(_TASK, NAME, ()),
    "offer": lambda: tasking.offer(_TASK, "K7Q-4MC", _TEAM, OFFICE, NOON),
    "accept": lambda: tasking.accept(_TASK, None, _TEAM[0], _TEAM[0], OFFICE, NOON),
    "call_for_help": lambda: tasking.call_for_help(_TASK, None, "K7Q", _TEAM, OFFICE, NOON),
    "panicked": lambda: unlinking.panicked(_TEAM[0], [("case", "K7Q-4MC")], _TEAM),
    "relinked": lambda: unlinking.relinked([_CASE], "was", _MOTHER, _TEAM[0], _TEAM, NOON),
}


def _deciding() -> set[str]:
    """Every function of the rules that answers with a decision."""
    found = set()
    for path in (HANDLERS / "rules").glob("*.py"):
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            if (
                isinstance(node, ast.FunctionDef)
                and ast.unparse(node.returns or ast.Constant(0)).split(" | ")[0] == "Decision"
            ):
                found.add(node.name)
    return found


def test_every_rule_that_notifies_is_looked_at() -> None:
    assert set(DECIDED) == _deciding()


@pytest.mark.parametrize("name", DECIDED)
def test_what_a_rule_pushes_begins_with_a_line_that_says_nothing(name: str) -> None:
    decision = DECIDED[name]()
    assert decision is not None
    for notice in decision.notices:
        assert notice.lane is not Lane.REPLY
        first = discretion.opened(notice.parts, notice.lane)[0]
        assert first["id"] in discretion.NEUTRAL
        assert not first.get("args")
        # And nobody is named further down either.
        assert NAME not in str(notice.parts)


def _pushing() -> dict[str, set[str]]:
    """Which calls name another lane than that of replies, by file."""
    found: dict[str, set[str]] = {}
    for path in HANDLERS.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            given = [*node.args, *(one.value for one in node.keywords)]
            if any(ast.unparse(one) in ("Lane.ALERT", "Lane.NOTICE", "Lane.BROADCAST") for one in given):
                called = node.func.attr if isinstance(node.func, ast.Attribute) else ast.unparse(node.func)
                found.setdefault(called, set()).add(path.name)
    return found


_ROW = {"wording": "en", "language": "en"}


def test_nothing_is_pushed_by_another_way() -> None:
    """`Notice` and `to` go through `discretion.opened`; `put` without words is for menus and deletions."""
    ways = _pushing()
    assert set(ways) <= {
        "Notice",
        "to",
        "put",
        "Outgoing",
        "withdraw",
    }  # the last takes back what was not said
    # Into the group of the team, by codes alone; and broadcasts, whose line is put before them when sent.
    assert ways["Outgoing"] <= {"workspace.py", "casting.py", "correcting.py"}
    said, _ = body_for({"texts": {"en": {"html": "x"}}, "answers": [], "link": None}, _ROW)
    assert said["parts"] == [{"id": "rest-word"}]
    assert ways["put"] <= {"speech.py", "emptying.py"}
    assert "discretion.opened(parts, lane)" in inspect.getsource(Speech.to)


@pytest.mark.parametrize("code", CODES)
def test_the_first_lines_are_short_and_name_nothing(code: str) -> None:
    catalog = Catalog.load()
    for message_id in discretion.NEUTRAL:
        line = catalog.plain(code if catalog.has(code, message_id) else SOURCE, message_id)
        assert "\n" not in line
        assert len(line) < 60
        assert not any(letter.isdigit() for letter in line)


def test_a_push_gets_its_line_where_it_is_written(store: Store) -> None:
    """Whoever forgets the line is helped; an answer gets none; the team's messages are protected."""

    def work(tx: Tx) -> list[tuple[str, bool, object]]:
        mother = people.welcome(tx, 1, 1, NOON)
        people.set_role(tx, people.welcome(tx, 2, 2, NOON).id, Role.COORDINATOR)
        (vera,) = people.with_role(tx, Role.COORDINATOR)
        speech = Speech(tx, NOON, "key")
        speech.to(mother, raw(NAME), lane=Lane.NOTICE)
        speech.to(vera, raw(NAME), lane=Lane.ALERT)
        speech.to(mother, raw(NAME))
        speech.to(vera, raw(NAME), gone_after=timedelta(minutes=5))
        rows = [one for lane in Lane for one in outbox.claim(tx, lane, 9, NOON, NOON)]
        return [
            (str(one.body["parts"][0].get("id")), bool(one.body.get("protect")), one.body.get("gone_after"))
            for one in sorted(rows, key=lambda one: one.key)
        ]

    assert store.write_now(work) == [
        ("rest-word", False, None),
        ("notice-update", True, None),
        ("None", False, None),
        ("None", True, 300),
    ]


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("wanted", [True, False])
def test_whose_opened_content_goes(role: Role, wanted: bool) -> None:
    """A volunteer's always, a coordinator's as she wants, a relative's own never."""
    goes = role is Role.VOLUNTEER or (role is Role.COORDINATOR and wanted)
    assert discretion.is_fleeting(role, wanted) is goes

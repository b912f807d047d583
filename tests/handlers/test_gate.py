"""Nothing is done without a rule, and nothing of somebody's is reached past the gate.

Here by what the code says; `tests/access` proves it by what really happens: there every value that is
opened while an update is handled is compared with what its sender may see.
"""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from handlers.offers import APPROVABLE, COMMANDS, DEEDS, LISTENINGS
from handlers.rules.approvals import Kind
from handlers.rules.roles import TABLE, may_at_all
from storage.records import Role

ROOT = Path(__file__).parents[2]
FILES = sorted((ROOT / "handlers").rglob("*.py"))
GUARDED = (
    "assignments", "cases", "drafts", "entries", "attachments", "matters", "links", "tasks", "seeking",
    "queue", "clues", "wellbeing", "load", "incidents",
)  # fmt: skip
GATE = "handlers/access.py"

# Whoever calls these names a thing by an id that may come from outside: the gate alone does.
GATED = {
    "cases.by_id", "cases.by_code", "cases.standing", "entries.by_id", "entries.standing",
    "assignments.by_id", "assignments.standing",
    "matters.by_id", "matters.case_of", "matters.in_hand", "entries.has_asked", "drafts.find",
    "drafts.open_of", "tasks.standing", "tasks.by_id",
    "attachments.report_of", "links.by_id", "links.case_of", "wellbeing.reader_of", "wellbeing.find",
    "wellbeing.Asked",
}  # fmt: skip
# The clock and the machine act for nobody: what they read stays within.
MACHINE = {
    "handlers/upkeep.py": {"drafts.*"},
    "handlers/lapsing.py": {"cases.by_id"},
    "handlers/promising.py": {"cases.followers_of"},
    "handlers/watching.py": {"cases.by_id", "matters.*"},
    "handlers/reminding.py": {"tasks.*"},
    # By codes; nothing that is sealed is opened.
    "handlers/loading.py": {"load.*", "assignments.asked", "assignments.Answer"},
    "handlers/weekly.py": {"load.*"},
    "handlers/workspace.py": {"cases.by_id"},  # whose code it writes into the team's group
    # Whom a broadcast reaches: what it opens decides that, and is shown to nobody.
    "handlers/reaching.py": {"cases.by_id", "incidents.case_ids"},
    "handlers/cast_cards.py": {"incidents.find"},  # which coordinators named, and nobody else sees
    "handlers/finding/names.py": {"seeking.*"},  # into memory, which nobody sees
    "handlers/decisions.py": {
        "clues.keep", "cases.*", "drafts.*", "entries.*", "matters.*", "links.decide", "assignments.*",
        "incidents.joined",
    },
    "handlers/family/panic.py": {"drafts.*", "cases.codes_followed", "cases.let_go", "links.void_of"},
    "handlers/erasing.py": {"cases.*", "drafts.*", "entries.*", "attachments.*", "matters.*", "tasks.*",
        "assignments.*", "incidents.erase_of_case",
    },
    "handlers/assigning.py": {"assignments.*", "cases.by_id", "load.cases_of"},
    "handlers/leaving.py": {"assignments.*", "cases.let_go", "wellbeing.forget"},
    "handlers/caring.py": {"wellbeing.due", "wellbeing.ask", "wellbeing.purge"},
    "handlers/membership.py": {"cases.let_go", "drafts.open_of", "drafts.hand_over"},
    "handlers/hotline.py": {"cases.followed_by", "drafts.unheard", "entries.unread_letter"},
}  # fmt: skip
# These take the person who speaks, or a thing that the gate has given out; `tests/access` watches them.
HERS = {
    "wellbeing.answer", "cases.count_owned",
    "tasks.held_by", "tasks.latest_of", "tasks.given_by",
    "cases.followed_by", "cases.count_followed", "cases.follows", "cases.codes_followed",
    "drafts.begin", "drafts.touch",
    "drafts.save", "drafts.count_open_of", "drafts.MOST", "entries.any_unread", "attachments.add",
    "attachments.erase",
    "attachments.join", "attachments.of_person", "attachments.count_of", "links.by_token", "links.use",
    "assignments.held_by", "assignments.waiting_for",
}  # fmt: skip
GIVEN_OUT = {
    "cases.followers_of", "cases.follows_since", "entries.of_case", "entries.seen", "entries.unread_words",
    "entries.messages_of", "entries.read_by", "entries.readers", "links.waiting", "cases.follows",
    "attachments.by_ids", "entries.all_of", "attachments.of_report", "matters.of_case", "matters.count_open",
    "links.add", "links.count_open", "links.void_made", "matters.put_off",
    "drafts.open_on", "tasks.of_case", "tasks.count_open", "assignments.of_case", "assignments.asked",
    "assignments.keep", "assignments.add", "assignments.begin_anew", "assignments.count_open",
}  # fmt: skip
# These show nothing of any one thing, or only to whoever may see the queue; or are words of ours.
PLAIN = {
    "tasks.held_by_nobody",  # asked for by whoever may work on them
    "assignments.Answer", "assignments.Assignment", "assignments.Ping", "assignments.State",
    "cases.code_taken", "cases.MOST", "links.APPROVED", "links.ASKED", "links.REFUSED", "clues.PHONE",
    "clues.PAPER", "queue.count_open",
}  # fmt: skip
QUEUE = {
    "entries.unanswered", "queue.*", "seeking.brief", "seeking.id_by_code", "seeking.Brief",
    "clues.found", "load.*", "incidents.*",
}  # fmt: skip


def shown(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def used(path: Path) -> Iterator[str]:
    """Every function of the guarded storage modules that a file touches, by whatever name it imports them."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    names: dict[str, str] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module == "storage":
            names |= {one.asname or one.name: one.name for one in node.names if one.name in GUARDED}
        elif isinstance(node, ast.ImportFrom) and node.module in {f"storage.{one}" for one in GUARDED}:
            yield from (f"{node.module.partition('.')[2]}.{one.name}" for one in node.names)
        elif isinstance(node, ast.Import):
            assert not any(one.name.startswith("storage") for one in node.names), f"{path} hides what it uses"
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id in names:
            yield f"{names[node.value.id]}.{node.attr}"
        elif isinstance(node, ast.Name) and node.id == "getattr":
            # A function found by its name at run time would pass by this test.
            assert not names, f"{shown(path)} uses getattr"


def allowed(path: Path) -> set[str]:
    where = shown(path)
    own = {one for one in MACHINE.get(where, ()) if not one.endswith("*")}
    whole = {one.partition(".")[0] for one in MACHINE.get(where, ()) if one.endswith("*")}
    if where == GATE:
        own |= GATED
    if where.startswith(("handlers/coordinator/", "handlers/family/welcome")):
        own |= QUEUE
    return own | HERS | GIVEN_OUT | PLAIN | {f"{one}.*" for one in whole}


@pytest.mark.parametrize("path", FILES, ids=shown)
def test_a_handler_reaches_what_is_kept_through_the_gate(path: Path) -> None:
    """A function of storage that nobody has decided upon is refused, as is one that is the gate's."""
    may_use = allowed(path)
    for one in used(path):
        whole = f"{one.partition('.')[0]}.*"
        assert one in may_use or whole in may_use, f"{shown(path)} uses {one}"


@pytest.mark.parametrize("name", sorted({*DEEDS, *COMMANDS, *LISTENINGS}))
def test_nothing_is_offered_without_a_rule(name: str) -> None:
    """Every button, command and talk has an act that stands in the table, and that somebody may do."""
    for offered in (DEEDS, COMMANDS, LISTENINGS):
        if name in offered:
            act = offered[name].act  # type: ignore[attr-defined]  # all three have one
            assert act in TABLE, f"{name}: {act} is not in the table"
            assert any(may_at_all(role, act) for role in Role), f"{name}: nobody may"


@pytest.mark.parametrize("name", sorted(DEEDS))
def test_every_button_works_once_or_says_why_not(name: str) -> None:
    """Exactly one of the two: somebody has thought about the second press."""
    deed = DEEDS[name]
    assert deed.once is not bool(deed.again), f'{name} needs `once=True` or `again="why"`'


def test_what_changes_something_for_good_works_once() -> None:
    """The list that coordinators were promised."""
    assert {
        "letter.send", "update.send", "follow.agree", "follow.link", "follow.approve", "follow.refuse",
        "translate.withdraw", "follow.again",
        "follow.ended", "follow.parted", "follow.left", "translate.ask", "translate.send",
        "case.take", "draft.send", "draft.refuse", "draft.show", "privacy.erase",
        "loose.forget", "voices.keep", "voices.removed", "team.remove", "team.invite", "team.send",
        "note.mention", "task.give", "task.done", "task.accept", "task.offer",
        "erase.ask", "copy.send", "approval.yes", "approval.no", "approval.withdraw",
        "cast.new", "cast.drop", "cast.send", "cast.stop", "cast.reword",
        "claim.raise", "stage.move", "stage.part", "news.carry",
        "pause.back", "leave-team.yes", "caring.send",
    } <= {one.name for one in DEEDS.values() if one.once}  # fmt: skip


def test_what_is_offered_for_a_second_yes_is_known() -> None:
    """Each under its own kind."""
    assert all(kind == one.kind and kind in set(Kind) for kind, one in APPROVABLE.items())
    assert {Kind.GRANT_COORDINATOR, Kind.ERASE_CASE, Kind.CONFIRM_NEWS} <= set(APPROVABLE)

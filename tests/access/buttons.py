"""Every button of the hotline, and which ids it carries; a new one without a line here fails."""

from typing import Any

from tests.access.ground import Things

CASE, DRAFT, ENTRY, WORD, PERSON = "$case", "$draft", "$entry", "$word", "$person"
APPROVAL, FILE, MATTER = "$approval", "$file", "$matter"
_CASE = {"case": CASE}
_DRAFT = {"draft": DRAFT}
_FILE = {"file": "0" * 32, "case": CASE, "why": "files"}
_AT = {"draft": DRAFT, "revision": 99}
_PERSON = {"person": PERSON}
_MATTER = {"matter": MATTER}
_FILE = {"file": FILE, "case": CASE, "why": "files"}
_APPROVAL = {"approval": APPROVAL, "content": "0" * 32}

WITH_IDS: dict[str, dict[str, Any]] = {
    "case.open": _CASE,
    "case.take": _CASE,
    "case.whole": _CASE,
    "case.timeline": _CASE,
    "case.files": _CASE,
    "file.about": _FILE,
    "file.original": _FILE,
    "file.anyway": _FILE,
    "case.changes": _CASE,
    "case.messages": _CASE,
    "case.amend": _CASE,
    "cases.show": _CASE,
    "receipt.ask": _CASE,
    "receipt.send": _CASE,
    "word.write": _CASE,
    "loose.case": _CASE,
    "letter.write": _CASE,
    "letter.answer": _PERSON,
    "erase.sure": _CASE,
    "relink.which": _PERSON,
    "relink.ask": {**_PERSON, "was": PERSON},
    "relink.do": {**_PERSON, "was": PERSON},
    "erase.ask": _CASE,
    "update.read": {"entry": ENTRY},
    "word.read": {"entry": WORD},
    "draft.resume": _DRAFT,
    "draft.press": {**_AT, "what": "skip", "value": ""},
    "draft.agree": _AT,
    "draft.refuse": _DRAFT,
    "draft.take": {**_AT, "from": f"case:{CASE}"},
    "draft.pause": _DRAFT,
    "draft.send": _AT,
    "draft.show": _DRAFT,
    "draft.read": {"draft": DRAFT, "person": PERSON},
    "privacy.ask": _DRAFT,
    "privacy.erase": _DRAFT,
    "rest.resume": _DRAFT,
    "rest.keep": {"drafts": [DRAFT]},
    "rest.erase": {"drafts": [DRAFT]},
    "person.ask": _DRAFT,
    "loose.draft": _DRAFT,
    "team.member": _PERSON,
    "team.ask": _PERSON,
    "team.remove": _PERSON,
    "team.propose": _PERSON,
    "note.list": _CASE,
    "note.new": _CASE,
    "note.open": _MATTER,
    "note.tell": _MATTER,
    "note.mention": {**_MATTER, **_PERSON},
    "flag.list": _CASE,
    "flag.set": {**_CASE, "flag": "child", "on": True},
    "task.list": _CASE,
    "task.new": _CASE,
    "task.open": _MATTER,
    "task.whom": _MATTER,
    "task.give": {**_MATTER, **_PERSON},
    "task.done": _MATTER,
    "history.show": _CASE,
    "approval.open": {"approval": APPROVAL},
    "approval.yes": _APPROVAL,
    "approval.no": _APPROVAL,
    "approval.withdraw": {"approval": APPROVAL},
}

WITHOUT_IDS = frozenset({
    "clear.after", "clear.ask", "clear.now", "fleeting.set", "panic.ask", "panic.leave", "panic.none",
    "cases.list", "copy.ask", "copy.files", "copy.send", "erase.choose", "draft.new", "draft.start",
    "help.show", "interview.ask", "interview.begin", "language.ask", "language.set",
    "letter.cancel", "letter.send", "loose.forget", "loose.person", "loose.report",
    "slip.back", "slip.choose", "slip.leave", "slip.pass", "slip.save",
    "prompt.hear", "queue.page", "queue.show", "queue.open", "queue.filters", "find.ask", "find.again",
    "find.leave", "case.leave", "workspace.names", "workspace.stop",
    "team.cancel", "team.invite", "team.send", "team.show",
    "voices.hear", "voices.keep", "voices.languages", "voices.list", "voices.open", "voices.remove",
    "voices.removed", "word.done",
})  # fmt: skip

OPEN_TO_THE_TEAM = frozenset({
    "note.list", "note.new", "note.open", "note.tell", "note.mention", "flag.list", "flag.set", "task.list",
    "task.new", "task.open", "task.whom", "task.give", "task.done", "history.show",
    "case.open", "case.take", "case.whole", "case.timeline", "case.files", "case.changes", "case.messages",
    "letter.write", "word.read", "approval.open", "approval.yes", "approval.no", "letter.answer",
    "file.about", "file.original", "file.anyway",
})  # fmt: skip
"""What a coordinator may see of every family: there is no foreign one for her."""


def filled(args: Any, things: Things) -> Any:
    """*args* with the ids of these things."""
    if isinstance(args, dict):
        return {name: filled(value, things) for name, value in args.items()}
    if isinstance(args, list):
        return [filled(one, things) for one in args]
    if isinstance(args, str):
        for mark, value in (
            (CASE, things.case),
            (DRAFT, things.draft),
            (ENTRY, things.entry),
            (WORD, things.word),
            (PERSON, things.person),
            (APPROVAL, things.approval),
            (FILE, things.file),
            (MATTER, things.matter),
        ):
            args = args.replace(mark, value)
    return args

"""Every button of the hotline, and which ids it carries; a new one without a line here fails."""

from typing import Any

from tests.access.ground import Things

CASE, DRAFT, ENTRY, WORD, PERSON = "$case", "$draft", "$entry", "$word", "$person"
APPROVAL, FILE, MATTER, LINK, TASK = "$approval", "$file", "$matter", "$link", "$task"
ROLE = "$role"
CAST = "0" * 32
_CASE = {"case": CASE}
_DRAFT = {"draft": DRAFT}
_FILE = {"file": "0" * 32, "case": CASE, "why": "files"}
_AT = {"draft": DRAFT, "revision": 99}
_PERSON = {"person": PERSON}
_MATTER = {"matter": MATTER}
_FILE = {"file": FILE, "case": CASE, "why": "files"}
_FOLLOWER = {**_CASE, "person": PERSON}
_LINK = {"link": LINK}
_MATTER = {"matter": MATTER}
_TASK = {"task": TASK}
_ROLE = {"assignment": ROLE}
_SEEN = {"matter": MATTER, "revision": 1}
_OUTING = {"outing": MATTER}
_APPROVAL = {"approval": APPROVAL, "content": "0" * 32}

_CLAIM = {"claim": MATTER, "revision": 1}
_NEWS = {"news": MATTER, "revision": 1}
_STAGE = {"case": CASE, "version": 1}
# A broadcast is nobody's family's: it is there for every coordinator, or it is not there.
_CAST = {
    "cast": CAST, "kept": CAST, "version": 1, "group": "families", "trait": "language", "value": "kk",
    "from": 0, "language": "kk", "answer": "come", "urgent": True, "kind": "at", "zone": "Asia/Almaty",
    "state": "unknown", "delete": True, "form": "xlsx",
}  # fmt: skip
CASTS = (
    "cast.back", "cast.open", "cast.drop", "cast.sure", "cast.send", "cast.whom", "cast.group", "cast.trait",
    "cast.toggle", "cast.codes", "cast.uncodes", "cast.kept", "cast.keep", "cast.use", "cast.forget",
    "cast.what", "cast.write", "cast.unwrite", "cast.fallback", "cast.button", "cast.link", "cast.unlink",
    "cast.preview", "cast.when", "cast.now", "cast.urgent", "cast.time", "cast.zone", "cast.pause",
    "cast.resume", "cast.stopping", "cast.stop", "cast.again", "cast.correct", "cast.reword",
    "cast.answers", "cast.report",
)  # fmt: skip

WITH_IDS: dict[str, dict[str, Any]] = {
    "claim.list": _CASE,
    "claim.add": _CASE,
    "claim.open": _CLAIM,
    "claim.files": _CLAIM,
    "claim.correct": _CLAIM,
    "claim.aside": _CLAIM,
    "claim.raise": {**_CLAIM, "to": "documented"},
    "stage.show": _CASE,
    "stage.read": _CASE,
    "stage.move": {**_STAGE, "to": "verifying"},
    "stage.part": _STAGE,
    "stage.close": _STAGE,
    "stage.merge": _STAGE,
    "stage.urgency": _STAGE,
    "news.show": _CASE,
    "news.wish": _CASE,
    "news.wished": {**_CASE, "way": "call"},
    "news.confirm": _NEWS,
    "news.carrier": _NEWS,
    "news.carry": {**_NEWS, "person": PERSON},
    "news.told": {**_NEWS, "to": PERSON},
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
    "load.of": _PERSON,
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
    "task.open": _TASK,
    "task.whom": _TASK,
    "task.give": {**_TASK, **_PERSON},
    "task.done": _TASK,
    "task.check": {**_TASK, "place": 0, "revision": 1},
    "task.later": _TASK,
    "task.put-off": {**_TASK, "until": "tomorrow"},
    "task.help": _TASK,
    "task.offer": _TASK,
    "task.accept": _TASK,
    "task.note": _TASK,
    "role.list": _CASE,
    "role.new": _CASE,
    "role.open": _ROLE,
    "role.propose": {**_ROLE, "chosen": [PERSON]},
    "role.ask": {**_ROLE, "chosen": [PERSON], "all": True},
    "role.again": {**_ROLE, "holder": PERSON},
    "role.done": _ROLE,
    "role.drop": _ROLE,
    "role.case": _ROLE,
    "role.back": _ROLE,
    "role.back-sure": _ROLE,
    "ping.open": _ROLE,
    "ping.accept": _ROLE,
    "ping.decline": _ROLE,
    "ping.later": _ROLE,
    "ping.why": {**_ROLE, "why": "time"},
    "history.show": _CASE,
    "approval.open": {"approval": APPROVAL},
    "approval.yes": _APPROVAL,
    "approval.no": _APPROVAL,
    "approval.withdraw": {"approval": APPROVAL},
    "term.list": _CASE,
    "term.add": _CASE,
    "term.open": _MATTER,
    "term.extend": _SEEN,
    "term.correct": _SEEN,
    "term.over": _SEEN,
    "fine.list": _CASE,
    "fine.add": _CASE,
    "fine.open": _MATTER,
    "fine.files": _MATTER,
    "fine.correct": _SEEN,
    "fine.paid": _SEEN,
    "petition.list": _CASE,
    "petition.add": _CASE,
    "petition.open": _MATTER,
    "petition.files": _MATTER,
    "petition.correct": _SEEN,
    "petition.outcome": _SEEN,
    "un.show": _CASE,
    "un.ask": _CASE,
    "un.record": _CASE,
    "un.open": _MATTER,
    "un.files": _MATTER,
    "un.outcome": _SEEN,
    "un.correct": _SEEN,
    "fine.take": _CASE,
    "un.tell": {"case": CASE, "keys": ["phone"]},
    "journey.list": _CASE,
    "journey.add": _CASE,
    "journey.open": _MATTER,
    "journey.files": _MATTER,
    "journey.correct": _SEEN,
    "checkin.open": _MATTER,
    "checkin.answer": {"matter": MATTER, "answer": "home"},
    "update.choose": _CASE,
    "update.template": {**_CASE, "name": "begun"},
    "update.seen": {"entry": ENTRY},
    "canned.choose": _CASE,
    "canned.preview": {**_CASE, "name": "read"},
    "follow.show": _CASE,
    "follow.approve": _LINK,
    "follow.refuse": _LINK,
    "follow.end": _FOLLOWER,
    "follow.ended": _FOLLOWER,
    "follow.again": _FOLLOWER,
    "follow.mine": _CASE,
    "follow.ask": _CASE,
    "follow.link": _CASE,
    "follow.part": _FOLLOWER,
    "follow.parted": _FOLLOWER,
    "follow.leave": _CASE,
    "follow.left": _CASE,
    "translate.review": _MATTER,
    "translate.list": _CASE,
    "translate.withdraw": _MATTER,
    "translate.take": _MATTER,
    "translate.leave": _MATTER,
    "outing.safe": _OUTING,
    "outing.more": _OUTING,
    "outing.help": _OUTING,
    "outing.reached": _OUTING,
    "companion.cut": _PERSON,
    "companion.leave": _PERSON,
    "cast.answer": {"cast": CAST, "answer": "come"},
    **dict.fromkeys(CASTS, _CAST),
}

WITHOUT_IDS = frozenset({
    "cast.list", "cast.new", "cast.sample",
    "clear.after", "clear.ask", "clear.now", "fleeting.set", "panic.ask", "panic.leave", "panic.none",
    "cases.list", "copy.ask", "copy.files", "copy.send", "erase.choose", "draft.new", "draft.start",
    "help.show", "interview.ask", "interview.begin", "language.ask", "language.set",
    "follow.agree", "follow.refuse-it", "letter.language", "letter.spoken", "translate.ask", "translate.send",
    "news.which", "update.leave", "update.send", "way.ask", "way.set", "zone.ask", "zone.set",
    "letter.cancel", "letter.send", "loose.forget", "loose.person", "loose.report",
    "slip.back", "slip.choose", "slip.leave", "slip.pass", "slip.save",
    "prompt.hear", "load.show", "load.picture",
    "queue.page", "queue.show", "queue.open", "queue.filters", "find.ask", "find.again",
    "find.leave", "case.leave", "workspace.names", "workspace.stop",
    "tasks.mine", "task.new-alone", "task.leave", "team.cancel", "team.invite", "team.send", "team.show",
    "voices.hear", "voices.keep", "voices.languages", "voices.list", "voices.open", "voices.remove",
    "voices.removed", "word.done",
    "outing.what", "outing.hours", "outing.board", "companion.list", "companion.add", "companion.agree",
    "companion.refuse",
})  # fmt: skip

OPEN_TO_THE_TEAM = frozenset({
    *CASTS,
    "note.list", "note.new", "note.open", "note.tell", "note.mention", "flag.list", "flag.set", "task.list",
    "task.new", "task.open", "task.whom", "task.give", "task.done", "task.check", "task.later",
    "task.put-off", "task.help", "task.offer", "task.note", "history.show",
    "role.list", "role.new", "role.open", "role.propose", "role.ask", "role.again", "role.done", "role.drop",
    "case.open", "case.take", "case.whole", "case.timeline", "case.files", "case.changes", "case.messages",
    "letter.write", "word.read", "approval.open", "approval.yes", "approval.no", "letter.answer",
    "file.about", "file.original", "file.anyway",
    "term.list", "term.add", "term.open", "term.extend", "term.correct", "term.over",
    "fine.list", "fine.add", "fine.open", "fine.files", "fine.correct", "fine.paid",
    "petition.list", "petition.add", "petition.open", "petition.files", "petition.correct",
    "petition.outcome", "un.show", "un.ask", "un.record", "un.open", "un.files", "un.outcome",
    "un.correct", "fine.take",
    "journey.list", "journey.add", "journey.open", "journey.files", "journey.correct",
    "claim.list", "claim.add", "claim.open", "claim.files", "claim.correct", "claim.aside", "claim.raise",
    "stage.show", "stage.move", "stage.part", "stage.close", "stage.merge", "stage.urgency",
    "news.show", "news.confirm", "news.carrier", "news.carry", "news.told",
    "update.choose", "update.template", "canned.choose",
    "canned.preview", "follow.show", "follow.approve", "follow.refuse", "follow.end", "follow.ended",
    "follow.again",
    "translate.review", "translate.list", "translate.withdraw",
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
            (LINK, things.link),
            (TASK, things.task),
            (ROLE, things.role),
        ):
            args = args.replace(mark, value)
    return args

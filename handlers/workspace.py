"""The group of the team: a topic for each open case, with its code, and neutral lines of what is new.

It is a convenience and never the only place: whoever must hear of something hears of it in private.
What Telegram no longer has is made anew once; where the bot may do nothing there, the group is
switched off and the team is told.
"""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from handlers.context import Speech
from handlers.intake.summary import name_told
from handlers.rules.decision import Change, ChangeCase, OpenCase, WriteEntry
from handlers.saying import Part, msg, raw
from storage import cases, outbox, people, workspaces
from storage.records import Case, EntryKind, Json, Lane, Outgoing, Role, Stage
from storage.store import Tx
from storage.workspaces import Workspace

_AT_ONCE = 20
_ENDED = (Stage.CLOSED, Stage.MERGED)


def follow(speech: Speech, changes: Iterable[Change]) -> None:
    """Say in the group what has just happened, if there is one; by codes, without a word of anybody."""
    tx, told = speech.tx, False
    shared: Workspace | None = None
    for change in changes:
        said = _line(change)
        if said is None:
            continue
        if not told:
            shared, told = workspaces.current(tx), True
        if shared is None:
            return
        case = cases.by_id(tx, said[0])
        if case is not None:
            _post(speech, shared, case, said[1], isinstance(change, OpenCase))


def _line(change: Change) -> tuple[str, str] | None:
    """Which case it is about, and the text of the line."""
    match change:
        case OpenCase(case):
            return case.id, "workspace-reported"
        case ChangeCase(case_id, stage) if stage is not None:
            return case_id, f"workspace-stage-{stage}"
        case WriteEntry(EntryKind.WORD, str(case_id)):
            return case_id, "workspace-word"
        case _:
            return None


def _post(speech: Speech, shared: Workspace, case: Case, text: str, first: bool) -> None:
    tx, now = speech.tx, speech.now
    parts: list[Part] = [msg(text, code=case.code)]
    if first and shared.names and (name := name_told(case.body)):
        parts.append(raw(name))
    rows = []
    topic = workspaces.topic_of(tx, case.id)
    if topic is None:
        workspaces.begin_topic(tx, case.id, shared.id, now)
        rows.append(("topic", _about(case)))
    elif topic.state == workspaces.CLOSED and case.stage not in _ENDED:
        rows.append(("topic-open", _about(case)))
        workspaces.topic_is(tx, case.id, workspaces.OPEN, now)
    rows.append(("topic-line", {**_about(case), "parts": parts}))
    if case.stage in _ENDED:
        rows.append(("topic-close", _about(case)))
        workspaces.topic_is(tx, case.id, workspaces.CLOSED, now)
    _put(tx, shared, f"{speech.key}/{text}", rows, now)


def _about(case: Case) -> dict[str, Any]:
    return {"case": case.id, "name": case.code}


def _put(tx: Tx, shared: Workspace, key: str, rows: Iterable[tuple[str, Json]], now: datetime) -> None:
    made = [
        Outgoing(
            key=f"{key}:w{number}",
            chat_id=shared.chat_id,
            person_id=None,
            lane=Lane.NOTICE,
            kind=kind,
            due_at=now,
            body={"parts": [], "language": shared.language, "protect": True, **body},
        )
        for number, (kind, body) in enumerate(rows)
    ]
    outbox.add(tx, made, now)


def opened(tx: Tx, now: datetime, key: str) -> None:
    """The group was switched on a moment ago: say so there, once it is known that the bot may work in it."""
    shared = workspaces.current(tx)
    if shared is not None:
        _put(tx, shared, key, (("rights", {}), ("text", {"parts": [msg("workspace-begun")]})), now)


def tend_topics(tx: Tx, now: datetime) -> int:
    """Make topics for cases that were open before the group was, some at a time; returns how many."""
    shared = workspaces.current(tx)
    if shared is None:
        return 0
    # A group takes 20 messages a minute: what happens meanwhile must not stand behind hundreds of topics.
    found = workspaces.without_topic(tx, _AT_ONCE, now)
    for case_id, code in found:
        if workspaces.begin_topic(tx, case_id, shared.id, now):
            about = {"case": case_id, "name": code}
            _put(tx, shared, f"topic/{shared.id}/{case_id}", (("topic", about),), now)
    return len(found)


def topic_made(tx: Tx, body: Json, thread: int, now: datetime, key: str) -> None:
    """Telegram has made the topic of a case; if the case was erased meanwhile, the topic goes again."""
    case_id, shared = str(body["case"]), workspaces.current(tx)
    if workspaces.topic_of(tx, case_id) is not None:
        workspaces.topic_made(tx, case_id, thread, now)
    elif shared is not None:
        _put(tx, shared, key, (("topic-delete", {"thread": thread}),), now)


def no_topic(tx: Tx, chat_id: int, kind: str, body: Json, why: str, now: datetime, key: str) -> None:
    """A line could not be written, or a topic not be changed.

    Args:
        why: As in `bot.outcomes.NoTopic`.
    """
    shared = workspaces.current(tx)
    if shared is None or shared.chat_id != chat_id:
        return
    if why == "barred":
        lose(tx, chat_id, "alert-workspace-barred", now, key)
        return
    if kind == "topic-delete" or "case" not in body:
        return  # it is gone already
    case_id = str(body["case"])
    if why == "gone":
        workspaces.forget_topic(tx, case_id)
    if kind != "topic-line":
        return
    if body.get("again"):
        for one in people.with_role(tx, Role.COORDINATOR):
            Speech(tx, now, f"{key}/{one.id}").to(
                one, msg("alert-workspace-topic", code=str(body["name"])), lane=Lane.ALERT
            )
        return
    kept = {name: body[name] for name in ("case", "name")}
    first = "topic-open"
    if why == "gone":
        first = "topic"
        workspaces.begin_topic(tx, case_id, shared.id, now)
    line = {**kept, "parts": body["parts"], "again": True}
    _put(tx, shared, key, ((first, kept), ("topic-line", line)), now)


def lose(tx: Tx, chat_id: int, alert: str, now: datetime, key: str) -> None:
    """The bot can do nothing in the group any more: it is switched off, and the team is told."""
    shared = workspaces.current(tx)
    if shared is None or shared.chat_id != chat_id:
        return
    workspaces.switch_off(tx, now)
    for one in people.with_role(tx, Role.COORDINATOR):
        Speech(tx, now, f"{key}/{one.id}").to(one, msg(alert), lane=Lane.ALERT)


def case_erased(tx: Tx, thread: int | None, case_id: str, now: datetime) -> None:
    """The topic of an erased case goes with all that stands in it."""
    shared = workspaces.current(tx)
    if shared is not None and thread is not None:
        _put(tx, shared, f"topic-gone/{case_id}", (("topic-delete", {"thread": thread}),), now)

"""A group of the team with a topic for each open case, where coordinators want one; at most one is on.

Of a topic only Telegram's number stands here, and the case that it is about.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import bindparam, delete, select, update

from storage.ids import new_id
from storage.records import Stage
from storage.statements import insert_new, word
from storage.store import Tx
from storage.tables import cases, topics, workspaces

ON, OFF = "on", "off"
MAKING, OPEN, CLOSED = "making", "open", "closed"


@dataclass(frozen=True, slots=True)
class Workspace:
    """The group.

    Attributes:
        names: Whether names may be shown there.
        language: In which the lines there are.
        chat_id: Telegram's number of it.
    """

    id: str
    names: bool
    language: str
    chat_id: int = field(repr=False)


@dataclass(frozen=True, slots=True)
class Topic:
    """The topic of one case.

    Attributes:
        thread: Telegram's number of it; None while it is being made.
    """

    case_id: str
    state: str
    thread: int | None


_is_on = workspaces.c.state == word(ON)
_current = select(workspaces).where(_is_on).order_by(workspaces.c.id.desc()).limit(1)
_add = workspaces.insert()
_all_off = update(workspaces).where(_is_on).values(state=OFF, changed_at=bindparam("now"))
_set_names = update(workspaces).where(_is_on).values(names=bindparam("shown"), changed_at=bindparam("now"))
_this = topics.c.case_id == bindparam("case")
_topic = select(topics).where(_this)
_make = insert_new(topics, ["case_id", "workspace_id", "state", "thread", "changed_at"])
_move = update(topics).where(_this).values(state=bindparam("become"), changed_at=bindparam("now"))
_made = _move.values(thread=bindparam("number"))
_forget = delete(topics).where(_this)
_forget_all = delete(topics)


_without_topic = (
    select(cases.c.id, cases.c.code)
    .where(
        cases.c.stage.not_in([word(Stage.CLOSED.value), word(Stage.MERGED.value)]),
        ~select(topics.c.case_id).where(topics.c.case_id == cases.c.id).exists(),
    )
    .order_by(cases.c.promise_on, cases.c.id)
    .limit(bindparam("most"))
)
_is_making = (
    select(topics.c.case_id)
    .where(topics.c.state == word(MAKING), topics.c.changed_at > bindparam("since"))
    .limit(1)
)
_PATIENCE = timedelta(hours=1)  # one that is not made by then holds up no others any more


def current(tx: Tx) -> Workspace | None:
    """The group that is on; None where there is none."""
    row = tx.execute(_current).first()
    return None if row is None else _workspace(tx, row)


def _workspace(tx: Tx, row: Any) -> Workspace:
    body = tx.vault.open_json(row.body, table="workspaces", column="body", row=row.id)
    return Workspace(row.id, row.names, str(body["language"]), int(body["chat"]))


def switch_on(tx: Tx, chat_id: int, language: str, now: datetime) -> None:
    """This group, and no other, has the topics from now on; without names."""
    switch_off(tx, now)
    made, body = new_id(now), {"chat": chat_id, "language": language}
    tx.execute(
        _add,
        {
            "id": made,
            "state": ON,
            "names": False,
            "chat_key": tx.vault.lookup("chat", chat_id),
            "changed_at": now,
            "body": tx.vault.seal_json(body, table="workspaces", column="body", row=made),
        },
    )


def switch_off(tx: Tx, now: datetime) -> bool:
    """No group has topics any more; whether one had."""
    tx.execute(_forget_all)
    return bool(tx.execute(_all_off, {"now": now}).rowcount)


def show_names(tx: Tx, shown: bool, now: datetime) -> None:
    """Names may be shown in the group from now on, or may not."""
    tx.execute(_set_names, {"shown": shown, "now": now})


def topic_of(tx: Tx, case_id: str) -> Topic | None:
    """The topic of this case."""
    row = tx.execute(_topic, {"case": case_id}).first()
    return None if row is None else Topic(row.case_id, row.state, row.thread)


def without_topic(tx: Tx, limit: int, now: datetime) -> Sequence[tuple[str, str]]:
    """Ids and codes of open cases that have no topic; none while topics are still being made."""
    if tx.execute(_is_making, {"since": now - _PATIENCE}).first() is not None:
        return []
    return [(row.id, row.code) for row in tx.execute(_without_topic, {"most": limit})]


def begin_topic(tx: Tx, case_id: str, workspace_id: str, now: datetime) -> bool:
    """A topic is being made for this case; False where it has one, or one is being made."""
    values = {"case_id": case_id, "workspace_id": workspace_id, "state": MAKING, "thread": None}
    return tx.execute(_make(tx), {**values, "changed_at": now}).rowcount == 1


def topic_made(tx: Tx, case_id: str, thread: int, now: datetime) -> None:
    """Telegram has made it, under this number."""
    tx.execute(_made, {"case": case_id, "become": OPEN, "number": thread, "now": now})


def topic_is(tx: Tx, case_id: str, state: str, now: datetime) -> None:
    """It was closed, or opened again."""
    tx.execute(_move, {"case": case_id, "become": state, "now": now})


def forget_topic(tx: Tx, case_id: str) -> None:
    """There is no such topic any more."""
    tx.execute(_forget, {"case": case_id})

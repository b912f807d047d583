"""Tasks of the team: on a case, sealed under its key, or alone, sealed by the house."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, delete, func, null, select, update

from storage.errors import Overtaken
from storage.ids import new_id
from storage.records import SAME, Json, Same
from storage.statements import word
from storage.store import Tx
from storage.tables import reminders, tasks
from storage.team import Task as Task

_this = tasks.c.id == bindparam("task")
_open = tasks.c.state == word("open")
_add = tasks.insert()
# Whoever looks at one in order to change it must not meet another who does the same.
_by_id = select(tasks).where(_this).with_for_update(key_share=True)
_standing = select(tasks.c.case_id, tasks.c.holder_id, tasks.c.offered, tasks.c.state).where(_this)
_of_case = select(tasks).where(tasks.c.case_id == bindparam("case")).order_by(tasks.c.id)
_open_of_case = _of_case.where(_open)
_count = select(func.count()).where(tasks.c.case_id == bindparam("case"), _open)
_held = (
    select(tasks)
    .where(_open, tasks.c.holder_id == bindparam("holder"))
    .order_by(tasks.c.due_at.is_(None), tasks.c.due_at, tasks.c.id)
    .limit(bindparam("most"))
)
_held_ids = select(tasks.c.id).where(_open, tasks.c.holder_id == bindparam("holder")).order_by(tasks.c.id)
_unheld = (
    select(tasks).where(_open, tasks.c.holder_id.is_(None)).order_by(tasks.c.id).limit(bindparam("most"))
)
_given = (
    select(tasks)
    .where(_open, tasks.c.author_id == bindparam("author"), tasks.c.holder_id != bindparam("author"))
    .order_by(tasks.c.id)
    .limit(bindparam("most"))
)
_latest = select(func.max(tasks.c.id)).where(tasks.c.author_id == bindparam("author"))
_let_go = (
    update(tasks)
    .where(_this, _open)
    .values(holder_id=null(), changed_at=bindparam("now"), revision=tasks.c.revision + 1)
)
_erase = delete(tasks).where(tasks.c.case_id == bindparam("case"))
_hers = select(tasks.c.id).where(tasks.c.case_id == bindparam("case")).scalar_subquery()
_erase_reminders = delete(reminders).where(reminders.c.task_id.in_(_hers))


def _task(tx: Tx, row: Any) -> Task:
    body = tx.vault.of(row.case_id).open_json(row.body, table="tasks", column="body", row=row.id)
    return Task(
        row.id, row.case_id, row.kind, row.state, row.author_id, row.holder_id, row.at, row.changed_at,
        row.due_at, row.offered is not None, row.revision, body,
    )  # fmt: skip


def add(
    tx: Tx,
    case_id: str | None,
    kind: str,
    body: Json,
    now: datetime,
    *,
    author_id: str,
    holder_id: str | None,
    due_at: datetime | None,
) -> str:
    """Keep a new one; returns its id."""
    task_id = new_id(now)
    sealed = tx.vault.of(case_id).seal_json(body, table="tasks", column="body", row=task_id)
    tx.execute(
        _add,
        {
            "id": task_id,
            "case_id": case_id,
            "kind": kind,
            "state": "open",
            "author_id": author_id,
            "holder_id": holder_id,
            "at": now,
            "changed_at": now,
            "due_at": due_at,
            "offered": None,
            "revision": 1,
            "body": sealed,
        },
    )
    return task_id


def standing(tx: Tx, task_id: str) -> tuple[str | None, str | None, bool] | None:
    """Its case, who has it, and whether others may take it over; opens nothing. None: there is none."""
    row = tx.execute(_standing, {"task": task_id}).first()
    if row is None:
        return None
    return row.case_id, row.holder_id, row.offered is not None and row.state == "open"


def by_id(tx: Tx, task_id: str) -> Task | None:
    """The task with this id; nobody else changes it before this transaction ends."""
    row = tx.execute(_by_id, {"task": task_id}).first()
    return None if row is None else _task(tx, row)


def of_case(tx: Tx, case_id: str, *, open_only: bool = False) -> Sequence[Task]:
    """All on a case, the oldest first."""
    rows = tx.execute(_open_of_case if open_only else _of_case, {"case": case_id})
    return [_task(tx, row) for row in rows]


def count_open(tx: Tx, case_id: str) -> int:
    """How many are open on a case."""
    return int(tx.execute(_count, {"case": case_id}).scalar() or 0)


def held_by(tx: Tx, person_id: str, most: int) -> Sequence[Task]:
    """The open ones that somebody is to do, the first due first."""
    return [_task(tx, row) for row in tx.execute(_held, {"holder": person_id, "most": most})]


def held_by_nobody(tx: Tx, most: int) -> Sequence[Task]:
    """The open ones that lie with the coordinators, the oldest first."""
    return [_task(tx, row) for row in tx.execute(_unheld, {"most": most})]


def given_by(tx: Tx, person_id: str, most: int) -> Sequence[Task]:
    """The open ones that somebody entered and another is to do, the oldest first."""
    return [_task(tx, row) for row in tx.execute(_given, {"author": person_id, "most": most})]


def latest_of(tx: Tx, author_id: str) -> str:
    """The id of the one that she entered last."""
    return str(tx.execute(_latest, {"author": author_id}).scalar())


def let_go(tx: Tx, person_id: str, now: datetime) -> list[str]:
    """Whatever she was to do lies with the coordinators again; returns which tasks these are."""
    found = [str(row.id) for row in tx.execute(_held_ids, {"holder": person_id})]
    for one in found:
        tx.execute(_let_go, {"task": one, "now": now})
    return found


def change(
    tx: Tx,
    one: Task,
    now: datetime,
    *,
    done: bool = False,
    body: Json | None = None,
    holder_id: str | Same | None = SAME,
    offered: bool | None = None,
) -> None:
    """Write what changed; what is left out stays.

    Raises:
        Overtaken: It is not any more what was seen; nothing was changed.
    """
    values: dict[str, Any] = {"changed_at": now, "revision": one.revision + 1}
    if done:
        values["state"] = "done"
    if body is not None:
        sealed = tx.vault.of(one.case_id).seal_json(body, table="tasks", column="body", row=one.id)
        values["body"] = sealed
    if not isinstance(holder_id, Same):
        values["holder_id"] = holder_id
    if offered is not None:
        values["offered"] = "yes" if offered else None
    seen = update(tasks).where(tasks.c.id == one.id, tasks.c.revision == one.revision).values(values)
    if tx.connection.execute(seen).rowcount != 1:
        raise Overtaken


def erase_of_case(tx: Tx, case_id: str) -> None:
    """The tasks of a case are gone, with whatever was to be said of them."""
    tx.execute(_erase_reminders, {"case": case_id})
    tx.execute(_erase, {"case": case_id})

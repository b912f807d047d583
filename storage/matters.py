"""What hangs on a case beside its report: claims, terms, fines, petitions, journeys, notes.

Each is sealed under the key of its case. A correction is a matter of its own that names the one
before it; nothing is overwritten that somebody else has changed in between.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, delete, func, select, update

from storage.errors import Overtaken
from storage.ids import new_id
from storage.records import SAME, Json, Matter, MatterKind, MatterState, Same
from storage.statements import word
from storage.store import Tx
from storage.tables import matters

_this = matters.c.id == bindparam("matter")
_open = matters.c.state == word(MatterState.OPEN.value)
_add = matters.insert()
# Whoever looks at one in order to change it must not meet another who does the same.
_by_id = select(matters).where(_this).with_for_update(key_share=True)
_case_of = select(matters.c.case_id).where(_this)
_in_hand = select(matters.c.kind, matters.c.state, matters.c.said, matters.c.holder_id).where(_this)
_of_case = (
    select(matters)
    .where(matters.c.case_id == bindparam("case"), matters.c.kind == bindparam("sort"))
    .order_by(matters.c.id)
)
_open_of_case = _of_case.where(_open)
_count = (
    select(matters.c.kind, func.count())
    .where(matters.c.case_id == bindparam("case"), _open)
    .group_by(matters.c.kind)
)
_due = (
    select(matters)
    .where(matters.c.watch_at.is_not(None), matters.c.watch_at <= bindparam("now"))
    .order_by(matters.c.watch_at, matters.c.id)
    .limit(bindparam("most"))
    .with_for_update(key_share=True)
)
_put_off = update(matters).where(_this).values(watch_at=bindparam("later"))
_erase_of_case = delete(matters).where(matters.c.case_id == bindparam("case"))


def _matter(tx: Tx, row: Any) -> Matter:
    body = tx.vault.of(row.case_id).open_json(row.body, table="matters", column="body", row=row.id)
    return Matter(
        row.id,
        row.case_id,
        MatterKind(row.kind),
        MatterState(row.state),
        row.author_id,
        row.at,
        row.changed_at,
        row.watch_at,
        row.said,
        row.revision,
        row.replaces_id,
        body,
        row.holder_id,
    )


def add(
    tx: Tx,
    case_id: str,
    kind: MatterKind,
    body: Json,
    now: datetime,
    *,
    author_id: str | None,
    watch_at: datetime | None = None,
    replaces_id: str | None = None,
    said: str | None = None,
) -> str:
    """Keep a new one; returns its id.

    Args:
        author_id: Who enters it; None for the machine.
        watch_at: When the machine looks at it; None: never.
        replaces_id: What it corrects; `change` says so of that one.
        said: As in `Matter`.
    """
    matter_id = new_id(now)
    tx.execute(
        _add,
        {
            "id": matter_id,
            "case_id": case_id,
            "kind": kind.value,
            "state": MatterState.OPEN.value,
            "author_id": author_id,
            "at": now,
            "changed_at": now,
            "watch_at": watch_at,
            "said": said,
            "revision": 1,
            "replaces_id": replaces_id,
            "body": tx.vault.of(case_id).seal_json(body, table="matters", column="body", row=matter_id),
        },
    )
    return matter_id


def case_of(tx: Tx, matter_id: str) -> str | None:
    """On which case it hangs; opens nothing."""
    row = tx.execute(_case_of, {"matter": matter_id}).first()
    return None if row is None else str(row.case_id)


def in_hand(tx: Tx, matter_id: str, kind: MatterKind, *, over: str) -> tuple[bool, str | None]:
    """Whether it is an open one of this kind, and who of the team has it in hand; opens nothing.

    Args:
        over: What the machine has said of one that nobody needs in hand any more.
    """
    row = tx.execute(_in_hand, {"matter": matter_id}).first()
    if row is None or row.kind != kind.value or row.state != MatterState.OPEN.value or row.said == over:
        return False, None
    return True, row.holder_id


def by_id(tx: Tx, matter_id: str) -> Matter | None:
    """The matter with this id; nobody else changes it before this transaction ends."""
    row = tx.execute(_by_id, {"matter": matter_id}).first()
    return None if row is None else _matter(tx, row)


def of_case(tx: Tx, case_id: str, kind: MatterKind, *, open_only: bool = False) -> Sequence[Matter]:
    """All of one kind on a case, the oldest first.

    Args:
        open_only: Without what is done or was corrected.
    """
    rows = tx.execute(_open_of_case if open_only else _of_case, {"case": case_id, "sort": kind.value})
    return [_matter(tx, row) for row in rows]


def count_open(tx: Tx, case_id: str) -> dict[MatterKind, int]:
    """How many of each kind are open on a case; opens none."""
    return {MatterKind(kind): int(count) for kind, count in tx.execute(_count, {"case": case_id})}


def change(
    tx: Tx,
    one: Matter,
    now: datetime,
    *,
    state: MatterState | None = None,
    body: Json | None = None,
    watch_at: datetime | Same | None = SAME,
    said: str | Same | None = SAME,
    holder_id: str | Same | None = SAME,
) -> None:
    """Write what changed; what is left out stays.

    Args:
        one: As it was seen.

    Raises:
        Overtaken: It is not any more what was seen; nothing was changed.
    """
    values: dict[str, Any] = {"changed_at": now, "revision": one.revision + 1}
    if state is not None:
        values["state"] = state.value
    if body is not None:
        vault = tx.vault.of(one.case_id)
        values["body"] = vault.seal_json(body, table="matters", column="body", row=one.id)
    if not isinstance(watch_at, Same):
        values["watch_at"] = watch_at
    if not isinstance(said, Same):
        values["said"] = said
    if not isinstance(holder_id, Same):
        values["holder_id"] = holder_id
    seen = update(matters).where(matters.c.id == one.id, matters.c.revision == one.revision).values(values)
    if tx.connection.execute(seen).rowcount != 1:
        raise Overtaken


def due(tx: Tx, now: datetime, limit: int) -> Sequence[Matter]:
    """What the machine must look at by now, the longest due first."""
    return [_matter(tx, row) for row in tx.execute(_due, {"now": now, "most": limit})]


def put_off(tx: Tx, matter_id: str, later: datetime) -> None:
    """The machine looks at it then, whatever it is."""
    tx.execute(_put_off, {"matter": matter_id, "later": later})


def all_of(tx: Tx, case_id: str) -> Sequence[Matter]:
    """Every matter of a case, of whatever kind and state, the oldest first."""
    rows = tx.connection.execute(select(matters).where(matters.c.case_id == case_id).order_by(matters.c.id))
    return [_matter(tx, row) for row in rows]


def erase_of_case(tx: Tx, case_id: str) -> None:
    """The rows are gone."""
    tx.execute(_erase_of_case, {"case": case_id})

"""What a case can be found by besides its code and its names: telephones, numbers of papers.

Each stands here as a keyed hash, with a key of its own for each kind: a stolen database cannot be
matched against a list of numbers, and a number that is a telephone's and a paper's is two.
"""

from collections.abc import Iterable, Sequence

from sqlalchemy import bindparam, delete, select

from storage.statements import insert_new
from storage.store import Tx
from storage.tables import clues

PHONE, PAPER = "phone", "paper"
KINDS = (PHONE, PAPER)

_add = insert_new(clues, ["kind", "clue_key", "case_id"])
_of_case = select(clues.c.kind, clues.c.clue_key).where(clues.c.case_id == bindparam("case"))
_forget = delete(clues).where(clues.c.case_id == bindparam("case"))
_forget_one = _forget.where(clues.c.kind == bindparam("sort"), clues.c.clue_key == bindparam("wanted"))
_found = (
    select(clues.c.case_id)
    .where(clues.c.kind == bindparam("sort"), clues.c.clue_key == bindparam("wanted"))
    .order_by(clues.c.case_id.desc())
    .limit(bindparam("most"))
)


def key_of(tx: Tx, kind: str, value: str) -> str:
    """The keyed hash under which *value* stands."""
    return tx.vault.lookup(f"clue-{kind}", value)


def keep(tx: Tx, case_id: str, told: Iterable[tuple[str, str]]) -> None:
    """From now on the case is found by exactly these.

    Args:
        told: Kind and value, each in the one form that its kind has.
    """
    wanted = {(kind, key_of(tx, kind, value)) for kind, value in told}
    there = {(row.kind, row.clue_key) for row in tx.execute(_of_case, {"case": case_id})}
    for kind, key in there - wanted:
        tx.execute(_forget_one, {"case": case_id, "sort": kind, "wanted": key})
    for kind, key in sorted(wanted - there):
        tx.execute(_add(tx), {"kind": kind, "clue_key": key, "case_id": case_id})


def found(tx: Tx, kind: str, value: str, most: int) -> Sequence[str]:
    """Ids of the cases with this one, the newest first."""
    values = {"sort": kind, "wanted": key_of(tx, kind, value), "most": most}
    return list(tx.execute(_found, values).scalars())


def erase_of_case(tx: Tx, case_id: str) -> None:
    """Nothing finds it any more."""
    tx.execute(_forget, {"case": case_id})

"""Cases, and who follows them."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import func, select, update

from storage import people
from storage.records import Case, Json, Person, Situation, Stage
from storage.store import Tx
from storage.tables import cases, followers


def _case(tx: Tx, row: Any) -> Case:
    return Case(
        id=row.id,
        code=row.code,
        stage=Stage(row.stage),
        situation=Situation(row.situation),
        owner_id=row.owner_id,
        language=row.language,
        promise_on=row.promise_on,
        waiting_since=row.waiting_since,
        version=row.version,
        made_at=row.made_at,
        updated_at=row.updated_at,
        body=tx.vault.open_json(row.body, table="cases", column="body", row=row.id),
    )


def add(tx: Tx, case: Case) -> None:
    """Keep a new case."""
    tx.connection.execute(
        cases.insert().values(
            id=case.id,
            code=case.code,
            stage=case.stage.value,
            situation=case.situation.value,
            owner_id=case.owner_id,
            language=case.language,
            promise_on=case.promise_on,
            waiting_since=case.waiting_since,
            version=case.version,
            made_at=case.made_at,
            updated_at=case.updated_at,
            body=tx.vault.seal_json(case.body, table="cases", column="body", row=case.id),
        )
    )


def by_id(tx: Tx, case_id: str) -> Case | None:
    """The case with this id."""
    row = tx.connection.execute(select(cases).where(cases.c.id == case_id)).first()
    return None if row is None else _case(tx, row)


def by_code(tx: Tx, code: str) -> Case | None:
    """The case with this public code."""
    row = tx.connection.execute(select(cases).where(cases.c.code == code)).first()
    return None if row is None else _case(tx, row)


def code_taken(tx: Tx, code: str) -> bool:
    """Whether a case has this code already."""
    return tx.connection.execute(select(cases.c.id).where(cases.c.code == code)).first() is not None


def change(
    tx: Tx,
    case_id: str,
    now: datetime,
    *,
    stage: Stage | None = None,
    owner_id: str | None = None,
    promise_on: date | None = None,
    body: Json | None = None,
) -> None:
    """Write what changed; every change is a new version."""
    values: dict[str, Any] = {"updated_at": now, "version": cases.c.version + 1}
    if stage is not None:
        values["stage"] = stage.value
    if owner_id is not None:
        values["owner_id"] = owner_id
    if promise_on is not None:
        values["promise_on"] = promise_on
    if body is not None:
        values["body"] = tx.vault.seal_json(body, table="cases", column="body", row=case_id)
    tx.connection.execute(update(cases).where(cases.c.id == case_id).values(values))


def family_waits(tx: Tx, case_id: str, since: datetime | None) -> None:
    """The family wrote and waits since then; None once somebody has answered."""
    statement = update(cases).where(cases.c.id == case_id)
    if since is not None:
        statement = statement.where(cases.c.waiting_since.is_(None))
    tx.connection.execute(statement.values(waiting_since=since))


def follow(tx: Tx, case_id: str, person_id: str, now: datetime) -> None:
    """This person hears about the case from now on."""
    tx.connection.execute(followers.insert().values(case_id=case_id, person_id=person_id, since=now))


def followers_of(tx: Tx, case_id: str) -> Sequence[Person]:
    """Everybody who hears about the case."""
    rows = tx.connection.execute(
        select(followers.c.person_id).where(followers.c.case_id == case_id).order_by(followers.c.since)
    ).scalars()
    return [people.by_id(tx, person_id) for person_id in rows.all()]


def followed_by(tx: Tx, person_id: str) -> Sequence[Case]:
    """The cases this person hears about, the newest first."""
    rows = tx.connection.execute(
        select(cases)
        .join(followers, followers.c.case_id == cases.c.id)
        .where(followers.c.person_id == person_id)
        .order_by(cases.c.made_at.desc())
    )
    return [_case(tx, row) for row in rows]


def follows(tx: Tx, case_id: str, person_id: str) -> bool:
    """Whether this person hears about the case."""
    row = tx.connection.execute(
        select(followers.c.case_id).where(followers.c.case_id == case_id, followers.c.person_id == person_id)
    ).first()
    return row is not None


def open_ones(tx: Tx, limit: int, offset: int = 0) -> Sequence[Case]:
    """Open cases: those whose family waits first, then new ones, then by promise."""
    rows = tx.connection.execute(
        select(cases)
        .where(cases.c.stage != Stage.CLOSED.value)
        .order_by(
            cases.c.waiting_since.is_(None),
            cases.c.waiting_since,
            cases.c.stage != Stage.NEW.value,
            cases.c.promise_on,
            cases.c.id,
        )
        .limit(limit)
        .offset(offset)
    )
    return [_case(tx, row) for row in rows]


def count_open(tx: Tx) -> int:
    """How many cases are open."""
    count: int = tx.connection.execute(
        select(func.count()).select_from(cases).where(cases.c.stage != Stage.CLOSED.value)
    ).scalar_one()
    return count


def promised_by(tx: Tx, day: date) -> Sequence[Case]:
    """Open cases whose family must hear by *day*, the longest overdue first."""
    rows = tx.connection.execute(
        select(cases)
        .where(cases.c.stage != Stage.CLOSED.value, cases.c.promise_on <= day)
        .order_by(cases.c.promise_on, cases.c.id)
    )
    return [_case(tx, row) for row in rows]

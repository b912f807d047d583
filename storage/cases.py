"""Cases, and who follows them. Each is sealed under the key of its report."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import and_, bindparam, delete, func, select, update

from storage import clues, openings, people
from storage.errors import Overtaken
from storage.records import Case, Json, Person, Situation, Stage, Urgency
from storage.statements import insert_new, word
from storage.store import Tx
from storage.tables import cases, followers, links, topics, unlinkings
from storage.tables import people as people_table

_this = cases.c.id == bindparam("case")
_open = cases.c.stage.not_in([word(Stage.CLOSED.value), word(Stage.MERGED.value)])
_add = cases.insert()
# Whoever looks at a case in order to change it must not meet another who does the same.
_by_id = select(cases).where(_this).with_for_update(key_share=True)
_by_code = select(cases).where(cases.c.code == bindparam("wanted")).with_for_update(key_share=True)
_code_taken = select(cases.c.id).where(cases.c.code == bindparam("wanted"))
_waits_since = (
    update(cases).where(_this, cases.c.waiting_since.is_(None)).values(waiting_since=bindparam("since"))
)
_was_answered = update(cases).where(_this).values(waiting_since=None)
_follow = insert_new(followers, ["case_id", "person_id", "since"])
_unfollow = delete(followers).where(
    followers.c.case_id == bindparam("case"), followers.c.person_id == bindparam("person")
)
_codes_followed = (
    select(cases.c.id, cases.c.code)
    .join(followers, followers.c.case_id == cases.c.id)
    .where(followers.c.person_id == bindparam("person"))
    .order_by(cases.c.made_at, cases.c.id)
)
_followers_of = (
    select(people_table)
    .join(followers, followers.c.person_id == people_table.c.id)
    .where(followers.c.case_id == bindparam("case"))
    .order_by(followers.c.since, followers.c.person_id)
)
_standing = (
    select(cases.c.owner_id, followers.c.person_id.label("follower_id"))
    .join(
        followers,
        and_(followers.c.case_id == cases.c.id, followers.c.person_id == bindparam("person")),
        isouter=True,
    )
    .where(_this)
)
_let_go = (
    update(cases)
    .where(cases.c.owner_id == bindparam("owner"))
    .values(owner_id=None, version=cases.c.version + 1, updated_at=bindparam("now"))
)
_count_owned = select(func.count()).where(cases.c.owner_id == bindparam("owner"), _open)
_follows = select(followers.c.case_id).where(
    followers.c.case_id == bindparam("case"), followers.c.person_id == bindparam("person")
)
_since = _follows.with_only_columns(followers.c.since)
_followed_by = (
    select(cases)
    .join(followers, followers.c.case_id == cases.c.id)
    .where(followers.c.person_id == bindparam("person"))
    .order_by(cases.c.made_at.desc(), cases.c.id.desc())
    .limit(bindparam("most"))
)
_count_followed = (
    select(func.count()).select_from(followers).where(followers.c.person_id == bindparam("person"))
)
_closed_since = (
    select(cases.c.id)
    .where(cases.c.stage == word(Stage.CLOSED.value), cases.c.updated_at < bindparam("before"))
    .order_by(cases.c.updated_at)
    .limit(bindparam("most"))
)
_owes_nothing = (
    update(followers)
    .where(followers.c.case_id == bindparam("case"), followers.c.owed_at.is_not(None))
    .values(owed_at=None)
)
_erase = delete(cases).where(_this)
_erase_unlinkings = delete(unlinkings).where(unlinkings.c.case_id == bindparam("case"))
_erase_topic = delete(topics).where(topics.c.case_id == bindparam("case"))
_erase_followers = delete(followers).where(followers.c.case_id == bindparam("case"))
_erase_links = delete(links).where(links.c.case_id == bindparam("case"))

_CODE_LENGTH = 8
MOST = 100
"""Cases of one person opened at once, where nobody asks for fewer."""


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
        body=tx.vault.of(row.id).open_json(row.body, table="cases", column="body", row=row.id),
        urgency=Urgency(row.urgency),
    )


def add(tx: Tx, case: Case) -> None:
    """Keep a new case; it has the id of the draft from which it comes, and so its key."""
    tx.execute(
        _add,
        {
            "id": case.id,
            "code": case.code,
            "stage": case.stage.value,
            "situation": case.situation.value,
            "urgency": case.urgency.value,
            "owner_id": case.owner_id,
            "language": case.language,
            "promise_on": case.promise_on,
            "waiting_since": case.waiting_since,
            "version": case.version,
            "made_at": case.made_at,
            "updated_at": case.updated_at,
            "body": tx.vault.of(case.id).seal_json(case.body, table="cases", column="body", row=case.id),
        },
    )


def by_id(tx: Tx, case_id: str) -> Case | None:
    """The case with this id; nobody else changes it before this transaction ends."""
    row = tx.execute(_by_id, {"case": case_id}).first()
    return None if row is None else _case(tx, row)


def by_code(tx: Tx, code: str) -> Case | None:
    """The case with this public code, as `by_id`; none for what somebody typed that is no code."""
    if not _could_be_a_code(code):
        return None
    row = tx.execute(_by_code, {"wanted": code}).first()
    return None if row is None else _case(tx, row)


def code_taken(tx: Tx, code: str) -> bool:
    """Whether a case has this code already."""
    return tx.execute(_code_taken, {"wanted": code}).first() is not None


def _could_be_a_code(typed: str) -> bool:
    return typed.isascii() and typed.isprintable() and len(typed) <= _CODE_LENGTH


def change(
    tx: Tx,
    case_id: str,
    now: datetime,
    *,
    stage: Stage | None = None,
    situation: Situation | None = None,
    urgency: Urgency | None = None,
    owner_id: str | None = None,
    promise_on: date | None = None,
    body: Json | None = None,
    version: int | None = None,
) -> None:
    """Write what changed; every change is a new version.

    Args:
        version: The one that was seen by whoever changes it; None: whatever it is.

    Raises:
        Overtaken: It is another version now; nothing was changed.
    """
    values: dict[str, Any] = {"updated_at": now, "version": cases.c.version + 1}
    if stage is not None:
        values["stage"] = stage.value
    if situation is not None:
        values["situation"] = situation.value
    if urgency is not None:
        values["urgency"] = urgency.value
    if owner_id is not None:
        values["owner_id"] = owner_id
    if promise_on is not None:
        values["promise_on"] = promise_on
        values["promise_said"] = None  # of this one nobody was reminded yet
    if body is not None:
        values["body"] = tx.vault.of(case_id).seal_json(body, table="cases", column="body", row=case_id)
    seen = [cases.c.version == version] if version is not None else []
    if tx.connection.execute(update(cases).where(cases.c.id == case_id, *seen).values(values)).rowcount != 1:
        raise Overtaken
    if stage in (Stage.CLOSED, Stage.MERGED):
        # That there is nothing new would be wrong now, and when it is opened again, too.
        tx.execute(_owes_nothing, {"case": case_id})


def family_waits(tx: Tx, case_id: str, since: datetime | None) -> None:
    """The family wrote and waits since then; None once somebody has answered."""
    if since is None:
        tx.execute(_was_answered, {"case": case_id})
    else:
        tx.execute(_waits_since, {"case": case_id, "since": since})


def standing(tx: Tx, case_id: str, person_id: str) -> tuple[str | None, bool] | None:
    """Who owns the case, and whether this person hears about it; None where there is none.

    One question that opens nothing: it takes as long for a case that is not hers as for none.
    """
    row = tx.execute(_standing, {"case": case_id, "person": person_id}).first()
    return None if row is None else (row.owner_id, row.follower_id is not None)


def let_go(tx: Tx, owner_id: str, now: datetime) -> int:
    """Nobody owns this person's cases any more; returns how many they were."""
    return tx.execute(_let_go, {"owner": owner_id, "now": now}).rowcount


def count_owned(tx: Tx, owner_id: str) -> int:
    """How many cases this person has taken that are not closed; opens none."""
    return int(tx.execute(_count_owned, {"owner": owner_id}).scalar_one())


def follow(tx: Tx, case_id: str, person_id: str, now: datetime) -> None:
    """This person hears about the case from now on, if she did not before."""
    tx.execute(_follow(tx), {"case_id": case_id, "person_id": person_id, "since": now})


def unfollow(tx: Tx, case_id: str, person_id: str) -> None:
    """This person hears about the case no more."""
    tx.execute(_unfollow, {"case": case_id, "person": person_id})


def codes_followed(tx: Tx, person_id: str) -> list[tuple[str, str]]:
    """Ids and codes of all cases this person hears about, the oldest first; nothing of them is opened."""
    return [(row.id, row.code) for row in tx.execute(_codes_followed, {"person": person_id})]


def followers_of(tx: Tx, case_id: str) -> Sequence[Person]:
    """Everybody who hears about the case."""
    return [people.from_row(tx, row) for row in tx.execute(_followers_of, {"case": case_id})]


def followed_by(tx: Tx, person_id: str, limit: int = MOST) -> Sequence[Case]:
    """The cases this person hears about, the newest first."""
    return [_case(tx, row) for row in tx.execute(_followed_by, {"person": person_id, "most": limit})]


def count_followed(tx: Tx, person_id: str) -> int:
    """How many cases this person hears about."""
    count: int = tx.execute(_count_followed, {"person": person_id}).scalar_one()
    return count


def follows(tx: Tx, case_id: str, person_id: str) -> bool:
    """Whether this person hears about the case."""
    return tx.execute(_follows, {"case": case_id, "person": person_id}).first() is not None


def follows_since(tx: Tx, case_id: str, person_id: str) -> datetime | None:
    """Since when this person hears about the case; None where she does not."""
    since: datetime | None = tx.execute(_since, {"case": case_id, "person": person_id}).scalar()
    return since


def closed_since(tx: Tx, before: datetime, limit: int) -> Sequence[str]:
    """Ids of cases that were closed before then, and not touched since."""
    return list(tx.execute(_closed_since, {"before": before, "most": limit}).scalars())


def erase(tx: Tx, case_id: str) -> None:
    """The row, and who followed it, are gone; what hangs on it must be gone before."""
    tx.execute(_erase_followers, {"case": case_id})
    tx.execute(_erase_links, {"case": case_id})
    clues.erase_of_case(tx, case_id)
    tx.execute(_erase_topic, {"case": case_id})
    openings.erase_of_case(tx, case_id)
    tx.execute(_erase_unlinkings, {"case": case_id})
    tx.execute(_erase, {"case": case_id})

"""What volunteers told of themselves: languages, skills, hours, when they rest."""

from collections.abc import Sequence
from contextlib import suppress
from datetime import date, datetime, time
from typing import Any

from sqlalchemy import bindparam, delete, select

from storage.errors import SealBroken
from storage.statements import Among, insert_or_replace
from storage.store import Tx
from storage.tables import profiles
from storage.team import DAY as DAY
from storage.team import Profile as Profile

_this = profiles.c.person_id == bindparam("person")
_find = select(profiles).where(_this)
_by_ids = Among(lambda ids: select(profiles).where(profiles.c.person_id.in_(ids)))
_between = select(profiles).where(
    profiles.c.person_id > bindparam("after"), profiles.c.person_id <= bindparam("last")
)
_keep = insert_or_replace(profiles, "person_id", ["changed_at", "body"])
_remove = delete(profiles).where(_this)


def of(tx: Tx, person_id: str) -> Profile:
    """What she told; the usual where she has told nothing."""
    row = tx.execute(_find, {"person": person_id}).first()
    return Profile(person_id) if row is None else _profile(tx, row)


def several(tx: Tx, person_ids: Sequence[str]) -> dict[str, Profile]:
    """As `of`, of each of these; whose profile is damaged on the disk is not there."""
    found = {one: Profile(one) for one in person_ids}
    for row in _by_ids(tx, person_ids):
        try:
            found[row.person_id] = _profile(tx, row)
        except SealBroken:
            del found[row.person_id]
    return found


def known(tx: Tx, person_id: str) -> bool:
    """Whether she has told anything."""
    return tx.execute(_find, {"person": person_id}).first() is not None


def between(tx: Tx, after_id: str, last_id: str) -> dict[str, Profile]:
    """What people with ids after the one and up to the other told; what is damaged is left out."""
    told = {}
    for row in tx.execute(_between, {"after": after_id, "last": last_id}):
        with suppress(SealBroken):
            told[str(row.person_id)] = _profile(tx, row)
    return told


def keep(tx: Tx, profile: Profile, now: datetime) -> None:
    """This is what she tells now."""
    body: dict[str, object] = {
        "languages": list(profile.languages),
        "region": profile.region,
        "skills": list(profile.skills),
        "hours": [one.isoformat("minutes") for one in profile.hours],
        "days_off": sorted(profile.days_off),
        "most": profile.most,
        "paused_until": profile.paused_until and profile.paused_until.isoformat(),
        "paused": profile.paused,
        "asked_how": profile.asked_how,
        "rest_offered_on": profile.rest_offered_on and profile.rest_offered_on.isoformat(),
    }
    sealed = tx.vault.seal_json(body, table="profiles", column="body", row=profile.person_id)
    tx.execute(_keep(tx), {"person_id": profile.person_id, "changed_at": now, "body": sealed})


def remove(tx: Tx, person_id: str) -> None:
    """She is not of the team any more; nothing of it is kept."""
    tx.execute(_remove, {"person": person_id})


def _profile(tx: Tx, row: Any) -> Profile:
    body = tx.vault.open_json(row.body, table="profiles", column="body", row=row.person_id)
    begins, ends = (time.fromisoformat(one) for one in body["hours"])
    return Profile(
        row.person_id,
        tuple(body["languages"]),
        body["region"],
        tuple(body["skills"]),
        (begins, ends),
        frozenset(body["days_off"]),
        body["most"],
        _day(body["paused_until"]),
        body["paused"],
        body["asked_how"],
        _day(body["rest_offered_on"]),
    )


def _day(kept: str | None) -> date | None:
    return None if kept is None else date.fromisoformat(kept)

"""What volunteers told of themselves: languages, skills, hours, when they rest."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import Any

from sqlalchemy import bindparam, delete, select

from storage.statements import insert_or_replace
from storage.store import Tx
from storage.tables import profiles

_this = profiles.c.person_id == bindparam("person")
_find = select(profiles).where(_this)
_every = select(profiles).order_by(profiles.c.person_id)
_keep = insert_or_replace(profiles, "person_id", ["changed_at", "body"])
_remove = delete(profiles).where(_this)

DAY = (time(9), time(21))
"""Her hours where she has named none."""


@dataclass(frozen=True, slots=True)
class Profile:
    """What somebody of the team told of herself; her time zone stands with the person.

    Attributes:
        languages: Codes of languages that she speaks.
        region: A place of the gazetteer; None where she named none.
        skills: Words of `handlers.rules.volunteering.Skill`.
        hours: From when until when she may be pinged, in her own zone.
        days_off: Days of the week on which she is not; Monday is 0.
        most: How many cases she has at once.
        paused_until: The day on which she is back; None: she is here.
        paused: She rests until she says so; `paused_until` does not matter then.
    """

    person_id: str
    languages: tuple[str, ...] = ()
    region: str | None = None
    skills: tuple[str, ...] = ()
    hours: tuple[time, time] = DAY
    days_off: frozenset[int] = field(default=frozenset())
    most: int = 3
    paused_until: date | None = None
    paused: bool = False

    def rests_on(self, day: date) -> bool:
        """Whether she has asked for rest on *day*, a day of her own zone."""
        return self.paused or (self.paused_until is not None and day < self.paused_until)


def of(tx: Tx, person_id: str) -> Profile:
    """What she told; the usual where she has told nothing."""
    row = tx.execute(_find, {"person": person_id}).first()
    return Profile(person_id) if row is None else _profile(tx, row)


def known(tx: Tx, person_id: str) -> bool:
    """Whether she has told anything."""
    return tx.execute(_find, {"person": person_id}).first() is not None


def every(tx: Tx) -> Sequence[Profile]:
    """All that were told."""
    return [_profile(tx, row) for row in tx.execute(_every)]


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
    }
    sealed = tx.vault.seal_json(body, table="profiles", column="body", row=profile.person_id)
    tx.execute(_keep(tx), {"person_id": profile.person_id, "changed_at": now, "body": sealed})


def remove(tx: Tx, person_id: str) -> None:
    """She is not of the team any more; nothing of it is kept."""
    tx.execute(_remove, {"person": person_id})


def _profile(tx: Tx, row: Any) -> Profile:
    body = tx.vault.open_json(row.body, table="profiles", column="body", row=row.person_id)
    begins, ends = (time.fromisoformat(one) for one in body["hours"])
    until = body["paused_until"]
    return Profile(
        row.person_id,
        tuple(body["languages"]),
        body["region"],
        tuple(body["skills"]),
        (begins, ends),
        frozenset(body["days_off"]),
        body["most"],
        None if until is None else date.fromisoformat(until),
        body["paused"],
    )

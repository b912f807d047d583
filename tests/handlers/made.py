"""Made-up people, cases and hours for tests of rules."""

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from handlers.rules.office import Office
from storage.records import Case, Json, Person, Role, Situation, Stage

NOON = datetime(2026, 11, 24, 7, 0, tzinfo=UTC)
"""Tuesday, 12:00 in Almaty."""

OFFICE = Office(ZoneInfo("Asia/Almaty"), (time(10), time(18)), frozenset(range(5)), 7, "izdeu_bot")


def a_person(person_id: str, role: Role = Role.FAMILY, language: str = "en") -> Person:
    """Somebody, known by her id alone."""
    return Person(person_id, f"key-{person_id}", 1, role, language, True, NOON)


def a_case(
    *,
    owner_id: str | None = None,
    stage: Stage = Stage.NEW,
    promise_on: date = date(2026, 12, 1),
    body: Json | None = None,
) -> Case:
    """A case that was reported at noon."""
    return Case(
        id="case",
        code="K7Q-4MC",
        stage=stage,
        situation=Situation.MISSING,
        owner_id=owner_id,
        language="kk",
        promise_on=promise_on,
        waiting_since=None,
        version=1,
        made_at=NOON,
        updated_at=NOON,
        body={"answers": {}, "remarks": []} if body is None else body,
    )

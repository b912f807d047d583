"""Who has how much in hand: read from what is kept, for the list, for the picture and for the week."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import partial

from handlers.assigning import answer_part
from handlers.away import rests_part
from handlers.membership import code_of
from handlers.rules.loading import Load, heaviest_first
from handlers.rules.office import Office
from handlers.rules.volunteering import role_part
from handlers.saying import Part, Short, msg, raw, row
from storage import assignments, load, people, profiles
from storage.assignments import Answer
from storage.load import Overdue, RoleOn
from storage.records import Json, Role
from storage.store import Tx

PICTURED = 24
"""So many volunteers are in a picture at most: those who have most."""

_LINED = 8  # roles, and tasks, in a picture
_ANSWERED = 5  # who was asked for one role, the latest of them
_SAID = frozenset(Answer) - {Answer.ACCEPTED, Answer.VOID}


def loads(tx: Tx, office: Office, now: datetime) -> list[Load]:
    """All volunteers, whoever has most first."""
    team = people.with_role(tx, Role.VOLUNTEER)
    told = profiles.several(tx, [one.id for one in team])
    tasks, cases, asked = load.tasks_of(tx, now), load.cases_of(tx), load.asked_of(tx)
    found = []
    for one in team:
        profile = told.get(one.id)
        today = now.astimezone(office.zone_of(one)).date()
        count, overdue = tasks.get(one.id, (0, 0))
        rests = profile is not None and profile.rests_on(today)
        found.append(
            Load(
                one.id,
                code_of(tx, one),
                cases.get(one.id, 0),
                profile.most if profile is not None else 1,
                count,
                overdue,
                asked.get(one.id, 0),
                rests,
                profile.paused_until if profile is not None and rests and not profile.paused else None,
                not one.reachable,
            )
        )
    return heaviest_first(found)


def standing(one: Load) -> list[Part]:
    """What is to be known of her besides numbers."""
    found = []
    if one.over:
        found.append(msg("load-over"))
    if one.asked:
        found.append(msg("load-asked", count=one.asked))
    if one.rests:
        found.append(rests_part(one.until))
    if one.away:
        found.append(msg("load-away"))
    return found


def numbers(one: Load) -> list[Part]:
    """How much she has, in words."""
    found = [msg("load-cases", held=one.held, most=one.most), msg("load-tasks", count=one.tasks)]
    return [*found, msg("load-overdue", count=one.overdue)] if one.overdue else found


def line(one: Load) -> Part:
    """All of it, behind her code."""
    return row([raw(one.code), *numbers(one), *standing(one)])


def named(tx: Tx, person_id: str | None) -> Part:
    """Somebody of the team by her code."""
    if person_id is None:
        return msg("by-nobody")
    return msg("by-member", code=code_of(tx, people.by_id(tx, person_id)))


def asked_for(tx: Tx, one: RoleOn) -> list[Part]:
    """Since when somebody is looked for; then each who was asked and where it stands with her."""
    said = [msg("load-offer", code=one.code, role=role_part(one.skill), at=one.since)]
    answered = [each for each in assignments.asked(tx, one.assignment_id) if each.state in _SAID]
    if not answered:
        return [*said, msg("load-nobody-asked")]
    return [*said, *map(partial(answer_part, tx), answered[-_ANSWERED:])]


def late(tx: Tx, office: Office, one: Overdue) -> Part:
    """A task whose time is past: of which case, since when, who has it."""
    which = msg("remind-case", code=one.code) if one.code is not None else msg("remind-alone")
    day = Short(office.today(one.due_at))
    return msg("load-picture-task", which=which, day=day, who=named(tx, one.holder_id))


def figures(tx: Tx, office: Office, now: datetime) -> Json:
    """What is in the picture, in no language yet; `handlers.documents.loads` draws it."""
    found = loads(tx, office, now)
    offers, overdue = load.count_unanswered(tx), load.count_overdue(tx, now)
    return {
        "title": msg("load-picture", at=now),
        "rows": [_pictured(one) for one in found[:PICTURED]],
        "more": _more(len(found) - PICTURED),
        "lists": [
            {
                "title": msg("load-picture-offers", count=offers),
                "lines": [
                    msg("load-offer", code=one.code, role=role_part(one.skill), at=one.since)
                    for one in load.unanswered(tx, _LINED)
                ],
                "more": _more(offers - _LINED),
            },
            {
                "title": msg("load-picture-overdue", count=overdue),
                "lines": [late(tx, office, one) for one in load.overdue(tx, now, _LINED)],
                "more": _more(overdue - _LINED),
            },
        ],
    }


def _pictured(one: Load) -> Mapping[str, object]:
    cases, *others = numbers(one)
    return {
        "code": one.code,
        "held": one.held,
        "most": one.most,
        "tasks": one.tasks,
        "overdue": one.overdue,
        "cases_said": cases,
        "tasks_said": row(others),
        "notes": standing(one),
    }


def _more(count: int) -> Sequence[Part]:
    return [msg("load-more", count=count)] if count > 0 else []

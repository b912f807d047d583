"""Asks those on the team how they are, once a month at their own hours; proposes a rest where one is due."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime

from handlers.rules.caring import KEPT, MONTH, REST_AFTER, REST_DAYS, may_propose
from handlers.rules.decision import Choice, Rows
from handlers.rules.office import Office
from handlers.rules.reminding import next_allowed
from handlers.saying import msg
from handlers.speech import Speech
from storage import people, profiles, wellbeing
from storage.records import Lane, Person, Role
from storage.store import Tx


def tend(tx: Tx, office: Office, now: datetime) -> int:
    """Erase what was answered long ago, and ask whoever is to be asked; returns how many these are."""
    wellbeing.purge(tx, now)
    asked = 0
    for person_id in wellbeing.due(tx, now - MONTH):
        person, told = people.by_id(tx, person_id), profiles.of(tx, person_id)
        allowed = next_allowed(person, told, office, now)
        if told.asked_how and allowed is not None and allowed <= now and readers(tx, person):
            _ask(tx, office, person, now)
            asked += 1
    return asked


def readers(tx: Tx, person: Person) -> Sequence[Person]:
    """Who could read how she is: the coordinators besides her, of whom she chooses one."""
    return [one for one in people.with_role(tx, Role.COORDINATOR) if one.id != person.id and one.reachable]


def _ask(tx: Tx, office: Office, person: Person, now: datetime) -> None:
    question = wellbeing.ask(tx, person.id, now)
    rows: Rows = (
        (Choice(msg("button-how-answer"), "caring.whom", {"asked": question}),),
        (Choice(msg("button-how-not-now"), "caring.skip"),),
        (Choice(msg("button-how-never"), "caring.never"),),
    )
    parts = (msg("how-are-you"), msg("how-one-reader", days=str(KEPT.days)))
    by_day = office.by_hours(person, profiles.of(tx, person.id), now)
    Speech(tx, now, f"how/{question}").to(person, *parts, rows=rows, lane=Lane.ALERT, by_day=by_day)


def propose_rest(speech: Speech, office: Office, person_ids: Iterable[str]) -> None:
    """A pause, with one tap, to those for whom something was heavy, when they are there; or none."""
    tx, now = speech.tx, speech.now
    for person_id in sorted(person_ids):
        person, told = people.by_id(tx, person_id), profiles.of(tx, person_id)
        today = now.astimezone(office.zone_of(person)).date()
        if person.role is Role.FAMILY or not may_propose(told, today):
            continue
        profiles.keep(tx, replace(told, rest_offered_on=today), now)
        rows: Rows = tuple(
            (Choice(msg(f"button-pause-days-{days}"), "pause.until", {"until": f"days-{days}"}),)
            for days in REST_DAYS
        )
        rows = (*rows, (Choice(msg("button-pause-no"), "pause.no"),))
        by_day = office.by_hours(person, told, now + REST_AFTER)
        speech.to(person, msg("rest-proposed"), rows=rows, lane=Lane.ALERT, by_day=by_day)

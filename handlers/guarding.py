"""Whoever is out is asked when she should be back; if she does not answer, others hear, at any hour."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from handlers.context import Speech
from handlers.membership import code_of
from handlers.rules.decision import Choice, Rows
from handlers.rules.office import Office
from handlers.rules.outings import Said, turn
from handlers.saying import Part, msg, raw
from storage import audit, companions, outings, people
from storage.errors import SealBroken
from storage.outings import Outing
from storage.records import Json, Lane, Person, Role
from storage.store import Tx

_AT_ONCE = 20
_LATER = timedelta(hours=1)


def clock(office: Office, person: Person, at: datetime) -> str:
    """The time of day of *at* where she is."""
    return f"{at.astimezone(office.zone_of(person)):%H:%M}"


def answers(outing: Outing) -> Rows:
    """What she can say at any time while she is out."""
    about = {"outing": outing.id}
    return (
        (Choice(msg("button-outing-safe"), "outing.safe", about),),
        (Choice(msg("button-outing-more"), "outing.more", about),),
        (Choice(msg("button-outing-help"), "outing.help", about),),
    )


def tend_outings(tx: Tx, office: Office, now: datetime) -> int:
    """Ask, remind and alert what is due, some at a time; returns how many. Call it until that is 0."""
    due = outings.due(tx, now, _AT_ONCE)
    for outing_id in due:
        try:
            with tx.savepoint():
                one = outings.by_id(tx, outing_id)
                assert one is not None, "it is held since it was found"
                _tend(tx, office, one, now)
        except SealBroken:
            # Damaged on the disk: it must not hold up those who can be asked.
            audit.write(tx, None, "outing-unreadable", outing_id, now)
            outings.put_off(tx, outing_id, now + _LATER)
    return len(due)


def _tend(tx: Tx, office: Office, one: Outing, now: datetime) -> None:
    person = people.by_id(tx, one.person_id)
    # Whoever has unlinked her account, or blocked the bot, cannot be asked.
    step = turn(one.said, one.until_at, now, reachable=person.linked and person.reachable)
    outings.change(tx, one, now, said=step.said, look_at=step.look_at)
    speech = Speech(tx, now, f"outing/{one.id}/{one.revision}")
    if step.said is Said.ALARMED:
        alarm(speech, one, person, "alert-outing-late" if step.late else "alert-outing")
    if step.said is not Said.ALARMED or step.late:
        at = clock(office, person, one.until_at)
        speech.to(person, msg(f"outing-{step.said}", at=at), rows=answers(one), lane=Lane.ALERT)


def alarm(speech: Speech, outing: Outing, person: Person, why: str) -> None:
    """Her companions and the team hear at once, at night, too, with where she was last.

    Args:
        why: The message for the team; with `-companion` behind it, that for whom she named.
    """
    audit.write(speech.tx, None, "outing-alarm", person.id, speech.now)
    what, seen = msg(f"outing-what-{outing.body['what']}"), place_of(outing)
    reached: Rows = ((Choice(msg("button-outing-reached"), "outing.reached", {"outing": outing.id}),),)
    for reader in _team(speech.tx, person):
        told = msg(why, code=code_of(speech.tx, person), what=what, at=outing.until_at)
        speech.to(reader, told, *seen, rows=reached, lane=Lane.ALERT)
    for one, reader in _companions(speech, person):
        told = msg(f"{why}-companion", name=one.known_as, what=what, at=outing.until_at)
        speech.to(reader, told, *seen, msg("companion-what-to-do"), lane=Lane.ALERT)
    if not person.linked:
        # Nobody can ever say of her that these should hear no more.
        companions.remove_all(speech.tx, person.id)


def over(speech: Speech, person: Person, word: str) -> None:
    """Whoever was alerted hears that it is over.

    Args:
        word: The message for the team; with `-companion` behind it, that for whom she named.
    """
    for reader in _team(speech.tx, person):
        speech.to(reader, msg(word, code=code_of(speech.tx, person)), lane=Lane.ALERT)
    for one, reader in _companions(speech, person):
        speech.to(reader, msg(f"{word}-companion", name=one.known_as), lane=Lane.ALERT)


def unlinked(tx: Tx, person_id: str) -> None:
    """She unlinked her account: she hears of nobody any more. If she is out, others still hear of her."""
    for one in companions.for_whom(tx, person_id):
        companions.remove(tx, one.person_id, person_id)
    if outings.of(tx, person_id) is None:
        companions.remove_all(tx, person_id)


def _team(tx: Tx, person: Person) -> Sequence[Person]:
    return [one for one in people.with_role(tx, Role.COORDINATOR) if one.id != person.id]


def _companions(speech: Speech, person: Person) -> Sequence[tuple[companions.Companion, Person]]:
    tx = speech.tx
    team = {one.id for one in _team(tx, person)}
    try:
        found = [(one, people.by_id(tx, one.companion_id)) for one in companions.of(tx, person.id)]
    except SealBroken:
        audit.write(tx, None, "companions-unreadable", person.id, speech.now)
        return []  # damaged on the disk: the team must hear all the same
    return [(one, reader) for one, reader in found if reader.id not in team]


def place_of(outing: Outing) -> Sequence[Part]:
    """Where she was last, as far as she shared it."""
    place, at = outing.body.get("place"), outing.body.get("placed_at")
    if place is None or at is None:
        return (msg("outing-place-none"),)
    since = datetime.fromisoformat(at)
    if isinstance(place, str):
        return msg("outing-place-said", at=since), raw(place)
    latitude, longitude = place
    return (msg("outing-place-point", point=f"{latitude:.5f}, {longitude:.5f}", at=since),)


def moved(tx: Tx, account_id: int, place: tuple[float, float], now: datetime) -> None:
    """A live location goes on: of whoever is out it is kept, of nobody else."""
    person = people.by_account(tx, account_id)
    outing = outings.of(tx, person.id) if person is not None else None
    if outing is not None:
        outings.change(tx, outing, now, body=placed(outing, list(place), now))


def placed(outing: Outing, place: str | list[float], now: datetime) -> Json:
    """Its body, with where she is now."""
    return {**outing.body, "place": place, "placed_at": now.isoformat()}

"""Looks for somebody for a role on a case: asks one after another, keeps who has it, and says so.

Whoever takes a role gets a task for it, so that she is reminded as of any other: the role is over
with its task, and the task with the role.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from handlers import leaving, reminding
from handlers.context import Speech
from handlers.intake.summary import name_told
from handlers.membership import code_of
from handlers.rules import assigning
from handlers.rules.assigning import Turn, Why, ping_key
from handlers.rules.casework import responsible
from handlers.rules.deadlines import at_rest
from handlers.rules.decision import AddTask, Choice, Rows
from handlers.rules.office import Office
from handlers.rules.reminding import due_of, planned
from handlers.rules.reminding_steps import Kind
from handlers.rules.translating import without_names
from handlers.rules.volunteering import Helper, Need, Skill, ranked, role_part
from handlers.saying import Part, msg, place, row
from storage import assignments, audit, cases, load, outbox, people, profiles
from storage.assignments import Answer, Assignment, Ping, State
from storage.errors import SealBroken
from storage.records import Case, Json, Lane, Person, Role
from storage.store import Tx

_AT_ONCE = 20
_LATER = timedelta(hours=1)
_KINDS = {Skill.CALL: Kind.CALL, Skill.VISIT: Kind.VISIT, Skill.DRIVE: Kind.VISIT}


def need_of(one: Assignment, case: Case) -> Need:
    """What is asked for."""
    where = one.body.get("place")
    return Need(Skill(one.skill), case.language, None if where is None else str(where), urgent=one.urgent)


def fitting(tx: Tx, office: Office, one: Assignment, case: Case, now: datetime) -> list[Helper]:
    """Who may be asked, whoever fits best first."""
    volunteers = people.with_role(tx, Role.VOLUNTEER)
    # Whose profile is damaged on the disk is not asked: nobody knows any more what for.
    told = profiles.several(tx, [each.id for each in volunteers])
    in_hand = load.cases_of(tx)
    family = {each.id for each in cases.followers_of(tx, case.id)}
    team = (
        Helper(each, told[each.id], in_hand.get(each.id, 0), each.id in family)
        for each in volunteers
        if each.id in told
    )
    return ranked(team, need_of(one, case), office, now)


def tend(tx: Tx, office: Office, now: datetime) -> int:
    """Look after those for which somebody is looked for and it is time; returns how many it were.

    What was looked at is due again later than *now*: call it until it returns 0.
    """
    due = assignments.due(tx, now, _AT_ONCE)
    for assignment_id in due:
        try:
            with tx.savepoint():
                one = assignments.by_id(tx, assignment_id)
                case = cases.by_id(tx, one.case_id) if one is not None else None
                assert one is not None, "it is held since it was found"
                assert case is not None, "a role goes with its case"
                if at_rest(case):
                    end(tx, office, one, case, State.WITHDRAWN, now)
                elif one.state is not State.ASKING:
                    assignments.look_at(tx, one.id, None)
                elif look(tx, office, one, case, now).nobody:
                    _nobody(tx, office, one, case, now)
        except SealBroken:
            # Damaged on the disk: it must not hold up the others.
            audit.write(tx, None, "assignment-unreadable", assignment_id, now)
            assignments.look_at(tx, assignment_id, now + _LATER)
    return len(due)


def look(
    tx: Tx, office: Office, one: Assignment, case: Case, now: datetime, *, all_at_once: bool = False
) -> Turn:
    """Ask whoever's turn it is; where it came back, whoever wanted it hears that others are asked."""
    helpers = fitting(tx, office, one, case, now)
    before = assignments.asked(tx, one.id)
    done = assigning.turn(one, before, helpers, office, now, all_at_once=all_at_once)
    assignments.keep(tx, done.kept)
    assignments.look_at(tx, one.id, done.next_at)
    whom = {each.person.id: each for each in helpers}
    for ping in done.asks:
        helper = whom[ping.person_id]
        parts, rows = wording(one, case, again=ping.times > 1)
        hers = office.by_hours(helper.person, helper.profile, now)
        speech = Speech(tx, now, ping_key(ping))
        speech.to(helper.person, *parts, rows=rows, lane=Lane.ALERT, by_day=hers)
        audit.write(tx, None, "asked-volunteer", case.id, now)
    for ping in before:
        if ping.state is Answer.HANDED_BACK and ping.at == one.changed_at:
            key = f"back/{one.id}/{_moment(one.changed_at)}"
            who = code_of(tx, people.by_id(tx, ping.person_id))
            said = msg("alert-role-back", code=case.code, who=who, role=role_part(one.skill))
            _tell(tx, office, one, case, now, key, said)
    return done


def wording(one: Assignment, case: Case, *, again: bool) -> tuple[tuple[Part, ...], Rows]:
    """What somebody reads who is asked: no name, nothing of what happened.

    Args:
        again: She wanted to be asked later; there is no second later.
    """
    parts = [
        msg(
            "ping-urgent" if one.urgent else "ping",
            code=case.code,
            role=role_part(one.skill),
            language=msg(f"language-{case.language}"),
        )
    ]
    if one.body.get("place"):
        parts.append(msg("ping-where", place=place(str(one.body["place"]))))
    parts.append(msg("ping-until", day=one.due_on) if one.due_on else msg("ping-whenever"))
    where = {"assignment": one.id}
    rows: list[tuple[Choice, ...]] = [
        (Choice(msg("button-ping-accept"), "ping.accept", where),),
        (Choice(msg("button-ping-decline"), "ping.decline", where),),
    ]
    if not again:
        rows.append((Choice(msg("button-ping-later"), "ping.later", where),))
    return tuple(parts), tuple(rows)


def answer_part(tx: Tx, one: Ping) -> Part:
    """What became of asking one of them, for coordinators."""
    said = msg(f"ping-is-{one.state}", who=code_of(tx, people.by_id(tx, one.person_id)), at=one.at)
    return said if one.reason is None else row([said, msg(f"why-{one.reason}")])


def take(tx: Tx, office: Office, one: Assignment, case: Case, person: Person, now: datetime) -> bool:
    """It is hers, with a task; whoever else was asked need not answer. False: another was faster."""
    if not assignments.take(tx, one.id, person.id, now):
        return False
    _answered(tx, one, person.id, Answer.ACCEPTED, now)
    call_off(tx, one, now)
    what = str(one.body["what"])
    kind = _KINDS.get(Skill(one.skill), Kind.PAPER)
    due_at = None if one.due_on is None else max(due_of(one.due_on, None, office, person), now + _LATER)
    words = {} if due_at is None else planned(due_at, office.reminders[kind], now, began=now)
    body: Json = {
        "text": what,
        "shown": without_names(what, name_told(case.body), case.code),
        "files": [],
        "checklist": [],
        "repeat": None,
        "timed": False,
        "code": case.code,
        "role": one.id,
    }
    reminding.add(tx, AddTask(case.id, kind, body, one.asked_by, person.id, due_at, words), now)
    said = msg("alert-role-taken-on", code=case.code, who=code_of(tx, person), role=role_part(one.skill))
    _tell(tx, office, one, case, now, f"taken/{one.id}/{_moment(now)}", said)
    return True


def decline(tx: Tx, office: Office, one: Assignment, case: Case, person: Person, now: datetime) -> None:
    """She does not; the next in line is asked at once."""
    _answered(tx, one, person.id, Answer.DECLINED, now)
    if one.state is State.ASKING and look(tx, office, one, case, now).nobody:
        _nobody(tx, office, one, case, now)


def later(
    tx: Tx, office: Office, one: Assignment, case: Case, ping: Ping, helper: Helper, now: datetime
) -> datetime:
    """She is asked again, and others meanwhile; returns when."""
    kept = assigning.later(one, ping, helper, office, now)
    assignments.keep(tx, [kept])
    look(tx, office, one, case, now)
    assert kept.until is not None, "an answer is waited for until a time"
    return kept.until


def end(tx: Tx, office: Office, one: Assignment, case: Case, state: State, now: datetime) -> bool:
    """It is over: whoever has it need not do it any more, whoever is asked need not answer.

    Args:
        state: DONE or WITHDRAWN.

    Returns:
        False where it was over.
    """
    holder = one.holder_id
    if not assignments.end(tx, one.id, state, now):
        return False
    call_off(tx, one, now)
    reminding.end_role(tx, case.id, one.id, now)
    if holder is not None and state is State.WITHDRAWN:
        _not_hers(tx, office, one, case, holder, now)
    return True


def call_off(tx: Tx, one: Assignment, now: datetime) -> None:
    """Whoever has not answered need not; a question that still waits to be said is not said."""
    for ping in assignments.asked(tx, one.id):
        if ping.state in leaving.WAITING:
            outbox.take_back(tx, f"{ping_key(ping)}:1")
    assignments.void(tx, one.id, now)


def hand_back(
    tx: Tx, office: Office, one: Assignment, case: Case, person: Person, reason: str | None, now: datetime
) -> bool:
    """She cannot after all; others are asked at once. False where it was not hers."""
    if not leaving.give_back(tx, one, person.id, now, reason=reason):
        return False
    anew = assignments.by_id(tx, one.id)
    assert anew is not None, "nobody erases it meanwhile"
    if look(tx, office, anew, case, now).nobody:
        _nobody(tx, office, anew, case, now)
    return True


def say_why(tx: Tx, ping: Ping, why: Why) -> None:
    """Why she could not; whoever asked reads it with the role."""
    assignments.keep(tx, [replace(ping, reason=why.value)])


def take_from(tx: Tx, office: Office, one: Assignment, case: Case, now: datetime) -> bool:
    """Whoever has it need not do it any more, and hears so; others can be asked. False: nobody has it."""
    holder = one.holder_id
    if holder is None or not assignments.give_back(tx, one.id, holder, now):
        return False
    reminding.end_role(tx, case.id, one.id, now)
    leaving.answered(tx, one.id, holder, Answer.VOID, now)
    # Whoever takes it away says whom to ask; the machine asks nobody by itself.
    assignments.look_at(tx, one.id, None)
    _not_hers(tx, office, one, case, holder, now)
    return True


def _not_hers(tx: Tx, office: Office, one: Assignment, case: Case, person_id: str, now: datetime) -> None:
    her = people.by_id(tx, person_id)
    hers = office.by_hours(her, profiles.of(tx, her.id), now)
    said = msg("alert-role-withdrawn", code=case.code, role=role_part(one.skill))
    Speech(tx, now, f"withdrawn/{one.id}/{_moment(now)}").to(her, said, lane=Lane.ALERT, by_day=hers)


def asked_of(tx: Tx, one: Assignment, person_id: str) -> Ping | None:
    """How it stands with somebody who was asked."""
    return next((each for each in assignments.asked(tx, one.id) if each.person_id == person_id), None)


def _moment(at: datetime) -> str:
    return f"{at:%Y%m%dT%H%M%S%f}"


def _answered(tx: Tx, one: Assignment, person_id: str, state: Answer, now: datetime) -> None:
    leaving.answered(tx, one.id, person_id, state, now)


def _nobody(tx: Tx, office: Office, one: Assignment, case: Case, now: datetime) -> None:
    """Whoever answers for the case hears that nobody has taken it, and who was asked."""
    asked = [each for each in assignments.asked(tx, one.id) if each.times and each.at >= one.changed_at]
    who: Sequence[str] = [code_of(tx, people.by_id(tx, each.person_id)) for each in asked]
    said = [msg("alert-role-nobody", code=case.code, role=role_part(one.skill))]
    if who:
        said.append(msg("alert-role-asked", who=who))
    _tell(tx, office, one, case, now, f"nobody/{one.id}/{_moment(now)}", *said)


def _tell(tx: Tx, office: Office, one: Assignment, case: Case, now: datetime, key: str, *said: Part) -> None:
    """Whoever asked for it hears; where she is not there any more, whoever answers for the case."""
    team = people.with_role(tx, Role.COORDINATOR)
    readers = [each for each in team if each.id == one.asked_by and each.reachable] or responsible(case, team)
    look_at = ((Choice(msg("button-role-open"), "role.open", {"assignment": one.id}),),)
    for each in readers:
        Speech(tx, now, f"{key}/{each.id}").to(
            each, *said, rows=look_at, lane=Lane.ALERT, by_day=office.by_day(each, now)
        )

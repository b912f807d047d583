"""Who is on the team, by codes: nobody's name is known to the machine. And how a role is taken away.

Taking a role away needs one person and takes effect with the transaction that writes it: every
update is handled with the role that its sender has then. What was on its way dies with it.
"""

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime

from handlers import leaving
from handlers.context import LOOSE, Speech
from handlers.rules import codes
from handlers.rules.broadcasting import audience_of
from handlers.rules.office import Daytime
from handlers.saying import msg
from storage import (
    approvals,
    audit,
    broadcasts,
    cases,
    cast_rows,
    drafts,
    invites,
    keyboards,
    people,
    talks,
    unsaid,
)
from storage.errors import Overtaken
from storage.records import CastState, Lane, Person, Role
from storage.store import Tx

_DRAFTS = 1_000  # of one person; far more than anybody has begun


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody of the team.

    Attributes:
        code: Short, and hers for ever; told nobody who does not see the team.
        since: When she got her role.
    """

    person: Person
    code: str
    since: datetime


def members(tx: Tx) -> Sequence[Member]:
    """The team: coordinators first, the longest here first."""
    return [
        Member(one, code_of(tx, one), one.role_at or one.joined_at)
        for role in (Role.COORDINATOR, Role.VOLUNTEER)
        for one in people.with_role(tx, role)
    ]


def member(tx: Tx, person_id: object) -> Member | None:
    """The one of the team with this id; None for a relative as for nobody."""
    return next((one for one in members(tx) if one.person.id == person_id), None)


def code_of(tx: Tx, person: Person) -> str:
    """How the team calls her where no name is known."""
    return codes.short(tx.vault.lookup("person-code", person.id))


def take_role_away(
    speech: Speech, one: Member, by: Person | None, *, told_at: Callable[[Person], Daytime] | None = None
) -> None:
    """She is family from now on, at once, and the others are told.

    What she asked a second yes for is void, her open talks and all her buttons are dead, what waits
    to be said to her as one of the team is not said, nobody owns her cases, for what she had taken on
    others are looked for, what she told of herself is not kept, unfinished interviews go to whoever
    is left, and no invitation that is out works any more.

    Args:
        by: Who takes it; herself, where she leaves; None for whoever runs the machine.
        told_at: When each of the others is told; None: at once.
    """
    tx, now, gone = speech.tx, speech.now, one.person
    leaves = by is not None and by.id == gone.id
    people.set_role(tx, gone.id, Role.FAMILY, now)
    left = [who for who in people.with_role(tx, Role.COORDINATOR) if who.id != gone.id]
    approvals.void_of(tx, gone.id, now)
    _take_back_broadcasts(tx, gone.id, now)
    if not leaves or gone.role is Role.COORDINATOR:
        invites.void_all(tx, now)
    keyboards.forget_all_of(tx, gone.account_key)
    unsaid.withdraw(tx, gone.id, Lane.ALERT)
    for_the_team = [one.id for one in broadcasts.open_ones(tx) if not audience_of(one).asks_cases]
    cast_rows.forget(tx, for_the_team, gone.id)
    cases.let_go(tx, gone.id, now)
    leaving.forget(tx, gone.id, now)
    _end_talk(tx, gone.id, now)
    if left:
        _hand_over_interviews(tx, gone.id, by.id if by is not None and not leaves else left[0].id)
    audit.write(tx, by.id if by is not None else None, "left-team" if leaves else "took-role", gone.id, now)
    became = people.by_id(tx, gone.id)
    speech.menu(became)
    speech.to(became, msg("team-left" if leaves else "role-taken"))
    alert = "alert-team-left" if leaves else "alert-role-taken"
    for who in left:
        if by is None or who.id != by.id:
            role = msg(f"role-{gone.role}")
            by_day = told_at(who) if told_at is not None else None
            speech.to(who, msg(alert, role=role, code=one.code), lane=Lane.ALERT, by_day=by_day)


def _take_back_broadcasts(tx: Tx, person_id: str, now: datetime) -> None:
    """What she asked a yes for waits no more: whoever is left may change it, ask for it, or drop it."""
    for one in broadcasts.open_ones(tx):
        if one.state is CastState.ASKED and (one.body.get("asked") or {}).get("by") == person_id:
            # Somebody else may take it back in this moment.
            with suppress(Overtaken):
                broadcasts.save(tx, one, now, state=CastState.COMPOSING)


def _end_talk(tx: Tx, person_id: str, now: datetime) -> None:
    talk = talks.of(tx, person_id)
    if talk is None:
        return
    talks.end(tx, person_id)
    if talk.body.get("held"):
        # What she sent as a relative, and what has no place yet, stays hers.
        talks.begin(tx, person_id, LOOSE, {"held": talk.body["held"]}, now)


def _hand_over_interviews(tx: Tx, person_id: str, taker_id: str) -> None:
    for draft in drafts.open_of(tx, person_id, _DRAFTS):
        if draft.body.get("paper"):
            drafts.hand_over(tx, draft, taker_id)

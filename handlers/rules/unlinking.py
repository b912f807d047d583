"""Somebody unlinks her account in an emergency; and the way back, over a person who checks who she is."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from handlers.rules.decision import Choice, Decision, LoseFollower, Notice, RegainFollower
from handlers.saying import msg
from storage.records import Case, Lane, Person, Role

_CODES_NAMED = 20  # cases in one alert; somebody with more is known by these


def panicked(person: Person, followed: Sequence[tuple[str, str]], coordinators: Iterable[Person]) -> Decision:
    """She hears of no case any more. Her cases stay; the team hears of it, and does not write to her.

    Args:
        followed: Ids and codes of her cases.
    """
    others = [one for one in coordinators if one.id != person.id]
    notices: list[Notice] = []
    if followed:
        codes = [code for _, code in followed[:_CODES_NAMED]]
        rows = ((Choice(msg("button-open-case"), "case.open", {"case": followed[0][0]}),),)
        told = (msg("alert-unlinked", codes=codes), msg("alert-unlinked-rule"))
        notices += [Notice(one.id, Lane.ALERT, told, rows) for one in others]
    if person.role is Role.COORDINATOR:
        notices += [Notice(one.id, Lane.ALERT, (msg("alert-coordinator-unlinked"),)) for one in others]
    return Decision(
        changes=tuple(LoseFollower(case_id, person.id) for case_id, _ in followed),
        notices=tuple(notices),
        audit=("panicked", person.id),
    )


def relinked(
    cases: Sequence[Case],
    was: str,
    person: Person,
    coordinator: Person,
    coordinators: Iterable[Person],
    now: datetime,
) -> Decision:
    """A coordinator has checked that *person* is who was known as *was*: her cases are hers again.

    She gets a word that says nothing; the other coordinators hear who is linked to what, so
    that a false link is noticed.
    """
    both = {"was": was, "now": person.id, "checked": coordinator.id, "at": now.isoformat()}
    return Decision(
        changes=tuple(
            RegainFollower(
                one.id, was, person.id, {**one.body, "relinked": [*one.body.get("relinked", ()), both]}
            )
            for one in cases
        ),
        notices=(
            Notice(
                person.id,
                Lane.NOTICE,
                (msg("notice-update"),),
                ((Choice(msg("button-my-reports"), "cases.list"),),),
            ),
            *(
                Notice(
                    one.id,
                    Lane.ALERT,
                    (msg("alert-relinked", codes=[case.code for case in cases]),),
                    ((Choice(msg("button-open-case"), "case.open", {"case": cases[0].id}),),),
                )
                for one in coordinators
                if one.id not in (coordinator.id, person.id)
            ),
        ),
        audit=("relinked-person", person.id),
    )

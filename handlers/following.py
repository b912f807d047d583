"""Who follows a case, as family and team see them: by codes, never by the name of an account."""

from collections.abc import Sequence

from handlers.context import Context
from handlers.decisions import carried_out
from handlers.erasing import erase_draft
from handlers.rules import codes
from handlers.rules import following as rules
from handlers.rules.following import left, let_go
from handlers.rules.roles import reported_by
from storage import cases, drafts, links, people, unsaid
from storage.records import Case, Json, Person


def code_of(ctx: Context, case: Case, person: Person) -> str:
    """How somebody is called who follows this case; another one at each case."""
    return codes.short(ctx.tx.vault.lookup("follower-code", f"{case.id}/{person.id}"))


def others(ctx: Context, case: Case) -> Sequence[Person]:
    """Who follows the case without having told it, the longest first."""
    return [one for one in cases.followers_of(ctx.tx, case.id) if not told_it(case, one)]


def told_it(case: Case, person: Person) -> bool:
    """Whether this person told the report."""
    return reported_by(case.body, person.id)


def one_of(ctx: Context, case: Case, person_id: object) -> Person | None:
    """The one of `others` whom a button names; None where she follows no more."""
    return next((one for one in others(ctx, case) if one.id == person_id), None)


def cut_off(ctx: Context, case: Case) -> Sequence[Person]:
    """Who told the report and was cut off by the team, as long as she is there and not let back."""
    found = [people.find(ctx.tx, one["person"]) for one in case.body.get("cut", ())]
    follow = {one.id for one in cases.followers_of(ctx.tx, case.id)}
    return [one for one in found if one is not None and one.linked and one.id not in follow]


def end_teller(ctx: Context, case: Case, teller: Person) -> bool:
    """As `end`, of whoever told the report: her links and what she was adding to it go, too."""
    _silence(ctx, case, teller)
    links.void_made(ctx.tx, case.id, teller.id, ctx.now)
    for one in drafts.open_on(ctx.tx, case.id):
        if one.person_id == teller.id:
            erase_draft(ctx.tx, one, ctx.now, by=ctx.person.role.value)
    return carried_out(ctx, rules.cut_off(case, teller, ctx.person, ctx.now))


def end(ctx: Context, case: Case, person: Person) -> bool:
    """This person follows the case no more, at once; what waits to be said to her of it is not said."""
    _silence(ctx, case, person)
    decision = left(case, person) if person.id == ctx.person.id else let_go(case, person, ctx.office, ctx.now)
    return carried_out(ctx, decision)


def _silence(ctx: Context, case: Case, person: Person) -> None:
    def names_it(body: Json) -> bool:
        return any(case.code in one for one in _strings(body.get("parts", ())))

    unsaid.forget(ctx.tx, names_it, [person.id])


def _strings(kept: object) -> Sequence[str]:
    if isinstance(kept, str):
        return [kept]
    if isinstance(kept, dict):
        return [text for one in kept.values() for text in _strings(one)]
    if isinstance(kept, list | tuple):
        return [text for one in kept for text in _strings(one)]
    return []

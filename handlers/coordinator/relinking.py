"""Somebody who unlinked her account is back: a coordinator checks who she is, and links her again.

The way leads over a person on purpose. Whoever holds a seized phone can write to the hotline
and ask for a person, but cannot answer what only she knows.
"""

from handlers.access import asker_for, case_if, not_there
from handlers.command import ASKS, SHOWS, Deed, Offer
from handlers.context import Context
from handlers.decisions import carry_out
from handlers.rules.decision import Choice, Rows
from handlers.rules.roles import Act
from handlers.rules.unlinking import relinked
from handlers.saying import Short, msg
from storage import people, unlinkings
from storage.records import Json, Person, Role

_PAGE = 8


def ways(ctx: Context, author: Person) -> Rows:
    """A button for somebody without a case, as long as any case waits for whoever followed it."""
    if not author.linked or not unlinkings.waiting(ctx.tx, 1):
        return ()
    return ((Choice(msg("button-relink"), "relink.which", {"person": author.id}),),)


def _which(ctx: Context, args: Json) -> None:
    person, skipped = str(args["person"]), int(args.get("skip", 0))
    found = unlinkings.waiting(ctx.tx, _PAGE + 1, skipped)
    rows = [
        (
            Choice(
                msg("relink-line", code=one.code, day=Short(ctx.day(one.at))),
                "relink.ask",
                {"person": person, "was": one.person_id},
            ),
        )
        for one in found[:_PAGE]
    ]
    if len(found) > _PAGE:
        on = {"person": person, "skip": skipped + _PAGE}
        rows.append((Choice(msg("button-page-on"), "relink.which", on),))
    ctx.say(msg("relink-which"), rows=tuple(rows))


def _ask(ctx: Context, args: Json) -> None:
    waiting = unlinkings.of_person(ctx.tx, str(args["was"]))
    if not waiting:
        not_there(ctx)
        return
    ctx.say(
        msg("relink-check", codes=[one.code for one in waiting]),
        rows=((Choice(msg("button-relink-yes"), "relink.do", args),),),
        once=True,
    )


def _do(ctx: Context, args: Json) -> None:
    was, person = str(args["was"]), asker_for(ctx, args["person"])
    if person is None:
        return
    found = [case_if(ctx, one.case_id, Act.RELINK) for one in unlinkings.of_person(ctx.tx, was)]
    hers = [one for one in found if one is not None]
    if not hers or not person.linked or person.id == ctx.person.id:
        # Nobody links herself: who checked must be another than who is checked.
        not_there(ctx)
        return
    team = people.with_role(ctx.tx, Role.COORDINATOR)
    carry_out(ctx.speech, relinked(hers, was, person, ctx.person, team, ctx.now), ctx.person.id)
    opened = Choice(msg("button-open-case"), "case.open", {"case": hers[0].id})
    ctx.show(msg("relink-done", codes=[one.code for one in hers]), rows=((opened,),))


OFFER = Offer(
    deeds=(
        Deed("relink.which", Act.RELINK, _which, again=SHOWS),
        Deed("relink.ask", Act.RELINK, _ask, again=ASKS),
        Deed("relink.do", Act.RELINK, _do, once=True),
    )
)

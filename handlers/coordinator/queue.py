"""What needs somebody: people without a case who wait, and open cases, those whose family waits first."""

from handlers.command import SHOWS, Command, Deed, Offer
from handlers.context import Context
from handlers.noting import note
from handlers.rules.decision import Choice
from handlers.rules.roles import Act
from handlers.saying import Part, Short, msg
from storage import cases, entries
from storage.records import Case, Json, Role

_PAGE = 8
_ASKING = 4  # people without a case on the first page; the others follow as these are answered


def _show(ctx: Context, page: int) -> None:
    note(ctx, "saw-queue", None)
    count = cases.count_open(ctx.tx)
    shown = cases.open_ones(ctx.tx, _PAGE, page * _PAGE)
    rows: list[tuple[Choice, ...]] = [
        (Choice(msg("queue-person", day=Short(ctx.day(since))), "word.read", {"entry": entry_id}),)
        for entry_id, since in (entries.unanswered(ctx.tx, _ASKING) if page == 0 else ())
    ]
    rows += [(Choice(_line(ctx, one), "case.open", {"case": one.id}),) for one in shown]
    turns = []
    if page > 0:
        turns.append(Choice(msg("button-page-back"), "queue.page", {"page": page - 1}))
    if (page + 1) * _PAGE < count:
        turns.append(Choice(msg("button-page-on"), "queue.page", {"page": page + 1}))
    rows += ctx.row(*turns) if turns else ()
    ctx.show(msg("queue-count", count=count), rows=tuple(rows))


def _line(ctx: Context, case: Case) -> Part:
    if case.waiting_since is not None:
        return msg("queue-waiting", code=case.code, day=Short(ctx.day(case.waiting_since)))
    if case.owner_id is None:
        return msg("queue-new", code=case.code, day=Short(ctx.day(case.made_at)))
    if case.owner_id == ctx.person.id:
        return msg("queue-yours", code=case.code, day=Short(case.promise_on))
    return msg("queue-others", code=case.code, day=Short(case.promise_on))


def _page(ctx: Context, args: Json) -> None:
    _show(ctx, int(args["page"]))


OFFER = Offer(
    commands=(Command("queue", Act.SEE_QUEUE, lambda ctx: _show(ctx, 0), frozenset({Role.COORDINATOR})),),
    deeds=(
        Deed("queue.show", Act.SEE_QUEUE, lambda ctx, _args: _show(ctx, 0), again=SHOWS),
        Deed("queue.page", Act.SEE_QUEUE, _page, again=SHOWS),
    ),
)

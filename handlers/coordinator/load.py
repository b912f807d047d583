"""/load: who has how much in hand, what nobody says yes to, what is overdue: by codes, or as a picture."""

from collections.abc import Sequence

from handlers.access import not_there
from handlers.command import SHOWS, Command, Deed, Offer
from handlers.context import Context
from handlers.loading import asked_for, figures, late, line, loads
from handlers.membership import member
from handlers.noting import note
from handlers.rules.decision import Choice, Rows
from handlers.rules.loading import Load, View
from handlers.rules.roles import Act
from handlers.rules.volunteering import role_part
from handlers.saying import Part, Short, lines, msg, raw
from storage import load, tasks
from storage.load import RoleOn
from storage.records import Json, Lane, Role
from storage.team import Task

_SIZE = {View.TEAM: 8, View.OFFERS: 4, View.OVERDUE: 8}  # of one page; an offer says who was asked
_IN_A_ROW = 4  # codes, which are short
_MOST = 20  # tasks of one volunteer


def _show(ctx: Context, view: View, page: int) -> None:
    note(ctx, "saw-load", None)
    team = loads(ctx.tx, ctx.office, ctx.now)
    count = {
        View.TEAM: len(team),
        View.OFFERS: load.count_unanswered(ctx.tx),
        View.OVERDUE: load.count_overdue(ctx.tx, ctx.now),
    }
    size = _SIZE[view]
    page = max(0, min(page, (count[view] - 1) // size))
    skipped = page * size
    match view:
        case View.TEAM:
            parts, rows = _team(ctx, team[skipped : skipped + size])
        case View.OFFERS:
            parts, rows = _offers(ctx, size, skipped)
        case View.OVERDUE:
            parts, rows = [], _overdue(ctx, size, skipped)
    title = msg(f"load-title-{view}", count=count[view]) if count[view] else msg(f"load-nothing-{view}")
    turns = []
    if page > 0:
        turns.append(Choice(msg("button-page-back"), "load.show", {"view": view, "page": page - 1}))
    if skipped + size < count[view]:
        turns.append(Choice(msg("button-page-on"), "load.show", {"view": view, "page": page + 1}))
    others = tuple(
        (Choice(msg(f"button-load-{one}", count=count[one]), "load.show", {"view": one, "page": 0}),)
        for one in View
        if one is not view
    )
    picture = (Choice(msg("button-load-picture"), "load.picture"),)
    ctx.show(title, *parts, rows=(*rows, *(ctx.row(*turns) if turns else ()), *others, picture))


def _team(ctx: Context, shown: Sequence[Load]) -> tuple[list[Part], Rows]:
    codes = [Choice(raw(one.code), "load.of", {"person": one.person_id}) for one in shown]
    rows: list[tuple[Choice, ...]] = []
    for at in range(0, len(codes), _IN_A_ROW):
        rows += ctx.row(*codes[at : at + _IN_A_ROW])
    return [lines([line(one) for one in shown])] if shown else [], tuple(rows)


def _offers(ctx: Context, size: int, skipped: int) -> tuple[list[Part], Rows]:
    found = load.unanswered(ctx.tx, size, skipped)
    return [lines(asked_for(ctx.tx, one)) for one in found], tuple(map(_button, found))


def _button(one: RoleOn) -> tuple[Choice, ...]:
    said = msg("button-role", code=one.code, role=role_part(one.skill))
    return (Choice(said, "role.open", {"assignment": one.assignment_id}),)


def _overdue(ctx: Context, size: int, skipped: int) -> Rows:
    return tuple(
        (Choice(late(ctx.tx, ctx.office, one), "task.open", {"task": one.task_id}),)
        for one in load.overdue(ctx.tx, ctx.now, size, skipped)
    )


def _of(ctx: Context, args: Json) -> None:
    one = member(ctx.tx, args["person"])
    if one is None or one.person.role is not Role.VOLUNTEER:
        not_there(ctx)
        return
    note(ctx, "saw-load", one.person.id)
    hers = next(each for each in loads(ctx.tx, ctx.office, ctx.now) if each.person_id == one.person.id)
    roles = load.in_hand(ctx.tx, one.person.id)
    todo = tasks.held_by(ctx.tx, one.person.id, _MOST)
    said = [
        msg("load-has", code=each.code, role=role_part(each.skill), day=ctx.day(each.since)) for each in roles
    ]
    rows = [*map(_button, roles)]
    rows += [(Choice(_named(ctx, each), "task.open", {"task": each.id}),) for each in todo]
    rows.append((Choice(msg("button-load-back"), "load.show", {"view": View.TEAM, "page": 0}),))
    what = lines(said) if said else msg("load-has-nothing") if not todo else None
    ctx.show(line(hers), *([what] if what is not None else ()), rows=tuple(rows))


def _named(ctx: Context, task: Task) -> Part:
    which = msg("remind-case", code=task.body["code"]) if task.body["code"] else msg("remind-alone")
    if task.due_at is None:
        return which
    return msg("button-remind", which=which, day=Short(ctx.day(task.due_at)))


def _picture(ctx: Context, _args: Json) -> None:
    note(ctx, "saw-load", None)
    drawn = figures(ctx.tx, ctx.office, ctx.now)
    body = {"parts": [drawn["title"]], "figures": drawn, "file_name": f"izdeu-{ctx.day(ctx.now)}.png"}
    ctx.speech.put(ctx.person, Lane.REPLY, "picture", body, None)


OFFER = Offer(
    commands=(
        Command("load", Act.SEE_TEAM, lambda ctx: _show(ctx, View.TEAM, 0), frozenset({Role.COORDINATOR})),
    ),
    deeds=(
        Deed(
            "load.show",
            Act.SEE_TEAM,
            lambda ctx, args: _show(ctx, View(args["view"]), int(args["page"])),
            again=SHOWS,
        ),
        Deed("load.of", Act.SEE_TEAM, _of, again=SHOWS),
        Deed("load.picture", Act.SEE_TEAM, _picture, again=SHOWS),
    ),
)

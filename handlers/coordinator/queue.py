"""/queue: what needs somebody today, the most urgent first, each with its reason; changed in place."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from handlers.command import SHOWS, Command, Deed, Offer
from handlers.context import Context
from handlers.noting import note
from handlers.rules.decision import Choice, Rows
from handlers.rules.queueing import (
    DUE_WITHIN,
    MOST,
    Filter,
    Reason,
    Row,
    counted,
    merged,
    promise_reason,
    timed_reason,
)
from handlers.rules.roles import Act
from handlers.saying import Part, Short, msg
from storage import cases, entries, queue
from storage.records import Json, Role, Urgency
from storage.standing import Need

_PAGE = 8
_ASKING = 4  # people without a case on the first page; the others follow as these are answered


def _today(ctx: Context) -> date:
    return ctx.office.today(ctx.now)


def _needs(ctx: Context, shown: Filter) -> list[Row]:
    """Everything that was asked for, the most urgent first; each question has an end."""
    tx, today = ctx.tx, _today(ctx)
    owner = ctx.person.id if shown is Filter.MINE else None
    rows: list[Row] = []

    def add(needs: Iterable[Need], reason: Reason) -> None:
        rows.extend(Row(one, reason) for one in needs)

    if shown in (Filter.TODAY, Filter.MINE, Filter.WAITING):
        add(queue.waiting(tx, MOST, owner), Reason.WAITS)
    if shown in (Filter.TODAY, Filter.MINE):
        add(queue.urgent(tx, Urgency.NOW, MOST, owner), Reason.NOW)
        add(queue.urgent(tx, Urgency.SOON, MOST, owner), Reason.SOON)
        # Grave news of her own family she hears from a person, and not from a list.
        own = {case_id for case_id, _ in cases.codes_followed(tx, ctx.person.id)}
        add((one for one in queue.news(tx, MOST, owner) if one.case_id not in own), Reason.NEWS)
    if shown in (Filter.TODAY, Filter.MINE, Filter.CONTRADICTIONS):
        add(queue.contradicting(tx, MOST, owner), Reason.CONTRADICTS)
    if shown in (Filter.TODAY, Filter.MINE, Filter.TERMS):
        until = ctx.now + DUE_WITHIN
        for one in (*queue.due(tx, until, MOST, owner), *queue.told(tx, MOST, owner)):
            rows.append(Row(one, timed_reason(one)))
        add(queue.tasks_due(tx, until, MOST, owner), Reason.TASK)
    if shown in (Filter.TODAY, Filter.UNOWNED):
        add(queue.unowned(tx, MOST), Reason.NEW)
    if shown in (Filter.TODAY, Filter.PROMISES):
        for one in queue.promised(tx, today + timedelta(days=1), MOST):
            rows.append(_promised(one, today))
    if shown is Filter.MINE:
        rows.extend(_promised(one, today) for one in queue.every(tx, MOST, owner))
    return merged(rows, shown)


def _promised(need: Need, today: date) -> Row:
    assert not isinstance(need.at, datetime), "a promise is for a day"
    return Row(need, promise_reason(need.at, today))


def _show(ctx: Context, shown: Filter, page: int) -> None:
    note(ctx, "saw-queue", None)
    if shown is Filter.OPEN:
        _show_open(ctx, None)
        return
    found = _needs(ctx, shown)
    page = min(page, max(0, (len(found) - 1) // _PAGE))
    rows: list[tuple[Choice, ...]] = []
    if page == 0 and shown in (Filter.TODAY, Filter.WAITING):
        rows += [
            (Choice(msg("queue-person", day=Short(ctx.day(since))), "word.read", {"entry": entry_id}),)
            for entry_id, since in entries.unanswered(ctx.tx, _ASKING)
        ]
    rows += [_button(ctx, one) for one in found[page * _PAGE : (page + 1) * _PAGE]]
    turns = []
    if page > 0:
        turns.append(Choice(msg("button-page-back"), "queue.page", {"filter": shown, "page": page - 1}))
    if (page + 1) * _PAGE < len(found):
        turns.append(Choice(msg("button-page-on"), "queue.page", {"filter": shown, "page": page + 1}))
    rows += ctx.row(*turns) if turns else ()
    said = [msg(f"desk-title-{shown}", count=counted(len(found)))] if rows else [_nothing(ctx, shown)]
    ctx.show(*said, rows=(*rows, *_ways(ctx)))


def _nothing(ctx: Context, shown: Filter) -> Part:
    if shown is Filter.TODAY:
        count = queue.count_open(ctx.tx, MOST)
        return msg("desk-nothing-today", count=counted(count)) if count else msg("queue-count", count=0)
    return msg(f"desk-nothing-{shown}")


def _show_open(ctx: Context, after: tuple[date, str] | None) -> None:
    found = queue.every(ctx.tx, _PAGE + 1, after=after)
    rows = [_button(ctx, _promised(one, _today(ctx))) for one in found[:_PAGE]]
    turns = []
    if after is not None:
        turns.append(Choice(msg("button-queue-first"), "queue.page", {"filter": Filter.OPEN, "page": 0}))
    if len(found) > _PAGE:
        last = found[_PAGE - 1]
        goes_on = {"day": last.at.isoformat(), "case": last.case_id}
        turns.append(Choice(msg("button-page-on"), "queue.open", goes_on))
    rows += ctx.row(*turns) if turns else ()
    count = queue.count_open(ctx.tx, MOST)
    said = msg("desk-title-open", count=counted(count)) if count else msg("queue-count", count=0)
    ctx.show(said, rows=(*rows, *_ways(ctx)))


def _button(ctx: Context, row: Row) -> tuple[Choice, ...]:
    at, said = row.need.at, _TEXTS[row.reason]
    if row.reason in _WITHOUT_DAY:
        part = msg(said, code=row.need.code)
    else:
        part = msg(said, code=row.need.code, day=Short(ctx.day(at) if isinstance(at, datetime) else at))
    return (Choice(part, "case.open", {"case": row.need.case_id}),)


_TEXTS = {
    Reason.NOW: "queue-now",
    Reason.NEWS: "queue-news",
    Reason.WAITS: "queue-waiting",
    Reason.OVERDUE: "queue-overdue",
    Reason.TODAY: "queue-promised-today",
    Reason.SOON: "queue-soon",
    Reason.CONTRADICTS: "queue-contradicts",
    Reason.TERM: "queue-term",
    Reason.FINE: "queue-fine",
    Reason.REPLY: "queue-reply",
    Reason.JOURNEY: "queue-journey",
    Reason.TASK: "queue-task",
    Reason.NEW: "queue-new",
    Reason.TOMORROW: "queue-tomorrow",
    Reason.CALM: "queue-others",
}
# The word itself says when, or there is no day that matters.
_WITHOUT_DAY = frozenset(
    (Reason.NOW, Reason.NEWS, Reason.TODAY, Reason.SOON, Reason.CONTRADICTS, Reason.TOMORROW)
)


def _ways(ctx: Context) -> Rows:
    return ctx.row(
        Choice(msg("button-queue-filter"), "queue.filters"), Choice(msg("button-find"), "find.ask")
    )


def _filters(ctx: Context, _args: Json) -> None:
    rows = []
    for one in Filter:
        count = queue.count_open(ctx.tx, MOST) if one is Filter.OPEN else len(_needs(ctx, one))
        said = msg(f"button-queue-{one}", count=counted(count))
        rows.append((Choice(said, "queue.page", {"filter": one, "page": 0}),))
    ctx.show(msg("desk-which"), rows=tuple(rows))


def _page(ctx: Context, args: Json) -> None:
    _show(ctx, Filter(args["filter"]), int(args["page"]))


def _open_from(ctx: Context, args: Json) -> None:
    note(ctx, "saw-queue", None)
    _show_open(ctx, (date.fromisoformat(args["day"]), str(args["case"])))


OFFER = Offer(
    commands=(
        Command(
            "queue", Act.SEE_QUEUE, lambda ctx: _show(ctx, Filter.TODAY, 0), frozenset({Role.COORDINATOR})
        ),
    ),
    deeds=(
        Deed("queue.show", Act.SEE_QUEUE, lambda ctx, _args: _show(ctx, Filter.TODAY, 0), again=SHOWS),
        Deed("queue.page", Act.SEE_QUEUE, _page, again=SHOWS),
        Deed("queue.open", Act.SEE_QUEUE, _open_from, again=SHOWS),
        Deed("queue.filters", Act.SEE_QUEUE, _filters, again=SHOWS),
    ),
)

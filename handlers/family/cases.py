"""What a relative sees of her cases: the situation, what was done, and by when she will hear."""

from collections.abc import Sequence

from handlers.access import case_for, case_if, entry_for, not_there, own_drafts
from handlers.command import SAME, SHOWS, Command, Deed, Offer
from handlers.context import Context
from handlers.evidence.passing import give
from handlers.intake.showing import title
from handlers.intake.summary import name_told
from handlers.noting import note
from handlers.rules import letters
from handlers.rules.badnews import shown_situation
from handlers.rules.decision import Choice
from handlers.rules.lifecycle import shown_stage
from handlers.rules.roles import Act, may, tie
from handlers.saying import Part, Short, lines, msg, raw
from storage import cases, entries
from storage.records import Case, Entry, EntryKind, Json, Stage

_LINES = 12  # of the timeline on one card


def _list(ctx: Context) -> None:
    unfinished = own_drafts(ctx, 8)
    followed = cases.followed_by(ctx.tx, ctx.person.id, 20)
    if followed:
        note(ctx, "listed-own-cases", ctx.person.id)
    rows = [(Choice(_title(one), "cases.show", {"case": one.id}),) for one in followed]
    rows += [
        (
            Choice(
                msg("button-unfinished", title=title(ctx, one)),
                "draft.resume",
                {"draft": one.id},
            ),
        )
        for one in unfinished
    ]
    rows.append((Choice(msg("button-new-report"), "draft.new"),))
    ctx.show(msg("cases-yours") if followed or unfinished else msg("cases-none"), rows=tuple(rows))


def _title(case: Case) -> Part:
    name = name_told(case.body)
    return raw(f"{case.code} · {name}") if name else raw(case.code)


def _show(ctx: Context, args: Json) -> None:
    case = case_for(ctx, args["case"], Act.SEE_OWN_CASE)
    if case is None:
        return
    note(ctx, "saw-own-case", case.id)
    name = name_told(case.body)
    parts = [
        msg("case-title", code=case.code),
        *([raw(name)] if name else []),
        msg("case-situation", situation=msg(f"situation-{shown_situation(case, ctx.person.id)}")),
        shown_stage(case, ctx.person.id),
        timeline(ctx, entries.of_case(ctx.tx, case.id, _LINES)),
    ]
    if case.stage not in (Stage.CLOSED, Stage.MERGED):
        parts.append(msg("case-promise", day=case.promise_on))
    letters = [one for one in entries.of_case(ctx.tx, case.id, _LINES) if one.kind is EntryKind.UPDATE]
    rows = [
        (Choice(msg("button-read-update", day=Short(ctx.day(one.at))), "update.read", {"entry": one.id}),)
        for one in letters[-4:]
    ]
    rows.append((Choice(msg("button-add"), "word.write", {"case": case.id}),))
    if may(ctx.person.role, Act.AMEND_CASE, tie(case, ctx.person.id, follows=True)):
        rows.append((Choice(msg("button-tell-more"), "case.amend", {"case": case.id}),))
        rows.append((Choice(msg("button-receipt"), "receipt.ask", {"case": case.id}),))
    if case.stage is Stage.MERGED:
        other = Choice(msg("button-merged-other"), "cases.show", {"case": case.body["merged-into"]["id"]})
        rows.append((other,))
    rows.append((Choice(msg("button-hearing"), "news.wish", {"case": case.id}),))
    rows.append((Choice(msg("button-followers"), "follow.mine", {"case": case.id}),))
    rows.append((Choice(msg("button-my-reports"), "cases.list"),))
    ctx.show(*parts, rows=tuple(rows))


def timeline(ctx: Context, happened: Sequence[Entry]) -> Part:
    """What happened, a line each, without its content."""
    return lines([msg("timeline"), *(msg(f"timeline-{one.kind}", day=ctx.day(one.at)) for one in happened)])


def _read(ctx: Context, args: Json) -> None:
    entry = entry_for(ctx, args["entry"], Act.SEE_OWN_CASE)
    if entry is None:
        return
    if entry.kind is not EntryKind.UPDATE:
        not_there(ctx)  # what others of the family wrote, and what was changed, is no letter to her
        return
    _opened(ctx, entry)
    case = case_if(ctx, entry.case_id, Act.SEE_OWN_CASE) if entry.case_id is not None else None
    title = (
        msg("update-title", code=case.code, day=ctx.day(entry.at))
        if case is not None
        else msg("answer-title", day=ctx.day(entry.at))
    )
    answer = (
        Choice(msg("button-answer"), "word.write", {"case": case.id})
        if case is not None
        else Choice(msg("button-answer"), "person.ask")
    )
    if file := entry.body.get("file"):
        give(ctx, file, "letter", entry.case_id)
    parts = (title, *letters.content(entry.body, ctx.person.language))
    ctx.show(*parts, rows=((answer,), (Choice(msg("button-my-reports"), "cases.list"),)))


def _opened(ctx: Context, entry: Entry) -> None:
    entries.read_by(ctx.tx, entry.id, ctx.person.id, ctx.now)
    note(
        ctx,
        "read-letter",
        entry.case_id or ctx.person.id,
        report_id=entry.case_id,
        details={"entry": entry.id},
    )


def _seen(ctx: Context, args: Json) -> None:
    """What came at once was read; without this nobody could know."""
    entry = entry_for(ctx, args["entry"], Act.SEE_OWN_CASE)
    if entry is None:
        return
    if entry.kind is not EntryKind.UPDATE:
        not_there(ctx)
        return
    _opened(ctx, entry)
    ctx.toast("letter-seen")


OFFER = Offer(
    commands=(Command("cases", Act.SPEAK, _list),),
    deeds=(
        Deed("cases.list", Act.SPEAK, lambda ctx, _args: _list(ctx), again=SHOWS),
        Deed("cases.show", Act.SEE_OWN_CASE, _show, again=SHOWS),
        Deed("update.read", Act.SEE_OWN_CASE, _read, again=SHOWS),
        Deed("update.seen", Act.SEE_OWN_CASE, _seen, again=SAME),
    ),
)

"""The history of a case: every change, by whom, when. Each leaves a line in the log, so all is there.

People of the team stand with their codes, a family as the family; what was said stands elsewhere.
"""

from handlers.access import case_for
from handlers.command import SHOWS, CardPlace, Deed, Offer, Section
from handlers.context import Context
from handlers.membership import code_of
from handlers.noting import note
from handlers.rules.decision import Choice
from handlers.rules.roles import Act
from handlers.saying import Part, lines, msg
from storage import audit, people
from storage.records import Json, Role

_PAGE = 12
_LOOKED_AT = 120  # lines of the log for one page; most of them tell who looked
_LOOKED = (
    "opened-case", "read-report", "saw-timeline", "saw-files", "read-changes", "read-messages", "read-words",
    "saw-own-case", "read-letter", "saw-notes", "read-note", "saw-tasks", "read-task", "saw-history",
    "began-amending", "took-receipt",
)  # fmt: skip
"""Lines of who looked, which change nothing; shown where she asks for them, too."""

_KNOWN = frozenset((
    *_LOOKED, "reported", "amended", "amended-nothing", "took", "wrote", "family-wrote", "kept-promise",
    "unlinked", "relinked", "noted", "mentioned", "flagged", "unflagged", "set-task", "gave-task",
    "ended-task", "told-task",
))  # fmt: skip


def _show(ctx: Context, args: Json) -> None:
    case = case_for(ctx, args["case"], Act.SEE_CASE)
    if case is None:
        return
    note(ctx, "saw-history", case.id)
    looks, before = bool(args.get("looks")), args.get("before")
    found = audit.about(ctx.tx, case.id, _LOOKED_AT, None if before is None else int(before))
    shown = [one for one in found if looks or one.action not in _LOOKED][:_PAGE]
    where = {"case": case.id, "looks": looks}
    rows = []
    last = shown[-1] if len(shown) == _PAGE else found[-1] if len(found) == _LOOKED_AT else None
    if last is not None:
        rows.append((Choice(msg("button-page-back"), "history.show", {**where, "before": last.number}),))
    other = msg("button-history-changes" if looks else "button-history-looks")
    rows.append((Choice(other, "history.show", {"case": case.id, "looks": not looks}),))
    rows.append((Choice(msg("button-open-case"), "case.open", {"case": case.id}),))
    said = [lines([_line(ctx, one) for one in shown])] if shown else [msg("history-none")]
    ctx.show(msg("history-title", code=case.code), *said, rows=tuple(rows))


def _line(ctx: Context, one: audit.About) -> Part:
    what = msg(f"history-{one.action}") if one.action in _KNOWN else msg("history-other", action=one.action)
    return msg("history-line", at=one.at, who=_who(ctx, one.actor_id), what=what)


def _who(ctx: Context, actor_id: str | None) -> Part:
    if actor_id is None:
        return msg("by-hotline")
    if actor_id == ctx.person.id:
        return msg("by-you")
    person = people.find(ctx.tx, actor_id)
    if person is None or (person.role is Role.FAMILY and person.role_at is None):
        return msg("by-family")
    return msg("by-member", code=code_of(ctx.tx, person))


OFFER = Offer(
    deeds=(Deed("history.show", Act.SEE_CASE, _show, again=SHOWS),),
    sections=(Section("history.show", lambda _ctx, _case: msg("button-history"), CardPlace.HISTORY),),
)

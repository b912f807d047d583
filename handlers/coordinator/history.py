"""The history of a case: every change, by whom, when. Each leaves a line in the log, so all is there.

People of the team stand with their codes, a family as the family; what was said stands elsewhere.
"""

import re

from handlers.access import case_for
from handlers.command import SHOWS, CardPlace, Deed, Offer, Section
from handlers.context import Context
from handlers.coordinator.own_family import is_hers
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
    *_LOOKED,
    "reported", "amended", "amended-nothing", "took", "wrote", "family-wrote", "kept-promise", "unlinked",
    "relinked", "noted", "mentioned", "flagged", "unflagged", "set-task", "gave-task", "ended-task",
    "told-task", "put-task-off", "checked-task", "noted-task", "offered-task", "took-task", "asked-help",
    "took-role", "declined-role", "put-role-off", "gave-role-back", "wanted-role", "asked-for-role",
    "asked-volunteer", "took-role-back", "ended-role", "dropped-role", "claimed", "corrected-claim",
    "raised-claim", "set-claim-aside", "moved-stage", "closed-case", "reopened-case", "merged-case",
    "parted-case", "set-urgency", "chose-hearing", "entered-term", "ended-term", "answered-checkin",
    "entered-fine", "paid-fine", "entered-petition", "entered-outcome", "entered-submission",
    "entered-journey", "asked-family", "joined-incident", "left-incident",
))  # fmt: skip
_ALIKE = (
    (("saw-", "read-"), "looked"),
    (("term-", "fine-", "petition-", "window-", "reminded-"), "reminded"),
    (
        ("invited-follower", "asked-to-follow", "approved-f", "refused-f", "ended-following", "left-case"),
        "followers",
    ),
    (
        ("wanted-tr", "took-tr", "translated", "gave-tr", "asked-tr", "nobody-tr", "withdrew-tr"),
        "translation",
    ),
)
"""How lines begin that are told in the same words."""


_GUARDED = re.compile("news|claim|carrier|situation")
"""What a coordinator does not read of her own family's case: a person tells her."""


def _is_look(action: str) -> bool:
    """Whether it changed nothing: somebody looked, or the clock did and said nothing."""
    quiet = action.endswith(("-later", "-put-off", "-over"))
    return action in _LOOKED or action.startswith(("saw-", "read-")) or quiet


def _show(ctx: Context, args: Json) -> None:
    case = case_for(ctx, args["case"], Act.SEE_CASE)
    if case is None:
        return
    note(ctx, "saw-history", case.id)
    looks, before = bool(args.get("looks")), args.get("before")
    found = audit.about(ctx.tx, case.id, _LOOKED_AT, None if before is None else int(before))
    hers = is_hers(ctx, case)
    seen = [one for one in found if not (hers and _GUARDED.search(one.action))]
    shown = [one for one in seen if looks or not _is_look(one.action)][:_PAGE]
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
    what = in_words(one.action)
    return msg("history-line", at=one.at, who=_who(ctx, one.actor_id), what=what)


def in_words(action: str) -> Part:
    """What a line of the log says."""
    if action in _KNOWN:
        return msg(f"history-{action}")
    alike = next((text for begins, text in _ALIKE if action.startswith(begins)), None)
    if alike is None and ("news" in action or action.endswith(("-carrier", "told"))):
        alike = "grave-news"
    return msg(f"history-{alike}") if alike is not None else msg("history-other", action=action)


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

"""The one gate to a case: fresh state, the table of roles, and one answer for "not yours" and "not there"."""

from handlers.context import Context
from handlers.rules import discretion
from handlers.rules.roles import Act, Tie, may, tie
from handlers.saying import msg
from storage import cases, entries
from storage.records import Case, Entry


def case_for(ctx: Context, case_id: object, act: Act) -> Case | None:
    """The case, if this person may do this with it now; otherwise she is told that there is nothing."""
    case = cases.by_id(ctx.tx, str(case_id))
    if case is not None:
        stands = tie(case, ctx.person.id, cases.follows(ctx.tx, case.id, ctx.person.id))
        # A coordinator stays a coordinator where she also follows.
        if may(ctx.person.role, act, stands):
            if act is Act.SEE_CASE:
                on_demand(ctx)
            return case
    not_there(ctx)
    return None


def entry_for(ctx: Context, entry_id: object, act: Act) -> Entry | None:
    """The entry, if this person may see it; otherwise as `case_for`."""
    entry = entries.by_id(ctx.tx, str(entry_id))
    if entry is None:
        not_there(ctx)
        return None
    if entry.case_id is not None:
        return entry if case_for(ctx, entry.case_id, act) is not None else None
    # Without a case it belongs to the one relative it came from or goes to, and to coordinators.
    if act is Act.SEE_OWN_CASE:
        allowed = entry.person_id == ctx.person.id
    else:
        allowed = may(ctx.person.role, act, Tie.NONE)
    if allowed:
        return entry
    not_there(ctx)
    return None


def not_there(ctx: Context) -> None:
    """Say that there is nothing, in the same words whether there is or not."""
    ctx.say(msg("not-there"))


def on_demand(ctx: Context) -> None:
    """What she is answered now names people: for some it stands in the chat only for minutes."""
    if discretion.is_fleeting(ctx.person.role, ctx.person.fleeting):
        ctx.speech.gone_after[ctx.person.id] = discretion.FLEETING

"""A coordinator whose own family it is: what is claimed of her own people she does not read off a screen.

She sees the case as one of the team in all else. That it is so does not depend on what is claimed,
so that it tells nothing.
"""

from handlers.context import Context
from handlers.saying import msg
from storage import cases
from storage.records import Case


def is_hers(ctx: Context, case: Case) -> bool:
    """Whether she follows it as one of the family."""
    return cases.follows(ctx.tx, case.id, ctx.person.id)


def kept_from_her(ctx: Context, case: Case) -> bool:
    """As `is_hers`; then she is told why another works on it."""
    if not is_hers(ctx, case):
        return False
    ctx.undone = True
    ctx.say(msg("case-own-family"))
    return True

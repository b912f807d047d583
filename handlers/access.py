"""The one gate to what is kept of people: fresh state, the table of roles, one answer where there is none.

How somebody stands to a thing is asked first, in one question that opens nothing; only what she
may have is opened then. So a refusal looks the same and takes the same time, whether there is
such a thing or not. `tests/access` proves it of every button.
"""

from collections.abc import Sequence

from handlers.context import Context
from handlers.rules import discretion
from handlers.rules.roles import Act, Tie, may, tie
from handlers.rules.translating import Said
from handlers.saying import msg
from storage import (
    assignments,
    attachments,
    cases,
    drafts,
    entries,
    links,
    matters,
    outings,
    people,
    tasks,
    wellbeing,
)
from storage.assignments import Assignment, State
from storage.outings import Outing
from storage.records import Attachment, Case, Entry, Link, Matter, MatterKind, Person, StoredDraft
from storage.team import Task
from storage.wellbeing import Asked

_SHOWS_A_CASE = frozenset({Act.SEE_CASE, Act.WORK_CASE})


def case_for(ctx: Context, case_id: object, act: Act) -> Case | None:
    """The case, if this person may do this with it now; otherwise she is told that there is nothing."""
    case = case_if(ctx, case_id, act)
    if case is None:
        not_there(ctx)
    return case


def case_if(ctx: Context, case_id: object, act: Act) -> Case | None:
    """As `case_for`, without a word where there is nothing."""
    standing = cases.standing(ctx.tx, str(case_id), ctx.person.id)
    if standing is None or not _could(ctx, act, *standing):
        return None
    case = cases.by_id(ctx.tx, str(case_id))
    # A coordinator stays a coordinator where she also follows.
    if case is None or not may(ctx.person.role, act, tie(case, ctx.person.id, standing[1])):
        return None
    if act in _SHOWS_A_CASE:
        on_demand(ctx)
    return case


def case_by_code(ctx: Context, code: str, act: Act) -> Case | None:
    """The case with the code that she typed, without a word; for whoever may do this to any case."""
    case = cases.by_code(ctx.tx, code) if may(ctx.person.role, act) else None
    return case_if(ctx, case.id, act) if case is not None else None


def _could(ctx: Context, act: Act, owner_id: str | None, follows: bool) -> bool:
    """Whether to open it at all; who told a case stands in what is sealed, and only followers did."""
    if follows:
        return may(ctx.person.role, act, Tie.FOLLOWER) or may(ctx.person.role, act, Tie.TELLER)
    return may(ctx.person.role, act, Tie.OWNER if owner_id == ctx.person.id else Tie.NONE)


def entry_for(ctx: Context, entry_id: object, act: Act) -> Entry | None:
    """The entry, if this person may see it; otherwise as `case_for`."""
    standing = entries.standing(ctx.tx, str(entry_id), ctx.person.id)
    if standing is None:
        allowed = False
    elif standing.case_id is not None:
        allowed = _could(ctx, act, standing.owner_id, standing.follows)
    elif act is Act.SEE_OWN_CASE:
        # Without a case it belongs to the one relative it came from or goes to, and to coordinators.
        allowed = standing.hers
    else:
        allowed = may(ctx.person.role, act)
    entry = entries.by_id(ctx.tx, str(entry_id)) if allowed else None
    if entry is None:
        not_there(ctx)
    return entry


def matter_for(ctx: Context, matter_id: object, act: Act) -> Matter | None:
    """What hangs on a case, if this person may do this with that case; otherwise as `case_for`."""
    matter = matter_if(ctx, matter_id, act)
    if matter is None:
        not_there(ctx)
    return matter


def matter_if(ctx: Context, matter_id: object, act: Act) -> Matter | None:
    """As `matter_for`, without a word where there is nothing."""
    case_id = matters.case_of(ctx.tx, str(matter_id))
    standing = cases.standing(ctx.tx, case_id or "", ctx.person.id)
    allowed = standing is not None and _could(ctx, act, *standing)
    matter = matters.by_id(ctx.tx, str(matter_id)) if allowed else None
    if matter is not None and act in _SHOWS_A_CASE:
        on_demand(ctx)
    return matter


def matter_as_it_is(ctx: Context, matter_id: object, act: Act) -> Matter | None:
    """As `matter_if`; of one that was corrected meanwhile, what stands in its place."""
    one = matter_if(ctx, matter_id, act)
    if one is None:
        return None
    after = {other.replaces_id: other for other in matters.of_case(ctx.tx, one.case_id, one.kind)}
    while one.id in after:
        one = after[one.id]
    return one


def task_for(ctx: Context, task_id: object, act: Act) -> Task | None:
    """The task, if this person may do this with it; otherwise as `case_for`.

    Whoever has it may do it; beside her coordinators, who may see its case.
    """
    standing = tasks.standing(ctx.tx, str(task_id))
    if standing is None or not _may_task(ctx, act, *standing):
        not_there(ctx)
        return None
    on_demand(ctx)
    return tasks.by_id(ctx.tx, str(task_id))


def _may_task(ctx: Context, act: Act, case_id: str | None, holder_id: str | None, offered: bool) -> bool:
    about = cases.standing(ctx.tx, case_id or "", ctx.person.id)
    if act is Act.TAKE_TASK:
        # Not one about her own family: she would read what the team plans.
        return offered and may(ctx.person.role, act) and (about is None or not about[1])
    if holder_id == ctx.person.id and may(ctx.person.role, act):
        return True
    if case_id is None:
        return may(ctx.person.role, Act.WORK_TASK)
    return about is not None and _could(ctx, Act.WORK_CASE, *about)


def translation_for(ctx: Context, matter_id: object) -> Matter | None:
    """What a volunteer is to translate; otherwise as `case_for`, or that somebody else has it in hand."""
    there, holder = matters.in_hand(ctx.tx, str(matter_id), MatterKind.UPDATE, over=Said.WRITTEN)
    standing = cases.standing(ctx.tx, matters.case_of(ctx.tx, str(matter_id)) or "", ctx.person.id)
    if not there or standing is None or not _could(ctx, Act.TRANSLATE, None, standing[1]):
        not_there(ctx)
        return None
    if holder not in (None, ctx.person.id):
        ctx.undone = True
        ctx.say(msg("translate-taken"))
        return None
    on_demand(ctx)
    return matters.by_id(ctx.tx, str(matter_id))


def assignment_for(ctx: Context, assignment_id: object, act: Act) -> Assignment | None:
    """A role on a case, if this person may do this with it; otherwise as `case_for`.

    Whoever works on any case may with each; a volunteer who is asked may answer, and see what it
    needs while she has it.
    """
    standing = assignments.standing(ctx.tx, str(assignment_id), ctx.person.id)
    allowed = False
    if standing is not None:
        case_id, state, holder_id, asked = standing
        of_case = cases.standing(ctx.tx, case_id, ctx.person.id)
        hers = state is State.HELD and holder_id == ctx.person.id
        if act is Act.TAKE_ON:
            allowed = asked is not None and _serves(ctx, act, of_case, assigned=hers)
        elif act is Act.SEE_ASSIGNED:
            allowed = hers and _serves(ctx, act, of_case, assigned=True)
        else:
            allowed = of_case is not None and _could(ctx, act, *of_case)
    found = assignments.by_id(ctx.tx, str(assignment_id)) if allowed else None
    if found is None:
        not_there(ctx)
    elif act is Act.SEE_ASSIGNED or act in _SHOWS_A_CASE:
        on_demand(ctx)
    return found


def assigned_case(ctx: Context, assignment: Assignment) -> Case | None:
    """The case of what she has in hand, to show her of it what her role needs; None where it is gone.

    Args:
        assignment: As `assignment_for` gave it out, for `Act.SEE_ASSIGNED` or `Act.TAKE_ON`.
    """
    standing = cases.standing(ctx.tx, assignment.case_id, ctx.person.id)
    hers = assignment.state is State.HELD and assignment.holder_id == ctx.person.id
    if not _serves(ctx, Act.SEE_ASSIGNED if hers else Act.TAKE_ON, standing, assigned=hers):
        return None
    return cases.by_id(ctx.tx, assignment.case_id)


def _serves(ctx: Context, act: Act, of_case: tuple[str | None, bool] | None, *, assigned: bool) -> bool:
    if of_case is None or of_case[1]:
        return False  # her own family, or nothing
    return may(ctx.person.role, act, Tie.ASSIGNED if assigned else Tie.NONE)


def link_for(ctx: Context, link_id: object, act: Act) -> tuple[Link, Case] | None:
    """A link and its case, if this person may do this with that case; otherwise as `case_for`."""
    case = case_if(ctx, links.case_of(ctx.tx, str(link_id)) or "", act)
    link = links.by_id(ctx.tx, str(link_id)) if case is not None else None
    # Whoever is to follow does not let herself in.
    if link is None or case is None or link.used_by == ctx.person.id:
        not_there(ctx)
        return None
    return link, case


def linked_case(ctx: Context, token: str) -> tuple[Link, Case] | None:
    """The case to which a link leads, for whoever has the link; None where it cannot be used (any more)."""
    link_id = links.by_token(ctx.tx, token, ctx.now)
    link = links.by_id(ctx.tx, link_id) if link_id is not None else None
    case = cases.by_id(ctx.tx, link.case_id) if link is not None else None
    return None if link is None or case is None else (link, case)


def file_for(ctx: Context, file_id: object, case_id: object) -> Attachment | None:
    """The file, for somebody of the team who may see its case; otherwise as `case_for`.

    Args:
        case_id: At which case she was shown it; None where it came without one.
    """
    there, report_id = attachments.report_of(ctx.tx, str(file_id))
    if case_id is not None and case_if(ctx, case_id, Act.SEE_CASE) is None:
        there = False
    # An unfinished report is no case: what belongs to it is its relative's alone.
    if report_id is not None and case_if(ctx, report_id, Act.SEE_CASE) is None:
        there = False
    found = attachments.by_ids(ctx.tx, [str(file_id)]) if there and may(ctx.person.role, Act.SEE_CASE) else ()
    if not found:
        not_there(ctx)
        return None
    return found[0]


def own_draft(ctx: Context, draft_id: object) -> StoredDraft | None:
    """Her own unfinished report with this id; None for another's, one that ended, and none."""
    if not may(ctx.person.role, Act.TELL, Tie.TELLER):
        return None
    draft = drafts.find(ctx.tx, str(draft_id), ctx.person.id)
    return draft if draft is not None and _still_hers(ctx, draft) else None


def own_drafts(ctx: Context, limit: int) -> Sequence[StoredDraft]:
    """Her own unfinished reports, the latest touched first."""
    if not may(ctx.person.role, Act.TELL, Tie.TELLER):
        return ()
    return [one for one in drafts.open_of(ctx.tx, ctx.person.id, limit) if _still_hers(ctx, one)]


def _still_hers(ctx: Context, draft: StoredDraft) -> bool:
    # Whoever was cut off from a case does not read it out of what she was adding to it.
    if draft.case_id is not None and not draft.body.get("paper"):
        standing = cases.standing(ctx.tx, draft.case_id, ctx.person.id)
        if standing is None or not standing[1]:
            return False
    # What another family told in an interview is for the team only, whoever wrote it down.
    return not draft.body.get("paper") or may(ctx.person.role, Act.INTERVIEW)


def shown_draft(ctx: Context, draft_id: object, person_id: object) -> StoredDraft | None:
    """An unfinished report that its relative lets the team read; None for every other."""
    if not may(ctx.person.role, Act.READ_DRAFT, Tie.SHOWN):
        return None
    draft = drafts.find(ctx.tx, str(draft_id), str(person_id))
    return draft if draft is not None and draft.body.get("shown") else None


def asker_for(ctx: Context, person_id: object) -> Person | None:
    """Somebody who asked for a person and may be answered by this one; otherwise as `case_for`."""
    if may(ctx.person.role, Act.ANSWER_PERSON) and entries.has_asked(ctx.tx, str(person_id)):
        return people.by_id(ctx.tx, str(person_id))
    not_there(ctx)
    return None


def wellbeing_for(ctx: Context, asked_id: object, *, reads: bool = False) -> Asked | None:
    """That somebody was asked how she is: for her, or, to read what she answered, for her reader alone."""
    standing = wellbeing.reader_of(ctx.tx, str(asked_id)) or (None, None)
    if standing[reads] == ctx.person.id and may(ctx.person.role, Act.SEE_TEAM if reads else Act.SERVE):
        return wellbeing.find(ctx.tx, str(asked_id))
    not_there(ctx)
    return None


def own_outing(ctx: Context, outing_id: object) -> Outing | None:
    """The outing on which she is now, if it has this id; None for another's, one that is over, and none."""
    outing = outings.of(ctx.tx, ctx.person.id) if may(ctx.person.role, Act.SPEAK) else None
    return outing if outing is not None and outing.id == outing_id else None


def outing_for(ctx: Context, outing_id: object, act: Act) -> Outing | None:
    """Somebody's outing that is not over, for whoever of the team may see it; otherwise as `case_for`."""
    outing = outings.by_id(ctx.tx, str(outing_id)) if may(ctx.person.role, act) else None
    if outing is None or outing.state != outings.OUT:
        not_there(ctx)
        return None
    return outing


def not_there(ctx: Context) -> None:
    """Say that there is nothing, in the same words whether there is or not."""
    ctx.undone = True
    ctx.say(msg("not-there"))


def on_demand(ctx: Context) -> None:
    """What she is answered now names people: for some it stands in the chat only for minutes."""
    if discretion.is_fleeting(ctx.person.role, ctx.person.fleeting):
        ctx.speech.gone_after[ctx.person.id] = discretion.FLEETING

"""What terms, fines, petitions, submissions and journeys have in common in a coordinator's chat."""

from collections.abc import Iterable, Iterator
from typing import Any

from handlers.access import case_for, matter_for, not_there
from handlers.context import Context
from handlers.evidence.passing import pass_on
from handlers.noting import note
from handlers.rules.casework import responsible
from handlers.rules.deadlines import at_rest
from handlers.rules.decision import Choice, Notice, Rows
from handlers.rules.roles import Act
from handlers.saying import Part, msg
from storage import attachments, people
from storage.records import Case, Json, Lane, Matter, MatterKind, MatterState, Person, Role
from storage.store import Tx

SHOWN = 30
"""Things on one page; a case seldom has more, and the earliest are the ones that are over."""


def working(ctx: Context, case_id: object) -> Case | None:
    """The case, if she may work on it and it is open; where it was closed, she is told."""
    case = case_for(ctx, case_id, Act.WORK_CASE)
    if case is None or is_open(ctx, case):
        return case
    return None


def is_open(ctx: Context, case: Case) -> bool:
    """Whether our work on it goes on; where it does not any more, she is told."""
    if at_rest(case):
        ctx.undone = True
        ctx.say(msg("case-closed-meanwhile", code=case.code), rows=back(case))
        return False
    return True


def found(ctx: Context, matter_id: object, kind: MatterKind, act: Act) -> tuple[Matter, Case] | None:
    """The matter and its case, if this person may do this; otherwise she is told that there is nothing."""
    matter = matter_for(ctx, matter_id, act)
    if matter is None:
        return None
    if matter.kind is not kind:
        not_there(ctx)
        return None
    case = case_for(ctx, matter.case_id, act)
    return None if case is None else (matter, case)


def unchanged(ctx: Context, args: Json, kind: MatterKind) -> tuple[Matter, Case] | None:
    """As `found`, for work: if it is still what she saw, and its case is open; else she is told."""
    hers = found(ctx, args["matter"], kind, Act.WORK_CASE)
    if hers is None or not is_open(ctx, hers[1]):
        return None
    if hers[0].revision != args["revision"] or hers[0].state is not MatterState.OPEN:
        ctx.undone = True
        ctx.say(msg("changed-meanwhile"), rows=back(hers[1]))
        return None
    return hers


def seen(matter: Matter) -> dict[str, Any]:
    """What a button carries that holds only for what was seen."""
    return {"matter": matter.id, "revision": matter.revision}


def back(case: Case) -> Rows:
    """The way to the case."""
    return ((Choice(msg("button-open-case"), "case.open", {"case": case.id}),),)


def value(body: Json, key: str) -> Any:
    """The value of one answer of a slip; None where it was skipped or told in words."""
    return body["answers"].get(key, {}).get("value")


def files_in(body: Json) -> list[str]:
    """Ids of the files that came with a matter's answers."""
    return [str(file["id"]) for answer in body["answers"].values() for file in answer["files"]]


def pass_files(ctx: Context, args: Json, kind: MatterKind) -> None:
    """Give her what came with it."""
    hers = found(ctx, args["matter"], kind, Act.SEE_CASE)
    if hers is None:
        return
    matter, case = hers
    ids = files_in(matter.body)
    for one in attachments.by_ids(ctx.tx, ids):
        pass_on(ctx, one, "files", case.id)
    note(ctx, "saw-files", case.id, report_id=case.id, details={"files": sorted(ids)})


def team(tx: Tx, case: Case, *, everybody: bool = False) -> list[Person]:
    """Who hears of it: the owner; all, where nobody owns it, or where it concerns all."""
    coordinators = people.with_role(tx, Role.COORDINATOR)
    return list(coordinators) if everybody else responsible(case, coordinators)


def alerts(readers: Iterable[Person], said: Part, look: Choice) -> Iterator[Notice]:
    """The same alert to each of them, with the way to what it speaks of."""
    for one in readers:
        yield Notice(one.id, Lane.ALERT, (said,), ((look,),))

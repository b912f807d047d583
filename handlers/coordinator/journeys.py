"""Borders, papers, summonses, calls: what is known of somebody's ways, in one order, with the gaps."""

from handlers import slips
from handlers.access import case_for
from handlers.command import ASKS, SHOWS, Deed, Offer, Section, Slip
from handlers.context import Context
from handlers.coordinator.matter import (
    SHOWN,
    back,
    files_in,
    found,
    is_open,
    pass_files,
    seen,
    unchanged,
    value,
    working,
)
from handlers.decisions import carried_out
from handlers.intake.fields import Choice as ChoiceField
from handlers.intake.fields import Day, Files, Place
from handlers.intake.outline import Question
from handlers.intake.questions import FORM
from handlers.intake.summary import answer_before, value_part
from handlers.noting import note
from handlers.rules import journeys
from handlers.rules.deadlines import at_rest
from handlers.rules.decision import AddMatter, Choice, Decision
from handlers.rules.journeys import Gap, Point
from handlers.rules.roles import Act
from handlers.saying import Part, lines, msg, partly, raw, row
from storage import matters
from storage.records import Case, Json, Matter, MatterKind, MatterState

_KIND = MatterKind.JOURNEY
_LONGEST = 80  # letters of somebody's words in one line
_QUESTIONS = (
    Question("what", ChoiceField(options=journeys.KINDS), required=True),
    Question("day", Day()),
    Question("place", Place(border=True)),
    Question("words", Files()),
)


def _list(ctx: Context, args: Json) -> None:
    case = case_for(ctx, args["case"], Act.SEE_CASE)
    if case is None:
        return
    note(ctx, "saw-journeys", case.id)
    kept = {one.id: one for one in _of(ctx, case)}
    points = [*journeys.told_points(case.body), *(_point(one) for one in kept.values())]
    shown: list[Part] = []
    buttons: list[tuple[Choice, ...]] = []
    for one in journeys.timeline(points):
        if isinstance(one, Gap):
            shown.append(msg("journey-gap", since=partly(one.since), until=partly(one.until)))
            continue
        said = [partly(one.day["edtf"]) if one.day else msg("journey-no-day"), _what(one.kind), *_told(one)]
        if one.source not in kept:
            shown.append(row([*said, msg("journey-from-report")]))
            continue
        number = len(buttons) + 1
        shown.append(row(said, number))
        if number <= SHOWN:
            buttons.append((Choice(row([_what(one.kind)], number), "journey.open", {"matter": one.source}),))
    ctx.show(
        msg("journeys-title", code=case.code),
        lines(shown) if shown else msg("journeys-none"),
        rows=((Choice(msg("button-journey-add"), "journey.add", {"case": case.id}),), *buttons, *back(case)),
    )


def _of(ctx: Context, case: Case) -> list[Matter]:
    kept = matters.of_case(ctx.tx, case.id, _KIND)
    return [one for one in kept if one.state is not MatterState.REPLACED]


def _point(one: Matter) -> Point:
    return Point(str(value(one.body, "what")), value(one.body, "day"), one.id, one.body["answers"])


def _what(kind: str) -> Part:
    return msg(f"option-journey-what-{kind}")


def _told(one: Point) -> list[Part]:
    """Where it was, and what was said of it, short."""
    if one.source == "report":
        question = FORM.find("where")
        place = one.told.get("place", {})
        told = answer_before(question, place) if question is not None and place else None
        return [told] if told is not None else []
    parts: list[Part] = []
    place = one.told.get("place", {})
    if place.get("value") is not None:
        parts.append(value_part(_QUESTIONS[2], place["value"]))
    elif place.get("text"):
        parts.append(raw(place["text"][:_LONGEST]))
    if words := one.told.get("words", {}).get("text"):
        parts.append(raw(words[:_LONGEST]))
    return parts


def _open(ctx: Context, args: Json) -> None:
    hers = found(ctx, args["matter"], _KIND, Act.SEE_CASE)
    if hers is None:
        return
    one, case = hers
    note(ctx, "saw-journey", case.id)
    rows = []
    if one.state is MatterState.OPEN and not at_rest(case):
        rows.append((Choice(msg("button-correct"), "journey.correct", seen(one)),))
    if files_in(one.body):
        rows.append((Choice(msg("button-files"), "journey.files", {"matter": one.id}),))
    ctx.show(
        msg("journeys-title", code=case.code),
        *slips.read_back(SLIP, one.body["answers"]),
        rows=(*rows, (Choice(msg("button-journeys"), "journey.list", {"case": case.id}),)),
    )


def _add(ctx: Context, args: Json) -> None:
    case = working(ctx, args["case"])
    if case is not None:
        slips.begin(ctx, SLIP, case)


def _correct(ctx: Context, args: Json) -> None:
    hers = unchanged(ctx, args, _KIND)
    if hers is not None:
        slips.begin(ctx, SLIP, hers[1], seen(hers[0]))


def _keep(ctx: Context, case: Case, answers: Json, about: Json) -> None:
    if not is_open(ctx, case):
        return
    before = unchanged(ctx, about, _KIND) if "matter" in about else None
    if "matter" in about and before is None:
        return
    replaces = before[0] if before is not None else None
    new = AddMatter(case.id, _KIND, {"answers": dict(answers)}, ctx.person.id, None, replaces)
    if carried_out(ctx, Decision((new,), (), ("entered-journey", case.id))):
        _list(ctx, {"case": case.id})


SLIP = Slip("journey", _QUESTIONS, Act.WORK_CASE, _keep)

OFFER = Offer(
    deeds=(
        Deed("journey.list", Act.SEE_CASE, _list, again=SHOWS),
        Deed("journey.open", Act.SEE_CASE, _open, again=SHOWS),
        Deed("journey.files", Act.SEE_CASE, lambda ctx, args: pass_files(ctx, args, _KIND), again=SHOWS),
        Deed("journey.add", Act.WORK_CASE, _add, again=ASKS),
        Deed("journey.correct", Act.WORK_CASE, _correct, again=ASKS),
    ),
    slips=(SLIP,),
    sections=(Section("journey.list", lambda _ctx, _case: msg("button-journeys")),),
)

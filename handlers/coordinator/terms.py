"""How long somebody is held: the team enters terms; when one has ended, the machine asks the family."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from handlers import slips
from handlers.access import case_for
from handlers.command import ASKS, SHOWS, CardPlace, Deed, Offer, Section, Slip, Watch
from handlers.context import Context, Speech
from handlers.coordinator.matter import (
    SHOWN,
    alerts,
    back,
    found,
    is_open,
    seen,
    team,
    unchanged,
    value,
    working,
)
from handlers.decisions import carried_out, carry_out
from handlers.grave import news_waits
from handlers.intake.fields import Choice as ChoiceField
from handlers.intake.fields import Day, Field
from handlers.intake.numbers import Number
from handlers.intake.outline import Given, Question
from handlers.noting import note
from handlers.rules import terms
from handlers.rules.deadlines import at_rest, first_look, morning, must_not_ask, turn
from handlers.rules.decision import AddMatter, ChangeMatter, Choice, Decision, Notice
from handlers.rules.office import Office
from handlers.rules.roles import Act
from handlers.saying import Part, lines, msg, row
from storage import cases, matters
from storage.records import Case, Json, Lane, Matter, MatterKind, MatterState

_KIND = MatterKind.TERM
_OWN = Given("length", frozenset({"own"}))
_QUESTIONS = (
    Question("kind", ChoiceField(options=terms.KINDS), required=True),
    Question("start", Day()),
    Question("length", ChoiceField(options=(*terms.LENGTHS, "own", "end", "unknown")), required=True),
    Question("unit", ChoiceField(options=tuple(terms.MOST)), required=True, asked_if=_OWN),
    Question("count", Number(), required=True, asked_if=_OWN),
    Question("end", Day(ahead=True), required=True, asked_if=Given("length", frozenset({"end"}))),
    Question("note", Field(by=frozenset({"photo", "document", "voice"}))),
)


def _list(ctx: Context, args: Json) -> None:
    case = case_for(ctx, args["case"], Act.SEE_CASE)
    if case is None:
        return
    note(ctx, "saw-terms", case.id)
    kept = [one for one in _of(ctx, case) if one.state is not MatterState.REPLACED][-SHOWN:]
    shown = [row([_kind(one), _when(one.body), *_state(one)], number) for number, one in enumerate(kept, 1)]
    ctx.show(
        msg("terms-title", code=case.code),
        lines(shown) if shown else msg("terms-none"),
        rows=(
            (Choice(msg("button-term-add"), "term.add", {"case": case.id}),),
            *(
                (Choice(row([_kind(one)], at), "term.open", {"matter": one.id}),)
                for at, one in enumerate(kept, 1)
            ),
            *back(case),
        ),
    )


def _of(ctx: Context, case: Case) -> Sequence[Matter]:
    return matters.of_case(ctx.tx, case.id, _KIND)


def _kind(one: Matter) -> Part:
    return msg(f"option-term-kind-{value(one.body, 'kind')}")


def _state(one: Matter) -> list[Part]:
    return [msg("term-over")] if one.state is MatterState.DONE else []


def _when(body: Json) -> Part:
    term = terms.ends(body)
    if term is None:
        return msg("term-end-unknown")
    if term.first == term.last:
        return msg("term-end", day=term.last)
    return msg("term-end-range", first=term.first, last=term.last)


def _open(ctx: Context, args: Json) -> None:
    hers = found(ctx, args["matter"], _KIND, Act.SEE_CASE)
    if hers is None:
        return
    one, case = hers
    note(ctx, "saw-term", case.id)
    said = [
        msg(
            "term-answer",
            day=date.fromisoformat(answer["day"]),
            answer=msg(f"checkin-said-{answer['answer']}"),
        )
        for answer in one.body.get("said", ())
    ]
    rows = []
    if one.state is MatterState.OPEN and not at_rest(case):
        rows = [
            (Choice(msg("button-term-extend"), "term.extend", seen(one)),),
            (Choice(msg("button-correct"), "term.correct", seen(one)),),
            (Choice(msg("button-term-over"), "term.over", seen(one)),),
        ]
    ctx.show(
        msg("terms-title", code=case.code),
        *slips.read_back(SLIP, one.body["answers"]),
        lines([_when(one.body), msg("term-counted"), *_state(one)]),
        *said,
        rows=(*rows, (Choice(msg("button-terms"), "term.list", {"case": case.id}),)),
    )


def _add(ctx: Context, args: Json) -> None:
    case = working(ctx, args["case"])
    if case is not None:
        slips.begin(ctx, SLIP, case)


def _again(ctx: Context, args: Json, why: str) -> None:
    hers = unchanged(ctx, args, _KIND)
    if hers is not None:
        slips.begin(ctx, SLIP, hers[1], {**seen(hers[0]), "why": why})


def _over(ctx: Context, args: Json) -> None:
    hers = unchanged(ctx, args, _KIND)
    if hers is None:
        return
    one, case = hers
    ended = Decision((ChangeMatter(one, MatterState.DONE, watch_at=None),), (), ("ended-term", case.id))
    if carried_out(ctx, ended):
        _list(ctx, {"case": case.id})


def _check(ctx: Context, answers: Json, key: str) -> Part | None:
    given = answers[key]["value"]
    start = answers.get("start", {}).get("value")
    if key == "end" and terms.is_backward(start, given):
        return msg("term-end-before-start")
    if key == "count" and given > (most := terms.MOST[answers["unit"]["value"]]):
        return msg("term-too-long", count=most)
    return None


def _keep(ctx: Context, case: Case, answers: Json, about: Json) -> None:
    if not is_open(ctx, case):
        return
    before = unchanged(ctx, about, _KIND) if "matter" in about else None
    if "matter" in about and before is None:
        return
    body = _body(answers)
    watch_at = first_look(terms.rungs(terms.ends(body), None), ctx.office, ctx.now)
    new = AddMatter(case.id, _KIND, body, ctx.person.id, watch_at)
    if before is None:
        changes: tuple[Any, ...] = (new,)
    elif about["why"] == "extend":
        body["extends"] = before[0].id
        changes = (ChangeMatter(before[0], MatterState.DONE, watch_at=None), new)
    else:
        changes = (AddMatter(case.id, _KIND, body, ctx.person.id, watch_at, before[0]),)
    if carried_out(ctx, Decision(changes, (), ("entered-term", case.id))):
        _list(ctx, {"case": case.id})


def _body(answers: Json) -> dict[str, Any]:
    """The answers, and what is counted by: start, count and unit, or an end."""
    length = answers["length"]["value"]
    count: int | None = None
    unit: str | None = None
    if length in terms.LENGTHS:
        count, unit = terms.LENGTHS[length]
    elif length == "own":
        count, unit = answers["count"]["value"], answers["unit"]["value"]
    return {
        "answers": dict(answers),
        "start": answers.get("start", {}).get("value"),
        "end": answers["end"]["value"] if length == "end" else None,
        "count": count,
        "unit": unit,
    }


def _watch(speech: Speech, office: Office, one: Matter, case: Case) -> None:
    if must_not_ask(case) or news_waits(speech.tx, case.id):
        return  # it is looked at again tomorrow, and goes on where that was a mistake
    term = terms.ends(one.body)
    asked_on = date.fromisoformat(one.body["asked_on"]) if "asked_on" in one.body else None
    now = turn(terms.rungs(term, asked_on), one.said, office, speech.now)
    look = Choice(msg("button-look"), "term.open", {"matter": one.id})
    body, said, watch_at = None, now.said, now.watch_at
    notices: list[Notice] = []
    if now.word == "soon" and term is not None:
        notices += alerts(team(speech.tx, case), msg("alert-term-soon", code=case.code, day=term.first), look)
    elif now.word == "unanswered":
        readers = team(speech.tx, case, everybody=True)
        notices += alerts(readers, msg("alert-checkin-silent", code=case.code), look)
    elif now.word == "asked":
        family = [each for each in cases.followers_of(speech.tx, case.id) if each.reachable and each.linked]
        if family:
            today = office.today(speech.now)
            body = {**one.body, "asked_on": today.isoformat()}
            watch_at = morning(terms.rungs(term, today)[-1].day, office)
            ask = Choice(msg("button-read"), "checkin.open", {"matter": one.id})
            told = (msg("notice-update"), msg("notice-checkin", code=case.code))
            notices += [Notice(each.id, Lane.NOTICE, told, ((ask,),)) for each in family]
        else:
            # Nothing can be written to this family: somebody must call it, and the machine is done.
            said, watch_at = "unanswered", None
            readers = team(speech.tx, case, everybody=True)
            notices += alerts(readers, msg("alert-term-call", code=case.code), look)
    changes = (ChangeMatter(one, body=body, watch_at=watch_at, said=said),)
    carry_out(speech, Decision(changes, tuple(notices), (f"term-{now.word or 'later'}", case.id)), None)


def _facts(ctx: Context, case: Case) -> Sequence[Part]:
    """The term that ends last, where one is open."""
    kept = [one.body for one in _of(ctx, case) if one.state is MatterState.OPEN]
    known = [(term.last, body) for body in kept if (term := terms.ends(body)) is not None]
    if known:
        return (msg("term-fact", when=_when(max(known, key=lambda one: one[0])[1])),)
    return (msg("term-fact", when=msg("term-end-unknown")),) if kept else ()


SLIP = Slip("term", _QUESTIONS, Act.WORK_CASE, _keep, _check)

OFFER = Offer(
    deeds=(
        Deed("term.list", Act.SEE_CASE, _list, again=SHOWS),
        Deed("term.open", Act.SEE_CASE, _open, again=SHOWS),
        Deed("term.add", Act.WORK_CASE, _add, again=ASKS),
        Deed("term.extend", Act.WORK_CASE, lambda ctx, args: _again(ctx, args, "extend"), again=ASKS),
        Deed("term.correct", Act.WORK_CASE, lambda ctx, args: _again(ctx, args, "correct"), again=ASKS),
        Deed("term.over", Act.WORK_CASE, _over, once=True),
    ),
    slips=(SLIP,),
    sections=(Section("term.list", lambda _ctx, _case: msg("button-terms"), CardPlace.HAPPENED, _facts),),
    watches=(Watch(_KIND, _watch),),
)

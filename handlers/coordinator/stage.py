"""Where our work on a case stands, and how much it must not wait: moving, closing, joining, opening again."""

from typing import Any

from handlers.access import case_by_code, case_for, case_if
from handlers.command import ASKS, SHOWS, CardPlace, Deed, Offer, Section, Slip
from handlers.context import Context
from handlers.coordinator.own_family import is_hers
from handlers.decisions import carried_out
from handlers.intake.fields import Choice as ChoiceField
from handlers.intake.fields import Field
from handlers.intake.outline import Question
from handlers.noting import note
from handlers.rules import codes, lifecycle
from handlers.rules.decision import Choice, Decision, Rows
from handlers.rules.lifecycle import Cannot, Reason, Who
from handlers.rules.roles import Act
from handlers.saying import Part, labelled, msg
from handlers.slips import begin
from storage import cases, matters, people
from storage.records import Case, Json, MatterKind, Role, Stage, Urgency


def _who(ctx: Context, case: Case) -> Who:
    followers = cases.followers_of(ctx.tx, case.id)
    return Who(ctx.person, people.with_role(ctx.tx, Role.COORDINATOR), followers)


def _facts(ctx: Context, case: Case) -> list[Part]:
    parts = [msg("case-stage", stage=msg(f"work-{case.stage}"))]
    if case.urgency is not Urgency.CALM:
        parts.append(msg(f"case-urgency-{case.urgency}"))
    if (joined := case.body.get("merged-into")) is not None:
        parts.append(msg("case-merged-into", code=joined["code"]))
    if joined_here := case.body.get("merged"):
        parts.append(msg("case-merged-here", codes=[one["code"] for one in joined_here]))
    return parts


def _show(ctx: Context, args: Json) -> None:
    case = case_for(ctx, args["case"], Act.WORK_CASE)
    if case is not None:
        note(ctx, "saw-stage", case.id)
        _screen(ctx, case)


def _screen(ctx: Context, case: Case) -> None:
    parts: list[Part] = [msg("case-title", code=case.code), *_facts(ctx, case)]
    reason = lifecycle.reason_of(case)
    if reason is not None and not is_hers(ctx, case):
        parts.append(msg("case-closed-because", reason=msg(f"option-closing-reason-{reason}")))
        if words := case.body["closings"][-1].get("text"):
            parts.append(labelled("label-closing-words", words))
    if words := case.body.get("urgency", {}).get("text"):
        parts.append(labelled("label-urgency-why", words))
    ctx.show(*parts, rows=_rows(case))


def _rows(case: Case) -> Rows:
    """Only moves that there are; each is bound to the version that she sees."""
    seen = {"case": case.id, "version": case.version}
    rows: list[tuple[Choice, ...]] = []
    joined = case.body.get("merged-into")
    if joined is not None:
        rows.append((Choice(msg("button-merged-other"), "case.open", {"case": joined["id"]}),))
        rows.append((Choice(msg("button-part"), "stage.part", seen),))
    for one in case.body.get("merged", ()):
        rows.append((Choice(msg("button-merged-one", code=one["code"]), "case.open", {"case": one["id"]}),))
    for to in (Stage.VERIFYING, Stage.ACTIVE, Stage.WAITING):
        if joined is None and lifecycle.allowed(case, to):
            text = "button-reopen" if case.stage is Stage.CLOSED else f"button-stage-{to}"
            rows.append((Choice(msg(text), "stage.move", {**seen, "to": to.value}),))
    if lifecycle.allowed(case, Stage.CLOSED):
        rows.append((Choice(msg("button-urgency"), "stage.urgency", seen),))
        rows.append((Choice(msg("button-close-case"), "stage.close", seen),))
        rows.append((Choice(msg("button-merge"), "stage.merge", seen),))
    rows.append((Choice(msg("button-open-case"), "case.open", {"case": case.id}),))
    return tuple(rows)


def _seen(ctx: Context, args: Json) -> Case | None:
    """The case, if it is still as she saw it; otherwise she is told that somebody was faster."""
    case = case_for(ctx, args["case"], Act.WORK_CASE)
    if case is None or case.version == args.get("version"):
        return case
    ctx.undone = True
    ctx.say(msg("changed-meanwhile"), rows=_look(case))
    return None


def _look(case: Case) -> Rows:
    return ((Choice(msg("button-stage"), "stage.show", {"case": case.id}),),)


def _done(ctx: Context, case: Case, decision: Decision | Cannot) -> None:
    """Write it and show where the case stands now; or say why it cannot be."""
    if isinstance(decision, Cannot):
        ctx.undone = True
        ctx.say(msg(decision.value), rows=_ways(case, decision))
    elif carried_out(ctx, decision):
        after = case_for(ctx, case.id, Act.WORK_CASE)
        if after is not None:
            _screen(ctx, after)


def _ways(case: Case, cannot: Cannot) -> Rows:
    if cannot in (Cannot.NEWS_FIRST, Cannot.DEATH_UNTOLD):
        return ((Choice(msg("button-news"), "news.show", {"case": case.id}),), *_look(case))
    return _look(case)


def _move(ctx: Context, args: Json) -> None:
    case = _seen(ctx, args)
    if case is not None:
        _done(ctx, case, lifecycle.move(case, Stage(args["to"]), _who(ctx, case)))


def _asks(slip_of: str, args: Json, ctx: Context) -> None:
    case = _seen(ctx, args)
    if case is not None:
        begin(ctx, _SLIPS[slip_of], case, {"version": case.version})


def _close(ctx: Context, args: Json) -> None:
    _asks("closing", args, ctx)


def _merge(ctx: Context, args: Json) -> None:
    _asks("merging", args, ctx)


def _urgency(ctx: Context, args: Json) -> None:
    _asks("urgency", args, ctx)


def _part(ctx: Context, args: Json) -> None:
    case = _seen(ctx, args)
    if case is None:
        return
    joined = case.body.get("merged-into")
    into = case_if(ctx, joined["id"], Act.WORK_CASE) if joined is not None else None
    _done(ctx, case, lifecycle.part(case, into, _who(ctx, case)))


def _about(case: Case, about: Json) -> dict[str, Any]:
    return {"case": case.id, "version": about["version"]}


def _keep_closing(ctx: Context, case: Case, answers: Json, about: Json) -> None:
    if _seen(ctx, _about(case, about)) is None:
        return
    news = matters.of_case(ctx.tx, case.id, MatterKind.NEWS)
    reason, words = Reason(answers["reason"]["value"]), answers.get("words", {}).get("text", "")
    _done(ctx, case, lifecycle.close(case, reason, words, news, _who(ctx, case), ctx.now))


def _keep_merging(ctx: Context, case: Case, answers: Json, about: Json) -> None:
    if _seen(ctx, _about(case, about)) is None:
        return
    code = codes.read(answers["code"]["text"])
    into = case_by_code(ctx, code, Act.WORK_CASE) if code is not None else None
    news = matters.of_case(ctx.tx, case.id, MatterKind.NEWS)
    there = cases.followers_of(ctx.tx, into.id) if into is not None else ()
    _done(ctx, case, lifecycle.merge(case, into, news, _who(ctx, case), there, ctx.now))


def _keep_urgency(ctx: Context, case: Case, answers: Json, about: Json) -> None:
    if _seen(ctx, _about(case, about)) is None:
        return
    words = answers.get("why", {}).get("text", "")
    _done(
        ctx,
        case,
        lifecycle.set_urgency(case, Urgency(answers["level"]["value"]), words, _who(ctx, case), ctx.now),
    )


def _is_mergeable(ctx: Context, answers: Json, key: str) -> Part | None:
    """What is wrong with the code that she typed, while she can still correct it."""
    if key != "code" or ctx.talk_now is None:
        return None
    case = case_if(ctx, ctx.talk_now.body["case"], Act.WORK_CASE)
    code = codes.read(answers["code"]["text"])
    if code is None:
        return msg(Cannot.NO_CODE.value)
    into = case_by_code(ctx, code, Act.WORK_CASE)
    cannot = lifecycle.may_merge(case, into, ()) if case is not None else None
    return msg(cannot.value) if cannot is not None else None


def _is_closable(ctx: Context, answers: Json, key: str) -> Part | None:
    """Whether it can end for that reason, before she writes more."""
    case = case_if(ctx, ctx.talk_now.body["case"], Act.WORK_CASE) if ctx.talk_now is not None else None
    if key != "reason" or case is None:
        return None
    news = matters.of_case(ctx.tx, case.id, MatterKind.NEWS)
    cannot = lifecycle.may_close(case, Reason(answers["reason"]["value"]), news)
    return msg(cannot.value) if cannot is not None else None


_WORDS = Field(by=frozenset())
_SLIPS = {
    one.name: one
    for one in (
        Slip(
            "closing",
            (
                Question("reason", ChoiceField(options=tuple(Reason)), required=True),
                Question("words", _WORDS),
            ),
            Act.WORK_CASE,
            _keep_closing,
            _is_closable,
        ),
        Slip(
            "merging", (Question("code", _WORDS, required=True),), Act.WORK_CASE, _keep_merging, _is_mergeable
        ),
        Slip(
            "urgency",
            (
                Question("level", ChoiceField(options=tuple(Urgency)), required=True),
                Question("why", _WORDS, required=True),
            ),
            Act.WORK_CASE,
            _keep_urgency,
        ),
    )
}

OFFER = Offer(
    deeds=(
        Deed("stage.show", Act.WORK_CASE, _show, again=SHOWS),
        Deed("stage.move", Act.WORK_CASE, _move, once=True),
        Deed("stage.part", Act.WORK_CASE, _part, once=True),
        Deed("stage.close", Act.WORK_CASE, _close, again=ASKS),
        Deed("stage.merge", Act.WORK_CASE, _merge, again=ASKS),
        Deed("stage.urgency", Act.WORK_CASE, _urgency, again=ASKS),
    ),
    slips=tuple(_SLIPS.values()),
    sections=(Section("stage.show", lambda _ctx, _case: msg("button-stage"), CardPlace.LAST, _facts),),
)

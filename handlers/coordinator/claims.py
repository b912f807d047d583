"""What is claimed of somebody: all of it side by side, with what cannot both be true said plainly."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from handlers.access import case_for, matter_for
from handlers.command import ASKS, SHOWS, CardPlace, Deed, Offer, Section, Slip
from handlers.context import Context
from handlers.coordinator.claimed import earlier, pair, raised, told
from handlers.coordinator.own_family import is_hers, kept_from_her
from handlers.decisions import carried_out
from handlers.evidence.passing import pass_on
from handlers.intake.fields import ANYTHING, VOICE, Day, Field
from handlers.intake.fields import Choice as ChoiceField
from handlers.intake.outline import Given, Question
from handlers.noting import note
from handlers.rules import claiming
from handlers.rules.badnews import GRAVE
from handlers.rules.claims import (
    Certainty,
    Claim,
    Source,
    What,
    all_of,
    contradictions,
)
from handlers.rules.decision import Choice, Rows
from handlers.rules.roles import Act
from handlers.saying import Part, heading, labelled, lines, msg, row
from handlers.slips import begin
from storage import attachments, cases, matters, people
from storage.records import Case, Json, Matter, MatterKind, MatterState, Role

_PAGE = 6  # claims in one message; each is a few lines, and has a button
_ON_CARD = 3  # contradictions told on the card itself


def ground_of(ctx: Context, case: Case) -> claiming.Ground:
    """The case as it is now, for a decision about its claims."""
    return claiming.Ground(
        case,
        matters.of_case(ctx.tx, case.id, MatterKind.CLAIM, open_only=True),
        matters.of_case(ctx.tx, case.id, MatterKind.NEWS),
        cases.followers_of(ctx.tx, case.id),
        people.with_role(ctx.tx, Role.COORDINATOR),
        ctx.day,
    )


def _button(ctx: Context, case: Case) -> Part:
    count = matters.count_open(ctx.tx, case.id).get(MatterKind.CLAIM, 0)
    return msg("button-claims", count=count)


def _facts(ctx: Context, case: Case) -> Sequence[Part]:
    pairs = contradictions(_all(ctx, case)) if not is_hers(ctx, case) else []
    shown = [pair(one, other) for one, other in pairs[:_ON_CARD]]
    return [lines([msg("claims-contradict", count=len(pairs)), *shown])] if pairs else ()


def _all(ctx: Context, case: Case) -> list[Claim]:
    return all_of(case, matters.of_case(ctx.tx, case.id, MatterKind.CLAIM, open_only=True), ctx.day)


def _list(ctx: Context, args: Json) -> None:
    case = case_for(ctx, args["case"], Act.WORK_CASE)
    if case is not None and not kept_from_her(ctx, case):
        note(ctx, "saw-claims", case.id)
        _show(ctx, case, int(args.get("from", 0)))


def _show(ctx: Context, case: Case, start: int = 0) -> None:
    """The latest first; what the report says stands after them."""
    kept = list(reversed(matters.of_case(ctx.tx, case.id, MatterKind.CLAIM, open_only=True)))
    claims = all_of(case, kept, ctx.day)
    page = kept[start : start + _PAGE]
    parts: list[Part] = [msg("claims-title", code=case.code)]
    parts.append(msg("claims-situation", situation=msg(f"situation-{case.situation}")))
    if pairs := contradictions(claims):
        parts.append(lines([msg("claims-contradict", count=len(pairs)), *(pair(*one) for one in pairs)]))
    rows: list[tuple[Choice, ...]] = []
    for number, one in enumerate(page, start=start + 1):
        parts.append(lines(list(told(ctx, one, number))))
        label = row([msg(f"option-claim-what-{one.body['what']}")], number)
        rows.append((Choice(label, "claim.open", {"claim": one.id}),))
    if start + _PAGE < len(kept):
        more = {"case": case.id, "from": start + _PAGE}
        rows.append((Choice(msg("button-page-on"), "claim.list", more),))
    else:
        family = claims[0]
        parts.append(msg("claim-report-says", what=msg(f"option-claim-what-{family.what}")))
    rows.append((Choice(msg("button-claim-add"), "claim.add", {"case": case.id}),))
    ctx.show(*parts, rows=(*rows, *_back(case.id)))


def _back(case_id: str) -> Rows:
    return ((Choice(msg("button-open-case"), "case.open", {"case": case_id}),),)


def _claim(ctx: Context, args: Json) -> Matter | None:
    """The claim that a button speaks of, whatever became of it."""
    one = matter_for(ctx, args["claim"], Act.WORK_CASE)
    if one is None or one.kind is not MatterKind.CLAIM:
        return None
    case = case_for(ctx, one.case_id, Act.WORK_CASE)
    return one if case is not None and not kept_from_her(ctx, case) else None


def _open(ctx: Context, args: Json) -> None:
    one = _claim(ctx, args)
    if one is None:
        return
    note(ctx, "saw-claim", one.case_id, report_id=one.case_id, details={"claim": one.id})
    every = matters.of_case(ctx.tx, one.case_id, MatterKind.CLAIM)
    parts: list[Part] = [lines(list(told(ctx, one)))]
    if one.state is MatterState.REPLACED:
        parts.append(msg("claim-replaced"))
    if aside := one.body.get("aside"):
        parts.append(labelled("label-claim-aside", aside["text"]))
    if one.body.get("raised"):
        parts.append(raised(ctx, one))
    if versions := earlier(every, one):
        parts.append(heading(msg("claim-earlier")))
        parts += [lines(list(told(ctx, each))) for each in versions]
    ctx.show(*parts, rows=_rows(one))


def _rows(one: Matter) -> Rows:
    seen = {"claim": one.id, "revision": one.revision}
    rows: list[tuple[Choice, ...]] = []
    if one.body.get("files"):
        rows.append((Choice(msg("button-files"), "claim.files", {"claim": one.id}),))
    if one.state is MatterState.OPEN:
        rows += [
            (Choice(msg(f"button-claim-{to}"), "claim.raise", {**seen, "to": to.value}),)
            for to in Certainty(one.body["certainty"]).higher
        ]
        rows.append((Choice(msg("button-claim-correct"), "claim.correct", seen),))
        rows.append((Choice(msg("button-claim-aside"), "claim.aside", seen),))
    rows.append((Choice(msg("button-all-claims"), "claim.list", {"case": one.case_id}),))
    return (*rows, *_back(one.case_id))


def _files(ctx: Context, args: Json) -> None:
    one = _claim(ctx, args)
    if one is not None:
        ids = [str(file["id"]) for file in one.body.get("files", ())]
        for file in attachments.by_ids(ctx.tx, ids):
            pass_on(ctx, file, "claim", one.case_id)
        note(ctx, "saw-files", one.case_id, report_id=one.case_id, details={"files": sorted(ids)})


def _seen(ctx: Context, args: Json) -> Matter | None:
    """The claim as she saw it when the button was made, for a change that must not go past another's."""
    one = _claim(ctx, args)
    if one is None:
        return None
    if one.state is not MatterState.OPEN:
        ctx.undone = True
        ctx.say(msg("changed-meanwhile"))
        return None
    return replace(one, revision=int(args.get("revision", 0)))


def _raise(ctx: Context, args: Json) -> None:
    one = _seen(ctx, args)
    case = case_for(ctx, one.case_id, Act.WORK_CASE) if one is not None else None
    if one is None or case is None:
        return
    to = Certainty(args["to"])
    if to not in Certainty(one.body["certainty"]).higher:
        ctx.undone = True
        ctx.say(msg("changed-meanwhile"))
        return
    decision = claiming.raise_certainty(ground_of(ctx, case), one, to, ctx.person, ctx.now)
    if carried_out(ctx, decision):
        _again(ctx, case.id)


def _again(ctx: Context, case_id: str) -> None:
    case = case_for(ctx, case_id, Act.WORK_CASE)
    if case is not None:
        _show(ctx, case)


def _add(ctx: Context, args: Json) -> None:
    case = case_for(ctx, args["case"], Act.WORK_CASE)
    if case is not None and not kept_from_her(ctx, case):
        begin(ctx, CLAIM, case)


def _correct(ctx: Context, args: Json) -> None:
    _about_one(ctx, CLAIM, args)


def _aside(ctx: Context, args: Json) -> None:
    _about_one(ctx, ASIDE, args)


def _about_one(ctx: Context, slip: Slip, args: Json) -> None:
    one = _seen(ctx, args)
    case = case_for(ctx, one.case_id, Act.WORK_CASE) if one is not None else None
    if one is not None and case is not None:
        begin(ctx, slip, case, {"claim": one.id, "revision": one.revision})


def _keep(ctx: Context, case: Case, answers: Json, about: Json) -> None:
    corrects = None
    if "claim" in about:
        corrects = _seen(ctx, about)
        if corrects is None:
            return
    body = _body(answers)
    if corrects is not None and not body["files"]:
        body["files"] = list(corrects.body.get("files", ()))
    decision = claiming.enter(ground_of(ctx, case), body, ctx.person, ctx.now, corrects=corrects)
    if carried_out(ctx, decision):
        _again(ctx, case.id)
        if What(body["what"]) in GRAVE:
            rows = ((Choice(msg("button-news"), "news.show", {"case": case.id}),),)
            ctx.say(msg("news-noted"), rows=rows)


def _body(answers: Json) -> dict[str, Any]:
    def said(key: str, name: str) -> Any:
        return answers.get(key, {}).get(name)

    texts = [said(key, "text") for key in ("other", "words", "paper")]
    return {
        "what": said("what", "value"),
        "source": said("source", "value"),
        "certainty": said("certainty", "value"),
        "day": said("day", "value"),
        "text": "\n".join(one for one in texts if one),
        "files": [*(said("words", "files") or ()), *(said("paper", "files") or ())],
    }


def _keep_aside(ctx: Context, case: Case, answers: Json, about: Json) -> None:
    one = _seen(ctx, about)
    if one is None:
        return
    decision = claiming.set_aside(ground_of(ctx, case), one, answers["why"]["text"], ctx.person)
    if carried_out(ctx, decision):
        _again(ctx, case.id)


CLAIM = Slip(
    "claim",
    (
        Question("what", ChoiceField(options=tuple(What)), required=True),
        Question("source", ChoiceField(options=tuple(Source)), required=True),
        Question("day", Day()),
        Question("certainty", ChoiceField(options=tuple(Certainty)), required=True),
        Question("other", Field(by=frozenset()), required=True, asked_if=Given("what", frozenset({"other"}))),
        Question("words", Field(by=VOICE)),
        Question("paper", Field(by=ANYTHING)),
    ),
    Act.WORK_CASE,
    _keep,
)
ASIDE = Slip("aside", (Question("why", Field(by=frozenset()), required=True),), Act.WORK_CASE, _keep_aside)

OFFER = Offer(
    deeds=(
        Deed("claim.list", Act.WORK_CASE, _list, again=SHOWS),
        Deed("claim.open", Act.WORK_CASE, _open, again=SHOWS),
        Deed("claim.files", Act.WORK_CASE, _files, again=SHOWS),
        Deed("claim.add", Act.WORK_CASE, _add, again=ASKS),
        Deed("claim.correct", Act.WORK_CASE, _correct, again=ASKS),
        Deed("claim.aside", Act.WORK_CASE, _aside, again=ASKS),
        Deed("claim.raise", Act.WORK_CASE, _raise, once=True),
    ),
    slips=(CLAIM, ASIDE),
    sections=(
        Section("claim.list", _button, CardPlace.HAPPENED, _facts, lambda ctx, case: not is_hers(ctx, case)),
    ),
)

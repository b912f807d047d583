"""Incidents: one event, many people. The team names one and puts cases under it, one by one or by codes."""

from collections.abc import Sequence

from handlers.access import case_for, case_if, not_there
from handlers.command import ASKS, SAME, SHOWS, CardPlace, Command, Deed, Listening, Offer, Section
from handlers.context import Context
from handlers.coordinator.find import plain
from handlers.noting import note
from handlers.rules import codes
from handlers.rules.decision import Choice
from handlers.rules.roles import Act
from handlers.saying import Part, Short, msg, raw
from storage import incidents, seeking
from storage.incidents import Incident
from storage.records import Case, Json, Role, Talk

TALK = "incident"
_PAGE = 8
_OFFERED = 6  # below a case: those that were named last
_LONGEST_NAME = 40


def _facts(ctx: Context, case: Case) -> Sequence[Part]:
    under = incidents.of_case(ctx.tx, case.id)
    return [msg("case-incidents", names=[raw(one.name) for one in under])] if under else ()


def _found(ctx: Context, args: Json) -> Incident | None:
    one = incidents.find(ctx.tx, str(args["incident"]))
    if one is None:
        not_there(ctx)
    return one


def _of_case(ctx: Context, args: Json) -> None:
    """What a case is under, and what it could be put under."""
    case = case_for(ctx, args["case"], Act.WORK_CASE)
    if case is None:
        return
    under = incidents.of_case(ctx.tx, case.id)
    known = {one.id for one in under}
    rows: list[tuple[Choice, ...]] = []
    for one in under:
        at = {"case": case.id, "incident": one.id}
        rows += ctx.row(
            Choice(raw(one.name), "incident.open", {"incident": one.id}),
            Choice(msg("button-incident-out"), "incident.out", at),
        )
    for one in incidents.every(ctx.tx, _OFFERED + len(known)):
        if one.id not in known:
            at = {"case": case.id, "incident": one.id}
            rows.append((Choice(msg("button-incident-put", name=raw(one.name)), "incident.put", at),))
    rows.append((Choice(msg("button-incident-new"), "incident.new", {"case": case.id}),))
    rows.append((Choice(msg("button-open-case"), "case.open", {"case": case.id}),))
    ctx.show(msg("incidents-of-case", code=case.code), *_facts(ctx, case), rows=tuple(rows))


def _put(ctx: Context, args: Json) -> None:
    case, one = case_for(ctx, args["case"], Act.WORK_CASE), incidents.find(ctx.tx, str(args["incident"]))
    if case is None:
        return
    if one is not None and incidents.put(ctx.tx, one.id, case.id, ctx.now):
        note(ctx, "joined-incident", case.id)
    _of_case(ctx, args)


def _out(ctx: Context, args: Json) -> None:
    case = case_for(ctx, args["case"], Act.WORK_CASE)
    if case is None:
        return
    if incidents.take_out(ctx.tx, str(args["incident"]), case.id):
        note(ctx, "left-incident", case.id)
    _of_case(ctx, args)


def _list(ctx: Context, args: Json) -> None:
    found = incidents.every(ctx.tx, _PAGE + 1, args.get("before"))
    rows = [
        (
            Choice(
                msg("button-incident", name=raw(one.name), cases=str(incidents.count(ctx.tx, one.id))),
                "incident.open",
                {"incident": one.id},
            ),
        )
        for one in found[:_PAGE]
    ]
    if len(found) > _PAGE:
        rows.append((Choice(msg("button-page-on"), "incident.list", {"before": found[_PAGE - 1].id}),))
    rows.append((Choice(msg("button-incident-new"), "incident.new", {}),))
    ctx.show(msg("incidents" if found else "incidents-none"), rows=tuple(rows))


def _open(ctx: Context, args: Json) -> None:
    one = _found(ctx, args)
    if one is not None:
        note(ctx, "saw-incident", one.id)
        _show(ctx, one, args.get("after", ""))


def _show(ctx: Context, one: Incident, after: str = "") -> None:
    at, many = {"incident": one.id}, incidents.count(ctx.tx, one.id)
    found = incidents.briefs(ctx.tx, one.id, after, _PAGE + 1)
    rows = [
        (
            Choice(
                msg(
                    "button-found",
                    code=each.code,
                    stage=msg(f"found-{each.stage}"),
                    day=Short(ctx.day(each.made_at)),
                ),
                "case.open",
                {"case": each.id},
            ),
        )
        for each in found[:_PAGE]
    ]
    if len(found) > _PAGE:
        rows.append((Choice(msg("button-page-on"), "incident.open", {**at, "after": found[_PAGE - 1].id}),))
    rows.append((Choice(msg("button-incident-add"), "incident.codes", at),))
    if many:
        rows.append((Choice(msg("button-incident-write"), "cast.new", at),))
    rows.append((Choice(msg("button-incident-rename"), "incident.rename", at),))
    if not many:
        rows.append((Choice(msg("button-incident-remove"), "incident.remove", at),))
    rows.append((Choice(msg("button-incidents"), "incident.list", {}),))
    ctx.show(raw(one.name), msg("incident-cases", cases=many), rows=tuple(rows))


def _ask(ctx: Context, args: Json, what: str) -> None:
    """Ask for a name or for codes; *args* are those of the thing that it is for."""
    back = Choice(msg("button-cancel"), "incident.list", {})
    if "case" in args:
        if case_for(ctx, args["case"], Act.WORK_CASE) is None:
            return
        back = Choice(msg("button-cancel"), "incident.of", {"case": args["case"]})
    elif "incident" in args:
        if _found(ctx, args) is None:
            return
        back = Choice(msg("button-cancel"), "incident.open", {"incident": args["incident"]})
    ctx.talk(TALK, {**{name: args[name] for name in ("case", "incident") if name in args}, "of": what})
    ctx.say(msg("incident-ask-codes" if what == "codes" else "incident-ask-name"), rows=((back,),))


def _heard(ctx: Context, talk: Talk) -> bool:
    text = (ctx.arrival.text or "").strip()
    if talk.body["of"] == "codes":
        return _codes_heard(ctx, talk, text)
    if not text or len(text) > _LONGEST_NAME:
        ctx.say(msg("cast-name-in-words", longest=str(_LONGEST_NAME)))
        return True
    if "incident" in talk.body:
        if incidents.find(ctx.tx, talk.body["incident"]) is None:
            return False
        one_id = str(talk.body["incident"])
        incidents.rename(ctx.tx, one_id, text)
        note(ctx, "renamed-incident", one_id)
    else:
        one_id = incidents.begin(ctx.tx, ctx.person.id, text, ctx.now)
        note(ctx, "named-incident", one_id)
    case = case_if(ctx, talk.body.get("case", ""), Act.WORK_CASE)
    if case is not None and incidents.put(ctx.tx, one_id, case.id, ctx.now):
        note(ctx, "joined-incident", case.id)
    _end(ctx, one_id)
    return True


def _codes_heard(ctx: Context, talk: Talk, text: str) -> bool:
    if incidents.find(ctx.tx, talk.body["incident"]) is None:
        return False
    read = [codes.read(plain(typed)) for typed in text.replace(",", " ").split()]
    ids = [seeking.id_by_code(ctx.tx, code) if code is not None else None for code in read]
    found = [case_if(ctx, one, Act.WORK_CASE) if one is not None else None for one in ids]
    if not found or None in found:
        ctx.say(msg("cast-code-unknown"))
        return True
    for case in found:
        if case is not None and incidents.put(ctx.tx, talk.body["incident"], case.id, ctx.now):
            note(ctx, "joined-incident", case.id)
    _end(ctx, talk.body["incident"])
    return True


def _end(ctx: Context, incident_id: str) -> None:
    ctx.end_talk()
    one = incidents.find(ctx.tx, incident_id)
    if one is not None:
        _show(ctx, one)


def _remove(ctx: Context, args: Json) -> None:
    if not incidents.remove(ctx.tx, str(args["incident"])):
        not_there(ctx)
        return
    note(ctx, "removed-incident", str(args["incident"]))
    _list(ctx, {})


OFFER = Offer(
    commands=(Command("incidents", Act.SEE_CASE, lambda ctx: _list(ctx, {}), frozenset({Role.COORDINATOR})),),
    deeds=(
        Deed("incident.of", Act.WORK_CASE, _of_case, again=SHOWS),
        Deed("incident.put", Act.WORK_CASE, _put, again=SAME),
        Deed("incident.out", Act.WORK_CASE, _out, again=SAME),
        Deed("incident.list", Act.SEE_CASE, _list, again=SHOWS),
        Deed("incident.open", Act.SEE_CASE, _open, again=SHOWS),
        Deed("incident.new", Act.WORK_CASE, lambda ctx, args: _ask(ctx, args, "name"), again=ASKS),
        Deed("incident.rename", Act.WORK_CASE, lambda ctx, args: _ask(ctx, args, "name"), again=ASKS),
        Deed("incident.codes", Act.WORK_CASE, lambda ctx, args: _ask(ctx, args, "codes"), again=ASKS),
        Deed("incident.remove", Act.WORK_CASE, _remove, once=True),
    ),
    talks=(Listening(TALK, Act.WORK_CASE, _heard),),
    sections=(
        Section("incident.of", lambda _ctx, _case: msg("button-incidents"), CardPlace.HISTORY, _facts),
    ),
)

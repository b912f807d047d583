"""Flags: a few words of ours that everybody sees who opens the case."""

from collections.abc import Mapping, Sequence

from handlers.access import case_for
from handlers.command import SAME, SHOWS, CardPlace, Deed, Offer, Section
from handlers.context import Context
from handlers.decisions import carried_out
from handlers.rules import teamwork
from handlers.rules.decision import Choice
from handlers.rules.roles import Act
from handlers.rules.teamwork import Flag
from handlers.saying import Part, msg
from storage import matters
from storage.records import Case, Json, Matter, MatterKind


def _there(ctx: Context, case_id: str) -> Mapping[str, Matter]:
    found = matters.of_case(ctx.tx, case_id, MatterKind.FLAG, open_only=True)
    return {str(one.body["flag"]): one for one in found}


def _facts(ctx: Context, case: Case) -> Sequence[Part]:
    there = _there(ctx, case.id)
    return [msg("case-flags", flags=[msg(f"flag-{one}") for one in Flag if one in there])] if there else ()


def _list(ctx: Context, args: Json) -> None:
    case = case_for(ctx, args["case"], Act.WORK_CASE)
    if case is None:
        return
    there = _there(ctx, case.id)
    rows = [
        (
            Choice(
                msg("button-flag-on" if one in there else "button-flag-off", flag=msg(f"flag-{one}")),
                "flag.set",
                {"case": case.id, "flag": one.value, "on": one not in there},
            ),
        )
        for one in Flag
    ]
    rows.append((Choice(msg("button-open-case"), "case.open", {"case": case.id}),))
    ctx.show(msg("flags-title", code=case.code), rows=tuple(rows))


def _set(ctx: Context, args: Json) -> None:
    case = case_for(ctx, args["case"], Act.WORK_CASE)
    if case is None:
        return
    flag = Flag(args["flag"])
    decision = teamwork.set_flag(case, ctx.person, flag, _there(ctx, case.id).get(flag), on=bool(args["on"]))
    if decision is None or carried_out(ctx, decision):
        _list(ctx, args)


OFFER = Offer(
    deeds=(
        Deed("flag.list", Act.WORK_CASE, _list, again=SHOWS),
        Deed("flag.set", Act.WORK_CASE, _set, again=SAME),
    ),
    sections=(Section("flag.list", lambda _ctx, _case: msg("button-flags"), CardPlace.NOTES, _facts),),
)

"""A coordinator lets a letter be translated, and reads what came before it goes to the family."""

from handlers.access import case_for, matter_for, not_there
from handlers.away import volunteers_there
from handlers.command import ASKS, SHOWS, CardPlace, Deed, Offer, Section, Watch
from handlers.context import Context, Speech
from handlers.coordinator import letter as letter_talk
from handlers.decisions import carried_out, carry_out
from handlers.intake.summary import name_told
from handlers.noting import note
from handlers.rules import casework, translating
from handlers.rules.decision import Choice
from handlers.rules.office import Office
from handlers.rules.roles import Act
from handlers.saying import msg
from storage import matters, people
from storage.records import Case, Json, Matter, MatterKind, MatterState, Role


def _ask(ctx: Context, args: Json) -> None:
    talk = ctx.talk_now
    if talk is None or talk.kind != letter_talk.TALK or talk.body.get("number") != args["number"]:
        ctx.toast("press-old")
        return
    case = case_for(ctx, talk.body["case"], Act.WRITE_TO_FAMILY)
    if case is None:
        return
    volunteers = volunteers_there(ctx.tx, ctx.office, ctx.now)
    if not volunteers:
        ctx.undone = True
        ctx.say(msg("translate-no-volunteers"))
        return
    ctx.end_talk()
    wanted = translating.wanted(
        case,
        talk.body["letter"],
        name_told(case.body),
        str(args["to"]),
        ctx.person,
        volunteers,
        ctx.office,
        ctx.now,
    )
    if carried_out(ctx, wanted):
        opened = Choice(msg("button-open-case"), "case.open", {"case": case.id})
        asked = Choice(msg("button-translations"), "translate.list", {"case": case.id})
        ctx.show(msg("translate-asked", count=len(volunteers)), rows=((asked,), (opened,)))


def _withdrawing(one: Matter) -> Choice:
    target = msg(f"language-{one.body['to']}")
    return Choice(msg("button-translate-withdraw", target=target), "translate.withdraw", {"matter": one.id})


def _list(ctx: Context, args: Json) -> None:
    """What is being translated for this family, and the way to say that it is not needed any more."""
    case = case_for(ctx, args["case"], Act.SEE_CASE)
    if case is None:
        return
    note(ctx, "saw-translations", case.id)
    found = matters.of_case(ctx.tx, case.id, MatterKind.UPDATE, open_only=True)
    parts = [msg("translations-title", code=case.code)]
    parts += [
        msg(
            f"translation-{_state(one)}",
            source=msg(f"language-{one.body['from']}"),
            target=msg(f"language-{one.body['to']}"),
            day=ctx.day(one.at),
        )
        for one in found
    ]
    opened = Choice(msg("button-open-case"), "case.open", {"case": case.id})
    ctx.show(*parts, rows=(*((_withdrawing(one),) for one in found), (opened,)))


def _state(one: Matter) -> str:
    if "translation" in one.body:
        return "written"
    return "waits" if one.holder_id is None else "in-hand"


def _withdraw(ctx: Context, args: Json) -> None:
    matter = matter_for(ctx, args["matter"], Act.WRITE_TO_FAMILY)
    if matter is None:
        return
    if matter.kind is not MatterKind.UPDATE:
        not_there(ctx)
        return
    opened = Choice(msg("button-open-case"), "case.open", {"case": matter.case_id})
    if matter.state is not MatterState.OPEN:
        ctx.show(msg("translate-over"), rows=((opened,),))
        return
    # Who has handed it in works on it no more.
    holds = matter.holder_id if "translation" not in matter.body else None
    holder = people.find(ctx.tx, holds) if holds is not None else None
    if carried_out(ctx, translating.withdrawn(matter, holder, ctx.office, ctx.now)):
        ctx.show(msg("translate-withdrawn"), rows=((opened,),))


def _review(ctx: Context, args: Json) -> None:
    """What a volunteer wrote, beside what was to be said; it goes out as any letter does."""
    matter = matter_for(ctx, args["matter"], Act.WRITE_TO_FAMILY)
    if matter is None:
        return
    case = case_for(ctx, matter.case_id, Act.WRITE_TO_FAMILY)
    if case is None:
        return
    if matter.kind is not MatterKind.UPDATE or "translation" not in matter.body:
        not_there(ctx)
        return
    if matter.state is not MatterState.OPEN:
        ctx.say(msg("translate-sent-already"))
        return
    note(ctx, "read-translation", case.id)
    before = matter.body["letter"]
    texts = [*before.get("texts", ()), {"language": matter.body["to"], "text": matter.body["translation"]}]
    ctx.say(msg("translate-check"))
    letter_talk.preview(ctx, {"case": case.id, "matter": matter.id}, {**before, "texts": texts})


def _watch(speech: Speech, office: Office, matter: Matter, case: Case) -> None:
    volunteers = volunteers_there(speech.tx, office, speech.now)
    readers = casework.responsible(case, people.with_role(speech.tx, Role.COORDINATOR))
    asked = [one for one in readers if one.id == matter.author_id] or readers
    decision = translating.looked_after(matter, case, volunteers, asked, office, speech.now)
    carry_out(speech, decision, None)


OFFER = Offer(
    deeds=(
        Deed("translate.ask", Act.WRITE_TO_FAMILY, _ask, once=True),
        Deed("translate.list", Act.SEE_CASE, _list, again=SHOWS),
        Deed("translate.withdraw", Act.WRITE_TO_FAMILY, _withdraw, once=True),
        Deed("translate.review", Act.WRITE_TO_FAMILY, _review, again=ASKS),
    ),
    sections=(
        Section(
            "translate.list",
            lambda _ctx, _case: msg("button-translations"),
            CardPlace.FAMILY,
            there=lambda ctx, case: matters.count_open(ctx.tx, case.id).get(MatterKind.UPDATE, 0) > 0,
        ),
    ),
    watches=(Watch(MatterKind.UPDATE, _watch),),
)

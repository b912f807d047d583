"""A coordinator lets a letter be translated, and reads what came before it goes to the family."""

from handlers.access import case_for, matter_for, not_there
from handlers.command import ASKS, Deed, Offer, Watch
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
from storage import people
from storage.records import Case, Json, Matter, MatterKind, MatterState, Role


def _ask(ctx: Context, args: Json) -> None:
    talk = ctx.talk_now
    if talk is None or talk.kind != letter_talk.TALK or talk.body.get("number") != args["number"]:
        ctx.toast("press-old")
        return
    case = case_for(ctx, talk.body["case"], Act.WRITE_TO_FAMILY)
    if case is None:
        return
    volunteers = [one for one in people.with_role(ctx.tx, Role.VOLUNTEER) if one.reachable]
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
        ctx.show(msg("translate-asked", count=len(volunteers)), rows=((opened,),))


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
    volunteers = [one for one in people.with_role(speech.tx, Role.VOLUNTEER) if one.reachable]
    readers = casework.responsible(case, people.with_role(speech.tx, Role.COORDINATOR))
    asked = [one for one in readers if one.id == matter.author_id] or readers
    decision = translating.looked_after(matter, case, volunteers, asked, office, speech.now)
    carry_out(speech, decision, None)


OFFER = Offer(
    deeds=(
        Deed("translate.ask", Act.WRITE_TO_FAMILY, _ask, once=True),
        Deed("translate.review", Act.WRITE_TO_FAMILY, _review, again=ASKS),
    ),
    watches=(Watch(MatterKind.UPDATE, _watch),),
)

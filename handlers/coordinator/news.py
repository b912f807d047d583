"""Grave news on its way to a family: confirmed by two, carried by one, and told by a person.

What may happen when stands in `handlers/rules/telling.py`. Nothing here sends a word of it to anybody
who follows the case.
"""

from collections.abc import Sequence

from handlers import approving, caring
from handlers.access import case_for, case_if, matter_for, matter_if
from handlers.command import ASKS, SHOWS, Approvable, CardPlace, Deed, Offer, Section, Slip, Watch
from handlers.context import Context, Speech
from handlers.coordinator.claimed import told_of
from handlers.coordinator.news_card import is_asked, screen
from handlers.coordinator.own_family import is_hers, kept_from_her
from handlers.decisions import carried_out, carry_out
from handlers.intake.fields import Choice as ChoiceField
from handlers.intake.fields import Day, Field
from handlers.intake.outline import Question
from handlers.membership import code_of
from handlers.noting import note
from handlers.rules import telling
from handlers.rules.approvals import Kind
from handlers.rules.caring import burdened
from handlers.rules.decision import ChangeMatter, Choice, Decision, Notice
from handlers.rules.office import Office
from handlers.rules.roles import Act
from handlers.rules.telling import FAMILY, REMIND, Cannot, How, Step
from handlers.saying import Part, labelled, msg
from handlers.slips import begin
from storage import cases, matters, people
from storage.records import Approval, Case, Json, Matter, MatterKind, MatterState, Person, Role


def _news_of(ctx: Context, case: Case) -> Sequence[Matter]:
    return matters.of_case(ctx.tx, case.id, MatterKind.NEWS)


def _facts(ctx: Context, case: Case) -> Sequence[Part]:
    waits = telling.waits(_news_of(ctx, case)) and not is_hers(ctx, case)
    return (msg("case-news-waits"),) if waits else ()


def _is_there(ctx: Context, case: Case) -> bool:
    return bool(_news_of(ctx, case)) and not is_hers(ctx, case)


def _show(ctx: Context, args: Json) -> None:
    case = case_for(ctx, args["case"], Act.WORK_CASE)
    if case is not None and not kept_from_her(ctx, case):
        note(ctx, "saw-news", case.id)
        screen(ctx, case)


def _found(ctx: Context, args: Json) -> tuple[Matter, Case] | None:
    """The news that a button speaks of, as she saw it, and its case."""
    one = matter_for(ctx, args["news"], Act.WORK_CASE)
    if one is None:
        return None
    if one.kind is not MatterKind.NEWS or one.revision != args.get("revision", one.revision):
        _cannot(ctx, one.case_id, "changed-meanwhile")
        return None
    case = case_for(ctx, one.case_id, Act.WORK_CASE)
    return (one, case) if case is not None and not kept_from_her(ctx, case) else None


def _cannot(ctx: Context, case_id: str, message_id: str) -> None:
    ctx.undone = True
    ctx.say(msg(message_id), rows=((Choice(msg("button-news"), "news.show", {"case": case_id}),),))


def _confirm(ctx: Context, args: Json) -> None:
    """She has looked into it: how she knows, in her own words, is what the second one reads."""
    found = _found(ctx, args)
    if found is None:
        return
    one, case = found
    if not approving.others(ctx):
        _cannot(ctx, case.id, "news-alone")
    elif is_asked(ctx, one):
        _cannot(ctx, case.id, "news-asked-already")
    else:
        begin(ctx, CONFIRMING, case, {"news": one.id, "revision": one.revision})


def _keep_confirming(ctx: Context, case: Case, answers: Json, about: Json) -> None:
    found = _found(ctx, about)
    if found is None:
        return
    one, why = found[0], answers["how"]["text"]
    after = telling.first_yes(telling.read(one), ctx.person.id, why)
    if isinstance(after, Cannot):
        _cannot(ctx, case.id, after.value)
    elif not approving.others(ctx):
        _cannot(ctx, case.id, "news-alone")
    elif carried_out(ctx, telling.moved(one, after, "confirmed-news", ctx.now)):
        # How she knows is shown with the claim, and so to nobody whose own family it is.
        approving.ask(ctx, Kind.CONFIRM_NEWS, {"news": one.id, "by": ctx.person.id}, "")


def _shown(ctx: Context, content: Json) -> Sequence[Part] | None:
    """What the second one confirms; None where that is not what is asked any more."""
    one = matter_if(ctx, content["news"], Act.WORK_CASE)
    case = case_if(ctx, one.case_id, Act.WORK_CASE) if one is not None else None
    if one is None or case is None:
        return None
    news = telling.read(one)
    if news.step is not Step.ASKED or news.first != content["by"]:
        return None
    if is_hers(ctx, case):
        return [msg("case-own-family")]
    note(ctx, "saw-news", case.id)
    why = labelled("label-confirming-how", news.why)
    return [msg("news-of-case", code=case.code), *told_of(ctx, case, news.what), why]


def _second(ctx: Context, approval: Approval) -> None:
    one = matter_if(ctx, approval.content["news"], Act.WORK_CASE)
    assert one is not None, "it has just been shown"
    case = case_if(ctx, one.case_id, Act.WORK_CASE)
    if case is None or kept_from_her(ctx, case):
        return  # nobody confirms what she has not read; the first can ask once more
    after = telling.second_yes(telling.read(one), ctx.person.id)
    if isinstance(after, Cannot):
        _cannot(ctx, one.case_id, after.value)
        return
    carry_out(ctx.speech, telling.moved(one, after, "confirmed-news-second", ctx.now), ctx.person.id)
    rows = ((Choice(msg("button-news"), "news.show", {"case": one.case_id}),),)
    ctx.say(msg("news-confirmed"), rows=rows)


def _carrier(ctx: Context, args: Json) -> None:
    """Who of the team tells it."""
    found = _found(ctx, args)
    if found is None:
        return
    one, case = found
    family = {each.id for each in cases.followers_of(ctx.tx, case.id)}
    rows = [
        (
            Choice(
                msg("button-news-me")
                if each.id == ctx.person.id
                else msg("button-news-by", code=code_of(ctx.tx, each)),
                "news.carry",
                {"news": one.id, "revision": one.revision, "person": each.id},
            ),
        )
        for each in people.with_role(ctx.tx, Role.COORDINATOR)
        if each.id not in family
    ]
    rows.append((Choice(msg("button-news"), "news.show", {"case": case.id}),))
    ctx.show(msg("news-who"), rows=tuple(rows))


def _named(ctx: Context, one: Person) -> Part:
    if one.id == ctx.person.id:
        return msg("button-news-me")
    return msg("button-news-by", code=code_of(ctx.tx, one))


def _carry(ctx: Context, args: Json) -> None:
    found = _found(ctx, args)
    if found is None:
        return
    one, case = found
    team = people.with_role(ctx.tx, Role.COORDINATOR)
    family = {each.id for each in cases.followers_of(ctx.tx, case.id)}
    chosen = next((each for each in team if each.id == args["person"] and each.id not in family), None)
    after = telling.carry(telling.read(one), chosen.id) if chosen is not None else Cannot.NOT_CONFIRMED
    if chosen is None or isinstance(after, Cannot):
        _cannot(ctx, case.id, "news-no-carrier" if chosen is None else str(after))
        return
    told = () if chosen.id == ctx.person.id else telling.alerts(case, "alert-news-carry", [chosen])
    if carried_out(ctx, telling.moved(one, after, "named-carrier", ctx.now, notices=told)):
        screen(ctx, case)


def _told(ctx: Context, args: Json) -> None:
    found = _found(ctx, args)
    if found is None:
        return
    one, case = found
    if telling.read(one).carrier != ctx.person.id:
        _cannot(ctx, case.id, Cannot.NOT_CARRIER.value)
        return
    begin(ctx, TOLD, case, {"news": one.id, "revision": one.revision, "to": args["to"]})


def _keep_told(ctx: Context, case: Case, answers: Json, about: Json) -> None:
    found = _found(ctx, about)
    if found is None:
        return
    one, to = found[0], str(about["to"])
    followers = [each.id for each in cases.followers_of(ctx.tx, case.id)]
    if to not in (followers or [FAMILY]):
        _cannot(ctx, case.id, "news-nobody-there")
        return
    how = {
        "how": answers["how"]["value"],
        "day": answers["day"]["value"],
        "text": answers.get("words", {}).get("text", ""),
        "at": ctx.now.isoformat(),
        "by": ctx.person.id,
    }
    before = telling.read(one)
    after = telling.tell(before, ctx.person.id, to, how, followers)
    if isinstance(after, Cannot):
        _cannot(ctx, case.id, after.value)
    elif carried_out(ctx, telling.moved(one, after, "told-news", ctx.now, told=(case, to))):
        caring.propose_rest(ctx.speech, ctx.office, burdened(before, after, ctx.person.id))
        _again(ctx, case.id)


def _again(ctx: Context, case_id: str) -> None:
    case = case_for(ctx, case_id, Act.WORK_CASE)
    if case is not None:
        screen(ctx, case)


def _look_after(speech: Speech, office: Office, one: Matter, case: Case) -> None:
    """It waits: whoever is to tell it is reminded, or, before that, the team; never at night."""
    if one.state is not MatterState.OPEN:
        carry_out(speech, Decision((ChangeMatter(one, watch_at=None),), (), ("news-over", case.id)), None)
        return
    if not office.may_push(speech.now):
        later = ChangeMatter(one, watch_at=office.next_push(speech.now))
        carry_out(speech, Decision((later,), (), ("news-put-off", case.id)), None)
        return
    news = telling.read(one)
    followers = cases.followers_of(speech.tx, case.id)
    team = telling.team_for(people.with_role(speech.tx, Role.COORDINATOR), followers, None)
    readers = [each for each in team if each.id == news.carrier] or team
    notices: tuple[Notice, ...] = telling.alerts(case, "alert-news-waits", readers)
    again = ChangeMatter(one, watch_at=office.next_push(speech.now + REMIND))
    carry_out(speech, Decision((again,), notices, ("reminded-of-news", case.id)), None)


_WORDS = Field(by=frozenset())
CONFIRMING = Slip("confirming", (Question("how", _WORDS, required=True),), Act.WORK_CASE, _keep_confirming)
TOLD = Slip(
    "told",
    (
        Question("how", ChoiceField(options=tuple(How)), required=True),
        Question("day", Day(), required=True),
        Question("words", _WORDS),
    ),
    Act.WORK_CASE,
    _keep_told,
)

OFFER = Offer(
    deeds=(
        Deed("news.show", Act.WORK_CASE, _show, again=SHOWS),
        Deed("news.confirm", Act.WORK_CASE, _confirm, again=ASKS),
        Deed("news.carrier", Act.WORK_CASE, _carrier, again=ASKS),
        Deed("news.carry", Act.WORK_CASE, _carry, once=True),
        Deed("news.told", Act.WORK_CASE, _told, again=ASKS),
    ),
    slips=(CONFIRMING, TOLD),
    sections=(
        Section("news.show", lambda _ctx, _case: msg("button-news"), CardPlace.HAPPENED, _facts, _is_there),
    ),
    approvals=(Approvable(Kind.CONFIRM_NEWS, _shown, _second),),
    watches=(Watch(MatterKind.NEWS, _look_after),),
)

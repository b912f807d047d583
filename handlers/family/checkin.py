"""What the hotline asks a family of itself: whether somebody is at home, and what a report still lacks."""

from dataclasses import replace
from typing import Any

from handlers.access import case_for, matter_for, not_there, own_drafts
from handlers.command import SHOWS, Deed, Offer
from handlers.context import Context
from handlers.decisions import carried_out
from handlers.grave import news_waits
from handlers.intake import conversation, form
from handlers.intake.questions import FORM
from handlers.intake.summary import name_told
from handlers.noting import note
from handlers.rules import terms
from handlers.rules.casework import alerted, responsible
from handlers.rules.deadlines import must_not_ask
from handlers.rules.decision import Change, ChangeCase, ChangeMatter, Choice, Decision, FamilyWaits, Notice
from handlers.rules.roles import Act
from handlers.saying import msg
from storage import drafts, people
from storage.records import Case, Json, Lane, Matter, MatterKind, MatterState, Role, Urgency


def _found(ctx: Context, args: Json) -> tuple[Matter, Case] | None:
    """The term of which she was asked, and its case, while it is open and hers; else there is nothing."""
    term = matter_for(ctx, args["matter"], Act.SEE_OWN_CASE)
    if term is None:
        return None
    if term.kind is not MatterKind.TERM:
        not_there(ctx)
        return None
    case = case_for(ctx, term.case_id, Act.SEE_OWN_CASE)
    return None if case is None else (term, case)


def _open(ctx: Context, args: Json) -> None:
    hers = _found(ctx, args)
    if hers is None:
        return
    term, case = hers
    note(ctx, "read-checkin", case.id)
    if _is_over(ctx, term, case):
        ctx.show(msg("checkin-over"), rows=_ways(case))
        return
    ends = terms.ends(term.body)
    ended = msg("checkin-ended", day=ends.last) if ends is not None else msg("checkin-ended-unknown")
    rows = [
        (Choice(msg(f"button-checkin-{one}"), "checkin.answer", {"matter": term.id, "answer": one}),)
        for one in terms.ANSWERS
    ]
    rows.append((Choice(msg("button-person"), "person.ask"),))
    name = name_told(case.body)
    ctx.show(ended, msg("checkin-ask", name=name) if name else msg("checkin-ask-unnamed"), rows=tuple(rows))


def _is_over(ctx: Context, term: Matter, case: Case) -> bool:
    """Whether nobody waits for an answer any more: the term was extended or ended, or more is known."""
    return term.state is not MatterState.OPEN or must_not_ask(case) or news_waits(ctx.tx, case.id)


def _answer(ctx: Context, args: Json) -> None:
    """Each of the family may answer; the team hears of every answer that is another than the last."""
    hers = _found(ctx, args)
    if hers is None:
        return
    term, case = hers
    if _is_over(ctx, term, case):
        ctx.show(msg("checkin-over"), rows=_ways(case))
        return
    answer = str(args["answer"])
    said = list(term.body.get("said", ()))
    known = said[-1]["answer"] if said else None
    said.append({"answer": answer, "by": ctx.person.id, "day": ctx.day(ctx.now).isoformat()})
    changes: list[Change] = [
        ChangeMatter(term, body={**term.body, "said": said}, watch_at=None, said=f"answered-{answer}")
    ]
    if answer == "not-home":
        changes += (ChangeCase(case.id, urgency=Urgency.NOW), FamilyWaits(case.id, ctx.now))
    readers = responsible(case, [one for one in _team(ctx) if one.id != ctx.person.id])
    look = Choice(msg("button-look"), "term.open", {"matter": term.id})
    alert = (msg(f"alert-checkin-{answer}", code=case.code),)
    # Somebody who should be at home and is not cannot wait for the morning.
    now_known = replace(case, urgency=Urgency.NOW) if answer == "not-home" else case
    notices = tuple(
        Notice(one.id, Lane.ALERT, alert, ((look,),), alerted(now_known, one, ctx.office, ctx.now))
        for one in readers
        if answer != known
    )
    if carried_out(ctx, Decision(tuple(changes), notices, ("answered-checkin", case.id))):
        ctx.show(msg("checkin-thanks"), ctx.office.reading_part(ctx.now, readers), rows=_ways(case))


def _team(ctx: Context) -> Any:
    return people.with_role(ctx.tx, Role.COORDINATOR)


def _ways(case: Case) -> Any:
    return (
        (Choice(msg("button-add"), "word.write", {"case": case.id}),),
        (Choice(msg("button-person"), "person.ask"),),
    )


def _tell(ctx: Context, args: Json) -> None:
    """Into her talk about the report, at exactly the questions that the team has asked for."""
    case = case_for(ctx, args["case"], Act.AMEND_CASE)
    if case is None:
        return
    note(ctx, "began-amending", case.id)
    draft = next((one for one in own_drafts(ctx, drafts.MOST) if one.body.get("case") == case.id), None)
    if draft is None:
        draft = drafts.begin(ctx.tx, ctx.person.id, form.adding_to(FORM, case), ctx.now, case_id=case.id)
    body = form.asked_for(FORM, draft.body, args["keys"])
    conversation.lead_to(ctx, draft, body, (msg("amend-begin", code=case.code),))


OFFER = Offer(
    deeds=(
        Deed("checkin.open", Act.SEE_OWN_CASE, _open, again=SHOWS),
        Deed("checkin.answer", Act.SEE_OWN_CASE, _answer, once=True),
        Deed("un.tell", Act.AMEND_CASE, _tell, again="it goes on with the additions already begun"),
    ),
)

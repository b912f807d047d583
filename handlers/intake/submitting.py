"""A report leaves: it becomes a case, or adds to one, and whoever told it gets the code and the promise."""

import secrets

from handlers.access import case_for
from handlers.context import Context
from handlers.decisions import carry_out
from handlers.intake import moving
from handlers.intake.questions import FORM
from handlers.rules import casework, codes, reporting
from handlers.rules.decision import Choice
from handlers.rules.roles import Act
from handlers.saying import msg
from locales.languages import SOURCE
from storage import cases, people
from storage.records import Case, Role, StoredDraft


def fresh_code(ctx: Context) -> str:
    """A code that no case has."""
    code = codes.make(secrets.choice)
    while cases.code_taken(ctx.tx, code):
        code = codes.make(secrets.choice)
    return code


def missing_in(draft: StoredDraft) -> str | None:
    """The first required question that has no answer yet."""
    missing = moving.unanswered(FORM, draft.body)
    return missing[0].key if missing else None


def send(ctx: Context, draft: StoredDraft) -> None:
    """Send a report to which nothing is missing."""
    if draft.body.get("case") is None:
        _report(ctx, draft)
    elif (case := case_for(ctx, draft.body["case"], Act.AMEND_CASE)) is not None:
        _amend(ctx, draft, case)


def _report(ctx: Context, draft: StoredDraft) -> None:
    told = draft.body
    code = str(told.get("code") or fresh_code(ctx))
    if cases.code_taken(ctx.tx, code):
        code = fresh_code(ctx)
    case_id = draft.id  # and with it the key under which everything of this report is
    paper = told.get("paper")
    coordinators = people.with_role(ctx.tx, Role.COORDINATOR)
    decision = reporting.submit(
        draft,
        ctx.person,
        coordinators,
        ctx.office,
        case_id=case_id,
        code=code,
        language=str(paper) if paper else ctx.person.language or SOURCE,
        now=ctx.now,
    )
    promise = ctx.office.promise(ctx.now)
    if paper:
        opened = Choice(msg("button-open-case"), "case.open", {"case": case_id})
        ctx.show(msg("interview-sent", code=code, day=promise), rows=((opened,),))
    else:
        ctx.show(msg("report-sent", code=code))
        ctx.say(
            msg("report-next"),
            ctx.office.hours_part(),
            *ctx.office.absence(ctx.now, coordinators),
            msg("report-promise", day=promise),
            rows=(
                (Choice(msg("button-receipt"), "receipt.ask", {"case": case_id}),),
                (Choice(msg("button-my-reports"), "cases.list"),),
                (Choice(msg("button-new-report"), "draft.new"),),
            ),
        )
    carry_out(ctx.speech, decision, ctx.person.id)


def _amend(ctx: Context, draft: StoredDraft, case: Case) -> None:
    coordinators = people.with_role(ctx.tx, Role.COORDINATOR)
    decision = reporting.amend(draft, case, ctx.person, coordinators, ctx.office, ctx.now)
    carry_out(ctx.speech, decision, ctx.person.id)
    nothing = not decision.notices and len(decision.changes) == 1
    ctx.show(
        msg("amend-none") if nothing else msg("amend-sent", code=case.code),
        *(() if nothing else ctx.office.absence(ctx.now, casework.responsible(case, coordinators))),
        rows=((Choice(msg("button-my-reports"), "cases.list"),),),
    )

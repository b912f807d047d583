"""The receipt: what a relative told, as a PDF in her language; only if she wants it on her phone."""

from handlers.access import case_for, not_there
from handlers.command import Deed, Offer
from handlers.context import Context
from handlers.documents.writing import section_of, sheet_of
from handlers.intake.questions import FORM
from handlers.intake.sharing import reported_by
from handlers.intake.summary import answers_read_back
from handlers.rules.decision import Choice
from handlers.rules.roles import Act
from handlers.saying import msg
from storage import audit
from storage.records import Case, Json


def _hers(ctx: Context, args: Json) -> Case | None:
    case = case_for(ctx, args["case"], Act.SEE_OWN_CASE)
    if case is not None and not reported_by(case.body, ctx.person.id):
        not_there(ctx)  # whoever only follows a case has not read what was told
        return None
    return case


def _ask(ctx: Context, args: Json) -> None:
    case = _hers(ctx, args)
    if case is not None:
        rows = (
            (Choice(msg("button-receipt-yes"), "receipt.send", {"case": case.id}),),
            (Choice(msg("button-my-reports"), "cases.list"),),
        )
        ctx.say(msg("receipt-caution"), rows=rows)


def _send(ctx: Context, args: Json) -> None:
    case = _hers(ctx, args)
    if case is None:
        return
    sheet = sheet_of(
        msg("receipt-title", code=case.code),
        intro=(
            msg("receipt-made", day=ctx.day(ctx.now)),
            msg("receipt-reads"),
            ctx.office.hours_part(),
            msg("report-promise", day=case.promise_on),
        ),
        sections=[
            section_of(msg(f"section-{section.key}"), rows)
            for section in FORM.sections
            if (rows := answers_read_back(FORM, case.body, section.questions))
        ],
        outro=(msg("receipt-end"),),
        code=case.code,
    )
    caption = msg("receipt-caption", code=case.code)
    ctx.speech.sheet(ctx.person, sheet, caption, file_name=f"{case.code}.pdf", hers=True)
    audit.write(ctx.tx, ctx.person.id, "took-receipt", case.id, ctx.now)


OFFER = Offer(
    deeds=(
        Deed("receipt.ask", Act.SEE_OWN_CASE, _ask),
        Deed("receipt.send", Act.SEE_OWN_CASE, _send),
    )
)

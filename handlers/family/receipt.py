"""The receipt: what a relative told, as a PDF in her language; only if she wants it on her phone."""

from handlers.access import case_for
from handlers.command import ASKS, Deed, Offer
from handlers.context import Context
from handlers.documents.writing import section_of, sheet_of
from handlers.intake.questions import FORM
from handlers.intake.summary import answers_read_back
from handlers.noting import note
from handlers.rules.decision import Choice
from handlers.rules.roles import Act
from handlers.saying import msg
from storage.records import Json


def _ask(ctx: Context, args: Json) -> None:
    case = case_for(ctx, args["case"], Act.AMEND_CASE)
    if case is not None:
        rows = (
            (Choice(msg("button-receipt-yes"), "receipt.send", {"case": case.id}),),
            (Choice(msg("button-my-reports"), "cases.list"),),
        )
        ctx.say(msg("receipt-caution"), rows=rows)


def _send(ctx: Context, args: Json) -> None:
    case = case_for(ctx, args["case"], Act.AMEND_CASE)
    if case is None:
        return
    told = {key: one for key, one in case.body["answers"].items() if one["state"] != "skipped"}
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
            if (rows := answers_read_back(FORM, {**case.body, "answers": told}, section.questions))
        ],
        outro=(msg("receipt-end"),),
        code=case.code,
    )
    caption = msg("receipt-caption", code=case.code)
    ctx.speech.sheet(ctx.person, sheet, caption, file_name=f"{case.code}.pdf", hers=True)
    note(ctx, "took-receipt", case.id)


OFFER = Offer(
    deeds=(
        Deed("receipt.ask", Act.AMEND_CASE, _ask, again=ASKS),
        Deed("receipt.send", Act.AMEND_CASE, _send, again="she may take it again, as a lost paper"),
    )
)

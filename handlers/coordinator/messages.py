"""All that family and team have written on a case: whoever takes it over reads what was before."""

from handlers.access import case_for
from handlers.command import SHOWS, Deed, Offer
from handlers.context import Context
from handlers.evidence.passing import pass_on
from handlers.noting import note
from handlers.rules import letters
from handlers.rules.decision import Choice
from handlers.rules.roles import Act
from handlers.saying import Part, msg
from storage import attachments, entries
from storage.records import EntryKind, Json

_AT_ONCE = 10


def _show(ctx: Context, args: Json) -> None:
    case = case_for(ctx, args["case"], Act.SEE_CASE)
    if case is None:
        return
    skipped = int(args.get("skip", 0))
    found = entries.messages_of(ctx.tx, case.id, _AT_ONCE + 1, skipped)
    parts: list[Part] = [msg("case-title", code=case.code)]
    for one in found[-_AT_ONCE:]:
        parts.append(msg(f"timeline-{one.kind}", day=ctx.day(one.at)))
        parts += letters.content(one.body, ctx.person.language)
        if file := one.body.get("file"):
            # In its place: what stands above a voice message says when it came.
            ctx.say(*parts)
            parts = []
            for sent in attachments.by_ids(ctx.tx, [str(file["id"])]):
                pass_on(ctx, sent, "messages", case.id)
        if one.kind is EntryKind.WORD:
            entries.seen(ctx.tx, one.id, ctx.now)
    rows = [
        (Choice(msg("button-write-family"), "letter.write", {"case": case.id}),),
        (Choice(msg("button-open-case"), "case.open", {"case": case.id}),),
    ]
    if len(found) > _AT_ONCE:
        earlier = {"case": case.id, "skip": skipped + _AT_ONCE}
        rows.insert(0, (Choice(msg("button-page-back"), "case.messages", earlier),))
    ctx.say(*(parts or [msg("case-title", code=case.code)]), rows=tuple(rows))
    note(ctx, "read-messages", case.id, report_id=case.id, details={"entries": [one.id for one in found]})


OFFER = Offer(deeds=(Deed("case.messages", Act.SEE_CASE, _show, again=SHOWS),))

"""What is kept, in plain words and numbers; an unfinished report can be erased at once."""

from handlers.access import own_drafts
from handlers.command import ASKS, Command, Deed, Offer
from handlers.context import Context
from handlers.family.wishes import told_by
from handlers.intake import conversation
from handlers.intake.showing import title
from handlers.noting import note
from handlers.rules.decision import Choice
from handlers.rules.roles import Act
from handlers.saying import Part, msg
from storage import attachments, cases, drafts, entries
from storage.records import EntryKind, Json

_BUTTONS = 8  # unfinished reports that can be erased from one message; the others follow


def _privacy(ctx: Context) -> None:
    unfinished = own_drafts(ctx, _BUTTONS)
    kept = msg(
        "privacy-kept",
        cases=cases.count_followed(ctx.tx, ctx.person.id),
        drafts=drafts.count_open_of(ctx.tx, ctx.person.id),
    )
    rows = [
        (
            Choice(
                msg("button-erase-draft", title=title(ctx, one)),
                "privacy.ask",
                {"draft": one.id},
            ),
        )
        for one in unfinished
    ]
    if told_by(ctx):
        rows.append((Choice(msg("button-erase-report"), "erase.choose"),))
    rows.append((Choice(msg("button-copy"), "copy.ask"),))
    rows.append((Choice(msg("button-clear-now"), "clear.now"),))
    rows.append((Choice(msg("button-person"), "person.ask"),))
    parts = [msg("privacy"), kept, _numbers(ctx), msg("rest-privacy")]
    if ctx.office.keep_closed_days is not None:
        parts.append(msg("privacy-closed", days=str(ctx.office.keep_closed_days)))
    ctx.say(*parts, msg("privacy-erase"), msg("privacy-phone"), rows=tuple(rows))


def _numbers(ctx: Context) -> Part:
    lines = [one for case in told_by(ctx) for one in entries.all_of(ctx.tx, case_id=case.id)]
    lines += entries.all_of(ctx.tx, person_id=ctx.person.id)
    messages = sum(one.kind in (EntryKind.WORD, EntryKind.UPDATE) for one in lines)
    return msg("privacy-numbers", files=attachments.count_of(ctx.tx, ctx.person.id), messages=messages)


def _ask(ctx: Context, args: Json) -> None:
    draft = conversation.named(ctx, args)
    if draft is None:
        return
    ctx.show(
        msg("erase-sure", title=title(ctx, draft)),
        rows=(
            (Choice(msg("button-erase-yes"), "privacy.erase", {"draft": draft.id}),),
            (Choice(msg("button-erase-no"), "draft.resume", {"draft": draft.id}),),
        ),
    )


def _erase(ctx: Context, args: Json) -> None:
    draft = conversation.named(ctx, args)
    if draft is None:
        return
    conversation.drop(ctx, draft)
    note(ctx, "erased-draft", draft.id)
    ctx.show(msg("erased"))


OFFER = Offer(
    commands=(Command("privacy", Act.SPEAK, _privacy),),
    deeds=(
        Deed("privacy.ask", Act.TELL, _ask, again=ASKS),
        Deed("privacy.erase", Act.TELL, _erase, once=True),
    ),
)

"""A copy of everything that somebody told: a PDF, and her files passed on again; after a caution."""

from collections.abc import Iterator, Sequence

from handlers.access import own_drafts
from handlers.command import ASKS, SHOWS, Deed, Offer
from handlers.context import Context
from handlers.documents.writing import section_of, sheet_of
from handlers.evidence.passing import give
from handlers.family.wishes import told_by
from handlers.intake.questions import FORM
from handlers.intake.summary import whole_report
from handlers.noting import note
from handlers.rules import letters
from handlers.rules.decision import Choice
from handlers.rules.lifecycle import shown_stage
from handlers.rules.roles import Act
from handlers.saying import Part, msg
from locales.languages import SOURCE
from storage import attachments, drafts, entries
from storage.records import Entry, EntryKind, Json

_FILES = 20  # passed on at once; the rest comes with the next press


def _ask(ctx: Context, _args: Json) -> None:
    rows = (
        (Choice(msg("button-copy-yes"), "copy.send"),),
        (Choice(msg("button-person"), "person.ask"),),
    )
    ctx.say(msg("copy-caution"), rows=rows)


def _send(ctx: Context, _args: Json) -> None:
    sheet = sheet_of(
        msg("copy-title"),
        intro=(
            msg("copy-made", day=ctx.day(ctx.now)),
            msg(
                "copy-account",
                language=msg(f"language-{ctx.person.language or SOURCE}"),
                since=ctx.day(ctx.person.joined_at),
            ),
        ),
        sections=list(_sections(ctx)) or [section_of(None, (msg("copy-nothing"),))],
        outro=(msg("copy-end"),),
    )
    ctx.speech.sheet(ctx.person, sheet, msg("copy-caption"), file_name="copy.pdf")
    note(ctx, "took-copy", None)
    _files(ctx, {})


def _sections(ctx: Context) -> Iterator[Json]:
    for case in told_by(ctx):
        yield section_of(msg("copy-report", code=case.code), (shown_stage(case, ctx.person.id),))
        yield from _told(whole_report(FORM, case.body))
        yield from _messages(ctx, entries.all_of(ctx.tx, case_id=case.id))
    for draft in own_drafts(ctx, drafts.MOST):
        yield section_of(msg("copy-draft"), _texts(draft.body["held"]))
        yield from _told(whole_report(FORM, draft.body))
    if texts := _texts(ctx.held):
        yield section_of(None, texts)
    yield from _messages(ctx, entries.all_of(ctx.tx, person_id=ctx.person.id))


def _texts(pieces: Sequence[Json]) -> list[Part]:
    """What waits for her yes, or for a place."""
    return [{"raw": str(one["text"])} for one in pieces if one.get("text")]


def _told(parts: Sequence[Part]) -> Iterator[Json]:
    """A report as sections under its headings."""
    title: Part | None = None
    rows: list[Part] = []
    for part in parts:
        if "heading" not in part:
            rows.append(part)
            continue
        if rows:
            yield section_of(title, rows)
        title, rows = part["heading"], []
    if rows:
        yield section_of(title, rows)


def _messages(ctx: Context, lines: Sequence[Entry]) -> Iterator[Json]:
    """What she wrote to the team and the team to her; each under its day."""
    written = [
        one
        for one in lines
        if one.kind is EntryKind.UPDATE or (one.kind is EntryKind.WORD and one.author_id == ctx.person.id)
    ]
    rows: list[Part] = []
    for one in written:
        if said := letters.content(one.body, ctx.person.language):
            ours = one.kind is EntryKind.UPDATE
            rows.append(msg("copy-message-ours" if ours else "copy-message-yours", day=ctx.day(one.at)))
            rows += said
    if rows:
        yield section_of(msg("copy-messages"), rows)


def _files(ctx: Context, args: Json) -> None:
    start, count = int(args.get("from", 0)), attachments.count_of(ctx.tx, ctx.person.id)
    if not count:
        return
    if start == 0:
        ctx.say(msg("copy-files", count=count))
    for one in attachments.of_person(ctx.tx, ctx.person.id, _FILES, start):
        give(ctx, {"id": one.id, "kind": one.kind, "file_id": one.body["file_id"]}, "copy")
    if start + _FILES < count:
        more = Choice(msg("button-page-on"), "copy.files", {"from": start + _FILES})
        ctx.say(msg("copy-files-more"), rows=((more,),))


OFFER = Offer(
    deeds=(
        Deed("copy.ask", Act.SPEAK, _ask, again=ASKS),
        Deed("copy.send", Act.SPEAK, _send, once=True),
        Deed("copy.files", Act.SPEAK, _files, again=SHOWS),
    )
)

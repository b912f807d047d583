"""Notes of the team on a case, in words, by voice or with pictures; and whom of the team they concern."""

from handlers.access import case_for, matter_for
from handlers.command import ASKS, SHOWS, CardPlace, Deed, Offer, Section, Slip
from handlers.context import Context
from handlers.decisions import carried_out
from handlers.evidence.passing import pass_on
from handlers.intake.fields import ANYTHING, Field
from handlers.intake.outline import Question
from handlers.membership import code_of, member, members
from handlers.noting import note
from handlers.rules import teamwork
from handlers.rules.decision import Choice, Rows
from handlers.rules.roles import Act
from handlers.saying import Part, Short, msg, raw
from handlers.slips import begin
from storage import attachments, matters, people
from storage.records import Case, Json, Matter, MatterKind

_PAGE = 6
_LONGEST = 3_000  # letters; a longer story belongs into the report
_NOTE = Question("text", Field(by=ANYTHING, longest=_LONGEST), required=True)


def author_of(ctx: Context, one: Matter) -> Part:
    """Who entered it, as the team calls her."""
    if one.author_id is None:
        return msg("by-hotline")
    if one.author_id == ctx.person.id:
        return msg("by-you")
    return msg("by-member", code=code_of(ctx.tx, people.by_id(ctx.tx, one.author_id)))


def _list(ctx: Context, args: Json) -> None:
    case = case_for(ctx, args["case"], Act.WORK_CASE)
    if case is None:
        return
    note(ctx, "saw-notes", case.id)
    found = list(reversed(matters.of_case(ctx.tx, case.id, MatterKind.NOTE, open_only=True)))
    start = int(args.get("from", 0))
    rows = [
        (Choice(_short(ctx, one), "note.open", {"matter": one.id}),) for one in found[start : start + _PAGE]
    ]
    if start + _PAGE < len(found):
        rows.append((Choice(msg("button-page-on"), "note.list", {"case": case.id, "from": start + _PAGE}),))
    rows.append((Choice(msg("button-note-new"), "note.new", {"case": case.id}),))
    said = msg("notes-title", code=case.code) if found else msg("notes-none", code=case.code)
    ctx.show(said, msg("notes-within"), rows=(*rows, *_back(case.id)))


def _short(ctx: Context, one: Matter) -> Part:
    return msg("button-note", day=Short(ctx.day(one.at)), who=author_of(ctx, one))


def _back(case_id: str) -> Rows:
    return ((Choice(msg("button-open-case"), "case.open", {"case": case_id}),),)


def _new(ctx: Context, args: Json) -> None:
    case = case_for(ctx, args["case"], Act.WORK_CASE)
    if case is not None:
        begin(ctx, SLIP, case)


def _keep(ctx: Context, case: Case, answers: Json, _about: Json) -> None:
    said = answers["text"]
    body = {"text": said["text"], "files": said["files"]}
    if carried_out(ctx, teamwork.add_note(case, ctx.person, body)):
        latest = matters.of_case(ctx.tx, case.id, MatterKind.NOTE)[-1]
        tell = (Choice(msg("button-note-tell"), "note.tell", {"matter": latest.id}),)
        ctx.say(msg("note-kept", code=case.code), rows=(tell, *_back(case.id)))


def _open(ctx: Context, args: Json) -> None:
    one = _note_for(ctx, args["matter"], Act.SEE_CASE)
    if one is None:
        return
    note(ctx, "read-note", one.case_id)
    parts = [msg("note-by", at=one.at, who=author_of(ctx, one))]
    if one.body["text"]:
        parts.append(raw(one.body["text"]))
    for sent in attachments.by_ids(ctx.tx, [str(file["id"]) for file in one.body["files"]]):
        pass_on(ctx, sent, "note", one.case_id)
    ctx.say(
        *parts,
        rows=(
            (Choice(msg("button-note-tell"), "note.tell", {"matter": one.id}),),
            (Choice(msg("button-notes"), "note.list", {"case": one.case_id}),),
            *_back(one.case_id),
        ),
    )


def _note_for(ctx: Context, matter_id: object, act: Act) -> Matter | None:
    """The note; a matter of another kind is no note."""
    one = matter_for(ctx, matter_id, act)
    if one is not None and one.kind is not MatterKind.NOTE:
        ctx.undone = True
        ctx.say(msg("note-gone"))
        return None
    return one


def team_rows(ctx: Context, deed: str, matter_id: str) -> Rows:
    """A button for each other of the team, by her code."""
    return tuple(
        (
            Choice(
                msg("button-member", code=one.code, role=msg(f"role-{one.person.role}")),
                deed,
                {"matter": matter_id, "person": one.person.id},
            ),
        )
        for one in members(ctx.tx)
        if one.person.id != ctx.person.id
    )


def _tell(ctx: Context, args: Json) -> None:
    one = _note_for(ctx, args["matter"], Act.WORK_CASE)
    if one is not None:
        rows = team_rows(ctx, "note.mention", one.id)
        ctx.show(msg("note-whom" if rows else "team-alone"), rows=(*rows, *_back(one.case_id)))


def _mention(ctx: Context, args: Json) -> None:
    one = _note_for(ctx, args["matter"], Act.WORK_CASE)
    case = case_for(ctx, one.case_id, Act.WORK_CASE) if one is not None else None
    named = member(ctx.tx, args["person"])
    if one is None or case is None:
        return
    if named is None:
        ctx.undone = True
        ctx.say(msg("member-gone"), rows=_back(case.id))
    elif carried_out(ctx, teamwork.mention(case, one, named.person)):
        ctx.show(msg("note-told", code=named.code), rows=_back(case.id))


SLIP = Slip("note", (_NOTE,), Act.WORK_CASE, _keep)

OFFER = Offer(
    deeds=(
        Deed("note.list", Act.WORK_CASE, _list, again=SHOWS),
        Deed("note.new", Act.WORK_CASE, _new, again=ASKS),
        Deed("note.open", Act.SEE_CASE, _open, again=SHOWS),
        Deed("note.tell", Act.WORK_CASE, _tell, again=ASKS),
        Deed("note.mention", Act.WORK_CASE, _mention, once=True),
    ),
    slips=(SLIP,),
    sections=(
        Section(
            "note.list",
            lambda ctx, case: msg(
                "button-notes-count", count=str(matters.count_open(ctx.tx, case.id).get(MatterKind.NOTE, 0))
            ),
            CardPlace.NOTES,
        ),
    ),
)

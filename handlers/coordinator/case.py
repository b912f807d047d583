"""The case card: everything that is kept of a case, by buttons; and taking it."""

from collections.abc import Sequence
from datetime import timedelta

from handlers.access import case_for
from handlers.command import SAME, SHOWS, CardPlace, Command, Deed, Listening, Offer, Section
from handlers.context import Context
from handlers.coordinator import find
from handlers.coordinator.own_family import is_hers
from handlers.decisions import carry_out
from handlers.evidence.passing import pass_on
from handlers.family.cases import timeline
from handlers.intake.questions import FORM
from handlers.intake.summary import answer_before, answers_read_back, files_told, whole_report
from handlers.noting import note
from handlers.rules import casework
from handlers.rules.badnews import shown_situation
from handlers.rules.decision import Choice, Rows
from handlers.rules.roles import Act
from handlers.saying import Part, msg
from storage import attachments, cases, entries, openings, unlinkings
from storage.records import Case, EntryKind, Json, Role, Stage, Talk

TALK = "case-code"
_LOOKING = timedelta(minutes=15)  # so long whoever opened a case is taken to have it before her
_LINES = 15
_FILES = 30  # passed on at once; a report seldom has more, and the rest comes with the next press


def offer(sections: Sequence[Section]) -> Offer:
    """The card and its buttons.

    Args:
        sections: What other files keep of a case, in the order of their buttons.
    """
    ordered = sorted(sections, key=lambda one: one.place)

    def opened(ctx: Context, args: Json) -> None:
        case = case_for(ctx, args["case"], Act.SEE_CASE)
        if case is not None:
            note(ctx, "opened-case", case.id)
            facts = [part for one in ordered for part in one.facts(ctx, case)]
            ctx.show(*_card(ctx, case), *facts, *_told(case), rows=_rows(ctx, case, ordered))
            openings.note(ctx.tx, case.id, ctx.person.id, ctx.now, ctx.now - _LOOKING)

    def by_code(ctx: Context) -> None:
        typed = ctx.arrival.payload if ctx.arrival.command == "case" else ""
        if not typed.strip():
            ctx.talk(TALK, {})
            ctx.say(msg("case-ask-code"), rows=((Choice(msg("button-cancel"), "case.leave"),),))
            return
        case_id = find.by_code(ctx, typed)
        if case_id is not None:
            opened(ctx, {"case": case_id})

    def code_heard(ctx: Context, _talk: Talk) -> bool:
        case_id = find.by_code(ctx, ctx.arrival.text or "")
        if case_id is not None:
            ctx.end_talk()
            opened(ctx, {"case": case_id})
        return True

    def take(ctx: Context, args: Json) -> None:
        case = case_for(ctx, args["case"], Act.TAKE_CASE)
        if case is None:
            return
        if case.owner_id not in (ctx.person.id, args.get("owner", case.owner_id)):
            # She saw it free, or with somebody else: whoever was faster is not pushed aside unseen.
            ctx.undone = True
            ctx.say(msg("changed-meanwhile"), rows=_back(case))
            return
        if case.owner_id != ctx.person.id:
            carry_out(ctx.speech, casework.take(case, ctx.person), ctx.person.id)
            ctx.toast("case-taken")
        opened(ctx, args)

    return Offer(
        # Words behind a command that a menu sends are never there: so it asks.
        commands=(Command("case", Act.SEE_CASE, by_code, frozenset({Role.COORDINATOR}), takes_words=True),),
        talks=(Listening(TALK, Act.SEE_CASE, code_heard),),
        deeds=(
            Deed("case.leave", Act.SEE_CASE, _leave, again=SAME),
            Deed("case.open", Act.SEE_CASE, opened, again=SHOWS),
            Deed("case.take", Act.TAKE_CASE, take, once=True),
            Deed("case.whole", Act.SEE_CASE, _whole, again=SHOWS),
            Deed("case.timeline", Act.SEE_CASE, _timeline, again=SHOWS),
            Deed("case.files", Act.SEE_CASE, _files, again=SHOWS),
            Deed("case.changes", Act.SEE_CASE, _changes, again=SHOWS),
        ),
    )


def _leave(ctx: Context, _args: Json) -> None:
    if ctx.leave(TALK):
        ctx.show(msg("cancelled"))


def _told(case: Case) -> list[Part]:
    return answers_read_back(FORM, case.body, FORM.sections[0].questions)


def _card(ctx: Context, case: Case) -> list[Part]:
    if case.owner_id is None:
        owner = msg("case-owner-nobody")
    elif case.owner_id == ctx.person.id:
        owner = msg("case-owner-you")
    else:
        owner = msg("case-owner-other")
    # Whose own family it is reads here what she has been told, as on the family's card.
    situation = shown_situation(case, ctx.person.id) if is_hers(ctx, case) else case.situation
    parts = [
        msg("case-title", code=case.code),
        msg(
            "case-facts",
            situation=msg(f"situation-{situation}"),
            language=msg(f"language-{case.language}"),
            reported=ctx.day(case.made_at),
            promise=case.promise_on,
        ),
        owner,
    ]
    if case.stage in (Stage.CLOSED, Stage.MERGED):
        parts.insert(1, msg(f"case-is-{case.stage}", day=ctx.day(case.updated_at)))
    since = openings.others(ctx.tx, case.id, ctx.person.id, ctx.now - _LOOKING)
    if since:
        parts.append(msg("case-open-elsewhere", at=since[0]))
    if "paper" in case.body:
        parts.append(msg("case-from-paper"))
    elif lost := unlinkings.of_case(ctx.tx, case.id):
        parts.append(msg("case-unlinked", day=ctx.day(lost[0].at)))
    elif not any(one.reachable for one in cases.followers_of(ctx.tx, case.id)):
        parts.append(msg("alert-unreachable", codes=[case.code]))
    if case.waiting_since is not None:
        parts.append(msg("case-family-waits", at=case.waiting_since))
    letters = [one for one in entries.of_case(ctx.tx, case.id, _LINES) if one.kind is EntryKind.UPDATE]
    if letters and len(letters[-1].body.get("to", ())) < 2:  # of several, the family's own section says it
        seen = letters[-1].seen_at is not None
        parts.append(msg("case-letter-read" if seen else "case-letter-unread", day=ctx.day(letters[-1].at)))
    return parts


def _rows(ctx: Context, case: Case, sections: Sequence[Section]) -> Rows:
    """What can be done first; then the parts of the case, in the order of `CardPlace`, two in a row."""
    where = {"case": case.id}
    rows: list[tuple[Choice, ...]] = []
    if case.owner_id != ctx.person.id:
        seen = {**where, "owner": case.owner_id}
        rows.append((Choice(msg("button-take"), "case.take", seen),))
    if "paper" not in case.body:
        rows.append((Choice(msg("button-write-family"), "letter.write", where),))
    shown = [(CardPlace.PERSON, Choice(msg("button-whole-report"), "case.whole", where))]
    if any(one.kind is EntryKind.CHANGED for one in entries.of_case(ctx.tx, case.id, _LINES)):
        shown.append((CardPlace.PERSON, Choice(msg("button-changes"), "case.changes", where)))
    shown.append((CardPlace.HAPPENED, Choice(msg("button-timeline"), "case.timeline", where)))
    if files_told(FORM, case.body):
        shown.append((CardPlace.EVIDENCE, Choice(msg("button-files"), "case.files", where)))
    if entries.messages_of(ctx.tx, case.id, 1):
        shown.append((CardPlace.FAMILY, Choice(msg("button-messages"), "case.messages", where)))
    for one in sections:
        if one.there(ctx, case):
            shown.append((one.place, Choice(one.button(ctx, case), one.deed, where)))
    shown.sort(key=lambda one: one[0])
    for at in range(0, len(shown), 2):
        rows += ctx.row(*(choice for _, choice in shown[at : at + 2]))
    rows.append((Choice(msg("button-queue"), "queue.show"),))
    return tuple(rows)


def _back(case: Case) -> Rows:
    return ((Choice(msg("button-open-case"), "case.open", {"case": case.id}),),)


def _whole(ctx: Context, args: Json) -> None:
    case = case_for(ctx, args["case"], Act.SEE_CASE)
    if case is not None:
        note(ctx, "read-report", case.id)
        ctx.say(msg("case-title", code=case.code), *whole_report(FORM, case.body), rows=_back(case))


def _timeline(ctx: Context, args: Json) -> None:
    case = case_for(ctx, args["case"], Act.SEE_CASE)
    if case is not None:
        note(ctx, "saw-timeline", case.id)
        ctx.show(
            msg("case-title", code=case.code),
            timeline(ctx, entries.of_case(ctx.tx, case.id, _LINES)),
            rows=_back(case),
        )


def _files(ctx: Context, args: Json) -> None:
    case = case_for(ctx, args["case"], Act.SEE_CASE)
    if case is None:
        return
    told, start = files_told(FORM, case.body), int(args.get("from", 0))
    page, after = told[start : start + _FILES], start + _FILES
    found = {one.id: one for one in attachments.by_ids(ctx.tx, [str(file["id"]) for _, file in page])}
    more = Choice(msg("button-page-on"), "case.files", {"case": case.id, "from": after})
    ctx.say(
        msg("files-title", code=case.code, count=len(told)),
        rows=((more,),) if after < len(told) else (),
    )
    last = None
    for label, file in page:
        one = found.get(str(file["id"]))
        if one is None:
            continue
        if label != last:
            ctx.say(msg("files-of", label=msg(label)))
            last = label
        pass_on(ctx, one, "files", case.id)
    note(ctx, "saw-files", case.id, report_id=case.id, details={"files": sorted(found)})


def _changes(ctx: Context, args: Json) -> None:
    """What answers said before they were changed, the oldest first."""
    case = case_for(ctx, args["case"], Act.SEE_CASE)
    if case is None:
        return
    note(ctx, "read-changes", case.id)
    parts: list[Part] = [msg("changes-title")]
    for one in entries.of_case(ctx.tx, case.id, _LINES):
        if one.kind is not EntryKind.CHANGED:
            continue
        for key, answer in one.body["before"].items():
            question = FORM.find(key)
            label = msg(f"label-{question.texts}") if question is not None else msg("label-remark")
            parts.append(msg("change-line", day=ctx.day(one.at), label=label))
            said = answer_before(question, answer) if question is not None and answer else None
            parts.append(said or msg("answer-skipped"))
    ctx.say(*parts, rows=_back(case))

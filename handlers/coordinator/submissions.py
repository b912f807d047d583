"""Whether a case could go to a UN body: what is missing, how long the urgent way is open, what went out."""

from collections.abc import Sequence
from datetime import date

from handlers import slips
from handlers.access import case_for
from handlers.command import ASKS, SHOWS, CardPlace, Deed, Offer, Section, Slip, Watch
from handlers.context import Context, Speech
from handlers.coordinator.matter import (
    SHOWN,
    alerts,
    back,
    files_in,
    found,
    is_open,
    pass_files,
    seen,
    team,
    unchanged,
    value,
    working,
)
from handlers.decisions import carried_out, carry_out
from handlers.intake.fields import ANYTHING, Day, Field, Files
from handlers.intake.fields import Choice as ChoiceField
from handlers.intake.outline import Question
from handlers.noting import note
from handlers.rules import readiness
from handlers.rules.deadlines import at_rest, is_back, turn
from handlers.rules.decision import AddMatter, ChangeMatter, Choice, Decision, Notice
from handlers.rules.office import Office
from handlers.rules.roles import Act, Tie, tie
from handlers.saying import Part, labelled_msg, lines, msg, row
from locales.gazetteer import Gazetteer
from storage import cases, matters
from storage.records import Case, Json, Lane, Matter, MatterKind, MatterState, Person
from storage.store import Tx

_KIND = MatterKind.SUBMISSION
_QUESTIONS = (
    Question("body", ChoiceField(options=readiness.BODIES), required=True),
    Question("sent", Day(), required=True),
    Question("number", Field(by=ANYTHING)),
    Question("papers", Files()),
)
_OUTCOME = (
    Question("outcome", ChoiceField(options=readiness.OUTCOMES), required=True),
    Question("day", Day()),
    Question("reply", Files()),
)


def _show(ctx: Context, args: Json) -> None:
    case = case_for(ctx, args["case"], Act.SEE_CASE)
    if case is None:
        return
    note(ctx, "saw-readiness", case.id)
    ready = _readiness(ctx, case)
    kept = _sent(ctx.tx, case)[-SHOWN:]
    parts = [msg("un-title", code=case.code), _short(ready), *_window(ctx, case)]
    if ready.missing:
        missing = [msg(f"label-{key}") for key in ready.missing]
        parts.append(labelled_msg("label-un-missing", lines(missing)))
    parts.append(msg(f"un-consent-{ready.consent or 'open'}"))
    if ready.ced:
        parts.append(msg("un-ced"))
    shown = [row([_body(one), _state(one)], number) for number, one in enumerate(kept, 1)]
    if shown:
        parts.append(labelled_msg("label-un-sent-list", lines(shown)))
    asked_on = _asked_on(ctx, case)
    if asked_on is not None:
        parts.append(msg("un-asked-on", day=asked_on))
    rows = []
    if ready.missing and not at_rest(case):
        rows.append((Choice(msg("button-un-ask"), "un.ask", {"case": case.id}),))
    if not at_rest(case):
        rows.append((Choice(msg("button-un-record"), "un.record", {"case": case.id}),))
    ctx.show(
        *parts,
        rows=(
            *rows,
            *(
                (Choice(row([_body(one)], at), "un.open", {"matter": one.id}),)
                for at, one in enumerate(kept, 1)
            ),
            *back(case),
        ),
    )


def _readiness(ctx: Context, case: Case) -> readiness.Readiness:
    petitioned = matters.count_open(ctx.tx, case.id).get(MatterKind.PETITION, 0) > 0 or any(
        one.state is not MatterState.REPLACED for one in matters.of_case(ctx.tx, case.id, MatterKind.PETITION)
    )
    return readiness.readiness(case.body, petitioned=petitioned, homes=_homes(case))


def _homes(case: Case) -> Sequence[str]:
    """The place of the report, and the places it lies in, where it is one of the table."""
    told = case.body["answers"].get("where", {}).get("value")
    place_id = told.get("place") if isinstance(told, dict) else None
    if place_id is None:
        return ()
    table = Gazetteer.load()
    if place_id not in table.places:
        return ()
    return (place_id, *table.around(place_id))


def _sent(tx: Tx, case: Case) -> list[Matter]:
    kept = matters.of_case(tx, case.id, _KIND)
    return [one for one in kept if "answers" in one.body and one.state is not MatterState.REPLACED]


def _clock(ctx: Context, case: Case) -> Matter | None:
    """What the machine watches the urgent way by."""
    return next((one for one in matters.of_case(ctx.tx, case.id, _KIND) if "window" in one.body), None)


def _asked_on(ctx: Context, case: Case) -> date | None:
    clock = _clock(ctx, case)
    asked = clock.body.get("asked_on") if clock is not None else None
    return date.fromisoformat(asked) if asked else None


def _short(ready: readiness.Readiness) -> Part:
    return msg("un-short", count=len(ready.missing)) if ready.missing else msg("un-whole")


def _window(ctx: Context, case: Case) -> list[Part]:
    """How long the urgent way is open: one day, or from one to the other; or that it is over."""
    ends, today = readiness.window(case.body), ctx.day(ctx.now)
    if ends is None:
        return [msg("un-window-unknown")]
    if ends.last < today:
        return [msg("un-window-over", day=ends.last)]
    if ends.first == ends.last:
        return [msg("un-window", day=ends.last, count=(ends.last - today).days)]
    return [msg("un-window-range", first=ends.first, last=ends.last)]


def _body(one: Matter) -> Part:
    return msg(f"option-un-body-{value(one.body, 'body')}")


def _state(one: Matter) -> Part:
    outcome = value(one.body, "outcome")
    return msg(f"option-un-outcome-outcome-{outcome}") if outcome is not None else msg("petition-open")


def _open(ctx: Context, args: Json) -> None:
    hers = found(ctx, args["matter"], _KIND, Act.SEE_CASE)
    if hers is None:
        return
    one, case = hers
    if "answers" not in one.body:
        _show(ctx, {"case": case.id})
        return
    note(ctx, "saw-submission", case.id)
    rows = []
    if one.state is MatterState.OPEN and not at_rest(case):
        rows += [
            (Choice(msg("button-petition-outcome"), "un.outcome", seen(one)),),
            (Choice(msg("button-correct"), "un.correct", seen(one)),),
        ]
    if files_in(one.body):
        rows.append((Choice(msg("button-files"), "un.files", {"matter": one.id}),))
    ctx.show(
        msg("un-title", code=case.code),
        *slips.read_back(SLIP, one.body["answers"]),
        *slips.read_back(OUTCOME, one.body["answers"]),
        rows=(*rows, (Choice(msg("button-un"), "un.show", {"case": case.id}),)),
    )


def _files(ctx: Context, args: Json) -> None:
    hers = found(ctx, args["matter"], _KIND, Act.SEE_CASE)
    if hers is not None and "answers" in hers[0].body:
        pass_files(ctx, args, _KIND)


def _ask(ctx: Context, args: Json) -> None:
    """Whoever told the report is asked what is missing, and nothing else."""
    case = working(ctx, args["case"])
    if case is None:
        return
    missing = _readiness(ctx, case).missing
    readers = _tellers(ctx.tx, case)
    if not missing or not readers:
        ctx.undone = True
        ctx.say(msg("un-nobody-to-ask", code=case.code) if missing else msg("un-whole"), rows=back(case))
        return
    clock = _clock(ctx, case)
    asked = {**(clock.body if clock is not None else {}), "asked_on": ctx.day(ctx.now).isoformat()}
    tell = Choice(msg("button-answer"), "un.tell", {"case": case.id, "keys": list(missing)})
    told = (msg("notice-update"), msg("notice-questions", code=case.code, count=len(missing)))
    decision = Decision(
        (ChangeMatter(clock, body=asked),) if clock is not None else (),
        tuple(Notice(one.id, Lane.NOTICE, told, ((tell,),)) for one in readers),
        ("asked-family", case.id),
    )
    if carried_out(ctx, decision):
        ctx.show(msg("un-asked", count=len(missing)), rows=back(case))


def _tellers(tx: Tx, case: Case) -> list[Person]:
    """Only whoever told the report may add to it."""
    followers = cases.followers_of(tx, case.id)
    return [one for one in followers if one.reachable and tie(case, one.id, follows=True) is Tie.TELLER]


def _record(ctx: Context, args: Json) -> None:
    case = working(ctx, args["case"])
    if case is not None:
        slips.begin(ctx, SLIP, case)


def _correct(ctx: Context, args: Json) -> None:
    hers = unchanged(ctx, args, _KIND)
    if hers is not None and "answers" in hers[0].body:
        slips.begin(ctx, SLIP, hers[1], seen(hers[0]))


def _outcome(ctx: Context, args: Json) -> None:
    hers = unchanged(ctx, args, _KIND)
    if hers is not None and "answers" in hers[0].body:
        slips.begin(ctx, OUTCOME, hers[1], seen(hers[0]))


def _keep(ctx: Context, case: Case, answers: Json, about: Json) -> None:
    if not is_open(ctx, case):
        return
    before = unchanged(ctx, about, _KIND) if "matter" in about else None
    if "matter" in about and before is None:
        return
    replaces = before[0] if before is not None else None
    # What the UN body has answered stays true of what was sent.
    told = (
        {key: one for key, one in replaces.body["answers"].items() if OUTCOME.find(key)} if replaces else {}
    )
    new = AddMatter(case.id, _KIND, {"answers": {**told, **answers}}, ctx.person.id, replaces=replaces)
    if carried_out(ctx, Decision((new,), (), ("entered-submission", case.id))):
        _show(ctx, {"case": case.id})


def _keep_outcome(ctx: Context, case: Case, answers: Json, about: Json) -> None:
    hers = unchanged(ctx, about, _KIND)
    if hers is None:
        return
    one = hers[0]
    # It stays open: a UN body answers more than once.
    body = {**one.body, "answers": {**one.body["answers"], **answers}}
    if carried_out(ctx, Decision((ChangeMatter(one, body=body),), (), ("entered-outcome", case.id))):
        _open(ctx, {"matter": one.id})


def _watch(speech: Speech, office: Office, one: Matter, case: Case) -> None:
    """The urgent way: its end is counted anew each time, for the family may have corrected the day."""
    ends = readiness.window(case.body)
    if at_rest(case) or is_back(case) or ends is None:
        return  # it is looked at again tomorrow
    gone = any(value(each.body, "body") == "wgeid" for each in _sent(speech.tx, case))
    now = turn(readiness.rungs(ends), one.said, office, speech.now)
    notices: tuple[Notice, ...] = ()
    if now.word is not None and not gone:
        left = (ends.first - office.today(speech.now)).days
        look = Choice(msg("button-look"), "un.show", {"case": case.id})
        notices = tuple(
            alerts(team(speech.tx, case), msg("alert-un-window", code=case.code, count=left), look)
        )
    changes = (ChangeMatter(one, watch_at=now.watch_at, said=now.said),)
    carry_out(speech, Decision(changes, notices, (f"window-{now.word or 'later'}", case.id)), None)


def _facts(ctx: Context, case: Case) -> Sequence[Part]:
    """What is missing, and the urgent way while it is open; nothing where nobody is looked for any more."""
    if is_back(case):
        return ()
    ends, sent = readiness.window(case.body), _sent(ctx.tx, case)
    still_open = ends is not None and ends.last >= ctx.day(ctx.now)
    gone = any(value(one.body, "body") == "wgeid" for one in sent)
    return (lines([_short(_readiness(ctx, case)), *(_window(ctx, case) if still_open and not gone else ())]),)


SLIP = Slip("un", _QUESTIONS, Act.WORK_CASE, _keep)
OUTCOME = Slip("un-outcome", _OUTCOME, Act.WORK_CASE, _keep_outcome)

OFFER = Offer(
    deeds=(
        Deed("un.show", Act.SEE_CASE, _show, again=SHOWS),
        Deed("un.open", Act.SEE_CASE, _open, again=SHOWS),
        Deed("un.files", Act.SEE_CASE, _files, again=SHOWS),
        Deed("un.ask", Act.WORK_CASE, _ask, once=True),
        Deed("un.record", Act.WORK_CASE, _record, again=ASKS),
        Deed("un.outcome", Act.WORK_CASE, _outcome, again=ASKS),
        Deed("un.correct", Act.WORK_CASE, _correct, again=ASKS),
    ),
    slips=(SLIP, OUTCOME),
    sections=(Section("un.show", lambda _ctx, _case: msg("button-un"), CardPlace.PETITIONS, _facts),),
    watches=(Watch(_KIND, _watch),),
)

"""Writes a rule's decision: changes, notices and audit in the one transaction that is open."""

from collections.abc import Mapping
from datetime import datetime

from handlers import away, reminding, workspace
from handlers.context import Context, Speech
from handlers.finding.clues import clues_of
from handlers.rules.decision import (
    AddMatter,
    AddTask,
    Change,
    ChangeCase,
    ChangeMatter,
    ChangeTask,
    Choice,
    DecideLink,
    Decision,
    EndDraft,
    FamilyWaits,
    Follow,
    GiveWord,
    LoseFollower,
    OpenCase,
    OweWord,
    RegainFollower,
    Rows,
    ShareIncidents,
    Unfollow,
    WriteEntry,
)
from handlers.saying import msg
from storage import (
    assignments,
    audit,
    cases,
    clues,
    drafts,
    entries,
    incidents,
    links,
    matters,
    promises,
    unlinkings,
)
from storage.assignments import State
from storage.errors import Overtaken
from storage.records import Json, MatterState, Stage
from storage.store import Tx


def carry_out(speech: Speech, decision: Decision, actor_id: str | None) -> None:
    """Write everything that follows.

    Args:
        actor_id: Who acted; None for the machine.

    Raises:
        Overtaken: Somebody else has changed what it changes since it was seen; nothing was written.
    """
    if any(_is_bound(one) for one in decision.changes):
        with speech.tx.savepoint():
            _write(speech, decision, actor_id)
    else:
        _write(speech, decision, actor_id)


def carried_out(ctx: Context, decision: Decision) -> bool:
    """Write what she decided; where another was faster, she is told, and nothing is written."""
    try:
        carry_out(ctx.speech, decision, ctx.person.id)
    except Overtaken:
        ctx.undone = True
        ctx.say(msg("changed-meanwhile"))
        return False
    return True


def _is_bound(change: Change) -> bool:
    """Whether it holds only for what was seen."""
    match change:
        case ChangeCase():
            return change.version is not None
        case AddMatter():
            return change.replaces is not None
        case _:
            return isinstance(change, ChangeMatter | ChangeTask | DecideLink)


def _write(speech: Speech, decision: Decision, actor_id: str | None) -> None:
    tx, now = speech.tx, speech.now
    entry_id: str | None = None
    matter_id: str | None = None
    task_id: str | None = None
    for change in decision.changes:
        match change:
            case OpenCase(case, draft_id, follower_id):
                cases.add(tx, case)
                clues.keep(tx, case.id, clues_of(case.body))
                if follower_id is not None:
                    cases.follow(tx, case.id, follower_id, now)
                drafts.submitted(tx, draft_id, case.id, now)
            case ChangeCase():
                cases.change(
                    tx,
                    change.case_id,
                    now,
                    stage=change.stage,
                    situation=change.situation,
                    urgency=change.urgency,
                    owner_id=change.owner_id,
                    promise_on=change.promise_on,
                    body=change.body,
                    version=change.version,
                )
                _find_by(tx, change.case_id, change.body)
                if change.stage in (Stage.CLOSED, Stage.MERGED):
                    # Nobody works on it any more: whoever has or is asked for a role hears so.
                    assignments.look_at_case(tx, change.case_id, now)
            case AddMatter():
                matter_id = _add(tx, change, now)
            case ChangeMatter():
                matters.change(
                    tx,
                    change.matter,
                    now,
                    state=change.state,
                    body=change.body,
                    watch_at=change.watch_at,
                    said=change.said,
                    holder_id=change.holder_id,
                )
            case AddTask():
                task_id = reminding.add(tx, change, now)
            case ChangeTask():
                reminding.change(tx, change, now)
                if change.done and change.task.body.get("role"):
                    assignments.end(tx, str(change.task.body["role"]), State.DONE, now)
            case EndDraft(draft_id, case_id, body):
                if body is not None:
                    cases.change(tx, case_id, now, body=body)
                    _find_by(tx, case_id, body)
                drafts.submitted(tx, draft_id, case_id, now)
            case WriteEntry(kind, case_id, body, author_id, person_id):
                entry_id = entries.add(
                    tx, kind, now, case_id=case_id, person_id=person_id, author_id=author_id, body=body
                )
            case FamilyWaits(case_id, since):
                cases.family_waits(tx, case_id, since)
            case LoseFollower(case_id, person_id):
                cases.unfollow(tx, case_id, person_id)
                unlinkings.note(tx, case_id, person_id, now)
                audit.write(tx, actor_id, "unlinked", case_id, now)
            case RegainFollower(case_id, was, person_id, body):
                cases.follow(tx, case_id, person_id, now)
                cases.change(tx, case_id, now, body=body)
                unlinkings.relinked(tx, case_id, was, person_id, now)
                audit.write(tx, actor_id, "relinked", case_id, now)
            case Follow(case_id, person_id):
                cases.follow(tx, case_id, person_id, now)
            case ShareIncidents(case_id, into_id):
                incidents.joined(tx, case_id, into_id, now)
            case Unfollow(case_id, person_id):
                cases.unfollow(tx, case_id, person_id)
            case OweWord(case_id, person_id, at):
                promises.owe(tx, case_id, person_id, at)
            case GiveWord(case_id):
                promises.forgive(tx, case_id)
            case DecideLink(link_id, outcome, by):
                if not links.decide(tx, link_id, outcome, by, now):
                    raise Overtaken
    workspace.follow(speech, decision.changes)
    for reader, notice in away.heard_by(tx, decision.notices, now):
        speech.to(
            reader,
            *notice.parts,
            rows=_naming(notice.rows, {"$entry": entry_id, "$matter": matter_id, "$task": task_id}),
            lane=notice.lane,
            by_day=notice.by_day,
        )
    action, subject_id = decision.audit
    audit.write(tx, actor_id, action, subject_id, now)


def _find_by(tx: Tx, case_id: str, body: Json | None) -> None:
    """What was told anew is what the case is found by."""
    if body is not None:
        clues.keep(tx, case_id, clues_of(body))


def _add(tx: Tx, new: AddMatter, now: datetime) -> str:
    if new.replaces is not None:
        matters.change(tx, new.replaces, now, state=MatterState.REPLACED, watch_at=None)
    return matters.add(
        tx,
        new.case_id,
        new.kind,
        new.body,
        now,
        author_id=new.author_id,
        watch_at=new.watch_at,
        replaces_id=new.replaces.id if new.replaces is not None else None,
        said=new.said,
    )


def _naming(rows: Rows, written: Mapping[str, str | None]) -> Rows:
    """Buttons that speak of what was just written get its id."""
    return tuple(
        tuple(
            Choice(
                one.text,
                one.deed,
                {
                    name: written.get(value, value) if isinstance(value, str) else value
                    for name, value in one.args.items()
                },
                one.url,
            )
            for one in row
        )
        for row in rows
    )

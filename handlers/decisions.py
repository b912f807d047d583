"""Writes a rule's decision: changes, notices and audit in the one transaction that is open."""

from handlers.context import Speech
from handlers.rules.decision import (
    ChangeCase,
    Choice,
    Decision,
    EndDraft,
    FamilyWaits,
    LoseFollower,
    OpenCase,
    RegainFollower,
    Rows,
    WriteEntry,
)
from storage import audit, cases, drafts, entries, people, unlinkings


def carry_out(speech: Speech, decision: Decision, actor_id: str | None) -> None:
    """Write everything that follows.

    Args:
        actor_id: Who acted; None for the machine.
    """
    tx, now = speech.tx, speech.now
    entry_id: str | None = None
    for change in decision.changes:
        match change:
            case OpenCase(case, draft_id, follower_id):
                cases.add(tx, case)
                if follower_id is not None:
                    cases.follow(tx, case.id, follower_id, now)
                drafts.submitted(tx, draft_id, case.id, now)
            case ChangeCase(case_id, stage, owner_id, promise_on):
                cases.change(tx, case_id, now, stage=stage, owner_id=owner_id, promise_on=promise_on)
            case EndDraft(draft_id, case_id, body):
                if body is not None:
                    cases.change(tx, case_id, now, body=body)
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
    for notice in decision.notices:
        reader = people.by_id(tx, notice.to)
        speech.to(reader, *notice.parts, rows=_naming(notice.rows, entry_id), lane=notice.lane)
    action, subject_id = decision.audit
    audit.write(tx, actor_id, action, subject_id, now)


def _naming(rows: Rows, entry_id: str | None) -> Rows:
    """Buttons that speak of the entry just written get its id."""
    return tuple(
        tuple(
            Choice(
                one.text,
                one.deed,
                {name: entry_id if value == "$entry" else value for name, value in one.args.items()},
                one.url,
            )
            for one in row
        )
        for row in rows
    )

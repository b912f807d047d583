"""Requests for a second yes that nobody decides: a reminder while there is time, and an honest end.

A family that wants something erased must not wait for an answer that will never come.
"""

from collections.abc import Mapping
from datetime import datetime

from handlers.command import Approvable
from handlers.context import Speech
from handlers.rules.approvals import Kind, reminded_from
from handlers.rules.decision import Choice, Rows
from handlers.rules.office import Office
from handlers.saying import msg
from storage import approvals, audit, cases, people
from storage.records import Approval, Lane, Role
from storage.store import Tx

_AT_ONCE = 20


def tend_requests(tx: Tx, office: Office, now: datetime, known: Mapping[str, Approvable]) -> int:
    """Remind of what ends soon, and end what is over; returns how many were ended.

    Nobody hears of it at night. A yes that comes too late counts for nothing meanwhile: that is
    not decided here, but by the time of the request.

    Args:
        known: What can be asked for, by its kind.
    """
    if not office.may_push(now):
        return 0
    for one in approvals.open_ones(tx, now):
        if now >= reminded_from(one) and approvals.remind(tx, one.id, now):
            _remind(Speech(tx, now, f"approval/{one.id}/ends"), office, one)
    over = approvals.lapsed(tx, now, _AT_ONCE)
    for one in over:
        if approvals.lapse(tx, one.id, now):
            audit.write(tx, None, "approval-lapsed", one.id, now)
            speech = Speech(tx, now, f"approval/{one.id}/lapsed")
            _tell(speech, office, one, known[one.kind].ended(speech, one) if one.kind in known else ())
    return len(over)


def _remind(speech: Speech, office: Office, one: Approval) -> None:
    look = ((Choice(msg("button-look"), "approval.open", {"approval": one.id}),),)
    for reader in people.with_role(speech.tx, Role.COORDINATOR):
        if reader.id != one.asked_by:
            told, by_day = msg("alert-approval-ends", until=one.expires_at), office.by_day(reader, speech.now)
            speech.to(reader, told, rows=look, lane=Lane.ALERT, by_day=by_day)


def _tell(speech: Speech, office: Office, one: Approval, rows: Rows) -> None:
    what = msg(f"approval-{one.kind}-named")
    asker = people.by_id(speech.tx, one.asked_by)
    for reader in people.with_role(speech.tx, Role.COORDINATOR):
        by_day = office.by_day(reader, speech.now)
        hers = rows if reader.id == asker.id else ()
        speech.to(reader, msg("approval-lapsed", what=what), rows=hers, lane=Lane.ALERT, by_day=by_day)
    if asker.role is Role.COORDINATOR:
        return
    case = cases.by_id(speech.tx, str(one.content["case"])) if one.kind == Kind.ERASE_CASE else None
    if case is None:
        return  # it was erased for another reason, and of that she has heard
    again = Choice(msg("button-erase-again"), "erase.sure", {"case": case.id})
    speech.to(
        asker,
        msg("notice-update"),
        msg("erase-lapsed", code=case.code),
        rows=((again,), (Choice(msg("button-person"), "person.ask"),)),
        lane=Lane.NOTICE,
        by_day=office.by_day(asker, speech.now),
    )

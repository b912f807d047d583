"""Runs broadcasts: begins them, counts, puts a row for each person into the outbox, shows how far they are.

Each call does one slice in one transaction, and where it stands is written with it: whatever crashes,
the next call goes on exactly there, and the key of each row lets nobody get it twice.
"""

from collections.abc import Callable
from datetime import datetime, timedelta

from handlers import away, correcting
from handlers.cast_cards import begun_with, has_come, show_progress
from handlers.cast_words import answer_buttons
from handlers.context import Speech
from handlers.reaching import Slice, look
from handlers.rules import broadcasting as rule
from handlers.rules import discretion
from handlers.rules.decision import Choice
from handlers.rules.office import Office
from handlers.saying import Part, msg
from storage import audiences, audit, broadcasts, cast_rows, outbox, people
from storage.cast_rows import key_of, kind_of
from storage.errors import Overtaken, SealBroken
from storage.records import Broadcast, CastKind, CastState, Json, Lane, Outgoing, Person, Role
from storage.store import Tx

LOOKED_AT = 500  # people of one slice of counting
FILLED = 200  # rows of one slice; measured: 14 ms on SQLite, 29 with buttons
_MOVED = 5_000  # rows that are put aside, or taken up again, at once
_TOO_LATE = timedelta(hours=6)  # after its time nothing begins by itself any more
_SHOWN_EVERY = timedelta(seconds=4)


def tend(tx: Tx, office: Office, now: datetime) -> bool:
    """Do one slice of what is to be done; whether there is more to do at once."""
    more = False
    for one_id in broadcasts.due(tx, now):
        more = _guarded(tx, one_id, now, lambda one: _begin(tx, office, one, now)) or more
    for one_id in broadcasts.worked_on(tx):
        more = _guarded(tx, one_id, now, lambda one: _step(tx, office, one, now)) or more
    for one_id in audiences.unshown(tx):
        _guarded(tx, one_id, now, lambda one: _count_answers(tx, one, now))
    return more


def _guarded(tx: Tx, one_id: str, now: datetime, work: Callable[[Broadcast], bool]) -> bool:
    """Do *work* with it; what is damaged on the disk, or was changed just now, does not stop the others."""
    try:
        with tx.savepoint():
            one = broadcasts.find(tx, one_id)
            return one is not None and work(one)
    except (SealBroken, Overtaken):
        return False


def _count_answers(tx: Tx, one: Broadcast, now: datetime) -> bool:
    """Let its card count what was answered, as often as it may be changed."""
    before = one.body.get("tallied-at")
    if before and now - datetime.fromisoformat(before) < _SHOWN_EVERY:
        return False
    if not has_come(tx, one):
        return False
    audiences.showing(tx, one.id, now)
    tally = audiences.tally(tx, one.id)
    if tally != one.body.get("tally"):
        body = {**one.body, "tally": tally, "tallied-at": now.isoformat()}
        show_progress(tx, broadcasts.save(tx, one, now, body=body), now)
    return False


def _begin(tx: Tx, office: Office, one: Broadcast, now: datetime) -> bool:
    if one.start_at is not None and now - one.start_at > _TOO_LATE:
        return _missed(tx, office, one, one.start_at, now)
    if one.kind is CastKind.WEEKLY:
        body: Json = {
            name: value for name, value in one.body.items() if name not in ("card", "pace", "count")
        }
        if one.body.get("card") is not None:
            # A card of its own for each week, without a sound: its hour is one of others.
            body = begun_with(body, one.body["card"]["to"], None, quiet=True)
        broadcasts.begin(
            tx,
            one.author_id,
            body,
            now,
            state=CastState.COUNTING,
            parent_id=one.id,
            urgent=one.urgent,
            approved_by=one.approved_by,
            start_at=one.start_at,
        )
        broadcasts.save(tx, one, now, start_at=rule.next_week(one.body["when"], now))
        return True
    broadcasts.save(tx, one, now, state=CastState.COUNTING, after_id=None)
    return True


def _missed(tx: Tx, office: Office, one: Broadcast, at: datetime, now: datetime) -> bool:
    """Nothing ran at its time. What was right to say then may call people to where nobody is any more."""
    audit.write(tx, None, "broadcast-missed", one.id, now)
    if one.kind is CastKind.WEEKLY:
        anew = broadcasts.save(tx, one, now, start_at=rule.next_week(one.body["when"], now))
        _tell(tx, office, anew, msg("cast-missed-week", at=at), now)
    else:
        anew = broadcasts.save(tx, one, now, state=CastState.COMPOSING, approved_by=None, start_at=None)
        _tell(tx, office, anew, msg("cast-missed", at=at), now)
    return True


def _step(tx: Tx, office: Office, one: Broadcast, now: datetime) -> bool:
    match one.state:
        case CastState.SIZING | CastState.COUNTING:
            return _count(tx, office, one, now)
        case CastState.RUNNING if not one.filled:
            return _fill(tx, office, one, now)
        case CastState.RUNNING:
            if cast_rows.release(tx, one.id, _MOVED):
                return True
            counts = cast_rows.counts(tx, one.id)
            ended = not any(counts.get(state) for state in ("waiting", "claimed", "held"))
            _show(tx, office, one, now, CastState.DONE if ended else None)
        case CastState.PAUSING:
            return _put_aside(tx, office, one, now, CastState.PAUSED)
        case CastState.STOPPING:
            return _put_aside(tx, office, one, now, CastState.STOPPED)
    return False


def _put_aside(tx: Tx, office: Office, one: Broadcast, now: datetime, become: CastState) -> bool:
    stops = become is CastState.STOPPED
    moved = cast_rows.drop(tx, one.id, _MOVED, now) if stops else cast_rows.hold(tx, one.id, _MOVED)
    if moved:
        return True
    # What is on the wire just now is still counted; whatever comes back from it is put aside, too.
    if not cast_rows.counts(tx, one.id).get("claimed"):
        _show(tx, office, one, now, become)
        if stops:
            correcting.let_go(tx, one, now)
    return False


def _count(tx: Tx, office: Office, one: Broadcast, now: datetime) -> bool:
    """Count whom it reaches; then it begins, unless it became too large for one coordinator's word."""
    by = dict(one.body["count"]["by"]) if one.after_id is not None and "count" in one.body else {}
    counted = one.body
    if one.kind is CastKind.CORRECTION:
        if (resting := correcting.rests(tx, one, now)) is not None:
            return resting
        by, last_id = {"": correcting.correctable(tx, str(one.parent_id), now)}, None
        counted = {**counted, "late": correcting.late(tx, one, by[""])}
    else:
        seen = _look(tx, office, one, LOOKED_AT, now)
        last_id = seen.last_id
        for near in seen.found:
            by[near.language or ""] = by.get(near.language or "", 0) + 1
    counted = {**counted, "count": {"by": by}}
    if last_id is not None:
        broadcasts.save(tx, one, now, after_id=last_id, body=counted)
        return True
    if one.state is CastState.SIZING:
        one = broadcasts.save(tx, one, now, state=CastState.COMPOSING, after_id=None, body=counted)
        show_progress(tx, one, now, must=True)
        return False
    total = rule.reach(counted, by).total if one.kind is not CastKind.CORRECTION else by[""]
    if rule.needs_second(total, office.broadcast_alone, one.approved_by):
        correcting.let_go(tx, one, now)
        # It is hers again, to ask for a second yes.
        hers = {"state": CastState.COMPOSING, "after_id": None, "start_at": None, "body": counted}
        _tell(tx, office, broadcasts.save(tx, one, now, **hers), msg("cast-grown"), now)
        return False
    audit.write(tx, None, "broadcast-began", one.id, now, details={"people": total})
    broadcasts.save(tx, one, now, state=CastState.RUNNING, after_id=None, body=counted)
    return True


def _look(tx: Tx, office: Office, one: Broadcast, limit: int, now: datetime) -> Slice:
    spared = away.spared(tx, office, now, urgent=one.urgent)
    return look(tx, rule.audience_of(one), one.after_id or "", limit, now, spared=spared)


def _tell(tx: Tx, office: Office, one: Broadcast, said: Part, now: datetime) -> None:
    """Whoever composed it hears what became of it."""
    author = people.by_id(tx, one.author_id)
    # Whoever is no coordinator any more cannot ask; then it is for any of the others.
    readers = [author] if author.role is Role.COORDINATOR else people.with_role(tx, Role.COORDINATOR)
    speech = Speech(tx, now, f"card/{one.id}/told/{one.version}")
    for reader in readers:
        speech.to(
            reader,
            said,
            rows=((Choice(msg("button-cast-open"), "cast.open", {"cast": one.id}),),),
            lane=Lane.ALERT,
            by_day=office.by_day(reader, now),
        )


def _fill(tx: Tx, office: Office, one: Broadcast, now: datetime) -> bool:
    if one.kind is CastKind.CORRECTION:
        last_id = correcting.fill(tx, one, FILLED, now)
    else:
        seen = _look(tx, office, one, FILLED, now)
        last_id = seen.last_id
        rows = []
        for near in seen.found:
            said = rule.wording(one.body, near.language)
            person = people.by_id(tx, near.id) if said is not None else None
            if said is not None and person is not None and person.linked:
                rows.append(message(tx, office, one, person, said, now))
        outbox.add(tx, rows, now)
    one = broadcasts.save(tx, one, now, after_id=last_id or one.after_id, filled=last_id is None)
    if last_id is None:
        correcting.let_go(tx, one, now)
    else:
        _show(tx, office, one, now, None)
    return True


def message(tx: Tx, office: Office, one: Broadcast, person: Person, said: str, now: datetime) -> Outgoing:
    """The row by which this person gets it, in the wording *said*."""
    body = {
        **discretion.manner(person.role, None),
        "broadcast": rule.words_of(one),
        "wording": said,
        "language": person.language or said,
    }
    due_at = now
    if not one.urgent:
        by_day = office.by_day(person, now)
        due_at, body["daytime"] = by_day.at, by_day.zone
    if one.body["answers"]:
        body["token"] = answer_buttons(tx, one, person, now)
    return Outgoing(
        key_of(one.id, person.id),
        person.chat_id,
        person.id,
        Lane.BROADCAST,
        kind_of(said),
        due_at,
        body,
        one.id,
    )


def _show(tx: Tx, office: Office, one: Broadcast, now: datetime, become: CastState | None) -> None:
    """Bring the progress card up to date, at a sane rate; and note where the broadcast has come to."""
    before = one.body.get("pace")
    if become is None and before and now - datetime.fromisoformat(before["at"]) < _SHOWN_EVERY:
        return
    if become is None and not has_come(tx, one):
        return
    counts = cast_rows.counts(tx, one.id)
    seen, pace = rule.progress(counts, cast_rows.later(tx, one.id, now)[0], before, now)
    body = {**one.body, "pace": pace, "progress": _numbers(seen)}
    if become in (CastState.DONE, CastState.STOPPED):
        body["ended"] = now.isoformat()
    if become is None and _same(one.body.get("progress"), body["progress"]):
        return
    if become is not None:
        audit.write(tx, None, f"broadcast-{become}", one.id, now, details=_numbers(seen))
    one = broadcasts.save(tx, one, now, body=body, **({} if become is None else {"state": become}))
    show_progress(tx, one, now, must=become is not None)


def _same(before: Json | None, now: Json) -> bool:
    """Whether nothing has gone on, so that nobody need write or look."""
    ignored = ("rate", "left")
    return before is not None and all(before[name] == now[name] for name in now if name not in ignored)


def _numbers(seen: rule.Progress) -> dict[str, int | None]:
    return {
        "sent": seen.sent,
        "waiting": seen.waiting,
        "morning": seen.morning,
        "blocked": seen.blocked,
        "failed": seen.failed,
        "unknown": seen.unknown,
        "dropped": seen.dropped,
        "rate": seen.rate,
        "left": None if seen.left is None else int(seen.left.total_seconds()),
    }

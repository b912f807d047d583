"""Erases a report: its rows in this transaction, its key and its files soon after the commit.

Whoever erases, a relative, a coordinator or the clock, does it here. What speaks of the
report elsewhere goes, too: buttons that name it, messages about it that were not sent, talks
about it. What was sent already, and what was given to others, cannot be called back.

A file can belong to two reports of one person, as the same photo for two sons does; it goes
with the last of them.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from typing import Any

from handlers import workspace
from handlers.context import LOOSE, Speech
from handlers.rules.decision import Choice
from handlers.rules.office import Office
from handlers.saying import msg
from storage import (
    assignments,
    attachments,
    audiences,
    audit,
    cases,
    drafts,
    entries,
    erasures,
    incidents,
    keyboards,
    matters,
    people,
    talks,
    tasks,
    unsaid,
    workspaces,
)
from storage.records import Case, Json, Lane, Matter, Person, Role, StoredDraft
from storage.store import Tx
from storage.team import Task

CLOCK = "clock"
"""Who erases what rested or was closed for too long."""


def erase_draft(tx: Tx, draft: StoredDraft, now: datetime, *, by: str) -> None:
    """Nothing of an unfinished report stays. What adds to a sent one goes alone; the sent one stays.

    Args:
        by: The role of whoever wants it, or `CLOCK`.

    Raises:
        Overtaken: It ended already; nothing was erased.
    """
    drafts.drop(tx, draft.id, now)
    files = set(file_ids(draft.body))
    if draft.case_id is None:
        files.update(attachments.of_report(tx, draft.id))
    _erase_files(tx, files, _bodies_of(tx, draft.person_id))
    erasures.begin(tx, "draft", draft.id if draft.case_id is None else None, now, by=by)
    readers = [people.by_id(tx, draft.person_id)]
    if draft.body.get("shown"):
        readers += people.with_role(tx, Role.COORDINATOR)
    gone = keyboards.forget(tx, _Without({draft.id}), {one.account_key for one in readers})
    about = _Mentions(tx, str(draft.body.get("code") or ""), [draft.body], gone)
    unsaid.forget(tx, about, {one.id for one in readers})


def erase_case(tx: Tx, case: Case, now: datetime, *, by: str) -> None:
    """Nothing of a sent report stays: the case, its lines, what is being added to it, its files.

    Args:
        by: As `erase_draft`.
    """
    lines = entries.all_of(tx, case_id=case.id)
    added = drafts.open_on(tx, case.id)
    hung: list[Matter | Task] = [*matters.all_of(tx, case.id), *tasks.of_case(tx, case.id)]
    roles = assignments.of_case(tx, case.id)
    told = [
        case.body,
        *(one.body for one in lines),
        *(one.body for one in added),
        *(one.body for one in hung),
        *(one.body for one in roles),
    ]
    hers = {one.person_id for one in added} | {one.id for one in cases.followers_of(tx, case.id)}
    files = {*file_ids(told), *attachments.of_report(tx, case.id)}
    named = {case.id, *(one.id for kept in (lines, added, hung, roles) for one in kept)}
    topic = workspaces.topic_of(tx, case.id)
    entries.erase_of_case(tx, case.id)
    matters.erase_of_case(tx, case.id)
    tasks.erase_of_case(tx, case.id)
    assignments.erase_of_case(tx, case.id)
    incidents.erase_of_case(tx, case.id)
    drafts.erase_of(tx, case.id)
    cases.erase(tx, case.id)
    _erase_files(tx, files, [one for person in hers for one in _bodies_of(tx, person)])
    for person_id in hers:
        if not cases.count_followed(tx, person_id):
            audiences.forget_person(tx, person_id)  # by no code any more could anybody know whose it is
    erasures.begin(tx, "case", case.id, now, by=by)
    _end_talks(tx, named, now)
    gone = keyboards.forget(tx, _Without(named))
    unsaid.forget(tx, _Mentions(tx, case.code, told, gone))
    workspace.case_erased(tx, topic.thread if topic is not None else None, case.id, now)


def tell_erased(speech: Speech, case: Case, followers: Iterable[Person], message_id: str) -> None:
    """Whoever followed the case hears that it is gone, and what cannot be called back."""
    for one in followers:
        parts = (msg("erase-done-word"), msg(message_id, code=case.code))
        speech.to(one, *parts, rows=((Choice(msg("button-person"), "person.ask"),),), lane=Lane.NOTICE)


def erase_closed(tx: Tx, office: Office, before: datetime, now: datetime) -> bool:
    """Erase one case that was closed before then and not touched since; False where there is none."""
    for case_id in cases.closed_since(tx, before, 1):
        case = cases.by_id(tx, case_id)
        if case is not None:
            followers = cases.followers_of(tx, case.id)
            erase_case(tx, case, now, by=CLOCK)
            speech = Speech(tx, now, f"closed/{case.id}", by_day=office.by_day)
            tell_erased(speech, case, followers, "erase-closed-done")
            audit.write(tx, None, "erased-closed-case", case.id, now)
            return True
    return False


def file_ids(kept: Any) -> Iterator[str]:
    """The ids of all files in a body, wherever it keeps them."""
    # Only a file has an id there; a text has its words and the number of its message.
    if isinstance(kept, Mapping):
        if isinstance(kept.get("id"), str):
            yield kept["id"]
        for one in kept.values():
            yield from file_ids(one)
    elif isinstance(kept, list | tuple):
        for one in kept:
            yield from file_ids(one)


def _bodies_of(tx: Tx, person_id: str) -> list[tuple[str | None, Json]]:
    """What else she told, with the report that it is: others, sent or not, and what has no place yet."""
    # What is being erased is not among them any more.
    bodies: list[tuple[str | None, Json]] = [
        (one.report_id, one.body)
        for one in drafts.open_of(tx, person_id, drafts.count_open_of(tx, person_id))
    ]
    bodies += [
        (one.id, one.body) for one in cases.followed_by(tx, person_id, cases.count_followed(tx, person_id))
    ]
    talk = talks.of(tx, person_id)
    if talk is not None:
        bodies.append((None, talk.body))
    return bodies


def _erase_files(tx: Tx, files: set[str], elsewhere: Iterable[tuple[str | None, Json]]) -> None:
    """These go, but for those that something else needs: they join that, away from a key that goes."""
    stay: set[str] = set()
    for report_id, body in elsewhere:
        needed = (files - stay).intersection(file_ids(body))
        attachments.join(tx, needed, report_id)
        stay |= needed
    attachments.erase(tx, sorted(files - stay))


class _Without:
    """A keyboard without what names these.

    Args:
        named: Ids of reports and lines.
    """

    def __init__(self, named: set[str]) -> None:
        self._named = named

    def __call__(self, body: Json) -> Json | None:
        """As `storage.keyboards.forget` asks for it: a button about nothing else is a button no more."""
        deeds = [self._stripped(one) for one in body["deeds"]]
        if not any(one["do"] for one in deeds):
            return None
        return {**body, "deeds": deeds}

    def _stripped(self, deed: Json) -> Json:
        args: dict[str, Any] = {}
        for name, value in deed["args"].items():
            if isinstance(value, list):
                args[name] = [one for one in value if one not in self._named]
                if value and not args[name]:
                    return {"do": "", "args": {}}
            elif isinstance(value, str) and value.rpartition(":")[2] in self._named:
                return {"do": "", "args": {}}
            else:
                args[name] = value
        return {"do": deed["do"], "args": args}


class _Mentions:
    """Whether a message speaks of a report: by its code, its words, its files, or its buttons alone."""

    def __init__(self, tx: Tx, code: str, told: Iterable[Json], tokens: frozenset[str]) -> None:
        self._vault = tx.vault
        self._code = code
        self._tokens = tokens
        bodies = list(told)
        self._words = {one for body in bodies for one in _texts(body)}

    def __call__(self, message: Json) -> bool:
        """Whether this body of the outbox does."""
        if any(self._vault.lookup("keyboard", one) in self._tokens for one in _tokens_in(message)):
            return True
        said = {one.strip() for one in _strings(message) if one.strip()}
        return not said.isdisjoint(self._words) or (
            bool(self._code) and any(self._code in one for one in said)
        )


def _texts(kept: Any) -> Iterator[str]:
    """The words that somebody wrote, and Telegram's ids of what she sent."""
    if isinstance(kept, Mapping):
        for name, value in kept.items():
            if name in ("text", "file_id") and isinstance(value, str) and value.strip():
                yield value.strip()
            else:
                yield from _texts(value)
    elif isinstance(kept, list | tuple):
        for one in kept:
            yield from _texts(one)


def _strings(message: Any) -> Iterator[str]:
    if isinstance(message, str):
        yield message
    elif isinstance(message, Mapping):
        for name, value in message.items():
            if name != "id":  # of a text of ours
                yield from _strings(value)
    elif isinstance(message, list | tuple):
        for one in message:
            yield from _strings(one)


def _tokens_in(message: Json) -> Iterator[str]:
    for row in message.get("keyboard", ()):
        for button in row:
            if "data" in button:
                yield button["data"][:-1]


def _end_talks(tx: Tx, named: set[str], now: datetime) -> None:
    """Talks about it end; what somebody sent without a place stays with her."""
    for talk in list(talks.every(tx)):
        if named.isdisjoint(one for one in talk.body.values() if isinstance(one, str)):
            continue
        held = talk.body.get("held")
        if held:
            talks.begin(tx, talk.person_id, LOOSE, {"held": held}, now)
        else:
            talks.end(tx, talk.person_id)

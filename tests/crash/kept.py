"""What the bot kept of one account, as `tests.crash.told` has it: read out of its own tables and files."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import select

from storage import attachments, cases, drafts, entries, people
from storage.files import Files
from storage.records import Case, EntryKind
from storage.store import Tx
from storage.tables import entries as entries_table
from tests.crash.told import Answer, Ledger, Report, file_mark

_ALL = 100_000


def kept_of(tx: Tx, files: Files, account: int) -> tuple[Ledger, list[str]]:
    """What is kept of one account, and what is wrong besides."""
    person = people.by_account(tx, account)
    if person is None:
        return Ledger(), ["nobody knows this account"]
    wrong = [f"{len(left)} drafts stuck" for left in [drafts.open_of(tx, person.id)] if left]
    ledger = Ledger({case.code: _report(tx, files, case) for case in cases.followed_by(tx, person.id, _ALL)})
    of_person = (
        select(entries_table.c.id)
        .where(entries_table.c.person_id == person.id, entries_table.c.case_id.is_(None))
        .order_by(entries_table.c.at, entries_table.c.id)
    )
    for entry_id in tx.connection.execute(of_person).scalars():
        entry = entries.by_id(tx, entry_id)
        assert entry is not None
        if entry.kind is EntryKind.WORD:
            ledger.asked.append(_either(tx, files, entry.body.get("file") or entry.body))
        elif entry.kind is EntryKind.UPDATE:
            ledger.answered.append(str(entry.body["text"]))
    return ledger, wrong


def _report(tx: Tx, files: Files, case: Case) -> Report:
    report = Report(_answers(tx, files, case.body["answers"]), situation=case.situation.value)
    report.remarks = [_either(tx, files, one) for one in case.body["remarks"]]
    consents = case.body["consents"]
    report.agreed = sorted(
        ((one["kind"], one["relation"], one["answer"], one["language"]) for one in consents), key=repr
    )
    for entry in entries.of_case(tx, case.id, _ALL):
        match entry.kind:
            case EntryKind.WORD:
                report.words.append(_either(tx, files, entry.body.get("file") or entry.body))
            case EntryKind.UPDATE:
                report.letters.append(entry.body["text"])
            case EntryKind.CHANGED:
                before = entry.body["before"]
                were = _answers(tx, files, {key: one for key, one in before.items() if one is not None})
                report.changes.append({key: were.get(key) for key in before})
    return report


def _answers(tx: Tx, files: Files, told: Mapping[str, Any]) -> dict[str, Answer]:
    return {key: _answer(tx, files, one) for key, one in told.items()}


def _answer(tx: Tx, files: Files, told: Mapping[str, Any]) -> Answer:
    return Answer(
        told["state"],
        told["value"],
        [one["text"] for one in told["texts"]],
        [_file(tx, files, one) for one in told["files"]],
        [one["text"] for one in told["remarks"]],
        str(told.get("language") or ""),
    )


def _either(tx: Tx, files: Files, one: Mapping[str, Any]) -> str:
    return _file(tx, files, one) if "id" in one else str(one["text"])


def _file(tx: Tx, files: Files, told: Mapping[str, Any]) -> str:
    """The file as it opens from its own copy."""
    found = attachments.by_ids(tx, [str(told["id"])])
    if not found or found[0].state != "kept":
        return f"file without a copy ({found[0].state if found else 'unknown'})"
    return file_mark(b"".join(files.read(found[0].keys, found[0].id)))

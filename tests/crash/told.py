"""What families told and what the team wrote, kept beside the bot, to be compared with what it kept."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from storage import attachments, cases, drafts, entries, people
from storage.files import Files
from storage.records import Case, EntryKind
from storage.store import Tx

_ALL = 100_000


def file_mark(content: bytes) -> str:
    """A file in short, so that a difference can be read."""
    return f"file {hashlib.sha256(content).hexdigest()[:16]}"


@dataclass(slots=True)
class Answer:
    """One answer; texts, files and remarks in the order in which they were sent."""

    state: str = ""
    value: str | None = None
    texts: list[str] = field(default_factory=list)
    files: list[str] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Report:
    """One report with all that followed.

    Attributes:
        words: What the family wrote afterwards.
        letters: What the team wrote to the family.
    """

    answers: dict[str, Answer] = field(default_factory=dict)
    remarks: list[str] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    letters: list[str] = field(default_factory=list)

    def to(self, key: str) -> Answer:
        """The answer to one question, empty at first."""
        return self.answers.setdefault(key, Answer())


def kept_reports(tx: Tx, files: Files, account: int) -> tuple[dict[str, Report], list[str]]:
    """What the bot kept of one account: its reports by code, and what is wrong besides."""
    person = people.by_account(tx, account)
    if person is None:
        return {}, ["nobody knows this account"]
    wrong = [f"{len(left)} drafts stuck" for left in [drafts.open_of(tx, person.id)] if left]
    found: dict[str, Report] = {}
    for case in cases.followed_by(tx, person.id):
        found[case.code] = _report(tx, files, case)
    return found, wrong


def _report(tx: Tx, files: Files, case: Case) -> Report:
    report = Report()
    for key, told in case.body["answers"].items():
        answer = report.to(key)
        answer.state, answer.value = told["state"], told["value"]
        answer.texts = [one["text"] for one in told["texts"]]
        answer.files = [_file(tx, files, one) for one in told["files"]]
        answer.remarks = [one["text"] for one in told["remarks"]]
    report.remarks = [_either(tx, files, one) for one in case.body["remarks"]]
    for entry in entries.of_case(tx, case.id, _ALL):
        if entry.kind is EntryKind.WORD:
            report.words.append(_either(tx, files, entry.body.get("file") or entry.body))
        elif entry.kind is EntryKind.UPDATE:
            report.letters.append(entry.body["text"])
    return report


def _either(tx: Tx, files: Files, one: Mapping[str, Any]) -> str:
    return _file(tx, files, one) if "id" in one else str(one["text"])


def _file(tx: Tx, files: Files, told: Mapping[str, Any]) -> str:
    """The file as it opens from its own copy."""
    found = attachments.by_ids(tx, [str(told["id"])])
    if not found or found[0].state != "kept":
        return f"file without a copy ({found[0].state if found else 'unknown'})"
    return file_mark(b"".join(files.read(found[0].keys, found[0].id)))


def differences(name: str, told: Mapping[str, Report], kept: Mapping[str, Report]) -> list[str]:
    """Every difference between what was told and what was kept, one a line."""
    lines = [f"{name}: case {code} is lost" for code in told if code not in kept]
    lines += [f"{name}: case {code} was never sent" for code in kept if code not in told]
    for code in told.keys() & kept.keys():
        lines += [f"{name}, {code}: {line}" for line in _unlike(told[code], kept[code])]
    return lines


def _unlike(told: Report, kept: Report) -> list[str]:
    lines = [
        f"{what}: told {ours!r}, kept {theirs!r}"
        for what, ours, theirs in (
            ("remarks", told.remarks, kept.remarks),
            ("words", told.words, kept.words),
            ("letters", told.letters, kept.letters),
        )
        if ours != theirs
    ]
    for key in told.answers.keys() | kept.answers.keys():
        ours, theirs = told.answers.get(key, Answer()), kept.answers.get(key, Answer())
        if ours != theirs:
            lines.append(f"{key}: told {ours}, kept {theirs}")
    return lines

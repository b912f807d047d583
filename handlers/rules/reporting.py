"""A finished report becomes a case, and those who work hear of it."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

from handlers.rules.casework import alerted, responsible
from handlers.rules.deadlines import morning
from handlers.rules.decision import AddMatter, Choice, Decision, EndDraft, Notice, OpenCase, WriteEntry
from handlers.rules.office import Office
from handlers.saying import msg
from storage.records import Case, EntryKind, Json, Lane, MatterKind, Person, Situation, Stage, StoredDraft

_SITUATIONS = {
    "taken": Situation.DETAINED,
    "gathering": Situation.DETAINED,
    "sentenced": Situation.SENTENCED,
    "restricted": Situation.RESTRICTED,
}


def situation_told(answers: Json) -> Situation:
    """What the family says happened; without a clear word, missing."""
    return _SITUATIONS.get(answers.get("event", {}).get("value") or "", Situation.MISSING)


def consents(told: Json, reporter: Person) -> list[dict[str, Any]]:
    """What she agreed to, and what not: each with whose word it is, her relation, language, text and time."""
    answers = told["answers"]
    relation = answers.get("relation", {})
    words = " ".join(one["text"] for one in relation.get("texts", ()))
    about = {"by": reporter.id, "relation": relation.get("value") or words or None}
    given = [{"kind": "keep", **about, "answer": "yes", **told["consent"]}]
    for key, answer in answers.items():
        if key.startswith("consent-") and answer["state"] == "given":
            when = {"at": answer.get("at"), "language": answer.get("language")}
            version = told["consent"]["version"]
            kind = key.removeprefix("consent-")
            given.append({"kind": kind, **about, "answer": answer["value"], **when, "version": version})
    return given


def _settled(answers: Json) -> dict[str, Any]:
    """The answers as a case keeps them: without empty ones, and what was asked back and never said."""
    return {
        key: {name: value for name, value in answer.items() if name != "proposal"}
        for key, answer in answers.items()
        if any(answer.values())
    }


def amend(
    draft: StoredDraft,
    case: Case,
    reporter: Person,
    coordinators: Iterable[Person],
    office: Office,
    now: datetime,
) -> Decision:
    """More of a sent report, or corrections: the case has the new answers, its timeline the old."""
    told, answers = draft.body, _settled(draft.body["answers"])
    before = case.body["answers"]
    changed = sorted(key for key in {*before, *answers} if before.get(key) != answers.get(key))
    if not changed and not told["remarks"]:
        return Decision((EndDraft(draft.id, case.id, None),), (), ("amended-nothing", case.id))
    agreed = consents(told, reporter)
    body = {
        **case.body,
        "answers": answers,
        "remarks": [*case.body["remarks"], *told["remarks"]],
        # Earlier ones stay: a yes that was taken back must still show that it was a yes.
        "consents": [*case.body["consents"], *(one for one in agreed if one not in case.body["consents"])],
    }
    replaced = {"before": {key: before.get(key) for key in changed}}
    return Decision(
        changes=(
            EndDraft(draft.id, case.id, body),
            WriteEntry(EntryKind.CHANGED, case.id, replaced, author_id=reporter.id),
        ),
        notices=tuple(
            Notice(
                one.id,
                Lane.ALERT,
                (msg("alert-changed", code=case.code),),
                ((Choice(msg("button-open-case"), "case.open", {"case": case.id}),),),
                alerted(case, one, office, now),
            )
            for one in responsible(case, [one for one in coordinators if one.id != reporter.id])
        ),
        audit=("amended", case.id),
    )


def submit(
    draft: StoredDraft,
    reporter: Person,
    coordinators: Iterable[Person],
    office: Office,
    *,
    case_id: str,
    code: str,
    language: str,
    now: datetime,
) -> Decision:
    """The case, the first line of its timeline, and to the team, by day, an alert that names nobody."""
    told, tomorrow = draft.body, morning(office.today(now) + timedelta(days=1), office)
    case = Case(
        id=case_id,
        code=code,
        stage=Stage.NEW,
        situation=situation_told(told["answers"]),
        owner_id=None,
        language=language,
        promise_on=office.promise(now),
        waiting_since=None,
        version=1,
        made_at=now,
        updated_at=now,
        body={
            "answers": _settled(told["answers"]),
            "remarks": told["remarks"],
            "consents": consents(told, reporter),
            **({"paper": {"by": reporter.id}} if told.get("paper") else {}),
        },
    )
    return Decision(
        changes=(
            OpenCase(case, draft.id, None if told.get("paper") else reporter.id),
            # By this the machine watches for how long a UN body may still be asked urgently.
            AddMatter(case_id, MatterKind.SUBMISSION, {"window": True}, None, tomorrow),
            WriteEntry(EntryKind.REPORTED, case_id, {}, author_id=reporter.id),
        ),
        notices=tuple(
            Notice(
                one.id,
                Lane.ALERT,
                (msg("alert-report", code=code, language=msg(f"language-{language}")),),
                ((Choice(msg("button-open-case"), "case.open", {"case": case_id}),),),
                alerted(case, one, office, now),
            )
            for one in coordinators
            if one.id != reporter.id
        ),
        audit=("reported", case_id),
    )

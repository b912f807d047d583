"""A finished report becomes a case, and those who work hear of it."""

from collections.abc import Iterable
from datetime import datetime

from handlers.rules.decision import Choice, Decision, Notice, OpenCase, WriteEntry
from handlers.rules.office import Office
from handlers.saying import msg
from storage.records import Case, EntryKind, Json, Lane, Person, Situation, Stage, StoredDraft

_SITUATIONS = {
    "taken": Situation.DETAINED,
    "gathering": Situation.DETAINED,
    "sentenced": Situation.SENTENCED,
    "restricted": Situation.RESTRICTED,
}


def situation_told(answers: Json) -> Situation:
    """What the family says happened; without a clear word, missing."""
    return _SITUATIONS.get(answers.get("event", {}).get("value") or "", Situation.MISSING)


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
    """The case, the first line of its timeline, and to every coordinator an alert that names nobody."""
    told = draft.body
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
            "answers": told["answers"],
            "remarks": told["remarks"],
            "consents": [{"kind": "keep", "by": reporter.id, **told["consent"]}],
        },
    )
    return Decision(
        changes=(
            OpenCase(case, draft.id, reporter.id),
            WriteEntry(EntryKind.REPORTED, case_id, {}, author_id=reporter.id),
        ),
        notices=tuple(
            Notice(
                one.id,
                Lane.ALERT,
                (msg("alert-report", code=code, language=msg(f"language-{language}")),),
                ((Choice(msg("button-open-case"), "case.open", {"case": case_id}),),),
            )
            for one in coordinators
            if one.id != reporter.id
        ),
        audit=("reported", case_id),
    )

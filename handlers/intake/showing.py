"""How each step of a report looks: what is read back, and the buttons below."""

from handlers.context import Context
from handlers.intake import form
from handlers.intake.fields import Choice as ChoiceField
from handlers.intake.questions import QUESTIONS, Question
from handlers.intake.summary import answers_read_back
from handlers.rules.decision import Choice, Rows
from handlers.saying import Part, msg
from storage.records import StoredDraft


def choice(draft: StoredDraft, text_id: str, what: str, value: str = "") -> Choice:
    """A button that the form itself understands."""
    args = {"draft": draft.id, "revision": draft.revision, "what": what, "value": value}
    return Choice(msg(text_id), "draft.press", args)


def consent_rows(draft: StoredDraft) -> Rows:
    """Yes, no, or a person first."""
    return (
        (Choice(msg("button-agree"), "draft.agree", {"draft": draft.id, "revision": draft.revision}),),
        (Choice(msg("button-refuse"), "draft.refuse", {"draft": draft.id}),),
        (Choice(msg("button-person"), "person.ask", {"draft": draft.id}),),
    )


def question_rows(ctx: Context, draft: StoredDraft, question: Question) -> Rows:
    """What can be answered with a tap, and always the ways out."""
    rows: list[tuple[Choice, ...]] = []
    if isinstance(question.field, ChoiceField):
        rows.extend(
            (choice(draft, f"option-{question.key}-{value}", "answer", value),)
            for value in question.field.options
        )
    if question.field.several and form.has_something(draft.body, question):
        rows.append((choice(draft, "button-done", "done"),))
    doubts = [choice(draft, "button-unknown", "unknown")]
    if not question.required:
        doubts.append(choice(draft, "button-skip", "skip"))
    rows.extend(ctx.row(*doubts))
    ways = [Choice(msg("button-pause"), "draft.pause", {"draft": draft.id})]
    if question is not QUESTIONS[0] or draft.body.get("detour"):
        ways.insert(0, choice(draft, "button-back", "back"))
    rows.extend(ctx.row(*ways))
    rows.append((Choice(msg("button-person"), "person.ask", {"draft": draft.id}),))
    return tuple(rows)


def summary(draft: StoredDraft) -> tuple[list[Part], Rows]:
    """Everything read back, before anything leaves."""
    parts = [msg("summary-title"), *answers_read_back(QUESTIONS, draft.body), msg("summary-end")]
    return parts, (
        (Choice(msg("button-send-report"), "draft.send", {"draft": draft.id, "revision": draft.revision}),),
        (choice(draft, "button-change", "change"),),
        (Choice(msg("button-pause"), "draft.pause", {"draft": draft.id}),),
        (Choice(msg("button-person"), "person.ask", {"draft": draft.id}),),
    )


def change(draft: StoredDraft) -> tuple[list[Part], Rows]:
    """Which answer to change."""
    rows = tuple((choice(draft, f"label-{one.key}", "change", one.key),) for one in QUESTIONS)
    return [msg("change-which")], (*rows, (choice(draft, "button-back", "summary"),))

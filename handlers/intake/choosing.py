"""The buttons of one question: its options, what her words may have meant, lists, and doubts."""

from typing import Any

from handlers.context import Context
from handlers.intake.fields import Choice as ChoiceField
from handlers.intake.fields import Choices, Consent, Group
from handlers.intake.outline import Question, items_of
from handlers.intake.summary import grouped, value_part
from handlers.rules.decision import Choice, Rows
from handlers.saying import Part, msg
from storage.records import StoredDraft

_MOST_THINGS = 12  # of a list that can be changed by buttons; more can be told in words


def choice(draft: StoredDraft, text: Part, what: str, value: str = "") -> Choice:
    """A button that the form itself understands."""
    return Choice(text, "draft.press", press(draft, what, value))


def press(draft: StoredDraft, what: str, value: str = "") -> dict[str, Any]:
    """What such a button carries."""
    return {"draft": draft.id, "revision": draft.revision, "what": what, "value": value}


def options(ctx: Context, draft: StoredDraft, question: Question) -> Rows:
    """What can be answered with a tap."""
    field = question.field
    if isinstance(field, Consent):
        return ctx.row(*(choice(draft, msg(f"button-{value}"), "answer", value) for value in field.options))
    if isinstance(field, ChoiceField):
        return tuple(
            (choice(draft, msg(f"option-{question.texts}-{value}"), "answer", value),)
            for value in field.options
        )
    if isinstance(field, Choices):
        chosen = draft.body["answers"].get(question.key, {}).get("value") or ()
        return tuple(
            (
                choice(
                    draft, _ticked(msg(f"option-{question.texts}-{value}"), value in chosen), "toggle", value
                ),
            )
            for value in field.options
        )
    return ()


def _ticked(text: Part, chosen: bool) -> Part:
    return msg("button-chosen", what=text) if chosen else text


def proposals(draft: StoredDraft, question: Question, values: list[Any]) -> tuple[Part, Rows]:
    """What she may have meant, and the buttons to say so."""
    shown = [value_part(question, value) for value in values]
    kind = "date" if "edtf" in values[0] else "place" if "place" in values[0] else "amount"
    rows: list[tuple[Choice, ...]]
    if len(values) == 1 and kind != "place":
        rows = [(choice(draft, msg("button-yes"), "accept", "0"),)]
        asked = msg(f"{kind}-you-mean", **{kind: shown[0]})
    else:
        rows = [(choice(draft, one, "accept", str(number)),) for number, one in enumerate(shown)]
        asked = (
            msg("amount-which", amount=grouped(values[0]["amount"]))
            if kind == "amount"
            else msg(f"{kind}-which")
        )
    rows.append((choice(draft, msg("button-as-written"), "as-written"),))
    return asked, tuple(rows)


def things(ctx: Context, draft: StoredDraft, question: Question) -> Rows:
    """A list: one more, and each that is there."""
    if not isinstance(question.field, Group):
        return ()
    rows: list[tuple[Choice, ...]] = [(choice(draft, msg(f"button-more-{question.texts}"), "add"),)]
    for shown, number in enumerate(items_of(draft.body, question.key)[:_MOST_THINGS], start=1):
        rows += ctx.row(
            choice(draft, msg("button-change-item", number=str(shown)), "item", str(number)),
            choice(draft, msg("button-remove-item", number=str(shown)), "remove", str(number)),
        )
    return tuple(rows)


def doubts(ctx: Context, draft: StoredDraft, question: Question) -> Rows:
    """She may not know, or not want to say."""
    found = []
    if not isinstance(question.field, Consent):
        found.append(choice(draft, msg("button-unknown"), "unknown"))
    if not question.required:
        found.append(choice(draft, msg("button-skip"), "skip"))
    return ctx.row(*found)

"""How each place of a report looks: what is said there, and the buttons below."""

from dataclasses import dataclass
from typing import Any

from handlers.context import Context
from handlers.intake import form, moving
from handlers.intake.calendar import back, calendar
from handlers.intake.choosing import choice, doubts, options, proposals, things
from handlers.intake.fields import Day, Files, Group, Picture
from handlers.intake.outline import Question, Section
from handlers.intake.prompting import heard_row
from handlers.intake.questions import FORM
from handlers.intake.summary import answer_now, answers_read_back, name_told
from handlers.rules.decision import Choice, Rows
from handlers.saying import Part, Short, msg, raw
from storage.records import Json, StoredDraft


@dataclass(frozen=True, slots=True)
class Screen:
    """What is shown at a place of a report."""

    parts: tuple[Part, ...]
    rows: Rows


def screen(ctx: Context, draft: StoredDraft, *, moved: bool) -> Screen:
    """The place where the report is now.

    Args:
        moved: Whether she just came here; who was here already has read why it is asked.
    """
    told = draft.body
    where = str(told["at"])
    if where == "consent":
        return _consent(draft)
    question = FORM.find(where)
    if question is not None:
        return _question(ctx, draft, question, moved=moved)
    section = FORM.section(where.removeprefix("rest:"))
    if section is not None:
        return _rest(draft, section)
    if where == "parts":
        return _parts(draft)
    return _change(draft) if where == "change" else _summary(draft)


def step_of(told: Json) -> Part:
    """In a word or two, where somebody is in her report; nothing of what she told."""
    where = str(told["at"])
    question = FORM.find(where)
    if question is not None:
        return msg(f"label-{question.texts}")
    section = FORM.section(where.removeprefix("rest:"))
    if section is not None:
        return msg(f"section-{section.key}")
    return msg("step-begin" if where in ("consent", "shared") else "step-end")


def title(ctx: Context, draft: StoredDraft) -> Part:
    """How an unfinished report is called in the chat of the one who tells it."""
    name = name_told(draft.body)
    return raw(name) if name else msg("draft-begun", day=Short(ctx.day(draft.made_at)))


def person_row(draft: StoredDraft) -> tuple[Choice, ...]:
    """The way to a person, from anywhere in a report."""
    return (Choice(msg("button-person"), "person.ask", {"draft": draft.id}),)


def _pause(draft: StoredDraft) -> Choice:
    return Choice(msg("button-pause"), "draft.pause", {"draft": draft.id})


def _consent(draft: StoredDraft) -> Screen:
    rows = (
        (Choice(msg("button-agree"), "draft.agree", {"draft": draft.id, "revision": draft.revision}),),
        (Choice(msg("button-refuse"), "draft.refuse", {"draft": draft.id}),),
        person_row(draft),
    )
    if draft.body.get("paper"):
        return Screen((msg("interview-consent"), msg("consent-text")), rows[:2])
    return Screen((msg("consent-text"),), rows)


def _question(ctx: Context, draft: StoredDraft, question: Question, *, moved: bool) -> Screen:
    told = draft.body
    answer = told["answers"].get(question.key, {})
    calendar_open = told.get("calendar")
    ask = msg(f"ask-{question.texts}")
    rows: list[tuple[Choice, ...]] = []
    proposed = answer.get("proposal")
    if isinstance(question.field, Day) and calendar_open is not None:
        asked, days = calendar(ctx, draft, question.field, str(calendar_open))
        parts: tuple[Part, ...] = (ask, asked)
        rows += days
    elif proposed and proposed["values"]:
        asked, chosen = proposals(draft, question, proposed["values"])
        parts = (asked,)
        rows += chosen
    else:
        parts = (_step(told, question), ask, *_why(question), *_size(question)) if moved else (ask,)
        now = answer_now(FORM, told, question) if moved or isinstance(question.field, Group) else None
        parts = (*parts, now) if now is not None else parts
        rows += options(ctx, draft, question)
        if proposed:
            rows.append((choice(draft, msg("button-as-written"), "as-written"),))
    if isinstance(question.field, Day) and calendar_open is None:
        rows.append((choice(draft, msg("button-calendar"), "calendar", ""),))
    rows += things(ctx, draft, question)
    beside = answer.get("state") == "given" and answer["files"] and not proposed
    if (question.field.several and form.has_something(told, question)) or beside:
        rows.append((choice(draft, msg("button-done"), "done"),))
    rows += doubts(ctx, draft, question)
    ways = [_pause(draft)]
    if isinstance(question.field, Day) and calendar_open is not None:
        ways.insert(0, back(draft, question.field, str(calendar_open)))
    elif question is not FORM.questions[0] or told.get("detour") or told.get("aside"):
        ways.insert(0, choice(draft, msg("button-back"), "back"))
    rows += ctx.row(*ways)
    rows += heard_row(ctx, question.texts)
    rows.append(person_row(draft))
    return Screen(parts, tuple(rows))


def _step(told: Json, question: Question) -> Part:
    section = FORM.section_of(question)
    keys = [one.key for one in FORM.applying(section, told)]
    here = question.key.partition(".")[0]
    number = keys.index(here) + 1 if here in keys else len(keys)
    return msg(
        "step", section=msg(f"section-{section.key}"), number=str(number), total=str(max(number, len(keys)))
    )


def _why(question: Question) -> tuple[Part, ...]:
    return (msg(f"why-{question.texts}"),) if "." not in question.key else ()


def _size(question: Question) -> tuple[Part, ...]:
    """How large a file may be, where files are asked for: before she tries it."""
    return (msg("note-file-size"),) if isinstance(question.field, Files | Picture) else ()


def _send(draft: StoredDraft) -> tuple[Choice, ...]:
    text = "button-send-changes" if draft.body.get("case") else "button-send-report"
    return (Choice(msg(text), "draft.send", {"draft": draft.id, "revision": draft.revision}),)


def _rest(draft: StoredDraft, section: Section) -> Screen:
    first = section is FORM.sections[0]
    parts: list[Part] = [msg("rest-first" if first and not draft.body.get("case") else "rest-part")]
    parts += answers_read_back(FORM, draft.body, section.questions)
    ahead = moving.next_section(FORM, draft.body)
    rows: list[tuple[Choice, ...]] = [_send(draft)]
    if ahead is not None:
        parts.append(msg("rest-next", section=msg(f"section-{ahead.key}")))
        rows.append((choice(draft, msg("button-go-on"), "go-on"),))
    rows.append((choice(draft, msg("button-change"), "change"),))
    rows.append((choice(draft, msg("button-parts"), "parts"),))
    if not first:
        rows.append((choice(draft, msg("button-read-all"), "summary"),))
    rows += ((_pause(draft),), person_row(draft))
    return Screen(tuple(parts), tuple(rows))


def _summary(draft: StoredDraft) -> Screen:
    """Everything read back, before anything leaves."""
    end = msg("amend-end" if draft.body.get("case") else "summary-end")
    parts = (msg("summary-title"), *answers_read_back(FORM, draft.body), end)
    rows: tuple[tuple[Choice, ...], ...] = (
        _send(draft),
        (choice(draft, msg("button-change"), "change"),),
        (choice(draft, msg("button-parts"), "parts"),),
        (_pause(draft),),
        person_row(draft),
    )
    return Screen(parts, rows)


def _parts(draft: StoredDraft) -> Screen:
    """The sections, and which of them are told to the end."""
    rows: list[tuple[Choice, ...]] = []
    for section in FORM.sections:
        text = msg(f"section-{section.key}")
        if moving.complete(FORM, section, draft.body):
            text = msg("button-chosen", what=text)
        rows.append((choice(draft, text, "part", section.key),))
    rows += ((choice(draft, msg("button-back"), "return"),), person_row(draft))
    return Screen((msg("parts-which"),), tuple(rows))


def _change(draft: StoredDraft) -> Screen:
    """Which answer to change: those of the section she rests in, or all of them."""
    origin = FORM.section(str(draft.body.get("detour", "")).removeprefix("rest:"))
    questions = origin.questions if origin is not None else FORM.questions
    answers: Any = draft.body["answers"]
    rows = tuple(
        (choice(draft, msg(f"label-{one.texts}"), "change", one.key),)
        for one in questions
        if one.required or answers.get(one.key, {}).get("state")
    )
    ways = ((choice(draft, msg("button-back"), "return"),), person_row(draft))
    return Screen((msg("change-which"),), (*rows, *ways))

"""A report being told, as a value: `advance` takes the draft and a reply, and returns the next step.

Nothing here knows of Telegram, of tables or of languages. A draft is plain JSON:

    at        where she is: see handlers.intake.moving
    code      its short public name, which the case will have
    consent   when and to which text she agreed; None before
    held      what she sent before she agreed; joins her story on yes, is erased on no
    answers   by question: state (given, unknown, skipped), value, texts, files, remarks,
              proposal (what her last words may mean, until she says so); see handlers.intake.keeping
    remarks   words that belong to no question
    detour    where she came from to change one answer
    wanted    questions that the team has asked for and that are still ahead
    aside     where she was when she corrected a message of which she must be asked what it means
    calendar  the year or month that she has opened to choose a day
    album     the bundle of files that is arriving, and its question
    asked     the draft's revision when its last question was shown; the conversation writes it
    language  hers, when she answered last; the conversation writes it
    case      which case it adds to; without it, it will be a case of its own
    paper     the language of somebody without Telegram, for whom a coordinator enters it
    shown     when she let the team read it before it is sent
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from handlers.intake import moving
from handlers.intake.correcting import corrected, kept_apart, refiled
from handlers.intake.fields import Consent, Narrative, Place
from handlers.intake.keeping import (
    answer_to,
    copied,
    everything,
    has_content,
    keep_file,
    propose,
    reword,
)
from handlers.intake.moving import Step
from handlers.intake.outline import Form, Question
from handlers.intake.pressing import pressed
from handlers.intake.replies import Pressed, Reply, Sent, Shared, Words, pieces_of
from handlers.saying import msg, units
from storage.records import Case, Json

_FULL = 60_000  # UTF-16 units, some forty pages
_PIECE = 100  # of them for what stands around each text or file
CONSENT_VERSION = "2"  # of the texts `consent-text` and `ask-consent-…`; kept with each yes


def begin(held: Sequence[Json] = (), *, code: str = "") -> dict[str, Any]:
    """An empty report.

    Args:
        held: What she sent before she was asked anything.
        code: Its public name.
    """
    return {"at": "consent", "code": code, "consent": None, "held": list(held), "answers": {}, "remarks": []}


def resumed(form: Form, draft: Json) -> dict[str, Any]:
    """The draft as it is taken up again: the list of questions may have changed in between."""
    return moving.settled(form, copied(draft))


def adding_to(form: Form, case: Case) -> dict[str, Any]:
    """A draft that adds to a case, or corrects what was told in it."""
    told = copied(case.body)
    draft = {
        **begin(code=case.code),
        "consent": _kept_by_consent(told),
        "answers": told["answers"],
        "case": case.id,
    }
    return {**draft, "at": "summary"}


def asked_for(form: Form, draft: Json, keys: Sequence[str]) -> dict[str, Any]:
    """The draft at these questions, one after the other; at its summary where none of them is left."""
    fresh = moving.settled(form, copied(draft))
    for gone in ("calendar", "aside", "wanted", "detour"):
        fresh.pop(gone, None)
    there = [key for key in keys if form.find(key) is not None]
    return (moving.asking(fresh, there) if there else moving.moved_to(fresh, "summary")).draft


def took_over(form: Form, draft: Json, answers: Json) -> dict[str, Any]:
    """The draft with the shared answers of another report, where it has none of its own."""
    fresh = copied(draft)
    shared = {one.key for one in form.questions if one.shared}
    for key, answer in answers.items():
        if key.partition(".")[0] in shared and answer["state"] and key not in fresh["answers"]:
            taken = copied(answer)
            taken.pop("proposal", None)
            fresh["answers"][key] = taken
    return moving.begun(form, fresh).draft


def _kept_by_consent(told: Json) -> dict[str, Any]:
    kept = next(one for one in told["consents"] if one["kind"] == "keep")
    return {name: kept[name] for name in ("at", "version", "language")}


def question_at(form: Form, draft: Json) -> Question | None:
    """The question that is open now."""
    return form.find(str(draft["at"]))


def has_something(draft: Json, question: Question) -> bool:
    """Whether anything was sent to this question, or to a thing in its list."""
    prefix = f"{question.key}."
    return any(
        has_content(answer) or bool(key != question.key and answer["state"])
        for key, answer in draft["answers"].items()
        if key == question.key or key.startswith(prefix)
    )


def is_full(draft: Json) -> bool:
    """Whether so much was told that more belongs beside it: each word opens and seals a draft whole."""
    return sum(units(one.get("text", "")) + _PIECE for one in everything(draft)) > _FULL


def advance(form: Form, draft: Json, reply: Reply, now: datetime) -> Step:
    """The next step. Never loses a reply: what is no answer becomes a remark.

    Args:
        now: Aware, in the office's zone: its date is "today" for what she tells of days.
    """
    fresh = moving.settled(form, copied(draft))
    if isinstance(reply, Words) and reply.edited:
        return corrected(form, fresh, reply, now)
    if isinstance(reply, Sent) and reply.edited:
        return refiled(form, fresh, reply)
    if fresh["consent"] is None:
        return _before_consent(form, fresh, reply, now)
    question = question_at(form, fresh)
    if isinstance(reply, Pressed):
        return pressed(form, fresh, question, reply, now)
    if (
        isinstance(reply, Sent)
        and reply.album is not None
        and fresh.get("album", {}).get("id") == reply.album
    ):
        # The rest of a bundle arrives after the first of it may have moved the form on.
        question = form.find(fresh["album"]["key"] or "") or question
        if question is not None:
            keep_file(answer_to(fresh, question), reply)
        else:
            fresh["remarks"].extend(pieces_of(reply))
        return Step(fresh, ask=False)
    if question is None:
        return kept_apart(fresh, "remarks", reply, "kept-as-remark")
    fresh.pop("calendar", None)
    match reply:
        case Words():
            return worded(form, fresh, question, reply, now)
        case Sent():
            return _filed(form, fresh, question, reply)
        case Shared():
            return _shared(form, fresh, question, reply, now)


def _before_consent(form: Form, draft: dict[str, Any], reply: Reply, now: datetime) -> Step:
    match reply:
        case Pressed("agree", language):
            draft["consent"] = {"at": now.isoformat(), "version": CONSENT_VERSION, "language": language}
            held, draft["held"] = draft["held"], []
            story = next(one for one in form.questions if isinstance(one.field, Narrative))
            answer = answer_to(draft, story) if held else {}
            for one in held:
                answer["files" if "id" in one else "texts"].append(one)
            if "album" in draft:
                draft["album"]["key"] = story.key  # where its first files are now
            return moving.begun(form, draft, (msg("held-joins"),) if held else ())
        case Pressed():
            return Step(draft)
        case _:
            return kept_apart(draft, "held", reply, "held-until-consent")


def worded(form: Form, draft: dict[str, Any], question: Question, reply: Words, now: datetime) -> Step:
    """Words to the question that is open."""
    answer = answer_to(draft, question)
    answer.pop("proposal", None)  # she says it anew; what she said before stays among the remarks
    kept = {"text": reply.text, "message": reply.number}
    if reply.point is not None and isinstance(question.field, Place):
        reword(answer, {"point": list(reply.point)}, kept)
        return moving.next_of(form, draft, question)
    reading = question.field.read(reply.text.strip(), now.date())
    if reading.trouble is not None:
        if reading.trouble.startswith("date-"):
            propose(answer, (), kept)
        else:
            answer["remarks"].append(kept)
        return Step(draft, (msg(reading.trouble),))
    if reading.proposals:
        propose(answer, reading.proposals, kept)
        return Step(draft)
    if question.field.several:
        answer["texts"].append(kept)
        answer["state"] = "given"
        return Step(draft, (msg("kept-more"),))
    reword(answer, reading.value, kept)
    return moving.next_of(form, draft, question)


def _filed(form: Form, draft: dict[str, Any], question: Question, reply: Sent) -> Step:
    answer = answer_to(draft, question)
    keep_file(answer, reply)
    if reply.album is not None:
        draft["album"] = {"id": reply.album, "key": question.key}
    if reply.too_big:
        return Step(draft, (msg("file-too-big"),))
    if question.field.several:
        if reply.kind in question.field.by:
            answer["state"] = "given"
        return Step(draft, (msg("kept-more"),))
    if reply.kind not in question.field.by:
        # A photo of a passport says a name, too; but she may want to write it beside it.
        if question.field.by:
            answer["state"] = answer["state"] or "given"
        note = "unreadable-consent" if isinstance(question.field, Consent) else "kept-with-question"
        return Step(draft, (msg(note),))
    answer.pop("proposal", None)
    answer["state"] = "given"
    return moving.next_of(form, draft, question, (msg("kept-voice"),))


def _shared(form: Form, draft: dict[str, Any], question: Question, reply: Shared, now: datetime) -> Step:
    number = reply.phone if reply.phone.startswith("+") else f"+{reply.phone}"
    reading = question.field.read(number, now.date())
    answer = answer_to(draft, question)
    if not isinstance(reading.value, str) or not reading.value.startswith("+"):
        answer["remarks"].extend(pieces_of(reply))
        return Step(draft, (msg("kept-with-question"),))
    # Her own number says it all; whose another is, stands only in the card.
    reword(answer, reading.value, *(pieces_of(reply) if reply.name else ()))
    return moving.next_of(form, draft, question)

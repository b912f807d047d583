"""A report being told, as a value: `advance` takes the draft and a reply, and returns the next step.

Nothing here knows of Telegram, of tables or of languages. A draft is plain JSON:

    at        where she is: consent, a question's key, change, or summary
    consent   when and to which text she agreed; None before
    held      what she sent before she agreed; joins her story on yes, is erased on no
    answers   by question: state (given, unknown, skipped), value, texts, files, remarks
    remarks   words that belong to no question
    detour    whether she came from the summary to change one answer
    album     the bundle of files that is arriving, and its question
    asked     the draft's revision when its last question was shown; the conversation writes it
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from handlers.intake.keeping import answer_to, copied, everything, has_content, keep_file, reword, state_of
from handlers.intake.questions import Question
from handlers.intake.replies import Pressed, Reply, Sent, Shared, Told, Words, pieces_of
from handlers.saying import Part, msg, units
from storage.records import Json

_FULL = 60_000  # UTF-16 units, some forty pages
_PIECE = 100  # of them for what stands around each text or file
CONSENT_VERSION = "1"  # of the text `consent-text`; kept with each yes


@dataclass(frozen=True, slots=True)
class Step:
    """What follows from a reply.

    Attributes:
        draft: The new draft.
        notes: What to tell her before the next question.
        ask: Whether the question (or summary) is to be shown again or anew.
        moved: Whether she is now somewhere else than before.
    """

    draft: dict[str, Any]
    notes: tuple[Part, ...] = ()
    ask: bool = True
    moved: bool = False


Form = Sequence[Question]


def begin(held: Sequence[Json] = ()) -> dict[str, Any]:
    """An empty report; `held` is what she sent before she was asked anything."""
    return {"at": "consent", "consent": None, "held": list(held), "answers": {}, "remarks": []}


def question_at(form: Form, draft: Json) -> Question | None:
    """The question that is open now."""
    return next((one for one in form if one.key == draft["at"]), None)


def has_something(draft: Json, question: Question) -> bool:
    """Whether anything was sent to this question."""
    answer = draft["answers"].get(question.key)
    return answer is not None and has_content(answer)


def position(form: Form, question: Question) -> int:
    """Which step a question is, from 1."""
    return [one.key for one in form].index(question.key) + 1


def unanswered(form: Form, draft: Json) -> list[Question]:
    """Required questions that have no answer yet."""
    return [one for one in form if one.required and not state_of(draft, one)]


def is_full(draft: Json) -> bool:
    """Whether so much was told that more belongs beside it: each word opens and seals a draft whole."""
    return sum(units(one.get("text", "")) + _PIECE for one in everything(draft)) > _FULL


def advance(form: Form, draft: Json, reply: Reply, now: datetime) -> Step:
    """The next step. Never loses a reply: what is no answer becomes a remark.

    Args:
        now: Aware, UTC; kept with the consent.
    """
    fresh = copied(draft)
    if isinstance(reply, Words) and reply.edited:
        return _corrected(form, fresh, reply)
    if isinstance(reply, Sent) and reply.edited:
        return _refiled(form, fresh, reply)
    if fresh["consent"] is None:
        return _before_consent(form, fresh, reply, now)
    question = question_at(form, fresh)
    if isinstance(reply, Pressed):
        return _pressed(form, fresh, question, reply)
    if (
        isinstance(reply, Sent)
        and reply.album is not None
        and fresh.get("album", {}).get("id") == reply.album
    ):
        # The rest of a bundle arrives after the first of it may have moved the form on.
        question = next((one for one in form if one.key == fresh["album"]["key"]), question)
        if question is not None:
            keep_file(answer_to(fresh, question), reply)
        else:
            fresh["remarks"].extend(pieces_of(reply))
        return Step(fresh, ask=False)
    if question is None:
        return _remarked(fresh, reply)
    match reply:
        case Words():
            return _worded(form, fresh, question, reply)
        case Sent():
            return _filed(form, fresh, question, reply)
        case Shared():
            return _shared(form, fresh, question, reply)


def _before_consent(form: Form, draft: dict[str, Any], reply: Reply, now: datetime) -> Step:
    match reply:
        case Pressed("agree", language):
            draft["consent"] = {"at": now.isoformat(), "version": CONSENT_VERSION, "language": language}
            held, draft["held"] = draft["held"], []
            story = next((one for one in form if one.field.several), form[-1])
            answer = answer_to(draft, story) if held else {}
            for one in held:
                answer["files" if "id" in one else "texts"].append(one)
            if "album" in draft:
                draft["album"]["key"] = story.key  # where its first files are now
            draft["at"] = form[0].key
            return Step(draft, (msg("held-joins"),) if held else (), moved=True)
        case Pressed():
            return Step(draft)
        case _:
            return _kept_apart(draft, "held", reply, "held-until-consent")


def _pressed(form: Form, draft: dict[str, Any], question: Question | None, reply: Pressed) -> Step:
    match reply.what:
        case "summary":
            return _moved_to(draft, "summary")
        case "change" if any(one.key == reply.value for one in form):
            draft["detour"] = True
            return _moved_to(draft, reply.value)
        case "change":
            return _moved_to(draft, "change")
    if question is None:
        return Step(draft)
    answer = answer_to(draft, question)
    match reply.what:
        case "answer":
            reword(answer, reply.value)
        case "unknown":
            if not question.field.several:
                reword(answer, None)
            answer.update(state="unknown", value=None)
        case "skip" if not question.required:
            answer["state"] = "given" if answer["texts"] or answer["files"] or answer["value"] else "skipped"
        case "done":
            if not has_content(answer):
                return Step(draft, (msg("nothing-yet"),))
            answer["state"] = "given"
        case "back":
            return _back(form, draft, question)
        case _:
            return Step(draft)
    return _next(form, draft, question)


def _worded(form: Form, draft: dict[str, Any], question: Question, reply: Words) -> Step:
    answer = answer_to(draft, question)
    reading = question.field.read(reply.text.strip())
    kept = {"text": reply.text, "message": reply.number}
    if reading.trouble is not None:
        answer["remarks"].append(kept)
        return Step(draft, (msg(reading.trouble),))
    if question.field.several:
        answer["texts"].append(kept)
        answer["state"] = "given"
        return Step(draft, (msg("kept-more"),))
    reword(answer, reading.value, kept)
    return _next(form, draft, question)


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
        return Step(draft, (msg("kept-with-question"),))
    answer["state"] = "given"
    return _next(form, draft, question, (msg("kept-voice"),))


def _shared(form: Form, draft: dict[str, Any], question: Question, reply: Shared) -> Step:
    reading = question.field.read(reply.phone if reply.phone.startswith("+") else f"+{reply.phone}")
    answer = answer_to(draft, question)
    if reading.value is None:
        answer["remarks"].extend(pieces_of(reply))
        return Step(draft, (msg("kept-with-question"),))
    # Her own number says it all; whose another is, stands only in the card.
    reword(answer, reading.value, *(pieces_of(reply) if reply.name else ()))
    return _next(form, draft, question)


def _remarked(draft: dict[str, Any], reply: Told) -> Step:
    return _kept_apart(draft, "remarks", reply, "kept-as-remark")


def _kept_apart(draft: dict[str, Any], place: str, reply: Told, note: str) -> Step:
    """Keep what belongs to no question; one bundle of files is acknowledged once."""
    draft[place].extend(pieces_of(reply))
    if isinstance(reply, Sent):
        if reply.album is not None:
            if draft.get("album", {}).get("id") == reply.album:
                return Step(draft, ask=False)
            draft["album"] = {"id": reply.album, "key": None}
        if reply.too_big:
            return Step(draft, (msg("file-too-big"), msg(note)))
    return Step(draft, (msg(note),))


def _corrected(form: Form, draft: dict[str, Any], reply: Words) -> Step:
    """She edited a message that she had sent: the same place gets the new wording."""
    for one in form:
        answer = draft["answers"].get(one.key)
        for kept in answer["texts"] if answer else ():
            if kept["message"] != reply.number:
                continue
            reading = one.field.read(reply.text.strip())
            if reading.trouble is not None:
                answer["remarks"].append({"text": reply.text, "message": reply.number})
                return Step(draft, (msg(reading.trouble),))
            kept["text"] = reply.text
            answer["value"] = reading.value
            return Step(draft, (msg("corrected", label=msg(f"label-{one.key}")),))
    question = question_at(form, draft)
    if question is not None and any(
        kept["message"] == reply.number for kept in answer_to(draft, question)["remarks"]
    ):
        # It could not be read as an answer, and now perhaps it can.
        return _worded(form, draft, question, reply)
    for kept in (*draft["held"], *draft["remarks"]):
        if kept.get("message") == reply.number and "text" in kept:
            kept["text"] = reply.text
            return Step(draft, (msg("corrected-remark"),))
    return _kept_late(draft, reply)


def _refiled(form: Form, draft: dict[str, Any], reply: Sent) -> Step:
    """She changed the words under a file, or the file: the new stand where the file was kept."""

    def hers(kept: Json) -> bool:
        return bool(kept["message"] == reply.number)

    for one in form:
        answer = draft["answers"].get(one.key)
        if answer and any(map(hers, answer["files"])):
            answer["texts"] = [kept for kept in answer["texts"] if not hers(kept)]
            keep_file(answer, reply)
            return Step(draft, (msg("corrected", label=msg(f"label-{one.key}")),))
    for place in ("held", "remarks"):
        if any("id" in kept and hers(kept) for kept in draft[place]):
            draft[place] = [kept for kept in draft[place] if "id" in kept or not hers(kept)]
            draft[place].extend(pieces_of(reply))
            return Step(draft, (msg("corrected-remark"),))
    return _kept_late(draft, reply)


def _kept_late(draft: dict[str, Any], reply: Told) -> Step:
    """Changed words of a message that this report knows nothing of."""
    if draft["consent"] is None:
        return _kept_apart(draft, "held", reply, "held-until-consent")
    return _kept_apart(draft, "remarks", reply, "kept-as-remark")


def _next(form: Form, draft: dict[str, Any], question: Question, notes: tuple[Part, ...] = ()) -> Step:
    if draft.pop("detour", False):
        return _moved_to(draft, "summary", notes)
    after = [one for one in form[position(form, question) :] if not state_of(draft, one)]
    return _moved_to(draft, after[0].key if after else "summary", notes)


def _back(form: Form, draft: dict[str, Any], question: Question) -> Step:
    if draft.pop("detour", False):
        return _moved_to(draft, "summary")
    return _moved_to(draft, form[max(0, position(form, question) - 2)].key)


def _moved_to(draft: dict[str, Any], where: str, notes: tuple[Part, ...] = ()) -> Step:
    draft["at"] = where
    return Step(draft, notes, moved=True)

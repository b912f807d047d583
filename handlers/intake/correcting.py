"""She changed a message that she had sent before: the same place in her report gets the new wording."""

from datetime import datetime
from typing import Any

from handlers.intake.keeping import answer_to, keep_file, propose, reword
from handlers.intake.moving import Step, moved_to, next_of
from handlers.intake.outline import Form, Question
from handlers.intake.replies import Sent, Told, Words, pieces_of
from handlers.saying import Part, msg
from storage.records import Json


def corrected(form: Form, draft: dict[str, Any], reply: Words, now: datetime) -> Step:
    """The new words stand where the old ones stood; where these cannot be read, she is asked."""
    for key, answer in draft["answers"].items():
        for kept in answer["texts"]:
            if kept["message"] == reply.number:
                question = form.find(key)
                if question is None:
                    kept["text"] = reply.text
                    return Step(draft, (msg("corrected-remark"),))
                return _reread(form, draft, question, answer, kept, reply, now)
    here = form.find(str(draft["at"]))
    if here is not None:
        answer = answer_to(draft, here)
        before = [kept for kept in answer["remarks"] if kept["message"] == reply.number]
        if before:
            # It could not be read as an answer, and now perhaps it can; the old wording stays a remark.
            return _reread(form, draft, here, answer, None, reply, now)
    for kept in (*draft["held"], *draft["remarks"]):
        if kept.get("message") == reply.number and "text" in kept:
            kept["text"] = reply.text
            return Step(draft, (msg("corrected-remark"),))
    return _kept_late(draft, reply)


def _reread(
    form: Form,
    draft: dict[str, Any],
    question: Question,
    answer: dict[str, Any],
    kept: dict[str, Any] | None,
    reply: Words,
    now: datetime,
) -> Step:
    words = {"text": reply.text, "message": reply.number}
    reading = question.field.read(reply.text.strip(), now.date())
    if reading.trouble is not None:
        answer["remarks"].append(words)
        return Step(draft, (msg(reading.trouble),))
    if reading.proposals:
        if kept is not None:
            answer["texts"].remove(kept)
        answer.update(state="", value=None)
        answer.pop("proposal", None)
        propose(answer, reading.proposals, words)
        if draft["at"] == question.key:
            return Step(draft)
        draft.setdefault("aside", draft["at"])
        return moved_to(draft, question.key)
    answer.pop("proposal", None)
    if kept is None and not question.field.several:
        reword(answer, reading.value, words)
        return next_of(form, draft, question)
    if kept is None:
        answer["texts"].append(words)
        answer["state"] = "given"
    else:
        kept["text"] = reply.text
        if not isinstance(answer["value"], list):
            answer["value"] = reading.value
    return Step(draft, (msg("corrected", label=msg(f"label-{question.texts}")),))


def refiled(form: Form, draft: dict[str, Any], reply: Sent) -> Step:
    """She changed the words under a file, or the file: the new stand where the file was kept."""

    def hers(kept: Json) -> bool:
        return bool(kept["message"] == reply.number)

    for key, answer in draft["answers"].items():
        if any(map(hers, answer["files"])):
            answer["texts"] = [kept for kept in answer["texts"] if not hers(kept)]
            keep_file(answer, reply)
            question = form.find(key)
            return Step(draft, (_changed(question),))
    for place in ("held", "remarks"):
        if any("id" in kept and hers(kept) for kept in draft[place]):
            draft[place] = [kept for kept in draft[place] if "id" in kept or not hers(kept)]
            draft[place].extend(pieces_of(reply))
            return Step(draft, (msg("corrected-remark"),))
    return _kept_late(draft, reply)


def _changed(question: Question | None) -> Part:
    if question is None:
        return msg("corrected-remark")
    return msg("corrected", label=msg(f"label-{question.texts}"))


def _kept_late(draft: dict[str, Any], reply: Told) -> Step:
    """Changed words of a message that this report knows nothing of."""
    if draft["consent"] is None:
        return kept_apart(draft, "held", reply, "held-until-consent")
    return kept_apart(draft, "remarks", reply, "kept-as-remark")


def kept_apart(draft: dict[str, Any], place: str, reply: Told, note: str) -> Step:
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

"""Slips: small forms about a case that the team fills in, question by question, in the chat.

A slip is a tuple of the report's own kinds of questions; what has been answered lies in the talk
of whoever fills it in, sealed, and becomes something only when she saves it.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from handlers.access import case_for, matter_as_it_is
from handlers.command import SAME, Deed, Listening, Offer, Slip
from handlers.context import Context
from handlers.intake.fields import Amount, Day, Place
from handlers.intake.fields import Choice as ChoiceField
from handlers.intake.hearing import reply_of
from handlers.intake.numbers import Number
from handlers.intake.outline import Question
from handlers.intake.replies import Sent, Shared, Words
from handlers.intake.summary import value_part
from handlers.rules.deadlines import at_rest
from handlers.rules.decision import Choice, Rows
from handlers.rules.roles import Act
from handlers.saying import Part, labelled, labelled_msg, msg
from storage.records import Case, Json, Talk

TALK = "slip"
_FILES = 10  # with one answer
_BOUND = ("matter", "claim", "news")  # as whom a slip names the matter that it is about


def begin(
    ctx: Context, slip: Slip, case: Case | None, about: Json | None = None, answers: Json | None = None
) -> None:
    """Ask its first question.

    Args:
        case: None only where `slip.alone` takes it without one.
        about: What `keep` gets besides the answers; ids and words of ours.
        answers: What is known already; it is not asked, but can be gone back to.
    """
    known = dict(answers or {})
    about_case = case.id if case is not None else None
    body = {"slip": slip.name, "case": about_case, "answers": known, "about": dict(about or {}), "number": 0}
    first = next((one.key for one in slip.asked(known) if one.key not in known), "save")
    _go(ctx, slip, {**body, "at": first})


def offer(known: Mapping[str, Slip]) -> Offer:
    """The buttons of slips, and what is said while one is filled in.

    Args:
        known: All that there are, by name.
    """

    def heard(ctx: Context, talk: Talk) -> bool:
        slip = known[talk.body["slip"]]
        question = slip.find(talk.body["at"])
        about_case = talk.body["case"]
        there = case_for(ctx, about_case, slip.act) if about_case is not None else slip.alone
        if there is None or question is None:
            return False
        _hear(ctx, slip, question, talk.body, about_case)
        return True

    def pressed(ctx: Context, args: Json) -> None:
        found = _current(ctx, known, args)
        if found is not None:
            slip, body = found
            # Her words stay beside what they were read as, or are the answer where they stand for themselves.
            _answer(ctx, slip, body, {"value": args["value"], "text": body.get("words", ""), "files": []})

    def passed(ctx: Context, args: Json) -> None:
        found = _current(ctx, known, args)
        if found is not None:
            _step(ctx, found[0], found[1])

    def back(ctx: Context, args: Json) -> None:
        found = _current(ctx, known, args)
        if found is None:
            return
        slip, body = found
        asked = [one.key for one in slip.asked(body["answers"])]
        here = asked.index(body["at"]) if body["at"] in asked else len(asked)
        before = asked[max(here - 1, 0)]
        answers = {key: one for key, one in body["answers"].items() if key != before}
        _go(ctx, slip, {**body, "answers": answers, "at": before})

    def save(ctx: Context, args: Json) -> None:
        found = _current(ctx, known, args)
        if found is None:
            return
        slip, body = found
        if body["case"] is None and slip.alone is not None:
            ctx.end_talk()
            slip.alone(ctx, body["answers"], body["about"])
            return
        case = case_for(ctx, body["case"], slip.act)
        if case is not None:
            ctx.end_talk()
            slip.keep(ctx, case, body["answers"], body["about"])
            if ctx.undone and not at_rest(case):
                # Another was faster, which she was told. What she wrote is not lost: she may save it yet.
                now = {
                    **body,
                    "about": _as_it_is(ctx, slip, case, body["about"]),
                    "number": body["number"] + 1,
                }
                ctx.talk(TALK, now)
                _read_back(ctx.say, slip, now)

    def leave(ctx: Context, args: Json) -> None:
        if _current(ctx, known, args) is not None:
            ctx.end_talk()
            ctx.show(msg("cancelled"))

    moves = "it moves the slip on, and is bound to where that was"
    return Offer(
        deeds=(
            Deed("slip.choose", Act.SEE_CASE, pressed, again=moves),
            Deed("slip.pass", Act.SEE_CASE, passed, again=moves),
            Deed("slip.back", Act.SEE_CASE, back, again=moves),
            Deed("slip.save", Act.SEE_CASE, save, once=True),
            Deed("slip.leave", Act.SEE_CASE, leave, again=SAME),
        ),
        talks=(Listening(TALK, Act.SEE_CASE, heard),),
    )


def _as_it_is(ctx: Context, slip: Slip, case: Case, about: Json) -> Json:
    """*about*, bound to what is there now in place of what was seen."""
    now = dict(about)
    for name in _BOUND:
        one = matter_as_it_is(ctx, about[name], slip.act) if name in about else None
        if one is not None:
            now |= {name: one.id, "revision": one.revision}
    if "version" in about:
        now["version"] = case.version
    return now


def _current(ctx: Context, known: Mapping[str, Slip], args: Json) -> tuple[Slip, Json] | None:
    """The slip that is being filled in, if the button is one of its latest."""
    talk = ctx.talk_now
    if talk is None or talk.kind != TALK or talk.body["number"] != args["number"]:
        ctx.toast("press-old")
        return None
    return known[talk.body["slip"]], talk.body


def _hear(ctx: Context, slip: Slip, question: Question, body: Json, case_id: str | None) -> None:
    before = body["answers"].get(question.key, {"value": None, "text": "", "files": []})
    match reply_of(ctx, case_id):
        case Words(text):
            pass
        case Shared() as card:
            text = card.text
        case Sent() as sent if sent.kind in _heard_by(question) and len(before["files"]) < _FILES:
            file = {"id": sent.attachment_id, "kind": sent.kind, "duration": sent.duration}
            text = "\n".join(filter(None, (before["text"], sent.caption)))
            kept = {**before, "text": text, "files": [*before["files"], file]}
            answers = {**body["answers"], question.key: kept}
            too_big = (msg("slip-file-too-big"),) if sent.too_big else ()
            _go(ctx, slip, {**body, "answers": answers}, said=(*too_big, msg("slip-file-kept")))
            return
        case _:
            _go(ctx, slip, body, said=(msg("slip-not-here"),))
            return
    read = question.field.read(text, ctx.office.today(ctx.now))
    trouble = "press" if isinstance(question.field, ChoiceField) else read.trouble
    if trouble is not None:
        _go(ctx, slip, body, said=(msg(f"slip-{trouble}"),))
    elif read.proposals:
        _go(ctx, slip, {**body, "words": text.strip()}, said=(msg("slip-which"),), proposed=read.proposals)
    else:
        _answer(ctx, slip, body, {**before, "value": read.value, "text": text.strip()})


def _heard_by(question: Question) -> frozenset[str]:
    """Kinds of files that answer it: none where a value is needed that only a button or words give."""
    needs_value = isinstance(question.field, ChoiceField) or (
        question.required and isinstance(question.field, Amount | Day | Number)
    )
    return frozenset() if needs_value else question.field.by


def _answer(ctx: Context, slip: Slip, body: Json, answer: Json) -> None:
    answers = {**body["answers"], body["at"]: answer}
    wrong = slip.check(ctx, answers, body["at"])
    if wrong is not None:
        _go(ctx, slip, body, said=(wrong,))
    else:
        _step(ctx, slip, {**body, "answers": answers})


def _step(ctx: Context, slip: Slip, body: Json) -> None:
    asked = [one.key for one in slip.asked(body["answers"])]
    here = asked.index(body["at"]) if body["at"] in asked else -1
    _go(ctx, slip, {**body, "at": asked[here + 1] if here + 1 < len(asked) else "save"})


def _go(
    ctx: Context, slip: Slip, body: Json, *, said: Sequence[Part] = (), proposed: Sequence[Any] = ()
) -> None:
    """Show where she is now; only the buttons that are shown last count."""
    moved = {**body, "number": body["number"] + 1}
    if not proposed:
        moved.pop("words", None)
    ctx.talk(TALK, moved)
    question = slip.find(body["at"])
    if question is None:
        _read_back(ctx.show, slip, moved)
        return
    ctx.show(
        _title(slip), *said, msg(f"ask-{question.texts}"), rows=_choices(ctx, slip, question, moved, proposed)
    )


def _title(slip: Slip) -> Part:
    return msg("slip-title", what=msg(f"slip-{slip.name}"))


def _read_back(answer: Callable[..., None], slip: Slip, body: Json) -> None:
    """What was answered, to be saved."""
    answer(_title(slip), *read_back(slip, body["answers"]), msg("slip-sure"), rows=_ends(body["number"]))


def _choices(ctx: Context, slip: Slip, question: Question, body: Json, proposed: Sequence[Any]) -> Rows:
    number = body["number"]
    rows: list[tuple[Choice, ...]] = []
    if isinstance(question.field, ChoiceField):
        rows += [
            (_press(msg(f"option-{question.texts}-{value}"), number, value),)
            for value in question.field.options
        ]
    rows += [(_press(value_part(question, one), number, one),) for one in proposed]
    if proposed and isinstance(question.field, Place):
        rows.append((_press(msg("button-as-written"), number, None),))
    passing = []
    if body["answers"].get(question.key, {}).get("files"):
        passing.append(Choice(msg("button-done"), "slip.pass", {"number": number}))
    elif not question.required:
        passing.append(Choice(msg("button-skip"), "slip.pass", {"number": number}))
    if question.key != slip.questions[0].key:
        passing.insert(0, Choice(msg("button-back"), "slip.back", {"number": number}))
    rows += ctx.row(*passing) if passing else ()
    rows.append((Choice(msg("button-cancel"), "slip.leave", {"number": number}),))
    return tuple(rows)


def _press(text: Part, number: int, value: Any) -> Choice:
    return Choice(text, "slip.choose", {"number": number, "value": value})


def _ends(number: int) -> Rows:
    return (
        (Choice(msg("button-save"), "slip.save", {"number": number}),),
        (Choice(msg("button-back"), "slip.back", {"number": number}),),
        (Choice(msg("button-cancel"), "slip.leave", {"number": number}),),
    )


def read_back(slip: Slip, answers: Json) -> list[Part]:
    """What was answered, each under its label."""
    parts = []
    for question in slip.asked(answers):
        answer = answers.get(question.key)
        if answer is None:
            continue
        label = f"label-{question.texts}"
        if answer["value"] is not None:
            parts.append(labelled_msg(label, value_part(question, answer["value"])))
        elif answer["text"]:
            parts.append(labelled(label, answer["text"]))
        if answer["files"]:
            parts.append(labelled_msg(label, msg("slip-files", count=len(answer["files"]))))
    return parts

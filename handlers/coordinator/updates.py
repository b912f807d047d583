"""Updates for a family from templates that speak every reader's language, and ready answers.

Chosen by a button, filled in as a slip, shown exactly as it will be read, and only then sent.
"""

from functools import partial

from handlers import slips
from handlers.access import case_for
from handlers.command import ASKS, SAME, CardPlace, Deed, Listening, Offer, Section, Slip
from handlers.context import Context
from handlers.coordinator import sending
from handlers.rules import letters
from handlers.rules.decision import Choice
from handlers.rules.letters import CANNED, TEMPLATES
from handlers.rules.roles import Act
from handlers.saying import msg
from storage import cases
from storage.records import Case, Json, Talk

TALK = "update"
_CANNED = "canned-"


def _choose(ctx: Context, args: Json) -> None:
    case = _of_readers(ctx, args)
    if case is None:
        return
    rows = [
        (Choice(msg(f"button-update-{name}"), "update.template", {"case": case.id, "name": name}),)
        for name in TEMPLATES
    ]
    rows.append((Choice(msg("button-canned"), "canned.choose", {"case": case.id}),))
    rows.append((Choice(msg("button-own-words"), "letter.write", {"case": case.id}),))
    rows.append((Choice(msg("button-open-case"), "case.open", {"case": case.id}),))
    ctx.show(msg("update-which", code=case.code), msg("update-rules"), rows=tuple(rows))


def _answers(ctx: Context, args: Json) -> None:
    case = _of_readers(ctx, args)
    if case is None:
        return
    rows = [
        (Choice(msg(f"button-canned-{name}"), "canned.preview", {"case": case.id, "name": name}),)
        for name in CANNED
    ]
    rows.append((Choice(msg("button-own-words"), "letter.write", {"case": case.id}),))
    rows.append((Choice(msg("button-open-case"), "case.open", {"case": case.id}),))
    ctx.show(msg("canned-which", code=case.code), rows=tuple(rows))


def _of_readers(ctx: Context, args: Json) -> Case | None:
    """The case, if anybody follows it; where nobody does, she is told to call."""
    case = case_for(ctx, args["case"], Act.WRITE_TO_FAMILY)
    if case is not None and not cases.followers_of(ctx.tx, case.id):
        ctx.show(
            msg("update-nobody"), rows=((Choice(msg("button-open-case"), "case.open", {"case": case.id}),),)
        )
        return None
    return case


def _template(ctx: Context, args: Json) -> None:
    case, name = _of_readers(ctx, args), str(args["name"])
    if case is None:
        return
    slip = next((one for one in SLIPS if one.name == f"update-{name}"), None)
    if slip is not None:
        slips.begin(ctx, slip, case)
    else:
        _preview(ctx, case, letters.with_values(name, {}))


def _canned(ctx: Context, args: Json) -> None:
    case = _of_readers(ctx, args)
    if case is not None:
        _preview(ctx, case, letters.with_values(f"{_CANNED}{args['name']}", {}))


def _filled(name: str, ctx: Context, case: Case, answers: Json, _about: Json) -> None:
    _preview(ctx, case, letters.with_values(name, answers))


def _preview(ctx: Context, case: Case, letter: Json) -> None:
    talk = ctx.talk_now
    number = int(talk.body["number"]) + 1 if talk is not None and talk.kind == TALK else 1
    ctx.talk(TALK, {"case": case.id, "letter": letter, "number": number})
    readers = cases.followers_of(ctx.tx, case.id)
    sending.previewed(ctx, case, letter, readers)
    ctx.say(
        *sending.own_wording(ctx, letter, readers),
        msg("update-sure"),
        rows=(
            (Choice(msg("button-send-letter"), "update.send", {"number": number}),),
            (Choice(msg("button-update-other"), "update.choose", {"case": case.id}),),
            (Choice(msg("button-cancel"), "update.leave"),),
        ),
    )


def _send(ctx: Context, args: Json) -> None:
    talk = ctx.talk_now
    if talk is None or talk.kind != TALK or talk.body["number"] != args["number"]:
        ctx.toast("press-old")
        return
    case = case_for(ctx, talk.body["case"], Act.WRITE_TO_FAMILY)
    ctx.end_talk()
    if case is not None:
        sending.send(ctx, case, talk.body["letter"])


def _leave(ctx: Context, _args: Json) -> None:
    if ctx.leave(TALK):
        ctx.show(msg("cancelled"))


def _heard(ctx: Context, talk: Talk) -> bool:
    """A template says what it says; words of her own go another way, and are not lost."""
    case = case_for(ctx, talk.body["case"], Act.WRITE_TO_FAMILY)
    if case is None:
        return False
    ctx.say(
        msg("update-words-apart"),
        rows=(
            (Choice(msg("button-own-words"), "letter.write", {"case": case.id}),),
            (Choice(msg("button-cancel"), "update.leave"),),
        ),
    )
    return True


SLIPS = tuple(
    Slip(f"update-{name}", questions, Act.WRITE_TO_FAMILY, partial(_filled, name))
    for name, questions in TEMPLATES.items()
    if questions
)

OFFER = Offer(
    deeds=(
        Deed("update.choose", Act.WRITE_TO_FAMILY, _choose, again=ASKS),
        Deed("update.template", Act.WRITE_TO_FAMILY, _template, again=ASKS),
        Deed("update.send", Act.WRITE_TO_FAMILY, _send, once=True),
        Deed("update.leave", Act.WRITE_TO_FAMILY, _leave, again=SAME),
        Deed("canned.choose", Act.WRITE_TO_FAMILY, _answers, again=ASKS),
        Deed("canned.preview", Act.WRITE_TO_FAMILY, _canned, again=ASKS),
    ),
    talks=(Listening(TALK, Act.WRITE_TO_FAMILY, _heard),),
    slips=SLIPS,
    sections=(
        Section(
            "update.choose",
            lambda _ctx, _case: msg("button-update"),
            CardPlace.FAMILY,
            there=lambda _ctx, case: "paper" not in case.body,
        ),
    ),
)

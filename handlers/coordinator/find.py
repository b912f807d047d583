"""/find: a case by its code, a name, a telephone or a paper's number. What is found has no name on it."""

import unicodedata
from collections.abc import Sequence

from handlers.access import case_if
from handlers.command import ASKS, SAME, SHOWS, Command, Deed, Listening, Offer
from handlers.context import Context
from handlers.finding.clues import SHORTEST_PAPER, paper_in, phones_in
from handlers.finding.spelling import asked
from handlers.noting import note
from handlers.rules import codes
from handlers.rules.decision import Choice, Rows
from handlers.rules.roles import Act
from handlers.saying import Part, Short, msg, raw
from storage import clues, incidents, seeking
from storage.records import Json, Role, Talk

TALK = "find"
_SHOWN = 10
_LONGEST = 200  # letters; a name with a patronymic has forty
_INCIDENTS = 200  # of the latest
_AT_ONCE = 500  # cases whose names are read before she is answered; a tenth of a second


def _ask(ctx: Context) -> None:
    words = ctx.arrival.payload.strip() if ctx.arrival.command == "find" else ""
    ctx.talk(TALK, {"words": words})
    if words:
        _search(ctx, words)
    else:
        ctx.say(msg("find-ask"), rows=_ways())


def _ways(*more: Choice) -> Rows:
    return (*((one,) for one in more), (Choice(msg("button-find-done"), "find.leave"),))


def _heard(ctx: Context, talk: Talk) -> bool:
    words = (ctx.arrival.text or "").strip()
    if not words:
        ctx.say(msg("find-in-words"), rows=_ways())
        return True
    # Kept, so that she can ask again for the same; under a button it would stand for weeks.
    ctx.talk(TALK, {"words": words})
    _search(ctx, words)
    return True


def _again(ctx: Context, _args: Json) -> None:
    talk = ctx.talk_now
    if talk is None or talk.kind != TALK or not talk.body["words"]:
        ctx.toast("press-old")
        return
    _search(ctx, str(talk.body["words"]))


def _leave(ctx: Context, _args: Json) -> None:
    if ctx.leave(TALK):
        ctx.show(msg("find-left"), rows=((Choice(msg("button-queue"), "queue.show"),),))


def _search(ctx: Context, words: str) -> None:
    typed = plain(words[:_LONGEST])
    if not _enough(typed):
        ctx.say(msg("find-too-short", fewest=str(SHORTEST_PAPER)), rows=_ways())
        return
    # That she searched, and not for whom: the log would be a list of names.
    note(ctx, "searched", None)
    found = _by_number(ctx, typed)
    reading = False
    if not found and any(letter.isalpha() for letter in typed):
        reading = not ctx.names.catch_up(ctx.tx, _AT_ONCE)
        if reading:
            ctx.names.wanted()
        found = ctx.names.find(asked(typed), _SHOWN + 1)
    _show(ctx, found, reading, _incidents(ctx, typed))


def _incidents(ctx: Context, typed: str) -> list[Choice]:
    """Incidents whose name holds what was typed."""
    wanted = typed.casefold()
    return [
        Choice(raw(one.name), "incident.open", {"incident": one.id})
        for one in incidents.every(ctx.tx, _INCIDENTS)
        if wanted in plain(one.name).casefold()
    ][:_SHOWN]


def _by_number(ctx: Context, typed: str) -> list[str]:
    """Cases with this code, telephone or paper."""
    code = codes.read(typed)
    found = [seeking.id_by_code(ctx.tx, code)] if code is not None else []
    for phone in phones_in(typed):
        found += clues.found(ctx.tx, clues.PHONE, phone, _SHOWN + 1)
    if (paper := paper_in(typed)) is not None:
        found += clues.found(ctx.tx, clues.PAPER, paper, _SHOWN + 1)
    return [one for one in dict.fromkeys(found) if one is not None]


def _show(ctx: Context, found: Sequence[str], reading: bool, named: Sequence[Choice]) -> None:
    rows = [(_line(ctx, one),) for case_id in found[:_SHOWN] if (one := seeking.brief(ctx.tx, case_id))]
    said: list[Part] = []
    if rows:
        said.append(msg("find-found" if len(found) <= _SHOWN else "find-found-many", count=len(rows)))
    elif not reading and not named:
        said.append(msg("find-nothing"))
    if named:
        said.append(msg("find-incidents"))
        rows += [(one,) for one in named]
    again: tuple[Choice, ...] = ()
    if reading:
        said.append(msg("find-reading", count=len(ctx.names)))
        again = (Choice(msg("button-find-again"), "find.again"),)
    ctx.say(*said, rows=(*rows, *_ways(*again)))


def _line(ctx: Context, one: seeking.Brief) -> Choice:
    said = msg(
        "button-found", code=one.code, stage=msg(f"found-{one.stage}"), day=Short(ctx.day(one.made_at))
    )
    return Choice(said, "case.open", {"case": one.id})


def _enough(typed: str) -> bool:
    letters = [one for one in typed if one.isalpha()]
    # One Chinese character can be a family name; one letter of an alphabet finds everybody.
    return (
        len(letters) > 1
        or sum(one.isdigit() for one in typed) >= SHORTEST_PAPER
        or any("\u4e00" <= one <= "\u9fff" for one in letters)
    )


def plain(typed: str) -> str:
    """What was typed on whatever keyboard: digits of every script as 0 to 9, wide letters as plain ones."""
    return "".join(
        str(unicodedata.digit(one)) if one.isdigit() else one for one in unicodedata.normalize("NFKC", typed)
    ).strip()


def by_code(ctx: Context, typed: str) -> str | None:
    """The case with the code that she typed, if she may see it; else she is told what is the matter."""
    code = codes.read(plain(typed))
    if code is None:
        ctx.say(msg("case-code-slip"), rows=_ways(Choice(msg("button-find"), "find.ask")))
        return None
    case_id = seeking.id_by_code(ctx.tx, code)
    if case_id is None or case_if(ctx, case_id, Act.SEE_CASE) is None:
        ctx.say(msg("case-code-unknown", code=code), rows=_ways(Choice(msg("button-find"), "find.ask")))
        return None
    return case_id


OFFER = Offer(
    commands=(Command("find", Act.SEE_CASE, _ask, frozenset({Role.COORDINATOR}), takes_words=True),),
    deeds=(
        Deed("find.ask", Act.SEE_CASE, lambda ctx, _args: _ask(ctx), again=ASKS),
        Deed("find.again", Act.SEE_CASE, _again, again=SHOWS),
        Deed("find.leave", Act.SEE_CASE, _leave, again=SAME),
    ),
    talks=(Listening(TALK, Act.SEE_CASE, _heard),),
)

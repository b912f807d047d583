"""Sends what a coordinator wrote to all who follow a case, and shows it before as they will read it."""

from collections.abc import Sequence
from datetime import timedelta

from handlers.context import Context
from handlers.decisions import carried_out
from handlers.rules import casework, letters
from handlers.rules.decision import ChangeMatter, Choice, Decision
from handlers.saying import Part, msg
from locales.languages import SOURCE
from storage import cases, entries
from storage.records import Case, EntryKind, Json, Matter, MatterState, Person, Stage, Way

_JUST_NOW = timedelta(hours=1)
_WORDS = 10  # among which those of the last hour are looked for
_LANGUAGES = 3  # previewed; whoever reads another one reads the same template


def previewed(ctx: Context, case: Case, letter: Json, readers: Sequence[Person]) -> None:
    """Show a letter from a template in the languages of those who will read it."""
    ctx.say(msg("letter-preview"))
    spoken = list(dict.fromkeys(one.language or SOURCE for one in readers))[:_LANGUAGES]
    for language in spoken:
        title = msg("update-title", code=case.code, day=ctx.day(ctx.now))
        ctx.say(title, *letters.content(letter, language), language=language)


def own_wording(ctx: Context, letter: Json, readers: Sequence[Person]) -> list[Part]:
    """The same in the coordinator's own language, where none of those who read it has that."""
    if ctx.person.language in {one.language for one in readers}:
        return []
    return [msg("letter-in-yours"), *letters.content(letter, ctx.person.language)]


def send(ctx: Context, case: Case, letter: Json, translated: Matter | None = None) -> None:
    """It goes to everybody who follows.

    Args:
        translated: The request for its translation, which is done with.
    """
    readers = cases.followers_of(ctx.tx, case.id)
    awake = frozenset(
        str(one.author_id)
        for one in entries.messages_of(ctx.tx, case.id, _WORDS)
        if one.kind is EntryKind.WORD and one.at > ctx.now - _JUST_NOW
    )
    decision = casework.write_to_family(case, ctx.person, letter, readers, ctx.office, ctx.now, awake)
    if translated is not None:
        over = ChangeMatter(translated, state=MatterState.DONE, watch_at=None)
        decision = Decision((*decision.changes, over), decision.notices, decision.audit)
    if not carried_out(ctx, decision):
        return
    reached = [one for one in readers if one.reachable]
    parts = [
        msg("letter-sent", count=len(reached)) if reached else msg("alert-unreachable", codes=[case.code])
    ]
    if any(one.way is Way.ASKED for one in reached):
        parts.append(msg("letter-sent-asked"))
    if case.stage in (Stage.CLOSED, Stage.MERGED):
        parts.append(msg("update-case-closed"))
    else:
        parts.append(msg("letter-promise", day=ctx.office.promise(ctx.now)))
    ctx.show(*parts, rows=((Choice(msg("button-open-case"), "case.open", {"case": case.id}),),))

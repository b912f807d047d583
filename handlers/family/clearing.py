"""What stands in a chat is taken out of it: at her word, or by itself when it is as old as she chose."""

from datetime import datetime, timedelta

from handlers import emptying
from handlers.command import ASKS, SAME, Command, Deed, Offer
from handlers.context import Context, Speech
from handlers.rules import clearing
from handlers.rules.decision import Choice
from handlers.rules.roles import Act
from handlers.saying import msg
from storage import messages, people, talks
from storage.records import Json, Person
from storage.store import Tx

_AT_ONCE = 50  # people of one transaction
_TOGETHER = 100  # messages of one deletion; core.telegram.org/bots/api#deletemessages


def _clear(ctx: Context) -> None:
    """At once and without asking: somebody may be at her door."""
    emptying.clear(ctx.speech, ctx.person, told=True)


def say_cleared(speech: Speech, person: Person, removed: int, refused: int) -> None:
    """What became of it, in a message that names nothing."""
    speech.to(
        person,
        msg("cleared", removed=removed),
        *([msg("cleared-not", refused=refused)] if refused else []),
        msg("cleared-older"),
        msg("cleared-records"),
    )


def _ask(ctx: Context, _args: Json) -> None:
    rows = tuple(
        (Choice(msg("button-clear-after", hours=hours), "clear.after", {"hours": hours}),)
        for hours in clearing.HOURS
    )
    ctx.show(
        msg("clear-after-ask"),
        rows=(*rows, (Choice(msg("button-clear-never"), "clear.after", {"hours": 0}),)),
    )


def _set(ctx: Context, args: Json) -> None:
    hours = int(args["hours"])
    if hours not in (0, *clearing.HOURS):
        return
    people.set_clearing(ctx.tx, ctx.person.id, timedelta(hours=hours) if hours else None)
    ctx.show(msg("clear-after-set", hours=hours) if hours else msg("clear-never-set"))


def tend(tx: Tx, now: datetime, after_id: str) -> str | None:
    """Clear what is due in the chats of some people who want it so.

    Args:
        after_id: Whose turn was last; empty at the beginning.

    Returns:
        Whose turn was last now; None when all had theirs.
    """
    some = people.clearing(tx, after_id, _AT_ONCE)
    for person in some:
        if person.clear_after is None or not person.reachable:
            continue
        talking = talks.of(tx, person.id) is not None
        numbers = clearing.due(messages.of_chat(tx, person.chat_id), person.clear_after, now, talking=talking)
        for start in range(0, len(numbers), _TOGETHER):
            page = numbers[start : start + _TOGETHER]
            emptying.take_out(Speech(tx, now, f"clear/{person.id}/{page[0]}"), person, page)
            # The row that takes them out knows them now; they are not chosen a second time.
            messages.forget(tx, person.chat_id, page)
    return some[-1].id if len(some) == _AT_ONCE else None


OFFER = Offer(
    commands=(Command("clear", Act.SPEAK, _clear),),
    deeds=(
        Deed("clear.now", Act.SPEAK, lambda ctx, _args: _clear(ctx), again=SAME),
        Deed("clear.ask", Act.SPEAK, _ask, again=ASKS),
        Deed("clear.after", Act.SPEAK, _set, again=SAME),
    ),
)

"""/settings: the language, and what a phone may show to somebody else who holds it."""

from handlers import emptying
from handlers.command import ASKS, SAME, Command, Deed, Listening, Offer
from handlers.context import Context
from handlers.family import habits, panic
from handlers.rules.decision import Choice
from handlers.rules.roles import Act
from handlers.saying import Part, msg
from storage import cases, people
from storage.records import Json, Role, Talk

TALK = "panic-word"
_FEWEST, _LONGEST, _WORDS = 4, 40, 3  # letters, signs and words of what she may choose for emergencies


def _settings(ctx: Context) -> None:
    person = ctx.person
    after = person.clear_after
    parts: list[Part] = [
        msg("settings"),
        msg("settings-clear-after", hours=int(after.total_seconds() // 3600))
        if after is not None
        else msg("settings-clear-never"),
        msg("settings-word-set" if person.panic_key is not None else "settings-word-none"),
        *habits.told(ctx),
    ]
    rows = [
        (Choice(msg("button-language"), "language.ask"),),
        (Choice(msg("button-clear-now"), "clear.now"),),
        (Choice(msg("button-clear-by-itself"), "clear.ask"),),
        (Choice(msg("button-panic-word"), "panic.ask"),),
        (Choice(msg("button-settings-zone"), "zone.ask"),),
        (Choice(msg("button-settings-way"), "way.ask"),),
    ]
    if cases.count_followed(ctx.tx, person.id):
        rows.append((Choice(msg("button-hearing"), "news.which"),))
    if person.panic_key is not None:
        rows.append((Choice(msg("button-panic-word-none"), "panic.none"),))
    if person.role is Role.COORDINATOR:
        parts.append(msg("settings-fleeting-on" if person.fleeting else "settings-fleeting-off"))
        said = "button-fleeting-off" if person.fleeting else "button-fleeting-on"
        rows.append((Choice(msg(said), "fleeting.set", {"on": not person.fleeting}),))
    ctx.say(*parts, rows=tuple(rows))


def _ask_word(ctx: Context, _args: Json) -> None:
    ctx.talk(TALK, {})
    ctx.say(msg("panic-word-ask"), msg("panic-word-warning"), rows=((_NOT_NOW,),))


_NOT_NOW = Choice(msg("button-cancel"), "panic.leave")


def _heard(ctx: Context, _talk: Talk) -> bool:
    came = ctx.arrival
    word = panic.normal(came.text or "")
    is_word = len(word) <= _LONGEST and len(word.split()) <= _WORDS and "\n" not in (came.text or "")
    if came.text is None or came.file is not None or came.edited or not is_word:
        return False  # this is no word but something that she tells: it must not be lost
    # Whatever word it was: what she tried must not stand where somebody could read it.
    if came.message_id is not None:
        emptying.take_out(ctx.speech, ctx.person, [came.message_id])
    if sum(letter.isalpha() for letter in word) < _FEWEST:
        ctx.say(msg("panic-word-unfit"), rows=((_NOT_NOW,),))
        return True
    _keep(ctx, panic.key_of(ctx.tx, ctx.person.id, word))
    ctx.end_talk()
    ctx.say(msg("panic-word-kept"))
    return True


def _none(ctx: Context, _args: Json) -> None:
    _keep(ctx, None)
    ctx.show(msg("panic-word-gone"))


def _keep(ctx: Context, panic_key: str | None) -> None:
    people.set_manner(ctx.tx, ctx.person, fleeting=ctx.person.fleeting, panic_key=panic_key)


def _leave(ctx: Context, _args: Json) -> None:
    if ctx.talk_now is not None and ctx.talk_now.kind == TALK:
        ctx.end_talk()
    ctx.show(msg("cancelled"))


def _fleeting(ctx: Context, args: Json) -> None:
    fleeting = bool(args["on"])
    people.set_manner(ctx.tx, ctx.person, fleeting=fleeting, panic_key=ctx.person.panic_key)
    ctx.show(msg("settings-fleeting-on" if fleeting else "settings-fleeting-off"))


OFFER = Offer(
    commands=(Command("settings", Act.SPEAK, _settings),),
    deeds=(
        Deed("panic.ask", Act.SPEAK, _ask_word, again=ASKS),
        Deed("panic.none", Act.SPEAK, _none, again=SAME),
        Deed("panic.leave", Act.SPEAK, _leave, again=SAME),
        Deed("fleeting.set", Act.SEE_CASE, _fleeting, again=SAME),
    ),
    talks=(Listening(TALK, Act.SPEAK, _heard),),
)

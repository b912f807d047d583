"""A volunteer puts a letter into another language; she sees it without a name, and for minutes only."""

from handlers.access import translation_for
from handlers.away import volunteers_there
from handlers.command import ASKS, Deed, Listening, Offer
from handlers.context import Context
from handlers.decisions import carried_out
from handlers.noting import note
from handlers.rules import translating
from handlers.rules.decision import Choice
from handlers.rules.roles import Act
from handlers.saying import msg, raw
from storage import people
from storage.records import Json, Matter, Role, Talk

TALK = "translation"
_LONGEST = 3_500  # letters; as long as one message of ours


def _take(ctx: Context, args: Json) -> None:
    matter = translation_for(ctx, args["matter"])
    if matter is None:
        return
    if matter.holder_id is None and not carried_out(ctx, translating.taken(matter, ctx.person, ctx.now)):
        return
    note(ctx, "read-to-translate", matter.case_id)
    ctx.talk(TALK, {"matter": matter.id, "text": None, "number": 0})
    _show(ctx, matter)


def _show(ctx: Context, matter: Matter) -> None:
    source, target = (msg(f"language-{matter.body[one]}") for one in ("from", "to"))
    leave = Choice(msg("button-translate-leave"), "translate.leave", {"matter": matter.id})
    ctx.say(
        msg("translate-this", source=source, target=target),
        raw(str(matter.body["shown"])),
        msg("translate-rules"),
        rows=((leave,),),
    )


def _heard(ctx: Context, talk: Talk) -> bool:
    matter = translation_for(ctx, talk.body["matter"])
    if matter is None:
        ctx.end_talk()
        return True
    text = (ctx.arrival.text or "").strip()
    if not text or ctx.arrival.file is not None or len(text) > _LONGEST:
        ctx.say(msg("translate-in-words", longest=str(_LONGEST)))
        return True
    number = int(talk.body["number"]) + 1
    ctx.talk(TALK, {"matter": matter.id, "text": text, "number": number})
    ctx.say(
        raw(text),
        msg("translate-sure"),
        rows=(
            (Choice(msg("button-translate-send"), "translate.send", {"number": number}),),
            (Choice(msg("button-translate-leave"), "translate.leave", {"matter": matter.id}),),
        ),
    )
    return True


def _send(ctx: Context, args: Json) -> None:
    talk = ctx.talk_now
    if talk is None or talk.kind != TALK or talk.body["number"] != args["number"]:
        ctx.toast("press-old")
        return
    matter = translation_for(ctx, talk.body["matter"])
    ctx.end_talk()
    if matter is None:
        return
    team = people.with_role(ctx.tx, Role.COORDINATOR)
    readers = [one for one in team if one.id == matter.author_id and one.reachable] or team
    decision = translating.written(matter, talk.body["text"], readers, ctx.office, ctx.now)
    if carried_out(ctx, decision):
        ctx.show(msg("translate-thanks"))


def _leave(ctx: Context, args: Json) -> None:
    matter = translation_for(ctx, args["matter"])
    if matter is None:
        return
    if ctx.talk_now is not None and ctx.talk_now.kind == TALK:
        ctx.end_talk()
    others = [one for one in volunteers_there(ctx.tx, ctx.office, ctx.now) if one.id != ctx.person.id]
    if carried_out(ctx, translating.given_back(matter, others, ctx.office, ctx.now)):
        ctx.show(msg("translate-left"))


OFFER = Offer(
    deeds=(
        Deed("translate.take", Act.TRANSLATE, _take, again="it is hers already, and is shown again"),
        Deed("translate.send", Act.TRANSLATE, _send, once=True),
        Deed("translate.leave", Act.TRANSLATE, _leave, again=ASKS),
    ),
    talks=(Listening(TALK, Act.TRANSLATE, _heard),),
)

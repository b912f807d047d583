"""What a broadcast says: a message a language, the answers under it, a link; and how it will look."""

from typing import Any
from urllib.parse import urlsplit

from handlers.cast_cards import language_part
from handlers.cast_words import sample_rows
from handlers.command import ASKS, SAME, SHOWS, Deed, Listening, Offer
from handlers.context import Context
from handlers.coordinator.broadcast import changed, composing, found
from handlers.noting import note
from handlers.rules import broadcasting as rule
from handlers.rules.decision import Choice
from handlers.rules.roles import Act
from handlers.saying import Part, msg, units
from locales.languages import CODES
from storage import broadcasts
from storage.records import Broadcast, CastKind, CastState, Json, Lane, Talk

TALK = "cast-what"
_FILES = frozenset({"photo", "voice", "document"})
_LONGEST_LINK = 500
_START = "https://"


def _what(ctx: Context, args: Json) -> None:
    if (one := composing(ctx, args)) is not None:
        _show(ctx, one)


def _show(ctx: Context, one: Broadcast, *told: Part) -> None:
    at, texts = {"cast": one.id}, one.body["texts"]
    choices = [
        Choice(
            msg("button-cast-on" if code in texts else "button-cast-off", what=language_part(code)),
            "cast.write",
            {**at, "language": code},
        )
        for code in _languages(one)
    ]
    rows: list[tuple[Choice, ...]] = []
    for first in range(0, len(choices), 2):
        rows += ctx.row(*choices[first : first + 2])
    if texts and one.kind is not CastKind.CORRECTION:
        rows.append((Choice(msg("button-cast-fallback"), "cast.fallback", at),))
    if one.kind is not CastKind.CORRECTION:
        for answer in rule.ANSWERS:
            mark = "button-cast-on" if answer in one.body["answers"] else "button-cast-off"
            label = msg(mark, what=msg(f"button-cast-{answer}"))
            rows.append((Choice(label, "cast.button", {**at, "answer": answer}),))
        rows.append((Choice(msg("button-cast-set-link"), "cast.link", at),))
        if one.body["link"]:
            rows.append((Choice(msg("button-cast-no-link"), "cast.unlink", at),))
    if texts:
        rows.append((Choice(msg("button-cast-preview"), "cast.preview", at),))
    rows.append((Choice(msg("button-back"), "cast.open", at),))
    fallback = one.body["fallback"]
    others = msg("cast-others-get", language=language_part(fallback)) if fallback else msg("cast-others-none")
    if one.kind is CastKind.CORRECTION:
        ctx.show(*told, msg("cast-what-corrected"), rows=tuple(rows))
    else:
        ctx.show(*told, msg("cast-what"), *((others,) if texts else ()), rows=tuple(rows))


def _languages(one: Broadcast) -> tuple[str, ...]:
    """In which it can be written: a correction only in those in which somebody got it."""
    if one.kind is not CastKind.CORRECTION:
        return CODES
    return tuple(code for code in CODES if code in one.body["texts"])


def _write(ctx: Context, args: Json) -> None:
    one, code = composing(ctx, args), str(args["language"])
    if one is None:
        return
    if code not in _languages(one):
        ctx.toast("press-old")
        return
    ctx.talk(TALK, {"cast": one.id, "of": "text", "language": code})
    rows = [(Choice(msg("button-cancel"), "cast.what", {"cast": one.id}),)]
    if code in one.body["texts"] and one.kind is not CastKind.CORRECTION:
        gone = {"cast": one.id, "language": code}
        rows.insert(0, (Choice(msg("button-cast-unwrite"), "cast.unwrite", gone),))
    ctx.say(msg("cast-ask-text", language=language_part(code)), rows=tuple(rows))


def _heard(ctx: Context, talk: Talk) -> bool:
    one = found(ctx, talk.body)
    if one is None or not rule.composed(one):
        return False
    if talk.body["of"] == "link":
        return _linked(ctx, one)
    code = str(talk.body["language"])
    before = one.body["texts"].get(code) or {}
    below_file = bool(ctx.arrival.file or (one.kind is CastKind.CORRECTION and before.get("file")))
    longest = rule.LONGEST_CAPTION if below_file else rule.LONGEST_TEXT
    said = _said(ctx, one, longest)
    if isinstance(said, str):
        ctx.say(msg(said, longest=str(longest)))
        return True
    if one.kind is CastKind.CORRECTION:
        said["file"] = before.get("file")  # that stays; the words below it change
    if before.get("file") and one.kind is not CastKind.CORRECTION:
        ctx.erase_files([before["file"]])
    body = {**one.body, "texts": {**one.body["texts"], code: said}}
    body["fallback"] = body["fallback"] or code
    ctx.end_talk()
    saved = changed(ctx, one, body=body)
    if saved is not None:
        _show(ctx, saved, msg("cast-text-kept", language=language_part(code)))
    return True


def _said(ctx: Context, one: Broadcast, longest: int) -> dict[str, Any] | str:
    """What came, as it is kept; or the message that says why it cannot be sent so."""
    came = ctx.arrival
    file = came.file
    if ctx.arrival.edited or (file is None and not (came.text or "").strip()):
        return "cast-text-only"
    if units(came.text or "") > longest:
        return "cast-text-long"
    said: dict[str, Any] = {"html": came.html or None, "text": came.text or "", "file": None}
    if file is None:
        return said
    if file.kind not in _FILES or one.kind is CastKind.CORRECTION:
        return "cast-text-only"
    if file.kind == "document" and (file.mime or "").startswith("image/"):
        return "cast-photo-as-file"  # it says where and with what it was taken
    said["file"] = {"id": ctx.keep_file(), "kind": file.kind, "file_id": file.file_id}
    return said


def _unwrite(ctx: Context, args: Json) -> None:
    one = composing(ctx, args)
    if one is None:
        return
    if one.kind is CastKind.CORRECTION:
        ctx.toast("press-old")
        return
    code = str(args["language"])
    texts = {name: said for name, said in one.body["texts"].items() if name != code}
    gone = one.body["texts"].get(code) or {}
    if gone.get("file"):
        ctx.erase_files([gone["file"]])
    fallback = one.body["fallback"] if one.body["fallback"] in texts else next(iter(texts), None)
    if ctx.talk_now is not None and ctx.talk_now.kind == TALK:
        ctx.end_talk()
    saved = changed(ctx, one, body={**one.body, "texts": texts, "fallback": fallback})
    if saved is not None:
        _show(ctx, saved)


def _fallback(ctx: Context, args: Json) -> None:
    """One press after the other: each language that is written, and then none."""
    one = composing(ctx, args)
    if one is None:
        return
    turns = [*one.body["texts"], None]
    now = one.body["fallback"]
    following = turns[(turns.index(now) + 1) % len(turns)] if now in turns else turns[0]
    saved = changed(ctx, one, body={**one.body, "fallback": following})
    if saved is not None:
        _show(ctx, saved)


def _button(ctx: Context, args: Json) -> None:
    one, answer = composing(ctx, args), str(args["answer"])
    if one is None:
        return
    wanted = {*one.body["answers"]} ^ {answer}
    body = {**one.body, "answers": [name for name in rule.ANSWERS if name in wanted]}
    saved = changed(ctx, one, body=body)
    if saved is not None:
        _show(ctx, saved)


def _link(ctx: Context, args: Json) -> None:
    if (one := composing(ctx, args)) is not None:
        ctx.talk(TALK, {"cast": one.id, "of": "link"})
        ctx.say(
            msg("cast-ask-link", start=_START),
            rows=((Choice(msg("button-cancel"), "cast.what", {"cast": one.id}),),),
        )


def _linked(ctx: Context, one: Broadcast) -> bool:
    text = (ctx.arrival.text or "").strip()
    if not _is_link(text):
        ctx.say(msg("cast-link-unreadable", start=_START))
        return True
    ctx.end_talk()
    saved = changed(ctx, one, body={**one.body, "link": text})
    if saved is not None:
        _show(ctx, saved)
    return True


def _is_link(text: str) -> bool:
    try:
        parts = urlsplit(text)
        whole = parts.scheme == "https" and "." in (parts.hostname or "")
    except ValueError:
        return False
    return whole and len(text) <= _LONGEST_LINK and text.isprintable() and " " not in text


def _unlink(ctx: Context, args: Json) -> None:
    one = composing(ctx, args)
    saved = changed(ctx, one, body={**one.body, "link": None}) if one is not None else None
    if saved is not None:
        _show(ctx, saved)


def _preview(ctx: Context, args: Json) -> None:
    """In each language exactly as it will come, into her own chat; the buttons there count nothing."""
    one = found(ctx, args)
    if one is None:
        return
    note(ctx, "previewed-broadcast", one.id)
    words = broadcasts.find(ctx.tx, rule.words_of(one)) or one
    for code in (*one.body["texts"], *_readers_elsewhere(one)):
        said = rule.wording(one.body, code)
        body: dict[str, Any] = {"broadcast": words.id, "wording": said, "language": code}
        if rows := sample_rows(one.body):
            body["token"] = ctx.speech.buttons(ctx.person, rows)[0][0]["data"][:-1]
        ctx.speech.put(ctx.person, Lane.REPLY, "cast", body, None)
    # Said and not shown: what she decides about stays where it stands, above.
    ctx.say(msg("cast-previewed"), rows=(_back_from_preview(ctx, one),))


def _readers_elsewhere(one: Broadcast) -> list[str]:
    """Languages of those who read all around it in their own, and the words in another."""
    if one.kind is CastKind.CORRECTION or "count" not in one.body:
        return []
    seen = rule.reach(one.body, one.body["count"]["by"])
    return [code for code in CODES if code in seen.elsewhere]


def _back_from_preview(ctx: Context, one: Broadcast) -> tuple[Choice, ...]:
    if one.state is CastState.ASKED and (one.body.get("asked") or {}).get("by") != ctx.person.id:
        return (Choice(msg("button-back"), "approval.open", {"approval": rule.asked_in(one)}),)
    return (Choice(msg("button-back"), "cast.open", {"cast": one.id}),)


OFFER = Offer(
    deeds=(
        Deed("cast.what", Act.BROADCAST, _what, again=SHOWS),
        Deed("cast.write", Act.BROADCAST, _write, again=ASKS),
        Deed("cast.unwrite", Act.BROADCAST, _unwrite, again=SAME),
        Deed("cast.fallback", Act.BROADCAST, _fallback, again=SAME),
        Deed("cast.button", Act.BROADCAST, _button, again=SAME),
        Deed("cast.link", Act.BROADCAST, _link, again=ASKS),
        Deed("cast.unlink", Act.BROADCAST, _unlink, again=SAME),
        Deed("cast.preview", Act.BROADCAST, _preview, again=SHOWS),
        Deed("cast.sample", Act.BROADCAST, lambda ctx, _args: ctx.toast("cast-sample"), again=SHOWS),
    ),
    talks=(Listening(TALK, Act.BROADCAST, _heard),),
)

"""/voices: a coordinator reads the questions aloud, so that relatives can hear them.

Language, question, the text to be read, her voice, and only after she has heard it herself is it kept.
"""

from typing import Any

from handlers.command import ASKS, SHOWS, Command, Deed, Listening, Offer
from handlers.context import Context
from handlers.evidence.passing import give
from handlers.intake.prompting import let_hear
from handlers.intake.questions import QUESTIONS
from handlers.noting import note
from handlers.rules.decision import Choice, Rows
from handlers.rules.roles import Act
from handlers.saying import msg, raw
from locales.languages import BY_CODE, CODES
from storage import prompts
from storage.records import Json, Prompt, Role, Talk

TALK = "voices"
LONGEST = 90  # seconds; the longest question with its reason has some 320 letters, 40 seconds read slowly
PAGE = 10  # questions in one message; more would push the first out of sight on a small phone
_KEYS = tuple(one.key for one in QUESTIONS)


def _languages(ctx: Context) -> None:
    _stop(ctx)
    rows = tuple((Choice(raw(BY_CODE[code].own_name), "voices.list", {"language": code}),) for code in CODES)
    ctx.show(msg("voices-languages"), rows=rows)


def _list(ctx: Context, args: Json) -> None:
    """All questions in one language, with a mark where a recording exists."""
    code = str(args["language"])
    if code not in CODES:
        ctx.toast("press-old")
        return
    _stop(ctx)
    known = prompts.known(ctx.tx, code).intersection(_KEYS)
    first = min(max(0, int(args.get("from", 0))), len(_KEYS) - 1) // PAGE * PAGE
    rows: list[tuple[Choice, ...]] = []
    for key in _KEYS[first : first + PAGE]:
        label = msg(f"label-{key}")
        shown = msg("button-recorded", label=label) if key in known else label
        rows.append((Choice(shown, "voices.open", {"language": code, "question": key}),))
    turns = []
    if first > 0:
        turns.append(Choice(msg("button-page-back"), "voices.list", {**args, "from": first - PAGE}))
    if first + PAGE < len(_KEYS):
        turns.append(Choice(msg("button-page-on"), "voices.list", {**args, "from": first + PAGE}))
    rows += ctx.row(*turns) if turns else ()
    rows.append((Choice(msg("button-other-language"), "voices.languages"),))
    ctx.show(
        msg(
            "voices-count",
            language=msg(f"language-{code}"),
            recorded=str(len(known)),
            total=str(len(_KEYS)),
        ),
        rows=tuple(rows),
    )


def _all(code: str, key: str) -> Choice:
    """Back to the page of the list on which this question stands."""
    return Choice(msg("button-all-questions"), "voices.list", {"language": code, "from": _KEYS.index(key)})


def _named(ctx: Context, args: Json) -> tuple[str, str] | None:
    """The language and question of a button; a question that is asked no more is answered kindly."""
    code, key = str(args["language"]), str(args["question"])
    if code in CODES and key in _KEYS:
        return code, key
    ctx.toast("press-old")
    return None


def _open(ctx: Context, args: Json) -> None:
    """Show what is to be read aloud; her next voice message is the recording."""
    if (named := _named(ctx, args)) is None:
        return
    code, key = named
    where = {"language": code, "question": key}
    _drop_take(ctx)
    ctx.talk(TALK, {**where, "take": None})
    rows: list[tuple[Choice, ...]] = []
    if key in prompts.known(ctx.tx, code):
        rows += ctx.row(
            Choice(msg("button-listen"), "voices.hear", where),
            Choice(msg("button-remove-recording"), "voices.remove", where),
        )
    rows.append((_all(code, key),))
    ctx.show(
        msg("voices-read", label=msg(f"label-{key}"), language=msg(f"language-{code}")), rows=tuple(rows)
    )
    ctx.say(msg(f"ask-{key}"), msg(f"why-{key}"), language=code)


def _heard(ctx: Context, talk: Talk) -> bool:
    code, key = str(talk.body["language"]), str(talk.body["question"])
    if key not in _KEYS:
        _stop(ctx)
        return False
    file = ctx.arrival.file
    back: Rows = ((_all(code, key),),)
    if file is None or file.kind != "voice" or ctx.arrival.edited:
        ctx.say(msg("voices-only-voice", label=msg(f"label-{key}")), rows=back)
        return True
    if file.duration is None or file.duration > LONGEST or not file.fetchable:
        ctx.say(msg("voices-too-long", longest=str(LONGEST)), rows=back)
        return True
    _drop_take(ctx)
    take = {"id": ctx.keep_file(), "file_id": file.file_id, "duration": file.duration}
    ctx.talk(TALK, {**talk.body, "take": take})
    where = {"language": code, "question": key}
    give(ctx, {**take, "kind": "voice"}, "preview")
    ctx.say(
        msg("voices-sure", label=msg(f"label-{key}"), language=msg(f"language-{code}")),
        rows=(
            (Choice(msg("button-keep-recording"), "voices.keep", {"take": take["id"]}),),
            (Choice(msg("button-speak-again"), "voices.open", where),),
            (Choice(msg("button-cancel"), "voices.list", {"language": code, "from": _KEYS.index(key)}),),
        ),
    )
    return True


def _take_of(talk: Talk | None) -> dict[str, Any] | None:
    """What she has spoken and not decided upon."""
    return talk.body["take"] if talk is not None and talk.kind == TALK else None


def _drop_take(ctx: Context) -> None:
    take = _take_of(ctx.talk_now)
    if take is not None:
        ctx.erase_files([take])


def _stop(ctx: Context) -> None:
    """Her words are no recording any more."""
    if ctx.talk_now is not None and ctx.talk_now.kind == TALK:
        _drop_take(ctx)
        ctx.end_talk()


def _keep(ctx: Context, args: Json) -> None:
    talk = ctx.talk_now
    take = _take_of(talk)
    # What she heard above the button is what it keeps, not what she has spoken since.
    if talk is None or take is None or take["id"] != args["take"]:
        ctx.toast("press-old")
        return
    if (named := _named(ctx, talk.body)) is None:
        return
    code, key = named
    recording = Prompt(code, key, take["id"], ctx.person.id, ctx.now, take["file_id"], take["duration"])
    prompts.keep(ctx.tx, recording)
    ctx.fetch = True  # the one before is erased, and its copy goes, too
    ctx.end_talk()
    note(ctx, "kept-prompt", take["id"])
    rows: Rows = ((_all(code, key),),)
    following = _next(prompts.known(ctx.tx, code), key)
    if following is None:
        said = msg("voices-complete", language=msg(f"language-{code}"))
    else:
        said = msg("voices-next", label=msg(f"label-{following}"))
        where = {"language": code, "question": following}
        rows = ((Choice(msg("button-record-next"), "voices.open", where),), *rows)
    ctx.show(msg("voices-kept"), said, rows=rows)


def _next(known: frozenset[str], key: str) -> str | None:
    """The question without a recording that comes after *key*, and after the last one the first."""
    after = _KEYS.index(key) + 1
    return next((one for one in (*_KEYS[after:], *_KEYS[:after]) if one not in known), None)


def _hear(ctx: Context, args: Json) -> None:
    let_hear(ctx, prompts.find(ctx.tx, str(args["language"]), str(args["question"])))


def _remove(ctx: Context, args: Json) -> None:
    if (named := _named(ctx, args)) is None:
        return
    code, key = named
    ctx.show(
        msg("voices-remove-sure", label=msg(f"label-{key}"), language=msg(f"language-{code}")),
        rows=(
            (Choice(msg("button-remove-recording"), "voices.removed", args),),
            (Choice(msg("button-cancel"), "voices.list", {"language": code, "from": _KEYS.index(key)}),),
        ),
    )


def _removed(ctx: Context, args: Json) -> None:
    if (named := _named(ctx, args)) is None:
        return
    code, key = named
    if prompts.remove(ctx.tx, code, key):
        ctx.fetch = True
        note(ctx, "removed-prompt", None, details={"language": code, "question": key})
        ctx.toast("voices-removed")
    else:
        ctx.toast("prompt-gone")
    _list(ctx, {"language": code, "from": _KEYS.index(key)})


def _left(ctx: Context, _talk: Talk) -> None:
    _stop(ctx)
    ctx.say(msg("voices-left"))


OFFER = Offer(
    commands=(Command("voices", Act.RECORD_QUESTIONS, _languages, frozenset({Role.COORDINATOR})),),
    deeds=(
        Deed("voices.languages", Act.RECORD_QUESTIONS, lambda ctx, _args: _languages(ctx), again=SHOWS),
        Deed("voices.list", Act.RECORD_QUESTIONS, _list, again=SHOWS),
        Deed("voices.open", Act.RECORD_QUESTIONS, _open, again=ASKS),
        Deed("voices.keep", Act.RECORD_QUESTIONS, _keep, once=True),
        Deed("voices.hear", Act.RECORD_QUESTIONS, _hear, again=SHOWS),
        Deed("voices.remove", Act.RECORD_QUESTIONS, _remove, again=ASKS),
        Deed("voices.removed", Act.RECORD_QUESTIONS, _removed, once=True),
    ),
    talks=(Listening(TALK, Act.RECORD_QUESTIONS, _heard, _left),),
)

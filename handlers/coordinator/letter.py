"""A coordinator writes to a family: prompt, preview exactly as it will be read, and only then send."""

from typing import Any

from handlers.access import (
    asker_for,
    case_for,
    case_if,
    entry_for,
    matter_for,
    not_there,
    on_demand,
    shown_draft,
)
from handlers.command import ASKS, SAME, SHOWS, Deed, Listening, Offer
from handlers.context import Context
from handlers.coordinator import relinking, sending
from handlers.decisions import carry_out
from handlers.evidence.passing import give, pass_on
from handlers.intake.hearing import reply_of
from handlers.intake.replies import Sent, Shared, Words
from handlers.noting import note
from handlers.rules import casework, letters
from handlers.rules.decision import Choice, Rows
from handlers.rules.roles import Act
from handlers.saying import msg, raw
from locales.languages import BY_CODE, CODES, SOURCE
from storage import attachments, cases, entries, people
from storage.records import Entry, EntryKind, Json, Talk

TALK = "letter"
_AT_ONCE = 20  # words of a family in one reading; somebody who writes thousands must not bury the team


def _write(ctx: Context, args: Json) -> None:
    case = case_for(ctx, args["case"], Act.WRITE_TO_FAMILY)
    if case is None:
        return
    ctx.talk(TALK, {"case": case.id, "letter": None})
    ctx.say(
        msg("letter-ask", code=case.code, language=msg(f"language-{case.language}")),
        msg("letter-rules"),
        rows=((Choice(msg("button-cancel"), "letter.cancel"),),),
    )


def _answer(ctx: Context, args: Json) -> None:
    relative = asker_for(ctx, args["person"])
    if relative is None:
        return
    ctx.talk(TALK, {"person": relative.id, "letter": None})
    ctx.say(
        msg("letter-ask-person", language=msg(f"language-{relative.language or SOURCE}")),
        msg("letter-rules"),
        rows=((Choice(msg("button-cancel"), "letter.cancel"),),),
    )


def _heard(ctx: Context, talk: Talk) -> bool:
    reply = reply_of(ctx, talk.body.get("case"))
    letter: dict[str, Any]
    match reply:
        case Words(text):
            letter = {"text": text}
        case Shared():
            letter = {"text": reply.text}
        case Sent() if ctx.arrival.file is not None:
            file = {"id": reply.attachment_id, "kind": reply.kind, "file_id": ctx.arrival.file.file_id}
            letter = {"text": reply.caption or "", "file": file}
        case _:
            ctx.say(msg("cannot-read"))
            return True
    about = {name: value for name, value in talk.body.items() if name not in ("letter", "number", "held")}
    if isinstance(reply, Sent) and reply.too_big:
        ctx.say(msg("letter-file-too-big"))
    preview(ctx, about, letter)
    return True


def preview(ctx: Context, about: Json, letter: Json) -> None:
    """Show a letter as it will be read, and ask whether it shall go.

    Args:
        about: To which case or person, and the request for a translation that it comes from.
    """
    talk = ctx.talk_now
    # What a preview showed is what its button sends, even when another text was written after it.
    number = int(talk.body.get("number", 0)) + 1 if talk is not None and talk.kind == TALK else 1
    if "case" in about and letter["text"]:
        spoken = letter.get("language") or about.get("language") or ctx.person.language or SOURCE
        letter = {**letter, "language": spoken}
    ctx.talk(TALK, {**about, "letter": letter, "number": number})
    ctx.say(msg("letter-preview"))
    if "file" in letter:
        give(ctx, letter["file"], "preview", about.get("case"))
    shown = [raw(one["text"]) for one in letter.get("texts", ())]
    if letter["text"]:
        shown.append(raw(letter["text"]))
    rows: list[tuple[Choice, ...]] = [(Choice(msg("button-send-letter"), "letter.send", {"number": number}),)]
    if "language" in letter:
        case = case_if(ctx, about["case"], Act.WRITE_TO_FAMILY)
        readers = cases.followers_of(ctx.tx, case.id) if case is not None else ()
        lacking = letters.languages_lacking(letter, readers)
        shown.append(msg("letter-language", language=msg(f"language-{letter['language']}")))
        if lacking:
            shown.append(msg("letter-lacking", languages=[msg(f"language-{one}") for one in lacking]))
        rows += [
            (
                Choice(
                    msg("button-translate-first", language=msg(f"language-{one}")),
                    "translate.ask",
                    {"number": number, "to": one},
                ),
            )
            for one in lacking
        ]
        rows.append((Choice(msg("button-letter-language"), "letter.language", {"number": number}),))
    rows.append((Choice(msg("button-cancel"), "letter.cancel"),))
    ctx.say(*shown, msg("letter-sure"), rows=tuple(rows))


def _language(ctx: Context, args: Json) -> None:
    """In which language she wrote."""
    if _current(ctx, args) is not None:
        rows = tuple(
            (Choice(raw(BY_CODE[code].own_name), "letter.spoken", {**args, "code": code}),) for code in CODES
        )
        ctx.show(msg("letter-which-language"), rows=rows)


def _spoken(ctx: Context, args: Json) -> None:
    talk = _current(ctx, args)
    if talk is not None:
        about = {name: talk.body[name] for name in ("case", "matter") if name in talk.body}
        code = str(args["code"])
        preview(ctx, {**about, "language": code}, {**talk.body["letter"], "language": code})


def _current(ctx: Context, args: Json) -> Talk | None:
    """The letter that she writes, if the button stands under its latest preview."""
    talk = ctx.talk_now
    if talk is None or talk.kind != TALK or talk.body.get("number") != args["number"]:
        ctx.toast("press-old")
        return None
    return talk


def _send(ctx: Context, args: Json) -> None:
    talk = _current(ctx, args)
    if talk is None:
        return
    letter = talk.body["letter"]
    ctx.end_talk()
    if "case" in talk.body:
        case = case_for(ctx, talk.body["case"], Act.WRITE_TO_FAMILY)
        if case is not None:
            asked = talk.body.get("matter")
            request = matter_for(ctx, asked, Act.WRITE_TO_FAMILY) if asked is not None else None
            sending.send(ctx, case, letter, request)
        return
    relative = asker_for(ctx, talk.body["person"])
    if relative is None:
        return
    carry_out(ctx.speech, casework.answer_person(relative, ctx.person, letter), ctx.person.id)
    ctx.show(msg("letter-sent", count=1))


def _cancel(ctx: Context, _args: Json) -> None:
    if ctx.leave(TALK):  # the button of another letter does not end this one
        ctx.show(msg("cancelled"))


def _read(ctx: Context, args: Json) -> None:
    """What this family wrote and nobody has opened yet, and the word that was asked for."""
    entry = entry_for(ctx, args["entry"], Act.SEE_CASE)
    if entry is None:
        return
    if entry.kind is not EntryKind.WORD:
        not_there(ctx)
        return
    on_demand(ctx)
    waiting = (
        entries.unread_words(ctx.tx, case_id=entry.case_id, limit=_AT_ONCE + 1)
        if entry.case_id is not None
        else entries.unread_words(ctx.tx, person_id=entry.person_id, limit=_AT_ONCE + 1)
    )
    words = [*([] if any(one.id == entry.id for one in waiting) else [entry]), *waiting]
    words, rest = words[:_AT_ONCE], words[_AT_ONCE:]
    author = people.by_id(ctx.tx, str(entry.author_id))
    case = case_if(ctx, entry.case_id, Act.SEE_CASE) if entry.case_id is not None else None
    language = msg(f"language-{author.language or SOURCE}")
    if case is not None:
        title = msg("words-of-family", code=case.code, language=language)
        rows: Rows = (
            (Choice(msg("button-write-family"), "letter.write", {"case": case.id}),),
            (Choice(msg("button-canned"), "canned.choose", {"case": case.id}),),
            (Choice(msg("button-open-case"), "case.open", {"case": case.id}),),
        )
    else:
        title = msg("words-of-person", language=language)
        if "about" in entry.body:
            ctx.say(entry.body["about"], rows=_draft_rows(ctx, entry))
        rows = ((Choice(msg("button-answer"), "letter.answer", {"person": author.id}),),)
        rows = (*rows, *relinking.ways(ctx, author))
    if rest:
        rows = ((Choice(msg("button-page-on"), "word.read", {"entry": rest[0].id}),), *rows)
    opened = {"entries": [one.id for one in words]}
    note(ctx, "read-words", entry.case_id or author.id, report_id=entry.case_id, details=opened)
    for one in words:
        entries.seen(ctx.tx, one.id, ctx.now)
        _pass_on(ctx, one)
    texts = [raw(one.body["text"]) for one in words if one.body.get("text")]
    if case is not None and case.waiting_since is not None:
        texts.append(msg("case-family-waits", at=case.waiting_since))
    ctx.say(title, *(texts or [msg("words-none")]), rows=rows)


def _draft_rows(ctx: Context, entry: Entry) -> Rows:
    """The way to an unfinished report, where its relative lets it be read."""
    draft = shown_draft(ctx, entry.body["draft"], entry.person_id)
    if draft is None:
        return ()
    args = {"draft": draft.id, "person": entry.person_id}
    return ((Choice(msg("button-read-draft"), "draft.read", args),),)


def _pass_on(ctx: Context, word: Entry) -> None:
    if file := word.body.get("file"):
        for one in attachments.by_ids(ctx.tx, [str(file["id"])]):
            pass_on(ctx, one, "words", word.case_id)


OFFER = Offer(
    deeds=(
        Deed("letter.write", Act.WRITE_TO_FAMILY, _write, again=ASKS),
        Deed("letter.answer", Act.ANSWER_PERSON, _answer, again=ASKS),
        Deed("letter.send", Act.WRITE_TO_FAMILY, _send, once=True),
        Deed("letter.language", Act.WRITE_TO_FAMILY, _language, again=ASKS),
        Deed("letter.spoken", Act.WRITE_TO_FAMILY, _spoken, again=SAME),
        Deed("letter.cancel", Act.WRITE_TO_FAMILY, _cancel, again=SAME),
        Deed("word.read", Act.SEE_CASE, _read, again=SHOWS),
    ),
    talks=(Listening(TALK, Act.WRITE_TO_FAMILY, _heard),),
)

"""The one way on which a file is passed on, so that each time leaves a line in its custody.

Whoever calls has looked whether this person may. Here it is decided how she gets it: a photo sent as a
document as its working copy, without the place and the camera; what can run, or what the scanner
found, or what nobody has looked at yet, only after a second press; what is odd, with a word before it.
`tests/handlers/test_passing.py` proves that nothing goes around.
"""

from handlers.context import Context
from handlers.rules.decision import Choice, Rows
from handlers.saying import Part, msg
from storage import attachments, custody, examining
from storage.records import Attachment, Json, Role

_LONGEST_CLAIM = 80  # letters of a type that somebody's phone claimed


def pass_on(ctx: Context, one: Attachment, why: str, case_id: str | None) -> None:
    """Give a coordinator what somebody sent.

    Args:
        why: At which occasion, one of the texts `custody-for-…`.
        case_id: Of which case; None for somebody without one.
    """
    args = where(one, why, case_id)
    if (held := _held(one)) is not None:
        ctx.say(*held, rows=((Choice(msg("button-file-anyway"), "file.anyway", args),), *_about(args)))
        return
    if _is_photo(one):
        copy = examining.copy_of(ctx.tx, one.id)
        rows: Rows = ((Choice(msg("button-file-original"), "file.original", args),), *_about(args))
        if copy is None or copy.state != "kept":
            ctx.say(msg("file-no-copy"), rows=rows)
            return
        _warn(ctx, one)
        ctx.speech.file(ctx.person, "copy", copy.id, rows)
        _note(ctx, one.id, "passed-copy", why, case_id)
        return
    _warn(ctx, one)
    _original(ctx, one, "passed-original", why, case_id)


def pass_original(ctx: Context, one: Attachment, why: str, case_id: str | None, *, anyway: bool) -> None:
    """Give a coordinator the file exactly as it came: she asked for it by a press of its own.

    Args:
        anyway: She had been warned.
    """
    _original(ctx, one, "passed-anyway" if anyway else "passed-original", why, case_id)


def give(ctx: Context, file: Json, why: str, case_id: str | None = None) -> None:
    """Give somebody what the team wrote to her, or herself what she is about to send or keep.

    Args:
        file: With `id`, `kind` and Telegram's `file_id`.
    """
    found = attachments.by_ids(ctx.tx, [str(file["id"])])
    if found and scan_of(found[0]).get("state") == "found":
        ctx.say(msg("file-held-back"))
        return
    ctx.speech.file(ctx.person, str(file["kind"]), str(file["file_id"]))
    _note(ctx, str(file["id"]), "delivered", why, case_id)


def where(one: Attachment, why: str, case_id: str | None) -> dict[str, str | None]:
    """What the buttons of a file carry."""
    return {"file": one.id, "why": why, "case": case_id}


def content_of(one: Attachment) -> Json:
    """What it is by its content; empty where nobody has looked yet."""
    found = one.body.get("content")
    return found if isinstance(found, dict) else {}


def scan_of(one: Attachment) -> Json:
    """The scanner's verdict; empty where nobody has looked yet."""
    found = one.body.get("scan")
    return found if isinstance(found, dict) else {}


def oddities(one: Attachment) -> list[Part]:
    """What a coordinator should know of a file's type before she opens it."""
    found = content_of(one)
    parts: list[Part] = []
    if found.get("differs"):
        claimed = str(one.body.get("mime") or one.kind)[:_LONGEST_CLAIM]
        parts.append(msg("file-differs", claimed=claimed, found=str(found["mime"])))
    if found.get("also"):
        parts.append(msg("file-also", others=list(found["also"])))
    if found.get("sort") == "unknown":
        parts.append(msg("file-unknown"))
    if found.get("sort") == "archive":
        parts.append(msg("file-archive"))
    return parts


def _held(one: Attachment) -> list[Part] | None:
    """Why it is not passed on without a second press; None where it is."""
    if (scan := scan_of(one)).get("state") == "found":
        return [msg("file-found", name=str(scan["name"]))]
    found = content_of(one)
    if found.get("runs"):
        return [msg("file-runs", found=str(found["mime"])), *oddities(one)]
    # Photos, films and voice messages go through Telegram's own machinery; a document comes as it was sent.
    if not found and one.kind == "document":
        return [msg("file-not-examined-yet" if one.state in ("waiting", "kept") else "file-not-examined")]
    return None


def _is_photo(one: Attachment) -> bool:
    """Whether it is a picture that has its metadata still."""
    return one.kind == "document" and content_of(one).get("sort") == "picture"


def _warn(ctx: Context, one: Attachment) -> None:
    if parts := oddities(one):
        ctx.say(*parts)


def _about(args: Json) -> Rows:
    return ((Choice(msg("button-file-about"), "file.about", args),),)


def _original(ctx: Context, one: Attachment, act: str, why: str, case_id: str | None) -> None:
    # A volunteer hears what is said in her task, and gets nothing beside it.
    rows = _about(where(one, why, case_id)) if ctx.person.role is Role.COORDINATOR else ()
    ctx.speech.file(ctx.person, one.kind, str(one.body["file_id"]), rows)
    _note(ctx, one.id, act, why, case_id)


def _note(ctx: Context, attachment_id: str, act: str, why: str, case_id: str | None) -> None:
    custody.write(ctx.tx, attachment_id, ctx.person.id, act, ctx.now, {"for": why, "case": case_id})

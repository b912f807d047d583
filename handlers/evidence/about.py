"""The page of one file: how it came, what it is, what it says of itself, and who has opened it."""

from datetime import datetime

from handlers.access import file_for
from handlers.command import SHOWS, Deed, Offer
from handlers.context import Context
from handlers.evidence.passing import content_of, oddities, pass_original, scan_of
from handlers.rules.decision import Choice, Rows
from handlers.rules.roles import Act
from handlers.saying import Part, labelled, lines, msg
from storage import custody, examining
from storage.records import Attachment, Custody, Json

_LINES = 25  # of the custody on one page
_SHOWN_OF_ID = 6  # its random end tells people apart, and names nobody
_LONGEST_NAME = 200


def _file(ctx: Context, args: Json) -> Attachment | None:
    return file_for(ctx, args["file"], args.get("case"))


def _original(ctx: Context, args: Json, *, anyway: bool) -> None:
    if (one := _file(ctx, args)) is not None:
        pass_original(ctx, one, str(args["why"]), args["case"], anyway=anyway)


def _as_it_came(ctx: Context, args: Json) -> None:
    _original(ctx, args, anyway=False)


def _in_spite(ctx: Context, args: Json) -> None:
    _original(ctx, args, anyway=True)


def _about(ctx: Context, args: Json) -> None:
    if (one := _file(ctx, args)) is None:
        return
    rows: Rows = ()
    if args.get("case") is not None:
        rows = ((Choice(msg("button-open-case"), "case.open", {"case": args["case"]}),),)
    ctx.say(*_page(ctx, one), rows=rows)


def _page(ctx: Context, one: Attachment) -> list[Part]:
    parts: list[Part] = [msg("about-file-title"), lines(_facts(ctx, one))]
    if name := str(one.body.get("name") or "")[:_LONGEST_NAME]:
        parts.append(labelled("label-file-name", name))
    parts += oddities(one)
    if says := _says(one):
        parts += [msg("file-says"), lines(says)]
    known = custody.of(ctx.tx, one.id, _LINES)
    parts.append(msg("custody-title", count=custody.count(ctx.tx, one.id)))
    if known:
        parts.append(lines([_line(ctx, line) for line in known]))
    return parts


def _facts(ctx: Context, one: Attachment) -> list[Part]:
    """How it came and what it is, a line each."""
    facts = [msg("file-received", at=one.received_at, who=_short(one.person_id))]
    if one.size is not None:
        facts.append(msg("file-size", bytes=f"{one.size:,}"))
    if sha256 := one.body.get("sha256"):
        facts.append(msg("file-sha256", sum=str(sha256)))
    if found := content_of(one):
        facts.append(msg("file-type", found=str(found["mime"])))
    scan = scan_of(one)
    match scan.get("state"):
        case "clean":
            facts.append(msg("file-clean", at=datetime.fromisoformat(scan["at"])))
        case "found":
            facts.append(msg("file-found", name=str(scan["name"])))
        case _:
            facts.append(msg("file-not-scanned"))
    copy = examining.copy_of(ctx.tx, one.id)
    if copy is not None and copy.state == "kept":
        facts.append(msg("file-has-copy", sum=str(copy.body["sha256"])))
    elif (trouble := one.body.get("copy")) not in (None, "made"):
        facts.append(msg("file-copy-failed", why=msg(f"copy-{trouble}")))
    return facts


def _says(one: Attachment) -> list[Part]:
    """What the file itself says; anybody can write it there."""
    told = one.body.get("says")
    if not isinstance(told, dict):
        return []
    said: list[Part] = []
    if taken := told.get("taken"):
        said.append(msg("says-taken", when=" ".join(filter(None, (taken, told.get("zone"))))))
    if place := told.get("place"):
        said.append(msg("says-place", point=f"{place[0]:.6f}, {place[1]:.6f}"))
    if day := told.get("gps_day"):
        said.append(msg("says-gps-day", day=day))
    camera = " ".join(filter(None, (told.get("maker"), told.get("model"))))
    if camera:
        said.append(msg("says-camera", camera=camera))
    if program := told.get("program"):
        said.append(msg("says-program", program=program))
    return said


def _line(ctx: Context, one: Custody) -> Part:
    who: Part | str
    if one.actor_id is None:
        who = msg("custody-machine")
    elif one.actor_id == ctx.person.id:
        who = msg("custody-you")
    else:
        who = _short(one.actor_id)
    args = {"at": one.at, "who": who, "act": msg(f"custody-{one.act}")}
    why = one.body.get("for")
    if isinstance(why, str) and why:
        return msg("custody-line-for", **args, why=msg(f"custody-for-{why}"))
    return msg("custody-line", **args)


def _short(person_id: str) -> str:
    return person_id[-_SHOWN_OF_ID:]


OFFER = Offer(
    deeds=(
        Deed("file.about", Act.SEE_CASE, _about, again=SHOWS),
        Deed("file.original", Act.SEE_CASE, _as_it_came, again=SHOWS),
        Deed("file.anyway", Act.SEE_CASE, _in_spite, again=SHOWS),
    ),
)

"""Several of one event: what was told of one person can be taken over for the next with one press."""

from collections.abc import Iterator

from handlers.context import Context
from handlers.intake.choosing import choice
from handlers.intake.questions import FORM
from handlers.intake.showing import Screen, title
from handlers.intake.summary import name_told
from handlers.rules.decision import Choice
from handlers.saying import Part, msg, raw
from storage import cases, drafts
from storage.records import Json, StoredDraft

_MOST = 5  # reports that are offered, the latest first


def sources(ctx: Context, draft: StoredDraft) -> list[tuple[str, Part]]:
    """Her other reports of which something can be taken over: a name for each, and its title."""
    return list(_sources(ctx, draft))[:_MOST]


def _sources(ctx: Context, draft: StoredDraft) -> Iterator[tuple[str, Part]]:
    if draft.body.get("paper"):
        return  # what one family told is not another's
    for one in drafts.open_of(ctx.tx, ctx.person.id, _MOST + 1):
        if (
            one.id != draft.id
            and not one.body.get("case")
            and not one.body.get("paper")
            and _has_any(one.body)
        ):
            yield f"draft:{one.id}", title(ctx, one)
    for case in cases.followed_by(ctx.tx, ctx.person.id, _MOST):
        if reported_by(case.body, ctx.person.id) and _has_any(case.body):
            name = name_told(case.body)
            yield f"case:{case.id}", raw(f"{case.code} · {name}" if name else case.code)


def reported_by(body: Json, person_id: str) -> bool:
    """Whether this person told the report herself: others who follow a case know only what they are told."""
    herself = {person_id}
    for one in reversed(body.get("relinked", ())):
        if one["now"] in herself:
            herself.add(one["was"])
    return any(one["kind"] == "keep" and one["by"] in herself for one in body.get("consents", ()))


def _has_any(body: Json) -> bool:
    answers = body["answers"]
    return any(answers.get(one.key, {}).get("state") == "given" for one in FORM.questions if one.shared)


def told_in(ctx: Context, source: str) -> Json | None:
    """What was told there, if it is hers and still there."""
    kind, _, name = source.partition(":")
    if kind == "draft":
        draft = drafts.find(ctx.tx, name, ctx.person.id)
        return draft.body if draft is not None else None
    case = cases.by_id(ctx.tx, name) if cases.follows(ctx.tx, name, ctx.person.id) else None
    return case.body if case is not None and reported_by(case.body, ctx.person.id) else None


def offered(ctx: Context, draft: StoredDraft) -> Screen:
    """The question whether anything is to be taken over."""
    rows = tuple(
        (Choice(shown, "draft.take", {"draft": draft.id, "revision": draft.revision, "from": source}),)
        for source, shown in sources(ctx, draft)
    )
    return Screen((msg("shared-ask"),), (*rows, (choice(draft, msg("button-start-anew"), "anew"),)))

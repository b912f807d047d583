"""How a claim is put before a coordinator: what it says, from whom, of which day, how sure, beside what."""

from collections.abc import Iterator, Sequence

from handlers.context import Context
from handlers.membership import code_of
from handlers.rules.claims import REPORT, Claim, Source, What, against_paper
from handlers.saying import Part, labelled_msg, lines, msg, partly, raw, row
from storage import matters, people
from storage.records import Case, Matter, MatterKind


def pair(one: Claim, other: Claim) -> Part:
    """Two claims side by side; the family's word stands before an official paper, and it is said so."""
    said = "claims-pair-paper" if against_paper(one, other) else "claims-pair"
    first, second = (other, one) if one.source is Source.PAPER else (one, other)
    return msg(
        said,
        what=msg(f"option-claim-what-{first.what}"),
        source=_source(first),
        other=msg(f"option-claim-what-{second.what}"),
        whence=_source(second),
    )


def _source(one: Claim) -> Part:
    return msg("claim-from-report") if one.id == REPORT else msg(f"option-claim-source-{one.source}")


def told(ctx: Context, one: Matter, number: int | None = None) -> Iterator[Part]:
    """What a claim says, from whom, of which day, how sure."""
    body = one.body
    yield row(
        [
            msg(f"option-claim-what-{body['what']}"),
            partly(body["day"]["edtf"]) if body.get("day") else msg("claim-no-day"),
            msg(f"option-claim-certainty-{body['certainty']}"),
        ],
        number,
    )
    author = people.by_id(ctx.tx, one.author_id) if one.author_id is not None else None
    by = code_of(ctx.tx, author) if author is not None else "…"
    yield msg(
        "claim-entered", source=msg(f"option-claim-source-{body['source']}"), code=by, day=ctx.day(one.at)
    )
    if body.get("text"):
        yield raw(body["text"])
    if body.get("files"):
        yield msg("slip-files", count=len(body["files"]))


def told_of(ctx: Context, case: Case, what: What) -> list[Part]:
    """Every open claim that says this, as it stands in the list."""
    return [
        lines(list(told(ctx, one)))
        for one in matters.of_case(ctx.tx, case.id, MatterKind.CLAIM, open_only=True)
        if one.body.get("what") == what
    ]


def earlier(every: Sequence[Matter], one: Matter) -> list[Matter]:
    """What stood in its place before, the latest first."""
    by_id = {each.id: each for each in every}
    found, at = [], one.replaces_id
    while at is not None and at in by_id:
        found.append(by_id[at])
        at = by_id[at].replaces_id
    return found


def raised(ctx: Context, one: Matter) -> Part:
    first = one.body["raised"][0]["from"]
    return labelled_msg("label-claim-raised", msg(f"option-claim-certainty-{first}"))

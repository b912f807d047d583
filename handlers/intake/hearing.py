"""What came in a chat, as the form and the talks take it. A file is remembered on the way."""

from collections.abc import Iterable

from handlers.context import Context
from handlers.intake.replies import Sent, Shared, Told, Words
from storage import attachments
from storage.records import Json


def reply_of(ctx: Context, report_id: str | None = None) -> Told | None:
    """What came, as the form takes it; None for a sticker, a poll, and other things without content.

    Args:
        report_id: The report to which a file belongs, where that is known already.
    """
    came = ctx.arrival
    if came.file is not None:
        return Sent(
            attachment_id=ctx.keep_file(report_id),
            kind=came.file.kind,
            number=came.message_id,
            caption=came.text,
            album=came.album,
            duration=came.file.duration,
            too_big=not came.file.fetchable,
            edited=came.edited,
        )
    if came.phone is not None:
        return Shared(came.phone, came.message_id, came.phone_of)
    if came.place is not None:
        point = f"{came.place[0]:.5f}, {came.place[1]:.5f}"
        said = f"{came.place_name}, {point}" if came.place_name else point
        return Words(said, came.message_id, point=came.place)
    if came.text is not None and came.text.strip():
        return Words(came.text, came.message_id, edited=came.edited)
    return None


def join_report(ctx: Context, pieces: Iterable[Json], report_id: str | None) -> None:
    """What she sent before has its place now: its files belong to this report, or to none."""
    attachments.join(ctx.tx, [str(one["id"]) for one in pieces if "id" in one], report_id)

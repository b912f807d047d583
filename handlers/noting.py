"""Whoever opens, takes away or changes something of a case leaves a line in the audit log.

`tests/handlers/test_noting.py` asks it of every button: a new one has to say what it leaves.
"""

from handlers.context import Context
from storage import audit
from storage.records import Json


def note(
    ctx: Context,
    action: str,
    subject_id: str | None,
    *,
    report_id: str | None = None,
    details: Json | None = None,
) -> None:
    """She did this, now. As `storage.audit.write`."""
    audit.write(ctx.tx, ctx.person.id, action, subject_id, ctx.now, report_id=report_id, details=details)

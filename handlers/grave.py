"""Whether grave news of a case waits for a person to tell it: then the machine says less and asks nothing."""

from handlers.rules import telling
from storage import matters
from storage.records import MatterKind
from storage.store import Tx


def news_waits(tx: Tx, case_id: str) -> bool:
    """Whether there is any that has not reached everybody who follows the case."""
    return telling.waits(matters.of_case(tx, case_id, MatterKind.NEWS, open_only=True))

"""Every text that is put together from a word of ours is there, in every language."""

from collections.abc import Iterator

import pytest

from handlers.offers import SLIPS
from handlers.rules import lifecycle, telling
from handlers.rules.approvals import Kind
from handlers.rules.badnews import Way
from handlers.rules.claims import Certainty
from handlers.rules.lifecycle import PLAIN, Reason
from locales.catalog import Catalog
from locales.languages import CODES
from storage.records import EntryKind, Situation, Stage, Urgency


def of_slips() -> Iterator[str]:
    """What a slip asks, its labels, its buttons, and what it can kindly say."""
    for slip in SLIPS.values():
        yield f"slip-{slip.name}"
        for one in slip.questions:
            question = slip.find(one.key)
            assert question is not None
            yield f"ask-{question.texts}"
            yield f"label-{question.texts}"
            for option in getattr(question.field, "options", ()):
                yield f"option-{question.texts}-{option}"
            for trouble in getattr(question.field, "troubles", ()):
                yield f"slip-{trouble}"


def of_words() -> Iterator[str]:
    """What is named by a word of the rules."""
    yield from (f"situation-{one}" for one in Situation)
    yield from (f"stage-{one}" for one in Stage)
    yield from (f"work-{one}" for one in Stage)
    yield from (f"button-stage-{one}" for one in PLAIN)
    yield from (f"timeline-{one}" for one in EntryKind)
    yield from (f"case-urgency-{one}" for one in Urgency if one is not Urgency.CALM)
    yield from (f"stage-closed-{one}" for one in Reason if one is not Reason.DECEASED)
    yield from (f"news-step-{one}" for one in telling.Step)
    for way in Way:
        yield from (f"news-wish-{way}", f"hearing-now-{way}", f"button-hearing-{way}")
    yield from (f"button-claim-{one}" for one in Certainty.SAID.higher)
    yield from (one.value for one in (*telling.Cannot, *lifecycle.Cannot))
    for kind in Kind:
        yield from (f"approval-{kind}", f"approval-{kind}-named")


@pytest.mark.parametrize("code", CODES)
def test_it_is_there(code: str) -> None:
    """A missing one would be found by whoever presses that button."""
    catalog = Catalog.load()
    missing = [one for one in (*of_slips(), *of_words()) if not catalog.has(code, one)]
    assert missing == []

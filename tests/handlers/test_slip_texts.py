"""Every slip can be asked, read back, and refused kindly, in every language."""

from collections.abc import Iterator

import pytest

from handlers.command import Slip
from handlers.intake.fields import Choice
from handlers.intake.outline import Given
from handlers.offers import SLIPS
from locales.catalog import Catalog
from locales.languages import CODES
from locales.room import LONGEST_BUTTON

CATALOG = Catalog.load()


def named(slip: Slip) -> Iterator[str]:
    """All texts that a slip needs."""
    yield f"slip-{slip.name}"
    for one in slip.questions:
        question = slip.find(one.key)
        assert question is not None
        yield f"ask-{question.texts}"
        yield f"label-{question.texts}"
        if isinstance(question.field, Choice):
            yield from (f"option-{question.texts}-{value}" for value in question.field.options)
        yield from (f"slip-{trouble}" for trouble in question.field.troubles)


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("name", SLIPS)
def test_every_text_of_a_slip_is_there(name: str, code: str) -> None:
    """A question, its label, its buttons, and what is said where an answer cannot be read."""
    for text_id in named(SLIPS[name]):
        said = CATALOG.plain(code, text_id)
        assert said
        assert not text_id.startswith(("label-", "option-")) or len(said) <= LONGEST_BUTTON, text_id


@pytest.mark.parametrize("name", SLIPS)
def test_what_a_question_waits_for_is_asked_before_it(name: str) -> None:
    """And can be answered so."""
    asked: dict[str, frozenset[str]] = {}
    for one in SLIPS[name].questions:
        if one.asked_if is not None:
            assert isinstance(one.asked_if, Given)
            assert one.asked_if.among <= asked[one.asked_if.key]
        asked[one.key] = frozenset(getattr(one.field, "options", ()))

"""The history of a case speaks in words of ours of everything that can be done with it."""

import pytest

from handlers.coordinator.history import in_words
from locales.catalog import Catalog
from locales.languages import CODES
from tests.handlers.test_noting import LEAVES

ABOUT_NO_CASE = {
    "saw-queue", "began-interview", "kept-prompt", "removed-prompt", "took-role", "invited",
    "asked-approval", "approval-done", "approval-refused", "approval-withdrawn", "showed-draft",
    "refused-consent", "erased-draft", "took-copy", "asked-for-person", "listed-own-cases", "searched",
    "relinked-person", "answered-person", "read-draft", "took-over", "closed-workspace", "hid-names",
    "set-out", "came-back", "stays-out", "called-for-help", "saw-outings", "reached-outing",
    "handed-back", "left-team",
    "saw-companions", "became-companion", "ended-companion",
    "began-broadcast", "saw-broadcast", "dropped-broadcast", "sent-broadcast", "took-broadcast-back",
    "previewed-broadcast", "paused-broadcast", "resumed-broadcast", "stopped-broadcast",
    "repeated-broadcast", "corrects-broadcast", "took-broadcast-report", "saw-answers", "forgot-audience",
    "saw-incident", "removed-incident",
}  # fmt: skip
"""These lines stand with somebody, or with the house."""

ACTIONS = sorted({one.action for one in LEAVES.values()} - ABOUT_NO_CASE)


@pytest.mark.parametrize("action", ACTIONS)
def test_whatever_a_button_leaves_on_a_case_has_words(action: str) -> None:
    """A new button without them fails here."""
    said = in_words(action)["id"]
    assert said != "history-other"
    assert all(Catalog.load().has(code, said) for code in CODES)

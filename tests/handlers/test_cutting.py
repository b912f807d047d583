"""Long words go in several messages: each fits, nothing is lost, no sign is torn."""

import pytest

from handlers.cutting import pieces
from handlers.saying import LONGEST_ROW, units


def test_a_long_story_is_cut_where_there_is_a_gap() -> None:
    """Nothing is lost, each piece fits, and no letter of two units is torn apart."""
    story = "слово " * 900 + "𠀀" * 3_100

    cut = pieces(story)

    assert "".join(cut) == story
    assert max(map(units, cut)) <= LONGEST_ROW
    assert cut[0].endswith("слово ")
    assert pieces("short") == ["short"]


@pytest.mark.parametrize(
    "sign",
    [
        "\U0001f468\u200d\U0001f469\u200d\U0001f467\u200d\U0001f466",  # a family
        "\U0001f1f0\U0001f1ff",  # a flag
        "\U0001f44d\U0001f3fd",  # a thumb of one colour
        "\u0438\u0306",  # a letter and its mark
        "\U0001f3f4\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f",  # a region's flag
        "\u2764\ufe0f",
        "\U0001f600",
    ],
)
@pytest.mark.parametrize("shift", range(4))
def test_no_sign_is_torn(sign, shift):
    """Wherever the cut falls: what is seen as one comes in one message."""
    story = "x" * shift + sign * 2000
    cut = pieces(story)

    assert "".join(cut) == story
    assert max(map(units, cut)) <= LONGEST_ROW
    assert min(map(units, cut[:-1])) > LONGEST_ROW - 40
    for piece in cut[1:]:
        assert piece.startswith(sign)


def test_what_is_no_sign_is_cut_all_the_same():
    """Marks without end over one letter."""
    cut = pieces("a" + "\u0301" * 10_000)
    assert max(map(units, cut)) <= LONGEST_ROW

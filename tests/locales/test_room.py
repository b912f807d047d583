"""Whatever is shown on a button can be read whole."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.locales.made import EN, UG, found


def long(root: Path) -> list[str]:
    """Only what has no room."""
    return [one.split(": ", 1)[1] for one in found(root) if "too long" in one]


@pytest.mark.parametrize("text_id", ["button-a", "option-a", "label-a", "queue-a", "draft-begun"])
def test_whatever_is_shown_on_a_button_fits_it(house: Callable[..., Path], text_id: str) -> None:
    fits, reckoned = f"{text_id} = {{ $code }}, {'x' * 21}\n", "30"
    assert long(house(en=EN + fits)) == []

    assert long(house(en=EN + fits.replace("x", "xx", 1))) == [
        f"{text_id}: 31 characters are too long for a button ({reckoned})"
    ]
    assert f"en/main.ftl:12: {text_id}: is one line without tags" in found(
        house(en=EN + f"{text_id} = <b>A</b>\n")
    )


def test_a_message_that_is_called_like_a_button_may_be_longer(house: Callable[..., Path]) -> None:
    assert long(house(en=EN + f"queue-count = <b>{'x' * 31}</b>\n")) == []


def test_a_day_takes_the_room_that_it_takes_in_its_language(house: Callable[..., Path]) -> None:
    """24 Nov; 24-قار with a hamza in April; 11-ئاي 24."""
    text = "button-of = {} {{ $day }}\n"

    assert long(house(en=EN + text.format("x" * 23))) == []
    assert long(house(en=EN + text.format("x" * 24))) == [
        "button-of: 31 characters are too long for a button (30)"
    ]
    assert long(house(ug=UG + text.format("ئ" * 20))) == []
    assert long(house(ug=UG + text.format("ئ" * 21))) == [
        "button-of: 31 characters are too long for a button (30)"
    ]


def test_a_report_without_a_name_fits_the_buttons_that_show_it(house: Callable[..., Path]) -> None:
    """A name that a person gave is longer when it is; Telegram cuts it."""
    shown = "button-unfinished = Unfinished: { $title }\n"

    assert long(house(en=EN + shown + "draft-begun = Report of { $day }\n")) == []
    assert long(house(en=EN + shown + "draft-begun = Report begun on { $day }\n")) == [
        "button-unfinished: 34 characters are too long for a button (30)"
    ]

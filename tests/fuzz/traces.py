"""Looks for anything that people said where nothing of it may stand: logs, and the files of the database."""

import io
import json
import logging
import warnings
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from pathlib import Path

from bot.logs import set_up
from tests.fuzz.texts import MARK, PHONE_MARK

_HONEST = (
    "Айдарбек",
    "Хоргос",
    "Кульджу",
    "Мне сегодня звонили",
    "поехал к тёте",
    "инсулин",
    "белая фура",
    "Дом бабушки",
    "叶尔兰",
    "ئاكام",
    "تۇرسۇنجان",
    "We wrote to the consulate",
    "77010000001",
    "77010000002",
    "44.21667",
    "AgADsaule",
    "AwADbatur",
    "invitationForVera",
)
"""Of what the honest people say."""

_BEGUN = "the run begins"


@contextmanager
def overheard() -> Iterator[io.StringIO]:
    """Everything that is logged, warned of or printed inside, at the level that says most."""
    heard = io.StringIO()
    with (
        redirect_stderr(heard),
        redirect_stdout(heard),
        warnings.catch_warnings(record=True, action="always") as warned,
    ):
        set_up("DEBUG")
        logging.getLogger("bot.fuzz").debug(_BEGUN)
        try:
            yield heard
        finally:
            heard.write("\n".join(str(one.message) for one in warned))
    set_up("WARNING")
    assert _BEGUN in heard.getvalue(), "the log was not heard"


def in_text(text: str) -> set[str]:
    """Words of people that stand in *text*, plainly or escaped."""
    words = (MARK, PHONE_MARK, *_HONEST)
    return {one for one in words if one in text or json.dumps(one)[1:-1] in text}


def in_files(folder: Path) -> set[str]:
    """Words of people that stand in any database file in *folder*, however they are encoded."""
    found: set[str] = set()
    for content in (one.read_bytes() for one in sorted(folder.glob("*.db*"))):
        for word in (MARK, PHONE_MARK, *_HONEST):
            shapes = (
                word.encode(),
                word.encode("utf-16-le"),
                json.dumps(word)[1:-1].encode(),
                word.encode().hex().encode(),
            )
            if any(shape in content for shape in shapes):
                found.add(word)
    return found

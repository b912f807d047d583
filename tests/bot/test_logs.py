"""What a log says, and above all what it never says: tokens, names, texts, numbers; at any level."""

import asyncio
import json
import logging
import re
import subprocess
import sys
import threading
import warnings

import aiohttp
import pytest
import sqlalchemy
import structlog
from telegram.error import InvalidToken, TelegramError

from bot.calls import close, post
from bot.line import open_bot
from bot.logs import Once, set_up

TOKEN = "100200300:made-up-for-tests-not-a-real-token-0"  # noqa: S105 -- opens nothing
SECRET = "hook-sécret"  # noqa: S105 -- guards nothing
NAME = "Ерлан Сейітұлы"
PHONE = "+77010000000"
NOBODY = "http://127.0.0.1:9"  # the discard port: nobody answers there
OURS = ("bot", "handlers", "storage", "locales")

ours = structlog.get_logger("bot.tests")


class Lines:
    """What was said since it was last asked, line by line; none of it ever holds what must not be there."""

    def __init__(self, capsys):
        self._capsys = capsys

    def text(self):
        text = self._capsys.readouterr().err
        shown = text.encode().decode("unicode-escape")
        for hidden in (TOKEN, TOKEN.partition(":")[2], SECRET, NAME, NAME.split()[0], PHONE):
            assert hidden not in shown
            assert hidden not in text
        return text

    def all(self):
        return [json.loads(line) for line in self.text().splitlines()]

    def one(self):
        (line,) = self.all()
        line.pop("timestamp")
        return line


@pytest.fixture
def lines(capsys):
    """A log that says everything it may."""
    root = logging.getLogger()
    before = root.handlers[:], root.level, {name: logging.getLogger(name).level for name in OURS}
    hooks = sys.excepthook, threading.excepthook, sys.unraisablehook, warnings.showwarning
    # The test runner's own hooks would stay.
    threading.excepthook, sys.unraisablehook = threading.__excepthook__, sys.__unraisablehook__
    set_up("DEBUG", ["", "hook", SECRET])
    yield Lines(capsys)
    root.handlers[:], level, levels = before
    root.setLevel(level)
    for name, its in levels.items():
        logging.getLogger(name).setLevel(its)
    sys.excepthook, threading.excepthook, sys.unraisablehook, warnings.showwarning = hooks


def test_a_line_is_json_with_its_time_level_and_part(lines):
    ours.info("running", database="sqlite", lag=0.5, led=True, bot=None)

    (line,) = lines.all()
    assert line.pop("timestamp").endswith("Z")
    assert line == {
        "event": "running",
        "level": "info",
        "logger": "bot.tests",
        "database": "sqlite",
        "lag": 0.5,
        "led": True,
        "bot": None,
    }


def test_below_the_level_nothing_is_said(lines):
    set_up("WARNING")
    ours.info("quiet")
    logging.getLogger("storage").info("quiet")
    ours.warning("loud")

    assert [line["event"] for line in lines.all()] == ["loud"]


@pytest.mark.parametrize(
    "told",
    [
        TOKEN,
        f"https://api.telegram.org/bot{TOKEN}/getMe",
        f"proxy?to=bot{TOKEN.replace(':', '%3A')}",
        f"/file/bot{TOKEN}/photos/1.jpg",
        ["in a list", {"deep": f"bot{TOKEN}"}],
        ValueError(f"bot{TOKEN}"),
        TOKEN.encode(),
        SECRET,
        f"X-Telegram-Bot-Api-Secret-Token: {SECRET}",
    ],
)
def test_tokens_and_secrets_are_cut_out_wherever_they_stand(told, lines):
    ours.info(f"word {told}", what=told)
    line = lines.one()
    assert "[hidden]" in line["event"]
    assert "[hidden]" in line["what"]


def test_a_secret_that_begins_like_another_is_cut_out_whole(lines):
    ours.info("both", what=f"hook {SECRET}")

    assert lines.one()["what"] == "[hidden] [hidden]"


def test_a_telegram_id_and_a_time_are_no_tokens(lines):
    ours.info("numbers", what="100200300:short 2026-11-24T03:22:34")

    assert lines.one()["what"] == "100200300:short 2026-11-24T03:22:34"


def stumble():
    raise ValueError(f"{NAME} {PHONE} {TOKEN}")


def test_of_an_exception_only_kind_and_place_are_told(lines, monkeypatch):
    monkeypatch.setitem(globals(), "__name__", "handlers.tests")
    try:
        try:
            stumble()
        except ValueError as error:
            raise RuntimeError(NAME) from error
    except RuntimeError:
        ours.exception("handling failed", attempt=2)

    line = lines.one()
    outer, inner = line.pop("at").split(" < ")
    assert outer.startswith("handlers.tests:")
    assert [one.partition(":")[0] for one in inner.split(" > ")] == ["handlers.tests"] * 2
    assert line == {
        "event": "handling failed",
        "level": "error",
        "logger": "bot.tests",
        "attempt": 2,
        "error": "RuntimeError < ValueError",
    }


def test_an_exception_may_be_given_by_hand_and_may_be_many(lines):
    group = ExceptionGroup(NAME, [ValueError(NAME), KeyError(PHONE), ValueError(PHONE)])

    ours.error("failed", exc_info=group)
    ours.error("failed", exc_info=True)

    told, nothing = lines.all()
    assert (told["error"], told["at"]) == ("ExceptionGroup(KeyError, ValueError)", "")
    assert "error" not in nothing


def test_a_ring_of_causes_ends(lines):
    one, other = ValueError(NAME), KeyError(NAME)
    one.__cause__, other.__cause__ = other, one

    ours.error("failed", exc_info=one)

    assert lines.one()["error"] == "ValueError < KeyError"


async def test_real_errors_of_the_client_tell_no_address(lines):
    async with aiohttp.ClientSession() as session:
        for url in (f"{NOBODY}/bot{TOKEN}/getMe", f"http://bot{TOKEN}.invalid", f"nothing://bot{TOKEN}"):
            try:
                await session.get(url)
            except (aiohttp.ClientError, ValueError) as error:
                ours.exception("request failed", what=error)
                logging.getLogger("aiohttp.client").exception("request to %s failed", url)
                logging.getLogger("elsewhere").error(f"request to {url} failed")

    assert len(lines.all()) == 9


async def test_the_line_tells_no_token_and_no_text(lines):
    bot = open_bot(TOKEN, NOBODY)
    try:
        await post(bot, "sendMessage", {"chat_id": 7, "text": NAME})
    except TelegramError as error:
        ours.exception("not sent", bot=bot, what=error)
    logging.getLogger("telegram.Bot").exception("No: %s", InvalidToken(f"The token `{TOKEN}` was rejected"))
    await close(bot)

    told, foreign = lines.all()
    assert told["error"] == "NotSent"
    assert foreign["event"] == "No: %s"


async def test_libraries_say_nothing_of_requests_even_at_debug(lines):
    for name in ("httpx", "httpcore", "aiohttp.access", "telegram.ext", "asyncio", "PIL", "elsewhere"):
        logging.getLogger(name).info("HTTP Request: POST %s", f"{NOBODY}/bot{TOKEN}/sendMessage?text={NAME}")
    logging.getLogger("sqlalchemy.engine").warning("%r", {"name": NAME})
    logging.getLogger("uvicorn.access").error("%s", TOKEN)

    assert lines.text() == ""


def test_a_librarys_line_keeps_its_pattern_and_loses_its_values(lines):
    logging.getLogger("elsewhere").warning("cannot read %s of %s", NAME, PHONE)

    line = lines.one()
    assert line.pop("at").startswith("test_logs:")
    assert line == {"event": "cannot read %s of %s", "level": "warning", "logger": "elsewhere"}


def test_a_librarys_line_that_is_an_exception_keeps_its_kind(lines):
    logging.getLogger("elsewhere").warning(ValueError(NAME))

    assert lines.one()["event"] == "ValueError"


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        (f"Task exception was never retrieved\nfuture: <Task exception=ValueError('{NAME}')>", None),
        (f"Exception in callback on_text('{NAME}')", "Exception in callback on_text"),
        (f"no such person: {NAME}", "no such person"),
        (f"{NAME} is unknown", ""),
        (f"call {PHONE}", "call"),
        (f'unexpected "{TOKEN}"', "unexpected"),
    ],
)
def test_a_librarys_line_without_a_pattern_keeps_its_first_plain_words(words, kept, lines):
    logging.getLogger("elsewhere").warning(words)

    assert lines.one()["event"] == (words.partition("\n")[0] if kept is None else kept)


async def test_a_task_that_nobody_waited_for_tells_only_its_kind(lines):
    async def fail():
        raise ValueError(f"{NAME} {PHONE}")

    task = asyncio.create_task(fail())
    await asyncio.wait({task})
    del task

    line = lines.one()
    assert (line["event"], line["logger"], line["error"]) == (
        "Task exception was never retrieved",
        "asyncio",
        "ValueError",
    )


def test_a_database_error_tells_no_statement_and_no_value(lines):
    engine = sqlalchemy.create_engine("sqlite://")
    with engine.connect() as connection:
        connection.execute(sqlalchemy.text("create table person (name text unique)"))
        try:
            for _ in range(2):
                connection.execute(sqlalchemy.text("insert into person values (:name)"), {"name": NAME})
        except sqlalchemy.exc.IntegrityError:
            ours.exception("not stored")

    assert lines.one()["error"] == "IntegrityError < IntegrityError"


def test_a_line_that_is_put_together_wrongly_is_still_a_line(lines):
    set_up()  # the test runner's own handler would raise

    logging.getLogger("elsewhere").warning("%d of %d", NAME)

    assert lines.one()["event"] == "%d of %d"


def test_a_line_that_cannot_be_written_prints_no_arguments(lines):
    class Unsayable:
        def __str__(self):
            raise ValueError(NAME)

    ours.warning("odd", what=Unsayable(), name=NAME)

    assert re.fullmatch(r"a line of bot.tests at test_logs:\d+ could not be written\n", lines.text())


def test_what_nobody_caught_is_said_without_its_words(lines):
    class Leaky:
        def __del__(self):
            raise KeyError(NAME)

    thread = threading.Thread(target=stumble)
    thread.start()
    thread.join()
    Leaky()
    try:
        stumble()
    except ValueError as error:
        sys.excepthook(ValueError, error, error.__traceback__)
    sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    warnings.showwarning(f"about {NAME}", UserWarning, "/somewhere/else.py", 7)

    said = [(line["event"], line["level"], line["error"]) for line in lines.all()]
    assert said == [
        ("uncaught", "critical", "ValueError"),
        ("uncaught", "critical", "KeyError"),
        ("uncaught", "critical", "ValueError"),
        ("warning", "warning", "UserWarning"),
    ]


def test_a_process_that_fails_prints_no_traceback():
    program = f"from bot.logs import set_up\nset_up('INFO')\nraise ValueError({NAME!r})"

    ended = subprocess.run(  # noqa: S603 -- our own words
        [sys.executable, "-c", program], capture_output=True, text=True, check=False
    )

    assert ended.returncode == 1
    (line,) = ended.stderr.splitlines()
    assert json.loads(line)["error"] == "ValueError"
    assert NAME not in line


def test_a_person_at_a_terminal_reads_lines_not_json(lines, monkeypatch):
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    set_up("INFO")
    ours.warning("trouble", part="line", what=TOKEN)

    text = lines.text()
    assert "trouble" in text
    assert "[hidden]" in text
    assert "{" not in text


def test_a_trouble_is_said_when_it_begins_and_when_it_is_over(lines):
    once = Once(ours, "line")

    once.over()
    for what in ("TimedOut", "TimedOut", "NotSent", "TimedOut", "NotSent"):
        once.trouble(what)
    once.over()
    once.over()
    once.trouble("TimedOut")

    said = [(line["event"], line["part"], line.get("what")) for line in lines.all()]
    assert said == [
        ("trouble", "line", "TimedOut"),
        ("trouble", "line", "NotSent"),
        ("trouble over", "line", None),
        ("trouble", "line", "TimedOut"),
    ]

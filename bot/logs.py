"""Logs that a stranger may read: no names, no texts, no telephone numbers, no tokens.

Every line of ours and of the libraries passes one formatter. Tokens are cut out of
whatever it says; of somebody else's exception only the kind and the place in our code are
kept, because its message may quote what a person wrote.
"""

import logging
import re
import sys
import traceback
from collections.abc import Iterable, MutableMapping
from types import TracebackType
from typing import Any

import structlog

# "bot" may stand right before it, where `\b` does not match.
_TOKEN = re.compile(r"(?<!\d)\d{6,12}:[\w-]{30,}")
_HIDDEN = "[hidden]"
_OURS = ("bot", "handlers", "storage", "locales")
_FRAMES = 8  # of a traceback; enough to find the line

# What each library may say at most; below this they tell about requests, statements and arguments.
_TAMED = {
    "aiohttp": logging.WARNING,
    "alembic": logging.WARNING,
    "apscheduler": logging.ERROR,
    "asyncio": logging.WARNING,
    "httpcore": logging.WARNING,
    "httpx": logging.WARNING,
    "psycopg": logging.ERROR,
    "psycopg.pool": logging.ERROR,
    "sqlalchemy": logging.ERROR,
    "telegram": logging.WARNING,
    "uvicorn": logging.WARNING,
    "uvicorn.access": logging.CRITICAL,
}

Event = MutableMapping[str, Any]
_ExcInfo = tuple[type[BaseException], BaseException, TracebackType | None]


def set_up(level: str = "INFO", secrets: Iterable[str] = ()) -> None:
    """Send all logs through one formatter to standard error: lines to read on a terminal, JSON elsewhere.

    Args:
        level: The least that is said of our own parts; the libraries' own level is never lower than tamed.
        secrets: Words that must never appear, besides whatever looks like a token.
    """
    redact = _Redactor(tuple(one for one in secrets if one))
    shared: list[Any] = [
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        _kind_and_place,
    ]
    renderer: Any = (
        structlog.dev.ConsoleRenderer(colors=sys.stderr.isatty())
        if sys.stderr.isatty()
        else structlog.processors.JSONRenderer(ensure_ascii=True)
    )
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        wrapper_class=structlog.stdlib.BoundLogger,
        logger_factory=structlog.stdlib.LoggerFactory(),
        cache_logger_on_first_use=True,
    )
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=[*shared, _no_foreign_words],
            processors=[
                structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                redact,
                renderer,
                redact.line,
            ],
        )
    )
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(level)
    for name, least in _TAMED.items():
        logger = logging.getLogger(name)
        logger.setLevel(least)
        logger.handlers.clear()
        logger.propagate = True


class Once:
    """Says that something is wrong when it begins, and that it is over when it is; not each time.

    Args:
        log: Where to say it.
        part: Which part of the machine has the trouble.
    """

    def __init__(self, log: Any, part: str) -> None:
        self._log = log
        self._part = part
        self._trouble: str | None = None

    def trouble(self, what: str) -> None:
        """It is wrong in this way; said if that is news."""
        if what != self._trouble:
            self._trouble = what
            self._log.warning("trouble", part=self._part, what=what)

    def over(self) -> None:
        """It is right; said if that is news."""
        if self._trouble is not None:
            self._trouble = None
            self._log.info("trouble over", part=self._part)


class _Redactor:
    def __init__(self, secrets: tuple[str, ...]) -> None:
        self._secrets = secrets

    def __call__(self, _logger: Any, _method: str, event: Event) -> Event:
        for name, value in event.items():
            if not isinstance(value, int | float | bool | None):
                event[name] = self._clean(str(value))
        return event

    def line(self, _logger: Any, _method: str, rendered: Any) -> str:
        """The last look, at the whole line as it will be written."""
        return self._clean(str(rendered))

    def _clean(self, text: str) -> str:
        for secret in self._secrets:
            text = text.replace(secret, _HIDDEN)
        return _TOKEN.sub(_HIDDEN, text)


def _kind_and_place(_logger: Any, _method: str, event: Event) -> Event:
    """An exception becomes its kind and the lines of our code that it passed; its own words are dropped."""
    info = event.pop("exc_info", None)
    if info is True:
        info = sys.exc_info()
    elif isinstance(info, BaseException):
        info = (type(info), info, info.__traceback__)
    if isinstance(info, tuple) and info[0] is not None:
        event["error"], event["at"] = _told(info)
    event.pop("exc_text", None)
    event.pop("stack_info", None)
    return event


def _told(info: _ExcInfo) -> tuple[str, str]:
    kinds: list[str] = []
    error: BaseException | None = info[1]
    while error is not None and len(kinds) < 5:
        kinds.append(type(error).__name__)
        error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    frames = [
        f"{frame.f_globals.get('__name__', '?')}:{line}"
        for frame, line in traceback.walk_tb(info[2])
        if str(frame.f_globals.get("__name__", "")).partition(".")[0] in _OURS
    ]
    return " < ".join(kinds), " > ".join(frames[-_FRAMES:])


def _no_foreign_words(_logger: Any, _method: str, event: Event) -> Event:
    """A library's own line keeps its pattern and loses the values, which may be anything."""
    record = event.get("_record")
    if isinstance(record, logging.LogRecord) and record.args:
        event["event"] = str(record.msg)
    if isinstance(record, logging.LogRecord):
        event["logger"] = record.name
    return event

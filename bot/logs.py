"""Logs that a stranger may read: no names, no texts, no telephone numbers, no tokens.

Every line of ours and of the libraries passes one formatter. Tokens are cut out of
whatever it says. Of an exception only the kind and the place in our code are kept, because
its message may quote what a person wrote; of a library's line only its pattern, for the same reason.
"""

import logging
import re
import sys
import threading
import traceback
import warnings
from collections.abc import Iterable, Iterator, MutableMapping
from contextlib import suppress
from types import TracebackType
from typing import Any, TextIO

import structlog

# "bot" may stand right before it, where `\b` does not match; in an address the colon may be written as %3A.
_TOKEN = re.compile(r"(?<!\d)\d{6,12}(?::|%3A)[\w-]{30,}", re.IGNORECASE)
_HIDDEN = "[hidden]"
_OURS = ("bot", "handlers", "storage", "locales")
_FRAMES = 8  # of a traceback; enough to find the line
_CAUSES = 5  # of an exception; further ones say no more
# A library's line that has no pattern is already put together with whatever it tells about;
# its beginning, up to the first thing that is no plain word, is its author's.
_PLAIN_WORDS = re.compile(r"[A-Za-z _,.-]{0,80}")

# Libraries warn of troubles, these only of errors: their warnings tell about statements and arguments.
_TAMED = {
    "apscheduler": logging.ERROR,
    "psycopg": logging.ERROR,
    "psycopg.pool": logging.ERROR,
    "sqlalchemy": logging.ERROR,
    "uvicorn.access": logging.CRITICAL,
}
# These may have been given handlers or levels of their own.
_OTHERS = ("aiohttp", "alembic", "asyncio", "httpcore", "httpx", "telegram", "uvicorn", "uvicorn.error")

Event = MutableMapping[str, Any]
_ExcInfo = tuple[type[BaseException], BaseException, TracebackType | None]

_log = structlog.get_logger(__name__)


def set_up(level: str = "INFO", secrets: Iterable[str] = ()) -> None:
    """Send all logs through one formatter to standard error: lines to read on a terminal, JSON elsewhere.

    What nobody caught, and what Python warns of, comes the same way instead of being printed.

    Args:
        level: The least that is said of our own parts; libraries say nothing below a warning.
        secrets: Words that must never appear, besides whatever looks like a token.
    """
    redact = _Redactor(secrets)
    shared: list[Any] = [
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        _kind_and_place,
    ]
    renderer: Any = (
        structlog.dev.ConsoleRenderer(colors=True)
        if sys.stderr.isatty()
        else structlog.processors.JSONRenderer(ensure_ascii=True)
    )
    structlog.configure(
        processors=[
            structlog.stdlib.filter_by_level,
            structlog.stdlib.add_logger_name,
            *shared,
            structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
        ],
        wrapper_class=structlog.stdlib.BoundLogger,
        logger_factory=structlog.stdlib.LoggerFactory(),
        cache_logger_on_first_use=True,
    )
    handler = _ToStandardError()
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=[*shared, _no_foreign_words],
            # Never put together, so that nothing has to be taken apart again.
            use_get_message=False,
            pass_foreign_args=True,
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
    root.setLevel(max(logging.WARNING, logging.getLevelNamesMapping()[level]))
    for name in _OURS:
        logging.getLogger(name).setLevel(level)
    for name in (*_OTHERS, *_TAMED):
        logger = logging.getLogger(name)
        logger.setLevel(_TAMED.get(name, logging.NOTSET))
        logger.handlers.clear()
        logger.propagate = True
    _catch_the_rest()


class Once:
    """Says that something is wrong when it begins, and that it is over when it is; not each time.

    Args:
        log: Where to say it.
        part: Which part of the machine has the trouble.
    """

    def __init__(self, log: Any, part: str) -> None:
        self._log = log
        self._part = part
        self._said: set[str] = set()

    def trouble(self, what: str) -> None:
        """It is wrong in this way; said if it was not yet since all was well."""
        if what not in self._said:
            self._said.add(what)
            self._log.warning("trouble", part=self._part, what=what)

    def over(self) -> None:
        """It is right; said if that is news."""
        if self._said:
            self._said.clear()
            self._log.info("trouble over", part=self._part)


class _ToStandardError(logging.Handler):
    """Writes to what is standard error now; of a line that cannot be formatted it quotes nothing."""

    def emit(self, record: logging.LogRecord) -> None:
        try:
            line = self.format(record)
        except Exception:  # whatever is wrong with somebody's values; logging itself would print them all
            line = f"a line of {record.name} at {record.module}:{record.lineno} could not be written"
        # A terminal that is gone must not stop the hotline.
        with suppress(OSError, ValueError):
            sys.stderr.write(f"{line}\n")
            sys.stderr.flush()


class _Redactor:
    def __init__(self, secrets: Iterable[str]) -> None:
        # The longest first: one may be the beginning of another.
        self._secrets = sorted({one for one in secrets if one}, key=len, reverse=True)

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
    """The kinds and places of an exception and of what caused it, outermost first."""
    chain = list(_causes(info[1]))
    traces = [info[2], *(one.__traceback__ for one in chain[1:])]
    return " < ".join(map(_kind, chain)), " < ".join(filter(None, map(_places, traces)))


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    seen: list[BaseException] = []
    while error is not None and error not in seen and len(seen) < _CAUSES:
        seen.append(error)
        yield error
        error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)


def _kind(error: BaseException) -> str:
    name = type(error).__name__
    if isinstance(error, BaseExceptionGroup):
        inner = sorted({_kind(one) for one in error.exceptions})
        return f"{name}({', '.join(inner[:_CAUSES])})"
    return name


def _places(trace: TracebackType | None) -> str:
    frames = [
        f"{frame.f_globals.get('__name__', '?')}:{line}"
        for frame, line in traceback.walk_tb(trace)
        if str(frame.f_globals.get("__name__", "")).partition(".")[0] in _OURS
    ]
    return " > ".join(frames[-_FRAMES:])


def _no_foreign_words(_logger: Any, _method: str, event: Event) -> Event:
    """A library's own line keeps its pattern and loses the values, which may be anything."""
    record: logging.LogRecord = event["_record"]
    if not event.pop("positional_args", None):
        plain = _PLAIN_WORDS.match(event["event"])
        event["event"] = plain[0].strip() if plain else ""
    if isinstance(record.msg, BaseException):
        event["event"] = type(record.msg).__name__
    event["logger"] = record.name
    event.setdefault("at", f"{record.module}:{record.lineno}")
    return event


def _catch_the_rest() -> None:
    def uncaught(
        kind: type[BaseException], error: BaseException | None, trace: TracebackType | None, /
    ) -> None:
        if not issubclass(kind, KeyboardInterrupt | SystemExit):  # these are ends, not troubles
            _log.critical("uncaught", exc_info=(kind, error or kind(), trace))

    def warned(
        message: Warning | str,
        category: type[Warning],
        filename: str,
        lineno: int,
        file: TextIO | None = None,
        line: str | None = None,
    ) -> None:
        # Not *message*: it may quote a value.
        _log.warning("warning", error=category.__name__, at=f"{filename.rpartition('/')[2]}:{lineno}")

    sys.excepthook = uncaught
    warnings.showwarning = warned
    # Whoever has put something of their own here, as test runners do, keeps it.
    if threading.excepthook is threading.__excepthook__:
        threading.excepthook = lambda told: uncaught(told.exc_type, told.exc_value, told.exc_traceback)
    if sys.unraisablehook is sys.__unraisablehook__:
        sys.unraisablehook = lambda told: uncaught(told.exc_type, told.exc_value, told.exc_traceback)

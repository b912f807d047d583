"""Every function of the house fails once, with an error that quotes whatever it was given.

The functions are found, not listed: what a newcomer writes is here, too. While a storm goes on,
each of them raises when it is called for the first time, with another kind of error each, and
works from then on; so everything that may follow an error is gone through.
"""

import enum
import functools
import inspect
import json
import sqlite3
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from threading import Lock
from types import FunctionType, ModuleType
from typing import Any

import aiohttp
import pytest
from sqlalchemy.exc import DataError, IntegrityError, OperationalError
from telegram.error import BadRequest, Forbidden, NetworkError, RetryAfter, TelegramError, TimedOut

from storage.errors import SealBroken

_FLOORS = ("bot", "handlers", "storage", "locales")
_LEFT_ALONE = (
    "bot.sandbox",  # plays Telegram, and is no part of the house
    "bot.clock",  # is asked by the scenes, too
    "bot.steps",
    "bot.app",  # starts and ends the parts: a house that does not stand has nothing to leak
    "bot.logs",  # is what is tested
    "storage.columns",  # are asked by the scenes, to know when all is quiet
    "storage.engine",
    "storage.errors",
    "storage.store",  # its statements fail in `tests.canary.storm`
    "storage.writing",
)
# Their own first line is what guards them: to raise before it is no error that could happen.
_GUARDED = frozenset(("bot.schedule.Schedule._run", "bot.delivery.Delivery._deliver"))


class Forced(Exception):
    """An error that the test has made."""


def _chained(words: str) -> Exception:
    error = RuntimeError(words)
    error.__cause__ = ValueError(words)
    error.add_note(words)
    return error


def _full(words: str) -> Exception:
    error = sqlite3.OperationalError(words)
    error.sqlite_errorcode = sqlite3.SQLITE_FULL
    return error


_STATEMENT = "INSERT INTO cases (body) VALUES (?)"
ERRORS: tuple[Callable[[str], Exception], ...] = (
    Forced,
    ValueError,
    KeyError,
    _chained,
    OSError,
    lambda words: OSError(28, words, words),
    SealBroken,
    lambda words: IntegrityError(_STATEMENT, (words,), sqlite3.IntegrityError(f"UNIQUE failed: {words}")),
    lambda words: OperationalError(_STATEMENT, {"body": words}, sqlite3.OperationalError(words)),
    lambda words: DataError(_STATEMENT, (words,), ValueError(words)),
    _full,
    sqlite3.IntegrityError,
    lambda words: json.JSONDecodeError(words, words, 0),
    lambda words: UnicodeEncodeError("utf-8", words, 0, 1, words),
    TelegramError,
    BadRequest,
    Forbidden,
    NetworkError,
    TimedOut,
    lambda words: RetryAfter(0),
    aiohttp.ClientError,
    lambda words: ExceptionGroup(words, [ValueError(words), KeyError(words)]),
    AssertionError,
)


@dataclass
class Seams:
    """All functions of the house, and which of them have failed.

    Attributes:
        quote: What errors say besides the arguments.
        storm: Whether functions fail now.
        failed: Those that did.
    """

    quote: Callable[[], str]
    storm: bool = False
    known: int = 0
    failed: list[str] = field(default_factory=list)
    only: Callable[[str], bool] = lambda _name: True
    _had: set[str] = field(default_factory=set)
    _lock: Lock = field(default_factory=Lock)

    def strike(self, name: str, given: tuple[Any, ...], named: dict[str, Any]) -> None:
        """Raise, if it is this function's turn."""
        if not self.storm or name in self._had:
            return
        with self._lock:
            if name in self._had:
                return
            self._had.add(name)
            self.failed.append(name)
            kind = ERRORS[len(self.failed) % len(ERRORS)]
        raise kind(f"{self.quote()} {_shown(given)} {_shown(named)}")

    @contextmanager
    def everywhere(self) -> Iterator[None]:
        """Inside, every function can fail; afterwards all is as it was."""
        with pytest.MonkeyPatch.context() as patch:
            modules = [module for name, module in sorted(sys.modules.items()) if _ours(name)]
            instead: dict[FunctionType, Any] = {}
            for module in modules:
                for holder, name, function in _functions(module):
                    if f"{module.__name__}.{name}" in _GUARDED:
                        continue
                    instead[function] = wrapped = self._wrapped(f"{module.__name__}.{name}", function)
                    patch.setattr(holder, name.rpartition(".")[2], wrapped)
            # What others imported by its name.
            for module in modules:
                for name, value in list(vars(module).items()):
                    if isinstance(value, FunctionType) and value in instead:
                        patch.setattr(module, name, instead[value])
            self.known = len(instead)
            yield

    def _wrapped(self, name: str, function: FunctionType) -> Any:
        if inspect.iscoroutinefunction(function):

            @functools.wraps(function)
            async def later(*given: Any, **named: Any) -> Any:
                self.strike(name, given, named)
                return await function(*given, **named)

            return later

        @functools.wraps(function)
        def now(*given: Any, **named: Any) -> Any:
            self.strike(name, given, named)
            return function(*given, **named)

        return now


def _shown(given: Any) -> str:
    try:
        return repr(given)[:2000]
    except Exception as error:  # whatever cannot be shown need not be
        return type(error).__name__


def _ours(name: str) -> bool:
    left = any(name == one or name.startswith(f"{one}.") for one in _LEFT_ALONE)
    return name.partition(".")[0] in _FLOORS and not left


def _functions(module: ModuleType) -> Iterator[tuple[Any, str, FunctionType]]:
    for name, value in list(vars(module).items()):
        if getattr(value, "__module__", None) != module.__name__:
            continue
        if isinstance(value, FunctionType):
            yield module, name, value
        elif inspect.isclass(value) and not issubclass(value, enum.Enum | BaseException):
            for inner, method in list(vars(value).items()):
                if isinstance(method, FunctionType) and not inner.startswith("__"):
                    yield value, f"{name}.{inner}", method

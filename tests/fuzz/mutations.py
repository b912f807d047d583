"""Breaks a well-formed update: wrong types, missing and extra fields, absurd numbers, deep nests."""

import json
import re
from collections.abc import Callable
from random import Random
from typing import Any

from tests.fuzz.contents import Raw
from tests.fuzz.texts import MARK, Words

_DEEP = (40, 300, 900, 3_000, 20_000)
_LONG_NUMBER = "\ue000number\ue001"
_NEST = re.compile(r'"\\ue000nest(\d+)([a-z])\\ue001"')

# Python itself could not write these; they stand for themselves until the wire.
_ODD: tuple[Any, ...] = (
    None,
    True,
    False,
    0,
    -1,
    1,
    2**31,
    2**53,
    2**63,
    2**64,
    -(2**63),
    10**300,
    0.5,
    -0.0,
    1.0,
    1e308,
    float("inf"),
    float("-inf"),
    float("nan"),
    "",
    "0",
    "-5",
    _LONG_NUMBER,
    [],
    {},
    [[]],
    [None],
    [{}],
    {"id": 1},
    {"id": "1"},
    {"": ""},
)


def mutated(random: Random, update: Raw, words: Words) -> Raw:
    """*update* with one to four things in it changed."""
    broken: Raw = _copied(update)
    for _ in range(random.choice((1, 1, 1, 2, 4))):
        places = list(_places(broken))
        holder, key = random.choice(places)
        random.choice(_BREAKS)(random, words, holder, key)
    return broken


def odd(random: Random, words: Words) -> Any:
    """A value that nobody expects."""
    chance = random.random()
    if chance < 0.75:
        return _copied(random.choice(_ODD))
    return words.text() if chance < 0.98 else nest(random.choice(_DEEP), random.choice(("l", "o")))


def nest(depth: int, kind: str) -> str:
    """Containers within containers: stands for them until `wired`."""
    return f"\ue000nest{depth}{kind}\ue001"


def wired(update: Any) -> str:
    """*update* as it comes over the wire, with nests as deep and numbers as long as nobody expects."""
    text = json.dumps(update)
    if "\\ue000" not in text:
        return text
    text = text.replace(json.dumps(_LONG_NUMBER), "9" * 5_000)
    return _NEST.sub(lambda found: _nested(int(found[1]), found[2]), text)


def _nested(depth: int, kind: str) -> str:
    opening, closing = ("[", "]") if kind == "l" else ('{"message":', "}")
    return f'{opening * depth}"{MARK}"{closing * depth}'


def _places(value: Any) -> list[tuple[Any, Any]]:
    """Every place inside *value*, as the container and the key."""
    found: list[tuple[Any, Any]] = []
    waiting = [value]
    while waiting and len(found) < 400:
        one = waiting.pop()
        items = one.items() if isinstance(one, dict) else enumerate(one) if isinstance(one, list) else ()
        for key, inner in items:
            found.append((one, key))
            if isinstance(inner, dict | list):
                waiting.append(inner)
    return found or [({"": value}, "")]


def _replace(random: Random, words: Words, holder: Any, key: Any) -> None:
    holder[key] = odd(random, words)


def _drop(_random: Random, _words: Words, holder: Any, key: Any) -> None:
    del holder[key]


def _add(random: Random, words: Words, holder: Any, _key: Any) -> None:
    if isinstance(holder, dict):
        name = random.choice(("chat", "from", "text", "entities", "date", "id", "photo", words.name()))
        holder[name] = odd(random, words)
    else:
        holder.append(odd(random, words))


def _wrap(random: Random, _words: Words, holder: Any, key: Any) -> None:
    holder[key] = [holder[key]] if random.random() < 0.5 else {"value": holder[key]}


def _many(random: Random, _words: Words, holder: Any, key: Any) -> None:
    if isinstance(holder[key], str):
        holder[key] = holder[key][:500] * 50
    else:
        holder[key] = [holder[key]] * random.choice((2, 50))


def _turn(_random: Random, _words: Words, holder: Any, key: Any) -> None:
    value = holder[key]
    holder[key] = str(value)[:2_000] if isinstance(value, int | float) else len(str(key))


_BREAKS: tuple[Callable[[Random, Words, Any, Any], None], ...] = (
    _replace,
    _replace,
    _replace,
    _drop,
    _drop,
    _add,
    _wrap,
    _many,
    _turn,
)


def _copied(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _copied(one) for key, one in value.items()}
    return [_copied(one) for one in value] if isinstance(value, list) else value

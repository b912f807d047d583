"""Reads JSON that came from outside, whatever stands in it.

Python refuses numbers of more than 4,300 digits and gives up on deep nests. Where a hundred
updates come in one answer, one such value would hold up the other ninety-nine for ever: what
was not confirmed comes again. So a value that cannot be held is replaced, and the rest is read.
"""

import json
import re
from typing import Any

DEEPEST = 64
"""Containers within containers; Telegram's own go to about ten. What lies deeper becomes null."""

_LONGEST_NUMBER = 300  # digits
_PIECE = re.compile(r'"(?:[^"\\]|\\.)*"|[\[\]{}]', re.DOTALL)


def read_json(text: str) -> Any:
    """The value that *text* says, with what cannot be held replaced.

    Raises:
        ValueError: It is no JSON.
    """
    try:
        return json.loads(text)
    except RecursionError:
        return read_json(_shallow(text))
    except json.JSONDecodeError:
        raise
    except ValueError:
        return json.loads(_shallow(text), parse_int=_number)


def shallow(value: Any) -> Any:
    """*value* with null in place of what lies too deep, so that it can be written again."""
    whole: list[Any] = [None]
    waiting: list[tuple[Any, Any, Any, int]] = [(value, whole, 0, 1)]
    while waiting:
        one, holder, key, depth = waiting.pop()
        copy: Any = one
        if isinstance(one, dict | list):
            copy = None if depth == DEEPEST else one.copy()
            if copy is not None:
                keys = one if isinstance(one, dict) else range(len(one))
                waiting.extend((one[each], copy, each, depth + 1) for each in keys)
        holder[key] = copy
    return whole[0]


def _number(digits: str) -> int | float:
    return int(digits) if len(digits) <= _LONGEST_NUMBER else float(digits)


def _shallow(text: str) -> str:
    """*text* with null in place of what lies too deep."""
    kept: list[str] = []
    depth, start = 0, 0
    for found in _PIECE.finditer(text):
        mark = found.group()
        if mark in "[{":
            depth += 1
            if depth == DEEPEST:
                kept += (text[start : found.start()], "null")
        elif mark in "]}":
            if depth == DEEPEST:
                start = found.end()
            depth -= 1
    kept.append(text[start:] if depth < DEEPEST else "")
    return "".join(kept)

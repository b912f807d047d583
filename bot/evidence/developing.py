"""Has the working copy of a photo made in a process of its own, and believes nothing that it answers.

The process starts with an empty environment and without the project on its path, gets the picture
through a pipe, and is ended when it takes too long. One works at a time: a picture may need 800 MB.
"""

import asyncio
import json
import sys
from contextlib import suppress
from dataclasses import dataclass
from math import isfinite
from pathlib import Path
from typing import Any

from storage.records import Json

DEVELOPED = {"image/jpeg": "jpg", "image/png": "png", "image/webp": "webp"}
"""The types of which a copy can be made, and how the copy's name ends."""

_DARKROOM = Path(__file__).with_name("darkroom.py")
_PATIENCE = 90.0  # seconds; 50 M pixels take ten
_LARGEST = 20 * 1024 * 1024  # bytes of an answer
_TROUBLES = frozenset(("unreadable", "truncated", "too-many-pixels", "too-large"))
_WORDS = ("taken", "zone", "maker", "model", "program", "gps_day")
_LONGEST_WORD = 120


@dataclass(frozen=True, slots=True)
class Developed:
    """What became of a picture.

    Attributes:
        says: What the file says of itself: width, height, taken, zone, maker, model, program, place as
            [latitude, longitude] in degrees, gps_day. Never more than a claim.
        copy: Without metadata; None where none could be made.
        trouble: Why: unreadable, truncated, too-many-pixels, too-large, died, slow.
    """

    says: Json
    copy: bytes | None = None
    mime: str = ""
    trouble: str | None = None


async def develop(content: bytes, *, patience: float = _PATIENCE) -> Developed:
    """The working copy of a picture. Never raises for anything that is wrong with it.

    Args:
        patience: Seconds until the process is ended.
    """
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-I", str(_DARKROOM)),
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.DEVNULL,  # a traceback may quote the file
        env={},
        cwd="/",
        limit=1 << 20,
    )
    try:
        async with asyncio.timeout(patience):
            answer, _ = await process.communicate(content)
    except TimeoutError:
        return Developed({}, trouble="slow")
    finally:
        if process.returncode is None:
            with suppress(ProcessLookupError):
                process.kill()
            await process.wait()
    if process.returncode != 0:
        return Developed({}, trouble="died")
    return _read(answer)


def _read(answer: bytes) -> Developed:
    line, _, copy = answer.partition(b"\n")
    try:
        told = json.loads(line)
    except ValueError:
        return Developed({}, trouble="died")
    if not isinstance(told, dict):
        return Developed({}, trouble="died")
    says = _believed(told.get("says"))
    mime = told.get("mime")
    if isinstance(mime, str) and mime in DEVELOPED and copy and len(copy) <= _LARGEST:
        return Developed(says, copy, mime)
    trouble = told.get("trouble")
    return Developed(says, trouble=trouble if trouble in _TROUBLES else "died")


def _believed(told: Any) -> dict[str, Any]:
    """Of what a possibly subverted process tells, what has the right shape."""
    if not isinstance(told, dict):
        return {}
    says: dict[str, Any] = {
        name: told[name][:_LONGEST_WORD] for name in _WORDS if isinstance(told.get(name), str)
    }
    says |= {name: told[name] for name in ("width", "height") if type(told.get(name)) is int}
    place = told.get("place")
    if isinstance(place, list) and len(place) == 2 and all(type(one) in (int, float) for one in place):
        latitude, longitude = place
        if isfinite(latitude) and isfinite(longitude) and abs(latitude) <= 90 and abs(longitude) <= 180:
            says["place"] = place
    return says

"""Makes the working copy of a photo: a program of its own, run by `developing` for one picture.

Pictures come from strangers, and their readers are written in C. So they are read here, in a process
without keys or settings of ours, with bounds on memory, time and output, which can open no file and no
connection more once the picture is there. It runs as the same user: a second wall, not a cage. It imports
nothing of the project, for it is started by its path. Picture on stdin; on stdout one line of JSON,
and after it the copy.

The copy is a new image into which the pixels are pasted: a plain re-save keeps a JPEG's comments.
"""

import io
import json
import os
import resource
import sys
import warnings
from typing import Any

MOST_PIXELS = 50_000_000
_MEMORY = 1_600 * 1024 * 1024  # bytes of address space: two images of 50 M pixels, and their files
_SECONDS = 60  # of computing
_LARGEST = 8 * 1024 * 1024  # bytes; a larger copy becomes a JPEG, and must go up within one send
_LONGEST_WORD = 120  # letters of what a file says of its camera
_FORMATS = ("JPEG", "PNG", "WEBP")
_KEPT_MODES = frozenset(("1", "L", "LA", "RGB", "RGBA", "I;16"))
_EXIF_PART, _GPS_PART = 0x8769, 0x8825
_MADE_AT, _ZONE, _MAKER, _MODEL, _PROGRAM = 0x9003, 0x9011, 0x010F, 0x0110, 0x0131
_DATE = 0x0132


class _NoCopy(Exception):
    """None can be made; says why in one word."""


def main() -> int:
    """One picture."""
    content = sys.stdin.buffer.read()
    _load()
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (_SECONDS, _SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))  # a core would be the picture, readable, on the disk
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))  # it writes to a pipe only
    resource.setrlimit(resource.RLIMIT_NOFILE, (3, 3))  # stdin, stdout, stderr, and no more
    told, copy = develop(content)
    sys.stdout.buffer.write(json.dumps(told).encode("ascii") + b"\n" + copy)
    sys.stdout.buffer.flush()
    return 0


def _load() -> None:
    """All that is needed later, for later nothing can be opened."""
    from PIL import (  # noqa: F401 -- they make themselves known
        Image,
        ImageOps,
        JpegImagePlugin,
        MpoImagePlugin,
        PngImagePlugin,
        TiffImagePlugin,
        WebPImagePlugin,
    )

    Image.preinit()


def develop(content: bytes) -> tuple[dict[str, Any], bytes]:
    """What the file says of itself, and its copy.

    Returns:
        `says`, and either `mime` with the copy, or `trouble`: unreadable, truncated, too-many-pixels,
        too-large.
    """
    from PIL import Image

    Image.MAX_IMAGE_PIXELS = MOST_PIXELS
    warnings.simplefilter("error", Image.DecompressionBombWarning)
    said: dict[str, Any] = {}
    try:
        _verify(content)
        with Image.open(io.BytesIO(content), formats=_FORMATS) as image:
            if image.width * image.height > MOST_PIXELS:
                raise _NoCopy("too-many-pixels")
            said = _says(image)
            mime, copy = _copied(image)
    except _NoCopy as none:
        return {"says": said, "trouble": str(none)}, b""
    except (Image.DecompressionBombWarning, Image.DecompressionBombError):
        return {"says": said, "trouble": "too-many-pixels"}, b""
    except MemoryError:
        return {"says": said, "trouble": "too-large"}, b""
    except Exception as error:  # Pillow's readers raise whatever a broken file makes them raise
        word = "truncated" if "truncated" in str(error) else "unreadable"
        return {"says": said, "trouble": word}, b""
    return {"says": said, "mime": mime}, copy


def _verify(content: bytes) -> None:
    from PIL import Image

    # An image that was verified can only be closed.
    with Image.open(io.BytesIO(content), formats=_FORMATS) as image:
        if image.width * image.height > MOST_PIXELS:
            raise _NoCopy("too-many-pixels")
        image.verify()


def _copied(image: Any) -> tuple[str, bytes]:
    from PIL import Image, ImageOps

    kind = str(image.format)
    # How it was held stands in the metadata, too, and would go with it.
    ImageOps.exif_transpose(image, in_place=True)
    upright = image
    if upright.mode not in _KEPT_MODES:
        upright = upright.convert("RGBA" if upright.mode in ("P", "PA") else "RGB")
    fresh = Image.new(upright.mode, upright.size)
    fresh.paste(upright)
    written = io.BytesIO()
    if kind == "PNG":
        fresh.save(written, "PNG", compress_level=3)
    elif kind == "WEBP":
        fresh.save(written, "WEBP", quality=90)
    else:
        kind = "JPEG"
        fresh.convert("RGB").save(written, "JPEG", quality=92)
    if written.tell() > _LARGEST:
        kind, written = "JPEG", io.BytesIO()
        _on_white(fresh).save(written, "JPEG", quality=85)
    if written.tell() > 2 * _LARGEST:
        raise _NoCopy("too-large")
    return f"image/{kind.lower()}", written.getvalue()


def _on_white(image: Any) -> Any:
    from PIL import Image

    if image.mode not in ("LA", "RGBA"):
        return image.convert("RGB")
    seen = image.convert("RGBA")
    ground = Image.new("RGBA", seen.size, "white")
    ground.alpha_composite(seen)
    return ground.convert("RGB")


def _says(image: Any) -> dict[str, Any]:
    """Size, and what the metadata tells: time, place, camera. Nothing of it is proven."""
    said: dict[str, Any] = {"width": image.width, "height": image.height}
    try:
        exif = image.getexif()
        part, gps = exif.get_ifd(_EXIF_PART), exif.get_ifd(_GPS_PART)
    except Exception:  # broken metadata tells nothing, and must not cost the copy
        return said
    words = {
        "taken": part.get(_MADE_AT) or exif.get(_DATE),
        "zone": part.get(_ZONE),
        "maker": exif.get(_MAKER),
        "model": exif.get(_MODEL),
        "program": exif.get(_PROGRAM),
    }
    said |= {name: word for name, value in words.items() if (word := _word(value))}
    latitude, longitude = _degrees(gps, 1, 2, "S", 90), _degrees(gps, 3, 4, "W", 180)
    if latitude is not None and longitude is not None:
        said["place"] = [latitude, longitude]
    if day := _word(gps.get(29)):
        said["gps_day"] = day  # UTC
    return said


def _word(value: Any) -> str | None:
    if isinstance(value, bytes):
        value = value.decode("utf-8", "replace")
    if not isinstance(value, str):
        return None
    return "".join(one for one in value if one.isprintable()).strip()[:_LONGEST_WORD] or None


def _degrees(gps: Any, side: int, parts: int, negative: str, most: int) -> float | None:
    try:
        degrees, minutes, seconds = (float(one) for one in gps[parts])
        found = degrees + minutes / 60 + seconds / 3600
        turned = _word(gps[side]) == negative
    except (KeyError, TypeError, ValueError, ZeroDivisionError, OverflowError):
        return None
    # NaN is not within either.
    return round(-found if turned else found, 6) if 0 <= found <= most else None


if __name__ == "__main__":
    # Ends at once: nothing of the reader's state needs to be put away.
    code = main()
    os._exit(code)

"""Made-up pictures for tests, with the traces that phones leave in them."""

import io
import random
from typing import Any

from PIL import Image, PngImagePlugin

SECRET = "the blue gate in Zhurgenov street"  # noqa: S105 -- opens nothing
CAMERA = "Kumis Phone 7"


def photo(
    kind: str, *, size: tuple[int, int] = (64, 48), exif: Any = None, noise: bool = False, **how: Any
) -> bytes:
    """A picture of nobody."""
    image = Image.new("RGB", size, (120, 90, 60))
    if noise:
        image = Image.frombytes("RGB", size, random.Random(7).randbytes(size[0] * size[1] * 3))
    written = io.BytesIO()
    if exif is not None:
        how["exif"] = exif
    image.save(written, kind, **how)
    return written.getvalue()


def with_place(kind: str) -> bytes:
    """One whose metadata says where, when and by which camera it was taken, and holds a comment."""
    exif = Image.Exif()
    exif[0x010F], exif[0x0110] = "Kumis", CAMERA
    exif[0x8769] = {0x9003: "2026:03:14 09:30:00", 0x9011: "+05:00", 0x9286: b"ASCII\0\0\0" + SECRET.encode()}
    exif[0x8825] = {
        1: "N",
        2: (43.0, 14.0, 20.2164),
        3: "W",
        4: (76.0, 53.0, 22.9524),
        29: "2026:03:14",
    }
    how: dict[str, Any] = {}
    if kind == "JPEG":
        how["comment"] = SECRET
    elif kind == "PNG":
        info = PngImagePlugin.PngInfo()
        info.add_text("Comment", SECRET)
        how["pnginfo"] = info
    return photo(kind, exif=exif, **how)

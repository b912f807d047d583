"""What Telegram does to pictures, as far as a bot can notice: measured, stripped, with a small copy."""

import struct
import zlib
from dataclasses import dataclass

_NO_LENGTH = frozenset((0x01, *range(0xD0, 0xDA)))  # JPEG markers without a length
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_KEPT = frozenset((0xE0, 0xEE))  # JFIF and Adobe's colour flags; all else in APPn is metadata


@dataclass(frozen=True, slots=True)
class Picture:
    """The kind and the size of a picture."""

    mime: str
    width: int
    height: int


def measure(content: bytes) -> Picture | None:
    """What *content* shows; None where it is no picture."""
    if content.startswith(b"\x89PNG\r\n\x1a\n") and content[12:16] == b"IHDR" and len(content) >= 24:
        width, height = struct.unpack(">II", content[16:24])
        return Picture("image/png", width, height)
    if content[:6] in (b"GIF87a", b"GIF89a") and len(content) >= 10:
        width, height = struct.unpack("<HH", content[6:10])
        return Picture("image/gif", width, height)
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return _webp(content)
    if content.startswith(b"\xff\xd8"):
        return _jpeg(content)
    return None


def _webp(content: bytes) -> Picture | None:
    if content[12:16] == b"VP8X" and len(content) >= 30:
        width = int.from_bytes(content[24:27], "little") + 1
        return Picture("image/webp", width, int.from_bytes(content[27:30], "little") + 1)
    if content[12:16] == b"VP8L" and len(content) >= 25:
        packed = int.from_bytes(content[21:25], "little")
        return Picture("image/webp", (packed & 0x3FFF) + 1, (packed >> 14 & 0x3FFF) + 1)
    if content[12:16] == b"VP8 " and len(content) >= 30:
        width, height = struct.unpack("<HH", content[26:30])
        return Picture("image/webp", width & 0x3FFF, height & 0x3FFF)
    return None


def _jpeg(content: bytes) -> Picture | None:
    at = 2
    while at + 9 <= len(content) and content[at] == 0xFF:
        marker = content[at + 1]
        if marker in _FRAMES:
            height, width = struct.unpack(">HH", content[at + 5 : at + 9])
            return Picture("image/jpeg", width, height)
        at += 2 if marker in _NO_LENGTH else 2 + int.from_bytes(content[at + 2 : at + 4], "big")
    return None


def without_metadata(content: bytes) -> bytes:
    """*content* without EXIF, place and comments, as a JPEG leaves Telegram; others stay as they are."""
    if not content.startswith(b"\xff\xd8"):
        return content
    out, at = bytearray(content[:2]), 2
    while at + 4 <= len(content) and content[at] == 0xFF:
        marker = content[at + 1]
        if marker == 0xDA:  # The picture itself begins: nothing after it is metadata.
            break
        size = 2 if marker in _NO_LENGTH else 2 + int.from_bytes(content[at + 2 : at + 4], "big")
        metadata = marker == 0xFE or (0xE0 <= marker <= 0xEF and marker not in _KEPT)
        if not metadata:
            out += content[at : at + size]
        at += size
    return bytes(out + content[at:])


def small_copy(picture: Picture, longest: int = 90) -> tuple[bytes, Picture]:
    """A grey picture of the same shape: whoever takes it instead of the largest size will see it."""
    scale = min(1.0, longest / max(picture.width, picture.height, 1))
    width, height = max(1, round(picture.width * scale)), max(1, round(picture.height * scale))
    rows = (b"\0" + b"\xa0" * width) * height
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    body = _chunk(b"IHDR", head) + _chunk(b"IDAT", zlib.compress(rows)) + _chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + body, Picture("image/png", width, height)


def _chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

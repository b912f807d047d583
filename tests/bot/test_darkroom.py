"""A working copy shows the picture and nothing else; what the file says of itself is read before."""

import io
import struct
import zlib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image, PngImagePlugin

from bot.evidence import darkroom, developing
from bot.evidence.darkroom import develop as develop_here
from bot.evidence.developing import develop
from handlers.evidence.content import recognise
from tests.bot.pictures import CAMERA, SECRET, photo, with_place

DARKROOM = Path(darkroom.__file__).read_text()


def _bare(copy: bytes) -> None:
    """Nothing but pixels is in it."""
    with Image.open(io.BytesIO(copy)) as image:
        assert dict(image.getexif()) == {}
        assert not {"comment", "exif", "xmp", "icc_profile", "photoshop"} & set(image.info)
    for needle in (SECRET, SECRET.encode("utf-16-le").decode("latin-1"), CAMERA, "Exif\0", "http://ns.adobe"):
        assert needle.encode("latin-1") not in copy


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
async def test_the_copy_has_the_picture_without_place_camera_and_comments(kind: str) -> None:
    content = with_place(kind)
    assert SECRET.encode() in content or kind == "WEBP"

    made = await develop(content)

    assert made.trouble is None
    assert made.copy is not None
    assert made.mime == f"image/{kind.lower()}" == recognise(made.copy).mime
    _bare(made.copy)
    assert made.says["place"] == [43.238949, -76.889709]
    assert (made.says["taken"], made.says["zone"]) == ("2026:03:14 09:30:00", "+05:00")
    assert made.says["model"] == CAMERA


async def test_a_photo_held_sideways_stands_upright_in_its_copy() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6

    made = await develop(photo("JPEG", size=(40, 20), exif=exif))

    assert made.copy is not None
    with Image.open(io.BytesIO(made.copy)) as image:
        assert image.size == (20, 40)


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "I;16"])
async def test_every_kind_of_png_has_a_copy(mode: str) -> None:
    written = io.BytesIO()
    Image.new(mode, (30, 20)).save(written, "PNG")

    assert (await develop(written.getvalue())).mime == "image/png"


async def test_a_jpeg_for_print_has_a_copy() -> None:
    written = io.BytesIO()
    Image.new("CMYK", (30, 20)).save(written, "JPEG")

    assert (await develop(written.getvalue())).mime == "image/jpeg"


def _bomb(width: int, height: int) -> bytes:
    """A few hundred bytes that claim so many pixels."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(bytes(1000)))
        + chunk(b"IEND", b"")
    )


@pytest.mark.parametrize("size", [(7072, 7072), (30_000, 30_000), (1, 2**31 - 1), (50_000_001, 1)])
async def test_a_small_file_with_huge_pixels_is_not_developed(size: tuple[int, int]) -> None:
    content = _bomb(*size)
    assert len(content) < 200

    made = await develop(content)

    assert (made.copy, made.trouble) == (None, "too-many-pixels")


async def test_words_in_a_png_that_swell_are_no_way_in() -> None:
    """A compressed text chunk of 80 KB that would become 80 MB."""
    info = PngImagePlugin.PngInfo()
    info.add_text("Comment", "x" * 80_000_000, zip=True)
    written = io.BytesIO()
    Image.new("RGB", (8, 8)).save(written, "PNG", pnginfo=info)
    content = written.getvalue()
    assert len(content) < 250_000

    assert (await develop(content)).copy is None


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
@given(share=st.floats(0.02, 0.95))
@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_picture_that_is_cut_off_has_no_copy(kind: str, share: float) -> None:
    content = photo(kind, size=(160, 120), noise=True)

    told, copy = develop_here(content[: int(len(content) * share)])

    assert copy == b""
    assert told["trouble"] in ("truncated", "unreadable")


@given(
    content=st.binary(max_size=300),
    head=st.sampled_from([b"", b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"RIFF"]),
)
@settings(max_examples=60)
def test_anything_else_has_no_copy_and_raises_nothing(content: bytes, head: bytes) -> None:
    told, copy = develop_here(head + content)

    assert copy == b""
    assert told["trouble"]


@pytest.mark.parametrize(
    ("gps", "place"),
    [
        ({1: "N", 2: (91.0, 0.0, 0.0), 3: "E", 4: (10.0, 0.0, 0.0)}, None),
        ({1: "N", 2: (10.0, 0.0), 3: "E", 4: (10.0, 0.0, 0.0)}, None),
        ({2: (10.0, 0.0, 0.0), 4: (10.0, 0.0, 0.0)}, None),
        ({1: "S", 2: (10.0, 30.0, 0.0), 3: "E", 4: (10.0, 0.0, 36.0)}, [-10.5, 10.01]),
    ],
)
async def test_a_place_that_cannot_be_is_none(gps: dict[int, Any], place: list[float] | None) -> None:
    exif = Image.Exif()
    exif[0x8825] = gps

    assert (await develop(photo("JPEG", exif=exif))).says.get("place") == place


async def test_a_darkroom_that_takes_too_long_is_closed() -> None:
    assert (await develop(photo("JPEG"), patience=0.001)).trouble == "slow"


async def test_a_darkroom_that_dies_says_nothing(monkeypatch: pytest.MonkeyPatch, tmp_path: Any) -> None:
    program = tmp_path / "dies.py"
    program.write_text("import os; os.kill(os.getpid(), 11)")
    monkeypatch.setattr(developing, "_DARKROOM", program)

    made = await develop(photo("JPEG"))

    assert (made.copy, made.says, made.trouble) == (None, {}, "died")


@pytest.mark.parametrize(
    "answer",
    [
        "not json",
        "[]",
        '{"mime": "text/html", "says": {}}',
        '{"mime": 7, "says": {"place": ["<b>", NaN], "taken": 9, "width": "x"}, "trouble": "<b>"}',
        '{"says": {"place": [NaN, 1.0]}, "trouble": "died"}',
    ],
)
async def test_a_darkroom_that_lies_is_not_believed(
    answer: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Any
) -> None:
    program = tmp_path / "lies.py"
    program.write_text(f"import sys; sys.stdin.buffer.read(); print({answer!r})")
    monkeypatch.setattr(developing, "_DARKROOM", program)

    made = await develop(photo("JPEG"))

    assert (made.copy, dict(made.says), made.trouble) == (None, {}, "died")


async def test_the_darkroom_knows_nothing_of_ours(monkeypatch: pytest.MonkeyPatch, tmp_path: Any) -> None:
    """No environment, no project on its path, no file that it could write."""
    monkeypatch.setenv("IZDEU_TOKEN", "secret")
    program = tmp_path / "looks.py"
    program.write_text(
        "import json, os, sys; sys.stdin.buffer.read()\n"
        "seen = [one for one in os.environ if 'IZDEU' in one] + [one for one in sys.path if not one]\n"
        "print(json.dumps({'says': {'taken': json.dumps(seen)}, 'trouble': 'unreadable'}))"
    )
    monkeypatch.setattr(developing, "_DARKROOM", program)

    assert (await develop(photo("JPEG"))).says == {"taken": "[]"}


async def test_the_darkroom_can_open_nothing_more(monkeypatch: pytest.MonkeyPatch, tmp_path: Any) -> None:
    """Neither a file nor a connection, once the picture is there."""
    program = tmp_path / "tries.py"
    tries = (
        "def develop(content):\n"
        "    import errno\n"
        "    told = []\n"
        "    for attempt in (lambda: open('/etc/hostname'), lambda: __import__('_socket').socket()):\n"
        "        try:\n"
        "            attempt()\n"
        "        except OSError as error:\n"
        "            told.append(errno.errorcode[error.errno])\n"
        "    return {'says': {'taken': ' '.join(told)}, 'trouble': 'unreadable'}, b''\n\n\n"
    )
    end = 'if __name__ == "__main__":'
    program.write_text(
        DARKROOM.replace("    _load()\n", "    _load()\n    import _socket, errno\n").replace(
            end, tries + end
        )
    )
    monkeypatch.setattr(developing, "_DARKROOM", program)

    assert (await develop(photo("JPEG"))).says == {"taken": "EMFILE EMFILE"}

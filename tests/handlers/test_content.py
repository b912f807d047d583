"""A file is what its content is: renamed, mislabelled, two things at once, or cut off."""

import ast
import io
import zipfile
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from handlers.evidence.claims import family, family_by_name, runs_by_name
from handlers.evidence.content import Sort, findings, recognise

ROOT = Path(__file__).parents[2]


def _zip(*names: str, first: bytes | None = None) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        if first is not None:
            archive.writestr("mimetype", first)
        for name in names:
            archive.writestr(name, b"made up")
    return out.getvalue()


JPEG = b"\xff\xd8\xff\xe0\x00\x10JFIF\0" + bytes(range(200)) + b"\xff\xd9"
GIF = b"GIF89a" + bytes(40)
ODT = b"application/vnd.oasis.opendocument.text"
SAMPLES: dict[str, tuple[bytes, str, Sort, bool]] = {
    "jpeg": (JPEG, "image/jpeg", Sort.PICTURE, False),
    "png": (b"\x89PNG\r\n\x1a\n" + bytes(40), "image/png", Sort.PICTURE, False),
    "gif": (GIF, "image/gif", Sort.PICTURE, False),
    "webp": (b"RIFF\x10\0\0\0WEBPVP8 " + bytes(20), "image/webp", Sort.PICTURE, False),
    "heic": (b"\0\0\0\x18ftypheic" + bytes(20), "image/heic", Sort.PICTURE, False),
    "bmp": (b"BM\x1e\0\0\0" + bytes(24), "image/bmp", Sort.PICTURE, False),
    "ogg": (b"OggS\0\x02" + bytes(22) + b"OpusHead", "audio/ogg", Sort.SOUND, False),
    "mp3": (b"ID3\x04" + bytes(30), "audio/mpeg", Sort.SOUND, False),
    "amr": (b"#!AMR\n" + bytes(30), "audio/amr", Sort.SOUND, False),
    "m4a": (b"\0\0\0\x18ftypM4A " + bytes(20), "audio/mp4", Sort.SOUND, False),
    "mp4": (b"\0\0\0\x18ftypisom" + bytes(20), "video/mp4", Sort.FILM, False),
    "pdf": (b"%PDF-1.7\n%\xe2\xe3", "application/pdf", Sort.PAPER, False),
    "doc": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "application/x-ole-storage", Sort.PAPER, False),
    "docx": (
        _zip("[Content_Types].xml", "word/document.xml"),
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        Sort.PAPER,
        False,
    ),
    "docm": (
        _zip("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"),
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        Sort.PAPER,
        True,
    ),
    "odt": (_zip("content.xml", first=ODT), ODT.decode(), Sort.PAPER, False),
    "zip": (_zip("a", "../../b"), "application/zip", Sort.ARCHIVE, False),
    "apk": (
        _zip("AndroidManifest.xml", "classes.dex"),
        "application/vnd.android.package-archive",
        Sort.PROGRAM,
        True,
    ),
    "jar": (_zip("META-INF/MANIFEST.MF"), "application/java-archive", Sort.PROGRAM, True),
    "rar": (b"Rar!\x1a\x07\x01\0" + bytes(20), "application/vnd.rar", Sort.ARCHIVE, False),
    "exe": (b"MZ\x90\0" + bytes(60), "application/x-msdownload", Sort.PROGRAM, True),
    "elf": (b"\x7fELF\x02\x01" + bytes(60), "application/x-elf", Sort.PROGRAM, True),
    "lnk": (b"L\0\0\0\x01\x14\x02\0" + bytes(60), "application/x-ms-shortcut", Sort.PROGRAM, True),
    "script": (b"#!/bin/sh\necho\n", "text/x-script", Sort.PROGRAM, True),
    "html": (b"\n<!DOCTYPE html><p>", "text/html", Sort.PROGRAM, True),
    "svg": (b'<?xml version="1.0"?><svg onload="x()">', "text/html", Sort.PROGRAM, True),
    "text": ("Құрметті прокурор мырза".encode(), "text/plain", Sort.TEXT, False),
    "utf-16": ("\ufeffШағым".encode("utf-16-le"), "text/plain", Sort.TEXT, False),
    "empty": (b"", "application/octet-stream", Sort.UNKNOWN, False),
    "nonsense": (b"\x00\x01\x02\x93" * 30, "application/octet-stream", Sort.UNKNOWN, False),
}
ENDINGS = ["jpg", "png", "pdf", "docx", "mp3", "ogg", "zip", "txt", "exe", "apk", "html", "heic", "mp4"]


@pytest.mark.parametrize("name", SAMPLES)
def test_each_kind_is_recognised(name: str) -> None:
    content, mime, sort, runs = SAMPLES[name]

    found = recognise(content)

    assert (found.mime, found.sort, found.runs, found.also) == (mime, sort, runs, ())


@given(sample=st.sampled_from(sorted(SAMPLES)), ending=st.sampled_from(ENDINGS), stem=st.text(max_size=20))
def test_a_new_name_changes_nothing_but_the_doubt(sample: str, ending: str, stem: str) -> None:
    """Renamed, it is still what it was, and is doubted exactly when the name claims another family."""
    content, mime, sort, _ = SAMPLES[sample]

    found = findings(recognise(content), "document", None, f"{stem}.{ending}")

    assert (found["mime"], found["sort"]) == (mime, sort.value)
    own, claimed = family(mime), family_by_name(f"x.{ending}")
    assert found["differs"] == (sort is not Sort.UNKNOWN and claimed is not None and own != claimed)


@pytest.mark.parametrize(
    ("kind", "mime", "name", "sample", "differs"),
    [
        ("voice", "audio/ogg", None, "ogg", False),
        ("voice", "audio/ogg", None, "exe", True),
        ("photo", None, None, "jpeg", False),
        ("photo", None, None, "pdf", True),
        ("document", "image/jpg", "IMG_1.JPG", "jpeg", False),
        ("document", "application/octet-stream", "IMG_1.JPG", "jpeg", False),
        ("document", "image/jpeg", "scan.pdf", "jpeg", True),
        ("document", "application/pdf", "scan.pdf", "exe", True),
        ("document", "application/zip", "a.zip", "docx", True),
        ("document", "text/plain; charset=utf-8", "a.txt", "utf-16", False),
        ("video", "video/quicktime", "a.mov", "mp4", False),
        ("audio", "audio/mp4", "a.m4a", "mp4", False),
        ("document", "<b>image/jpeg</b>", "a", "pdf", False),
    ],
)
def test_a_claim_of_another_family_is_doubted(
    kind: str, mime: str | None, name: str | None, sample: str, differs: bool
) -> None:
    assert findings(recognise(SAMPLES[sample][0]), kind, mime, name)["differs"] is differs


POLYGLOTS = {
    "a picture that is an archive": (GIF + SAMPLES["zip"][0], ["application/zip"]),
    "a picture that is a program for Java": (JPEG + SAMPLES["jar"][0], ["application/zip"]),
    "a picture that is a page": (b"GIF89a/*<script>*/" + bytes(40), ["text/html"]),
    "a picture that is a paper": (JPEG + b"%PDF-1.4", ["application/pdf"]),
    "a paper that is an archive": (b"%PDF-1.7\n" + SAMPLES["zip"][0], ["application/zip"]),
    "a picture before an archive": (JPEG + SAMPLES["rar"][0], ["application/vnd.rar"]),
    "a picture before a program": (
        JPEG + b"MZ\x90\0!This program cannot be run in DOS mode.",
        ["application/x-msdownload"],
    ),
}


@pytest.mark.parametrize("name", POLYGLOTS)
def test_what_is_two_things_says_both(name: str) -> None:
    content, also = POLYGLOTS[name]

    assert list(recognise(content).also) == also


@given(content=st.binary(max_size=400))
@example(content=b"PK\x03\x04")
@example(content=b"PK\x05\x06" + b"\xff" * 18)
@example(content=SAMPLES["zip"][0][:-3])
def test_anything_is_recognised_or_unknown_and_never_raises(content: bytes) -> None:
    found = recognise(content)

    assert isinstance(found.mime, str)
    assert found.runs or found.sort is not Sort.PROGRAM


@given(sample=st.sampled_from(sorted(SAMPLES)), cut=st.integers(1, 60))
def test_what_was_cut_is_never_taken_for_something_harmless_that_it_is_not(sample: str, cut: int) -> None:
    """A program that was cut is a program or unknown, never a picture."""
    content, _, sort, _ = SAMPLES[sample]

    found = recognise(content[:-cut])

    if sort is Sort.PROGRAM:
        assert found.sort in (Sort.PROGRAM, Sort.UNKNOWN, Sort.TEXT, Sort.ARCHIVE)


@pytest.mark.parametrize(
    "name", ["a.exe", "A.EXE", "photo.jpg.bat", "a.scr ", "a.vbs. .", "ФОТО.lnk", "x.Js"]
)
def test_a_name_that_runs_is_known_as_such(name: str) -> None:
    assert runs_by_name(name)
    assert findings(recognise(b"made up words"), "document", None, name)["runs"]


@pytest.mark.parametrize("name", ["", "exe", "a.jpg", "a", "...", "exe.jpg"])
def test_a_name_that_does_not_run_is_not(name: str) -> None:
    assert not runs_by_name(name)


def _calls(attribute: str) -> set[str]:
    """Files in which a method of this name is called on something that could be ours."""
    found = set()
    for floor in ("bot", "handlers", "storage"):
        for path in (ROOT / floor).rglob("*.py"):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if (
                    isinstance(node, ast.Attribute)
                    and node.attr == attribute
                    and ast.unparse(node.value).rpartition(".")[2].strip("_") in ("speech", "files", "outbox")
                ):
                    found.add(path.relative_to(ROOT).as_posix())
    return found


def test_nobody_goes_around_the_custody() -> None:
    """A file is said, and a sealed file is read, only where a line is written."""
    assert _calls("file") == {"handlers/evidence/passing.py"}
    # A rotation only seals anew; the questions read aloud are
    # no evidence; a working copy's line is written when it is passed on.
    assert _calls("read") == {
        "bot/evidence/outgoing.py",
        "bot/jobs/examine_files.py",
        "bot/jobs/rotate_keys.py",
        "bot/prompting.py",
    }

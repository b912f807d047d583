"""What a file is by its content, whatever its name and Telegram say.

An allow-list: what is not in these tables is unknown, and is treated as such. Nothing is unpacked: of an
archive only its list of names is read. A file that is two things at once says both (`also`): a photo
that is a web page or an archive, too, is no accident.
"""

import io
import re
import zipfile
from dataclasses import dataclass
from enum import StrEnum

from handlers.evidence.claims import family, family_by_name, runs_by_name
from storage.records import Json


class Sort(StrEnum):
    """What somebody would call it."""

    PICTURE = "picture"
    SOUND = "sound"
    FILM = "film"
    PAPER = "paper"
    TEXT = "text"
    ARCHIVE = "archive"
    PROGRAM = "program"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Content:
    """What was recognised.

    Attributes:
        runs: Opening it can run something: a program, a script, a page, a paper with macros.
        also: Types that it could be read as besides.
    """

    mime: str
    sort: Sort
    runs: bool = False
    also: tuple[str, ...] = ()


UNKNOWN = Content("application/octet-stream", Sort.UNKNOWN)

# How it begins.
_BEGINS: tuple[tuple[bytes, str, Sort], ...] = (
    (b"\xff\xd8\xff", "image/jpeg", Sort.PICTURE),
    (b"\x89PNG\r\n\x1a\n", "image/png", Sort.PICTURE),
    (b"GIF87a", "image/gif", Sort.PICTURE),
    (b"GIF89a", "image/gif", Sort.PICTURE),
    (b"II*\0", "image/tiff", Sort.PICTURE),
    (b"MM\0*", "image/tiff", Sort.PICTURE),
    (b"ID3", "audio/mpeg", Sort.SOUND),
    (b"\xff\xf1", "audio/aac", Sort.SOUND),
    (b"\xff\xf9", "audio/aac", Sort.SOUND),
    (b"\xff\xfb", "audio/mpeg", Sort.SOUND),
    (b"\xff\xf3", "audio/mpeg", Sort.SOUND),
    (b"\xff\xf2", "audio/mpeg", Sort.SOUND),
    (b"fLaC", "audio/flac", Sort.SOUND),
    (b"#!AMR", "audio/amr", Sort.SOUND),
    (b"\x1a\x45\xdf\xa3", "video/webm", Sort.FILM),
    (b"%PDF-", "application/pdf", Sort.PAPER),
    (b"{\\rtf", "application/rtf", Sort.PAPER),
    (b"Rar!\x1a\x07", "application/vnd.rar", Sort.ARCHIVE),
    (b"7z\xbc\xaf\x27\x1c", "application/x-7z-compressed", Sort.ARCHIVE),
    (b"\x1f\x8b", "application/gzip", Sort.ARCHIVE),
    (b"BZh", "application/x-bzip2", Sort.ARCHIVE),
    (b"\xfd7zXZ\0", "application/x-xz", Sort.ARCHIVE),
    (b"MSCF\0\0\0\0", "application/vnd.ms-cab-compressed", Sort.ARCHIVE),
    (b"MZ", "application/x-msdownload", Sort.PROGRAM),
    (b"\x7fELF", "application/x-elf", Sort.PROGRAM),
    (b"\xca\xfe\xba\xbe", "application/x-mach-binary", Sort.PROGRAM),
    (b"\xfe\xed\xfa\xce", "application/x-mach-binary", Sort.PROGRAM),
    (b"\xce\xfa\xed\xfe", "application/x-mach-binary", Sort.PROGRAM),
    (b"\xfe\xed\xfa\xcf", "application/x-mach-binary", Sort.PROGRAM),
    (b"\xcf\xfa\xed\xfe", "application/x-mach-binary", Sort.PROGRAM),
    (b"dex\n", "application/x-dex", Sort.PROGRAM),
    (b"L\0\0\0\x01\x14\x02\0", "application/x-ms-shortcut", Sort.PROGRAM),
    (b"#!", "text/x-script", Sort.PROGRAM),
)
_RIFF = {
    b"WEBP": ("image/webp", Sort.PICTURE),
    b"WAVE": ("audio/wav", Sort.SOUND),
    b"AVI ": ("video/x-msvideo", Sort.FILM),
}
_HEIF = frozenset((b"heic", b"heix", b"heim", b"heis", b"hevc", b"mif1", b"msf1"))
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OFFICE = {
    "word/": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xl/": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "ppt/": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
}
_OPEN_DOCUMENT = re.compile(rb"application/vnd\.oasis\.opendocument\.[a-z-]{1,40}")
_PAGE = re.compile(rb"<\s*(?:!doctype\s+html|html|script|svg|iframe)\b", re.IGNORECASE)
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_HEAD = 1024  # bytes; readers of PDF and HTML look no further for a beginning
_LONGEST_END = 22 + 65_535  # bytes; an archive's end record with the longest comment
_MOST_NAMES = 10_000  # of an archive; papers have dozens


def recognise(content: bytes) -> Content:
    """What *content* is. Never raises: what cannot be read is unknown."""
    first = _first(content)
    also = tuple(sorted(_also(content, first.mime)))
    return Content(first.mime, first.sort, first.runs, also)


def _first(content: bytes) -> Content:
    if content[:4] in (b"PK\x03\x04", b"PK\x05\x06"):
        return _zip(content)
    if content[:8] == _OLE:
        # Old office files and installers begin alike. Macros are found by the name of their storage.
        macros = "_VBA_PROJECT".encode("utf-16-le") in content or "Macros".encode("utf-16-le") in content
        return Content("application/x-ole-storage", Sort.PAPER, runs=macros)
    if content[:4] == b"RIFF" and content[8:12] in _RIFF:
        return Content(*_RIFF[content[8:12]])
    if content[4:8] == b"ftyp":
        return _iso_media(content[8:12])
    if content[:4] == b"OggS":
        film = b"theora" in content[:512]
        return Content("video/ogg", Sort.FILM) if film else Content("audio/ogg", Sort.SOUND)
    if content[:2] == b"BM" and int.from_bytes(content[2:6], "little") == len(content):
        return Content("image/bmp", Sort.PICTURE)
    for beginning, mime, sort in _BEGINS:
        if content.startswith(beginning):
            return Content(mime, sort, runs=sort is Sort.PROGRAM)
    if content[257:262] == b"ustar":
        return Content("application/x-tar", Sort.ARCHIVE)
    if _PAGE.search(content[:_HEAD]) and _is_text(content):
        return Content("text/html", Sort.PROGRAM, runs=True)
    return Content("text/plain", Sort.TEXT) if content and _is_text(content) else UNKNOWN


def _iso_media(brand: bytes) -> Content:
    if brand in _HEIF:
        return Content("image/heic", Sort.PICTURE)
    if brand in (b"avif", b"avis"):
        return Content("image/avif", Sort.PICTURE)
    if brand in (b"M4A ", b"M4B "):
        return Content("audio/mp4", Sort.SOUND)
    return Content("video/quicktime" if brand == b"qt  " else "video/mp4", Sort.FILM)


def _zip(content: bytes) -> Content:
    plain = Content("application/zip", Sort.ARCHIVE)
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            names = archive.namelist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError, EOFError, IndexError):
        return plain
    if len(names) > _MOST_NAMES:
        return plain
    if "AndroidManifest.xml" in names:
        return Content("application/vnd.android.package-archive", Sort.PROGRAM, runs=True)
    if "[Content_Types].xml" in names:
        for folder, mime in _OFFICE.items():
            if any(name.startswith(folder) for name in names):
                return Content(mime, Sort.PAPER, runs=any(name.endswith("vbaProject.bin") for name in names))
    # Its type stands uncompressed at a fixed place, so that nothing must be unpacked.
    if names[:1] == ["mimetype"] and (told := _OPEN_DOCUMENT.match(content, 38)):
        return Content(told.group().decode("ascii"), Sort.PAPER, runs=any("Basic/" in one for one in names))
    if "META-INF/MANIFEST.MF" in names:
        return Content("application/java-archive", Sort.PROGRAM, runs=True)
    return plain


def _is_text(content: bytes) -> bool:
    if content[:2] in (b"\xff\xfe", b"\xfe\xff"):
        encoding = "utf-16"
    elif _CONTROL.search(content):
        return False
    else:
        encoding = "utf-8"
    try:
        content.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


def _also(content: bytes, mime: str) -> set[str]:
    found = set()
    if mime != "application/pdf" and b"%PDF-" in content[:_HEAD]:
        found.add("application/pdf")
    if not content.startswith(b"PK") and _ends_as_zip(content):
        found.add("application/zip")
    if mime != "text/html" and not mime.startswith("text/") and _PAGE.search(content[:_HEAD]):
        found.add("text/html")
    for beginning, other, sort in _BEGINS:
        # Six signs and more: in twenty megabytes of chance they do not come by themselves.
        if sort is Sort.ARCHIVE and len(beginning) >= 6 and content.find(beginning, 1) > 0:
            found.add(other)
    if mime != "application/x-msdownload" and b"This program cannot be run in DOS mode" in content:
        found.add("application/x-msdownload")
    return found


def _ends_as_zip(content: bytes) -> bool:
    at = content.rfind(b"PK\x05\x06", max(0, len(content) - _LONGEST_END))
    if at < 0 or len(content) < at + 22:
        return False
    return at + 22 + int.from_bytes(content[at + 20 : at + 22], "little") <= len(content)


def findings(content: Content, kind: str, mime: str | None, name: str | None) -> Json:
    """What is kept of a file's type, beside what was claimed.

    Args:
        kind: How Telegram carried it; what it says of a photo or a voice message is a claim, too.
        mime: As Telegram says it, who has it from the sender's phone.
        name: As the sender named it.

    Returns:
        `mime`, `sort`, `runs`, `also`, and `differs`: whether a claim is of another family.
    """
    own = family(content.mime)
    claims = {family(mime or ""), family_by_name(name or "")} - {None}
    carried = {"photo": Sort.PICTURE, "voice": Sort.SOUND, "audio": Sort.SOUND, "video": Sort.FILM}.get(kind)
    differs = content.sort is not Sort.UNKNOWN and (
        any(one != own for one in claims) or (carried is not None and not _plays_as(content, carried))
    )
    runs = content.runs or (
        content.sort in (Sort.TEXT, Sort.PAPER, Sort.UNKNOWN) and runs_by_name(name or "")
    )
    return {
        "mime": content.mime,
        "sort": content.sort.value,
        "runs": runs,
        "also": list(content.also),
        "differs": differs,
    }


def _plays_as(content: Content, carried: Sort) -> bool:
    # The same container holds sound and film.
    both = {Sort.SOUND, Sort.FILM}
    return content.sort is carried or (content.sort in both and carried in both)

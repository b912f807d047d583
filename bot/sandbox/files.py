"""The files that travel: kept in memory, known by an id, fetched by a path."""

import mimetypes
from collections.abc import Callable
from dataclasses import dataclass

from bot.sandbox.pictures import measure, small_copy, without_metadata
from bot.sandbox.refusals import Json, bad

LARGEST_UPLOAD = 50 * 1024 * 1024  # bytes, by a bot
LARGEST_PHOTO = 10 * 1024 * 1024
LARGEST_DOWNLOAD = 20 * 1024 * 1024
_FOLDERS = {
    "photo": "photos",
    "voice": "voice",
    "audio": "music",
    "video": "videos",
    "sticker": "stickers",
    "document": "documents",
}
_SUFFIXES = {"image/jpeg": ".jpg", "audio/ogg": ".oga"}
_FILES_AS = {"photo": "Photo", "voice": "VoiceNote", "audio": "Audio", "video": "Video", "sticker": "Sticker"}


@dataclass(frozen=True, slots=True)
class StoredFile:
    """One file, in one size.

    Attributes:
        path: As getFile tells it.
        small: Of a photo or video: its small copy.
        duration: Seconds, of what is heard or seen.
    """

    file_id: str
    unique_id: str
    kind: str
    content: bytes
    name: str
    mime: str
    path: str
    width: int = 0
    height: int = 0
    duration: int = 0
    small: "StoredFile | None" = None

    def described(self) -> Json:
        """As a message's media object describes it; a photo is described by `sizes`."""
        told: Json = {"file_id": self.file_id, "file_unique_id": self.unique_id}
        if self.kind in ("photo", "video", "sticker"):
            told |= {"width": self.width, "height": self.height}
        if self.kind in ("voice", "audio", "video"):
            told["duration"] = self.duration
        if self.kind in ("document", "audio", "video") and self.name:
            told["file_name"] = self.name
        if self.kind not in ("photo", "sticker"):
            told["mime_type"] = self.mime
        return {**told, "file_size": len(self.content)}

    def sizes(self) -> list[Json]:
        """A photo's sizes, smallest first."""
        return [each.described() for each in (self.small, self) if each is not None]


class Files:
    """All files of one world.

    Args:
        mint: Makes a fresh random word, for ids.
    """

    def __init__(self, mint: Callable[[], str]) -> None:
        self._mint = mint
        self._by_id: dict[str, StoredFile] = {}
        self._by_path: dict[str, StoredFile] = {}
        self._number = 0

    def keep(
        self, kind: str, content: bytes, *, name: str = "", mime: str = "", duration: int = 0
    ) -> StoredFile:
        """Take *content* in, as Telegram would take it.

        Args:
            kind: photo, voice, audio, video, sticker or document.

        Raises:
            Refused: It is empty, too large, or no picture.
        """
        if not content:
            raise bad("file must be non-empty")
        if kind == "photo":
            return self._keep_photo(content)
        if mime in ("", "application/octet-stream"):  # What programs say that do not know.
            mime = mimetypes.guess_type(name)[0] or _sniffed(kind)
        width = height = 0
        if kind in ("video", "sticker"):
            shown = measure(content)
            width, height = (shown.width, shown.height) if shown else (320, 320)
        return self._store(kind, content, name, mime, width, height, duration)

    def _keep_photo(self, content: bytes) -> StoredFile:
        if len(content) > LARGEST_PHOTO:
            raise bad(f"file is too big for a photo; the maximum size is {LARGEST_PHOTO} bytes")
        shown = measure(content)
        if shown is None:
            raise bad("IMAGE_PROCESS_FAILED")
        if shown.width + shown.height > 10_000 or max(shown.width, shown.height) > 20 * min(
            shown.width, shown.height
        ):
            raise bad("PHOTO_INVALID_DIMENSIONS")
        content = without_metadata(content)
        little, size = small_copy(shown)
        small = self._store("photo", little, "", "image/jpeg", size.width, size.height, 0)
        return self._store("photo", content, "", shown.mime, shown.width, shown.height, 0, small)

    def _store(
        self,
        kind: str,
        content: bytes,
        name: str,
        mime: str,
        width: int,
        height: int,
        duration: int,
        small: StoredFile | None = None,
    ) -> StoredFile:
        self._number += 1
        suffix = _suffix(kind, name, mime)
        path = f"{_FOLDERS[kind]}/file_{self._number}{suffix}"
        stored = StoredFile(
            self._mint(), self._mint()[:16], kind, content, name, mime, path, width, height, duration, small
        )
        self._by_id[stored.file_id] = stored
        self._by_path[path] = stored
        return stored

    def by_id(self, file_id: str) -> StoredFile | None:
        """The file that *file_id* names."""
        return self._by_id.get(file_id)

    def by_path(self, path: str) -> StoredFile | None:
        """The file that getFile gave *path* for."""
        return self._by_path.get(path)

    def forget(self, file_id: str) -> None:
        """From now on *file_id* names nothing here, as one that belongs to another bot."""
        self._by_path.pop(self._by_id.pop(file_id).path)

    def reused(self, file_id: str, kind: str) -> StoredFile:
        """The file that a bot sends again by its id.

        Raises:
            Refused: There is no such file, or it is of another kind.
        """
        found = self._by_id.get(file_id)
        if found is None:
            raise bad("wrong file identifier/HTTP URL specified")
        if found.kind != kind:
            there, wanted = _FILES_AS.get(found.kind, "Document"), _FILES_AS.get(kind, "Document")
            raise bad(f"can't use file of type {there} as {wanted}")
        return found


def _sniffed(kind: str) -> str:
    return {"voice": "audio/ogg", "audio": "audio/mpeg", "video": "video/mp4", "sticker": "image/webp"}.get(
        kind, "application/octet-stream"
    )


def _suffix(kind: str, name: str, mime: str) -> str:
    if kind == "photo":
        return ".jpg"
    dot = name.rfind(".")
    if dot >= 0 and 1 < len(name) - dot <= 8 and name[dot + 1 :].isalnum():
        return name[dot:].lower()
    return _SUFFIXES.get(mime) or mimetypes.guess_extension(mime) or ""

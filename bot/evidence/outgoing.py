"""Our own sealed copies on their way out: what Telegram has no id for is opened when it is sent."""

import asyncio
from dataclasses import dataclass

from bot.evidence.developing import DEVELOPED
from storage import attachments
from storage.files import Files
from storage.store import Store


class NoFile(Exception):
    """The copy was erased since, or never made."""


@dataclass(frozen=True, slots=True)
class OwnFile:
    """A copy as it goes out.

    Attributes:
        name: An id of ours; never what somebody called the file.
    """

    content: bytes
    name: str


class OwnFiles:
    """Opens working copies for sending. That somebody gets one stands in the custody already."""

    def __init__(self, store: Store, files: Files) -> None:
        self._store = store
        self._files = files

    async def open(self, attachment_id: str) -> OwnFile:
        """The working copy with this id.

        Raises:
            NoFile: There is none.
            StoreTrouble: The database is out of reach for now.
            storage.errors.SealBroken: The file was damaged.
        """
        found = await self._store.read(lambda tx: attachments.by_ids(tx, [attachment_id]))
        if not found or found[0].state != "kept":
            raise NoFile
        one = found[0]
        try:
            content = await asyncio.to_thread(lambda: b"".join(self._files.read(one.keys, one.id)))
        except FileNotFoundError:
            raise NoFile from None
        return OwnFile(content, f"{one.id[-8:]}.{DEVELOPED.get(str(one.body.get('mime')), 'bin')}")

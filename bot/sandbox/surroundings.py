"""What a phone needs of the world around it; the world itself knows its phones."""

from collections.abc import Callable
from typing import Any, Protocol, TypeVar

from bot.clock import Clock
from bot.sandbox.chats import Chat, Message
from bot.sandbox.files import Files, StoredFile
from bot.sandbox.profile import Profile
from bot.sandbox.refusals import Json
from bot.sandbox.updates import Updates

T = TypeVar("T")


class Surroundings(Protocol):
    """The world, as a phone sees it."""

    clock: Clock
    files: Files
    profile: Profile
    updates: Updates

    def put(
        self,
        chat: Chat,
        content: Json,
        *,
        author: Json | None = None,
        file: StoredFile | None = None,
        keys: Json | None = None,
    ) -> Message:
        """Let a message appear."""
        ...

    def shown(self, chat: Chat) -> None:
        """Something changed that people can see."""
        ...

    def press(self, phone: Any) -> str:
        """A button was pressed; returns the press's id."""
        ...

    async def until(self, found: Callable[[], T], timeout: float = 5.0) -> T:  # noqa: ASYNC109 -- see Watch
        """Wait until *found* returns something true."""
        ...

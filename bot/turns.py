"""Whose turn it is: chats with something to handle, each with one worker at most."""

import asyncio
import heapq
from typing import Literal

Turn = Literal["did", "nothing", "again"]
"""What a turn came to."""


class ChatQueue:
    """Chats with something to handle; each at most once at work.

    It counts how many updates of a chat are known to wait, so that a chat is not looked at
    once more only to find nothing. A chat found by a scan is worked until nothing is found.
    """

    def __init__(self) -> None:
        self._known: dict[str, int] = {}
        self._until_empty: set[str] = set()
        self._at_work: set[str] = set()
        self._heap: list[tuple[int, int, str]] = []
        self._queued: dict[str, int] = {}
        self._turn = 0
        self._takers: list[asyncio.Future[None]] = []

    def put(self, chat_key: str, *, first: bool) -> None:
        """One more update of this chat waits."""
        self._known[chat_key] = self._known.get(chat_key, 0) + 1
        if chat_key not in self._at_work:
            self._enqueue(chat_key, 0 if first else 1)

    def found(self, chat_key: str) -> None:
        """Something of this chat waits; nobody knows how much."""
        if chat_key not in self._known:
            self._until_empty.add(chat_key)
            self.put(chat_key, first=False)

    async def take(self) -> str:
        """The next chat, as soon as there is one; it is at work until `done`."""
        while True:
            while self._heap:
                rank, _, chat_key = heapq.heappop(self._heap)
                # A chat that moved up stands here twice; the later place is void.
                if self._queued.get(chat_key) == rank:
                    del self._queued[chat_key]
                    self._at_work.add(chat_key)
                    return chat_key
            taker: asyncio.Future[None] = asyncio.get_running_loop().create_future()
            self._takers.append(taker)
            await taker

    def take_back(self) -> None:
        """Nobody is at work: what a run had in hand when it broke off would otherwise stay so for ever."""
        at_work, self._at_work = self._at_work, set()
        for chat_key in at_work:
            self._enqueue(chat_key, 1)

    def done(self, chat_key: str, turn: Turn) -> bool:
        """A turn is over. True when nothing was found although something was known to wait."""
        self._at_work.discard(chat_key)
        left = self._known.get(chat_key, 0) - (turn != "again")
        searched = chat_key in self._until_empty
        if turn == "nothing":
            self._until_empty.discard(chat_key)
        elif searched:
            left = max(left, 1)
        if left > 0:
            self._known[chat_key] = left
            self._enqueue(chat_key, 1)
        else:
            self._known.pop(chat_key, None)
        return turn == "nothing" and not searched

    def _enqueue(self, chat_key: str, rank: int) -> None:
        if self._queued.get(chat_key, 2) <= rank:
            return
        self._queued[chat_key] = rank
        self._turn += 1
        heapq.heappush(self._heap, (rank, self._turn, chat_key))
        while self._takers:
            taker = self._takers.pop()
            if not taker.done():
                taker.set_result(None)
                break

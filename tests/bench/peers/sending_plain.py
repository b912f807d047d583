"""A broadcast as somebody writes it who needs no library: a loop, on aiohttp or httpx; it answers nobody.

BENCH_PACE: so many a second, evenly, however long an answer takes; unset, one after another as fast
as it goes. What is refused is refused: a loop keeps no list.
"""

import asyncio
import os
from collections.abc import Awaitable, Callable
from contextlib import AsyncExitStack
from typing import Any

WORDS = "Almaty, 12:00. Nineteen people were taken at the market. If you know where one is, tell us."
AT_ONCE = 64
messages = int(os.environ["BENCH_MESSAGES"])
pace = float(os.environ.get("BENCH_PACE", "0"))
url = f"{os.environ['BENCH_URL']}/bot{os.environ['BENCH_TOKEN']}/sendMessage"
Post = Callable[[dict[str, Any]], Awaitable[None]]


async def _open(opened: AsyncExitStack) -> Post:
    if os.environ["BENCH_OVER"] == "httpx":
        import httpx

        client = await opened.enter_async_context(httpx.AsyncClient(timeout=30))

        async def over_httpx(body: dict[str, Any]) -> None:
            await client.post(url, json=body)

        return over_httpx
    import aiohttp

    session = await opened.enter_async_context(aiohttp.ClientSession())

    async def over_aiohttp(body: dict[str, Any]) -> None:
        async with session.post(url, json=body) as answer:
            await answer.read()

    return over_aiohttp


def _body(account: int) -> dict[str, Any]:
    paid = {"allow_paid_broadcast": True} if os.environ.get("BENCH_PAID") else {}
    return {"chat_id": account, "text": WORDS, **paid}


async def _paced(post: Post) -> None:
    wire = asyncio.Semaphore(AT_ONCE)

    async def send(account: int) -> None:
        try:
            await post(_body(account))
        finally:
            wire.release()

    loop = asyncio.get_running_loop()
    at = loop.time()
    async with asyncio.TaskGroup() as sending:
        for account in range(1, messages + 1):
            await wire.acquire()
            await asyncio.sleep(at - loop.time())
            # More than a moment is not caught up: a burst would be refused.
            at = max(at, loop.time() - 0.01) + 1 / pace
            sending.create_task(send(account))


async def main() -> None:
    """Send them all."""
    async with AsyncExitStack() as opened:
        post = await _open(opened)
        if pace:
            await _paced(post)
        else:
            for account in range(1, messages + 1):
                await post(_body(account))
    print("done", flush=True)


if __name__ == "__main__":
    asyncio.run(main())

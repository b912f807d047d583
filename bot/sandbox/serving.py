"""A server inside the running loop, on this computer only."""

import asyncio
import contextlib
import socket
from collections.abc import Iterator
from typing import Any

import uvicorn
from starlette.types import Receive, Scope, Send

from bot.sandbox.webhooks import is_loopback
from bot.sandbox.wire import CUT

_STARTS_WITHIN = 10.0  # seconds
_ENDS_WITHIN = 3


class _Quiet(uvicorn.Server):
    """uvicorn without its hands on the signals: they belong to the bot."""

    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self.ready = asyncio.Event()
        self.ended = asyncio.Event()

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Begin, and tell it."""
        await super().startup(sockets=sockets)
        self.ready.set()

    async def main_loop(self) -> None:
        """Wait for the end; uvicorn would look for it ten times a second."""
        await self.ended.wait()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """End at once where nothing is under way; uvicorn would wait a tenth of a second in any case."""
        for server in self.servers:
            server.close()
        for each in sockets or ():
            each.close()
        for connection in list(self.server_state.connections):
            connection.shutdown()
        await asyncio.sleep(0)  # Idle connections close in the loop's next round.
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(self._wait_tasks_to_complete(), _ENDS_WITHIN)
        for task in self.server_state.tasks:
            task.cancel()

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Leave them alone."""
        yield


class Served:
    """A running server.

    Attributes:
        url: Where it answers, without a slash at the end.
    """

    def __init__(self, server: _Quiet, task: "asyncio.Task[None]", application: Any, url: str) -> None:
        self._server = server
        self._task = task
        self._application = application
        self.url = url

    async def stop(self) -> None:
        """Close all connections and the server."""
        self._server.should_exit = True
        self._server.ended.set()
        close = getattr(self._application, "close", None)
        if close is not None:
            await close()
        await self._task

    async def __aenter__(self) -> "Served":
        return self

    async def __aexit__(self, *failure: object) -> None:
        await self.stop()


async def serve(application: Any, host: str = "127.0.0.1", port: int = 0) -> Served:
    """Serve *application* until `stop`.

    Args:
        port: 0 for any that is free.

    Raises:
        ValueError: Others than this computer could reach *host*.
        OSError: The port is taken.
    """
    if not is_loopback(host):
        raise ValueError(f"the sandbox serves this computer only, not {host}")
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # With its protocol named, or asyncio would leave Nagle's delay of 40 ms on every connection.
    listening = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind((host, port))
        listening.listen(2048)
        listening.setblocking(False)
    except OSError:
        listening.close()
        raise
    config = uvicorn.Config(
        _with_cut(application),
        lifespan="off",
        access_log=False,
        log_config=None,
        log_level="error",
        ws="none",
        server_header=False,
        date_header=False,
    )
    server = _Quiet(config)
    task = asyncio.create_task(server.serve(sockets=[listening]))
    async with asyncio.timeout(_STARTS_WITHIN):
        await server.ready.wait()
    shown = f"[{host}]" if ":" in host else host
    return Served(server, task, application, f"http://{shown}:{listening.getsockname()[1]}")


def _with_cut(application: Any) -> Any:
    """*application*, which finds in its scope how to hang up."""

    async def serve_one(scope: Scope, receive: Receive, send: Send) -> None:
        # `send` is a method of uvicorn's request, the only one who knows the connection.
        transport = getattr(getattr(send, "__self__", None), "transport", None)
        if transport is not None:
            scope[CUT] = transport.abort
        await application(scope, receive, send)

    return serve_one

"""Has a file looked at by clamd, where the office runs one: over loopback or a unix socket, nowhere else.

clamd's own protocol (clamd(8), "zINSTREAM"): chunks with their length before them, an empty one at
the end, one answer. The file never touches a disk of ours in clear, and clamd keeps none that is streamed.
"""

import asyncio
import ipaddress
import re
from contextlib import suppress
from typing import Literal

Address = tuple[str, int] | str
"""Host and port, or the path of a unix socket."""

_PATIENCE = 120.0  # seconds; clamd's own limit for one file
_KNOCK = 5.0  # seconds to connect and to greet
_CHUNK = 1 << 16  # bytes; below clamd's StreamMaxLength in any case
_LONGEST_ANSWER = 4096
_FOUND = re.compile(r"stream: (.{1,200}) FOUND")
_NAME = re.compile(r"[^A-Za-z0-9._+-]")


class NotScanned(Exception):
    """clamd is out of reach, too slow, or cannot look at it; `reason` is a short word."""

    def __init__(self, reason: Literal["unreachable", "slow", "refused", "too-long"]) -> None:
        super().__init__(reason)
        self.reason = reason


def address_of(told: str | Address) -> Address:
    """Where clamd listens, as the steward writes it: `127.0.0.1:3310` or `/run/clamav/clamd.ctl`.

    Raises:
        ValueError: It is neither, or not on this machine; says how to write it.
    """
    if not isinstance(told, str) or told.startswith("/"):
        return told
    host, colon, port = told.rpartition(":")
    if not colon or not re.fullmatch("[0-9]{1,5}", port) or not 0 < int(port) < 65536:
        raise ValueError("must be host:port or the path of a socket, for example /run/clamav/clamd.ctl")
    host = host.strip("[]")
    with suppress(ValueError):
        if ipaddress.ip_address(host).is_loopback:
            return host, int(port)
    if host == "localhost":
        return "127.0.0.1", int(port)
    raise ValueError("must be on this machine: what is scanned travels in clear; use 127.0.0.1 or a socket")


async def ping(address: Address) -> bool:
    """Whether a clamd answers there."""
    try:
        return await _asked(address, b"zPING\0", None, _KNOCK) == "PONG"
    except NotScanned:
        return False


async def scan(address: Address, content: bytes, *, patience: float = _PATIENCE) -> str | None:
    """What clamd finds in *content*: the name that it gives it, or None for clean.

    Args:
        patience: Seconds for all of it.

    Raises:
        NotScanned: It gave no verdict.
    """
    answer = await _asked(address, b"zINSTREAM\0", content, patience)
    if answer == "stream: OK":
        return None
    if told := _FOUND.fullmatch(answer):
        return _NAME.sub("_", told[1])
    raise NotScanned("too-long" if "size limit" in answer else "refused")


async def _asked(address: Address, command: bytes, content: bytes | None, patience: float) -> str:
    try:
        async with asyncio.timeout(patience):
            async with asyncio.timeout(min(patience, _KNOCK)):
                reader, writer = await (
                    asyncio.open_unix_connection(address)
                    if isinstance(address, str)
                    else asyncio.open_connection(*address)
                )
            try:
                return await _talk(reader, writer, command, content)
            finally:
                writer.close()
    except TimeoutError:
        raise NotScanned("slow") from None
    except OSError:
        raise NotScanned("unreachable") from None


async def _talk(
    reader: asyncio.StreamReader, writer: asyncio.StreamWriter, command: bytes, content: bytes | None
) -> str:
    # It answers, and closes, before it has read everything where the file is longer than it takes.
    with suppress(ConnectionError):
        writer.write(command)
        if content is not None:
            for at in range(0, len(content), _CHUNK):
                chunk = content[at : at + _CHUNK]
                writer.write(len(chunk).to_bytes(4, "big") + chunk)
                await writer.drain()
            writer.write(bytes(4))
        await writer.drain()
    answer = bytearray()
    while b"\0" not in answer and len(answer) < _LONGEST_ANSWER:
        if not (more := await reader.read(_LONGEST_ANSWER)):
            break
        answer += more
    if not answer:
        raise NotScanned("refused")
    return bytes(answer).partition(b"\0")[0].decode("utf-8", "replace").strip()

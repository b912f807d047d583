"""clamd is asked in its own protocol, and only on this machine; whatever it does, an answer comes in time."""

import asyncio
import struct
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from bot import doctor
from bot.evidence.scanning import Address, NotScanned, address_of, ping, scan
from bot.settings import BadSettings, load

EICAR = b"X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + b"EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"


class Clamd:
    """A clamd that speaks the protocol of clamd(8), z-commands only, and finds one thing."""

    def __init__(self, *, limit: int = 25 * 1024 * 1024, mute: bool = False) -> None:
        self.seen: list[bytes] = []
        self._limit = limit
        self._mute = mute

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        command = await reader.readuntil(b"\0")
        if self._mute:
            await reader.read()
        elif command == b"zPING\0":
            writer.write(b"PONG\0")
        elif command == b"zINSTREAM\0":
            writer.write(await self._stream(reader) + b"\0")
        else:
            writer.write(b"UNKNOWN COMMAND\0")
        writer.close()

    async def _stream(self, reader: asyncio.StreamReader) -> bytes:
        content = bytearray()
        while size := struct.unpack(">I", await reader.readexactly(4))[0]:
            content += await reader.readexactly(size)
            if len(content) > self._limit:
                return b"INSTREAM size limit exceeded. ERROR"
        self.seen.append(bytes(content))
        return b"stream: Win.Test.EICAR_HDB-1 FOUND" if EICAR in content else b"stream: OK"


@asynccontextmanager
async def clamd(
    folder: Path, *, tcp: bool = False, **how: bool | int
) -> AsyncIterator[tuple[Clamd, Address]]:
    """A running one, on a socket or on loopback."""
    daemon = Clamd(**how)  # type: ignore[arg-type]  # its own arguments
    if tcp:
        server = await asyncio.start_server(daemon.serve, "127.0.0.1", 0)
        address: Address = server.sockets[0].getsockname()[:2]
    else:
        address = str(folder / "clamd.ctl")
        server = await asyncio.start_unix_server(daemon.serve, address)
    try:
        yield daemon, address
    finally:
        server.close()


@pytest.mark.parametrize("tcp", [False, True])
async def test_what_is_sent_is_what_is_scanned(tmp_path: Path, tcp: bool) -> None:
    async with clamd(tmp_path, tcp=tcp) as (daemon, address):
        assert await ping(address)
        contents = [b"", b"clean", bytes(3 * 65_536 + 7)]
        for content in contents:
            assert await scan(address, content) is None
        assert await scan(address, b"before " + EICAR) == "Win.Test.EICAR_HDB-1"

    assert daemon.seen[:3] == contents


async def test_a_file_longer_than_it_takes_is_said_to_be_so(tmp_path: Path) -> None:
    async with clamd(tmp_path, limit=100_000) as (_, address):
        with pytest.raises(NotScanned) as caught:
            await scan(address, bytes(120_000))
    assert caught.value.reason == "too-long"


async def test_one_that_does_not_answer_is_not_waited_for(tmp_path: Path) -> None:
    async with clamd(tmp_path, mute=True) as (_, address):
        with pytest.raises(NotScanned) as caught:
            await scan(address, b"x", patience=0.1)
    assert caught.value.reason == "slow"


async def test_one_that_is_not_there(tmp_path: Path) -> None:
    address = str(tmp_path / "nobody.ctl")
    assert not await ping(address)
    with pytest.raises(NotScanned) as caught:
        await scan(address, b"x")
    assert caught.value.reason == "unreachable"


@pytest.mark.parametrize(
    ("told", "address"),
    [
        ("127.0.0.1:3310", ("127.0.0.1", 3310)),
        ("[::1]:3310", ("::1", 3310)),
        ("localhost:3310", ("127.0.0.1", 3310)),
        ("/run/clamav/clamd.ctl", "/run/clamav/clamd.ctl"),
    ],
)
def test_an_address_on_this_machine_is_taken(told: str, address: Address) -> None:
    assert address_of(told) == address


@pytest.mark.parametrize(
    "told", ["", "clamd", "127.0.0.1", "127.0.0.1:0", "10.0.0.7:3310", "scan.example:3310"]
)
def test_another_is_refused(told: str) -> None:
    with pytest.raises(ValueError, match=r"127\.0\.0\.1|socket"):
        address_of(told)


async def test_the_doctor_looks_whether_it_answers(tmp_path: Path) -> None:
    async with clamd(tmp_path) as (_, address):
        assert (await doctor._scanner(address)).well
    finding = await doctor._scanner(str(tmp_path / "nobody.ctl"))
    assert not finding.well
    assert "IZDEU_CLAMD" in finding.mend


def test_the_setting_is_read_and_another_machine_refused(tmp_path: Path) -> None:
    assert load({"IZDEU_CLAMD": "localhost:3310"}, require_token=False, base=tmp_path).clamd == (
        "127.0.0.1",
        3310,
    )
    with pytest.raises(BadSettings, match="IZDEU_CLAMD must be on this machine"):
        load({"IZDEU_CLAMD": "10.0.0.7:3310"}, require_token=False, base=tmp_path)

"""What seals withstand, and what they cost: `python -m tests.storage.seals`, or `make seals`.

Ten thousand values and files that were swapped, cut, turned over by a bit or sealed by another
are offered in place of the right ones. Then: how much a seal costs beyond AES-GCM itself, and
how much memory a file of 20 MB takes.
"""

import argparse
import os
import statistics
import tempfile
import tracemalloc
from collections import Counter
from pathlib import Path
from random import Random
from time import perf_counter

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from storage.errors import SealBroken
from storage.files import Files
from storage.vault import KEY_BYTES, Compartment, Vault

BUDGET_US = 5.0  # beyond bare AES-GCM, median
FILE = 20 * 1024 * 1024
MEMORY = 2 * 1024 * 1024  # bytes for a file of any size
_FIELD = 200

Place = tuple[str, str, str]


def _place(random: Random) -> Place:
    return (
        random.choice(("cases", "drafts", "entries", "outbox")),
        random.choice(("body", "other")),
        random.randbytes(16).hex(),
    )


def _opens(vault: Compartment, sealed: bytes, place: Place) -> bytes | None:
    """What comes out; None where it is refused by the one named error."""
    table, column, row = place
    try:
        return vault.open(sealed, table=table, column=column, row=row)
    except SealBroken:
        return None


def tampered(count: int, random: Random) -> tuple[Counter[str], list[str]]:
    """Offer so many false values; how many of each kind, and which of them opened."""
    vault = Vault(random.randbytes(KEY_BYTES))
    reports = [vault.begin(random.randbytes(16).hex()) for _ in range(8)]
    offered: Counter[str] = Counter()
    opened = []
    for number in range(count):
        mine = random.choice((vault, *reports))
        place, plain = _place(random), random.randbytes(random.randrange(400))
        sealed = mine.seal(plain, table=place[0], column=place[1], row=place[2])
        assert _opens(mine, sealed, place) == plain
        kind, false, at, by = _forged(number, sealed, place, mine, (vault, *reports), random)
        offered[kind] += 1
        if _opens(by, false, at) is not None:
            opened.append(f"{kind}: {place}")
    return offered, opened


def _forged(
    number: int,
    sealed: bytes,
    place: Place,
    mine: Compartment,
    all_keys: tuple[Compartment, ...],
    random: Random,
) -> tuple[str, bytes, Place, Compartment]:
    """One false value, where it is offered, and to whom."""
    other = _place(random)
    match number % 6:
        case 0:
            bit = random.randrange(len(sealed) * 8)
            turned = bytearray(sealed)
            turned[bit // 8] ^= 1 << bit % 8
            return "bit turned over", bytes(turned), place, mine
        case 1:
            return "cut", sealed[: random.randrange(len(sealed))], place, mine
        case 2:
            return "extended", sealed + random.randbytes(random.randrange(1, 64)), place, mine
        case 3:
            where = random.randrange(3)
            moved = (
                other[0] + "x" if where == 0 else place[0],
                place[1] + "x" if where == 1 else place[1],
                other[2] if where == 2 else place[2],
            )
            return "swapped with another place", sealed, moved, mine
        case 4:
            foreign = random.choice([one for one in all_keys if one is not mine])
            return "of another report", sealed, place, foreign
    middle = random.randrange(2, len(sealed))
    theirs = mine.seal(random.randbytes(len(sealed)), table=place[0], column=place[1], row=place[2])
    return "mixed of two", sealed[:middle] + theirs[middle : len(sealed)], place, mine


def excess(rounds: int = 4_000) -> tuple[float, float]:
    """Seal and open 200 bytes: µs beyond bare AES-GCM with the same bytes, and in all; medians.

    Both are measured turn about, so that a busy neighbour disturbs both.
    """
    vault = Vault(os.urandom(KEY_BYTES)).begin("0" * 32)
    bare, plain, row = AESGCM(os.urandom(KEY_BYTES)), os.urandom(_FIELD), "1" * 32
    framed, bound = bytes(256), b"1|cases|body|" + row.encode() + b"|1"
    ours, theirs = [], []
    for _ in range(rounds):
        began = perf_counter()
        sealed = vault.seal(plain, table="cases", column="body", row=row)
        vault.open(sealed, table="cases", column="body", row=row)
        between = perf_counter()
        nonce = os.urandom(12)
        bare.decrypt(nonce, bare.encrypt(nonce, framed, bound), bound)
        theirs.append(perf_counter() - between)
        ours.append(between - began)
    whole, least = statistics.median(ours) * 1e6, statistics.median(theirs) * 1e6
    return whole - least, whole


def memory_of_a_file(folder: Path, size: int = FILE) -> tuple[int, int]:
    """Bytes that Python holds at most while a file is sealed, and while it is opened."""
    files, key, name = Files(folder), os.urandom(KEY_BYTES), "2" * 32
    chunk = os.urandom(32 * 1024)
    tracemalloc.start()
    try:
        files.write(key, name, (chunk for _ in range(size // len(chunk))))
        sealing = tracemalloc.get_traced_memory()[1]
        tracemalloc.reset_peak()
        assert sum(len(one) for one in files.read((key,), name)) == size
        return sealing, tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def main() -> None:
    """Read the arguments, try, print."""
    parser = argparse.ArgumentParser(prog="python -m tests.storage.seals", description=__doc__)
    parser.add_argument("--values", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    offered, opened = tampered(asked.values, Random(asked.seed))
    for kind, count in sorted(offered.items()):
        print(f"{count:>6} {kind}")
    print(f"{asked.values:>6} in all; opened: {len(opened)}")
    beyond, whole = excess()
    print(f"seal and open {_FIELD} bytes: {whole:.1f} µs, {beyond:.1f} µs beyond bare AES-GCM (median)")
    with tempfile.TemporaryDirectory() as folder:
        sealing, opening = memory_of_a_file(Path(folder))
    print(f"a file of {FILE >> 20} MB: {sealing >> 10} KB at most to seal it, {opening >> 10} KB to open it")
    raise SystemExit(1 if opened else 0)


if __name__ == "__main__":
    main()

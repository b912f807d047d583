"""The audit log is one chain: whatever is done to it without the keys is found, and told with the line."""

import random
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from sqlalchemy import text

from storage import audit, forgetting, house, inbox, keyboards
from storage.audit_walk import Walk
from storage.chain import BROKEN, START, Head, chain_of
from storage.errors import HeadLost
from storage.store import Store
from storage.vault import Vault
from tests.storage.scenes import NOW

LOST = "The head of the log is missing or was altered."
COLUMNS = (
    "number",
    "at",
    "actor_id",
    "action",
    "subject_id",
    "report_id",
    "body",
    "digest",
    "resealed",
    "previous",
    "chain",
)


def write(tx, number, **more):
    """The line that stands at *number* in these tests."""
    audit.write(tx, f"{number % 3:032x}", "wrote", f"{number:032x}", NOW + timedelta(minutes=number), **more)


def lines(store, count, first=1):
    """So many lines, each in a unit of its own; every third has details."""
    for number in range(first, first + count):
        more = {} if number % 3 else {"details": {"entry": number}, "report_id": "a" * 32}
        store.write_now(lambda tx, number=number, more=more: write(tx, number, **more))


def faults(store, told=()):
    """What a walk over the whole log finds."""
    walk = Walk(store.vault, told)
    found, more = [], store.write_now(walk.start)
    while more is not None:
        found += more
        more = store.write_now(walk.go_on)
    return found


def sql(store, statement, **values):
    """What somebody does who has the database alone."""
    return store.write_now(lambda tx: tx.connection.execute(text(statement), values))


def rows(store):
    """The log as it lies in the database."""
    asked = f"SELECT {', '.join(COLUMNS)} FROM audit ORDER BY number"  # noqa: S608  # our own words
    return [tuple(row) for row in sql_rows(store, asked)]


def sql_rows(store, statement, **values):
    return store.write_now(lambda tx: tx.connection.execute(text(statement), values).all())


def put_back(store, kept, head):
    """The log as it was."""

    def work(tx):
        tx.connection.execute(text("DELETE FROM audit"))
        names = ", ".join(f":{one}" for one in COLUMNS)
        insert = text(f"INSERT INTO audit ({', '.join(COLUMNS)}) VALUES ({names})")  # noqa: S608  # our own words
        if kept:
            tx.connection.execute(insert, [dict(zip(COLUMNS, row, strict=True)) for row in kept])
        tx.connection.execute(text("DELETE FROM house WHERE name = 'audit_head'"))
        if head is not None:
            house.write(tx, audit.HEAD, head)

    store.write_now(work)


def test_a_log_without_a_line_is_whole(store):
    assert faults(store) == []
    assert store.write_now(audit.head) is None


def test_lines_follow_each_other_and_the_head_is_the_last(store):
    lines(store, 4)

    kept = rows(store)
    head = store.write_now(audit.head)

    assert [row[0] for row in kept] == [1, 2, 3, 4]
    assert [row[-2] for row in kept] == [START, *(row[-1] for row in kept[:-1])]
    assert head == Head(4, kept[-1][-1])
    assert faults(store) == []
    assert faults(store, [Head(2, kept[1][-1][:16]), head]) == []


def test_details_are_sealed_for_their_line(store, vault):
    lines(store, 3)
    ((body, digest),) = sql_rows(store, "SELECT body, digest FROM audit WHERE number = 3")

    assert store.write_now(lambda tx: [audit.details(tx, number) for number in (1, 3)]) == [
        None,
        {"entry": 3},
    ]
    assert b"entry" not in body
    assert digest
    assert vault.of("a" * 32).open_json(body, table="audit", column="body", row="3") == {"entry": 3}


def test_several_lines_of_one_unit_follow_each_other(store):
    store.write_now(lambda tx: [write(tx, number) for number in (1, 2, 3)])

    assert [row[3] for row in rows(store)] == ["wrote"] * 3
    assert faults(store) == []


def test_what_was_rolled_back_leaves_neither_line_nor_gap(store):
    lines(store, 2)

    def fails(tx):
        write(tx, 3)
        raise KeyError("power cut")

    with pytest.raises(KeyError):
        store.write_now(fails)

    def fails_inside(tx):
        write(tx, 3)
        with pytest.raises(KeyError, match="power cut"):
            fails_in_savepoint(tx)
        write(tx, 4)

    def fails_in_savepoint(tx):
        with tx.savepoint():
            write(tx, 99)
            raise KeyError("power cut")

    store.write_now(fails_inside)

    assert [row[4] for row in rows(store)] == [f"{number:032x}" for number in (1, 2, 3, 4)]
    assert faults(store) == []


def test_a_line_that_cannot_be_written_takes_its_unit_with_it(store):
    from sqlalchemy.exc import StatementError

    def work(tx):
        house.write(tx, "noted", "x")
        audit.write(tx, None, "слово", None, NOW)

    with pytest.raises(StatementError, match="not a word of ours"):
        store.write_now(work)

    assert store.write_now(lambda tx: house.read(tx, "noted")) is None
    assert (rows(store), faults(store)) == ([], [])


async def test_units_of_one_commit_share_the_chain_and_fail_alone(store):
    """On SQLite up to 32 units share a commit, and one that fails takes back only its own line."""
    import asyncio

    def work(number):
        def unit(tx):
            write(tx, number)
            if number % 4 == 0:
                raise KeyError(number)

        return unit

    ended = await asyncio.gather(*(store.write(work(one)) for one in range(1, 41)), return_exceptions=True)

    assert sum(isinstance(one, KeyError) for one in ended) == 10
    assert [row[0] for row in rows(store)] == list(range(1, 31))
    assert faults(store) == []


def test_many_writers_of_several_processes_keep_one_chain(store, other_store):
    stores = [store, other_store]

    def unit(number):
        stores[number % 2].write_now(lambda tx: write(tx, number))

    with ThreadPoolExecutor(8) as threads:
        list(threads.map(unit, range(200)))

    assert [row[0] for row in rows(store)] == list(range(1, 201))
    assert faults(store) == []


def test_writers_that_hold_rows_crosswise_do_not_wait_in_a_circle(store, other_store):
    """A unit notes first and then changes a row that another holds, who notes, too."""
    import threading

    store.write_now(lambda tx: [house.write(tx, name, "0") for name in ("left", "right")])
    noted = threading.Barrier(2, timeout=5)

    def unit(which, name):
        def work(tx):
            house.write(tx, "left" if name == "right" else "right", name)
            write(tx, 1)
            if not tx.sqlite:
                noted.wait()
            write(tx, 2)

        which.write_now(work)

    with ThreadPoolExecutor(2) as threads:
        list(threads.map(unit, (store, other_store), ("left", "right")))

    assert faults(store) == []
    assert len(rows(store)) == 4


# Each gets the rows, its luck, and all heads that ever were; it returns other rows and another head.
def _edit(kept, luck, heads):
    place, column = luck.randrange(len(kept)), luck.choice(COLUMNS[1:])
    old = kept[place][COLUMNS.index(column)]
    if column == "at":
        new = old.replace("2026", "2025") if isinstance(old, str) else old + timedelta(seconds=1)
    elif column == "body":
        new = (
            None if old is not None and luck.random() < 0.3 else bytes(luck.randbytes(len(old or b"x" * 92)))
        )
    elif column == "action":
        new = luck.choice(("read", "wrote ", "WROTE", "w"))
    elif old is None:
        new = f"{luck.getrandbits(128):032x}"
    elif column in ("actor_id", "subject_id", "report_id", "digest") and luck.random() < 0.3:
        new = None
    else:
        spot = luck.randrange(len(old))
        new = f"{old[:spot]}{'0' if old[spot] != '0' else '1'}{old[spot + 1 :]}"
    changed = list(kept[place])
    changed[COLUMNS.index(column)] = new
    return [*kept[:place], tuple(changed), *kept[place + 1 :]], heads[-1]


def _cut(kept, luck, heads):
    first = luck.randrange(len(kept) - 1)
    last = luck.randrange(first + 1, len(kept))
    return [*kept[:first], *kept[last:]], heads[-1]


def _cut_and_close(kept, luck, heads):
    """As before, and what is left is numbered and linked anew."""
    left, head = _cut(kept, luck, heads)
    return _numbered(left, relink=luck.random() < 0.5), head


def _truncate(kept, luck, heads):
    """The end is gone; the head says what it said, or what the last line says, or nothing."""
    end = luck.randrange(0, len(kept))
    left = kept[:end]
    chain = left[-1][-1] if left else START
    head = luck.choice((heads[-1], f"{end}:{chain}:{heads[-1].rpartition(':')[2]}", "", None))
    return left, head if left or head else heads[-1]


def _reorder(kept, luck, heads):
    order = list(kept)
    while order == kept:
        luck.shuffle(order)
    return _numbered(order, relink=luck.random() < 0.5), heads[-1]


def _swap(kept, luck, heads):
    """Two lines change places, or only what two lines say, or their details."""
    one, other = luck.sample(range(len(kept)), 2)
    columns = luck.choice((COLUMNS[1:], ("subject_id",), ("at",), ("previous", "chain")))
    places = [COLUMNS.index(name) for name in columns]
    changed = [list(row) for row in kept]
    for place in places:
        changed[one][place], changed[other][place] = changed[other][place], changed[one][place]
    return [tuple(row) for row in changed], heads[-1]


def _insert(kept, luck, heads):
    """A line of somebody else, between others or behind the last, its chain made up or copied."""
    place = luck.randrange(len(kept) + 1)
    copied = list(luck.choice(kept))
    if luck.random() < 0.5:
        copied[-1] = f"{luck.getrandbits(256):064x}"
    copied[-2] = kept[place - 1][-1] if place else START
    left = [*kept[:place], tuple(copied), *kept[place:]]
    if luck.random() < 0.2:
        copied[0] = luck.choice((0, -1, -(2**40), 2**40))
        return sorted([*kept, tuple(copied)]), heads[-1]
    return _numbered(left, relink=luck.random() < 0.5), heads[-1]


def _numbered(order, *, relink):
    left, chain = [], START
    for number, row in enumerate(order, start=1):
        changed = [number, *row[1:]]
        if relink:
            changed[-2] = chain
        chain = row[-1]
        left.append(tuple(changed))
    return left


TAMPERING = (_edit, _cut, _cut_and_close, _truncate, _reorder, _swap, _insert)


def test_a_thousand_times_of_tampering_are_all_found(store):
    lines(store, 24)
    kept, luck = rows(store), random.Random(4)
    heads = [store.write_now(lambda tx: house.read(tx, audit.HEAD))]
    assert faults(store) == []

    missed = []
    for turn in range(1_000):
        tamper = TAMPERING[turn % len(TAMPERING)]
        changed, head = tamper(kept, luck, heads)
        assert (changed, head) != (kept, heads[-1]), tamper.__name__
        put_back(store, changed, head)
        if not faults(store):
            missed.append((turn, tamper.__name__))

    assert missed == []
    put_back(store, kept, heads[-1])
    assert faults(store) == []


@pytest.mark.parametrize(
    ("statement", "told"),
    [
        ("UPDATE audit SET action = 'read' WHERE number = 3", ["Line 3 was altered."]),
        ("DELETE FROM audit WHERE number = 3", ["Line 3 is missing."]),
        ("DELETE FROM audit WHERE number BETWEEN 2 AND 4", ["Lines 2 to 4 are missing."]),
        ("DELETE FROM audit WHERE number > 4", ["Lines 5 to 6 are missing."]),
        ("DELETE FROM audit", ["Lines 1 to 6 are missing."]),
        (
            "UPDATE audit SET body = NULL WHERE number = 3",
            ["The details of line 3 were altered or taken away."],
        ),
        ("DELETE FROM house WHERE name = 'audit_head'", [LOST]),
        ("UPDATE house SET value = '' WHERE name = 'audit_head'", [LOST]),
        (
            "UPDATE audit SET number = 9 WHERE number = 2",
            ["The head of the log is line 6, and behind it stand lines up to 9.", "Line 2 is missing."],
        ),
        (
            "UPDATE audit SET number = -number WHERE number = 1",
            ["Line -1 is none of ours: the first is line 1.", "Line 1 is missing."],
        ),
        (
            "UPDATE audit SET previous = chain WHERE number = 5",
            ["Line 5 does not follow the line before it.", "Line 5 was altered."],
        ),
    ],
)
def test_what_is_wrong_is_told_with_its_line(statement, told, store):
    lines(store, 6)

    sql(store, statement)

    assert faults(store) == told


@pytest.mark.parametrize("database_kind", ["sqlite"], indirect=True)
def test_what_sqlite_keeps_against_its_columns_is_told_too(store):
    lines(store, 6)
    sql(store, "UPDATE audit SET at = 'yesterday' WHERE number = 2")
    sql(store, "UPDATE audit SET actor_id = x'ff00' WHERE number = 3")
    sql(store, "UPDATE audit SET number = 'four' WHERE number = 4")
    sql(store, "UPDATE audit SET body = 7, chain = x'01' WHERE number = 6")

    assert faults(store) == [
        "There are lines without a number.",
        "Line 2 was altered: it cannot be read.",
        "Line 3 was altered.",
        "Line 4 is missing.",
        "Line 6 was altered.",
        "The details of line 6 were altered or taken away.",
        "The head of the log is not that of line 6.",
    ]


def test_only_what_was_told_shows_an_older_copy_put_in_place(store):
    """Whoever brings back log and head of yesterday is found by the mark in the coordinators' chats."""
    lines(store, 3)
    kept, head = rows(store), store.write_now(lambda tx: house.read(tx, audit.HEAD))
    lines(store, 2, first=4)
    told = store.write_now(audit.head)
    put_back(store, kept, head)

    assert faults(store) == []
    assert faults(store, [told]) == ["Line 5, which was told, is missing: the log ends with line 3."]

    lines(store, 3, first=7)
    assert faults(store) == []
    assert faults(store, [Head(5, told.chain[:16])]) == [
        f"Line 5 is not the one that was told as {told.chain[:16]}."
    ]


@pytest.mark.parametrize(
    "tampering",
    [
        "DELETE FROM house WHERE name = 'audit_head'",
        "UPDATE house SET value = 'x' WHERE name = 'audit_head'",
        "UPDATE house SET value = '' WHERE name = 'audit_head'",
    ],
)
def test_the_hotline_goes_on_behind_a_lost_head_and_the_break_stays(tampering, store):
    lines(store, 3)
    sql(store, tampering)
    with pytest.raises(HeadLost):
        store.write_now(audit.head)

    lines(store, 2, first=4)

    assert [row[0] for row in rows(store)] == [1, 2, 3, 4, 5]
    assert rows(store)[3][-2] == BROKEN
    assert faults(store) == ["Line 4 does not follow the line before it."]


def test_the_hotline_goes_on_where_somebody_took_its_next_number(store):
    lines(store, 3)
    old = store.write_now(lambda tx: house.read(tx, audit.HEAD))
    lines(store, 2, first=4)
    sql(store, "UPDATE house SET value = :old WHERE name = 'audit_head'", old=old)

    lines(store, 1, first=6)

    assert [row[0] for row in rows(store)] == [1, 2, 3, 4, 5, 6]
    assert faults(store) == ["Line 6 does not follow the line before it."]


def test_details_whose_key_is_gone_and_details_sealed_anew_are_whole(store, vault):
    lines(store, 6)
    at = {"table": "audit", "column": "body"}
    other = Vault(bytes(32), epoch=2)

    store.write_now(lambda tx: audit.reseal(tx, 3, other.seal_json({"entry": 3}, **at, row="3")))
    assert faults(store) == []

    ((proof,),) = sql_rows(store, "SELECT resealed FROM audit WHERE number = 3")
    forged = other.seal_json({"entry": 4}, **at, row="3")
    sql(store, "UPDATE audit SET body = :body WHERE number = 3", body=forged)
    assert faults(store) == ["The details of line 3 were altered or taken away."]
    sql(store, "UPDATE audit SET body = :body, resealed = :proof WHERE number = 6", body=forged, proof=proof)
    assert faults(store)[-1] == "The details of line 6 were altered or taken away."


def test_another_key_fits_no_line(store, database):
    lines(store, 2)
    foreign = Store(database, Vault(bytes(32)))

    found = faults(foreign)
    foreign.close()

    assert found == [LOST, "Line 1 was altered.", "Line 2 was altered."]


def test_a_walk_ends_where_it_began_while_others_write(store):
    lines(store, 5)
    walk = Walk(store.vault)
    assert store.write_now(walk.start) == []
    lines(store, 5, first=6)

    assert store.write_now(walk.go_on) == []
    assert store.write_now(walk.go_on) is None
    assert (walk.lines, walk.head.number) == (5, 5)


def test_a_walk_goes_in_batches(store, monkeypatch):
    monkeypatch.setattr("storage.audit_walk._AT_ONCE", 7)
    for count, first in ((14, 1), (9, 15)):
        lines(store, count, first)
        assert faults(store) == []
    sql(store, "DELETE FROM audit WHERE number BETWEEN 6 AND 16")

    assert faults(store) == ["Lines 6 to 16 are missing."]


def test_purge_never_touches_the_log(store):
    """However long ago: what was done is never forgotten."""
    lines(store, 5)
    before, later = rows(store), NOW + timedelta(days=20_000)
    for purge in (inbox.purge, forgetting.purge, keyboards.purge):
        store.write_now(lambda tx, purge=purge: purge(tx, later))

    assert rows(store) == before
    assert faults(store) == []


def test_the_shape_is_noted_when_it_changes(store):
    for shape in ("0001", "0001", "0002"):
        store.write_now(lambda tx, shape=shape: audit.note_shape(tx, shape, NOW))

    assert [row[3] for row in rows(store)] == ["migrated"] * 2
    assert store.write_now(lambda tx: [audit.details(tx, number) for number in (1, 2)]) == [
        {"from": None, "to": "0001"},
        {"from": "0001", "to": "0002"},
    ]


def test_a_head_is_read_only_as_it_was_written(vault):
    chain, head = chain_of(vault), Head(12, "ab" * 32)
    written = chain.written(head)

    assert len(written) <= 128
    assert len(chain.written(Head(2**63 - 1, "f" * 64))) <= 128
    assert chain.read(written) == head
    for wrong in (
        None,
        "",
        "12",
        "x:y:z",
        written[:-1],
        f"1{written}",
        written.replace("12:", "11:"),
        "²:a:b",
    ):
        assert chain.read(wrong) is None

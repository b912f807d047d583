"""What a broadcast does not know of its messages: in doubt or refused, listed by code, sent again by hand."""

import re
from datetime import timedelta
from io import BytesIO
from zipfile import ZipFile

from bot.sandbox.phones import Phone
from storage import outbox
from storage.records import Lane
from storage.store import Tx
from tests.scenes.stage import Stage
from tests.scenes.test_broadcast import WORDS, begins, goes, got, latest, states, writes
from tests.scenes.test_broadcast_card import cards
from tests.scenes.test_broadcast_correction import far_away
from tests.scenes.test_family import tap
from tests.scenes.test_second_yes import code, volunteer


def table(phone: Phone, sheet: int) -> list[list[str]]:
    """What stands in a sheet of the workbook that came last."""
    assert phone.last is not None
    assert phone.last.file is not None
    with ZipFile(BytesIO(phone.last.file.content)) as book:
        texts = re.findall(r"<si><t[^>]*>(.*?)</t></si>", book.read("xl/sharedStrings.xml").decode())
        inside = book.read(f"xl/worksheets/sheet{sheet}.xml").decode()
    rows = []
    for row in re.findall(r"<row[^>]*>(.*?)</row>", inside):
        cells = re.findall(r"<c ([^>]*)><v>(.*?)</v></c>", row)
        rows.append([texts[int(value)] if 't="s"' in how else value for how, value in cells])
    return rows


async def becomes(hotline: Stage, state: str, many: int) -> None:
    """Of those that wait, so many were on the wire, and this is what is known of them."""

    def work(tx: Tx) -> None:
        later = hotline.clock.now() + timedelta(hours=10)
        found = outbox.claim(tx, Lane.BROADCAST, many, later, later)
        assert len(found) == many
        for one in found:
            outbox.settle(tx, one.id, state, hotline.clock.now(), trouble="made-up")

    await hotline.house.store.write(work)


async def test_in_doubt_and_refused_they_are_listed_and_sent_again_by_hand_only(hotline: Stage) -> None:
    """Not by a restart, not by the next morning: by her press, once; the report named them until then."""
    vera = await hotline.coordinator("en")
    helper, far = await volunteer(hotline), [await far_away(hotline) for _ in range(3)]
    await begins(hotline, vera, "volunteers")
    await writes(hotline, vera, en=WORDS)
    await goes(hotline, vera)
    one = await latest(hotline)
    await becomes(hotline, "broken", 1)
    await becomes(hotline, "unknown", 2)
    await hotline.restarts()
    await hotline.passes(seconds=5)
    await hotline.passes(seconds=5)
    (card,) = cards(vera)
    assert "· sent\n\nSent: 1\nWaiting: 0\nBlocked the bot: 0\nNot accepted: 1\nIn doubt: 2" in card

    await tap(hotline, vera, "button-cast-report")
    codes = {await code(hotline, phone) for phone in far}
    head, *listed = table(vera, 2)
    assert head == ["Code", "Language", "What became of it", "Answer", "Time"]
    assert {line[0] for line in listed} == codes
    assert sorted(line[2] for line in listed) == ["In doubt", "In doubt", "Not accepted"]
    numbers = table(vera, 1)
    assert numbers[0] == [
        "",
        "Sent",
        "Waiting",
        "Blocked the bot",
        "Not accepted",
        "In doubt",
        "Not sent any more",
    ]
    assert numbers[1] == ["English", "1", "0", "0", "1", "2", "0"]
    assert numbers[2] == ["All together", "1", "0", "0", "1", "2", "0"]

    await hotline.passes(hours=10)
    await hotline.passes(seconds=5)
    assert [got(phone, WORDS) for phone in far] == [0, 0, 0]
    await tap(hotline, vera, "button-cast-again-unknown")
    await hotline.passes(seconds=5)
    await hotline.passes(seconds=5)
    assert sum(got(phone, WORDS) for phone in far) == 2
    await tap(hotline, vera, "button-cast-again-broken")
    await hotline.passes(seconds=5)
    await hotline.passes(seconds=5)
    assert [got(phone, WORDS) for phone in (helper, *far)] == [1, 1, 1, 1]
    assert await states(hotline, one.id) == ["sent"] * 4
    assert "Sent: 4\nWaiting: 0\nBlocked the bot: 0\nNot accepted: 0\nIn doubt: 0" in cards(vera)[-1]


async def test_pressed_twice_nothing_goes_twice(hotline: Stage) -> None:
    """What was tried again is in doubt no more."""
    vera, far = await hotline.coordinator("en"), await far_away(hotline)
    await begins(hotline, vera, "volunteers")
    await writes(hotline, vera, en=WORDS)
    await goes(hotline, vera)
    await becomes(hotline, "unknown", 1)
    await hotline.passes(seconds=5)
    await hotline.passes(hours=10)
    shown = [one for one in vera.messages if ["Those in doubt again"] in one.labels][-1]
    row = shown.labels.index(["Those in doubt again"])
    for _ in range(2):
        vera.press(shown, row)
    await hotline.settled()
    await hotline.passes(seconds=5)
    await hotline.passes(seconds=5)
    assert got(far, WORDS) == 1

"""A report that is being told is written whole, under its revision."""

import asyncio
from datetime import timedelta

import pytest

from storage import cases, drafts, people
from storage.errors import Overtaken
from storage.records import StoredDraft
from tests.storage.scenes import NOW, a_case

LATER = NOW + timedelta(hours=1)


@pytest.fixture
def her(store):
    return store.write_now(lambda tx: people.welcome(tx, 1, 1, NOW)).id


def test_a_draft_is_written_whole_under_its_revision(store, her):
    told = {"answers": {"name": "\ud800\x00 Ерлан"}}
    begun = store.write_now(lambda tx: drafts.begin(tx, her, {}, NOW))
    saved = store.write_now(lambda tx: drafts.save(tx, begun, told, LATER))

    assert begun == StoredDraft(begun.id, her, 1, NOW, NOW, {})
    assert saved == StoredDraft(begun.id, her, 2, NOW, LATER, told)
    assert store.write_now(lambda tx: drafts.find(tx, begun.id, her)) == saved
    assert store.write_now(lambda tx: drafts.find(tx, begun.id, "0" * 32)) is None
    with pytest.raises(Overtaken) as told_so:
        store.write_now(lambda tx: drafts.save(tx, begun, {"answers": {}}, LATER))
    assert str(told_so.value) == "Somebody else changed it in between; nothing was changed here."
    assert store.write_now(lambda tx: drafts.find(tx, begun.id, her)) == saved


async def test_of_two_who_save_one_revision_one_is_told(store, other_store, her):
    begun = store.write_now(lambda tx: drafts.begin(tx, her, {}, NOW))

    ended = await asyncio.gather(
        *(
            hands.write(lambda tx, n=n: drafts.save(tx, begun, {"n": n}, NOW))
            for n, hands in enumerate((store, other_store))
        ),
        return_exceptions=True,
    )

    assert sorted(type(end).__name__ for end in ended) == ["Overtaken", "StoredDraft"]
    (kept,) = [end for end in ended if isinstance(end, StoredDraft)]
    assert store.write_now(lambda tx: drafts.find(tx, begun.id, her)) == kept


def test_several_drafts_and_how_they_end(store, her):
    case = a_case()
    store.write_now(lambda tx: cases.add(tx, case))

    def work(tx):
        one, two, three = (drafts.begin(tx, her, {"n": n}, NOW) for n in range(3))
        two = drafts.save(tx, two, {"n": "later"}, LATER)
        open_then = [draft.id for draft in drafts.open_of(tx, her)]
        assert [draft.id for draft in drafts.open_of(tx, her, 2)] == open_then[:2]
        assert drafts.count_open_of(tx, her) == 3
        drafts.submitted(tx, one.id, case.id, LATER)
        drafts.drop(tx, three.id, LATER)
        return one, two, three, open_then

    one, two, three, open_then = store.write_now(work)

    assert open_then == [two.id, three.id, one.id]
    assert store.write_now(lambda tx: drafts.open_of(tx, her)) == [two]
    assert store.write_now(drafts.counts) == {"submitted": 1, "dropped": 1, "open": 1}
    for ended in (one, three):
        assert store.write_now(lambda tx, ended=ended: drafts.find(tx, ended.id, her)) is None
        with pytest.raises(Overtaken):
            store.write_now(lambda tx, ended=ended: drafts.save(tx, ended, {}, LATER))

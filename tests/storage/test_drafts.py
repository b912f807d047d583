"""A report that is being told is written whole, under its revision."""

import asyncio
from datetime import timedelta

import pytest

from storage import cases, drafts, people
from storage.errors import Overtaken
from storage.records import Said, StoredDraft
from tests.storage.plans import rows_looked_at
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


def test_what_ended_does_not_end_again(store, her):
    """It was erased while she pressed Send: no case is made of what is gone."""
    case = a_case()
    store.write_now(lambda tx: cases.add(tx, case))
    begun = store.write_now(lambda tx: drafts.begin(tx, her, {}, NOW))
    store.write_now(lambda tx: drafts.drop(tx, begun.id, NOW))
    for ends in (
        lambda tx: drafts.submitted(tx, begun.id, case.id, LATER),
        lambda tx: drafts.drop(tx, begun.id, LATER),
    ):
        with pytest.raises(Overtaken):
            store.write_now(ends)
    assert store.write_now(drafts.counts) == {"dropped": 1}


def resting_at(store, her, now):
    return store.write_now(lambda tx: [(one.draft.id, one.said) for one in drafts.due_of(tx, her, now)])


def test_a_day_after_the_last_touch_a_draft_is_due(store, her):
    """However it was touched; and what she had heard counts no more."""
    day = drafts.FIRST_LOOK
    begun = store.write_now(lambda tx: drafts.begin(tx, her, {"n": 1}, NOW))
    assert resting_at(store, her, NOW + day - timedelta(microseconds=1)) == []
    assert resting_at(store, her, NOW + day) == [(begun.id, Said.NOTHING)]
    assert store.write_now(lambda tx: drafts.owners_due(tx, NOW + day, 5)) == {her}

    store.write_now(lambda tx: drafts.tended(tx, begun.id, Said.REMINDED, NOW + 3 * day, told_at=NOW + day))
    assert resting_at(store, her, NOW + 2 * day) == []
    assert store.write_now(lambda tx: drafts.owners_due(tx, NOW + 2 * day, 5)) == set()
    assert resting_at(store, her, NOW + 3 * day) == [(begun.id, Said.REMINDED)]

    saved = store.write_now(lambda tx: drafts.save(tx, begun, {"n": 2}, NOW + 2 * day))
    assert resting_at(store, her, NOW + 3 * day) == [(begun.id, Said.NOTHING)]
    store.write_now(lambda tx: drafts.tended(tx, begun.id, Said.ANNOUNCED, NOW + 9 * day))

    assert store.write_now(lambda tx: drafts.touch(tx, begun.id, her, NOW + 4 * day))
    assert resting_at(store, her, NOW + 5 * day) == [(begun.id, Said.NOTHING)]
    # A touch is not a new revision: buttons that were shown stay as good as they were.
    kept = store.write_now(lambda tx: drafts.find(tx, begun.id, her))
    assert (kept.revision, kept.body, kept.updated_at) == (saved.revision, {"n": 2}, NOW + 4 * day)
    # When she was written to last outlives the rest.
    assert store.write_now(lambda tx: drafts.said_last(tx, her)) == NOW + day


def test_a_stranger_touches_nothing_and_what_ended_rests_no_more(store, her):
    stranger = store.write_now(lambda tx: people.welcome(tx, 2, 2, NOW)).id
    one, two = (store.write_now(lambda tx: drafts.begin(tx, her, {}, NOW)) for _ in range(2))
    assert not store.write_now(lambda tx: drafts.touch(tx, one.id, stranger, LATER))
    store.write_now(lambda tx: drafts.drop(tx, one.id, NOW))
    assert not store.write_now(lambda tx: drafts.touch(tx, one.id, her, LATER))

    assert resting_at(store, her, NOW + 99 * drafts.FIRST_LOOK) == [(two.id, Said.NOTHING)]
    assert store.write_now(lambda tx: drafts.said_last(tx, her)) is None


def test_what_was_announced_to_somebody_out_of_reach_was_not_heard(store, her):
    """Only that, and only hers."""
    other = store.write_now(lambda tx: people.welcome(tx, 2, 2, NOW)).id
    begun = [
        store.write_now(lambda tx, whose=whose: drafts.begin(tx, whose, {}, NOW))
        for whose in (her, her, other)
    ]
    for one, said in zip(begun, (Said.ANNOUNCED, Said.REMINDED, Said.ANNOUNCED), strict=True):
        store.write_now(lambda tx, one=one, said=said: drafts.tended(tx, one.id, said, NOW))

    store.write_now(lambda tx: drafts.unheard(tx, her))

    assert [said for _, said in resting_at(store, her, NOW)] == [Said.REMINDED_TWICE, Said.REMINDED]
    assert [said for _, said in resting_at(store, other, NOW)] == [Said.ANNOUNCED]


def test_what_cannot_be_done_is_due_later(store, her):
    begun = store.write_now(lambda tx: drafts.begin(tx, her, {}, NOW))
    now = NOW + drafts.FIRST_LOOK
    store.write_now(lambda tx: drafts.put_off(tx, her, now, now + timedelta(days=1)))
    assert resting_at(store, her, now) == []
    assert resting_at(store, her, now + timedelta(days=1)) == [(begun.id, Said.NOTHING)]


def test_a_look_with_nothing_due_costs_next_to_nothing(store, her):
    """Ten thousand drafts, half of them ended long ago, none due."""

    def many(tx):
        due, past = NOW + timedelta(days=1), NOW - timedelta(days=1)
        row = {
            "person_id": her,
            "revision": 1,
            "made_at": NOW,
            "updated_at": NOW,
            "said": "nothing",
            "case_id": None,
            "body": b"sealed",
        }
        tx.execute(
            drafts._begin,
            [
                {**row, "id": f"{n:032x}", "state": ("open", "dropped")[n % 2], "next_at": (due, past)[n % 2]}
                for n in range(10_000)
            ],
        )

    store.write_now(many)
    assert store.write_now(lambda tx: drafts.owners_due(tx, NOW, 50)) == set()
    assert rows_looked_at(store, drafts._owners_due, {"now": NOW, "most": 50}) < 20

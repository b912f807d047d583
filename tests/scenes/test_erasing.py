"""What a relative sees of what is kept, takes with her, and has erased."""

from storage import approvals, erasures, queue
from tests.bot.pictures import with_place
from tests.scenes.stage import TEXTS, Stage
from tests.scenes.test_family import read, says, says_it, tap


def _shows(phone, text_id: str) -> bool:
    """Whether the last message has this button."""
    label = TEXTS.plain("en", text_id)
    return phone.last is not None and any(label in one for row in phone.last.labels for one in row)


async def _wishes(hotline: Stage, mother) -> None:
    await says_it(hotline, mother, "/privacy")
    await tap(hotline, mother, "button-erase-report")
    mother.tap("Yerlan")
    await hotline.settled()
    await tap(hotline, mother, "button-erase-report-yes")


async def _open_cases(hotline: Stage) -> int:
    return await hotline.house.store.read(lambda tx: queue.count_open(tx, 9))


async def test_a_family_and_a_coordinator_erase_what_she_wants_gone(hotline: Stage) -> None:
    """The coordinators are asked without a name; the first yes erases; the family hears honestly."""
    vera, olga = await hotline.coordinator("en", "Vera"), await hotline.coordinator("en", "Olga")
    mother = await hotline.relative("en")
    await hotline.reports(mother, "en", "Yerlan")

    await _wishes(hotline, mother)
    assert "We have your wish" in read(mother)
    assert "Yerlan" not in read(vera)
    assert await _open_cases(hotline) == 1
    await tap(hotline, vera, "button-look")
    await tap(hotline, olga, "button-look")
    await tap(hotline, vera, "button-approve")

    assert "Decided with a second yes" in read(vera)
    assert "We could not call back" in read(mother)
    assert await _open_cases(hotline) == 0
    await tap(hotline, olga, "button-approve")
    assert any("nothing to decide here" in one.text for one in olga.messages)
    await hotline.passes(minutes=1)
    assert await hotline.house.store.read(erasures.counts) == {"done": 1}
    await says_it(hotline, mother, "/cases")
    assert says(mother, "cases-none")
    await says_it(hotline, vera, "/queue")
    assert "No case is open" in read(vera)


async def test_one_wish_twice_is_one(hotline: Stage) -> None:
    """She reads again that we have it, and the team is asked once."""
    vera, mother = await hotline.coordinator("en", "Vera"), await hotline.relative("en")
    await hotline.reports(mother, "en", "Yerlan")
    await _wishes(hotline, mother)
    await _wishes(hotline, mother)

    assert "We have your wish" in read(mother)
    assert [says(vera, "alert-approval")] == [True]
    assert len(await hotline.house.store.read(lambda tx: approvals.open_ones(tx, hotline.clock.now()))) == 1


async def test_a_no_leaves_the_case_and_the_family_hears_it(hotline: Stage) -> None:
    vera, mother = await hotline.coordinator("en", "Vera"), await hotline.relative("en")
    await hotline.reports(mother, "en", "Yerlan")
    await _wishes(hotline, mother)
    await tap(hotline, vera, "button-look")
    await tap(hotline, vera, "button-refuse-approval")

    assert "Refused" in read(mother)
    assert await _open_cases(hotline) == 1


async def test_where_nobody_can_decide_she_is_told_so(hotline: Stage) -> None:
    mother = await hotline.relative("en")
    await hotline.reports(mother, "en", "Yerlan")
    await _wishes(hotline, mother)

    assert says(mother, "erase-nobody")


async def test_a_wish_that_is_taken_back_erases_nothing(hotline: Stage) -> None:
    """What a coordinator sees of it then is what she sees of what is decided."""
    vera, mother = await hotline.coordinator("en", "Vera"), await hotline.relative("en")
    await hotline.reports(mother, "en", "Yerlan")
    await _wishes(hotline, mother)
    await tap(hotline, mother, "button-withdraw")
    assert says(mother, "approval-withdrawn")

    await tap(hotline, vera, "button-look")

    assert says(vera, "approval-over")
    assert await _open_cases(hotline) == 1


async def test_a_wish_that_nobody_decides_is_brought_to_mind_and_its_end_is_told(hotline: Stage) -> None:
    """Two days before the end once to the team; after a week to her, in the day, with a way to ask again."""
    vera, mother = await hotline.coordinator("en", "Vera"), await hotline.relative("en")
    await hotline.reports(mother, "en", "Yerlan")
    await _wishes(hotline, mother)
    reminded, told = len(_with(vera, "still waits")), len(_with(mother, "none of our coordinators"))
    assert (reminded, told) == (0, 0)

    await hotline.passes(days=4, hours=23)
    assert _with(vera, "still waits") == []
    for _ in range(3):
        await hotline.passes(hours=12)
    assert len(_with(vera, "still waits")) == 1
    assert _with(mother, "none of our coordinators") == []
    for _ in range(4):
        await hotline.passes(hours=12)

    assert len(_with(vera, "still waits")) == 1
    assert len(_with(vera, "Nobody decided in time")) == 1
    assert len(_with(mother, "none of our coordinators")) == 1
    assert await _open_cases(hotline) == 1
    await tap(hotline, mother, "button-erase-again")
    await tap(hotline, mother, "button-erase-report-yes")
    assert len(await hotline.house.store.read(lambda tx: approvals.open_ones(tx, hotline.clock.now()))) == 1


def _with(phone, words: str) -> list[str]:
    return [one.text for one in phone.heard if words in one.text]


async def test_a_copy_is_a_paper_and_the_files_again_after_a_caution(hotline: Stage) -> None:
    """Report, unfinished one, messages, files; nothing of somebody else's."""
    mother, other = await hotline.relative("en"), await hotline.relative("en")
    await hotline.reports(mother, "en", "Yerlan")
    await hotline.reports(other, "en", "Aigul")
    await says_it(hotline, mother, "/report")
    await tap(hotline, mother, "button-agree")
    mother.voice(b"OggS" + bytes(99), 5)
    await hotline.settled()

    await says_it(hotline, mother, "/privacy")
    assert "1 file" in mother.heard[-1].text or "1 file" in read(mother)
    await tap(hotline, mother, "button-copy")
    assert says(mother, "copy-caution")
    assert hotline.world.counts["sendDocument", "ok"] == 0
    await tap(hotline, mother, "button-copy-yes")

    assert hotline.world.counts["sendDocument", "ok"] == 1
    assert hotline.world.counts["sendVoice", "ok"] == 1


async def test_a_copy_holds_what_she_sent_and_not_what_was_made_of_it(hotline: Stage) -> None:
    """The working copy of her photo is ours; the photo comes back as she sent it, once."""
    mother, sent = await hotline.relative("en"), with_place("JPEG")
    await says_it(hotline, mother, "/report")
    await tap(hotline, mother, "button-agree")
    mother.document(sent, "he.jpg")
    await hotline.settled()
    await hotline.passes(seconds=20)
    await hotline.passes(seconds=20)

    await says_it(hotline, mother, "/privacy")
    assert "1 file" in read(mother)
    await tap(hotline, mother, "button-copy")
    await tap(hotline, mother, "button-copy-yes")

    got = [one.file.content for one in mother.messages if one.file is not None and not one.out]
    assert len(got) == 2, "the paper, and the photo"
    assert sent in got


async def test_who_has_sent_nothing_is_offered_nothing_to_have_erased(hotline: Stage) -> None:
    mother = await hotline.relative("en")
    await says_it(hotline, mother, "/privacy")

    assert not _shows(mother, "button-erase-report")
    assert _shows(mother, "button-copy")

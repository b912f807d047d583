"""Whom a broadcast reaches, chosen by buttons: by skill, by place, each week by the clock of a city."""

from datetime import UTC, datetime
from pathlib import Path

from bot.sandbox.phones import Phone
from storage import people, profiles
from storage.profiles import Profile
from storage.store import Tx
from tests.scenes.stage import Stage, stage
from tests.scenes.test_broadcast import WORDS, begins, goes, got, presses, writes
from tests.scenes.test_family import read, says, tap
from tests.scenes.test_second_yes import volunteer


async def told(hotline: Stage, region: str | None, languages: tuple[str, ...], *skills: str) -> Phone:
    """A volunteer who reads English here and has told this of herself."""
    phone = await volunteer(hotline)

    def keeps(tx: Tx) -> None:
        person = people.by_account(tx, phone.user["id"])
        assert person is not None
        profiles.keep(tx, Profile(person.id, languages, region, skills), hotline.clock.now())

    await hotline.house.store.write(keeps)
    return phone


async def sends(hotline: Stage, vera: Phone) -> None:
    """She writes it in English, and sends it."""
    for _ in range(2):
        await tap(hotline, vera, "button-back")
    await writes(hotline, vera, en=WORDS)
    await goes(hotline, vera)


async def test_drivers_in_one_region(hotline: Stage) -> None:
    """Both must be so; the count follows each press, and the screen says among whom it chooses."""
    vera = await hotline.coordinator("en")
    here = await told(hotline, "kz-almaty", ("kk",), "drive", "call")
    there = await told(hotline, "xj-ili", ("kk",), "drive")
    writer = await told(hotline, "kz-almaty", ("ru",), "write")
    silent = await volunteer(hotline)
    await begins(hotline, vera, "volunteers")
    await tap(hotline, vera, "button-cast-whom")
    await tap(hotline, vera, "cast-trait-skill")
    assert says(vera, "cast-by-skill")
    await tap(hotline, vera, "option-role-skill-drive")
    assert "Skill, only: Drive" in read(vera)
    assert "People who are meant: 2" in read(vera)
    await tap(hotline, vera, "button-back")
    await tap(hotline, vera, "cast-trait-region")
    assert says(vera, "cast-by-region")
    await tap(hotline, vera, "button-page-on")
    await presses(hotline, vera, "Ili")
    assert vera.last is not None
    assert "People who are meant: 1" in vera.last.text
    await presses(hotline, vera, "Ili")  # all but these
    assert vera.last is not None
    assert "People who are meant: 1" in vera.last.text
    await sends(hotline, vera)
    assert [got(phone, WORDS) for phone in (here, there, writer, silent)] == [1, 0, 0, 0]


async def test_a_volunteer_is_chosen_by_what_she_speaks_and_reads_it_in_her_language(hotline: Stage) -> None:
    """She speaks Kazakh and reads English here; she gets the English words."""
    vera, speaks, other = (
        await hotline.coordinator("en"),
        await told(hotline, None, ("kk",)),
        await volunteer(hotline),
    )
    await begins(hotline, vera, "volunteers")
    await tap(hotline, vera, "button-cast-whom")
    await tap(hotline, vera, "cast-trait-language")
    await presses(hotline, vera, "Қазақша")
    for _ in range(2):
        await tap(hotline, vera, "button-back")
    await writes(hotline, vera, en=WORDS, kk="Жұмада келіңіз.")
    await goes(hotline, vera)
    assert (got(speaks, WORDS), got(speaks, "Жұмада келіңіз."), got(other, WORDS)) == (1, 0, 0)


async def test_each_week_at_nine_in_berlin_over_the_end_of_summer_time(tmp_path: Path, database: str) -> None:
    """By the clock of the city that she chose, whatever it is where the office is."""
    async with stage(tmp_path, database, start=datetime(2026, 10, 16, 7, 0, tzinfo=UTC)) as hotline:
        vera, helper = await hotline.coordinator("en"), await volunteer(hotline)
        await begins(hotline, vera, "volunteers")
        await writes(hotline, vera, en=WORDS)
        await tap(hotline, vera, "button-back")
        await tap(hotline, vera, "button-cast-when")
        await tap(hotline, vera, "button-cast-weekly")
        await tap(hotline, vera, "button-cast-zone")
        await tap(hotline, vera, "button-zone-berlin")
        await tap(hotline, vera, "weekday-7")
        await presses(hotline, vera, "09:00")
        assert "When: each week · Sunday, 09:00 · Berlin" in read(vera)
        await goes(hotline, vera)

        seen = []
        for day, hour in ((18, 6), (18, 7), (25, 7), (25, 8)):
            for minute in (58, 62):
                moment = datetime(2026, 10, day, hour, tzinfo=UTC).timestamp() + (minute - 60) * 60
                hotline.clock.move(datetime.fromtimestamp(moment, UTC) - hotline.clock.now())
                await hotline.passes(seconds=5)
                await hotline.passes(seconds=5)
                seen.append(got(helper, WORDS))
        # 9:00 is 7:00 UTC on the 18th, and 8:00 on the 25th.
        assert seen == [0, 0, 0, 1, 1, 1, 1, 2]

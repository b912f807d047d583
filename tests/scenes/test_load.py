"""What coordinators see: who has how much, as a list and a picture; the week on Monday; jobs that fail."""

from datetime import datetime, timedelta

import pytest
from sqlalchemy import select

from bot.sandbox.phones import Phone
from handlers.rules.volunteering import Skill
from storage import people, tables
from storage.records import Role
from storage.store import Tx
from tests.scenes.stage import TEXTS, Stage
from tests.scenes.test_desk import labels
from tests.scenes.test_family import says_it, tap
from tests.scenes.test_tasks import a_volunteer, alone, given_to, rests
from tests.scenes.test_teamwork import a_case_of_two, member_code, press, told
from tests.scenes.working import SKIP, bare, fills, last, pushed

_PNG = b"\x89PNG"


async def asks_for_a_call(hotline: Stage, vera: Phone, code: str, *whom: str) -> None:
    """Vera wants somebody to call, and asks these in their order."""
    await says_it(hotline, vera, f"/case {code}")
    await press(hotline, vera, next(one for one in labels(vera) if one.startswith("Volunteers · ")))
    await tap(hotline, vera, "button-role-new")
    await fills(hotline, vera, "option-role-skill-call", "~Ask for the date.", SKIP)
    await tap(hotline, vera, "button-save")
    for one in whom:
        await press(hotline, vera, one)
    await tap(hotline, vera, "button-role-ask")


async def many(hotline: Stage, count: int) -> None:
    """So many volunteers more, of whom nobody has anything."""

    def work(tx: Tx) -> None:
        for number in range(count):
            one = people.welcome(tx, 900_000 + number, 900_000 + number, hotline.clock.now())
            people.set_role(tx, one.id, Role.VOLUNTEER, hotline.clock.now())

    await hotline.house.store.write(work)


async def a_busy_team(hotline: Stage) -> tuple[Phone, str, dict[str, str]]:
    """Dana has a role, more than she takes, and is asked for another; Asel is late; Mira rests."""
    vera, _, _, code = await a_case_of_two(hotline)
    team = {one: await a_volunteer(hotline, one) for one in ("Dana", "Asel", "Mira")}
    codes = {one: await member_code(hotline, phone) for one, phone in team.items()}
    skills = {"languages": ("en",), "skills": (Skill.CALL,)}
    await rests(hotline, team["Dana"], **skills)
    await rests(hotline, team["Mira"], paused_until=(hotline.clock.now() + timedelta(days=30)).date())
    await asks_for_a_call(hotline, vera, code, codes["Dana"])
    await tap(hotline, team["Dana"], "button-ping-accept")
    await rests(hotline, team["Dana"], **skills, most=2)
    await alone(hotline, vera, "Print the forms.", "option-task-due-tomorrow", SKIP, SKIP, SKIP)
    await given_to(hotline, vera, team["Asel"])
    await asks_for_a_call(hotline, vera, code, codes["Dana"], codes["Asel"])
    await rests(hotline, team["Dana"], **skills, most=1)
    await hotline.passes(days=1, hours=2)
    return vera, code, codes


async def test_who_has_how_much_is_seen_by_codes(hotline: Stage) -> None:
    """Cases of how many she takes, tasks, rest; who was asked; what is overdue: and nobody's name."""
    vera, code, codes = await a_busy_team(hotline)
    await many(hotline, 7)
    since = len(vera.heard)

    await says_it(hotline, vera, "/load")
    said = last(vera)
    assert said.startswith("Volunteers: 10")
    assert f"{codes['Dana']} · cases: 1 of 1 · tasks: 1" in said
    assert f"{codes['Asel']} · cases: 0 of 3 · tasks: 1 · overdue: 1" in said
    first = said.splitlines()
    await tap(hotline, vera, "button-page-on")
    second = last(vera).splitlines()
    assert (len(first) - 2, len(second) - 2) == (8, 2)  # a title, and a line that is free
    assert f"{codes['Mira']} · cases: 0 of 3 · tasks: 0 · rests until 24 December 2026" in [*first, *second]

    await press(hotline, vera, "Without a yes · 1")
    assert f"{code} · Call · since 24 November 2026, 12:00" in last(vera)
    assert f"{codes['Dana']}: no answer" in last(vera)
    assert f"{codes['Asel']}: asked 2" in last(vera)
    await press(hotline, vera, f"{code} · Call")
    assert "Asked so far" in last(vera)

    await says_it(hotline, vera, "/load")
    await press(hotline, vera, "Overdue · 1")
    await press(hotline, vera, "a task · 25 Nov · " + codes["Asel"])
    assert "Print the forms." in last(vera)

    await says_it(hotline, vera, "/load")
    await press(hotline, vera, codes["Dana"])
    assert f"{code} · Call · since 24 November 2026" in last(vera)
    await press(hotline, vera, f"{code} · Call")
    assert f"{codes['Dana']} has taken it" in last(vera)
    loads = "\n".join(one.text for one in vera.heard[since:] if one.text.startswith(("Volunteers", "Asked")))
    assert "Yerlan" not in loads


@pytest.mark.parametrize("language", ["en", "ru", "zh-Hans", "ug", "kk-Arab"])
async def test_the_picture_is_one_png_in_the_readers_language(hotline: Stage, language: str) -> None:
    """A picture with its title, and no file that her phone could not show."""
    await a_busy_team(hotline)
    olga = await hotline.coordinator(language, "Olga again")
    await says_it(hotline, olga, "/load")
    await tap(hotline, olga, "button-load-picture", language)

    assert olga.last is not None
    assert olga.last.kind == "photo"
    assert olga.last.file is not None
    assert olga.last.file.content.startswith(_PNG)
    title = TEXTS.plain(language, "load-picture", at="").partition(" · ")[0]
    assert olga.last.text.startswith(title)


async def test_a_volunteer_is_shown_nothing_of_it(hotline: Stage) -> None:
    """The command is as unknown to her as one that does not exist."""
    await hotline.coordinator("en")
    dana = await a_volunteer(hotline)
    await says_it(hotline, dana, "/load")
    unknown = last(dana)
    await says_it(hotline, dana, "/lode")
    assert last(dana) == unknown


async def test_she_reads_at_what_hours_she_is_reminded(hotline: Stage) -> None:
    """Hours, days off, and rest, with her tasks."""
    dana = await a_volunteer(hotline)
    await says_it(hotline, dana, "/tasks")
    assert "Reminders come between 09:00 and 21:00 where you live." in last(dana)
    hours = (datetime(2026, 1, 1, 18).time(), datetime(2026, 1, 1, 22, 30).time())
    await rests(hotline, dana, hours=hours, days_off=frozenset({4, 6}))
    await says_it(hotline, dana, "/tasks")
    assert "between 18:00 and 22:30" in last(dana)
    assert "Not on these days: Friday and Sunday." in last(dana)
    await rests(hotline, dana, paused=True)
    await says_it(hotline, dana, "/tasks")
    assert "until you say that you are back" in last(dana)


def weeks(phone: Phone) -> list[str]:
    """What she was told of weeks."""
    return [one for one in pushed(phone) if one.startswith("The week: ")]


async def test_on_monday_morning_the_week_is_told_once(hotline: Stage) -> None:
    """Numbers and codes, when the office opens; the button leads on."""
    vera, code, codes = await a_busy_team(hotline)
    mother = await hotline.relative("en")
    await hotline.reports(mother, "en", "Aidos")
    await hotline.passes(days=4, hours=19, minutes=40)  # Monday, 9:40
    assert weeks(vera) == []
    await hotline.passes(minutes=25)
    (week,) = weeks(vera)
    assert week.startswith("The week: 23 November 2026 – 29 November 2026")
    assert "New cases: 2" in week
    assert "Promises to families that were kept with a letter: 0" in week
    assert "Asked, and nobody has said yes yet: 1" in week
    assert f"They rest: {codes['Mira']}" in week
    for name in ("Yerlan", "Aidos", "Dana", code):
        assert name not in week
    await tap(hotline, vera, "button-load-back")
    # In place: another word of that morning may stand below it.
    assert bare(vera.heard[-1].text).startswith("Volunteers: 3")
    for _ in range(3):
        await hotline.passes(hours=9)
    assert len(weeks(vera)) == 1
    await hotline.passes(days=6)
    assert len(weeks(vera)) == 2


@pytest.mark.parametrize(
    ("away", "told_then"),
    [
        ({"days": 6, "hours": 6}, 1),  # until Monday, 18:00
        ({"days": 7, "hours": 1}, 1),  # until Tuesday, 13:00
        ({"days": 8, "hours": 1}, 0),  # until Wednesday: it is too late
    ],
    ids=["monday", "tuesday", "wednesday"],
)
async def test_what_was_off_on_monday_morning_tells_it_when_it_is_back(
    hotline: Stage, away: dict[str, int], told_then: int
) -> None:
    """The same day or the next, and never twice."""
    vera = await hotline.coordinator("en")
    await hotline.passes(**away)
    assert len(weeks(vera)) == told_then
    for _ in range(4):
        await hotline.passes(hours=6)
    assert len(weeks(vera)) == told_then


async def test_each_hears_it_at_her_own_hours_and_nobody_who_rests(hotline: Stage) -> None:
    """One is there in the evening, one has Monday off, one rests."""
    late, off, away = [await hotline.coordinator("en", name) for name in ("Vera", "Olga", "Nina")]
    evening = (datetime(2026, 1, 1, 18).time(), datetime(2026, 1, 1, 22).time())
    await rests(hotline, late, hours=evening)
    await rests(hotline, off, days_off=frozenset({0}))
    await rests(hotline, away, paused=True)
    await hotline.passes(days=5, hours=23)  # Monday, 11:00
    assert [weeks(one) for one in (late, off, away)] == [[], [], []]
    await hotline.passes(hours=7, minutes=10)
    assert [len(weeks(one)) for one in (late, off, away)] == [1, 0, 0]
    await hotline.passes(hours=15)
    assert [len(weeks(one)) for one in (late, off, away)] == [1, 1, 0]
    await rests(hotline, away)
    await hotline.passes(days=1)
    assert weeks(away) == []


class Broken(Exception):
    """Some defect."""


async def test_a_job_that_fails_is_told_once_and_once_when_it_works(hotline: Stage) -> None:
    """In words that name nobody; the others go on."""
    vera = await hotline.coordinator("en")
    dana = await a_volunteer(hotline)
    await alone(hotline, vera, "Print the forms.", "option-task-due-tomorrow", SKIP, SKIP, SKIP)
    await given_to(hotline, vera, dana)
    rounds = hotline.house.hotline.rounds
    whole = rounds.tend_topics

    def breaks(_tx: Tx, _now: datetime) -> int:
        raise Broken

    rounds.tend_topics = breaks  # type: ignore[method-assign]  # a defect
    start = len(vera.heard)
    for _ in range(12):
        await hotline.passes(minutes=20)
    failing = [one for one in pushed(vera, start) if "does not work" in one]
    assert len(failing) == 1
    assert "topics in the team’s group" in failing[0]
    assert "izdeu jobs" in failing[0]
    await hotline.passes(days=1)
    assert "to be done by" in told(dana) or "it is time now" in told(dana)

    rounds.tend_topics = whole  # type: ignore[method-assign]  # mended
    for _ in range(3):
        await hotline.passes(minutes=20)
    works = [one for one in pushed(vera, start) if "This works again: topics" in one]
    assert len(works) == 1
    assert len([one for one in pushed(vera, start) if "does not work" in one]) == 1
    lines = select(tables.audit.c.action).where(tables.audit.c.action == "job-failing")
    noted = await hotline.house.store.read(lambda tx: tx.connection.execute(lines).scalars().all())
    assert noted == ["job-failing"]


async def test_where_somebody_may_be_in_danger_it_is_told_at_night(hotline: Stage) -> None:
    """Nobody asks those who are out: the team must know at once, and what to do."""
    vera = await hotline.coordinator("en")
    await hotline.passes(hours=15)  # 3:00

    def breaks(_tx: Tx, _now: datetime) -> int:
        raise Broken

    hotline.house.hotline.rounds.tend_outings = breaks  # type: ignore[method-assign]  # a defect
    start = len(vera.heard)
    for _ in range(4):
        await hotline.passes(minutes=2)
    (said,) = [one for one in pushed(vera, start) if "does not work" in one]
    assert "Please call those who are out yourselves." in said

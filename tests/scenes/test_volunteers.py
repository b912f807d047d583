"""Somebody of the team: coming in, resting, leaving; and how she is, which one person reads and no other."""

from datetime import time

from sqlalchemy import select

from bot.sandbox.phones import Phone
from storage import people, profiles, tables, tasks, wellbeing
from storage.profiles import Profile
from storage.records import Person, Role
from storage.store import Tx
from tests.scenes.stage import TEXTS, Stage
from tests.scenes.test_claims import claims, opens, the_case
from tests.scenes.test_desk import labels
from tests.scenes.test_family import read, says, says_it, tap
from tests.scenes.test_roles import tells, wants_a_call
from tests.scenes.test_second_yes import noted
from tests.scenes.test_tasks import SKIP, a_volunteer, alone, given_to, reminded
from tests.scenes.test_teamwork import a_case_of_two, member_code, press, told
from tests.scenes.working import bare, last

WORDS = "I dream of the mother's voice."


async def person_of(hotline: Stage, phone: Phone) -> Person:
    """Who is behind this phone."""

    def work(tx: Tx) -> Person:
        person = people.by_account(tx, phone.user["id"])
        assert person is not None
        return person

    return await hotline.house.store.read(work)


async def profile_of(hotline: Stage, phone: Phone) -> Profile | None:
    """What she told of herself; None where nothing of it is kept."""
    person = await person_of(hotline, phone)

    def work(tx: Tx) -> Profile | None:
        return profiles.of(tx, person.id) if profiles.known(tx, person.id) else None

    return await hotline.house.store.read(work)


async def test_she_comes_in_and_tells_of_herself_one_question_at_a_time(hotline: Stage) -> None:
    """Now or later; skipped, in another language in between, and changed afterwards."""
    dana = await a_volunteer(hotline)
    assert says(dana, "welcome-volunteer")
    assert says(dana, "profile-offer")
    await tap(hotline, dana, "button-profile-now")
    assert "Question 1 of 7" in last(dana)
    for language in ("language-kk", "language-ru"):
        await tap(hotline, dana, language)
    assert labels(dana)[:4] == ["English", "✓ Russian", "✓ Kazakh", "Kazakh in Arabic script"]
    await tap(hotline, dana, "language-ru")
    await tap(hotline, dana, "button-profile-next")
    assert "Question 2 of 7" in last(dana)
    await says_it(hotline, dana, "Qwrtz")
    assert says(dana, "profile-place-unknown")

    # In another language the question is found again where it was.
    await tap(hotline, dana, "button-language")
    dana.tap("Русский")
    await hotline.settled()
    await tap(hotline, dana, "button-profile-go-on", "ru")
    assert says(dana, "ask-profile-region", "ru")
    await says_it(hotline, dana, "Алматы")
    await tap(hotline, dana, "skill-visit", "ru")
    await tap(hotline, dana, "button-profile-next", "ru")
    await tap(hotline, dana, "button-zone-berlin", "ru")
    await press(hotline, dana, "18:00–21:00")
    await tap(hotline, dana, "weekday-7", "ru")
    await tap(hotline, dana, "button-profile-next", "ru")
    await tap(hotline, dana, "button-profile-next", "ru")  # how many: as it is
    assert says(dana, "profile-title", "ru")
    shown = bare(last(dana))
    for line in ("Языки: казахский", "Место: Алматы", "Что я могу: Навещать", "Время дня: 18:00–21:00"):
        assert line in shown
    assert "Выходные дни: воскресенье" in shown
    person = await person_of(hotline, dana)
    assert person.zone == "Europe/Berlin"
    assert await profile_of(hotline, dana) == Profile(
        person.id, ("kk",), "kz-almaty", ("visit",), (time(18), time(21)), frozenset({6})
    )

    # One line is changed, and the others stay.
    await tap(hotline, dana, "label-profile-most", "ru")
    dana.tap("5")
    await hotline.settled()
    assert "Обращений сразу: 5" in last(dana)
    await tap(hotline, dana, "label-profile-region", "ru")
    await tap(hotline, dana, "button-profile-nowhere", "ru")
    assert "Место: не указано" in last(dana)
    await says_it(hotline, dana, "Her sister wrote to me.")
    assert says(dana, "loose-where", "ru")  # outside the question her words are words, and not a place


async def test_later_is_an_answer_and_she_is_not_asked_again(hotline: Stage) -> None:
    """What she has not told is not held against her."""
    dana = await a_volunteer(hotline)
    await tap(hotline, dana, "button-profile-later")
    assert says(dana, "profile-later")
    await says_it(hotline, dana, "/start")
    assert says(dana, "welcome-volunteer")
    assert not says(dana, "profile-offer")
    await says_it(hotline, dana, "/profile")
    assert f"Languages: {TEXTS.plain('en', 'profile-untold')}" in last(dana)
    mother = await hotline.relative("en")
    await says_it(hotline, mother, "/profile")
    assert says(mother, "unknown-command")


async def test_while_she_rests_until_monday_nothing_comes_and_others_see_it(hotline: Stage) -> None:
    """What she keeps waits for her; what another asks volunteers for does not go to her."""
    vera, dana = await hotline.coordinator("en", "Vera"), await a_volunteer(hotline)
    asel = await a_volunteer(hotline, "Asel")
    await alone(
        hotline, vera, "Call the clerk.", "option-task-due-tomorrow", "option-task-hour-15", SKIP, SKIP
    )
    await given_to(hotline, vera, dana)
    await says_it(hotline, dana, "/pause")
    await tap(hotline, dana, "button-pause-monday")
    assert "On 30 November 2026 you are back" in last(dana)
    assert "Tasks: 1" in last(dana)
    await tap(hotline, dana, "button-pause-keep")
    assert says(dana, "pause-kept")
    heard = len(dana.heard)

    await says_it(hotline, vera, "/team")
    code = await member_code(hotline, dana)
    assert f"{code} · volunteer · since 24 November 2026 · rests until 30 Nov" in last(vera)
    await alone(hotline, vera, "Bring the key.", "option-task-due-today", SKIP, SKIP, SKIP)
    await tap(hotline, vera, "button-task-give")
    await press(hotline, vera, f"{code} · rests until 30 Nov")
    await alone(hotline, vera, "Print the forms.", "option-task-due-week", SKIP, SKIP, SKIP)
    await given_to(hotline, vera, asel)
    await tap(hotline, asel, "button-task-open")
    await tap(hotline, asel, "button-task-hand-over")
    assert says(asel, "task-nobody-else")
    for _ in range(5):
        await hotline.passes(days=1)  # until Sunday, noon
    assert dana.heard[heard:] == []
    assert len(reminded(vera)) == 2  # what is overdue is not left lying meanwhile

    await hotline.passes(hours=22)  # Monday, 10:00
    assert len(reminded(dana)) == 1
    assert reminded(dana)[0].startswith("Tasks: 2")
    assert "There is a task for you." in told(dana)
    await says_it(hotline, dana, "/resume")
    assert says(dana, "pause-none")
    await says_it(hotline, vera, "/team")
    assert "rests" not in last(vera)


async def test_until_she_says_so_and_what_she_hands_back(hotline: Stage) -> None:
    """A rest without an end, a day in her own words, and coming back earlier."""
    vera, dana = await hotline.coordinator("en", "Vera"), await a_volunteer(hotline)
    await alone(hotline, vera, "Visit the aunt.", "option-task-due-3-days", SKIP, SKIP, SKIP)
    await given_to(hotline, vera, dana)
    await says_it(hotline, dana, "/pause")
    await tap(hotline, dana, "button-pause-say")
    assert says(dana, "pause-until-you-say")
    await tap(hotline, dana, "button-pause-back")
    assert says(dana, "pause-handed-back")
    assert f"{await member_code(hotline, dana)} rests and has handed back" in told(vera)
    await hotline.passes(minutes=2)
    assert "nobody has this task any more" in reminded(vera)[0]
    assert "handed-back" in await noted(hotline)
    await hotline.passes(days=20)
    await says_it(hotline, dana, "/resume")
    assert says(dana, "pause-over")

    await tap(hotline, dana, "button-tasks-mine")
    assert says(dana, "tasks-mine-none")
    await says_it(hotline, dana, "/pause")
    await tap(hotline, dana, "button-pause-date")
    await says_it(hotline, dana, "1 March 2027")
    assert "up to 49 days" in last(dana)
    await says_it(hotline, dana, "20 December")
    await press(hotline, dana, "20 December 2026")
    assert "On 20 December 2026 you are back" in last(dana)
    await tap(hotline, dana, "button-pause-over")
    assert "You are back. Thank you. What was put off until 20 December 2026" in last(dana)
    await says_it(hotline, dana, "/help")
    assert "/leave_team" in last(dana)


async def test_whoever_rests_is_not_asked_and_whoever_asks_sees_it(hotline: Stage) -> None:
    """A question that waits for her goes to the next at once; a role that she has can go back."""
    vera, _, _, code = await a_case_of_two(hotline)
    dana, asel = await a_volunteer(hotline), await a_volunteer(hotline, "Asel")
    for one in (dana, asel):
        await tells(hotline, one)
    await wants_a_call(hotline, vera, code)
    hers, second = await member_code(hotline, dana), await member_code(hotline, asel)
    await press(hotline, vera, hers)
    await tap(hotline, vera, "button-role-ask")
    asked = f"Can you help on case {code}?"
    assert asked in told(dana)
    assert asked not in told(asel)
    await says_it(hotline, dana, "/pause")
    await tap(hotline, dana, "button-pause-say")
    await hotline.passes(minutes=1)
    assert asked in told(asel)

    await tap(hotline, vera, "button-role-propose")
    assert TEXTS.plain("en", "volunteers-rest") in last(vera)
    assert f"{hers} · rests" in last(vera)
    assert hers not in labels(vera)
    await tap(hotline, asel, "button-ping-accept")
    await says_it(hotline, asel, "/pause")
    await tap(hotline, asel, "button-pause-tomorrow")
    assert "Assignments on cases: 1" in last(asel)
    assert "Tasks:" not in last(asel)
    await tap(hotline, asel, "button-pause-back")
    await says_it(hotline, dana, "/resume")
    await hotline.passes(hours=2)
    assert told(vera).count(f"{second} rests and has handed back") == 1
    assert f"{code}, Call: {second} gave it back. Others are asked." in told(vera)


async def test_what_she_keeps_without_a_day_goes_back_when_it_is_due(hotline: Stage) -> None:
    """A task and a role alike: nobody waits for somebody who has not said when she is back."""
    vera, _, _, code = await a_case_of_two(hotline)
    dana = await a_volunteer(hotline)
    await tells(hotline, dana)
    await wants_a_call(hotline, vera, code)
    await tap(hotline, vera, "button-role-ask")
    await tap(hotline, dana, "button-ping-accept")
    await says_it(hotline, dana, "/pause")
    await tap(hotline, dana, "button-pause-say")
    await tap(hotline, dana, "button-pause-keep")
    assert says(dana, "pause-kept-open")
    heard = len(dana.heard)
    await hotline.passes(days=3)
    await hotline.passes(minutes=2)
    hers = await member_code(hotline, dana)
    assert told(vera).count(f"{code}, Call: {hers} gave it back. Others are asked.") == 1
    await hotline.passes(days=3)
    assert dana.heard[heard:] == []
    await says_it(hotline, dana, "/resume")
    await tap(hotline, dana, "button-tasks-mine")
    assert says(dana, "tasks-mine-none")


async def test_what_is_overdue_is_said_once_to_a_coordinator_who_is_there(hotline: Stage) -> None:
    """Not to one who rests, and not again and again; where all rest, to all the same."""
    vera, olga = await hotline.coordinator("en", "Vera"), await hotline.coordinator("en", "Olga")
    dana = await a_volunteer(hotline)
    due = ("option-task-due-tomorrow", "option-task-hour-15", SKIP, SKIP)
    await alone(hotline, vera, "Call the clerk.", *due)
    await given_to(hotline, vera, dana)
    await says_it(hotline, olga, "/pause")
    await tap(hotline, olga, "button-pause-say")
    for _ in range(5):
        await hotline.passes(days=1)
        await hotline.passes(minutes=3)
    assert (len(reminded(vera)), len(reminded(olga))) == (1, 0)
    await says_it(hotline, vera, "/pause")
    await tap(hotline, vera, "button-pause-say")
    await alone(hotline, vera, "Call the clerk again.", *due)
    await given_to(hotline, vera, dana)
    for _ in range(5):
        await hotline.passes(days=1)
        await hotline.passes(minutes=3)
    assert (len(reminded(vera)), len(reminded(olga))) == (2, 1)


async def test_who_leaves_hands_everything_back_and_is_told_before_what_will_happen(hotline: Stage) -> None:
    """Her tasks lie with the coordinators, nothing of what she told is kept, and she is a relative."""
    vera, dana = await hotline.coordinator("en", "Vera"), await a_volunteer(hotline)
    await tap(hotline, dana, "button-profile-later")
    await alone(hotline, vera, "Visit the aunt.", "option-task-due-3-days", SKIP, SKIP, SKIP)
    await given_to(hotline, vera, dana)
    code, person = await member_code(hotline, dana), await person_of(hotline, dana)
    await says_it(hotline, dana, "/leave_team")
    assert says(dana, "leave-ask")
    assert "Tasks: 1" in last(dana)
    await tap(hotline, dana, "button-leave-no")
    assert says(dana, "leave-stays")
    assert await profile_of(hotline, dana) is not None
    await says_it(hotline, dana, "/leave_team")
    await tap(hotline, dana, "button-leave-yes")
    assert says(dana, "team-left")
    assert f"{code}, volunteer, has left the team." in told(vera)
    assert (await person_of(hotline, dana)).role is Role.FAMILY
    assert await profile_of(hotline, dana) is None
    assert not await hotline.house.store.read(lambda tx: tasks.held_by(tx, person.id, 9))
    await hotline.passes(minutes=2)
    assert "nobody has this task any more" in reminded(vera)[0]
    assert "left-team" in await noted(hotline)
    await says_it(hotline, dana, "/tasks")
    assert says(dana, "unknown-command")
    await tap(hotline, dana, "button-leave-yes")
    assert dana.heard[-1].text == TEXTS.plain("en", "press-old")


async def test_the_last_coordinator_cannot_leave(hotline: Stage) -> None:
    """Somebody must read what families write; whoever cannot be reached does not count."""
    vera, olga = await hotline.coordinator("en", "Vera"), await hotline.coordinator("en", "Olga")
    olga.block()
    await hotline.settled()
    await says_it(hotline, vera, "/leave_team")
    assert says(vera, "leave-last")
    olga.unblock()
    await hotline.settled()
    for one in (olga, vera):
        await says_it(hotline, one, "/leave_team")
        assert TEXTS.plain("en", "leave-ask") in last(one)
    await tap(hotline, vera, "button-leave-yes")
    assert says(vera, "team-left")
    await tap(hotline, olga, "button-leave-yes")  # she was asked while another was there
    assert TEXTS.plain("en", "leave-last") in read(olga)
    assert (await person_of(hotline, olga)).role is Role.COORDINATOR


async def test_a_coordinator_who_rests_is_spared_what_another_hears(hotline: Stage) -> None:
    """And only that: what nobody else would hear she hears all the same."""
    vera, olga, mother, _ = await a_case_of_two(hotline)
    heard = len(olga.heard)
    await says_it(hotline, olga, "/pause")
    await tap(hotline, olga, "button-pause-monday")
    assert not says(olga, "pause-nobody-else")
    before, heard = len(vera.heard), len(olga.heard)
    await says_it(hotline, mother, "He called my neighbour.")
    await tap(hotline, mother, "button-send-to-person")
    assert len(vera.heard) > before
    assert olga.heard[heard:] == []
    await says_it(hotline, vera, "/pause")
    await tap(hotline, vera, "button-pause-tomorrow")
    assert says(vera, "pause-nobody-else")


async def test_whoever_told_grave_news_is_offered_a_rest(hotline: Stage) -> None:
    """Who carried it and who confirmed it: once, by day; one tap, or no."""
    vera, olga = await hotline.coordinator("en", "Vera"), await hotline.coordinator("en", "Olga")
    mira = await hotline.coordinator("en", "Mira")
    mother = await hotline.relative("en")
    await hotline.reports(mother, "en", "Yerlan")
    case = await the_case(hotline)
    await opens(hotline, vera, case)
    await press(hotline, vera, "Claims")
    await claims(hotline, vera, "died", "paper", "1 November 2026", "documented", "The hospital's letter.")
    await tap(hotline, vera, "button-news")
    await press(hotline, vera, "I have checked it")
    await says_it(hotline, vera, "I spoke with the head doctor.")
    await tap(hotline, vera, "button-save")
    await tap(hotline, olga, "button-look")
    await tap(hotline, olga, "button-approve")
    await tap(hotline, olga, "button-news")
    await press(hotline, olga, "Who tells the family")
    await press(hotline, olga, f"{await member_code(hotline, vera)} tells them")
    await hotline.passes(hours=11)  # 23:00: she went there in the evening
    assert not any(TEXTS.plain("en", "rest-proposed") in read(one) for one in (vera, olga))
    await opens(hotline, vera, case)
    await tap(hotline, vera, "button-news")
    await press(hotline, vera, "Relative 1 was told")
    await tap(hotline, vera, "option-told-how-visit")
    await says_it(hotline, vera, "today")
    await press(hotline, vera, labels(vera)[0])
    await tap(hotline, vera, "button-skip")
    await tap(hotline, vera, "button-save")
    assert "The family has been told." in read(vera)
    assert not any(TEXTS.plain("en", "rest-proposed") in read(one) for one in (vera, olga))

    await hotline.passes(hours=11)  # 10:00
    for one in (vera, olga):
        assert read(one).count(TEXTS.plain("en", "rest-proposed")) == 1
    assert TEXTS.plain("en", "rest-proposed") not in read(mira)
    await tap(hotline, olga, "button-pause-no")
    assert TEXTS.plain("en", "rest-declined") in read(olga)
    await tap(hotline, vera, "button-pause-days-3")
    assert "On 29 November 2026 you are back" in read(vera)
    await hotline.passes(days=3)
    assert not any(TEXTS.plain("en", "rest-proposed") in read(one) for one in (vera, olga, mira))


async def test_how_she_is_one_person_reads_whom_she_chose_before(hotline: Stage) -> None:
    """Not another coordinator, not in the history, the audit log or a search; and not for ever."""
    vera, olga, _, code = await a_case_of_two(hotline)
    dana, asel = await a_volunteer(hotline), await a_volunteer(hotline, "Asel")
    await says_it(hotline, asel, "/profile")
    await tap(hotline, asel, "button-how-off")
    await hotline.passes(days=29, hours=12)  # midnight
    question = TEXTS.plain("en", "how-are-you")
    await hotline.passes(hours=13)  # 13:00 a month later
    assert question in read(dana)
    assert question in read(vera)
    assert question not in read(asel)

    await tap(hotline, dana, "button-how-answer")
    hers = await member_code(hotline, vera)
    assert set(labels(dana)[:2]) == {hers, await member_code(hotline, olga)}
    await press(hotline, dana, hers)
    assert f"Only {hers} will read what you answer. It is erased 30 days after" in last(dana)
    await tap(hotline, dana, "option-how-hard")
    dana.voice(b"OggS" + bytes(99), 5)
    await hotline.settled()
    assert "Please write it" in last(dana)
    await says_it(hotline, dana, WORDS)
    before = len(await noted(hotline)), len(olga.heard)
    await press(hotline, dana, f"Send to {hers}")
    assert f"{hers} will read it, and nobody else." in last(dana)
    assert says(vera, "alert-how")
    await tap(hotline, vera, "button-how-read")
    assert await member_code(hotline, dana) in last(vera)
    assert TEXTS.plain("en", "option-how-hard") in last(vera)
    assert WORDS in last(vera)
    assert (len(await noted(hotline)), len(olga.heard)) == before
    await hotline.passes(minutes=6)
    assert WORDS not in read(vera)  # it stood there for minutes

    for words in (f"/find {WORDS}", f"/case {code}"):
        await says_it(hotline, olga, words)
    await tap(hotline, olga, "button-history")
    assert WORDS not in read(olga).replace(f"/find {WORDS}", "")

    def rows(tx: Tx) -> list[str]:
        return [row.id for row in tx.connection.execute(select(tables.wellbeing)) if row.body is not None]

    (asked,) = await hotline.house.store.read(rows)
    assert await hotline.house.store.read(lambda tx: wellbeing.find(tx, asked)) is not None
    await hotline.passes(days=30)
    assert await hotline.house.store.read(rows) == []
    await tap(hotline, vera, "button-how-read")
    assert says(vera, "not-there")
    assert question in read(dana)
    await tap(hotline, dana, "button-how-never")
    assert question not in read(dana)
    await hotline.passes(days=31)
    assert question not in read(dana)

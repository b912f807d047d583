"""Tasks: given, reminded of in time, put off, handed over, done once; and nobody is woken."""

from datetime import date, time

from bot.inviting import new_invite
from bot.sandbox.phones import Phone
from locales.languages import BY_CODE
from storage import people, profiles
from storage.records import Role
from storage.store import Tx
from storage.team import Profile
from tests.scenes.stage import TEXTS, Stage
from tests.scenes.test_desk import labels
from tests.scenes.test_family import read, says, says_it, tap
from tests.scenes.test_teamwork import a_case_of_two, member_code, press, told
from tests.scenes.working import fills, last

SKIP = "button-skip"


async def a_volunteer(hotline: Stage, name: str = "Dana") -> Phone:
    """Somebody of the team who came with an invite."""
    token = await hotline.house.store.write(lambda tx: new_invite(tx, Role.VOLUNTEER, hotline.clock))
    phone = hotline.phone(name)
    phone.start(token)
    await hotline.settled()
    phone.tap(BY_CODE["en"].own_name)
    await hotline.settled()
    return phone


async def rests(hotline: Stage, phone: Phone, **told_of_herself: object) -> None:
    """She told this of herself."""

    def work(tx: Tx) -> None:
        person = people.by_account(tx, phone.user["id"])
        assert person is not None
        kept = Profile(person.id, **told_of_herself)  # type: ignore[arg-type]  # as the tests name it
        profiles.keep(tx, kept, hotline.clock.now())

    await hotline.house.store.write(work)


async def alone(hotline: Stage, vera: Phone, text: str, *steps: str) -> None:
    """Vera enters a task without a case; what follows the kind is as the steps say."""
    await says_it(hotline, vera, "/tasks")
    await tap(hotline, vera, "button-task-new")
    await fills(hotline, vera, f"~{text}", "option-task-kind-other", *steps)
    await tap(hotline, vera, "button-save")


async def given_to(hotline: Stage, vera: Phone, whom: Phone) -> None:
    """And gives it to somebody."""
    await tap(hotline, vera, "button-task-give")
    them = await member_code(hotline, whom)
    await press(hotline, vera, next(one for one in labels(vera) if one.startswith(them)))


def reminded(phone: Phone) -> list[str]:
    """What she was reminded of, without the first line."""
    first = TEXTS.plain("en", "notice-update")
    marks = dict.fromkeys(map(ord, "\u2066\u2067\u2068\u2069"))
    texts = [one.text.translate(marks) for one in phone.heard if one.what == "message"]
    said = [one.removeprefix(first).strip() for one in texts]
    return [one for one in said if one.startswith(("case ", "a task:", "Tasks:"))]


async def test_a_volunteer_is_reminded_puts_off_and_does_what_is_hers(hotline: Stage) -> None:
    """Before, put off until Monday, due, overdue; then the coordinator; after it is done, nothing."""
    vera, _, _, code = await a_case_of_two(hotline)
    dana = await a_volunteer(hotline)
    await press(hotline, vera, "Tasks · 0")
    await tap(hotline, vera, "button-task-new")
    await fills(
        hotline, vera, "~Call Yerlan's sister.", "option-task-kind-other", "option-task-due-3-days",
        "option-task-hour-15", SKIP, "~first number\nsecond number",
    )  # fmt: skip
    await tap(hotline, vera, "button-save")
    await given_to(hotline, vera, dana)
    assert f"There is a task for you on case {code}." in told(dana)
    await tap(hotline, dana, "button-task-open")
    assert "Yerlan" not in read(dana)
    assert f"Call {code}'s sister." in last(dana)
    await press(hotline, dana, "☐ first number")
    assert labels(dana)[:2] == ["☑ first number", "☐ second number"]

    await hotline.passes(days=2, hours=4)  # Thursday, 16:00; due on Friday, 15:00
    assert reminded(dana) == [f"case {code}: to be done by 27 November 2026, 15:00."]
    await press(hotline, dana, f"case {code} · 27 Nov")
    await tap(hotline, dana, "button-task-later")
    await tap(hotline, dana, "button-task-later-monday")
    assert "You will be reminded on 30 November 2026, 09:00, and not before." in last(dana)
    await hotline.passes(days=2)
    assert len(reminded(dana)) == 1
    await hotline.passes(days=1, hours=18)  # Monday, 10:00
    assert reminded(dana)[1:] == [f"case {code}: it is time now (27 November 2026, 15:00)."]
    await hotline.passes(days=1)
    assert reminded(dana)[2].startswith(f"case {code}: it was to be done by 27 November")
    assert not reminded(vera)
    await hotline.passes(days=1)
    assert reminded(vera) == [f"case {code}: was to be done by 27 November 2026, 15:00, and is not done yet."]

    await says_it(hotline, dana, "/tasks")
    await press(hotline, dana, f"case {code} · 27 Nov")
    await tap(hotline, dana, "button-task-done")
    await tap(hotline, dana, "button-task-note")
    await says_it(hotline, dana, "She will come to the office.")
    assert says(dana, "task-note-kept")
    before = len(reminded(dana)), len(reminded(vera))
    await hotline.passes(days=9)
    assert (len(reminded(dana)), len(reminded(vera))) == before


async def test_done_at_another_phone_stops_every_reminder(hotline: Stage) -> None:
    """A coordinator ends what a volunteer has: she hears nothing more of it."""
    vera, dana = await hotline.coordinator("en", "Vera"), await a_volunteer(hotline)
    await alone(hotline, vera, "Print the forms.", "option-task-due-3-days", SKIP, SKIP, SKIP)
    await given_to(hotline, vera, dana)
    assert "There is a task for you." in told(dana)
    await tap(hotline, dana, "button-task-open")
    shown = dana.last
    await hotline.passes(days=2)
    heard = len(reminded(dana))
    assert heard == 1
    await says_it(hotline, vera, "/tasks")
    assert says(vera, "tasks-mine-none")
    await press(hotline, vera, f"27 Nov · {await member_code(hotline, dana)}")
    await tap(hotline, vera, "button-task-done")
    await hotline.passes(days=9)
    assert (len(reminded(dana)), len(reminded(vera))) == (heard, 0)
    assert shown is not None
    dana.press(shown, 0)  # a press on an old screen changes nothing
    await hotline.settled()
    assert says(dana, "task-gone")


async def test_what_waited_in_the_night_comes_as_one_message_in_the_morning(hotline: Stage) -> None:
    """Four tasks are due in the evening of somebody who is there until noon."""
    vera, dana = await hotline.coordinator("en", "Vera"), await a_volunteer(hotline)
    await rests(hotline, dana, hours=(time(9), time(12)))
    for number in range(4):
        hour = ("13", "15", "17", "19")[number]
        await alone(
            hotline,
            vera,
            f"Task {number}.",
            "option-task-due-tomorrow",
            f"option-task-hour-{hour}",
            SKIP,
            SKIP,
        )
        await given_to(hotline, vera, dana)
    await hotline.passes(days=1, hours=10)  # Wednesday, 22:00
    assert reminded(dana) == []
    await hotline.passes(hours=11)
    (digest,) = reminded(dana)
    assert digest.startswith("Tasks: 4")
    assert digest.count("it is time now") == 4


async def test_three_messages_a_day_and_no_more(hotline: Stage) -> None:
    """The fourth waits for the next morning; days off and rest are hers."""
    vera, dana = await hotline.coordinator("en", "Vera"), await a_volunteer(hotline)
    for hour in ("11", "13", "15", "17", "19"):
        steps = ("option-task-due-tomorrow", f"option-task-hour-{hour}", SKIP, SKIP)
        await alone(hotline, vera, f"At {hour}.", *steps)
        await given_to(hotline, vera, dana)
    await hotline.passes(hours=22)
    for _ in range(11):
        await hotline.passes(hours=1)
    assert len(reminded(dana)) == 3
    await rests(hotline, dana, paused_until=date(2026, 11, 27))
    await hotline.passes(hours=14)
    assert len(reminded(dana)) == 3
    await hotline.passes(days=1)
    assert len(reminded(dana)) == 4


async def test_another_takes_it_over_and_help_is_asked_for(hotline: Stage) -> None:
    """The first who accepts has it; whoever had it hears, and whoever is late is told kindly."""
    vera, dana = await hotline.coordinator("en", "Vera"), await a_volunteer(hotline)
    asel, mira = await a_volunteer(hotline, "Asel"), await a_volunteer(hotline, "Mira")
    await alone(hotline, vera, "Bring the key.", "option-task-due-week", SKIP, SKIP, SKIP)
    await given_to(hotline, vera, dana)
    await tap(hotline, dana, "button-task-open")
    await tap(hotline, dana, "button-task-help")
    assert f"{await member_code(hotline, dana)} needs help with a task." in told(vera)
    await says_it(hotline, dana, "/tasks")
    await press(hotline, dana, labels(dana)[0])
    await tap(hotline, dana, "button-task-hand-over")
    for one in (asel, mira):
        assert "Somebody asks whether you can take over a task." in told(one)
    await tap(hotline, asel, "button-task-accept")
    assert "Bring the key." in last(asel)
    assert "Another volunteer has taken your task." in told(dana)
    await tap(hotline, mira, "button-task-accept")
    assert says(mira, "not-there")
    await says_it(hotline, dana, "/tasks")
    assert says(dana, "tasks-mine-none")


async def test_what_repeats_begins_anew_when_it_is_done(hotline: Stage) -> None:
    """Every 14 days; its steps are open again."""
    vera = await hotline.coordinator("en", "Vera")
    await alone(
        hotline,
        vera,
        "Call the family.",
        "option-task-due-tomorrow",
        SKIP,
        "option-task-repeat-14",
        "~ask\ntell",
    )
    await says_it(hotline, vera, "/tasks")
    await press(hotline, vera, "a task · 25 Nov")
    await press(hotline, vera, "☐ ask")
    await tap(hotline, vera, "button-task-done")
    await says_it(hotline, vera, "/tasks")
    await press(hotline, vera, "a task · 9 Dec")
    assert labels(vera)[:2] == ["☐ ask", "☐ tell"]
    await hotline.passes(days=14, hours=23)
    assert any("9 December 2026" in one for one in reminded(vera))


async def test_whoever_blocked_the_bot_has_no_tasks_any_more(hotline: Stage) -> None:
    """Her tasks lie with the coordinators, who hear of it once."""
    vera, dana = await hotline.coordinator("en", "Vera"), await a_volunteer(hotline)
    await alone(hotline, vera, "Visit the aunt.", "option-task-due-3-days", SKIP, SKIP, SKIP)
    await given_to(hotline, vera, dana)
    dana.block()
    await hotline.passes(days=3)
    await hotline.passes(minutes=5)
    assert len(reminded(vera)) == 1
    assert "nobody has this task any more" in reminded(vera)[0]
    await says_it(hotline, vera, "/tasks")
    await press(hotline, vera, labels(vera)[0])
    assert "Visit the aunt." in last(vera)

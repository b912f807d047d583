"""Somebody is wanted for a case: volunteers are asked in turn, and whoever takes it is reminded."""

from datetime import time

from bot.sandbox.phones import Phone
from handlers.rules.volunteering import Skill
from storage import people, profiles
from storage.profiles import Profile
from storage.store import Tx
from tests.scenes.stage import Stage
from tests.scenes.test_desk import labels
from tests.scenes.test_family import read, says, says_it, tap
from tests.scenes.test_tasks import a_volunteer, reminded
from tests.scenes.test_teamwork import a_case_of_two, member_code, press, told
from tests.scenes.working import SKIP, fills, last


async def tells(hotline: Stage, phone: Phone, **told_of_herself: object) -> None:
    """What a volunteer says of herself."""

    def work(tx: Tx) -> None:
        person = people.by_account(tx, phone.user["id"])
        assert person is not None
        usual = {"languages": ("en",), "skills": (Skill.CALL,), **told_of_herself}
        profiles.keep(tx, Profile(person.id, **usual), hotline.clock.now())  # type: ignore[arg-type]  # as named

    await hotline.house.store.write(work)


async def wants_a_call(hotline: Stage, vera: Phone, code: str, due: str = "option-role-due-3-days") -> None:
    """Vera wants somebody to call; she sees who fits."""
    await says_it(hotline, vera, f"/case {code}")
    await press(hotline, vera, "Volunteers · 0")
    assert f"{code}: nobody was asked to help yet" in read(vera)
    await tap(hotline, vera, "button-role-new")
    await fills(hotline, vera, "option-role-skill-call", "~Ask Yerlan's mother for the date.", due)
    await tap(hotline, vera, "button-save")


async def test_who_does_not_answer_makes_room_and_whoever_takes_it_is_reminded(hotline: Stage) -> None:
    """Ping, no answer, the next, accepted, reminder, put off, done; no name before the yes."""
    vera, _, _, code = await a_case_of_two(hotline)
    dana, asel = await a_volunteer(hotline), await a_volunteer(hotline, "Asel")
    await tells(hotline, dana)
    await tells(hotline, asel)
    await wants_a_call(hotline, vera, code)
    hers, second = await member_code(hotline, dana), await member_code(hotline, asel)
    assert f"{hers} · speaks English · has 0 of 3 · can be asked now" in read(vera)
    await press(hotline, vera, hers)
    await press(hotline, vera, second)
    assert f"1 ✓ {hers}" in labels(vera)
    await tap(hotline, vera, "button-role-ask")
    assert f"{hers}: asked" in read(vera)
    assert f"{second}: comes next" in read(vera)

    asked = f"Can you help on case {code}? Wanted: Call. Language of the family: English."
    assert asked in told(dana)
    assert asked not in told(asel)
    for word in ("Yerlan", "mother"):
        assert word not in told(dana)
    await hotline.passes(hours=2, minutes=50)
    assert asked not in told(asel)
    await hotline.passes(minutes=15)
    assert asked in told(asel)
    assert "By 27 November 2026." in told(asel)

    await tap(hotline, asel, "button-ping-accept")
    assert f"This is yours now: case {code}, Call." in last(asel)
    assert f"{code}, Call: {second} has taken it." in told(vera)
    await tap(hotline, dana, "button-ping-accept")
    assert f"Nobody is wanted for this on case {code} any more." in last(dana)
    await tap(hotline, asel, "button-role-case")
    assert "Yerlan" in last(asel)
    assert "Ask Yerlan's mother for the date." in last(asel)

    await hotline.passes(days=2, hours=20)
    assert any("27 November 2026" in one for one in reminded(asel))
    assert reminded(dana) == []
    heard = len(reminded(asel))
    await press(hotline, asel, labels(asel)[0])
    await tap(hotline, asel, "button-task-later")
    await tap(hotline, asel, "button-task-later-monday")
    await hotline.passes(days=2)
    assert len(reminded(asel)) == heard
    await hotline.passes(days=2)
    assert len(reminded(asel)) > heard
    await says_it(hotline, asel, "/tasks")
    await press(hotline, asel, labels(asel)[0])
    await tap(hotline, asel, "button-task-done")
    await says_it(hotline, vera, f"/case {code}")
    await press(hotline, vera, "Volunteers · 0")
    assert "Call · done" in labels(vera)
    await says_it(hotline, asel, "/mine")
    assert says(asel, "roles-mine-none")
    heard = len(reminded(asel))
    await hotline.passes(days=9)
    assert len(reminded(asel)) == heard


async def test_three_are_asked_and_then_the_coordinator_hears(hotline: Stage) -> None:
    """Declined with a reason, asked later, no answer; the fourth is nobody's business but hers."""
    vera, olga, _, code = await a_case_of_two(hotline)
    team = [await a_volunteer(hotline, name) for name in ("Dana", "Asel", "Mira", "Zere")]
    for one in team:
        await tells(hotline, one)
    codes = [await member_code(hotline, one) for one in team]
    await wants_a_call(hotline, vera, code, SKIP)
    for one in codes[:3]:
        await press(hotline, vera, one)
    await tap(hotline, vera, "button-role-ask")
    await tap(hotline, team[0], "button-ping-decline")
    await tap(hotline, team[0], "button-why-far")
    assert says(team[0], "ping-thanks")
    assert "No day is set." in told(team[1])
    await tap(hotline, team[1], "button-ping-later")
    assert "You will be asked once more:" in last(team[1])
    assert "Can you help" in told(team[2])
    await hotline.passes(hours=3, minutes=5)
    # Whoever wanted to be asked later is asked once more, and cannot put it off again.
    assert told(team[1]).count("Can you help") == 2
    assert "Ask me later" not in labels(team[1])
    await hotline.passes(hours=3, minutes=5)
    assert f"{code}, Call: nobody has taken it." in told(vera)
    assert f"{code}, Call: nobody" not in told(olga)
    assert "Can you help" not in told(team[3])
    await tap(hotline, vera, "button-role-open")
    assert f"{codes[0]}: cannot" in read(vera)
    assert "too far" in read(vera)
    assert f"{codes[2]}: no answer" in read(vera)


async def test_several_are_asked_at_once_and_the_first_has_it(hotline: Stage) -> None:
    """The others' question is over; whoever was not there yet is not asked in the morning any more."""
    vera, _, _, code = await a_case_of_two(hotline)
    dana, asel = await a_volunteer(hotline), await a_volunteer(hotline, "Asel")
    await tells(hotline, dana)
    await tells(hotline, asel, hours=(time(18), time(21)))
    await wants_a_call(hotline, vera, code)
    for one in (dana, asel):
        await press(hotline, vera, await member_code(hotline, one))
    await tap(hotline, vera, "button-role-ask-all")
    assert "Can you help" in told(dana)
    assert "Can you help" not in told(asel)
    await tap(hotline, dana, "button-ping-accept")
    await hotline.passes(hours=8)
    assert "Can you help" not in told(asel)


async def test_what_is_handed_back_goes_to_another_and_the_case_closes_for_her(hotline: Stage) -> None:
    """She gives a reason; whoever asked hears; her task is gone, and what she saw is shut."""
    vera, _, _, code = await a_case_of_two(hotline)
    dana, asel = await a_volunteer(hotline), await a_volunteer(hotline, "Asel")
    await tells(hotline, dana)
    await tells(hotline, asel, most=1)
    await wants_a_call(hotline, vera, code)
    await press(hotline, vera, await member_code(hotline, dana))
    await tap(hotline, vera, "button-role-ask")
    await tap(hotline, dana, "button-ping-accept")
    await tap(hotline, dana, "button-role-case")
    shown = dana.last
    await says_it(hotline, dana, "/mine")
    await press(hotline, dana, f"{code} · Call")
    await tap(hotline, dana, "button-role-back")
    await tap(hotline, dana, "button-role-back-sure")
    await tap(hotline, dana, "button-why-heavy")
    assert f"{code}, Call: {await member_code(hotline, dana)} gave it back." in told(vera)
    assert "Can you help" in told(asel)
    await says_it(hotline, dana, "/tasks")
    assert says(dana, "tasks-mine-none")
    assert shown is not None
    dana.press(shown, 0)
    await hotline.settled()
    assert says(dana, "not-there")


async def test_a_case_that_is_closed_ends_what_volunteers_do_on_it(hotline: Stage) -> None:
    """Whoever has it hears that she need not do it; who is asked is not asked any more."""
    vera, _, _, code = await a_case_of_two(hotline)
    dana = await a_volunteer(hotline)
    await tells(hotline, dana)
    await wants_a_call(hotline, vera, code)
    await tap(hotline, vera, "button-role-ask")
    await tap(hotline, dana, "button-ping-accept")
    await says_it(hotline, vera, f"/case {code}")
    await tap(hotline, vera, "button-stage")
    await tap(hotline, vera, "button-close-case")
    await fills(hotline, vera, "option-closing-reason-other", "~Nothing more can be done.")
    await tap(hotline, vera, "button-save")
    await hotline.passes(minutes=2)
    assert f"{code}, Call: you need not do this any more." in told(dana)
    await says_it(hotline, dana, "/tasks")
    assert says(dana, "tasks-mine-none")


async def test_who_blocks_the_bot_or_rests_is_passed_over(hotline: Stage) -> None:
    """What somebody has who cannot be reached goes to the next, and a case of her own family is not hers."""
    vera, _, mother, code = await a_case_of_two(hotline)
    dana, asel = await a_volunteer(hotline), await a_volunteer(hotline, "Asel")
    await tells(hotline, dana)
    await tells(hotline, asel, paused=True)
    await wants_a_call(hotline, vera, code)
    assert f"{await member_code(hotline, asel)} · rests" in read(vera)
    assert await member_code(hotline, asel) not in labels(vera)
    await tap(hotline, vera, "button-role-ask")
    await tap(hotline, dana, "button-ping-accept")
    await tells(hotline, asel)
    dana.block()
    await says_it(hotline, vera, f"/case {code}")
    await hotline.passes(days=3)
    await hotline.passes(minutes=5)
    assert f"{code}, Call: {await member_code(hotline, dana)} gave it back." in told(vera)
    assert "Can you help" in told(asel)
    assert "Can you help" not in told(mother)

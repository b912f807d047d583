"""What the team keeps among itself on a case: notes, flags, tasks, and the history of who did what."""

import asyncio

from bot.sandbox.phones import Phone
from handlers.membership import code_of
from handlers.rules.teamwork import Flag, set_flag
from storage import cases, matters, people
from storage.records import MatterKind
from storage.store import Tx
from tests.scenes.stage import TEXTS, Stage
from tests.scenes.test_desk import code_of as case_code
from tests.scenes.test_desk import labels
from tests.scenes.test_family import read, says, says_it, tap
from tests.scenes.working import SKIP, fills


async def member_code(hotline: Stage, phone: Phone) -> str:
    """How the team calls her."""

    def work(tx: Tx) -> str:
        person = people.by_account(tx, phone.user["id"])
        assert person is not None
        return code_of(tx, person)

    return await hotline.house.store.read(work)


def told(phone: Phone) -> str:
    """All that was pushed to her, without the marks of direction."""
    marks = dict.fromkeys(map(ord, "\u2066\u2067\u2068\u2069"))
    return "\n".join(one.text for one in phone.heard).translate(marks)


async def a_case_of_two(hotline: Stage) -> tuple[Phone, Phone, Phone, str]:
    """Two coordinators, a mother, and her case."""
    vera, olga = await hotline.coordinator("en", "Vera"), await hotline.coordinator("en", "Olga")
    mother = await hotline.relative("en")
    await hotline.reports(mother, "en", "Yerlan")
    code = await case_code(hotline)
    await says_it(hotline, vera, f"/case {code}")
    return vera, olga, mother, code


async def press(hotline: Stage, phone: Phone, label: str) -> None:
    """Press a button that says more than a text of ours."""
    phone.tap(label)
    await hotline.settled()


async def test_a_note_in_words_and_by_voice_is_read_by_whom_it_is_shown_to(hotline: Stage) -> None:
    """She hears the code alone; the family hears and sees nothing."""
    vera, olga, mother, code = await a_case_of_two(hotline)
    heard = len(mother.heard)
    await press(hotline, vera, "Notes · 0")
    assert f"{code}: no notes yet" in read(vera)
    await tap(hotline, vera, "button-note-new")
    await says_it(hotline, vera, "The uncle must not be called.")
    assert vera.last is not None
    await tap(hotline, vera, "button-save")
    assert f"{code}: the note is kept." in read(vera)

    await tap(hotline, vera, "button-note-tell")
    await press(hotline, vera, f"{await member_code(hotline, olga)} · coordinator")
    assert f"{await member_code(hotline, olga)} is told." in read(vera)
    assert f"You are asked to read a note on case {code}." in told(olga)
    assert "uncle" not in told(olga)
    await tap(hotline, olga, "button-note-read")
    assert "The uncle must not be called." in read(olga)
    assert len(mother.heard) == heard
    await says_it(hotline, mother, "/cases")
    assert "uncle" not in read(mother)

    await tap(hotline, olga, "button-notes")
    await tap(hotline, olga, "button-note-new")
    olga.voice(b"OggS" + bytes(99), 5)
    await hotline.settled()
    await tap(hotline, olga, "button-done")
    await tap(hotline, olga, "button-save")
    await says_it(hotline, vera, f"/case {code}")
    await press(hotline, vera, "Notes · 2")
    await press(hotline, vera, f"24 Nov · {await member_code(hotline, olga)}")
    assert vera.messages[-2].kind == "voice"


async def test_a_flag_stands_on_the_card_until_it_is_taken_off(hotline: Stage) -> None:
    """In words of ours; the other coordinator sees it, too."""
    vera, olga, _, code = await a_case_of_two(hotline)
    await tap(hotline, vera, "button-flags")
    await press(hotline, vera, "family in danger")
    await press(hotline, vera, "a child")
    assert labels(vera)[:2] == ["✓ family in danger", "✓ a child"]
    await says_it(hotline, olga, f"/case {code}")
    assert "Take note: family in danger and a child" in read(olga)
    await tap(hotline, olga, "button-flags")
    await press(hotline, olga, "✓ a child")
    await says_it(hotline, vera, f"/case {code}")
    assert vera.last is not None
    assert "Take note: " in vera.last.text
    assert "a child" not in vera.last.text


async def test_a_task_goes_to_another_is_told_of_in_time_and_done_once(hotline: Stage) -> None:
    """By the next morning; the queue shows it until somebody has done it, and a second press is told so."""
    vera, olga, _, code = await a_case_of_two(hotline)
    await press(hotline, vera, "Tasks · 0")
    await tap(hotline, vera, "button-task-new")
    steps = "~Ask the consulate for the stamp.", "option-task-kind-call", "option-task-due-tomorrow"
    await fills(hotline, vera, *steps, SKIP, SKIP, SKIP)
    await tap(hotline, vera, "button-save")
    await tap(hotline, vera, "button-task-give")
    them = await member_code(hotline, olga)
    await press(hotline, vera, f"{them} · coordinator")
    assert f"{them} has the task now." in read(vera)
    assert f"There is a task for you on case {code}." in told(olga)
    assert "consulate" not in told(olga)

    await hotline.passes(hours=23)  # 11:00 in Almaty
    assert told(olga).count(f"case {code}: it is time now (25 November 2026, 10:00).") == 1
    await hotline.passes(hours=2)
    assert told(olga).count(f"case {code}: it is time now (25 November 2026, 10:00).") == 1
    await says_it(hotline, vera, "/queue")
    assert labels(vera)[0] == f"{code} · task, 25 Nov"
    await says_it(hotline, vera, f"/case {code}")
    assert f"25 November 2026: {them}" in read(vera)

    await press(hotline, olga, f"case {code} · 25 Nov")
    assert "Ask the consulate for the stamp." in read(olga)
    await tap(hotline, olga, "button-task-done")
    assert f"{code}: the task is done." in read(olga)
    await press(hotline, vera, "Tasks · 1")
    assert f"{code}: no open tasks" in read(vera)
    await tap(hotline, olga, "button-task-open")
    assert says(olga, "task-gone")


async def test_who_has_left_the_team_is_told_of_no_task(hotline: Stage) -> None:
    """Her task does not end with her: the others hear."""
    vera, olga, _, code = await a_case_of_two(hotline)
    await press(hotline, vera, "Tasks · 0")
    await tap(hotline, vera, "button-task-new")
    steps = "~Call the aunt.", "option-task-kind-call", "option-task-due-today"
    await fills(hotline, vera, *steps, SKIP, SKIP, SKIP)
    await tap(hotline, vera, "button-save")
    await tap(hotline, vera, "button-task-give")
    them = await member_code(hotline, olga)
    await press(hotline, vera, f"{them} · coordinator")
    await says_it(hotline, vera, "/team")
    vera.tap(next(label for label in labels(vera) if label.startswith(them)))
    await hotline.settled()
    await tap(hotline, vera, "button-take-role")
    await tap(hotline, vera, "button-take-role")
    heard = len(olga.heard)
    await hotline.passes(hours=4)
    assert f"case {code}: nobody has this task any more" in told(vera)
    assert len(olga.heard) == heard


async def test_the_history_says_who_did_what_and_when(hotline: Stage) -> None:
    """By codes; who only looked stands there where she asks for it."""
    vera, olga, mother, code = await a_case_of_two(hotline)
    await tap(hotline, vera, "button-take")
    await tap(hotline, vera, "button-flags")
    await press(hotline, vera, "illness")
    await says_it(hotline, mother, "/cases")
    await press(hotline, mother, "Yerlan")
    await tap(hotline, mother, "button-add")
    await says_it(hotline, mother, "He called once.")
    await says_it(hotline, olga, f"/case {code}")
    await tap(hotline, olga, "button-history")
    them = await member_code(hotline, vera)
    assert olga.last is not None
    shown = olga.last.text.translate(dict.fromkeys(map(ord, "\u2066\u2067\u2068\u2069"))).split("\n")
    assert [line.partition(", 12:00, ")[2] for line in shown if ", 12:00, " in line] == [
        "the family: wrote to the team",
        f"{them}: set a flag",
        f"{them}: took the case",
        "the family: the report was sent",
    ]
    await tap(hotline, olga, "button-history-looks")
    assert "you: opened the case" in read(olga)
    assert f"{them}: opened the case" in read(olga)


async def test_of_two_who_change_the_same_at_once_one_is_told(hotline: Stage) -> None:
    """A task that both end, a flag that both take off: nothing is written twice, and nothing in silence."""
    vera, olga, _, code = await a_case_of_two(hotline)
    await press(hotline, vera, "Tasks · 0")
    await tap(hotline, vera, "button-task-new")
    await fills(hotline, vera, "~Call the aunt.", "option-task-kind-call", SKIP, SKIP)
    await tap(hotline, vera, "button-save")
    for one in (vera, olga):
        await says_it(hotline, one, f"/case {code}")
        await press(hotline, one, "Tasks · 1")
        await press(hotline, one, labels(one)[0])
    vera.tap(TEXTS.plain("en", "button-task-done"))
    olga.tap(TEXTS.plain("en", "button-task-done"))
    await hotline.settled()
    said = sorted((one.last.text if one.last else "").split(": ")[-1] for one in (vera, olga))
    assert said[0].startswith(("There is no such task", "Somebody else has changed"))
    assert said[1] == "the task is done."


async def test_a_flag_that_was_seen_before_another_changed_it_is_not_written_over(hotline: Stage) -> None:
    """The decision holds for what was seen, on either database; whoever is second starts anew."""
    from handlers.decisions import carry_out
    from handlers.speech import Speech
    from storage.errors import Overtaken

    _, _, _, code = await a_case_of_two(hotline)
    store, now = hotline.house.store, hotline.clock.now()

    def flagged(tx: Tx) -> None:
        case = cases.by_code(tx, code)
        author = people.by_id(tx, (people.with_role(tx, people.Role.COORDINATOR)[0]).id)
        assert case is not None
        decision = set_flag(case, author, Flag.CHILD, None, on=True)
        assert decision is not None
        carry_out(Speech(tx, now, "flag"), decision, author.id)

    await store.write(flagged)

    def seen(tx: Tx) -> tuple[object, object, str]:
        case = cases.by_code(tx, code)
        assert case is not None
        (flag,) = matters.of_case(tx, case.id, MatterKind.FLAG, open_only=True)
        return case, flag, people.with_role(tx, people.Role.COORDINATOR)[0].id

    case, flag, author = await store.read(seen)

    def taken_off(number: int):
        def work(tx: Tx) -> None:
            decision = set_flag(case, people.by_id(tx, author), Flag.CHILD, flag, on=False)  # type: ignore[arg-type]  # as read
            assert decision is not None
            carry_out(Speech(tx, now, f"off/{number}"), decision, author)

        return work

    ended = await asyncio.gather(*(store.write(taken_off(n)) for n in range(2)), return_exceptions=True)
    assert sorted(type(one).__name__ for one in ended) == ["NoneType", Overtaken.__name__]

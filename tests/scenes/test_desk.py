"""A coordinator's desk: what needs her, a case by its code, and whom she searches for."""

import pytest

from bot.sandbox.phones import Phone
from handlers.rules import codes
from storage import cases, matters, people, records, seeking
from storage.records import MatterKind, Role, Urgency
from storage.store import Tx
from tests.open_cases import open_cases
from tests.scenes.stage import TEXTS, Stage
from tests.scenes.test_family import read, says, says_it, tap


def labels(phone: Phone) -> list[str]:
    """What stands on the buttons under the last message, row by row."""
    assert phone.last is not None
    return [label for row in phone.last.labels for label in row]


async def code_of(hotline: Stage, number: int = 0) -> str:
    """The code of a case, in the order in which they were told."""
    found = await hotline.house.store.read(open_cases)
    return sorted(found, key=lambda one: one.id)[number].code


async def change(hotline: Stage, code: str, **how: object) -> None:
    """Something of the case changes, as another part of the house would change it."""

    def work(tx: Tx) -> None:
        case = cases.by_code(tx, code)
        assert case is not None
        cases.change(tx, case.id, hotline.clock.now(), **how)  # type: ignore[arg-type]  # as the tests name them

    await hotline.house.store.write(work)


async def test_the_queue_names_the_most_urgent_reason_of_each_case_once(hotline: Stage) -> None:
    """Three cases: one is urgent and its family waits; one has a term that ends; one is nobody's."""
    vera, mother = await hotline.coordinator("en"), await hotline.relative("en")
    for name in ("First", "Second", "Third"):
        await hotline.reports(mother, "en", name) if name == "First" else await again(hotline, mother, name)
    first, second, third = [await code_of(hotline, number) for number in range(3)]
    await change(hotline, first, urgency=Urgency.NOW)

    def hang(tx: Tx) -> None:
        case = cases.by_code(tx, second)
        assert case is not None
        cases.family_waits(tx, cases.by_code(tx, first).id, hotline.clock.now())  # type: ignore[union-attr]  # it is there
        due = hotline.clock.now()
        matters.add(tx, case.id, MatterKind.TERM, {}, due, author_id=None, watch_at=due)

    await hotline.house.store.write(hang)
    await says_it(hotline, vera, "/queue")
    assert labels(vera)[:3] == [
        f"{first} · urgent",
        f"{second} · term, 24 Nov",
        f"{third} · new, 24 Nov",
    ]
    assert "Needs somebody: 3" in read(vera)

    await tap(hotline, vera, "button-queue-filter")
    assert labels(vera) == [
        "Today · 3",
        "Mine · 0",
        "Taken by nobody · 3",
        "Waiting families · 1",
        "Promised days · 0",
        "Terms and replies · 1",
        "Contradictions · 0",
        "All open · 3",
    ]
    vera.tap("Waiting families · 1")
    await hotline.settled()
    assert labels(vera)[0] == f"{first} · waits since 24 Nov"
    assert len(labels(vera)) == 3
    await tap(hotline, vera, "button-queue-filter")
    vera.tap("Contradictions · 0")
    await hotline.settled()
    assert says(vera, "desk-nothing-contradictions")


async def again(hotline: Stage, mother: Phone, name: str) -> None:
    """One more report of the same mother."""
    await tap(hotline, mother, "button-new-report")
    await tap(hotline, mother, "button-agree")
    await tap(hotline, mother, "option-relation-child")
    await says_it(hotline, mother, name)
    for _ in range(4):
        await tap(hotline, mother, "button-unknown")
    await tap(hotline, mother, "button-send-report")


async def test_her_own_cases_and_all_open_ones(hotline: Stage) -> None:
    """What needs nothing today is not in the queue, but it can be seen; page by page, and anew."""
    vera, mother = await hotline.coordinator("en"), await hotline.relative("en")
    await hotline.reports(mother, "en", "Yerlan")
    await tap(hotline, vera, "button-open-case")
    await tap(hotline, vera, "button-take")
    code = await code_of(hotline)
    await says_it(hotline, vera, "/queue")
    assert "Nothing needs anybody today. Open cases: 1." in read(vera)
    await tap(hotline, vera, "button-queue-filter")
    vera.tap("Mine · 1")
    await hotline.settled()
    assert labels(vera)[0].startswith(f"{code} · due ")

    for number in range(9):
        await again(hotline, mother, f"Person {number}")
    await says_it(hotline, vera, "/queue")
    await tap(hotline, vera, "button-queue-filter")
    vera.tap("All open · 10")
    await hotline.settled()
    first = labels(vera)[:8]
    await tap(hotline, vera, "button-page-on")
    assert len(labels(vera)) == 5  # two cases, back to the beginning, and the two ways
    assert not set(first) & set(labels(vera)[:2])
    await tap(hotline, vera, "button-queue-first")
    assert labels(vera)[:8] == first


@pytest.mark.parametrize("written", ["{}", "{} ", "lower", "bare", "cyrillic"])
async def test_a_case_by_its_code_however_it_is_typed(hotline: Stage, written: str) -> None:
    """With hyphen and without, in small letters, with letters that look alike; asked for or at once."""
    vera, mother = await hotline.coordinator("en"), await hotline.relative("en")
    await hotline.reports(mother, "en", "Yerlan")
    code = await code_of(hotline)
    typed = {
        "lower": code.lower(),
        "bare": code.replace("-", ""),
        "cyrillic": code.translate(str.maketrans("ACEHKMPTX", "АСЕНКМРТХ")),
    }.get(written, written.format(code))
    await says_it(hotline, vera, f"/case {typed}")
    assert vera.last is not None
    assert f"Case {code}" in vera.last.text or code in vera.last.text
    assert "Yerlan" in vera.last.text

    await says_it(hotline, vera, "/case")
    assert says(vera, "case-ask-code")
    await says_it(hotline, vera, typed)
    assert "Yerlan" in vera.last.text


async def test_every_slip_with_a_code_has_its_own_words(hotline: Stage) -> None:
    """No code, a slip in one, a code that no case has; and what is typed next may be right."""
    vera, mother = await hotline.coordinator("en"), await hotline.relative("en")
    await hotline.reports(mother, "en", "Yerlan")
    code = await code_of(hotline)
    await says_it(hotline, vera, "/case")
    await says_it(hotline, vera, "no idea")
    assert says(vera, "case-code-slip")
    nowhere = codes.make(lambda letters: letters[3])
    await says_it(hotline, vera, nowhere)
    assert vera.last is not None
    assert f"There is no case with the code {nowhere}." in read(vera)
    await says_it(hotline, vera, code)
    assert "Yerlan" in vera.last.text

    await says_it(hotline, vera, "/case")
    await tap(hotline, vera, "button-cancel")
    assert says(vera, "cancelled")


async def test_a_closed_case_opens_and_says_so(hotline: Stage) -> None:
    """By its code; it is in no queue."""
    vera, mother = await hotline.coordinator("en"), await hotline.relative("en")
    await hotline.reports(mother, "en", "Yerlan")
    code = await code_of(hotline)
    await change(hotline, code, stage=records.Stage.CLOSED)
    await says_it(hotline, vera, f"/case {code}")
    assert "This case is closed. Last change: 24 November 2026." in read(vera)
    await says_it(hotline, vera, "/queue")
    assert "No case is open." in read(vera)


async def test_a_case_is_found_by_name_telephone_and_paper(hotline: Stage) -> None:
    """In another script, with a slip, as a number of any form; the answer names nobody until it is opened."""
    vera, mother = await hotline.coordinator("en"), await hotline.relative("en")
    await hotline.reports(mother, "en", "Ерлан Болатұлы")
    code = await code_of(hotline)
    line = f"{code} · new · 24 Nov"
    await tell(hotline, mother, code)

    for words in ("Yerlan", "叶尔兰", "bolat", "Erlam", "+7 701 555 01 43", "87015550143", "n 0123456", code):
        await says_it(hotline, vera, f"/find {words}")
        assert labels(vera) == [line, TEXTS.plain("en", "button-find-done")], words
        assert vera.last is not None
        assert "Ерлан" not in vera.last.text
    vera.tap(line)
    await hotline.settled()
    assert "Ерлан" in vera.last.text

    await says_it(hotline, vera, "/find")
    assert says(vera, "find-ask")
    await says_it(hotline, vera, "Yerlan")
    assert labels(vera)[0] == line
    await says_it(hotline, vera, "Nobody")
    assert says(vera, "find-nothing")
    await tap(hotline, vera, "button-find-done")
    assert says(vera, "find-left")


async def tell(hotline: Stage, mother: Phone, code: str) -> None:
    """She adds a telephone and a passport, as the report's own questions keep them."""
    from handlers.decisions import carry_out
    from handlers.rules.decision import ChangeCase, Decision
    from handlers.speech import Speech

    def answer(text: str) -> dict[str, object]:
        return {"state": "given", "value": None, "texts": [{"text": text}], "files": [], "remarks": []}

    def work(tx: Tx) -> None:
        case = cases.by_code(tx, code)
        assert case is not None
        more = {"phone": answer("8 701 555 01 43"), "identity.1.number": answer("N 0123456")}
        body = {**case.body, "answers": {**case.body["answers"], **more}}
        told = Decision((ChangeCase(case.id, body=body),), (), ("amended", case.id))
        carry_out(Speech(tx, hotline.clock.now(), "told"), told, None)

    await hotline.house.store.write(work)


@pytest.mark.parametrize("words", ["a", "12", "…", "ә"])
async def test_too_little_is_not_searched_for(hotline: Stage, words: str) -> None:
    """It says how much is needed, and leaves nothing in the log."""
    vera = await hotline.coordinator("en")
    await says_it(hotline, vera, "/find")
    await says_it(hotline, vera, words)
    assert "This is too short to look for." in read(vera)
    assert await searched(hotline) == 0
    await says_it(hotline, vera, "Nobody")
    assert await searched(hotline) == 1


async def searched(hotline: Stage) -> int:
    """How many lines the log has of searches; none of them says for whom."""

    def work(tx: Tx) -> int:
        rows = tx.connection.exec_driver_sql("SELECT body FROM audit WHERE action = 'searched'").all()
        assert all(row.body is None for row in rows)
        return len(rows)

    return await hotline.house.store.read(work)


async def test_nobody_else_can_search_or_open(hotline: Stage) -> None:
    """To a relative and a volunteer the commands are unknown, and their words are their own."""
    mother = await hotline.relative("en")
    for command in ("/find", "/case", "/queue"):
        await says_it(hotline, mother, command)
        assert says(mother, "unknown-command")

    def volunteer(tx: Tx) -> None:
        person = people.by_account(tx, mother.user["id"])
        assert person is not None
        people.set_role(tx, person.id, Role.VOLUNTEER)

    await hotline.house.store.write(volunteer)
    for command in ("/find", "/case", "/queue"):
        await says_it(hotline, mother, command)
        assert says(mother, "unknown-command")


async def test_names_that_are_not_read_yet_are_said_to_be_missing_and_are_read_meanwhile(
    hotline: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody waits for a house with a hundred thousand cases; the next search finds them."""
    vera, mother = await hotline.coordinator("en"), await hotline.relative("en")
    await hotline.reports(mother, "en", "Yerlan")
    await again(hotline, mother, "Daniyar")
    monkeypatch.setattr("handlers.coordinator.find._AT_ONCE", 0)
    await says_it(hotline, vera, "/find Daniyar")
    assert "The names are still being read into memory" in read(vera)
    await hotline.world.until(lambda: len(hotline.house.hotline.names) == 2)
    await tap(hotline, vera, "button-find-again")
    assert labels(vera)[0].startswith(await code_of(hotline, 1))


async def test_an_erased_case_is_found_by_nothing_any_more(hotline: Stage) -> None:
    """Not by its code, its name, or a number that was told."""
    from handlers import erasing

    vera, mother = await hotline.coordinator("en"), await hotline.relative("en")
    await hotline.reports(mother, "en", "Yerlan")
    code = await code_of(hotline)
    await tell(hotline, mother, code)
    await says_it(hotline, vera, "/find Yerlan")
    assert labels(vera)[0].startswith(code)

    def erase(tx: Tx) -> None:
        case = cases.by_code(tx, code)
        assert case is not None
        erasing.erase_case(tx, case, hotline.clock.now(), by="coordinator")
        assert seeking.id_by_code(tx, code) is None

    await hotline.house.store.write(erase)
    for words in ("Yerlan", "87015550143", "N0123456", code):
        await says_it(hotline, vera, f"/find {words}")
        assert says(vera, "find-nothing"), words


async def test_two_who_open_one_case_see_each_other(hotline: Stage) -> None:
    """Since when, not who; for a quarter of an hour, or until the other opens something else."""
    vera, olga = await hotline.coordinator("en", "Vera"), await hotline.coordinator("en", "Olga")
    mother = await hotline.relative("en")
    await hotline.reports(mother, "en", "Yerlan")
    code = await code_of(hotline)
    await says_it(hotline, vera, f"/case {code}")
    assert vera.last is not None
    assert olga.last is not None
    assert "has this case open" not in vera.last.text
    await hotline.passes(minutes=5)
    await says_it(hotline, olga, f"/case {code}")
    assert "Another coordinator has this case open since 24 November 2026, 12:00." in read(olga)
    await says_it(hotline, vera, f"/case {code}")
    assert "has this case open since 24 November 2026, 12:05." in read(vera)

    await hotline.passes(minutes=20)
    await says_it(hotline, olga, f"/case {code}")
    assert "has this case open" not in olga.last.text


async def test_of_two_who_take_a_free_case_at_once_the_second_is_told(hotline: Stage) -> None:
    """Nobody is pushed aside by somebody who did not see her; having looked again, she may."""
    vera, olga = await hotline.coordinator("en", "Vera"), await hotline.coordinator("en", "Olga")
    mother = await hotline.relative("en")
    await hotline.reports(mother, "en", "Yerlan")
    code = await code_of(hotline)
    for one in (vera, olga):
        await says_it(hotline, one, f"/case {code}")
    take = TEXTS.plain("en", "button-take")
    vera.tap(take)
    olga.tap(take)
    await hotline.settled()
    told = [one for one in (vera, olga) if says(one, "changed-meanwhile")]
    assert len(told) == 1
    (second,) = told
    await tap(hotline, second, "button-open-case")
    assert says(second, "case-owner-other")
    await tap(hotline, second, "button-take")
    assert says(second, "case-owner-you")


async def test_grave_news_of_her_own_family_stands_in_no_list_of_hers(hotline: Stage) -> None:
    """The other coordinator sees it; she is told by a person."""
    vera, olga = await hotline.coordinator("en", "Vera"), await hotline.coordinator("en", "Olga")
    await hotline.reports(olga, "en", "Yerlan")
    code = await code_of(hotline)

    def hang(tx: Tx) -> None:
        case = cases.by_code(tx, code)
        assert case is not None
        one = matters.add(tx, case.id, MatterKind.NOTE, {}, hotline.clock.now(), author_id=None)
        tx.connection.exec_driver_sql(f"UPDATE matters SET kind = 'news' WHERE id = '{one}'")  # noqa: S608 -- ours

    await hotline.house.store.write(hang)
    await says_it(hotline, vera, "/queue")
    assert labels(vera)[0] == f"{code} · grave news"
    await says_it(hotline, olga, "/queue")
    assert labels(olga)[0] == f"{code} · new, 24 Nov"

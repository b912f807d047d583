"""An emergency: the account is unlinked at once, the chat is empty, and nothing that was sent is lost."""

from collections.abc import Callable

import pytest

from bot.sandbox.phones import Phone
from handlers.family import panic
from storage import attachments, cases, drafts, outbox, people, talks, unlinkings
from storage.records import Case, Role
from storage.store import Tx
from storage.tables import audit as audit_table
from storage.tables import keyboards as keyboards_table
from tests.open_cases import open_cases
from tests.scenes.stage import TEXTS, Stage
from tests.scenes.test_family import read, says, says_it, tap
from tests.scenes.transcript import PICTURE


def _the_case(tx: Tx) -> Case:
    (one,) = open_cases(tx)
    return one


def _is_an_ordinary_start(phone: Phone) -> bool:
    """One message, the choice of language, as whoever has never been here sees it."""
    return [message.text for message in phone.messages] == [TEXTS.plain("en", "choose-language")]


async def _word(hotline: Stage, phone: Phone, word: str) -> None:
    await says_it(hotline, phone, "/settings")
    await tap(hotline, phone, "button-panic-word")
    await says_it(hotline, phone, word)


async def test_panic_in_the_middle_of_a_report(hotline: Stage) -> None:
    """What was sent stays, what was not is gone, and the phone shows what a stranger sees."""
    vera, mother = await hotline.coordinator("en"), await hotline.relative("en")
    await hotline.reports(mother, "en", "Yerlan")
    await hotline.settled()
    await says_it(hotline, mother, "/report")
    await tap(hotline, mother, "button-agree")
    await tap(hotline, mother, "option-relation-child")
    await says_it(hotline, mother, "Daniyar")
    buttons = [message for message in mother.messages if message.rows]

    await says_it(hotline, mother, "/panic")

    assert _is_an_ordinary_start(mother)
    case = await hotline.house.store.read(_the_case)
    assert await hotline.house.store.read(lambda tx: cases.followers_of(tx, case.id)) == []
    assert await hotline.house.store.read(lambda tx: drafts.counts(tx)) == {"submitted": 1, "dropped": 1}
    assert f"has unlinked the account: {case.code}" in read(vera)
    await tap(hotline, vera, "button-open-case")
    assert "unlinked the account on" in read(vera)
    assert buttons
    # And after the stragglers' time nothing more has changed.
    await hotline.passes(minutes=2)
    assert _is_an_ordinary_start(mother)

    mother.tap("English")
    await hotline.settled()
    await says_it(hotline, mother, "/cases")
    assert says(mother, "cases-none")


async def test_a_word_of_her_own_does_the_same(hotline: Stage) -> None:
    """However it is written; the word itself goes, too, and stands nowhere in the database."""
    mother = await hotline.relative("en")
    await _word(hotline, mother, "Blue  Teapot")
    assert not any("eapot" in message.text for message in mother.messages)
    await hotline.reports(mother, "en", "Yerlan")
    await hotline.settled()
    await says_it(hotline, mother, "I think of a blue teapot")
    assert says(mother, "loose-where")

    await says_it(hotline, mother, " BLUE teapot. ")

    assert _is_an_ordinary_start(mother)
    # A stranger's word means nothing: it is kept for whatever she says it belongs to.
    mother.tap("English")
    await hotline.settled()
    await says_it(hotline, mother, "blue teapot")
    assert says(mother, "loose-where")


@pytest.mark.parametrize("word", ["abc", "1234 5678", "🫖🫖🫖🫖"])
async def test_what_cannot_be_a_word_is_refused_and_taken_out_all_the_same(hotline: Stage, word: str) -> None:
    """She may have meant it."""
    mother = await hotline.relative("en")
    await _word(hotline, mother, word)
    assert says(mother, "panic-word-unfit")
    assert not any(message.text == word for message in mother.messages)
    await says_it(hotline, mother, "/cancel")
    await says_it(hotline, mother, word)
    assert not _is_an_ordinary_start(mother)


async def test_what_she_tells_instead_of_a_word_is_kept(hotline: Stage) -> None:
    """A photo, a voice, a long message: she is asked where it belongs, and it stays in the chat."""
    mother = await hotline.relative("en")
    told = "They took him yesterday in the evening, and nobody has told us anything since."
    await _word(hotline, mother, told)
    assert says(mother, "loose-where")
    await says_it(hotline, mother, "/settings")
    await tap(hotline, mother, "button-panic-word")
    mother.photo(PICTURE)
    await hotline.settled()
    assert says(mother, "loose-where")
    her = await hotline.house.store.read(lambda tx: people.by_account(tx, mother.chat_id))
    assert her is not None
    assert her.panic_key is None
    talk = await hotline.house.store.read(lambda tx: talks.of(tx, her.id))
    assert talk is not None
    assert [one.get("text") or one["kind"] for one in talk.body["held"]] == [told, "photo"]
    assert told in [message.text for message in mother.messages]


async def test_a_word_can_be_taken_back(hotline: Stage) -> None:
    """Then it is a word like any other."""
    mother = await hotline.relative("en")
    await _word(hotline, mother, "blue teapot")
    await says_it(hotline, mother, "/settings")
    await tap(hotline, mother, "button-panic-word-none")
    await says_it(hotline, mother, "blue teapot")
    assert says(mother, "loose-where")


async def test_no_button_from_before_does_anything(hotline: Stage) -> None:
    """Whoever kept one pressed in another client gets the answer of every old button."""
    mother = await hotline.relative("en")
    await hotline.reports(mother, "en", "Yerlan")
    await hotline.settled()
    kept = mother.last
    assert kept is not None
    await says_it(hotline, mother, "/panic")
    mother.chat.put(kept)
    mother.press(kept)
    await hotline.settled()
    assert mother.heard[-1].text == TEXTS.plain("en", "press-old")
    rows = await hotline.house.store.read(lambda tx: tx.connection.execute(keyboards_table.select()).all())
    assert {row.account_key for row in rows} == {
        hotline.house.store.vault.lookup("account", mother.chat_id)
    }, "only the choice of language is there"


def _copies(hotline: Stage) -> list[str]:
    folder = hotline.house.settings.data_dir / "files"
    return [one.name for one in folder.rglob("*") if one.is_file()]


async def test_files_of_a_sent_report_stay_and_those_of_a_draft_go(hotline: Stage) -> None:
    """One photo for two sons: it belongs to the report that was sent."""
    mother = await hotline.relative("en")
    await hotline.reports(mother, "en", "Yerlan")
    await hotline.settled()
    case = await hotline.house.store.read(_the_case)
    her = await hotline.house.store.read(lambda tx: people.by_account(tx, mother.chat_id))
    assert her is not None
    for _ in range(3):
        mother.photo(PICTURE)
        await hotline.settled()
    talk = await hotline.house.store.read(lambda tx: talks.of(tx, her.id))
    assert talk is not None
    first, second, third = talk.body["held"]

    def told(tx: Tx) -> None:
        now = hotline.clock.now()
        cases.change(tx, case.id, now, body={**case.body, "remarks": [first]})
        drafts.begin(tx, her.id, {"remarks": [first, second], "held": []}, now)
        talks.begin(tx, her.id, "loose", {"held": [third]}, now)

    await hotline.house.store.write(told)
    await hotline.passes(minutes=1)
    assert len(_copies(hotline)) == 3

    await says_it(hotline, mother, "/panic")

    await hotline.passes(minutes=1)
    assert _copies(hotline) == [first["id"]]
    (kept,) = await hotline.house.store.read(lambda tx: attachments.by_ids(tx, [first["id"]]))
    assert kept.state == "kept"


async def test_a_coordinator_s_panic_takes_the_role_away_and_the_others_hear(hotline: Stage) -> None:
    """Her cases are nobody's, her menu is a stranger's; only a new invitation brings her back."""
    vera, asel = await hotline.coordinator("en", "Vera"), await hotline.coordinator("en", "Asel")
    mother = await hotline.relative("en")
    await hotline.reports(mother, "en", "Yerlan")
    await hotline.settled()
    await tap(hotline, vera, "button-open-case")
    await tap(hotline, vera, "button-take")

    await says_it(hotline, vera, "/panic")

    assert _is_an_ordinary_start(vera)
    assert says(asel, "alert-coordinator-unlinked")
    case = await hotline.house.store.read(_the_case)
    assert case.owner_id is None
    assert "queue" not in [one["command"] for one in vera.commands]
    vera.tap("English")
    await hotline.settled()
    await says_it(hotline, vera, "/queue")
    assert says(vera, "unknown-command")
    team = await hotline.house.store.read(lambda tx: people.with_role(tx, Role.COORDINATOR))
    assert [one.chat_id for one in team] == [asel.chat_id]
    await says_it(hotline, mother, "/cases")
    mother.tap(case.code)
    await hotline.settled()
    await tap(hotline, mother, "button-add")
    await says_it(hotline, mother, "One more thing.")
    assert "message from the family" in read(asel)


async def test_the_way_back_leads_over_a_person(hotline: Stage) -> None:
    """Another account asks; a coordinator checks and links; she sees her report again and may tell more."""
    vera, asel = await hotline.coordinator("en", "Vera"), await hotline.coordinator("en", "Asel")
    mother = await hotline.relative("en")
    await hotline.reports(mother, "en", "Yerlan")
    await hotline.settled()
    case = await hotline.house.store.read(_the_case)
    await says_it(hotline, mother, "/panic")

    again = await hotline.relative("en", "The same mother")
    await says_it(hotline, again, "/start")
    await tap(hotline, again, "button-person")
    await says_it(hotline, again, "It is me.")
    await tap(hotline, vera, "button-read")
    await tap(hotline, vera, "button-relink")
    vera.tap(case.code)
    await hotline.settled()
    assert "Check first who it is" in read(vera)
    await tap(hotline, vera, "button-relink-yes")

    assert says(again, "notice-update")
    assert "linked again after an emergency" in read(asel)
    await tap(hotline, again, "button-my-reports")
    again.tap(case.code)
    await hotline.settled()
    await tap(hotline, again, "button-tell-more")
    assert case.code in read(again)
    assert await hotline.house.store.read(lambda tx: unlinkings.waiting(tx, 5)) == []
    actions = await hotline.house.store.read(
        lambda tx: [
            row.action for row in tx.connection.execute(audit_table.select().order_by(audit_table.c.number))
        ]
    )
    assert [one for one in actions if "link" in one or one == "panicked"] == [
        "unlinked",
        "panicked",
        "relinked",
        "relinked-person",
    ]


async def test_nobody_links_herself(hotline: Stage) -> None:
    """A coordinator who asks as a relative finds her own message in the queue; another must check her."""
    vera, mother = await hotline.coordinator("en", "Vera"), await hotline.relative("en")
    await hotline.reports(mother, "en", "Yerlan")
    await hotline.settled()
    case = await hotline.house.store.read(_the_case)
    await says_it(hotline, mother, "/panic")
    await says_it(hotline, vera, "/start")
    await tap(hotline, vera, "button-person")
    await says_it(hotline, vera, "/queue")
    vera.tap("Asks for a person")
    await hotline.settled()
    await tap(hotline, vera, "button-relink")
    vera.tap(f"{case.code} · unlinked")
    await hotline.settled()
    await tap(hotline, vera, "button-relink-yes")
    assert says(vera, "not-there")
    assert len(await hotline.house.store.read(lambda tx: unlinkings.waiting(tx, 5))) == 1
    assert await hotline.house.store.read(lambda tx: cases.followers_of(tx, case.id)) == []


async def test_a_panic_that_fails_half_way_leaves_nothing_half_done(
    hotline: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One transaction: it stumbles at its last step, all is as before, and the next try does it all."""
    mother = await hotline.relative("en")
    await hotline.reports(mother, "en", "Yerlan")
    await hotline.settled()
    case = await hotline.house.store.read(_the_case)
    seen: list[int] = []
    unlink: Callable[[Tx, str], None] = people.unlink

    def stumbles_once(tx: Tx, person_id: str) -> None:
        if not seen:
            seen.append(len(cases.followers_of(tx, case.id)))
            raise RuntimeError("the power went")
        seen.append(len(cases.followers_of(tx, case.id)))
        unlink(tx, person_id)

    monkeypatch.setattr(panic.people, "unlink", stumbles_once)
    await says_it(hotline, mother, "/panic")
    await hotline.settled()
    assert seen == [0, 0]
    assert _is_an_ordinary_start(mother)
    assert len(await hotline.house.store.read(lambda tx: unlinkings.waiting(tx, 5))) == 1


async def test_a_panic_while_telegram_refuses_everything_empties_the_chat_all_the_same(
    hotline: Stage,
) -> None:
    """What was to be said does not come any more; the choice of language comes when Telegram takes it."""
    mother = await hotline.relative("en")
    await hotline.reports(mother, "en", "Yerlan")
    await hotline.settled()
    hotline.world.gate.hold(1.0)
    mother.say("/help")
    mother.say("/panic")
    await hotline.world.until(lambda: _is_an_ordinary_start(mother))
    await hotline.settled()
    assert _is_an_ordinary_start(mother)
    assert set(await hotline.house.store.read(outbox.counts)) <= {"sent", "waiting"}


async def test_a_stranger_s_panic_makes_nobody_new(hotline: Stage) -> None:
    """However often it is pressed; and before a language is chosen."""
    phone = hotline.phone("Somebody")
    for _ in range(3):
        await says_it(hotline, phone, "/panic")
    assert _is_an_ordinary_start(phone)
    met = await hotline.house.store.read(lambda tx: people.by_account(tx, phone.chat_id))
    assert met is not None
    assert met.language is None

"""What relatives live through besides the straight way: stopping, mixing, asking for somebody, leaving."""

from bot.sandbox.phones import Phone
from storage import cases, drafts, entries, people
from storage.records import Entry, EntryKind
from storage.store import Tx
from tests.scenes.stage import TEXTS, Stage
from tests.scenes.transcript import PICTURE


def says(phone: Phone, text_id: str, language: str = "en") -> bool:
    """Whether the last thing she read contains this message, which takes no arguments."""
    return TEXTS.plain(language, text_id) in phone.last.text if phone.last is not None else False


def read(phone: Phone) -> str:
    """Everything that stands in her chat from the bot, without the marks of direction."""
    shown = "\n".join(message.text for message in phone.messages if not message.out)
    return shown.translate(dict.fromkeys(map(ord, "\u2066\u2067\u2068\u2069\u200e\u200f")))


async def tap(stage: Stage, phone: Phone, text_id: str, language: str = "en") -> None:
    """Press the newest button with this text, and wait for what follows."""
    phone.tap(TEXTS.plain(language, text_id))
    await stage.settled()


async def says_it(stage: Stage, phone: Phone, text: str) -> None:
    """Write, and wait for what follows."""
    phone.say(text)
    await stage.settled()


async def test_who_writes_the_most_important_thing_first_is_not_asked_to_say_it_again(hotline: Stage) -> None:
    """Her first words come before language, menu and consent; they end up in the report."""
    mother = hotline.phone("Mother")
    await says_it(hotline, mother, "They took my son yesterday.")
    mother.tap("English")
    await hotline.settled()
    assert says(mother, "loose-where")

    await tap(hotline, mother, "button-report-this")
    await tap(hotline, mother, "button-agree")

    (draft,) = await hotline.house.store.read(lambda tx: drafts.open_of(tx, _id_of(tx, mother)))
    assert [one["text"] for one in draft.body["answers"]["story"]["texts"]] == ["They took my son yesterday."]


async def test_a_no_to_the_consent_leaves_nothing(hotline: Stage) -> None:
    """What she wrote before is erased; she is told what stays on her phone, and may ask for a person."""
    mother = await hotline.relative("en")
    await tap(hotline, mother, "button-report")
    await says_it(hotline, mother, "His name is Yerlan.")
    mother.photo(PICTURE)
    await hotline.settled()
    await hotline.passes(minutes=1)
    assert len(_copies(hotline)) == 1
    await tap(hotline, mother, "button-refuse")
    assert says(mother, "refused")
    assert await hotline.house.store.read(lambda tx: drafts.open_of(tx, _id_of(tx, mother))) == []
    await hotline.passes(minutes=1)
    assert _copies(hotline) == []


async def test_an_old_no_does_not_erase_what_was_told_after_the_yes(hotline: Stage) -> None:
    """The words of consent stood twice in her chat; she agreed under one, and a child presses the other."""
    mother = await hotline.relative("en")
    await tap(hotline, mother, "button-report")
    earlier = mother.last
    await says_it(hotline, mother, "His name is Yerlan.")
    await tap(hotline, mother, "button-agree")
    assert earlier is not None
    mother.press(earlier, 1)
    await hotline.settled()
    assert mother.heard[-1].text == TEXTS.plain("en", "press-old")
    (draft,) = await hotline.house.store.read(lambda tx: drafts.open_of(tx, _id_of(tx, mother)))
    assert draft.body["at"] == "relation"


async def test_two_reports_at_once_and_a_pause_in_between(hotline: Stage) -> None:
    """Two sons, two reports; each goes on where it was left."""
    mother = await hotline.relative("en")
    for name in ("Yerlan", "Daniyar"):
        await says_it(hotline, mother, "/report")
        if name == "Daniyar":
            await tap(hotline, mother, "button-new-report")
        await tap(hotline, mother, "button-agree")
        await tap(hotline, mother, "option-relation-child")
        await says_it(hotline, mother, name)
        await tap(hotline, mother, "button-pause")

    await says_it(hotline, mother, "/cases")
    mother.tap("Yerlan")
    await hotline.settled()
    await tap(hotline, mother, "option-event-taken")
    await says_it(hotline, mother, "yesterday")
    await tap(hotline, mother, "button-yes")

    both = await hotline.house.store.read(lambda tx: drafts.open_of(tx, _id_of(tx, mother)))
    told = {one.body["answers"]["name"]["texts"][0]["text"]: one.body["at"] for one in both}
    assert told == {"Yerlan": "where", "Daniyar": "event"}


async def test_a_late_a_double_and_a_stranger_s_press_change_nothing(hotline: Stage) -> None:
    """Old buttons are answered kindly; somebody else's do not work at all."""
    mother, stranger = await hotline.relative("en"), await hotline.relative("en", "Stranger")
    await tap(hotline, mother, "button-report")
    await tap(hotline, mother, "button-agree")
    question = mother.last
    assert question is not None
    data = question.rows[0][0]["callback_data"]
    mother.press(question, 0)
    mother.press(question, 0)
    await hotline.settled()
    assert [one.text for one in mother.heard if one.what == "toast" and one.text] == [
        TEXTS.plain("en", "press-old")
    ]

    update = {
        "id": hotline.world.press(stranger),
        "from": stranger.user,
        "message": {**question.raw, "chat": stranger.chat.about},
        "chat_instance": "1",
        "data": data,
    }
    hotline.world.updates.add("callback_query", update, stranger.chat.id)
    await hotline.settled()

    assert stranger.heard[-1].text == TEXTS.plain("en", "press-old")
    (draft,) = await hotline.house.store.read(lambda tx: drafts.open_of(tx, _id_of(tx, mother)))
    assert draft.body["at"] == "name"


async def test_somebody_asks_for_a_person_in_the_middle_and_is_answered(hotline: Stage) -> None:
    """The coordinator hears at once that it is in a report, reads the words, answers; the report goes on."""
    vera = await hotline.coordinator("en")
    mother = await hotline.relative("en")
    await tap(hotline, mother, "button-report")
    await tap(hotline, mother, "button-agree")
    await tap(hotline, mother, "button-person")
    await says_it(hotline, mother, "I cannot write this. Please call.")
    mother.voice(b"OggS" + bytes(99), 5)
    await hotline.settled()
    alerts = [one.text for one in vera.heard if TEXTS.plain("en", "alert-person") in one.text]
    assert len(alerts) == 1
    assert "which is not sent yet. Step: \u2068Relation\u2069." in alerts[0]
    assert "call" not in alerts[0]

    await tap(hotline, vera, "button-read")
    assert "I cannot write this. Please call." in read(vera)
    assert any(message.kind == "voice" for message in vera.messages)
    await tap(hotline, vera, "button-answer")
    await says_it(hotline, vera, "We call you at five.")
    await tap(hotline, vera, "button-send-letter")

    assert says(mother, "notice-update")
    await tap(hotline, mother, "button-read")
    assert "We call you at five." in read(mother)
    await tap(hotline, mother, "button-resume")
    assert says(mother, "ask-relation") or TEXTS.plain("en", "ask-relation") in read(mother)

    # What she writes after it was read is alerted anew.
    await tap(hotline, mother, "button-person")
    assert len([one for one in vera.heard if TEXTS.plain("en", "alert-person") in one.text]) == 2


async def test_an_edited_message_corrects_the_answer(hotline: Stage) -> None:
    """She sees a slip in what she sent and edits it, as in any chat."""
    mother = await hotline.relative("en")
    await tap(hotline, mother, "button-report")
    await tap(hotline, mother, "button-agree")
    await tap(hotline, mother, "option-relation-child")
    name = mother.say("Yerln")
    await hotline.settled()
    mother.edit(name, "Yerlan")
    await hotline.settled()
    (draft,) = await hotline.house.store.read(lambda tx: drafts.open_of(tx, _id_of(tx, mother)))
    assert draft.body["answers"]["name"]["texts"][0]["text"] == "Yerlan"


async def test_an_album_is_kept_whole_and_acknowledged_once(hotline: Stage) -> None:
    """Four photos arrive as four messages; she is not told four times."""
    mother = await hotline.relative("en")
    await hotline.reports(mother, "en", "Yerlan")
    await says_it(hotline, mother, "/cases")
    mother.tap("Yerlan")
    await hotline.settled()
    await tap(hotline, mother, "button-add")
    before = len(mother.heard)
    mother.album([PICTURE] * 4, caption="his papers")
    await hotline.settled()
    kept = [one for one in mother.heard[before:] if "Kept with case" in one.text]
    assert len(kept) == 1
    words = await hotline.house.store.read(lambda tx: _words(tx, mother))
    assert [one.body["file"]["kind"] for one in words] == ["photo"] * 4


async def test_after_an_album_the_question_can_still_be_answered(hotline: Stage) -> None:
    """The rest of the photos come after the buttons were shown; the buttons are as good as before."""
    mother = await hotline.relative("en")
    await tap(hotline, mother, "button-report")
    await tap(hotline, mother, "button-agree")
    await tap(hotline, mother, "option-relation-child")
    await says_it(hotline, mother, "Yerlan")
    for _ in range(3):
        await tap(hotline, mother, "button-unknown")
    mother.album([PICTURE] * 4)
    await hotline.settled()
    assert says(mother, "kept-more")

    await tap(hotline, mother, "button-done")

    assert says(mother, "rest-first")


async def test_erasing_an_unfinished_report_and_what_privacy_says(hotline: Stage) -> None:
    """Two presses, the second a real yes; then it is gone from the list, too."""
    mother = await hotline.relative("en")
    await tap(hotline, mother, "button-report")
    await tap(hotline, mother, "button-agree")
    mother.voice(b"OggS" + bytes(99), 5)
    await hotline.settled()
    await hotline.passes(minutes=1)
    assert len(_copies(hotline)) == 1
    await says_it(hotline, mother, "/privacy")
    mother.tap("Erase")
    await hotline.settled()
    await tap(hotline, mother, "button-erase-yes")
    assert says(mother, "erased")
    await says_it(hotline, mother, "/cases")
    assert says(mother, "cases-none")
    await hotline.passes(minutes=1)
    assert _copies(hotline) == []


async def test_cancel_stops_and_erases_nothing(hotline: Stage) -> None:
    """In a report it is a pause; in nothing it is nothing."""
    mother = await hotline.relative("en")
    await says_it(hotline, mother, "/cancel")
    assert says(mother, "nothing-to-cancel")
    await tap(hotline, mother, "button-report")
    await tap(hotline, mother, "button-agree")
    await says_it(hotline, mother, "/cancel")
    assert says(mother, "paused")


async def test_settings_change_the_language_of_everything_that_follows(hotline: Stage) -> None:
    """Also the menu, also in Kazakh of the Arabic script, which Telegram has no letters for."""
    mother = await hotline.relative("en")
    await says_it(hotline, mother, "/settings")
    await tap(hotline, mother, "button-language")
    mother.tap("قازاقشا")
    await hotline.settled()
    await says_it(hotline, mother, "/help")
    assert says(mother, "help", "kk-Arab") or "/report" in read(mother)
    assert mother.commands[0]["description"] == TEXTS.plain("kk-Arab", "command-start")


async def test_in_a_group_nothing_is_taken(hotline: Stage) -> None:
    """It asks for a private chat when spoken to, is silent otherwise, and keeps nothing of what is said."""
    mother = hotline.phone("Mother")
    group = hotline.world.group("Neighbours", mother)
    await hotline.settled()
    mother.say_in_group(group, "My son Yerlan was taken.")
    await hotline.settled()
    mother.say_in_group(group, "/report@izdeu_rehearsal_bot")
    await hotline.settled()
    said = [message for message in group.messages if not message.out and message.kind == "text"]
    assert [message.text for message in said] == [TEXTS.plain("en", "group-go-private")] * 2
    assert said[0].rows[0][0]["url"] == "https://t.me/izdeu_rehearsal_bot?start"


async def test_who_blocks_the_bot_is_noticed_and_who_comes_back_is_reached_again(hotline: Stage) -> None:
    """A coordinator hears that messages no longer reach the family of this case."""
    vera, mother = await hotline.coordinator("en"), await hotline.relative("en")
    await hotline.reports(mother, "en", "Yerlan")
    mother.block()
    await hotline.settled()
    assert "no longer reach the family" in read(vera)
    assert "Yerlan" not in "\n".join(one.text for one in vera.heard)

    mother.unblock()
    await hotline.settled()
    await says_it(hotline, mother, "/cases")
    assert await hotline.house.store.read(lambda tx: people.by_id(tx, _id_of(tx, mother)).reachable)


async def test_other_kinds_of_messages_are_answered_kindly_and_places_are_kept(hotline: Stage) -> None:
    """A sticker says nothing that can be kept; a place does."""
    mother = await hotline.relative("en")
    mother.sticker()
    await hotline.settled()
    assert says(mother, "cannot-read")
    mother.location(44.2, 80.4)
    await hotline.settled()
    assert says(mother, "loose-where")
    await tap(hotline, mother, "button-send-to-person")
    words = await hotline.house.store.read(lambda tx: entries.unread_words(tx, person_id=_id_of(tx, mother)))
    assert [one.body["text"] for one in words] == ["44.20000, 80.40000"]


async def test_the_team_s_commands_do_not_exist_for_a_family(hotline: Stage) -> None:
    """A command of coordinators and an invented one get the same answer."""
    mother = await hotline.relative("en")
    answers = []
    for command in ("/queue", "/nonsense"):
        await says_it(hotline, mother, command)
        answers.append(mother.last.text if mother.last is not None else "")
    assert answers[0] == answers[1] == TEXTS.plain("en", "unknown-command")


def _copies(hotline: Stage) -> list[str]:
    folder = hotline.house.settings.data_dir / "files"
    return [path.name for path in folder.rglob("*") if path.is_file()]


def _id_of(tx: Tx, phone: Phone) -> str:
    person = people.by_account(tx, phone.user["id"])
    assert person is not None
    return person.id


def _words(tx: Tx, phone: Phone) -> list[Entry]:
    (case,) = cases.followed_by(tx, _id_of(tx, phone))
    return [one for one in entries.of_case(tx, case.id, 50) if one.kind is EntryKind.WORD]

"""A coordinator reads the questions aloud, and relatives hear them."""

import pytest

from bot.inviting import new_invite
from bot.sandbox.phones import Phone
from handlers.arrivals import Arrival
from handlers.context import Context, Speech
from handlers.coordinator import voices
from handlers.intake.prompting import heard_row
from handlers.intake.questions import QUESTIONS
from handlers.saying import msg
from locales.languages import BY_CODE
from storage import people, prompts
from storage.records import Prompt, Role
from storage.store import Tx
from tests.handlers.made import OFFICE
from tests.scenes.stage import TEXTS, Stage
from tests.scenes.test_family import read, says, says_it, tap
from tests.scenes.transcript import PICTURE

FIRST, SECOND, THIRD = (b"OggS" + bytes([number]) * 99 for number in (1, 2, 3))
NAME = TEXTS.plain("en", "label-name")


async def speaks(stage: Stage, phone: Phone, content: bytes, seconds: int = 9) -> None:
    """Send a voice message, and wait for what follows."""
    phone.voice(content, seconds)
    await stage.settled()


async def opens(stage: Stage, phone: Phone, language: str, label: str = NAME) -> None:
    """Choose a language and a question."""
    await says_it(stage, phone, "/voices")
    phone.tap(BY_CODE[language].own_name)
    await stage.settled()
    phone.tap(label)
    await stage.settled()


async def records(stage: Stage, phone: Phone, language: str, content: bytes, label: str = NAME) -> None:
    """All the way to "Keep"."""
    await opens(stage, phone, language, label)
    await speaks(stage, phone, content)
    await tap(stage, phone, "button-keep-recording")


async def kept(stage: Stage, language: str, question: str = "name") -> Prompt | None:
    """What is kept for a question."""
    return await stage.house.store.read(lambda tx: prompts.find(tx, language, question))


def copies(stage: Stage) -> int:
    """How many sealed files there are."""
    return sum(path.is_file() for path in (stage.house.settings.data_dir / "files").rglob("*"))


def played(phone: Phone) -> list[bytes]:
    """Every voice that came from the bot."""
    return [one.file.content for one in phone.messages if not one.out and one.kind == "voice" and one.file]


async def asked(stage: Stage, phone: Phone, question: str) -> list[list[str]]:
    """The bot asks her this as the form does, with whatever row there is for hearing it; its labels."""

    def ask(tx: Tx) -> None:
        person = people.by_account(tx, phone.user["id"])
        assert person is not None
        now = stage.clock.now()
        speech = Speech(tx, now, f"asked/{phone.id}/{len(phone.heard)}")
        came = Arrival(key=speech.key, chat_id=phone.chat.id, private=True, account_id=phone.user["id"])
        ctx = Context(tx, now, OFFICE, person, came, speech)
        ctx.say(msg(f"ask-{question}"), rows=heard_row(ctx, question))

    await stage.house.store.write(ask)
    stage.house.delivery.wake()
    await stage.settled()
    assert phone.last is not None
    return phone.last.labels


async def test_she_reads_a_question_aloud_hears_herself_and_keeps_it(hotline: Stage) -> None:
    """The text stands there in the language of the relatives, all around it in hers."""
    vera = await hotline.coordinator("en")
    await opens(hotline, vera, "kk")
    assert says(vera, "ask-name", "kk")
    assert says(vera, "why-name", "kk")
    assert "Kazakh" in read(vera)

    await speaks(hotline, vera, FIRST)
    assert played(vera) == [FIRST]
    assert await kept(hotline, "kk") is None
    await tap(hotline, vera, "button-keep-recording")
    assert says(vera, "voices-kept")

    recording = await kept(hotline, "kk")
    assert recording is not None
    assert recording.duration == 9
    await hotline.passes(minutes=1)
    assert copies(hotline) == 1
    await says_it(hotline, vera, "/voices")
    vera.tap(BY_CODE["kk"].own_name)
    await hotline.settled()
    assert vera.last is not None
    assert f"1 of {len(QUESTIONS)} recorded" in read(vera)
    assert [label for (label,) in vera.last.labels if "✓" in label] == [f"✓ {NAME}"]


async def test_speaking_again_leaves_nothing_of_the_first(hotline: Stage) -> None:
    """And the button under the first hearing does not keep the second."""
    vera = await hotline.coordinator("en")
    await opens(hotline, vera, "en")
    await speaks(hotline, vera, FIRST)
    earlier = vera.last
    assert earlier is not None
    await speaks(hotline, vera, SECOND)
    vera.press(earlier, 0)
    await hotline.settled()
    assert vera.heard[-1].text == TEXTS.plain("en", "press-old")
    await tap(hotline, vera, "button-speak-again")
    assert says(vera, "ask-name")
    await speaks(hotline, vera, THIRD)
    await tap(hotline, vera, "button-keep-recording")

    await hotline.passes(minutes=1)
    assert copies(hotline) == 1
    assert await asked(hotline, vera, "name") == [[TEXTS.plain("en", "button-listen")]]
    await tap(hotline, vera, "button-listen")
    assert played(vera)[-1] == THIRD


async def test_cancelling_keeps_nothing(hotline: Stage) -> None:
    """By the button or by the command; her next voice message is no recording."""
    vera = await hotline.coordinator("en")
    await opens(hotline, vera, "en")
    await speaks(hotline, vera, FIRST)
    await tap(hotline, vera, "button-cancel")
    await opens(hotline, vera, "en")
    await speaks(hotline, vera, SECOND)
    await says_it(hotline, vera, "/cancel")
    assert says(vera, "voices-left")

    await hotline.passes(minutes=1)
    assert await kept(hotline, "en") is None
    assert copies(hotline) == 0
    await speaks(hotline, vera, THIRD)
    assert says(vera, "loose-where")


async def test_anything_but_a_voice_gets_a_kind_word_and_the_talk_goes_on(hotline: Stage) -> None:
    """Words, a photo, a sticker, a recording that is too long: none of them is kept."""
    vera = await hotline.coordinator("en")
    await opens(hotline, vera, "en")
    await says_it(hotline, vera, "What do I do?")
    assert "I wait for a voice message" in read(vera)
    vera.photo(PICTURE)
    await hotline.settled()
    vera.audio(FIRST)
    await hotline.settled()
    assert read(vera).count("I wait for a voice message") == 3
    await speaks(hotline, vera, FIRST, 91)
    assert "up to 90 seconds" in read(vera)
    await hotline.passes(minutes=1)
    assert copies(hotline) == 0

    await speaks(hotline, vera, SECOND, 90)
    await tap(hotline, vera, "button-keep-recording")
    assert await kept(hotline, "en") is not None


async def test_the_next_question_is_one_tap_away_until_all_are_recorded(hotline: Stage) -> None:
    """After the last of the list comes the first that has no recording yet."""
    vera = await hotline.coordinator("en")
    last = TEXTS.plain("en", f"label-{QUESTIONS[-1].key}")
    await opens(hotline, vera, "ug")
    await tap(hotline, vera, "button-all-questions")
    for _ in range((len(QUESTIONS) - 1) // voices.PAGE):
        await tap(hotline, vera, "button-page-on")
    vera.tap(last)
    await hotline.settled()
    for number in range(len(QUESTIONS)):
        await speaks(hotline, vera, FIRST)
        await tap(hotline, vera, "button-keep-recording")
        if number < len(QUESTIONS) - 1:
            await tap(hotline, vera, "button-record-next")
    assert "All questions are recorded" in read(vera)
    assert await hotline.house.store.read(lambda tx: prompts.known(tx, "ug")) == {
        one.key for one in QUESTIONS
    }


async def test_the_questions_stand_on_pages(hotline: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    """From a question she comes back to the page on which it stands."""
    monkeypatch.setattr(voices, "PAGE", 3)
    labels = [TEXTS.plain("en", f"label-{one.key}") for one in QUESTIONS]
    earlier, more, other = (
        TEXTS.plain("en", f"button-{one}") for one in ("page-back", "page-on", "other-language")
    )
    vera = await hotline.coordinator("en")
    await says_it(hotline, vera, "/voices")
    vera.tap(BY_CODE["ru"].own_name)
    await hotline.settled()
    assert vera.last is not None
    assert vera.last.labels == [*([one] for one in labels[:3]), [more], [other]]
    await tap(hotline, vera, "button-page-on")
    assert vera.last.labels == [*([one] for one in labels[3:6]), [earlier, more], [other]]
    vera.tap(labels[4])
    await hotline.settled()
    await tap(hotline, vera, "button-all-questions")
    listed = vera.messages[-2]
    assert listed.labels == [*([one] for one in labels[3:6]), [earlier, more], [other]]
    await tap(hotline, vera, "button-page-back")
    assert listed.labels[0] == [labels[0]]


async def test_a_recording_is_listened_to_replaced_and_removed(hotline: Stage) -> None:
    """The file of what is gone goes, too; a button that was shown before says so."""
    vera, mother = await hotline.coordinator("en"), await hotline.relative("en")
    await records(hotline, vera, "en", FIRST)
    await opens(hotline, vera, "en")
    await tap(hotline, vera, "button-listen")
    assert played(vera) == [FIRST, FIRST]
    await speaks(hotline, vera, SECOND)
    await tap(hotline, vera, "button-keep-recording")
    await hotline.passes(minutes=1)
    assert copies(hotline) == 1
    await asked(hotline, mother, "name")

    await opens(hotline, vera, "en")
    await tap(hotline, vera, "button-remove-recording")
    assert await kept(hotline, "en") is not None
    await tap(hotline, vera, "button-remove-recording")
    assert await kept(hotline, "en") is None
    await hotline.passes(minutes=1)
    assert copies(hotline) == 0
    await tap(hotline, mother, "button-listen")
    assert played(mother) == []
    assert mother.heard[-1].text == TEXTS.plain("en", "prompt-gone")
    assert await asked(hotline, mother, "name") == []


async def test_a_relative_hears_her_own_language_and_no_other(hotline: Stage) -> None:
    """Kazakh in Arabic script is spoken as Kazakh is; one of its own goes before."""
    vera = await hotline.coordinator("en")
    await records(hotline, vera, "kk", FIRST)
    russian, chinese = await hotline.relative("ru"), await hotline.relative("zh-Hans")
    kazakh, arabic = await hotline.relative("kk"), await hotline.relative("kk-Arab")
    assert await asked(hotline, russian, "name") == []
    assert await asked(hotline, chinese, "name") == []
    assert await asked(hotline, kazakh, "when") == []
    for one in (kazakh, arabic):
        (labels,) = await asked(hotline, one, "name")
        one.tap(labels[0])
        await hotline.settled()
        assert played(one) == [FIRST]

    await records(hotline, vera, "kk-Arab", SECOND)
    arabic.tap("🔊")
    await hotline.settled()
    kazakh.tap("🔊")
    await hotline.settled()
    assert (played(arabic), played(kazakh)) == ([FIRST, SECOND], [FIRST, FIRST])


async def test_listening_leaves_the_question_and_her_answer_as_they_are(hotline: Stage) -> None:
    """The question's message is not changed, and what she says next still goes where it went before."""
    vera, mother = await hotline.coordinator("en"), await hotline.relative("en")
    await records(hotline, vera, "en", FIRST, TEXTS.plain("en", "label-relation"))
    await says_it(hotline, mother, "/report")
    await tap(hotline, mother, "button-agree")
    await asked(hotline, mother, "relation")
    question = mother.last
    assert question is not None
    before, heard = (question.text, question.labels), len(mother.heard)

    await tap(hotline, mother, "button-listen")

    assert played(mother) == [FIRST]
    assert (question.text, question.labels) == before
    assert [one.what for one in mother.heard[heard:]] == ["message"]
    await says_it(hotline, mother, "My son.")
    assert says(mother, "ask-name")


async def test_what_telegram_let_go_is_heard_all_the_same(hotline: Stage) -> None:
    """Our own copy is uploaded once; whoever listens next gets it by its new id."""
    vera = await hotline.coordinator("en")
    mother, father = await hotline.relative("en"), await hotline.relative("en")
    await records(hotline, vera, "en", FIRST)
    await hotline.passes(minutes=1)
    before = await kept(hotline, "en")
    assert before is not None
    hotline.world.files.forget(before.file_id)

    for one in (mother, father):
        await asked(hotline, one, "name")
        await tap(hotline, one, "button-listen")

    assert (played(mother), played(father)) == ([FIRST], [FIRST])
    after = await kept(hotline, "en")
    assert after is not None
    assert after.file_id != before.file_id
    assert father.last is not None
    assert father.last.file is not None
    assert father.last.file.file_id == after.file_id
    assert hotline.world.counts["sendVoice", "400"] == 1


async def test_for_everybody_else_the_command_does_not_exist(hotline: Stage) -> None:
    """It answers as an invented one does."""
    mother, volunteer = await hotline.relative("en"), await hotline.relative("en")
    token = await hotline.house.store.write(lambda tx: new_invite(tx, Role.VOLUNTEER, hotline.clock))
    volunteer.start(token)
    await hotline.settled()
    assert says(volunteer, "welcome-volunteer")
    for one in (mother, volunteer):
        answers = []
        for command in ("/voices", "/nonsense"):
            await says_it(hotline, one, command)
            answers.append(one.last.text if one.last is not None else "")
        assert answers[0] == answers[1] == TEXTS.plain("en", "unknown-command")
        assert "voices" not in [command["command"] for command in one.commands]


async def test_who_is_no_coordinator_any_more_keeps_nothing(hotline: Stage) -> None:
    """What she spoke before is not heard by anybody, and her voice is no recording from then on."""
    vera = await hotline.coordinator("en")
    await opens(hotline, vera, "en")
    await speaks(hotline, vera, FIRST)

    def take_away(tx: Tx) -> None:
        person = people.by_account(tx, vera.user["id"])
        assert person is not None
        people.set_role(tx, person.id, Role.FAMILY)

    await hotline.house.store.write(take_away)
    await tap(hotline, vera, "button-keep-recording")
    assert vera.heard[-1].text == TEXTS.plain("en", "press-old")
    assert await kept(hotline, "en") is None
    await speaks(hotline, vera, SECOND)
    assert says(vera, "loose-where")

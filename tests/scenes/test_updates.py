"""What the team writes to a family, and how it comes to each who follows the case."""

import re

from bot.sandbox.phones import Phone
from storage import cases, entries, people, records
from storage.records import Case, EntryKind, Role, Way
from storage.store import Tx
from tests.scenes.stage import TEXTS, Stage
from tests.scenes.test_family import _id_of, read, says, says_it, tap


async def volunteer(hotline: Stage, language: str = "en") -> Phone:
    """Somebody who may translate."""
    phone = await hotline.relative(language, "A volunteer")
    await hotline.house.store.write(lambda tx: people.set_role(tx, _id_of(tx, phone), Role.VOLUNTEER))
    return phone


async def follows(hotline: Stage, teller: Phone, language: str, way: Way = Way.PING) -> Phone:
    """One more of the family, let in already."""
    phone = await hotline.relative(language, "An aunt")

    def let_in(tx: Tx) -> None:
        person = people.by_id(tx, _id_of(tx, phone))
        people.set_habits(tx, person, zone=None, way=way)
        cases.follow(tx, _case(tx, teller).id, person.id, hotline.clock.now())

    await hotline.house.store.write(let_in)
    return phone


def _case(tx: Tx, phone: Phone) -> Case:
    (case,) = cases.followed_by(tx, _id_of(tx, phone))
    return case


def plain(text: str) -> str:
    """Without the marks of direction."""
    return text.translate(dict.fromkeys(map(ord, "\u2066\u2067\u2068\u2069\u200e\u200f")))


async def opens(hotline: Stage, coordinator: Phone) -> None:
    """The case that is first in the queue."""
    await says_it(hotline, coordinator, "/queue")
    assert coordinator.last is not None
    coordinator.tap(coordinator.last.labels[0][0])
    await hotline.settled()


async def test_an_update_from_a_template_comes_in_each_one_s_language_and_way(hotline: Stage) -> None:
    """Filled in by a coordinator who writes English; read in Kazakh, Russian and Uyghur."""
    vera, mother = await hotline.coordinator("en"), await hotline.relative("kk")
    await hotline.reports(mother, "kk", "Ерлан")
    at_once = await follows(hotline, mother, "ru", Way.AT_ONCE)
    asks = await follows(hotline, mother, "ug", Way.ASKED)
    await tap(hotline, vera, "button-open-case")
    await tap(hotline, vera, "button-update")
    assert says(vera, "update-rules")
    await tap(hotline, vera, "button-update-wrote")
    await tap(hotline, vera, "option-update-wrote-to-prosecutor")
    await says_it(hotline, vera, "20 November 2026")
    assert vera.last is not None
    vera.tap(vera.last.labels[0][0])
    await hotline.settled()
    await says_it(hotline, vera, "20 December 2026")
    vera.tap(vera.last.labels[0][0])
    await hotline.settled()
    before = len(mother.heard), len(at_once.heard), len(asks.heard)
    await tap(hotline, vera, "button-save")

    shown = [plain(one.text) for one in vera.heard[-5:]]
    assert shown[0] == TEXTS.plain("en", "letter-preview")
    assert "Хат жаздық. Кімге: Прокуратура. Жіберілген күні: 2026 жылғы 20 қараша." in shown[1]
    assert "Мы отправили письмо. Кому: Прокуратура. Отправлено 20 ноября 2026 года." in shown[2]
    assert (len(mother.heard), len(at_once.heard), len(asks.heard)) == before, "nothing has gone out"
    assert "We have written to an office: Prosecutor. Sent on 20 November 2026." in plain(vera.last.text)

    await tap(hotline, vera, "button-send-letter")
    assert "Sent to 3 people" in plain(vera.last.text)
    assert says(vera, "letter-sent-asked") or TEXTS.plain("en", "letter-sent-asked") in vera.last.text
    assert mother.heard[-1].text == TEXTS.plain("kk", "notice-update")
    assert "Кому: Прокуратура" in plain(at_once.heard[-1].text)
    assert at_once.heard[-1].text.startswith(TEXTS.plain("ru", "notice-update"))
    assert len(asks.heard) == before[2]

    # Who wants to ask finds it at her case.
    await says_it(hotline, asks, "/cases")
    assert asks.last is not None
    asks.tap(asks.last.labels[0][0])
    await hotline.settled()
    asks.tap(next(label for row in asks.last.labels for label in row if "24" in label))
    await hotline.settled()
    assert "خەت يازدۇق. كىمگە: تەپتىش، پروكۇراتۇرا." in plain(asks.last.text)

    await opens(hotline, vera)
    assert "Our last message, 24 November 2026: 1 of 3 opened it." in plain(vera.last.text)
    await tap(hotline, at_once, "button-seen", "ru")
    await tap(hotline, mother, "button-read", "kk")
    assert "Кімге: Прокуратура" in plain(read(mother))
    await opens(hotline, vera)
    assert "3 of 3 opened it." in plain(vera.last.text)


async def test_a_template_that_was_left_or_seen_before_is_not_sent(hotline: Stage) -> None:
    """The button under an earlier preview is old; words of her own go their own way."""
    vera, mother = await hotline.coordinator("en"), await hotline.relative("en")
    await hotline.reports(mother, "en", "Yerlan")
    await tap(hotline, vera, "button-open-case")
    await tap(hotline, vera, "button-update")
    await tap(hotline, vera, "button-update-begun")
    earlier = vera.last
    await opens(hotline, vera)
    await tap(hotline, vera, "button-update")
    await tap(hotline, vera, "button-update-nothing")
    assert earlier is not None
    heard = len(mother.heard)
    vera.press(earlier, 0)
    await hotline.settled()
    assert vera.heard[-1].text == TEXTS.plain("en", "press-old")
    await says_it(hotline, vera, "And one thing more.")
    assert says(vera, "update-words-apart")
    await tap(hotline, vera, "button-cancel")
    assert len(mother.heard) == heard


async def test_a_ready_answer_goes_to_the_family_that_waits(hotline: Stage) -> None:
    """She sees since when it waits; the answer is read in the family's language."""
    vera, mother = await hotline.coordinator("ru"), await hotline.relative("ug")
    await hotline.reports(mother, "ug", "ئەركىن")
    await says_it(hotline, mother, "/cases")
    assert mother.last is not None
    mother.tap(mother.last.labels[0][0])
    await hotline.settled()
    await tap(hotline, mother, "button-add", "ug")
    await says_it(hotline, mother, "قاچان خەۋەر بولىدۇ؟")
    await hotline.passes(hours=3)
    await tap(hotline, vera, "button-read", "ru")
    assert "Семья ждёт ответа с 24 ноября 2026 года, 12:00" in plain(vera.last.text)  # type: ignore[union-attr]
    await tap(hotline, vera, "button-canned", "ru")
    await tap(hotline, vera, "button-canned-when", "ru")
    await tap(hotline, vera, "button-send-letter", "ru")

    await tap(hotline, mother, "button-read", "ug")
    assert TEXTS.plain("ug", "update-canned-when") in mother.last.text
    case = await hotline.house.store.read(lambda tx: _case(tx, mother))
    assert case.waiting_since is None


async def test_a_request_for_a_translation_is_withdrawn_and_who_has_it_in_hand_hears(hotline: Stage) -> None:
    """She is thanked, the other volunteer hears nothing, and nothing of it goes on."""
    vera, mother = await hotline.coordinator("en"), await hotline.relative("kk")
    await hotline.reports(mother, "kk", "Ерлан Сапар")
    anna, bota = await volunteer(hotline), await volunteer(hotline)
    await tap(hotline, vera, "button-open-case")
    await tap(hotline, vera, "button-write-family")
    await says_it(hotline, vera, "We asked about Ерлан Сапар.")
    vera.tap(next(label for row in vera.last.labels for label in row if label.startswith("First into")))  # type: ignore[union-attr]
    await hotline.settled()
    await tap(hotline, anna, "button-translate-take")
    await says_it(hotline, anna, "Ол туралы сұрадық.")
    heard = len(bota.heard)

    await tap(hotline, vera, "button-open-case")
    await tap(hotline, vera, "button-translations")
    assert "a volunteer has it in hand" in plain(vera.last.text)  # type: ignore[union-attr]
    vera.tap("Kazakh: not needed any more")
    await hotline.settled()
    assert says(vera, "translate-withdrawn")

    assert "is not needed any more; you need do nothing more" in plain(anna.heard[-1].text)
    assert len(bota.heard) == heard
    await tap(hotline, anna, "button-translate-send")
    assert says(anna, "not-there")
    await tap(hotline, bota, "button-translate-take")
    assert says(bota, "not-there")
    await tap(hotline, vera, "button-open-case")
    assert TEXTS.plain("en", "button-translations") not in [one for row in vera.last.labels for one in row]  # type: ignore[union-attr]
    asked = len(anna.heard)
    await hotline.passes(days=3)
    assert not [one for one in anna.heard[asked:] if "wants to be translated" in one.text]


async def test_a_text_is_translated_first_by_the_first_volunteer_who_takes_it(hotline: Stage) -> None:
    """She reads no name; a coordinator reads what she wrote, and the family gets its own language."""
    vera, mother = await hotline.coordinator("en"), await hotline.relative("kk")
    await hotline.reports(mother, "kk", "Ерлан Сапар")
    anna, bota = await volunteer(hotline), await volunteer(hotline)
    code = (await hotline.house.store.read(lambda tx: _case(tx, mother))).code
    await tap(hotline, vera, "button-open-case")
    await tap(hotline, vera, "button-write-family")
    await says_it(hotline, vera, "We asked about Ерлан Сапар. Ерланға хат жазамыз.")
    assert vera.last is not None
    assert TEXTS.plain("en", "letter-sure") in vera.last.text
    assert "chose another language: Kazakh" in plain(vera.last.text)
    vera.tap(next(label for row in vera.last.labels for label in row if label.startswith("First into")))
    await hotline.settled()
    heard = len(mother.heard)
    for one in (anna, bota):
        assert one.heard[-1].text.startswith(TEXTS.plain("en", "notice-update"))
        assert "Ерлан" not in read(one)

    await tap(hotline, anna, "button-translate-take")
    assert f"We asked about {code}. {code} хат жазамыз." in plain(read(anna))
    await tap(hotline, bota, "button-translate-take")
    assert says(bota, "translate-taken")
    await says_it(hotline, anna, f"{code} туралы сұрадық.")
    await tap(hotline, anna, "button-translate-send")
    assert says(anna, "translate-thanks")
    assert len(mother.heard) == heard
    await hotline.passes(minutes=6)
    assert "We asked about" not in read(anna), "what a volunteer opened does not stay"

    await tap(hotline, vera, "button-translate-review")
    assert "туралы сұрадық" in plain(vera.last.text)
    assert "We asked about Ерлан" in plain(vera.last.text)
    await tap(hotline, vera, "button-send-letter")
    await tap(hotline, mother, "button-read", "kk")
    assert f"{code} туралы сұрадық." in plain(mother.last.text)  # type: ignore[union-attr]
    assert "We asked" not in read(mother)


async def test_where_no_volunteer_is_there_or_nobody_takes_it_the_coordinator_hears(hotline: Stage) -> None:
    """The family does not wait in vain for a translation that nobody makes."""
    vera, mother = await hotline.coordinator("en"), await hotline.relative("kk")
    await hotline.reports(mother, "kk", "Ерлан")
    await tap(hotline, vera, "button-open-case")
    await tap(hotline, vera, "button-write-family")
    await says_it(hotline, vera, "We wrote.")
    first = re.compile("First into")
    assert vera.last is not None
    label = next(label for row in vera.last.labels for label in row if first.match(label))
    vera.tap(label)
    await hotline.settled()
    assert says(vera, "translate-no-volunteers")
    anna = await volunteer(hotline)
    vera.tap(label)
    await hotline.settled()
    for _ in range(3):
        await hotline.passes(hours=24)
    pings = [one for one in anna.heard if "wants to be translated" in one.text]
    assert len(pings) == 2
    assert len([one for one in vera.heard if "No volunteer has translated" in one.text]) == 1


async def test_two_cases_of_one_family_never_mix(hotline: Stage) -> None:
    """Each message says which case; an answer goes to the case of what she answers."""
    vera, mother = await hotline.coordinator("en"), await hotline.relative("en")
    await hotline.reports(mother, "en", "Yerlan")
    await says_it(hotline, mother, "/report")
    await tap(hotline, mother, "button-agree")
    await tap(hotline, mother, "option-relation-child")
    await says_it(hotline, mother, "Daniyar")
    for _ in range(4):
        await tap(hotline, mother, "button-unknown")
    await tap(hotline, mother, "button-send-report")
    both = await hotline.house.store.read(lambda tx: cases.followed_by(tx, _id_of(tx, mother)))
    for case, text in zip(both, ("First letter.", "Second letter."), strict=True):
        await says_it(hotline, vera, "/queue")
        vera.tap(next(one for row in vera.last.labels for one in row if case.code in one))  # type: ignore[union-attr]
        await hotline.settled()
        await tap(hotline, vera, "button-write-family")
        await says_it(hotline, vera, text)
        await tap(hotline, vera, "button-send-letter")
    pings = [one for one in mother.messages if not one.out and one.text == TEXTS.plain("en", "notice-update")]
    assert len(pings) == 2
    for ping in reversed(pings):
        mother.press(ping, 0)
        await hotline.settled()
    # Both letters stand opened; she answers the one that she opened first.
    answers = [one for one in mother.messages if "letter." in one.text and not one.out]
    second = next(one for one in answers if "Second letter." in one.text)
    assert f"about case {both[1].code}" in plain(second.text)
    mother.press(second, 0)
    await hotline.settled()
    await says_it(hotline, mother, "To the second.")
    assert f"Kept with case {both[1].code}" in read(mother)

    def words(tx: Tx, case: Case) -> list[str]:
        found = entries.of_case(tx, case.id, 50)
        return [str(one.body["text"]) for one in found if one.kind is EntryKind.WORD]

    assert await hotline.house.store.read(lambda tx: words(tx, both[0])) == []
    assert await hotline.house.store.read(lambda tx: words(tx, both[1])) == ["To the second."]


async def test_nobody_is_reminded_or_told_twice_and_each_at_her_day(hotline: Stage) -> None:
    """The team two days and one day before; the family on the day; somebody in New York in her morning."""
    vera, mother = await hotline.coordinator("en"), await hotline.relative("kk")
    await says_it(hotline, mother, "/settings")
    await tap(hotline, mother, "button-settings-zone", "kk")
    await tap(hotline, mother, "button-zone-new-york", "kk")
    await hotline.reports(mother, "kk", "Ерлан")
    code = (await hotline.house.store.read(lambda tx: _case(tx, mother))).code

    def soon() -> int:
        return len([one for one in vera.heard if "was promised word soon" in one.text])

    for day, reminders in ((4, 0), (5, 1), (6, 2)):
        while hotline.clock.now().day != 24 + day:
            await hotline.passes(hours=12)
        assert soon() == reminders
    await hotline.passes(hours=24)
    assert "the promised day came" in read(vera)
    assert "жаңа ештеңе жоқ" not in read(mother), "it is two in the morning there"
    await hotline.passes(hours=7)
    assert read(mother).count(f"{code}: әзірге жаңа ештеңе жоқ") == 1
    await hotline.passes(hours=5)
    assert read(mother).count(f"{code}: әзірге жаңа ештеңе жоқ") == 1
    assert soon() == 2


async def test_whoever_writes_to_a_closed_case_is_told_so_and_heard_all_the_same(hotline: Stage) -> None:
    """And a coordinator who writes to its family promises no new day."""
    vera, mother = await hotline.coordinator("en"), await hotline.relative("en")
    await hotline.reports(mother, "en", "Yerlan")

    def close(tx: Tx) -> None:
        cases.change(tx, _case(tx, mother).id, hotline.clock.now(), stage=records.Stage.CLOSED)

    await hotline.house.store.write(close)
    await says_it(hotline, mother, "/cases")
    assert mother.last is not None
    mother.tap(mother.last.labels[0][0])
    await hotline.settled()
    await tap(hotline, mother, "button-add")
    assert TEXTS.plain("en", "word-closed") in mother.last.text
    await says_it(hotline, mother, "He called.")
    assert "Kept with case" in read(mother)
    await tap(hotline, vera, "button-read")
    await tap(hotline, vera, "button-canned")
    await tap(hotline, vera, "button-canned-read")
    await tap(hotline, vera, "button-send-letter")
    assert vera.last is not None
    assert TEXTS.plain("en", "update-case-closed") in vera.last.text
    heard = len(mother.heard)
    await hotline.passes(days=14)
    assert all("promised" not in one.text for one in mother.heard[heard:])


async def test_somebody_in_new_york_is_reminded_of_her_report_in_her_own_daytime(hotline: Stage) -> None:
    """The day of the office is her night."""
    mother = await hotline.relative("en")
    await says_it(hotline, mother, "/settings")
    await tap(hotline, mother, "button-settings-zone")
    await tap(hotline, mother, "button-zone-new-york")
    await says_it(hotline, mother, "/report")
    await tap(hotline, mother, "button-agree")
    await hotline.passes(hours=24)  # noon in Almaty, two in the morning there
    assert TEXTS.plain("en", "rest-word") not in read(mother)
    await hotline.passes(hours=7, minutes=5)
    assert read(mother).count(TEXTS.plain("en", "rest-word")) == 1


async def test_how_messages_come_can_be_chosen_and_is_said_in_the_settings(hotline: Stage) -> None:
    """In her own language, each of the three."""
    mother = await hotline.relative("zh-Hans")
    for way in Way:
        await says_it(hotline, mother, "/settings")
        await tap(hotline, mother, "button-settings-way", "zh-Hans")
        await tap(hotline, mother, f"button-way-{way}", "zh-Hans")
        assert says(mother, f"settings-way-{way}", "zh-Hans")
        person = await hotline.house.store.read(lambda tx: people.by_id(tx, _id_of(tx, mother)))
        assert person.way is way


async def test_who_was_not_to_be_reached_on_the_promised_day_hears_when_she_is_back(hotline: Stage) -> None:
    """The word is owed to her until then; the team is asked to call meanwhile."""
    vera, mother = await hotline.coordinator("en"), await hotline.relative("en")
    await hotline.reports(mother, "en", "Yerlan")
    mother.block()
    await hotline.settled()
    await hotline.passes(days=7, hours=1)
    assert "Please call it" in read(vera)
    assert TEXTS.plain("en", "promise-word") not in read(mother)
    mother.unblock()
    await hotline.settled()
    await says_it(hotline, mother, "/cases")
    await hotline.passes(minutes=5)
    assert read(mother).count(TEXTS.plain("en", "promise-word")) == 1

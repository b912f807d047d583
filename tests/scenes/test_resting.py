"""An unfinished report that is left alone: a kind word or two, and in the end it goes, announced."""

from datetime import timedelta

from bot.sandbox.phones import Phone
from locales.catalog import Day
from storage import drafts, entries, people
from storage.records import StoredDraft
from tests.handlers.made import OFFICE
from tests.scenes.stage import NOON, TEXTS, Stage
from tests.scenes.test_family import read, says, says_it, tap
from tests.scenes.transcript import PICTURE

NEUTRAL = TEXTS.plain("en", "rest-word")
NAME = "Yerlan"


async def begun(stage: Stage, name: str = NAME) -> Phone:
    """Somebody who said yes, told a name, and stopped."""
    phone = await stage.relative("en")
    await begins(stage, phone, name)
    return phone


async def begins(stage: Stage, phone: Phone, name: str, *, another: bool = False) -> None:
    """She tells a name, and stops."""
    await says_it(stage, phone, "/report")
    if another:
        await tap(stage, phone, "button-new-report")
    await tap(stage, phone, "button-agree")
    await tap(stage, phone, "option-relation-child")
    await says_it(stage, phone, name)


def pushed(phone: Phone) -> list[str]:
    """The texts that came unasked, without their neutral first line."""
    came = [one.text for one in phone.heard if one.what == "message" and one.text.startswith(NEUTRAL)]
    return [bare(text.removeprefix(NEUTRAL).strip()) for text in came]


def bare(text: str) -> str:
    """Without the marks of direction."""
    return text.translate(dict.fromkeys(map(ord, "\u2068\u2069")))


def said(text_id: str, **when: float) -> str:
    """A text; with a day so long after noon of the first."""
    if not when:
        return TEXTS.plain("en", text_id)
    return bare(TEXTS.plain("en", text_id, day=Day(OFFICE.today(NOON + timedelta(**when)))))


async def unfinished(stage: Stage, phone: Phone) -> list[StoredDraft]:
    """Her open reports."""

    def work(tx):
        person = people.by_account(tx, phone.user["id"])
        return list(drafts.open_of(tx, person.id))

    return await stage.house.store.read(work)


def copies(stage: Stage) -> list[str]:
    """The sealed files on the disk."""
    return [one.name for one in (stage.house.settings.data_dir / "files").rglob("*") if one.is_file()]


async def test_the_whole_rest_of_a_report(hotline: Stage) -> None:
    """A word after a day and after three, none for weeks; announced, then erased with its photo."""
    mother = await begun(hotline)
    mother.photo(PICTURE)
    await hotline.settled()
    await hotline.passes(hours=23)
    assert pushed(mother) == []
    assert len(copies(hotline)) == 1

    await hotline.passes(hours=1.2)
    assert pushed(mother) == [said("rest-reminder")]
    await hotline.passes(days=1)
    await hotline.passes(days=1)
    assert pushed(mother) == [said("rest-reminder")] * 2
    for _ in range(23):
        await hotline.passes(days=1)
    assert pushed(mother) == [said("rest-reminder")] * 2

    await hotline.passes(days=1)
    assert pushed(mother)[2:] == [said("rest-announcement", days=30)]
    assert mother.last is not None
    assert [row[0] for row in mother.last.labels] == [
        said(label) for label in ("button-resume", "button-keep-longer", "button-erase-now", "button-person")
    ]
    await hotline.passes(days=2)
    assert len(await unfinished(hotline, mother)) == 1
    await hotline.passes(days=1)
    await hotline.passes(minutes=1)

    assert pushed(mother)[3:] == [said("rest-erased")]
    assert await unfinished(hotline, mother) == []
    assert copies(hotline) == []
    assert not any(NAME in text for text in pushed(mother))
    await hotline.passes(days=40)
    assert len(pushed(mother)) == 4


async def test_nobody_is_written_to_at_night(hotline: Stage) -> None:
    """She stopped at ten in the evening; the word comes at nine, the morning after."""
    await hotline.passes(hours=10)
    mother = await begun(hotline)
    await hotline.passes(hours=24.1)
    await hotline.passes(hours=5)
    assert pushed(mother) == []
    await hotline.passes(hours=6)
    assert pushed(mother) == [said("rest-reminder")]


async def test_who_is_on_it_again_or_done_hears_nothing(hotline: Stage) -> None:
    """Touched, sent, erased: what was to be said is not."""
    first, second, third = [await begun(hotline, name) for name in (NAME, "Daniyar", "Arman")]
    await hotline.passes(hours=20)
    await tap(hotline, first, "option-event-taken")
    await tap(hotline, second, "option-event-taken")
    for text_id in ("button-unknown",) * 3:
        await tap(hotline, second, text_id)
    await tap(hotline, second, "button-send-report")
    await says_it(hotline, third, "/privacy")
    third.tap("Erase")
    await hotline.settled()
    await tap(hotline, third, "button-erase-yes")

    await hotline.passes(hours=10)
    assert [pushed(one) for one in (first, second, third)] == [[], [], []]
    await hotline.passes(hours=15.2)
    assert [pushed(one) for one in (first, second, third)] == [[said("rest-reminder")], [], []]


async def test_going_on_from_a_reminder(hotline: Stage) -> None:
    """The question at which she stopped; and her rest begins anew."""
    mother = await begun(hotline)
    await hotline.passes(hours=24.2)
    await tap(hotline, mother, "button-resume")
    assert TEXTS.plain("en", "ask-event") in read(mother)
    await hotline.passes(hours=24.2)
    assert pushed(mother) == [said("rest-reminder")] * 2


async def test_keeping_it_longer(hotline: Stage) -> None:
    """One tap, and it has another thirty days, with everything that belongs to them."""
    mother = await begun(hotline)
    await hotline.passes(days=27.01)
    await tap(hotline, mother, "button-keep-longer")
    assert mother.last is not None
    assert bare(mother.last.text) == said("rest-longer", days=57.01)

    await hotline.passes(days=4)
    assert len(await unfinished(hotline, mother)) == 1
    await hotline.passes(days=23.01)
    assert pushed(mother)[-1] == said("rest-announcement", days=57.01)


async def test_erasing_it_now(hotline: Stage) -> None:
    """A real yes first; the name stands only behind the tap. Afterwards the old buttons do nothing."""
    mother = await begun(hotline)
    await hotline.passes(days=27.01)
    announcement = mother.last
    assert announcement is not None
    old = [row[0]["callback_data"] for row in announcement.rows[:3]]
    await tap(hotline, mother, "button-erase-now")
    assert NAME in read(mother)
    await tap(hotline, mother, "button-erase-yes")
    assert await unfinished(hotline, mother) == []
    for data in old:
        press = {"id": hotline.world.press(mother), "from": mother.user, "message": announcement.raw}
        hotline.world.updates.add(
            "callback_query", {**press, "chat_instance": "1", "data": data}, mother.chat.id
        )
        await hotline.settled()
        assert mother.heard[-1].text == said("press-old")
    await hotline.passes(days=10)
    assert len(pushed(mother)) == 1


async def test_who_asks_for_a_person_instead(hotline: Stage) -> None:
    """The team hears that it is about an unfinished report."""
    vera, mother = await hotline.coordinator("en"), await begun(hotline)
    await hotline.passes(days=27.01)
    await tap(hotline, mother, "button-person")
    assert "which is not sent yet" in vera.heard[-1].text


async def test_who_blocked_the_bot_is_left_alone_and_forgotten_on_time(hotline: Stage) -> None:
    """No word waits for her return in a bunch; and what she told is gone after thirty days."""
    away, back = await begun(hotline), await begun(hotline)
    for phone in (away, back):
        phone.block()
    await hotline.settled()
    for _ in range(10):
        await hotline.passes(days=1.01)
    back.unblock()
    await hotline.settled()
    await hotline.passes(days=1)
    assert pushed(back) == []
    await hotline.passes(days=16)
    assert pushed(back) == [said("rest-announcement", days=30)]
    await hotline.passes(days=3)

    assert await unfinished(hotline, away) == []
    assert pushed(away) == []
    assert pushed(back)[1:] == [said("rest-erased")]


async def test_two_reports_are_one_matter(hotline: Stage) -> None:
    """One word for both, no name in it, and the choice behind the tap; on the last day, too."""
    mother = await begun(hotline)
    await hotline.passes(hours=1)
    await begins(hotline, mother, "Daniyar", another=True)
    await hotline.passes(hours=25.2)
    await hotline.passes(hours=1)
    assert pushed(mother) == [said("rest-reminder")]
    await tap(hotline, mother, "button-resume")
    assert mother.last is not None
    assert mother.last.text == said("rest-which")
    assert [row[0] for row in mother.last.labels] == ["Daniyar", NAME]
    mother.tap(NAME)
    await hotline.settled()
    await tap(hotline, mother, "option-event-taken")

    await hotline.passes(days=26)
    await hotline.passes(days=2)
    announcements = [text for text in pushed(mother) if "erased" in text]
    assert len(announcements) == 2  # a day or more apart, for they were left on different days
    await tap(hotline, mother, "button-erase-now")
    assert NAME in read(mother)


async def test_reports_announced_together_are_kept_or_chosen_from_together(hotline: Stage) -> None:
    """One tap keeps both; to erase, she says which."""
    mother = await begun(hotline)
    await begins(hotline, mother, "Daniyar", another=True)
    await hotline.passes(days=27.01)
    assert pushed(mother) == [said("rest-announcement", days=30.01)]
    await tap(hotline, mother, "button-erase-now")
    assert says(mother, "rest-erase-which")
    mother.tap("Daniyar")
    await hotline.settled()
    await tap(hotline, mother, "button-erase-yes")
    assert len(await unfinished(hotline, mother)) == 1

    await hotline.passes(days=3.1)
    assert pushed(mother)[1:] == [said("rest-erased")]


async def test_after_a_downtime_of_weeks_she_hears_one_thing(hotline: Stage) -> None:
    """Not everything that was missed."""
    mother = await begun(hotline)
    await hotline.passes(days=20)
    await hotline.passes(days=1)
    await hotline.passes(days=5)
    assert pushed(mother) == [said("rest-reminder")]


async def test_however_long_the_downtime_was_she_has_two_days(hotline: Stage) -> None:
    """Nothing goes before she could say that she wants it kept."""
    mother = await begun(hotline)
    await hotline.passes(days=40)
    assert pushed(mother) == [said("rest-announcement", days=42)]
    await hotline.passes(days=1.9)
    assert len(await unfinished(hotline, mother)) == 1
    await hotline.passes(hours=4)
    assert await unfinished(hotline, mother) == []


async def test_without_a_yes_it_stays_a_week(hotline: Stage) -> None:
    """One reminder that claims no more than is so; announced, and gone with its photo."""
    mother = await hotline.relative("en")
    await tap(hotline, mother, "button-report")
    mother.photo(PICTURE)
    await hotline.settled()
    await hotline.passes(days=1.01)
    await hotline.passes(days=2.5)
    await hotline.passes(days=1.5)
    assert pushed(mother) == [said("rest-reminder-held"), said("rest-announcement-held", days=7)]
    await tap(hotline, mother, "button-keep-longer")
    assert mother.last is not None
    assert bare(mother.last.text) == said("rest-longer", days=12.01)
    await hotline.passes(days=5.01)
    await hotline.passes(days=2.01)
    await hotline.passes(minutes=1)
    assert pushed(mother)[-1] == said("rest-erased")
    assert await unfinished(hotline, mother) == []
    assert copies(hotline) == []


async def test_who_only_looked_hears_nothing_of_an_end(hotline: Stage) -> None:
    """She read the caution and left: nothing was told, so there is nothing to announce."""
    mother = await hotline.relative("en")
    await tap(hotline, mother, "button-report")
    for _ in range(8):
        await hotline.passes(days=1.01)
    assert pushed(mother) == [said("rest-reminder-held")]
    assert await unfinished(hotline, mother) == []


async def test_words_after_the_end_find_a_place(hotline: Stage) -> None:
    """She still was in it when it went: what she writes then is kept, and she says where it belongs."""
    mother = await begun(hotline)
    await hotline.passes(days=27.01)
    await hotline.passes(days=3.01)
    await says_it(hotline, mother, "I found his passport.")
    assert says(mother, "loose-where")
    await tap(hotline, mother, "button-send-to-person")
    words = await hotline.house.store.read(
        lambda tx: entries.unread_words(tx, person_id=people.by_account(tx, mother.user["id"]).id)
    )
    assert [one.body["text"] for one in words] == ["I found his passport."]

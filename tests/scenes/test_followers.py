"""One more of the family follows a case: by a link, with a yes of her own and one of the team."""

import re
from datetime import timedelta

from bot.sandbox.phones import Phone
from locales.languages import BY_CODE
from storage import cases, drafts
from storage.records import Way
from tests.scenes.stage import TEXTS, Stage
from tests.scenes.test_family import _id_of, read, says, says_it, tap
from tests.scenes.test_updates import _case, follows, opens, plain


async def link_of(hotline: Stage, mother: Phone, language: str = "en") -> str:
    """What the link that she makes carries."""
    await says_it(hotline, mother, "/cases")
    assert mother.last is not None
    mother.tap(mother.last.labels[0][0])
    await hotline.settled()
    await tap(hotline, mother, "button-followers", language)
    await tap(hotline, mother, "button-follow-more", language)
    await tap(hotline, mother, "button-follow-link", language)
    found = re.search(r"start=([\w-]+)", mother.last.text)
    assert found is not None
    return found.group(1)


async def comes(hotline: Stage, token: str, language: str) -> Phone:
    """Somebody new comes with the link, chooses her language, and is asked."""
    phone = hotline.phone("An aunt")
    phone.start(token)
    await hotline.settled()
    phone.tap(BY_CODE[language].own_name)
    await hotline.settled()
    return phone


async def following(phone: Phone, hotline: Stage) -> list[str]:
    """The codes of the cases that she follows."""
    return await hotline.house.store.read(
        lambda tx: [one.code for one in cases.followed_by(tx, _id_of(tx, phone))]
    )


async def test_an_aunt_follows_after_her_own_yes_and_one_of_the_team(hotline: Stage) -> None:
    """Asked in her language; nothing of the case is shown before; the mother hears who joined."""
    vera, mother = await hotline.coordinator("en"), await hotline.relative("en")
    await hotline.reports(mother, "en", "Yerlan")
    code = (await hotline.house.store.read(lambda tx: _case(tx, mother))).code
    token = await link_of(hotline, mother)

    aunt = await comes(hotline, token, "ru")
    assert TEXTS.plain("ru", "follow-consent-risk") in read(aunt)
    await tap(hotline, aunt, "button-follow-agree", "ru")
    assert says(aunt, "follow-waits", "ru") or TEXTS.plain("ru", "follow-waits") in read(aunt)
    assert "Yerlan" not in read(aunt)
    assert code not in read(aunt)
    assert await following(aunt, hotline) == []
    await says_it(hotline, aunt, "/cases")
    assert says(aunt, "cases-none", "ru")

    assert f"link from the family of {code}" in plain(vera.heard[-1].text)
    await tap(hotline, vera, "button-family")
    assert "An aunt" not in read(vera)
    assert "told the report" in plain(vera.last.text)  # type: ignore[union-attr]
    vera.tap(next(one for row in vera.last.labels for one in row if one.startswith("Let ")))  # type: ignore[union-attr]
    await hotline.settled()
    assert aunt.heard[-1].text.startswith(TEXTS.plain("ru", "notice-update"))
    assert f"now follows case {code} by your link" in plain(mother.heard[-1].text)
    await tap(hotline, aunt, "button-open-report", "ru")
    assert code in plain(aunt.last.text)  # type: ignore[union-attr]

    # A second yes to the same request changes nothing; and she may leave by herself.
    await tap(hotline, aunt, "button-followers", "ru")
    await tap(hotline, aunt, "button-follow-leave", "ru")
    await tap(hotline, aunt, "button-follow-leave-yes", "ru")
    assert says(aunt, "follow-left", "ru")
    assert await following(aunt, hotline) == []
    case = await hotline.house.store.read(lambda tx: _case(tx, mother))
    assert [one["kind"] for one in case.body["consents"]][-1] == "follow"


async def test_refused_used_invented_and_old_links_get_the_same_words(hotline: Stage) -> None:
    """Nobody learns from the bot which of these it is."""
    vera, mother = await hotline.coordinator("en"), await hotline.relative("en")
    await hotline.reports(mother, "en", "Yerlan")
    refused, old = await link_of(hotline, mother), await link_of(hotline, mother)
    first = await comes(hotline, refused, "en")
    await tap(hotline, first, "button-follow-agree")
    answers = []
    for token in (refused, "invented_invented_inven"):
        other = await hotline.relative("en", "Somebody")
        other.start(token)
        await hotline.settled()
        answers.append(other.last.text if other.last is not None else "")
    await tap(hotline, vera, "button-family")
    vera.tap(next(one for row in vera.last.labels for one in row if one.endswith(": no")))  # type: ignore[union-attr]
    await hotline.settled()
    answers.append(first.heard[-1].text.split("\n\n")[1])
    await hotline.passes(days=7, minutes=1)
    late = await hotline.relative("en", "Somebody")
    late.start(old)
    await hotline.settled()
    answers.append(late.last.text if late.last is not None else "")
    assert set(answers) == {TEXTS.plain("en", "invite-not-valid")}
    assert await following(first, hotline) == []


async def test_the_mother_tries_her_own_link_and_does_not_use_it_up(hotline: Stage) -> None:
    """And only three links can be out at once."""
    await hotline.coordinator("en")
    mother = await hotline.relative("en")
    await hotline.reports(mother, "en", "Yerlan")
    token = await link_of(hotline, mother)
    mother.start(token)
    await hotline.settled()
    assert says(mother, "follow-already")
    aunt = await comes(hotline, token, "en")
    await tap(hotline, aunt, "button-follow-agree")
    assert TEXTS.plain("en", "follow-waits") in read(aunt)
    for _ in range(3):
        await link_of(hotline, mother)
    await says_it(hotline, mother, "/cases")
    mother.tap(mother.last.labels[0][0])  # type: ignore[union-attr]
    await hotline.settled()
    await tap(hotline, mother, "button-followers")
    await tap(hotline, mother, "button-follow-more")
    assert says(mother, "follow-links-out")


async def test_who_is_cut_off_gets_nothing_more_at_once(hotline: Stage) -> None:
    """Not even what waited for her morning; by the mother, or by the team."""
    vera, mother = await hotline.coordinator("en"), await hotline.relative("en")
    await hotline.reports(mother, "en", "Yerlan")
    aunt = await follows(hotline, mother, "en", Way.AT_ONCE)
    hotline.clock.move(timedelta(hours=10))  # 22:00 in Almaty
    await hotline.settled()
    await opens(hotline, vera)
    await tap(hotline, vera, "button-write-family")
    await says_it(hotline, vera, "He was seen at the station.")
    await tap(hotline, vera, "button-send-letter")
    heard = len(aunt.heard)
    await says_it(hotline, mother, "/cases")
    mother.tap(mother.last.labels[0][0])  # type: ignore[union-attr]
    await hotline.settled()
    await tap(hotline, mother, "button-followers")
    mother.tap(next(one for row in mother.last.labels for one in row if one.endswith(": end it")))  # type: ignore[union-attr]
    await hotline.settled()
    await tap(hotline, mother, "button-follow-cut-yes")
    assert says(mother, "follow-cut")
    await hotline.passes(hours=12)
    assert "station" not in read(aunt)
    assert [plain(one.text).split(". ")[0] for one in aunt.heard[heard:]] == [
        f"{TEXTS.plain('en', 'notice-update')[:-1]}.\n\nYou follow case "
        f"{(await hotline.house.store.read(lambda tx: _case(tx, mother))).code} no longer"
    ]
    assert await following(aunt, hotline) == []

    son = await follows(hotline, mother, "en")
    await opens(hotline, vera)
    await tap(hotline, vera, "button-family")
    # The mother stands before him.
    vera.tap([one for row in vera.last.labels for one in row if one.endswith(": end it")][-1])  # type: ignore[union-attr]
    await hotline.settled()
    await tap(hotline, vera, "button-follow-cut-yes")
    assert says(vera, "follow-cut")
    assert await following(son, hotline) == []


async def test_whoever_only_follows_sees_nothing_of_what_was_told_nor_who_follows(hotline: Stage) -> None:
    """She reads what the team writes, and can write herself."""
    await hotline.coordinator("en")
    mother = await hotline.relative("en")
    await hotline.reports(mother, "en", "Yerlan")
    aunt = await follows(hotline, mother, "en")
    await says_it(hotline, aunt, "/cases")
    aunt.tap(aunt.last.labels[0][0])  # type: ignore[union-attr]
    await hotline.settled()
    shown = [one for row in aunt.last.labels for one in row]  # type: ignore[union-attr]
    assert TEXTS.plain("en", "button-add") in shown
    assert TEXTS.plain("en", "button-tell-more") not in shown
    await tap(hotline, aunt, "button-followers")
    assert "You follow case" in plain(aunt.last.text)  # type: ignore[union-attr]
    assert [one for row in aunt.last.labels for one in row] == [  # type: ignore[union-attr]
        TEXTS.plain("en", "button-follow-leave"),
        TEXTS.plain("en", "button-open-report"),
    ]


async def test_who_told_the_report_is_cut_off_at_once_and_let_back(hotline: Stage) -> None:
    """Her phone is in other hands: nothing more goes there, nothing can be read there, and the case stays."""
    vera, mother = await hotline.coordinator("en"), await hotline.relative("en")
    await hotline.reports(mother, "en", "Yerlan")
    code = (await hotline.house.store.read(lambda tx: _case(tx, mother))).code
    token = await link_of(hotline, mother)
    await says_it(hotline, mother, "/cases")
    mother.tap(mother.last.labels[0][0])  # type: ignore[union-attr]
    await hotline.settled()
    await tap(hotline, mother, "button-tell-more")
    assert len(await _drafts(hotline, mother)) == 1
    heard = len(mother.heard)

    await opens(hotline, vera)
    await tap(hotline, vera, "button-family")
    vera.tap(next(one for row in vera.last.labels for one in row if one.endswith(": end it")))  # type: ignore[union-attr]
    await hotline.settled()
    assert "told this report" in plain(vera.last.text)  # type: ignore[union-attr]
    await tap(hotline, vera, "button-follow-cut-yes")
    assert says(vera, "follow-cut")

    assert await following(mother, hotline) == []
    assert await _drafts(hotline, mother) == []
    aunt = await hotline.relative("en", "An aunt")
    aunt.start(token)
    await hotline.settled()
    assert TEXTS.plain("en", "invite-not-valid") in read(aunt)
    await hotline.passes(days=9)  # the day by which she was promised a word, and past it
    assert mother.heard[heard:] == []
    await says_it(hotline, mother, "/cases")
    assert code not in plain(mother.last.text)  # type: ignore[union-attr]
    assert not any("Yerlan" in one for row in mother.last.labels for one in row)  # type: ignore[union-attr]

    await opens(hotline, vera)
    await tap(hotline, vera, "button-family")
    assert "was cut off by the team" in plain(vera.last.text)  # type: ignore[union-attr]
    vera.tap(next(one for row in vera.last.labels for one in row if "hear of it again" in one))  # type: ignore[union-attr]
    await hotline.settled()
    assert await following(mother, hotline) == [code]
    await hotline.passes(hours=12)
    assert any(f"You hear of case {code} again" in plain(one.text) for one in mother.heard)
    await says_it(hotline, mother, "/cases")
    mother.tap(mother.last.labels[0][0])  # type: ignore[union-attr]
    await hotline.settled()
    await tap(hotline, mother, "button-tell-more")
    assert len(await _drafts(hotline, mother)) == 1


async def _drafts(hotline: Stage, phone: Phone) -> list[str]:
    """Ids of what she is telling and has not sent."""
    return await hotline.house.store.read(lambda tx: drafts.ids_open_of(tx, _id_of(tx, phone)))

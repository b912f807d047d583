"""How somebody wants to hear grave news, if there ever is any: asked of everybody, set wherever she looks."""

from bot.sandbox.phones import Phone
from tests.scenes.stage import TEXTS, Stage
from tests.scenes.test_family import says_it, tap
from tests.scenes.working import case_now, last


async def test_it_can_be_set_in_the_settings_too(hotline: Stage) -> None:
    """With one case it is asked at once, with two she says of which; without any there is no button."""
    await hotline.coordinator("en")
    mother = await hotline.relative("en")
    await says_it(hotline, mother, "/settings")
    assert TEXTS.plain("en", "button-hearing") not in _labels(mother)
    await hotline.reports(mother, "en", "Yerlan")
    await says_it(hotline, mother, "/settings")
    await tap(hotline, mother, "button-hearing")
    await tap(hotline, mother, "button-hearing-visit")
    assert TEXTS.plain("en", "hearing-now-visit") in last(mother)
    first = await case_now(hotline)
    assert list(first.body["hears"].values()) == ["visit"]

    await hotline.reports(mother, "en", "Aset")
    await says_it(hotline, mother, "/settings")
    await tap(hotline, mother, "button-hearing")
    assert len(_labels(mother)) == 2
    mother.tap(first.code)
    await hotline.settled()
    assert TEXTS.plain("en", "hearing-now-visit") in last(mother)


def _labels(phone: Phone) -> list[str]:
    assert phone.last is not None
    return [one for row in phone.last.labels for one in row]

"""Letters to offices: by when an answer is due, what came, and to whom one could turn next."""

from storage.records import MatterKind, MatterState
from tests.scenes.stage import Stage
from tests.scenes.test_family import read, says, tap
from tests.scenes.transcript import PICTURE
from tests.scenes.working import SKIP, case_now, case_of, fills, kept, last, pushed

SENT = (
    "button-petitions",
    "button-petition-add",
    "option-petition-to-consulate",
    "~In Almaty",
    "~24.11.2026",
    "first",
)


async def test_the_answer_is_counted_in_working_days_and_reminded_of_three_times(hotline: Stage) -> None:
    """Fifteen working days after Tuesday, 24 November: Tuesday, 15 December."""
    vera, _ = await case_of(hotline)
    await fills(hotline, vera, *SENT)
    vera.photo(PICTURE)
    await hotline.settled()
    await fills(hotline, vera, "button-done", SKIP, SKIP, "button-save")
    assert "1. Embassy or consulate · answer due by 15 December 2026" in last(vera)

    for _ in range(30):
        await hotline.passes(days=1)
    code = (await case_now(hotline)).code
    of = "From: Embassy or consulate"
    assert [one for one in pushed(vera) if of in one] == [
        f"{code}: an answer is due in a few days, by 15 December 2026. {of}",
        f"{code}: an answer is due today, 15 December 2026. {of}",
        f"{code}: an answer was due by 15 December 2026, and none is entered. {of}",
    ]

    await tap(hotline, vera, "button-look")
    assert "15 working days in Kazakhstan" in read(vera)
    assert "One could turn next to: Ministry. This is only a proposal." in read(vera)
    await tap(hotline, vera, "button-petition-outcome")
    await fills(
        hotline, vera, "option-outcome-outcome-refused", SKIP, "~They are not in charge.", "button-save"
    )
    (petition,) = await kept(hotline, MatterKind.PETITION)
    assert (petition.state, petition.watch_at) == (MatterState.DONE, None)
    assert petition.body["answers"]["reply"]["text"] == "They are not in charge."

    await tap(hotline, vera, "button-petition-next")
    assert "To which one exactly" in last(vera)  # the ministry is known already
    await fills(hotline, vera, SKIP, "~23.12.2026", "first", SKIP, SKIP, SKIP, "button-save")
    assert "2. Ministry · answer due by" in read(vera)


async def test_after_a_downtime_only_what_is_true_is_said(hotline: Stage) -> None:
    """Once, and never again."""
    vera, _ = await case_of(hotline)
    await fills(hotline, vera, *SENT, SKIP, SKIP, SKIP, "button-save")
    await hotline.passes(days=60)
    for _ in range(4):
        await hotline.passes(days=1)
    assert len([one for one in pushed(vera) if "answer was due" in one]) == 1
    assert not [one for one in pushed(vera) if "is due" in one]


async def test_the_un_has_no_days_to_answer_unless_one_is_entered(hotline: Stage) -> None:
    """And a day before it was sent is asked again."""
    vera, _ = await case_of(hotline)
    un = ("button-petitions", "button-petition-add", "option-petition-to-un", SKIP, "~24.11.2026", "first")
    await fills(hotline, vera, *un, SKIP, SKIP, "~1 November 2026", "first")
    assert says(vera, "petition-due-before-sent")
    await fills(hotline, vera, SKIP, "button-save")
    assert "1. United Nations · no answer yet" in last(vera)
    (petition,) = await kept(hotline, MatterKind.PETITION)
    assert petition.watch_at is None

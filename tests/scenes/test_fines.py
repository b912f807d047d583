"""Fines: entered, summed up by currency, reminded of, and paid with a receipt."""

from storage.records import MatterKind, MatterState
from tests.scenes.stage import TEXTS, Stage
from tests.scenes.test_family import read, says, says_it, tap
from tests.scenes.transcript import PICTURE
from tests.scenes.working import SKIP, case_now, case_of, fills, kept, last, pushed

ENTER = (
    "button-fine-add",
    "~87 000 tenge",
    "option-fine-whom-family",
    "~They said: a crossing without a paper.",
)


async def test_from_the_entry_to_the_receipt(hotline: Stage) -> None:
    """The owner is reminded three days before and on the day; once it is paid, no more."""
    vera, _ = await case_of(hotline)
    await tap(hotline, vera, "button-fines")
    await fills(hotline, vera, *ENTER, "~1 December 2026", "first", "button-save")
    assert "87 000 tenge · to be paid by 1 December 2026" in last(vera).replace("\u202f", " ")

    await hotline.passes(days=3)  # Friday: not yet
    assert not [one for one in pushed(vera) if "fine" in one]
    for _ in range(4):
        await hotline.passes(days=1)
    case = await case_now(hotline)
    told = [one for one in pushed(vera) if "fine" in one]
    assert told == [
        f"{case.code}: a fine must be paid in a few days, by 1 December 2026.",
        f"{case.code}: today is the last day to pay a fine, 1 December 2026.",
    ]

    await tap(hotline, vera, "button-look")
    await tap(hotline, vera, "button-fine-paid")
    await fills(hotline, vera, "~yesterday", "first")
    vera.photo(PICTURE)
    await hotline.settled()
    assert says(vera, "slip-file-kept")
    await fills(hotline, vera, "button-done", "button-save")
    assert "tenge · paid" in read(vera)
    (fine,) = await kept(hotline, MatterKind.FINE)
    assert (fine.state, fine.watch_at, fine.said) == (MatterState.DONE, None, "today")
    assert len(fine.body["answers"]["receipt"]["files"]) == 1
    await hotline.passes(days=3)
    assert len([one for one in pushed(vera) if "fine" in one]) == 2


async def test_what_is_overdue_is_said_once_after_a_downtime(hotline: Stage) -> None:
    """Not that it is due soon, which is not true any more."""
    vera, _ = await case_of(hotline)
    await tap(hotline, vera, "button-fines")
    await fills(hotline, vera, *ENTER, "~1 December 2026", "first", "button-save")
    await hotline.passes(days=40)
    for _ in range(3):
        await hotline.passes(days=1)
    case = await case_now(hotline)
    assert [one for one in pushed(vera) if "fine" in one] == [
        f"{case.code}: a fine was to be paid by 1 December 2026, and no payment is entered."
    ]


async def test_sums_of_the_case_and_of_the_family(hotline: Stage) -> None:
    """The same mother has told another case; currencies are never added up."""
    vera, mother = await case_of(hotline)
    await tap(hotline, vera, "button-fines")
    await fills(hotline, vera, *ENTER, SKIP, "button-save")
    yuan = ("button-fine-add", "~5000", "amount-cny", "option-fine-whom-other", SKIP, SKIP, "button-save")
    for step in yuan:
        if step == "amount-cny":
            assert vera.last is not None
            vera.press(vera.last, 1)
            await hotline.settled()
        else:
            await fills(hotline, vera, step)
    await tap(hotline, mother, "button-new-report")
    await tap(hotline, mother, "button-agree")
    await tap(hotline, mother, "option-relation-child")
    await says_it(hotline, mother, "Aigul")
    for _ in range(4):
        await tap(hotline, mother, "button-unknown")
    await tap(hotline, mother, "button-send-report")
    await tap(hotline, vera, "button-open-case")
    await tap(hotline, vera, "button-fines")
    await fills(
        hotline,
        vera,
        "button-fine-add",
        "~13 000 tenge",
        "option-fine-whom-person",
        SKIP,
        SKIP,
        "button-save",
    )

    shown = last(vera).replace("\u202f", " ")
    assert "All fines of this case\n13 000 tenge, of this not paid: 13 000 tenge" in shown
    assert (
        "All cases of this family\n"
        "5 000 yuan, of this not paid: 5 000 yuan\n"
        "100 000 tenge, of this not paid: 100 000 tenge"
    ) in shown


async def test_a_voice_is_no_sum_and_no_button(hotline: Stage) -> None:
    """It is asked again; where words are asked, a voice is an answer."""
    vera, _ = await case_of(hotline)
    await tap(hotline, vera, "button-fines")
    await fills(hotline, vera, "button-fine-add")
    for answer in ("~5000 tenge", "option-fine-whom-other"):
        vera.voice(b"OggS" + bytes(99), 5)
        await hotline.settled()
        assert TEXTS.plain("en", "slip-not-here") in last(vera)
        await fills(hotline, vera, answer)
    vera.voice(b"OggS" + bytes(99), 5)
    await hotline.settled()
    await fills(hotline, vera, "button-done", SKIP, "button-save")
    assert "1. 5 000 tenge" in last(vera).replace("\u202f", " ")
    vera.tap("1. 5 000 tenge".replace("5 000", "5\u202f000"))
    await hotline.settled()
    await tap(hotline, vera, "button-files")
    assert any(message.kind == "voice" and not message.out for message in vera.messages)


async def test_an_amount_that_is_none_is_asked_again(hotline: Stage) -> None:
    """In words that blame nobody."""
    vera, _ = await case_of(hotline)
    await tap(hotline, vera, "button-fines")
    await fills(hotline, vera, "button-fine-add", "~a lot of money")
    assert says(vera, "slip-unreadable-amount")


async def test_a_fine_told_in_the_report_is_taken_over_with_what_was_told(hotline: Stage) -> None:
    """Its sum is not asked again; once it stands in the list, nothing is proposed any more."""
    vera, _ = await case_of(hotline, fine={"currency": "KZT", "amount": "87000"})
    await tap(hotline, vera, "button-fines")
    assert "tells of a fine that is not in the list" in last(vera)
    await tap(hotline, vera, "button-fine-take")
    await fills(hotline, vera, "option-fine-whom-person", SKIP, SKIP, "button-save")
    assert "tells of a fine" not in last(vera)
    (fine,) = await kept(hotline, MatterKind.FINE)
    assert fine.body["answers"]["amount"]["value"] == {"currency": "KZT", "amount": "87000"}

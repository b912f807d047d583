"""Ways and contacts: what the report told and what the team entered, in one order, with the gaps."""

from handlers.intake.fields import day_value
from storage.records import MatterKind, MatterState
from tests.scenes.stage import Stage
from tests.scenes.test_family import tap
from tests.scenes.transcript import PICTURE
from tests.scenes.working import SKIP, case_of, fills, kept, last

CROSSED = ("option-journey-what-to-cn", "~14 March 2025", "first", "~Khorgos", "first")


async def test_one_order_with_gaps(hotline: Stage) -> None:
    """A crossing, a passport taken, and the last contact that the family told of."""
    vera, _ = await case_of(hotline, when=day_value("2025-06"))
    await tap(hotline, vera, "button-journeys")
    await fills(
        hotline, vera, "button-journey-add", "option-journey-what-passport", "~March 2025", "first", SKIP
    )
    await fills(hotline, vera, "~At the village office.", "button-save")
    await fills(hotline, vera, "button-journey-add", *CROSSED)
    vera.photo(PICTURE)
    await hotline.settled()
    await fills(hotline, vera, "button-done", "button-save")

    shown = last(vera).splitlines()
    assert shown[2:] == [
        "1. March 2025 · Passport taken · At the village office.",
        "2. 14 March 2025 · Crossed into China · Nur Zholy – Khorgos",
        "… nothing known: March 2025 – June 2025 …",
        "June 2025 · Last contact · from the report",
    ]


async def test_a_correction_names_what_it_corrects(hotline: Stage) -> None:
    """The earlier one is kept, and counts no more."""
    vera, _ = await case_of(hotline)
    await tap(hotline, vera, "button-journeys")
    await fills(
        hotline,
        vera,
        "button-journey-add",
        "option-journey-what-call",
        SKIP,
        SKIP,
        "~He rang.",
        "button-save",
    )
    assert "1. day not known · Telephone call · He rang." in last(vera)
    vera.tap("1. Telephone call")
    await hotline.settled()
    await fills(
        hotline, vera, "button-correct", "option-journey-what-call", "~20 November 2026", "first", SKIP, SKIP
    )
    await tap(hotline, vera, "button-save")
    before, after = await kept(hotline, MatterKind.JOURNEY)
    assert (before.state, after.replaces_id) == (MatterState.REPLACED, before.id)
    assert "1. 20 November 2026 · Telephone call" in last(vera)
    assert "day not known" not in last(vera)


async def test_a_place_can_stay_as_it_was_written(hotline: Stage) -> None:
    """A village office is none of the table, though the town of its name is."""
    vera, _ = await case_of(hotline)
    await tap(hotline, vera, "button-journeys")
    await fills(hotline, vera, "button-journey-add", "option-journey-what-summons", SKIP, "~Zharkent police")
    assert vera.last is not None
    await tap(hotline, vera, "button-as-written")
    await fills(hotline, vera, SKIP, "button-save")
    assert "1. day not known · Summoned · Zharkent police" in last(vera)
    (one,) = await kept(hotline, MatterKind.JOURNEY)
    assert one.body["answers"]["place"] == {"value": None, "text": "Zharkent police", "files": []}

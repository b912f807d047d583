"""What is known of somebody's ways, in one order, with the gaps between."""

from handlers.intake.fields import day_value
from handlers.rules.journeys import Gap, Point, timeline, told_points


def point(edtf: str | None, source: str = "report") -> Point:
    """A border crossed on that day."""
    return Point("border", day_value(edtf) if edtf else None, source)


def order(*days: str | None) -> list[str | None]:
    """The timeline of points with these days, gaps as `since–until`."""
    return [
        f"{one.since}–{one.until}" if isinstance(one, Gap) else one.day["edtf"] if one.day else None
        for one in timeline(point(day) for day in days)
    ]


def test_the_earliest_first_and_gaps_between() -> None:
    """By the first day that each can be; then by the last."""
    assert order("2025-06-03", "2025-03-14", "2025-03") == [
        "2025-03",
        "2025-03-14",
        "2025-03–2025-06",
        "2025-06-03",
    ]


def test_four_weeks_are_no_gap_yet() -> None:
    """A day more is one."""
    assert order("2025-03-01", "2025-03-29") == ["2025-03-01", "2025-03-29"]
    assert order("2025-03-01", "2025-03-30") == ["2025-03-01", "2025-03–2025-03", "2025-03-30"]


def test_what_is_known_in_part_closes_a_gap_as_far_as_it_may_reach() -> None:
    """Somewhere in spring may be the last of May."""
    assert order("2025-21", "2025-06-20") == ["2025-21", "2025-06-20"]
    assert order("2025-21", "2025-03-05", "2025-06-20") == ["2025-21", "2025-03-05", "2025-06-20"]


def test_open_days_have_their_place_too() -> None:
    """Before: by its end. Since: by its beginning, and it says nothing of what comes later."""
    assert order("2025-05-01", "../2025-03", "2025-04-10/..") == [
        "../2025-03",
        "2025-04-10/..",
        "2025-05-01",
    ]
    assert order("2025-01-10/..", "2025-05-01") == ["2025-01-10/..", "2025-01–2025-05", "2025-05-01"]


def test_what_has_no_day_stands_at_the_end() -> None:
    """And makes no gap."""
    assert order(None, "2025-03-01") == ["2025-03-01", None]
    assert order() == []


def test_the_report_has_told_some_already() -> None:
    """Crossings with what was told of each, and the last contact; a crossing without a day, too."""
    place = {"state": "given", "value": {"place": "khorgos"}, "texts": [], "files": []}
    when = {"state": "given", "value": day_value("2025-03-14"), "texts": [], "files": []}
    told = {
        "answers": {
            "crossings.1.place": place,
            "crossings.1.date": when,
            "crossings.2.place": place,
            "when": {**when, "value": day_value("2025-04")},
            "where": place,
        },
        "remarks": [],
    }
    found = told_points(told)
    assert [(one.kind, one.day["edtf"] if one.day else None) for one in found] == [
        ("border", "2025-03-14"),
        ("border", None),
        ("contact", "2025-04"),
    ]
    assert found[0].told["place"] == place
    assert told_points({"answers": {}, "remarks": []}) == []

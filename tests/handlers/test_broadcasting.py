"""The rules of broadcasts: who gets which words, when it begins, what a yes is bound to."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from handlers.rules import audience, broadcasting
from handlers.rules.audience import Audience, Group, Known, Trait, reaches, toggled
from storage.records import Broadcast, CastKind, CastState, Role

NOON = datetime(2026, 11, 24, 7, 0, tzinfo=UTC)


def a_cast(**body: object) -> Broadcast:
    """One that is being composed."""
    whole = {**broadcasting.blank(), **body}
    return Broadcast(
        "id", "author", None, CastKind.ONCE, CastState.COMPOSING, False, None, None, None, False, 1,
        NOON, NOON, whole,
    )  # fmt: skip


def test_three_presses_come_back_to_the_beginning() -> None:
    """Only, all but, no matter; and what it is kept as says the same."""
    chosen = Audience(frozenset({Group.VOLUNTEERS}))
    once = toggled(chosen, Trait.LANGUAGE, "kk")
    twice = toggled(once, Trait.LANGUAGE, "kk")
    assert (once.only, once.without) == ({Trait.LANGUAGE: frozenset({"kk"})}, {})
    assert (twice.only, twice.without) == ({}, {Trait.LANGUAGE: frozenset({"kk"})})
    assert toggled(twice, Trait.LANGUAGE, "kk") == chosen
    assert audience.from_json(audience.kept(twice)) == twice


@pytest.mark.parametrize(
    ("only", "without", "meant"),
    [
        ((), (), True),
        (("kk",), (), True),
        (("ru",), (), False),
        ((), ("kk",), False),
        (("kk",), ("ru",), True),
    ],
)
def test_only_and_except(only: tuple[str, ...], without: tuple[str, ...], meant: bool) -> None:
    """Each by itself and both together."""
    chosen = Audience(
        frozenset({Group.VOLUNTEERS}),
        {Trait.LANGUAGE: frozenset(only)} if only else {},
        {Trait.LANGUAGE: frozenset(without)} if without else {},
    )
    assert reaches(chosen, Known(Role.VOLUNTEER, "kk")) is meant
    assert not reaches(chosen, Known(Role.COORDINATOR, "kk"))


def test_who_gets_which_words() -> None:
    """Hers; else the fallback; where there is none, nothing, and that is counted."""
    body = {"texts": {"kk": {}, "ru": {}}, "fallback": "ru"}
    assert [broadcasting.wording(body, code) for code in ("kk", "ug", None)] == ["kk", "ru", "ru"]
    seen = broadcasting.reach(body, {"kk": 3, "ug": 2, "": 1})
    assert (seen.total, seen.elsewhere, seen.none) == (6, {"ug": 2, "": 1}, {})
    seen = broadcasting.reach({**body, "fallback": None}, {"kk": 3, "ug": 2})
    assert (seen.total, seen.none) == (3, {"ug": 2})


def test_each_week_by_the_clock_of_its_city() -> None:
    """Across the end of summer time it stays at nine there."""
    when = {"kind": "weekly", "zone": "Europe/Berlin", "weekday": "6", "time": "09:00"}
    before = datetime(2026, 10, 18, 12, 0, tzinfo=UTC)
    first = broadcasting.next_week(when, before)
    second = broadcasting.next_week(when, first)
    assert (first.hour, second - first) == (8, timedelta(days=7))
    assert broadcasting.next_week(when, datetime(2026, 10, 17, 12, 0, tzinfo=UTC)).hour == 7
    late = {"kind": "at", "zone": "Asia/Almaty", "day": "2026-11-24", "time": "11:59"}
    assert broadcasting.first_start(late, NOON) is None
    assert broadcasting.first_start({**late, "time": "12:01"}, NOON) == NOON + timedelta(minutes=1)


def test_the_hour_that_comes_twice_sends_it_once() -> None:
    """Summer time ends in Berlin: half past two comes twice that night, and it is sent the first time."""
    when = {"kind": "weekly", "zone": "Europe/Berlin", "weekday": "6", "time": "02:30"}
    first = broadcasting.next_week(when, datetime(2026, 10, 24, 12, 0, tzinfo=UTC))
    assert first == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    # The machine was down at that minute, and is back at a quarter past two by the second count.
    again = broadcasting.next_week(when, datetime(2026, 10, 25, 1, 15, tzinfo=UTC))
    assert again == datetime(2026, 11, 1, 1, 30, tzinfo=UTC)


def test_the_hour_that_is_left_out_sends_it_all_the_same() -> None:
    """Summer time begins: half past two is not there, so it goes at half past three."""
    when = {"kind": "weekly", "zone": "Europe/Berlin", "weekday": "6", "time": "02:30"}
    at = broadcasting.next_week(when, datetime(2027, 3, 27, 12, 0, tzinfo=UTC))
    assert at == datetime(2027, 3, 28, 1, 30, tzinfo=UTC)
    assert broadcasting.next_week(when, at) == datetime(2027, 4, 4, 0, 30, tzinfo=UTC)


def test_a_yes_is_bound_to_every_part() -> None:
    """Whatever is changed, what is exact is another."""
    one = a_cast(texts={"kk": {"html": "a"}})
    exact = broadcasting.exact(one)
    for name, value in (
        ("texts", {"kk": {"html": "b"}}), ("link", "https://x.y"), ("answers", ["come"]), ("fallback", "kk"),
        ("when", {"kind": "weekly"}), ("audience", {}), ("delete", True),
    ):  # fmt: skip
        assert broadcasting.exact(replace(one, body={**one.body, name: value})) != exact, name
    assert broadcasting.exact(replace(one, urgent=True)) != exact
    assert broadcasting.exact(replace(one, version=9, body={**one.body, "count": 5})) == exact


def test_how_fast_and_how_long() -> None:
    """From two looks; who sleeps does not count into the time left."""
    _, pace = broadcasting.progress({"sent": 100, "waiting": 400}, 0, None, NOON)
    seen, _ = broadcasting.progress(
        {"sent": 130, "waiting": 300, "claimed": 70, "gone": 2}, 100, pace, NOON + timedelta(seconds=10)
    )
    assert (seen.rate, seen.left, seen.waiting, seen.blocked) == (180, timedelta(seconds=90), 370, 2)


def test_the_size_for_one_word() -> None:
    """At the limit alone; above it with another's yes."""
    assert not broadcasting.needs_second(50, 50, None)
    assert broadcasting.needs_second(51, 50, None)
    assert not broadcasting.needs_second(51, 50, "olga")

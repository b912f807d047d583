"""Broadcasts in a real database: once to each, whatever breaks; and by nothing that was not told."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select

from handlers import casting
from handlers.coordinator import broadcast as composing
from handlers.reaching import look
from handlers.rules.audience import Audience, Group, Trait, kept
from handlers.rules.broadcasting import blank
from storage import (
    audiences,
    broadcasts,
    cases,
    cast_rows,
    drafts,
    forgetting,
    outbox,
    people,
    takeover,
    unlinkings,
)
from storage.records import Broadcast, CastKind, CastState, Lane, Person, Role, Situation, Stage
from storage.store import Store, Tx
from storage.tables import outbox as rows
from tests.handlers.made import NOON, OFFICE
from tests.storage.scenes import a_case

MANY = 23
TEXTS = {"en": {"html": "made up", "text": "made up", "file": None}}
LEASE = timedelta(minutes=1)


class Killed(Exception):
    """The machine went down."""


def crowd(tx: Tx, many: int = MANY, role: Role = Role.VOLUNTEER) -> list[Person]:
    """Made-up people."""
    found = []
    for number in range(many):
        person = people.welcome(tx, 100 + number, 100 + number, NOON)
        people.set_language(tx, person.id, "en")
        people.set_role(tx, person.id, role, NOON)
        found.append(people.by_id(tx, person.id))
    return found


def begun(tx: Tx, audience: Audience, **more: Any) -> Broadcast:
    """A broadcast whose time has come."""
    author = people.welcome(tx, 1, 1, NOON)
    people.set_role(tx, author.id, Role.COORDINATOR, NOON)
    body = {**blank(), "audience": kept(audience), "texts": TEXTS, "fallback": "en", **more}
    return broadcasts.begin(tx, author.id, body, NOON, state=CastState.PLANNED, start_at=NOON)


VOLUNTEERS = Audience(frozenset({Group.VOLUNTEERS}))
FAMILIES = Audience(frozenset({Group.FAMILIES}))


def ticked(store: Store, seconds: int = 0) -> None:
    """The job runs, to the end."""
    while store.write_now(lambda tx: casting.tend(tx, OFFICE, NOON + timedelta(seconds=seconds))):
        pass


def state(store: Store, one: Broadcast) -> CastState:
    found = store.write_now(lambda tx: broadcasts.find(tx, one.id))
    assert found is not None
    return found.state


def states(store: Store, one: Broadcast) -> dict[str, int]:
    return store.write_now(lambda tx: cast_rows.counts(tx, one.id))


def deliver(store: Store, become: Callable[[int], str], limit: int = MANY) -> None:
    """Whatever is leased is settled: as the function says of its number."""

    def work(tx: Tx) -> None:
        for number, one in enumerate(outbox.claim(tx, Lane.BROADCAST, limit, NOON + LEASE, NOON)):
            outbox.settle(tx, one.id, become(number), NOON, telegram_id=number + 1)

    store.write_now(work)


def test_each_gets_one_row_although_every_slice_breaks_once(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Killed before each commit, it goes on exactly where it was."""
    monkeypatch.setattr(casting, "FILLED", 4)
    monkeypatch.setattr(casting, "LOOKED_AT", 5)
    team = store.write_now(crowd)
    one = store.write_now(lambda tx: begun(tx, VOLUNTEERS))

    def dies(tx: Tx) -> bool:
        casting.tend(tx, OFFICE, NOON)
        raise Killed

    more = True
    while more:
        with pytest.raises(Killed):
            store.write_now(dies)
        more = store.write_now(lambda tx: casting.tend(tx, OFFICE, NOON))

    def reached(tx: Tx) -> list[str]:
        return list(tx.execute(select(rows.c.person_id).where(rows.c.broadcast_id == one.id)).scalars())

    assert sorted(store.write_now(reached)) == sorted(each.id for each in team)
    deliver(store, lambda _number: "sent")
    ticked(store, 5)
    assert state(store, one) is CastState.DONE


def test_filled_twice_it_still_reaches_each_once(store: Store) -> None:
    """The key alone forbids it: as if what was noted of the progress had been lost."""
    store.write_now(crowd)
    one = store.write_now(lambda tx: begun(tx, VOLUNTEERS))
    ticked(store)

    def forgets(tx: Tx) -> None:
        found = broadcasts.find(tx, one.id)
        assert found is not None
        broadcasts.save(tx, found, NOON, filled=False, after_id=None)

    store.write_now(forgets)
    ticked(store)
    assert states(store, one) == {"waiting": MANY}


def test_of_a_paused_one_nothing_is_leased_nor_comes_back(store: Store) -> None:
    """What was on the wire returns to those that are put aside; resumed, all go."""
    store.write_now(crowd)
    one = store.write_now(lambda tx: begun(tx, VOLUNTEERS))
    ticked(store)
    leased = store.write_now(lambda tx: outbox.claim(tx, Lane.BROADCAST, 5, NOON + LEASE, NOON))

    def becomes(tx: Tx, wanted: CastState) -> None:
        found = broadcasts.find(tx, one.id)
        assert found is not None
        broadcasts.save(tx, found, NOON, state=wanted)

    store.write_now(lambda tx: becomes(tx, CastState.PAUSING))
    assert store.write_now(broadcasts.halted) == {one.id}
    ticked(store, 5)
    # Five are leased still: it is not paused before they are known to be sent or not.
    assert state(store, one) is CastState.PAUSING
    assert {broadcasts.of_key(each.key) for each in leased} == {one.id}
    store.write_now(lambda tx: outbox.put_back(tx, [each.id for each in leased], NOON, tried=False))
    ticked(store, 10)
    assert (state(store, one), states(store, one)) == (CastState.PAUSED, {"held": MANY})
    assert store.write_now(lambda tx: outbox.claim(tx, Lane.BROADCAST, 9, NOON + LEASE, NOON)) == []

    store.write_now(lambda tx: becomes(tx, CastState.RUNNING))
    ticked(store, 15)
    assert states(store, one) == {"waiting": MANY}


def test_what_is_in_doubt_is_tried_again_by_hand_only(store: Store) -> None:
    """A dead worker's lease is no second message; one press later it is."""
    store.write_now(crowd)
    one = store.write_now(lambda tx: begun(tx, VOLUNTEERS))
    ticked(store)
    store.write_now(lambda tx: outbox.claim(tx, Lane.BROADCAST, 3, NOON + LEASE, NOON))
    store.write_now(lambda tx: takeover.take_over(tx, NOON))
    deliver(store, lambda number: "broken" if number == 0 else "sent")
    ticked(store, 5)
    assert states(store, one) == {"unknown": 3, "broken": 1, "sent": MANY - 4}
    assert state(store, one) is CastState.DONE
    assert store.write_now(lambda tx: cast_rows.again(tx, one.id, "unknown", 9, NOON)) == 3
    assert states(store, one) == {"waiting": 3, "broken": 1, "sent": MANY - 4}


@pytest.mark.parametrize("kind", [CastKind.ONCE, CastKind.WEEKLY])
def test_what_nobody_could_send_at_its_time_is_not_sent_late(store: Store, kind: CastKind) -> None:
    """After six hours without power a call to come would call to where nobody is; whoever wrote it hears."""
    when = {"kind": "weekly", "zone": "Asia/Almaty", "time": "12:00", "weekday": 1}
    store.write_now(crowd)

    def plan(tx: Tx) -> Broadcast:
        one = begun(tx, VOLUNTEERS, when=when)
        return broadcasts.save(tx, one, NOON, kind=kind)

    one = store.write_now(plan)
    ticked(store, 6 * 3600 + 1)
    now = store.write_now(lambda tx: broadcasts.find(tx, one.id))
    assert now is not None
    if kind is CastKind.WEEKLY:
        assert (now.state, now.start_at) == (CastState.PLANNED, NOON + timedelta(days=7))
    else:
        assert (now.state, now.start_at) == (CastState.COMPOSING, None)
    assert states(store, one) == {}
    told = store.write_now(lambda tx: outbox.claim(tx, Lane.ALERT, 9, NOON + LEASE, NOON + timedelta(days=1)))
    said = "cast-missed-week" if kind is CastKind.WEEKLY else "cast-missed"
    assert [part["id"] for row in told for part in row.body["parts"] if "missed" in part["id"]] == [said]
    on_time = store.write_now(lambda tx: begun(tx, VOLUNTEERS))
    ticked(store, 6 * 3600)
    assert sum(states(store, on_time).values()) == MANY


def test_what_is_over_for_two_days_is_forgotten_and_not_before(store: Store) -> None:
    """Nothing of one that is paused, however long; nothing of one that is in doubt; then all."""
    before = timedelta(days=2)

    def counted(one: Broadcast, at: timedelta) -> int:
        store.write_now(lambda tx: forgetting.purge(tx, NOON + at - before))
        return sum(states(store, one).values())

    def become(one: Broadcast, after: CastState) -> None:
        def work(tx: Tx) -> None:
            now = broadcasts.find(tx, one.id)
            assert now is not None
            broadcasts.save(tx, now, NOON, state=after)

        store.write_now(work)

    store.write_now(crowd)
    one = store.write_now(lambda tx: begun(tx, VOLUNTEERS))
    ticked(store)
    deliver(store, lambda number: "unknown" if number == 0 else "sent", limit=10)
    become(one, CastState.PAUSED)
    assert counted(one, timedelta(days=9)) == MANY
    become(one, CastState.RUNNING)
    deliver(store, lambda _number: "sent")
    ticked(store, 60)
    assert state(store, one) is CastState.DONE
    assert counted(one, timedelta(days=9)) == MANY
    store.write_now(lambda tx: cast_rows.again(tx, one.id, "unknown", MANY, NOON))
    deliver(store, lambda _number: "sent")
    assert counted(one, timedelta(days=1)) == MANY
    assert counted(one, timedelta(days=9)) == 0


def test_what_grew_too_large_for_one_word_does_not_begin(store: Store) -> None:
    """It was small when she sent it; others joined. Nothing leaves, and she hears of it."""
    store.write_now(crowd)
    one = store.write_now(lambda tx: begun(tx, VOLUNTEERS))
    small = replace(OFFICE, broadcast_alone=MANY - 1)
    while store.write_now(lambda tx: casting.tend(tx, small, NOON)):
        pass
    assert (state(store, one), states(store, one)) == (CastState.COMPOSING, {})
    alerts = store.write_now(lambda tx: outbox.claim(tx, Lane.ALERT, 9, NOON + LEASE, NOON))
    assert [part["id"] for part in alerts[0].body["parts"]][-1] == "cast-grown"


def test_where_she_has_left_the_team_others_hear_that_it_grew(store: Store) -> None:
    """Who planned it can ask nobody any more; whoever is left can."""
    store.write_now(crowd)
    one = store.write_now(lambda tx: begun(tx, VOLUNTEERS))

    def leaves(tx: Tx) -> str:
        people.set_role(tx, one.author_id, Role.FAMILY, NOON)
        olga = people.welcome(tx, 2, 2, NOON)
        people.set_role(tx, olga.id, Role.COORDINATOR, NOON)
        return olga.id

    olga = store.write_now(leaves)
    small = replace(OFFICE, broadcast_alone=MANY - 1)
    while store.write_now(lambda tx: casting.tend(tx, small, NOON)):
        pass
    alerts = store.write_now(lambda tx: outbox.claim(tx, Lane.ALERT, 9, NOON + LEASE, NOON))
    assert [each.person_id for each in alerts] == [olga]
    found = store.write_now(lambda tx: broadcasts.composed_by(tx, olga, 9))
    assert [each.id for each in found] == [one.id]


def family(tx: Tx, account: int, code: str, place: str | None, situation: Situation, **body: Any) -> Person:
    """A relative who reported somebody who was last there."""
    person = people.welcome(tx, account, account, NOON)
    draft = drafts.begin(tx, person.id, {"at": "summary"}, NOON)
    where = {"state": "given", "value": {"place": place} if place else None}
    told = {"answers": {"where": where}, "remarks": [], "consents": [], **body}
    cases.add(tx, replace(a_case(id=draft.id, body=told), code=code, situation=situation))
    cases.follow(tx, draft.id, person.id, NOON)
    drafts.submitted(tx, draft.id, draft.id, NOON)
    return person


def whom(store: Store, audience: Audience) -> set[str]:
    return {one.id for one in store.write_now(lambda tx: look(tx, audience, "", 99, NOON)).found}


def test_by_region_and_by_what_a_family_was_shown(store: Store) -> None:
    """A region holds what lies in it; a death that nobody has told chooses no family."""
    ili = store.write_now(lambda tx: family(tx, 1, "K7Q-4M2", "xj-ili", Situation.DECEASED, shown="missing"))
    town = store.write_now(
        lambda tx: family(tx, 2, "K7Q-4M3", "kz-almaty", Situation.DETAINED, shown="detained")
    )
    nowhere = store.write_now(lambda tx: family(tx, 3, "K7Q-4M4", None, Situation.MISSING, shown="missing"))
    assert whom(store, FAMILIES) == {ili.id, town.id, nowhere.id}
    xinjiang = replace(FAMILIES, only={Trait.REGION: frozenset({"xj"})})
    assert whom(store, xinjiang) == {ili.id}
    assert whom(store, replace(FAMILIES, without=xinjiang.only)) == {town.id, nowhere.id}
    assert whom(store, replace(FAMILIES, only={Trait.SITUATION: frozenset({"deceased"})})) == set()
    assert whom(store, replace(FAMILIES, only={Trait.SITUATION: frozenset({"missing"})})) == {
        ili.id,
        nowhere.id,
    }


def test_nothing_is_opened_where_columns_decide(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """Only who is left after all that stands readable is looked into."""
    store.write_now(lambda tx: family(tx, 1, "K7Q-4M2", "xj-ili", Situation.MISSING, shown="missing"))
    opened: list[str] = []
    before = cases.by_id
    monkeypatch.setattr(cases, "by_id", lambda tx, one: opened.append(one) or before(tx, one))
    closed = {Trait.STAGE: frozenset({Stage.CLOSED.value}), Trait.REGION: frozenset({"xj"})}
    assert whom(store, FAMILIES) != set()
    assert whom(store, replace(FAMILIES, only=closed)) == set()
    assert opened == []
    whom(store, replace(FAMILIES, only={Trait.REGION: frozenset({"xj"})}))
    assert len(opened) == 1


def test_who_was_linked_again_is_still_the_one_who_told(store: Store) -> None:
    """Twice over; and whoever only follows is no family that reported."""
    her = store.write_now(lambda tx: family(tx, 1, "K7Q-4M2", None, Situation.MISSING))

    def again(tx: Tx) -> tuple[str, str]:
        (case,) = cases.followed_by(tx, her.id)
        second, third, aunt = (people.welcome(tx, number, number, NOON) for number in (2, 3, 4))
        for was, now in ((her, second), (second, third)):
            cases.unfollow(tx, case.id, was.id)
            unlinkings.note(tx, case.id, was.id, NOON)
            unlinkings.relinked(tx, case.id, was.id, now.id, NOON)
        cases.follow(tx, case.id, third.id, NOON)
        cases.follow(tx, case.id, aunt.id, NOON)
        return third.id, aunt.id

    third, aunt = store.write_now(again)
    assert whom(store, FAMILIES) == {third}
    assert whom(store, Audience(frozenset({Group.FOLLOWERS}))) == {aunt}


def test_who_cannot_be_reached_and_who_has_left_get_nothing(store: Store) -> None:
    """Blocked: not looked at. Unlinked since: nothing waits for her."""
    team = store.write_now(lambda tx: crowd(tx, 3))
    store.write_now(lambda tx: people.set_reachable(tx, team[0].id, False))
    one = store.write_now(lambda tx: begun(tx, VOLUNTEERS))
    ticked(store)
    assert states(store, one) == {"waiting": 2}
    assert store.write_now(lambda tx: cast_rows.forget(tx, broadcasts.open_ids(tx), team[1].id)) == 1
    assert states(store, one) == {"waiting": 1}


def test_a_correction_goes_to_whom_it_was_sent(store: Store) -> None:
    """By the number of the message; who was not reached is not told of it."""
    store.write_now(crowd)
    one = store.write_now(lambda tx: begun(tx, VOLUNTEERS))
    ticked(store)
    deliver(store, lambda number: "sent" if number < 20 else "gone")

    def corrects(tx: Tx) -> Broadcast:
        body = {**blank(), "texts": TEXTS, "fallback": "en", "count": {"by": {"": 20}}}
        return broadcasts.begin(
            tx,
            one.author_id,
            body,
            NOON,
            kind=CastKind.CORRECTION,
            state=CastState.PLANNED,
            parent_id=one.id,
            start_at=NOON,
        )

    two = store.write_now(corrects)
    ticked(store, 5)
    assert states(store, two) == {"waiting": 20}
    (first, *_) = store.write_now(lambda tx: outbox.claim(tx, Lane.BROADCAST, 1, NOON + LEASE, NOON + LEASE))
    assert first.body["message_id"] in range(1, 21)


def test_an_answer_is_forgotten_with_whoever_gave_it(store: Store) -> None:
    """What she answers next counts instead of what she answered before."""
    (her, *_) = store.write_now(lambda tx: crowd(tx, 1))
    one = store.write_now(lambda tx: begun(tx, VOLUNTEERS))
    for said in ("come", "help"):
        store.write_now(lambda tx, said=said: audiences.answer(tx, one.id, her.id, said, NOON))
    assert store.write_now(lambda tx: audiences.tally(tx, one.id)) == {"help": 1}
    assert store.write_now(lambda tx: audiences.forget_person(tx, her.id)) == 1
    assert store.write_now(lambda tx: audiences.tally(tx, one.id)) == {}


def test_how_many_are_counted_while_she_waits_is_bounded() -> None:
    """More than one slice is left to the machine."""
    assert composing.COUNTED_AT_ONCE <= casting.LOOKED_AT

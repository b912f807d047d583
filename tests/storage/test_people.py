"""People are known by a keyed hash of their account, once each, whoever welcomes them."""

import asyncio
import threading

import pytest
from sqlalchemy.exc import NoResultFound

from storage import invites, keyboards, people, talks
from storage.errors import SealBroken
from storage.records import Keyboard, Person, Role, Talk, Way
from tests.storage.scenes import CHAT, NOW, TOKEN

LATER = NOW.replace(hour=10)


def test_somebody_new_is_family_and_is_found_again(store, vault):
    met = store.write_now(lambda tx: people.welcome(tx, 2**40, -(2**40), NOW))

    assert met == Person(
        met.id, vault.lookup("account", 2**40), -(2**40), Role.FAMILY, None, reachable=True, joined_at=NOW
    )
    assert store.write_now(lambda tx: people.by_account(tx, 2**40)) == met
    assert store.write_now(lambda tx: people.by_id(tx, met.id)) == met
    assert store.write_now(lambda tx: people.by_account(tx, 2)) is None
    with pytest.raises(NoResultFound):
        store.write_now(lambda tx: people.by_id(tx, "0" * 32))


def test_what_changes_about_somebody(store):
    def work(tx):
        one = people.welcome(tx, 1, 1, NOW)
        two = people.welcome(tx, 2, 2, NOW)
        people.set_language(tx, one.id, "kk-Arab")
        people.set_role(tx, one.id, Role.COORDINATOR)
        people.set_role(tx, two.id, Role.COORDINATOR)
        news = [people.set_reachable(tx, one.id, reachable) for reachable in (True, False, False, True)]
        return one, two, news, people.by_id(tx, one.id), people.with_role(tx, Role.COORDINATOR)

    one, two, news, changed, coordinators = store.write_now(work)

    assert news == [False, True, False, True]
    assert (changed.language, changed.role, changed.reachable) == ("kk-Arab", Role.COORDINATOR, True)
    assert [person.id for person in coordinators] == [one.id, two.id]
    assert store.write_now(lambda tx: people.with_role(tx, Role.VOLUNTEER)) == []


async def test_two_processes_welcome_the_same_person_at_once(store, other_store):
    """She wrote in two chats: both get the same person, whoever was faster."""
    began = threading.Event()

    def slowly(tx):
        met = people.welcome(tx, 5, 50, NOW)
        began.set()
        threading.Event().wait(0.05)
        return met

    first = asyncio.ensure_future(store.write(slowly))
    await asyncio.to_thread(began.wait, 5)
    second = await other_store.write(lambda tx: people.welcome(tx, 5, 51, NOW))

    assert second == await first
    assert second.chat_id == 50


async def test_a_rush_of_welcomes_makes_one_person(store, other_store):
    met = await asyncio.gather(
        *(hands.write(lambda tx: people.welcome(tx, 5, 50, NOW)) for hands in (store, other_store) * 10)
    )

    assert len({person.id for person in met}) == 1


def test_a_body_of_somebody_else_does_not_open(store):
    one = store.write_now(lambda tx: people.welcome(tx, 1, 1, NOW))
    store.write_now(lambda tx: people.welcome(tx, 2, 2, NOW))
    store.write_now(
        lambda tx: tx.connection.exec_driver_sql(
            "UPDATE people SET body = (SELECT body FROM people AS other WHERE other.id <> people.id)"
        )
    )

    with pytest.raises(SealBroken):
        store.write_now(lambda tx: people.by_id(tx, one.id))


def test_a_talk_is_one_at_a_time(store):
    def work(tx):
        her = people.welcome(tx, 1, 1, NOW).id
        seen = [talks.of(tx, her)]
        talks.begin(tx, her, "draft", {"draft": "x"}, NOW)
        seen.append(talks.of(tx, her))
        talks.begin(tx, her, "letter", {"text": "\x00\ud800"}, LATER)
        seen.append(talks.of(tx, her))
        talks.end(tx, her)
        talks.end(tx, her)
        return her, [*seen, talks.of(tx, her)]

    her, seen = store.write_now(work)

    assert seen == [
        None,
        Talk(her, "draft", {"draft": "x"}),
        Talk(her, "letter", {"text": "\x00\ud800"}),
        None,
    ]


def test_a_keyboard_is_found_by_its_token_only(store, vault):
    account = vault.lookup("account", 1)
    store.write_now(lambda tx: keyboards.add(tx, TOKEN, account, CHAT, {"a": ["case.show", {}]}, LATER, NOW))
    found = store.write_now(lambda tx: keyboards.find(tx, TOKEN))

    assert found == Keyboard(
        vault.lookup("keyboard", TOKEN),
        account,
        vault.lookup("chat", CHAT),
        LATER,
        None,
        {"a": ["case.show", {}]},
    )
    for foreign in (TOKEN.lower(), "", "\x00", "\ud800", "x" * 5000):
        assert store.write_now(lambda tx, foreign=foreign: keyboards.find(tx, foreign)) is None


async def test_a_button_pressed_in_two_places_works_once(store, other_store, vault):
    account = vault.lookup("account", 1)
    store.write_now(lambda tx: keyboards.add(tx, TOKEN, account, CHAT, {}, LATER, NOW))
    key = store.write_now(lambda tx: keyboards.find(tx, TOKEN)).token_key

    used = await asyncio.gather(
        *(hands.write(lambda tx: keyboards.use(tx, key, NOW)) for hands in (store, other_store) * 5)
    )

    assert sorted(used) == [False] * 9 + [True]
    assert store.write_now(lambda tx: keyboards.find(tx, TOKEN)).used_at == NOW


def test_keyboards_that_expired_are_forgotten(store, vault):
    account = vault.lookup("account", 1)
    for token, until in (("old", NOW), ("new", LATER)):
        store.write_now(
            lambda tx, token=token, until=until: keyboards.add(tx, token, account, CHAT, {}, until, NOW)
        )

    assert store.write_now(lambda tx: keyboards.purge(tx, LATER)) == 1
    assert store.write_now(lambda tx: keyboards.find(tx, "old")) is None
    assert store.write_now(lambda tx: keyboards.find(tx, "new")) is not None


def _invited(store):
    her = store.write_now(lambda tx: people.welcome(tx, 1, 1, NOW)).id
    store.write_now(lambda tx: invites.add(tx, TOKEN, Role.VOLUNTEER, LATER, NOW))
    return her


def test_an_invite_gives_its_role_once(store):
    her = _invited(store)

    def use(token, at):
        return store.write_now(lambda tx: invites.use(tx, token, her, at))

    assert use(TOKEN.swapcase(), NOW) is None
    assert use("\x00\ud800", NOW) is None
    assert use(TOKEN, LATER) is None  # expired on the second
    assert use(TOKEN, NOW) is Role.VOLUNTEER
    assert use(TOKEN, NOW) is None


async def test_an_invite_that_two_people_use_at_once_works_for_one(store, other_store):
    her = _invited(store)

    given = await asyncio.gather(
        *(hands.write(lambda tx: invites.use(tx, TOKEN, her, NOW)) for hands in (store, other_store) * 5)
    )

    assert [role for role in given if role is not None] == [Role.VOLUNTEER]


def test_how_she_hears_and_what_her_phone_shows_are_kept_beside_each_other(store):
    """Neither way of setting one forgets the other; unlinked, nothing of it is left."""

    def work(tx):
        her = people.welcome(tx, 1, 1, NOW)
        people.set_habits(tx, her, zone="America/New_York", way=Way.ASKED)
        people.set_manner(tx, people.by_id(tx, her.id), fleeting=True, panic_key="a")
        kept = people.by_id(tx, her.id)
        people.set_habits(tx, kept, zone=None, way=Way.AT_ONCE)
        again = people.by_id(tx, her.id)
        people.unlink(tx, her.id)
        return kept, again, people.by_id(tx, her.id)

    kept, again, gone = store.write_now(work)
    assert (kept.zone, kept.way, kept.fleeting, kept.panic_key) == ("America/New_York", Way.ASKED, True, "a")
    assert (again.zone, again.way, again.fleeting, again.panic_key) == (None, Way.AT_ONCE, True, "a")
    assert (gone.zone, gone.way) == (None, Way.PING)

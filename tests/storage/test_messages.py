"""What stands in a chat is noted for many at once, and each is found by its chat alone."""

from datetime import timedelta

from storage import messages, people
from storage.records import Trace, Way
from tests.storage.scenes import NOW

LATER = NOW + timedelta(minutes=1)


def test_many_are_noted_at_once_and_the_last_word_counts(store):
    """Also where one number comes twice, and where it stood there already."""
    first = [(chat, Trace(chat * 10, "push", False, NOW, NOW)) for chat in range(1, 40)]
    again = [(5, Trace(50, "reply", True, LATER, LATER)), (5, Trace(51, "push", False, LATER, LATER))]
    store.write_now(lambda tx: messages.said(tx, first))
    store.write_now(lambda tx: messages.said(tx, [*again, again[0]]))
    store.write_now(lambda tx: messages.said(tx, []))

    assert [store.write_now(lambda tx, chat=chat: messages.of_chat(tx, chat)) for chat in (4, 5)] == [
        [Trace(40, "push", False, NOW, NOW)],
        [Trace(50, "reply", True, NOW, LATER), Trace(51, "push", False, LATER, LATER)],
    ]


def test_the_zones_of_many_are_asked_at_once(store):
    """One who told none has none; an id that is nobody's is left out."""

    def work(tx):
        hers, none = (people.welcome(tx, account, account, NOW) for account in (1, 2))
        people.set_habits(tx, hers, zone="America/New_York", way=Way.PING)
        found = people.several(tx, [hers.id, none.id, "0" * 32])
        return hers.id, none.id, {one: person.zone for one, person in found.items()}

    hers, none, zones = store.write_now(work)
    assert zones == {hers: "America/New_York", none: None}

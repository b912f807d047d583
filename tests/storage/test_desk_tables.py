"""What finds a case, who has it open, and where the team speaks of it."""

from datetime import timedelta

from storage import audit, cases, clues, openings, people, workspaces
from storage.store import Store, Tx
from tests.storage.plans import rows_looked_at
from tests.storage.scenes import NOW, a_case

MINUTE = timedelta(minutes=1)


def a_kept_case(tx: Tx, code: str = "K7Q-4M2") -> str:
    case = a_case(code, body={})
    tx.vault.begin(case.id)
    cases.add(tx, case)
    return case.id


def test_a_case_is_found_by_exactly_what_was_told_last(store: Store) -> None:
    """The newest case first; a telephone is no paper, and nothing stands there that can be read."""

    def work(tx: Tx) -> None:
        one, two = a_kept_case(tx), a_kept_case(tx, "K7Q-4M3")
        clues.keep(tx, one, [(clues.PHONE, "+77015550143"), (clues.PAPER, "N0123456")])
        clues.keep(tx, two, [(clues.PHONE, "+77015550143")])
        assert clues.found(tx, clues.PHONE, "+77015550143", 9) == sorted((one, two), reverse=True)
        assert len(clues.found(tx, clues.PHONE, "+77015550143", 1)) == 1
        assert clues.found(tx, clues.PAPER, "+77015550143", 9) == []
        clues.keep(tx, one, [(clues.PAPER, "N0123456"), (clues.PAPER, "N0123456")])
        assert clues.found(tx, clues.PHONE, "+77015550143", 9) == [two]
        assert clues.found(tx, clues.PAPER, "N0123456", 9) == [one]
        assert clues.key_of(tx, clues.PHONE, "1") != clues.key_of(tx, clues.PAPER, "1")
        cases.erase(tx, two)
        assert clues.found(tx, clues.PHONE, "+77015550143", 9) == []

    store.write_now(work)


def test_who_has_a_case_open_is_known_for_some_minutes(store: Store) -> None:
    """Since when, without who; until she opens another."""

    def work(tx: Tx) -> None:
        vera, olga = (people.welcome(tx, account, account, NOW).id for account in (1, 2))
        one, two = a_kept_case(tx), a_kept_case(tx, "K7Q-4M3")

        def looks(who: str, case: str, minute: int) -> None:
            at = NOW + minute * MINUTE
            openings.note(tx, case, who, at, at - 15 * MINUTE)

        looks(vera, one, 0)
        looks(vera, one, 5)
        assert openings.others(tx, one, olga, NOW) == [NOW]
        assert openings.others(tx, one, vera, NOW) == []
        assert openings.others(tx, one, olga, NOW + 5 * MINUTE) == []
        looks(vera, two, 6)
        assert openings.others(tx, one, olga, NOW) == []
        looks(olga, one, 7)
        looks(olga, one, 40)
        assert openings.others(tx, one, vera, NOW) == [NOW + 40 * MINUTE]
        assert openings.others(tx, two, olga, NOW) == []

    store.write_now(work)


def test_one_group_is_on_and_each_case_has_one_topic(store: Store) -> None:
    """Another group takes over with no topics yet; switched off, nothing is left of them."""

    def work(tx: Tx) -> None:
        case = a_kept_case(tx)
        assert workspaces.current(tx) is None
        workspaces.switch_on(tx, -5, "ru", NOW)
        shared = workspaces.current(tx)
        assert shared is not None
        assert (shared.chat_id, shared.language, shared.names) == (-5, "ru", False)
        assert workspaces.begin_topic(tx, case, shared.id, NOW)
        assert not workspaces.begin_topic(tx, case, shared.id, NOW)
        workspaces.topic_made(tx, case, 12, NOW)
        topic = workspaces.topic_of(tx, case)
        assert topic is not None
        assert (topic.state, topic.thread) == (workspaces.OPEN, 12)
        workspaces.show_names(tx, True, NOW)
        workspaces.switch_on(tx, -6, "en", NOW)
        other = workspaces.current(tx)
        assert other is not None
        assert (other.chat_id, other.names) == (-6, False)
        assert workspaces.topic_of(tx, case) is None
        assert workspaces.switch_off(tx, NOW)
        assert not workspaces.switch_off(tx, NOW)
        assert workspaces.current(tx) is None

    store.write_now(work)


def test_the_log_of_one_case_is_found_without_reading_that_of_others(store: Store) -> None:
    """Page by page, the latest first."""

    def write(tx: Tx) -> None:
        for number in range(2_000):
            audit.write(tx, None, "opened-case", f"{number % 500:032x}", NOW)

    store.write_now(write)
    wanted = f"{7:032x}"
    first = store.write_now(lambda tx: audit.about(tx, wanted, 3))
    assert [one.number for one in first] == [1508, 1008, 508]
    rest = store.write_now(lambda tx: audit.about(tx, wanted, 3, first[-1].number))
    assert [one.number for one in rest] == [8]
    values = {"subject": wanted, "before": 2**62, "most": 3}
    assert rows_looked_at(store, audit._about, values) < 60

"""The index of names: it finds what was told, keeps up with every process, and forgets whom it must."""

from datetime import timedelta

import pytest

from handlers.finding.names import Names
from handlers.finding.spelling import asked
from storage import cases, erasures, seeking
from storage.records import Case
from storage.store import Store, Tx
from tests.storage.scenes import NOW, a_case


def told(*names: str) -> dict[str, object]:
    """The body of a report in which the person has these names."""

    def answer(texts: tuple[str, ...]) -> dict[str, object]:
        return {"texts": [{"text": one} for one in texts]}

    return {"answers": {"name": answer(names[:1]), "other-names": answer(names[1:])}}


def put(tx: Tx, code: str, *names: str, minutes: int = 0) -> Case:
    at = NOW + timedelta(minutes=minutes)
    case = a_case(code, body=told(*names), made_at=at, updated_at=at)
    tx.vault.begin(case.id)
    cases.add(tx, case)
    return case


def found(store: Store, names: Names, words: str, most: int = 10) -> list[str]:
    """Codes of what *words* find."""

    def work(tx: Tx) -> list[str]:
        while not names.catch_up(tx, 100):
            pass
        by_id = {one: cases.by_id(tx, one) for one in names.find(asked(words), most)}
        return [one.code for one in by_id.values() if one is not None]

    return store.write_now(work)


@pytest.fixture
def filled(store: Store) -> Store:
    """Five people who do not exist."""

    def work(tx: Tx) -> None:
        put(tx, "AAA-AA1", "Әлімнұр Тұрғанбай")
        put(tx, "AAA-AA2", "Ерлан Болатұлы", "叶尔兰·波拉提")
        put(tx, "AAA-AA3", "Нұрлан Серікұлы")
        put(tx, "AAA-AA4", "Нұржан Серікұлы")
        put(tx, "AAA-AA5", "گۈلنار ئوسمان")

    store.write_now(work)
    return store


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("Alimnur Turganbay", "AAA-AA1"),
        ("阿里木努尔·吐尔汗拜", "AAA-AA1"),
        ("ٴالىمنۇر", "AAA-AA1"),
        ("алим", "AAA-AA1"),  # a beginning
        ("Alinur Turgambay", "AAA-AA1"),  # two slips
        ("叶尔兰", "AAA-AA2"),
        ("Yerlan", "AAA-AA2"),
        ("bolat", "AAA-AA2"),  # without its ending
        ("Гульнар", "AAA-AA5"),
        ("Gulnar Osman", "AAA-AA5"),
    ],
)
def test_one_name_in_the_spellings_of_four_scripts(filled: Store, words: str, code: str) -> None:
    """However she types it, it comes first."""
    assert found(filled, Names(), words)[0] == code


def test_the_nearest_comes_first_and_others_that_are_near_follow(filled: Store) -> None:
    """Nurlan and Nurzhan differ in a sound; nobody is left out, and nobody put first by chance."""
    assert found(filled, Names(), "Nurlan Serik") == ["AAA-AA3", "AAA-AA4"]
    assert found(filled, Names(), "Nurzhan Serikuly") == ["AAA-AA4", "AAA-AA3"]
    assert found(filled, Names(), "Nurlan Serik", most=1) == ["AAA-AA3"]
    assert found(filled, Names(), "Zzyzx") == []


def test_what_another_process_tells_is_found_at_once(filled: Store, other_store: Store) -> None:
    """A new case, a corrected name, also with a clock that is a minute behind."""
    names = Names()
    assert found(filled, names, "Дархан") == []

    case = other_store.write_now(lambda tx: put(tx, "AAA-AA6", "Дархан", minutes=-1))
    assert found(filled, names, "Дархан") == ["AAA-AA6"]
    other_store.write_now(lambda tx: cases.change(tx, case.id, NOW, body=told("Данияр")))
    assert found(filled, names, "Данияр") == ["AAA-AA6"]
    assert "AAA-AA6" not in found(filled, names, "Дархан")


def test_nothing_of_an_erased_case_stays_in_memory(filled: Store, other_store: Store) -> None:
    """Not even the words of its name."""
    names = Names()
    (code,) = found(filled, names, "Gulnar")
    assert "gulnar" in names._cases

    def erase(tx: Tx) -> None:
        case = cases.by_code(tx, code)
        assert case is not None
        cases.erase(tx, case.id)
        erasures.begin(tx, "case", case.id, NOW, by="family")

    other_store.write_now(erase)
    assert found(filled, names, "Gulnar") == []
    assert "gulnar" not in names._cases
    assert "gulnar" not in names._sorted
    assert all("gulnar" not in one for one in names._skeletons.values())
    assert len(names) == 4


def test_it_is_read_in_parts_and_forgotten_as_a_whole(store: Store) -> None:
    """A house with many cases does not stand still for it; and when it closes, nothing stays."""
    count = seeking.READ_AT_ONCE + 3

    def work(tx: Tx) -> None:
        for number in range(count):
            put(tx, f"{number:07}", "Ерлан", minutes=number)

    store.write_now(work)
    names = Names()
    assert not store.write_now(lambda tx: names.catch_up(tx, 2))
    assert len(names) == seeking.READ_AT_ONCE
    assert store.write_now(lambda tx: names.catch_up(tx, 2))
    assert len(names) == count
    names.forget()
    assert (len(names), names._cases, names._sorted, names._skeletons) == (0, {}, [], {})


def test_of_a_name_that_thousands_have_the_latest_told_are_shown(store: Store) -> None:
    """Be it one word or two."""

    def work(tx: Tx) -> None:
        for number in range(5):
            put(tx, f"AAA-AA{number + 1}", "Ерлан Нұрлан", minutes=number)

    store.write_now(work)
    assert found(store, Names(), "Ерлан Nurlan", most=3) == ["AAA-AA5", "AAA-AA4", "AAA-AA3"]
    assert found(store, Names(), "Ерлан", most=2) == ["AAA-AA5", "AAA-AA4"]


def test_a_patronymic_that_was_not_told_may_be_lacking(filled: Store) -> None:
    """Two words of three; of two that are told, none."""
    assert found(filled, Names(), "Alimnur Turganbay Nurlan") == ["AAA-AA1"]
    assert found(filled, Names(), "Alimnur Serik") == []
    assert found(filled, Names(), "Alimnur Zzyzx") == ["AAA-AA1"]


def test_the_nearest_of_a_name_come_first(store: Store) -> None:
    """However they were told: each word counts, and whoever was told last comes first among the like."""
    told = ("Ерлан Нұрлан", "Ерлан Нұрланов", "Ерлана Нұрлан", "Ерлан Нұрлан", "Серік Нұрлан")

    def work(tx: Tx) -> None:
        for number, name in enumerate(told):
            put(tx, f"AAA-AA{number + 1}", name, minutes=number)

    store.write_now(work)
    assert found(store, Names(), "Ерлан Нұрлан") == ["AAA-AA4", "AAA-AA2", "AAA-AA1", "AAA-AA3"]

"""One recording for each language and question; what is replaced or removed takes its file with it."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy.exc import StatementError

from storage import attachments, people, prompts
from storage.errors import SealBroken
from storage.records import Prompt
from storage.tables import prompts as table
from tests.storage.scenes import NOW, TOKEN

LATER = NOW + timedelta(hours=1)


@pytest.fixture
def vera(store):
    return store.write_now(lambda tx: people.welcome(tx, 1, 1, NOW)).id


@pytest.fixture
def spoken(store, vera):
    """Makes a recording whose file is known, and not kept yet."""

    def make(language="kk", question="name", file_id="first"):
        def add(tx):
            return attachments.add(tx, vera, "voice", 9, {"file_id": file_id}, NOW, fetch=True)

        return Prompt(language, question, store.write_now(add), vera, NOW, file_id, 12)

    return make


def _find(store, language, question):
    return store.write_now(lambda tx: prompts.find(tx, language, question))


def _erased(store):
    return store.write_now(lambda tx: attachments.to_erase(tx, 10))


def test_a_recording_is_found_in_its_language_and_no_other(store, spoken):
    kazakh, chinese = spoken(), spoken("zh-Hans", "event", "second")
    for one in (kazakh, chinese):
        store.write_now(lambda tx, one=one: prompts.keep(tx, one))

    assert _find(store, "kk", "name") == kazakh
    assert _find(store, "zh-Hans", "event") == chinese
    assert [_find(store, *place) for place in (("kk", "event"), ("zh-Hans", "name"), ("ru", "name"))] == [
        None
    ] * 3
    assert store.write_now(lambda tx: [prompts.known(tx, code) for code in ("kk", "zh-Hans", "ru")]) == [
        {"name"},
        {"event"},
        frozenset(),
    ]


def test_what_is_replaced_takes_its_file_with_it(store, spoken):
    first, second = spoken(), replace(spoken(file_id="second"), made_at=LATER, duration=30)
    other = spoken(question="when")
    for one in (first, other, second):
        store.write_now(lambda tx, one=one: prompts.keep(tx, one))

    assert _find(store, "kk", "name") == second
    assert _erased(store) == [first.attachment_id]
    store.write_now(lambda tx: attachments.forget(tx, first.attachment_id))
    assert store.write_now(lambda tx: attachments.by_ids(tx, [second.attachment_id])) != []


def test_keeping_the_same_twice_erases_nothing(store, spoken):
    one = spoken()
    for _ in range(2):
        store.write_now(lambda tx: prompts.keep(tx, one))

    assert _find(store, "kk", "name") == one
    assert _erased(store) == []


def test_what_is_removed_is_gone_with_its_file(store, spoken):
    one, other = spoken(), spoken("ru")
    for each in (one, other):
        store.write_now(lambda tx, each=each: prompts.keep(tx, each))

    assert store.write_now(lambda tx: [prompts.remove(tx, "kk", "name") for _ in range(2)]) == [True, False]

    assert _find(store, "kk", "name") is None
    assert _find(store, "ru", "name") == other
    assert _erased(store) == [one.attachment_id]
    store.write_now(lambda tx: attachments.forget(tx, one.attachment_id))
    assert _erased(store) == []


def test_a_new_id_is_kept_for_the_recording_it_was_given_for(store, spoken):
    """Somebody may have spoken again while the old one was uploaded."""
    first, second = spoken(), spoken(file_id="second")
    store.write_now(lambda tx: prompts.keep(tx, first))
    store.write_now(lambda tx: prompts.renewed(tx, first.attachment_id, "first, renewed"))
    assert _find(store, "kk", "name") == replace(first, file_id="first, renewed")

    store.write_now(lambda tx: prompts.keep(tx, second))
    store.write_now(lambda tx: prompts.renewed(tx, first.attachment_id, "too late"))
    assert _find(store, "kk", "name") == second


def test_a_recording_is_sealed_for_its_language_and_question(store, spoken):
    """Whoever can write to the database cannot make one question sound in the place of another."""
    one = spoken(file_id=TOKEN)
    store.write_now(lambda tx: prompts.keep(tx, one))

    def moved(tx):
        tx.connection.execute(table.update().values(question="when"))
        return prompts.find(tx, "kk", "when")

    with pytest.raises(SealBroken):
        store.write_now(moved)


@pytest.mark.parametrize("wrong", ["ә", "n" * 41, "na\nme"])
def test_a_question_is_a_word_of_ours(store, spoken, wrong):
    one = spoken(question=wrong)
    with pytest.raises(StatementError, match="not a word of ours"):
        store.write_now(lambda tx: prompts.keep(tx, one))

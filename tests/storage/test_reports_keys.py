"""Each report has a key of its own: made before it is needed, destroyed for good."""

import sqlite3
import threading
from datetime import timedelta

import pytest

from storage import attachments, cases, drafts, entries, keys, people
from storage.errors import KeyGone, SealBroken, StoreTrouble
from storage.records import EntryKind
from storage.store import Store
from storage.vault import LOOK_EVERY, Vault
from tests.storage import scenes
from tests.storage.scenes import NOW

CHEAP = 2**4
ONE, OTHER = "1" * 32, "2" * 32
PLACE = {"table": "cases", "column": "body", "row": ONE}


@pytest.fixture
def ring(tmp_path):
    """A vault over a keyring on the disk."""
    folder = tmp_path / "keys"
    folder.mkdir()
    return keys.create(folder, "right", cost=CHEAP)


@pytest.fixture
def kept(database, ring):
    """A store whose keys are on the disk."""
    opened = Store(database, ring)
    yield opened
    opened.close()


def _again(tmp_path) -> Vault:
    """What another process has."""
    return keys.unlock(tmp_path / "keys", "right")


def _names(tmp_path) -> set[str]:
    with sqlite3.connect(tmp_path / "keys" / keys.FILE_NAME) as file:
        return {name for (name,) in file.execute("SELECT name FROM keys")}


def test_reports_do_not_open_with_each_others_keys(ring):
    sealed = ring.begin(ONE).seal(b"hers", **PLACE)
    ring.begin(OTHER)

    assert ring.of(ONE).open(sealed, **PLACE) == b"hers"
    for foreign in (ring, ring.of(OTHER)):
        with pytest.raises(SealBroken):
            foreign.open(sealed, **PLACE)


def test_a_key_that_was_never_made_is_gone(ring):
    with pytest.raises(KeyGone):
        ring.of(ONE)


def test_a_report_gets_one_key_only(ring):
    """A second would make what the first has sealed unreadable."""
    ring.begin(ONE)
    with pytest.raises(ValueError, match="already"):
        ring.begin(ONE)
    ring.keep_new()
    with pytest.raises(ValueError, match="already"):
        ring.begin(ONE)


def test_the_keys_of_the_house_are_not_destroyed(ring):
    for name in ("house", "lookup"):
        with pytest.raises(ValueError, match="house"):
            ring.destroy(name)


def test_a_key_is_on_the_disk_before_the_row_that_needs_it(kept, tmp_path):
    """Seen from inside: when the commit comes, another process can open the key."""
    seen = []
    kept.write_now(lambda tx: people.welcome(tx, 1, 1, NOW))
    write = kept.vault._source.keep_new

    def watched():
        write()
        seen.append(_names(tmp_path))

    kept.vault._source.keep_new = watched
    her = kept.write_now(lambda tx: people.by_account(tx, 1)).id
    draft = kept.write_now(lambda tx: drafts.begin(tx, her, {"a": 1}, NOW))

    assert draft.id in seen[-1]
    other = Store(str(kept.engine.url.render_as_string(hide_password=False)), _again(tmp_path))
    try:
        assert other.write_now(lambda tx: drafts.find(tx, draft.id, her)).body == {"a": 1}
    finally:
        other.close()


def test_nothing_is_kept_where_its_key_cannot_be(kept, monkeypatch):
    """The disk of the keyring is full: the draft is not begun, and the same can be asked again."""
    her = kept.write_now(lambda tx: people.welcome(tx, 1, 1, NOW)).id

    def full():
        error = sqlite3.OperationalError("database or disk is full")
        error.sqlite_errorcode = sqlite3.SQLITE_FULL
        raise error

    with monkeypatch.context() as patch:
        patch.setattr(kept.vault._source, "keep_new", full)
        with pytest.raises(StoreTrouble):
            kept.write_now(lambda tx: drafts.begin(tx, her, {}, NOW))

    assert kept.write_now(lambda tx: drafts.count_open_of(tx, her)) == 0
    kept.write_now(lambda tx: drafts.begin(tx, her, {}, NOW))
    assert kept.write_now(lambda tx: drafts.count_open_of(tx, her)) == 1


def test_another_process_finds_a_new_key_at_once_and_knows_soon_of_one_that_went(ring, tmp_path, monkeypatch):
    other = _again(tmp_path)
    sealed = ring.begin(ONE).seal(b"hers", **PLACE)
    ring.keep_new()
    assert other.of(ONE).open(sealed, **PLACE) == b"hers"

    ring.destroy(ONE)

    with pytest.raises(KeyGone):
        ring.of(ONE)
    clock = {"now": 1e9}
    monkeypatch.setattr("storage.vault.monotonic", lambda: clock["now"])
    other.look()
    clock["now"] += LOOK_EVERY
    other.look()
    with pytest.raises(KeyGone):
        other.of(ONE)


def test_many_threads_make_keys_and_none_is_lost(ring, tmp_path):
    """What one thread made is on the disk when its own commit comes, whoever wrote it."""
    names = [f"{number:032x}" for number in range(64)]
    sealed: dict[str, bytes] = {}
    missing = []

    def work(mine):
        for name in mine:
            sealed[name] = ring.begin(name).seal(name.encode(), **PLACE)
            ring.keep_new()
            if name not in _names(tmp_path):
                missing.append(name)

    threads = [threading.Thread(target=work, args=(names[part::4],)) for part in range(4)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()

    other = _again(tmp_path)
    assert missing == []
    assert all(other.of(name).open(sealed[name], **PLACE) == name.encode() for name in names)


def test_a_case_has_the_key_of_its_draft_and_everything_of_it_goes_with_it(kept):
    """Draft, case, its lines, what is added to it, its files."""

    def fill(tx):
        scene = scenes.fill(tx)
        amending = drafts.begin(tx, scene.relative, {"more": 1}, NOW, case_id=scene.case)
        return scene, amending

    scene, amending = kept.write_now(fill)
    assert scene.case == scene.draft
    kept.vault.destroy(scene.case)

    for ask in (
        lambda tx: cases.by_id(tx, scene.case),
        lambda tx: entries.of_case(tx, scene.case, 10),
        lambda tx: drafts.find(tx, amending.id, scene.relative),
        lambda tx: attachments.by_ids(tx, [scene.attachment]),
    ):
        with pytest.raises(KeyGone):
            kept.write_now(ask)


def test_a_file_joins_a_report_and_its_copy_stays(kept, ring):
    def fill(tx):
        her = people.welcome(tx, 1, 1, NOW).id
        one = drafts.begin(tx, her, {}, NOW)
        return one.id, attachments.add(tx, her, "photo", 5, {"file_id": "p"}, NOW, fetch=True)

    report, file = kept.write_now(fill)
    (loose,) = kept.write_now(lambda tx: attachments.by_ids(tx, [file]))

    kept.write_now(lambda tx: attachments.join(tx, [file, "no such file"], report))
    (joined,) = kept.write_now(lambda tx: attachments.by_ids(tx, [file]))

    assert (loose.report_id, joined.report_id) == (None, report)
    assert (joined.keys, joined.body) == (loose.keys, {"file_id": "p"})
    assert kept.write_now(lambda tx: attachments.of_report(tx, report)) == [file]
    # It joined while its copy was made: the copy is noted under the report's key.
    assert kept.write_now(lambda tx: attachments.kept(tx, loose, 5, {"file_id": "p", "sha256": "00"}))
    ring.destroy(report)
    with pytest.raises(KeyGone):
        kept.write_now(lambda tx: attachments.by_ids(tx, [file]))


def test_a_copy_of_what_was_erased_meanwhile_is_not_noted(kept):
    def fill(tx):
        her = people.welcome(tx, 1, 1, NOW).id
        file = attachments.add(tx, her, "photo", 5, {"file_id": "p"}, NOW, fetch=True)
        one = attachments.by_ids(tx, [file])
        attachments.erase(tx, [file])
        return one

    (one,) = kept.write_now(fill)

    assert not kept.write_now(lambda tx: attachments.kept(tx, one, 5, {}))


def test_words_without_a_case_are_the_houses(kept, ring):
    def fill(tx):
        her = people.welcome(tx, 1, 1, NOW).id
        report = drafts.begin(tx, her, {}, NOW).id
        return report, entries.add(
            tx, EntryKind.WORD, NOW, case_id=None, person_id=her, author_id=her, body={"text": "help"}
        )

    report, word = kept.write_now(fill)
    ring.destroy(report)

    assert kept.write_now(lambda tx: entries.by_id(tx, word)).body == {"text": "help"}


def test_what_was_dropped_is_forgotten_later(kept):
    def fill(tx):
        her = people.welcome(tx, 1, 1, NOW).id
        drafts.drop(tx, drafts.begin(tx, her, {}, NOW).id, NOW)
        drafts.begin(tx, her, {}, NOW)

    kept.write_now(fill)
    assert kept.write_now(lambda tx: drafts.forget_dropped(tx, NOW)) == 0
    assert kept.write_now(lambda tx: drafts.forget_dropped(tx, NOW + timedelta(days=1))) == 1
    assert kept.write_now(drafts.counts) == {"open": 1}

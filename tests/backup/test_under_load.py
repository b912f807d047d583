"""A backup that is taken while people write holds all that was confirmed before it began."""

import threading
import time

from storage import house, inbox
from storage.store import Store
from tests.backup.conftest import unlock
from tests.storage import scenes

_ENOUGH = 300  # messages before the backup begins


def test_all_that_was_confirmed_before_is_in_it_and_nobody_waits(home, elsewhere, tmp_path):
    store = Store(home.url, unlock(home.data_dir))
    chat = store.vault.lookup("chat", scenes.CHAT)
    confirmed: list[int] = []
    slowest, over = [0.0], threading.Event()

    def write() -> None:
        number = 1000
        while not over.is_set():
            number += 1
            began = time.perf_counter()
            one = scenes.incoming(number, chat, b'{"text": "' + b"x" * 500 + b'"}')
            store.write_now(lambda tx, one=one: inbox.keep(tx, [one]))
            slowest[0] = max(slowest[0], time.perf_counter() - began)
            confirmed.append(number)

    writers = threading.Thread(target=write)
    writers.start()
    while len(confirmed) < _ENOUGH:
        time.sleep(0.005)  # as a hotline that has been running
    before = list(confirmed)
    during = []
    taken = home.backed_up(tmp_path, vault=store.vault, at=lambda _step: during.append(len(confirmed)))
    after = len(confirmed)
    over.set()
    writers.join()
    store.write_now(house.check)
    store.close()

    elsewhere.restored(taken)

    numbers = {row[1] for row in elsewhere.rows()["inbox"]}
    assert set(before) <= numbers
    # One moment: what came later is missing from its first message on.
    there = sorted(number for number in numbers if number > 1000)
    assert there == list(range(1001, 1001 + len(there)))
    assert during[0] <= len(there) < after
    assert slowest[0] < 5
    assert len(home.rows()["inbox"]) == 3 + len(confirmed)

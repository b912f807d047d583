"""A recorded question goes out by Telegram's id, and as our own copy where Telegram does not know the id."""

from dataclasses import replace
from datetime import UTC, datetime
from random import Random

import pytest

from bot.calls import close
from bot.line import open_bot
from bot.outcomes import Broken, LineDown, RetryAt, Sent
from bot.prompting import Recordings
from bot.sandbox.server import app, serve
from bot.sandbox.world import World
from bot.sending import Sender
from handlers.saying import Spoken
from storage import attachments, people, prompts
from storage.errors import StoreBusy
from storage.files import Files
from storage.records import Claimed, Lane, Prompt

NOW = datetime(2026, 11, 1, 9, 0, tzinfo=UTC)
VOICE = b"OggS" + bytes(range(256)) * 400  # more than one chunk of a sealed file


def _nothing(_body, _language):
    """A recording says nothing in writing."""
    return Spoken(None, (), None, False)


@pytest.fixture
async def world(clock):
    return World(clock)


@pytest.fixture
async def telegram(world):
    served = await serve(app(world))
    yield served
    await served.stop()


@pytest.fixture
async def bot(world, telegram):
    bot = open_bot(world.token, telegram.url, connections=4)
    yield bot
    await close(bot)


@pytest.fixture
def files(tmp_path):
    return Files(tmp_path)


@pytest.fixture
def sender(bot, store, files):
    own_copy = Recordings(bot, store, files, Random(1)).send
    return Sender(bot, _nothing, list, Random(1), own_copy=own_copy)


@pytest.fixture
def saule(world):
    phone = world.phone("saule")
    phone.start()
    return phone


@pytest.fixture
def file_id(world):
    """What Telegram has."""
    return world.files.keep("voice", VOICE, duration=7).file_id


@pytest.fixture
def recording(store, files, file_id):
    """What we have: kept, and copied."""

    def keep(tx):
        vera = people.welcome(tx, 1, 1, NOW).id
        one = attachments.add(tx, vera, "voice", 9, {"file_id": file_id, "duration": 7}, NOW, fetch=True)
        prompts.keep(tx, Prompt("kk", "name", one, vera, NOW, file_id, 7))
        return prompts.find(tx, "kk", "name")

    kept = store.write_now(keep)
    (one,) = store.write_now(lambda tx: attachments.by_ids(tx, [kept.attachment_id]))
    size, _sha256 = files.write(one.keys[0], kept.attachment_id, [VOICE])
    store.write_now(
        lambda tx: attachments.kept(
            tx, *attachments.to_fetch(tx, NOW, 1), size, {"file_id": file_id, "duration": 7}
        )
    )
    return kept


@pytest.fixture
def message(saule, recording):
    body = {"parts": [], "file": recording.file_id, "attachment": recording.attachment_id}
    return Claimed("0" * 32, "key", saule.chat.id, None, "kk", Lane.REPLY, "prompt", 1, NOW, NOW, body)


def _id_now(store):
    return store.write_now(lambda tx: prompts.find(tx, "kk", "name")).file_id


def _heard(phone):
    return [
        (message.kind, message.file.content, message.file.duration)
        for message in phone.messages
        if message.file
    ]


async def test_what_telegram_knows_is_sent_by_its_id(sender, message, saule, file_id, store):
    assert await sender.send(message) == Sent(saule.last.id)

    assert _heard(saule) == [("voice", VOICE, 7)]
    assert _id_now(store) == file_id


async def test_what_telegram_let_go_is_uploaded_once_and_has_a_new_id(
    sender, message, saule, file_id, store, world
):
    world.files.forget(file_id)

    assert await sender.send(message) == Sent(saule.last.id)

    assert _heard(saule) == [("voice", VOICE, 7)]
    new = _id_now(store)
    assert new == saule.last.file.file_id != file_id
    assert (world.counts["sendVoice", "400"], world.counts["sendVoice", "ok"]) == (1, 1)

    await sender.send(replace(message, body={**message.body, "file": new}))
    assert _heard(saule) == [("voice", VOICE, 7)] * 2
    assert (world.counts["sendVoice", "400"], world.counts["sendVoice", "ok"]) == (1, 2)
    assert _id_now(store) == new


async def test_a_bot_with_another_token_uploads_what_the_first_one_had(message, saule, store, clock, files):
    """Ids are good for one bot: a second world knows none of the first one's."""
    other = World(clock)
    served = await serve(app(other))
    bot = open_bot(other.token, served.url, connections=1)
    own_copy = Recordings(bot, store, files, Random(1)).send
    sender = Sender(bot, _nothing, list, Random(1), own_copy=own_copy)
    phone = other.phone("saule")
    phone.start()

    outcome = await sender.send(replace(message, chat_id=phone.chat.id))

    assert outcome == Sent(phone.last.id)
    assert _heard(phone) == [("voice", VOICE, 7)]
    assert _id_now(store) == phone.last.file.file_id
    await close(bot)
    await served.stop()


async def test_without_a_copy_it_is_broken_and_the_id_stays(sender, message, saule, file_id, world, files):
    world.files.forget(file_id)
    files.erase(message.body["attachment"])

    assert await sender.send(message) == Broken("no-copy")
    assert await sender.send(replace(message, body={**message.body, "attachment": "0" * 32})) == Broken(
        "no-copy"
    )
    assert _heard(saule) == []


async def test_what_was_removed_in_between_is_not_uploaded(sender, message, saule, file_id, world, store):
    world.files.forget(file_id)
    store.write_now(lambda tx: prompts.remove(tx, "kk", "name"))

    assert await sender.send(message) == Broken("no-copy")
    assert _heard(saule) == []


async def test_who_does_not_know_copies_takes_the_refusal_as_it_is(bot, message, file_id, world):
    world.files.forget(file_id)
    sender = Sender(bot, _nothing, list, Random(1))

    assert await sender.send(message) == Broken("wrong-file-identifier")


@pytest.mark.parametrize("mode", ["too_many", "server_error"])
async def test_an_upload_that_is_not_taken_is_tried_again(bot, store, files, message, saule, world, mode):
    world.switches.set(mode, 5)

    outcome = await Recordings(bot, store, files, Random(1)).send(message)

    assert isinstance(outcome, RetryAt)
    assert _heard(saule) == []


async def test_without_a_line_nothing_is_known_against_it(bot, store, files, message, telegram):
    await telegram.stop()

    assert isinstance(await Recordings(bot, store, files, Random(1)).send(message), LineDown)


class Busy:
    """A store that is locked for reading, writing, or both."""

    def __init__(self, store, *, reads):
        self._store, self._reads = store, reads
        self.vault = store.vault

    async def read(self, work):
        if self._reads:
            raise StoreBusy
        return await self._store.read(work)

    async def write(self, work):
        raise StoreBusy


async def test_a_busy_database_keeps_nobody_from_hearing_it(bot, store, files, message, saule, file_id):
    """The id is not kept; the next who wants to hear it uploads it once more."""
    outcome = await Recordings(bot, Busy(store, reads=False), files, Random(1)).send(message)

    assert outcome == Sent(saule.last.id)
    assert _heard(saule) == [("voice", VOICE, 7)]
    assert _id_now(store) == file_id

    outcome = await Recordings(bot, Busy(store, reads=True), files, Random(1)).send(message)
    assert isinstance(outcome, RetryAt)
    assert not outcome.held

"""python-telegram-bot checks no types; what has others than Telegram gets no further than the door."""

from typing import Any

import pytest
import telegram
from telegram import Bot

from handlers.arrivals import Malformed, arrival

BOT = Bot(f"100200300:{'x' * 35}")
FILE = {"file_id": "AwAD_-1", "file_unique_id": "Ag1", "duration": 4, "file_size": 4_000}
PERSON = {"id": 5, "is_bot": False, "first_name": "Сәуле"}
CHAT = {"id": 5, "type": "private"}


def came(**content: Any) -> telegram.Update:
    """A message with *content*."""
    message = {"message_id": 1, "date": 1_794_000_000, "chat": CHAT, "from": PERSON, **content}
    return telegram.Update.de_json({"update_id": 1, "message": message}, BOT)


def pressed(**content: Any) -> telegram.Update:
    """A press with *content*."""
    press = {"id": "77", "from": PERSON, "chat_instance": "1", "data": "x", **content}
    return telegram.Update.de_json({"update_id": 1, "callback_query": press}, BOT)


def test_what_is_as_telegram_says_it_goes_on():
    voice = arrival(came(voice=FILE, caption="\ud83d\0"), "k")
    place = arrival(came(location={"latitude": 43, "longitude": -76.9}), "k")

    assert voice is not None
    assert voice.file is not None
    assert (voice.text, voice.file.file_id, voice.file.duration) == ("\ud83d\0", "AwAD_-1", 4)
    assert place is not None
    assert place.place == (43, -76.9)


@pytest.mark.parametrize(
    ("update", "why"),
    [
        (came(text=["a"]), "text"),
        (came(text="a" * 16_385), "text"),
        (came(text="a", chat={**CHAT, "id": 5.5}), "number"),
        (came(text="a", chat={**CHAT, "id": True}), "number"),
        (came(text="a", chat={**CHAT, "id": None}), "chat"),
        (came(text="a", message_id=2**63), "number"),
        (came(text="a", **{"from": {**PERSON, "id": "5"}}), "number"),
        (came(voice={**FILE, "file_size": 1.5}), "number"),
        (came(voice={**FILE, "file_id": "half an emoji \ud83d"}), "id"),
        (came(voice={**FILE, "file_unique_id": {"a": 7}}), "id"),
        (came(location={"latitude": 1e308, "longitude": 0}), "place"),
        (came(location={"latitude": float("nan"), "longitude": 0}), "place"),
        (came(location={"latitude": "43", "longitude": 0}), "place"),
        (came(contact={"phone_number": "7", "first_name": ["a"]}), "TypeError"),
        (pressed(id="a b"), "id"),
        (pressed(data={"a": 1}), "text"),
        (came(text="/start", entities=[{"type": "bot_command", "offset": 0, "length": "6"}]), "TypeError"),
    ],
)
def test_what_is_not_is_malformed(update, why):
    with pytest.raises(Malformed, match=f"^{why}$"):
        arrival(update, "k")


def test_a_card_and_a_named_place_keep_their_names():
    """Somebody else's number is nothing without whose it is; her own card says nothing new."""
    card = {"phone_number": "77011234567", "first_name": "Айгүл", "last_name": "Б."}
    of_another = arrival(came(contact={**card, "user_id": 6}), "k")
    her_own = arrival(came(contact={**card, "user_id": PERSON["id"]}), "k")
    venue = {"location": {"latitude": 43, "longitude": 80}, "title": "Tea house", "address": "Long street 5"}
    there = arrival(came(venue=venue), "k")

    assert of_another is not None
    assert (of_another.phone, of_another.phone_of) == ("77011234567", "Айгүл Б.")
    assert her_own is not None
    assert (her_own.phone, her_own.phone_of) == ("77011234567", None)
    assert there is not None
    assert (there.place, there.place_name) == ((43, 80), "Tea house, Long street 5")

"""Every kind of update of the Bot API, well formed: what the hostile ones are broken from."""

from collections.abc import Callable
from dataclasses import dataclass, field
from random import Random
from typing import Any

from tests.fuzz.texts import MARK, Words

Raw = dict[str, Any]

_WHEN = 1_794_000_000


@dataclass(slots=True)
class Account:
    """Somebody with an account, in the chat with the bot.

    Attributes:
        said: Numbers of her messages so far.
    """

    id: int
    name: str
    language: str | None = None
    said: list[int] = field(default_factory=list)

    def user(self) -> Raw:
        """As Telegram describes her."""
        about: Raw = {"id": self.id, "is_bot": False, "first_name": self.name, "username": f"u{MARK}"}
        return about | ({"language_code": self.language} if self.language else {})

    def chat(self) -> Raw:
        """Her chat with the bot."""
        return {"id": self.id, "type": "private", "first_name": self.name, "username": f"u{MARK}"}


class Shapes:
    """Makes updates of every kind, without their numbers."""

    def __init__(self, random: Random, words: Words) -> None:
        self._random = random
        self._words = words
        self._files = 0
        self.contents: dict[str, Callable[[], Raw]] = {
            "text": lambda: {"text": words.text()},
            "photo": lambda: {"photo": [self._file(width=90, height=90), self._file(width=900, height=900)]},
            "voice": lambda: {"voice": self._file(duration=random.choice((0, 3, 7200)))},
            "audio": lambda: {
                "audio": self._file(duration=3, title=words.name(), file_name=words.file_name())
            },
            "video": lambda: {"video": self._file(width=9, height=9, duration=3)},
            "video_note": lambda: {"video_note": self._file(length=9, duration=3)},
            "document": lambda: {"document": self._file(file_name=words.file_name(), mime_type="a/b")},
            "animation": lambda: {
                "animation": self._file(width=9, height=9, duration=3),
                "document": self._file(file_name=words.file_name()),
            },
            "sticker": lambda: {
                "sticker": self._file(
                    width=9, height=9, type="regular", is_animated=False, is_video=False, emoji="🙂"
                )
            },
            "contact": lambda: {
                "contact": {"phone_number": words.phone(), "first_name": words.name(), "user_id": 5}
            },
            "location": lambda: {
                "location": {"latitude": random.uniform(-90, 90), "longitude": random.uniform(-180, 180)}
            },
            "venue": lambda: {
                "venue": {
                    "location": {"latitude": 43.2, "longitude": 76.9},
                    "title": words.name(),
                    "address": words.name(),
                }
            },
            "poll": lambda: {"poll": self._poll()},
            "dice": lambda: {"dice": {"value": 6, "emoji": "🎲"}},
            "game": lambda: {
                "game": {"title": words.name(), "description": MARK, "photo": [self._file(width=9, height=9)]}
            },
            "story": lambda: {"story": {"chat": self._channel(), "id": 1}},
            "new_chat_members": lambda: {"new_chat_members": [self._stranger()]},
            "left_chat_member": lambda: {"left_chat_member": self._stranger()},
            "new_chat_title": lambda: {"new_chat_title": words.name()},
            "migrate": lambda: {"migrate_to_chat_id": -1_009_999_999_999},
            "pinned_message": lambda: {"pinned_message": self._pinned()},
            "successful_payment": lambda: {
                "successful_payment": {
                    "currency": "XTR",
                    "total_amount": 1,
                    "invoice_payload": MARK,
                    "telegram_payment_charge_id": MARK,
                    "provider_payment_charge_id": MARK,
                }
            },
            "web_app_data": lambda: {"web_app_data": {"data": words.text(), "button_text": words.name()}},
            "users_shared": lambda: {
                "users_shared": {"request_id": 1, "users": [{"user_id": 5, "first_name": words.name()}]}
            },
            "giveaway": lambda: {
                "giveaway": {
                    "chats": [self._channel()],
                    "winners_selection_date": _WHEN,
                    "winner_count": 1,
                    "prize_description": MARK,
                }
            },
            "paid_media": lambda: {
                "paid_media": {"star_count": 1, "paid_media": [{"type": "preview", "width": 9, "height": 9}]}
            },
            "forum_topic": lambda: {"forum_topic_created": {"name": words.name(), "icon_color": 7322096}},
            "passport_data": lambda: {
                "passport_data": {"data": [], "credentials": {"data": MARK, "hash": MARK, "secret": MARK}}
            },
            "nothing": dict,
        }
        self.kinds: dict[str, Callable[[Account], Raw]] = {
            "message": lambda who: self.message(who, self._any_content()),
            "edited_message": lambda who: self.edited(who, self._any_content()),
            "channel_post": lambda who: self._post(),
            "edited_channel_post": lambda who: self._post() | {"edit_date": _WHEN},
            "inline_query": lambda who: {
                "id": MARK,
                "from": who.user(),
                "query": words.text(),
                "offset": "",
            },
            "chosen_inline_result": lambda who: {"result_id": "1", "from": who.user(), "query": words.text()},
            "callback_query": lambda who: self.press(who, words.text()[:64]),
            "shipping_query": lambda who: {
                "id": MARK,
                "from": who.user(),
                "invoice_payload": MARK,
                "shipping_address": {
                    "country_code": "KZ",
                    "state": "",
                    "city": MARK,
                    "street_line1": MARK,
                    "street_line2": "",
                    "post_code": "",
                },
            },
            "pre_checkout_query": lambda who: {
                "id": MARK,
                "from": who.user(),
                "currency": "XTR",
                "total_amount": 1,
                "invoice_payload": MARK,
            },
            "poll": lambda who: self._poll(),
            "poll_answer": lambda who: {
                "poll_id": "1",
                "user": who.user(),
                "option_ids": [0],
                "option_persistent_ids": ["0"],
            },
            "my_chat_member": lambda who: self.membership(who),
            "chat_member": lambda who: self.membership(who),
            "chat_join_request": lambda who: {
                "chat": self._channel(),
                "from": who.user(),
                "user_chat_id": who.id,
                "date": _WHEN,
                "bio": words.text(),
            },
            "chat_boost": lambda who: {
                "chat": self._channel(),
                "boost": {
                    "boost_id": "1",
                    "add_date": _WHEN,
                    "expiration_date": _WHEN,
                    "source": {"source": "premium", "user": who.user()},
                },
            },
            "removed_chat_boost": lambda who: {
                "chat": self._channel(),
                "boost_id": "1",
                "remove_date": _WHEN,
                "source": {"source": "premium", "user": who.user()},
            },
            "message_reaction": lambda who: {
                "chat": who.chat(),
                "message_id": 1,
                "user": who.user(),
                "date": _WHEN,
                "old_reaction": [],
                "new_reaction": [{"type": "emoji", "emoji": "👍"}],
            },
            "message_reaction_count": lambda who: {
                "chat": self._channel(),
                "message_id": 1,
                "date": _WHEN,
                "reactions": [{"type": {"type": "emoji", "emoji": "👍"}, "total_count": 1}],
            },
            "business_connection": lambda who: {
                "id": MARK,
                "user": who.user(),
                "user_chat_id": who.id,
                "date": _WHEN,
                "is_enabled": True,
            },
            "business_message": lambda who: self.message(who, self._any_content()),
            "edited_business_message": lambda who: self.edited(who, self._any_content()),
            "deleted_business_messages": lambda who: {
                "business_connection_id": MARK,
                "chat": who.chat(),
                "message_ids": [1],
            },
            "purchased_paid_media": lambda who: {"from": who.user(), "paid_media_payload": MARK},
            "managed_bot": lambda who: {"user": who.user(), "bot": self._stranger()},
            "guest_message": lambda who: self.message(who, self._any_content()),
        }

    def message(self, who: Account, content: Raw, chat: Raw | None = None) -> Raw:
        """Somebody sends *content*, to the bot or into *chat*; as her own words, a forward, an answer."""
        number = len(who.said) + 1
        who.said.append(number)
        said: Raw = {
            "message_id": number,
            "date": _WHEN,
            "chat": chat or who.chat(),
            "from": who.user(),
            **content,
        }
        chance = self._random.random()
        if chance < 0.05:
            said["forward_origin"] = {"type": "user", "sender_user": self._stranger(), "date": _WHEN}
        elif chance < 0.08:
            said["forward_origin"] = {
                "type": "hidden_user",
                "sender_user_name": self._words.name(),
                "date": _WHEN,
            }
        elif chance < 0.12:
            said["reply_to_message"] = self._pinned()
            said["quote"] = {"text": self._words.name(), "position": 0}
        elif chance < 0.14:
            said["via_bot"] = self._stranger()
        elif chance < 0.16:
            said["sender_chat"] = self._channel()
        elif chance < 0.2 and ({"photo", "document", "video"} & content.keys()):
            said["media_group_id"] = self._random.choice(("1", "2", MARK))
        if "text" not in said and self._random.random() < 0.4:
            said["caption"] = self._words.text()
        return said

    def command(self, who: Account, name: str, payload: str = "", chat: Raw | None = None) -> Raw:
        """Somebody sends a command."""
        text = f"/{name} {payload}" if payload else f"/{name}"
        mark = {"type": "bot_command", "offset": 0, "length": len(name) + 1}
        return self.message(who, {"text": text, "entities": [mark]}, chat)

    def edited(self, who: Account, content: Raw) -> Raw:
        """She changes one of her messages, or one that never was."""
        said = self.message(who, content) | {"edit_date": _WHEN}
        if len(who.said) > 1 and self._random.random() < 0.8:
            who.said.pop()
            said["message_id"] = self._random.choice(who.said[-20:])
        return said

    def press(self, who: Account, data: str, message_id: int = 1) -> Raw:
        """She presses a button that carries *data*."""
        message: Raw = {
            "message_id": message_id,
            "date": _WHEN,
            "chat": who.chat(),
            "from": {"id": 100200300, "is_bot": True, "first_name": "Izdeu"},
            "text": self._words.name(),
        }
        press = {
            "id": str(self._random.getrandbits(63)),
            "from": who.user(),
            "chat_instance": "1",
            "data": data,
        }
        chance = self._random.random()
        if chance < 0.05:
            return press | {"message": {"chat": who.chat(), "message_id": message_id, "date": 0}}
        if chance < 0.08:
            return press | {"inline_message_id": MARK}
        return press | {"message": message}

    def membership(self, who: Account, chat: Raw | None = None) -> Raw:
        """She blocks the bot, takes that back, or puts the bot into a group."""
        before, after = self._random.choice((("member", "kicked"), ("kicked", "member"), ("left", "member")))
        bot = {"id": 100200300, "is_bot": True, "first_name": "Izdeu"}
        return {
            "chat": chat or who.chat(),
            "from": who.user(),
            "date": _WHEN,
            "old_chat_member": {"status": before, "user": bot, "until_date": 0},
            "new_chat_member": {"status": after, "user": bot, "until_date": 0},
        }

    def group(self) -> Raw:
        """A group somewhere."""
        kind = self._random.choice(("group", "supergroup"))
        return {"id": -self._random.randint(1, 9), "type": kind, "title": self._words.name()}

    def _channel(self) -> Raw:
        return {
            "id": -1_001_000_000_000 - self._random.randint(1, 9),
            "type": "channel",
            "title": self._words.name(),
        }

    def _stranger(self) -> Raw:
        return {
            "id": self._random.randint(900, 999),
            "is_bot": False,
            "first_name": self._words.name(),
        }

    def _post(self) -> Raw:
        return {"message_id": 1, "date": _WHEN, "chat": self._channel(), **self._any_content()}

    def _pinned(self) -> Raw:
        return {"message_id": 1, "date": _WHEN, "chat": self._channel(), "text": self._words.name()}

    def _any_content(self) -> Raw:
        if self._random.random() < 0.4:
            return self.contents["text"]()
        return self._random.choice(list(self.contents.values()))()

    def _file(self, **about: Any) -> Raw:
        self._files += 1
        size = self._random.choice((None, 0, 1_000, 20 * 1024 * 1024, 4_000_000_000))
        return {
            "file_id": f"F{MARK}{self._files}",
            "file_unique_id": f"U{MARK}{self._files}",
            **({} if size is None else {"file_size": size}),
            **about,
        }

    def _poll(self) -> Raw:
        option = {"text": self._words.name(), "voter_count": 0, "persistent_id": "0"}
        return {
            "id": "1",
            "question": self._words.name(),
            "options": [option],
            "total_voter_count": 0,
            "is_closed": False,
            "is_anonymous": True,
            "type": "regular",
            "allows_multiple_answers": False,
            "allows_revoting": False,
            "members_only": False,
        }

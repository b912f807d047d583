"""Every kind of update of the Bot API, well formed: what the hostile ones are broken from."""

from collections.abc import Callable
from dataclasses import dataclass, field
from random import Random

from tests.fuzz.contents import WHEN, Contents, Raw
from tests.fuzz.texts import MARK, Words


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
        self.contents = Contents(random, words)
        self.kinds: dict[str, Callable[[Account], Raw]] = {
            "message": lambda who: self.message(who, self.contents.any()),
            "edited_message": lambda who: self.edited(who, self.contents.any()),
            "channel_post": lambda who: self._post(),
            "edited_channel_post": lambda who: self._post() | {"edit_date": WHEN},
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
            "poll": lambda who: self.contents.poll(),
            "poll_answer": lambda who: {
                "poll_id": "1",
                "user": who.user(),
                "option_ids": [0],
                "option_persistent_ids": ["0"],
            },
            "my_chat_member": lambda who: self.membership(who),
            "chat_member": lambda who: self.membership(who),
            "chat_join_request": lambda who: {
                "chat": self.contents.channel(),
                "from": who.user(),
                "user_chat_id": who.id,
                "date": WHEN,
                "bio": words.text(),
            },
            "chat_boost": lambda who: {
                "chat": self.contents.channel(),
                "boost": {
                    "boost_id": "1",
                    "add_date": WHEN,
                    "expiration_date": WHEN,
                    "source": {"source": "premium", "user": who.user()},
                },
            },
            "removed_chat_boost": lambda who: {
                "chat": self.contents.channel(),
                "boost_id": "1",
                "remove_date": WHEN,
                "source": {"source": "premium", "user": who.user()},
            },
            "message_reaction": lambda who: {
                "chat": who.chat(),
                "message_id": 1,
                "user": who.user(),
                "date": WHEN,
                "old_reaction": [],
                "new_reaction": [{"type": "emoji", "emoji": "👍"}],
            },
            "message_reaction_count": lambda who: {
                "chat": self.contents.channel(),
                "message_id": 1,
                "date": WHEN,
                "reactions": [{"type": {"type": "emoji", "emoji": "👍"}, "total_count": 1}],
            },
            "business_connection": lambda who: {
                "id": MARK,
                "user": who.user(),
                "user_chat_id": who.id,
                "date": WHEN,
                "is_enabled": True,
            },
            "business_message": lambda who: self.message(who, self.contents.any()),
            "edited_business_message": lambda who: self.edited(who, self.contents.any()),
            "deleted_business_messages": lambda who: {
                "business_connection_id": MARK,
                "chat": who.chat(),
                "message_ids": [1],
            },
            "purchased_paid_media": lambda who: {"from": who.user(), "paid_media_payload": MARK},
            "managed_bot": lambda who: {"user": who.user(), "bot": self.contents.stranger()},
            "guest_message": lambda who: self.message(who, self.contents.any()),
        }

    def message(self, who: Account, content: Raw, chat: Raw | None = None) -> Raw:
        """Somebody sends *content*, to the bot or into *chat*; as her own words, a forward, an answer."""
        number = len(who.said) + 1
        who.said.append(number)
        said: Raw = {
            "message_id": number,
            "date": WHEN,
            "chat": chat or who.chat(),
            "from": who.user(),
            **content,
        }
        chance = self._random.random()
        if chance < 0.05:
            said["forward_origin"] = {"type": "user", "sender_user": self.contents.stranger(), "date": WHEN}
        elif chance < 0.08:
            said["forward_origin"] = {
                "type": "hidden_user",
                "sender_user_name": self._words.name(),
                "date": WHEN,
            }
        elif chance < 0.12:
            said["reply_to_message"] = self.contents.pinned()
            said["quote"] = {"text": self._words.name(), "position": 0}
        elif chance < 0.14:
            said["via_bot"] = self.contents.stranger()
        elif chance < 0.16:
            said["sender_chat"] = self.contents.channel()
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

    def edited(self, who: Account, content: Raw, *, last: bool = False) -> Raw:
        """She changes one of her messages, the *last*, or one that never was."""
        said = self.message(who, content) | {"edit_date": WHEN}
        if len(who.said) > 1 and self._random.random() < 0.8:
            who.said.pop()
            said["message_id"] = who.said[-1] if last else self._random.choice(who.said[-20:])
        return said

    def press(self, who: Account, data: str, message_id: int = 1) -> Raw:
        """She presses a button that carries *data*."""
        message: Raw = {
            "message_id": message_id,
            "date": WHEN,
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
            "date": WHEN,
            "old_chat_member": {"status": before, "user": bot, "until_date": 0},
            "new_chat_member": {"status": after, "user": bot, "until_date": 0},
        }

    def group(self) -> Raw:
        """A group somewhere."""
        kind = self._random.choice(("group", "supergroup"))
        return {"id": -self._random.randint(1, 9), "type": kind, "title": self._words.name()}

    def _post(self) -> Raw:
        return {"message_id": 1, "date": WHEN, "chat": self.contents.channel(), **self.contents.any()}

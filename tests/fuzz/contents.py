"""Everything that a message can carry, well formed."""

from collections.abc import Callable
from random import Random
from typing import Any

from tests.fuzz.texts import MARK, Words

Raw = dict[str, Any]

WHEN = 1_794_000_000


class Contents:
    """Makes what messages carry.

    Attributes:
        kinds: A maker for each kind.
    """

    def __init__(self, random: Random, words: Words) -> None:
        self._random = random
        self._words = words
        self._files = 0
        self.kinds: dict[str, Callable[[], Raw]] = {
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
            "card": lambda: {
                "contact": {"phone_number": words.phone(), "first_name": words.name(), "vcard": words.text()}
            },
            "location": lambda: {"location": self._point()},
            "live_location": lambda: {
                "location": {**self._point(), "live_period": 60, "heading": 361, "horizontal_accuracy": -1.0}
            },
            "venue": lambda: {
                "location": self._point(),
                "venue": {
                    "location": self._point(),
                    "title": random.choice((words.name(), words.answer(), "")),
                    "address": words.name(),
                },
            },
            "poll": lambda: {"poll": self.poll()},
            "dice": lambda: {"dice": {"value": 6, "emoji": "🎲"}},
            "game": lambda: {
                "game": {"title": words.name(), "description": MARK, "photo": [self._file(width=9, height=9)]}
            },
            "story": lambda: {"story": {"chat": self.channel(), "id": 1}},
            "new_chat_members": lambda: {"new_chat_members": [self.stranger()]},
            "left_chat_member": lambda: {"left_chat_member": self.stranger()},
            "new_chat_title": lambda: {"new_chat_title": words.name()},
            "migrate": lambda: {"migrate_to_chat_id": -1_009_999_999_999},
            "pinned_message": lambda: {"pinned_message": self.pinned()},
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
                    "chats": [self.channel()],
                    "winners_selection_date": WHEN,
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

    def _point(self) -> Raw:
        random = self._random
        latitude = random.choice((random.uniform(-90, 90), 0, 90.0, -90, 1e-320, 91, 44.216667))
        longitude = random.choice((random.uniform(-180, 180), 0, 180.0, -180, 5e300, 80.433333))
        return {"latitude": latitude, "longitude": longitude}

    def channel(self) -> Raw:
        """A channel somewhere."""
        return {
            "id": -1_001_000_000_000 - self._random.randint(1, 9),
            "type": "channel",
            "title": self._words.name(),
        }

    def stranger(self) -> Raw:
        """Somebody who is not there."""
        return {
            "id": self._random.randint(900, 999),
            "is_bot": False,
            "first_name": self._words.name(),
        }

    def pinned(self) -> Raw:
        """A message of somewhere else."""
        return {"message_id": 1, "date": WHEN, "chat": self.channel(), "text": self._words.name()}

    def any(self) -> Raw:
        """Anything; mostly words."""
        if self._random.random() < 0.4:
            return self.kinds["text"]()
        return self._random.choice(list(self.kinds.values()))()

    def _file(self, **about: Any) -> Raw:
        self._files += 1
        size = self._random.choice((None, 0, 1_000, 20 * 1024 * 1024, 4_000_000_000))
        return {
            "file_id": f"F{MARK}{self._files}",
            "file_unique_id": f"U{MARK}{self._files}",
            **({} if size is None else {"file_size": size}),
            **about,
        }

    def poll(self) -> Raw:
        """A poll."""
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

"""The phones of honest people at work, while others attack: nothing of it may reach them.

What they do stands in `stories`. What they were told is compared, word for word, with what they
are told when they are alone with the bot.
"""

import re
from dataclasses import dataclass, field

from locales.catalog import Catalog
from tests.fuzz.contents import Raw
from tests.fuzz.line import Heard

_WHEN = 1_794_000_000
_CODE = re.compile(r"[2-9A-Z]{3}-[2-9A-Z]{3}")
FIRST_ACCOUNT = 7_100_000_001


@dataclass
class Phone:
    """An honest person's phone.

    Attributes:
        heard: Everything that was said to her, in order.
    """

    catalog: Catalog
    account_id: int
    name: str
    language: str
    heard: list[Heard] = field(default_factory=list)
    _said: int = 0

    def write(self, text: str) -> Raw:
        """She writes."""
        return self._message({"text": text})

    def command(self, name: str, payload: str = "") -> Raw:
        """She gives a command."""
        text = f"/{name} {payload}".rstrip()
        return self._message(
            {"text": text, "entities": [{"type": "bot_command", "offset": 0, "length": len(name) + 1}]}
        )

    def voice(self, file_id: str) -> Raw:
        """She speaks."""
        return self._message(
            {"voice": {"file_id": file_id, "file_unique_id": file_id, "duration": 4, "file_size": 4_000}}
        )

    def photo(self, file_id: str, album: str = "", caption: str = "") -> Raw:
        """She sends a photo, alone or as one of several."""
        size = {"file_id": file_id, "file_unique_id": file_id, "width": 90, "height": 90, "file_size": 900}
        more = ({"media_group_id": album} if album else {}) | ({"caption": caption} if caption else {})
        return self._message({"photo": [size], **more})

    def location(self, latitude: float, longitude: float) -> Raw:
        """She sends a place on the map."""
        return self._message({"location": {"latitude": latitude, "longitude": longitude}})

    def venue(self, latitude: float, longitude: float, title: str, address: str) -> Raw:
        """She sends a place that has a name."""
        at = {"latitude": latitude, "longitude": longitude}
        return self._message({"location": at, "venue": {"location": at, "title": title, "address": address}})

    def contact(self, number: str) -> Raw:
        """She shares her own number with the key."""
        shared = {"phone_number": number, "first_name": self.name, "user_id": self.account_id}
        return self._message({"contact": shared})

    def card(self, number: str, name: str) -> Raw:
        """She sends somebody else's number."""
        return self._message({"contact": {"phone_number": number, "first_name": name}})

    def edit(self, written: Raw, text: str) -> Raw:
        """She changes the message that she sent as *written*."""
        number = written["message"]["message_id"]
        changed = self._message({"text": text})["message"] | {"message_id": number, "edit_date": _WHEN}
        return {"edited_message": changed}

    def tap(self, button: str) -> Raw:
        """She presses the newest button with this text of the catalogue."""
        return self.tap_label(self.catalog.plain(self.language, button))

    def tap_label(self, label: str, within: str = "") -> Raw:
        """She presses the newest button that says *label*, under a message that says *within*."""
        for one in reversed(self.heard):
            for shown, data in one.buttons:
                if shown == label and within in one.text:
                    return self._press(data, one.message_id)
        raise LookupError(label)

    def taps_again(self, button: str) -> Raw:
        """She presses the oldest button with this text, which is long answered."""
        label = self.catalog.plain(self.language, button)
        found = ((one, data) for one in self.heard for shown, data in one.buttons if shown == label and data)
        old, data = next(found)
        return self._press(data, old.message_id)

    def tap_beginning(self, beginning: str) -> Raw:
        """She presses the newest button that begins like this."""
        for one in reversed(self.heard):
            for shown, data in one.buttons:
                if shown.startswith(beginning):
                    return self._press(data, one.message_id)
        raise LookupError(beginning)

    def words(self, text_id: str, **args: str) -> str:
        """A text of the catalogue with what stands in its gaps, as a button shows it."""
        return self.catalog.plain(self.language, text_id, **args)

    def sees(self, label_id: str, within: str = "") -> bool:
        """Whether such a button is there."""
        label = self.catalog.plain(self.language, label_id)
        return any(label == shown and within in one.text for one in self.heard for shown, _ in one.buttons)

    def code(self) -> str | None:
        """The code of her first case, once she was told it."""
        return next(iter(self.codes()), None)

    def codes(self) -> list[str]:
        """The codes of all her cases, in the order in which she was told them."""
        found = (_CODE.search(one.text) for one in self.heard)
        return list(dict.fromkeys(one.group() for one in found if one is not None))

    def _user(self) -> Raw:
        return {"id": self.account_id, "is_bot": False, "first_name": self.name}

    def _chat(self) -> Raw:
        return {"id": self.account_id, "type": "private", "first_name": self.name}

    def _message(self, content: Raw) -> Raw:
        self._said += 1
        about = {"message_id": self._said, "date": _WHEN, "chat": self._chat(), "from": self._user()}
        return {"message": about | content}

    def _press(self, data: str, message_id: int) -> Raw:
        self._said += 1
        message = {"message_id": message_id, "date": _WHEN, "chat": self._chat(), "text": "…"}
        return {
            "callback_query": {
                "id": f"{self.account_id}{self._said}",
                "from": self._user(),
                "message": message,
                "chat_instance": "1",
                "data": data,
            }
        }


def masked(text: str) -> str:
    """*text* without what chance makes."""
    return _CODE.sub("CODE", text)

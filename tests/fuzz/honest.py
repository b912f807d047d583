"""Two families and a coordinator at work, while others attack: nothing of it may reach them.

Each of them is a script that yields one update at a time. What they were told is compared,
word for word, with what they are told when they are alone with the bot.
"""

import re
from collections.abc import Iterator
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

    def photo(self, file_id: str) -> Raw:
        """She sends a photo."""
        size = {"file_id": file_id, "file_unique_id": file_id, "width": 90, "height": 90, "file_size": 900}
        return self._message({"photo": [size]})

    def contact(self, number: str) -> Raw:
        """She shares her own number with the key."""
        shared = {"phone_number": number, "first_name": self.name, "user_id": self.account_id}
        return self._message({"contact": shared})

    def edit(self, number: int, text: str) -> Raw:
        """She changes her message *number*."""
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

    def sees(self, label_id: str, within: str = "") -> bool:
        """Whether such a button is there."""
        label = self.catalog.plain(self.language, label_id)
        return any(label == shown and within in one.text for one in self.heard for shown, _ in one.buttons)

    def code(self) -> str | None:
        """The code of her case, once she was told it."""
        found = (_CODE.search(one.text) for one in self.heard)
        return next((one.group() for one in found if one is not None), None)

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


Script = Iterator[Raw | None]
"""Each step is an update, or None to wait for a turn."""


def saule(me: Phone) -> Script:
    """Types her report in Russian, changes her mind once, and reads the answer."""
    yield me.command("start")
    yield me.tap_label("Русский")
    yield me.tap("button-report")
    yield me.tap("button-agree")
    yield me.tap("option-relation-sibling")
    yield me.write("Айдарбек Нұрланұлы")
    yield me.tap("option-event-contact-lost")
    yield me.write("в конце июля 2025 года")
    yield me.write("Хоргос, по дороге <домой> & обратно")
    yield me.write("Он поехал к тёте { $x } и больше не звонил.")
    yield me.edit(10, "Он поехал к тёте в Кульджу и больше не звонил.")
    yield me.photo("AgADsauleTicket")
    yield me.tap("button-done")
    yield me.photo("AgADsaulePhoto")
    yield me.tap("button-done")
    yield me.contact("+77010000001")
    yield me.tap("button-change")
    yield me.tap("label-where")
    yield me.write("Хоргос")
    yield me.tap("button-send-report")
    yield me.command("cases")
    while not me.sees("button-read"):
        yield None
    yield me.tap("button-read")
    yield me.tap("button-answer")
    yield me.write("Спасибо. Мне сегодня звонили с незнакомого номера.")
    yield me.voice("AwADsauleAnswer")
    yield me.tap("button-done")
    yield me.command("cases")
    code = me.code()
    yield me.tap_label(next(s for one in me.heard for s, _ in one.buttons if code and s.startswith(code)))


def batur(me: Phone) -> Script:
    """Speaks Uyghur, mostly by voice; rests in the middle, and comes back."""
    yield me.write("ئاكام يوقاپ كەتتى")
    yield me.tap_label("ئۇيغۇرچە")
    yield me.tap("button-report-this")
    yield me.tap("button-agree")
    yield me.voice("AwADbaturRelation")
    yield me.write("تۇرسۇنجان")
    yield me.tap("button-unknown")
    yield me.tap("button-pause")
    yield me.tap("button-resume")
    yield me.voice("AwADbaturWhen")
    yield me.tap("button-back")
    yield me.write("2025-يىلى 7-ئاي")
    yield me.tap("button-unknown")
    yield me.voice("AwADbaturStory")
    yield me.tap("button-done")
    yield me.tap("button-skip")
    yield me.tap("button-skip")
    yield me.tap("button-send-report")
    while not me.sees("button-read"):
        yield None
    yield me.tap("button-read")
    yield me.tap("button-my-reports")


def vera(me: Phone, invite: str, families: list[Phone]) -> Script:
    """Comes with an invitation; takes both cases, writes to both families, reads what they answer."""
    yield me.command("start", invite)
    yield me.tap_label("English")
    for family in families:
        while (code := family.code()) is None or not me.sees("button-open-case", within=code):
            yield None
        yield me.tap_label("Open the case", within=code)
        yield me.tap("button-take")
        yield me.tap("button-whole-report")
        # Alerts of other reports may have come below it meanwhile.
        yield me.tap_label("Open the case", within=code)
        yield me.tap("button-write-family")
        yield me.write(f"We wrote to the consulate about {family.name}’s relative.")
        yield me.tap("button-send-letter")
    code = families[0].code() or ""
    while not me.sees("button-read", within=code):
        yield None
    yield me.tap_label("Read", within=code)


def masked(text: str) -> str:
    """*text* without what chance makes."""
    return _CODE.sub("CODE", text)

"""The crowd: accounts that do whatever can be done to the bot, in any order, and learn from what it says.

Some only make noise; some go through a report with nasty answers; some flood one place with
thousands of messages; all press buttons that are theirs, somebody else's, long used, or cut.
"""

import copy
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, field
from random import Random
from typing import Any

from locales.catalog import Catalog
from locales.languages import CODES, LANGUAGES
from tests.fuzz.contents import Raw
from tests.fuzz.mutations import mutated, odd
from tests.fuzz.shapes import Account, Shapes
from tests.fuzz.texts import Words

FIRST_ACCOUNT = 5_000_000_000
_COMMANDS = (
    "start",
    "help",
    "report",
    "report",
    "cases",
    "cases",
    "queue",
    "settings",
    "privacy",
    "privacy",
    "cancel",
    "invite",
    "REPORT@izdeu_bot",
    "start@other_bot",
    "x" * 64,
)
_NUMBERS: tuple[Any, ...] = (
    None,
    True,
    False,
    -1,
    0,
    1.5,
    "7",
    2**53,
    2**63 - 1,
    2**63,
    2**70,
    [],
    {},
    float("nan"),
)
_FLOOD = ("text",) * 7 + ("photo", "voice", "document", "location", "venue", "contact", "card")
_NOT_OBJECTS: tuple[Any, ...] = (None, True, 0, "", "update", [], [[]], {}, 1e308)

_TO_A_QUESTION = ("button-report", "button-report-this", "button-agree")
_TO_A_PERSON = ("button-person", "button-send-to-person")
_TO_THE_END = (
    *_TO_A_QUESTION,
    "button-send-report",
    "button-unknown",
    "button-done",
    "button-new-report",
    "button-start-anew",
    "option-relation-friend",
    "option-event-taken",
)
# Deep into the interview, and out of it again.
_ONWARD = (
    *_TO_THE_END,
    "button-go-on",
    "button-skip",
    "button-yes",
    "button-as-written",
    "option-relation-child",
)
_INTO_LISTS = (
    *_ONWARD,
    "button-more-identity",
    "button-more-crossings",
    "button-more-petitions",
    "button-calendar",
    "button-only-year",
    "option-citizenship-cn",
    "option-occupation-driver",
)
_AFTERWARDS = (
    *_ONWARD,
    "button-receipt",
    "button-receipt-yes",
    "button-my-reports",
    "button-tell-more",
    "button-change",
    "label-name",
    "label-when",
    "button-send-changes",
)


@dataclass(slots=True)
class Seen:
    """What one chat has been shown lately.

    Attributes:
        keyboards: Of its last messages: the number, and each button's label and data.
    """

    keyboards: deque[tuple[int, list[tuple[str, str]]]] = field(default_factory=lambda: deque(maxlen=40))


@dataclass(slots=True)
class Hostile:
    """One account of the crowd.

    Attributes:
        wants: Labels that it presses whenever it sees them last.
        floods: Whether it otherwise only sends words and files.
    """

    account: Account
    wants: frozenset[str]
    floods: bool


class Crowd:
    """Makes the updates of many hostile accounts.

    Args:
        random: Everything is drawn from it, so that a seed repeats a run.
        numbers: Gives the next update number; shared with everybody who writes to the bot.
        accounts: How many there are from the beginning; some more come later.
    """

    def __init__(self, random: Random, catalog: Catalog, numbers: "Numbers", accounts: int = 30) -> None:
        self._random = random
        self._numbers = numbers
        self._words = Words(random)
        self._shapes = Shapes(random, self._words)
        self._habits = [
            (_labels(catalog, ids), floods)
            for ids, floods in (
                ((), False),
                ((), False),
                ((), False),
                ((), True),  # tells everything before it is asked
                (_TO_A_QUESTION, True),
                ((*_TO_A_QUESTION, "option-relation-friend"), True),
                (_TO_A_PERSON, True),
                (_TO_THE_END, True),
                (_TO_THE_END, False),
                (_ONWARD, True),
                (_INTO_LISTS, True),
                (_INTO_LISTS, False),
                (_AFTERWARDS, True),
            )
        ]
        self._next_account = FIRST_ACCOUNT
        self._people = [self._newcomer() for _ in range(accounts)]
        self._seen: dict[int, Seen] = {}
        self._stolen: deque[str] = deque(maxlen=200)
        self._past: deque[Any] = deque(maxlen=300)
        self._held: list[Any] = []

    @property
    def accounts(self) -> list[Account]:
        """Everybody in it so far."""
        return [one.account for one in self._people]

    def shown(self, chat_id: int, message_id: int, buttons: Sequence[tuple[str, str]]) -> None:
        """The bot showed *buttons*, to one of the crowd or to somebody whose phone they can see."""
        if buttons:
            self._seen.setdefault(chat_id, Seen()).keyboards.append((message_id, list(buttons)))
            self._stolen.extend(data for _, data in buttons)

    def overheard(self, update: Raw) -> None:
        """An update of somebody else that may come again, whole or with its number on another."""
        self._past.append(update)

    def updates(self, count: int) -> list[Any]:
        """The next *count* updates, in the order in which they arrive."""
        made: list[Any] = []
        while len(made) < count:
            one = self._numbered(self._body())
            if self._random.random() < 0.04:
                self._held.append(one)
            else:
                made.append(one)
            if self._held and self._random.random() < 0.05 and len(made) < count:
                made.append(self._held.pop(self._random.randrange(len(self._held))))
        self._past.extend(made)
        if self._random.random() < 0.3:
            self._random.shuffle(made)
        return made

    def _newcomer(self) -> Hostile:
        self._next_account += 1
        wants, floods = self._random.choice(self._habits)
        language = self._random.choice((None, "kk", "ru", "zh-hans", "ug", "xx", self._words.name()))
        return Hostile(Account(self._next_account, self._words.name(), language), wants, floods)

    def _body(self) -> Raw:
        random = self._random
        if random.random() < 0.004:
            self._people.append(self._newcomer())
        who = random.choice(self._people)
        body = self._deed(who)
        return mutated(random, body, self._words) if random.random() < 0.15 else body

    def _deed(self, who: Hostile) -> Raw:
        random, shapes, account = self._random, self._shapes, who.account
        if (press := self._wanted(who)) is not None:
            return press
        chance = random.random()
        if who.floods and random.random() < 0.8:
            kind = random.choice(_FLOOD)
            if random.random() < 0.1:
                # What she said last may still be asked about.
                return {"edited_message": shapes.edited(account, shapes.contents.kinds[kind](), last=True)}
            return {"message": shapes.message(account, shapes.contents.kinds[kind]())}
        if chance < 0.45:
            return self._press(account)
        if chance < 0.6:
            payload = self._words.text() if random.random() < 0.3 else ""
            chat = shapes.group() if random.random() < 0.2 else None
            return {"message": shapes.command(account, random.choice(_COMMANDS), payload, chat)}
        if chance < 0.8:
            content = random.choice(list(shapes.contents.kinds.values()))()
            return {"message": shapes.message(account, content)}
        if chance < 0.83:
            return {"message": shapes.message(account, shapes.contents.kinds["text"](), shapes.group())}
        if chance < 0.85:
            return {"my_chat_member": shapes.membership(account, shapes.group())}
        kind = random.choice(list(shapes.kinds))
        body = {kind: shapes.kinds[kind](account)}
        if random.random() < 0.05:
            second = random.choice(list(shapes.kinds))
            body[second] = shapes.kinds[second](account)
        return body

    def _wanted(self, who: Hostile) -> Raw | None:
        seen = self._seen.get(who.account.id)
        if seen is None:
            return None
        number, buttons = seen.keyboards[-1]
        wanted = [data for label, data in buttons if label in who.wants]
        if not wanted or self._random.random() < 0.2:
            return None
        return {"callback_query": self._shapes.press(who.account, self._random.choice(wanted), number)}

    def _press(self, account: Account) -> Raw:
        random = self._random
        seen = self._seen.get(account.id)
        number, data, chance = 1, self._words.text()[:64], random.random()
        if seen is not None and chance < 0.8:
            late = random.random() < 0.25
            number, buttons = random.choice(seen.keyboards) if late else seen.keyboards[-1]
            data = random.choice(buttons)[1]
        elif self._stolen and chance < 0.95:
            data = random.choice(self._stolen)
        if random.random() < 0.06:
            data = random.choice(
                (data[:-1], data[1:], data + "a", data[:-1] + "9", data[::-1], "", data * 30)
            )
        return {"callback_query": self._shapes.press(account, data, number)}

    def _numbered(self, body: Raw) -> Any:
        random, chance = self._random, self._random.random()
        if self._past and chance < 0.03:
            return random.choice(self._past)
        if chance < 0.035:
            return copy.deepcopy(random.choice(_NOT_OBJECTS))
        if chance < 0.04:
            return body
        if chance < 0.055:
            return {"update_id": odd(random, self._words), **body}
        if chance < 0.07:
            return {**body, "update_id": random.choice(_NUMBERS)}
        if self._past and chance < 0.09:
            return {"update_id": self._used_number(), **body}
        return {"update_id": self._numbers.next(), **body}

    def _used_number(self) -> Any:
        one = self._random.choice(self._past)
        return one.get("update_id", 0) if isinstance(one, dict) else 0


class Numbers:
    """Numbers of updates, in order, as Telegram gives them."""

    def __init__(self, first: int = 40_000_000) -> None:
        self._next = first

    def next(self) -> int:
        """The next one."""
        self._next += 1
        return self._next


def _labels(catalog: Catalog, ids: Sequence[str]) -> frozenset[str]:
    names = [one.own_name for one in LANGUAGES]
    return (
        frozenset([*names, *(catalog.plain(code, one) for code in CODES for one in ids)])
        if ids
        else frozenset()
    )

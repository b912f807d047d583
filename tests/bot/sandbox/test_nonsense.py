"""Whatever a bot sends, the answer is a result or a refusal: nothing else ever comes out."""

import json
from random import Random

from bot.clock import MovableClock
from bot.sandbox.asked import Asked, Upload
from bot.sandbox.markup import utf16
from bot.sandbox.methods import METHODS, serve
from bot.sandbox.refusals import Refused
from bot.sandbox.texts import as_html, formatted
from bot.sandbox.world import World
from tests.bot.sandbox.conftest import START

_FIELDS = """
allowed_updates allow_sending_without_reply callback_query_id caption caption_entities chat_id commands
description document duration entities file_id first_name from_chat_id language_code latitude longitude
max_connections media menu_button message_id message_ids message_thread_id name parse_mode phone_number
photo protect_content reply_markup reply_parameters scope secret_token text url voice
""".split()  # noqa: SIM905 -- as a list it would fill a page
_PIECES = [
    "<b>",
    "</b>",
    "<a href='x.kz'>",
    "</a>",
    "<i",
    ">",
    "&lt;",
    "&#65;",
    "<pre><code class='language-x'>",
]
_PIECES += [
    "</code></pre>",
    "😀",
    "ә",
    "\u200f",
    "/start",
    "@somebody",
    "#тег",
    "+7 700 000 01 01",
    "\n",
    " ",
    "\0",
]


def _words(random: Random) -> str:
    return "".join(random.choices(_PIECES, k=random.randrange(8)))


def _value(random: Random, depth: int = 0) -> object:
    kind = random.randrange(9 if depth < 3 else 6)
    if kind < 6:
        scalars = [
            None,
            True,
            random.randrange(-3, 12),
            7_000_000_001,
            1e300,
            _words(random),
            "HTML",
            "x" * 5000,
        ]
        return random.choice(scalars)
    if kind == 6:
        return [_value(random, depth + 1) for _ in range(random.randrange(3))]
    names = ["inline_keyboard", "keyboard", "text", "callback_data", "url", "type", "media", "message_id"]
    names += ["offset", "length", "command", "description", "chat_id", "remove_keyboard", "force_reply"]
    kinds = ["photo", "document", "chat", "commands", "bold", "attach://photo"]
    return {
        random.choice(names): random.choice(kinds) if random.random() < 0.3 else _value(random, depth + 1)
        for _ in range(random.randrange(4))
    }


def test_nonsense_is_refused_in_words() -> None:
    random = Random(20261124)
    world = World(MovableClock(START), random=random)
    world.phone("saule").start()
    uploads = {"photo": Upload("a.jpg", b"\xff\xd8\xff", "image/jpeg"), "document": Upload("", b"x", "")}
    outcomes, codes = {"done": 0, "refused": 0}, set()
    for number in range(4_000):
        method = random.choice(list(METHODS))
        if method == "setWebhook":
            continue  # A delivery needs a loop.
        fields = {name: _value(random) for name in random.sample(_FIELDS, k=random.randrange(6))}
        fields.setdefault("chat_id", 7_000_000_001)
        if number % 2:
            fields = {
                name: each if isinstance(each, str) else json.dumps(each) for name, each in fields.items()
            }
        try:
            json.dumps(serve(world, method, Asked(fields, uploads)))
            outcomes["done"] += 1
        except Refused as refused:
            outcomes["refused"] += 1
            codes.add(refused.code)
    assert min(outcomes.values()) > 100
    assert codes <= {400, 403, 429}


def test_any_markup_is_read_or_refused_and_what_is_read_can_be_shown() -> None:
    random = Random(7)
    read, why = 0, set()
    for _ in range(3_000):
        source = _words(random)
        try:
            text, entities = formatted(source, "HTML", None)
        except Refused as refused:
            why.add(refused.description.split(": ")[1])
            continue
        read += 1
        assert all(
            each["offset"] >= 0 and each["length"] > 0 and each["offset"] + each["length"] <= utf16(text)
            for each in entities
        )
        shown = as_html(text, entities)
        assert formatted(shown, "HTML", None)[0] == text
    assert read > 300
    assert why == {"can't parse entities"}

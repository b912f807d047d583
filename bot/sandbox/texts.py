"""What becomes of words on their way through Telegram: cleaned, measured, their links and commands marked."""

import html
import re
from collections.abc import Sequence
from typing import Any

from bot.sandbox.markup import parse_html, utf16
from bot.sandbox.refusals import Json, bad

LONGEST_TEXT = 4096  # UTF-16 units, after the tags are gone
LONGEST_CAPTION = 1024

# As tdlib's `clean_input_string`: control characters become spaces; embeddings, line separators
# and three combining marks vanish.
_CLEANED: dict[int, str | None] = {code: " " for code in range(32) if code not in (10, 13)}
_CLEANED |= dict.fromkeys((13, *range(0x2028, 0x202F), 0x30A, 0x333, 0x33F))
_CLEANED |= dict.fromkeys(range(0xD800, 0xE000), "\ufffd")  # halves of characters, from a page's JSON
_TO_CLEAN = re.compile("[\x00-\x09\x0b-\x1f\u2028-\u202e\u030a\u0333\u033f\ud800-\udfff]")
_KNOWN = frozenset(
    [
        "mention",
        "hashtag",
        "cashtag",
        "bot_command",
        "url",
        "email",
        "phone_number",
        "bold",
        "italic",
        "underline",
        "strikethrough",
        "spoiler",
        "blockquote",
        "expandable_blockquote",
        "code",
        "pre",
        "text_link",
        "text_mention",
        "custom_emoji",
    ]
)
_SPOTTED = re.compile(
    r"(?P<url>https?://[^\s<>\"«»]+[^\s<>\"«».,;:!?)\]'])"
    r"|(?P<email>[\w.+-]+@[\w-]+\.[A-Za-z]{2,}(?:\.[A-Za-z]{2,})*)"
    r"|(?<![\w/<>])(?P<bot_command>/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?)(?![\w/<>])"
    r"|(?<!\w)(?P<mention>@[A-Za-z]\w{3,31})(?!\w)"
    r"|(?<!\w)(?P<hashtag>#\w*[^\W\d]\w*)"
    r"|(?<![\w+])(?P<phone_number>\+\d[\d ()\-]{7,18}\d)(?!\w)"
)
_MAYBE_SPOTTED = re.compile(r"[/@#+]")
_SHOWN = {
    "bold": "b",
    "italic": "i",
    "underline": "u",
    "strikethrough": "s",
    "code": "code",
    "pre": "pre",
    "spoiler": "tg-spoiler",
    "blockquote": "blockquote",
    "expandable_blockquote": "blockquote",
}
_SAFE_LINK = re.compile(r"(?:https?|tg|mailto|tel):", re.IGNORECASE)


def cleaned(text: str) -> str:
    """*text* as it looks after Telegram."""
    return text.translate(_CLEANED) if _TO_CLEAN.search(text) else text


def formatted(source: str, parse_mode: str, given: Any) -> tuple[str, list[Json]]:
    """The text that people will see, and its entities.

    Args:
        source: As the bot sent it.
        parse_mode: "HTML", or empty.
        given: What the bot sent as `entities`; only looked at without a parse mode.

    Raises:
        Refused: The markup is broken, or of a kind that this server does not read.
    """
    text = cleaned(source)
    if parse_mode:
        mode = parse_mode.lower()
        if mode in ("markdown", "markdownv2"):
            raise bad("this rehearsal server reads parse_mode HTML only")
        if mode != "html":
            raise bad("unsupported parse_mode")
        text, entities = parse_html(text)
        text = cleaned(text) if "&#" in source else text
    else:
        entities = _given(given, text)
    text, entities = _trimmed(text, entities)
    return text, spotted(text, entities)


def _given(given: Any, text: str) -> list[Json]:
    if not given:
        return []
    if not isinstance(given, list):
        raise bad("can't parse entities: expected an Array of MessageEntity")
    entities = []
    for each in given:
        if not isinstance(each, dict):
            raise bad("can't parse entities: expected an Object")
        kind, offset, length = each.get("type"), each.get("offset"), each.get("length")
        if kind not in _KNOWN:
            raise bad("can't parse entities: unsupported type specified")
        if not isinstance(offset, int) or not isinstance(length, int):
            raise bad('can\'t parse entities: field "offset" must be of type Number')
        if offset >= 0 and length > 0 and offset + length <= utf16(text):
            entities.append(dict(each))
    return sorted(entities, key=lambda each: (each["offset"], -each["length"]))


def _trimmed(text: str, entities: list[Json]) -> tuple[str, list[Json]]:
    body = text.strip(" \n")
    if body == text:
        return text, entities
    lead = len(text) - len(text.lstrip(" \n"))
    size = utf16(body)
    kept = []
    for each in entities:
        start = max(0, each["offset"] - lead)
        end = min(size, each["offset"] + each["length"] - lead)
        if end > start:
            kept.append({**each, "offset": start, "length": end - start})
    return body, kept


def spotted(text: str, entities: list[Json]) -> list[Json]:
    """*entities* and those that Telegram finds by itself: commands, addresses, names, numbers."""
    if not _MAYBE_SPOTTED.search(text):
        return entities
    taken = [
        (each["offset"], each["offset"] + each["length"])
        for each in entities
        if each["type"] in ("code", "pre", "text_link", "text_mention")
    ]
    found = []
    for match in _SPOTTED.finditer(text):
        offset, length = utf16(text[: match.start()]), utf16(match.group())
        if not any(start < offset + length and offset < end for start, end in taken):
            found.append({"type": match.lastgroup, "offset": offset, "length": length})
    return (
        sorted([*entities, *found], key=lambda each: (each["offset"], -each["length"])) if found else entities
    )


def as_html(text: str, entities: Sequence[Json]) -> str:
    """*text* for the page: everything escaped, only known tags, never a link that runs something."""
    if not entities:
        return html.escape(text, quote=False)
    wide = text.encode("utf-16-le", "surrogatepass")
    shown = [(each, *_tags(each)) for each in entities]
    shown = [each for each in shown if each[1]]
    out: list[str] = []
    stack: list[tuple[int, str]] = []
    at = 0

    def say(upto: int) -> None:
        nonlocal at
        if upto > at:
            piece = wide[at * 2 : upto * 2].decode("utf-16-le", "replace")
            out.append(html.escape(piece, quote=False))
            at = upto

    for entity, opening, closing in shown:
        start, end = entity["offset"], entity["offset"] + entity["length"]
        while stack and stack[-1][0] <= start:
            say(stack[-1][0])
            out.append(stack.pop()[1])
        if stack and end > stack[-1][0]:
            continue  # Crossing entities cannot be tags; the outer one stays.
        say(start)
        out.append(opening)
        stack.append((end, closing))
    while stack:
        say(stack[-1][0])
        out.append(stack.pop()[1])
    say(len(wide) // 2)
    return "".join(out)


def _tags(entity: Json) -> tuple[str, str]:
    if entity["type"] == "text_link":
        address = str(entity.get("url", ""))
        return (f'<a href="{html.escape(address)}">', "</a>") if _SAFE_LINK.match(address) else ("", "")
    tag = _SHOWN.get(entity["type"])
    return (f"<{tag}>", f"</{tag}>") if tag else ("", "")

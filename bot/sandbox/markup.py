"""Telegram's HTML: read as strictly as Telegram reads it, and written safely for the page.

core.telegram.org/bots/api#html-style
"""

import html
import re
from collections.abc import Sequence
from typing import Any

from bot.sandbox.refusals import Refused, bad

Entity = dict[str, Any]

_KINDS = {
    "b": "bold", "strong": "bold", "i": "italic", "em": "italic", "u": "underline", "ins": "underline",
    "s": "strikethrough", "strike": "strikethrough", "del": "strikethrough", "tg-spoiler": "spoiler",
    "code": "code", "pre": "pre", "a": "text_link", "span": "spoiler", "blockquote": "blockquote",
}  # fmt: skip
_TOKEN = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9-]*)((?:\s[^<>]*)?)>|&(#\d+|#[xX][0-9a-fA-F]+|lt|gt|amp|quot);")
_HREF = re.compile(r"""\shref\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_COMMAND = re.compile(r"(?<![\w/@])/[A-Za-z0-9_]{1,32}(?:@\w{3,32})?(?![\w/])")


def units(text: str) -> int:
    """The length of *text* in UTF-16 units, as Telegram counts."""
    return len(text) + sum(1 for letter in text if ord(letter) > 0xFFFF)


def parse_html(source: str) -> tuple[str, list[Entity]]:
    """The text and its entities.

    Raises:
        Refused: The markup is not Telegram's.
    """
    if "<" not in source and "&" not in source:
        return source, []
    pieces: list[str] = []
    entities: list[Entity] = []
    open_tags: list[tuple[str, int, str]] = []
    at, length = 0, 0

    def add(text: str) -> None:
        nonlocal length
        pieces.append(text)
        length += units(text)

    for found in _TOKEN.finditer(source):
        add(_plain(source, at, found.start()))
        at = found.end()
        closing, tag, attributes, named = found.groups()
        if named is not None:
            add(html.unescape(f"&{named};"))
            continue
        tag = tag.lower()
        if tag not in _KINDS:
            raise _broken(f'Unsupported start tag "{tag}" at byte offset {_bytes(source, found.start())}')
        if not closing:
            open_tags.append((tag, length, attributes))
            continue
        if not open_tags or open_tags[-1][0] != tag:
            expected = open_tags[-1][0] if open_tags else ""
            raise _broken(
                f'Unmatched end tag at byte offset {_bytes(source, found.start())}, expected "</{expected}>", found "</{tag}>"'
            )
        _, start, given = open_tags.pop()
        if length > start:
            entities.append(_entity(tag, given, start, length - start))
    add(_plain(source, at, len(source)))
    if open_tags:
        raise _broken(f'Can\'t find end tag corresponding to start tag "{open_tags[-1][0]}"')
    entities.sort(key=lambda one: (one["offset"], -one["length"]))
    return "".join(pieces), entities


def _plain(source: str, start: int, end: int) -> str:
    between = source[start:end]
    if "<" in between:
        raise _broken(f"Unsupported start tag at byte offset {_bytes(source, start + between.index('<'))}")
    return between


def _entity(tag: str, attributes: str, start: int, length: int) -> Entity:
    entity: Entity = {"type": _KINDS[tag], "offset": start, "length": length}
    if tag == "a":
        found = _HREF.search(attributes)
        entity["url"] = html.unescape(found.group(1) or found.group(2) or "") if found else ""
    return entity


def _bytes(source: str, at: int) -> int:
    return len(source[:at].encode("utf-8", "surrogatepass"))


def _broken(why: str) -> Refused:
    return bad(f"can't parse entities: {why}")


def found_in(text: str) -> list[Entity]:
    """The commands that Telegram marks in what a person writes."""
    return [
        {"type": "bot_command", "offset": units(text[: one.start()]), "length": units(one.group())}
        for one in _COMMAND.finditer(text)
    ]


_TAGS = {
    "bold": "b", "italic": "i", "underline": "u", "strikethrough": "s", "spoiler": "mark",
    "code": "code", "pre": "pre", "blockquote": "blockquote",
}  # fmt: skip


def to_html(text: str, entities: Sequence[Entity]) -> str:
    """Safe HTML for the page: everything a person wrote is escaped."""
    if not entities:
        return html.escape(text)
    opened: dict[int, list[str]] = {}
    closed: dict[int, list[str]] = {}
    for one in entities:
        start, end = one["offset"], one["offset"] + one["length"]
        if one["type"] == "text_link":
            target = html.escape(one["url"], quote=True)
            opening, closing = f'<a href="{target}" rel="noopener noreferrer">', "</a>"
        elif one["type"] in _TAGS:
            opening, closing = f"<{_TAGS[one['type']]}>", f"</{_TAGS[one['type']]}>"
        elif one["type"] == "bot_command":
            opening, closing = '<span class="command">', "</span>"
        else:
            continue
        opened.setdefault(start, []).append(opening)
        closed.setdefault(end, []).insert(0, closing)
    out: list[str] = []
    at = 0
    for letter in text:
        out += closed.get(at, ())
        out += opened.get(at, ())
        out.append(html.escape(letter))
        at += 2 if ord(letter) > 0xFFFF else 1
    out += closed.get(at, ())
    return "".join(out)

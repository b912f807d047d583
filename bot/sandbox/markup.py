"""Telegram's HTML: tags in, plain text with entities out, refusing what Telegram refuses.

The walk and the words of its errors follow Telegram's own parser (tdlib, `parse_html`).
Offsets and lengths of entities are in UTF-16 units, places in errors in bytes.
"""

import re

from bot.sandbox.refusals import Json, Refused, bad

_TYPES = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "tg-spoiler": "spoiler",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
}
_ALLOWED = frozenset((*_TYPES, "a", "span", "tg-emoji"))
_NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
_REFERENCE = re.compile(r"&(?:#x([0-9a-fA-F]{1,6})|#(\d{1,7})|(lt|gt|amp|quot));?")
_SPACE = " \t\r\n\0\x0b"
_NAME_TOKEN = re.compile(r"[A-Za-z0-9.\-]*")
_ADDRESS = re.compile(
    r"(?:https?://)?[^\s/?#]+\.[^\s/?#.]{2,}(?:[/?#]\S*)?|tg://\S+|ton://\S+", re.IGNORECASE
)


def utf16(text: str) -> int:
    """The length of *text* as Telegram counts: astral characters are two."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def parse_html(source: str) -> tuple[str, list[Json]]:
    """The text without its tags, and its entities by place, outer before inner.

    Raises:
        Refused: Telegram cannot parse the entities.
    """
    if "<" not in source and "&" not in source:
        return source, []
    return _Walk(source).run()


class _Walk:
    def __init__(self, source: str) -> None:
        self._source = source
        self._at = 0
        self._pieces: list[str] = []
        self._units = 0
        self._open: list[tuple[str, str, int, int]] = []  # tag, argument, offset, index of its first piece
        self._entities: list[Json] = []

    def run(self) -> tuple[str, list[Json]]:
        source = self._source
        while self._at < len(source):
            start = self._at
            if source[start] == "&":
                self._say(self._reference() or self._take(1))
            elif source[start] != "<":
                end = min(
                    (i for i in (source.find("<", start), source.find("&", start)) if i >= 0),
                    default=len(source),
                )
                self._say(self._take(end - start))
            elif source.startswith("/", start + 1):
                self._close(start)
            else:
                self._begin(start)
        if self._open:
            raise _unparsable(f'Can\'t find end tag corresponding to start tag "{self._open[-1][0]}"')
        self._entities.sort(key=lambda each: (each["offset"], -each["length"]))
        return "".join(self._pieces), self._entities

    def _say(self, text: str) -> None:
        self._pieces.append(text)
        self._units += utf16(text)

    def _take(self, count: int) -> str:
        taken = self._source[self._at : self._at + count]
        self._at += count
        return taken

    def _reference(self) -> str:
        """The character that a reference at this place stands for; empty where it is none."""
        found = _REFERENCE.match(self._source, self._at)
        if found is None:
            return ""
        hexadecimal, decimal, name = found.groups()
        if name:
            self._at = found.end()
            return _NAMED[name]
        code = int(hexadecimal, 16) if hexadecimal else int(decimal)
        if code == 0 or code >= 0x10FFFF or 0xD800 <= code <= 0xDFFF:
            return ""
        self._at = found.end()
        return chr(code)

    def _byte(self, index: int) -> int:
        return len(self._source[:index].encode("utf-8", "surrogatepass"))

    def _begin(self, start: int) -> None:
        self._at = start + 1
        tag = self._until(_SPACE + ">").lower()
        if self._ended():
            raise _unparsable(f"Unclosed start tag at byte offset {self._byte(start)}")
        if tag not in _ALLOWED:
            raise _unparsable(f'Unsupported start tag "{tag}" at byte offset {self._byte(start)}')
        argument = ""
        while True:
            self._skip_space()
            if self._ended():
                raise _unparsable(f"Unclosed start tag at byte offset {self._byte(start)}")
            if self._source[self._at] == ">":
                break
            name, value = self._attribute(tag, start)
            argument = _meant(tag, name, value) or argument
        self._at += 1
        if tag == "span" and argument != "tg-spoiler":
            raise _unparsable(f'Tag "span" must have class "tg-spoiler" at byte offset {self._byte(start)}')
        self._open.append((tag, argument, self._units, len(self._pieces)))

    def _attribute(self, tag: str, start: int) -> tuple[str, str]:
        begin = self._at
        name = self._until(_SPACE + "=>").lower()
        where = f'the tag "{tag}" at byte offset {self._byte(begin)}'
        if not name:
            raise _unparsable(f"Empty attribute name in {where}")
        self._skip_space()
        if (
            tag == "blockquote"
            and name == "expandable"
            and not self._ended()
            and self._source[self._at] != "="
        ):
            return name, "expandable"
        if self._ended() or self._source[self._at] != "=":
            raise _unparsable(f"Expected equal sign in declaration of an attribute of {where}")
        self._at += 1
        self._skip_space()
        if self._ended():
            raise _unparsable(f"Unclosed start tag at byte offset {self._byte(start)}")
        quote = self._source[self._at]
        if quote not in "'\"":
            found = _NAME_TOKEN.match(self._source, self._at)
            value = found.group() if found else ""
            self._at += len(value)
            if self._ended() or self._source[self._at] not in _SPACE + ">":
                raise _unparsable(f"Unexpected end of name token at byte offset {self._byte(self._at)}")
            return name, value.lower()
        self._at += 1
        value = ""
        while not self._ended() and self._source[self._at] != quote:
            value += self._reference() or self._take(1)
        if self._ended():
            raise _unparsable(f"Unclosed start tag at byte offset {self._byte(start)}")
        self._at += 1
        return name, value

    def _close(self, start: int) -> None:
        if not self._open:
            raise _unparsable(f"Unexpected end tag at byte offset {self._byte(start)}")
        self._at = start + 2
        ended = self._until(_SPACE + ">").lower()
        self._skip_space()
        if self._ended() or self._source[self._at] != ">":
            raise _unparsable(f"Unclosed end tag at byte offset {self._byte(start)}")
        self._at += 1
        tag, argument, offset, first = self._open.pop()
        if ended and ended != tag:
            raise _unparsable(
                f"Unmatched end tag at byte offset {self._byte(start)}, "
                f'expected "</{tag}>", found "</{ended}>"'
            )
        if self._units > offset:
            entity = self._entity(tag, argument, "".join(self._pieces[first:]))
            if entity is not None:
                self._entities.append({**entity, "offset": offset, "length": self._units - offset})

    def _entity(self, tag: str, argument: str, content: str) -> Json | None:
        if tag == "a":
            return _link(argument or content)
        if tag == "span":
            return {"type": "spoiler"}
        if tag == "tg-emoji":
            return {"type": "custom_emoji", "custom_emoji_id": argument} if argument.isdigit() else None
        if tag == "blockquote" and argument:
            return {"type": "expandable_blockquote"}
        if tag == "code" and argument:
            if not self._open or self._open[-1][0] != "pre":
                return {"type": "code"}
            # <pre><code class="language-x"> is one entity: the outer one, with its language.
            _, _, offset, first = self._open[-1]
            self._open[-1] = ("pre", argument, offset, first)
            return None
        return {"type": _TYPES[tag], **({"language": argument} if tag == "pre" and argument else {})}

    def _until(self, ends: str) -> str:
        start = self._at
        while not self._ended() and self._source[self._at] not in ends:
            self._at += 1
        return self._source[start : self._at]

    def _skip_space(self) -> None:
        while not self._ended() and self._source[self._at] in _SPACE:
            self._at += 1

    def _ended(self) -> bool:
        return self._at >= len(self._source)


def _unparsable(why: str) -> Refused:
    return bad(f"can't parse entities: {why}")


def _meant(tag: str, name: str, value: str) -> str:
    """The part of an attribute that means something in this tag."""
    if (tag, name) in {("a", "href"), ("tg-emoji", "emoji-id"), ("blockquote", "expandable")}:
        return value
    if (tag, name) == ("code", "class"):
        return value.removeprefix("language-") if value.startswith("language-") else ""
    if (tag, name) == ("span", "class"):
        return value if value.startswith("tg-") else ""
    return ""


def _link(address: str) -> Json | None:
    """An address that Telegram takes for none leaves plain text behind."""
    person = re.fullmatch(r"tg:(?://)?user\?id=(\d{1,16})", address)
    if person:
        return {"type": "text_mention", "user": {"id": int(person.group(1))}}
    if not _ADDRESS.fullmatch(address):
        return None
    if "://" not in address:
        address = f"http://{address}"
    scheme, _, rest = address.partition("://")
    if "/" not in rest and "?" not in rest and "#" not in rest:
        rest += "/"
    return {"type": "text_link", "url": f"{scheme.lower()}://{rest}"}

"""The fields of one request, read as leniently and refused as strictly as Telegram does.

python-telegram-bot posts forms whose structured values are JSON in text; others post JSON bodies.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.sandbox.refusals import bad


def parsed(source: str) -> Any:
    """What a JSON text means.

    Raises:
        Refused: It holds halves of characters, which no UTF-8 can carry.
        ValueError: It is no JSON.
    """
    try:
        value = json.loads(source)
    except RecursionError:
        raise ValueError("nested too deep") from None
    if "\\ud" in source or "\\uD" in source:
        try:
            json.dumps(value, ensure_ascii=False).encode()
        except UnicodeEncodeError:
            raise bad("strings must be encoded in UTF-8") from None
    return value


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that came with the request."""

    name: str
    content: bytes
    mime: str


class Asked:
    """One request's fields and files.

    Args:
        fields: By name; text from forms, anything from JSON bodies.
        uploads: By the name of the form's part; `attach://name` means them too.
    """

    __slots__ = ("_fields", "_uploads")

    def __init__(self, fields: Mapping[str, Any], uploads: Mapping[str, Upload] | None = None) -> None:
        self._fields = fields
        self._uploads = uploads or {}

    def text(self, name: str) -> str:
        """A text; empty where there is none."""
        value = self._fields.get(name)
        if value is None:
            return ""
        if isinstance(value, str):
            return value
        if isinstance(value, bool):
            return "true" if value else "false"
        return str(value) if isinstance(value, int | float) else json.dumps(value)

    def flag(self, name: str) -> bool:
        """A yes or no; anything but the usual words for yes is no."""
        return self.text(name).lower() in ("true", "yes", "1")

    def whole(self, name: str, default: int = 0) -> int:
        """A whole number; *default* where there is none that can be read, as Telegram does."""
        try:
            return int(self.text(name))
        except ValueError:
            return default

    def number(self, name: str) -> float | None:
        """A number, None where there is none that can be read."""
        try:
            return float(self.text(name))
        except ValueError:
            return None

    def given(self, name: str) -> bool:
        """Whether the field is there and not empty."""
        return self.text(name) != ""

    def json(self, name: str, what: str) -> Any:
        """A structured value; None where the field is missing or empty.

        Args:
            what: As Telegram calls it in its refusal.

        Raises:
            Refused: It is no JSON.
        """
        value = self._fields.get(name)
        if value is None or value == "":
            return None
        if not isinstance(value, str):
            return value
        try:
            return parsed(value)
        except ValueError:
            raise bad(f"can't parse {what} JSON object") from None

    def upload(self, name: str) -> Upload | None:
        """The file under *name*, sent as a part of the form."""
        return self._uploads.get(name)

    def attached(self, value: str) -> Upload | None:
        """The file that `attach://…` names.

        Raises:
            Refused: Nothing came under that name.
        """
        if not value.startswith("attach://"):
            return None
        found = self._uploads.get(value.removeprefix("attach://"))
        if found is None:
            raise bad("can't parse InputMedia: attached file not found")
        return found

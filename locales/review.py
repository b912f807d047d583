"""Who has read the texts, honestly, and what the lint was told to let pass."""

import tomllib
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

DRAFTED = "drafted"
READ = "read by a native speaker"
CHECKS = frozenset({"letters", "untranslated", "tone", "variables"})


@dataclass(frozen=True, slots=True)
class Review:
    """What `review.toml` says.

    Attributes:
        languages: Code → its table.
        allowed: (id, check, language or "") of everything the lint lets pass.
        wrong: What the file itself has wrong.
    """

    languages: Mapping[str, Mapping[str, Any]]
    allowed: frozenset[tuple[str, str, str]]
    wrong: tuple[str, ...]

    @classmethod
    def load(cls, file: Path, codes: Collection[str]) -> "Review":
        """Read *file*; without one, nothing is known of any language."""
        found = tomllib.loads(file.read_text(encoding="utf-8")) if file.exists() else {}
        languages, allowed = found.get("languages", {}), found.get("allowed", [])
        wrong = [
            *(f"{code} has no status" for code in codes if code not in languages),
            *(f"{code} is no language here" for code in languages if code not in codes),
            *(f"{code}: {what}" for code, table in languages.items() for what in _wrong_with(table)),
            *(
                f"allowed {one.get('id')}: needs an id, a why, and a check out of {', '.join(sorted(CHECKS))}"
                for one in allowed
                if not (one.get("id") and one.get("why") and one.get("check") in CHECKS)
            ),
        ]
        return cls(
            languages,
            frozenset((one.get("id", ""), one.get("check", ""), one.get("language", "")) for one in allowed),
            tuple(wrong),
        )

    def allows(self, code: str, text_id: str, check: str) -> bool:
        """Whether the lint was told to let this pass."""
        return bool({(text_id, check, ""), (text_id, check, code)} & self.allowed)

    def status(self, code: str) -> str:
        """The status of a language, in words."""
        table = self.languages.get(code, {})
        if table.get("status") == READ:
            return f"{READ}: {table.get('name')}, {table.get('date')}"
        note = f" ({table['note']})" if "note" in table else ""
        return f"{table.get('status', 'unknown')}{note}"


def _wrong_with(table: Mapping[str, Any]) -> list[str]:
    status = table.get("status")
    if status not in (DRAFTED, READ):
        return [f"status {status!r} is neither {DRAFTED!r} nor {READ!r}"]
    named = isinstance(table.get("name"), str) and table["name"].strip()
    if status == READ and not (named and isinstance(table.get("date"), date)):
        return [f"{READ!r} wants the reader's name and the date"]
    return []

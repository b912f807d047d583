"""The texts as the lint reads them: every wording that a message can take, with its place in the files."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import product
from pathlib import Path

from fluent.syntax import FluentParser, ast

from locales import entries

MOST_WORDINGS = 200
"""A message with more combinations of variants than this could not be proofread either."""


@dataclass(frozen=True, slots=True)
class Text:
    """One message of one language.

    Attributes:
        where: File and line, `ru/family.ftl:12`.
        said: Its wordings, with `{name}` where an argument will stand.
    """

    code: str
    id: str
    where: str
    pattern: ast.Pattern
    uses: entries.Uses
    said: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Texts:
    """All messages of one language, and what could not be read as one: (where, what is wrong)."""

    texts: Mapping[str, Text]
    trouble: tuple[tuple[str, str], ...]


def read(root: Path, code: str) -> Texts:
    """Read and expand every message in `root/<code>/*.ftl`."""
    patterns: dict[str, tuple[str, ast.Pattern]] = {}
    trouble: list[tuple[str, str]] = []
    for file in sorted((root / code).glob("*.ftl")):
        for where, entry_id, pattern, wrong in _entries(file, code):
            if wrong or pattern is None:
                trouble.append((where, wrong))
            elif entry_id in patterns:
                trouble.append((where, f"{entry_id} stands already in {patterns[entry_id][0]}"))
            else:
                patterns[entry_id] = where, pattern
    texts: dict[str, Text] = {}
    for entry_id, (where, pattern) in patterns.items():
        if entry_id.startswith("-"):
            continue
        try:
            used = _uses(pattern, patterns, ())
            said = tuple(_said(pattern, patterns))
        except entries.Unreadable as unreadable:
            trouble.append((where, f"{entry_id}: {unreadable}"))
        else:
            texts[entry_id] = Text(code, entry_id, where, pattern, used, said)
    return Texts(texts, tuple(trouble))


def _entries(file: Path, code: str) -> Iterator[tuple[str, str, ast.Pattern | None, str]]:
    source = file.read_text(encoding="utf-8")
    for entry in FluentParser().parse(source).body:
        line = source.count("\n", 0, entry.span.start if entry.span else 0) + 1
        if isinstance(entry, ast.Junk):
            said = entry.annotations[0].message if entry.annotations else ""
            yield f"{code}/{file.name}:{line}", "", None, f"not Fluent: {said} {(entry.content or '')[:40]!r}"
        elif isinstance(entry, ast.Message | ast.Term):
            line += entry.comment.content.count("\n") + 1 if entry.comment and entry.comment.content else 0
            entry_id = f"-{entry.id.name}" if isinstance(entry, ast.Term) else entry.id.name
            wrong = "" if entry.value and not entry.attributes else f"{entry_id}: has attributes, or no value"
            yield f"{code}/{file.name}:{line}", entry_id, entry.value, wrong


def _within(entry_id: str, patterns: Mapping[str, tuple[str, ast.Pattern]]) -> ast.Pattern:
    if entry_id not in patterns:
        raise entries.Unreadable(f"there is no {entry_id}")
    return patterns[entry_id][1]


def _uses(
    pattern: ast.Pattern, patterns: Mapping[str, tuple[str, ast.Pattern]], above: tuple[str, ...]
) -> entries.Uses:
    used = entries.uses(pattern)
    for within in used.entries:
        if within in above:
            raise entries.Unreadable(f"{within} stands within itself")
        used |= _uses(_within(within, patterns), patterns, (*above, within))
    if used.shown & used.choice:
        raise entries.Unreadable(f"shows a word that it chooses by: {sorted(used.shown & used.choice)}")
    return used


def _said(pattern: ast.Pattern, patterns: Mapping[str, tuple[str, ast.Pattern]]) -> list[str]:
    parts = [_said_of(element, patterns) for element in pattern.elements]
    count = 1
    for part in parts:
        count *= len(part)
    if count > MOST_WORDINGS:
        raise entries.Unreadable(f"has {count} wordings")
    return ["".join(one) for one in product(*parts)]


def _said_of(
    element: ast.TextElement | ast.Placeable, patterns: Mapping[str, tuple[str, ast.Pattern]]
) -> list[str]:
    if isinstance(element, ast.TextElement):
        return [element.value]
    match element.expression:
        case ast.VariableReference(id=name):
            return [f"{{{name.name}}}"]
        case ast.StringLiteral() as literal:
            return [str(literal.parse()["value"])]
        case ast.NumberLiteral(value=value):
            return [value]
        case ast.MessageReference(id=name):
            return _said(_within(name.name, patterns), patterns)
        case ast.TermReference(id=name):
            return _said(_within(f"-{name.name}", patterns), patterns)
        case ast.Placeable() as inner:
            return _said_of(inner, patterns)
        case ast.SelectExpression(variants=variants):
            return [said for variant in variants for said in _said(variant.value, patterns)]
    raise entries.Unreadable(f"{type(element.expression).__name__} is not used here")

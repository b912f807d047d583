"""What stands in a .ftl file: its messages, and which arguments each of them needs.

The Catalog cuts a file into entries without parsing them (six languages parsed whole cost a
third of a second at every start) and parses an entry when it is first said. The lint parses
everything.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from fluent.syntax import FluentParser, ast

PLURAL_KEYS = frozenset({"zero", "one", "two", "few", "many", "other"})

_BEGINNING = re.compile(r"^(-?[a-zA-Z][a-zA-Z0-9_-]*) *=", re.MULTILINE)
_PARSER = FluentParser(with_spans=False)


class Unreadable(Exception):
    """An entry that is not Fluent, or uses a part of Fluent that the hotline does not."""


@dataclass(frozen=True, slots=True)
class Uses:
    """What an entry takes from outside.

    Attributes:
        shown: Variables that stand in the text.
        plural: Variables that choose a plural form; these are counts.
        choice: Variables that choose a wording by a word, as in `{ $situation -> [missing] … }`.
        entries: Ids of other entries in it; terms begin with a hyphen.
    """

    shown: frozenset[str]
    plural: frozenset[str]
    choice: frozenset[str]
    entries: frozenset[str]

    @property
    def variables(self) -> frozenset[str]:
        return self.shown | self.plural | self.choice

    def __or__(self, other: "Uses") -> "Uses":
        return Uses(
            self.shown | other.shown,
            self.plural | other.plural,
            self.choice | other.choice,
            self.entries | other.entries,
        )


NOTHING_USED = Uses(frozenset(), frozenset(), frozenset(), frozenset())


def cut(source: str) -> Iterator[tuple[str, str]]:
    """Each entry's id and its source, in the order of the file."""
    begun = list(_BEGINNING.finditer(source))
    for found, following in zip(begun, [*begun[1:], None], strict=True):
        yield found[1], source[found.start() : following.start() if following else len(source)]


def parse(source: str) -> ast.Message | ast.Term:
    """The entry that *source* holds.

    Raises:
        Unreadable: It is not Fluent, or has attributes, or no value.
    """
    entry = _PARSER.parse_entry(source)
    if not isinstance(entry, ast.Message | ast.Term):
        found = (
            entry.annotations[0].message if isinstance(entry, ast.Junk) and entry.annotations else "no entry"
        )
        raise Unreadable(str(found))
    if entry.value is None or entry.attributes:
        raise Unreadable("a message has a value and no attributes")
    return entry


def uses(pattern: ast.Pattern) -> Uses:
    """What *pattern* itself takes; the entries it names are not followed.

    Raises:
        Unreadable: It calls a function, or chooses by something other than a variable.
    """
    found = NOTHING_USED
    for element in pattern.elements:
        if isinstance(element, ast.Placeable):
            found |= _uses_of(element.expression)
    return found


def _uses_of(expression: ast.InlineExpression | ast.SelectExpression | ast.Placeable) -> Uses:
    match expression:
        case ast.StringLiteral() | ast.NumberLiteral():
            return NOTHING_USED
        case ast.VariableReference():
            return Uses(frozenset({expression.id.name}), frozenset(), frozenset(), frozenset())
        case ast.MessageReference(attribute=None):
            return Uses(frozenset(), frozenset(), frozenset(), frozenset({expression.id.name}))
        case ast.TermReference(attribute=None, arguments=None):
            return Uses(frozenset(), frozenset(), frozenset(), frozenset({f"-{expression.id.name}"}))
        case ast.Placeable():
            return _uses_of(expression.expression)
        case ast.SelectExpression(selector=ast.VariableReference() as selector):
            chosen = frozenset({selector.id.name})
            by_count = is_plural(expression)
            found = Uses(frozenset(), chosen, frozenset(), frozenset())
            if not by_count:
                found = Uses(frozenset(), frozenset(), chosen, frozenset())
            for variant in expression.variants:
                found |= uses(variant.value)
            return found
    raise Unreadable(f"{type(expression).__name__} is not used here")


def selector(expression: ast.SelectExpression) -> str:
    """The name of the variable it chooses by; `uses` has refused any other selector."""
    assert isinstance(expression.selector, ast.VariableReference)
    return expression.selector.id.name


def keys(expression: ast.SelectExpression) -> list[str]:
    """The keys of its variants, in order."""
    return [
        variant.key.name if isinstance(variant.key, ast.Identifier) else variant.key.value
        for variant in expression.variants
    ]


def is_plural(expression: ast.SelectExpression) -> bool:
    """Whether the variants are plural forms and numbers, and so are chosen by a count."""
    return all(
        isinstance(variant.key, ast.NumberLiteral) or variant.key.name in PLURAL_KEYS
        for variant in expression.variants
    )


def choices(pattern: ast.Pattern) -> Iterator[ast.SelectExpression]:
    """Every choice in *pattern*, also those within the variants of another."""
    for element in pattern.elements:
        if isinstance(element, ast.Placeable) and isinstance(element.expression, ast.SelectExpression):
            yield element.expression
            for variant in element.expression.variants:
                yield from choices(variant.value)

"""A sheet of paper as a value: what stands on it, in words, before anything is typeset.

Every string is plain: the reader's language, or somebody's own words in any script, in one
line or several. Nothing in it is markup, whatever it looks like.
"""

from dataclasses import dataclass

NAME = "Izdeu"
"""The hotline's name where nobody gives it in the reader's script."""


@dataclass(frozen=True, slots=True)
class Row:
    """A label with what belongs to it; or, on a form, with room to write by hand.

    Attributes:
        label: Small, above the rest; may be empty.
        text: The answer; may be empty.
        note: Our own words, small, below the text.
        lines: How many ruled lines stay free for handwriting.
        choices: Words that each get a box to tick.
    """

    label: str
    text: str = ""
    lines: int = 0
    choices: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """Rows that belong together, under a title that may be empty."""

    title: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """One document of any length.

    Attributes:
        language: Of the reader; one of `locales.languages.CODES`. It gives the page its direction.
        intro: Paragraphs between the title and the first section.
        outro: Paragraphs after the last one.
        code: The case's, on every page; may be empty.
        header: The hotline's name, on every page.
    """

    language: str
    title: str
    intro: tuple[str, ...] = ()
    sections: tuple[Section, ...] = ()
    outro: tuple[str, ...] = ()
    code: str = ""
    header: str = NAME

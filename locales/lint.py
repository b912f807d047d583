"""Proves of the texts what a machine can prove, so that a proofreader reads for sense alone.

    python -m locales.lint            every defect as `file:line: message`; exit 1 if there is one
    python -m locales.lint --review   who has read what
    python -m locales.lint --hints    where a text seems not to follow the glossary

Hints are for a translator to look at; many of those texts are right.
"""

import argparse
import re
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from babel import Locale

from locales import alphabets, entries, kazakh_arabic, room, tone, wordings
from locales.languages import CODES, SOURCE
from locales.review import Review
from locales.wordings import Text

WITHOUT_ENDINGS = frozenset({"zh-Hans"})  # its words do not change, and stand without gaps between them
ALLOWED_TAGS = frozenset({"b", "i", "u", "a", "code"})

_TAG = re.compile("<(/?)([a-zA-Z0-9]+)[^<>]*>|<")
_ENDING_ON_GAP = re.compile("\\}[^\\W\\d_]+")

Defect = tuple[str, str]
"""Where, and what is wrong."""


def defects(root: Path) -> list[Defect]:
    """Everything that is wrong in the texts below *root*."""
    review = Review.load(root / "review.toml", CODES)
    languages = {code: wordings.read(root, code) for code in CODES}
    source = languages[SOURCE].texts
    found: list[Defect] = [("review.toml", wrong) for wrong in review.wrong]
    for code, language in languages.items():
        found += language.trouble
        for text in language.texts.values():
            found += _alone(text, review)
            found += [(text.where, f"{text.id}: {what}") for what in room.too_long(text, language.texts)]
            if code != SOURCE and text.id in source:
                found += _beside(text, source[text.id], review)
            elif code != SOURCE:
                found.append((text.where, f"{text.id} is not in {SOURCE}"))
        broken = " ".join(wrong for _, wrong in language.trouble)
        for missing in sorted(source.keys() - language.texts.keys()):
            if not re.search(rf"\b{re.escape(missing)}\b", broken):
                found.append((f"{code}/", f"{missing} is missing ({source[missing].where})"))
    return found + list(_by_rule(root))


def hints(root: Path) -> list[Defect]:
    """Terms that seem not to be translated as the glossary has them."""
    glossary = root / "GLOSSARY.md"
    if not glossary.exists():
        return []
    table, source = tone.terms(glossary), wordings.read(root, SOURCE).texts
    return [
        (text.where, f"{text.id}: {unlike}")
        for code in CODES
        if code not in (SOURCE, "kk-Arab")
        for text in wordings.read(root, code).texts.values()
        if text.id in source
        for unlike in tone.unlike(table, code, " ".join(source[text.id].said), " ".join(text.said))
    ]


def _alone(text: Text, review: Review) -> Iterator[Defect]:
    """What is wrong with a text by itself."""

    def wrong(what: str) -> Defect:
        return text.where, f"{text.id}: {what}"

    checks = {
        "letters": [one for said in text.said for one in alphabets.wrong(text.code, said)],
        "tone": [f"{one!r} is not said here" for said in text.said for one in tone.avoided(text.code, said)],
    }
    for check, found in checks.items():
        if not review.allows(text.code, text.id, check):
            yield from map(wrong, dict.fromkeys(found))
    for said in text.said:
        yield from map(wrong, _markup(text.id, said))
        for ending in _ENDING_ON_GAP.findall(said) if text.code not in WITHOUT_ENDINGS else ():
            yield wrong(f"an ending hangs on an argument: {ending}")
    yield from map(wrong, _plurals(text))


def _markup(text_id: str, said: str) -> Iterator[str]:
    is_open: list[str] = []
    for closing, tag in _TAG.findall(said):
        if not tag or tag not in ALLOWED_TAGS:
            yield f"<{closing}{tag} is no tag that is used here"
        elif not closing:
            is_open.append(tag)
        elif not is_open or is_open.pop() != tag:
            yield f"</{tag}> closes nothing"
    if is_open:
        yield f"<{is_open[-1]}> is not closed"
    if (room.is_button(text_id) or room.is_command(text_id)) and ("<" in said or "\n" in said):
        yield "is one line without tags"


def _plurals(text: Text) -> Iterator[str]:
    tags = {*Locale.parse(text.code.replace("-", "_")).plural_form.tags, "other"}
    # In the others a noun after a number stays as it is, so one form is right.
    required = tags if text.code in ("en", "ru") else {"other"}
    for choice in entries.choices(text.pattern):
        if not entries.is_plural(choice):
            continue
        name = entries.selector(choice)
        forms = {key for key in entries.keys(choice) if key in entries.PLURAL_KEYS}
        if required - forms:
            yield f"${name} lacks the forms {', '.join(sorted(required - forms))}"
        if forms - tags:
            yield f"${name} has forms that are never used: {', '.join(sorted(forms - tags))}"
        shows = {
            key: name in entries.uses(variant.value).shown
            for key, variant in zip(entries.keys(choice), choice.variants, strict=True)
        }
        if text.code == "ru" and shows.get("many") and shows.get("one") is False:
            yield f"${name} must be shown in [one], which is also 21 and 101"


def _beside(text: Text, source: Text, review: Review) -> Iterator[Defect]:
    """What is wrong with a translation, held against the text it translates."""

    def wrong(what: str) -> Defect:
        return text.where, f"{text.id}: {what}"

    if text.uses.variables != source.uses.variables and not review.allows(text.code, text.id, "variables"):
        lost, added = source.uses.variables - text.uses.variables, text.uses.variables - source.uses.variables
        yield wrong(f"arguments differ: lacks {sorted(lost)}, adds {sorted(added)}")
    ours, theirs = _words_chosen_by(text), _words_chosen_by(source)
    for name in theirs.keys() | ours.keys():
        if theirs.get(name, set()) != ours.get(name, set()):
            lacks, adds = (
                theirs.get(name, set()) - ours.get(name, set()),
                ours.get(name, set()) - theirs.get(name, set()),
            )
            yield wrong(f"wordings for ${name} differ: lacks {sorted(lacks)}, adds {sorted(adds)}")
    if {_tags(said) for said in text.said} != {_tags(said) for said in source.said}:
        yield wrong(f"tags differ: {_tags(text.said[0])} beside {_tags(source.said[0])}")
    same = set(text.said) == set(source.said)
    translatable = any(
        word.lower() not in alphabets.ALLOWED for said in source.said for word in alphabets.words(said)
    )
    if same and translatable and not review.allows(text.code, text.id, "untranslated"):
        yield wrong("is not translated")
    if text.code == "ru":
        for name in source.uses.plural - text.uses.plural:
            if any(re.search(rf"(?<!: )\{{{re.escape(name)}\}}", said) for said in text.said):
                yield wrong(f"${name} needs its plural forms, or to stand after a colon")


def _tags(said: str) -> tuple[str, ...]:
    return tuple(sorted(f"<{closing}{tag}>" for closing, tag in _TAG.findall(said)))


def _words_chosen_by(text: Text) -> dict[str, set[str]]:
    """Per variable, the keys that each language must have: words, and exact numbers."""
    found: dict[str, set[str]] = {}
    for choice in entries.choices(text.pattern):
        by_count = entries.is_plural(choice)
        keys = {key for key in entries.keys(choice) if not by_count or key not in entries.PLURAL_KEYS}
        if keys:
            found.setdefault(entries.selector(choice), set()).update(keys)
    return found


def _by_rule(root: Path) -> Iterator[Defect]:
    """Where kk-Arab is not what the rule makes of kk."""
    made = kazakh_arabic.made(root)
    folder = root / "kk-Arab"
    for name in sorted(made.keys() | {file.name for file in folder.glob("*.ftl")}):
        file = folder / name
        written = file.read_text(encoding="utf-8") if file.exists() else ""
        if written != made.get(name, ""):
            yield (
                f"kk-Arab/{name}:{_first_difference(written, made.get(name, ''))}",
                ("is not what the rule makes of kk; run python -m locales.kazakh_arabic"),
            )


def _first_difference(one: str, other: str) -> int:
    ours, theirs = one.splitlines(), other.splitlines()
    return next(
        (number for number, (a, b) in enumerate(zip(ours, theirs, strict=False), 1) if a != b),
        min(len(ours), len(theirs)) + 1,
    )


def reviewed(root: Path) -> Iterator[str]:
    """One line a language: its status, and how many of the messages it has."""
    review = Review.load(root / "review.toml", CODES)
    found: Mapping[str, int] = {code: len(wordings.read(root, code).texts) for code in CODES}
    for code in CODES:
        yield f"{code:8} {found[code]:4} of {found[SOURCE]} messages   {review.status(code)}"


def main(argv: list[str] | None = None, root: Path = Path(__file__).parent) -> int:
    """Print what was found; 1 if anything is wrong."""
    asked = argparse.ArgumentParser(prog="python -m locales.lint", description="Check the texts.")
    asked.add_argument("--review", action="store_true", help="print who has read what")
    asked.add_argument("--hints", action="store_true", help="print what may not follow the glossary")
    told = asked.parse_args(argv)
    if told.review:
        sys.stdout.write("".join(f"{line}\n" for line in reviewed(root)))
        return 0
    found = hints(root) if told.hints else defects(root)
    for where, what in found:
        sys.stdout.write(f"{where}: {what}\n")
    return 1 if found and not told.hints else 0


if __name__ == "__main__":
    sys.exit(main())

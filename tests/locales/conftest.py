"""Texts made for a test: a folder a language, as in the package."""

from collections.abc import Callable
from pathlib import Path

import pytest

from locales import kazakh_arabic
from locales.catalog import Catalog
from tests.locales.made import GOOD, REVIEW

Write = Callable[..., Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Write one file of texts per language code (`kk_Arab` for kk-Arab) and return their folder."""

    def written(name: str = "main", /, **texts: str) -> Path:
        for code, text in texts.items():
            folder = tmp_path / code.replace("_", "-")
            folder.mkdir(exist_ok=True)
            (folder / f"{name}.ftl").write_text(text, encoding="utf-8")
        return tmp_path

    return written


@pytest.fixture
def say(write: Write) -> Callable[..., Catalog]:
    """A catalogue of these texts."""
    return lambda **texts: Catalog.load(write(**texts))


@pytest.fixture
def house(write: Write) -> Callable[..., Path]:
    """A complete set of texts, of which a test spoils one."""

    def built(reviewed: str = REVIEW, **spoiled: str) -> Path:
        root = write(**(GOOD | spoiled))
        (root / "review.toml").write_text(reviewed, encoding="utf-8")
        kazakh_arabic.main(root)
        return root

    return built

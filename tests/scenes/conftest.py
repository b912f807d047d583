"""A stage for each scene, on each database."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.scenes.stage import Stage, stage


@pytest.fixture
async def hotline(tmp_path: Path, database: str) -> AsyncIterator[Stage]:
    """The whole hotline on a stage, at noon of a Tuesday."""
    async with stage(tmp_path, database) as opened:
        yield opened

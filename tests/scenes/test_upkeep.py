"""What the machine clears away by itself, and what it leaves."""

from tests.scenes.stage import Stage


async def test_halves_of_files_that_a_crash_left_go_and_whole_ones_stay(hotline: Stage) -> None:
    """A day or two later nothing can be writing on them any more."""
    mother = await hotline.relative("en")
    mother.voice(b"OggS" + bytes(99), 5)
    await hotline.settled()
    await hotline.passes(minutes=1)  # the copy is made and sealed
    folder = hotline.house.settings.data_dir / "files"
    (whole,) = (path for path in folder.glob("*/*") if path.is_file())
    half = whole.with_suffix(".part")
    half.write_bytes(b"half of something sealed")

    await hotline.passes(days=4)

    assert not half.exists()
    assert whole.exists()

"""What is known of a date is kept exactly, and said so that it can be asked back."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from locales import partial, patterns
from locales.languages import CODES

BOUNDS = {
    "2025": (date(2025, 1, 1), date(2025, 12, 31)),
    "2024-02": (date(2024, 2, 1), date(2024, 2, 29)),
    "2025-07-14": (date(2025, 7, 14), date(2025, 7, 14)),
    "2025-21": (date(2025, 3, 1), date(2025, 5, 31)),
    "2025-23": (date(2025, 9, 1), date(2025, 11, 30)),
    "2023-24": (date(2023, 12, 1), date(2024, 2, 29)),
    "198X": (date(1980, 1, 1), date(1989, 12, 31)),
    "1980~": (date(1980, 1, 1), date(1980, 12, 31)),
    "2025-07?": (date(2025, 7, 1), date(2025, 7, 31)),
    "2025-03-03/2025-04": (date(2025, 3, 3), date(2025, 4, 30)),
    "../2025-03": (None, date(2025, 3, 31)),
    "2025-03/..": (date(2025, 3, 1), None),
}
WRONG = [
    "",
    "July 2025",
    "25",
    "2025-7",
    "2025-13",
    "2025-00",
    "2025-07-00",
    "2025-02-29",
    "2025-21-01",
    "2025-25",
    "2025-07-14T10:30",
    "2025~~",
    "../..",
    "/2025",
    "2025/2024",
    "2025/2026/2027",
    "0000",
    "000X",
    "9999-24",
    "٢٠٢٥",
]
WORDS = {
    "2025": ("2025", "2025 год", "2025 жыл", "2025-جىل", "2025年", "2025-يىلى"),
    "2025-07": (
        "July 2025",
        "июль 2025 года",
        "2025 жылғы шілде",
        "2025-جىلعى شىلدە",
        "2025年7月",
        "2025-يىلى 7-ئاي",
    ),
    "2025-24": (
        "winter 2025–2026",
        "зима 2025–2026 годов",
        "2025–2026 жылғы қыс",
        "2025–2026-جىلعى قىس",
        "2025–2026年冬天",
        "2025–2026-يىلى قىش",
    ),
    "1980~": (
        "about 1980",
        "примерно 1980 год",
        "шамамен 1980 жыл",
        "شامامەن 1980-جىل",
        "大约1980年",
        "تەخمىنەن 1980-يىلى",
    ),
    "../2025-03": (
        "before March 2025",
        "до марта 2025 года",
        "2025 жылғы наурызға дейін",
        "2025-جىلعى ناۋرىزعا دەيىن",
        "2025年3月之前",
        "2025-يىلى 3-ئايدىن بۇرۇن",
    ),
    "2025-04-14/..": (
        "since 14 April 2025",
        "с 14 апреля 2025 года",
        "2025 жылғы 14 сәуірден бері",
        "2025-جىلعى 14-ساۋىردەن بەرى",
        "2025年4月14日以来",
        "2025-يىلى 4-ئاينىڭ 14-كۈنىدىن بېرى",
    ),
    "198X": ("the 1980s", "1980-е годы", "1980-жылдар", "1980-جىلدار", "1980年代", "1980-يىللار"),
    "2026-08-21/2026-08-31": (
        "21–31 August 2026",
        "21–31 августа 2026 года",
        "2026 жылғы 21–31 тамыз",
        "2026-جىلعى 21–31-تامىز",
        "2026年8月21日至31日",
        "2026-يىلى 8-ئاينىڭ 21–31-كۈنلىرى",
    ),
    "1980/1981": (
        "1980–1981",
        "1980–1981 годы",
        "1980–1981 жылдар",
        "1980–1981-جىلدار",
        "1980年至1981年",
        "1980–1981-يىللار",
    ),
    "2024-03/2024-05": (
        "March 2024 – May 2024",
        "март 2024 года – май 2024 года",
        "2024 жылғы наурыз – 2024 жылғы мамыр",
        "2024-جىلعى ناۋرىز – 2024-جىلعى مامىر",
        "2024年3月至2024年5月",
        "2024-يىلى 3-ئاي – 2024-يىلى 5-ئاي",
    ),
}


@pytest.mark.parametrize(("edtf", "ends"), BOUNDS.items())
def test_knows_the_earliest_and_the_latest_day(edtf: str, ends: tuple[date | None, date | None]) -> None:
    """Winter reaches into the next year; what is open has no end."""
    known = partial.parse(edtf)
    assert (known.edtf, known.first, known.last) == (edtf, *ends)


@pytest.mark.parametrize("edtf", WRONG)
def test_refuses_what_is_no_date(edtf: str) -> None:
    """And does not say it either."""
    with pytest.raises(ValueError, match=r"\w"):
        partial.parse(edtf)
    with pytest.raises(ValueError, match=r"\w"):
        partial.in_words("kk-Arab", edtf)


@given(st.text(alphabet="0123456789X-/.~?", max_size=16))
def test_anything_is_parsed_or_refused(edtf: str) -> None:
    """No other error; and what is parsed can be said in every language."""
    try:
        known = partial.parse(edtf)
    except ValueError:
        return
    assert known.first is None or known.last is None or known.first <= known.last
    assert all(partial.in_words(code, edtf) for code in CODES)


@pytest.mark.parametrize(("edtf", "said"), WORDS.items())
def test_says_it_in_six_languages(edtf: str, said: tuple[str, ...]) -> None:
    """In the order of the language choice."""
    order = ("en", "ru", "kk", "kk-Arab", "zh-Hans", "ug")
    assert tuple(partial.in_words(code, edtf) for code in order) == said


@given(st.dates(date(1000, 1, 1), date(9999, 12, 31)))
def test_a_full_day_reads_as_everywhere_else(day: date) -> None:
    """As `patterns.day` writes it."""
    for code in CODES:
        assert partial.in_words(code, day.isoformat()) == patterns.day(code, day)

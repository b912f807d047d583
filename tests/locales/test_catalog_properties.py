"""No argument, whatever it holds, adds markup, leaves its place or fails to be said."""

import re
from html.parser import HTMLParser

from hypothesis import given, settings
from hypothesis import strategies as st

from locales.catalog import Catalog, Count, Listing

CATALOG = Catalog(
    {
        "ug": {
            "m": 'm = <b>بىر</b> { $a } <a href="{ $url }">{ $b }</a> '
            "{ $n ->\n [one] بىر\n *[other] { $n }\n }",
            "button-m": "button-m = ئۇ { $a }",
        }
    }
)
WORDS = st.text(st.characters(codec=None), max_size=2_000)
BAD_IN_A_MESSAGE = re.compile("[\0\u202a-\u202e\ud800-\udfff]")


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append(f"<{tag} {[name for name, _ in attrs]}>")

    def handle_endtag(self, tag: str) -> None:
        self.seen.append(f"</{tag}>")


@settings(max_examples=150, deadline=None)
@given(a=WORDS, b=WORDS, url=WORDS, n=st.integers(-(10**9), 10**9))
def test_the_frame_stands_whatever_is_put_into_it(a: str, b: str, url: str, n: int) -> None:
    said = CATALOG.text("ug", "m", a=a, b=Listing((b[:1_000], b[1_000:])), url=url, n=Count(n))

    tags = _Tags()
    tags.feed(said)
    tags.close()
    assert tags.seen == ["<b []>", "</b>", "<a ['href']>", "</a>"]
    assert said.count("\u2068") == said.count("\u2069") == 3
    assert not BAD_IN_A_MESSAGE.search(said)
    said.encode("utf-8")


@settings(max_examples=150, deadline=None)
@given(a=WORDS)
def test_a_button_shows_the_argument_as_it_is(a: str) -> None:
    said = CATALOG.plain("ug", "button-m", a=a)

    assert said.startswith("ئۇ ")
    assert not re.search("[\u2066-\u2069]", said)
    visible = [letter for letter in a if letter.isalnum()]
    assert [letter for letter in said[3:] if letter.isalnum()] == visible

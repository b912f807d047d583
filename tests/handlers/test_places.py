"""Where? A family answers in any language and spelling, and is understood or asked, never misunderstood."""

import pytest

from handlers.places.finder import Found, find
from locales.gazetteer import Gazetteer
from locales.languages import CODES
from tests.places.figures import Figures, from_everything, measured
from tests.places.misspellings import KINDS
from tests.places.phrases import NO_PLACE, PHRASES

GAZETTEER = Gazetteer.load()
PROMISED = 200  # places, from each of the six languages and three common misspellings


@pytest.fixture(scope="module")
def figures() -> dict[str, Figures]:
    """Every place asked for by every name and misspelling; two seconds, so once."""
    return measured(GAZETTEER)


@pytest.mark.parametrize("code", CODES)
def test_a_place_is_found_from_its_name(code: str, figures: dict[str, Figures]) -> None:
    """In each language, nearly always as the first; a crossing from the name of either side."""
    total = len(GAZETTEER.places)
    # «Ауыл» is the name of a crossing, and means village: only its other side finds it.
    assert set(GAZETTEER.places) - figures[code].found <= {"x-auyl"}
    assert len(figures[code].first) >= 0.95 * total


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("kind", KINDS)
def test_a_place_is_found_from_a_misspelt_name(code: str, kind: str, figures: dict[str, Figures]) -> None:
    """All but those so short that with one letter less they could be anything."""
    assert len(figures[code].misspelt[kind]) >= 0.9 * len(GAZETTEER.places)


def test_the_promise_is_kept(figures: dict[str, Figures]) -> None:
    """The same places, in all six languages and all three ways, not each in some of them."""
    assert len(from_everything(figures)) >= PROMISED


@pytest.mark.parametrize(("text", "place_id", "surely"), PHRASES)
def test_a_phrase_is_understood(text: str, place_id: str, surely: bool) -> None:
    """As relatives write it; where they say more than a name, they are asked."""
    found = find(GAZETTEER, text)

    if surely:
        assert found.exact == place_id
        assert found.options[0] == place_id
    else:
        assert found.exact is None
        assert place_id in found.options[:3]


@pytest.mark.parametrize("text", [*NO_PLACE, "", " ", "12", "?!", "\u2068\u2069", "город", "область", "市"])
def test_nothing_is_guessed_where_no_place_is_named(text: str) -> None:
    """A guess would be kept as something that the family said."""
    assert find(GAZETTEER, text) == Found(None, ())


@pytest.mark.parametrize(
    "text",
    [
        "алматы",
        "АЛМАТЫ",
        "\u2068Алматы\u2069",
        "г. Алматы!",
        "Алма-Ата",
        "алма ата",
        "город Алматы",
        "Алматы қаласында",
        "Алматыдан",
        "из Алматы",
        "ALMATY",
        "Almatı",
        "alamutu",
        "阿拉木图市",
        "阿拉木圖",
        "الماتى قالاسى",
        "ئالمۇتا شەھىرىدە",
    ],
)
def test_how_a_name_is_dressed_does_not_matter(text: str) -> None:
    """Case, accents, hyphens, marks of direction, "city", endings of place, old names, other scripts."""
    assert find(GAZETTEER, text).exact == "kz-almaty"


def test_one_name_of_two_places_is_asked_about() -> None:
    """Panfilov was the town and is the district; the town is what people mean more often."""
    assert find(GAZETTEER, "Панфилов") == Found(None, ("kz-zharkent", "kz-panfilov-district"))


def test_a_word_for_the_kind_tells_two_places_apart() -> None:
    """The city and its region share the name."""
    assert find(GAZETTEER, "Алматы облысы").exact == "kz-almaty-region"
    assert find(GAZETTEER, "Павлодарская область").exact == "kz-pavlodar-region"
    assert find(GAZETTEER, "Павлодар").exact == "kz-pavlodar"
    assert find(GAZETTEER, "Талғар ауданы").exact == "kz-talgar-district"


def test_the_place_around_it_may_be_told_with_it() -> None:
    """In whatever order; what is not around it makes two places of it."""
    assert find(GAZETTEER, "Казахстан, Алматы").exact == "kz-almaty"
    assert find(GAZETTEER, "哈萨克斯坦阿拉木图").exact == "kz-almaty"
    assert find(GAZETTEER, "Китай, Алматы").exact is None
    assert find(GAZETTEER, "Алматы или Астана").options[:2] == ("kz-almaty", "kz-astana")


def test_no_more_is_offered_than_was_asked_for() -> None:
    """They become buttons."""
    text = "Алматы, Астана, Шымкент, Тараз, Орал, Семей, Ақтау"

    assert len(find(GAZETTEER, text).options) == 5
    assert find(GAZETTEER, text, most=2).options == ("kz-almaty", "kz-astana")


def test_a_misspelt_name_is_offered_and_not_taken() -> None:
    """She says whether it was meant."""
    found = find(GAZETTEER, "Талдыкарган")

    assert found == Found(None, ("kz-taldykorgan",))


def test_ordinary_words_of_a_story_are_no_places() -> None:
    """In a long answer nothing is made of a word that merely resembles a name."""
    story = "Келген жоқ, түнде үйінен алып кетті, содан бері қайда екенін ешкім айтпайды. " * 6

    assert find(GAZETTEER, story) == Found(None, ())

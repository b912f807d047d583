"""The tables of places are whole, in the right letters, and every name in them can be told from others."""

from pathlib import Path

import pytest

from locales import alphabets
from locales.gazetteer import BOTH_SIDES, KINDS, WRITTEN, Gazetteer, Unreadable
from locales.languages import CODES

HEAD = "id\tkind\twithin\ten\tru\tkk\tzh-Hans\tug\talso\n"
ALMATY = "kz-almaty\tcity\tkz\tAlmaty\tАлматы\tАлматы\t阿拉木图\tئالمۇتا\tAlma-Ata | Алма-Ата\n"
KAZAKHSTAN = "kz\tcountry\t\tKazakhstan\tКазахстан\tҚазақстан\t哈萨克斯坦\tقازاقىستان\t\n"
TABLES = sorted(Path(alphabets.__file__).parent.glob("gazetteer/*.tsv"))
PLACES = Gazetteer.load().places


@pytest.mark.parametrize("code", CODES)
def test_every_name_is_written_in_its_languages_letters(code: str) -> None:
    """No look-alike from another script, no letter of the neighbouring language, in any column."""
    wrong = {place.id: list(alphabets.wrong(code, place.named(code))) for place in PLACES.values()}

    assert {place_id: what for place_id, what in wrong.items() if what} == {}


def test_a_table_says_where_its_facts_come_from() -> None:
    """Comments at the head, as nobody can check a name whose source is unknown."""
    assert len(TABLES) >= 3
    for table in TABLES:
        assert table.read_text(encoding="utf-8").startswith("# "), table.name


def test_ids_are_plain_and_names_are_tidy() -> None:
    """Ids stay in reports for ever; a space too many would stand on a button."""
    for place in PLACES.values():
        assert place.id.isascii(), place.id
        assert place.id == place.id.lower().strip(), place.id
        assert place.kind in KINDS
        names = [*place.written.values(), *place.also]
        assert [name for name in names if name != " ".join(name.split())] == [], place.id
        assert len(set(place.also)) == len(place.also), place.id


def test_nothing_lies_in_itself() -> None:
    """Whoever asks what is around a place comes to an end."""
    gazetteer = Gazetteer.load()
    for place_id in PLACES:
        assert place_id not in list(gazetteer.around(place_id))
    assert list(gazetteer.around("x-khorgos")) == ["kz-panfilov-district", "kz-zhetisu", "kz"]


def test_kazakhstan_is_all_there() -> None:
    """Seventeen regions and three cities of republican significance, as since 2022."""
    regions = [place for place in PLACES.values() if place.kind == "region" and place.within == "kz"]
    cities = {place.id for place in PLACES.values() if place.kind == "city" and place.within == "kz"}

    assert len(regions) == 17
    assert cities == {"kz-almaty", "kz-astana", "kz-shymkent"}


def test_kazakh_in_arabic_letters_is_made_by_rule() -> None:
    """No column holds it, and the exceptions of the rule count here, too."""
    gazetteer = Gazetteer.load()

    assert "kk-Arab" not in WRITTEN
    assert gazetteer.name("kz-almaty", "kk-Arab") == "الماتى"
    assert gazetteer.name("cn", "kk-Arab") == "قىتاي"
    assert gazetteer.name("x-khorgos", "kk-Arab") == "نۇر جولى – قورعاس"


@pytest.mark.parametrize("code", CODES)
def test_a_crossing_is_called_by_both_sides(code: str) -> None:
    """A family on one side of a border knows it by another name than one on the other."""
    place = PLACES["x-khorgos"]

    assert len(place.sides(code)) == 2
    assert Gazetteer.load().name("x-khorgos", code) == BOTH_SIDES.join(place.sides(code))


def test_two_places_of_one_name_are_told_apart(tmp_path: Path) -> None:
    """The place around each stands behind it, in the manner of the language."""
    aksu = "{id}\tcity\t{within}\tAksu\tАксу\tАқсу\t阿克苏\tئاقسۇ\t\n"
    china = "cn\tcountry\t\tChina\tКитай\tҚытай\t中国\tجۇڭگو\t\n"
    rows = KAZAKHSTAN + china + aksu.format(id="a", within="kz") + aksu.format(id="b", within="cn")
    (tmp_path / "some.tsv").write_text(HEAD + rows, encoding="utf-8")
    gazetteer = Gazetteer.load(tmp_path)

    assert gazetteer.name("a", "en") == "Aksu, Kazakhstan"
    assert gazetteer.name("b", "ru") == "Аксу, Китай"
    assert gazetteer.name("b", "zh-Hans") == "阿克苏（中国）"
    assert gazetteer.name("b", "ug") == "ئاقسۇ، جۇڭگو"
    assert gazetteer.name("b", "kk-Arab") == "اقسۋ، قىتاي"
    assert gazetteer.name("kz", "en") == "Kazakhstan"


def test_an_unknown_id_or_language_is_refused() -> None:
    """Better an error than another place's name."""
    with pytest.raises(KeyError):
        Gazetteer.load().name("atlantis", "en")
    with pytest.raises(KeyError):
        Gazetteer.load().name("kz-almaty", "tr")


def test_it_is_read_once_from_every_table_of_the_folder(tmp_path: Path) -> None:
    """One table a part of the world; whoever adds one changes no code."""
    (tmp_path / "one.tsv").write_text("# a source\n" + HEAD + KAZAKHSTAN, encoding="utf-8")
    (tmp_path / "two.tsv").write_text(HEAD + ALMATY, encoding="utf-8")

    gazetteer = Gazetteer.load(tmp_path)

    assert list(gazetteer.places) == ["kz", "kz-almaty"]
    assert gazetteer.places["kz-almaty"].also == ("Alma-Ata", "Алма-Ата")
    assert Gazetteer.load(tmp_path) is gazetteer


@pytest.mark.parametrize(
    ("table", "why"),
    [
        (HEAD + KAZAKHSTAN + KAZAKHSTAN, "kz is there already"),
        (HEAD + ALMATY, "lies in kz, which is not there"),
        (HEAD + KAZAKHSTAN.replace("country", "empire"), "no such kind"),
        (HEAD + KAZAKHSTAN.replace("哈萨克斯坦", ""), "a name is missing"),
        (HEAD + KAZAKHSTAN.replace("\t哈萨克斯坦", ""), "8 columns"),
        (KAZAKHSTAN, "does not name the columns"),
        ("# nothing\n", "does not name the columns"),
    ],
)
def test_a_broken_table_is_refused(table: str, why: str, tmp_path: Path) -> None:
    """At the start of a test, not in front of a family."""
    (tmp_path / "broken.tsv").write_text(table, encoding="utf-8")

    with pytest.raises(Unreadable, match=why):
        Gazetteer.load(tmp_path)

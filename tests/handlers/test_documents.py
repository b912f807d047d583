"""Sheets of paper: every letter drawn, numbers the right way round, nothing typed is read as markup."""

import re
import subprocess
import sys
import unicodedata
from dataclasses import replace
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from handlers.documents.coverage import FONTS, drawn, letters
from handlers.documents.lettering import NOT_DRAWN, clean, our_words, own_words, runs
from handlers.documents.sheet import Row, Section, Sheet
from handlers.documents.typesetting import CannotTypeset, _compiled, pages_as_svg, typeset
from handlers.documents.writing import printed, section_of, sheet_of, written
from handlers.saying import labelled, labelled_msg, lines, msg, raw
from locales.alphabets import ALPHABETS
from locales.catalog import Catalog, MissingText
from locales.languages import CODES, direction
from tests.handlers import drawing

PHONE, CODE = "+7 701 555 01 23", "K7Q-4MC"
RIGHT_TO_LEFT = [code for code in CODES if direction(code) == "rtl"]
PUNCTUATION = "«»„“”‘’–—…№§°•·€₸¥×−+=<>[]{}()/\\|@#$%^&*_~`'\"!?;:,.،؛؟。，、；：？！（）《》「」"

# The title, a section, a label, an answer: all made up.
TOLD = {
    "en": ("What you told us", "The person", "What happened", "On 3 May 2025 two men came to her door."),
    "ru": ("Что вы рассказали", "О человеке", "Что произошло", "3 мая 2025 года к её двери подошли двое."),
    "kk": ("Сіз не айттыңыз", "Адам туралы", "Не болды", "3 мамырда есігіне екі адам келді. Әңгіме, һәм."),
    "kk-Arab": ("ءسىز نە ايتتىڭىز", "ادام تۋرالى", "نە بولدى", "3 مامىردا ەسىگىنە ەكى ادام كەلدى. ٴومىر."),
    "zh-Hans": ("您告诉我们的内容", "当事人", "发生了什么事", "2025年5月3日，两名男子来到她家门口。"),
    "ug": ("سىز ئېيتقانلار", "ئادەم ھەققىدە", "نېمە ئىش بولدى", "3-ماي كۈنى ئىشىكىگە ئىككى كىشى كەلدى."),
}
NAMES = ("Ерланова Айгүл Сейітқызы", "喆昇堃祎玥", "ئايگۈل ئېرلان", "Aygul Yerlan")


def a_sheet(language: str, *rows: Row) -> Sheet:
    """A family's sheet: names in every script, a story, a telephone number; and *rows*."""
    title, section, label, story = TOLD[language]
    told = (*(Row(label, one) for one in (*NAMES, story, PHONE)), *rows)
    return Sheet(language, title, (story,), (Section(section, told),), (story,), code=CODE)


def bare(language: str, *texts: str) -> Sheet:
    """Nothing but these answers."""
    return Sheet(language, "", sections=(Section("", tuple(Row("", one) for one in texts)),))


def line_of(language: str, text: str) -> list[str]:
    """The shapes of one short answer alone on a page, from left to right."""
    (page,) = pages_as_svg(bare(language, text))
    (line,) = drawing.lines(page)
    return line


@pytest.mark.parametrize("language", CODES)
def test_a_sheet_in_every_language(language: str) -> None:
    sheet = a_sheet(language)

    pdf = typeset(sheet)
    (picture,) = _compiled(sheet, "png", None, 40)
    (page,) = pages_as_svg(sheet)

    assert pdf.startswith(b"%PDF-")
    assert picture.startswith(b"\x89PNG\r\n\x1a\n")
    assert len(drawing.lines(page)) >= 2 * 6 + 5
    assert not drawing.contains([one.shape for one in drawing.glyphs(page)], line_of(language, NOT_DRAWN))


@pytest.mark.parametrize("language", CODES)
def test_the_page_begins_where_its_readers_begin(language: str) -> None:
    (page,) = pages_as_svg(a_sheet(language))
    title = min(drawing.glyphs(page), key=lambda one: one.y).y
    on_line = [one.x for one in drawing.glyphs(page) if one.y == title]
    middle = 595 / 2
    if direction(language) == "rtl":
        assert min(on_line) > middle, "the title stands at the right"
    else:
        assert min(on_line) < 72, "the title stands at the left"


@pytest.mark.parametrize("language", sorted(ALPHABETS))
def test_every_letter_of_the_alphabets_is_drawn(language: str) -> None:
    alphabet = "".join(sorted(ALPHABETS[language]))
    assert NOT_DRAWN not in clean(alphabet + alphabet.upper() + PUNCTUATION + "ٴ0123456789")
    assert clean(alphabet) == unicodedata.normalize("NFC", alphabet)


def test_the_letters_of_chinese_names_are_drawn() -> None:
    """All of GBK: GB 2312 lacks many letters that names are written with."""
    pairs = (bytes([high, low]) for high in range(0x81, 0xFF) for low in range(0x40, 0xFF))
    gbk = "".join(pair.decode("gbk", "ignore") for pair in pairs)

    missing = {one for one in gbk if ord(one) >= 0x2000 and ord(one) not in drawn()}

    assert len(gbk) > 21_000
    assert missing <= {"≒"}
    assert clean("喆昇堃祎玥䶮㛃𫖯") == "喆昇堃祎玥䶮㛃𫖯"


def test_both_weights_of_a_font_have_the_same_letters() -> None:
    assert letters("NotoSans-Regular.ttf") == letters("NotoSans-Bold.ttf")
    assert letters("NotoNaskhArabic-Regular.ttf") == letters("NotoNaskhArabic-Bold.ttf")
    assert letters("NotoSansCJKsc-Heading.otf") <= letters("NotoSansCJKsc-Regular.otf")


def test_what_is_in_the_title_is_drawn_even_where_the_bold_font_lacks_it() -> None:
    """昇 is not in the bold Chinese font; the regular one steps in."""
    (page,) = pages_as_svg(Sheet("zh-Hans", "张喆昇"))
    assert len(drawing.glyphs(page)) == 3


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("ཀ", "□"),
        ("a👍b", "a□b"),
        ("👍🏽", "□"),
        ("👩‍❤️‍👨x", "□x"),
        ("👨‍👩‍👧 👨‍👩‍👧", "□ □"),
        ("👨\u200dabc", "□abc"),
        ("\ud800", "□"),
        ("𝐁𝐨𝐥𝐝", "Bold"),
        ("и\u0306", "й"),
        ("a\x00\x07\x1b\x7f\u202eb\ufeff\ufffe", "ab"),
        ("a\tb\r\nc\u2028d\x0be", "a b\nc\nd\ne"),
        ("\u2067never closed", "never closed"),
        ("closed nowhere\u2069\n\u2068closed\u2069", "closed nowhere\n\u2068closed\u2069"),
        ("می\u200cخواهم", "می\u200cخواهم"),
    ],
)
def test_what_cannot_be_drawn_leaves_a_box_and_what_is_unseen_goes(typed: str, shown: str) -> None:
    assert clean(typed) == shown


@pytest.mark.parametrize("language", CODES)
def test_what_somebody_typed_is_never_read_as_markup(language: str) -> None:
    """As many signs are drawn as were typed, and the same as one by one."""
    typed = r"#let*x*=$1$_a_\n@ref<label>`raw`//=-+/~[#panic()]{}" + '"#"'
    assert line_of(language, typed) == [shape for one in typed for shape in line_of(language, one)]


@pytest.mark.parametrize("language", CODES)
@pytest.mark.parametrize(
    "number",
    [
        PHONE,
        "+998 (90) 555-01-23",
        CODE,
        "7KQ-4MC",
        "2025-05-03",
        "03.05.2025",
        "14:30",
        "8 (701) 555 01 23",
        "AB 1234567",
        "1234567 AB",
        "№5",
        "N 12/345",
        "50%",
        "someone.1987@example.org",
        "https://example.org/2025/?a=1&b=2",
    ],
)
@pytest.mark.parametrize(
    "around",
    [
        "تېلېفون {} نومۇرى",
        "{} دېگەن نومۇر",
        "نومىرى {}",
        "نومۇرى ({})، بار",
        "Позвонил قازاقستان {} и ушёл",
        "\u2068قازاقستان\u2069 \u2066{}\u2069 \u2068ادام\u2069",
    ],
)
def test_numbers_stand_inside_right_to_left_text_as_they_stand_alone(
    language: str, number: str, around: str
) -> None:
    """Letter for letter, from left to right, as drawn."""
    assert drawing.contains(line_of(language, around.format(number)), line_of("en", number))


def test_arabic_digits_keep_the_order_of_their_groups() -> None:
    alone = [line_of("ug", one)[0] for one in "٧٧٠١٥٥٥"]
    assert line_of("ug", "٧ ٧٠١ ٥٥٥") == alone
    assert drawing.contains(line_of("ug", "تېلېفون ٧ ٧٠١ ٥٥٥ نومۇرى"), alone)


def test_a_number_reversed_would_be_noticed() -> None:
    """The measure itself: groups in another order are not found."""
    assert not drawing.contains(line_of("en", "23 01 555 701 +7"), line_of("en", PHONE))


@pytest.mark.parametrize("page", ["ltr", "rtl"])
def test_own_words_go_the_way_of_their_first_letter(page: str) -> None:
    way = {
        "Она ушла.": "ltr",
        "3-ماي كۈنى": "rtl",
        "\u2068K7Q\u2069 قازاقستان": "rtl",
        PHONE: "ltr",
        "\u2068ئايگۈل\u2069": "rtl",
        "她走了。": "ltr",
    }
    assert {text: own_words(text, page)[0].direction for text in way} == way  # type: ignore[arg-type]  # a literal


def test_our_words_go_the_way_of_the_page_even_if_a_code_begins_them() -> None:
    assert our_words(f"{CODE}: ھالەت", "rtl")[0].direction == "rtl"
    assert our_words(CODE, "rtl")[0].direction == "ltr"
    assert our_words("123", "rtl")[0].direction == "rtl"


def test_lines_that_were_left_free_stay_free_once() -> None:
    assert [one.text for one in own_words("\n\na\n \n\n\nb\nc\n\n", "ltr")] == ["a", "", "b", "c"]


def test_a_line_comes_in_runs_of_turning_script() -> None:
    assert runs("ئا ب 12 abc قا.") == ["", "ئا ب", " 12 abc ", "قا", "."]
    assert runs("") == [""]


@pytest.mark.parametrize("language", CODES)
def test_nothing_runs_off_the_page(language: str) -> None:
    """Addresses, keys, and words without an end are broken; so are rows of Chinese and Arabic letters."""
    endless = (
        "x" * 300,
        "https://example.org/" + "y" * 200,
        "汉" * 300,
        "ئا" * 200,
        "ئا " + "z" * 200 + " ئا",
    )
    sheet = replace(
        bare(language, *endless),
        title="W" * 120,
        sections=(
            Section(
                "W" * 120, tuple(Row("w" * 200, one, choices=("w" * 30, "word " * 60)) for one in endless)
            ),
        ),
    )
    found = [one for page in pages_as_svg(sheet) for one in drawing.glyphs(page)]
    assert min(one.x for one in found) > 68
    assert max(one.x for one in found) < 595 - 68


@pytest.mark.parametrize("language", CODES)
def test_twenty_pages_and_a_hundred_rows(language: str) -> None:
    story = TOLD[language][3]
    in_one = bare(language, f"{story} {PHONE} {NAMES[2]} " * 500)
    in_paragraphs = bare(language, f"{story}\n" * 800)
    in_rows = bare(language, *(f"{story} {number}" for number in range(100)))

    assert len(pages_as_svg(in_one)) >= 10
    assert len(pages_as_svg(in_paragraphs)) >= 15
    drawn_rows = [line for page in pages_as_svg(in_rows) for line in drawing.lines(page)]
    assert len(drawn_rows) == 100


def test_rows_to_fill_in_by_hand() -> None:
    """Each writing line and each box is there, and the words beside the boxes."""
    form = Row("نېمە", lines=4, choices=("ھەئە", "ياق", "Да"))
    plain = Sheet("ug", "", sections=(Section("", (replace(form, lines=0, choices=()),)),))
    form_sheet = replace(plain, sections=(Section("", (form,)),))

    (before,), (after,) = pages_as_svg(plain), pages_as_svg(form_sheet)

    assert after.count(b'fill="#8b969c"') - before.count(b'fill="#8b969c"') == 4
    assert drawing.strokes(after, "0.7") == 3
    assert len(drawing.glyphs(after)) > len(drawing.glyphs(before)) + 6


def test_the_same_sheet_is_the_same_file() -> None:
    sheet, at = a_sheet("ug"), datetime(2026, 11, 24, 7, 0, tzinfo=UTC)
    assert typeset(sheet) == typeset(sheet)
    assert typeset(sheet, made_at=at) == typeset(sheet, made_at=at) != typeset(sheet)


def test_the_file_tells_no_name_of_itself() -> None:
    """Its title is the hotline's; no author, no subject, no time unless one is given."""
    sheet = replace(a_sheet("en"), title="Yerlanova Aygul", header="A hotline")
    pdf = typeset(sheet)

    assert re.findall(rb"/Title\s*\(([^)]*)\)", pdf) == [b"Izdeu"]
    assert not re.search(rb"/(Author|Subject|Keywords|CreationDate|ModDate|Outlines)\b", pdf)
    assert b"Aygul" not in pdf
    assert b"/CreationDate" in typeset(sheet, made_at=datetime(2026, 11, 24, 7, 0, tzinfo=UTC))


def test_a_sheet_in_no_language_cannot_be_made() -> None:
    with pytest.raises(KeyError):
        typeset(Sheet("xx", ""))


def test_trouble_in_typesetting_tells_no_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("handlers.documents.typesetting._template", lambda _name: b"#panic(sys.inputs.sheet)")
    with pytest.raises(CannotTypeset) as caught:
        typeset(bare("en", "Aygul"))
    assert "Aygul" not in str(caught.value)
    assert caught.value.__cause__ is None


def test_nobody_loads_the_typesetter_who_prints_nothing() -> None:
    code = "import bot.app, handlers.documents.writing, sys; sys.exit('typst' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0  # noqa: S603 -- ourselves


def test_the_fonts_come_with_their_licence() -> None:
    licence = (FONTS / "OFL.txt").read_text(encoding="utf-8")
    for file in FONTS.glob("*.?tf"):
        assert file.name in licence
    assert "SIL OPEN FONT LICENSE" in licence


CATALOG = Catalog(
    {
        "en": {
            "sheet-header": "sheet-header = Izdeu",
            "sheet-title": "sheet-title = <b>What you told us</b> & { $code }",
            "label-name": "label-name = Name & rank",
            "unknown": "unknown = not known",
        },
        "ug": {"sheet-header": "sheet-header = Izdeu"},
    }
)
ALMATY = ZoneInfo("Asia/Almaty")
IN_NO_LANGUAGE = sheet_of(
    msg("sheet-title", code=CODE),
    intro=[raw("<b>her own</b> & words\nin two lines")],
    sections=[
        section_of(
            msg("unknown"),
            [
                labelled("label-name", "Aygul <i>\n& others"),
                labelled_msg("label-name", msg("unknown")),
                labelled_msg("label-name", lines([msg("unknown"), raw("ئا")])),
                raw("alone"),
            ],
        ),
        section_of(None, []),
    ],
    outro=[msg("unknown")],
    code=CODE,
)


def test_parts_become_plain_words() -> None:
    assert written(CATALOG, ALMATY, IN_NO_LANGUAGE, "en") == Sheet(
        "en",
        f"What you told us & \u2068{CODE}\u2069",
        ("<b>her own</b> & words\nin two lines",),
        (
            Section(
                "not known",
                (
                    Row("Name & rank", "Aygul <i>\n& others"),
                    Row("Name & rank", "not known"),
                    Row("Name & rank", "not known\n\u2068ئا\u2069"),
                    Row("", "alone"),
                ),
            ),
            Section("", ()),
        ),
        ("not known",),
        code=CODE,
        header="Izdeu",
    )


def test_a_body_is_printed_in_the_readers_language_or_its_own() -> None:
    body = {"sheet": IN_NO_LANGUAGE}
    assert printed(CATALOG, ALMATY, body, "en") == typeset(written(CATALOG, ALMATY, IN_NO_LANGUAGE, "en"))
    assert printed(CATALOG, ALMATY, {**body, "language": "en"}, "ug") == printed(CATALOG, ALMATY, body, None)
    with pytest.raises(MissingText):
        printed(CATALOG, ALMATY, body, "ug")

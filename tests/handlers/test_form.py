"""The form as a value: whatever is replied, in whatever order, nothing is lost and it always ends."""

import copy
import json
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from handlers.intake import form
from handlers.intake.form import Step
from handlers.intake.questions import QUESTIONS
from handlers.intake.replies import Pressed, Reply, Sent, Shared, Words
from tests.handlers.made import NOON

KEYS = [one.key for one in QUESTIONS]


def told(*replies: Reply) -> Step:
    """The last step of a report that was told so, after the consent."""
    step = Step(form.begin())
    for reply in (Pressed("agree", "en"), *replies):
        step = form.advance(QUESTIONS, step.draft, reply, NOON)
    return step


def said(step: Step) -> list[str]:
    """Ids of what was said before the next question."""
    return [note["id"] for note in step.notes]


def test_nothing_is_asked_before_the_consent() -> None:
    """What comes before the yes is held, and joins the story with it."""
    step = form.advance(QUESTIONS, form.begin(), Words("They took him.", 5), NOON)
    assert (step.draft["at"], said(step)) == ("consent", ["held-until-consent"])

    step = form.advance(QUESTIONS, step.draft, Pressed("agree", "kk"), NOON)

    assert step.draft["at"] == "relation"
    assert step.draft["held"] == []
    assert step.draft["answers"]["story"]["texts"] == [{"text": "They took him.", "message": 5}]
    assert step.draft["consent"] == {"at": NOON.isoformat(), "version": "1", "language": "kk"}


def test_six_answers_and_two_skips_lead_to_the_summary() -> None:
    """The plain way through, by buttons, words and a voice message."""
    step = told(
        Pressed("answer", "child"),
        Words("Ерлан Серікұлы", 1),
        Pressed("answer", "taken"),
        Words("last July", 2),
        Sent("voice-1", "voice", 3),
        Words("Two men came.", 4),
        Pressed("done"),
        Pressed("skip"),
        Pressed("unknown"),
    )
    assert step.draft["at"] == "summary"
    assert form.unanswered(QUESTIONS, step.draft) == []
    assert {key: answer["state"] for key, answer in step.draft["answers"].items()} == {
        "relation": "given",
        "name": "given",
        "event": "given",
        "when": "given",
        "where": "given",
        "story": "given",
        "photo": "skipped",
        "phone": "unknown",
    }


def test_a_required_question_cannot_be_skipped_but_not_known() -> None:
    """Nineteen were taken; the names of the others are unknown: that is an answer."""
    at_name = told(Pressed("answer", "friend"))
    assert form.advance(QUESTIONS, at_name.draft, Pressed("skip"), NOON).draft["at"] == "name"
    assert form.advance(QUESTIONS, at_name.draft, Pressed("unknown"), NOON).draft["at"] == "event"


def test_what_is_no_name_is_kept_and_asked_again() -> None:
    """The words stay as a remark; the question stays open."""
    step = told(Pressed("answer", "child"), Words("???", 7))
    assert (step.draft["at"], said(step)) == ("name", ["unreadable-name"])
    assert step.draft["answers"]["name"]["remarks"] == [{"text": "???", "message": 7}]


def test_a_voice_message_answers_and_a_document_only_accompanies() -> None:
    """Spoken answers move on; papers are kept with the question."""
    paper = told(Pressed("answer", "child"), Sent("paper", "document", 1))
    assert (paper.draft["at"], said(paper)) == ("name", ["kept-with-question"])

    voice = form.advance(QUESTIONS, paper.draft, Sent("voice", "voice", 2), NOON)

    assert (voice.draft["at"], said(voice)) == ("event", ["kept-voice"])
    assert [file["id"] for file in voice.draft["answers"]["name"]["files"]] == ["paper", "voice"]


def test_the_rest_of_an_album_goes_to_the_question_of_its_first() -> None:
    """Telegram brings a bundle as single messages; only the first is acknowledged."""
    step = told(Pressed("answer", "child"))
    draft = {**step.draft, "at": "photo"}
    step = form.advance(QUESTIONS, draft, Sent("one", "photo", 1, album="a"), NOON)
    assert said(step) == ["kept-more"]
    step = form.advance(QUESTIONS, step.draft, Pressed("done"), NOON)
    assert step.draft["at"] == "phone"

    step = form.advance(QUESTIONS, step.draft, Sent("two", "photo", 2, album="a"), NOON)

    assert step.ask is False
    assert [file["id"] for file in step.draft["answers"]["photo"]["files"]] == ["one", "two"]


def test_a_number_is_found_among_words() -> None:
    """In any of the regions where our families live, also in other digits."""
    for text, number in (
        ("тел. 8 701 123 45 67 (мама)", "+77011234567"),
        ("手机 138 1234 5678", "+8613812345678"),
        ("+7 916 123-45-67", "+79161234567"),
        ("٨٧٠١١٢٣٤٥٦٧", "+77011234567"),
    ):
        step = form.advance(QUESTIONS, {**told().draft, "at": "phone"}, Words(text, 1), NOON)
        assert step.draft["answers"]["phone"]["value"] == number


def test_a_shared_contact_is_a_number() -> None:
    """The contact button gives it without a plus."""
    step = form.advance(QUESTIONS, {**told().draft, "at": "phone"}, Shared("77011234567", 1), NOON)
    assert step.draft["answers"]["phone"]["value"] == "+77011234567"


def test_an_edited_message_changes_its_answer() -> None:
    """She corrects a letter in what she sent: the answer follows, wherever she is now."""
    step = told(Pressed("answer", "child"), Words("Ерлн", 8))
    step = form.advance(QUESTIONS, step.draft, Words("Ерлан", 8, edited=True), NOON)
    assert step.draft["answers"]["name"]["texts"] == [{"text": "Ерлан", "message": 8}]
    assert said(step) == ["corrected"]
    assert step.draft["at"] == "event"


def test_changing_one_answer_leads_back_to_the_summary() -> None:
    """A detour asks one question and nothing else; the old wording stays as a remark."""
    draft = {**told(Pressed("answer", "child"), Words("Ерлан", 1)).draft, "at": "summary"}
    step = form.advance(QUESTIONS, draft, Pressed("change", "name"), NOON)
    assert step.draft["at"] == "name"

    step = form.advance(QUESTIONS, step.draft, Words("Ерлан Серікұлы", 2), NOON)

    assert step.draft["at"] == "summary"
    assert step.draft["answers"]["name"]["texts"] == [{"text": "Ерлан Серікұлы", "message": 2}]
    assert step.draft["answers"]["name"]["remarks"] == [{"text": "Ерлан", "message": 1}]


def test_another_answer_takes_the_place_of_the_earlier_words() -> None:
    """She wrote, and then chose a button or shared a number: what is read back is what she chose last."""
    for key, reply, value, state in (
        ("relation", Pressed("answer", "sibling"), "sibling", "given"),
        ("when", Pressed("unknown"), None, "unknown"),
        ("phone", Shared("77011234567", 2), "+77011234567", "given"),
    ):
        at = {**told().draft, "at": key}
        step = form.advance(QUESTIONS, at, Words("8 701 000 00 00", 1), NOON)

        step = form.advance(QUESTIONS, {**step.draft, "at": key}, reply, NOON)

        answer = step.draft["answers"][key]
        assert (answer["value"], answer["state"], answer["texts"]) == (value, state, [])
        assert answer["remarks"] == [{"text": "8 701 000 00 00", "message": 1}]


def test_a_card_from_the_address_book_keeps_its_name() -> None:
    """A neighbour's number is of no use without the neighbour's name."""
    step = form.advance(QUESTIONS, {**told().draft, "at": "phone"}, Shared("77011234567", 1, "Aunt"), NOON)
    answer = step.draft["answers"]["phone"]
    assert answer["value"] == "+77011234567"
    assert answer["texts"] == [{"text": "Aunt, 77011234567", "message": 1}]


def test_new_words_under_a_file_stay_with_the_file() -> None:
    """A caption is corrected long after: no other question is answered by it."""
    step = told(Pressed("answer", "child"), Sent("voice-1", "voice", 3, "Yerln"), Pressed("unknown"))
    assert step.draft["at"] == "when"

    step = form.advance(QUESTIONS, step.draft, Sent("voice-2", "voice", 3, "Yerlan", edited=True), NOON)

    assert (step.draft["at"], said(step)) == ("when", ["corrected"])
    name = step.draft["answers"]["name"]
    assert ([one["text"] for one in name["texts"]], len(name["files"])) == (["Yerlan"], 2)


def test_a_number_mended_in_its_own_message_is_the_answer() -> None:
    """What could not be read and is edited is read again."""
    step = form.advance(QUESTIONS, {**told().draft, "at": "phone"}, Words("+7 701 123", 4), NOON)
    step = form.advance(QUESTIONS, step.draft, Words("+7 701 123 45 67", 4, edited=True), NOON)
    assert step.draft["answers"]["phone"]["value"] == "+77011234567"


def test_a_bundle_is_acknowledged_once_before_the_yes_and_after_the_last_question() -> None:
    """Ten photos are ten messages; nobody is asked ten times."""
    photos = [Sent(f"photo-{number}", "photo", number, album="a") for number in range(3)]
    for draft in (form.begin(), {**told().draft, "at": "summary"}):
        asked = []
        for photo in photos:
            step = form.advance(QUESTIONS, draft, photo, NOON)
            draft = step.draft
            asked.append(step.ask)
        assert asked == [True, False, False]


def test_back_goes_one_question_back_and_stops_at_the_first() -> None:
    """Back never leaves the form."""
    step = told(Pressed("answer", "child"), Words("Ерлан", 1))
    seen = []
    for _ in range(4):
        step = form.advance(QUESTIONS, step.draft, Pressed("back"), NOON)
        seen.append(step.draft["at"])
    assert seen == ["name", "relation", "relation", "relation"]


words = st.text(min_size=1, max_size=40).filter(str.strip)
replies = st.one_of(
    st.builds(Words, words.map(lambda text: f"word:{text}"), st.integers(1, 6), st.booleans()),
    st.builds(
        Sent,
        st.uuids().map(str),
        st.sampled_from(["voice", "photo", "document", "audio", "video"]),
        st.integers(1, 6),
        st.none() | words.map(lambda text: f"caption:{text}"),
        st.none() | st.sampled_from(["a", "b"]),
        st.none() | st.integers(1, 90),
        st.booleans(),
        st.booleans(),
    ),
    st.builds(
        Shared, st.from_regex(r"7701[0-9]{7}", fullmatch=True), st.integers(1, 6), st.none() | st.just("Aunt")
    ),
    st.builds(
        Pressed,
        st.sampled_from(
            ["agree", "answer", "unknown", "skip", "done", "back", "change", "summary", "nonsense"]
        ),
        st.sampled_from(["", *KEYS, "child"]),
    ),
)


@settings(max_examples=300)
@given(st.lists(replies, max_size=25))
def test_nothing_said_is_ever_lost(several: list[Reply]) -> None:
    """Whatever comes in whatever order stands somewhere in the draft, and the draft stays JSON."""
    draft: Any = form.begin()
    edited: set[int | None] = set()
    for reply in several:
        before = copy.deepcopy(draft)
        step = form.advance(QUESTIONS, draft, reply, NOON)
        assert draft == before, "the draft that was handed in is never changed"
        draft = step.draft
        assert draft["at"] in {"consent", "summary", "change", *KEYS}
        kept = json.dumps(draft)
        match reply:
            case Words(text):
                edited |= {reply.number} if reply.edited else set()
                assert json.dumps(text)[1:-1] in kept
            case Sent(attachment_id):
                edited |= {reply.number} if reply.edited else set()
                assert attachment_id in kept
                assert reply.caption is None or json.dumps(reply.caption)[1:-1] in kept
            case Shared(phone):
                assert phone[1:] in kept
    for reply in several:
        # Only her own later edit of the same message may replace what she wrote.
        if isinstance(reply, Words) and reply.number not in edited:
            assert json.dumps(reply.text)[1:-1] in json.dumps(draft)
        if isinstance(reply, Sent):
            assert reply.attachment_id in json.dumps(draft)


@settings(max_examples=200)
@given(st.lists(replies, max_size=12))
def test_from_anywhere_the_end_can_be_reached(several: list[Reply]) -> None:
    """No series of replies leads into a corner: "I don't know" always leads to the summary."""
    draft: Any = form.begin()
    for reply in several:
        draft = form.advance(QUESTIONS, draft, reply, NOON).draft
    draft = form.advance(QUESTIONS, draft, Pressed("agree", "en"), NOON).draft
    for _ in range(2 * len(QUESTIONS)):
        if draft["at"] == "summary" and not form.unanswered(QUESTIONS, draft):
            return
        if form.question_at(QUESTIONS, draft) is None:
            missing = form.unanswered(QUESTIONS, draft)
            draft = {**draft, "at": missing[0].key if missing else "summary"}
        else:
            draft = form.advance(QUESTIONS, draft, Pressed("unknown"), NOON).draft
    assert draft["at"] == "summary"


def test_a_report_is_full_before_its_words_make_the_bot_slow() -> None:
    """Forty pages, by whatever way they came; astral letters count as Telegram counts them."""
    page = Words("а" * 3_900, 1)
    files = [Sent(f"file-{n}", "photo", n) for n in range(601)]

    assert not form.is_full(told(*[page] * 14).draft)
    assert form.is_full(told(*[page] * 16).draft)
    assert form.is_full(told(*[Words("😀" * 2_000, 1)] * 16).draft)
    assert form.is_full(told(*files).draft)
    assert form.is_full(form.begin([{"text": "а" * 60_000, "message": 1}]))

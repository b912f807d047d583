"""The form as a value: whatever is replied, in whatever order, nothing is lost and it always ends."""

from handlers.intake import form, moving
from handlers.intake.moving import Step
from handlers.intake.questions import FORM
from handlers.intake.replies import Pressed, Reply, Sent, Shared, Words
from tests.handlers.made import NOON


def told(*replies: Reply) -> Step:
    """The last step of a report that was told so, after the consent."""
    step = Step(form.begin())
    for reply in (Pressed("agree", "en"), *replies):
        step = form.advance(FORM, step.draft, reply, NOON)
    return step


def said(step: Step) -> list[str]:
    """Ids of what was said before the next question."""
    return [note["id"] for note in step.notes]


def test_nothing_is_asked_before_the_consent() -> None:
    """What comes before the yes is held, and joins the story with it."""
    step = form.advance(FORM, form.begin(), Words("They took him.", 5), NOON)
    assert (step.draft["at"], said(step)) == ("consent", ["held-until-consent"])

    step = form.advance(FORM, step.draft, Pressed("agree", "kk"), NOON)

    assert step.draft["at"] == "relation"
    assert step.draft["held"] == []
    assert step.draft["answers"]["story"]["texts"] == [{"text": "They took him.", "message": 5}]
    assert step.draft["consent"] == {"at": NOON.isoformat(), "version": "2", "language": "kk"}


def test_six_answers_are_enough_for_a_first_report() -> None:
    """The plain way through, by buttons, words, a yes and a voice message; then she can rest or send."""
    step = told(
        Pressed("answer", "child"),
        Words("Ерлан Серікұлы", 1),
        Pressed("answer", "taken"),
        Words("last July", 2),
        Pressed("accept", "0"),
        Sent("voice-1", "voice", 3),
        Words("Two men came.", 4),
        Pressed("done"),
    )
    assert step.draft["at"] == "rest:first"
    assert moving.unanswered(FORM, step.draft) == []
    assert {key: answer["state"] for key, answer in step.draft["answers"].items()} == dict.fromkeys(
        ("relation", "name", "event", "when", "where", "story"), "given"
    )


def test_a_required_question_cannot_be_skipped_but_not_known() -> None:
    """Nineteen were taken; the names of the others are unknown: that is an answer."""
    at_name = told(Pressed("answer", "friend"))
    assert form.advance(FORM, at_name.draft, Pressed("skip"), NOON).draft["at"] == "name"
    assert form.advance(FORM, at_name.draft, Pressed("unknown"), NOON).draft["at"] == "event"


def test_what_is_no_name_is_kept_and_asked_again() -> None:
    """The words stay as a remark; the question stays open."""
    step = told(Pressed("answer", "child"), Words("???", 7))
    assert (step.draft["at"], said(step)) == ("name", ["unreadable-name"])
    assert step.draft["answers"]["name"]["remarks"] == [{"text": "???", "message": 7}]


def test_a_voice_message_moves_on_and_a_document_waits_for_words() -> None:
    """Spoken answers move on; a paper is an answer, too, and leaves room for words beside it."""
    paper = told(Pressed("answer", "child"), Sent("paper", "document", 1))
    assert (paper.draft["at"], said(paper)) == ("name", ["kept-with-question"])
    assert paper.draft["answers"]["name"]["state"] == "given", "a photo of a passport says a name, too"

    voice = form.advance(FORM, paper.draft, Sent("voice", "voice", 2), NOON)

    assert (voice.draft["at"], said(voice)) == ("event", ["kept-voice"])
    assert [file["id"] for file in voice.draft["answers"]["name"]["files"]] == ["paper", "voice"]


def test_the_rest_of_an_album_goes_to_the_question_of_its_first() -> None:
    """Telegram brings a bundle as single messages; only the first is acknowledged."""
    step = told(Pressed("answer", "child"))
    draft = {**step.draft, "at": "photo"}
    step = form.advance(FORM, draft, Sent("one", "photo", 1, album="a"), NOON)
    assert said(step) == ["kept-more"]
    step = form.advance(FORM, step.draft, Pressed("done"), NOON)
    assert step.draft["at"] == "evidence"

    step = form.advance(FORM, step.draft, Sent("two", "photo", 2, album="a"), NOON)

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
        step = form.advance(FORM, {**told().draft, "at": "phone"}, Words(text, 1), NOON)
        assert step.draft["answers"]["phone"]["value"] == number


def test_a_shared_contact_is_a_number() -> None:
    """The contact button gives it without a plus."""
    step = form.advance(FORM, {**told().draft, "at": "phone"}, Shared("77011234567", 1), NOON)
    assert step.draft["answers"]["phone"]["value"] == "+77011234567"


def test_an_edited_message_changes_its_answer() -> None:
    """She corrects a letter in what she sent: the answer follows, wherever she is now."""
    step = told(Pressed("answer", "child"), Words("Ерлн", 8))
    step = form.advance(FORM, step.draft, Words("Ерлан", 8, edited=True), NOON)
    assert step.draft["answers"]["name"]["texts"] == [{"text": "Ерлан", "message": 8}]
    assert said(step) == ["corrected"]
    assert step.draft["at"] == "event"


def test_changing_one_answer_leads_back_to_the_summary() -> None:
    """A detour asks one question and nothing else; the old wording stays as a remark."""
    draft = {**told(Pressed("answer", "child"), Words("Ерлан", 1)).draft, "at": "summary"}
    step = form.advance(FORM, draft, Pressed("change", "name"), NOON)
    assert step.draft["at"] == "name"

    step = form.advance(FORM, step.draft, Words("Ерлан Серікұлы", 2), NOON)

    assert step.draft["at"] == "summary"
    assert step.draft["answers"]["name"]["texts"] == [{"text": "Ерлан Серікұлы", "message": 2}]
    assert step.draft["answers"]["name"]["value"] == "Cyrl"
    assert step.draft["answers"]["name"]["remarks"] == [{"text": "Ерлан", "message": 1}]


def test_another_answer_takes_the_place_of_the_earlier_words() -> None:
    """She wrote, and then chose a button or shared a number: what is read back is what she chose last."""
    for key, reply, value, state in (
        ("relation", Pressed("answer", "sibling"), "sibling", "given"),
        ("call-times", Pressed("unknown"), None, "unknown"),
        ("phone", Shared("77011234567", 2), "+77011234567", "given"),
    ):
        at = {**told().draft, "at": key}
        step = form.advance(FORM, at, Words("8 701 000 00 00", 1), NOON)

        step = form.advance(FORM, {**step.draft, "at": key}, reply, NOON)

        answer = step.draft["answers"][key]
        assert (answer["value"], answer["state"], answer["texts"]) == (value, state, [])
        assert answer["remarks"] == [{"text": "8 701 000 00 00", "message": 1}]


def test_a_card_from_the_address_book_keeps_its_name() -> None:
    """A neighbour's number is of no use without the neighbour's name."""
    step = form.advance(FORM, {**told().draft, "at": "phone"}, Shared("77011234567", 1, "Aunt"), NOON)
    answer = step.draft["answers"]["phone"]
    assert answer["value"] == "+77011234567"
    assert answer["texts"] == [{"text": "Aunt, 77011234567", "message": 1}]


def test_new_words_under_a_file_stay_with_the_file() -> None:
    """A caption is corrected long after: no other question is answered by it."""
    step = told(Pressed("answer", "child"), Sent("voice-1", "voice", 3, "Yerln"), Pressed("unknown"))
    assert step.draft["at"] == "when"

    step = form.advance(FORM, step.draft, Sent("voice-2", "voice", 3, "Yerlan", edited=True), NOON)

    assert (step.draft["at"], said(step)) == ("when", ["corrected"])
    name = step.draft["answers"]["name"]
    assert ([one["text"] for one in name["texts"]], len(name["files"])) == (["Yerlan"], 2)


def test_a_number_mended_in_its_own_message_is_the_answer() -> None:
    """What could not be read and is edited is read again."""
    step = form.advance(FORM, {**told().draft, "at": "phone"}, Words("+7 701 123", 4), NOON)
    step = form.advance(FORM, step.draft, Words("+7 701 123 45 67", 4, edited=True), NOON)
    assert step.draft["answers"]["phone"]["value"] == "+77011234567"


def test_a_bundle_is_acknowledged_once_before_the_yes_and_after_the_last_question() -> None:
    """Ten photos are ten messages; nobody is asked ten times."""
    photos = [Sent(f"photo-{number}", "photo", number, album="a") for number in range(3)]
    for draft in (form.begin(), {**told().draft, "at": "summary"}):
        asked = []
        for photo in photos:
            step = form.advance(FORM, draft, photo, NOON)
            draft = step.draft
            asked.append(step.ask)
        assert asked == [True, False, False]


def test_back_goes_one_question_back_and_stops_at_the_first() -> None:
    """Back never leaves the form."""
    step = told(Pressed("answer", "child"), Words("Ерлан", 1))
    seen = []
    for _ in range(4):
        step = form.advance(FORM, step.draft, Pressed("back"), NOON)
        seen.append(step.draft["at"])
    assert seen == ["name", "relation", "relation", "relation"]


def test_a_report_is_full_before_its_words_make_the_bot_slow() -> None:
    """Forty pages, by whatever way they came; astral letters count as Telegram counts them."""
    page = Words("а" * 3_900, 1)
    files = [Sent(f"file-{n}", "photo", n) for n in range(601)]

    assert not form.is_full(told(*[page] * 14).draft)
    assert form.is_full(told(*[page] * 16).draft)
    assert form.is_full(told(*[Words("😀" * 2_000, 1)] * 16).draft)
    assert form.is_full(told(*files).draft)
    assert form.is_full(form.begin([{"text": "а" * 60_000, "message": 1}]))


def test_the_questions_that_the_team_asks_for_come_one_after_the_other() -> None:
    """Whether answered or not known; then the summary, where nothing of it is left over."""
    draft = form.asked_for(FORM, told(Pressed("agree", "en")).draft, ["phone", "gone-question", "officials"])
    assert (draft["at"], draft["wanted"]) == ("phone", ["officials"])
    step = form.advance(FORM, draft, Words("+7 701 555 01 01", 9), NOON)
    assert (step.draft["at"], "wanted" in step.draft) == ("officials", False)
    step = form.advance(FORM, step.draft, Pressed("unknown"), NOON)
    assert step.draft["at"] == "summary"
    assert "detour" not in step.draft


def test_who_leaves_the_questions_of_the_team_is_not_led_back_to_them() -> None:
    """Back, or to the summary: from there she goes where she wants."""
    draft = form.asked_for(FORM, told(Pressed("agree", "en")).draft, ["phone", "where", "officials"])
    for way in (Pressed("back"), Pressed("summary")):
        left = form.advance(FORM, draft, way, NOON).draft
        assert (left["at"], "wanted" in left) == ("summary", False)
    assert form.asked_for(FORM, draft, ["gone-question"])["at"] == "summary"

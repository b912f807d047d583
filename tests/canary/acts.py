"""The scenes in which the canaries travel, from a stranger's first word to an erased report."""

from dataclasses import dataclass, field
from pathlib import Path

from bot.inviting import new_invite
from locales.languages import BY_CODE
from storage.records import Role
from tests.canary.house import CanaryHouse, izdeu
from tests.canary.mint import SCRIPTS, Canary, Mint
from tests.canary.telling import Teller, album, marked, original, paper, photo, voice
from tests.scenes.told import DONE, UNKNOWN, YES, option
from tests.scenes.told.everyone import TOLD


@dataclass
class Cast:
    """Who is there.

    Attributes:
        erased: Whatever belongs to the report that will be erased.
        backup: The last one before that.
    """

    house: CanaryHouse
    people: dict[str, Teller] = field(default_factory=dict)
    erased: list[Canary] = field(default_factory=list)
    backup: Path = Path()

    @property
    def mint(self) -> Mint:
        """Where the marks come from."""
        return self.house.mint

    def __getitem__(self, name: str) -> Teller:
        return self.people[name]

    async def arrives(self, name: str, language: str, *before: str) -> Teller:
        """Somebody new writes, perhaps before she has chosen her language."""
        phone = self.house.phone(name)
        phone.start()
        await self.house.settled()
        for words in before:
            phone.say(words)
            await self.house.settled()
        phone.tap(BY_CODE[language].own_name)
        await self.house.settled()
        teller = self.people[name] = Teller(self.house, phone, language)
        return teller

    async def joins(self, name: str, language: str) -> Teller:
        """A coordinator comes with an invitation."""
        house = self.house
        token = await house.house.store.write(lambda tx: new_invite(tx, Role.COORDINATOR, house.clock))
        phone = house.phone(name)
        phone.start(token)
        await house.settled()
        phone.tap(BY_CODE[language].own_name)
        await house.settled()
        teller = self.people[name] = Teller(house, phone, language)
        return teller


async def the_team_comes(cast: Cast) -> None:
    await cast.joins("Vera", "en")
    await cast.joins("Olga", "ru")


async def a_whole_report_is_typed(cast: Cast) -> None:
    """Every section, with words before the language, before the consent, and a paper at the end."""
    mint = cast.mint
    mother = await cast.arrives("mother", "en", mint.text().said, mint.text("cyrillic").said)
    await mother.taps("button-report-this", "button-agree")
    await mother.tells(marked(TOLD["en"].whole, mint, "latin"))
    await mother.taps("button-send-report", "button-receipt", "button-receipt-yes")
    await _files_are_looked_at(cast)


async def the_team_reads_and_writes(cast: Cast) -> None:
    """Case, files and originals opened; a letter each way, with files."""
    mint, vera, mother = cast.mint, cast["Vera"], cast["mother"]
    await vera.taps("button-open-case", "button-take", "button-timeline", "button-open-case")
    await vera.taps("button-whole-report", "button-files", "button-open-case", "button-write-family")
    await vera.does(mint.text().said, paper(mint), voice(mint))
    await vera.taps("button-send-letter")
    await _files_are_looked_at(cast)
    await mother.taps("button-read", "button-answer")
    await mother.does(mint.text("cyrillic").said, photo(mint), DONE)
    await _files_are_looked_at(cast)
    await vera.taps("button-read")


async def more_is_told_and_corrected(cast: Cast) -> None:
    """An album, somebody else's words and contact, a slip that is mended, and words at the wrong moment."""
    mint, mother = cast.mint, cast["mother"]
    await mother.says("/cases")
    await mother.taps_what_says(" · ")
    await mother.taps("button-add")
    await mother.does(album(mint, "cyrillic", 3), album(mint, "latin", 2, files=True), original(mint))
    for script in (*SCRIPTS, *SCRIPTS):
        number, name, paper_number = mint.phone().said, mint.name(script).said, mint.paper().said
        mother.phone.contact(number, name)
        mother.phone.say(f"{paper_number}, {mint.phone().said}")
    await cast.house.settled()
    stranger = cast.house.phone("A neighbour")
    elsewhere = stranger.say(mint.text("chinese").said)
    await cast.house.settled()
    await mother.does(lambda phone: phone.forward(elsewhere))
    slip, mended = mint.text(), mint.text()
    await mother.says(slip.said)
    written = next(one for one in mother.phone.chat.newest() if one.out and one.text == slip.said)
    await mother.does(lambda phone: phone.edit(written, mended.said), DONE)
    await mother.says("/help " + mint.text().said, mint.text("arabic").said)
    await mother.says("/settings", mint.text("chinese").said, "/cancel")
    await _files_are_looked_at(cast)


async def a_report_in_another_script(cast: Cast) -> None:
    """The whole interview once more, written from the right, with one's own contact."""
    father = await cast.arrives("father", "ug")
    await father.taps("button-report", "button-agree")
    await father.tells(marked(TOLD["ug"].whole, cast.mint, "arabic"))
    await father.taps("button-send-report")
    await _files_are_looked_at(cast)


async def a_report_that_will_be_erased(cast: Cast) -> None:
    """Short, in Chinese, with files of every kind."""
    mint = cast.mint
    begun = len(mint.made)
    uncle = await cast.arrives("uncle", "zh-Hans")
    theirs = len(mint.made)
    await uncle.taps("button-report", "button-agree")
    answers = marked(TOLD["zh-Hans"].short, mint, "chinese")
    story = answers["story"]
    answers["story"] = (original(mint, "chinese"), paper(mint), voice(mint), photo(mint), *story)
    await uncle.tells(answers)
    await uncle.taps("button-send-report")
    await _files_are_looked_at(cast)
    await uncle.says("/cases")
    await uncle.taps_what_says(" · ")
    await uncle.taps("button-add")
    await uncle.does(mint.text("chinese").said, album(mint, "chinese", 2), DONE)
    await _files_are_looked_at(cast)
    await cast["Vera"].taps("button-read")
    assert begun < theirs, "his account is no part of his report"
    cast.erased += mint.made[theirs:]


async def a_spoken_draft_is_erased(cast: Cast) -> None:
    """Begun by voice, paused, words to a person, taken up, and then not wanted any more."""
    mint = cast.mint
    aunt = await cast.arrives("aunt", "kk")
    await aunt.taps("button-report", "button-agree")
    await aunt.does(option("relation", "sibling"), voice(mint), photo(mint))
    await aunt.taps("button-person")
    await aunt.does(mint.text("cyrillic").said, voice(mint))
    await cast["Vera"].taps("button-read", "button-answer")
    await cast["Vera"].says(mint.text("cyrillic").said)
    await cast["Vera"].taps("button-send-letter")
    await aunt.taps("button-read")
    await _files_are_looked_at(cast)
    await aunt.says("/privacy")
    await aunt.taps_what_says("Өшіру: ")
    await aunt.taps("button-erase-yes")
    await _files_are_looked_at(cast)


async def an_interview_on_paper(cast: Cast) -> None:
    """What somebody told by telephone, entered by a coordinator."""
    mint, vera = cast.mint, cast["Vera"]
    await vera.says("/interview")
    await vera.taps("language-ug", "button-agree")
    await vera.does(option("relation", "child"), mint.name("arabic").said, option("event", "taken"))
    await vera.does("14 July 2025", YES, "غۇلجا", mint.text("arabic").said, photo(mint), DONE)
    await vera.taps("button-send-report")


async def an_emergency(cast: Cast) -> None:
    """A word of her own, a report, an unfinished one, and then the word."""
    mint = cast.mint
    sister = await cast.arrives("sister", "ru")
    word = mint.word("cyrillic")
    secret = mint.secret(f"{word} {mint.word('cyrillic')}")
    await sister.says("/settings")
    await sister.taps("button-panic-word")
    await sister.says(secret.said)
    await sister.taps("button-report", "button-agree")
    await sister.does(option("relation", "child"), mint.name("cyrillic").said, UNKNOWN, UNKNOWN, UNKNOWN)
    await sister.does(mint.text("cyrillic").said, DONE)
    await sister.taps("button-send-report")
    await sister.says(mint.text("cyrillic").said, secret.said)
    assert len(sister.phone.messages) == 1, "the word did not work"


async def a_copy_and_an_empty_chat(cast: Cast) -> None:
    """She takes everything with her, and clears the chat."""
    mother = cast["mother"]
    await mother.says("/privacy")
    await mother.taps("button-copy", "button-copy-yes")
    await mother.says("/clear")


async def keys_are_rotated(cast: Cast) -> None:
    """Everything is sealed anew, rows and files."""
    ring = cast.house.ring
    ring.begin_rotation(cast.house.clock.now())
    await cast.house.passes(minutes=2)
    assert ring.rotation() is None


async def backups_are_taken(cast: Cast) -> None:
    """By the clock, and by hand beside the running hotline."""
    house = cast.house
    await house.passes(hours=20)
    to, keys_to = house.root / "backups", house.root / "key-backups"
    before = {*to.iterdir()}
    said = await izdeu(house, "backup", str(to), "--keys-to", str(keys_to))
    (house.root / "logs" / "backup").write_bytes(said)
    (cast.backup,) = {*to.iterdir()} - before


async def a_case_is_erased(cast: Cast) -> None:
    """The family asks for it, a coordinator says yes; its key goes, and a week later its copy."""
    uncle, vera = cast["uncle"], cast["Vera"]
    await uncle.says("/privacy")
    await uncle.taps("button-erase-report")
    await uncle.taps_what_says(" · ")
    await uncle.taps("button-erase-report-yes")
    await vera.taps("button-look", "button-approve")
    await cast.house.passes(minutes=1)
    await cast.house.passes(days=8)


BEFORE_THE_ERASING = (
    the_team_comes,
    a_whole_report_is_typed,
    the_team_reads_and_writes,
    more_is_told_and_corrected,
    a_report_in_another_script,
    a_report_that_will_be_erased,
    a_spoken_draft_is_erased,
    an_interview_on_paper,
    an_emergency,
    a_copy_and_an_empty_chat,
    keys_are_rotated,
    backups_are_taken,
)


async def _files_are_looked_at(cast: Cast) -> None:
    """Fetched, then examined, then their working copies made."""
    await cast.house.passes(seconds=20)
    await cast.house.passes(seconds=20)

"""How an interview goes on a stage: from Start through question after question to the end."""

from dataclasses import dataclass

from bot.sandbox.phones import Impossible, Phone
from handlers.intake.questions import FORM
from locales.languages import BY_CODE
from storage.records import Case
from storage.store import Tx
from tests.open_cases import open_cases
from tests.scenes.stage import TEXTS, Stage
from tests.scenes.told import Act, Answers
from tests.scenes.transcript import Transcript

COORDINATOR = "Вера"


@dataclass
class Interview:
    """A relative, a coordinator, and what is written down of both.

    Attributes:
        language: The relative's, now.
        reader: The coordinator's.
    """

    stage: Stage
    scene: Transcript
    relative: Phone
    coordinator: Phone
    language: str
    reader: str

    async def does(self, *acts: Act) -> None:
        """The relative does this."""
        await self.scene.does(self.relative, *acts)

    async def taps(self, *text_ids: str) -> None:
        """The relative presses these buttons."""
        await self.scene.taps(self.relative, *text_ids)

    async def team(self, *text_ids: str) -> None:
        """The coordinator presses these buttons."""
        await self.scene.taps(self.coordinator, *text_ids)

    async def chooses_language(self) -> None:
        """She presses Start and chooses her language."""
        await self.scene.starts(self.relative)
        await self.scene.taps_label(self.relative, BY_CODE[self.language].own_name)

    async def tells(self, answers: Answers) -> None:
        """She answers one question after the other, each of them when it is asked."""
        for key, acts in answers.items():
            self.asked(key)
            try:
                await self.does(*acts)
            except Impossible as error:
                error.add_note(f"{self.language}: at {key}, reading: {self._newest()[:300]}")
                raise

    async def tells_sections(self, answers: Answers) -> None:
        """She answers section by section, and goes on after each rest."""
        for section in FORM.sections:
            keys = [one.key for one in section.questions]
            await self.tells({key: answers[key] for key in keys if key in answers})
            if section is not FORM.sections[-1]:
                assert self.reads("rest-part") or self.reads("rest-first")
                await self.taps("button-go-on")

    def asked(self, key: str) -> None:
        """This question is the one under which there are buttons now."""
        asked = f"ask-{key}"
        assert self.reads(asked), f"{self.language}: {key} is not asked, but: {self._newest()[:200]}"

    def reads(self, text_id: str) -> bool:
        """Whether this stands in the newest message with buttons."""
        return TEXTS.plain(self.language, text_id).split("\n")[0] in self._newest()

    def _newest(self) -> str:
        return next((one.text for one in self.relative.chat.newest() if one.rows), "")

    async def case(self) -> Case:
        """The only case."""
        return await self.stage.house.store.read(_only_case)


async def interview(stage: Stage, title: str, teller: str, language: str, reader: str) -> Interview:
    """A relative who has not pressed Start, and a coordinator who waits."""
    coordinator = await stage.coordinator(reader)
    relative = stage.phone(teller)
    people = {teller: (relative, language), COORDINATOR: (coordinator, reader)}
    written = Transcript(stage, f"{BY_CODE[language].own_name}. {title}", people)
    return Interview(stage, written, relative, coordinator, language, reader)


def _only_case(tx: Tx) -> Case:
    (case,) = open_cases(tx)
    return case

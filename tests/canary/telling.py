"""What people tell here: the interviews of the scenes, with a marked value wherever an answer is free."""

from collections.abc import Callable, Mapping

from bot.sandbox.phones import Phone
from tests.canary.house import CanaryHouse
from tests.canary.mint import SCRIPTS, Mint, Script
from tests.scenes.told import Act, Album, Answers, At, On, Own, Paper, Photo, Press, Speak, Tap
from tests.scenes.transcript import Transcript

Doing = Act | Callable[[Phone], object]
"""What somebody does; a function where it is done with marked files."""

# These are understood, and become a day, a place, an amount: nothing in them could be a mark.
_UNDERSTOOD = frozenset(("when", "where", "birth", "residence", "fine", "crossings"))
_NAMES = frozenset(("name", "other-names"))
# Any number of messages is an answer.
_NARRATIVES = frozenset(
    ("story", "officials", "charge", "learned", "witnesses", "obstacles", "health", "dependants", "marks")
)


def marked(answers: Answers, mint: Mint, script: Script) -> dict[str, tuple[Doing, ...]]:
    """The same answers, with marks wherever words, numbers or files are free."""
    return {key: tuple(_answer(key, acts, mint, script)) for key, acts in answers.items()}


def _answer(key: str, acts: tuple[Act, ...], mint: Mint, script: Script) -> list[Doing]:
    done: list[Doing] = []
    for number, act in enumerate(acts):
        follows = acts[number + 1] if number + 1 < len(acts) else None
        if isinstance(act, str):
            understood = key in _UNDERSTOOD or isinstance(follows, On | At | Press) or _is_yes(follows)
            done.append(act if understood else _words(key, mint, script))
        else:
            done.append(_file(act, mint, script))
    if key in _NARRATIVES and any(isinstance(one, str) for one in done):
        done[0:0] = [mint.text(one).said for one in SCRIPTS if one != script]
    return done


def _is_yes(act: Act | None) -> bool:
    return isinstance(act, Tap) and act.text == "button-yes"


def _words(key: str, mint: Mint, script: Script) -> str:
    if key in _NAMES:
        return mint.name(script).said
    if key == "identity":
        return mint.paper().said
    if key == "phone":
        return f"{mint.phone().said} ({mint.name(script).said})"
    if key == "second-contact":
        return f"{mint.name(script).said}, {mint.phone().said}"
    return mint.text(script).said


def _file(act: Act, mint: Mint, script: Script) -> Doing:
    match act:
        case Photo():
            return photo(mint, script)
        case Paper(name):
            return paper(mint, script, name.rpartition(".")[2])
        case Speak(seconds):
            return voice(mint, seconds)
        case Album(parts, files=files):
            return album(mint, script, parts, files=files)
        case Own():
            number = mint.phone()
            return lambda phone: phone.contact(number.said, user_id=phone.chat_id)
    return act


def photo(mint: Mint, script: Script = "latin") -> Callable[[Phone], object]:
    """A photo as Telegram makes them, with words under it."""
    content, caption = mint.picture().content, mint.text(script, kind="caption").said
    return lambda phone: phone.photo(content, caption)


def original(mint: Mint, script: Script = "latin") -> Callable[[Phone], object]:
    """A photo as the phone wrote it, sent as a document: of this a working copy is made."""
    content, name = mint.photo().content, mint.file_name("jpg", script).said
    caption = mint.text(script, kind="caption").said
    return lambda phone: phone.document(content, name, caption, mime="image/jpeg")


def paper(mint: Mint, script: Script = "latin", ending: str = "pdf") -> Callable[[Phone], object]:
    """A document."""
    file = mint.scan() if ending == "pdf" else mint.file()
    name, caption = mint.file_name(ending, script).said, mint.text(script, kind="caption").said
    return lambda phone: phone.document(file.content, name, caption)


def voice(mint: Mint, seconds: int = 7) -> Callable[[Phone], object]:
    """A voice message."""
    content = mint.voice().content
    return lambda phone: phone.voice(content, seconds)


def album(mint: Mint, script: Script, parts: int, *, files: bool = False) -> Callable[[Phone], object]:
    """Several at once."""
    contents = [(mint.scan() if files else mint.picture()).content for _ in range(parts)]
    names = [mint.file_name("pdf", script).said for _ in range(parts)] if files else []
    caption = mint.text(script, kind="caption").said
    kind = "document" if files else "photo"
    return lambda phone: phone.album(contents, caption, kind=kind, names=names)


class Teller:
    """Somebody with a phone, who reads in one language."""

    def __init__(self, house: CanaryHouse, phone: Phone, language: str) -> None:
        self.house = house
        self.phone = phone
        self.language = language
        self._acting = Transcript(house, "", {"she": (phone, language)})

    async def does(self, *acts: Doing) -> None:
        """One thing after the other, each when all that followed from the one before is there."""
        for act in acts:
            if isinstance(act, Act):
                await self._acting.does(self.phone, act)
            else:
                act(self.phone)
                await self.house.settled()

    async def says(self, *words: str) -> None:
        """She writes."""
        await self.does(*words)

    async def taps(self, *text_ids: str) -> None:
        """She presses these buttons, one after the other."""
        await self.does(*map(Tap, text_ids))

    async def taps_what_says(self, part: str) -> None:
        """The newest button on which this stands, among other words perhaps."""
        self.phone.tap(part)
        await self.house.settled()

    async def tells(self, answers: Mapping[str, tuple[Doing, ...]]) -> None:
        """Question by question; she goes on after each rest."""
        from handlers.intake.questions import FORM

        for section in FORM.sections:
            for question in section.questions:
                await self.does(*answers.get(question.key, ()))
            if section is not FORM.sections[-1] and len(answers) > len(FORM.sections[0].questions):
                await self.taps("button-go-on")

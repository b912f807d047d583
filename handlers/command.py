"""What one file of the hotline offers: commands, buttons, and talks. `handlers.house` collects them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import IntEnum

from handlers.context import Context, Speech
from handlers.intake.outline import Given, Question
from handlers.rules.approvals import Kind
from handlers.rules.decision import Rows
from handlers.rules.office import Office
from handlers.rules.roles import Act
from handlers.saying import Part
from storage.records import Approval, Case, Json, Matter, MatterKind, Role, Talk

SHOWS = "it only shows what is there now"
ASKS = "it only asks; what it asks for works once"
REVISION = "it is bound to the revision of the report, which the first press moves on"
SAME = "what it sets stays as the first press set it"


@dataclass(frozen=True, slots=True)
class Command:
    """A /command. Its line in the menu is the text `command-<name>`.

    Attributes:
        menu_of: In whose menu it stands; whether somebody may use it says `act`.
    """

    name: str
    act: Act
    run: Callable[[Context], None]
    menu_of: frozenset[Role] = frozenset(Role)
    takes_words: bool = False
    """Words behind it belong to it; else they are kept as said by themselves."""


@dataclass(frozen=True, slots=True)
class Deed:
    """What a button does. It gets the arguments that were kept with the button.

    Either it works once, or it says why the same press may work again.

    Attributes:
        once: A press that had an effect uses the button up.
        again: Why pressing it again does no harm.
    """

    name: str
    act: Act
    run: Callable[[Context, Json], None]
    once: bool = False
    again: str = ""


@dataclass(frozen=True, slots=True)
class Listening:
    """What happens with somebody's words while she is in a talk of this kind.

    Attributes:
        run: Answers False when the talk is about something that is no longer there; the words
            are then treated as said outside any talk.
    """

    kind: str
    act: Act
    run: Callable[[Context, Talk], bool]
    left: Callable[[Context, Talk], None] | None = None
    """What /cancel says; without it, only that nothing goes on."""


@dataclass(frozen=True, slots=True)
class Approvable:
    """Something that takes effect only by a second person's yes; `handlers.approving.ask` asks for it.

    Attributes:
        shown: What exactly would be done, for whoever is asked; None where it cannot be done any more.
        run: Does it, in the name of whoever said yes; called once, right after `shown`.
        more: Buttons by which whoever decides sees what words alone do not show.
        ended: Nobody will say yes any more, for whatever reason: what waited for it waits no longer.
            Gives the buttons by which whoever asked goes on from there.
    """

    kind: Kind
    shown: Callable[[Context, Json], Sequence[Part] | None]
    run: Callable[[Context, Approval], None]
    more: Callable[[Json], Rows] = lambda _content: ()
    ended: Callable[[Speech, Approval], Rows] = lambda _speech, _approval: ()


@dataclass(frozen=True, slots=True)
class Slip:
    """One of them. Its texts: `slip-<name>`, and of each question as a report's, under `<name>-<key>`.

    Attributes:
        act: What somebody must be allowed to do with the case.
        keep: Makes something of the answers: by key, each with its `value` (None: in words alone),
            `text` and `files`; what was skipped is not there. It answers her, too.
        alone: As `keep`, where it is filled in about no case; None where it must be about one.
        check: The message that says what is wrong with the latest answer beside the others, if anything is.
    """

    name: str
    questions: tuple[Question, ...]
    act: Act
    keep: Callable[[Context, Case, Json, Json], None]
    check: Callable[[Context, Json, str], Part | None] = lambda _ctx, _answers, _key: None
    alone: Callable[[Context, Json, Json], None] | None = None

    def find(self, key: str) -> Question | None:
        """The question with this key, with the name of its texts."""
        return next((self._named(one) for one in self.questions if one.key == key), None)

    def asked(self, answers: Json) -> list[Question]:
        """What applies after what was answered, in order."""
        return [self._named(one) for one in self.questions if _applies(one, answers)]

    def _named(self, one: Question) -> Question:
        return replace(one, text=f"{self.name}-{one.text or one.key}")


def _applies(question: Question, answers: Json) -> bool:
    match question.asked_if:
        case None:
            return True
        case Given(key, among):
            return str(answers.get(key, {}).get("value")) in among
        case _:
            raise ValueError("a slip asks only after what was given")


class CardPlace(IntEnum):
    """The order of the parts of a case on its card."""

    PERSON = 1
    HAPPENED = 2  # claims, terms, fines, journeys
    EVIDENCE = 3
    FAMILY = 4
    PETITIONS = 5
    TASKS = 6
    NOTES = 7
    HISTORY = 8
    LAST = 9  # what is seldom pressed: closing, joining, erasing


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a case that has a button on its card.

    Attributes:
        deed: Shows it; its button carries the case.
        button: What stands on the button.
        place: After which of the card's own parts its button stands.
        facts: What of it stands on the card itself; short.
        there: Whether there is anything behind the button.
    """

    deed: str
    button: Callable[[Context, Case], Part]
    place: CardPlace = CardPlace.HAPPENED
    facts: Callable[[Context, Case], Sequence[Part]] = lambda _ctx, _case: ()
    there: Callable[[Context, Case], bool] = lambda _ctx, _case: True


@dataclass(frozen=True, slots=True)
class Watch:
    """What the machine does when it is time to look at a matter of one kind.

    Attributes:
        run: Gets a matter that is due, and its case; it must set the time anew, or end it.
    """

    kind: MatterKind
    run: Callable[[Speech, Office, Matter, Case], None]


@dataclass(frozen=True, slots=True)
class Offer:
    """Everything that one file offers."""

    commands: tuple[Command, ...] = ()
    deeds: tuple[Deed, ...] = ()
    talks: tuple[Listening, ...] = ()
    approvals: tuple[Approvable, ...] = ()
    slips: tuple[Slip, ...] = ()
    sections: tuple[Section, ...] = ()
    watches: tuple[Watch, ...] = ()

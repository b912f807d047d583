"""What one file of the hotline offers: commands, buttons, and talks. `handlers.house` collects them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from handlers.context import Context
from handlers.rules.approvals import Kind
from handlers.rules.roles import Act
from handlers.saying import Part
from storage.records import Approval, Json, Role, Talk

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
    """

    kind: Kind
    shown: Callable[[Context, Json], Sequence[Part] | None]
    run: Callable[[Context, Approval], None]


@dataclass(frozen=True, slots=True)
class Offer:
    """Everything that one file offers."""

    commands: tuple[Command, ...] = ()
    deeds: tuple[Deed, ...] = ()
    talks: tuple[Listening, ...] = ()
    approvals: tuple[Approvable, ...] = ()

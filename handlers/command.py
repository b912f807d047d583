"""What one file of the hotline offers: commands, buttons, and talks. `handlers.house` collects them."""

from collections.abc import Callable
from dataclasses import dataclass

from handlers.context import Context
from handlers.rules.roles import Act
from storage.records import Json, Role, Talk


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
    """What a button does. It gets the arguments that were kept with the button."""

    name: str
    act: Act
    run: Callable[[Context, Json], None]


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
class Offer:
    """Everything that one file offers."""

    commands: tuple[Command, ...] = ()
    deeds: tuple[Deed, ...] = ()
    talks: tuple[Listening, ...] = ()

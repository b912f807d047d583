"""Everything that the hotline can do, collected from the files that do it.

A new command or button is one file, and its name here.
"""

from handlers.command import Command, Deed, Listening
from handlers.coordinator import case, letter, messages, queue
from handlers.family import cancel, cases, language, loose, person, privacy, resting, welcome, word
from handlers.intake import conversation

_FILES = (
    welcome.OFFER,
    conversation.OFFER,
    cases.OFFER,
    queue.OFFER,
    language.OFFER,
    privacy.OFFER,
    word.OFFER,
    person.OFFER,
    loose.OFFER,
    resting.OFFER,
    case.OFFER,
    letter.OFFER,
    messages.OFFER,
)

DEEDS: dict[str, Deed] = {one.name: one for file in _FILES for one in file.deeds}
LISTENINGS: dict[str, Listening] = {one.kind: one for file in _FILES for one in file.talks}
COMMANDS: dict[str, Command] = {
    one.name: one
    for one in (*(command for file in _FILES for command in file.commands), cancel.command(LISTENINGS))
}
"""In the order of the menu."""

"""Everything that the hotline can do, collected from the files that do it.

A new command or button is one file, and its name here.
"""

from handlers import slips
from handlers.command import Approvable, Command, Deed, Listening, Section, Slip, Watch
from handlers.coordinator import (
    approvals,
    broadcast,
    broadcast_runs,
    broadcast_what,
    broadcast_when,
    broadcast_whom,
    broadcast_yes,
    case,
    claims,
    draft,
    erasing,
    find,
    fines,
    flags,
    history,
    incidents,
    interview,
    journeys,
    letter,
    load,
    messages,
    news,
    notes,
    petitions,
    queue,
    relinking,
    roles,
    stage,
    submissions,
    tasks,
    team,
    terms,
    translating,
    updates,
    voices,
    workspace,
)
from handlers.coordinator import followers as family_of
from handlers.evidence import about
from handlers.family import (
    amending,
    answering,
    cancel,
    cases,
    checkin,
    clearing,
    companions,
    copies,
    followers,
    habits,
    hearing,
    language,
    loose,
    outing,
    person,
    privacy,
    receipt,
    resting,
    settings,
    welcome,
    wishes,
    word,
)
from handlers.intake import conversation, prompting
from handlers.volunteer import caring, parting, pausing, pings, profile
from handlers.volunteer import tasks as hers
from handlers.volunteer import translating as translations
from storage.records import MatterKind

_FILES = (
    welcome.OFFER,
    conversation.OFFER,
    prompting.OFFER,
    cases.OFFER,
    queue.OFFER,
    find.OFFER,
    incidents.OFFER,
    interview.OFFER,
    voices.OFFER,
    team.OFFER,
    load.OFFER,
    workspace.OFFER,
    broadcast.OFFER,
    broadcast_whom.OFFER,
    broadcast_what.OFFER,
    broadcast_when.OFFER,
    broadcast_yes.OFFER,
    broadcast_runs.OFFER,
    answering.OFFER,
    language.OFFER,
    settings.OFFER,
    outing.OFFER,
    companions.OFFER,
    clearing.OFFER,
    privacy.OFFER,
    wishes.OFFER,
    copies.OFFER,
    erasing.OFFER,
    word.OFFER,
    person.OFFER,
    loose.OFFER,
    resting.OFFER,
    letter.OFFER,
    updates.OFFER,
    messages.OFFER,
    family_of.OFFER,
    followers.OFFER,
    habits.OFFER,
    translating.OFFER,
    translations.OFFER,
    about.OFFER,
    tasks.OFFER,
    hers.OFFER,
    roles.OFFER,
    pings.OFFER,
    profile.OFFER,
    pausing.OFFER,
    parting.OFFER,
    caring.OFFER,
    flags.OFFER,
    notes.OFFER,
    history.OFFER,
    relinking.OFFER,
    draft.OFFER,
    stage.OFFER,
    claims.OFFER,
    news.OFFER,
    hearing.OFFER,
    amending.OFFER,
    receipt.OFFER,
    terms.OFFER,
    fines.OFFER,
    petitions.OFFER,
    submissions.OFFER,
    journeys.OFFER,
    checkin.OFFER,
)

APPROVABLE: dict[str, Approvable] = {one.kind: one for file in _FILES for one in file.approvals}
SLIPS: dict[str, Slip] = {one.name: one for file in _FILES for one in file.slips}
SECTIONS: tuple[Section, ...] = tuple(one for file in _FILES for one in file.sections)
WATCHES: dict[MatterKind, Watch] = {one.kind: one for file in _FILES for one in file.watches}

# These do for all files what each of them lists.
_ALL = (*_FILES, approvals.offer(APPROVABLE), slips.offer(SLIPS), case.offer(SECTIONS))

DEEDS: dict[str, Deed] = {one.name: one for file in _ALL for one in file.deeds}
LISTENINGS: dict[str, Listening] = {one.kind: one for file in _ALL for one in file.talks}
COMMANDS: dict[str, Command] = {
    one.name: one
    for one in (*(command for file in _ALL for command in file.commands), cancel.command(LISTENINGS))
}
"""In the order of the menu."""

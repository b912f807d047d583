"""The front door: an update comes in, and inside one transaction everything that follows from it is written.

Nothing here talks to Telegram. What must be said goes into the outbox; only the short
answer to a button press is handed back, because it is worthless a second later.
"""

from dataclasses import dataclass, replace
from datetime import datetime

import telegram

from handlers import (
    groups,
    guarding,
    leaving,
)
from handlers.arrivals import Arrival, arrival
from handlers.context import Context, Speech, slot_of
from handlers.family import clearing, language, loose, panic
from handlers.finding.names import Names
from handlers.offers import COMMANDS, DEEDS, LISTENINGS
from handlers.rounds import Rounds
from handlers.rules.decision import Choice
from handlers.rules.office import Office
from handlers.rules.roles import may_at_all
from handlers.saying import msg
from handlers.toasts import Toast
from locales.catalog import Catalog
from locales.languages import SOURCE, guess
from storage import cases, drafts, entries, keyboards, messages, people
from storage.records import Lane, Person, Role, Way
from storage.store import Tx

_CODES_NAMED = 20  # cases in one alert; somebody with more is known by these


@dataclass(frozen=True, slots=True)
class Reaction:
    """What must happen at once, after the commit.

    Attributes:
        toasts: Answers to presses.
        fetch: A file came whose copy is to be made, or one was erased whose copy is to go.
        tend: A broadcast is to be looked after.
    """

    toasts: tuple[Toast, ...] = ()
    fetch: bool = False
    tend: bool = False


class Hotline:
    """What the organisation does with whatever comes in.

    Args:
        catalog: The texts; only toasts are put into words here.
        office: Hours, days and zone of the organisation.

    Attributes:
        rounds: What happens by the clock.
    """

    def __init__(self, catalog: Catalog, office: Office) -> None:
        self._catalog = catalog
        self._office = office
        self.names = Names()
        self.rounds = Rounds(office)

    def receive(self, tx: Tx, update: telegram.Update, now: datetime, *, key: str) -> Reaction:
        """Handle one update.

        Args:
            now: Aware, UTC.
            key: Which update it is; handled twice under the same key, nothing is said twice.
        """
        came = arrival(update, key)
        if came is None:
            return Reaction()
        if came.edited and came.place is not None:
            # A live location goes on: nobody follows her about, unless she is out and wants it.
            if came.private and came.account_id is not None:
                guarding.moved(tx, came.account_id, came.place, now)
            return Reaction()
        if not came.private:
            groups.receive(tx, came, self._office, now)
            return self._only_answered(came)
        if came.account_id is None:
            return Reaction()
        person = people.by_account(tx, came.account_id) or people.welcome(
            tx, came.account_id, came.chat_id, now
        )
        _note_message(tx, came, now)
        people.seen(tx, person.id, now)
        speech = Speech(tx, now, key)
        if came.left:
            self._unreachable(speech, person)
            return Reaction()
        if not person.reachable:
            people.set_reachable(tx, person.id, True)
            person = replace(person, reachable=True)
            self._what_was_missed(speech, person)
        ctx = Context(tx, now, self._office, person, came, speech, names=self.names)
        if not came.returned:
            _answer(ctx)
        return Reaction(self._toasts(ctx), ctx.fetch, ctx.tend)

    def apologise(self, tx: Tx, update: telegram.Update | None, now: datetime, *, key: str) -> None:
        """Something that somebody sent could not be handled and was set aside: say so, kindly."""
        came = arrival(update, key) if update is not None else None
        if came is None or came.account_id is None or not came.private:
            return
        _note_message(tx, came, now)
        person = people.by_account(tx, came.account_id) or people.welcome(
            tx, came.account_id, came.chat_id, now
        )
        Speech(tx, now, f"{key}:sorry").to(
            person,
            msg("sorry"),
            rows=((Choice(msg("button-person"), "person.ask"),),),
            language=person.language or guess(came.language_code) or SOURCE,
        )

    def unreachable(self, tx: Tx, person_id: str, now: datetime, *, key: str, told: bool = True) -> None:
        """Telegram no longer delivers to this person: remember it, and tell those who must know.

        Args:
            told: False where a broadcast found it out: its card counts them, its report names their cases.
        """
        self._unreachable(Speech(tx, now, key), people.by_id(tx, person_id), told=told)

    def cleared(self, tx: Tx, person_id: str, removed: int, refused: int, now: datetime, *, key: str) -> None:
        """Her chat was cleared as she wished: tell her how much of it went."""
        clearing.say_cleared(Speech(tx, now, key), people.by_id(tx, person_id), removed, refused)

    def _unreachable(self, speech: Speech, person: Person, *, told: bool = True) -> None:
        if not people.set_reachable(speech.tx, person.id, False):
            return
        drafts.unheard(speech.tx, person.id)
        leaving.hand_everything_back(speech.tx, person.id, speech.now)
        if not told:
            return
        followed = cases.followed_by(speech.tx, person.id, _CODES_NAMED)
        codes = [one.code for one in followed]
        if not codes:
            return
        for one in people.with_role(speech.tx, Role.COORDINATOR):
            if one.id != person.id:
                speech.to(
                    one,
                    msg("alert-unreachable", codes=codes),
                    rows=((Choice(msg("button-open-case"), "case.open", {"case": followed[0].id}),),),
                    lane=Lane.ALERT,
                    by_day=self._office.by_day(one, speech.now),
                )

    def _what_was_missed(self, speech: Speech, person: Person) -> None:
        """She is back: a letter that was announced to nobody is announced now."""
        letter = entries.unread_letter(speech.tx, person.id)
        if letter is not None and person.way is not Way.ASKED:
            rows = ((Choice(msg("button-read"), "update.read", {"entry": letter.id}),),)
            speech.to(person, msg("notice-update"), rows=rows, lane=Lane.NOTICE)

    def _toasts(self, ctx: Context) -> tuple[Toast, ...]:
        press = ctx.arrival.press
        if press is None:
            return ()
        part, alert = ctx.toasts[0] if ctx.toasts else (None, False)
        spoken = ctx.person.language or guess(ctx.arrival.language_code) or SOURCE
        text = self._catalog.plain(spoken, part["id"]) if part is not None else None
        return (Toast(press.callback_id, text, alert),)

    def _only_answered(self, came: Arrival) -> Reaction:
        return Reaction((Toast(came.press.callback_id, None),)) if came.press is not None else Reaction()


def _note_message(tx: Tx, came: Arrival, now: datetime) -> None:
    """What she wrote stands in her chat, and may have to go."""
    if came.message_id is not None and not came.edited:
        messages.came(tx, came.chat_id, came.message_id, now)


def _answer(ctx: Context) -> None:
    came = ctx.arrival
    if panic.meant(ctx):
        # Before everything else, whatever is going on, and before a language is chosen, too.
        panic.unlink(ctx)
        return
    if came.press is not None:
        _pressed(ctx)
    elif ctx.person.language is None and not came.invited:
        # She may have written the most important thing first: it is held while she chooses.
        if came.command is None or came.says_more:
            loose.hold(ctx)
        language.ask(ctx)
    elif came.command is not None and not came.edited:
        _commanded(ctx, came.command)
    else:
        _heard(ctx)
    if ctx.person.language is None:
        if came.invited:
            language.ask(ctx)
    elif ctx.held_again and ctx.held:
        # Whatever else went on in between: nothing that she sent is left without a place in silence.
        loose.offer(ctx)


def _commanded(ctx: Context, name: str) -> None:
    command = COMMANDS.get(name)
    if command is not None and not may_at_all(ctx.person.role, command.act):
        command = None  # a command of another role is as unknown as one that does not exist
    if ctx.arrival.says_more and not (command is not None and command.takes_words):
        if command is None:
            _heard(ctx)
            return
        loose.hold(ctx)
        ctx.held_again = True
    if command is None:
        ctx.say(msg("unknown-command"), rows=((Choice(msg("button-help"), "help.show"),),))
    else:
        command.run(ctx)


def _pressed(ctx: Context) -> None:
    press = ctx.arrival.press
    if press is None:
        return
    token, slot = slot_of(press.data)
    # Never made, somebody else's, expired: one question finds none of them, in the same time.
    found = keyboards.pressed(ctx.tx, token, ctx.person.account_key, ctx.arrival.chat_id, ctx.now)
    if found is None or not 0 <= slot < len(found.body["deeds"]):
        ctx.toast("press-old")
        return
    chosen = found.body["deeds"][slot]
    deed = DEEDS.get(chosen["do"])
    if deed is None or not may_at_all(ctx.person.role, deed.act):
        ctx.toast("press-old")
        return
    all_once = bool(found.body["once"])
    if (all_once and not keyboards.use(ctx.tx, found.token_key, ctx.now)) or (
        deed.once and not keyboards.use_slot(ctx.tx, found.token_key, slot)
    ):
        ctx.toast("press-done-before")
        return
    deed.run(ctx, chosen["args"])
    if ctx.undone and (all_once or deed.once):
        keyboards.give_back(ctx.tx, found)


def _heard(ctx: Context) -> None:
    talk = ctx.talk_now
    listening = LISTENINGS.get(talk.kind) if talk is not None else None
    if talk is not None and listening is not None and may_at_all(ctx.person.role, listening.act):
        if listening.run(ctx, talk):
            return
        if ctx.talk_now is not None:
            ctx.end_talk()
    loose.receive(ctx)

"""Somebody who begins a report and does not come back to it: the clock erases it, or she herself does."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from random import Random

from sqlalchemy import select, update

from handlers.intake.questions import FORM
from locales.languages import BY_CODE
from storage import people
from storage.records import Said
from storage.store import Tx
from storage.tables import drafts, jobs
from tests.crash.answering import Answering
from tests.crash.hands import Hands
from tests.crash.reader import Reader
from tests.crash.told import Ledger, Report

_RESTED, _ANNOUNCED = timedelta(days=31), timedelta(days=3)  # the longest that either has to be


@dataclass(slots=True)
class Leaver:
    """Her whole part.

    Attributes:
        enough: Whether to begin no further report.
        today: At the office.
        waits: Since when she has left a report, and hears of it no more than that it is erased.
        ledger: What she told, which is nothing.
    """

    reader: Reader
    random: Random
    enough: Callable[[], bool]
    today: date
    waits: datetime | None = None
    ledger: Ledger = field(default_factory=Ledger)

    async def live(self) -> None:
        """Arrive, and begin reports until it is enough.

        Raises:
            Unanswered: A reply is missing.
        """
        me = self.reader
        me.phone.start()
        me.acts += 1
        me.presses_words(await me.reads("choose-language"), BY_CODE[me.language].own_name)
        await me.reads("welcome")
        while not self.enough():
            await self._begins_and_leaves()

    async def _begins_and_leaves(self) -> None:
        me, hands = self.reader, Hands(self.reader, self.random)
        me.says("/report")
        consent = await me.reads("consent-text")
        if hands.chance(0.5):
            hands.bundles()
            consent = await me.reads("held-until-consent")
        if hands.chance(0.7):
            me.presses(consent, "button-agree")
            answering = Answering(hands, Report(), self.today)
            for question in FORM.sections[0].questions[: self.random.randint(0, 4)]:
                await answering.to(question, await answering.asks(question))
            # Whatever she answered last is handled once something is asked after it.
            asked = FORM.sections[0].questions[len(answering.report.answers)]
            await answering.asks(asked)
        if hands.chance(0.7):
            self.waits = datetime.now(UTC)
            await me.reads("rest-erased")
            self.waits = None
        else:
            me.says("/privacy")
            me.presses_like(await me.reads("privacy-erase"), "button-erase-draft", "title")
            hands.presses(await me.reads("", offering="button-erase-yes"), "button-erase-yes")
            await me.reads("erased")
        self.ledger.erased += 1


def a_month_passes(tx: Tx, account: int, left_at: datetime, now: datetime) -> None:
    """What she left then has rested so long, after that was announced, that the clock erases it now."""
    person = people.by_account(tx, account)
    assert person is not None
    left = (drafts.c.person_id == person.id) & (drafts.c.state == "open") & (drafts.c.made_at < left_at)
    if tx.connection.execute(select(drafts.c.id).where(left)).first() is None:
        return
    old = {"updated_at": now - _RESTED, "said": Said.ANNOUNCED.value, "said_at": now - _ANNOUNCED}
    tx.connection.execute(update(drafts).where(left).values(**old, next_at=now))
    tx.connection.execute(update(jobs).where(jobs.c.name == "resting").values(next_at=now))

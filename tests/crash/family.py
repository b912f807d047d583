"""A family that reports one person after another, in its own language and its own way.

It reads before it acts, as people do; now and then it sends several things at once, presses
twice, changes its mind, rests, or tells something before it was asked.
"""

import copy
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from random import Random

from bot.sandbox.chats import Message
from handlers.intake.questions import FORM
from locales.languages import BY_CODE
from tests.crash.answering import Answering
from tests.crash.desk import Desk, Waiting, calling, code_in
from tests.crash.hands import Hands
from tests.crash.interview import Calls, Interview
from tests.crash.reader import Reader, Unanswered
from tests.crash.told import Answer, Answers, Consent, Ledger, Report, changed

_SITUATIONS = {
    "taken": "detained", "gathering": "detained", "sentenced": "sentenced", "restricted": "restricted",
}  # fmt: skip
_SHARED = [one.key for one in FORM.questions if one.shared]
_OFFERED = 5  # earlier reports from which something can be taken over


@dataclass(slots=True)
class Family:
    """One family's whole part.

    Attributes:
        desk: Where families that will be answered are known to the coordinator.
        enough: Whether to begin no further report.
        today: At the office.
        ledger: What it told.
    """

    reader: Reader
    random: Random
    desk: Desk
    enough: Callable[[], bool]
    today: date
    ledger: Ledger = field(default_factory=Ledger)
    _agreed: dict[str, list[tuple[Consent, int]]] = field(default_factory=dict)
    _hands: Hands = field(init=False)
    _calls: Calls = field(init=False)

    def __post_init__(self) -> None:
        self._hands = Hands(self.reader, self.random)
        self._calls = calling(self._hands, self.ledger, self.desk)

    async def live(self) -> None:
        """Arrive, and report until it is enough.

        Raises:
            Unanswered: A reply is missing.
        """
        me = self.reader
        me.phone.start()
        me.acts += 1
        choice = await me.reads("choose-language")
        me.presses_words(choice, BY_CODE[me.language].own_name)
        await me.reads("welcome")
        while not self.enough():
            await self._reports()

    async def _reports(self) -> None:
        me, hands = self.reader, self._hands
        interview = self._interview(Report())
        report = interview.report
        rest = await self._tells(interview, await self._agrees(interview))
        hands.presses(rest, interview.send_button)
        done = await me.reads("", containing=me.before("report-sent", "code"))
        code = code_in(done.text)
        report.situation = _SITUATIONS.get(str(report.to("event").value), "missing")
        self._agreed[code] = []
        self._note_agreements(code, report)
        self.ledger.sent[code] = report
        after = await me.reads("report-next", offering="button-receipt")
        if hands.chance(0.4):
            await self._takes_receipt(after, code)
        if hands.chance(0.4):
            await self._tells_more()
        if hands.chance(0.3):
            await self._hears_from_the_team(code)

    def _interview(self, report: Report, *, amending: bool = False) -> Interview:
        answering = Answering(self._hands, report, self.today)
        return Interview(self._hands, report, answering, self._calls, amending, before=len(report.remarks))

    # A report.

    async def _agrees(self, interview: Interview) -> Message:
        """Begin, say yes to what is kept, and answer the first questions; returns the rest after them."""
        me, hands, report = self.reader, self._hands, interview.report
        consent = await self._begins(report)
        if hands.chance(0.1):
            # Not today, and nothing is kept; then all the same.
            hands.presses(consent, "button-refuse")
            await me.reads("refused")
            self.ledger.erased += 1
            report.answers.clear()
            consent = await self._begins(report)
        offered = self._offered()
        hands.presses(consent, "button-agree")
        if offered:
            await self._takes_over(report, offered)
        return await interview.section(FORM.sections[0])

    async def _begins(self, report: Report) -> Message:
        """With a command, or with what is the most important, before anything was asked."""
        me, hands = self.reader, self._hands
        if hands.chance(0.2):
            report.to("story").texts.append(hands.tells())
            me.presses(await me.reads("loose-where"), "button-report-this", times=hands.haste)
        else:
            me.says("/report")
        consent = await me.reads("consent-text")
        if hands.chance(0.3):
            story = report.to("story")
            if hands.chance(0.7):
                story.texts.append(hands.tells())
            else:
                story.files += hands.bundles()
            consent = await me.reads("held-until-consent")
        return consent

    def _offered(self) -> list[str]:
        """Codes of the reports from which something can be taken over."""
        latest = list(self.ledger.sent)[-_OFFERED:]
        return [code for code in latest if _any_given(self.ledger.sent[code].answers)]

    async def _takes_over(self, report: Report, offered: list[str]) -> None:
        me, hands = self.reader, self._hands
        ask = await me.reads("shared-ask", offering="button-start-anew")
        if hands.chance(0.3):
            hands.presses(ask, "button-start-anew")
            return
        code = hands.random.choice(offered)
        me.presses_beginning(ask, code)
        for key, answer in self.ledger.sent[code].copied().items():
            if key.partition(".")[0] in _SHARED and answer.state and key not in report.answers:
                report.answers[key] = answer

    async def _tells(self, interview: Interview, rest: Message) -> Message:
        """Some send what they have at once; others go on, some through everything."""
        hands = self._hands
        ahead = hands.random.choice((0, 0, 0, 1, 1, 2, 4, 7))
        rest = await interview.lingers(rest)
        for _ in range(ahead):
            if interview.next_section is not None and hands.chance(0.75):
                rest = await interview.goes_on(rest)
            elif hands.chance(0.8):
                rest = await interview.chooses_a_part(rest)
            rest = await interview.lingers(rest)
        if interview.place not in (None, FORM.sections[0]) and hands.chance(0.5):
            rest = await interview.reads_all(rest)
            rest = await interview.lingers(rest)
        return rest

    def _note_agreements(self, code: str, report: Report) -> None:
        """What is kept of her yes and no: nothing earlier goes, and nothing stands twice."""
        relation = report.to("relation")
        who = relation.value or " ".join(relation.texts) or None
        language = self.reader.language
        said: list[tuple[Consent, int]] = [(("keep", who, "yes", language), 0)]
        said += [
            ((key.removeprefix("consent-"), who, one.value, one.language), one.pressed)
            for key, one in report.answers.items()
            if key.startswith("consent-") and one.state == "given"
        ]
        kept = self._agreed[code]
        kept += [one for one in said if one not in kept]
        report.agreed = sorted((one for one, _ in kept), key=repr)

    # After it was sent.

    async def _takes_receipt(self, message: Message, code: str) -> None:
        me = self.reader
        me.presses(message, "button-receipt")
        self._hands.presses(await me.reads("receipt-caution"), "button-receipt-yes")
        self.ledger.receipts += 1
        sheet = await me.reads("", containing=me.said("receipt-caption", code=code))
        if sheet.file is None or not sheet.file.content.startswith(b"%PDF"):
            raise Unanswered(f"{me.phone.id}: no PDF of {code}")

    async def _tells_more(self) -> None:
        """Any of the reports that were sent: more, or otherwise; what stood there is kept beside it."""
        me, hands = self.reader, self._hands
        code = hands.random.choice(list(self.ledger.sent)[-8:])
        report = self.ledger.sent[code]
        me.says("/cases")
        me.presses_beginning(await me.reads("cases-yours", offering="button-new-report"), code)
        card = await me.reads("", containing=me.said("case-title", code=code), offering="button-tell-more")
        me.presses(card, "button-tell-more")
        before, report = report, copy.deepcopy(report)
        interview = self._interview(report, amending=True)
        rest = await self._tells(interview, await interview.here())
        hands.presses(rest, interview.send_button)
        self.ledger.amended += 1
        self.ledger.sent[code] = report
        replaced = changed(before.answers, report.answers)
        if not replaced and report.remarks == before.remarks:
            await me.reads("amend-none")
            return
        report.changes.append(replaced)
        self._note_agreements(code, report)
        await me.reads("", containing=me.said("amend-sent", code=code))

    async def _hears_from_the_team(self, code: str) -> None:
        me, hands, report = self.reader, self._hands, self.ledger.sent[code]
        waiting = Waiting.for_letter(code)
        await self.desk.queues(waiting)
        me.presses(await me.reads("notice-update"), "button-read")
        letter = await waiting.letter
        report.letters.append(letter)
        me.presses(await me.reads("", containing=letter), "button-answer")
        await me.reads("", containing=code)
        word = hands.tells() if hands.chance(0.6) else hands.speaks()
        report.words.append(word)
        me.presses(await me.reads("", containing=code), "button-done")
        await me.reads("word-done")
        waiting.answered.set()


def _any_given(answers: Answers) -> bool:
    empty = Answer()
    return any(answers.get(key, empty).state == "given" for key in _SHARED)

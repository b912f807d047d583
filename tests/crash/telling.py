"""What somebody does at many questions alike: leave one out, speak, say what she meant, end it.

Whatever she does is noted in her `Report` by rules that stand here and in `answering`, and are
not the bot's code: what is there in the end is compared with it.
"""

from dataclasses import dataclass, field
from datetime import date, timedelta

from bot.sandbox.chats import Message
from handlers.intake.outline import Question
from tests.crash.hands import Hands
from tests.crash.phrases import Value
from tests.crash.reader import Reader
from tests.crash.told import Answer, Report


@dataclass(slots=True)
class Teller:
    """Somebody who tells.

    Attributes:
        today: At the office.
        said_days: By question, the message with the day that stands as its answer.
    """

    hands: Hands
    report: Report
    today: date
    said_days: dict[str, Message] = field(default_factory=dict)

    @property
    def me(self) -> Reader:
        """Who reads."""
        return self.hands.reader

    @property
    def yesterday(self) -> date:
        """At the office."""
        return self.today - timedelta(days=1)

    async def asks(self, question: Question) -> Message:
        """The question, once it is asked."""
        return await self.me.reads(f"ask-{question.texts}", offering="button-pause")

    def leaves(self, question: Question, asked: Message, answer: Answer) -> None:
        """She does not know, or does not want to say."""
        if question.required or self.hands.chance(0.5):
            self.hands.presses(asked, "button-unknown")
            answer.unknown(several=question.field.several)
        else:
            self.hands.presses(asked, "button-skip")
            answer.skip(with_things=bool(self.report.items(question.key)))

    def speaks(self, answer: Answer) -> None:
        """Answer by voice."""
        answer.files.append(self.hands.speaks())
        answer.state = "given"

    def says(self, text: str, answer: Answer) -> Message:
        """Words of which she is asked what they mean: a remark until she has said it."""
        answer.remarks.append(text)
        return self.me.says(text)

    def means(self, text: str, value: Value | None, answer: Answer) -> None:
        """Her last words, and what she meant by them."""
        last = len(answer.remarks) - 1 - answer.remarks[::-1].index(text)
        del answer.remarks[last]
        answer.give(value, text)

    def ends(self, question: Question, asked: Message, answer: Answer) -> None:
        """That is all, if there is anything."""
        if answer.has_content or self.report.items(question.key):
            self.hands.presses(asked, "button-done")
            answer.state = "given"
        else:
            self.leaves(question, asked, answer)

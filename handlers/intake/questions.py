"""The questions of a report, in the order in which they are asked. This is the one list.

A question is one line here and its strings in every language: `ask-<key>`, `why-<key>`,
`label-<key>`, and `option-<key>-<value>` for each option. Everything else (order, buttons,
summary, the coordinator's card) follows from the list.
"""

from dataclasses import dataclass

from handlers.intake.fields import Choice, Field, Name, Narrative, Phone, Picture


@dataclass(frozen=True, slots=True)
class Question:
    """One thing that is asked.

    Attributes:
        required: Cannot be skipped; "I don't know" is an answer, too.
    """

    key: str
    field: Field
    required: bool = False


QUESTIONS: tuple[Question, ...] = (
    Question(
        "relation",
        Choice(options=("spouse", "parent", "child", "sibling", "relative", "friend")),
        required=True,
    ),
    Question("name", Name(), required=True),
    Question(
        "event",
        Choice(options=("taken", "contact-lost", "not-returned", "gathering", "sentenced", "restricted")),
        required=True,
    ),
    Question("when", Field(), required=True),
    Question("where", Field(), required=True),
    Question("story", Narrative(), required=True),
    Question("photo", Picture()),
    Question("phone", Phone()),
)

"""What somebody of the team told of herself, and what there is for her to do: records."""

from dataclasses import dataclass, field
from datetime import date, datetime, time
from enum import StrEnum

from storage.records import Json


@dataclass(frozen=True, slots=True)
class Task:
    """Something to be done.

    Attributes:
        case_id: None where it is about no case.
        kind: Of `handlers.rules.reminding.Kind`.
        holder_id: Who is to do it; None: it lies with the coordinators.
        due_at: UTC; None: whenever.
        offered: Whether another volunteer may take it over.
        revision: Whoever changes it must have seen this one.
        body: `text`, `shown` (without names), `files`, `checklist`, `repeat` in days, `timed`.
    """

    id: str
    case_id: str | None
    kind: str
    state: str
    author_id: str
    holder_id: str | None
    at: datetime
    changed_at: datetime
    due_at: datetime | None
    offered: bool
    revision: int
    body: Json = field(repr=False)

    @property
    def open(self) -> bool:
        """Whether it is still to be done."""
        return self.state == "open"


DAY = (time(9), time(21))
"""Her hours where she has named none."""


@dataclass(frozen=True, slots=True)
class Profile:
    """What somebody of the team told of herself; her time zone stands with the person.

    Attributes:
        languages: Codes of languages that she speaks.
        region: A place of the gazetteer; None where she named none.
        skills: Words of `handlers.rules.volunteering.Skill`.
        hours: From when until when she may be pinged, in her own zone.
        days_off: Days of the week on which she is not; Monday is 0.
        most: How many cases she has at once.
        paused_until: The day on which she is back; None: she is here.
        paused: She rests until she says so; `paused_until` does not matter then.
        asked_how: Whether she may be asked once a month how she is.
        rest_offered_on: When a rest was proposed to her last, a day of her own zone.
    """

    person_id: str
    languages: tuple[str, ...] = ()
    region: str | None = None
    skills: tuple[str, ...] = ()
    hours: tuple[time, time] = DAY
    days_off: frozenset[int] = field(default=frozenset())
    most: int = 3
    paused_until: date | None = None
    paused: bool = False
    asked_how: bool = True
    rest_offered_on: date | None = None

    def rests_on(self, day: date) -> bool:
        """Whether she has asked for rest on *day*, a day of her own zone."""
        return self.paused or (self.paused_until is not None and day < self.paused_until)


class State(StrEnum):
    """Where an assignment stands."""

    ASKING = "asking"  # somebody is looked for
    HELD = "held"
    DONE = "done"
    WITHDRAWN = "withdrawn"


class Answer(StrEnum):
    """Where it stands with one who is asked."""

    IN_LINE = "in-line"  # she is asked when it is her turn
    ASKED = "asked"
    LATER = "later"  # she wants to be asked again
    LAPSED = "lapsed"
    DECLINED = "declined"
    ACCEPTED = "accepted"
    HANDED_BACK = "handed-back"
    VOID = "void"  # it went to another, or is not needed any more


@dataclass(frozen=True, slots=True)
class Assignment:
    """One role on one case.

    Attributes:
        skill: A word of `handlers.rules.volunteering.Skill`.
        urgent: The case could not wait when it was asked for.
        due_on: A day of the office; None: no day was named.
        next_at: When the machine looks at it; None: never.
        body: `what`: what is asked, in the words of whoever asks.
    """

    id: str
    case_id: str
    skill: str
    state: State
    urgent: bool
    asked_by: str
    made_at: datetime
    due_on: date | None
    holder_id: str | None
    changed_at: datetime
    next_at: datetime | None
    body: Json = field(repr=False)


@dataclass(frozen=True, slots=True)
class Ping:
    """One who is asked; attributes as the columns of the table."""

    assignment_id: str
    person_id: str
    place: int
    state: Answer
    times: int
    at: datetime
    until: datetime | None = None
    reason: str | None = None

"""The promise: by its day a family hears from the team, even if there is nothing new.

The team is reminded while there is time. Where the day comes and nobody has written, the family
hears honestly that there is nothing new, by when it hears next, and the team hears, too.
"""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta

from handlers.rules.decision import ChangeCase, Choice, Decision, Notice, OweWord, Rows, WriteEntry
from handlers.rules.office import Office
from handlers.saying import Part, lines, msg, raw
from storage.records import Case, EntryKind, Lane, Person, Way

_LINES = 30  # in one message, which so fits, with the line before it that says nothing
_BUTTONS = 6  # under one message; more are found in the queue

Due = tuple[str, str, date]
"""A case that somebody hears of: its id, its code, and by when she hears next."""


def nothing_new(
    case: Case,
    followers: Sequence[Person],
    coordinators: Iterable[Person],
    office: Office,
    now: datetime,
    *,
    news_waits: bool = False,
) -> Decision:
    """The promised day came and nobody wrote: each follower is owed a word, and the team hears.

    Where no message reaches the family, as after an interview on paper, somebody must call it.

    Args:
        news_waits: There is grave news that no person has told her yet: then nobody may say that
            there is nothing new.
    """
    next_day = office.promise(now)
    if not any(one.reachable for one in followers):
        alert = "alert-promise-unheard"
    else:
        alert = "alert-promise-news" if news_waits else "alert-promise"
    line = () if news_waits else (WriteEntry(EntryKind.NOTHING_NEW, case.id, {"day": next_day.isoformat()}),)
    opened = ((Choice(msg("button-open-case"), "case.open", {"case": case.id}),),)
    return Decision(
        changes=(
            *line,
            ChangeCase(case.id, promise_on=next_day),
            *(OweWord(case.id, one.id, office.next_word(now, office.zone_of(one))) for one in followers),
        ),
        notices=tuple(
            Notice(
                one.id,
                Lane.ALERT,
                (msg(alert, code=case.code, day=next_day),),
                opened,
                office.by_day(one, now),
            )
            for one in coordinators
        ),
        audit=("kept-promise", case.id),
    )


def word(
    reader: Person,
    owed: Sequence[Due],
    office: Office,
    now: datetime,
    *,
    waiting: frozenset[str] = frozenset(),
) -> Notice | None:
    """That there is nothing new, of all her cases in one message; None for who wants to ask herself.

    Args:
        waiting: Ids of the cases on which grave news waits for a person to tell it: of them she
            reads only that we are working on.
    """
    if reader.way is Way.ASKED or not owed:
        return None
    told = [
        msg("promise-working" if case_id in waiting else "promise-nothing-new", code=code, day=day)
        for case_id, code, day in owed
    ]
    if len(owed) == 1:
        answers = [(Choice(msg("button-answer"), "word.write", {"case": owed[0][0]}),)]
    else:
        # Each answer goes to its own case.
        answers = [
            (Choice(msg("button-answer-case", code=code), "word.write", {"case": case_id}),)
            for case_id, code, _ in owed[:_BUTTONS]
        ]
    rows: Rows = (*answers, (Choice(msg("button-my-reports"), "cases.list"),))
    return Notice(reader.id, Lane.NOTICE, (msg("promise-word"), *told), rows, office.by_day(reader, now))


def hears_on(told_on: date | None, today: date) -> bool:
    """Whether she may hear today that nothing is new: once a day is enough.

    Args:
        told_on: On which day, where she is, she heard it last.
        today: Where she is.
    """
    # What lies further ahead was said by a clock that was wrong, and holds up nothing.
    return told_on is None or told_on < today or told_on - today > timedelta(days=1)


def soon(reader: Person, near: Sequence[Due], office: Office, now: datetime) -> tuple[Notice, ...]:
    """The team is reminded of promises that end in a day or two: in as few messages as hold them."""
    notices = []
    for at in range(0, len(near), _LINES):
        part = near[at : at + _LINES]
        shown: list[Part] = [msg("promise-soon-line", code=code, day=day) for _, code, day in part]
        rows: Rows = tuple(
            (Choice(raw(code), "case.open", {"case": case_id}),) for case_id, code, _ in part[:_BUTTONS]
        )
        parts = (msg("alert-promise-soon", count=len(part)), lines(shown))
        notices.append(Notice(reader.id, Lane.ALERT, parts, rows, office.by_day(reader, now)))
    return tuple(notices)

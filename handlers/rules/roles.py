"""Who may do what: one table of role, action and relation to the case. What is not in it is refused."""

from enum import StrEnum

from storage.records import Case, Role


class Act(StrEnum):
    """Everything that somebody can ask the hotline to do."""

    SPEAK = "speak"  # choose a language, read help, report, talk to a person
    SEE_OWN_CASE = "see-own-case"  # its situation, timeline and promise; add to it
    SEE_QUEUE = "see-queue"
    SEE_CASE = "see-case"  # everything that is kept of it
    TAKE_CASE = "take-case"
    WRITE_TO_FAMILY = "write-to-family"
    ANSWER_PERSON = "answer-person"  # somebody who asked for a person, without a case
    INTERVIEW = "interview"  # enter a report for somebody without Telegram
    ERASE_CASE = "erase-case"  # where its family asks for it; a second coordinator must say yes, too
    RECORD_QUESTIONS = "record-questions"  # read them aloud, for those who would rather hear them


class Tie(StrEnum):
    """How somebody stands to a case."""

    NONE = "none"
    FOLLOWER = "follower"
    OWNER = "owner"


_EVERYBODY = frozenset(Role)
_COORDINATORS = frozenset({Role.COORDINATOR})
_ANY = frozenset(Tie)

_ALLOWED: dict[Act, tuple[frozenset[Role], frozenset[Tie]]] = {
    Act.SPEAK: (_EVERYBODY, _ANY),
    # A coordinator whose own brother is missing follows his case as his family does.
    Act.SEE_OWN_CASE: (_EVERYBODY, frozenset({Tie.FOLLOWER})),
    Act.SEE_QUEUE: (_COORDINATORS, _ANY),
    Act.SEE_CASE: (_COORDINATORS, _ANY),
    Act.TAKE_CASE: (_COORDINATORS, _ANY),
    Act.WRITE_TO_FAMILY: (_COORDINATORS, _ANY),
    Act.ANSWER_PERSON: (_COORDINATORS, _ANY),
    Act.INTERVIEW: (_COORDINATORS, _ANY),
    Act.ERASE_CASE: (_COORDINATORS, _ANY),
    Act.RECORD_QUESTIONS: (_COORDINATORS, _ANY),
}


def may(role: Role, act: Act, tie: Tie = Tie.NONE) -> bool:
    """Whether somebody with *role*, standing so to the case, may do this."""
    roles, ties = _ALLOWED.get(act, (frozenset(), frozenset()))
    return role in roles and tie in ties


def tie(case: Case, person_id: str, follows: bool) -> Tie:
    """How this person stands to the case; following it comes first, because that is somebody's own family."""
    if follows:
        return Tie.FOLLOWER
    return Tie.OWNER if case.owner_id == person_id else Tie.NONE

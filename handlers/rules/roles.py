"""Who may do what: one table of role, action and relation to the case. What is not in it is refused.

A relation is how somebody stands to the one thing that she asks for: a case, an entry of it, an
unfinished report. Where an action is about no such thing, she stands to it as to any: `NONE`.
"""

from enum import StrEnum

from storage.records import Case, Json, Role


class Act(StrEnum):
    """Everything that somebody can ask the hotline to do."""

    # For herself.
    SPEAK = "speak"  # choose a language, read help, begin a report, talk to a person
    TELL = "tell"  # her own unfinished report: answer, pause, send, erase
    SEE_OWN_CASE = "see-own-case"  # its situation, timeline, promise and letters; write to the team
    AMEND_CASE = "amend-case"  # see what was told, tell more, correct it, take the receipt

    # As somebody of the team.
    TRANSLATE = "translate"  # put into another language what the team writes to a family, without names
    SERVE = "serve"  # her own profile, hours and rest; how she is; leave the team
    TAKE_ON = "take-on"  # answer whether she takes a role on a case
    SEE_ASSIGNED = "see-assigned"  # exactly what the role needs that she has taken
    SEE_QUEUE = "see-queue"
    SEE_CASE = "see-case"  # everything that is kept of it
    TAKE_CASE = "take-case"
    WRITE_TO_FAMILY = "write-to-family"
    ANSWER_PERSON = "answer-person"  # somebody who asked for a person, without a case
    READ_DRAFT = "read-draft"  # an unfinished report of somebody else
    INTERVIEW = "interview"  # enter a report for somebody without Telegram
    RELINK = "relink"  # link somebody to her case again who unlinked her account in an emergency
    WORK_CASE = "work-case"  # enter claims, terms, petitions; move its stage; note within the team
    DO_TASK = "do-task"  # what she was given: read it, put it off, ask for help, end it
    TAKE_TASK = "take-task"  # take over what another offers
    WORK_TASK = "work-task"  # enter and give tasks that are about no case
    ERASE_CASE = "erase-case"  # where its family asks for it; a second coordinator must say yes, too
    RECORD_QUESTIONS = "record-questions"  # read them aloud, for those who would rather hear them
    SEE_TEAM = "see-team"  # who is on it, by codes
    CHANGE_TEAM = "change-team"  # invite a volunteer, take a role away; ask for a coordinator
    BROADCAST = "broadcast"  # write to many at once; see, pause and stop what others wrote
    DECIDE = "decide"  # what another asks a second yes for


class Tie(StrEnum):
    """How somebody stands to a case or a report."""

    NONE = "none"
    FOLLOWER = "follower"  # hears about it
    TELLER = "teller"  # hears about it, and told it herself
    OWNER = "owner"  # has taken it, for the team
    SHOWN = "shown"  # its relative lets the team read it before it is sent
    ASSIGNED = "assigned"  # has taken a role on it, until she hands it back or is done


_EVERYBODY = frozenset(Role)
_COORDINATORS = frozenset({Role.COORDINATOR})
_TEAM = frozenset({Role.VOLUNTEER, Role.COORDINATOR})

_ANY = frozenset(Tie)
_FAMILY = frozenset({Tie.FOLLOWER, Tie.TELLER})
_TELLER = frozenset({Tie.TELLER})
_SHOWN = frozenset({Tie.SHOWN})
_A_CASE = frozenset({Tie.NONE, Tie.FOLLOWER, Tie.TELLER, Tie.OWNER})

TABLE: dict[Act, tuple[frozenset[Role], frozenset[Tie]]] = {
    # act                  who             standing how
    Act.SPEAK: (_EVERYBODY, _ANY),
    Act.TELL: (_EVERYBODY, _TELLER),
    # A coordinator whose own brother is missing follows his case as his family does.
    Act.SEE_OWN_CASE: (_EVERYBODY, _FAMILY),
    # Whoever only follows a case has not read what was told.
    Act.AMEND_CASE: (_EVERYBODY, _TELLER),
    # Not what goes to her own family: she would read it before it is sent.
    Act.TRANSLATE: (frozenset({Role.VOLUNTEER}), frozenset({Tie.NONE, Tie.ASSIGNED})),
    Act.SERVE: (frozenset({Role.VOLUNTEER, Role.COORDINATOR}), _ANY),
    # Nor is she asked to work on the case of her own family.
    Act.TAKE_ON: (frozenset({Role.VOLUNTEER}), frozenset({Tie.NONE, Tie.ASSIGNED})),
    Act.SEE_ASSIGNED: (frozenset({Role.VOLUNTEER}), frozenset({Tie.ASSIGNED})),
    Act.SEE_QUEUE: (_COORDINATORS, _ANY),
    Act.SEE_CASE: (_COORDINATORS, _A_CASE),
    Act.TAKE_CASE: (_COORDINATORS, _A_CASE),
    Act.WORK_CASE: (_COORDINATORS, _A_CASE),
    Act.WRITE_TO_FAMILY: (_COORDINATORS, _A_CASE),
    Act.ANSWER_PERSON: (_COORDINATORS, _ANY),
    Act.READ_DRAFT: (_COORDINATORS, _SHOWN),
    Act.INTERVIEW: (_COORDINATORS, _ANY),
    Act.RELINK: (_COORDINATORS, _ANY),
    Act.DO_TASK: (_TEAM, _ANY),
    Act.TAKE_TASK: (_TEAM, _ANY),
    Act.WORK_TASK: (_COORDINATORS, _ANY),
    Act.ERASE_CASE: (_COORDINATORS, _ANY),
    Act.RECORD_QUESTIONS: (_COORDINATORS, _ANY),
    Act.SEE_TEAM: (_COORDINATORS, _ANY),
    Act.CHANGE_TEAM: (_COORDINATORS, _ANY),
    Act.BROADCAST: (_COORDINATORS, _ANY),
    Act.DECIDE: (_COORDINATORS, _ANY),
}


def may(role: Role, act: Act, tie: Tie = Tie.NONE) -> bool:
    """Whether somebody with *role*, standing so to the case, may do this."""
    roles, ties = TABLE.get(act, (frozenset(), frozenset()))
    return role in roles and tie in ties


def may_at_all(role: Role, act: Act) -> bool:
    """Whether the role may do this to anything; to which, is asked at the gate (`handlers.access`)."""
    return any(may(role, act, one) for one in Tie)


def tie(case: Case, person_id: str, follows: bool) -> Tie:
    """How this person stands to the case; following it comes first, because that is somebody's own family."""
    if follows:
        return Tie.TELLER if reported_by(case.body, person_id) and "paper" not in case.body else Tie.FOLLOWER
    return Tie.OWNER if case.owner_id == person_id else Tie.NONE


def reported_by(body: Json, person_id: str) -> bool:
    """Whether this person told the report herself: others who follow a case know only what they are told."""
    herself = {person_id}
    for one in reversed(body.get("relinked", ())):
        if one["now"] in herself:
            herself.add(one["was"])
    return any(one["kind"] == "keep" and one["by"] in herself for one in body.get("consents", ()))

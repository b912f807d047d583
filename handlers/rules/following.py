"""One more of a family is to follow a case: she agrees, the team lets her in, and she can be let go again.

Before somebody of the team has said yes she is shown nothing, not even that there is a case. No
and a link that is used up are told in the same words.
"""

from collections.abc import Iterable
from datetime import datetime, timedelta

from handlers.rules.decision import (
    ChangeCase,
    Choice,
    DecideLink,
    Decision,
    Follow,
    Notice,
    Rows,
    Unfollow,
)
from handlers.rules.office import Office
from handlers.saying import msg
from storage.records import Case, Lane, Link, Person

LIVES = timedelta(days=7)
"""How long a link can be used: a relative far away may look at her phone once a week."""
LINKS = 3
"""Links to one case that can be out at once."""
MOST = 12
"""Who can follow one case; a family that is larger passes it on by voice."""
VERSION = "1"
"""Of the words to which a follower says yes."""


def asked(case: Case, person: Person, readers: Iterable[Person], office: Office, now: datetime) -> Decision:
    """Somebody came with a link and agreed: whoever is responsible decides."""
    rows: Rows = ((Choice(msg("button-family"), "follow.show", {"case": case.id}),),)
    return Decision(
        changes=(),
        notices=tuple(
            Notice(
                one.id,
                Lane.ALERT,
                (msg("alert-follow", code=case.code),),
                rows,
                office.by_day(one, now),
            )
            for one in readers
            if one.id != person.id
        ),
        audit=("asked-to-follow", case.id),
    )


def approved(
    case: Case,
    link: Link,
    person: Person,
    teller: Person | None,
    coordinator: Person,
    office: Office,
    now: datetime,
) -> Decision:
    """She follows from now on. Whoever made the link hears of it: it may be in the wrong hands.

    Args:
        teller: None where she follows the case no more.
    """
    at = link.used_at or now
    agreed = {
        "kind": "follow",
        "by": person.id,
        "answer": "yes",
        "at": at.isoformat(),
        "version": VERSION,
        "language": person.language,
    }
    opened: Rows = ((Choice(msg("button-open-report"), "cases.show", {"case": case.id}),),)
    who: Rows = ((Choice(msg("button-followers"), "follow.mine", {"case": case.id}),),)
    notices = [
        Notice(
            person.id,
            Lane.NOTICE,
            (msg("notice-update"), msg("follow-approved")),
            opened,
            office.by_day(person, now),
        )
    ]
    if teller is not None:
        notices.append(
            Notice(
                teller.id,
                Lane.NOTICE,
                (msg("notice-update"), msg("follow-joined", code=case.code)),
                who,
                office.by_day(teller, now),
            )
        )
    return Decision(
        changes=(
            DecideLink(link.id, "approved", coordinator.id),
            Follow(case.id, person.id),
            ChangeCase(case.id, body={**case.body, "consents": [*case.body.get("consents", ()), agreed]}),
        ),
        notices=tuple(notices),
        audit=("approved-follower", case.id),
    )


def refused(
    case: Case, link: Link, person: Person, coordinator: Person, office: Office, now: datetime
) -> Decision:
    """She does not follow, and is told what everybody is told whose link leads nowhere."""
    return Decision(
        changes=(DecideLink(link.id, "refused", coordinator.id),),
        notices=(
            Notice(
                person.id,
                Lane.NOTICE,
                (msg("notice-update"), msg("invite-not-valid")),
                ((Choice(msg("button-person"), "person.ask"),),),
                office.by_day(person, now),
            ),
        ),
        audit=("refused-follower", case.id),
    )


def let_go(case: Case, person: Person, office: Office, now: datetime) -> Decision:
    """Somebody else ends that she follows; it holds at once, and she does not wait for words in vain."""
    return Decision(
        changes=(Unfollow(case.id, person.id),),
        notices=(
            Notice(
                person.id,
                Lane.NOTICE,
                (msg("notice-update"), msg("follow-ended", code=case.code)),
                ((Choice(msg("button-person"), "person.ask"),),),
                office.by_day(person, now),
            ),
        ),
        audit=("ended-following", case.id),
    )


def cut_off(case: Case, teller: Person, coordinator: Person, now: datetime) -> Decision:
    """Whoever told the report hears of it no more, at once; her phone may be in the wrong hands, so nothing
    is said to her. That she was cut off stays with the case: a coordinator can let her hear again.
    """
    ended = {"person": teller.id, "by": coordinator.id, "at": now.isoformat()}
    kept = [one for one in case.body.get("cut", ()) if one["person"] != teller.id]
    return Decision(
        changes=(
            Unfollow(case.id, teller.id),
            ChangeCase(case.id, body={**case.body, "cut": [*kept, ended]}, version=case.version),
        ),
        notices=(),
        audit=("ended-following", case.id),
    )


def let_back(case: Case, teller: Person, office: Office, now: datetime) -> Decision:
    """She who told the report hears of it again, and it is said to her by day."""
    kept = [one for one in case.body.get("cut", ()) if one["person"] != teller.id]
    opened: Rows = ((Choice(msg("button-open-report"), "cases.show", {"case": case.id}),),)
    return Decision(
        changes=(
            Follow(case.id, teller.id),
            ChangeCase(case.id, body={**case.body, "cut": kept}, version=case.version),
        ),
        notices=(
            Notice(
                teller.id,
                Lane.NOTICE,
                (msg("notice-update"), msg("follow-again", code=case.code)),
                opened,
                office.by_day(teller, now),
            ),
        ),
        audit=("approved-follower", case.id),
    )


def left(case: Case, person: Person) -> Decision:
    """She herself wants to hear no more."""
    return Decision(changes=(Unfollow(case.id, person.id),), notices=(), audit=("left-case", case.id))

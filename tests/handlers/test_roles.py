"""The table of roles, cell by cell: a new act, role or relation without a decision here fails.

It is drawn here a second time, by hand and as a picture, so that a slip in the one shows in the other.
"""

import pytest

from handlers.rules.roles import TABLE, Act, Tie, may, may_at_all, reported_by, tie
from storage.records import Role
from tests.handlers.made import a_case

ROLES = {"f": Role.FAMILY, "v": Role.VOLUNTEER, "c": Role.COORDINATOR}
TIES = ("none", "follower", "teller", "owner", "shown", "assigned")

# Who may, by relation: f family, v volunteer, c coordinator, . nobody.
PICTURE = """
                   none   follower  teller    owner   shown   assigned
speak              fvc    fvc       fvc       fvc     fvc     fvc
tell               .      .         fvc       .       .       .
see-own-case       .      fvc       fvc       .       .       .
amend-case         .      .         fvc       .       .       .
translate          v      .         .         .       .       v
serve              vc     vc        vc        vc      vc      vc
take-on            v      .         .         .       .       v
see-assigned       .      .         .         .       .       v
see-queue          c      c         c         c       c       c
see-case           c      c         c         c       .       .
take-case          c      c         c         c       .       .
work-case          c      c         c         c       .       .
write-to-family    c      c         c         c       .       .
answer-person      c      c         c         c       c       c
read-draft         .      .         .         .       c       .
interview          c      c         c         c       c       c
relink             c      c         c         c       c       c
record-questions   c      c         c         c       c       c
see-team           c      c         c         c       c       c
broadcast          c      c         c         c       c       c
change-team        c      c         c         c       c       c
decide             c      c         c         c       c       c
do-task            vc     vc        vc        vc      vc      vc
take-task          vc     vc        vc        vc      vc      vc
work-task          c      c         c         c       c       c
erase-case         c      c         c         c       c       c
"""


def drawn() -> dict[tuple[str, str], set[Role]]:
    head, *rows = PICTURE.strip().splitlines()
    assert tuple(head.split()) == TIES
    cells = {}
    for row in rows:
        act, *who = row.split()
        for stands, letters in zip(TIES, who, strict=True):
            cells[act, stands] = {ROLES[one] for one in letters if one != "."}
    return cells


DRAWN = drawn()


def test_the_picture_has_every_act_and_every_relation() -> None:
    """And the table itself, too: what is missing there is refused, but nobody decided it."""
    assert {act for act, _ in DRAWN} == {one.value for one in Act} == {one.value for one in TABLE}
    assert set(TIES) == {one.value for one in Tie}
    assert set(ROLES.values()) == set(Role)


@pytest.mark.parametrize("act", Act)
@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("stands", Tie)
def test_every_cell(act: Act, role: Role, stands: Tie) -> None:
    """Each cell is what the picture says."""
    assert may(role, act, stands) is (role in DRAWN[act.value, stands.value])


@pytest.mark.parametrize("act", Act)
@pytest.mark.parametrize("role", Role)
def test_at_all_means_in_some_cell(act: Act, role: Role) -> None:
    """A button of an act that a role never has is refused before anything is looked up."""
    assert may_at_all(role, act) is any(role in DRAWN[act.value, one] for one in TIES)
    assert may(role, act) is (role in DRAWN[act.value, "none"])


def test_what_is_not_in_the_table_is_refused_to_everybody(monkeypatch: pytest.MonkeyPatch) -> None:
    """An act that somebody forgot to decide on."""
    monkeypatch.delitem(TABLE, Act.SPEAK)
    for role in Role:
        assert not may_at_all(role, Act.SPEAK)
        assert not any(may(role, Act.SPEAK, one) for one in Tie)


def test_following_comes_before_owning() -> None:
    """A coordinator whose own brother is missing sees that case as family."""
    assert tie(a_case(owner_id="me"), "me", follows=True) is Tie.FOLLOWER
    assert tie(a_case(owner_id="me"), "me", follows=False) is Tie.OWNER
    assert tie(a_case(owner_id="other"), "me", follows=False) is Tie.NONE
    assert tie(a_case(owner_id=None), "me", follows=False) is Tie.NONE


def test_only_who_told_it_herself_is_its_teller() -> None:
    """Not who agreed to something else, not somebody else, not on paper, and not who follows no more."""
    told = {"consents": [{"kind": "share-lawyer", "by": "aunt"}, {"kind": "keep", "by": "mother"}]}
    case = a_case(owner_id=None, body=told)
    assert tie(case, "mother", follows=True) is Tie.TELLER
    assert tie(case, "aunt", follows=True) is Tie.FOLLOWER
    assert tie(case, "sister", follows=True) is Tie.FOLLOWER
    assert tie(case, "mother", follows=False) is Tie.NONE
    paper = a_case(owner_id="mother", body={**told, "paper": "kk"})
    assert tie(paper, "mother", follows=True) is Tie.FOLLOWER
    assert tie(paper, "mother", follows=False) is Tie.OWNER
    assert not reported_by({}, "mother")

"""Thousands of presses and invitations that nobody was given; what they brought, and what they changed.

Nothing may change but what counts them. The kinds are mixed as an attacker would mix them, by a seed.
"""

import secrets
import string
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from random import Random
from typing import Any

from sqlalchemy import select

from handlers.offers import DEEDS
from handlers.rules.guessing import IN_ALL, PER_ACCOUNT, Secret
from storage import invites, tables
from storage.records import Role
from storage.store import Tx
from tests.access.buttons import WITH_IDS, filled
from tests.access.ground import NOW, Ground, everything

_LETTERS = string.ascii_letters + string.digits + "-_"
_OF_EACH = 40  # real buttons of each kind, tried again and again
# The house holds the head of the audit log.
_COUNTED = frozenset({"guesses", "outbox", "audit", "house", "traces"})


@dataclass(frozen=True)
class Outcome:
    """What was found.

    Attributes:
        answers: How often each answer was given, by what was tried.
        changed: Tables that are not as they were before.
    """

    answers: Counter[tuple[str, str]]
    changed: tuple[str, ...]

    def kinds(self, *tried: str) -> set[str]:
        """The different answers to these tries."""
        return {answer for what, answer in self.answers if what in tried}


def _changed(before: dict[str, Any], after: dict[str, Any]) -> tuple[str, ...]:
    return tuple(name for name in before if before[name] != after[name])


def press_all(ground: Ground, count: int, seed: int) -> Outcome:
    """Press *count* buttons that she was never shown, that are another's, that are old, or used."""
    random = Random(seed)
    buttons = {
        "foreign": [_button(ground, random, "vera") for _ in range(_OF_EACH)],
        "expired": [_button(ground, random, "stranger", lives=timedelta(0)) for _ in range(_OF_EACH)],
        "used": [_used(ground) for _ in range(_OF_EACH)],
    }
    ground.now = NOW + timedelta(minutes=1)
    before = everything(ground.store)
    answers: Counter[tuple[str, str]] = Counter()
    for _ in range(count):
        what = random.choice(("forged", "altered", "foreign", "expired", "used"))
        data = _data(random, what, buttons)
        answer = ground.press("stranger", data)
        answers[what, f"{answer.said} {answer.toasts}"] += 1
    return Outcome(answers, _changed(before, everything(ground.store)))


def _button(ground: Ground, random: Random, name: str, lives: timedelta = timedelta(1)) -> str:
    deed = random.choice(sorted(DEEDS))
    return ground.show(name, deed, filled(WITH_IDS.get(deed, {}), ground.foreign), lives=lives)


def _used(ground: Ground) -> str:
    """A button of hers that worked once, and did."""
    data = ground.show("stranger", "draft.new", {})
    assert ground.press("stranger", data).said
    return data


def _data(random: Random, what: str, buttons: dict[str, list[str]]) -> str:
    if what == "forged":
        return "".join(random.choices(_LETTERS, k=random.choice((1, 2, 16, 17, 17, 17, 17, 40))))
    if what == "altered":
        real = random.choice(buttons[random.choice(sorted(buttons))])
        at = random.randrange(len(real))
        other = random.choice([one for one in _LETTERS if one != real[at]])
        return real[:at] + other + real[at + 1 :]
    return random.choice(buttons[what])


def guess_all(ground: Ground, count: int, seed: int, accounts: int) -> Outcome:
    """Come with *count* links that nobody was given, used ones, expired ones; from many accounts.

    A true one is among the tries of those who are shut out: it must be worth nothing to them.
    """
    random = Random(seed)
    names = [f"guesser {number}" for number in range(accounts)]
    ground.store.write_now(lambda tx: [ground.join(tx, name) for name in names])
    true = ground.store.write_now(lambda tx: _invite(tx, timedelta(days=400)))
    expired = ground.store.write_now(lambda tx: _invite(tx, timedelta(0)))
    used = ground.store.write_now(lambda tx: _used_invite(tx, ground.who["olga"].id))
    before = everything(ground.store, without=_COUNTED)
    tries: Counter[str] = Counter()
    answers: Counter[tuple[str, str]] = Counter()
    for _ in range(count):
        name = random.choice(names)
        # An attacker goes on for hours; a bit of time passes with each try.
        ground.now += timedelta(seconds=random.randrange(2))
        what, token = _guess(random, expired, used)
        if tries[name] >= PER_ACCOUNT and _is_shut(ground, name) and random.random() < 0.2:
            what, token = "true, shut out", true
        answer = ground.writes(name, f"/start {token}")
        tries[name] += 1
        hers = tuple(one for one in answer.said if str(ground.who[name].id) in one)
        shown = " ".join(one.partition('"parts"')[2] for one in hers)
        answers[what, f"{shown} {answer.toasts}"] += 1
        others = [one for one in answer.said if one not in hers]
        assert all("alert-guessing" in one for one in others), others
    return Outcome(answers, _changed(before, everything(ground.store, without=_COUNTED)))


def _is_shut(ground: Ground, name: str) -> bool:
    account = ground.who[name].account_key
    since = ground.now - timedelta(hours=1)

    def work(tx: Tx) -> bool:
        g = tables.guesses.c
        rows = tx.connection.execute(select(g.account_key).where(g.at > since)).scalars().all()
        return rows.count(account) >= PER_ACCOUNT or len(rows) >= IN_ALL[Secret.INVITE]

    return ground.store.write_now(work)


def _guess(random: Random, expired: str, used: str) -> tuple[str, str]:
    what = random.choice(("invented", "invented", "invented", "altered", "expired", "used"))
    if what == "altered":
        at = random.randrange(len(used))
        return what, used[:at] + ("A" if used[at] != "A" else "B") + used[at + 1 :]
    if what == "invented":
        return what, "".join(random.choices(_LETTERS, k=22))
    return what, expired if what == "expired" else used


def _invite(tx: Tx, lives: timedelta) -> str:
    token = secrets.token_urlsafe(16)
    invites.add(tx, token, Role.COORDINATOR, NOW + lives, NOW)
    return token


def _used_invite(tx: Tx, person_id: str) -> str:
    token = _invite(tx, timedelta(days=400))
    assert invites.use(tx, token, person_id, NOW) is Role.COORDINATOR
    return token


def told(counts: Counter[tuple[str, str]]) -> Iterable[str]:
    """A line for each kind of try."""
    for (what, answer), number in sorted(counts.items()):
        yield f"  {number:>6,}  {what:<16}{answer[:90]}"

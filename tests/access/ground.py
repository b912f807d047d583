"""A house with two families and a team, and a way to press any button with any ids in it.

The buttons are made on the side of the hotline: as if somebody had got hold of one that she was
never shown. The real Hotline handles them, on a real database.
"""

import json
import re
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import telegram
from sqlalchemy import delete, select

from handlers.hotline import Hotline
from handlers.intake import form
from handlers.rules.office import Office
from locales.catalog import Catalog
from storage import (
    approvals,
    assignments,
    attachments,
    cases,
    drafts,
    entries,
    keyboards,
    links,
    matters,
    people,
    tables,
    tasks,
)
from storage.ids import new_id
from storage.records import Case, EntryKind, Json, MatterKind, Person, Role, Situation, Stage
from storage.store import Store, Tx

NOON = datetime(2026, 11, 24, 7, 0, tzinfo=UTC)
OFFICE = Office(ZoneInfo("Asia/Almaty"), (time(10), time(18)), frozenset(range(5)), 7, "izdeu_bot")
_TOKEN = re.compile(r'"data": "[^"]*"')
CATALOG = Catalog.load()
_HEAD = "audit_head"  # where the audit log ends moves on with each line in it


@dataclass(frozen=True)
class Answer:
    """Everything that one act brought: what is said, how long it is sealed, and the toast."""

    said: tuple[str, ...]
    lengths: tuple[int, ...]
    toasts: tuple[str | None, ...]


@dataclass(frozen=True)
class Things:
    """The ids of what belongs to one family, or to nobody any more."""

    case: str
    draft: str
    entry: str
    word: str
    person: str
    approval: str
    file: str
    matter: str
    link: str
    task: str
    role: str

    @classmethod
    def invented(cls) -> "Things":
        """Ids of the right shape, of nothing."""
        return cls(*(new_id(NOW) for _ in fields(cls)))


@dataclass
class Ground:
    """The house. Accounts are numbers; `who` has the people behind them.

    Attributes:
        hers: What belongs to the mother, whose sister follows the case.
        foreign: What belongs to the other family.
        erased: What was there and is not.
    """

    store: Store
    who: dict[str, Person] = field(default_factory=dict)
    now: datetime = NOON
    hotline: Hotline = field(default_factory=lambda: Hotline(CATALOG, OFFICE))
    _updates: int = 0
    _accounts: int = 7_300_000_000

    def __post_init__(self) -> None:
        self.store.write_now(self._people)
        self.hers = self.store.write_now(lambda tx: self._family(tx, "mother", "sister", "K7Q-4M2"))
        self.foreign = self.store.write_now(lambda tx: self._family(tx, "stranger", "uncle", "K7Q-4M3"))
        gone = self.store.write_now(lambda tx: self._family(tx, "gone", "gone-too", "K7Q-4M4"))
        self.store.write_now(lambda tx: _erase(tx, gone))
        self.erased = gone

    def _people(self, tx: Tx) -> None:
        for name, role in (
            ("mother", Role.FAMILY),
            ("sister", Role.FAMILY),
            ("stranger", Role.FAMILY),
            ("uncle", Role.FAMILY),
            ("gone", Role.FAMILY),
            ("gone-too", Role.FAMILY),
            ("silent", Role.FAMILY),
            ("volunteer", Role.VOLUNTEER),
            ("vera", Role.COORDINATOR),
            ("olga", Role.COORDINATOR),
        ):
            self.join(tx, name, role)

    def join(self, tx: Tx, name: str, role: Role = Role.FAMILY) -> None:
        """Somebody more, with a language."""
        self._accounts += 1
        person = people.welcome(tx, self._accounts, self._accounts, NOON)
        people.set_language(tx, person.id, "en")
        people.set_role(tx, person.id, role, NOON)
        self.who[name] = people.by_id(tx, person.id)

    def _family(self, tx: Tx, teller: str, follower: str, code: str) -> Things:
        her = self.who[teller].id
        file = attachments.add(tx, her, "photo", 5, {"file_id": f"file-{code}"}, NOW, fetch=False)
        name = {"state": "given", "texts": [{"text": f"name-{code}"}], "files": [], "value": None}
        told = {
            **form.begin(code=code),
            "answers": {"name": name},
            "consents": [
                {"kind": "keep", "by": her, "language": "en", "version": "1", "at": NOW.isoformat()}
            ],
            "consent": NOW.isoformat(),
            "at": "summary",
        }
        case = _a_case(code, {**told, "files": [{"id": file}]})
        cases.add(tx, case)
        for one in (teller, follower):
            cases.follow(tx, case.id, self.who[one].id, NOW)
        draft = drafts.begin(tx, her, told, NOW)
        letter = entries.add(tx, EntryKind.UPDATE, NOW, case_id=case.id, body={"text": f"letter-{code}"})
        word = entries.add(
            tx, EntryKind.WORD, NOW, case_id=None, person_id=her, author_id=her, body={"text": f"w-{code}"}
        )
        asked = approvals.add(
            tx,
            "grant-coordinator",
            {"link": True},
            f"because-{code}",
            self.who["vera"].id,
            alone=False,
            now=NOW,
            expires_at=NOW + timedelta(hours=24),
        )
        hung = matters.add(
            tx,
            case.id,
            MatterKind.CLAIM,
            {"what": "detained", "source": "call", "certainty": "said", "text": f"claim-{code}"},
            NOW,
            author_id=None,
        )
        link = links.add(tx, f"token-{code}", case.id, her, NOW + timedelta(days=7), NOW)
        points = [{"text": f"point-{code}", "shown": f"point-{code}", "done": False}]
        todo = {"text": f"task-{code}", "shown": f"task-{code}", "files": [], "checklist": points}
        who = {"author_id": self.who["vera"].id, "holder_id": self.who["vera"].id}
        task = tasks.add(tx, case.id, "call", {**todo, "code": code}, NOW, due_at=NOW, **who)
        wanted = {"what": f"role-{code}", "place": None}
        asks = {"asked_by": self.who["vera"].id, "due_on": None, "urgent": False}
        role = assignments.add(tx, case.id, "call", wanted, NOW, **asks)
        return Things(case.id, draft.id, letter, word, her, asked.id, file, hung, link, task, role)

    def account(self, name: str) -> int:
        """Her number at Telegram."""
        return self.who[name].chat_id

    def show(self, name: str, deed: str, args: Mapping[str, Any], *, lives: timedelta = timedelta(1)) -> str:
        """A button for her; returns what a press of it carries."""
        token, her = secrets.token_urlsafe(12), self.who[name]
        body = {"deeds": [{"do": deed, "args": dict(args)}], "once": False}
        self.store.write_now(
            lambda tx: keyboards.add(
                tx, token, her.account_key, her.chat_id, body, self.now + lives, self.now
            )
        )
        return token + "a"

    def press(self, name: str, data: str) -> Answer:
        """She presses it; the answer is taken out of the outbox."""
        user = {"id": self.account(name), "is_bot": False, "first_name": "S"}
        chat = {"id": self.account(name), "type": "private", "first_name": "S"}
        message = {"message_id": 5, "date": 1_794_000_000, "chat": chat, "text": "…"}
        query = {"id": "1", "from": user, "chat_instance": "1", "data": data, "message": message}
        return self.handle({"callback_query": query})

    def writes(self, name: str, text: str) -> Answer:
        """She writes; a word that begins with a slash is a command."""
        user = {"id": self.account(name), "is_bot": False, "first_name": "S"}
        chat = {"id": self.account(name), "type": "private", "first_name": "S"}
        message: dict[str, Any] = {
            "message_id": 6,
            "date": 1_794_000_000,
            "chat": chat,
            "from": user,
            "text": text,
        }
        if text.startswith("/"):
            length = len(text.split()[0])
            message["entities"] = [{"type": "bot_command", "offset": 0, "length": length}]
        return self.handle({"message": message})

    def handle(self, raw: Json) -> Answer:
        """One update."""
        self._updates += 1
        update = telegram.Update.de_json({"update_id": self._updates, **raw}, None)
        assert update is not None
        key = f"update/{secrets.token_hex(6)}/{self._updates}"
        reaction = self.store.write_now(lambda tx: self.hotline.receive(tx, update, self.now, key=key))
        said, lengths = self.store.write_now(_taken_out)
        return Answer(said, lengths, tuple(one.text for one in reaction.toasts))


NOW = NOON


def _a_case(code: str, body: Json) -> Case:
    return Case(
        id=new_id(NOW),
        code=code,
        stage=Stage.NEW,
        situation=Situation.MISSING,
        owner_id=None,
        language="en",
        promise_on=date(2026, 12, 1),
        waiting_since=None,
        version=1,
        made_at=NOW,
        updated_at=NOW,
        body=body,
    )


def _erase(tx: Tx, gone: Things) -> None:
    """As if it had never been."""
    connection = tx.connection
    connection.execute(delete(tables.links).where(tables.links.c.case_id == gone.case))
    connection.execute(delete(tables.followers).where(tables.followers.c.case_id == gone.case))
    connection.execute(delete(tables.matters).where(tables.matters.c.case_id == gone.case))
    tasks.erase_of_case(tx, gone.case)
    assignments.erase_of_case(tx, gone.case)
    connection.execute(delete(tables.entries).where(tables.entries.c.case_id == gone.case))
    connection.execute(delete(tables.entries).where(tables.entries.c.id == gone.word))
    connection.execute(delete(tables.drafts).where(tables.drafts.c.id == gone.draft))
    connection.execute(delete(tables.cases).where(tables.cases.c.id == gone.case))
    found = approvals.find(tx, gone.approval)
    assert found is not None
    approvals.decide(tx, found.id, found.content_key, approvals.REFUSED, found.asked_by, NOW)


def _taken_out(tx: Tx) -> tuple[tuple[str, ...], tuple[int, ...]]:
    rows = tx.connection.execute(select(tables.outbox).order_by(tables.outbox.c.id)).all()
    said = []
    for row in rows:
        body = tx.vault.open_json(row.body, table="outbox", column="body", row=row.id)
        shown = _TOKEN.sub('"data": "token"', json.dumps(body, sort_keys=True))
        said.append(f"{row.kind}/{row.lane}/{row.chat_key}/{row.person_id}/{shown}")
    tx.connection.execute(delete(tables.outbox))
    return tuple(said), tuple(len(row.body) for row in rows)


def everything(store: Store, *, without: frozenset[str] = frozenset()) -> dict[str, list[tuple[Any, ...]]]:
    """All rows of all tables, to compare before and after."""

    def work(tx: Tx) -> dict[str, list[tuple[Any, ...]]]:
        return {
            table.name: sorted(
                (tuple(row) for row in tx.connection.execute(select(table)) if row[0] != _HEAD), key=repr
            )
            for table in tables.metadata.sorted_tables
            if table.name not in without
        }

    return store.write_now(work)

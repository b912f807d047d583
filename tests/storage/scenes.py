"""A hotline in full use: something of everything, with words that can be found again."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from storage import (
    approvals,
    assignments,
    attachments,
    audiences,
    audit,
    broadcasts,
    cases,
    clues,
    companions,
    custody,
    drafts,
    entries,
    erasures,
    guesses,
    house,
    inbox,
    incidents,
    invites,
    jobs,
    keyboards,
    links,
    matters,
    messages,
    openings,
    outbox,
    outings,
    people,
    profiles,
    prompts,
    reminders,
    talks,
    tasks,
    unlinkings,
    wellbeing,
    workspaces,
)
from storage.assignments import Answer, Ping
from storage.ids import new_id
from storage.profiles import Profile
from storage.records import (
    Case,
    EntryKind,
    Incoming,
    Lane,
    MatterKind,
    Outgoing,
    Prompt,
    Role,
    Situation,
    Stage,
)
from storage.store import Store, Tx

NOW = datetime(2026, 11, 1, 9, 0, tzinfo=UTC)

# Made-up people; words that stand nowhere else.
NAME = "Ерлан Қобызбаев-Өртеңұлы"
TEXT = "Zhurgenov street, the blue gate, he wore the felt hat of our grandfather"
PHONE = "+7 701 555 0143"
TOKEN = "Xk3_vR9-qLm2ZtB7nWc4Ea"  # noqa: S105  # opens nothing
ACCOUNT = 7_015_550_143
CHAT = 7_015_550_144


@dataclass(frozen=True)
class Scene:
    """Ids of what was written."""

    relative: str
    coordinator: str
    case: str
    draft: str
    attachment: str


def incoming(update_id: int, chat_key: str, raw: bytes = b"{}", *, bot_id: int = 1) -> Incoming:
    return Incoming(bot_id, update_id, chat_key, 0, NOW, raw)


def outgoing(key: str, chat_id: int = CHAT, lane: Lane = Lane.REPLY, **changes: object) -> Outgoing:
    values: dict[str, object] = {
        "key": key,
        "chat_id": chat_id,
        "person_id": None,
        "lane": lane,
        "kind": "text",
        "due_at": NOW,
        "body": {"parts": [key]},
    }
    return Outgoing(**{**values, **changes})  # type: ignore[arg-type]  # changes are checked by the tests themselves


def a_case(code: str = "K7Q-4M2", **changes: object) -> Case:
    values: dict[str, object] = {
        "id": new_id(NOW),
        "code": code,
        "stage": Stage.NEW,
        "situation": Situation.MISSING,
        "owner_id": None,
        "language": "kk",
        "promise_on": date(2026, 11, 15),
        "waiting_since": None,
        "version": 1,
        "made_at": NOW,
        "updated_at": NOW,
        "body": {"name": NAME},
    }
    return Case(**{**values, **changes})  # type: ignore[arg-type]  # as above


def fill(tx: Tx) -> Scene:
    """Write something into every table, all of it recognisable."""
    house.claim(tx)
    relative = people.welcome(tx, ACCOUNT, CHAT, NOW)
    people.set_language(tx, relative.id, "kk-Arab")
    coordinator = people.welcome(tx, ACCOUNT + 10, CHAT + 10, NOW)
    people.set_role(tx, coordinator.id, Role.COORDINATOR)

    chat_key = tx.vault.lookup("chat", CHAT)
    raw = f'{{"text": "{TEXT}", "name": "{NAME}", "phone": "{PHONE}", "chat": {CHAT}}}'.encode()
    inbox.keep(tx, [incoming(number, chat_key, raw) for number in (1, 2, 3)])
    first = inbox.next_in(tx, chat_key)
    assert first is not None
    inbox.done(tx, first, NOW)
    second = inbox.next_in(tx, chat_key)
    assert second is not None
    inbox.stumbled(tx, second, f"ValueError: {NAME}"[:10])
    inbox.set_aside(tx, second, "unparsable", NOW)

    told = {"name": NAME, "text": TEXT, "phone": PHONE}
    draft = drafts.begin(tx, relative.id, told, NOW)
    draft = drafts.save(tx, draft, {**told, "at": "name"}, NOW)
    drafts.begin(tx, relative.id, told, NOW)
    talks.begin(tx, relative.id, "draft", {"draft": draft.id, **told}, NOW)
    case = a_case(id=draft.id, body=told, owner_id=coordinator.id)
    cases.add(tx, case)
    cases.follow(tx, case.id, relative.id, NOW)
    cases.family_waits(tx, case.id, NOW)
    unlinkings.note(tx, case.id, coordinator.id, NOW)
    messages.came(tx, CHAT, 1, NOW)
    people.set_manner(tx, relative, fleeting=True, panic_key=tx.vault.lookup("panic", TEXT))
    drafts.submitted(tx, draft.id, case.id, NOW)
    entries.add(tx, EntryKind.WORD, NOW, case_id=case.id, author_id=relative.id, body={"text": TEXT})
    letter = entries.add(tx, EntryKind.UPDATE, NOW, case_id=case.id, body={"text": TEXT})
    entries.read_by(tx, letter, relative.id, NOW)
    links.use(tx, links.add(tx, TOKEN, case.id, relative.id, NOW + timedelta(days=7), NOW), relative.id, NOW)
    whose = {"author_id": coordinator.id, "holder_id": coordinator.id, "due_at": NOW}
    todo = tasks.add(tx, case.id, "call", {"text": TEXT, "files": []}, NOW, **whose)
    reminders.plan(tx, [reminders.Planned(todo, coordinator.id, "due", NOW)])
    reminders.nudge(tx, {coordinator.id: (NOW.date(), 1)})
    matters.add(tx, case.id, MatterKind.CLAIM, {"text": TEXT}, NOW, author_id=coordinator.id, watch_at=NOW)
    clues.keep(tx, case.id, [(clues.PHONE, PHONE)])
    openings.note(tx, case.id, coordinator.id, NOW, NOW - timedelta(minutes=15))
    workspaces.switch_on(tx, CHAT, "kk", NOW)
    shared = workspaces.current(tx)
    assert shared is not None
    workspaces.begin_topic(tx, case.id, shared.id, NOW)
    attachment = attachments.add(
        tx,
        relative.id,
        "photo",
        5,
        {"file_id": TOKEN, "name": NAME},
        NOW,
        fetch=True,
        report_id=case.id,
    )
    custody.write(tx, attachment, coordinator.id, "passed-original", NOW, {"for": TEXT, "case": case.id})
    spoken = attachments.add(tx, coordinator.id, "voice", 5, {"file_id": TOKEN}, NOW, fetch=True)
    outings.begin(tx, relative.id, NOW, {"what": "court", "place": TEXT}, NOW)
    companions.add(tx, relative.id, coordinator.id, NAME, NOW)
    companions.make_link(tx, TOKEN, relative.id, NAME, NOW + timedelta(days=1), NOW)
    helped = assignments.add(
        tx, case.id, "call", {"what": TEXT}, NOW, asked_by=coordinator.id, due_on=None, urgent=False
    )
    assignments.keep(tx, [Ping(helped, coordinator.id, 1, Answer.ASKED, 1, NOW)])
    how = {"how": "tired", "text": TEXT}
    asked = wellbeing.ask(tx, coordinator.id, NOW)
    wellbeing.answer(tx, asked, coordinator.id, relative.id, how, NOW + timedelta(days=30))
    profiles.keep(tx, Profile(coordinator.id, ("kk",), TEXT, ("call",)), NOW)
    prompts.keep(tx, Prompt("kk", "name", spoken, coordinator.id, NOW, TOKEN, 12))
    shown = {"deeds": [{"do": "none", "args": {"name": NAME}}], "once": False}
    keyboards.add(tx, TOKEN, relative.account_key, CHAT, shown, NOW + timedelta(days=1), NOW)
    invites.add(tx, TOKEN, Role.COORDINATOR, NOW + timedelta(days=1), NOW)
    invites.use(tx, TOKEN, coordinator.id, NOW)
    approvals.add(
        tx,
        "erase-case",
        {"case": case.id, "name": NAME},
        TEXT,
        coordinator.id,
        alone=False,
        now=NOW,
        expires_at=NOW + timedelta(days=1),
    )
    guesses.add(tx, relative.account_key, "invite", NOW)
    erasures.begin(tx, "draft", None, NOW, by="family")
    audit.write(tx, coordinator.id, "case.taken", case.id, NOW)
    read = {"files": [attachment], "for": TEXT}
    audit.write(tx, coordinator.id, "saw-files", case.id, NOW, report_id=case.id, details=read)
    jobs.make_known(tx, "promises", NOW)
    cast = broadcasts.begin(tx, coordinator.id, {"texts": {"kk": {"html": TEXT}}, "name": NAME}, NOW)
    audiences.keep(tx, coordinator.id, NAME, {"text": TEXT}, NOW)
    incidents.put(tx, incidents.begin(tx, coordinator.id, TEXT, NOW), case.id, NOW)
    audiences.answer(tx, cast.id, relative.id, "come", NOW)

    outbox.add(
        tx,
        [
            outgoing(f"said-{number}", person_id=relative.id, lane=lane, body={"parts": [TEXT, NAME, PHONE]})
            for number, lane in enumerate(Lane)
        ],
        NOW,
    )
    sent, *_ = outbox.claim(tx, Lane.REPLY, 1, NOW + timedelta(minutes=1), NOW)
    outbox.settle(tx, sent.id, "sent", NOW, telegram_id=5)
    gone, *_ = outbox.claim(tx, Lane.ALERT, 1, NOW + timedelta(minutes=1), NOW)
    outbox.settle(tx, gone.id, "gone", NOW, trouble="blocked")
    outbox.claim(tx, Lane.NOTICE, 1, NOW + timedelta(minutes=1), NOW)
    return Scene(relative.id, coordinator.id, case.id, draft.id, attachment)


def note(name: str) -> Callable[[Tx], None]:
    """The smallest unit of work: one row under *name*."""
    return lambda tx: house.write(tx, name, "x")


def known(store: Store) -> set[str]:
    """The names under which something was noted."""
    return store.write_now(
        lambda tx: {name for (name,) in tx.connection.exec_driver_sql("SELECT name FROM house").all()}
    )

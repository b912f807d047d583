"""In a group the bot asks for a private chat and takes nothing: others read along.

One group may be the team's own (`handlers.workspace`); it becomes that by two coordinators' yes.
"""

from datetime import datetime

from handlers import workspace
from handlers.approving import ask
from handlers.arrivals import Arrival
from handlers.context import Context, Speech
from handlers.rules.approvals import Kind
from handlers.rules.office import Office
from handlers.rules.roles import Act, may_at_all
from handlers.saying import msg
from locales.languages import SOURCE, guess
from storage import outbox, people, workspaces
from storage.records import Json, Lane, Outgoing, Person
from storage.store import Tx


def receive(tx: Tx, came: Arrival, office: Office, now: datetime) -> None:
    """Answer only when spoken to: put into the group, or given a command."""
    if came.removed:
        workspace.lose(tx, came.chat_id, "alert-workspace-gone", now, f"{came.key}:gone")
        return
    if came.command == "workspace" and not came.edited:
        person = people.by_account(tx, came.account_id) if came.account_id is not None else None
        # Nobody else learns that there is such a command.
        if person is not None and may_at_all(person.role, Act.CHANGE_TEAM):
            _want_workspace(tx, came, office, person, now)
            return
    spoken_to = came.command is not None or f"@{office.bot_username}".lower() in (came.text or "").lower()
    if not (came.added or spoken_to):
        return
    go = {"text": msg("button-write-privately"), "url": f"https://t.me/{office.bot_username}?start"}
    _say(tx, came, {"parts": [msg("group-go-private")], "keyboard": [[go]]}, None, now)


def _want_workspace(tx: Tx, came: Arrival, office: Office, person: Person, now: datetime) -> None:
    shared = workspaces.current(tx)
    if not came.forum:
        said = "workspace-no-topics"
    elif shared is not None and shared.chat_id == came.chat_id:
        said = "workspace-on-already"
    else:
        ctx = Context(tx, now, office, person, came, Speech(tx, now, came.key))
        content = {
            "chat": came.chat_id,
            "title": came.title or "",
            "language": person.language or SOURCE,
        }
        asked = ask(ctx, Kind.OPEN_WORKSPACE, content, "")
        said = "workspace-asked" if asked is not None else "workspace-alone"
    _say(tx, came, {"parts": [msg(said)]}, person.language, now)


def _say(tx: Tx, came: Arrival, body: Json, language: str | None, now: datetime) -> None:
    one = Outgoing(
        key=f"{came.key}:group",
        chat_id=came.chat_id,
        person_id=None,
        lane=Lane.REPLY,
        kind="text",
        due_at=now,
        body={**body, "language": language or guess(came.language_code) or SOURCE},
    )
    outbox.add(tx, [one], now)

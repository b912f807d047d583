"""A decision about every column that there is: a new one without a decision here fails.

Readable means: a word of ours, a number, a time, an id made by us; nothing that a person told.
"""

import pytest
from sqlalchemy import select

from storage import keys, migrate
from storage.columns import Word
from storage.errors import SealBroken
from storage.resealing import PLACES
from storage.store import Store
from storage.tables import metadata
from tests.storage import scenes

HASHED = "account_key chat_key clue_key content_key token_key unique_key digest resealed previous chain"
"""Keyed hashes, and in the audit log one of what is sealed already.

`unique_key` holds ids, numbers and times of ours.
"""

READABLE = {
    "house": "name value",
    "inbox": "bot_id update_id state attempts trouble received_at done_at",
    "outbox": "id person_id lane kind state due_at try_at lease_until attempts trouble telegram_id made_at"
    " settled_at broadcast_id",
    "people": "id role role_at language reachable joined_at seen_at clear_hours told_on",
    "profiles": "person_id changed_at",
    "outings": "id person_id state said until_at look_at revision made_at ended_at",
    "companions": "person_id companion_id since",
    "companion_links": "person_id made_at expires_at",
    "assignments": "id case_id skill state urgent asked_by made_at due_on holder_id changed_at next_at",
    "pings": "assignment_id person_id place state times at until reason",
    "wellbeing": "id person_id asked_at reader_id erase_at",
    "talks": "person_id kind updated_at",
    "keyboards": "made_at expires_at used_at used_slots",
    "drafts": "id person_id state revision case_id made_at updated_at said said_at next_at",
    "cases": "id code stage situation urgency owner_id language promise_on promise_said waiting_since"
    " version made_at updated_at",
    "followers": "case_id person_id since owed_at",
    "links": "id case_id state made_by made_at expires_at used_by used_at decided_by decided_at",
    "readings": "entry_id person_id at",
    "unlinkings": "case_id person_id at relinked_to relinked_at",
    "traces": "number kind asks sent_at said_at",
    "tasks": "id case_id kind state author_id holder_id at changed_at due_at offered revision",
    "reminders": "task_id person_id word due_at",
    "nudges": "person_id day count",
    "matters": "id case_id kind state author_id at changed_at watch_at said revision replaces_id holder_id",
    "clues": "kind case_id",
    "openings": "person_id case_id since seen_at",
    "workspaces": "id state names changed_at",
    "topics": "case_id workspace_id state thread changed_at",
    "entries": "id case_id person_id author_id kind at seen_at",
    "attachments": "id person_id kind state size received_at due_at attempts"
    " examine_at original_id report_id",
    "custody": "id attachment_id at actor_id act",
    "approvals": "id kind state asked_by alone made_at expires_at reminded_at decided_by decided_at",
    "guesses": "id secret at",
    "prompts": "language question attachment_id author_id made_at",
    "erasures": "id kind state at by_role report_id",
    "invites": "role made_at expires_at used_at used_by",
    "audit": "number at actor_id action subject_id report_id",
    "broadcasts": "id author_id parent_id kind state urgent approved_by start_at after_id filled version"
    " made_at changed_at",
    "audiences": "id author_id made_at",
    "incidents": "id author_id made_at",
    "incident_cases": "incident_id case_id at",
    "answers": "broadcast_id person_id answer at shown_at",
    "jobs": "name next_at last_at last_ms trouble failed_at failed_why failing_since told_at runs failures",
}

OF_THE_HOUSE = {
    "inbox",
    "outbox",
    "people",
    "profiles",
    "outings",
    "companions",
    "companion_links",
    "wellbeing",
    "talks",
    "keyboards",
    "prompts",
    "approvals",
    "custody",
    "workspaces",
    "broadcasts",
    "audiences",
    "incidents",
}
OF_A_REPORT = {"drafts", "cases", "entries", "matters", "tasks", "assignments", "attachments", "audit"}
"""Entries without a case, files without a report, and lines of the log about none, are the house's."""


@pytest.mark.parametrize("table", metadata.sorted_tables, ids=lambda table: str(table.name))
def test_every_column_is_decided_upon(table):
    decided = {*READABLE[table.name].split(), *HASHED.split()}
    if table.name in OF_THE_HOUSE | OF_A_REPORT:
        decided.add("body")

    assert {column.name for column in table.columns} - decided == set()
    assert set(READABLE[table.name].split()) <= {column.name for column in table.columns}
    # Whatever takes any bytes or any text is sealed, or refuses what is no word of ours.
    for column in table.columns:
        if column.name != "body":
            assert column.type.__class__.__name__ not in {"LargeBinary", "String", "Text", "JSON"}, (
                column.name
            )
        if column.name in HASHED.split():
            assert isinstance(column.type, Word)


def test_what_is_decided_is_what_is_done(database, tmp_path):
    """Each sealed value opens with the key that was decided upon, and with no other."""
    migrate.check(database)
    store = Store(database, keys.create(tmp_path, "right", cost=16))
    scene = store.write_now(scenes.fill)
    other = store.write_now(lambda tx: tx.vault.begin("f" * 32))

    def look(tx):
        seen: dict[str, set[str]] = {}
        for place in PLACES:
            for row in tx.connection.execute(select(place.table)).all():
                if not row.body:
                    continue
                report = place.report(row)
                where = {"table": place.table.name, "column": "body", "row": place.name(row)}
                assert tx.vault.of(report).open(row.body, **where)
                for wrong in (other, tx.vault if report is not None else tx.vault.of(scene.case)):
                    with pytest.raises(SealBroken):
                        wrong.open(row.body, **where)
                seen.setdefault("house" if report is None else "report", set()).add(place.table.name)
        return seen

    seen = store.write_now(look)
    store.close()
    assert seen["report"] == OF_A_REPORT
    assert seen["house"] >= OF_THE_HOUSE
    assert {place.table.name for place in PLACES} == OF_THE_HOUSE | OF_A_REPORT

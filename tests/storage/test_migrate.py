"""Databases grow by steps, forward and back, whole or not at all."""

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import func, select, text

from storage import migrate
from storage.engine import open_engine, sqlite_path
from storage.errors import SchemaMismatch, SchemaTooNew, StoreBusy
from storage.store import Store
from storage.tables import metadata
from tests.storage import scenes

ROOT = Path(__file__).parents[2]
_SHAPE = {
    "sqlite": "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL",
    "postgresql": "SELECT indexdef FROM pg_indexes WHERE schemaname = 'public'"
    " UNION ALL SELECT concat_ws(' ', table_name, column_name, data_type, character_maximum_length,"
    " is_nullable, column_default) FROM information_schema.columns WHERE table_schema = 'public'"
    " UNION ALL SELECT conrelid::regclass || conname || pg_get_constraintdef(oid) FROM pg_constraint"
    " WHERE connamespace = 'public'::regnamespace",
}


def _shape(url):
    """All that the database says about its tables, constraints and indexes, conditions included."""
    engine = open_engine(url)
    with engine.connect() as connection:
        rows = connection.execute(text(_SHAPE[engine.dialect.name])).scalars()
        found = {" ".join(row.split()) for row in rows if "alembic" not in row}
    engine.dispose()
    return found


def _rows(url):
    engine = open_engine(url)
    with engine.connect() as connection:
        found = {
            table.name: connection.execute(select(func.count()).select_from(table)).scalar()
            for table in metadata.sorted_tables
        }
    engine.dispose()
    return found


def test_the_constant_is_the_newest_step():
    assert migrate.head() == migrate.HEAD


def test_an_empty_database_becomes_what_the_tables_say(empty_database):
    assert migrate.current(empty_database) is None
    with pytest.raises(SchemaMismatch):
        migrate.check(empty_database)

    migrate.upgrade(empty_database)

    assert migrate.current(empty_database) == migrate.HEAD
    migrate.check(empty_database)
    engine = open_engine(empty_database)
    with engine.connect() as connection:
        assert migrate.stored(connection) == migrate.HEAD
        context = MigrationContext.configure(connection, opts={"compare_server_default": True})
        assert compare_metadata(context, metadata) == []
    engine.dispose()


def test_the_steps_and_the_tables_agree_to_the_letter(empty_database, tmp_path):
    """What Alembic does not compare, too: conditions of partial indexes, names, lengths."""
    migrate.upgrade(empty_database)
    by_steps = _shape(empty_database)
    migrate.downgrade(empty_database, "base")
    assert _shape(empty_database) == set()

    engine = open_engine(empty_database)
    with engine.begin() as connection:
        metadata.create_all(connection)
    engine.dispose()

    assert len(by_steps) > 20
    assert _shape(empty_database) == by_steps


def test_down_and_up_with_something_in_every_table(database, vault):
    shape = _shape(database)
    store = Store(database, vault)
    store.write_now(scenes.fill)
    store.close()
    assert [name for name, count in _rows(database).items() if not count] == []

    migrate.downgrade(database, "base")
    assert migrate.current(database) is None
    migrate.upgrade(database)

    assert _shape(database) == shape
    assert set(_rows(database).values()) == {0}
    store = Store(database, vault)
    store.write_now(scenes.fill)
    store.close()


def test_walking_where_one_already_is_changes_nothing(database, vault):
    store = Store(database, vault)
    store.write_now(scenes.fill)
    before = _rows(database)

    migrate.upgrade(database)

    assert _rows(database) == before
    store.close()


def _made_by(url, revision):
    engine = open_engine(url)
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = :it"), {"it": revision})
    engine.dispose()


def test_a_database_of_a_newer_version_is_left_alone(database):
    _made_by(database, "9999")
    shape = _shape(database)

    for touch in (
        lambda: migrate.check(database),
        lambda: migrate.upgrade(database),
        lambda: migrate.downgrade(database, "base"),
    ):
        with pytest.raises(SchemaTooNew):
            touch()

    assert migrate.current(database) == "9999"
    assert _shape(database) == shape


def test_several_processes_start_at_once(empty_database):
    """All of them migrate; one walks, the others find it done."""
    with ThreadPoolExecutor(6) as starting:
        list(starting.map(lambda _: migrate.upgrade(empty_database), range(6)))

    migrate.check(empty_database)


def test_a_step_that_breaks_leaves_nothing_behind(empty_database, monkeypatch):
    from storage.migrations.versions import __path__ as folder

    first = Path(folder[0]) / "0001_first.py"
    source = first.read_text()
    broken = source.replace(
        '    op.create_table("house"', '    raise RuntimeError("power cut")\n    op.create_table("house"'
    )
    assert broken != source
    from alembic.script import base

    real = base.util.load_python_file

    def load(folder_, name):
        module = real(folder_, name)
        if name.startswith("0001"):
            exec(compile(broken, str(first), "exec"), module.__dict__)  # noqa: S102  # the step with its end cut off
        return module

    monkeypatch.setattr(base.util, "load_python_file", load)
    with pytest.raises(RuntimeError, match="power cut"):
        migrate.upgrade(empty_database)
    monkeypatch.undo()

    assert migrate.current(empty_database) is None
    assert _shape(empty_database) == set()
    migrate.upgrade(empty_database)
    migrate.check(empty_database)


def test_asking_does_not_make_an_sqlite_file(tmp_path):
    assert migrate.current(f"sqlite:///{tmp_path}/none.db") is None
    assert list(tmp_path.iterdir()) == []


def test_out_of_reach_is_told_as_such(tmp_path):
    for url in (
        f"sqlite:///{tmp_path}/no/such/folder/izdeu.db",
        f"postgresql+psycopg://nobody@/none?host={tmp_path}",
    ):
        with pytest.raises(StoreBusy):
            migrate.upgrade(url)


def test_a_normal_start_does_not_load_alembic():
    loaded = subprocess.run(
        [sys.executable, "-c", "import storage.migrate, storage.locks, sys; print('alembic' in sys.modules)"],
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
    )

    assert loaded.stdout == "False\n"


def test_a_folder_with_odd_signs_in_its_name_is_fine(tmp_path):
    folder = tmp_path / "50% of it, Сәуле?"
    folder.mkdir()
    url = f"sqlite:///{folder}/izdeu.db"

    if sqlite_path(url) == folder / "izdeu.db":
        migrate.upgrade(url)
        migrate.check(url)
    else:  # a question mark begins the options of an URL
        assert sqlite_path(url) is not None

"""Databases grow by steps, forward and back, whole or not at all."""

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import text

from storage import migrate
from storage.engine import open_engine
from storage.errors import SchemaMismatch
from storage.tables import metadata


def _shape(url: str) -> set[str]:
    """Everything the database says about its tables and indexes, partial ones with their condition."""
    engine = open_engine(url)
    question = {
        "sqlite": "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL",
        "postgresql": "SELECT indexdef FROM pg_indexes WHERE schemaname = 'public'"
        " UNION ALL SELECT concat_ws(' ', table_name, column_name, data_type, character_maximum_length,"
        " is_nullable, column_default) FROM information_schema.columns WHERE table_schema = 'public'"
        " UNION ALL SELECT conname || pg_get_constraintdef(oid) FROM pg_constraint"
        " WHERE connamespace = 'public'::regnamespace",
    }[engine.dialect.name]
    with engine.connect() as connection:
        found = {" ".join(str(row[0]).replace('"', "").split()) for row in connection.execute(text(question))}
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
        assert migrate.is_current(connection)
        context = MigrationContext.configure(
            connection, opts={"compare_server_default": True, "target_metadata": metadata}
        )
        assert compare_metadata(context, metadata) == []
    engine.dispose()

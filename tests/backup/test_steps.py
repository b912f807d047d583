"""A backup of an older version is brought to this version's step; it is put in as it was, and then walks."""

import shutil
from pathlib import Path

from sqlalchemy import text

from storage import migrate
from storage.engine import open_engine

_NEWER = '''"""A step that this version does not have: it says of each house that it has walked."""

from alembic import op

revision = "0002"
down_revision = "{before}"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("CREATE TABLE walked (name VARCHAR(24) PRIMARY KEY, people INTEGER NOT NULL)")
    op.execute("INSERT INTO walked SELECT 'people', count(*) FROM people")


def downgrade() -> None:
    op.execute("DROP TABLE walked")
'''


def test_an_older_backup_walks_after_its_rows_are_in(home, elsewhere, tmp_path, monkeypatch):
    taken = home.backed_up(tmp_path)
    steps = tmp_path / "storage" / "migrations"
    shutil.copytree(Path(migrate.__file__).parent / "migrations", steps)
    (steps / "versions" / "0002_newer.py").write_text(_NEWER.format(before=migrate.HEAD))
    monkeypatch.setattr(migrate, "__file__", str(tmp_path / "storage" / "migrate.py"))
    monkeypatch.setattr(migrate, "HEAD", "0002")

    elsewhere.restored(taken)

    assert migrate.current(elsewhere.url) == "0002"
    engine = open_engine(elsewhere.url)
    with engine.connect() as connection:
        walked = connection.execute(text("SELECT people FROM walked")).scalar()
    engine.dispose()
    assert walked == 2
    assert elsewhere.rows() == home.rows()

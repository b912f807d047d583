"""What the steward sets: good values become settings, bad ones are told all at once and never quoted."""

import re
from dataclasses import asdict
from datetime import date, time
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from pydantic import ValidationError

from bot.settings import BadSettings, Settings, load
from handlers.rules.reminding_steps import STEPS
from handlers.rules.workdays import REPLY_DAYS, Workdays

TOKEN = "100200300:made-up-for-tests-not-a-real-token-0"  # noqa: S105 -- opens nothing
TOKEN_FILE = {"IZDEU_TOKEN_FILE": "token"}
SECRET_FILE = {"IZDEU_WEBHOOK_SECRET_FILE": "secret"}
EXAMPLE = Path(__file__).parents[2] / ".env.example"


def problems(env, base, **more):
    """What is wrong with these settings."""
    with pytest.raises(BadSettings) as caught:
        load(env, base=base, **more)
    return caught.value.problems


def the_problem(base, **env):
    """The one thing that is wrong with these settings, a good token besides."""
    found = problems({"IZDEU_TOKEN": TOKEN, **env}, base)
    assert len(found) == 1
    return found[0]


def loaded(base, **env):
    """These settings, a good token besides."""
    return load({"IZDEU_TOKEN": TOKEN, **env}, base=base)


def test_a_token_is_all_that_must_be_set(tmp_path):
    settings = loaded(tmp_path)

    assert settings.token.get_secret_value() == TOKEN
    assert settings.model_dump(exclude={"token"}) == {
        "token_file": None,
        "api_url": "https://api.telegram.org",
        "database_url": f"sqlite:///{tmp_path}/data/izdeu.db",
        "data_dir": tmp_path / "data",
        "passphrase_file": None,
        "timezone": ZoneInfo("Asia/Almaty"),
        "messages_per_second": 30.0,
        "paid_messages_per_second": None,
        "webhook_url": None,
        "webhook_secret_file": None,
        "webhook_secret": None,
        "listen": None,
        "clamd": None,
        "log_level": "INFO",
        "office_hours": (time(10), time(18)),
        "office_days": frozenset({0, 1, 2, 3, 4}),
        "promise_days": 7,
        "backup_dir": None,
        "keys_backup_dir": None,
        "backup_hour": 3,
        "backups_kept": 14,
        "keep_closed_days": None,
        "broadcast_alone": 50,
        "workdays": {"off": frozenset(), "on": frozenset()},
        "reply_days": dict(REPLY_DAYS),
        "reminders": {kind: asdict(steps) for kind, steps in STEPS.items()},
    }
    assert settings.zone is settings.timezone


def test_loading_leaves_no_trace(tmp_path):
    loaded(tmp_path)

    assert list(tmp_path.iterdir()) == []


def test_settings_stay_as_they_are(tmp_path):
    with pytest.raises(ValidationError, match="frozen"):
        loaded(tmp_path).promise_days = 8


@pytest.mark.parametrize(
    ("name", "given", "field", "meant"),
    [
        ("API_URL", "http://127.0.0.1:8081/", "api_url", "http://127.0.0.1:8081"),
        ("API_URL", "https://api.example.org/telegram", "api_url", "https://api.example.org/telegram"),
        ("DATABASE_URL", "postgres://u:p@h/n", "database_url", "postgresql+psycopg://u:p@h/n"),
        ("DATABASE_URL", "postgresql://u@h:5/n", "database_url", "postgresql+psycopg://u@h:5/n"),
        (
            "DATABASE_URL",
            "postgresql+psycopg:///n?host=/run/postgresql",
            "database_url",
            "postgresql+psycopg:///n?host=/run/postgresql",
        ),
        ("DATABASE_URL", "sqlite:////srv/izdeu.db", "database_url", "sqlite:////srv/izdeu.db"),
        ("TIMEZONE", "Europe/Berlin", "zone", ZoneInfo("Europe/Berlin")),
        ("MESSAGES_PER_SECOND", "0.5", "messages_per_second", 0.5),
        ("MESSAGES_PER_SECOND", "1000", "messages_per_second", 1000.0),
        ("PAID_MESSAGES_PER_SECOND", "1000", "paid_messages_per_second", 1000.0),
        ("LISTEN", "0.0.0.0:80", "listen", ("0.0.0.0", 80)),  # noqa: S104 -- nothing listens
        ("LISTEN", "[::1]:8080", "listen", ("::1", 8080)),
        ("LOG_LEVEL", "debug", "log_level", "DEBUG"),
        ("OFFICE_HOURS", "09:30 - 13:00", "office_hours", (time(9, 30), time(13))),
        ("OFFICE_DAYS", "mon,wed, Sat", "office_days", frozenset({0, 2, 5})),
        ("OFFICE_DAYS", "sat-mon", "office_days", frozenset({5, 6, 0})),
        ("OFFICE_DAYS", "mon-tue,fri", "office_days", frozenset({0, 1, 4})),
        ("OFFICE_DAYS", "mon-sun", "office_days", frozenset(range(7))),
        ("OFFICE_DAYS", "sun-sun", "office_days", frozenset({6})),
        ("PROMISE_DAYS", "90", "promise_days", 90),
        (
            "WORKDAYS",
            "2027-01-04, +2027-01-09",
            "workdays",
            Workdays(frozenset({date(2027, 1, 4)}), frozenset({date(2027, 1, 9)})),
        ),
        ("REPLY_DAYS", "police=3, un = 90", "reply_days", {**REPLY_DAYS, "police": 3, "un": 90}),
        ("TIMEZONE", "  ", "zone", ZoneInfo("Asia/Almaty")),
    ],
)
def test_a_good_value_is_understood(name, given, field, meant, tmp_path):
    assert getattr(loaded(tmp_path, **{f"IZDEU_{name}": given}), field) == meant


ADDRESS = "is not an address; it begins with https:// and names a host."
DATABASE = "is neither postgresql://user:password@host/name nor sqlite:///file; leave it out for SQLite."
ZONE = "is not a time zone; write it as Asia/Almaty or Europe/Berlin."
RATE = "must be more than 0 and at most 1000; Telegram allows 30 for free."
PAID = "must be more than 30 and at most 1000; without it nothing is paid for."
LISTEN = "must be host:port, for example 127.0.0.1:8080."
OFF = "must be days off, and with a plus days on which is worked, for example 2027-01-04,+2027-01-09."
REPLIES = (
    "must be numbers of working days up to 365, for example police=15,court=30; "
    "offices are consulate, ministry, police, prosecutor, court, un, other."
)
HOURS = "must be two times, for example 10:00-18:00."
DAYS = "must be days such as mon-fri or mon,wed,sat."
UNREADABLE = (
    "cannot be read; write special characters of the password as %40 for @ and so on, and the port as digits."
)


@pytest.mark.parametrize(
    ("name", "given", "problem"),
    [
        ("API_URL", "api.telegram.org", ADDRESS),
        ("API_URL", "https://", ADDRESS),
        ("API_URL", "https://host:port", ADDRESS),
        ("API_URL", "https://[", ADDRESS),
        ("API_URL", "ftp://host", ADDRESS),
        ("API_URL", "https://host/?key=value", ADDRESS),
        (
            "API_URL",
            f"https://api.telegram.org/bot{TOKEN}",
            "holds a bot token; end it after the host, the rest is added.",
        ),
        ("DATABASE_URL", "mysql://h/n", DATABASE),
        ("DATABASE_URL", "izdeu.db", DATABASE),
        ("DATABASE_URL", "sqlite://", DATABASE),
        ("DATABASE_URL", "postgresql://u:pass[word@h/n", UNREADABLE),
        ("DATABASE_URL", "postgresql://u:p/ss@h/n", UNREADABLE),
        ("TIMEZONE", "Asia/Nowhere", ZONE),
        ("TIMEZONE", "Asia", ZONE),
        ("TIMEZONE", "../etc/passwd", ZONE),
        ("TIMEZONE", "/etc/localtime", ZONE),
        ("MESSAGES_PER_SECOND", "0", RATE),
        ("MESSAGES_PER_SECOND", "1000.1", RATE),
        ("MESSAGES_PER_SECOND", "nan", RATE),
        ("MESSAGES_PER_SECOND", "many", "must be a number."),
        ("PAID_MESSAGES_PER_SECOND", "30", PAID),
        ("PAID_MESSAGES_PER_SECOND", "1001", PAID),
        ("PAID_MESSAGES_PER_SECOND", "nan", PAID),
        ("WEBHOOK_URL", "hook", ADDRESS),
        ("LISTEN", "8080", LISTEN),
        ("LISTEN", ":8080", LISTEN),
        ("LISTEN", "localhost", LISTEN),
        ("LISTEN", "localhost:0", LISTEN),
        ("LISTEN", "localhost:65536", LISTEN),
        ("LISTEN", "localhost:²", LISTEN),
        ("LOG_LEVEL", "loud", "must be one of DEBUG, INFO, WARNING, ERROR."),
        ("OFFICE_HOURS", "always", HOURS),
        ("OFFICE_HOURS", "10:00", HOURS),
        ("OFFICE_HOURS", "10:00-25:00", HOURS),
        ("OFFICE_HOURS", "10:00-12:00-14:00", HOURS),
        ("OFFICE_HOURS", "10:00+05-18:00", HOURS),
        ("OFFICE_HOURS", "18:00-10:00", "must end after they begin, for example 10:00-18:00."),
        ("OFFICE_DAYS", "mon-day", DAYS),
        ("OFFICE_DAYS", "mon,,fri", DAYS),
        ("OFFICE_DAYS", "1-5", DAYS),
        ("PROMISE_DAYS", "0", "must be between 1 and 90 days."),
        ("PROMISE_DAYS", "91", "must be between 1 and 90 days."),
        ("PROMISE_DAYS", "a week", "must be a whole number."),
        ("WORKDAYS", "4 January", OFF),
        ("WORKDAYS", "2027-02-29", OFF),
        ("WORKDAYS", "2027-01-04,+2027-01-04", OFF),
        ("REPLY_DAYS", "police", REPLIES),
        ("REPLY_DAYS", "police=0", REPLIES),
        ("REPLY_DAYS", "police=366", REPLIES),
        ("REPLY_DAYS", "post=15", REPLIES),
    ],
)
def test_a_bad_value_is_told_with_how_to_mend_it(name, given, problem, tmp_path):
    secret = {"IZDEU_WEBHOOK_SECRET_FILE": str(tmp_path / "secret")}
    (tmp_path / "secret").write_text("s3cret_-")

    found = the_problem(tmp_path, **{f"IZDEU_{name}": given}, **secret)

    assert found == f"IZDEU_{name} {problem}"


@pytest.mark.parametrize(
    "token",
    [
        "123",
        "100200300:short",
        f"bot{TOKEN}",
        f"{TOKEN} and more",
        "١٠٠٢٠٠٣٠٠:made-up-for-tests-not-a-real-token-0",
    ],
)
def test_a_wrong_token_is_never_quoted(token, tmp_path):
    (tmp_path / "token").write_text(token)

    told = problems({"IZDEU_TOKEN": token}, tmp_path)
    from_file = problems(TOKEN_FILE, tmp_path)

    assert told == (
        "IZDEU_TOKEN is not a bot token; copy it from @BotFather as it is, digits, colon and all.",
    )
    assert from_file == (
        f"IZDEU_TOKEN_FILE: {tmp_path}/token does not hold a bot token; copy it from @BotFather as it is.",
    )


def test_a_command_without_the_line_needs_no_token(tmp_path):
    assert load({}, base=tmp_path, require_token=False).token is None
    assert problems({}, tmp_path) == (
        "IZDEU_TOKEN is missing: get a token from @BotFather and set it, "
        "or put it into a file and set IZDEU_TOKEN_FILE.",
    )


def test_a_token_may_stand_in_a_file_and_only_in_one_place(tmp_path):
    (tmp_path / "token").write_text(f"{TOKEN}\n")

    assert load(TOKEN_FILE, base=tmp_path).token.get_secret_value() == TOKEN
    assert the_problem(tmp_path, **TOKEN_FILE) == ("IZDEU_TOKEN_FILE and IZDEU_TOKEN are both set; keep one.")


def test_a_file_that_cannot_be_read_is_told_by_its_path(tmp_path):
    (tmp_path / "binary").write_bytes(b"\xff\xfe\x00")

    assert problems({"IZDEU_TOKEN_FILE": "nowhere"}, tmp_path) == (
        f"IZDEU_TOKEN_FILE: {tmp_path}/nowhere cannot be read (No such file or directory).",
    )
    assert problems({"IZDEU_TOKEN_FILE": "binary"}, tmp_path) == (
        f"IZDEU_TOKEN_FILE: {tmp_path}/binary cannot be read (it is not text).",
    )
    for passphrase in ("nowhere", "."):
        assert the_problem(tmp_path, IZDEU_PASSPHRASE_FILE=passphrase).endswith(
            "cannot be read; check the path and who may read it."
        )


def test_a_home_that_is_not_there_is_a_problem_like_any_other(tmp_path):
    assert the_problem(tmp_path, IZDEU_DATA_DIR="~nobody-here/data") == (
        "IZDEU_DATA_DIR: there is no such home folder as in ~nobody-here/data; write the whole path."
    )


def test_a_webhook_needs_a_secret_and_brings_an_address_to_listen_on(tmp_path):
    (tmp_path / "secret").write_text("Abc-09_\n")
    (tmp_path / "bad").write_text("with space")
    (tmp_path / "long").write_text("x" * 257)
    hook = {"IZDEU_WEBHOOK_URL": "https://hotline.example.org/hook"}

    settings = loaded(tmp_path, **hook, **SECRET_FILE)
    assert settings.webhook_url == hook["IZDEU_WEBHOOK_URL"]
    assert settings.webhook_secret.get_secret_value() == "Abc-09_"
    assert settings.listen == ("127.0.0.1", 8080)
    elsewhere = loaded(tmp_path, **hook, **SECRET_FILE, IZDEU_LISTEN="::1:90")
    assert elsewhere.listen == ("::1", 90)

    assert the_problem(tmp_path, **hook).startswith("IZDEU_WEBHOOK_URL needs IZDEU_WEBHOOK_SECRET_FILE: ")
    for name in ("bad", "long"):
        assert the_problem(tmp_path, **hook, IZDEU_WEBHOOK_SECRET_FILE=name) == (
            "IZDEU_WEBHOOK_SECRET_FILE: the secret must be 1 to 256 of A-Z, a-z, 0-9, _ and -."
        )


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("IZDEU_TOKKEN", "IZDEU_TOKEN"),
        ("IZDEU_DATABSE_URL", "IZDEU_DATABASE_URL"),
        ("izdeu_timezone", "IZDEU_TIMEZONE"),
        ("IZDEU_WEBHOOK_SECRET", "IZDEU_WEBHOOK_SECRET_FILE"),
    ],
)
def test_an_unknown_name_brings_the_nearest_known_one(name, meant, tmp_path):
    assert the_problem(tmp_path, **{name: "x"}) == f"{name} is not a setting. Did you mean {meant}?"


def test_a_name_like_no_other_points_to_the_list(tmp_path):
    assert the_problem(tmp_path, IZDEU_QQQQQQQQQQQQ="x") == (
        "IZDEU_QQQQQQQQQQQQ is not a setting. The names stand in .env.example."
    )


def test_every_problem_is_told_at_once(tmp_path):
    (tmp_path / "a-file").touch()
    found = problems(
        {
            "IZDEU_TOKKEN": TOKEN,
            "IZDEU_TIMEZONE": "Nowhere",
            "IZDEU_MESSAGES_PER_SECOND": "-3",
            "IZDEU_WEBHOOK_URL": "https://hotline.example.org",
            "IZDEU_DATA_DIR": "a-file",
            "IZDEU_PASSPHRASE_FILE": "nowhere",
        },
        tmp_path,
    )

    assert [re.match(r"IZDEU_[A-Z_]+", one)[0] for one in found] == [
        "IZDEU_TOKKEN",
        "IZDEU_PASSPHRASE_FILE",
        "IZDEU_TOKEN",
        "IZDEU_WEBHOOK_URL",
        "IZDEU_DATA_DIR",
        "IZDEU_TIMEZONE",
        "IZDEU_MESSAGES_PER_SECOND",
    ]
    told = str(BadSettings(found))
    assert told.splitlines()[0] == "There are 7 problems with the settings:"
    assert told.splitlines()[1:] == [f"  - {one}" for one in found]
    assert TOKEN not in told


def test_one_problem_is_told_without_a_list():
    assert str(BadSettings(("IZDEU_TOKEN is missing.",))) == (
        "There is a problem with the settings:\n  IZDEU_TOKEN is missing."
    )


def test_settings_made_by_hand_take_values_as_they_are():
    made = Settings(
        listen=("127.0.0.1", 1), office_hours=(time(9), time(10)), office_days={6}, timezone=ZoneInfo("UTC")
    )

    assert (made.listen, made.office_hours, made.office_days, made.zone.key) == (
        ("127.0.0.1", 1),
        (time(9), time(10)),
        frozenset({6}),
        "UTC",
    )


def test_a_folder_must_be_makeable(tmp_path):
    (tmp_path / "a-file").touch()

    assert the_problem(tmp_path, IZDEU_DATA_DIR="a-file/data") == (
        f"IZDEU_DATA_DIR: {tmp_path}/a-file is a file, not a folder; choose another path."
    )
    assert the_problem(tmp_path, IZDEU_DATA_DIR="/proc/izdeu/data") == (
        "IZDEU_DATA_DIR: nothing can be written into /proc; choose another folder, or allow it."
    )
    assert the_problem(tmp_path, IZDEU_DATA_DIR="what?") == (
        "IZDEU_DATA_DIR: the path must not contain ?; choose another folder."
    )
    assert loaded(tmp_path, IZDEU_DATA_DIR="deep/down").data_dir == tmp_path / "deep" / "down"


def test_the_environment_goes_before_the_file(tmp_path):
    (tmp_path / ".env").write_text(
        f"\ufeffIZDEU_TOKEN={TOKEN}\nIZDEU_TIMEZONE=Europe/Berlin\n"
        "export IZDEU_PROMISE_DAYS='3'  # short\nOTHER=1\n",
        encoding="utf-8",
    )

    settings = load({"IZDEU_TIMEZONE": "Asia/Tashkent"}, base=tmp_path)

    assert settings.token.get_secret_value() == TOKEN
    assert (settings.zone.key, settings.promise_days) == ("Asia/Tashkent", 3)


def test_what_stands_in_the_file_is_meant_as_it_stands(tmp_path):
    url = "postgresql://izdeu:a${HOME}b@db/izdeu"
    (tmp_path / ".env").write_text(f"IZDEU_DATABASE_URL={url}\n")

    assert loaded(tmp_path).database_url == url.replace("postgresql", "postgresql+psycopg")


def test_a_line_of_the_file_that_says_nothing_is_told_by_its_number(tmp_path):
    (tmp_path / ".env").write_text(f"# mine\nIZDEU_TOKEN={TOKEN}\nIZDEU TIMEZONE=Asia/Almaty\nIZDEU_LISTEN\n")

    assert problems({}, tmp_path) == (
        ".env, line 3: cannot be understood; write NAME=value.",
        ".env, line 4: cannot be understood; write NAME=value.",
    )


def test_a_file_that_is_no_text_is_told(tmp_path):
    (tmp_path / ".env").write_bytes(b"IZDEU_TIMEZONE=\xff\n")

    assert the_problem(tmp_path) == f"{tmp_path}/.env cannot be read (it is not text)."


def test_the_token_may_come_as_a_credential_of_the_service(tmp_path):
    """Then the unit needs no path of its own, and neither do commands started beside it."""
    (tmp_path / "izdeu-token").write_text(TOKEN)
    handed = {"CREDENTIALS_DIRECTORY": str(tmp_path), "IZDEU_DATA_DIR": str(tmp_path / "data")}
    token = load(handed, base=tmp_path).token
    assert token is not None
    assert token.get_secret_value() == TOKEN

    own = load({**handed, "IZDEU_TOKEN": TOKEN[:-1] + "1"}, base=tmp_path)
    assert own.token is not None
    assert own.token.get_secret_value() == TOKEN[:-1] + "1"
    assert own.token_file is None


def test_the_passphrase_may_come_as_a_credential_of_the_service(tmp_path):
    handed = tmp_path / "izdeu-passphrase"
    other = tmp_path / "other"
    other.write_text("passphrase")

    assert loaded(tmp_path, CREDENTIALS_DIRECTORY=str(tmp_path)).passphrase_file is None
    handed.write_text("passphrase")
    assert loaded(tmp_path, CREDENTIALS_DIRECTORY=str(tmp_path)).passphrase_file == handed
    both = {"CREDENTIALS_DIRECTORY": str(tmp_path), "IZDEU_PASSPHRASE_FILE": "other"}
    assert loaded(tmp_path, **both).passphrase_file == other


def test_settings_that_are_printed_by_mistake_tell_no_secret(tmp_path):
    (tmp_path / "secret").write_text("hook-secret")
    settings = loaded(
        tmp_path,
        IZDEU_DATABASE_URL="postgresql://izdeu:database-password@h/n",
        IZDEU_WEBHOOK_URL="https://hotline.example.org",
        **SECRET_FILE,
    )

    for printed in (repr(settings), str(settings)):
        assert TOKEN not in printed
        assert "database-password" not in printed
        assert "hook-secret" not in printed


def shown_in_the_example():
    """The names of `.env.example` with what holds without them."""
    lines = EXAMPLE.read_text(encoding="utf-8").splitlines()
    return dict(line.lstrip("#").split("=", 1) for line in lines if re.match(r"#?IZDEU_", line))


def test_the_example_names_every_setting_and_no_other():
    assert set(shown_in_the_example()) == {
        f"IZDEU_{name.upper()}" for name in Settings.model_fields if name != "webhook_secret"
    }


def test_the_example_shows_what_holds_without_it(tmp_path):
    without = loaded(tmp_path)
    shown = {name: value for name, value in shown_in_the_example().items() if value}

    assert loaded(tmp_path, **shown) == without
    assert {name for name, value in shown_in_the_example().items() if not value} == {
        "IZDEU_TOKEN",
        "IZDEU_TOKEN_FILE",
        "IZDEU_PASSPHRASE_FILE",
        "IZDEU_DATABASE_URL",
        "IZDEU_KEEP_CLOSED_DAYS",
        "IZDEU_WEBHOOK_URL",
        "IZDEU_WEBHOOK_SECRET_FILE",
        "IZDEU_LISTEN",
        "IZDEU_BACKUP_DIR",
        "IZDEU_KEYS_BACKUP_DIR",
        "IZDEU_CLAMD",
        "IZDEU_PAID_MESSAGES_PER_SECOND",
        "IZDEU_WORKDAYS",
    }


def test_the_example_itself_sets_nothing(tmp_path):
    before = loaded(tmp_path)
    (tmp_path / ".env").write_text(EXAMPLE.read_text(encoding="utf-8"), encoding="utf-8")

    assert loaded(tmp_path) == before

"""What the steward can set: the environment and `.env` in, one frozen value out.

Everything that is wrong is said at once, each with how to mend it; nothing is guessed.
"""

import difflib
import os
import re
from collections.abc import Mapping
from datetime import UTC, time
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import BaseModel, ConfigDict, Field, SecretStr, ValidationError, field_validator

from bot.backup_places import Hour, Kept, apart
from bot.environment import PREFIX, can_be_split, content_of, given, given_credential, resolved, unusable
from bot.evidence.scanning import Address, address_of
from bot.rates import PaidRate, Rate
from bot.work_calendar import Calendar, Reminders, ReplyDays, Workdays, reminding_hours, reply_days

_TOKEN = re.compile(r"\d{6,12}:[\w-]{30,}", re.ASCII)
_SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")  # core.telegram.org/bots/api#setwebhook
_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR")
_PATHS = {"token_file", "data_dir", "passphrase_file", "webhook_secret_file", "backup_dir", "keys_backup_dir"}
_WEBHOOK_LISTEN = ("127.0.0.1", 8080)
_PLAIN = {"float_parsing": "must be a number", "int_parsing": "must be a whole number"}


class BadSettings(Exception):
    """The settings cannot be used; says every problem and how to mend it."""

    def __init__(self, problems: tuple[str, ...]) -> None:
        super().__init__(problems)
        self.problems = problems

    def __str__(self) -> str:
        if len(self.problems) == 1:
            return f"There is a problem with the settings:\n  {self.problems[0]}"
        listed = "\n".join(f"  - {one}" for one in self.problems)
        return f"There are {len(self.problems)} problems with the settings:\n{listed}"


class Settings(BaseModel):
    """The settings of one process; names and meanings stand in `.env.example`.

    Attributes:
        database_url: As SQLAlchemy takes it.
        listen: Where to answer over HTTP; None: nowhere.
        office_days: Monday is 0.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True)

    token: SecretStr | None = None
    token_file: Path | None = None
    api_url: str = "https://api.telegram.org"
    database_url: str = Field(default="", repr=False)  # may hold a password
    data_dir: Path = Path("data")
    passphrase_file: Path | None = None
    timezone: ZoneInfo = ZoneInfo("Asia/Almaty")
    messages_per_second: Rate = 30.0
    paid_messages_per_second: PaidRate = None
    webhook_url: str | None = None
    webhook_secret_file: Path | None = None
    webhook_secret: SecretStr | None = None
    listen: tuple[str, int] | None = None
    clamd: Address | None = None
    log_level: str = "INFO"
    office_hours: tuple[time, time] = (time(10), time(18))
    office_days: frozenset[int] = frozenset(range(5))
    promise_days: int = 7
    backup_dir: Path | None = None
    keys_backup_dir: Path | None = None
    backup_hour: Hour = 3
    backups_kept: Kept = 14
    keep_closed_days: int | None = Field(default=None, ge=1, le=36_500)
    broadcast_alone: int = Field(default=50, ge=0, le=1_000_000)
    workdays: Calendar = Workdays()
    reply_days: ReplyDays = Field(default_factory=reply_days)
    reminders: Reminders = Field(default_factory=reminding_hours)

    @property
    def zone(self) -> ZoneInfo:
        """The zone of the office, in which days and hours are told."""
        return self.timezone

    _is_clamd = field_validator("clamd", mode="before")(address_of)

    @field_validator("token", mode="before")
    @classmethod
    def _is_token(cls, value: Any) -> Any:
        if isinstance(value, str) and not _TOKEN.fullmatch(value.strip()):
            raise ValueError("is not a bot token; copy it from @BotFather as it is, digits, colon and all")
        return value.strip() if isinstance(value, str) else value

    @field_validator("api_url", "webhook_url", mode="before")
    @classmethod
    def _is_address(cls, value: Any) -> Any:
        if not isinstance(value, str):
            return value
        if _TOKEN.search(value):
            raise ValueError("holds a bot token; end it after the host, the rest is added")
        try:
            parts = urlsplit(value)
            whole = parts.scheme in ("http", "https") and parts.hostname and parts.port != 0
        except ValueError:
            whole = False
        if not whole or parts.query or parts.fragment:
            raise ValueError("is not an address; it begins with https:// and names a host")
        return value.rstrip("/")

    @field_validator("database_url", mode="before")
    @classmethod
    def _is_database(cls, value: Any) -> Any:
        if not isinstance(value, str):
            return value
        for scheme in ("postgres://", "postgresql://", "postgresql+psycopg://"):
            if value.startswith(scheme):
                if not can_be_split(value):
                    raise ValueError(
                        "cannot be read; write special characters of the password as %40 for @ and so on, "
                        "and the port as digits"
                    )
                return f"postgresql+psycopg://{value.removeprefix(scheme)}"
        if value.startswith("sqlite:///"):
            return value
        raise ValueError(
            "is neither postgresql://user:password@host/name nor sqlite:///file; leave it out for SQLite"
        )

    @field_validator("timezone", mode="before")
    @classmethod
    def _is_zone(cls, value: Any) -> Any:
        if not isinstance(value, str):
            return value
        try:
            return ZoneInfo(value)
        except (ZoneInfoNotFoundError, ValueError, OSError):
            raise ValueError("is not a time zone; write it as Asia/Almaty or Europe/Berlin") from None

    @field_validator("promise_days", mode="after")
    @classmethod
    def _is_promise(cls, value: int) -> int:
        if not 1 <= value <= 90:
            raise ValueError("must be between 1 and 90 days")
        return value

    @field_validator("listen", mode="before")
    @classmethod
    def _is_listen(cls, value: Any) -> Any:
        if not isinstance(value, str):
            return value
        host, colon, port = value.rpartition(":")
        if not colon or not host or not re.fullmatch("[0-9]{1,5}", port) or not 0 < int(port) < 65536:
            raise ValueError("must be host:port, for example 127.0.0.1:8080")
        return host.strip("[]"), int(port)

    @field_validator("log_level", mode="before")
    @classmethod
    def _is_level(cls, value: Any) -> Any:
        if str(value).upper() not in _LEVELS:
            raise ValueError(f"must be one of {', '.join(_LEVELS)}")
        return str(value).upper()

    @field_validator("office_hours", mode="before")
    @classmethod
    def _are_hours(cls, value: Any) -> Any:
        if not isinstance(value, str):
            return value
        try:
            start, end = (time.fromisoformat(part.strip()) for part in value.split("-"))
        except ValueError:
            start = end = time(tzinfo=UTC)
        if start.tzinfo or end.tzinfo:
            raise ValueError("must be two times, for example 10:00-18:00")
        if start >= end:
            raise ValueError("must end after they begin, for example 10:00-18:00")
        return start, end

    @field_validator("office_days", mode="before")
    @classmethod
    def _are_days(cls, value: Any) -> Any:
        if not isinstance(value, str):
            return value
        days: set[int] = set()
        for part in value.lower().split(","):
            first, dash, last = (word.strip() for word in part.partition("-"))
            if first not in _DAYS or (dash and last not in _DAYS):
                raise ValueError("must be days such as mon-fri or mon,wed,sat")
            start, end = _DAYS.index(first), _DAYS.index(last if dash else first)
            days.update(day % 7 for day in range(start, end + 1 if end >= start else end + 8))
        return frozenset(days)


_NAMES = {f"{PREFIX}{name.upper()}" for name in Settings.model_fields if name != "webhook_secret"}


def load(
    env: Mapping[str, str] | None = None, *, require_token: bool = True, base: Path | None = None
) -> Settings:
    """Read the settings.

    Args:
        env: Instead of the process's own environment.
        require_token: Whether a missing token is a problem.
        base: Where `.env` and relative paths are looked for; the current folder where None.

    Raises:
        BadSettings: With every problem at once.
    """
    base = base or Path.cwd()
    env = os.environ if env is None else env
    found, problems = given(env, base)
    problems += [_unknown(name) for name in found if name not in _NAMES]
    values: dict[str, Any] = {
        name.removeprefix(PREFIX).lower(): value for name, value in found.items() if name in _NAMES
    }
    for name in sorted(_PATHS & {*values}):
        values[name], problem = resolved(f"{PREFIX}{name.upper()}", values[name], base)
        if problem:
            problems.append(problem)
            del values[name]
    values.setdefault("data_dir", (base / "data").resolve())
    if (passphrase := given_credential(env, "izdeu-passphrase")) is not None:
        values.setdefault("passphrase_file", passphrase)
    if "token" not in values and (token := given_credential(env, "izdeu-token")) is not None:
        values.setdefault("token_file", token)
    problems += _read_files(values)
    if (
        require_token
        and not {f"{PREFIX}TOKEN", f"{PREFIX}TOKEN_FILE"} & {*found}
        and "token_file" not in values
    ):
        problems.append(
            f"{PREFIX}TOKEN is missing: get a token from @BotFather and set it, "
            f"or put it into a file and set {PREFIX}TOKEN_FILE."
        )
    if "webhook_url" in values and f"{PREFIX}WEBHOOK_SECRET_FILE" not in found:
        problems.append(
            f"{PREFIX}WEBHOOK_URL needs {PREFIX}WEBHOOK_SECRET_FILE: a file with a secret of 32 letters "
            "or more, so that nobody else can speak in Telegram's name."
        )
    if "webhook_url" in values:
        values.setdefault("listen", _WEBHOOK_LISTEN)
    problems += _place(values) + apart(values)
    try:
        settings = Settings(**values)
    except ValidationError as error:
        problems += [_told(one) for one in error.errors()]
    if problems:
        raise BadSettings(tuple(problems))
    return settings


def _place(values: dict[str, Any]) -> list[str]:
    """Where things are kept; tells why they cannot be."""
    folder, name = values["data_dir"], f"{PREFIX}DATA_DIR"
    if "database_url" in values:
        return unusable(name, folder)
    values["database_url"] = f"sqlite:///{folder / 'izdeu.db'}"
    if "?" in str(folder):
        # What follows it in the database's address would be read as options.
        return [f"{name}: the path must not contain ?; choose another folder."]
    return unusable(name, folder)


def _unknown(name: str) -> str:
    near = difflib.get_close_matches(name.upper(), sorted(_NAMES), n=1)
    hint = f" Did you mean {near[0]}?" if near else " The names stand in .env.example."
    return f"{name} is not a setting.{hint}"


def _read_files(values: dict[str, Any]) -> list[str]:
    """Put what stands in files into *values*; returns what could not be read."""
    problems = []
    for file, into in (("token_file", "token"), ("webhook_secret_file", "webhook_secret")):
        path: Path | None = values.get(file)
        if path is None:
            continue
        name = f"{PREFIX}{file.upper()}"
        if into == "token" and "token" in values:
            problems.append(f"{name} and {PREFIX}TOKEN are both set; keep one.")
            continue
        content, problem = content_of(path)
        if problem:
            problems.append(f"{name}: {path} {problem}")
            continue
        if into == "webhook_secret" and not _SECRET.fullmatch(content):
            problems.append(f"{name}: the secret must be 1 to 256 of A-Z, a-z, 0-9, _ and -.")
        elif into == "token" and not _TOKEN.fullmatch(content):
            problems.append(f"{name}: {path} does not hold a bot token; copy it from @BotFather as it is.")
        else:
            values[into] = content
    path = values.get("passphrase_file")
    if path is not None and (path.is_dir() or not os.access(path, os.R_OK)):
        problems.append(
            f"{PREFIX}PASSPHRASE_FILE: {path} cannot be read; check the path and who may read it."
        )
    return problems


def _told(error: Any) -> str:
    name = f"{PREFIX}{str(error['loc'][0]).upper()}"
    if error["type"] == "value_error":
        return f"{name} {error['ctx']['error']}."
    if error["type"] in _PLAIN:
        return f"{name} {_PLAIN[error['type']]}."
    # Pydantic's own words quote the value only in `input`, which is left out.
    return f"{name}: {error['msg'][0].lower()}{error['msg'][1:]}."

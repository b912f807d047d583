"""Settings by which time is counted: moved days off, how long offices have, when tasks are reminded of."""

from typing import Annotated, Any

from pydantic import BeforeValidator

from handlers.rules import reminding_steps, workdays
from handlers.rules.workdays import Workdays as Workdays


def _calendar(value: Any) -> Any:
    try:
        return workdays.read(value) if isinstance(value, str) else value
    except ValueError:
        raise ValueError(
            "must be days off, and with a plus days on which is worked, for example 2027-01-04,+2027-01-09"
        ) from None


def _reply_days(value: Any) -> Any:
    try:
        return workdays.read_days(value) if isinstance(value, str) else value
    except ValueError:
        raise ValueError(
            "must be numbers of working days up to 365, for example police=15,court=30; "
            f"offices are {', '.join(workdays.OFFICES)}"
        ) from None


def _reminders(value: Any) -> Any:
    try:
        return reminding_steps.read(value) if isinstance(value, str) else value
    except ValueError:
        raise ValueError(
            "must be hours before a task's time, after it, and until coordinators hear, "
            f"for example call=3/24/48; kinds are {', '.join(reminding_steps.Kind)}"
        ) from None


Calendar = Annotated[workdays.Workdays, BeforeValidator(_calendar)]
ReplyDays = Annotated[dict[str, int], BeforeValidator(_reply_days)]
Reminders = Annotated[dict[str, reminding_steps.Steps], BeforeValidator(_reminders)]


def reply_days() -> dict[str, int]:
    """What holds where the steward sets nothing."""
    return dict(workdays.REPLY_DAYS)


def reminding_hours() -> dict[str, reminding_steps.Steps]:
    """The same of reminders."""
    return dict(reminding_steps.STEPS)

"""Two settings by which offices' time to answer is counted: moved days off, and how many days each has."""

from typing import Annotated, Any

from pydantic import BeforeValidator

from handlers.rules import workdays


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


Calendar = Annotated[workdays.Workdays, BeforeValidator(_calendar)]
ReplyDays = Annotated[dict[str, int], BeforeValidator(_reply_days)]

"""How fast the line may go: what of these settings makes sense."""

from typing import Annotated

from pydantic import AfterValidator

_MOST = 1000  # messages a second, core.telegram.org/bots/api#sendmessage: allow_paid_broadcast
_FREE = 30  # core.telegram.org/bots/faq


def _is_rate(value: float) -> float:
    if not 0 < value <= _MOST:
        raise ValueError(f"must be more than 0 and at most {_MOST}; Telegram allows {_FREE} for free")
    return value


def _is_paid(value: float | None) -> float | None:
    if value is not None and not _FREE < value <= _MOST:
        raise ValueError(f"must be more than {_FREE} and at most {_MOST}; without it nothing is paid for")
    return value


Rate = Annotated[float, AfterValidator(_is_rate)]
PaidRate = Annotated[float | None, AfterValidator(_is_paid)]

"""What the sandbox answers when Telegram would refuse: code, Telegram's own words, parameters.

The words are those of the public Bot API server and of answers seen; programs match on them.
"""

from typing import Any


class Refused(Exception):
    """Telegram does not do this."""

    def __init__(self, code: int, description: str, **parameters: Any) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters = parameters

    def answer(self) -> dict[str, Any]:
        """As it goes over the line."""
        body: dict[str, Any] = {"ok": False, "error_code": self.code, "description": self.description}
        if self.parameters:
            body["parameters"] = self.parameters
        return body


def bad(what: str) -> Refused:
    """400."""
    return Refused(400, f"Bad Request: {what}")


def forbidden(what: str) -> Refused:
    """403."""
    return Refused(403, f"Forbidden: {what}")


def too_many(seconds: int) -> Refused:
    """429."""
    return Refused(429, f"Too Many Requests: retry after {seconds}", retry_after=seconds)


UNAUTHORIZED = Refused(401, "Unauthorized")
NOT_FOUND = Refused(404, "Not Found")
CONFLICT = Refused(
    409, "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"
)
WEBHOOK_ACTIVE = Refused(
    409,
    "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
)

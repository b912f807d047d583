"""What Telegram answers to a request that it will not serve, in its own words."""

from typing import Any

Json = dict[str, Any]


class Refused(Exception):
    """The request is answered with an error.

    Attributes:
        code: The HTTP status, repeated in the body as `error_code`.
        description: What a bot's author reads.
        parameters: `retry_after` or `migrate_to_chat_id`, where Telegram adds them.
    """

    def __init__(self, code: int, description: str, parameters: Json | None = None) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters = parameters

    def body(self) -> Json:
        """The answer as JSON."""
        answer: Json = {"ok": False, "error_code": self.code, "description": self.description}
        if self.parameters:
            answer["parameters"] = self.parameters
        return answer


def bad(why: str) -> Refused:
    """400: the request itself is wrong."""
    return Refused(400, f"Bad Request: {why}")


def forbidden(why: str) -> Refused:
    """403: the chat does not want the bot."""
    return Refused(403, f"Forbidden: {why}")


def too_many(seconds: int) -> Refused:
    """429: nothing is accepted for *seconds*."""
    return Refused(429, f"Too Many Requests: retry after {seconds}", {"retry_after": seconds})


def unauthorized() -> Refused:
    """401: the token opens nothing (any more)."""
    return Refused(401, "Unauthorized")


def not_found() -> Refused:
    """404: no such method, or no such file."""
    return Refused(404, "Not Found")

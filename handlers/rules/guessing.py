"""How often somebody may be wrong about what only those know to whom it was given.

Five times an hour, whoever she is. And because an account costs nothing, all accounts
together have a measure, too: it is far above what people mistype, and far below what
a search needs. A code has 6.4 million values; an invitation 2¹²⁸.
"""

from datetime import timedelta
from enum import StrEnum

WINDOW = timedelta(hours=1)
PER_ACCOUNT = 5


class Secret(StrEnum):
    """What can be guessed at. One that is shut leaves the others open."""

    INVITE = "invite"  # what a link to the bot carries
    CODE = "code"  # a case's code, typed where it opens something
    RELINK = "relink"  # what a coordinator gives to a family whose account is lost


IN_ALL = {Secret.INVITE: 100, Secret.CODE: 50, Secret.RELINK: 50}
"""Wrong ones of all accounts within the hour; then nobody's count until some are an hour old."""


def is_shut(secret: Secret, hers: int, of_all: int) -> bool:
    """Whether nothing more is tried, whatever is typed.

    Args:
        hers: Her own wrong ones of the last hour.
    """
    return hers >= PER_ACCOUNT or of_all >= IN_ALL[secret]

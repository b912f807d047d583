"""What jobs and the web may use of the house, so that they need not know how it is built."""

from typing import Protocol

from telegram import Bot

from bot.clock import Clock
from bot.delivery import Delivery
from bot.metrics import Metrics
from bot.receiver import Keeper
from bot.settings import Settings
from handlers.hotline import Hotline
from storage.files import Files
from storage.store import Store


class Parts(Protocol):
    """The parts of one running house; `bot.app.House` has them."""

    settings: Settings
    clock: Clock
    store: Store
    files: Files
    bot: Bot
    hotline: Hotline
    metrics: Metrics
    keeper: Keeper
    delivery: Delivery

    def led(self) -> list[str]:
        """The roles that this process holds now."""
        ...

    def line_answers(self) -> bool:
        """Whether Telegram has answered lately."""
        ...

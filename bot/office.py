"""The office as the settings describe it."""

from bot.settings import Settings
from handlers.rules.office import Office


def office_of(settings: Settings, bot_username: str) -> Office:
    """Its zone, hours, promises and working days.

    Args:
        bot_username: As Telegram knows the bot, without @.
    """
    return Office(
        settings.zone,
        settings.office_hours,
        settings.office_days,
        settings.promise_days,
        bot_username,
        settings.keep_closed_days,
        settings.workdays,
        settings.reply_days,
        settings.reminders,
        settings.broadcast_alone,
    )

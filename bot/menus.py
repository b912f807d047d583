"""The command menus that everybody sees who has no menu of her own yet."""

from collections.abc import Iterator

from bot.render import Call
from handlers.menus import commands_for
from locales.catalog import Catalog
from locales.languages import LANGUAGES, SOURCE
from storage.records import Role


def default_menus(catalog: Catalog) -> Iterator[Call]:
    """A menu for each language that Telegram knows by two letters, and one for all others.

    Kazakh in Arabic script has no two letters of its own: those who chose it get a menu of
    their own in their chat.
    """
    yield _menu(catalog, SOURCE, None)
    for language in LANGUAGES:
        if language.telegram is not None:
            yield _menu(catalog, language.code, language.telegram)


def _menu(catalog: Catalog, code: str, telegram_code: str | None) -> Call:
    commands = [
        {"command": name, "description": about} for name, about in commands_for(catalog, Role.FAMILY, code)
    ]
    return Call(
        "setMyCommands",
        {"commands": commands, "scope": {"type": "all_private_chats"}, "language_code": telegram_code},
    )

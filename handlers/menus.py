"""The command menu of each role, from the commands themselves."""

from handlers.offers import COMMANDS
from locales.catalog import Catalog
from storage.records import Role


def commands_for(catalog: Catalog, role: Role, language: str) -> list[tuple[str, str]]:
    """Names and descriptions, in the order of the menu."""
    return [
        (one.name, catalog.plain(language, f"command-{one.name}"))
        for one in COMMANDS.values()
        if role in one.menu_of
    ]

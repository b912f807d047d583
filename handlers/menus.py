"""The command menu of each role, from the commands themselves."""

from handlers.offers import COMMANDS
from locales.catalog import Catalog
from locales.languages import SOURCE
from storage.records import Role


def commands_for(catalog: Catalog, role: Role, language: str) -> list[tuple[str, str]]:
    """Names and descriptions, in the order of the menu; in English where a translation has a gap."""
    return [
        (one.name, catalog.plain(_spoken(catalog, language, f"command-{one.name}"), f"command-{one.name}"))
        for one in COMMANDS.values()
        if role in one.menu_of
    ]


def _spoken(catalog: Catalog, language: str, message_id: str) -> str:
    return language if catalog.has(language, message_id) else SOURCE

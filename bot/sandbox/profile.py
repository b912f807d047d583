"""What the bot says about itself: its name, its descriptions, and the commands of each kind of chat."""

from dataclasses import dataclass, field

from bot.sandbox.refusals import Json

Scope = tuple[str, int, int]  # type, chat, person; 0 where it has none
DEFAULT: Scope = ("default", 0, 0)


@dataclass(slots=True)
class Profile:
    """One bot.

    Attributes:
        user: The bot as the author of its messages.
        words: Names and descriptions by ("name" | "description" | "short_description", language).
        commands: By scope and two-letter language; empty for all others.
    """

    id: int
    username: str
    first_name: str
    user: Json = field(init=False)
    words: dict[tuple[str, str], str] = field(default_factory=dict)
    commands: dict[tuple[Scope, str], list[Json]] = field(default_factory=dict)
    menu_button: Json = field(default_factory=lambda: {"type": "commands"})

    def __post_init__(self) -> None:
        self.user = {"id": self.id, "is_bot": True, "first_name": self.first_name, "username": self.username}

    def rename(self, name: str) -> None:
        """Take *name* from now on; messages that were sent before keep theirs."""
        if name:
            self.first_name = name
            self.user = {**self.user, "first_name": name}

    def about(self) -> Json:
        """As getMe tells it."""
        return {
            **self.user,
            "can_join_groups": True,
            "can_read_all_group_messages": False,
            "supports_guest_queries": False,
            "supports_inline_queries": False,
            "can_connect_to_business": False,
            "has_main_web_app": False,
            "has_topics_enabled": False,
            "allows_users_to_create_topics": False,
            "can_manage_bots": False,
        }

    def said(self, what: str, language: str) -> str:
        """A name or description in *language*, or in general where there is none."""
        general = self.first_name if what == "name" else ""
        return self.words.get((what, language)) or self.words.get((what, "")) or general

    def menu_for(self, chat_id: int, language_code: str) -> list[Json]:
        """The commands that somebody sees in her private chat: the narrowest that are set."""
        language = language_code[:2].lower()
        for scope in (("chat", chat_id, 0), ("all_private_chats", 0, 0), DEFAULT):
            for code in (language, ""):
                found = self.commands.get((scope, code))
                if found:
                    return found
        return []

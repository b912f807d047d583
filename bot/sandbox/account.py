"""The methods about the bot itself, its chats, its files and its answers to presses."""

import re
from collections.abc import Callable
from datetime import timedelta
from typing import Any

from bot.sandbox.addressing import chat_of, check_reachable
from bot.sandbox.asked import Asked
from bot.sandbox.files import LARGEST_DOWNLOAD
from bot.sandbox.markup import utf16
from bot.sandbox.phones import Heard
from bot.sandbox.profile import DEFAULT, Scope
from bot.sandbox.refusals import Json, bad, too_many
from bot.sandbox.world import PRESSES_WAIT, World

_COMMAND = re.compile(r"[a-z0-9_]{1,32}")
_LANGUAGE = re.compile(r"[a-z]{2}")
_ACTIONS = frozenset(
    [
        "typing",
        "upload_photo",
        "record_video",
        "upload_video",
        "record_voice",
        "upload_voice",
        "upload_document",
        "choose_sticker",
        "find_location",
        "record_video_note",
        "upload_video_note",
        "record_audio",
        "upload_audio",
    ]
)
_SHOWN_FOR = timedelta(seconds=5)  # core.telegram.org/bots/api#sendchataction
_LONGEST_TOAST = 200
_CLOSE_AFTER = 600.0  # seconds: that soon after its start a bot cannot be closed
_LONGEST_WORDS = {"name": 64, "description": 512, "short_description": 120}
_STARS = 5_000  # that a bot has which can pay
_STALE = "query is too old and response timeout expired or query ID is invalid"


def get_me(world: World, asked: Asked) -> Json:
    """getMe."""
    return world.profile.about()


def stars(world: World, asked: Asked) -> Json:
    """getMyStarBalance."""
    return {"amount": 0 if world.gate.limits.paid is None else _STARS}


def log_out(world: World, asked: Asked) -> bool:
    """logOut."""
    world.logged_out = True
    return True


def close(world: World, asked: Asked) -> bool:
    """close."""
    left = world.begun + _CLOSE_AFTER - world.seconds()
    if left > 0:
        raise too_many(int(left) + 1)
    return True


def get_chat(world: World, asked: Asked) -> Json:
    """getChat."""
    chat = chat_of(world, asked)
    gifts = (
        "unlimited_gifts",
        "limited_gifts",
        "unique_gifts",
        "premium_subscription",
        "gifts_from_channels",
    )
    about = {
        **chat.about,
        "accent_color_id": abs(chat.id) % 7,
        "max_reaction_count": 11,
        "accepted_gift_types": dict.fromkeys(gifts, False),
    }
    if not chat.private:
        about["permissions"] = dict.fromkeys(_PERMISSIONS, True)
    return about


_PERMISSIONS = (
    "can_send_messages",
    "can_send_audios",
    "can_send_documents",
    "can_send_photos",
    "can_send_videos",
    "can_send_video_notes",
    "can_send_voice_notes",
    "can_send_polls",
    "can_send_other_messages",
    "can_add_web_page_previews",
    "can_change_info",
    "can_invite_users",
    "can_pin_messages",
)


def leave_chat(world: World, asked: Asked) -> bool:
    """leaveChat."""
    chat = chat_of(world, asked)
    if chat.private:
        raise bad("chat member status can't be changed in private chats")
    check_reachable(chat)
    chat.blocked = True
    return True


def send_chat_action(world: World, asked: Asked) -> bool:
    """sendChatAction."""
    action = asked.text("action")
    if action not in _ACTIONS:
        raise bad("wrong parameter action in request")
    chat = chat_of(world, asked)
    check_reachable(chat)
    chat.typing = (action, world.clock.now() + _SHOWN_FOR)
    world.shown(chat)
    return True


def answer_callback_query(world: World, asked: Asked) -> bool:
    """answerCallbackQuery."""
    text = asked.text("text")
    if utf16(text) > _LONGEST_TOAST:
        raise bad("MESSAGE_TOO_LONG")
    press = world.presses.get(asked.text("callback_query_id"))
    if press is None or press.answered or world.clock.now() - press.at > PRESSES_WAIT:
        raise bad(_STALE)
    if asked.given("url"):
        raise bad("URL_INVALID")  # Only games and links to the bot itself may; nobody here has games.
    press.answered = True
    if text:
        heard = Heard("toast", text, alert=asked.flag("show_alert"))
        press.phone.hear(heard)
        world.watch.tell("toast", (press.phone, heard))
    else:
        world.watch.tell("answered", press)
    return True


def get_file(world: World, asked: Asked) -> Json:
    """getFile."""
    if not asked.given("file_id"):
        raise bad("file_id not specified")
    file = world.files.by_id(asked.text("file_id"))
    if file is None:
        raise bad("wrong file_id or the file is temporarily unavailable")
    if len(file.content) > LARGEST_DOWNLOAD:
        raise bad("file is too big")
    return {
        "file_id": file.file_id,
        "file_unique_id": file.unique_id,
        "file_size": len(file.content),
        "file_path": file.path,
    }


# Commands.


def set_my_commands(world: World, asked: Asked) -> bool:
    """setMyCommands."""
    given = asked.json("commands", "commands")
    if not isinstance(given, list):
        raise bad("can't parse commands: expected an Array of BotCommand")
    if len(given) > 100:
        raise bad("BOT_COMMANDS_TOO_MUCH")
    commands = [_command(each) for each in given]
    world.profile.commands[_where(world, asked)] = commands
    _tell_all(world)
    return True


def _command(given: Any) -> Json:
    if not isinstance(given, dict):
        raise bad("can't parse BotCommand: expected an Object")
    command, description = given.get("command"), given.get("description")
    if not isinstance(command, str) or not _COMMAND.fullmatch(command.removeprefix("/").lower()):
        raise bad("BOT_COMMAND_INVALID")
    if not isinstance(description, str) or not 1 <= len(description.strip()) <= 256:
        raise bad("BOT_COMMAND_DESCRIPTION_INVALID")
    return {"command": command.removeprefix("/").lower(), "description": description.strip()}


def get_my_commands(world: World, asked: Asked) -> list[Json]:
    """getMyCommands."""
    return world.profile.commands.get(_where(world, asked), [])


def delete_my_commands(world: World, asked: Asked) -> bool:
    """deleteMyCommands."""
    world.profile.commands.pop(_where(world, asked), None)
    _tell_all(world)
    return True


def _where(world: World, asked: Asked) -> tuple[Scope, str]:
    return _scope(world, asked.json("scope", "BotCommandScope")), _language(asked)


def _language(asked: Asked) -> str:
    code = asked.text("language_code")
    if code and not _LANGUAGE.fullmatch(code):
        raise bad("invalid language code specified")
    return code


def _scope(world: World, given: Any) -> Scope:
    if given is None:
        return DEFAULT
    if not isinstance(given, dict):
        raise bad("can't parse BotCommandScope: expected an Object")
    kind = given.get("type")
    if kind in ("default", "all_private_chats", "all_group_chats", "all_chat_administrators"):
        return (kind, 0, 0)
    if kind not in ("chat", "chat_administrators", "chat_member"):
        raise bad("can't parse BotCommandScope: unsupported type specified")
    chat = chat_of(world, Asked(given))
    if kind != "chat" and chat.private:
        raise bad("can't use the scope in private chats")
    person = given.get("user_id", 0) if kind == "chat_member" else 0
    if kind == "chat_member" and person not in chat.members:
        raise bad("user not found")
    return (kind, chat.id, person)


def _tell_all(world: World) -> None:
    """Every phone may show another menu now."""
    for phone in world.phones:
        world.shown(phone.chat)


def set_chat_menu_button(world: World, asked: Asked) -> bool:
    """setChatMenuButton."""
    button = asked.json("menu_button", "MenuButton") or {"type": "default"}
    if not isinstance(button, dict) or button.get("type") not in ("commands", "web_app", "default"):
        raise bad("can't parse menu button: unsupported type specified")
    if button["type"] == "web_app":
        raise bad("this rehearsal server opens no web apps")
    if not asked.given("chat_id"):
        world.profile.menu_button = {"type": "commands"} if button["type"] == "default" else button
        return True
    chat = chat_of(world, asked)
    if not chat.private:
        raise bad("chat not found")
    chat.menu_button = None if button["type"] == "default" else button
    return True


def get_chat_menu_button(world: World, asked: Asked) -> Json:
    """getChatMenuButton."""
    own = chat_of(world, asked).menu_button if asked.given("chat_id") else None
    return own or world.profile.menu_button


# Names and descriptions: three pairs of methods that differ in a word.

Method = Callable[[World, Asked], Any]


def setter_of(what: str) -> Method:
    """setMyName, setMyDescription or setMyShortDescription."""

    def put(world: World, asked: Asked) -> bool:
        words, language = asked.text(what), _language(asked)
        if utf16(words) > _LONGEST_WORDS[what]:
            raise bad(f"{what.replace('_', ' ')} is too long")
        world.profile.words[what, language] = words
        if what == "name" and not language:
            world.profile.rename(words)
        return True

    return put


def getter_of(what: str) -> Method:
    """getMyName, getMyDescription or getMyShortDescription."""
    return lambda world, asked: {what: world.profile.said(what, _language(asked))}

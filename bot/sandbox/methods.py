"""All methods of the Bot API by name: which this server serves, and which it honestly does not."""

import html
import re
from collections.abc import Callable
from typing import Any

from bot.sandbox import account, editing, sending, topics, webhooks
from bot.sandbox.asked import Asked
from bot.sandbox.refusals import Refused, bad, not_found
from bot.sandbox.world import Sent, World

Method = Callable[[World, Asked], Any]

# Bot API 10.0, core.telegram.org/bots/api
_KNOWN = """
addStickerToSet answerCallbackQuery answerGuestQuery answerInlineQuery answerPreCheckoutQuery
answerShippingQuery answerWebAppQuery approveChatJoinRequest approveSuggestedPost banChatMember
banChatSenderChat close closeForumTopic closeGeneralForumTopic convertGiftToStars copyMessage
copyMessages createChatInviteLink createChatSubscriptionInviteLink createForumTopic createInvoiceLink
createNewStickerSet declineChatJoinRequest declineSuggestedPost deleteAllMessageReactions
deleteBusinessMessages deleteChatPhoto deleteChatStickerSet deleteForumTopic deleteMessage
deleteMessageReaction deleteMessages deleteMyCommands deleteStickerFromSet deleteStickerSet deleteStory
deleteWebhook editChatInviteLink editChatSubscriptionInviteLink editForumTopic editGeneralForumTopic
editMessageCaption editMessageChecklist editMessageLiveLocation editMessageMedia editMessageReplyMarkup
editMessageText editStory editUserStarSubscription exportChatInviteLink forwardMessage forwardMessages
getAvailableGifts getBusinessAccountGifts getBusinessAccountStarBalance getBusinessConnection getChat
getChatAdministrators getChatGifts getChatMember getChatMemberCount getChatMenuButton
getCustomEmojiStickers getFile getForumTopicIconStickers getGameHighScores getManagedBotAccessSettings
getManagedBotToken getMe getMyCommands getMyDefaultAdministratorRights getMyDescription getMyName
getMyShortDescription getMyStarBalance getStarTransactions getStickerSet getUpdates getUserChatBoosts
getUserGifts getUserPersonalChatMessages getUserProfileAudios getUserProfilePhotos getWebhookInfo
giftPremiumSubscription hideGeneralForumTopic leaveChat logOut pinChatMessage postStory
promoteChatMember readBusinessMessage refundStarPayment removeBusinessAccountProfilePhoto
removeChatVerification removeMyProfilePhoto removeUserVerification reopenForumTopic
reopenGeneralForumTopic replaceManagedBotToken replaceStickerInSet repostStory restrictChatMember
revokeChatInviteLink savePreparedInlineMessage savePreparedKeyboardButton sendAnimation sendAudio
sendChatAction sendChecklist sendContact sendDice sendDocument sendGame sendGift sendInvoice
sendLivePhoto sendLocation sendMediaGroup sendMessage sendMessageDraft sendPaidMedia sendPhoto sendPoll
sendSticker sendVenue sendVideo sendVideoNote sendVoice setBusinessAccountBio
setBusinessAccountGiftSettings setBusinessAccountName setBusinessAccountProfilePhoto
setBusinessAccountUsername setChatAdministratorCustomTitle setChatDescription setChatMemberTag
setChatMenuButton setChatPermissions setChatPhoto setChatStickerSet setChatTitle
setCustomEmojiStickerSetThumbnail setGameScore setManagedBotAccessSettings setMessageReaction
setMyCommands setMyDefaultAdministratorRights setMyDescription setMyName setMyProfilePhoto
setMyShortDescription setPassportDataErrors setStickerEmojiList setStickerKeywords
setStickerMaskPosition setStickerPositionInSet setStickerSetThumbnail setStickerSetTitle
setUserEmojiStatus setWebhook stopMessageLiveLocation stopPoll transferBusinessAccountStars transferGift
unbanChatMember unbanChatSenderChat unhideGeneralForumTopic unpinAllChatMessages
unpinAllForumTopicMessages unpinAllGeneralForumTopicMessages unpinChatMessage upgradeGift
uploadStickerFile verifyChat verifyUser
""".split()  # noqa: SIM905 -- as a list it would fill three pages
_NAMES = {name.lower(): name for name in _KNOWN}

GET_UPDATES = "getUpdates"  # Served apart: it waits.
METHODS: dict[str, Method] = {
    "getMe": account.get_me,
    "logOut": account.log_out,
    "close": account.close,
    "getChat": account.get_chat,
    "leaveChat": account.leave_chat,
    "getChatMember": topics.get_chat_member,
    "createForumTopic": topics.create_forum_topic,
    "closeForumTopic": topics.close_forum_topic,
    "reopenForumTopic": topics.reopen_forum_topic,
    "deleteForumTopic": topics.delete_forum_topic,
    "getFile": account.get_file,
    "sendChatAction": account.send_chat_action,
    "answerCallbackQuery": account.answer_callback_query,
    "setMyCommands": account.set_my_commands,
    "getMyCommands": account.get_my_commands,
    "deleteMyCommands": account.delete_my_commands,
    "setChatMenuButton": account.set_chat_menu_button,
    "getChatMenuButton": account.get_chat_menu_button,
    "setMyName": account.setter_of("name"),
    "getMyStarBalance": account.stars,
    "getMyName": account.getter_of("name"),
    "setMyDescription": account.setter_of("description"),
    "getMyDescription": account.getter_of("description"),
    "setMyShortDescription": account.setter_of("short_description"),
    "getMyShortDescription": account.getter_of("short_description"),
    "setWebhook": webhooks.set_webhook,
    "deleteWebhook": webhooks.delete_webhook,
    "getWebhookInfo": webhooks.get_webhook_info,
    "sendMessage": sending.send_message,
    "sendPhoto": sending.send_photo,
    "sendDocument": sending.send_document,
    "sendVoice": sending.send_voice,
    "sendAudio": sending.send_audio,
    "sendVideo": sending.send_video,
    "sendMediaGroup": sending.send_media_group,
    "sendLocation": sending.send_location,
    "sendContact": sending.send_contact,
    "copyMessage": sending.copy_message,
    "forwardMessage": sending.forward_message,
    "editMessageText": editing.edit_message_text,
    "editMessageCaption": editing.edit_message_caption,
    "editMessageReplyMarkup": editing.edit_message_reply_markup,
    "deleteMessage": editing.delete_message,
    "deleteMessages": editing.delete_messages,
}
_BY_LOWER = {name.lower(): name for name in (*METHODS, GET_UPDATES)}

_KINDS = {
    "sendMessage": "text",
    "sendMediaGroup": "album",
    "copyMessage": "copy",
    "forwardMessage": "forward",
    "editMessageText": "edit",
    "editMessageCaption": "edit",
    "editMessageReplyMarkup": "edit",
    "deleteMessage": "delete",
    "deleteMessages": "delete",
    "answerCallbackQuery": "answer",
    "setMyCommands": "menu",
    "deleteMyCommands": "menu",
}
_UNRECORDED = frozenset(("sendChatAction", "setWebhook", "deleteWebhook"))
_TAG = re.compile(r"</?[a-z][^<>]*>")
_FIRST_WORDS = 120  # characters


def method_named(name: str) -> str:
    """The method's own spelling; Telegram takes any.

    Raises:
        Refused: 404, there is none; 400, Telegram has it and this server does not.
    """
    found = _BY_LOWER.get(name.lower())
    if found is None:
        known = _NAMES.get(name.lower())
        if known is None:
            raise not_found()
        raise bad(f"this rehearsal server does not serve {known}")
    return found


def serve(world: World, name: str, asked: Asked) -> Any:
    """Do what *name* says, and remember it if people could notice it.

    Raises:
        Refused: As Telegram does.
    """
    try:
        result = METHODS[name](world, asked)
    except Refused as refused:
        _remember(world, name, asked, refused)
        raise
    _remember(world, name, asked, None)
    return result


def _remember(world: World, name: str, asked: Asked, refused: Refused | None) -> None:
    if name.startswith("get") or name in _UNRECORDED:
        return
    kind = _KINDS.get(name) or (name[4:].lower() if name.startswith("send") else name)
    chat_id = asked.whole("chat_id") or None
    text = asked.text("text") or asked.text("caption")
    if asked.given("parse_mode") and ("<" in text or "&" in text):
        text = html.unescape(_TAG.sub("", text))
    phone = None
    if chat_id is not None:
        chat = world.chats.get(chat_id)
        phone = chat.owner if chat else None
    elif name == "answerCallbackQuery":
        press = world.presses.get(asked.text("callback_query_id"))
        phone = press.phone.id if press else None
    why = refused.description if refused else None
    world.record(
        Sent(world.clock.now(), name, phone, chat_id, kind, text[:_FIRST_WORDS], refused is None, why)
    )

// One message, or one album, as it stands in a chat.

import { el } from "./dom.js";
import { icon } from "./icons.js";
import { inlineKeyboard } from "./keyboards.js";
import { media, photo } from "./media.js";
import { words } from "./text.js";
import { say } from "./times.js";

const KINDS = {
  photo: "Photo", voice: "Voice note", document: "File", audio: "Recording", video: "Video",
  contact: "Contact", location: "Location", sticker: "Sticker",
};
// A heart or a wave alone is shown large, as messengers do.
const EMOJI_ONLY = /^(?:\p{Extended_Pictographic}[\p{Emoji_Modifier}\u200d\ufe0f]*){1,3}$/u;

/** A message in one line, for replies and for screen readers. */
export function brief(message) {
  const words = (message.text ?? "").replace(/\s+/g, " ").trim();
  return (words || message.file?.name || KINDS[message.kind] || "Message").slice(0, 120);
}

/**
 * Draw a message.
 *
 * `chat` knows what bubbles cannot: {bot, actions, look, menu(message, at),
 * quoted(message), go(id)}.
 */
export function bubble(message, chat) {
  if (message.kind === "service") {
    return el("li", { class: "service", data: mark(message) }, el("span", { dir: "auto", text: message.text || "" }));
  }
  const picture = ["photo", "video"].includes(message.kind);
  const shell = el("div", {
    class: ["bubble", message.kind, message.text ? "worded" : "bare"].join(" "), tabindex: "-1",
    role: "article", "aria-label": spoken(message),
  }, quote(message, chat), media(message, chat.look), body(message, chat));
  if (picture) shell.classList.add("picture");
  if (message.kind === "text" && EMOJI_ONLY.test(message.text ?? "")) shell.classList.add("emoji");
  return row(message, chat, shell, message.keyboard?.length ? inlineKeyboard(message, chat) : null);
}

/** Several photos (or files) sent together. */
export function album(messages, chat) {
  const worded = messages.find((message) => message.text);
  const pictures = messages.every((message) => ["photo", "video"].includes(message.kind));
  const cells = messages.map((message) => el("div", { class: "cell", data: mark(message) },
    message.kind === "photo" && message.file ? photo(message, chat.look) : media(message, chat.look)));
  const grid = el("div", { class: `grid grid-${Math.min(messages.length, 10)}` }, ...cells);
  if (!pictures) grid.classList.add("stack");
  const shell = el("div", {
    class: `bubble album ${pictures ? "picture" : "document"} ${worded ? "worded" : "bare"}`, tabindex: "-1",
    role: "article", "aria-label": `${messages.length} together, ${spoken(worded ?? messages[0])}`,
  }, grid, body(worded ?? messages[0], chat));
  return row(messages[0], chat, shell, null, messages);
}

const mark = (message) => ({ messageId: String(message.id), out: String(Boolean(message.out)) });

function row(message, chat, shell, keyboard, together = null) {
  const box = el("li", {
    class: `message ${message.out ? "out" : "in"}`, data: together ? {} : mark(message),
  }, shell, keyboard);
  if (message.protected) box.classList.add("protected");
  const ask = (event, at) => {
    event.preventDefault();
    const id = event.target.closest(".cell")?.dataset.messageId;
    chat.menu(together?.find((each) => String(each.id) === id) ?? message, at);
  };
  shell.addEventListener("contextmenu", (event) => {
    if (String(getSelection())) return; // A selection wants the browser's own menu, to copy it.
    const fromKeyboard = event.clientX === 0 && event.clientY === 0;
    ask(event, fromKeyboard ? shell : { x: event.clientX, y: event.clientY, owner: shell });
  });
  shell.addEventListener("keydown", (event) => {
    if (event.target === shell && ["Enter", " "].includes(event.key)) ask(event, shell);
  });
  shell.append(el("button", {
    type: "button", class: "bubble-more", tabindex: "-1", "aria-label": "Message menu",
    data: { testid: "message-menu" }, on: { click: (event) => ask(event, event.currentTarget) },
  }, icon("down")));
  return box;
}

function body(message, chat) {
  const worded = Boolean(message.text || message.html);
  const meta = el("span", { class: "meta" },
    message.protected ? icon("lock") : null,
    message.edited ? el("span", { class: "edited", text: "edited" }) : null,
    el("time", { datetime: message.date, title: say("full", message.date), text: say("time", message.date) }));
  const text = worded && message.kind !== "sticker" ? words(message.html, message.text, chat.bot, chat.actions) : null;
  // Room at the end of the last line, so that the time can sit in it.
  text?.append(el("span", { class: message.edited ? "gap edited-gap" : "gap", "aria-hidden": "true" }));
  return el("div", { class: "body", dir: "auto" }, text, meta);
}

function quote(message, chat) {
  if (!message.reply_to) return null;
  const source = chat.quoted(message);
  const who = source ? (source.out ? "You" : chat.bot.name) : "Message";
  return el("button", {
    type: "button", class: "quote", "aria-label": `In reply to: ${source ? brief(source) : "a deleted message"}`,
    on: { click: () => chat.go(message.reply_to) },
  }, el("b", { dir: "auto", text: who }), el("span", { dir: "auto", text: source ? brief(source) : "Deleted message" }));
}

function spoken(message) {
  return `${message.out ? "Sent" : "Received"} at ${say("time", message.date)}: ${brief(message)}`;
}

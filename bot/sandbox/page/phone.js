// One person's phone: who holds it, the chat with the bot, and what they can do.

import { actionsOf } from "./actions.js";
import { Composer } from "./composer.js";
import { askLink, askPlace, look } from "./dialogs.js";
import { el } from "./dom.js";
import { icon } from "./icons.js";
import { Log } from "./log.js";
import { menu } from "./menus.js";
import { startLinks } from "./text.js";
import { Toasts } from "./toasts.js";

const LANGUAGES = {
  en: "English", kk: "Қазақша", "kk-Arab": "قازاقشا", ru: "Русский", ug: "ئۇيغۇرچە", "zh-Hans": "中文", zh: "中文",
};
const DOING = {
  upload_photo: "sending a photo…", upload_document: "sending a file…", upload_voice: "sending a voice note…",
  record_voice: "recording…",
};

export class Phone {
  #id;
  #page; // {bot, phones(), activate(id), active(id)}
  #actions;
  #state = null;
  #log;
  #composer;
  #toasts;
  #reading = false;

  #owner = el("header", { class: "owner" });
  #status = el("small", { class: "status", data: { testid: "status" } });
  #more = el("button", {
    type: "button", class: "icon-button", "aria-label": "Chat menu", data: { testid: "chat-menu" }, on: { click: () => this.#menu() },
  }, icon("more"));
  #welcome = el("div", { class: "welcome", hidden: true });
  #start = el("button", { type: "button", class: "wide", text: "Start", data: { testid: "start" }, on: { click: () => this.#actions.start() } });
  #unblock = el("button", { type: "button", class: "wide", text: "Unblock", data: { testid: "unblock" }, on: { click: () => this.#actions.block(false) } });

  constructor(id, page) {
    this.#id = id;
    this.#page = page;
    this.#actions = actionsOf(id, (message) => this.#toasts.show(message, { error: true }));
    this.#log = new Log({
      bot: page.bot, actions: this.#actions, look, menu: (message, at) => this.#messageMenu(message, at),
    });
    this.#composer = new Composer(this.#actions, {
      askPlace,
      complain: (message) => this.#toasts.show(message, { error: true }),
      lastOwn: () => [...this.#log.messages.values()].findLast((message) => message.out && message.kind === "text"),
    });
    const chat = el("div", { class: "chat" }, this.#chatHead(), this.#log.element, this.#welcome,
      this.#composer.element, this.#start, this.#unblock);
    this.#toasts = new Toasts(chat);
    const screen = el("div", { class: "screen" }, chat, ...this.#toasts.elements);
    this.element = el("section", { class: "phone", id: `phone-${id}`, data: { testid: `phone-${id}`, phone: id } },
      this.#owner, el("div", { class: "device" }, screen));
    for (const event of ["focusin", "pointerdown"]) this.element.addEventListener(event, () => page.activate(id));
    this.#acceptDrops(screen);
  }

  update(state) {
    const before = this.#state;
    this.#state = state;
    if (!before || before.name !== state.name || before.about !== state.about) this.#drawOwner(state);
    this.#status.textContent = state.blocked ? "blocked"
      : state.typing ? DOING[state.typing] ?? "typing…" : "bot";
    this.#status.classList.toggle("busy", Boolean(state.typing && !state.blocked));
    const fresh = !state.started && !state.blocked;
    this.#start.hidden = !fresh;
    this.#unblock.hidden = !state.blocked;
    this.#composer.element.hidden = fresh || state.blocked;
    this.#welcome.hidden = !(fresh && state.messages.length === 0);
    // After showing or hiding: both measure themselves.
    this.#composer.update(state);
    this.#log.update(state, this.#page.active(this.#id) && !document.hidden);
    this.#owner.dataset.unread = String(state.unread || "");
    this.element.setAttribute("aria-label", `${state.name}, ${state.role}${state.unread ? `, ${state.unread} unread` : ""}`);
    this.read();
  }

  /** Mark what came as read, if somebody is looking at this very phone. */
  async read() {
    if (this.#reading || !this.#state?.unread || !this.#page.active(this.#id) || document.hidden) return;
    this.#reading = true;
    await this.#actions.read();
    this.#reading = false;
  }

  toast(text, alert) {
    this.#toasts.show(text, { alert });
  }

  /** Open a link to the bot on this phone. */
  open(payload) {
    this.#page.activate(this.#id);
    return this.#actions.start(payload);
  }

  focus() {
    if (!this.#composer.element.hidden) this.#composer.focus();
    else (this.#start.hidden ? this.#unblock : this.#start).focus({ preventScroll: true });
  }

  toEnd() {
    this.#log.toEnd();
  }

  #chatHead() {
    const { name } = this.#page.bot;
    this.#welcome.append(el("span", { class: "face bot", "aria-hidden": "true", text: [...name][0] ?? "B" }),
      el("p", {}, el("b", { dir: "auto", text: name })), el("p", { text: "Nothing here yet. Press Start, as a person would who opens the chat for the first time." }));
    return el("div", { class: "chat-head" },
      el("span", { class: "face bot", "aria-hidden": "true", text: [...name][0] ?? "B" }),
      el("div", { class: "chat-names" }, el("b", { dir: "auto", text: name }), this.#status), this.#more);
  }

  #drawOwner({ name, role, language, about }) {
    this.element.dataset.role = role;
    this.#owner.replaceChildren(
      el("span", { class: "face", "aria-hidden": "true", text: [...name][0] ?? "?" }),
      el("div", { class: "owner-words" },
        el("h2", { dir: "auto", text: name }),
        el("span", { class: "badge", lang: language, title: language, text: LANGUAGES[language] ?? language })),
      el("p", { class: "about", title: about }, el("span", { class: "badge role", text: role }),
        el("bdi", { text: about ?? "" })));
  }

  #menu() {
    const { blocked } = this.#state;
    menu("Chat", [
      { text: "Open a link…", icon: "open", testid: "menu-link", act: () => this.#openLink() },
      { text: blocked ? "Unblock the bot" : "Block the bot", icon: "ban", testid: "menu-block", danger: !blocked, act: () => this.#actions.block(!blocked) },
    ], this.#more);
  }

  async #openLink() {
    const payload = await askLink();
    if (payload !== null) await this.open(payload);
  }

  #messageMenu(message, at) {
    const own = message.out && !this.#state.blocked;
    const usable = this.#state.started && !this.#state.blocked;
    const [payload] = startLinks(message, this.#page.bot);
    const others = payload === undefined ? [] : this.#page.phones().filter((phone) => phone.id !== this.#id);
    const items = [
      usable && { text: "Reply", icon: "reply", testid: "message-reply", act: () => this.#composer.reply(message) },
      message.text && !message.protected && { text: "Copy", icon: "copy", testid: "message-copy", act: () => this.#copy(message.text) },
      own && message.kind === "text" && { text: "Edit", icon: "edit", testid: "message-edit", act: () => this.#composer.edit(message) },
      own && { text: "Delete", icon: "trash", testid: "message-delete", danger: true, act: () => this.#actions.remove(message.id) },
      ...others.map((phone) => ({
        text: `Open the link on ${phone.name}’s phone`, icon: "phone", testid: `message-open-${phone.id}`, act: () => this.#page.open(phone.id, payload),
      })),
    ].filter(Boolean);
    if (items.length) menu("Message", items, at);
  }

  async #copy(text) {
    try {
      await navigator.clipboard.writeText(text);
      this.#toasts.show("Copied");
    } catch {
      this.#toasts.show("The browser does not let this page copy.", { error: true });
    }
  }

  #acceptDrops(screen) {
    const usable = (event) => event.dataTransfer?.types.includes("Files") && !this.#composer.element.hidden;
    screen.addEventListener("dragover", (event) => {
      event.preventDefault(); // Otherwise the browser would leave the page and open the file.
      screen.classList.toggle("dropping", Boolean(usable(event)));
    });
    screen.addEventListener("dragleave", () => screen.classList.remove("dropping"));
    screen.addEventListener("drop", (event) => {
      event.preventDefault();
      screen.classList.remove("dropping");
      if (usable(event)) this.#composer.addFiles(event.dataTransfer.files, "photo");
    });
  }
}

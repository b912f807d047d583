// The messages of one phone: in order, by day, and never jumping under the reader.

import { album, bubble } from "./bubble.js";
import { el, patch } from "./dom.js";
import { icon } from "./icons.js";
import { say } from "./times.js";

const NEAR_THE_END = 48; // pixels

export class Log {
  #list = el("ol", { class: "log-list" });
  #scroller = el("div", { class: "log", tabindex: "0", role: "log", "aria-label": "Messages", data: { testid: "log" } }, this.#list);
  #unseen = el("span", { class: "unseen", hidden: true });
  #latest = el("button", {
    type: "button", class: "latest", hidden: true, "aria-label": "Go to the latest message", data: { testid: "latest" },
    on: { click: () => this.toEnd() },
  }, icon("down"), this.#unseen);
  element = el("div", { class: "log-box" }, this.#scroller, this.#latest);

  #chat;
  #messages = new Map();
  #atEnd = true;
  #top = 0;
  #missed = 0;
  #fresh = null; // id of the first message that was unread when it came
  #lang = "";

  constructor(chat) {
    this.#chat = { ...chat, quoted: (message) => this.#quoted(message), go: (id) => this.#go(id) };
    this.#scroller.addEventListener("scroll", () => this.#moved(), { passive: true });
    this.#scroller.addEventListener("keydown", (event) => this.#step(event));
    // Pictures arrive late and keyboards open: the end stays in sight if it was.
    const watch = new ResizeObserver(() => this.#atEnd && this.toEnd());
    watch.observe(this.#list);
    watch.observe(this.#scroller);
  }

  get messages() {
    return this.#messages;
  }

  /** Show `state`; `watched`: somebody is at this phone, so what arrives in sight is not new to them. */
  update({ messages, unread, language, typing }, watched) {
    const before = this.#messages;
    this.#messages = new Map(messages.map((message) => [message.id, message]));
    const added = messages.filter((message) => !before.has(message.id));
    if (!watched || !this.#atEnd || before.size === 0) this.#markFresh(messages, unread);
    if (added.some((message) => message.out) || !this.#messages.has(this.#fresh)) this.#fresh = null;
    // Five phones that all speak would be noise to a screen reader.
    this.#scroller.setAttribute("aria-live", watched ? "polite" : "off");
    if (this.#lang !== language) this.#list.lang = this.#lang = language ?? "";
    patch(this.#list, this.#items(messages, typing), (item) => item.draw());

    if (added.some((message) => message.out) || this.#atEnd || before.size === 0) this.toEnd();
    else this.#missed += added.length;
    this.#showLatest();
  }

  toEnd() {
    this.#atEnd = true;
    this.#missed = 0;
    this.#scroller.scrollTop = this.#scroller.scrollHeight;
    this.#showLatest();
  }

  #markFresh(messages, unread) {
    if (!unread || this.#fresh !== null) return;
    this.#fresh = messages.filter((message) => !message.out).at(-unread)?.id ?? null;
  }

  #items(messages, typing) {
    const items = [];
    let day = null;
    for (let i = 0; i < messages.length; i += 1) {
      const message = messages[i];
      const today = say("key", message.date);
      if (today !== day) items.push(this.#line(`day:${today}`, "day", say("day", message.date)));
      day = today;
      if (message.id === this.#fresh && this.#messages.size > 1) items.push(this.#line("fresh", "fresh", "New messages"));
      const group = [message];
      while (message.album && messages[i + 1]?.album === message.album && messages[i + 1].out === message.out) {
        i += 1;
        group.push(messages[i]);
      }
      const source = message.reply_to ? this.#quoted(message) : null;
      items.push({
        key: group.length > 1 ? `album:${message.album}:${message.id}` : `message:${message.id}`,
        sign: JSON.stringify([group, source && [source.text, source.out]]),
        draw: () => (group.length > 1 ? album(group, this.#chat) : bubble(message, this.#chat)),
      });
    }
    if (typing) items.push({ key: "typing", sign: "typing", draw: dots });
    return items;
  }

  #line(key, name, text) {
    return { key, sign: text, draw: () => el("li", { class: name }, el("span", { text })) };
  }

  #quoted(message) {
    return this.#messages.get(message.reply_to) ?? null;
  }

  #go(id) {
    const target = this.#list.querySelector(`[data-message-id="${CSS.escape(String(id))}"]`);
    if (!target) return;
    this.#scroller.scrollTop += target.getBoundingClientRect().top - this.#scroller.getBoundingClientRect().top - 60;
    target.classList.remove("found");
    void target.offsetWidth; // Restarts the highlight when the same quote is pressed again.
    target.classList.add("found");
  }

  #moved() {
    const { scrollHeight, scrollTop, clientHeight } = this.#scroller;
    // Only a reader scrolls up; a picture that arrives late moves the end away without that.
    if (scrollHeight - scrollTop - clientHeight < NEAR_THE_END) this.#atEnd = true;
    else if (scrollTop < this.#top) this.#atEnd = false;
    this.#top = scrollTop;
    if (this.#atEnd) this.#missed = 0;
    this.#showLatest();
  }

  #showLatest() {
    this.#latest.hidden = this.#atEnd;
    this.#unseen.hidden = this.#missed === 0;
    this.#unseen.textContent = String(this.#missed);
  }

  // Up and down walk from message to message, so that Tab does not have to.
  #step(event) {
    if (!["ArrowUp", "ArrowDown"].includes(event.key)) return;
    const bubbles = [...this.#list.querySelectorAll(".bubble")];
    if (!bubbles.length || (event.target !== this.#scroller && !event.target.classList.contains("bubble"))) return;
    const here = bubbles.indexOf(event.target);
    const to = here < 0 ? bubbles.length - 1 : here + (event.key === "ArrowUp" ? -1 : 1);
    if (!bubbles[to]) return;
    event.preventDefault();
    bubbles[to].focus({ preventScroll: true });
    bubbles[to].scrollIntoView({ block: "nearest", inline: "nearest" });
  }
}

function dots() {
  return el("li", { class: "message in typing", data: { testid: "typing" } },
    el("div", { class: "bubble dots", role: "img", "aria-label": "The bot is typing" }, el("i"), el("i"), el("i")));
}

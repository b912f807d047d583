// The list of what the bot sent: the engineer's view of the same conversation.

import { el } from "./dom.js";
import { say } from "./times.js";

const KEPT = 200;

export class Sent {
  #list = document.getElementById("sent-list");
  #count = document.getElementById("sent-count");
  #names;
  #total = 0;
  #turnTo;

  /** `names(id)` gives a phone's owner, `turnTo(id)` brings the phone into view. */
  constructor({ names, turnTo }) {
    this.#names = names;
    this.#turnTo = turnTo;
    const only = document.getElementById("sent-refused");
    only.addEventListener("change", () => this.#list.classList.toggle("refused-only", only.checked));
  }

  /** Replace the list; the sandbox tells oldest first. */
  set(items) {
    this.#total = 0;
    this.#list.replaceChildren();
    for (const item of items) this.add(item);
  }

  add(item) {
    this.#total += 1;
    this.#count.textContent = this.#total > KEPT ? `${KEPT}+` : String(this.#total);
    this.#list.prepend(this.#row(item));
    while (this.#list.children.length > KEPT) this.#list.lastElementChild.remove();
  }

  #row({ at, method, phone, kind, text, ok, error }) {
    const name = phone ? this.#names(phone) ?? phone : "";
    const to = name
      ? el("button", { type: "button", class: "sent-to", dir: "auto", text: name, on: { click: () => this.#turnTo(phone) } })
      : el("span", { class: "sent-to" });
    return el("li", { class: ok ? "ok" : "refused", data: { testid: "sent-item", ok: String(Boolean(ok)) } },
      el("time", { datetime: at, text: say("second", at) }), to,
      el("span", { class: "sent-kind", title: method, text: kind || method }),
      el("span", { class: "sent-text", dir: "auto", title: text ?? "", text: text ?? "" }),
      el("span", { class: "sent-result", text: ok ? "ok" : error || "refused" }));
  }
}

// What answers a press: a short word that fades, or one that must be confirmed.

import { el } from "./dom.js";

const SHOWN = 4500; // milliseconds; long enough to read 200 characters

export class Toasts {
  #stack = el("div", { class: "toasts", role: "status", "aria-live": "polite" });
  #veil = el("div", { class: "veil", hidden: true });
  #screen;

  /** `screen` is what lies under an alert and cannot be used until it is confirmed. */
  constructor(screen) {
    this.#screen = screen;
  }

  get elements() {
    return [this.#stack, this.#veil];
  }

  show(text, { alert = false, error = false } = {}) {
    if (alert) {
      this.#alert(text);
      return;
    }
    const toast = el("div", { class: error ? "toast error" : "toast", dir: "auto", text, data: { testid: error ? "complaint" : "toast" } });
    this.#stack.append(toast);
    setTimeout(() => toast.remove(), SHOWN);
    while (this.#stack.children.length > 3) this.#stack.firstElementChild.remove();
  }

  #alert(text) {
    const before = document.activeElement;
    const ok = el("button", {
      type: "button", class: "primary", text: "OK", data: { testid: "alert-ok" },
      on: {
        click: () => {
          this.#veil.hidden = true;
          this.#screen.inert = false;
          if (before?.isConnected) before.focus({ preventScroll: true });
        },
      },
    });
    const box = el("div", { class: "alert", role: "alertdialog", "aria-label": "Message from the bot", data: { testid: "alert" } },
      el("p", { dir: "auto", text }), ok);
    box.addEventListener("keydown", (event) => {
      if (event.key === "Escape") ok.click();
    });
    this.#veil.replaceChildren(box);
    this.#veil.hidden = false;
    this.#screen.inert = true;
    // Another person's phone must not take the focus from whoever is typing.
    if (this.#screen.contains(before) || before === document.body) ok.focus({ preventScroll: true });
  }
}

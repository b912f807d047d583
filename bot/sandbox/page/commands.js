// The list of commands: opened by its button, or by writing a slash.

import { el } from "./dom.js";

export class Commands {
  element = el("div", { class: "commands", role: "listbox", "aria-label": "Commands", hidden: true, data: { testid: "command-list" } });

  #all = [];
  #shown = [];
  #at = 0;
  #byButton = false;
  #use;

  constructor(use) {
    this.#use = use;
  }

  get open() {
    return !this.element.hidden;
  }

  get any() {
    return this.#all.length > 0;
  }

  set(commands) {
    if (JSON.stringify(commands) === JSON.stringify(this.#all)) return;
    this.#all = commands;
    if (this.open) this.#draw(this.#byButton ? "" : null);
  }

  toggle() {
    if (this.open) this.close();
    else {
      this.#byButton = true;
      this.#draw("");
    }
  }

  close() {
    this.element.hidden = true;
    this.#byButton = false;
  }

  /** Follow what is being written: "/he" leaves the commands that begin so. */
  follow(written) {
    const begun = /^\/([a-z0-9_]*)$/i.exec(written);
    if (begun) this.#draw(begun[1].toLowerCase());
    else if (!this.#byButton || written) this.close();
  }

  /** Arrow keys, Enter, Tab and Escape while open; true where the key was used. */
  key(event) {
    if (!this.open) return false;
    if (event.key === "Escape") this.close();
    else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      this.#at = (this.#at + (event.key === "ArrowDown" ? 1 : this.#shown.length - 1)) % this.#shown.length;
      this.#mark();
    } else if (event.key === "Enter" || event.key === "Tab") this.#choose(this.#shown[this.#at]);
    else return false;
    event.preventDefault();
    return true;
  }

  #choose(entry) {
    this.close();
    this.#use(`/${entry.command}`);
  }

  #draw(begun) {
    const kept = begun === null ? this.#shown : this.#all.filter((entry) => entry.command.startsWith(begun));
    if (!kept.length) {
      this.close();
      return;
    }
    this.#shown = kept;
    this.#at = 0;
    this.element.replaceChildren(...kept.map((entry) => el("button", {
      type: "button", role: "option", tabindex: "-1", data: { testid: `command-${entry.command}` },
      // Before the composer loses its focus, which would close a phone's keyboard.
      on: { pointerdown: (event) => event.preventDefault(), click: () => this.#choose(entry) },
    }, el("b", { text: `/${entry.command}` }), el("span", { dir: "auto", text: entry.description }))));
    this.element.hidden = false;
    this.#mark();
  }

  #mark() {
    [...this.element.children].forEach((option, i) => option.setAttribute("aria-selected", String(i === this.#at)));
    this.element.children[this.#at]?.scrollIntoView({ block: "nearest" });
  }
}

// The strip of phones: on a narrow window one phone is shown at a time.

import { el } from "./dom.js";
import { icon } from "./icons.js";

const NARROW = matchMedia("(max-width: 700px)");

export class Tabs {
  #bar = document.getElementById("tabs");
  #phones = document.getElementById("phones");
  #desk = document.getElementById("desk");
  #buttons = new Map();
  #deskButton = el("button", {
    type: "button", class: "tab tab-desk", "aria-label": "Clock, line and sent list", "aria-pressed": "false",
    data: { testid: "tab-desk" }, on: { click: () => this.#turnDesk() },
  }, icon("sliders"));
  #shown = null;
  #settling = 0;
  #chosen;

  /** `chosen(id)` is called when somebody turns to another phone. */
  constructor(chosen) {
    this.#chosen = chosen;
    this.#bar.append(this.#deskButton);
    this.#phones.addEventListener("scroll", () => this.#swiped(), { passive: true });
    this.#phones.addEventListener("pointerdown", () => this.#closeDesk());
    this.#desk.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && NARROW.matches) this.#closeDesk();
    });
    NARROW.addEventListener("change", () => this.#arrange());
  }

  update(phone) {
    let tab = this.#buttons.get(phone.id);
    if (!tab) {
      const badge = el("span", { class: "tab-badge", hidden: true });
      const button = el("button", {
        type: "button", class: "tab", data: { testid: `tab-${phone.id}`, role: phone.role },
        on: { click: () => this.turnTo(phone.id) },
      }, el("span", { class: "face", "aria-hidden": "true", text: [...phone.name][0] ?? "?" }),
      el("span", { class: "tab-name", dir: "auto", text: phone.name }), badge);
      this.#deskButton.before(button);
      tab = { button, badge };
      this.#buttons.set(phone.id, tab);
      if (this.#shown === null) this.show(phone.id);
      else this.#arrange();
    }
    tab.badge.hidden = !phone.unread;
    tab.badge.textContent = String(phone.unread ?? 0);
    tab.button.setAttribute("aria-label", `${phone.name}, ${phone.role}${phone.unread ? `, ${phone.unread} unread` : ""}`);
  }

  /** Follow that somebody works with the phone `id` now. */
  show(id) {
    if (this.#shown === id) return;
    this.#shown = id;
    this.#arrange();
    if (NARROW.matches) this.#scrollTo(id);
  }

  /** Turn to the phone `id` and bring it into view. */
  turnTo(id) {
    this.#closeDesk();
    this.#shown = id;
    this.#arrange();
    this.#scrollTo(id);
    this.#chosen(id);
  }

  #scrollTo(id) {
    const phone = document.getElementById(`phone-${id}`);
    if (phone) this.#phones.scrollTo({ left: phone.offsetLeft - this.#phones.offsetLeft - (NARROW.matches ? 0 : 12) });
  }

  #swiped() {
    if (!NARROW.matches) return;
    clearTimeout(this.#settling);
    // Only where the swipe comes to rest; on the way every phone passes by.
    this.#settling = setTimeout(() => {
      const place = Math.round(this.#phones.scrollLeft / this.#phones.clientWidth);
      const id = this.#phones.children[place]?.dataset.phone;
      if (!id || id === this.#shown) return;
      this.#shown = id;
      this.#arrange();
      this.#chosen(id);
    }, 120);
  }

  #arrange() {
    for (const [id, { button }] of this.#buttons) {
      const here = id === this.#shown;
      button.setAttribute("aria-current", String(here));
      if (here && NARROW.matches) button.scrollIntoView({ block: "nearest", inline: "nearest" });
    }
    // What is out of sight must be out of reach of the Tab key too.
    for (const phone of this.#phones.children) phone.inert = NARROW.matches && phone.dataset.phone !== this.#shown;
  }

  #turnDesk() {
    const open = this.#desk.classList.toggle("shown");
    this.#deskButton.setAttribute("aria-pressed", String(open));
  }

  #closeDesk() {
    this.#desk.classList.remove("shown");
    this.#deskButton.setAttribute("aria-pressed", "false");
  }
}

// The bar that stands in for the composer while a voice note is recorded.

import { el } from "./dom.js";
import { icon } from "./icons.js";
import { length } from "./times.js";
import { canRecord, record } from "./voice.js";

export class Recording {
  #time = el("span", { class: "recording-time", text: "0:00" });
  #drop = el("button", {
    type: "button", class: "round", "aria-label": "Throw the recording away", data: { testid: "record-cancel" },
    on: { click: () => this.#end(false) },
  }, icon("trash"));
  #send = el("button", {
    type: "button", class: "round main", "aria-label": "Send the voice note", data: { testid: "record-send" },
    on: { click: () => this.#end(true) },
  }, icon("send"));
  element = el("div", { class: "recording", hidden: true, role: "group", "aria-label": "Recording a voice note" },
    this.#drop, el("span", { class: "recording-mark", "aria-hidden": "true" }), this.#time,
    el("span", { class: "recording-words", text: "Speak now" }), this.#send);

  #tape = null;
  #ticking = 0;
  #changed;
  #done;

  /** `done(file, seconds)` receives what was recorded; `changed(on)` hears of begin and end. */
  constructor({ changed, done }) {
    this.#changed = changed;
    this.#done = done;
    this.element.addEventListener("keydown", (event) => {
      if (event.key === "Escape") this.#end(false);
    });
  }

  /** Begin; false where there is no microphone, or it is not allowed. */
  async begin() {
    if (!canRecord()) return false;
    try {
      this.#tape = await record();
    } catch (error) {
      if (error instanceof DOMException) return false;
      throw error;
    }
    this.#time.textContent = length(0);
    this.#ticking = setInterval(() => {
      this.#time.textContent = length(this.#tape.seconds());
    }, 250);
    this.element.hidden = false;
    this.#changed(true);
    this.#send.focus();
    return true;
  }

  async #end(keep) {
    const tape = this.#tape;
    if (!tape) return;
    this.#tape = null;
    clearInterval(this.#ticking);
    this.element.hidden = true;
    this.#changed(false);
    if (!keep) {
      await tape.drop();
      return;
    }
    const { blob, name, seconds } = await tape.finish();
    this.#done(new File([blob], name, { type: blob.type }), seconds);
  }
}

// Where a person writes: text, files, voice, commands and the reply keyboard.

import { Attachments } from "./attachments.js";
import { brief } from "./bubble.js";
import { Commands } from "./commands.js";
import { el } from "./dom.js";
import { icon } from "./icons.js";
import { replyKeyboard } from "./keyboards.js";
import { menu } from "./menus.js";
import { Recording } from "./recording.js";
import { measure, sample } from "./voice.js";

export class Composer {
  #actions;
  #page; // {complain, askPlace, lastOwn}
  #mode = null; // {verb: "edit" | "reply", message}
  #keyboard = null;
  #keyboardSign = "null";
  #keysOpen = false;

  #tray = new Attachments(() => this.#refresh());
  #commands = new Commands((command) => {
    this.#empty();
    this.#actions.say(command);
  });
  #recording = new Recording({
    changed: (on) => {
      this.#row.hidden = on;
      if (!on) this.#field.focus();
    },
    done: (file, seconds) => this.#actions.files([file], { as: "voice", duration: seconds }),
  });

  #field = el("textarea", {
    rows: "1", dir: "auto", class: "field", placeholder: "Message", "aria-label": "Message", enterkeyhint: "send",
    autocomplete: "off", data: { testid: "composer" },
    on: {
      input: () => this.#refresh(true),
      keydown: (event) => this.#key(event),
      paste: (event) => this.#paste(event),
      blur: () => this.#commands.close(),
    },
  });
  #slash = this.#round("commands", "slash", "Commands", () => {
    this.#commands.toggle();
    this.#field.focus();
  });
  #attach = this.#round("attach", "attach", "Attach", () => this.#chooseKind());
  #keysButton = this.#round("keys-toggle", "keyboard", "Reply keyboard", () => this.#showKeys(!this.#keysOpen));
  #record = this.#round("record", "mic", "Record a voice note", () => this.#speak());
  #send = this.#round("send", "send", "Send", () => this.send(), "round main");
  #modeBar = el("div", { class: "mode", hidden: true });
  #keys = el("div", { class: "keys-box", hidden: true });
  #row = el("div", { class: "composer-row" },
    this.#slash, this.#attach, this.#field, this.#keysButton, this.#record, this.#send);
  element = el("div", { class: "composer" },
    this.#commands.element, this.#modeBar, this.#tray.element, this.#row, this.#recording.element, this.#keys);

  constructor(actions, page) {
    this.#actions = actions;
    this.#page = page;
    // The button must not take the focus: losing it closes the list it is about to close.
    this.#slash.addEventListener("pointerdown", (event) => event.preventDefault());
    this.#refresh();
  }

  update({ commands, reply_keyboard: keyboard }) {
    this.#commands.set(commands ?? []);
    const sign = JSON.stringify(keyboard ?? null);
    if (sign !== this.#keyboardSign) {
      this.#keyboardSign = sign;
      this.#keyboard = keyboard ?? null;
      this.#keys.replaceChildren(...(keyboard ? [replyKeyboard(keyboard, (key) => this.#useKey(key))] : []));
      this.#showKeys(Boolean(keyboard));
    }
    this.#refresh();
  }

  focus() {
    this.#field.focus({ preventScroll: true });
  }

  reply(message) {
    this.#setMode({ verb: "reply", message });
  }

  edit(message) {
    this.#setMode({ verb: "edit", message });
    this.#field.value = message.text;
    this.#refresh();
  }

  addFiles(files, as) {
    const complaint = this.#tray.add(files, as);
    if (complaint) this.#page.complain(complaint);
    this.#field.focus();
  }

  async send() {
    const text = this.#field.value.trim();
    const mode = this.#mode;
    if (this.#tray.any) {
      const { files, as } = this.#tray.take();
      this.#empty();
      await this.#actions.files(files, { as, caption: text });
      return;
    }
    if (!text) return;
    this.#empty();
    const sent = mode?.verb === "edit"
      ? await this.#actions.edit(mode.message.id, text)
      : await this.#actions.say(text, mode?.message.id ?? null);
    if (!sent && !this.#field.value) {
      // What was refused is not lost: it can be corrected and sent again.
      this.#mode = mode;
      this.#setMode(mode);
      this.#field.value = text;
      this.#refresh();
    }
  }

  #empty() {
    this.#field.value = "";
    this.#setMode(null);
    this.#commands.close();
    this.#refresh();
  }

  #setMode(mode) {
    if (this.#mode?.verb === "edit" && mode !== this.#mode) this.#field.value = "";
    this.#mode = mode;
    this.#modeBar.hidden = !mode;
    if (mode) {
      const title = mode.verb === "edit" ? "Edit message" : mode.message.out ? "Reply to yourself" : "Reply";
      this.#modeBar.replaceChildren(icon(mode.verb === "edit" ? "edit" : "reply"),
        el("span", { class: "mode-words" }, el("b", { text: title }), el("span", { dir: "auto", text: brief(mode.message) })),
        this.#round("mode-cancel", "close", "Cancel", () => this.#setMode(null), "icon-button"));
      this.#field.focus();
    }
    this.#refresh();
  }

  #refresh(typed = false) {
    const words = this.#field.value.trim() !== "";
    const sendable = words || this.#tray.any || this.#mode?.verb === "edit";
    this.#send.hidden = !sendable;
    this.#record.hidden = sendable;
    this.#slash.hidden = !this.#commands.any || words;
    this.#keysButton.hidden = !this.#keyboard || words;
    this.#field.placeholder = this.#tray.any ? "Caption" : this.#keyboard?.placeholder || "Message";
    if (typed) this.#commands.follow(this.#field.value);
    this.#field.style.setProperty("height", "auto");
    const { scrollHeight } = this.#field; // 0 while hidden
    if (scrollHeight) this.#field.style.setProperty("height", `${scrollHeight}px`);
  }

  #key(event) {
    if (event.isComposing || this.#commands.key(event)) return; // Enter may be choosing a Chinese character.
    if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      this.send();
    } else if (event.key === "Escape" && (this.#mode || this.#tray.any)) {
      this.#tray.clear();
      this.#setMode(null);
    } else if (event.key === "ArrowUp" && !this.#field.value) {
      const own = this.#page.lastOwn();
      if (own) {
        event.preventDefault();
        this.edit(own);
      }
    }
  }

  #paste(event) {
    const files = [...(event.clipboardData?.files ?? [])];
    if (!files.length) return;
    event.preventDefault();
    this.addFiles(files, "photo");
  }

  #chooseKind() {
    menu("Attach", [
      { text: "Photos", icon: "image", testid: "attach-photo", act: () => this.#pick("image/*", true, (files) => this.addFiles(files, "photo")) },
      { text: "Files", icon: "file", testid: "attach-document", act: () => this.#pick("", true, (files) => this.addFiles(files, "document")) },
      ...this.#voices(),
      { text: "Location", icon: "pin", testid: "attach-location", act: () => this.#place() },
      { text: "Own phone number", icon: "person", testid: "attach-contact", act: () => this.#actions.contact() },
    ], this.#attach);
  }

  #voices() {
    return [
      { text: "Voice note from a file", icon: "wave", testid: "attach-voice", act: () => this.#pick("audio/*", false, ([file]) => this.#sendVoice(file)) },
      { text: "Sample voice note", icon: "mic", testid: "attach-sample", act: () => this.#sendSample() },
    ];
  }

  // The chooser stays in the page until it answers; one that is not in the page may be collected meanwhile.
  #pick(accept, multiple, use) {
    this.element.querySelector(".picker")?.remove();
    const input = el("input", { type: "file", class: "picker", hidden: true, accept, multiple, data: { testid: "picker" } });
    input.addEventListener("change", () => {
      if (input.files.length) use([...input.files]);
      input.remove();
    });
    this.element.append(input);
    input.click();
  }

  async #sendVoice(file) {
    await this.#actions.files([file], { as: "voice", duration: await measure(file) });
  }

  async #sendSample() {
    const { blob, name, seconds } = sample();
    await this.#actions.files([new File([blob], name, { type: blob.type })], { as: "voice", duration: seconds });
  }

  async #speak() {
    if (!(await this.#recording.begin())) menu("No microphone here", this.#voices(), this.#record);
  }

  async #place() {
    const where = await this.#page.askPlace();
    if (where) await this.#actions.location(where.lat, where.lon);
  }

  async #useKey(key) {
    if (this.#keyboard?.one_time) this.#showKeys(false);
    if (key.contact) await this.#actions.contact();
    else if (key.location) await this.#place();
    else await this.#actions.key(key.text);
  }

  #showKeys(open) {
    this.#keysOpen = open;
    this.#keys.hidden = !open;
    this.#keysButton.setAttribute("aria-expanded", String(open));
  }

  #round(testid, name, label, act, look = "round") {
    return el("button", { type: "button", class: look, "aria-label": label, title: label, data: { testid }, on: { click: act } }, icon(name));
  }
}

// Files chosen but not sent yet: a tray above the composer.

import { el } from "./dom.js";
import { icon } from "./icons.js";
import { bytes } from "./media.js";

const MOST = 10; // photos in one album, core.telegram.org/bots/api#sendmediagroup

export class Attachments {
  #files = [];
  #as = "document";
  #row = el("div", { class: "tray-row" });
  #how = el("button", { type: "button", class: "tray-how", data: { testid: "send-as" }, on: { click: () => this.#turn() } });
  element = el("div", { class: "tray", hidden: true, data: { testid: "tray" }, role: "group", "aria-label": "Files to send" }, this.#row, this.#how);

  #changed;

  constructor(changed) {
    this.#changed = changed;
  }

  get any() {
    return this.#files.length > 0;
  }

  /** Add files; `as` is "photo" or "document". Returns a complaint, or null. */
  add(files, as) {
    const chosen = [...files].map((file) => ({ file, address: URL.createObjectURL(file) }));
    const room = MOST - this.#files.length;
    chosen.slice(room).forEach((each) => URL.revokeObjectURL(each.address));
    this.#files.push(...chosen.slice(0, room));
    this.#as = as === "photo" && this.#pictures ? "photo" : "document";
    this.#draw();
    return chosen.length > room ? `At most ${MOST} files go together.` : null;
  }

  /** Hand over the files and forget them here. */
  take() {
    const taken = { files: this.#files.map((each) => each.file), as: this.#as };
    this.clear();
    return taken;
  }

  clear() {
    this.#files.forEach((each) => URL.revokeObjectURL(each.address));
    this.#files = [];
    this.#draw();
  }

  get #pictures() {
    return this.#files.every(({ file }) => file.type.startsWith("image/"));
  }

  #turn() {
    this.#as = this.#as === "photo" ? "document" : "photo";
    this.#draw();
  }

  #draw() {
    this.element.hidden = !this.any;
    this.#how.hidden = !this.#pictures;
    this.#how.textContent = this.#as === "photo" ? "as photos" : "as files";
    this.#how.setAttribute("aria-label", `Sent ${this.#how.textContent}; press to change`);
    this.#row.replaceChildren(...this.#files.map((each) => this.#piece(each)));
    this.#changed();
  }

  #piece(each) {
    const { file, address } = each;
    const face = file.type.startsWith("image/")
      ? el("img", { src: address, alt: "" })
      : el("span", { class: "tray-file" }, icon("file"), el("small", { text: bytes(file.size) }));
    const drop = () => {
      URL.revokeObjectURL(address);
      this.#files = this.#files.filter((other) => other !== each);
      this.#draw();
    };
    return el("div", { class: "tray-piece", title: file.name }, face, el("button", {
      type: "button", class: "tray-drop", "aria-label": `Leave out ${file.name}`, on: { click: drop },
    }, icon("close")));
  }
}

// What a bubble can hold besides words: pictures, sounds, files, people, places.

import { el } from "./dom.js";
import { icon } from "./icons.js";
import { player } from "./player.js";

const UNITS = ["B", "KB", "MB", "GB"];

/** The part of `message` that is not text, or null. `look` enlarges a photo. */
export function media(message, look) {
  const { kind, file } = message;
  if (kind === "photo" && file) return photo(message, look);
  if (kind === "voice" && file) return player(file, message.id, "voice note");
  if (kind === "audio" && file) return el("div", { class: "sound" }, player(file, message.id, "recording"), fileName(file));
  if (kind === "video" && file) return el("video", { class: "video", src: file.url, controls: true, preload: "metadata" });
  if (kind === "document" && file) return paper(file);
  if (kind === "contact" && message.contact) return person(message.contact);
  if (kind === "location" && message.location) return place(message.location);
  if (kind === "sticker") return sticker(message);
  return null;
}

/** A photo that grows when pressed. */
export function photo(message, look) {
  const name = message.text || "Photo";
  return el("button", {
    type: "button", class: "photo", "aria-label": `Enlarge: ${name}`, data: { testid: "photo" },
    on: { click: () => look(message.file.url, name) },
  }, el("img", { src: message.file.url, alt: name, draggable: "false" }));
}

export function bytes(size) {
  let value = size || 0;
  let unit = 0;
  while (value >= 1024 && unit < UNITS.length - 1) {
    value /= 1024;
    unit += 1;
  }
  return `${value >= 10 || unit === 0 ? Math.round(value) : value.toFixed(1)} ${UNITS[unit]}`;
}

const fileName = (file) => el("span", { class: "file-name", dir: "auto", text: file.name || "file" });

function paper(file) {
  return el("a", {
    class: "card", href: file.url, download: file.name || "file", data: { testid: "file" },
    "aria-label": `Save ${file.name || "the file"}, ${bytes(file.size)}`,
  }, el("span", { class: "card-mark" }, icon("file")),
  el("span", { class: "card-words" }, fileName(file), el("small", { text: bytes(file.size) })));
}

function person(contact) {
  const name = [contact.first_name, contact.last_name].filter(Boolean).join(" ") || contact.name || "Contact";
  return el("div", { class: "card" },
    el("span", { class: "card-mark" }, icon("person")),
    el("span", { class: "card-words" },
      el("span", { class: "file-name", dir: "auto", text: name }),
      el("small", { dir: "ltr", text: contact.phone_number ?? contact.phone ?? "" })));
}

function place(location) {
  const lat = Number(location.latitude ?? location.lat);
  const lon = Number(location.longitude ?? location.lon);
  // No map: a map would have to be asked for outside.
  return el("div", { class: "place" },
    el("div", { class: "place-map", "aria-hidden": "true" }, icon("pin")),
    el("small", { dir: "ltr", text: `${lat.toFixed(4)}, ${lon.toFixed(4)}` }));
}

function sticker({ file, text }) {
  if (file?.mime?.startsWith("image/")) return el("img", { class: "sticker", src: file.url, alt: text || "Sticker" });
  return el("span", { class: "sticker", text: text || "Sticker" });
}

// Questions of the page itself: a place, a link, a photo to look at.

import { el } from "./dom.js";
import { icon } from "./icons.js";

const byId = (id) => document.getElementById(id);

// A dialog's answer: what `read` finds in it, or null when it was cancelled.
function ask(dialog, yes, read) {
  return new Promise((answer) => {
    dialog.returnValue = "";
    dialog.addEventListener("close", () => answer(dialog.returnValue === yes ? read() : null), { once: true });
    // Enter would press the first button, which is Cancel.
    dialog.onkeydown = (event) => {
      if (event.key !== "Enter" || !event.target.matches("input")) return;
      event.preventDefault();
      dialog.querySelector(".primary").click();
    };
    dialog.showModal();
    dialog.querySelector("input").select();
  });
}

export const askPlace = () => ask(byId("place"), "send", () => ({
  lat: Number(byId("latitude").value), lon: Number(byId("longitude").value),
}));

/** A pasted link to the bot; resolves to its payload. */
export async function askLink() {
  const field = byId("invite-link");
  field.value = "";
  const given = await ask(byId("invite"), "open", () => field.value.trim());
  if (!given) return null;
  return /[?&]start=([A-Za-z0-9_-]*)/.exec(given)?.[1] ?? given;
}

export function look(address, name) {
  const viewer = byId("viewer");
  const close = el("button", {
    type: "button", class: "icon-button", "aria-label": "Close the photo", data: { testid: "viewer-close" },
    on: { click: () => viewer.close() },
  }, icon("close"));
  viewer.replaceChildren(el("img", { src: address, alt: name }), close);
  viewer.onclick = () => viewer.close();
  viewer.showModal();
}

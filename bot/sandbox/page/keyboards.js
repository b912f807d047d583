// Buttons under a message, and the keys that stand in for the phone's keyboard.

import { el } from "./dom.js";
import { icon } from "./icons.js";
import { link } from "./text.js";

/** The buttons under `message`; a pressed one waits until the sandbox took the press. */
export function inlineKeyboard(message, chat) {
  const rows = message.keyboard.map((buttons, row) => el("div", { class: "buttons-row" },
    ...buttons.map((button, column) => {
      const data = { row: String(row), column: String(column), testid: `button-${row}-${column}` };
      if (button.kind === "url") {
        const out = link(button.url, chat.bot, chat.actions, { class: "inline", data });
        out.append(el("span", { dir: "auto", text: button.text }), icon("open"));
        return out;
      }
      return el("button", {
        type: "button", class: "inline", data,
        on: {
          async click(event) {
            const pressed = event.currentTarget;
            if (pressed.classList.contains("busy")) return;
            pressed.classList.add("busy");
            await chat.actions.press(message.id, row, column);
            pressed.classList.remove("busy");
          },
        },
      }, el("span", { dir: "auto", text: button.text }));
    })));
  return el("div", { class: "inline-keyboard", role: "group", "aria-label": "Buttons of the message" }, ...rows);
}

/** The reply keyboard; `use(key)` is called with the key that was pressed. */
export function replyKeyboard(keyboard, use) {
  let i = 0;
  const rows = keyboard.rows.map((keys) => el("div", { class: "keys-row" }, ...keys.map((key) => {
    const button = el("button", {
      type: "button", class: "key", data: { testid: `key-${i}` }, on: { click: () => use(key) },
    }, key.contact ? icon("person") : key.location ? icon("pin") : null, el("span", { dir: "auto", text: key.text }));
    i += 1;
    return button;
  })));
  return el("div", { class: "keys", role: "group", "aria-label": "Reply keyboard", data: { testid: "keys" } }, ...rows);
}

// A message's text: what the server made of its formatting, rebuilt from a
// list of allowed elements, so that nothing else can ever reach the page.

import { el } from "./dom.js";

const ALLOWED = new Set([
  "B", "STRONG", "I", "EM", "U", "INS", "S", "STRIKE", "DEL", "CODE", "PRE", "BLOCKQUOTE", "BR",
]);
const FOUND = /(https?:\/\/[^\s<>"']+[^\s<>"'.,;:!?)\]»])|(?<![\p{L}\p{N}_/])(\/[a-z][a-z0-9_]{0,31})(?![\p{L}\p{N}_/])/giu;
const ARABIC = /[\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufeff]/;

/**
 * The text of a message as an element; its direction is that of what it stands in.
 *
 * `actions.start(payload)` follows a link to the bot, `actions.say(text)`
 * sends a command that was tapped.
 */
export function words(html, plain, bot, actions) {
  const source = new DOMParser().parseFromString(html ?? "", "text/html").body;
  const box = el("div", { class: "text" });
  if (ARABIC.test(plain ?? source.textContent)) box.dataset.script = "arabic";
  copy(source, box, bot, actions);
  return box;
}

function copy(source, target, bot, actions) {
  for (const node of source.childNodes) {
    if (node.nodeType === Node.TEXT_NODE) {
      if (target.closest("a, code, pre")) target.append(node.data);
      else spot(node.data, target, bot, actions);
    } else if (node.nodeType === Node.ELEMENT_NODE) {
      const made = twin(node, bot, actions);
      if (made) target.append(made);
      copy(node, made ?? target, bot, actions);
    }
  }
}

function twin(node, bot, actions) {
  if (ALLOWED.has(node.tagName)) return el(node.tagName.toLowerCase());
  if (node.tagName === "A") return link(node.getAttribute("href"), bot, actions);
  if (node.tagName === "TG-SPOILER" || node.classList.contains("tg-spoiler")) return spoiler();
  return null;
}

function spoiler() {
  const show = (event) => {
    if (event.type === "keydown" && event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    event.currentTarget.classList.add("shown");
  };
  return el("span", {
    class: "spoiler", tabindex: "0", role: "button", "aria-label": "Hidden text, press to show",
    on: { click: show, keydown: show },
  });
}

// Addresses and commands that the sender left unmarked can be tapped too.
function spot(text, target, bot, actions) {
  let from = 0;
  for (const found of text.matchAll(FOUND)) {
    const [whole, address, command] = found;
    target.append(text.slice(from, found.index));
    from = found.index + whole.length;
    if (address) {
      const made = link(address, bot, actions);
      made.append(address);
      target.append(made);
    } else {
      target.append(el("button", {
        type: "button", class: "tap", text: command, on: { click: () => actions.say(command) },
      }));
    }
  }
  target.append(text.slice(from));
}

/** A link: web addresses open in a new tab, links to the bot start it in this very phone. */
export function link(href, bot, actions, options = {}) {
  let address;
  try {
    address = new URL(href);
  } catch {
    return el("span", options);
  }
  const payload = startOf(address, bot);
  if (payload !== null) {
    const follow = (event) => {
      event.preventDefault();
      actions.start(payload);
    };
    const data = { testid: "tg-start", ...options.data, tgStart: payload };
    return el("a", { ...options, href, data, on: { click: follow } });
  }
  if (["http:", "https:"].includes(address.protocol)) {
    return el("a", { ...options, href, target: "_blank", rel: "noopener noreferrer" });
  }
  if (["tel:", "mailto:"].includes(address.protocol)) return el("a", { ...options, href });
  return el("span", options);
}

/** The payloads of all links to the bot that `message` carries, in its text or its buttons. */
export function startLinks(message, bot) {
  const source = new DOMParser().parseFromString(message.html ?? "", "text/html");
  const found = [
    ...[...source.querySelectorAll("a[href]")].map((anchor) => anchor.getAttribute("href")),
    ...[...(message.text ?? "").matchAll(FOUND)].map(([, address]) => address),
    ...(message.keyboard ?? []).flat().map((button) => button.url),
  ].filter((href) => href && URL.canParse(href));
  return found.map((href) => startOf(new URL(href), bot)).filter(Boolean);
}

// https://t.me/<bot>?start=PAYLOAD or tg://resolve?domain=<bot>&start=PAYLOAD → PAYLOAD, else null.
function startOf(address, bot) {
  const web = ["t.me", "telegram.me"].includes(address.hostname);
  const name = web ? address.pathname.replaceAll("/", "")
    : address.protocol === "tg:" ? address.searchParams.get("domain") : null;
  if (!name || name.toLowerCase() !== (bot.username ?? "").toLowerCase()) return null;
  return address.searchParams.get("start") ?? "";
}

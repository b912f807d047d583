// The rehearsal: phones side by side, a desk below, one line to the sandbox.

import { Desk } from "./desk.js";
import { el, patch } from "./dom.js";
import { Phone } from "./phone.js";
import { Sent } from "./sent.js";
import { Tabs } from "./tabs.js";
import { follow } from "./wire.js";

const stage = document.getElementById("phones");
const connection = document.getElementById("connection");
const phones = new Map(); // id → {view, state}
const bot = { name: "Bot", username: "" };
let active = null;

const desk = new Desk(complain);
const tabs = new Tabs(activate);
const sent = new Sent({
  names: (id) => phones.get(id)?.state.name,
  turnTo: (id) => {
    if (!phones.has(id)) return;
    tabs.turnTo(id);
    phones.get(id).view.toEnd();
  },
});
const page = {
  bot,
  phones: () => [...phones.values()].map(({ state }) => state),
  active: (id) => id === active,
  activate,
  open: (id, payload) => {
    tabs.turnTo(id);
    return phones.get(id)?.view.open(payload);
  },
};

function activate(id) {
  if (active !== id) {
    if (active) phones.get(active)?.view.element.classList.remove("active");
    active = id;
    phones.get(id)?.view.element.classList.add("active");
    tabs.show(id);
  }
  phones.get(id)?.view.read();
}

function show(state) {
  let phone = phones.get(state.id);
  if (!phone) {
    phone = { view: new Phone(state.id, page), state };
    phones.set(state.id, phone);
  }
  phone.state = state;
  phone.view.update(state);
  tabs.update(state);
}

function onState(state) {
  Object.assign(bot, state.bot); // Bubbles hold on to it: the name may change while the page is open.
  document.title = `Rehearsal: ${bot.name}`;
  desk.useZone(state.zone);
  desk.clock(state.now);
  desk.switches(state.switches);
  for (const phone of state.phones) {
    const known = phones.get(phone.id);
    if (!known) phones.set(phone.id, { view: new Phone(phone.id, page), state: phone });
  }
  patch(stage, state.phones.map(({ id }) => ({ key: id, sign: id })), ({ key }) => phones.get(key).view.element);
  state.phones.forEach(show);
  sent.set(state.sent);
}

function onEvent(event) {
  if (event.type === "phone") show(event.phone);
  else if (event.type === "toast") phones.get(event.phone)?.view.toast(event.text, event.alert);
  else if (event.type === "sent") sent.add(event.item);
  else if (event.type === "clock") desk.clock(event.now);
  else if (event.type === "switches") desk.switches(event.switches);
}

function onLine(on) {
  connection.dataset.state = on ? "on" : "off";
  connection.textContent = on ? "connected" : "the rehearsal has ended, or does not answer";
}

function complain(message) {
  const toast = el("div", { class: "toast error", role: "alert", text: message, data: { testid: "complaint" } });
  document.getElementById("desk").append(toast);
  setTimeout(() => toast.remove(), 6000);
}

document.addEventListener("visibilitychange", () => active && phones.get(active)?.view.read());
follow({ onState, onEvent, onLine });

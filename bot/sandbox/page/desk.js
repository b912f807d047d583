// The desk under the phones: the clock, and the switches that break the line.

import { el } from "./dom.js";
import { icon } from "./icons.js";
import { say, useZone, zoneName } from "./times.js";
import { post } from "./wire.js";

const MODES = [
  ["ok", "works", "Telegram answers as usual"],
  ["slow", "slow", "Every answer takes seconds"],
  ["outage", "outage", "Connections are refused"],
  ["too_many", "429", "Too many requests, retry later"],
  ["server_error", "500", "Telegram's own error pages"],
  ["timeout_after_accept", "lost answer", "The message is accepted, the answer never comes"],
  ["garbage", "garbage", "Answers that are not JSON"],
  ["conflict", "409", "Another program polls with the same token"],
  ["revoked", "401", "The token was revoked"],
];
const byId = (id) => document.getElementById(id);

export class Desk {
  #skew = 0; // rehearsal clock minus this machine's, milliseconds
  #mode = "ok";
  #until = null;
  #buttons = new Map();
  #complain;

  constructor(complain) {
    this.#complain = complain;
    for (const button of document.querySelectorAll(".clock button")) {
      const { hours, days } = button.dataset;
      button.addEventListener("click", () => this.#send("clock", hours ? { hours: Number(hours) } : { days: Number(days) }));
    }
    for (const [mode, text, title] of MODES) {
      const button = el("button", {
        type: "button", text, title, "aria-pressed": "false", data: { testid: `switch-${mode}` }, on: { click: () => this.#turn(mode) },
      });
      this.#buttons.set(mode, button);
      byId("switches").append(button);
    }
    byId("desk-fold").append(icon("down"));
    byId("desk-fold").addEventListener("click", () => this.#fold());
    if (matchMedia("(max-height: 640px), (max-width: 1100px) and (max-height: 820px)").matches) this.#fold();
    setInterval(() => this.#tick(), 500);
  }

  useZone(zone) {
    useZone(zone);
    byId("clock-zone").textContent = zoneName();
  }

  clock(now) {
    this.#skew = Date.parse(now) - Date.now();
    this.#tick();
  }

  switches({ mode, until }) {
    this.#mode = mode ?? "ok";
    this.#until = until ? Date.parse(until) : null;
    this.#tick();
  }

  #tick() {
    const now = new Date(Date.now() + this.#skew);
    const clock = byId("clock-now");
    const text = say("clock", now);
    if (clock.textContent !== text) clock.textContent = text;
    clock.dateTime = now.toISOString();

    const left = this.#until === null ? null : Math.ceil((this.#until - now.getTime()) / 1000);
    if (left !== null && left <= 0) {
      this.#mode = "ok";
      this.#until = null;
    }
    const name = MODES.find(([mode]) => mode === this.#mode)?.[1] ?? this.#mode;
    const state = this.#until === null || this.#mode === "ok" ? name : `${name}, ${left} s left`;
    const line = byId("line-state");
    if (line.textContent !== state) line.textContent = state;
    line.dataset.mode = this.#mode;
    for (const [mode, button] of this.#buttons) button.setAttribute("aria-pressed", String(mode === this.#mode));
  }

  async #turn(mode) {
    const seconds = document.querySelector('input[name="seconds"]:checked').value;
    await this.#send("switches", mode === "ok" || !seconds ? { mode } : { mode, seconds: Number(seconds) });
  }

  async #send(path, body) {
    try {
      await post(path, body);
    } catch (error) {
      this.#complain(error.message);
    }
  }

  #fold() {
    const folded = byId("desk").classList.toggle("folded");
    byId("desk-fold").setAttribute("aria-expanded", String(!folded));
    byId("desk-fold").setAttribute("aria-label", folded ? "Unfold the desk" : "Fold the desk");
  }
}

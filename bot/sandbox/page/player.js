// Playing voice notes: one at a time, as on a phone.

import { el } from "./dom.js";
import { icon } from "./icons.js";
import { length } from "./times.js";

const BARS = 34;
let playing = null;

/** A player for a recording at `file.url`; `seed` decides the look of its wave. */
export function player(file, seed, title) {
  const audio = new Audio();
  audio.preload = "none";
  audio.src = file.url;
  let known = file.duration || 0;

  const button = el("button", { type: "button", class: "player-button", data: { testid: "play" } });
  const wave = el("div", { class: "wave", "aria-hidden": "true" }, ...bars(seed));
  const seek = el("input", {
    type: "range", class: "player-seek", min: "0", max: "1000", value: "0", "aria-label": `Position in the ${title}`,
  });
  const time = el("span", { class: "player-time", text: length(known) });

  const show = () => {
    const share = known ? Math.min(1, audio.currentTime / known) : 0;
    const started = !audio.paused || audio.currentTime > 0;
    seek.value = String(Math.round(share * 1000));
    seek.setAttribute("aria-valuetext", `${length(audio.currentTime)} of ${length(known)}`);
    wave.style.setProperty("--played", `${share * 100}%`);
    [...wave.children].forEach((bar, i) => bar.classList.toggle("played", (i + 0.5) / BARS <= share));
    time.textContent = length(started ? audio.currentTime : known);
    button.replaceChildren(icon(audio.paused ? "play" : "pause"));
    button.setAttribute("aria-label", `${audio.paused ? "Play" : "Pause"} the ${title}, ${length(known)}`);
  };
  button.addEventListener("click", () => {
    if (!audio.paused) {
      audio.pause();
      return;
    }
    audio.play().catch(() => {
      time.textContent = "cannot be played here";
    });
  });
  seek.addEventListener("input", () => {
    if (known) audio.currentTime = (Number(seek.value) / 1000) * known;
    show();
  });
  audio.addEventListener("play", () => {
    if (playing && playing !== audio) playing.pause();
    playing = audio;
  });
  audio.addEventListener("ended", () => {
    audio.currentTime = 0;
  });
  // A recording made by a browser says its length only once it was played.
  audio.addEventListener("durationchange", () => {
    if (Number.isFinite(audio.duration) && audio.duration > 0) known = audio.duration;
    show();
  });
  for (const name of ["play", "pause", "timeupdate", "ended"]) audio.addEventListener(name, show);
  show();
  return el("div", { class: "player" }, button,
    el("div", { class: "player-track" }, wave, seek), time);
}

// The true wave would need the whole recording; this one only has to look like a voice.
function bars(seed) {
  let state = (Number(seed) || 1) * 2654435761;
  return Array.from({ length: BARS }, (_, i) => {
    state = (state * 1103515245 + 12345) % 2147483648;
    const swell = 0.45 + 0.55 * Math.abs(Math.sin(i * 0.45 + (seed % 7)));
    const height = 18 + Math.round(swell * (state / 2147483648) * 82);
    const bar = el("i");
    bar.style.setProperty("height", `${height}%`);
    return bar;
  });
}

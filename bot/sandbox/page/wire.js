// The line between the page and the sandbox: requests, and the event stream.

/** A request that the sandbox refused; the message says why. */
export class Refused extends Error {}

export async function post(path, body = {}) {
  const form = body instanceof FormData;
  let answer;
  try {
    answer = await fetch(`/page/${path}`, {
      method: "POST",
      headers: form ? {} : { "Content-Type": "application/json" },
      body: form ? body : JSON.stringify(body),
    });
  } catch {
    throw new Refused("The rehearsal server does not answer.");
  }
  if (!answer.ok) throw new Refused(await reason(answer));
}

async function reason(answer) {
  const text = await answer.text().catch(() => "");
  try {
    const body = JSON.parse(text);
    return String(body.error ?? body.detail ?? body.description ?? text);
  } catch {
    return text.slice(0, 300) || `The rehearsal server answered ${answer.status}.`;
  }
}

/**
 * Follow the sandbox for as long as the page is open.
 *
 * After every (re)connection the whole state is loaded; events that arrive
 * meanwhile wait, so an older snapshot never covers a newer event.
 */
export function follow({ onState, onEvent, onLine }) {
  let stream = null;
  let waiting = null;
  let pause = 500;

  function connect() {
    stream = new EventSource("/page/events");
    stream.onopen = load;
    stream.onmessage = (message) => {
      const event = JSON.parse(message.data);
      if (waiting) waiting.push(event);
      else onEvent(event);
    };
    stream.onerror = () => again(stream);
  }

  async function load() {
    const mine = stream;
    waiting = [];
    try {
      const answer = await fetch("/page/state", { cache: "no-store" });
      if (!answer.ok) throw new Refused(await reason(answer));
      const state = await answer.json();
      if (mine !== stream) return;
      onState(state);
      const held = waiting;
      waiting = null;
      held.forEach(onEvent);
      pause = 500;
      onLine(true);
    } catch {
      again(mine);
    }
  }

  // The browser's own retry gives up after an HTTP error, so it is not used.
  function again(failed) {
    if (failed !== stream) return;
    stream.close();
    stream = null;
    onLine(false);
    setTimeout(connect, pause);
    pause = Math.min(pause * 2, 5000);
  }

  connect();
}

// What a person can do with one phone, as requests to the sandbox.

import { Refused, post } from "./wire.js";

/**
 * The verbs of the phone `id`. Each resolves to true, or tells `complain` why
 * the sandbox refused and resolves to false.
 */
export function actionsOf(id, complain) {
  async function go(verb, body) {
    try {
      await post(`phones/${encodeURIComponent(id)}/${verb}`, body);
      return true;
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      complain(error.message);
      return false;
    }
  }
  return {
    say: (text, replyTo = null) => go("text", replyTo === null ? { text } : { text, reply_to: replyTo }),
    start: (payload = "") => go("start", payload ? { payload } : {}),
    press: (message, row, column) => go("press", { message, row, column }),
    key: (text) => go("key", { text }),
    location: (lat, lon) => go("location", { lat, lon }),
    contact: () => go("contact", {}),
    edit: (message, text) => go("edit", { message, text }),
    remove: (message) => go("delete", { message }),
    block: (blocked) => go("block", { blocked }),
    read: () => go("read", {}),
    files(files, { as, caption = "", duration = null }) {
      const form = new FormData();
      for (const file of files) form.append("file", file, file.name);
      form.append("as", as);
      form.append("caption", caption);
      if (duration !== null) form.append("duration", String(Math.max(1, Math.round(duration))));
      return go("files", form);
    },
  };
}

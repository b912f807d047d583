// Times as the people in the rehearsal see them: in the sandbox's zone.

let zone = "UTC";
let shapes = make();

function make() {
  const shape = (options) => new Intl.DateTimeFormat("en-GB", { timeZone: zone, ...options });
  return {
    time: shape({ hour: "2-digit", minute: "2-digit" }),
    second: shape({ hour: "2-digit", minute: "2-digit", second: "2-digit" }),
    day: shape({ weekday: "short", day: "numeric", month: "long", year: "numeric" }),
    key: shape({ day: "2-digit", month: "2-digit", year: "numeric" }),
    full: shape({ dateStyle: "medium", timeStyle: "medium" }),
    clock: shape({ weekday: "short", day: "numeric", month: "short", year: "numeric", hour: "2-digit", minute: "2-digit" }),
  };
}

/** Say times in the IANA zone `name` from now on. */
export function useZone(name) {
  if (!name || name === zone) return;
  const before = zone;
  zone = name;
  try {
    shapes = make();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    zone = before; // A zone that this browser does not know.
  }
}

export const zoneName = () => zone;

/** Say an ISO time as "time", "second", "day", "key", "full" or "clock". */
export function say(shape, iso) {
  const date = new Date(iso);
  return Number.isNaN(date.getTime()) ? "" : shapes[shape].format(date);
}

/** 75.2 seconds → "1:15". */
export function length(seconds) {
  const whole = Math.max(0, Math.round(Number.isFinite(seconds) ? seconds : 0));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}

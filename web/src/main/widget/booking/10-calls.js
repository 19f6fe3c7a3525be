/*
 * Booking a meeting: what the chat loads when an agent shares a calendar, and not before. The parts are joined in name order into
 * one module. Everything that goes on between card and server is here; a visitor is known by the token that the chat keeps.
 */
const TEXTS = __TEXTS__;
const STYLES = __STYLES__;
const DAY = 86_400_000;

class Refused extends Error {
  constructor(status, problem) {
    super(problem.title || String(status));
    this.status = status;
    this.code = problem.title;
    this.detail = problem.detail || "";
  }
}

function createCalls(kit) {
  async function call(method, path, body) {
    const answer = await fetch(new URL(`api/v1/${path}`, kit.server), {
      method, cache: "no-store", credentials: "omit",
      headers: { authorization: `Bearer ${kit.token()}`, ...(body && { "content-type": "application/json" }) },
      body: body && JSON.stringify(body),
    });
    const told = await answer.json().catch(() => ({}));
    if (!answer.ok) {
      throw new Refused(answer.status, told);
    }
    return told;
  }

  return {
    slots(agentId, from, days) {
      const to = new Date(from.getTime() + days * DAY);
      return call("GET", `calendars/${agentId}/slots?${new URLSearchParams({ from: from.toISOString(), to: to.toISOString() })}`);
    },
    meetings: conversationId => call("GET", `meetings?conversation=${conversationId}`).then(told => told.meetings),
    book: wish => call("POST", "meetings", wish),
    move: (id, start) => call("PUT", `meetings/${id}`, { start }),
    cancel: id => call("DELETE", `meetings/${id}`),
  };
}

/** Words and times in the visitor's language, in the zone they chose. */
function createWords(kit) {
  const formats = new Map();
  let zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const format = options => {
    const key = zone + JSON.stringify(options);
    if (!formats.has(key)) {
      formats.set(key, new Intl.DateTimeFormat(kit.locale, { ...options, timeZone: zone }));
    }
    return formats.get(key);
  };
  return {
    get zone() { return zone; },
    set zone(value) { zone = value; },
    t(key, ...values) {
      const text = TEXTS[kit.language]?.[key] ?? TEXTS.en[key] ?? key;
      return text.replace(/\{(\d)\}/g, (whole, index) => values[index] ?? whole);
    },
    has: key => key in TEXTS.en,
    // Sorts as text, and differs by day of the chosen zone.
    dayKey: at => new Intl.DateTimeFormat("sv-SE", { timeZone: zone }).format(at),
    shortDay: at => format({ weekday: "short", day: "numeric", month: "short" }).format(at),
    longDay: at => format({ weekday: "long", day: "numeric", month: "long" }).format(at),
    time: at => format({ hour: "numeric", minute: "2-digit" }).format(at),
    span: (start, end) => format({ weekday: "long", day: "numeric", month: "long", hour: "numeric", minute: "2-digit" })
      .formatRange(new Date(start), new Date(end)),
    minutes: count => new Intl.NumberFormat(kit.locale, { style: "unit", unit: "minute", unitDisplay: "long" }).format(count),
    zones() {
      const all = Intl.supportedValuesOf?.("timeZone") ?? [];
      return all.includes(zone) ? all : [zone, ...all];
    },
  };
}

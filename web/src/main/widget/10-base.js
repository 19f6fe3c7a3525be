/*
 * What every other part leans on: where the server is, texts and formats of the visitor's language, storage.
 * The parts are joined in name order inside one strict function, so they share their names and none leaks into the
 * page.
 */
const TEXTS = __TEXTS__;
const STYLES = __STYLES__;

// currentScript is only set while the script runs for the first time, async or not: read it here, never later.
const SCRIPT = document.currentScript || document.querySelector('script[src*="/inbox/widget.js"]');
const SERVER = new URL(".", SCRIPT.src);
const SOCKET = new URL("ws/visitor", SERVER);
const PROBE = SOCKET.href;
SOCKET.protocol = SERVER.protocol === "http:" ? "ws:" : "wss:";

const MAX_LENGTH = 10_000;
const COUNT_FROM = 9_000;

const baseOf = tag => tag.toLowerCase().split("-")[0];
const WISHES = [SCRIPT.dataset.locale, ...navigator.languages].filter(Boolean);
const LANGUAGE = WISHES.map(baseOf).find(base => TEXTS[base]) || "en";
// Times follow the region the visitor set ("en-GB") as long as it is the language of the texts.
const LOCALE = [...navigator.languages].find(tag => baseOf(tag) === LANGUAGE) || LANGUAGE;

const PLURAL = new Intl.PluralRules(LOCALE);

function t(key, ...values) {
  const text = TEXTS[LANGUAGE]?.[key] ?? TEXTS.en?.[key] ?? key;
  return text.replace(/\{(\d)\}/g, (whole, index) => values[index] ?? whole);
}

/** A text that differs by number: KEY.one, KEY.few…, else KEY.other. */
function tn(key, count) {
  const exact = `${key}.${PLURAL.select(count)}`;
  return t(TEXTS[LANGUAGE]?.[exact] ? exact : `${key}.other`, new Intl.NumberFormat(LOCALE).format(count));
}

const has = key => key in (TEXTS.en || {});

const TIME = new Intl.DateTimeFormat(LOCALE, { hour: "numeric", minute: "2-digit" });
const DAY = new Intl.DateTimeFormat(LOCALE, { weekday: "long", day: "numeric", month: "long" });
const FULL = new Intl.DateTimeFormat(LOCALE, { dateStyle: "full", timeStyle: "medium" });

/** By how many days of the visitor's calendar a date lies back; negative where it is still to come. */
function daysAgo(date) {
  const start = day => new Date(day.getFullYear(), day.getMonth(), day.getDate());
  // Rounded, because a day with a clock change has 23 or 25 hours.
  return Math.round((start(new Date()) - start(date)) / 86_400_000);
}

function dayName(date) {
  const ago = daysAgo(date);
  return ago === 0 ? t("day.today") : ago === 1 ? t("day.yesterday") : DAY.format(date);
}

// randomUUID exists only on https; customers try things out on plain http first.
function uuid() {
  if (crypto.randomUUID) {
    return crypto.randomUUID();
  }
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = [...bytes].map(byte => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}

const BACKOFF = [500, 1000, 2000, 4000, 8000, 15_000];
// The jitter keeps all visitors from coming back in the same instant after a restart of the server.
const backoff = attempt => BACKOFF[Math.min(attempt, BACKOFF.length - 1)] * (0.5 + Math.random());

// The server refuses these too: invisible characters alone would show as an empty bubble.
const isBlank = text => /^[\s\p{Z}\p{Cf}]*$/u.test(text);
const lengthOf = text => [...text].length;

/** JSON by key in the given web storage; memory takes over where the browser blocks it or it is full. */
function createStore(area) {
  const prefix = "agentinbox:";
  const memory = new Map();
  return {
    get(key) {
      if (memory.has(key)) {
        return memory.get(key);
      }
      try {
        return JSON.parse(area().getItem(prefix + key));
      } catch {
        return null;
      }
    },
    set(key, value) {
      try {
        area().setItem(prefix + key, JSON.stringify(value));
        memory.delete(key);
      } catch {
        memory.set(key, value);
      }
    },
    remove(key) {
      memory.delete(key);
      try {
        area().removeItem(prefix + key);
      } catch { /* nothing was kept there */ }
    },
    keys(start) {
      const found = new Set([...memory.keys()].filter(key => key.startsWith(start)));
      try {
        Object.keys(area())
          .filter(key => key.startsWith(prefix + start))
          .forEach(key => found.add(key.slice(prefix.length)));
      } catch { /* memory is all there is */ }
      return [...found];
    },
    nameOf: storageKey => storageKey?.startsWith(prefix) ? storageKey.slice(prefix.length) : null,
  };
}

// Even naming window.localStorage throws where storage is blocked, hence the functions.
const store = createStore(() => window.localStorage);
const tabStore = createStore(() => window.sessionStorage);

/** Listeners by event name; one that throws must not break the chat or the other listeners. */
function createEvents() {
  const listeners = new Map();
  return {
    on(name, listener) {
      const entry = { listener };
      listeners.set(name, [...(listeners.get(name) || []), entry]);
      return () => listeners.set(name, listeners.get(name).filter(other => other !== entry));
    },
    emit(name, detail) {
      for (const { listener } of listeners.get(name) || []) {
        try {
          listener(detail);
        } catch (problem) {
          setTimeout(() => { throw problem; });
        }
      }
    },
  };
}

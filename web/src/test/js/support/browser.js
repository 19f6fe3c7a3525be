// The parts of a browser that the client core uses, for tests: time passes when a test says so, and a test plays the server.

/** Puts a browser into the world. No chance: what varies by ±50 % does not vary. */
export function openBrowser() {
  const clock = startClock();
  const sockets = [];
  let ids = 0;
  globalThis.crypto = { randomUUID: () => `id-${++ids}` };
  Math.random = () => 0.5;
  globalThis.WebSocket = class extends ServerSide {
    constructor(url) {
      super(url);
      if (browser.isForbidden) throw new Error('no sockets here');
      sockets.push(this);
    }
  };
  globalThis.WebSocket.OPEN = OPEN;
  globalThis.URL = class {
    constructor(text) {
      if (!isAddress(text)) throw new TypeError(`Invalid URL: ${text}`);
      this.href = text;
    }
  };
  const browser = {
    clock, sockets, isForbidden: false,
    /** The connection that was made last. */
    get socket() { return sockets.at(-1); },
  };
  return browser;
}

const CONNECTING = 0;
const OPEN = 1;
const CLOSED = 3;

/** A socket of the page, with the server's end of it. */
class ServerSide {
  constructor(url) {
    this.url = url;
    this.readyState = CONNECTING;
    this.frames = [];
  }

  send(text) {
    if (this.readyState !== OPEN) throw new Error('not open');
    this.frames.push(JSON.parse(text));
  }

  close() {
    this.readyState = CLOSED;
  }

  /** The server accepts the connection. */
  accept() {
    this.readyState = OPEN;
    this.onopen?.();
    return this;
  }

  /** The server says something. */
  say(frame) {
    this.onmessage?.({ data: JSON.stringify(frame) });
    return this;
  }

  /** Accepts and greets. */
  welcome() {
    return this.accept().say({ type: 'welcome' });
  }

  /** The server, or what is between, ends the connection. */
  cut(code = 1006) {
    this.readyState = CLOSED;
    this.onclose?.({ code });
  }

  /** What the page sent since the last look, hello and pong left out. */
  taken() {
    return this.frames.splice(0).filter(({ type }) => type !== 'hello' && type !== 'pong');
  }
}

/** Date.now() and timers of a time that a test moves on. */
function startClock() {
  let now = Date.UTC(2026, 5, 15, 10, 0);
  let last = 0;
  const timers = new Map();
  const set = (task, millis, every) => {
    timers.set(++last, { task, at: now + millis, every });
    return last;
  };
  const clear = (id) => timers.delete(id);
  Date.now = () => now;
  globalThis.setTimeout = (task, millis = 0) => set(task, millis);
  globalThis.setInterval = (task, millis) => set(task, millis, millis);
  globalThis.clearTimeout = globalThis.clearInterval = clear;

  function next(until) {
    return [...timers].filter(([, { at }]) => at <= until).sort(([a, one], [b, other]) => one.at - other.at || a - b)[0];
  }

  return {
    /** Time passes: every timer goes off when it is due. */
    pass(millis) {
      const until = now + millis;
      for (let due = next(until); due; due = next(until)) {
        const [id, timer] = due;
        now = Math.max(now, timer.at);
        if (timer.every) timer.at += timer.every;
        else timers.delete(id);
        timer.task();
      }
      now = until;
    },
    /** The computer sleeps, or somebody sets its clock: no timer runs meanwhile. */
    jump(millis) {
      now += millis;
      for (const timer of timers.values()) timer.at += millis;
    },
    set: (instant) => { now = Date.parse(instant); },
    /** How many timers wait. */
    get timers() { return timers.size; },
  };
}

/** A storage of the browser, such as localStorage; a full one takes nothing. */
export function openStorage() {
  const storage = {};
  const hide = (name, value) => Object.defineProperty(storage, name, { value, writable: true });
  hide('isFull', false);
  hide('getItem', (key) => (Object.hasOwn(storage, key) ? storage[key] : null));
  hide('setItem', (key, value) => {
    if (storage.isFull) throw new Error('QuotaExceededError');
    storage[key] = String(value);
  });
  hide('removeItem', (key) => { delete storage[key]; });
  return storage;
}

// What somebody did and the server has not confirmed yet. Each act is kept in the browser under its own clientId before it is sent,
// and goes only when its fate is known: neither a reload nor a cut loses it. The same clientId is the same act for the server, so
// sending once too often is harmless; another window may simply take over what a closed one left.

import { backOff } from './backoff.js';
import { uuid } from './uuid.js';

const ANSWER = 15_000;

/** Milliseconds until another window may take over an act: time enough for the one where it was done. */
export const ORPHAN_AFTER = 20_000;

/**
 * storage, prefix: where acts are kept, one key for each, so that two windows never write over each other's.
 * transmit(act): answers whether the act went out.
 * maySend(act): whether it may go now.
 * laneOf(act): acts of the same lane go one at a time, in the order in which they were done.
 * unanswered(): no answer came in time. Without it, the act is sent again at once.
 * changed(act): the act is new, failed, or gone.
 */
export function createOutbox({ storage, prefix, transmit, maySend = () => true, laneOf = () => '', unanswered, changed = () => {} }) {
  /** By clientId: the act, how often it was sent and refused, and whether it may be another window's. */
  const entries = new Map();
  /** By lane: which act is on its way, or waits for another try. */
  const busy = new Map();
  let lastOrder = 0;

  const keyOf = (act) => prefix + act.clientId;
  const ordered = () => [...entries.values()].map(({ act }) => act).sort((a, b) => a.order - b.order);

  function save(act) {
    if (!act.volatile) storage.set(keyOf(act), act);
  }

  /** An act with volatile: true lives no longer than the page. */
  function add(act) {
    // Ties, and a clock that was put back, must not change the order.
    lastOrder = Math.max(Date.now(), lastOrder + 0.001);
    const added = { clientId: uuid(), order: lastOrder, ...act };
    entries.set(added.clientId, { act: added, sends: 0, refusals: 0, taken: false });
    save(added);
    changed(added);
    return added;
  }

  /** Takes what is kept and not known here, when it is as old as that in milliseconds. */
  function load(age = 0) {
    for (const key of storage.keys(prefix)) {
      const act = storage.get(key);
      if (!act?.clientId || entries.has(act.clientId) || (age > 0 && Date.now() - act.order < age)) continue;
      lastOrder = Math.max(lastOrder, act.order);
      entries.set(act.clientId, { act, sends: 0, refusals: 0, taken: true });
      changed(act);
    }
  }

  /** Sends what may go. */
  function pump() {
    const looked = new Set(busy.keys());
    for (const act of ordered()) {
      const lane = laneOf(act);
      if (looked.has(lane) || act.failed || !maySend(act)) continue;
      looked.add(lane);
      if (!transmit(act)) continue;
      entries.get(act.clientId).sends++;
      occupy(act, true, ANSWER, unanswered ?? pump);
    }
  }

  function occupy(act, isSent, millis, then) {
    release(act);
    const timer = setTimeout(() => {
      release(act);
      then();
    }, millis);
    busy.set(laneOf(act), { act, isSent, timer });
  }

  function release(act) {
    for (const [lane, one] of busy) {
      if (one.act !== act) continue;
      clearTimeout(one.timer);
      busy.delete(lane);
    }
  }

  /** It is done, or given up. Answers the act, once. */
  function remove(clientId) {
    const act = entries.get(clientId)?.act;
    if (!act) return null;
    entries.delete(clientId);
    storage.remove(keyOf(act));
    release(act);
    changed(act);
    return act;
  }

  /** It was refused for now: it is tried again after that many milliseconds at least, and what comes after it in its lane waits. */
  function later(act, atLeast = 0) {
    const entry = entries.get(act.clientId);
    const one = busy.get(laneOf(act));
    if (!entry || (one && one.act !== act)) return;
    entry.refusals++;
    occupy(act, false, Math.max(backOff(entry.refusals), atLeast), pump);
  }

  /** It was refused for good: it stays until somebody removes it, with the code of the refusal in act.failed. */
  function fail(act, code) {
    act.failed = code;
    save(act);
    release(act);
    changed(act);
  }

  /** The connection is gone, and with it every answer. */
  function reset() {
    busy.forEach(({ timer }) => clearTimeout(timer));
    busy.clear();
  }

  return {
    add, load, save, pump, remove, later, fail, reset, ordered,
    get: (clientId) => entries.get(clientId)?.act,
    /** Which act waits for its answer. */
    inFlight(lane = '') {
      const one = busy.get(lane);
      return one?.isSent ? one.act : null;
    },
    /** Whether the server may have had it before: it went out more than once, or another window has sent it. */
    mayBeRepeated({ clientId }) {
      const { sends, taken } = entries.get(clientId);
      return taken || sends > 1;
    },
    /** Whether it was found in the storage, where another window may have put it. */
    isTaken: ({ clientId }) => entries.get(clientId).taken,
    /** Which act a key of the storage belongs to; null where it is the key of something else. */
    clientIdOf: (key) => (key?.startsWith(prefix) ? key.slice(prefix.length) : null),
  };
}

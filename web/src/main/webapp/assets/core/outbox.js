// Acts of the person that the server has not confirmed yet. Each is stored in the browser under its own clientId before it is sent, and
// removed only when its outcome is known, so that neither a reload nor a lost connection loses it. The server does acts with the same
// clientId once, so sending twice is harmless, and another window may take over the acts of a closed one.

import { backOff } from './backoff.js';
import { uuid } from './uuid.js';

const ANSWER = 15_000;

/** In milliseconds: the age from which another window may take over an act, which gives the window that made it enough time. */
export const ORPHAN_AFTER = 20_000;

/**
 * storage, prefix: where acts are kept, one key for each, so that two windows do not overwrite each other's.
 * transmit(act): returns whether the act was sent.
 * maySend(act): returns whether it may be sent now.
 * laneOf(act): acts of the same lane are sent one at a time, in the order in which they were made.
 * unanswered(): called when no answer came in time. Without it, the act is sent again at once.
 * changed(act): called when an act is new, has failed, or is removed.
 */
export function createOutbox({ storage, prefix, transmit, maySend = () => true, laneOf = () => '', unanswered, changed = () => {} }) {
  /** By clientId: the act, how often it was sent and refused, and whether it may belong to another window. */
  const entries = new Map();
  /** By lane: the act that is in flight or waits for another attempt. */
  const busy = new Map();
  let lastOrder = 0;

  const keyOf = (act) => prefix + act.clientId;
  const ordered = () => [...entries.values()].map(({ act }) => act).sort((a, b) => a.order - b.order);

  function save(act) {
    if (!act.volatile) storage.set(keyOf(act), act);
  }

  /** An act with volatile: true is not stored, and is lost when the page is closed. */
  function add(act) {
    // The order must not change where two acts have the same time or the clock was set back.
    lastOrder = Math.max(Date.now(), lastOrder + 0.001);
    const added = { clientId: uuid(), order: lastOrder, ...act };
    entries.set(added.clientId, { act: added, sends: 0, refusals: 0, taken: false });
    save(added);
    changed(added);
    return added;
  }

  /** Takes over stored acts that are unknown here and at least `age` milliseconds old. */
  function load(age = 0) {
    for (const key of storage.keys(prefix)) {
      const act = storage.get(key);
      if (!act?.clientId || entries.has(act.clientId) || (age > 0 && Date.now() - act.order < age)) continue;
      lastOrder = Math.max(lastOrder, act.order);
      entries.set(act.clientId, { act, sends: 0, refusals: 0, taken: true });
      changed(act);
    }
  }

  /** Sends the acts that may be sent. */
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

  /** Removes an act that is done or given up. Returns the act; null where it is unknown. */
  function remove(clientId) {
    const act = entries.get(clientId)?.act;
    if (!act) return null;
    entries.delete(clientId);
    storage.remove(keyOf(act));
    release(act);
    changed(act);
    return act;
  }

  /** The act was refused for now. It is sent again after at least that many milliseconds, and later acts of its lane wait. */
  function later(act, atLeast = 0) {
    const entry = entries.get(act.clientId);
    const one = busy.get(laneOf(act));
    if (!entry || (one && one.act !== act)) return;
    entry.refusals++;
    occupy(act, false, Math.max(backOff(entry.refusals), atLeast), pump);
  }

  /** The act was refused for good. It stays until it is removed, with the code of the refusal in act.failed. */
  function fail(act, code) {
    act.failed = code;
    save(act);
    release(act);
    changed(act);
  }

  /** The connection is lost, and no answers to the acts in flight will come. */
  function reset() {
    busy.forEach(({ timer }) => clearTimeout(timer));
    busy.clear();
  }

  return {
    add, load, save, pump, remove, later, fail, reset, ordered,
    get: (clientId) => entries.get(clientId)?.act,
    /** Returns the act of a lane that waits for its answer. */
    inFlight(lane = '') {
      const one = busy.get(lane);
      return one?.isSent ? one.act : null;
    },
    /** Returns whether the server may already have it: it was sent more than once, or by another window. */
    mayBeRepeated({ clientId }) {
      const { sends, taken } = entries.get(clientId);
      return taken || sends > 1;
    },
    /** Returns whether it came from the storage, where another window may have put it. */
    isTaken: ({ clientId }) => entries.get(clientId).taken,
    /** Returns the clientId of a key in the storage; null for keys of anything else. */
    clientIdOf: (key) => (key?.startsWith(prefix) ? key.slice(prefix.length) : null),
  };
}

// What was written and not yet stored by the server. Kept in the browser until then, sent in order, the same message under the same id.

import { storage, uuid } from './storage.js';

const ANSWER = 15_000;
const RETRY = 2_000;
const ORPHAN = 20_000;
const MAX_FRAME = 60_000;
const WORTH_A_RETRY = new Set(['TOO_FAST', 'UNAVAILABLE', 'INTERNAL']);

/**
 * One key for each message, so that two windows never write over each other's.
 * send(frame) tells whether the frame went out; changed(conversationId) is called after every change.
 */
export function createOutbox({ agentId, send, changed }) {
  const prefix = `agentinbox.out.${agentId}.`;
  const entries = new Map();
  const inFlight = new Map();
  let online = false;
  let lastOrder = 0;

  const keyOf = (entry) => prefix + entry.clientId;
  const of = (conversationId) => [...entries.values()]
    .filter((entry) => entry.conversationId === conversationId)
    .sort((a, b) => a.order - b.order);
  const waiting = (conversationId) => of(conversationId).filter((entry) => entry.state === 'pending');
  const conversations = () => [...new Set([...entries.values()].map((entry) => entry.conversationId))];

  function frame(entry) {
    const { conversationId, clientId, text, note, card } = entry;
    if (card) return { type: 'calendar.share', conversationId, clientId, agentId: card.agentId };
    return { type: note ? 'note.add' : 'message.send', conversationId, clientId, text };
  }

  /** A note is for agents; everything else is for the visitor. With a card, it is a calendar that is shared; the text says that in words. */
  function add(conversationId, text, { note = false, card } = {}) {
    const last = Math.max(lastOrder, ...of(conversationId).map((entry) => entry.order));
    const entry = {
      clientId: uuid(), conversationId, text, note, card, state: 'pending',
      at: new Date().toISOString(), order: (lastOrder = Math.max(Date.now(), last + 1)),
    };
    entries.set(entry.clientId, entry);
    storage.set(keyOf(entry), entry);
    // More than a frame may hold closes the connection, again and again.
    if (new TextEncoder().encode(JSON.stringify(frame(entry))).length > MAX_FRAME) fail(entry, 'TEXT_TOO_LONG');
    changed(conversationId);
    pump(conversationId);
    return entry;
  }

  // One at a time in each conversation: were the first refused for now, the second must not overtake it.
  function pump(conversationId) {
    if (!online || inFlight.has(conversationId)) return;
    const next = waiting(conversationId)[0];
    if (!next || !send(frame(next))) return;
    hold(next, ANSWER);
  }

  function hold(entry, millis) {
    release(entry.conversationId);
    const timer = setTimeout(() => {
      inFlight.delete(entry.conversationId);
      pump(entry.conversationId);
    }, millis);
    inFlight.set(entry.conversationId, { clientId: entry.clientId, timer });
  }

  function release(conversationId, clientId) {
    const flight = inFlight.get(conversationId);
    if (!flight || (clientId && flight.clientId !== clientId)) return;
    clearTimeout(flight.timer);
    inFlight.delete(conversationId);
  }

  /** The server has it, or the person gave it up: answers the entry, once. */
  function settle(clientId) {
    const entry = entries.get(clientId);
    if (!entry) return null;
    entries.delete(clientId);
    storage.remove(keyOf(entry));
    release(entry.conversationId, clientId);
    changed(entry.conversationId);
    pump(entry.conversationId);
    return entry;
  }

  function refused(clientId, code) {
    const entry = entries.get(clientId);
    if (!entry || (inFlight.has(entry.conversationId) && inFlight.get(entry.conversationId).clientId !== clientId)) return;
    if (WORTH_A_RETRY.has(code)) return hold(entry, RETRY * (0.75 + Math.random() / 2));
    fail(entry, code);
    release(entry.conversationId, clientId);
    pump(entry.conversationId);
  }

  function fail(entry, code) {
    entry.state = 'failed';
    entry.code = code;
    storage.set(keyOf(entry), entry);
    changed(entry.conversationId);
  }

  function goOnline() {
    load();
    online = true;
    conversations().forEach(pump);
  }

  function goOffline() {
    online = false;
    [...inFlight.keys()].forEach((id) => release(id));
  }

  /** The connection was closed because a frame was too big: one of those on their way. */
  function tooBig() {
    for (const { clientId } of [...inFlight.values()]) {
      const entry = entries.get(clientId);
      if (entry && entry.text.length > 10_000) fail(entry, 'TEXT_TOO_LONG');
    }
  }

  function load(olderThan = 0) {
    for (const key of storage.keys(prefix)) {
      const entry = storage.get(key);
      if (!entry?.clientId || entries.has(entry.clientId)) continue;
      if (Date.now() - Date.parse(entry.at) < olderThan) continue;
      entries.set(entry.clientId, entry);
      changed(entry.conversationId);
      pump(entry.conversationId);
    }
  }

  // Another window sent, changed or gave up one of those that this window knows too.
  function otherWindow(event) {
    if (!event.key?.startsWith(prefix)) return;
    const clientId = event.key.slice(prefix.length);
    if (event.newValue === null) return void settle(clientId);
    const known = entries.get(clientId);
    if (!known) return;
    Object.assign(known, storage.get(event.key));
    changed(known.conversationId);
  }

  window.addEventListener('storage', otherWindow);
  // A window that was closed leaves its unsent ones to those that are still open.
  setInterval(() => online && load(ORPHAN), ORPHAN);
  load();

  return { add, of, settle, refused, goOnline, goOffline, tooBig, has: (clientId) => entries.has(clientId) };
}

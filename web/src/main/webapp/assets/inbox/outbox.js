// What an agent wrote or shared and the server has not stored yet. One at a time in each conversation: were the first refused for
// now, the second must not overtake it.

import { isPassing } from '../core/backoff.js';
import { createOutbox, ORPHAN_AFTER } from '../core/outbox.js';
import { storage } from './storage.js';

const MAX_FRAME = 60_000;
const LONG = 10_000;

/** send(frame) tells whether the frame went out; changed(conversationId) is called after every change. */
export function createAgentOutbox({ agentId, send, changed }) {
  let online = false;
  const outbox = createOutbox({
    storage,
    prefix: `agentinbox.out.${agentId}.`,
    transmit: (act) => send(frame(act)),
    maySend: () => online,
    laneOf: (act) => act.conversationId,
    changed: (act) => changed(act.conversationId),
  });

  const of = (conversationId) => outbox.ordered().filter((act) => act.conversationId === conversationId);

  function frame({ conversationId, clientId, text, note, card }) {
    if (card) return { type: 'calendar.share', conversationId, clientId, agentId: card.agentId };
    return { type: note ? 'note.add' : 'message.send', conversationId, clientId, text };
  }

  /**
   * A note is for agents; everything else is for the visitor. With a card, it is a calendar that is shared; the text says that in
   * words.
   */
  function add(conversationId, text, { note = false, card } = {}) {
    const act = outbox.add({ conversationId, text, note, card, at: new Date().toISOString() });
    // More than a frame may hold closes the connection, again and again.
    if (new TextEncoder().encode(JSON.stringify(frame(act))).length > MAX_FRAME) outbox.fail(act, 'TEXT_TOO_LONG');
    outbox.pump();
    return act;
  }

  /** The server has it, or the person gave it up: answers what it was, once. */
  function settle(clientId) {
    const act = outbox.remove(clientId);
    outbox.pump();
    return act;
  }

  function refused(clientId, code) {
    const act = outbox.get(clientId);
    if (isPassing(code)) outbox.later(act);
    else outbox.fail(act, code);
    outbox.pump();
  }

  function goOnline() {
    online = true;
    load();
  }

  function goOffline() {
    online = false;
    outbox.reset();
  }

  function load(age) {
    outbox.load(age);
    outbox.pump();
  }

  /** The connection was closed because a frame was too big: one of those on their way. */
  function tooBig() {
    const lanes = new Set(outbox.ordered().map((act) => act.conversationId));
    [...lanes].map(outbox.inFlight).filter((act) => act?.text.length > LONG).forEach((act) => outbox.fail(act, 'TEXT_TOO_LONG'));
  }

  // Another window sent, changed or gave up one of those that this window knows too.
  function otherWindow(event) {
    const clientId = outbox.clientIdOf(event.key);
    const known = clientId && outbox.get(clientId);
    if (!known) return;
    if (event.newValue === null) return void settle(clientId);
    Object.assign(known, storage.get(event.key));
    changed(known.conversationId);
  }

  window.addEventListener('storage', otherWindow);
  // A window that was closed leaves its unsent ones to those that are still open.
  setInterval(() => online && load(ORPHAN_AFTER), ORPHAN_AFTER);
  load();

  return { add, of, settle, refused, goOnline, goOffline, tooBig, has: (clientId) => Boolean(outbox.get(clientId)) };
}

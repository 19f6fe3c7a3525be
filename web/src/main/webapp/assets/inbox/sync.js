// Asks the server for what a conversation lacks: after a gap, after a reconnection, and when somebody scrolls up.

import { absorb, earlierFrom, hasEarlier, isBehind } from './log.js';

const ANSWER = 6_000;
const PAUSE = 1_000;
const HOPELESS = new Set(['NOT_FOUND', 'NOT_ALLOWED', 'NO_CONVERSATION', 'BAD_FRAME', 'INVALID_FIELD']);

export function createSync(app) {
  const { store } = app;
  const running = new Map();
  const again = new Set();

  function ask(id, afterSeq) {
    if (!app.send({ type: 'sync', conversationId: id, afterSeq, afterNote: app.privateNotes.last(id) })) return;
    running.set(id, setTimeout(() => {
      running.delete(id);
      catchUp(id);
    }, ANSWER));
  }

  // How much of a conversation to fetch is known once it is known how long it is.
  function logFor(id) {
    return id === store.state.selected && store.state.conversations.has(id) ? store.logOf(id, app.places?.get(id)?.seq) : store.state.logs.get(id);
  }

  function catchUp(id) {
    const log = logFor(id);
    if (running.has(id)) return void again.add(id);
    ask(id, log ? log.last : store.state.conversations.get(id)?.lastSeq ?? 0);
  }

  function earlier(id) {
    const log = store.state.logs.get(id);
    if (!log?.ready || !hasEarlier(log) || running.has(id)) return;
    ask(id, earlierFrom(log));
  }

  function stop(id) {
    clearTimeout(running.get(id));
    running.delete(id);
    return again.delete(id);
  }

  /** Everything that was asked on a connection is void when it is gone. */
  function reset() {
    [...running.keys()].forEach(stop);
  }

  function answered(frame) {
    const id = frame.conversationId;
    const wantsMore = stop(id);
    if (store.state.missing === id) store.state.missing = null;
    if (frame.conversation) store.merge(frame.conversation);
    const wantsNotes = app.privateNotes.take(id, frame.notes, frame.lastNote);
    const log = logFor(id);
    if (!log) return;
    log.wanted = Math.max(log.wanted, frame.lastSeq ?? 0);
    const taken = absorb(log, frame.messages);
    app.arrived(id, taken);
    if (!isBehind(log)) log.ready = true;
    if (isBehind(log) && taken.length === 0) running.set(id, setTimeout(() => { stop(id); catchUp(id); }, PAUSE));
    else if (isBehind(log) || wantsMore || wantsNotes) catchUp(id);
    store.emit('log');
  }

  /** An error that names nothing belongs to the one question that is open. */
  function refused(frame) {
    const id = frame.conversationId ?? (running.size === 1 ? [...running.keys()][0] : null);
    if (!running.has(id) || !HOPELESS.has(frame.code)) return;
    stop(id);
    const known = store.state.conversations.get(id);
    // It went to somebody else while nobody here was told.
    if (known?.state === 'ACTIVE' && store.isMine(known) && frame.code === 'NOT_FOUND') return store.lose(id, { id: null, name: null });
    if (store.state.selected !== id || store.state.conversations.has(id)) return;
    store.state.missing = id;
    store.emit('selected', 'log');
  }

  return { catchUp, earlier, answered, refused, reset };
}

// Loads missing parts of conversations after a gap, after a reconnection, and when the agent scrolls up.

import { absorb, earlierFrom, hasEarlier, isBehind } from '../core/log.js';
import { createSync } from '../core/sync.js';

const ANSWER = 6_000;
const PAGE = 200;

export function createConversationSync(app) {
  const { store } = app;
  const sync = createSync({ send: app.send, question, answerWithin: ANSWER, unanswered: (id) => sync.ask(id), refused });

  // How much to load is decided once the length of the conversation is known.
  function logFor(id) {
    const isOpen = id === store.state.selected && store.state.conversations.has(id);
    return isOpen ? store.logOf(id, app.places?.get(id)?.seq) : store.state.logs.get(id);
  }

  function question(id) {
    const log = logFor(id);
    return { afterSeq: log ? log.last : store.state.conversations.get(id)?.lastSeq ?? 0, afterNote: app.privateNotes.last(id) };
  }

  function earlier(id) {
    const log = store.state.logs.get(id);
    if (log?.ready && hasEarlier(log)) sync.askFrom(id, earlierFrom(log, PAGE));
  }

  function answered(frame) {
    const id = frame.conversationId;
    if (store.state.missing === id) store.state.missing = null;
    if (frame.conversation) store.merge(frame.conversation);
    const wantsNotes = app.privateNotes.take(id, frame.notes, frame.lastNote);
    const log = logFor(id);
    if (!log) return void sync.answered(id, { isBehind: false });
    log.wanted = Math.max(log.wanted, frame.lastSeq ?? 0);
    const taken = absorb(log, frame.messages);
    app.arrived(id, taken);
    if (!isBehind(log)) log.ready = true;
    if (isBehind(log)) sync.answered(id, { isBehind: true, brought: taken.length > 0 });
    else sync.answered(id, { isBehind: wantsNotes, brought: true });
    store.emit('log');
  }

  function refused(id, code) {
    const known = store.state.conversations.get(id);
    // The chat was transferred to another agent while this page was not connected.
    if (known?.state === 'ACTIVE' && store.isMine(known) && code === 'NOT_FOUND') return store.lose(id, { id: null, name: null });
    if (store.state.selected !== id || store.state.conversations.has(id)) return;
    store.state.missing = id;
    store.emit('selected', 'log');
  }

  return { catchUp: sync.ask, earlier, answered, refused: sync.failed, reset: sync.reset };
}

// Loads the log of the current conversation, and of earlier ones with unsent messages.

import { earlierFrom, hasEarlier, isBehind } from '../core/log.js';
import { createSync } from '../core/sync.js';
import { isOpen, take } from './conversation.js';
import { createStrays } from './strays.js';

const ANSWER = 15_000;
const PAGE = 100;

export function createHistory(session) {
  const { acts, connection } = session;
  const sync = createSync({
    send: connection.send,
    question: id => ({ afterSeq: id === session.conv?.id ? session.conv.log.last : strays.after(id) }),
    answerWithin: ANSWER,
    // Where no answer comes, the connection is broken even if it looks open.
    unanswered: connection.restart,
    refused: lost,
  });
  const strays = createStrays(acts, sync.ask, () => session.conv?.id);

  /** The server says that the conversation does not belong to this visitor. */
  function lost(id) {
    if (id !== session.conv?.id) {
      strays.gone(id);
      return;
    }
    session.salvage(act => act.conversationId === id);
    session.conv = null;
    session.keep();
  }

  function synced(frame) {
    const { conv } = session;
    const id = frame.conversationId;
    if (id !== conv?.id) {
      sync.answered(id, { isBehind: strays.synced(frame), brought: true });
      return;
    }
    const before = conv.log.last;
    take(conv, acts, frame.messages);
    conv.log.wanted = Math.max(conv.log.wanted, frame.lastSeq);
    conv.agentRead = Math.max(conv.agentRead, frame.agentReadSeq || 0);
    conv.visitorRead = Math.max(conv.visitorRead, frame.visitorReadSeq || 0);
    if (!sync.answered(id, { isBehind: isBehind(conv.log), brought: conv.log.last > before })) {
      return;
    }
    conv.loaded = true;
    if (frame.state && frame.state !== 'WAITING' && frame.state !== 'ACTIVE') {
      session.ended(frame.reason || (conv.agent ? null : 'MISSED'), frame);
    }
  }

  /** Loads what is missing; of an ended conversation, the log is loaded once. */
  function catchUp() {
    const { conv } = session;
    if (conv?.id && (isOpen(conv) || !conv.loaded)) {
      sync.ask(conv.id);
    }
  }

  function fillGap() {
    if (isBehind(session.conv.log)) {
      sync.ask(session.conv.id);
    }
  }

  /** Loads a page of messages before the first one here. */
  function older() {
    const { conv } = session;
    if (conv?.loaded && hasEarlier(conv.log) && !isBehind(conv.log)) {
      sync.askFrom(conv.id, earlierFrom(conv.log, PAGE));
    }
  }

  return {
    ask: sync.ask, failed: sync.failed, reset: sync.reset,
    get isWhole() { return sync.isIdle; },
    synced, catchUp, fillGap, older, resolveStrays: strays.resolve,
  };
}

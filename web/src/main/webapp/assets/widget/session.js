// The visitor's conversation across lost connections. After a reconnection the server's data replaces the local state.

import { isBehind, skipToNewest } from '../core/log.js';
import { createActs, createSalvage, giveUp } from './acts.js';
import { createConnection } from './connection.js';
import { freshConversation, isOpen } from './conversation.js';
import { createEvents } from './events.js';
import { createFrames } from './frames.js';
import { createHistory } from './history.js';
import { createIdentity } from './identity.js';
import { OPTIONS } from './server.js';
import { store } from './stores.js';
import { LOCALE } from './texts.js';

/** @param publish sends an event to the page; @param draft the unsent text */
export function createSession(publish, draft) {
  let greeted = false;
  let settled = false;
  let sentToken = null;
  let changePending = false;

  const connection = createConnection({ hello, welcome, lost, unknownToken, changed, frame: received => handle(received) });
  const acts = createActs(connection, maySend);
  const session = {
    events: createEvents(),
    conv: null,
    visitor: { name: null, email: null },
    formProblem: null,
    panelOpen: false,
    publish, connection, acts,
    identity: createIdentity(acts, draft),
    salvage: createSalvage(acts, draft),
    changed, keep, settle, ended,
  };
  const history = session.history = createHistory(session);
  const handle = createFrames(session);

  function maySend(act) {
    const { conv } = session;
    return settled && (act.kind === 'identify' || act.kind === 'request' || act.kind === 'leave'
      || (isOpen(conv) && conv.id !== null && act.conversationId === conv.id));
  }

  function changed() {
    if (!changePending) {
      changePending = true;
      queueMicrotask(() => {
        changePending = false;
        connection.keepWhile(needsConnection());
        session.events.emit('change');
      });
    }
  }

  function needsConnection() {
    return session.panelOpen || isOpen(session.conv) || (!greeted && store.get('token') !== null)
      || acts.ordered().some(act => !act.failed && act.kind !== 'message');
  }

  function keep() {
    if (session.conv?.id) {
      const { id, state, agent, reason, fallback, formatted, takesMessage, left, visitorRead, endedAt, log } = session.conv;
      store.set('chat', { id, state, agent, reason, fallback, formatted, takesMessage, left, visitorRead, endedAt, known: log.wanted });
    } else {
      store.remove('chat');
    }
  }

  // ---- connection ----

  function hello() {
    sentToken = store.get('token');
    return {
      type: 'hello',
      ...(sentToken && { token: sentToken }),
      locale: LOCALE,
      timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      page: location.href,
      ...(OPTIONS.entry && { entry: OPTIONS.entry }),
    };
  }

  function unknownToken() {
    session.identity.sayAgain();
    if (store.get('token') === sentToken) {
      store.remove('token');
    }
    // The old conversation belongs to a visitor whom the server no longer knows, so only the unsent messages can be saved.
    session.salvage(act => act.conversationId);
    if (session.conv?.id) {
      session.conv = null;
      keep();
    }
  }

  function welcome(frame) {
    const kept = store.get('token');
    if (!sentToken && kept && kept !== frame.token) {
      // Another tab has got a visitor first. Two visitors in one browser would not see each other's chat, so this tab uses the other's.
      connection.restart();
      return;
    }
    store.set('token', frame.token);
    greeted = true;
    const { visitor } = session;
    session.visitor = { name: frame.visitor?.name ?? visitor.name, email: frame.visitor?.email ?? visitor.email };
    history.reset();
    acts.load();
    if (frame.conversation) {
      follow(frame.conversation);
    } else {
      history.catchUp();
    }
    history.resolveStrays();
    settle();
  }

  function follow(open) {
    if (session.conv?.id === null) {
      session.conv.id = open.id;
    } else if (session.conv?.id !== open.id) {
      session.conv = freshConversation(open.id, open.state);
    }
    const { conv } = session;
    const wasWaiting = conv.state !== 'ACTIVE';
    conv.state = open.state;
    conv.agent = open.agent || conv.agent;
    conv.log.wanted = Math.max(conv.log.wanted, open.lastSeq);
    skipToNewest(conv.log);
    conv.agentRead = Math.max(conv.agentRead, open.agentReadSeq || 0);
    if (conv.visitorRead > (open.visitorReadSeq || 0)) {
      connection.send({ type: 'read', seq: conv.visitorRead });
    } else {
      conv.visitorRead = open.visitorReadSeq || 0;
    }
    keep();
    if (open.state === 'ACTIVE' && wasWaiting) {
      publish('live-chat-initiated', { conversationId: open.id, agent: conv.agent });
    }
    conv.loaded ||= !isBehind(conv.log);
    history.fillGap();
  }

  function lost(code) {
    settled = false;
    history.reset();
    const act = acts.inFlight();
    if (code === 1009 && act?.kind === 'message') {
      acts.fail(act, 'TEXT_TOO_LONG');
    }
    acts.reset();
    if (session.conv) {
      session.conv.typing = false;
    }
    changed();
  }

  // ---- consequences of a change ----

  /** Only a complete log shows what was stored, so acts are sent again or given up only after it is loaded. */
  function settle() {
    settled = connection.isOpen && history.isWhole;
    const { conv } = session;
    if (settled && conv?.state === 'ENDED') {
      acts.ordered()
        .filter(act => act.conversationId === conv.id && act.kind !== 'leave' && !act.failed && act !== acts.inFlight())
        .forEach(act => giveUp(acts, act));
    }
    acts.pump();
    changed();
  }

  /** @param told of a chat that was missed: text and formatted, the fallback; message, whether one may be left */
  function ended(reason, { text, formatted, message } = {}) {
    const { conv } = session;
    // The end of the chat is the answer to the request to end it.
    acts.ordered().filter(act => act.kind === 'end' && act.conversationId === conv.id).forEach(act => acts.remove(act.clientId));
    if (conv.state === 'ENDED') {
      conv.fallback ||= text || null;
      conv.formatted ||= formatted;
      conv.takesMessage ||= Boolean(message);
      keep();
      return;
    }
    Object.assign(conv, {
      state: 'ENDED', reason, fallback: text || null, formatted, takesMessage: Boolean(message), typing: false, endedAt: Date.now(),
    });
    keep();
    const detail = { conversationId: conv.id, reason };
    if (reason === 'TIMEOUT' || reason === 'MISSED') {
      publish('live-chat-timeout', detail);
    }
    if (reason !== 'MISSED') {
      publish('live-chat-ended', detail);
    }
  }

  return session;
}

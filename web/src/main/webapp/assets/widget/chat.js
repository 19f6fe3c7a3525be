// The visitor's actions and state for the view, and the exchange with earlier pages and other tabs through the browser's storage.

import { ORPHAN_AFTER } from '../core/outbox.js';
import { uuid } from '../core/uuid.js';
import { freshConversation, isOpen } from './conversation.js';
import { isBlank } from './message-text.js';
import { createSession } from './session.js';
import { store } from './stores.js';

const ENDED_KEPT = 24 * 3_600_000;

export function createChat(publish, draft) {
  const session = createSession(publish, draft);
  const { events, connection, acts, history, settle, changed, keep, salvage } = session;

  /**
   * Another person has signed in on the page, so the server has a new visitor for this browser. The identity has to be sent to it again.
   */
  events.on('other', act => {
    session.identity.forgetOthers(act);
    session.visitor = { name: null, email: null };
    session.conv = null;
    keep();
    connection.restart();
  });

  // ---- other tabs ----

  window.addEventListener('storage', event => {
    const key = store.nameOf(event.key);
    const act = acts.get(acts.clientIdOf(key));
    if (act) {
      actElsewhere(act, event.newValue === null ? null : store.get(key));
    } else if (key === 'chat') {
      changedElsewhere(store.get('chat'));
    }
  });

  function actElsewhere(act, kept) {
    if (kept?.conversationId) {
      act.conversationId = kept.conversationId;
    } else if (!kept && acts.isTaken(act)) {
      // What was typed here stays until this tab has got its own answer.
      acts.remove(act.clientId);
    }
    settle();
  }

  function changedElsewhere(kept) {
    const asking = session.conv?.id === null && acts.get(session.conv.requestId);
    if (!kept && session.conv?.state === 'ENDED') {
      session.conv = null;
    } else if (kept && kept.id !== session.conv?.id && !asking && !(isOpen(session.conv) && session.conv.id)) {
      session.conv = freshConversation(kept.id, kept.state, kept);
      connection.restart();
    }
    changed();
  }

  function restore() {
    const kept = store.get('chat');
    if (kept?.state === 'ENDED' && Date.now() - kept.endedAt > ENDED_KEPT) {
      store.remove('chat');
    } else if (kept) {
      session.conv = freshConversation(kept.id, kept.state, kept);
    }
    acts.load();
    const request = acts.ordered().find(act => act.kind === 'request');
    if (request && !session.conv) {
      session.conv = freshConversation(null, 'REQUESTING', { requestId: request.clientId });
    }
    setInterval(() => {
      acts.load(ORPHAN_AFTER);
      history.resolveStrays();
      settle();
    }, ORPHAN_AFTER);
    changed();
  }

  restore();

  return {
    on: events.on,
    publish,
    get conv() { return session.conv; },
    get visitor() { return session.visitor; },
    get presence() { return connection.presence; },
    get formProblem() { return session.formProblem; },
    get online() { return connection.isOpen; },
    get wanted() { return connection.isWanted; },
    get barred() { return connection.barred; },
    get retryAt() { return connection.retryAt; },
    get ending() {
      const { id, requestId } = session.conv || {};
      const concerns = act => act.conversationId ? act.conversationId === id : act.requestId === requestId;
      return isOpen(session.conv) && acts.ordered().some(act => act.kind === 'end' && concerns(act));
    },
    /** Own messages without a place in the log: stored after others that are still missing, waiting, or refused. */
    get unplaced() {
      return [...(session.conv?.log.early.values() ?? []), ...acts.ordered().filter(act => act.kind === 'message')];
    },
    get unread() {
      const { log, visitorRead } = session.conv || {};
      return (log?.messages ?? []).filter(one => one.author.kind === 'AGENT' && one.seq > visitorRead).length;
    },

    panel(open) {
      session.panelOpen = open;
      changed();
    },

    identify(identity, requestId) {
      if (!requestId) {
        session.identity.said = identity;
      }
      acts.add({ kind: 'identify', identity, requestId, volatile: !requestId });
      settle();
    },

    request({ identity, answers, consent, text }) {
      session.formProblem = null;
      const requestId = uuid();
      if (Object.keys(identity).length) {
        this.identify(identity, requestId);
      }
      acts.add({ kind: 'request', clientId: requestId, ...(answers.length && { answers }), ...(consent && { consent }) });
      session.conv = freshConversation(null, 'REQUESTING', { requestId, loaded: true });
      if (!isBlank(text)) {
        this.write(text);
      }
      settle();
    },

    write(text) {
      acts.add({ kind: 'message', text, conversationId: session.conv.id, requestId: session.conv.requestId });
      settle();
    },

    /** Leaves a message where no agent took the chat. */
    leave(email, text) {
      acts.add({ kind: 'leave', conversationId: session.conv.id, email, text });
      session.conv.left = 'SENDING';
      settle();
    },

    end() {
      if (isOpen(session.conv) && !this.ending) {
        acts.add({ kind: 'end', conversationId: session.conv.id, requestId: session.conv.requestId });
        settle();
      }
    },

    discard(clientId) {
      if (acts.remove(clientId)) {
        changed();
      }
    },

    startOver() {
      salvage(act => act.kind === 'message' && act.failed);
      session.conv = null;
      session.formProblem = null;
      keep();
      changed();
    },

    /** Loads earlier messages where there are more. */
    older: history.older,

    typing(on) {
      if (isOpen(session.conv) && session.conv.id) {
        connection.send({ type: 'typing', on });
      }
    },

    read() {
      const { conv } = session;
      const last = conv?.log.messages.findLast(one => one.author.kind !== 'VISITOR')?.seq ?? 0;
      if (last > (conv?.visitorRead ?? 0)) {
        conv.visitorRead = conv.log.last;
        if (isOpen(conv)) {
          connection.send({ type: 'read', seq: conv.log.last });
        }
        keep();
        changed();
      }
    },
  };
}

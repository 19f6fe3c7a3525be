// Changes the widget's state by each frame of the server.

import { isPassing } from '../core/backoff.js';
import { freshConversation, isOpen, take, takeOwn } from './conversation.js';

const TYPING_LIMIT = 15_000;

export function createFrames(session) {
  const { acts, connection, history, identity, publish } = session;
  const strangers = new Set();
  let typingTimer;

  const isCurrent = frame => session.conv?.id === frame.conversationId;

  const handlers = {
    'identified': identified,
    'chat.requested': requested,
    'chat.connected': connected,
    'chat.agent': connected,
    'chat.fallback'(frame) {
      if (isCurrent(frame)) {
        session.ended('MISSED', frame);
      }
    },
    'chat.queued'(frame) {
      if (isCurrent(frame)) {
        session.conv.queue = { position: frame.position, seconds: frame.estimateSeconds };
      }
    },
    'agent.presence'(frame) {
      if (isCurrent(frame)) {
        session.conv.agentGone = !frame.present;
      }
    },
    'message.left'(frame) {
      const act = acts.remove(frame.clientId);
      connection.progress();
      if (isCurrent(frame)) {
        session.conv.left = 'DONE';
        session.keep();
      }
      act && publish('message-left', { conversationId: frame.conversationId });
    },
    'chat.ended'(frame) {
      if (isCurrent(frame)) {
        session.ended(frame.reason);
      }
    },
    'chat.idle'(frame) {
      if (isCurrent(frame)) {
        session.conv.idle = { lastSeq: frame.lastSeq, until: Date.now() + Date.parse(frame.endsAt) - Date.parse(frame.now) };
      }
    },
    'message': arrived,
    'message.ack': acknowledged,
    'messages': history.synced,
    'typing'(frame) {
      if (isOpen(session.conv)) {
        session.conv.typing = frame.on;
        clearTimeout(typingTimer);
        typingTimer = setTimeout(stopTyping, TYPING_LIMIT);
      }
    },
    'read'(frame) {
      if (session.conv) {
        session.conv.agentRead = Math.max(session.conv.agentRead, frame.seq);
      }
    },
    'error': refused,
  };

  function stopTyping() {
    if (session.conv) {
      session.conv.typing = false;
    }
    session.changed();
  }

  function identified(frame) {
    const act = acts.inFlight();
    if (act?.kind !== 'identify') {
      return;
    }
    const { name, email, phone } = identity.of(act);
    const verified = Boolean(frame.verified);
    session.visitor = { name: name || session.visitor.name, email: email || session.visitor.email };
    acts.remove(act.clientId);
    connection.progress();
    email && publish('email-given', { email, verified });
    phone && publish('phone-given', { phone, verified });
  }

  function requested(frame) {
    const { clientId, conversationId } = frame;
    const act = acts.get(clientId);
    for (const one of acts.ordered().filter(other => other.requestId === clientId && !other.conversationId)) {
      one.conversationId = conversationId;
      acts.save(one);
    }
    if (session.conv?.id === null) {
      Object.assign(session.conv, { id: conversationId, state: 'WAITING' });
    } else if (!isCurrent(frame)) {
      session.conv = freshConversation(conversationId, 'WAITING', { loaded: true });
    }
    session.keep();
    // The answer to a request that was sent twice may be old, and the chat may have ended since.
    if (!act || acts.mayBeRepeated(act)) {
      history.ask(conversationId);
    }
    if (act) {
      acts.remove(clientId);
      connection.progress();
      publish('live-chat-requested', { conversationId });
    }
  }

  function connected(frame) {
    if (!isCurrent(frame)) {
      arrived(frame);
      return;
    }
    const { conv } = session;
    const first = conv.state !== 'ACTIVE';
    conv.state = 'ACTIVE';
    conv.agent = frame.agent;
    conv.agentGone = false;
    conv.typing = false;
    session.keep();
    if (first) {
      publish('live-chat-initiated', { conversationId: conv.id, agent: frame.agent });
    }
  }

  function arrived(message) {
    if (isCurrent(message)) {
      take(session.conv, acts, [message]);
      history.fillGap();
    } else if (!strangers.has(message.conversationId)) {
      // Another tab began this chat; the welcome has its data. Done once for each chat, since frames of an old chat would cause it again
      // and again.
      strangers.add(message.conversationId);
      connection.restart();
    }
  }

  function acknowledged(frame) {
    connection.progress();
    if (isCurrent(frame)) {
      takeOwn(session.conv, acts, frame, session.visitor.name);
      history.fillGap();
    } else {
      acts.remove(frame.clientId);
    }
  }

  function refused(problem) {
    if (history.failed(problem)) {
      return;
    }
    const flying = acts.inFlight();
    const act = problem.clientId ? acts.get(problem.clientId)
      : problem.code === 'INVALID_FIELD' && flying?.kind === 'identify' ? flying : null;
    if (!act) {
      return;
    }
    if (isPassing(problem.code)) {
      acts.later(act, (problem.retryAfter ?? 0) * 1000);
    } else if (problem.code === 'OTHER_PERSON') {
      session.events.emit('other', act);
    } else if (act.kind === 'message') {
      acts.fail(act, problem.code);
      // This refusal may be the first news that the chat has ended.
      if (problem.code === 'CHAT_ENDED' || problem.code === 'NO_CONVERSATION') {
        history.ask(act.conversationId);
      }
    } else if (act.kind === 'leave') {
      acts.remove(act.clientId);
      if (session.conv?.id === act.conversationId) {
        session.conv.left = 'REFUSED';
      }
    } else if (act.kind === 'end') {
      acts.remove(act.clientId);
      history.ask(act.conversationId);
    } else {
      refusedPerson(act, problem);
    }
  }

  /** Handles a refused identification or a refused request for a chat. */
  function refusedPerson(act, problem) {
    acts.remove(act.clientId);
    if (act.kind === 'request' || act.requestId) {
      backToForm(act.requestId || act.clientId, problem);
    } else {
      console.warn(`Agent Inbox: identify() was refused: ${problem.message}`);
    }
  }

  function backToForm(requestId, { field, code }) {
    session.salvage(act => act.requestId === requestId || act.clientId === requestId);
    if (session.conv?.id === null) {
      session.conv = null;
    }
    session.formProblem = { field, code };
  }

  return received => {
    if (Object.hasOwn(handlers, received.type)) {
      handlers[received.type](received);
      session.settle();
    }
  };
}

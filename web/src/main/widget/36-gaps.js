/*
 * Asking for what is missing: page by page, once at a time per conversation, again after a refusal that passes.
 */
const STALLED_WAIT = 1_000;

/** @param link send(frame), ready(), restart(); after(id) → the seq to ask from; gone(id) when it is not ours */
function createGaps(link) {
  const asked = new Map();

  function ask(id, wait = 0, attempt = 0, after = null) {
    if (asked.has(id) || !link.ready()) {
      return;
    }
    const entry = { clientId: uuid(), attempt };
    asked.set(id, entry);
    const send = () => {
      link.send({ type: "sync", clientId: entry.clientId, conversationId: id, afterSeq: after ?? link.after(id) });
      entry.timer = setTimeout(link.restart, ANSWER_LIMIT);
    };
    if (wait) {
      entry.timer = setTimeout(send, wait);
    } else {
      send();
    }
  }

  function done(id) {
    clearTimeout(asked.get(id)?.timer);
    asked.delete(id);
  }

  return {
    ask,
    done,
    get idle() { return asked.size === 0; },

    /** What comes before the first one at hand. */
    askOlder: (id, after) => ask(id, 0, 0, after),

    /** A page that brought nothing new although more is promised: not again at once. */
    askMore: (id, brought) => ask(id, brought ? 0 : STALLED_WAIT),

    clear: () => [...asked.keys()].forEach(done),

    /** @returns whether the error was the answer to one of these questions */
    refused({ clientId, code }) {
      const found = clientId && [...asked].find(([, entry]) => entry.clientId === clientId);
      if (!found) {
        return false;
      }
      const [id, { attempt }] = found;
      done(id);
      if (RETRYABLE.has(code)) {
        ask(id, backoff(attempt + 1), attempt + 1);
      } else {
        link.gone(id);
      }
      return true;
    },
  };
}

function giveUp(outbox, act) {
  if (act.kind === "message") {
    outbox.fail(act, "CHAT_ENDED");
  } else {
    outbox.remove(act);
  }
}

/**
 * Unsent messages of a conversation that is not the current one. That one is over, so these are never sent:
 * it would take none of them. The log of their own conversation tells which of them had arrived.
 */
function createStrays(outbox, gaps, currentId) {
  const seen = new Map();
  const strays = () => outbox.ordered()
    .filter(act => act.conversationId && act.conversationId !== currentId() && !act.failed);
  const ofConversation = id => strays().filter(act => act.conversationId === id);

  return {
    after: id => seen.get(id) || 0,
    resolve: () => strays().forEach(act => gaps.ask(act.conversationId)),
    gone: id => ofConversation(id).forEach(act => giveUp(outbox, act)),

    synced({ conversationId, messages, lastSeq }) {
      const last = messages.at(-1)?.seq ?? lastSeq;
      for (const { clientId } of messages) {
        const act = clientId && outbox.get(clientId);
        if (act) {
          outbox.remove(act);
        }
      }
      seen.set(conversationId, last);
      if (last < lastSeq) {
        gaps.ask(conversationId);
      } else {
        this.gone(conversationId);
      }
    },
  };
}

/*
 * What the visitor did and the server has not confirmed yet: identify, ask for a chat, write, end. Each act is stored
 * under its own clientId before it is sent and goes only when its fate is known, so neither a reload nor a cut loses it.
 * The same clientId is the same act for the server, so sending once too often is harmless; that is also why a second tab
 * may simply take over what a closed one left. One act at a time: the order in which things were typed cannot change.
 */
const ANSWER_LIMIT = 15_000;
const ORPHAN_AFTER = 20_000;
const RETRYABLE = new Set(["TOO_FAST", "UNAVAILABLE", "INTERNAL"]);

/**
 * @param link transmit(frame) → sent?, restart(), maySend(act) → boolean, changed()
 */
function createOutbox(link) {
  const acts = new Map();
  let flying = null;
  let answerTimer;
  let retryTimer;
  let lastOrder = 0;

  const keyOf = clientId => `act:${clientId}`;
  const ordered = () => [...acts.values()].sort((a, b) => a.order - b.order);

  function save(act) {
    if (!act.volatile) {
      const { attempts, seq, at, taken, sends, ...kept } = act;
      store.set(keyOf(act.clientId), kept);
    }
  }

  function add(act) {
    // Ties and a clock that goes back must not shuffle what was typed.
    lastOrder = Math.max(Date.now(), lastOrder + 0.001);
    const added = { clientId: uuid(), order: lastOrder, ...act };
    acts.set(added.clientId, added);
    save(added);
    return added;
  }

  function load(olderThan = 0) {
    for (const key of store.keys("act:")) {
      const act = store.get(key);
      if (act?.clientId && !acts.has(act.clientId) && Date.now() - act.order >= olderThan) {
        lastOrder = Math.max(lastOrder, act.order);
        acts.set(act.clientId, { ...act, taken: true });
      }
    }
  }

  function land() {
    clearTimeout(answerTimer);
    flying = null;
  }

  function remove(act) {
    acts.delete(act.clientId);
    store.remove(keyOf(act.clientId));
    if (flying === act) {
      land();
    }
  }

  function frameOf(act) {
    const { kind, clientId } = act;
    const { entry } = SCRIPT.dataset;
    switch (kind) {
      case "identify": return { ...act.identity, type: "identify", clientId };
      case "request": return { type: "chat.request", clientId, ...(entry && { entry }) };
      // Names its chat once that is known: another tab may have started a new one meanwhile.
      case "message": return { type: "message.send", clientId, conversationId: act.conversationId, text: act.text };
      default: return { type: "chat.end", clientId };
    }
  }

  function pump() {
    if (flying || retryTimer) {
      return;
    }
    const act = ordered().find(one => !one.failed && !one.seq && link.maySend(one));
    if (act && link.transmit(frameOf(act))) {
      flying = act;
      act.sends = (act.sends || 0) + 1;
      // An answer that never comes is a broken connection that looks whole.
      answerTimer = setTimeout(link.restart, ANSWER_LIMIT);
    }
  }

  return {
    add,
    load,
    save,
    remove,
    pump,
    ordered,
    get: clientId => acts.get(clientId),
    get flying() { return flying; },

    /** The connection is gone and with it every answer; the next one starts over. */
    reset() {
      land();
      clearTimeout(retryTimer);
      retryTimer = undefined;
    },

    /** An act has its place in the log but what lies before it is still missing: show it, send it no more. */
    stored(act, seq, at) {
      store.remove(keyOf(act.clientId));
      Object.assign(act, { seq, at });
      if (flying === act) {
        land();
      }
    },

    later(act) {
      if (flying === act) {
        land();
      }
      act.attempts = (act.attempts || 0) + 1;
      clearTimeout(retryTimer);
      retryTimer = setTimeout(() => {
        retryTimer = undefined;
        pump();
      }, backoff(act.attempts));
    },

    fail(act, code) {
      act.failed = code;
      save(act);
      if (flying === act) {
        land();
      }
    },

    adoptOrphans: () => load(ORPHAN_AFTER),

    /** Another tab learned which conversation the act belongs to. */
    placedElsewhere(clientId, kept) {
      const act = acts.get(clientId);
      if (act && kept?.conversationId) {
        act.conversationId = kept.conversationId;
      }
    },

    /** Another tab settled or discarded it. What was typed here stays until this tab has its own answer. */
    removedElsewhere(clientId) {
      const act = acts.get(clientId);
      if (act?.taken) {
        acts.delete(clientId);
        if (flying === act) {
          land();
        }
      }
    },
  };
}

/** What could not be sent goes back to where it can be edited and sent again. */
function createSalvage(outbox, draft) {
  return which => {
    const gone = outbox.ordered().filter(which);
    gone.forEach(outbox.remove);
    draft.append(gone.filter(act => act.kind === "message" && !act.seq).map(act => act.text));
  };
}

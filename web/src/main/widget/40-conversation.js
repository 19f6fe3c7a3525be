/*
 * The visitor's conversation and the frames that change it. What the server says after a reconnect is the truth,
 * whatever was believed before.
 */
const TYPING_LIMIT = 15_000;

/** @param publish tells the page an event of its own; @param draft the text not sent yet */
function createConversation(publish, draft) {
  const events = createEvents();
  const strangers = new Set();
  let conv = null;
  let visitor = { name: null, email: null };
  let formProblem = null;
  let panelOpen = false;
  let greeted = false;
  let settled = false;
  let sentToken = null;
  let typingTimer;
  let changePending = false;

  const transport = createTransport({ hello, welcome, frame, lost, unknownToken, changed });
  const outbox = createOutbox({
    transmit: act => transport.send(act),
    restart: () => transport.restart(),
    maySend: act => settled && (act.kind === "identify" || act.kind === "request"
      || (isOpen(conv) && conv.id !== null && act.conversationId === conv.id)),
  });
  const identity = createIdentity(outbox, draft);
  const salvage = createSalvage(outbox, draft);
  const gaps = createGaps({
    send: transport.send,
    ready: () => transport.ready,
    restart: transport.restart,
    after: id => id === conv?.id ? conv.lastSeq : strays.after(id),
    gone: lostConversation,
  });
  const strays = createStrays(outbox, gaps, () => conv?.id);

  function changed() {
    if (!changePending) {
      changePending = true;
      queueMicrotask(() => {
        changePending = false;
        keepLine();
        events.emit("change");
      });
    }
  }

  const keepLine = createLine(transport, () => panelOpen || isOpen(conv) || (!greeted && store.get("token") !== null)
    || outbox.ordered().some(act => !act.failed && act.kind !== "message"));

  function keep() {
    if (conv?.id) {
      const { id, state, agent, reason, fallback, visitorRead, endedAt, known } = conv;
      store.set("chat", { id, state, agent, reason, fallback, visitorRead, endedAt, known });
    } else {
      store.remove("chat");
    }
  }

  // ---- connection ----

  function hello() {
    sentToken = store.get("token");
    return helloOf(sentToken);
  }

  function unknownToken() {
    identity.sayAgain();
    if (store.get("token") === sentToken) {
      store.remove("token");
    }
    // The old conversation belongs to a visitor the server no longer knows; only the unsent words are ours to save.
    salvage(act => act.conversationId);
    if (conv?.id) {
      conv = null;
      keep();
    }
  }

  function welcome(frame) {
    const kept = store.get("token");
    if (!sentToken && kept && kept !== frame.token) {
      // Another tab was greeted first: two visitors in one browser would not see each other's chat.
      transport.restart();
      return;
    }
    store.set("token", frame.token);
    greeted = true;
    visitor = { name: frame.visitor?.name ?? visitor.name, email: frame.visitor?.email ?? visitor.email };
    gaps.clear();
    outbox.load();
    const open = frame.conversation;
    if (open) {
      follow(open);
    } else if (conv?.id && (isOpen(conv) || !conv.loaded)) {
      skipOld(conv, outbox);
      gaps.ask(conv.id);
    }
    strays.resolve();
    settle();
  }

  function follow(open) {
    if (conv?.id === null) {
      conv.id = open.id;
    } else if (conv?.id !== open.id) {
      conv = freshConversation(open.id, open.state);
    }
    const wasWaiting = conv.state !== "ACTIVE";
    conv.state = open.state;
    conv.agent = open.agent || conv.agent;
    conv.known = Math.max(conv.known, open.lastSeq);
    skipOld(conv, outbox);
    conv.agentRead = Math.max(conv.agentRead, open.agentReadSeq || 0);
    if (conv.visitorRead > (open.visitorReadSeq || 0)) {
      transport.send({ type: "read", seq: conv.visitorRead });
    } else {
      conv.visitorRead = open.visitorReadSeq || 0;
    }
    keep();
    if (open.state === "ACTIVE" && wasWaiting) {
      publish("live-chat-initiated", { conversationId: open.id, agent: conv.agent });
    }
    conv.loaded ||= !hasGap(conv);
    fillGap();
  }

  function lost(code) {
    settled = false;
    gaps.clear();
    if (code === 1009 && outbox.flying?.kind === "message") {
      outbox.fail(outbox.flying, "TEXT_TOO_LONG");
    }
    outbox.reset();
    stopTyping();
  }

  function stopTyping() {
    if (conv) {
      conv.typing = false;
    }
    changed();
  }

  // ---- gaps ----

  function synced(frame) {
    const id = frame.conversationId;
    gaps.done(id);
    if (id !== conv?.id) {
      strays.synced(frame);
      return;
    }
    const before = conv.lastSeq;
    takeOlder(conv, frame.messages);
    frame.messages.forEach(message => take(conv, outbox, message));
    conv.known = Math.max(conv.known, frame.lastSeq);
    conv.agentRead = Math.max(conv.agentRead, frame.agentReadSeq || 0);
    conv.visitorRead = Math.max(conv.visitorRead, frame.visitorReadSeq || 0);
    if (hasGap(conv)) {
      gaps.askMore(id, conv.lastSeq > before);
      return;
    }
    conv.loaded = true;
    if (frame.state && frame.state !== "WAITING" && frame.state !== "ACTIVE") {
      ended(frame.reason || (conv.agent ? null : "MISSED"));
    }
  }

  function arrived(message) {
    if (message.conversationId !== conv?.id) {
      // A chat that another tab began; the welcome tells all about it. Once per chat, or an old one would keep us busy.
      if (!strangers.has(message.conversationId)) {
        strangers.add(message.conversationId);
        transport.restart();
      }
      return;
    }
    take(conv, outbox, message);
    fillGap();
  }

  function acknowledged(frame) {
    transport.progress();
    if (frame.conversationId === conv?.id) {
      acknowledge(conv, outbox, frame, visitor.name);
      fillGap();
    } else {
      const act = outbox.get(frame.clientId);
      if (act) {
        outbox.remove(act);
      }
    }
  }

  function older() {
    if (conv?.loaded && conv.first > 1 && !hasGap(conv)) {
      gaps.askOlder(conv.id, Math.max(0, conv.first - 1 - OLDER));
    }
  }

  function fillGap() {
    if (hasGap(conv)) {
      gaps.ask(conv.id);
    }
  }

  /** Once the log is whole it is certain what was stored; only then is anything sent again or given up. */
  function settle() {
    settled = transport.ready && gaps.idle;
    if (settled && conv?.state === "ENDED") {
      outbox.ordered()
        .filter(act => act.conversationId === conv.id && !act.failed && !act.seq && act !== outbox.flying)
        .forEach(act => giveUp(outbox, act));
    }
    outbox.pump();
    changed();
  }

  // ---- frames ----

  const FRAMES = {
    "identified"(frame) {
      const act = outbox.flying;
      if (act?.kind !== "identify") {
        return;
      }
      const { name, email, phone } = identity.of(act);
      const verified = Boolean(frame.verified);
      visitor = { name: name || visitor.name, email: email || visitor.email };
      outbox.remove(act);
      transport.progress();
      email && publish("email-given", { email, verified });
      phone && publish("phone-given", { phone, verified });
    },
    "chat.requested": requested,
    "chat.connected"(frame) {
      if (conv?.id !== frame.conversationId) {
        arrived(frame);
        return;
      }
      const first = conv.state !== "ACTIVE";
      conv.state = "ACTIVE";
      conv.agent = frame.agent;
      keep();
      if (first) {
        publish("live-chat-initiated", { conversationId: conv.id, agent: frame.agent });
      }
    },
    "chat.fallback"(frame) {
      if (conv?.id === frame.conversationId) {
        ended("MISSED", frame.text);
      }
    },
    "chat.ended"(frame) {
      if (conv?.id === frame.conversationId) {
        ended(frame.reason);
      }
    },
    "chat.idle"(frame) {
      if (conv?.id === frame.conversationId) {
        conv.idle = { lastSeq: frame.lastSeq, until: Date.now() + Date.parse(frame.endsAt) - Date.parse(frame.now) };
      }
    },
    "message": arrived,
    "message.ack": acknowledged,
    "messages": synced,
    "typing"(frame) {
      if (isOpen(conv)) {
        conv.typing = frame.on;
        clearTimeout(typingTimer);
        typingTimer = setTimeout(stopTyping, TYPING_LIMIT);
      }
    },
    "read"(frame) {
      if (conv) {
        conv.agentRead = Math.max(conv.agentRead, frame.seq);
      }
    },
    "error": refused,
  };

  function frame(received) {
    if (Object.hasOwn(FRAMES, received.type)) {
      FRAMES[received.type](received);
      settle();
    }
  }

  function requested(frame) {
    const act = outbox.get(frame.clientId);
    for (const one of outbox.ordered().filter(other => other.requestId === frame.clientId && !other.conversationId)) {
      one.conversationId = frame.conversationId;
      outbox.save(one);
    }
    if (conv?.id === null) {
      Object.assign(conv, { id: frame.conversationId, state: "WAITING" });
    } else if (conv?.id !== frame.conversationId) {
      conv = freshConversation(frame.conversationId, "WAITING", { loaded: true });
    }
    keep();
    // The answer to a request that may have been answered before can be old: the chat may be over by now.
    if (!act || act.taken || act.sends > 1) {
      gaps.ask(conv.id);
    }
    if (act) {
      outbox.remove(act);
      transport.progress();
      publish("live-chat-requested", { conversationId: conv.id });
    }
  }

  function ended(reason, fallback) {
    // The end itself is the answer to the wish to end.
    outbox.ordered().filter(act => act.kind === "end" && act.conversationId === conv.id).forEach(outbox.remove);
    if (conv.state === "ENDED") {
      conv.fallback ||= fallback || null;
      keep();
      return;
    }
    Object.assign(conv, { state: "ENDED", reason, fallback: fallback || null, typing: false, endedAt: Date.now() });
    keep();
    const detail = { conversationId: conv.id, reason };
    if (reason === "TIMEOUT" || reason === "MISSED") {
      publish("live-chat-timeout", detail);
    }
    if (reason !== "MISSED") {
      publish("live-chat-ended", detail);
    }
  }

  function refused(problem) {
    if (gaps.refused(problem)) {
      return;
    }
    const flying = outbox.flying;
    const act = problem.clientId ? outbox.get(problem.clientId)
      : problem.code === "INVALID_FIELD" && flying?.kind === "identify" ? flying : null;
    if (!act) {
      return;
    }
    if (RETRYABLE.has(problem.code)) {
      outbox.later(act);
    } else if (problem.code === "OTHER_PERSON") {
      events.emit("other", act);
    } else if (act.kind === "message") {
      outbox.fail(act, problem.code);
      // The message may have been the first to hear that the chat is over.
      if (problem.code === "CHAT_ENDED" || problem.code === "NO_CONVERSATION") {
        gaps.ask(act.conversationId);
      }
    } else if (act.kind === "end") {
      outbox.remove(act);
      gaps.ask(act.conversationId);
    } else {
      outbox.remove(act);
      if (act.kind === "request" || act.requestId) {
        backToForm(act.requestId || act.clientId, problem);
      } else {
        console.warn(`Agent Inbox: identify() was refused: ${problem.message}`);
      }
    }
  }

  function lostConversation(id) {
    if (id === conv?.id) {
      salvage(act => act.conversationId === id);
      conv = null;
      keep();
    } else {
      strays.gone(id);
    }
  }

  // ---- back to the form ----

  function backToForm(requestId, problem) {
    salvage(act => act.requestId === requestId || act.clientId === requestId);
    if (conv && conv.id === null) {
      conv = null;
    }
    formProblem = { field: problem.field, code: problem.code };
  }

  return {
    events, transport, outbox, strays, identity, settle, changed, keep, salvage, older,
    get conv() { return conv; },
    set conv(value) { conv = value; },
    get visitor() { return visitor; },
    set visitor(value) { visitor = value; },
    get formProblem() { return formProblem; },
    set formProblem(value) { formProblem = value; },
    set panelOpen(value) { panelOpen = value; },
  };
}

/*
 * What a visitor can do and see, as the view uses it; and what this tab learns through the storage from the past and
 * from other tabs.
 */
const ENDED_KEPT = 24 * 3_600_000;

function createChat(publish, draft) {
  const core = createConversation(publish, draft);
  const { events, transport, outbox, strays, settle, changed, keep, salvage } = core;

  /** Somebody else has signed in on the page: the server knows another visitor in this browser. Who they are is said again to it. */
  events.on("other", act => {
    core.identity.forgetOthers(act);
    core.visitor = { name: null, email: null };
    core.conv = null;
    keep();
    transport.restart();
  });

  // ---- other tabs ----

  window.addEventListener("storage", event => {
    const key = store.nameOf(event.key);
    if (key?.startsWith("act:")) {
      const clientId = key.slice(4);
      if (event.newValue === null) {
        outbox.removedElsewhere(clientId);
      } else {
        outbox.placedElsewhere(clientId, store.get(key));
      }
      settle();
    } else if (key === "chat") {
      changedElsewhere(store.get("chat"));
    }
  });

  function changedElsewhere(kept) {
    const asking = core.conv?.id === null && outbox.get(core.conv.requestId);
    if (!kept && core.conv?.state === "ENDED") {
      core.conv = null;
    } else if (kept && kept.id !== core.conv?.id && !asking && !(isOpen(core.conv) && core.conv.id)) {
      core.conv = freshConversation(kept.id, kept.state, kept);
      transport.restart();
    }
    changed();
  }

  function restore() {
    const kept = store.get("chat");
    if (kept?.state === "ENDED" && Date.now() - kept.endedAt > ENDED_KEPT) {
      store.remove("chat");
    } else if (kept) {
      core.conv = freshConversation(kept.id, kept.state, kept);
    }
    outbox.load();
    const request = outbox.ordered().find(act => act.kind === "request");
    if (request && !core.conv) {
      core.conv = freshConversation(null, "REQUESTING", { requestId: request.clientId });
    }
    setInterval(() => {
      outbox.adoptOrphans();
      strays.resolve();
      settle();
    }, ORPHAN_AFTER);
    changed();
  }

  restore();

  return {
    on: events.on,
    publish,
    get conv() { return core.conv; },
    get visitor() { return core.visitor; },
    get presence() { return transport.presence; },
    get formProblem() { return core.formProblem; },
    get online() { return transport.ready; },
    get wanted() { return transport.wanted; },
    get barred() { return transport.barred; },
    get retryAt() { return transport.retryAt; },
    get ending() {
      const { id, requestId } = core.conv || {};
      const concerns = act => act.conversationId ? act.conversationId === id : act.requestId === requestId;
      return isOpen(core.conv) && outbox.ordered().some(act => act.kind === "end" && concerns(act));
    },
    get unsent() { return outbox.ordered().filter(act => act.kind === "message"); },
    get unread() {
      const { messages = [], visitorRead } = core.conv || {};
      return messages.filter(one => one.author.kind === "AGENT" && one.seq > visitorRead).length;
    },

    panel(open) {
      core.panelOpen = open;
      changed();
    },

    identify(identity, requestId) {
      if (!requestId) {
        core.identity.said = identity;
      }
      outbox.add({ kind: "identify", identity, requestId, volatile: !requestId });
      settle();
    },

    request({ name, email, text }) {
      core.formProblem = null;
      const requestId = uuid();
      this.identify({ name, email }, requestId);
      outbox.add({ kind: "request", clientId: requestId });
      core.conv = freshConversation(null, "REQUESTING", { requestId, loaded: true });
      if (!isBlank(text)) {
        this.write(text);
      }
      settle();
    },

    write(text) {
      outbox.add({ kind: "message", text, conversationId: core.conv.id, requestId: core.conv.requestId });
      settle();
    },

    end() {
      if (isOpen(core.conv) && !this.ending) {
        outbox.add({ kind: "end", conversationId: core.conv.id, requestId: core.conv.requestId });
        settle();
      }
    },

    discard(clientId) {
      const act = outbox.get(clientId);
      if (act) {
        outbox.remove(act);
        changed();
      }
    },

    startOver() {
      salvage(act => act.kind === "message" && act.failed);
      core.conv = null;
      core.formProblem = null;
      keep();
      changed();
    },

    /** Asks for what was said before that, when there is more of it. */
    older: core.older,

    typing(on) {
      if (isOpen(core.conv) && core.conv.id) {
        transport.send({ type: "typing", on });
      }
    },

    read() {
      const last = core.conv?.messages.findLast(one => one.author.kind !== "VISITOR")?.seq ?? 0;
      if (last > (core.conv?.visitorRead ?? 0)) {
        core.conv.visitorRead = core.conv.lastSeq;
        if (isOpen(core.conv)) {
          transport.send({ type: "read", seq: core.conv.lastSeq });
        }
        keep();
        changed();
      }
    },
  };
}

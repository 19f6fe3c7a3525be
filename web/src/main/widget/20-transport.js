/*
 * One WebSocket that comes back by itself. It knows about hello, welcome, ping, silence and who is there, and
 * nothing about chats: what has to survive a broken connection is kept by the outbox, never here.
 */
const SILENCE_LIMIT = 45_000;
const WELCOME_LIMIT = 10_000;
const STEADY_AFTER = 3_000;

/**
 * @param handlers hello() → frame, welcome(frame), frame(frame), lost(closeCode), unknownToken(), changed()
 */
function createTransport(handlers) {
  let socket = null;
  let ready = false;
  let wanted = false;
  let attempts = 0;
  let retryAt = 0;
  let retryTimer;
  let welcomeTimer;
  let steadyTimer;
  let lastHeard = 0;
  let barred = false;
  let presence = null;

  function connect() {
    clearTimeout(retryTimer);
    retryAt = 0;
    if (socket || !wanted) {
      return;
    }
    let opening;
    try {
      opening = new WebSocket(SOCKET);
    } catch {
      again();
      return;
    }
    socket = opening;
    lastHeard = Date.now();
    opening.onopen = () => raw(handlers.hello());
    opening.onmessage = event => hear(event.data);
    opening.onclose = event => {
      const greeted = ready;
      drop();
      handlers.lost(event.code);
      again();
      if (!greeted) {
        askWhetherBarred();
      }
    };
    welcomeTimer = setTimeout(restart, WELCOME_LIMIT);
    handlers.changed();
  }

  // A dead connection may take minutes to say that it closed, so its handlers go at once.
  function drop() {
    clearTimeout(welcomeTimer);
    clearTimeout(steadyTimer);
    ready = false;
    // Without a line nobody knows who is there.
    presence = null;
    if (socket) {
      socket.onopen = socket.onmessage = socket.onclose = null;
      try {
        socket.close();
      } catch { /* already gone */ }
      socket = null;
    }
  }

  function again() {
    if (wanted) {
      const wait = backoff(attempts++);
      retryAt = Date.now() + wait;
      clearTimeout(retryTimer);
      retryTimer = setTimeout(connect, wait);
    }
    handlers.changed();
  }

  // Browsers hide why a handshake was refused; a plain request tells a site that may not use the chat from a lost line.
  // Pages of our own are never barred, and to one's own host such a request names no origin.
  async function askWhetherBarred() {
    if (SERVER.origin === location.origin) {
      return;
    }
    try {
      const { status } = await fetch(PROBE, { cache: "no-store", credentials: "omit" });
      if (status === 403 && !barred) {
        barred = true;
        console.warn(`Agent Inbox: pages of ${location.origin} may not use this chat; see agentinbox.widget.allowed-origins.`);
      } else if (status !== 403) {
        barred = false;
      }
    } catch { /* the line, then: it is tried again */ }
    handlers.changed();
  }

  function restart() {
    if (socket) {
      drop();
      handlers.lost(0);
      again();
    }
  }

  function now() {
    attempts = 0;
    if (!socket) {
      connect();
    }
  }

  function raw(frame) {
    if (socket?.readyState === WebSocket.OPEN) {
      socket.send(JSON.stringify(frame));
      return true;
    }
    return false;
  }

  function hear(data) {
    lastHeard = Date.now();
    let frame;
    try {
      frame = JSON.parse(data);
    } catch {
      return;
    }
    if (frame.type === "ping") {
      raw({ type: "pong" });
    } else if (frame.type === "welcome") {
      clearTimeout(welcomeTimer);
      // Not at once: a server that greets and hangs up would otherwise be called twice a second for ever.
      steadyTimer = setTimeout(() => { attempts = 0; }, STEADY_AFTER);
      ready = true;
      barred = false;
      presence = frame.presence || null;
      handlers.welcome(frame);
      handlers.changed();
    } else if (frame.type === "error" && frame.code === "UNKNOWN_TOKEN") {
      handlers.unknownToken();
      raw(handlers.hello());
    } else if (!ready || frame.code === "HELLO_FIRST") {
      restart();
    } else if (frame.type === "presence") {
      presence = frame;
      handlers.changed();
    } else {
      handlers.frame(frame);
    }
  }

  setInterval(() => {
    if (socket && Date.now() - lastHeard > SILENCE_LIMIT) {
      restart();
    }
  }, 5_000);

  window.addEventListener("online", () => {
    // The network changed under the connection; what still looks open rarely is.
    restart();
    now();
  });
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible") {
      now();
    }
  });
  window.addEventListener("pageshow", event => event.persisted && now());

  return {
    want(value) {
      if (wanted === value) {
        return;
      }
      wanted = value;
      if (wanted) {
        now();
      } else {
        clearTimeout(retryTimer);
        drop();
        handlers.lost(0);
        handlers.changed();
      }
    },
    send: frame => ready && raw(frame),
    restart,
    /** Something was answered, so the line is good: the next cut starts with the shortest wait again. */
    progress() { attempts = 0; },
    get ready() { return ready; },
    get wanted() { return wanted; },
    get barred() { return barred; },
    get presence() { return presence; },
    get retryAt() { return retryAt; },
  };
}

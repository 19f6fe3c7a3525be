// The widget's connection: made only while it is needed. It knows who is there, and whether this site may use the chat at all.

import { createSocket } from '../core/socket.js';
import { SERVER } from './server.js';

const IDLE_BEFORE_HANGUP = 5_000;
const REST = 30;
const PROBE = new URL('ws/visitor', SERVER).href;

/** @param handlers hello() → frame, welcome(frame), frame(frame), lost(closeCode), unknownToken(), changed() */
export function createConnection(handlers) {
  let barred = false;
  let presence = null;
  let hangUpTimer;

  const socket = createSocket({
    url: PROBE.replace(/^http/, 'ws'),
    hello: handlers.hello,
    onFrame: heard,
    onStatus: handlers.changed,
    onLost(code, wasOpen) {
      gone(code);
      // Not where it was given up here.
      if (!wasOpen && code) {
        askWhy();
      }
    },
    onRefused(error) {
      const isUnknown = error.code === 'UNKNOWN_TOKEN';
      if (isUnknown) {
        handlers.unknownToken();
      }
      return isUnknown;
    },
  });

  function heard(frame) {
    if (frame.type === 'welcome') {
      barred = false;
      presence = frame.presence || null;
      handlers.welcome(frame);
    } else if (!socket.isOpen || frame.code === 'HELLO_FIRST') {
      socket.restart();
    } else if (frame.type === 'presence') {
      presence = frame;
      handlers.changed();
    } else {
      handlers.frame(frame);
    }
  }

  function gone(code) {
    // Without a connection nobody knows who is there.
    presence = null;
    handlers.lost(code);
  }

  // Browsers hide why a handshake was refused; a plain request tells a site that may not use the chat, and an address with too many
  // sockets, from a lost connection. Pages of our own are never barred, and to one's own host such a request names no origin.
  async function askWhy() {
    if (SERVER.origin === location.origin) {
      return;
    }
    try {
      const { status, headers } = await fetch(PROBE, { cache: 'no-store', credentials: 'omit' });
      if (status === 429) {
        socket.rest(Number(headers.get('Retry-After')) || REST);
      }
      if (status === 403 && !barred) {
        console.warn(`Agent Inbox: pages of ${location.origin} may not use this chat; see agentinbox.widget.allowed-origins.`);
      }
      barred = status === 403;
    } catch { /* the connection, then: it is tried again */ }
    handlers.changed();
  }

  function hurry() {
    socket.progress();
    socket.now();
  }

  function hangUp() {
    socket.stop();
    gone(0);
    handlers.changed();
  }

  window.addEventListener('online', () => {
    // The network changed under the connection; what still looks open rarely is.
    socket.restart();
    hurry();
  });
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') {
      hurry();
    }
  });
  window.addEventListener('pageshow', event => event.persisted && hurry());

  return {
    /** A visitor who only reads the page costs the server no connection: to be called whenever that may have changed. */
    keepWhile(isNeeded) {
      clearTimeout(hangUpTimer);
      if (isNeeded && !socket.isWanted) {
        socket.progress();
        socket.start();
      } else if (!isNeeded && socket.isWanted) {
        hangUpTimer = setTimeout(hangUp, IDLE_BEFORE_HANGUP);
      }
    },
    send: socket.send,
    restart: socket.restart,
    progress: socket.progress,
    get isOpen() { return socket.isOpen; },
    get isWanted() { return socket.isWanted; },
    get retryAt() { return socket.retryAt; },
    get barred() { return barred; },
    get presence() { return presence; },
  };
}

// The widget's connection, which is open only while it is needed. It also has the presence, and whether this site may use the chat.

import { createSocket } from '../core/socket.js';
import { SERVER } from './server.js';

const IDLE_BEFORE_HANGUP = 5_000;
const REST = 30;
const PROBE = new URL('ws/visitor', SERVER).href;

/** @param handlers hello() returns a frame; welcome(frame), frame(frame), lost(closeCode), unknownToken(), changed() */
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
      // Code 0 means that the connection was given up here.
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
    // Without a connection the presence is unknown.
    presence = null;
    handlers.lost(code);
  }

  // Browsers do not tell why a handshake was refused. A plain request finds out whether the site may not use the chat, or the address has
  // too many sockets, or the connection was lost. The product's own pages are always allowed, and requests to their own origin carry no
  // Origin header.
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
    } catch { /* a network failure, after which the socket tries again */ }
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
    // After a change of network the old connection is usually dead, even if it looks open.
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
    /** To be called whenever the need may have changed. Visitors who only read the page need no connection. */
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

// The connection of a signed-in page: the shared socket, and what to do when the sign-in has ended.

import { createSocket } from '../core/socket.js';

// In milliseconds. The server pings every 10 s, so two pings are missing by then.
const DOUBT_AFTER = 25_000;
const SIGNED_OUT = 1008;
const TOO_BIG = 1009;

/**
 * onFrame(frame), onStatus({state: 'connecting' | 'open' | 'waiting' | 'signedOut', at?}), onTooBig();
 * stillSignedIn() returns a promise of true or false, which is rejected where the server cannot be reached.
 */
export function createSignedInSocket({ url, stillSignedIn, onFrame, onStatus, onTooBig }) {
  const socket = createSocket({
    url, onStatus, doubtAfter: DOUBT_AFTER,
    hello: () => ({ type: 'hello' }),
    onFrame(frame) {
      if (frame.type === 'message.ack') socket.progress();
      onFrame(frame);
    },
    onLost(code, wasOpen) {
      if (code === TOO_BIG) onTooBig();
      onStatus({ state: 'connecting' });
      if (wasOpen && code !== SIGNED_OUT) return true;
      askWhetherSignedIn();
      return false;
    },
  });

  // Browsers do not tell why a handshake was refused.
  async function askWhetherSignedIn() {
    let signedIn = true;
    try {
      signedIn = await stillSignedIn();
    } catch { /* an unreachable server is treated as a lost connection */ }
    if (signedIn) return socket.retry();
    socket.stop();
    onStatus({ state: 'signedOut' });
  }

  function hurry() {
    if (document.visibilityState === 'visible') socket.now();
    socket.look();
  }

  window.addEventListener('focus', hurry);
  window.addEventListener('online', hurry);
  document.addEventListener('visibilitychange', hurry);
  return { connect: socket.start, send: socket.send, stop: socket.stop, isOpen: () => socket.isOpen };
}

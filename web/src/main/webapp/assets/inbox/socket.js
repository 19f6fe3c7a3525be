// The connection of a signed-in page: the shared socket, and what to do when somebody has to sign in.

import { createSocket } from '../core/socket.js';

// The server pings every 10 s: two are missing.
const DOUBT_AFTER = 25_000;
const SIGNED_OUT = 1008;
const TOO_BIG = 1009;

/**
 * onFrame(frame), onStatus({state: 'connecting' | 'open' | 'waiting' | 'signedOut', at?}), onTooBig();
 * stillSignedIn() answers a promise of true or false and fails where the server cannot be asked.
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

  // The browser hides why a handshake was refused.
  async function askWhetherSignedIn() {
    let signedIn = true;
    try {
      signedIn = await stillSignedIn();
    } catch { /* the server cannot be reached: the same as a lost connection */ }
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

// A WebSocket that reconnects by itself. It handles hello, welcome, pings and silence, but no chats. What must survive a lost connection is
// in the outbox.

import { backOff } from './backoff.js';

const OPENING = 10_000;
const SILENCE = 45_000;
const ANSWER = 5_000;
const LOOK = 5_000;
const STEADY = 3_000;
const LONGEST_REST = 300_000;

/**
 * url: of the server's socket.
 * hello(): returns the first frame of each connection.
 * onFrame(frame): called with every frame but pings, the welcome included.
 * onStatus({state: 'connecting' | 'open' | 'waiting', at?}): at is when the next attempt begins, in milliseconds since the epoch.
 * onLost(code, wasOpen): the connection is lost, with its close code, or 0 where it was given up here. Where it returns false, there is no
 * further attempt until retry().
 * onRefused(error): the server refused the hello. Where it returns true, hello is sent again; else a new connection is made.
 * doubtAfter: milliseconds of silence after which another hello checks whether the connection still works.
 */
export function createSocket({ url, hello, onFrame, onStatus, onLost, onRefused = () => false, doubtAfter = Infinity }) {
  let socket = null;
  let wanted = false;
  let open = false;
  let attempts = 0;
  let heardAt = 0;
  let retryAt = 0;
  let restUntil = 0;
  let retryTimer = null;
  let answerTimer;
  let steadyTimer;
  let lookTimer;

  function start() {
    if (wanted) return;
    wanted = true;
    lookTimer = setInterval(look, LOOK);
    connect();
  }

  function stop() {
    wanted = false;
    clearInterval(lookTimer);
    forgetRetry();
    drop();
  }

  function connect() {
    forgetRetry();
    if (socket || !wanted) return;
    onStatus({ state: 'connecting' });
    try {
      socket = new WebSocket(url);
    } catch {
      retry();
      return;
    }
    heardAt = Date.now();
    answerTimer = setTimeout(restart, OPENING);
    socket.onopen = () => write(hello());
    socket.onmessage = (event) => receive(event.data);
    socket.onclose = (event) => lost(event.code);
  }

  function forgetRetry() {
    clearTimeout(retryTimer);
    retryTimer = null;
    retryAt = 0;
  }

  // A dead connection may take minutes until it reports its close, so its listeners are removed at once.
  function drop() {
    clearTimeout(answerTimer);
    clearTimeout(steadyTimer);
    open = false;
    if (!socket) return;
    socket.onopen = socket.onmessage = socket.onclose = null;
    try {
      socket.close();
    } catch { /* the socket is closed already */ }
    socket = null;
  }

  function lost(code) {
    const wasOpen = open;
    drop();
    if (onLost(code, wasOpen) !== false) retry();
  }

  function restart() {
    if (socket) lost(0);
  }

  function retry() {
    if (socket || !wanted || retryTimer) return;
    const wait = Math.max(backOff(attempts++), restUntil - Date.now());
    retryAt = Date.now() + wait;
    retryTimer = setTimeout(connect, wait);
    onStatus({ state: 'waiting', at: retryAt });
  }

  function write(frame) {
    if (socket?.readyState !== WebSocket.OPEN) return false;
    socket.send(JSON.stringify(frame));
    return true;
  }

  function receive(data) {
    heardAt = Date.now();
    clearTimeout(answerTimer);
    let frame;
    try {
      frame = JSON.parse(data);
    } catch {
      return;
    }
    if (frame.type === 'ping') write({ type: 'pong' });
    else if (frame.type === 'welcome') welcomed(frame);
    else if (!open && frame.type === 'error') refused(frame);
    else onFrame(frame);
  }

  function welcomed(frame) {
    open = true;
    // The attempts are reset after some time only. A server that greets and then closes would otherwise be called twice a second.
    clearTimeout(steadyTimer);
    steadyTimer = setTimeout(progress, STEADY);
    onFrame(frame);
    if (open) onStatus({ state: 'open' });
  }

  // A refused hello gets no other answer, though pings go on, so a time limit is needed.
  function refused(error) {
    if (error.retryAfter) rest(error.retryAfter);
    if (!onRefused(error)) {
      restart();
      return;
    }
    write(hello());
    answerTimer = setTimeout(restart, OPENING);
  }

  function rest(seconds) {
    restUntil = Date.now() + Math.min(seconds * 1000, LONGEST_REST);
    if (!retryTimer) return;
    forgetRetry();
    retry();
  }

  function progress() {
    attempts = 0;
  }

  // Compares times of the clock, because timers stop while a computer sleeps.
  function look() {
    const silent = Date.now() - heardAt;
    if (open && silent >= doubtAfter) doubt();
    else if (socket && silent > SILENCE) restart();
  }

  // If the connection works, the welcome to another hello has what was missed.
  function doubt() {
    heardAt = Date.now();
    write(hello());
    clearTimeout(answerTimer);
    answerTimer = setTimeout(restart, ANSWER);
  }

  return {
    start,
    stop,
    /** Gives up the connection and makes another one after a pause. */
    restart,
    /** Tries again after a pause, where onLost has stopped the attempts. */
    retry,
    /** Ends the pause before the next attempt. */
    now() {
      if (retryTimer && Date.now() >= restUntil) connect();
    },
    /** The server asks to wait this many seconds before the next attempt. */
    rest,
    /** An answer has arrived, so the connection works, and pauses start with the shortest one again. */
    progress,
    /** Checks at once whether the connection was silent for too long. */
    look,
    /** Returns whether the frame was sent; nothing can be sent before the welcome. */
    send: (frame) => open && write(frame),
    get isOpen() { return open; },
    get isWanted() { return wanted; },
    /** When the next attempt begins, in milliseconds since the epoch; 0 where none is planned. */
    get retryAt() { return retryAt; },
  };
}

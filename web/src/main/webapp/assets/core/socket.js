// A WebSocket that comes back by itself. It knows hello, welcome, pings and silence, and nothing of chats: what has to outlive a
// broken connection is in the outbox.

import { backOff } from './backoff.js';

const OPENING = 10_000;
const SILENCE = 45_000;
const ANSWER = 5_000;
const LOOK = 5_000;
const STEADY = 3_000;
const LONGEST_REST = 300_000;

/**
 * url: of the server's socket.
 * hello(): the first frame on each connection.
 * onFrame(frame): every frame but pings; the welcome too.
 * onStatus({state: 'connecting' | 'open' | 'waiting', at?}): at is when the next attempt begins, in milliseconds.
 * onLost(code, wasOpen): the connection is gone, with the code it was closed with, 0 where it was given up here. When it answers
 * false, nothing is tried until retry().
 * onRefused(error): the server refused the hello. When it answers true, hello is said again; else a new connection is made.
 * doubtAfter: after how many milliseconds of silence another hello asks whether the connection still lives.
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

  // A dead connection may take minutes to say that it is closed: nobody waits for that.
  function drop() {
    clearTimeout(answerTimer);
    clearTimeout(steadyTimer);
    open = false;
    if (!socket) return;
    socket.onopen = socket.onmessage = socket.onclose = null;
    try {
      socket.close();
    } catch { /* it is gone either way */ }
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
    // Not at once: a server that greets and hangs up would be called twice a second for ever.
    clearTimeout(steadyTimer);
    steadyTimer = setTimeout(progress, STEADY);
    onFrame(frame);
    if (open) onStatus({ state: 'open' });
  }

  // A hello that was refused gets no other answer, while pings go on.
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

  // By the clock, since timers stand still while a computer sleeps.
  function look() {
    const silent = Date.now() - heardAt;
    if (open && silent >= doubtAfter) doubt();
    else if (socket && silent > SILENCE) restart();
  }

  // The welcome to another hello tells what was missed, should the connection be alive.
  function doubt() {
    heardAt = Date.now();
    write(hello());
    clearTimeout(answerTimer);
    answerTimer = setTimeout(restart, ANSWER);
  }

  return {
    start,
    stop,
    /** Gives the connection up and makes another one after a pause. */
    restart,
    /** Tries again after a pause, where onLost had kept it from doing so. */
    retry,
    /** Ends the pause before the next attempt. */
    now() {
      if (retryTimer && Date.now() >= restUntil) connect();
    },
    /** The server wants no further attempt for so many seconds. */
    rest,
    /** Something was answered, so the connection is good: the pauses begin with the shortest again. */
    progress,
    /** Looks at once whether the connection was silent for too long. */
    look,
    /** Answers whether the frame went out: nothing goes before the welcome. */
    send: (frame) => open && write(frame),
    get isOpen() { return open; },
    get isWanted() { return wanted; },
    /** When the next attempt begins, in milliseconds; 0 where none waits. */
    get retryAt() { return retryAt; },
  };
}

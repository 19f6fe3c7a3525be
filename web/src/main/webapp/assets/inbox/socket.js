// The connection to the server: opens it, keeps it alive, opens it again, and notices when somebody has to sign in.

const DELAYS = [500, 1000, 2000, 4000, 8000, 15000];
const SILENCE = 45_000;
const OPENING = 10_000;
const STALE = 25_000;
const LOOK = 10_000;
const ANSWER = 5_000;
const SIGNED_OUT = 1008;
const TOO_BIG = 1009;

/**
 * onFrame(frame), onStatus({state: 'connecting' | 'open' | 'waiting' | 'signedOut', at?}), onTooBig();
 * stillSignedIn() answers a promise of true or false and fails where the server cannot be asked.
 */
export function createSocket({ url, stillSignedIn, onFrame, onStatus, onTooBig }) {
  let socket = null;
  let welcomed = false;
  let attempts = 0;
  let retry = 0;
  let watchdog = 0;
  let stopped = false;
  let heardAt = 0;

  function watch(millis) {
    clearTimeout(watchdog);
    watchdog = setTimeout(() => lost(socket, 0), millis);
  }

  function connect() {
    clearTimeout(retry);
    retry = 0;
    if (socket || stopped) return;
    onStatus({ state: 'connecting' });
    const mine = new WebSocket(url);
    socket = mine;
    watch(OPENING);
    mine.onopen = () => mine === socket && mine.send('{"type":"hello"}');
    mine.onmessage = (event) => mine === socket && receive(event.data);
    mine.onclose = (event) => mine === socket && lost(mine, event.code);
  }

  function receive(data) {
    watch(SILENCE);
    heardAt = Date.now();
    let frame;
    try {
      frame = JSON.parse(data);
    } catch {
      return;
    }
    if (frame.type === 'ping') return void send({ type: 'pong' });
    if (frame.type === 'welcome') {
      welcomed = true;
      attempts = 0;
      onFrame(frame);
      onStatus({ state: 'open' });
    } else if (!welcomed && frame.type === 'error') {
      // A hello that was refused gets no other answer, while pings go on: only a new connection helps.
      lost(socket, 0);
    } else {
      onFrame(frame);
    }
  }

  // A connection that went silent may take minutes to close by itself, so nobody waits for it.
  function lost(which, code) {
    if (!which || which !== socket) return;
    clearTimeout(watchdog);
    const wasWelcomed = welcomed;
    socket = null;
    welcomed = false;
    try {
      which.close();
    } catch { /* it is gone either way */ }
    if (code === TOO_BIG) onTooBig();
    onStatus({ state: 'connecting' });
    if (wasWelcomed && code !== SIGNED_OUT) later();
    else askWhetherSignedIn();
  }

  // The browser hides why a handshake was refused.
  async function askWhetherSignedIn() {
    let signedIn = true;
    try {
      signedIn = await stillSignedIn();
    } catch { /* the server cannot be reached: the same as a lost connection */ }
    if (signedIn) return later();
    stop();
    onStatus({ state: 'signedOut' });
  }

  function later() {
    if (socket || stopped || retry) return;
    const base = DELAYS[Math.min(attempts++, DELAYS.length - 1)];
    const delay = base * (0.5 + Math.random());
    retry = setTimeout(connect, delay);
    onStatus({ state: 'waiting', at: Date.now() + delay });
  }

  function hurry() {
    if (document.visibilityState === 'visible' && retry) connect();
    suspect();
  }

  // Timers may stand still while a computer sleeps, so the watchdog would notice too late that the connection is gone. The
  // server pings every 10 s: where the clock says that two are missing, the welcome to another hello tells what was missed.
  function suspect() {
    if (!welcomed || Date.now() - heardAt < STALE) return;
    heardAt = Date.now();
    send({ type: 'hello' });
    watch(ANSWER);
  }

  function stop() {
    stopped = true;
    clearTimeout(retry);
    clearTimeout(watchdog);
    clearInterval(looking);
    const old = socket;
    socket = null;
    old?.close();
  }

  function send(frame) {
    if (!socket || socket.readyState !== WebSocket.OPEN || (!welcomed && frame.type !== 'pong')) return false;
    socket.send(JSON.stringify(frame));
    return true;
  }

  const looking = setInterval(suspect, LOOK);
  window.addEventListener('focus', hurry);
  window.addEventListener('online', hurry);
  document.addEventListener('visibilitychange', hurry);
  return { connect, send, stop, isOpen: () => welcomed };
}

import { createSocket } from '../../../main/webapp/assets/core/socket.js';
import { equal, isTrue } from '../support/assert.js';
import { openBrowser } from '../support/browser.js';

function begin(more = {}) {
  const browser = openBrowser();
  const seen = { frames: [], statuses: [], losses: [] };
  const socket = createSocket({
    url: 'wss://chat.example/ws',
    hello: () => ({ type: 'hello' }),
    onFrame: (frame) => seen.frames.push(frame),
    onStatus: ({ state }) => seen.statuses.push(state),
    onLost: (code, wasOpen) => { seen.losses.push([code, wasOpen]); },
    ...more,
  });
  socket.start();
  return { socket, seen, clock: browser.clock, sockets: browser.sockets, latest: () => browser.socket };
}

/** After how many milliseconds the next connection is made. */
function pause({ clock, sockets }) {
  const before = sockets.length;
  for (let passed = 0; passed <= 60_000; passed += 100) {
    if (sockets.length > before) return passed;
    clock.pass(100);
  }
  return null;
}

test('hello goes first, and nothing else before the welcome', () => {
  const { socket, seen, latest } = begin();
  equal(socket.send({ type: 'typing' }), false);
  latest().accept();
  equal(latest().frames, [{ type: 'hello' }]);
  equal([socket.send({ type: 'typing' }), socket.isOpen], [false, false]);
  latest().say({ type: 'welcome', a: 1 });
  equal([socket.send({ type: 'typing' }), socket.isOpen], [true, true]);
  equal(latest().taken(), [{ type: 'typing' }]);
  equal(seen, { frames: [{ type: 'welcome', a: 1 }], statuses: ['connecting', 'open'], losses: [] });
});

test('pings are answered and told to nobody, also before the welcome', () => {
  const { seen, latest } = begin();
  latest().accept().say({ type: 'ping' });
  equal(latest().frames.at(-1), { type: 'pong' });
  latest().say({ type: 'welcome' }).say({ type: 'ping' });
  equal(latest().frames.filter(({ type }) => type === 'pong').length, 2);
  equal(seen.frames.map(({ type }) => type), ['welcome']);
});

test('what is no JSON is passed over', () => {
  const { seen, latest } = begin();
  latest().welcome().onmessage({ data: '{' });
  latest().say({ type: 'message' });
  equal(seen.frames.length, 2);
});

test('the pauses between attempts follow the schedule', () => {
  const page = begin();
  const pauses = [0, 1, 2, 3, 4, 5, 6].map(() => {
    page.latest().cut();
    return pause(page);
  });
  equal(pauses, [500, 1000, 2000, 4000, 8000, 15000, 15000]);
  equal(page.seen.losses[0], [1006, false]);
});

test('they begin anew once a connection has been good for three seconds, or brought something', () => {
  const page = begin();
  const next = (then) => {
    page.latest().welcome();
    then();
    page.latest().cut();
    return pause(page);
  };
  // A server that greets and hangs up is not called twice a second for ever.
  equal([next(() => {}), next(() => {}), next(() => {})], [500, 1000, 2000]);
  equal(next(() => page.clock.pass(3_000)), 500);
  equal(next(() => {}), 1000);
  equal(next(() => page.socket.progress()), 500);
});

test('a pause is told with its end and ends at once where somebody asks', () => {
  const page = begin();
  page.latest().cut();
  equal(page.socket.retryAt - Date.now(), 500);
  equal(page.seen.statuses, ['connecting', 'waiting']);
  page.socket.now();
  equal([page.sockets.length, page.socket.retryAt], [2, 0]);
  page.clock.pass(5_000);
  equal(page.sockets.length, 2, 'connections');
  page.socket.now();
  equal(page.sockets.length, 2, 'connections');
});

test('without a welcome in ten seconds another connection is made', () => {
  const page = begin();
  page.latest().accept();
  page.clock.pass(9_900);
  equal(page.seen.losses, []);
  page.clock.pass(100);
  equal(page.seen.losses, [[0, false]]);
  equal(pause(page), 500);
});

test('a connection that went silent is given up after 45 seconds', () => {
  const page = begin();
  page.latest().welcome();
  page.clock.pass(40_000);
  page.latest().say({ type: 'ping' });
  page.clock.pass(44_900);
  isTrue(page.socket.isOpen, 'open after 44.9 seconds');
  page.clock.pass(5_100);
  equal(page.seen.losses, [[0, true]]);
});

test('a connection that was given up is heard no more', () => {
  const page = begin();
  const old = page.latest().welcome();
  const late = old.onmessage;
  page.socket.restart();
  equal([old.onmessage, old.onclose, old.readyState], [null, null, 3]);
  isTrue(late, 'it was heard before');
  page.clock.pass(500);
  page.latest().welcome();
  old.cut();
  isTrue(page.socket.isOpen, 'the new one stays');
});

test('after a sleep another hello asks whether the connection lives', () => {
  const page = begin({ doubtAfter: 25_000 });
  page.latest().welcome();
  page.clock.jump(3_600_000);
  page.clock.pass(5_000);
  equal(page.latest().frames.filter(({ type }) => type === 'hello').length, 2);
  page.latest().say({ type: 'welcome' });
  page.clock.pass(10_000);
  equal([page.sockets.length, page.seen.losses], [1, []]);
  page.clock.jump(3_600_000);
  page.clock.pass(5_000);
  page.clock.pass(5_000);
  equal(page.seen.losses, [[0, true]]);
});

test('whoever does not ask again makes a new connection after a sleep', () => {
  const page = begin();
  page.latest().welcome();
  page.clock.jump(3_600_000);
  page.clock.pass(5_000);
  equal(page.seen.losses, [[0, true]]);
});

test('a refused hello is said again where that helps, else on a new connection', () => {
  const codes = [];
  const page = begin({ onRefused: ({ code }) => codes.push(code) === 1 });
  page.latest().accept().say({ type: 'error', code: 'UNKNOWN_TOKEN' });
  equal(page.latest().frames, [{ type: 'hello' }, { type: 'hello' }]);
  page.latest().say({ type: 'error', code: 'INTERNAL' });
  equal([codes, page.seen.losses], [['UNKNOWN_TOKEN', 'INTERNAL'], [[0, false]]]);
  equal(pause(page), 500);
  page.latest().welcome().say({ type: 'error', code: 'TOO_FAST' });
  equal(page.seen.frames.at(-1), { type: 'error', code: 'TOO_FAST' });
});

test('nothing is tried again until it is allowed', () => {
  const page = begin({ onLost: () => false });
  page.latest().cut();
  equal(pause(page), null);
  page.socket.retry();
  page.socket.retry();
  equal(pause(page), 500);
  equal(page.sockets.length, 2);
});

test('a socket that cannot even be made is tried again', () => {
  const browser = openBrowser();
  browser.isForbidden = true;
  const socket = createSocket({ url: 'ws://x/', hello: () => ({}), onFrame() {}, onStatus() {}, onLost() {} });
  socket.start();
  browser.isForbidden = false;
  equal(pause(browser), 500);
});

test('stopped, it is silent until it starts again', () => {
  const page = begin();
  page.latest().welcome();
  page.socket.stop();
  equal([page.latest().readyState, page.socket.isOpen, page.socket.isWanted], [3, false, false]);
  page.socket.now();
  page.socket.retry();
  equal(pause(page), null);
  equal([page.seen.losses, page.clock.timers], [[], 0]);
  page.socket.start();
  page.socket.start();
  equal(page.sockets.length, 2);
});

test('a hello that is refused with a time is not said again before it', () => {
  const page = begin();
  page.latest().accept().say({ type: 'error', code: 'TOO_FAST', retryAfter: 40 });
  page.socket.now();
  const waited = pause(page);
  isTrue(waited >= 39_900 && waited <= 41_000, `waited ${waited}`);
});

test('who is told to rest does so, but not for ever', () => {
  const page = begin();
  page.latest().cut(1006);
  page.socket.rest(30);
  page.socket.now();
  const waited = pause(page);
  isTrue(waited >= 29_900 && waited <= 31_000, `waited ${waited}`);
  page.latest().cut(1006);
  page.socket.rest(1e9);
  page.clock.pass(299_000);
  const before = page.sockets.length;
  page.clock.pass(2_000);
  equal(page.sockets.length, before + 1);
});

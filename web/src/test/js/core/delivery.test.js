import { absorb, acknowledge, createLog, isBehind } from '../../../main/webapp/assets/core/log.js';
import { createOutbox } from '../../../main/webapp/assets/core/outbox.js';
import { createSocket } from '../../../main/webapp/assets/core/socket.js';
import { createStorage } from '../../../main/webapp/assets/core/storage.js';
import { createSync } from '../../../main/webapp/assets/core/sync.js';
import { equal } from '../support/assert.js';
import { openBrowser, openStorage } from '../support/browser.js';

/** A client of one conversation, put together as the inbox and the widget put theirs. */
function createClient(area) {
  const log = createLog();
  const socket = createSocket({
    url: 'ws://server/', hello: () => ({ type: 'hello' }), onFrame: (frame) => handlers[frame.type](frame), onStatus() {},
    onLost() {
      outbox.reset();
      sync.reset();
    },
  });
  const outbox = createOutbox({
    storage: createStorage(() => area), prefix: 'out.', transmit: (act) => socket.send({ type: 'message.send', ...act }),
  });
  const sync = createSync({
    send: socket.send, question: () => ({ afterSeq: log.last }), answerWithin: 6_000, unanswered: socket.restart, refused() {},
  });
  const fill = () => isBehind(log) && sync.ask('c');
  const settled = (messages) => messages.forEach(({ clientId }) => outbox.remove(clientId));
  const handlers = {
    welcome({ lastSeq }) {
      log.wanted = lastSeq;
      outbox.load();
      fill();
      outbox.pump();
    },
    'message.ack'({ clientId, seq }) {
      const act = outbox.remove(clientId);
      if (act) acknowledge(log, { seq, clientId, text: act.text });
      log.wanted = Math.max(log.wanted, seq);
      fill();
      outbox.pump();
    },
    message(message) {
      settled(absorb(log, [message]));
      fill();
    },
    messages({ messages }) {
      const taken = absorb(log, messages);
      settled(taken);
      sync.answered('c', { isBehind: isBehind(log), brought: taken.length > 0 });
    },
  };
  socket.start();
  return {
    log, outbox, socket,
    write(text) {
      outbox.add({ text });
      outbox.pump();
    },
    texts: () => log.messages.map(({ text }) => text),
  };
}

/** A server that stores each clientId once; some of its answers are lost on the way. */
function createServer(browser, isLost) {
  const stored = [];
  const answer = (socket, frame) => (isLost(frame) ? socket.cut() : socket.say(frame));
  const handlers = {
    hello: (socket) => answer(socket, { type: 'welcome', lastSeq: stored.length }),
    'message.send'(socket, { clientId, text }) {
      if (!stored.some((one) => one.clientId === clientId)) stored.push({ type: 'message', seq: stored.length + 1, clientId, text });
      answer(socket, { type: 'message.ack', clientId, seq: stored.findIndex((one) => one.clientId === clientId) + 1 });
    },
    sync: (socket, { afterSeq }) => answer(socket, { type: 'messages', messages: stored.slice(afterSeq, afterSeq + 2) }),
  };
  return {
    stored,
    say: (text) => stored.push({ type: 'message', seq: stored.length + 1, text }),
    push: () => browser.socket.say(stored.at(-1)),
    /** Works off what came, and lets time pass for the rest. */
    run() {
      for (let i = 0; i < 2_000; i++) {
        const { socket } = browser;
        if (socket.readyState === 0) socket.accept();
        const frame = socket.frames.shift();
        if (frame) handlers[frame.type]?.(socket, frame);
        else browser.clock.pass(100);
      }
    },
  };
}

test('whatever is cut, every message arrives once and in order', () => {
  const browser = openBrowser();
  let frames = 0;
  const server = createServer(browser, () => ++frames % 3 === 0);
  const client = createClient(openStorage());
  const texts = ['one', 'two', 'three', 'four', 'five', 'six', 'seven'];
  texts.forEach(client.write);
  server.run();
  equal(server.stored.map(({ text }) => text), texts, 'what the server has');
  equal(client.texts(), texts, 'what the client shows');
  equal([client.outbox.ordered(), client.log.early.size], [[], 0], 'what is left');
});

test('what others wrote meanwhile is found after the cut, between one\'s own', () => {
  const browser = openBrowser();
  const server = createServer(browser, () => false);
  const client = createClient(openStorage());
  client.write('mine');
  server.run();
  browser.socket.cut();
  ['theirs 1', 'theirs 2', 'theirs 3'].forEach(server.say);
  client.write('mine again');
  server.run();
  equal(client.texts(), ['mine', 'theirs 1', 'theirs 2', 'theirs 3', 'mine again']);
});

test('a push that overtook another one is shown after it', () => {
  const browser = openBrowser();
  const server = createServer(browser, () => false);
  const client = createClient(openStorage());
  server.run();
  server.say('lost on the way');
  server.say('heard');
  server.push();
  equal(client.texts(), []);
  server.run();
  server.push();
  equal(client.texts(), ['lost on the way', 'heard']);
});

test('a page that is closed before the answer leaves the message to the next one', () => {
  const browser = openBrowser();
  const server = createServer(browser, ({ type }) => type === 'message.ack');
  const area = openStorage();
  const client = createClient(area);
  client.write('one');
  browser.socket.accept().say({ type: 'welcome', lastSeq: 0 });
  client.socket.stop();
  const next = createClient(area);
  const other = createServer(browser, () => false);
  other.run();
  equal([server.stored, other.stored.map(({ text }) => text), next.texts(), Object.keys(area)], [[], ['one'], ['one'], []]);
});

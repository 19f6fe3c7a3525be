import { createOutbox, ORPHAN_AFTER } from '../../../main/webapp/assets/core/outbox.js';
import { createStorage } from '../../../main/webapp/assets/core/storage.js';
import { equal, isTrue } from '../support/assert.js';
import { openBrowser, openStorage } from '../support/browser.js';

function open({ area = openStorage(), browser = openBrowser(), ...more } = {}) {
  const page = { sent: [], online: true, changes: [], area, clock: browser.clock };
  page.outbox = createOutbox({
    storage: createStorage(() => area), prefix: 'out.',
    transmit(act) {
      if (page.online) page.sent.push(act.clientId);
      return page.online;
    },
    changed: (act) => page.changes.push(act.clientId),
    ...more,
  });
  page.write = (text, given) => {
    const act = page.outbox.add({ text, ...given });
    page.outbox.pump();
    return act.clientId;
  };
  /** The server has it. */
  page.ack = (clientId) => {
    const act = page.outbox.remove(clientId);
    page.outbox.pump();
    return act;
  };
  page.taken = () => page.sent.splice(0);
  return page;
}

test('one goes at a time, in the order in which they were written', () => {
  const page = open();
  const [a, b, c] = ['a', 'b', 'c'].map((text) => page.write(text));
  equal(page.taken(), [a]);
  page.ack(a);
  equal(page.taken(), [b]);
  page.ack(b);
  page.ack(c);
  equal(page.taken(), [c]);
});

test('the order holds while the clock stands still or is put back', () => {
  const page = open();
  const ids = ['a', 'b'].map((text) => page.write(text));
  page.clock.jump(-3_600_000);
  ids.push(page.write('c'));
  equal(page.outbox.ordered().map(({ text }) => text), ['a', 'b', 'c']);
  const reloaded = open({ area: page.area });
  reloaded.clock.jump(-7_200_000);
  reloaded.outbox.load();
  ids.push(reloaded.write('d', { clientId: 'd' }));
  equal(reloaded.outbox.ordered().map(({ clientId }) => clientId), ids);
});

test('an acknowledgement removes it, here and in the browser, once', () => {
  const page = open();
  const id = page.write('a');
  isTrue(page.area[`out.${id}`], 'kept before it is confirmed');
  equal(page.ack(id).text, 'a');
  equal([Object.keys(page.area), page.outbox.ordered(), page.ack(id)], [[], [], null]);
  equal(page.changes, [id, id]);
});

test('after a reconnection it goes again under the same clientId', () => {
  const page = open();
  const [a, b] = ['a', 'b'].map((text) => page.write(text));
  page.online = false;
  page.outbox.reset();
  page.outbox.pump();
  equal([page.outbox.inFlight(), page.taken()], [null, [a]]);
  page.online = true;
  page.outbox.pump();
  equal([page.outbox.inFlight().clientId, page.outbox.mayBeRepeated(page.outbox.get(a))], [a, true]);
  page.ack(a);
  equal([page.taken(), page.outbox.mayBeRepeated(page.outbox.get(b))], [[a, b], false]);
});

test('what was written without a connection goes with the next one', () => {
  const page = open();
  page.online = false;
  const [a, b] = ['a', 'b'].map((text) => page.write(text));
  equal([page.taken(), page.outbox.inFlight()], [[], null]);
  page.online = true;
  page.outbox.pump();
  page.ack(a);
  equal(page.taken(), [a, b]);
});

test('without an answer in fifteen seconds it goes again, or its owner says what to do', () => {
  const page = open();
  const id = page.write('a');
  page.clock.pass(14_999);
  equal(page.taken(), [id]);
  page.clock.pass(1);
  equal(page.taken(), [id]);
  let asked = 0;
  const other = open({ unanswered: () => { asked++; } });
  other.write('a');
  other.clock.pass(15_000);
  equal([asked, other.sent.length, other.outbox.inFlight()], [1, 1, null]);
  other.clock.pass(60_000);
  equal(asked, 1);
});

test('refused for now, it goes again after growing pauses, and nothing overtakes it', () => {
  const page = open();
  const [a, b] = ['a', 'b'].map((text) => page.write(text));
  for (const wait of [1000, 2000, 4000]) {
    page.outbox.later(page.outbox.get(a));
    page.outbox.pump();
    equal([page.taken(), page.outbox.inFlight()], [[a], null]);
    page.clock.pass(wait - 1);
    equal(page.taken(), []);
    page.clock.pass(1);
    equal(page.sent, [a], `sent after ${wait}`);
  }
  page.taken();
  page.ack(a);
  equal(page.taken(), [b]);
});

test('refused for good, it stays with the reason, and the next one goes', () => {
  const page = open();
  const [a, b] = ['a', 'b'].map((text) => page.write(text));
  page.outbox.fail(page.outbox.get(a), 'CHAT_ENDED');
  page.outbox.pump();
  equal(page.taken(), [a, b]);
  const reloaded = open({ area: page.area });
  reloaded.outbox.load();
  reloaded.outbox.pump();
  equal(reloaded.outbox.get(a).failed, 'CHAT_ENDED');
  equal(reloaded.taken(), [b]);
});

test('an act may bring its own clientId', () => {
  const page = open();
  equal([page.write('a', { clientId: 'mine' }), page.taken(), page.outbox.get('mine').text], ['mine', ['mine'], 'a']);
});

test('lanes do not wait for each other', () => {
  const page = open({ laneOf: (act) => act.chat });
  const [a1, b1, a2] = [['a1', 'a'], ['b1', 'b'], ['a2', 'a']].map(([text, chat]) => page.write(text, { chat }));
  equal(page.taken(), [a1, b1]);
  page.outbox.later(page.outbox.get(a1));
  page.ack(b1);
  equal([page.taken(), page.outbox.inFlight('a')], [[], null]);
  page.clock.pass(1000);
  page.ack(a1);
  equal([page.taken(), page.outbox.inFlight('a').clientId], [[a1, a2], a2]);
});

test('what is refused with a time waits for it, and for the schedule where that is longer', () => {
  const page = open();
  const id = page.write('a');
  page.taken();
  page.outbox.later(page.outbox.get(id), 30_000);
  page.clock.pass(29_999);
  equal(page.taken(), []);
  page.clock.pass(1);
  equal(page.taken(), [id]);
  page.outbox.later(page.outbox.get(id), 1);
  page.clock.pass(1_999);
  equal(page.taken(), []);
  page.clock.pass(1);
  equal(page.taken(), [id]);
});

test('what may not go yet is passed over', () => {
  const page = open({ maySend: (act) => act.text !== 'not yet' });
  page.write('not yet');
  const id = page.write('now');
  equal(page.taken(), [id]);
});

test('a reload finds what was not confirmed, and sends it as the same act', () => {
  const page = open();
  const ids = ['a', 'b'].map((text) => page.write(text));
  page.write('gone with the page', { volatile: true });
  const reloaded = open({ area: page.area });
  reloaded.outbox.load();
  equal(reloaded.outbox.ordered().map(({ clientId }) => clientId), ids);
  reloaded.outbox.pump();
  reloaded.ack(ids[0]);
  equal(reloaded.taken(), ids);
  equal([reloaded.outbox.isTaken(reloaded.outbox.get(ids[1])), page.outbox.isTaken(page.outbox.get(ids[1]))], [true, false]);
  isTrue(reloaded.outbox.mayBeRepeated(reloaded.outbox.get(ids[1])), 'the closed page may have sent it');
});

test('another window takes over only what was left for a while', () => {
  const page = open();
  const id = page.write('a');
  const other = open({ area: page.area });
  other.clock.pass(ORPHAN_AFTER - 1);
  other.outbox.load(ORPHAN_AFTER);
  equal(other.outbox.ordered(), []);
  other.clock.pass(1);
  other.outbox.load(ORPHAN_AFTER);
  equal(other.outbox.ordered().map(({ clientId }) => clientId), [id]);
  equal([other.outbox.clientIdOf(`out.${id}`), other.outbox.clientIdOf('in.1'), other.outbox.clientIdOf(null)], [id, null, null]);
});

test('where the browser keeps nothing, it is sent all the same', () => {
  const area = openStorage();
  area.isFull = true;
  const page = open({ area });
  const [a, b] = ['a', 'b'].map((text) => page.write(text));
  page.ack(a);
  equal([page.taken(), Object.keys(area)], [[a, b], []]);
});

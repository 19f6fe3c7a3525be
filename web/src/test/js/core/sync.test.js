import { absorb, createLog, earlierFrom, isBehind } from '../../../main/webapp/assets/core/log.js';
import { createSync } from '../../../main/webapp/assets/core/sync.js';
import { equal } from '../support/assert.js';
import { openBrowser } from '../support/browser.js';

const messages = (from, to) => Array.from({ length: Math.max(0, to - from + 1) }, (one, index) => ({ seq: from + index }));

function open() {
  const { clock } = openBrowser();
  const page = { clock, log: createLog(), questions: [], online: true, unanswered: [], refusals: [] };
  page.sync = createSync({
    send: (frame) => page.online && page.questions.push(frame) > 0,
    question: () => ({ afterSeq: page.log.last }),
    answerWithin: 6_000,
    unanswered: (id) => page.unanswered.push(id),
    refused: (id, code) => page.refusals.push([id, code]),
  });
  page.hear = (seq) => {
    absorb(page.log, [{ seq }]);
    if (isBehind(page.log)) page.sync.ask('c');
  };
  page.answer = (from, to) => {
    const taken = absorb(page.log, messages(from, to));
    return page.sync.answered('c', { isBehind: isBehind(page.log), brought: taken.length > 0 });
  };
  page.asked = () => page.questions.splice(0).map(({ afterSeq }) => afterSeq);
  return page;
}

test('a gap is asked for from the last message shown', () => {
  const page = open();
  page.hear(1);
  equal([page.asked(), page.sync.isIdle], [[], true]);
  page.hear(5);
  equal(page.questions, [{ type: 'sync', clientId: 'id-1', conversationId: 'c', afterSeq: 1 }]);
  equal([page.answer(2, 5), page.log.messages.length, page.sync.isIdle], [true, 5, true]);
});

test('page by page until it is whole', () => {
  const page = open();
  page.hear(500);
  equal([page.answer(1, 200), page.answer(201, 400), page.answer(401, 500)], [false, false, true]);
  equal(page.asked(), [0, 200, 400]);
});

test('an answer that brought nothing is not asked for again at once', () => {
  const page = open();
  page.hear(3);
  page.asked();
  equal(page.answer(1, 0), false);
  page.clock.pass(999);
  equal(page.asked(), []);
  page.clock.pass(1);
  equal(page.asked(), [0]);
});

test('what is asked for meanwhile is asked once more afterwards', () => {
  const page = open();
  page.sync.ask('c');
  page.sync.ask('c');
  page.sync.ask('c');
  page.sync.ask('other');
  equal(page.questions.map(({ conversationId }) => conversationId), ['c', 'other']);
  equal([page.answer(1, 2), page.asked()], [false, [0, 0, 2]]);
  equal([page.answer(1, 0), page.asked()], [true, []]);
});

test('what is older is asked for when nothing else is', () => {
  const page = open();
  page.log = createLog(300);
  page.sync.ask('c');
  page.sync.askFrom('c', earlierFrom(page.log, 100));
  page.answer(201, 300);
  equal(page.asked(), [200]);
  page.sync.askFrom('c', earlierFrom(page.log, 100));
  equal([page.asked(), page.answer(101, 200), page.log.first], [[100], true, 101]);
});

test('refused for now, it is asked again after growing pauses', () => {
  const page = open();
  page.sync.ask('c');
  for (const wait of [1000, 2000, 4000]) {
    const [{ clientId }] = page.questions.splice(0);
    equal([page.sync.failed({ clientId, code: 'UNAVAILABLE' }), page.sync.isIdle], [true, false]);
    page.clock.pass(wait - 1);
    equal(page.questions, []);
    page.clock.pass(1);
  }
  equal([page.questions.length, page.refusals], [1, []]);
});

test('refused for good, that is told', () => {
  const page = open();
  page.sync.ask('c');
  equal(page.sync.failed({ clientId: 'another', code: 'NOT_FOUND' }), false);
  equal(page.sync.failed({ code: 'NOT_FOUND' }), false);
  equal(page.sync.failed({ clientId: page.questions[0].clientId, code: 'NOT_FOUND' }), true);
  equal([page.refusals, page.sync.isIdle], [[['c', 'NOT_FOUND']], true]);
});

test('a question without an answer is told once', () => {
  const page = open();
  page.sync.ask('c');
  page.clock.pass(5_999);
  equal(page.unanswered, []);
  page.clock.pass(60_000);
  equal([page.unanswered, page.sync.isIdle], [['c'], true]);
});

test('with the connection its questions are gone; the next one asks anew', () => {
  const page = open();
  page.sync.ask('c');
  page.sync.ask('c');
  page.sync.reset();
  page.clock.pass(60_000);
  equal([page.unanswered, page.sync.isIdle, page.asked()], [[], true, [0]]);
  page.online = false;
  page.sync.ask('c');
  equal([page.asked(), page.sync.isIdle], [[], true]);
  page.online = true;
  page.sync.ask('c');
  equal(page.asked(), [0]);
});

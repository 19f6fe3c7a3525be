import {
  absorb, acknowledge, createLog, dropOlder, earlierFrom, hasEarlier, isBehind, skipToNewest,
} from '../../../main/webapp/assets/core/log.js';
import { equal } from '../support/assert.js';

const message = (seq) => ({ seq, text: `text ${seq}`, clientId: `id-${seq}` });
const page = (from, to) => Array.from({ length: to - from + 1 }, (one, index) => message(from + index));
const shown = (log) => log.messages.map(({ seq }) => seq);
const early = (log) => [...log.early.values()].map(({ seq }) => seq);

test('each message is shown once, however often it comes', () => {
  const log = createLog();
  equal(absorb(log, [message(1), message(2)]).length, 2);
  equal(absorb(log, [message(2)]), []);
  equal(absorb(log, [message(1), message(2), message(3), message(3)]).map(({ seq }) => seq), [3]);
  equal([shown(log), isBehind(log)], [[1, 2, 3], false]);
});

test('what comes after a gap is not shown but asked for', () => {
  const log = createLog();
  absorb(log, [message(1)]);
  equal(absorb(log, [message(3)]), []);
  equal([shown(log), log.wanted, isBehind(log)], [[1], 3, true]);
  absorb(log, [message(3), message(2)]);
  equal([shown(log), isBehind(log)], [[1, 2, 3], false]);
});

test('an own message that is acknowledged in turn gets its place', () => {
  const log = createLog();
  absorb(log, [message(1)]);
  acknowledge(log, message(2));
  absorb(log, [message(2)]);
  equal([shown(log), early(log)], [[1, 2], []]);
});

test('one that is acknowledged early waits for those before it', () => {
  const log = createLog();
  absorb(log, [message(1)]);
  acknowledge(log, message(3));
  equal([shown(log), early(log), isBehind(log)], [[1], [3], true]);
  absorb(log, [message(2)]);
  equal([shown(log), early(log), isBehind(log)], [[1, 2], [3], true]);
  absorb(log, [{ ...message(3), clientId: undefined }]);
  equal([shown(log), early(log), isBehind(log)], [[1, 2, 3], [], false]);
});

test('of a long conversation the newest come first', () => {
  const log = createLog(250);
  equal([log.first, log.last, isBehind(log), hasEarlier(log)], [151, 150, true, true]);
  absorb(log, page(151, 250));
  equal([log.messages.length, isBehind(log)], [100, false]);
  acknowledge(log, message(7));
  equal(log.messages.length, 100);
});

test('or those around the place where somebody was', () => {
  const log = createLog(1000, 500);
  equal([log.first, log.last, log.wanted], [401, 400, 1000]);
});

test('that holds also where its length becomes known later', () => {
  const log = createLog();
  log.wanted = 100;
  skipToNewest(log);
  equal(log.first, 1);
  acknowledge(log, message(150));
  log.wanted = 300;
  skipToNewest(log);
  equal([log.first, log.last, early(log)], [201, 200, []]);
  absorb(log, page(201, 210));
  log.wanted = 900;
  skipToNewest(log);
  equal([log.first, log.last], [201, 210], 'one that has begun');
});

test('older ones come before the first, when they fit', () => {
  const log = createLog(300);
  absorb(log, page(201, 300));
  equal(earlierFrom(log, 150), 50);
  absorb(log, page(100, 150));
  equal(log.first, 201, 'the first, after what does not fit');
  absorb(log, page(51, 220));
  equal([log.first, log.messages.length, shown(log)[0]], [51, 250, 51]);
  absorb(log, page(1, 50));
  equal([hasEarlier(log), earlierFrom(log, 150), shown(log)], [false, 0, page(1, 300).map(({ seq }) => seq)]);
});

test('what is far above is let go, and comes again', () => {
  const log = createLog();
  absorb(log, page(1, 10));
  dropOlder(log, 4);
  dropOlder(log, 20);
  equal([log.first, log.last, shown(log)], [7, 10, [7, 8, 9, 10]]);
  absorb(log, page(5, 6));
  equal(shown(log), [5, 6, 7, 8, 9, 10]);
});

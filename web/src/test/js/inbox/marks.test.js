import '../support/url.js';
import { pattern } from '../../../main/webapp/assets/inbox/marks.js';
import { equal } from '../support/assert.js';
import { growsWithLength, ODD } from '../support/growth.js';

const found = (asked, text) => text.match(pattern(asked));

test('words by their beginning, addresses as they are, Korean anywhere', () => {
  equal(found('inv', 'An invoice, reinvented'), ['inv']);
  equal(found('vera@x.example', 'to vera@x.example'), ['vera@x.example']);
  equal(found('(vera@x', '(vera@x.example)'), ['(vera@x']);
  equal(found('반품', '무료반품입니다'), ['반품']);
  equal(pattern('-- !'), null);
});

test('a long odd search takes its time in proportion to the length', () => {
  for (const part of ODD) growsWithLength(part, pattern, ' !');
});

test('looking for it in a long odd text does, too', () => {
  const looked = pattern('inv vera@x.example 반품');
  for (const part of ODD) growsWithLength(part, (text) => text.match(looked));
});

import { createStorage } from '../../../main/webapp/assets/core/storage.js';
import { equal } from '../support/assert.js';
import { openStorage } from '../support/browser.js';

test('what is kept is there for another page, under its prefix', () => {
  const area = openStorage();
  createStorage(() => area, 'ours:').set('one', { a: [1] });
  area.setItem('theirs:two', '2');
  equal({ ...area }, { 'ours:one': '{"a":[1]}', 'theirs:two': '2' });
  const other = createStorage(() => area, 'ours:');
  equal(other.get('one'), { a: [1] });
  equal(other.get('two'), null);
  equal(other.keys(''), ['one']);
  equal(other.keys('x'), []);
  equal(other.nameOf('ours:one'), 'one');
  equal([other.nameOf('theirs:two'), other.nameOf(null)], [null, null]);
  other.remove('one');
  equal(Object.keys(area), ['theirs:two']);
});

test('a full storage is made up for as long as the page lives', () => {
  const area = openStorage();
  const storage = createStorage(() => area);
  storage.set('a', 1);
  area.isFull = true;
  storage.set('a', 2);
  storage.set('b', 3);
  equal([storage.get('a'), storage.get('b'), storage.keys('').sort()], [2, 3, ['a', 'b']]);
  equal({ ...area }, { a: '1' });
  area.isFull = false;
  storage.set('a', 4);
  storage.remove('b');
  equal([storage.get('a'), storage.get('b'), { ...area }], [4, null, { a: '4' }]);
});

test('so is a forbidden one, and what is no JSON is nothing', () => {
  const forbidden = createStorage(() => { throw new Error('SecurityError'); });
  equal(forbidden.get('a'), null);
  forbidden.set('a', 1);
  equal([forbidden.get('a'), forbidden.keys('')], [1, ['a']]);
  forbidden.remove('a');
  equal(forbidden.get('a'), null);
  const area = openStorage();
  area.setItem('a', '{broken');
  equal(createStorage(() => area).get('a'), null);
});

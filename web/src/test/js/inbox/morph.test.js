import { morph } from '../../../main/webapp/assets/inbox/morph.js';
import { equal } from '../support/assert.js';
import { markup, tree } from '../support/tree.js';

const row = (key, text) => tree('li', { 'data-key': key }, tree('input', { type: 'radio' }), text);
const list = (...rows) => tree('ul', { id: 'list' }, ...rows);

test('becomes what the server rendered, attributes and texts too', () => {
  const shown = tree('p', { class: 'old', title: 'gone' }, 'one', tree('b', {}, 'two'));
  morph(shown, tree('p', { class: 'new' }, 'three', tree('i', { lang: 'ko' }, '넷')));
  equal(markup(shown), '<p class="new">three<i lang="ko">넷</i></p>');
});

test('a row keeps its element and its place, whatever comes before it or goes', () => {
  const [first, second, third] = [row('a', 'Ana'), row('b', 'Ben'), row('c', 'Chae')];
  const shown = list(first, second, third);
  const typedInto = second.firstChild;
  morph(shown, list(row('n', 'Nora'), row('b', 'Ben, busy'), row('c', 'Chae')));
  equal(shown.childNodes.map((one) => one.dataset.key), ['n', 'b', 'c']);
  equal(shown.childNodes[1] === second && shown.childNodes[2] === third, true);
  equal(second.firstChild === typedInto, true);
  equal([second.moves, third.moves, typedInto.moves], [0, 0, 0]);
  equal(markup(second), '<li data-key="b"><input type="radio"></input>Ben, busy</li>');
});

test('an element of another key is another element', () => {
  const shown = list(row('a', 'Ana'));
  const before = shown.firstChild;
  morph(shown, list(row('b', 'Ana')));
  equal(shown.firstChild === before, false);
});

test('nothing is moved where nothing has changed', () => {
  const shown = list(row('a', 'Ana'), row('b', 'Ben'));
  morph(shown, list(row('a', 'Ana'), row('b', 'Ben')));
  equal(shown.childNodes.flatMap((one) => [one.moves, ...one.childNodes.map((child) => child.moves)]), [0, 0, 0, 0, 0, 0]);
});

test('any tree becomes any other, and rows that stay are the same elements', () => {
  let seed = 7;
  const dice = (most) => {
    seed = (seed * 16_807) % 2_147_483_647;
    return seed % most;
  };
  const random = (depth) => tree(['div', 'span', 'p'][dice(3)], dice(2) ? { class: `c${dice(3)}` } : {},
    ...Array.from({ length: depth > 0 ? dice(4) : 0 }, () => (dice(3) ? random(depth - 1) : `text ${dice(5)}`)));
  const keyed = () => list(...[...new Set(Array.from({ length: dice(9) }, () => `k${dice(12)}`))]
    .map((key) => tree('li', { 'data-key': key }, ...Array.from({ length: dice(3) }, () => random(2)))));
  for (let round = 0; round < 500; round++) {
    const shown = keyed();
    const before = new Map(shown.childNodes.map((one) => [one.dataset.key, one]));
    const fresh = keyed();
    const wanted = markup(fresh);
    morph(shown, fresh);
    equal(markup(shown), wanted);
    equal(shown.childNodes.every((one) => !before.has(one.dataset.key) || before.get(one.dataset.key) === one), true);
  }
});

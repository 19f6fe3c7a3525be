// How much more may be written, told where it becomes little.

import { el } from './elements.js';
import { lengthOf, MAX_LENGTH } from './message-text.js';
import { tn } from './texts.js';

const COUNT_FROM = 9_000;

/** Below the box; fits(text) shows how much room is left and answers whether the text may be sent. */
export function createCounter() {
  const node = el('p', { class: 'counter', hidden: true, 'aria-live': 'polite' });
  return {
    node,
    fits(text) {
      // Counting code points is only worth it where the text could be long enough.
      const left = text.length < COUNT_FROM ? MAX_LENGTH : MAX_LENGTH - lengthOf(text);
      node.hidden = left > MAX_LENGTH - COUNT_FROM;
      node.classList.toggle('over', left < 0);
      node.textContent = node.hidden ? '' : tn(left < 0 ? 'counter.over' : 'counter.left', Math.abs(left));
      return left >= 0;
    },
  };
}

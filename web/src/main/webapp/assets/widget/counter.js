// Shows how many characters are left, once they become few.

import { el } from './elements.js';
import { lengthOf, MAX_LENGTH } from './message-text.js';
import { tn } from './texts.js';

const COUNT_FROM = 9_000;

/** Shown below the box. fits(text) updates it and returns whether the text may be sent. */
export function createCounter() {
  const node = el('p', { class: 'counter', hidden: true, 'aria-live': 'polite' });
  return {
    node,
    fits(text) {
      // Code points are counted only where the text may be long enough, because counting takes time.
      const left = text.length < COUNT_FROM ? MAX_LENGTH : MAX_LENGTH - lengthOf(text);
      node.hidden = left > MAX_LENGTH - COUNT_FROM;
      node.classList.toggle('over', left < 0);
      node.textContent = node.hidden ? '' : tn(left < 0 ? 'counter.over' : 'counter.left', Math.abs(left));
      return left >= 0;
    },
  };
}

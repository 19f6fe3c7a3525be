// Shows how many characters are left, once they become few.

import { el } from './elements.js';
import { lengthOf, limits } from './message-text.js';
import { tn } from './texts.js';

const COUNT_FROM = 0.9;

/** Shown below the box. fits(text) updates it and returns whether the text may be sent. */
export function createCounter() {
  const node = el('p', { class: 'counter', hidden: true, 'aria-live': 'polite' });
  return {
    node,
    fits(text) {
      // Code points are counted only where the text may be long enough, because counting takes time.
      const shown = limits.message * COUNT_FROM;
      const left = text.length < shown ? limits.message : limits.message - lengthOf(text);
      node.hidden = left > limits.message - shown;
      node.classList.toggle('over', left < 0);
      node.textContent = node.hidden ? '' : tn(left < 0 ? 'counter.over' : 'counter.left', Math.abs(left));
      return left >= 0;
    },
  };
}

// Short notes at the bottom that go away by themselves.

import { byId, el } from './dom.js';

const STAYS = 6_000;

export function note(text) {
  const node = el('p', { class: 'note' }, text);
  byId('notes').append(node);
  setTimeout(() => node.remove(), STAYS);
}

// Short messages at the bottom of the page that disappear by themselves.

import { byId, el } from './dom.js';

const STAYS = 6_000;

export function toast(text) {
  const node = el('p', { class: 'toast' }, text);
  byId('toasts').append(node);
  setTimeout(() => node.remove(), STAYS);
}

// Short messages at the bottom of the page that disappear by themselves, and notices that lead to a chat.

import { byId, el, icon } from './dom.js';
import { t } from './texts.js';
import { isUnsaved } from './unsaved.js';

const STAYS = 6_000;
const NOTICE_STAYS = 20_000;
const notices = new Map();

export function toast(text) {
  const node = el('p', { class: 'toast' }, text);
  byId('toasts').append(node);
  setTimeout(() => node.remove(), STAYS);
}

/** Shows a notice with a link. A later one with the same key takes its place. */
export function leadTo(key, text, address, words) {
  remove(key);
  // With something unsaved on this page, the link opens another tab.
  const link = el('a', { href: address, onclick: () => { link.target = isUnsaved() ? '_blank' : ''; } }, words);
  const close = el('button', { type: 'button', class: 'icon-button', 'aria-label': t('bar.close'), title: t('bar.close'), onclick: () => remove(key) },
    icon('close'));
  const node = el('div', { class: 'toast toast-notice' }, el('p', { dir: 'auto' }, text), link, close);
  byId('toasts').append(node);
  notices.set(key, { node, timer: setTimeout(() => leave(key), NOTICE_STAYS) });
}

// A notice that has the focus or the pointer stays until it has not.
function leave(key) {
  const notice = notices.get(key);
  if (notice?.node.matches(':hover, :focus-within')) notice.timer = setTimeout(() => leave(key), STAYS);
  else remove(key);
}

function remove(key) {
  const notice = notices.get(key);
  if (!notice) return;
  clearTimeout(notice.timer);
  notice.node.remove();
  notices.delete(key);
}

// Finds web addresses in a text. Everything else stays the text that it is.

import { el } from './dom.js';

const ADDRESS = /\bhttps?:\/\/[^\s<>"'`{}|\\^]+/gi;
const CLOSING = { ')': '(', ']': '[' };

const count = (text, letter) => text.split(letter).length - 1;
const closesNothing = (text, bracket) => count(text, bracket) > count(text, CLOSING[bracket]);

/** A full stop after an address, or a bracket around it, is not part of it. */
function trim(address) {
  let end = address.length;
  for (; end > 0; end--) {
    const last = address[end - 1];
    if (/[.,;:!?…。、]/.test(last)) continue;
    if (CLOSING[last] && closesNothing(address.slice(0, end), last)) continue;
    break;
  }
  return address.slice(0, end);
}

function isAddress(text) {
  try {
    return /^https?:$/.test(new URL(text).protocol);
  } catch {
    return false;
  }
}

export function linked(text) {
  const parts = [];
  let done = 0;
  for (const match of text.matchAll(ADDRESS)) {
    const address = trim(match[0]);
    if (!isAddress(address)) continue;
    parts.push(text.slice(done, match.index));
    parts.push(el('a', { href: address, target: '_blank', rel: 'noopener noreferrer nofollow' }, address));
    done = match.index + address.length;
  }
  parts.push(text.slice(done));
  return parts.filter((part) => part !== '');
}

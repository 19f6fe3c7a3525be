// Finds web and email addresses in a text. Everything else stays the text that it is.

import { el } from './dom.js';

// The host ends before the first letter that it cannot hold, because Korean particles follow without a space; an @ ends it too, so that
// "https://bank.example@evil.example" does not become a link that lies.
const WEB = 'https?:\\/\\/[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?(?::\\d{1,5})?(?:[/?#][^\\s<>"\'`{}|\\\\^\\u3000-\\u303f]*)?';
const EMAIL = '(?<![\\w.+@-])(?:mailto:)?[a-z0-9][\\w.+-]{0,63}@(?:[a-z0-9-]+\\.)+[a-z]{2,24}(?![\\w-])';
const ADDRESS = new RegExp(`${WEB}|${EMAIL}`, 'gi');
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

/** Where it leads, or null. */
function target(text) {
  try {
    const url = new URL(/^https?:/i.test(text) ? text : `mailto:${text.replace(/^mailto:/i, '')}`);
    return /^(https?|mailto):$/.test(url.protocol) ? url.href : null;
  } catch {
    return null;
  }
}

export function linked(text) {
  const parts = [];
  let done = 0;
  for (const match of text.matchAll(ADDRESS)) {
    const address = trim(match[0]);
    const href = target(address);
    if (!href) continue;
    parts.push(text.slice(done, match.index));
    parts.push(el('a', { href, target: '_blank', rel: 'noopener noreferrer nofollow' }, address));
    done = match.index + address.length;
  }
  parts.push(text.slice(done));
  return parts.filter((part) => part !== '');
}

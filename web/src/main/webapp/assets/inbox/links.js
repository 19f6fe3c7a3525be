// Shows the links in a text as elements.

import { findLinks } from '../core/links.js';
import { el } from './dom.js';

export function linked(text) {
  return findLinks(text).map((part) => (part.href
    ? el('a', { href: part.href, target: '_blank', rel: 'noopener noreferrer nofollow' }, part.address)
    : part));
}

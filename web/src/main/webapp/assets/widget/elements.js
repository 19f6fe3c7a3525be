// Helpers that build elements. Text of people is inserted as text nodes; there is no function that takes markup.

import { findLinks } from '../core/links.js';
import { SERVER } from './server.js';
import { t } from './texts.js';

export function el(tag, attributes, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes || {})) {
    if (typeof value === 'function') {
      node.addEventListener(name, value);
    } else if (value === true) {
      node.setAttribute(name, '');
    } else if (value !== false && value != null) {
      node.setAttribute(name, value);
    }
  }
  node.append(...children.filter(child => child != null));
  return node;
}

const ICONS = {
  chat: 'M12 3C6.5 3 2 6.8 2 11.5c0 2.4 1.2 4.5 3 6.1-.1 1.2-.6 2.5-1.6 3.6-.2.3 0 .8.4.8 2.3 0 4.2-.9 5.5-1.9'
    + '.9.2 1.8.3 2.7.3 5.5 0 10-3.8 10-8.6S17.5 3 12 3z',
  close: 'M6 6l12 12M18 6L6 18',
  send: 'M4 12l16-8-5 16-3.5-6.5L4 12zM11.5 13.5L20 4',
  clock: 'M8 14A6 6 0 108 2a6 6 0 000 12zM8 4.8V8l2.2 1.6',
  stored: 'M3 8.5l3.2 3.2L13 5',
  read: 'M1 8.8l2.8 2.8 6.2-6.4M6.9 10.5l1.1 1.1 6.9-7',
  failed: 'M8 14A6 6 0 108 2a6 6 0 000 12zM8 5v3.6M8 11v.01',
  down: 'M8 3v10M4 9l4 4 4-4',
};

export function icon(name, size = 24) {
  const box = size > 16 ? 24 : 16;
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  svg.setAttribute('viewBox', `0 0 ${box} ${box}`);
  svg.setAttribute('width', size);
  svg.setAttribute('height', size);
  svg.setAttribute('aria-hidden', 'true');
  svg.setAttribute('class', `icon ${name}`);
  path.setAttribute('d', ICONS[name]);
  svg.append(path);
  return svg;
}

export const dots = () => el('span', { class: 'dots', 'aria-hidden': 'true' }, el('i'), el('i'), el('i'));

export function withLinks(text) {
  return findLinks(text).map(part => part.href
    ? el('a', { href: part.href, target: '_blank', rel: 'noopener noreferrer nofollow' }, part.address)
    : part);
}

/** A person's picture, or their initials where there is none or it fails to load. */
export function avatar(person) {
  const words = (person.name || '').trim().split(/\s+/);
  const ends = words.length > 1 ? [words[0], words.at(-1)] : words;
  const initials = ends.map(word => [...word][0] || '').join('');
  const box = el('span', { class: 'avatar', 'aria-hidden': 'true' }, initials.toUpperCase());
  if (person.photoUrl) {
    const image = el('img', { alt: '', decoding: 'async', error: () => image.remove() });
    image.src = new URL(person.photoUrl, SERVER).href;
    box.append(image);
  }
  return box;
}

/** @param label of the field; without one, the text for its name */
export function field(name, { tag = 'input', label, ...attributes }) {
  const id = `field-${name}`;
  const problem = el('p', { class: 'problem', id: `${id}-problem`, hidden: true });
  const input = el(tag, { id, ...attributes, input: () => say('') });
  const say = text => {
    problem.textContent = text;
    problem.hidden = !text;
    if (text) {
      input.setAttribute('aria-invalid', 'true');
      input.setAttribute('aria-describedby', problem.id);
    } else {
      input.removeAttribute('aria-invalid');
      input.removeAttribute('aria-describedby');
    }
  };
  const box = el('div', { class: 'field' }, el('label', { for: id }, label ?? t(`form.${name}`)), input, problem);
  return { box, input, say };
}

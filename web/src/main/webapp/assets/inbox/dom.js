// Helpers that build elements. Text of people is only ever inserted as text nodes.

const ICONS = new URL('../icons.svg', import.meta.url).pathname;
const SVG = 'http://www.w3.org/2000/svg';

export const byId = (id) => document.getElementById(id);

/** Example: el('p', {class: 'x', hidden: true, onclick: f}, 'text', child, null) */
export function el(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith('on')) node.addEventListener(name.slice(2), value);
    else if (value === true) node.setAttribute(name, '');
    else if (value !== false && value != null) node.setAttribute(name, value);
  }
  node.append(...children.filter((child) => child != null));
  return node;
}

/** A new row from the template that the server rendered. */
export const fromTemplate = (id) => byId(id).content.firstElementChild.cloneNode(true);

/** The elements of a row by the names in their data attributes. */
export function partsOf(node) {
  const parts = { node };
  for (const part of node.querySelectorAll('[data-part]')) parts[part.dataset.part] = part;
  return parts;
}

export function icon(name, className = '') {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('class', `icon ${className}`.trim());
  svg.setAttribute('aria-hidden', 'true');
  const use = document.createElementNS(SVG, 'use');
  use.setAttribute('href', `${ICONS}#${name}`);
  svg.append(use);
  return svg;
}

/** Text is written only where it differs, because writing makes screen readers announce it and clears a selection. */
export function setText(node, text) {
  if (node.textContent !== text) node.textContent = text;
}

export function setAttribute(node, name, value) {
  if (value == null || value === false) node.removeAttribute(name);
  else if (node.getAttribute(name) !== String(value)) node.setAttribute(name, value);
}

/** Makes these nodes the children of parent, moving as few as possible to keep focus and scroll position. */
export function arrange(parent, nodes) {
  const wanted = new Set(nodes);
  for (const child of [...parent.children]) if (!wanted.has(child)) child.remove();
  let place = parent.firstElementChild;
  for (const node of nodes) {
    if (node === place) place = place.nextElementSibling;
    else parent.insertBefore(node, place);
  }
}

const graphemes = new Intl.Segmenter();

/** The beginning of a text, cut between graphemes only. */
export function begin(text, most) {
  if (text.length <= most) return text;
  let end = 0;
  for (const { index } of graphemes.segment(text.slice(0, most + 1))) end = index;
  return text.slice(0, end);
}

export function initials(name) {
  const words = name.trim().split(/\s+/).filter(Boolean);
  if (words.length === 0) return '?';
  const first = [...words[0]];
  if (/\p{Script=Hangul}|\p{Script=Han}/u.test(first[0])) return first.slice(0, 2).join('');
  return words.length === 1 ? first[0] : first[0] + [...words[words.length - 1]][0];
}

/** Each person always has the same colour. */
export function hue(id) {
  let sum = 0;
  for (const letter of id) sum = (sum * 31 + letter.codePointAt(0)) % 9973;
  return `hue-${sum % 6}`;
}

export function isTyping(target) {
  return target instanceof HTMLElement
    && (target.isContentEditable || /^(TEXTAREA|SELECT)$/.test(target.tagName)
      || (target.tagName === 'INPUT' && !/^(radio|checkbox|button)$/.test(target.type)));
}

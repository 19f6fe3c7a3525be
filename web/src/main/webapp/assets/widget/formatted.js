// Elements of a formatted text. The server has read it; here nothing but elements of these names and text nodes are made.

import { el, withLinks } from './elements.js';

const TAGS = { paragraph: 'p', item: 'li', strong: 'strong', emphasis: 'em', break: 'br' };
const ALLOWED = /^(https?:\/\/|mailto:)/i;

function node({ type, text, href, ordered, children = [] }, inLink) {
  if (type === 'text') {
    return inLink ? [text] : withLinks(text);
  }
  if (type === 'link' && ALLOWED.test(href)) {
    return [el('a', { href, target: '_blank', rel: 'noopener noreferrer nofollow' }, ...nodes(children, true))];
  }
  const tag = type === 'list' ? ordered ? 'ol' : 'ul' : TAGS[type];
  return tag ? [el(tag, {}, ...nodes(children, inLink))] : nodes(children, inLink);
}

function nodes(list, inLink) {
  return list.flatMap(one => node(one, inLink));
}

/** @param tree of the server; @param text the same as it was typed, where there is no tree, or a text of the product */
export function formatted(tree, text) {
  return Array.isArray(tree) && tree.length ? nodes(tree, false) : withLinks(text);
}

// Marks the words of a search in a text. Texts are inserted as text nodes, with mark elements around the matches.

import { el } from './dom.js';

const PAIRED = '\\p{Script=Hangul}\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}ー';
const PIECES = new RegExp(`\\S+@\\S*|[${PAIRED}]+|(?:(?![${PAIRED}])[\\p{L}\\p{N}\\p{M}])+`, 'gu');
const ONLY_PAIRED = new RegExp(`^[${PAIRED}]+$`, 'u');
const WORD_BEFORE = '(?<![\\p{Script=Latin}\\p{Script=Greek}\\p{Script=Cyrillic}\\p{N}])';
/** In characters. Longer searches are not marked, as compiling their expression would take long. */
const LONGEST = 500;
const HALF_SYLLABLE = /[\u1100-\u11ff\u3131-\u318e]+$/;

/**
 * Returns an expression that matches like the server's search: words by their beginning, Korean anywhere. Null where there is nothing to
 * match.
 */
export function pattern(asked) {
  const pieces = (asked.slice(0, LONGEST).normalize('NFKC').match(PIECES) ?? []).map((piece) => {
    const whole = piece.replace(HALF_SYLLABLE, '') || piece;
    const escaped = whole.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
    return ONLY_PAIRED.test(whole) ? escaped : WORD_BEFORE + escaped;
  });
  return pieces.length > 0 ? new RegExp(pieces.sort((a, b) => b.length - a.length).join('|'), 'giu') : null;
}

/** Returns the text as nodes with marks. */
export function marked(text, looked) {
  if (!looked) return [text];
  const nodes = [];
  let from = 0;
  for (const { 0: found, index } of text.matchAll(looked)) {
    nodes.push(text.slice(from, index), el('mark', {}, found));
    from = index + found.length;
  }
  return [...nodes, text.slice(from)];
}

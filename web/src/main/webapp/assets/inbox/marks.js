// Shows in a text what a search found there. What people typed stays text: marks are elements around parts of it.

import { el } from './dom.js';

const PAIRED = '\\p{Script=Hangul}\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}ー';
const PIECES = new RegExp(`\\S+@\\S*|[${PAIRED}]+|(?:(?![${PAIRED}])[\\p{L}\\p{N}\\p{M}])+`, 'gu');
const ONLY_PAIRED = new RegExp(`^[${PAIRED}]+$`, 'u');
const WORD_BEFORE = '(?<![\\p{Script=Latin}\\p{Script=Greek}\\p{Script=Cyrillic}\\p{N}])';
/** Nobody searches for more; from a longer text no expression has to be made, which would take long. */
const LONGEST = 500;
const HALF_SYLLABLE = /[\u1100-\u11ff\u3131-\u318e]+$/;

/** What to look for in texts, as the server does: words by their beginning, Korean anywhere. Null where there is nothing. */
export function pattern(asked) {
  const pieces = (asked.slice(0, LONGEST).normalize('NFKC').match(PIECES) ?? []).map((piece) => {
    const whole = piece.replace(HALF_SYLLABLE, '') || piece;
    const escaped = whole.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
    return ONLY_PAIRED.test(whole) ? escaped : WORD_BEFORE + escaped;
  });
  return pieces.length > 0 ? new RegExp(pieces.sort((a, b) => b.length - a.length).join('|'), 'giu') : null;
}

/** The text as nodes, with marks. */
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

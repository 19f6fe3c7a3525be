// Whether work grows in proportion to the length of a text, judged by a ratio with room for a slow day.

const SHORT = 25_000;
const TIMES = 4;
/** In proportion it would be 4, with the square 16. */
const MOST_TIMES = 10;
const TRIES = 3;
/** What a pause of the machine may cost, where the work itself takes next to nothing. */
const SLACK_MILLIS = 400;

const now = Date.now;

function took(work, text) {
  const begin = now();
  work(text);
  return now() - begin;
}

const least = (work, text) => Math.min(...Array.from({ length: TRIES }, () => took(work, text)));

/** Throws where work on four times the text, 100,000 characters, takes much more than four times as long. */
export function growsWithLength(part, work, end = '') {
  const text = (length) => part.repeat(length / part.length) + end;
  const first = took(work, text(TIMES * SHORT));
  // Most texts take so little that nothing has to be compared.
  if (first <= SLACK_MILLIS) return;
  const [short, long] = [least(work, text(SHORT)), least(work, text(TIMES * SHORT))];
  if (long > MOST_TIMES * short + SLACK_MILLIS) {
    throw new Error(`${JSON.stringify(part)}: ${TIMES} times the letters take ${long} in place of ${short} ms`);
  }
}

/** What long odd texts are made of. */
export const ODD = ['<', '&', 'http://', 'https://a', 'https://a.example/', 'www.', '@', 'a@', '@a', 'a.', 'a.b@', 'a@b.', 'a@b.example ', '(', ')',
  '()', '[', ']', '{', '"', "'", '*', '_', '-', 'a-', '/', 'a/', '#', '+', '1', '1 ', '1-', '0.', ' ', '\t', '\n', '\u00a0', '\u3000', ' a', 'a',
  'a\u0301', '\u0301', '\u200d', '\u202e', '\u200b', '\ud83d\ude00', '\ud83d', '가', '가 ', '가a', '\u1100', '\u1100\u1161', '\u1100a', '! ', '…', ', '];

// Which canned answers fit what was typed: best first.

const MOST = 50;
const plain = (text) => text.normalize('NFC').toLowerCase();

function rank(answer, wanted) {
  const shortcut = plain(answer.shortcut);
  if (shortcut.startsWith(wanted)) return 0;
  if (shortcut.includes(wanted)) return 1;
  return plain(answer.text).includes(wanted) ? 2 : 3;
}

/** Shortcuts that begin with it, those that hold it, then texts that hold it; one's own before those of all. */
export function search(answers, query) {
  const wanted = plain(query.trim());
  return answers.map((answer) => ({ answer, rank: rank(answer, wanted) })).filter((one) => one.rank < 3)
    .sort((a, b) => a.rank - b.rank || a.answer.shared - b.answer.shared || a.answer.shortcut.localeCompare(b.answer.shortcut))
    .slice(0, MOST).map((one) => one.answer);
}

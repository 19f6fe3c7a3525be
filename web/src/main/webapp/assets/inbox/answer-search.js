// Finds the canned answers that match a text, best first.

const MOST = 50;
const plain = (text) => text.normalize('NFC').toLowerCase();

function rank(answer, wanted) {
  const shortcut = plain(answer.shortcut);
  if (shortcut.startsWith(wanted)) return 0;
  if (shortcut.includes(wanted)) return 1;
  return plain(answer.text).includes(wanted) ? 2 : 3;
}

/** The order: shortcuts that begin with the text, shortcuts that contain it, texts that contain it; own answers before shared ones. */
export function search(answers, query) {
  const wanted = plain(query.trim());
  return answers.map((answer) => ({ answer, rank: rank(answer, wanted) })).filter((one) => one.rank < 3)
    .sort((a, b) => a.rank - b.rank || a.answer.shared - b.answer.shared || a.answer.shortcut.localeCompare(b.answer.shortcut))
    .slice(0, MOST).map((one) => one.answer);
}

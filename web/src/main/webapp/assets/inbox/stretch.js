// The part of a long log that is on the page. It has at most MOST messages, so that rendering takes the same time in long and short logs.
// `to` is Infinity while the newest messages are shown, together with unsent ones.

const MOST = 200;
export const STEP = 50;

export const newest = (log) => ({ from: Math.max(log.first, log.last - 2 * STEP + 1), to: Infinity });

export const around = (log, seq) => within({ from: Math.max(log.first, seq - STEP), to: seq + 2 * STEP - 1 }, log);

/** Returns what to show after new messages: the newest for a reader at the end, else the same as before. */
export function grown({ from, to }, log, follows) {
  return follows ? { from: Math.max(from, log.last - MOST + 1), to: Infinity } : within({ from, to }, log);
}

function within({ from, to }, log) {
  const last = Math.min(to, from + MOST - 1);
  return { from, to: last >= log.last ? Infinity : last };
}

export const older = ({ from, to }, log) => within({ from: Math.max(log.first, from - STEP), to }, log);

export function newer({ from, to }, log) {
  const last = Math.min(to + STEP, log.last);
  return within({ from: Math.max(from, last - MOST + 1), to: last }, log);
}

// Which part of a long log is on the page: at most MOST messages, so that the thousandth costs no more than the tenth.
// `to` is Infinity while the newest are shown, and what is not stored yet with them.

const MOST = 200;
export const STEP = 50;

export const newest = (log) => ({ from: Math.max(log.first, log.last - 2 * STEP + 1), to: Infinity });

export const around = (log, seq) => within({ from: Math.max(log.first, seq - STEP), to: seq + 2 * STEP - 1 }, log);

/** What is to be shown after messages have come: the end, for who reads there; else what was there stays. */
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

// The messages of one conversation as far as they are known: a stretch from first to last without a gap, each exactly once.

const WINDOW = 100;
const PAGE = 200;

/**
 * Starts with the newest of a long conversation, or where the agent was in it; what is older comes when somebody scrolls up.
 * `early` holds own messages that were acknowledged before those between were seen.
 */
export function createLog(lastSeq, place = lastSeq) {
  const base = Math.max(0, Math.min(place, lastSeq) - WINDOW);
  return { first: base + 1, last: base, wanted: lastSeq, messages: [], ready: false, early: new Map() };
}

/** Takes what fits and answers it. What does not fit yet raises `wanted`, so that somebody asks for it. */
export function absorb(log, incoming) {
  const taken = [];
  const older = [];
  for (const message of [...incoming].sort((a, b) => a.seq - b.seq)) {
    log.wanted = Math.max(log.wanted, message.seq);
    if (message.seq === log.last + 1) {
      log.messages.push(message);
      log.last = message.seq;
      taken.push(message);
    } else if (message.seq < log.first) {
      older.push(message);
    }
  }
  const before = precedingStretch(older, log.first);
  if (before.length > 0) {
    log.messages.unshift(...before);
    log.first = before[0].seq;
  }
  return taken.concat(before);
}

function precedingStretch(older, first) {
  const stretch = [];
  let next = first - 1;
  for (const message of older.reverse()) {
    if (message.seq === next) {
      stretch.unshift(message);
      next--;
    }
  }
  return stretch;
}

export const isBehind = (log) => log.last < log.wanted;
export const hasEarlier = (log) => log.first > 1;
export const earlierFrom = (log) => Math.max(0, log.first - 1 - PAGE);

// The messages of one conversation as far as they are known: a stretch from first to last without a gap, each exactly once. A
// message is shown when its number is the next one; one that is further ahead means that something is missing, to be asked for.

const WINDOW = 100;

/**
 * Starts with the newest of a long conversation, or where the reader was in it; what is older comes when somebody scrolls up.
 * `wanted` is the highest number heard of. `early` holds own messages that were acknowledged before those between were here.
 */
export function createLog(lastSeq = 0, place = lastSeq) {
  const base = Math.max(0, Math.min(place, lastSeq) - WINDOW);
  return { first: base + 1, last: base, wanted: lastSeq, messages: [], ready: false, early: new Map() };
}

/** The length of a log that is empty became known later. */
export function skipToNewest(log) {
  if (log.messages.length > 0 || log.wanted - log.last <= WINDOW) return;
  log.last = log.wanted - WINDOW;
  log.first = log.last + 1;
  forgetEarly(log);
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
  forgetEarly(log);
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

function forgetEarly(log) {
  for (const [clientId, { seq }] of log.early) if (seq <= log.last) log.early.delete(clientId);
}

/** The server has stored an own message: it gets its place, now or once the gap before it is filled. */
export function acknowledge(log, message) {
  if (message.seq > log.last + 1) log.early.set(message.clientId, message);
  absorb(log, [message]);
}

/** Lets go of all but the newest. */
export function dropOlder(log, kept) {
  const gone = Math.max(0, log.messages.length - kept);
  log.messages.splice(0, gone);
  log.first += gone;
}

export const isBehind = (log) => log.last < log.wanted;
export const hasEarlier = (log) => log.first > 1;

/** After which number to ask for a page of what comes before the first. */
export const earlierFrom = (log, page) => Math.max(0, log.first - 1 - page);

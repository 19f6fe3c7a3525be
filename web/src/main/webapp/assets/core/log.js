// The known messages of one conversation: a range from first to last without gaps, each message once. A message is shown when its number is
// the next one. A higher number means that messages are missing and have to be requested.

const WINDOW = 100;

/**
 * Starts with the newest messages of a long conversation, or around the reader's position `place`; older ones are loaded when the reader
 * scrolls up. `wanted` is the highest number heard of. `early` has own messages that were acknowledged while earlier ones are missing.
 */
export function createLog(lastSeq = 0, place = lastSeq) {
  const base = Math.max(0, Math.min(place, lastSeq) - WINDOW);
  return { first: base + 1, last: base, wanted: lastSeq, messages: [], ready: false, early: new Map() };
}

/** Called when the length of an empty log becomes known: starts it with the newest messages. */
export function skipToNewest(log) {
  if (log.messages.length > 0 || log.wanted - log.last <= WINDOW) return;
  log.last = log.wanted - WINDOW;
  log.first = log.last + 1;
  forgetEarly(log);
}

/** Adds the messages that fit and returns them. Others raise `wanted`, so that the missing ones are requested. */
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

/** The server has stored an own message. It gets its place now, or once the gap before it is filled. */
export function acknowledge(log, message) {
  if (message.seq > log.last + 1) log.early.set(message.clientId, message);
  absorb(log, [message]);
}

/** Removes all but the newest messages. */
export function dropOlder(log, kept) {
  const gone = Math.max(0, log.messages.length - kept);
  log.messages.splice(0, gone);
  log.first += gone;
}

export const isBehind = (log) => log.last < log.wanted;
export const hasEarlier = (log) => log.first > 1;

/** Returns the afterSeq for a page of messages before the first one. */
export const earlierFrom = (log, page) => Math.max(0, log.first - 1 - page);

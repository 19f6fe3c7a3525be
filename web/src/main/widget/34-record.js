/*
 * One conversation as this tab knows it: the log without gaps or doubles. A message is shown if and only if its seq is the
 * next one; anything further ahead means that something is missing and must be asked for.
 */
const NEWEST = 100;
const OLDER = 100;

const isOpen = conv => Boolean(conv) && conv.state !== "ENDED";

/** first is the first one at hand, lastSeq the last one shown, known the highest one heard of; between them lies what is missing. */
function freshConversation(id, state, more) {
  return {
    id, state, agent: null, messages: [], first: 1, lastSeq: 0, known: 0, visitorRead: 0, agentRead: 0,
    reason: null, fallback: null, typing: false, loaded: false, ...more,
  };
}

/** Somebody wrote since: then the notice is void, whichever of the two came first. */
const isIdle = conv => conv?.state === "ACTIVE" && conv.idle?.lastSeq >= conv.known;

const hasGap = conv => conv.lastSeq < conv.known;

/** Of a long conversation the newest come first; what is older is asked for by who scrolls up. */
function skipOld(conv, outbox) {
  if (!conv.messages.length && conv.known - conv.lastSeq > NEWEST) {
    conv.lastSeq = conv.known - NEWEST;
    conv.first = conv.lastSeq + 1;
    outbox.ordered().filter(act => act.conversationId === conv.id && act.seq <= conv.lastSeq).forEach(outbox.remove);
  }
}

/** A page of what comes before the first one; it fits or it is none of that. */
function takeOlder(conv, messages) {
  const older = messages.filter(message => message.seq < conv.first);
  if (older.at(-1)?.seq === conv.first - 1) {
    conv.messages.unshift(...older);
    conv.first = older[0].seq;
  }
}

/** @returns whether the message is now shown */
function take(conv, outbox, message) {
  conv.known = Math.max(conv.known, message.seq);
  const act = message.clientId && outbox.get(message.clientId);
  const due = message.seq === conv.lastSeq + 1;
  if (act && message.seq > conv.lastSeq + 1) {
    outbox.stored(act, message.seq, message.at);
  } else if (act) {
    outbox.remove(act);
  }
  if (due) {
    outbox.ordered().filter(one => one.seq === message.seq).forEach(outbox.remove);
    conv.messages.push(message);
    conv.lastSeq = message.seq;
    if (message.author.kind === "AGENT") {
      conv.typing = false;
    }
  }
  return due;
}

/** The server has stored one's own message: it gets its place, now or once the gap before it is filled. */
function acknowledge(conv, outbox, { clientId, seq, at }, name) {
  const act = outbox.get(clientId);
  if (act && seq === conv.lastSeq + 1) {
    take(conv, outbox, { seq, kind: "TEXT", author: { kind: "VISITOR", name }, text: act.text, at, clientId });
    return;
  }
  conv.known = Math.max(conv.known, seq);
  if (act && seq > conv.lastSeq) {
    outbox.stored(act, seq, at);
  } else if (act) {
    outbox.remove(act);
  }
}

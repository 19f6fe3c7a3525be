// Requests what conversations are missing: one request at a time for each, repeated after a passing refusal.

import { backOff, isPassing } from './backoff.js';
import { uuid } from './uuid.js';

const PAUSE = 1_000;

/**
 * send(frame): returns whether it was sent; an unsent request has to be made again on the next connection.
 * question(id): returns the members of the request, afterSeq among them, from the state at the time of sending.
 * answerWithin: milliseconds, after which unanswered(id) is called.
 * refused(id, code): called when the server will not answer the request.
 */
export function createSync({ send, question, answerWithin, unanswered, refused }) {
  const asked = new Map();
  const again = new Set();

  /** During a request, another one is made after it, since its answer may be older than what this one is for. */
  function ask(id) {
    if (asked.has(id)) again.add(id);
    else put(id, 0, 0);
  }

  /** Requests what comes after this number, instead of what comes after the log's end. */
  function askFrom(id, afterSeq) {
    if (!asked.has(id)) put(id, 0, 0, { afterSeq });
  }

  function put(id, wait, refusals, more) {
    const one = { clientId: uuid(), refusals };
    asked.set(id, one);
    const go = () => {
      if (!send({ type: 'sync', clientId: one.clientId, conversationId: id, ...question(id), ...more })) {
        done(id);
        return;
      }
      one.timer = setTimeout(() => {
        done(id);
        unanswered(id);
      }, answerWithin);
    };
    if (wait) one.timer = setTimeout(go, wait);
    else go();
  }

  function done(id) {
    clearTimeout(asked.get(id)?.timer);
    asked.delete(id);
    return again.delete(id);
  }

  /**
   * Handles an answer. Requests more where the conversation is still behind, after a pause where the answer brought nothing. Returns
   * whether nothing more is missing.
   */
  function answered(id, { isBehind, brought }) {
    const wasAskedAgain = done(id);
    if (isBehind) put(id, brought ? 0 : PAUSE, 0);
    else if (wasAskedAgain) put(id, 0, 0);
    return !asked.has(id);
  }

  /** Returns whether the error was the answer to one of these requests. */
  function failed({ clientId, code }) {
    const found = clientId && [...asked].find(([, one]) => one.clientId === clientId);
    if (!found) return false;
    const [id, { refusals }] = found;
    done(id);
    if (isPassing(code)) put(id, backOff(refusals + 1), refusals + 1);
    else refused(id, code);
    return true;
  }

  /** The connection is lost, and with it all requests in flight. */
  function reset() {
    [...asked.keys()].forEach(done);
  }

  return { ask, askFrom, answered, failed, reset, get isIdle() { return asked.size === 0; } };
}

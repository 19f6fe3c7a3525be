// Asks the server for what conversations lack: one question at a time for each, again after a refusal that passes.

import { backOff, isPassing } from './backoff.js';
import { uuid } from './uuid.js';

const PAUSE = 1_000;

/**
 * send(frame): answers whether it went out; what could not be asked is to be asked again on the next connection.
 * question(id): the members of the question, afterSeq among them, from what is known when it goes out.
 * answerWithin: milliseconds, and then unanswered(id).
 * refused(id, code): the server will not answer it.
 */
export function createSync({ send, question, answerWithin, unanswered, refused }) {
  const asked = new Map();
  const again = new Set();

  /** While a question is open another one is asked after it: what it was asked for may be newer than the answer. */
  function ask(id) {
    if (asked.has(id)) again.add(id);
    else put(id, 0, 0);
  }

  /** What comes after that number, where it is not the end that is wanted. */
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
   * The answer is there. Asks for more where the conversation is still behind, but not at once where the answer brought nothing.
   * Answers whether that was all.
   */
  function answered(id, { isBehind, brought }) {
    const wasAskedAgain = done(id);
    if (isBehind) put(id, brought ? 0 : PAUSE, 0);
    else if (wasAskedAgain) put(id, 0, 0);
    return !asked.has(id);
  }

  /** Answers whether the error was the answer to one of these questions. */
  function failed({ clientId, code }) {
    const found = clientId && [...asked].find(([, one]) => one.clientId === clientId);
    if (!found) return false;
    const [id, { refusals }] = found;
    done(id);
    if (isPassing(code)) put(id, backOff(refusals + 1), refusals + 1);
    else refused(id, code);
    return true;
  }

  /** Everything that was asked on a connection is void when it is gone. */
  function reset() {
    [...asked.keys()].forEach(done);
  }

  return { ask, askFrom, answered, failed, reset, get isIdle() { return asked.size === 0; } };
}

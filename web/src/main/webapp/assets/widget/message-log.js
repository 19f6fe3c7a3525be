// The message log. New rows are added at the end and older ones at the beginning only, so that screen readers announce each message once
// and nothing jumps. Stored messages are before the anchor in the order of their seq. Those without a place yet are after it in the order
// of typing.

import { dropOlder } from '../core/log.js';
import { uuid } from '../core/uuid.js';
import { createBookingLoader } from './booking-loader.js';
import { isOpen } from './conversation.js';
import { dots, el, field, icon, withLinks } from './elements.js';
import { formatted } from './formatted.js';
import { limits } from './message-text.js';
import { SERVER } from './server.js';
import { store } from './stores.js';
import { dayName, has, LANGUAGE, LOCALE, t, times, tn } from './texts.js';

const NEAR_END = 48;
const NEAR_BEGIN = 800;
const MOST_AT_END = 300;
const KEPT_AT_END = 100;

/** @param act putBack(text) and discard(clientId) for failed messages; seen() when the newest message is in view */
export function createMessageLog(chat, entry, act) {
  const anchor = el('div', { class: 'anchor' });
  const tail = el('div', { class: 'tail' });
  const node = el('div', {
    class: 'log', role: 'log', 'aria-live': 'polite', 'aria-label': t('log.label'), tabindex: '0',
  }, anchor, tail);
  const more = el('button', { class: 'more', type: 'button', hidden: true, 'aria-live': 'polite', click: toEnd });
  const bookings = createBookingLoader({
    el, icon, field, t, uuid, server: SERVER, locale: LOCALE, language: LANGUAGE, attempt: 0,
    token: () => store.get('token'),
    visitor: () => chat.visitor,
    conversationId: () => shownConv?.id,
    publish: chat.publish,
    get root() { return node.getRootNode(); },
    active: () => node.getRootNode().activeElement,
    // Keeps the end in view where it was, when something there grows. Cards that were opened show their top.
    resized: () => stuck && toEnd(),
  });
  const waiting = new Map();
  const separators = [];
  const rows = [];
  let shownConv = null;
  let shown = 0;
  let from = 1;
  let last = null;
  let marked = [];
  let unseen = 0;
  let tailKey = '';
  let stuck = true;
  let height = 0;

  node.addEventListener('scroll', () => {
    // A change of height also causes a scroll event, but does not mean that the reader has left the end.
    if (node.clientHeight === height) {
      stuck = atEnd();
      // Only new messages are announced, not earlier ones that are loaded again.
      node.setAttribute('aria-live', stuck ? 'polite' : 'off');
    }
    if (node.scrollTop < NEAR_BEGIN) {
      chat.older();
    }
    if (atEnd()) {
      reachedEnd();
    }
  }, { passive: true });
  // The message box grows while the visitor types, and must not cover the newest message.
  new ResizeObserver(() => {
    height = node.clientHeight;
    if (stuck) {
      toEnd();
    }
  }).observe(node);

  const atEnd = () => node.scrollHeight - node.scrollTop - node.clientHeight < NEAR_END;

  function toEnd() {
    stuck = true;
    node.scrollTop = node.scrollHeight;
    reachedEnd();
  }

  function reachedEnd() {
    unseen = 0;
    more.hidden = true;
    act.seen();
  }

  function clear() {
    node.replaceChildren(anchor, tail);
    waiting.clear();
    bookings.clear();
    separators.length = 0;
    shown = unseen = 0;
    last = null;
    rows.length = 0;
    marked = [];
    tailKey = '';
    tail.replaceChildren();
    more.hidden = true;
  }

  function row(message) {
    const { kind } = message.author;
    if (message.card?.meeting) {
      bookings.changed(message.card);
    }
    // The product shares a calendar too, where no agent takes the chat.
    if (message.kind === 'SYSTEM' || (kind === 'SYSTEM' && message.kind !== 'BOOKING')) {
      return { node: el('p', { class: 'system', dir: 'auto' }, ...withLinks(message.text)), message };
    }
    if (message.kind === 'BOOKING' && message.card) {
      return bookings.row(message);
    }
    const mine = kind === 'VISITOR';
    const text = el('span', { class: 'text', dir: 'auto' }, ...withLinks(message.text));
    const bubble = el('div', { class: 'bubble' }, text);
    const head = el('p', { class: 'head' });
    const made = { node: el('article', { class: `row ${mine ? "mine" : "theirs"}` }, head, bubble), message, head, mine };
    if (mine) {
      made.mark = el('span', { class: 'mark', role: 'img' });
      bubble.append(made.mark);
    }
    return made;
  }

  /** The first of a sender's messages within a minute shows name and time. */
  function group(one, before) {
    if (!one.head) {
      return;
    }
    const at = new Date(one.message.at);
    const same = before?.head && before.mine === one.mine
      && (one.mine || before.message.author.name === one.message.author.name)
      && Math.floor(new Date(before.message.at) / 60_000) === Math.floor(at / 60_000);
    one.node.classList.toggle('goes-on', Boolean(same));
    const name = one.mine ? null : el('bdi', {}, one.message.author.name || t('log.agent'));
    const who = one.mine ? el('span', { class: 'hidden' }, t('log.you')) : null;
    const time = el('time', { datetime: one.message.at, title: times.exact(at) }, times.clock(at));
    one.head.replaceChildren(...[name, who, name || who ? ' ' : null, time].filter(Boolean));
  }

  const markOf = one => one.message.seq <= chat.conv.agentRead ? 'read' : 'stored';

  function mark(one, state) {
    if (one.state !== state) {
      one.state = state;
      one.mark.replaceChildren(icon(state, 16));
      one.mark.setAttribute('aria-label', t(`mark.${state}`));
      one.mark.title = t(`mark.${state}`);
      one.node.classList.toggle('unsure', state === 'clock');
    }
  }

  const isSameDay = (one, other) => one?.toDateString() === other.toDateString();

  /** Adds all older messages at once and keeps the visible part in place. */
  function prepend(messages) {
    const left = node.scrollHeight - node.scrollTop;
    const made = messages.map(row);
    const days = [];
    const nodes = [];
    made.forEach((one, index) => {
      const date = new Date(one.message.at);
      const goesOn = isSameDay(days.at(-1)?.date, date);
      if (!goesOn) {
        days.push({ date, label: el('p', { class: 'day' }, dayName(date)) });
        nodes.push(days.at(-1).label);
      }
      nodes.push(one.node);
      group(one, goesOn ? made[index - 1] : null);
    });
    if (isSameDay(days.at(-1).date, separators[0].date)) {
      separators.shift().label.remove();
      group(rows[0], made.at(-1));
    }
    separators.unshift(...days);
    // Before measuring, because a mark takes space and may move a word into the next line.
    const mine = made.filter(one => one.mine);
    mine.forEach(one => mark(one, markOf(one)));
    marked.push(...mine);
    rows.unshift(...made);
    node.prepend(...nodes);
    node.scrollTop = node.scrollHeight - left;
  }

  /** Removes old rows for a reader at the end; they are loaded again on request. */
  function dropOld(conv) {
    const gone = rows.splice(0, rows.length - KEPT_AT_END);
    gone.forEach(one => one.node.remove());
    dropOlder(conv.log, KEPT_AT_END);
    from = conv.log.first;
    shown -= gone.length;
    marked = marked.filter(one => one.node.isConnected);
    const isAbove = other => other?.label.compareDocumentPosition(rows[0].node) & Node.DOCUMENT_POSITION_FOLLOWING;
    while (isAbove(separators[1])) {
      separators.shift().label.remove();
    }
  }

  /** Renders the names of days again after midnight. */
  function nameDays() {
    for (const { date, label } of separators) {
      const name = dayName(date);
      if (label.textContent !== name) {
        label.textContent = name;
      }
    }
  }

  function separate(message) {
    const date = new Date(message.at);
    const before = separators.at(-1);
    if (!isSameDay(before?.date, date)) {
      const label = el('p', { class: 'day' });
      separators.push({ date, label });
      node.insertBefore(label, anchor);
      last = null;
      nameDays();
    }
  }

  function addStored(message) {
    separate(message);
    // An own message keeps its row when it gets its place, so that it does not blink and is not announced again.
    const known = message.clientId && waiting.get(message.clientId);
    const one = known || row(message);
    if (known) {
      waiting.delete(message.clientId);
      one.message = message;
      one.problem?.remove();
      one.node.classList.remove('failed');
    }
    if (!known || one.node.previousSibling !== anchor) {
      node.insertBefore(one.node, anchor);
    } else {
      node.insertBefore(anchor, one.node.nextSibling);
    }
    group(one, last);
    last = one;
    rows.push(one);
    if (one.mine) {
      marked.push(one);
    }
    return one;
  }

  function failed(one, pending, canPutBack) {
    const key = `${pending.failed} ${canPutBack}`;
    if (one.problemKey === key) {
      return;
    }
    one.problemKey = key;
    one.problem?.remove();
    one.node.classList.add('failed');
    const reason = has(`problem.${pending.failed}`) ? `problem.${pending.failed}` : 'problem.OTHER';
    one.problem = el('div', { class: 'reason' },
      el('span', {}, t('problem.notSent'), ' ', t(reason, times.number(limits.message))),
      canPutBack ? el('button', { type: 'button', click: () => act.putBack(pending) }, t('problem.putBack')) : null,
      el('button', { type: 'button', click: () => act.discard(pending) }, t('problem.discard')));
    one.node.append(one.problem);
    mark(one, 'failed');
  }

  function showPending(pending, before) {
    let one = waiting.get(pending.clientId);
    if (!one) {
      const at = pending.at ?? new Date(pending.order).toISOString();
      one = row({ kind: 'TEXT', author: { kind: 'VISITOR' }, text: pending.text, at });
      waiting.set(pending.clientId, one);
      node.insertBefore(one.node, tail);
      one.fresh = true;
    }
    group(one, before);
    if (pending.failed) {
      failed(one, pending, isOpen(chat.conv));
    } else {
      mark(one, pending.seq ? 'stored' : 'clock');
    }
    return one;
  }

  function queueText({ position, seconds }) {
    const place = t('queue.place', times.number(position));
    return seconds === undefined ? place : `${place} ${tn('queue.minutes', Math.max(1, Math.round(seconds / 60)))}`;
  }

  function showTail() {
    const { conv } = chat;
    const key = [conv.state, conv.reason, conv.fallback, conv.agent?.name, conv.queue?.position].join('|');
    if (key === tailKey) {
      return;
    }
    tailKey = key;
    if (conv.state === 'REQUESTING' || conv.state === 'WAITING') {
      tail.replaceChildren(el('div', { class: 'waiting' },
        dots(), el('div', { class: 'lead' }, ...formatted(entry.tree('waiting'), entry.text('waiting') ?? t('waiting.title'))), el('p', {}, t('waiting.hint')),
        // Read aloud when the place changes, and not for each estimate.
        conv.queue && el('p', { class: 'queue', role: 'status' }, queueText(conv.queue))));
    } else if (conv.state === 'ENDED' && conv.reason === 'MISSED') {
      const text = conv.fallback || t('fallback.standard');
      tail.replaceChildren(el('div', { class: 'fallback', dir: 'auto' }, ...formatted(conv.fallback && conv.formatted, text)));
    } else if (conv.state === 'ENDED') {
      const reason = has(`ended.${conv.reason}`) ? `ended.${conv.reason}` : 'ended.OTHER';
      tail.replaceChildren(el('p', { class: 'system' }, t(reason, conv.agent?.name || t('log.agent'))),
        ...(entry.text('afterEnd') ? [el('div', { class: 'fallback', dir: 'auto' }, ...formatted(entry.tree('afterEnd'), entry.text('afterEnd')))] : []));
    } else {
      tail.replaceChildren();
    }
  }

  function update() {
    const { conv } = chat;
    const stick = atEnd() || conv !== shownConv;
    if (conv !== shownConv) {
      clear();
      shownConv = conv;
    }
    let mineAdded = false;
    let added = 0;
    const { first, messages } = conv.log;
    if (shown && first < from) {
      const older = messages.slice(0, from - first);
      prepend(older);
      shown += older.length;
    }
    from = first;
    for (; shown < messages.length; shown++) {
      const one = addStored(messages[shown]);
      added += one.mine || !one.head ? 0 : 1;
    }
    const unplaced = chat.unplaced;
    const ids = new Set(unplaced.map(pending => pending.clientId));
    waiting.forEach((one, clientId) => {
      if (!ids.has(clientId)) {
        one.node.remove();
        waiting.delete(clientId);
      }
    });
    let before = last;
    for (const pending of unplaced) {
      before = showPending(pending, before);
      mineAdded ||= before.fresh;
      before.fresh = false;
    }
    marked = marked.filter(one => {
      mark(one, markOf(one));
      return one.state !== 'read';
    });
    showTail();
    if (stick || mineAdded) {
      if (rows.length > MOST_AT_END) {
        dropOld(conv);
      }
      toEnd();
    } else if (added) {
      unseen += added;
      more.replaceChildren(tn('log.more', unseen), icon('down', 16));
      more.hidden = false;
    }
  }

  return { node, more, update, nameDays, toEnd, atEnd, clear };
}

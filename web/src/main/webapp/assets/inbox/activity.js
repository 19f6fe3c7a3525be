// The activity of the visitor in the past 90 days, newest first, with a link to the transcript of each chat.

import { SignedOut } from './api.js';
import { byId, setText } from './dom.js';
import { ago } from './time.js';

const TICK = 30_000;
// After these frames the history that is shown may have changed.
const TELLING = new Set(['welcome', 'offer', 'offer.withdrawn', 'conversation', 'chat.ended', 'visitor']);

export function createActivity(app, details, showTranscript) {
  const { store } = app;
  const part = byId('activities');
  let growing = false;

  const listIn = (node) => node.querySelector('.activity-list');

  /** Older pages that are shown already stay where the fresh first page meets them. */
  function merge(fresh, shown) {
    const list = listIn(fresh);
    const last = list.lastElementChild?.dataset.key;
    if (!shown || !list.dataset.next) return;
    const rows = [...listIn(shown).children];
    const meeting = rows.findIndex(({ dataset }) => dataset.key === last);
    if (meeting < 0) return;
    list.append(...rows.slice(meeting + 1).map((row) => row.cloneNode(true)));
    continueAt(fresh, listIn(shown).dataset.next);
  }

  function continueAt(node, next) {
    if (next) listIn(node).dataset.next = next;
    else delete listIn(node).dataset.next;
    if (!next) node.querySelector('#activity-more')?.remove();
  }

  async function grow(more) {
    const { next } = listIn(part).dataset;
    const id = store.selected()?.id;
    if (growing || !next) return;
    growing = true;
    try {
      const fresh = listIn((await details.load(['activities'], { before: next })).get('activities'));
      // Another conversation may be open by now, or a refresh may have replaced the list.
      if (details.isOpen(id) && listIn(part).dataset.next === next) append(fresh, document.activeElement === more);
    } catch (problem) {
      if (problem instanceof SignedOut) return app.signedOut();
      if (details.isOpen(id)) details.fail('activities', true);
    } finally {
      growing = false;
    }
  }

  function append(fresh, hadFocus) {
    const [first] = fresh.children;
    listIn(part).append(...fresh.children);
    continueAt(part, fresh.dataset.next);
    if (hadFocus && !fresh.dataset.next) (first?.querySelector('button') ?? byId('activity_header')).focus();
    tick();
  }

  function tick() {
    for (const time of part.querySelectorAll('time')) setText(time, ago(time.dateTime));
  }

  function clicked({ target }) {
    const row = target.closest('[data-transcript]');
    const more = target.closest('#activity-more');
    if (row) showTranscript(row.dataset.transcript);
    if (more) grow(more);
  }

  function heard({ type, visitor, card }) {
    const mine = store.selected()?.visitor?.id;
    if ((TELLING.has(type) || card?.meeting) && (!visitor || visitor.id === mine)) details.changed('activities');
  }

  details.on('activities', { merge, shown: tick });
  part.addEventListener('click', clicked);
  setInterval(tick, TICK);

  return { heard };
}

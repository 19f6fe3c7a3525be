// The parts beside the open conversation: visitor, activity, summary and story. The server renders them; when one may have changed, it is asked for
// again, once for a burst of changes and only while it is in view.

import { SignedOut } from './api.js';
import { byId, setText } from './dom.js';
import { morph } from './morph.js';
import { t } from './texts.js';

// The parts, each with the text for when it could not be loaded. The story is there for administrators only.
const PARTS = { facts: 'details.failed', activities: 'activity.failed', 'summary-lines': 'summary.failed', story: 'story.failed' };
const BURST = 150;
const REST = 1_000;
const MOST_KEPT = 50;

export function createDetails(app) {
  const { store } = app;
  const parts = new Map(Object.keys(PARTS).filter(byId).map((name) => [name, { name, node: byId(name), stale: false, inView: false }]));
  // Kept for each conversation, so that its parts show at once when the agent comes back to it.
  const kept = new Map();
  let open = app.root.dataset.open || null;
  let asking = null;
  let askedAt = -REST;
  let timer = null;

  const isShown = ({ node }) => node.dataset.conversation === open;
  // A part that was folded was not rendered with the page.
  for (const part of parts.values()) part.stale = !isShown(part);

  function selected() {
    const id = store.selected()?.id ?? null;
    // A conversation whose page was rendered may not have been told by a frame yet.
    if (id === open || (!id && store.state.selected === open)) return;
    keep();
    open = id;
    asking?.abort();
    asking = null;
    if (!id) return;
    for (const part of parts.values()) exchange(part, kept.get(id)?.get(part.name));
    askedAt = -REST;
    changed(...parts.keys());
    ask();
  }

  function keep() {
    const shown = [...parts.values()].filter(isShown).map(({ name, node }) => [name, node.cloneNode(true)]);
    if (!open || shown.length === 0) return;
    kept.delete(open);
    kept.set(open, new Map(shown));
    if (kept.size > MOST_KEPT) kept.delete(kept.keys().next().value);
  }

  /** Shows what is kept of the conversation. Of the visitor, the place stays as it is until the answer comes; nothing else jumps then. */
  function exchange(part, known) {
    fail(part.name, false);
    if (known) return morph(part.node, known.cloneNode(true));
    part.node.dataset.waiting = '';
    if (part.name !== 'facts') part.node.replaceChildren();
  }

  /** Some parts may have changed on the server. */
  function changed(...names) {
    names.forEach((name) => { parts.get(name).stale = true; });
    timer ??= setTimeout(ask, Math.max(BURST, askedAt + REST - performance.now()));
  }

  async function ask() {
    clearTimeout(timer);
    timer = null;
    const wanted = [...parts.values()].filter(({ stale, inView }) => stale && inView);
    if (!open || asking || wanted.length === 0 || document.hidden) return;
    const mine = new AbortController();
    asking = mine;
    askedAt = performance.now();
    wanted.forEach((part) => { part.stale = false; });
    try {
      const fresh = await load(wanted.map(({ name }) => name), {}, mine.signal);
      if (asking === mine) wanted.forEach((part) => show(part, fresh.get(part.name)));
    } catch (problem) {
      if (problem instanceof SignedOut) return app.signedOut();
      if (asking === mine) wanted.forEach(({ name }) => fail(name, true));
    }
    if (asking !== mine) return;
    asking = null;
    if ([...parts.values()].some(({ stale }) => stale)) changed();
  }

  const retryOf = (name) => document.querySelector(`[data-failed="${name}"] button`);

  function fail(name, is) {
    setText(retryOf(name).parentNode.querySelector('[role=status]'), is ? t(PARTS[name]) : '');
    retryOf(name).hidden = !is;
  }

  /** Fresh parts of the open conversation, which it must still be. */
  async function load(names, parameters, signal) {
    const id = open;
    const fresh = await app.parts(names, { c: id, ...parameters }, signal);
    if (names.some((name) => fresh.get(name).dataset.conversation !== id)) throw new Error(id);
    return fresh;
  }

  function show(part, fresh) {
    fail(part.name, false);
    part.merge?.(fresh, isShown(part) ? part.node : null);
    morph(part.node, fresh);
    part.shown?.();
  }

  const observer = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) parts.get(target.dataset.part).inView = isIntersecting;
    ask();
  });
  for (const part of parts.values()) {
    const frame = part.node.closest('.ui-panel-content');
    frame.dataset.part = part.name;
    observer.observe(frame);
    retryOf(part.name).addEventListener('click', () => {
      part.stale = true;
      ask();
    });
  }
  document.addEventListener('visibilitychange', ask);
  store.on('selected', selected);

  return {
    changed, load, fail,
    /** `merge` may add to the fresh part what is shown and not in it; `shown` is called after each change. */
    on: (name, { merge, shown }) => Object.assign(parts.get(name), { merge, shown }),
    isOpen: (id) => id === open,
  };
}

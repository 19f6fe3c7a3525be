// The conversation list: active or all, newest first. The next page is loaded when the end comes near.

import { SignedOut } from './api.js';
import { arrange, begin, byId, el, fromTemplate, hue, icon, initials, partsOf, setAttribute, setText } from './dom.js';
import { isIdle } from './idle.js';
import { marked } from './marks.js';
import { listedAt, nameOf } from './store.js';
import { plural, t } from './texts.js';
import { ago, exact, number } from './time.js';

const TICK = 20_000;

export function createConversations(app) {
  const { store } = app;
  const { state } = store;
  const list = byId('list');
  const scroll = byId('list-scroll');
  // The server has rendered the rows that existed when the page was loaded.
  const rows = new Map([...list.children].map((node) => [node.dataset.id, withButton(node)]));

  async function load(scope, before) {
    const page = state.scopes[scope];
    if (page.loading) return;
    Object.assign(page, { loading: true, failed: false });
    store.emit('list');
    try {
      take(page, await (page.criteria ? app.api.search(page.criteria, before) : app.api.conversations(scope, before)), before);
    } catch (problem) {
      if (problem instanceof SignedOut) app.signedOut();
      page.failed = true;
    }
    page.loading = false;
    store.emit('list');
  }

  // If the first page has none of the known rows, there may be a gap between them, so the list starts again.
  function take(page, { conversations, next }, before) {
    conversations.forEach(store.merge);
    const meets = conversations.some(({ id }) => page.ids.has(id));
    if (!before && (!next || !page.loaded || !meets)) {
      page.ids = new Set();
      page.next = next;
    }
    if (before) page.next = next;
    conversations.forEach(({ id, excerpt }) => {
      page.ids.add(id);
      page.excerpts?.set(id, excerpt);
    });
    page.loaded = true;
    for (const one of state.conversations.values()) if (one.state === 'ACTIVE' && store.isMine(one)) store.enlist(one.id);
    if (state.selected) keepSelected(page);
  }

  function keepSelected(page) {
    const selected = store.selected();
    if (page === state.scopes.ACTIVE && selected?.state === 'ENDED' && rows.get(selected.id)?.node.isConnected) page.ids.add(selected.id);
  }

  function more() {
    const page = state.scopes[state.scope];
    if (page.loaded && page.next && !page.loading && !page.failed) load(state.scope, page.next);
  }

  function render() {
    const page = state.scopes[state.scope];
    const shown = page.loaded || page.ids.size > 0 ? store.listed() : [];
    setAttribute(list, 'aria-busy', page.loading ? 'true' : null);
    byId('list-skeleton').hidden = page.loaded || page.failed || shown.length > 0;
    arrange(list, shown.map(row));
    renderEnd(page, shown.length);
    fill();
  }

  function renderEnd(page, count) {
    const empty = byId('list-empty');
    empty.hidden = !(page.loaded && count === 0);
    if (!empty.hidden) setText(empty, emptyText());
    byId('list-more').hidden = !(page.failed || (page.loading && page.loaded && page.next));
    setText(byId('list-more-text'), page.failed ? t('list.failed') : t('list.loading'));
    byId('list-retry').hidden = !page.failed;
  }

  function emptyText() {
    if (state.scope === 'SEARCH') return app.searchAdvice();
    if (state.scope === 'ALL') return t('list.empty.all');
    if (!state.availability) return t('list.empty.active');
    return t(state.availability.available ? 'list.empty.available' : 'list.empty.unavailable');
  }

  function row(conversation) {
    let known = rows.get(conversation.id);
    if (!known) rows.set(conversation.id, known = build(conversation));
    update(known, conversation);
    return known.node;
  }

  function build({ id }) {
    const node = fromTemplate('conversation-row');
    node.dataset.id = id;
    const parts = withButton(node);
    parts.avatar.classList.add(hue(id));
    parts.button.value = id;
    delete parts.state.dataset.state;
    return parts;
  }

  function withButton(node) {
    return { ...partsOf(node), button: node.firstElementChild };
  }

  // Without this script the button loads the page of its conversation.
  function opened(event) {
    const row = event.target.closest('button[name=c]');
    if (!row) return;
    event.preventDefault();
    app.select(row.value);
  }

  // Compares what a row shows before touching its elements, since most of a long list does not change.
  function update(parts, one) {
    const name = nameOf(one.visitor, t('visitor.unnamed'));
    const draft = draftOf(one);
    const unsent = unsentOf(one);
    const { marks, excerpts } = state.scopes[state.scope];
    const excerpt = excerpts?.get(one.id);
    const shown = [marks, excerpt, isIdle(one), name, draft, unsent, one.state, one.unread, listedAt(one), one.preview?.text, one.agent?.id, app.watchersOf(one.id).join(), one.id === state.selected].join('\n');
    if (parts.shown === shown) return;
    parts.shown = shown;
    setText(parts.avatar, initials(name));
    parts.name.replaceChildren(...marked(name, marks));
    showState(parts.state, one.state);
    setAttribute(parts.button, 'aria-current', one.id === state.selected ? 'true' : null);
    parts.button.classList.toggle('unread', one.unread > 0);
    parts.time.dateTime = listedAt(one);
    tick(parts.time);
    if (marks) showHit(parts.preview, one, excerpt, marks);
    else showPreview(parts.preview, one, draft);
    showAside(parts.aside, one, unsent);
  }

  function showState(place, value) {
    if (place.dataset.state === value) return;
    place.dataset.state = value;
    const active = value === 'ACTIVE';
    place.replaceChildren(icon(active ? 'state-active' : 'state-ended'),
      el('span', { class: 'visually-hidden' }, t(active ? 'row.active' : 'row.ended')));
  }

  const draftOf = (one) => (one.state === 'ACTIVE' && one.id !== state.selected && app.drafts?.get(one.id).trim()) || '';

  /** Returns 'failed', 'pending' or ''. While the connection is open, unsent messages need no mark, since they are stored at once. */
  function unsentOf(one) {
    const entries = app.outbox?.of(one.id) ?? [];
    if (entries.some((entry) => entry.failed)) return 'failed';
    return entries.length > 0 && state.status.state !== 'open' ? 'pending' : '';
  }

  function showPreview(place, one, draft) {
    // A colleague may have written the last message before a transfer.
    const isOwn = one.preview?.author === 'AGENT' && one.preview.agentId === state.me?.id;
    const last = one.preview && (isOwn ? t('row.you', one.preview.text) : one.preview.text);
    const words = draft || last || t('row.empty');
    const ends = isIdle(one) ? [el('b', { class: 'row-idle' }, t('row.idle')), ' '] : [];
    place.replaceChildren(...ends, ...(draft ? [el('b', { class: 'row-draft' }, t('row.draft')), ' '] : []), begin(words, 160));
  }

  // Where the email address matched the search, it is shown instead of a message.
  function showHit(place, { preview, visitor }, excerpt, marks) {
    const email = visitor?.email ?? '';
    const words = excerpt || (email.search(marks) >= 0 && email) || preview?.text || t('row.empty');
    place.replaceChildren(...marked(begin(words, 200), marks));
  }

  function showAside(place, one, unsent) {
    const nodes = [];
    if (unsent) nodes.push(mark(unsent, unsent === 'failed' ? 'row.failed' : 'row.unsent'));
    const watchers = one.state === 'ACTIVE' ? app.watchersOf(one.id) : [];
    if (watchers.length > 0) nodes.push(watchedMark(watchers));
    if (one.unread > 0 && store.isMine(one)) nodes.push(badge(one.unread));
    else if (!store.isMine(one)) nodes.push(el('span', { class: 'row-agent' }, t('row.agent', one.agent.name)));
    place.replaceChildren(...nodes);
  }

  function watchedMark(watchers) {
    const words = t('watch.by', watchers.join(', '));
    return el('span', { class: 'row-watched', title: words }, icon('eye'), el('span', { class: 'visually-hidden' }, words));
  }

  function mark(name, words) {
    return el('span', { class: `mark mark-${name}`, title: t(words) }, icon(name), el('span', { class: 'visually-hidden' }, t(words)));
  }

  function badge(count) {
    return el('span', { class: 'ui-badge' }, el('span', { 'aria-hidden': 'true' }, number(count)),
      el('span', { class: 'visually-hidden' }, plural('row.unread', count, number(count))));
  }

  function tick(time) {
    if (!time.dateTime) return;
    setText(time, ago(time.dateTime));
    setAttribute(time, 'title', exact(time.dateTime));
  }

  function choose(scope) {
    state.scope = scope;
    scroll.scrollTop = 0;
    store.emit('list');
    load(scope);
  }

  /** Moves the selection through the list, for the keys j and k. */
  function step(by) {
    const shown = store.listed();
    if (shown.length === 0) return;
    const here = shown.findIndex((one) => one.id === state.selected);
    const next = here < 0 ? (by > 0 ? 0 : shown.length - 1) : Math.min(Math.max(here + by, 0), shown.length - 1);
    app.select(shown[next].id);
    rows.get(shown[next].id)?.node.scrollIntoView({ block: 'nearest' });
    if (next >= shown.length - 3) more();
  }

  // Loads more where the page did not fill a tall window, but nothing while the list is hidden.
  function fill() {
    if (scroll.clientHeight > 0 && scroll.scrollHeight - scroll.scrollTop - scroll.clientHeight < 600) more();
  }

  list.addEventListener('click', opened);
  scroll.addEventListener('scroll', fill, { passive: true });
  for (const radio of document.querySelectorAll('input[name=scope]')) {
    // After going back, browsers restore the choice without an event.
    if (radio.checked) state.scope = radio.value;
    radio.addEventListener('change', () => choose(radio.value));
  }
  byId('list-retry').addEventListener('click', () => load(state.scope, state.scopes[state.scope].loaded ? state.scopes[state.scope].next : null));
  setInterval(() => list.querySelectorAll('time').forEach(tick), TICK);
  store.on('list selected availability me status', render);

  return { refresh: () => load(state.scope), step, loadList: load };
}

// The middle pane around the log: which conversation is open, its heading, and a note where no message can be written.

import { byId, setAttribute, setText } from './dom.js';
import { nameOf } from './store.js';
import { t } from './texts.js';
import { dayName } from './time.js';

export function createConversation(app) {
  const { store } = app;
  const { state } = store;

  function select(id, { focus = false } = {}) {
    if (state.selected !== id) {
      state.selected = id;
      state.missing = null;
      remember(id);
    }
    app.root.dataset.pane = id ? 'conversation' : 'list';
    app.closeDrawer();
    if (id) app.sync.catchUp(id);
    store.emit('selected', 'log', 'list');
    if (focus) setTimeout(app.focusComposer);
  }

  // The conversation is kept in the address, so that it is open again after a reload or a sign-in.
  function remember(id) {
    const url = new URL(location.href);
    if (id) url.searchParams.set('c', id);
    else url.searchParams.delete('c');
    url.searchParams.delete('note');
    history.replaceState(null, '', url);
  }

  function mayWrite() {
    const conversation = store.selected();
    return Boolean(conversation && conversation.state === 'ACTIVE' && state.me && store.isMine(conversation) && !app.ends.has(conversation.id));
  }

  /** Whoever may read a conversation may add private notes to it, also after its end. */
  const mayNote = () => Boolean(store.selected() && state.me && !store.selected().lost);

  function render() {
    const conversation = store.selected();
    const open = Boolean(state.selected) && state.missing !== state.selected;
    byId('chat').hidden = !open;
    byId('welcome').hidden = open;
    if (!open) return renderWelcome();
    setText(byId('conversation-name'), conversation ? nameOf(conversation.visitor, t('visitor.unnamed')) : '\u00a0');
    renderPage(conversation);
    renderReadOnly(conversation);
    renderTyping();
  }

  function renderWelcome() {
    const key = state.missing ? 'welcome.lost' : store.listed().length > 0 ? 'welcome' : 'welcome.first';
    setText(byId('welcome-title'), t(`${key}.title`));
    setText(byId('welcome-text'), t(`${key}.text`));
  }

  function renderPage(conversation) {
    const place = byId('conversation-page');
    const page = conversation?.visitor?.page;
    if (conversation?.state === 'ENDED') setText(place, dayName(conversation.endedAt ?? conversation.lastActivityAt));
    else setText(place, page ? t('chat.on', pathOf(page)) : '');
    setAttribute(place, 'title', page || null);
  }

  function renderReadOnly(conversation) {
    const place = byId('read-only');
    const watching = app.isWatching();
    place.hidden = !conversation || mayWrite() || watching && !app.drafts?.get(conversation.id).trim();
    byId('read-only-reason').hidden = watching;
    if (place.hidden) return;
    const ended = conversation.state === 'ENDED';
    byId('transcript').hidden = !ended;
    byId('note-open').hidden = !mayNote() || watching;
    setText(byId('read-only-reason'), conversation.lost ? lostTo(conversation.agent) : ended ? t('chat.readOnly') : app.ends.has(conversation.id) ? t('end.ending')
      : t('chat.other', conversation.agent?.name ?? ''));
  }

  const lostTo = (agent) => (agent.name ? t('transfer.lost', agent.name) : t('transfer.lost.somebody'));

  function renderTyping() {
    const on = state.typing.has(state.selected);
    setText(byId('typing'), on ? t('chat.typing') : '');
  }

  function download() {
    const link = document.createElement('a');
    link.href = app.api.transcript(state.selected);
    link.download = '';
    link.click();
  }

  byId('back').addEventListener('click', () => select(null));
  byId('transcript').addEventListener('click', download);
  store.on('selected me list', render);
  store.on('typing', renderTyping);

  return { select, mayWrite, mayNote };
}

function pathOf(page) {
  try {
    const url = new URL(page);
    return url.pathname + url.search;
  } catch {
    return page;
  }
}

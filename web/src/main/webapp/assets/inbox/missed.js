// The bell with the number of chats missed since the agent last looked, and its list of them.

import { SignedOut } from './api.js';
import { byId, el, setAttribute, setText } from './dom.js';
import { nameOf } from './store.js';
import { plural, t } from './texts.js';
import { ago, exact, number } from './time.js';

const MOST = 99;

export function createMissed(app) {
  const { store } = app;
  const button = byId('missed-button');
  const panel = byId('missed');
  const list = byId('missed-list');
  const retry = byId('missed-retry');
  let asked = 0;
  // Chats that were new when the panel was opened stay marked until it is closed.
  const fresh = new Set();

  const isOpen = () => panel.matches(':popover-open');
  const keyOf = ({ conversationId, missedAt }) => `${conversationId} ${missedAt}`;

  function render() {
    const count = store.state.missed;
    const words = count > 0 ? plural('missed.label', count, number(count)) : t('missed.label');
    setAttribute(button, 'aria-label', words);
    setAttribute(button, 'title', words);
    byId('missed-count').hidden = count === 0;
    setText(byId('missed-count'), count > MOST ? `${number(MOST)}+` : number(count));
    if (count > 0 && isOpen()) load();
  }

  async function load() {
    const turn = ++asked;
    try {
      const { missed } = await app.api.missed();
      if (turn !== asked || !isOpen()) return;
      missed.filter((one) => !one.seen).forEach((one) => fresh.add(keyOf(one)));
      show(missed);
      if (missed.some((one) => !one.seen)) await app.api.missedSeen(missed[0].missedAt);
    } catch (problem) {
      if (problem instanceof SignedOut) app.signedOut();
      else if (turn === asked) failed();
    }
  }

  function show(missed) {
    retry.hidden = true;
    setText(byId('missed-note'), missed.length === 0 ? t('missed.none') : '');
    list.replaceChildren(...missed.map(row));
  }

  function failed() {
    setText(byId('missed-note'), t('missed.failed'));
    retry.hidden = false;
  }

  function row(missed) {
    const { email, firstLine, missedAt, takenBy } = missed;
    const name = nameOf(missed, t('visitor.unnamed'));
    const isNew = fresh.has(keyOf(missed));
    const parts = [
      el('span', { class: 'missed-name', dir: 'auto' }, name),
      el('time', { class: 'missed-time', datetime: missedAt, title: exact(missedAt) }, ago(missedAt)),
      el('span', { class: 'missed-line', dir: 'auto' }, firstLine || t('missed.quiet')),
      el('span', { class: 'missed-end' }, takenBy ? t('missed.taken', takenBy) : t('missed.nobody')),
      email && name !== email ? el('span', { class: 'missed-email', dir: 'auto' }, email) : null,
      isNew ? el('span', { class: 'missed-new' }, t('missed.new')) : null,
    ];
    const body = email
      ? el('a', { class: 'missed-row', href: `mailto:${encodeURIComponent(email).replace('%40', '@')}` }, ...parts)
      : el('div', { class: 'missed-row' }, ...parts);
    return el('li', isNew ? { 'data-new': true } : {}, body);
  }

  function toggled({ newState }) {
    if (newState === 'open') return void load();
    asked++;
    fresh.clear();
  }

  panel.addEventListener('toggle', toggled);
  retry.addEventListener('click', load);
  store.on('missed status', render);
}

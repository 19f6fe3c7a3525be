// The activity of the visitor in the past 90 days, newest first, with a link to the transcript of each chat.

import { SignedOut } from './api.js';
import { arrange, byId, el, icon, setText } from './dom.js';
import { t } from './texts.js';
import { ago, exact } from './time.js';

const TICK = 30_000;
const ICONS = {
  CONVERSATION_TRIGGERED: 'chats', ENGAGED_WITH_DIALOGUE: 'act-dialogue', ENGAGED_WITH_AGENT: 'person', INTERACTED_WITH_DOCUMENT: 'act-document',
  REACHED_GOAL: 'act-goal', SCHEDULED_MEETING: 'act-meeting', LIVE_CHAT_MISSED: 'act-missed',
};
// After these frames the history that is shown may have changed.
const TELLING = new Set(['welcome', 'offer', 'offer.withdrawn', 'conversation', 'chat.ended', 'visitor']);

export function createActivity(app, showTranscript) {
  const { store } = app;
  const list = byId('activity-list');
  const more = byId('activity-more');
  const retry = byId('activity-retry');
  const skeleton = byId('activity-skeleton');
  // Kept for each conversation, so that a history shows at once when the agent comes back to it.
  const histories = new Map();
  const rows = new Map();
  let open = null;

  const newHistory = () => ({ items: [], next: null, loaded: false, failed: false, asked: 0, growing: false });

  function selected() {
    const id = store.selected()?.id ?? null;
    if (id === open) return;
    open = id;
    rows.clear();
    list.replaceChildren();
    if (!id) return;
    if (!histories.has(id)) histories.set(id, newHistory());
    render();
    refresh();
  }

  /** Loads the first page again. Later pages stay where the first one meets them. */
  async function refresh() {
    const id = open;
    const history = histories.get(id);
    const turn = ++history.asked;
    try {
      const { activities, next } = await app.api.activities(id);
      if (turn !== history.asked) return;
      const join = history.items.findIndex((one) => one.id === activities.at(-1)?.id);
      if (join < 0 || !next) Object.assign(history, { items: activities, next });
      else history.items = [...activities, ...history.items.slice(join + 1)];
      Object.assign(history, { loaded: true, failed: false });
    } catch (problem) {
      if (problem instanceof SignedOut) return app.signedOut();
      if (turn === history.asked) history.failed = true;
    }
    if (id === open) render();
  }

  async function grow() {
    const id = open;
    const history = histories.get(id);
    if (history.growing || !history.next) return;
    const { next: before, items: { length } } = history;
    history.growing = true;
    try {
      const { activities, next } = await app.api.activities(id, before);
      // A refresh in between may have replaced the list.
      if (history.next === before) Object.assign(history, { items: [...history.items, ...activities], next, failed: false });
    } catch (problem) {
      if (problem instanceof SignedOut) return app.signedOut();
      history.failed = true;
    } finally {
      history.growing = false;
    }
    if (id !== open) return;
    const hadFocus = document.activeElement === more;
    render();
    if (hadFocus && more.hidden) (list.children[length]?.querySelector('button') ?? byId('activity_header')).focus();
  }

  function render() {
    const { items, next, loaded, failed } = histories.get(open);
    const keyed = items.map((item) => [`${item.id} ${item.conversationId ?? ''}`, item]);
    const wanted = new Set(keyed.map(([key]) => key));
    for (const key of rows.keys()) if (!wanted.has(key)) rows.delete(key);
    arrange(list, keyed.map(([key, item]) => rows.get(key) ?? rows.set(key, row(item)).get(key)));
    skeleton.hidden = loaded || failed;
    more.hidden = !next || failed;
    retry.hidden = !failed;
    list.hidden = items.length === 0;
    setText(byId('activity-note'), failed ? t('activity.failed') : loaded && items.length === 0 ? t('activity.none') : '');
    tick();
  }

  function row({ type, at, detail, conversationId }) {
    const second = [
      detail ? el('span', { dir: 'auto' }, detail) : null,
      conversationId ? el('span', { class: 'activity-link' }, t('activity.transcript')) : null,
    ].filter(Boolean);
    const parts = [
      el('span', { class: 'activity-icon' }, icon(ICONS[type] ?? 'chats')),
      el('span', { class: 'activity-type' }, t(`activity.${type}`)),
      el('time', { class: 'activity-time', datetime: at, title: exact(at) }, ago(at)),
      second.length ? el('span', { class: 'activity-detail' }, ...second) : null,
    ];
    const attributes = { class: 'activity-row', 'data-type': type };
    return el('li', {}, conversationId
      ? el('button', { type: 'button', ...attributes, onclick: () => showTranscript(conversationId) }, ...parts)
      : el('div', attributes, ...parts));
  }

  function tick() {
    for (const time of list.querySelectorAll('time')) setText(time, ago(time.dateTime));
  }

  function heard({ type, visitor, card }) {
    const mine = store.selected()?.visitor?.id;
    if (open && (TELLING.has(type) || card?.meeting) && (!visitor || visitor.id === mine)) refresh();
  }

  function again() {
    histories.get(open).failed = false;
    render();
    refresh();
  }

  more.addEventListener('click', grow);
  retry.addEventListener('click', again);
  setInterval(tick, TICK);
  store.on('selected', selected);

  return { heard };
}

// The message log of the open conversation.

import { arrange, byId, el, icon, setAttribute, setText } from './dom.js';
import { hasEarlier } from './log.js';
import { linked } from './links.js';
import { nameOf } from './store.js';
import { has, plural, t } from './texts.js';
import { clock, dayKey, dayName, exact, number } from './time.js';

const NEAR = 48;

export function createMessages(app) {
  const { store } = app;
  const box = byId('log');
  const toNewest = byId('to-newest');
  let nodes = new Map();
  let shown = null;
  let follow = true;
  let unseenFrom = 0;
  let height = 0;

  const atEnd = () => box.scrollHeight - box.scrollTop - box.clientHeight < NEAR;
  const toEnd = () => { box.scrollTop = box.scrollHeight; };

  function open(id) {
    shown = id;
    nodes = new Map();
    follow = true;
    unseenFrom = 0;
    box.replaceChildren();
  }

  function render() {
    const conversation = store.selected();
    const id = store.state.selected;
    if (id !== shown) open(id);
    const log = store.state.logs.get(id);
    const loading = !log?.ready;
    setAttribute(box, 'aria-busy', loading && id ? 'true' : null);
    if (!conversation || !log || loading && log.messages.length === 0) return void box.replaceChildren(...skeleton(id));
    const bottom = box.scrollHeight - box.scrollTop;
    const first = nodes.get('first');
    arrange(box, items(conversation, log).map(place));
    if (follow) toEnd();
    else if (first !== log.first) box.scrollTop = box.scrollHeight - bottom;
    nodes.set('first', log.first);
    renderToNewest(log);
    app.look();
  }

  const skeleton = (id) => (id && store.state.missing !== id
    ? ['', 'own', '', 'own'].map((side) => el('div', { class: `bubble-skeleton ${side}`, 'aria-hidden': 'true' }))
    : []);

  /** One flat row for each thing in the log, so that an update touches only rows that differ. */
  function items(conversation, log) {
    const rows = [];
    if (hasEarlier(log)) rows.push({ key: 'earlier', kind: 'earlier' });
    let previous = null;
    for (const message of entries(conversation, log)) {
      if (!previous || dayKey(previous.at) !== dayKey(message.at)) rows.push({ key: `day ${dayKey(message.at)}`, kind: 'day', at: message.at });
      rows.push({ ...message, head: !sameGroup(previous, message) });
      previous = message;
    }
    if (!previous) rows.push({ key: 'empty', kind: conversation.state === 'ACTIVE' ? 'empty' : 'nothing' });
    if (conversation.state === 'ENDED') rows.push({ key: 'end', kind: 'end', conversation });
    return rows.filter((row) => row.kind !== 'nothing');
  }

  function entries(conversation, log) {
    const visitorName = nameOf(conversation.visitor, t('visitor.unnamed'));
    const stored = log.messages.map((one) => ({
      key: one.clientId ?? `seq ${one.seq}`, kind: one.kind === 'SYSTEM' ? 'system' : 'text', own: one.author.kind === 'AGENT',
      name: one.author.kind === 'VISITOR' ? visitorName : one.author.name, text: one.text, at: one.at,
      mark: one.seq <= (conversation.visitorReadSeq ?? 0) ? 'read' : 'stored',
    }));
    const own = (one, mark, code) => ({
      key: one.clientId, kind: 'text', own: true, name: store.state.me.name, text: one.text, at: one.at, mark, code, clientId: one.clientId,
    });
    const early = [...log.early.values()].map((one) => own(one, 'stored'));
    const waiting = app.outbox.of(conversation.id).map((one) => own(one, one.state, one.code));
    return [...stored, ...early, ...waiting];
  }

  function sameGroup(a, b) {
    return a && a.kind === 'text' && b.kind === 'text' && a.own === b.own && a.name === b.name
      && Math.floor(Date.parse(a.at) / 60_000) === Math.floor(Date.parse(b.at) / 60_000);
  }

  function place(row) {
    let node = nodes.get(row.key);
    if (!node) {
      node = build(row);
      nodes.set(row.key, node);
    }
    if (row.kind === 'text') updateMessage(node, row);
    if (row.kind === 'day') setText(node.firstChild, dayName(row.at));
    if (row.kind === 'end') setText(node, endLine(row.conversation));
    return node;
  }

  function build(row) {
    if (row.kind === 'text') return buildMessage(row);
    if (row.kind === 'day') return el('div', { class: 'day', role: 'separator' }, el('span'));
    if (row.kind === 'system') return el('p', { class: 'system', title: exact(row.at) }, row.text);
    if (row.kind === 'earlier') return el('p', { class: 'system earlier' }, t('chat.earlier'));
    if (row.kind === 'empty') return el('p', { class: 'system' }, t('chat.empty'));
    return el('p', { class: 'system end' });
  }

  function buildMessage(row) {
    const node = el('article', { class: `message ${row.own ? 'own' : ''}` },
      el('p', { class: 'message-head' }, el('span', { class: 'message-name' }), el('time')),
      el('div', { class: 'bubble' }, el('div', { class: 'bubble-text', dir: 'auto' }, ...linked(row.text)), el('span', { class: 'mark' })),
      el('div', { class: 'message-failed', hidden: true }));
    return node;
  }

  function updateMessage(node, row) {
    const [head, bubble, failed] = node.children;
    node.classList.toggle('head', row.head);
    head.hidden = !row.head;
    setAttribute(node, 'aria-label', `${row.name ?? ''} ${clock(row.at)}`);
    setText(head.firstChild, row.name ?? '');
    setText(head.lastChild, clock(row.at));
    setAttribute(head.lastChild, 'datetime', row.at);
    setAttribute(head.lastChild, 'title', exact(row.at));
    setAttribute(bubble, 'title', exact(row.at));
    if (!row.own) return;
    const state = row.mark === 'failed' ? `failed ${row.code} ${app.mayWrite()}` : row.mark;
    if (node.dataset.state === state) return;
    node.dataset.state = state;
    node.classList.toggle('is-failed', row.mark === 'failed');
    node.classList.toggle('is-pending', row.mark === 'pending');
    showMark(bubble.lastChild, row.mark);
    showFailure(failed, row);
  }

  function showMark(mark, state) {
    const words = state === 'failed' ? t('row.failed') : t(`log.${state}`);
    setAttribute(mark, 'title', words);
    mark.className = `mark mark-${state}`;
    mark.replaceChildren(icon(state), el('span', { class: 'visually-hidden' }, words));
  }

  function showFailure(place, row) {
    place.hidden = row.mark !== 'failed';
    if (place.hidden) return void place.replaceChildren();
    const reason = has(`error.${row.code}`) ? t(`error.${row.code}`) : t('error.other');
    const acts = [
      link('log.copy', () => navigator.clipboard?.writeText(row.text).then(() => app.note(t('log.copied')))),
      link('log.discard', () => app.outbox.settle(row.clientId)),
    ];
    if (app.mayWrite()) acts.unshift(link('log.edit', () => app.edit(row.clientId)));
    place.replaceChildren(el('span', {}, t('log.failed', reason)), ...acts);
  }

  const link = (key, onclick) => el('button', { type: 'button', class: 'button link', onclick }, t(key));

  function endLine(conversation) {
    const { reason, endedAt } = conversation;
    const key = `chat.ended.${reason === 'AGENT' && store.isMine(conversation) ? 'YOU' : reason}`;
    const words = t(has(key) ? key : 'chat.ended.other');
    return endedAt ? t('chat.ended.at', words, clock(endedAt)) : words;
  }

  function renderToNewest(log) {
    if (follow) unseenFrom = log.last + 1;
    const unseen = log.messages.filter((one) => one.seq >= unseenFrom && one.author.kind === 'VISITOR').length;
    toNewest.hidden = follow;
    if (follow) return;
    const words = unseen > 0 ? plural('log.new', unseen, number(unseen)) : t('log.newest');
    toNewest.classList.toggle('has-new', unseen > 0);
    toNewest.replaceChildren(words, icon('down'));
  }

  function scrolled() {
    // A box that shrank scrolls too; only the person's own scrolling says that the newest is not wanted.
    if (box.clientHeight === height) follow = atEnd();
    const log = store.state.logs.get(shown);
    if (!log?.ready) return;
    renderToNewest(log);
    if (box.scrollTop < 400) app.sync.earlier(shown);
    app.look();
  }

  box.addEventListener('scroll', scrolled, { passive: true });
  new ResizeObserver(() => {
    height = box.clientHeight;
    if (follow) toEnd();
  }).observe(box);
  toNewest.addEventListener('click', () => app.goToNewest());
  store.on('log selected me', render);

  return {
    goToNewest() {
      follow = true;
      toEnd();
      render();
    },
    newestInView: () => shown != null && shown === store.state.selected && follow && box.clientHeight > 0,
  };
}

// The rows of the message log and the elements that show them.

import { buildCard, latest, said, updateCard } from './booking.js';
import { el, fromTemplate, icon, setAttribute, setText } from './dom.js';
import { linked } from './links.js';
import { nameOf } from './store.js';
import { has, t } from './texts.js';
import { clock, dayKey, dayName, exact } from './time.js';

export function createRows(app) {
  const { store } = app;
  const heads = new WeakMap();
  let nodes = new Map();
  // Messages rendered by the server, whose addresses are not links yet.
  const plain = new WeakSet();

  /** One flat row for each thing in the log, so that an update touches only the rows that differ. */
  function items(conversation, log, stretch) {
    const rows = [];
    if (stretch.from > 1) rows.push({ key: 'earlier', kind: 'earlier' });
    let previous = null;
    for (const message of entries(conversation, log, stretch)) {
      if (!previous || dayKey(previous.at) !== dayKey(message.at)) rows.push({ key: `day ${message.key}`, kind: 'day', at: message.at });
      rows.push({ ...message, head: !sameGroup(previous, message) });
      previous = message;
    }
    if (stretch.to < Infinity) return rows;
    if (!previous) rows.push({ key: 'empty', kind: conversation.state === 'ACTIVE' ? 'empty' : 'nothing' });
    if (conversation.state === 'ENDED') rows.push({ key: 'end', kind: 'end', conversation });
    return rows.filter((row) => row.kind !== 'nothing');
  }

  const noteRow = ({ clientId, noteId, number, author, text, at }) => ({
    key: clientId ?? `note ${noteId}`, kind: 'note', note: number, own: author.id === store.state.me.id, name: author.name, text, at, mark: 'stored',
  });

  function entries(conversation, log, { from, to }) {
    const visitorName = nameOf(conversation.visitor, t('visitor.unnamed'));
    const stored = log.messages.slice(from - log.first, Math.min(to, log.last) - log.first + 1).map((one) => ({
      seq: one.seq, key: one.clientId ?? `seq ${one.seq}`, kind: one.kind === 'SYSTEM' ? 'system' : 'text', own: one.author.kind === 'AGENT',
      name: one.author.kind === 'VISITOR' ? visitorName : one.author.name, text: said(one) ?? one.text, at: one.at, ...booking(one, log),
      mark: one.seq <= (conversation.visitorReadSeq ?? 0) ? 'read' : 'stored',
    }));
    const own = (one, mark, code) => ({
      key: one.clientId, kind: one.note ? 'note' : 'text', own: true, name: store.state.me.name, text: one.text, at: one.at, mark, code, clientId: one.clientId,
      card: one.card,
    });
    const written = app.privateNotes.among(conversation.id, { from, to }, stored, noteRow);
    if (to < Infinity) return written;
    const early = [...log.early.values()].map((one) => own(one, 'stored'));
    const waiting = app.outbox.of(conversation.id).map((one) => own(one, one.failed ? 'failed' : 'pending', one.failed));
    return [...written, ...early, ...waiting];
  }

  const booking = (one, log) => (one.kind === 'BOOKING' && one.card ? { card: one.card, meeting: latest(log.messages, one.card, one.seq) } : {});

  function sameGroup(a, b) {
    return a && a.kind === 'text' && b.kind === 'text' && a.own === b.own && a.name === b.name
      && Math.floor(Date.parse(a.at) / 60_000) === Math.floor(Date.parse(b.at) / 60_000);
  }

  /** Uses the elements that the server rendered. Calendar cards are rendered again, in the reader's zone. */
  function adopt(box) {
    nodes = new Map([...box.children].filter((node) => node.dataset.key).map((node) => [node.dataset.key, node]));
    for (const node of nodes.values()) plain.add(node);
  }

  /** Returns the elements for the rows, reusing existing ones. Nothing is kept for rows that are gone. */
  function draw(rows) {
    const before = nodes;
    nodes = new Map();
    for (const row of rows) nodes.set(row.key, drawn(before.get(row.key) ?? build(row), row));
    return [...nodes.values()];
  }

  function drawn(node, row) {
    if (plain.delete(node) && (row.kind === 'text' || row.kind === 'note')) node.querySelector('.bubble-text').replaceChildren(...linked(row.text));
    if (row.kind === 'text' || row.kind === 'note') updateMessage(node, row);
    if (row.kind === 'day') setText(node.firstChild, dayName(row.at));
    if (row.kind === 'end') setText(node, endLine(row.conversation));
    return node;
  }

  function build(row) {
    if (row.kind === 'text' || row.kind === 'note') return buildMessage(row);
    if (row.kind === 'day') return el('div', { class: 'day', role: 'separator' }, el('span'));
    if (row.kind === 'system') return el('p', { class: 'system', title: exact(row.at) }, row.text);
    if (row.kind === 'earlier') return el('p', { class: 'system earlier' }, t('chat.earlier'));
    if (row.kind === 'empty') return el('p', { class: 'system' }, t('chat.empty'));
    return el('p', { class: 'system end' });
  }

  function buildMessage(row) {
    const node = fromTemplate(row.kind === 'note' ? 'note-row' : 'message-row');
    node.classList.toggle('own', row.own || row.kind === 'note');
    const text = node.querySelector('.bubble-text');
    if (row.card) text.replaceWith(buildCard(row.card));
    else text.replaceChildren(...linked(row.text));
    return node;
  }

  // Compares what a message shows before touching its elements, since most of a log does not change.
  function updateMessage(node, row) {
    const shown = [row.at, row.name, row.head].join();
    if (heads.get(node) !== shown) updateHead(node, row);
    heads.set(node, shown);
    if (row.card) updateCard(node, row.meeting);
    if (row.own) updateState(node, row);
  }

  function updateHead(node, row) {
    const [head, bubble] = node.children;
    node.classList.toggle('head', row.head);
    setAttribute(node, 'aria-label', `${row.kind === 'note' ? `${t('note.private')}, ` : ''}${row.name ?? ''} ${clock(row.at)}`);
    setText(head.querySelector('.message-name'), row.name ?? '');
    setText(head.lastChild, clock(row.at));
    setAttribute(head.lastChild, 'datetime', row.at);
    const when = exact(row.at);
    setAttribute(head.lastChild, 'title', when);
    setAttribute(bubble, 'title', when);
  }

  function updateState(node, row) {
    const [, bubble, failed] = node.children;
    const state = row.mark === 'failed' ? `failed ${row.code} ${app.mayWrite()} ${app.mayNote()}` : row.mark;
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
    const { lost, agent } = store.selected() ?? {};
    const reason = lost && agent.name ? t('error.TRANSFERRED', agent.name) : has(`error.${row.code}`) ? t(`error.${row.code}`) : t('error.other');
    const acts = [
      link('log.copy', () => navigator.clipboard?.writeText(row.text).then(() => app.toast(t('log.copied')))),
      link('log.discard', () => app.outbox.settle(row.clientId)),
    ];
    const mayEdit = row.kind === 'note' ? app.mayNote() : app.mayWrite() && !row.card;
    if (mayEdit) acts.unshift(link('log.edit', () => app.edit(row.clientId)));
    place.replaceChildren(el('span', {}, t('log.failed', reason)), ...acts);
  }

  const link = (key, onclick) => el('button', { type: 'button', class: 'ui-button link', onclick }, t(key));

  function endLine(conversation) {
    const { reason, endedAt } = conversation;
    const mine = conversation.endedBy ? conversation.endedBy === store.state.me?.id : store.isMine(conversation);
    const key = `chat.ended.${reason === 'AGENT' && mine ? 'YOU' : reason}`;
    const words = t(has(key) ? key : 'chat.ended.other');
    return endedAt ? t('chat.ended.at', words, clock(endedAt)) : words;
  }

  return { adopt, items, draw };
}

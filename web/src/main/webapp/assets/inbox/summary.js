// The summary at the bottom of the right pane. It is updated during the chat, and each line links to the message that it comes from.

import { SignedOut } from './api.js';
import { arrange, byId, el, setText } from './dom.js';
import { t } from './texts.js';

const KINDS = ['WANTS', 'ANSWERED', 'AGREED', 'OPEN'];

export function createSummary(app) {
  const { store } = app;
  const body = byId('summary-body');
  const topics = byId('summary-topics');
  const groups = new Map();
  // Kept for each conversation, so that a summary shows at once when the agent comes back to it.
  const summaries = new Map();
  let open = null;

  function selected() {
    const id = store.selected()?.id ?? null;
    if (id === open) return;
    open = id;
    groups.clear();
    body.replaceChildren();
    if (!id) return;
    render();
    load();
  }

  async function load() {
    const id = open;
    try {
      keep(await app.api.summary(id));
    } catch (problem) {
      if (problem instanceof SignedOut) return app.signedOut();
      if (id === open && !summaries.has(id)) setText(byId('summary-note'), t('summary.failed'));
    }
  }

  /** Keeps the later summary, since an answer and a pushed frame may arrive in any order. */
  function keep(summary) {
    const known = summaries.get(summary.conversationId);
    if (known && Date.parse(known.at) > Date.parse(summary.at) && !summary.final) return;
    summaries.set(summary.conversationId, summary);
    if (summary.conversationId === open) render();
  }

  function render() {
    const summary = summaries.get(open);
    const statements = summary?.statements ?? [];
    setText(byId('summary-note'), summary && statements.length === 0 ? t('summary.none') : '');
    const kinds = KINDS.filter((kind) => statements.some((one) => one.kind === kind));
    for (const kind of groups.keys()) if (!kinds.includes(kind)) groups.delete(kind);
    arrange(body, kinds.map((kind) => group(kind, statements.filter((one) => one.kind === kind))));
    renderTopics(summary?.topics ?? []);
    setText(byId('summary-by'), summary?.model ? t('summary.by', summary.model) : '');
  }

  function group(kind, statements) {
    if (!groups.has(kind)) {
      const node = el('section', { 'data-kind': kind },
        el('h3', { class: 'summary-kind' }, t(`summary.${kind}`)), el('ul', { class: 'summary-list', role: 'list' }));
      groups.set(kind, { node, lines: new Map() });
    }
    const { node, lines } = groups.get(kind);
    const keyed = statements.map((one) => [`${one.seqs} ${one.text}`, one]);
    const wanted = new Set(keyed.map(([key]) => key));
    for (const key of lines.keys()) if (!wanted.has(key)) lines.delete(key);
    arrange(node.lastChild, keyed.map(([key, one]) => lines.get(key) ?? lines.set(key, line(one)).get(key)));
    return node;
  }

  const line = ({ text, seqs }) => el('li', {},
    el('button', { type: 'button', class: 'summary-line', dir: 'auto', title: t('summary.show'), onclick: () => show(seqs[0]) }, text));

  function show(seq) {
    app.closeDrawer();
    app.showMessage(seq);
  }

  function renderTopics(names) {
    byId('summary-topics-title').hidden = topics.hidden = names.length === 0;
    if ([...topics.children].map((one) => one.textContent).join('\n') === names.join('\n')) return;
    topics.replaceChildren(...names.map((name) => el('li', {},
      el('button', { type: 'button', class: 'summary-topic', dir: 'auto', title: t('summary.search', name), onclick: () => app.searchTopic(name) }, name))));
  }

  function heard(frame) {
    if (frame.type === 'summary') keep(frame);
    // The final summary is made soon after the chat's end. After a lost connection, updates may have been missed.
    if (open && (frame.type === 'welcome' || frame.type === 'chat.ended' && frame.conversationId === open)) load();
  }

  store.on('selected', selected);

  return { heard };
}

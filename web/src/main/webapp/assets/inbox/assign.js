// Gives a watched chat to another agent or to a team: the choice, and the server's answer.

import { SignedOut } from './api.js';
import { agentRow, teamRow } from './candidates.js';
import { createDialog } from './dialog.js';
import { byId, setText } from './dom.js';
import { uuid } from '../core/uuid.js';
import { has, t } from './texts.js';

const ANSWER = 15_000;
const LATER = new Set(['TOO_FAST', 'UNAVAILABLE', 'INTERNAL']);
const OVER = new Set(['CHAT_ENDED', 'NOT_FOUND', 'FORBIDDEN', 'CHANGED_MEANWHILE']);

export function createAssign(app) {
  const { store } = app;
  const dialog = createDialog('assign-dialog', 'assign-search', left);
  const search = byId('assign-search');
  const list = byId('assign-choice');
  const submit = byId('assign-send');
  let about = null;
  let from = null;
  let rows = [];
  let attempt = null;
  let answer = 0;

  function ask() {
    if (!app.isWatching() || dialog.open) return;
    about = store.state.selected;
    from = store.selected().agent.id;
    attempt = null;
    rows = [];
    search.value = '';
    list.replaceChildren();
    problem('');
    dialog.show();
    load();
  }

  async function load() {
    const id = about;
    setText(byId('assign-state'), t('transfer.loading'));
    byId('assign-retry').hidden = true;
    try {
      const { agents, teams } = await app.api.assignCandidates(id);
      if (id !== about) return;
      const choice = { group: 'assign-to', chosen: null };
      const ordered = [...agents].sort((a, b) => (b.verdict === 'TAKEN') - (a.verdict === 'TAKEN'));
      rows = [...teams.map((one) => ({ name: one.name, node: teamRow(one, choice) })),
        ...ordered.map((one) => ({ name: one.agent.name, node: agentRow(one, choice) }))];
      filter();
    } catch (failure) {
      if (failure instanceof SignedOut) return app.signedOut();
      if (id !== about) return;
      setText(byId('assign-state'), t('transfer.load.failed'));
      byId('assign-retry').hidden = false;
    }
  }

  function filter() {
    const wanted = search.value.trim().toLocaleLowerCase();
    const found = rows.filter(({ name }) => name.toLocaleLowerCase().includes(wanted));
    for (const row of rows) if (!found.includes(row)) row.node.firstChild.checked = false;
    list.replaceChildren(...found.map(({ node }) => node));
    setText(byId('assign-state'), found.length === 0 ? t('transfer.none') : '');
    ready();
  }

  const choice = () => list.querySelector('input:checked');

  function ready() {
    submit.disabled = !choice() || answer !== 0;
  }

  function left() {
    clearTimeout(answer);
    answer = 0;
    about = null;
  }

  function start(event) {
    event.preventDefault();
    const to = choice();
    if (!to || answer) return;
    const member = to.dataset.kind === 'team' ? 'teamId' : 'agentId';
    // A repeated attempt with the same choice has the same clientId, so the server does it once.
    if (attempt?.to !== to.value) attempt = { clientId: uuid(), to: to.value };
    problem('');
    const frame = { type: 'chat.assign', conversationId: about, clientId: attempt.clientId, fromAgentId: from, [member]: to.value };
    if (!app.send(frame)) return problem(t('transfer.failed'));
    answer = setTimeout(() => done(t('transfer.failed')), ANSWER);
    ready();
  }

  function done(words) {
    clearTimeout(answer);
    answer = 0;
    problem(words);
    ready();
  }

  function problem(words) {
    byId('assign-problem').hidden = !words;
    setText(byId('assign-problem'), words);
  }

  /** The chat was given away by this page's act. */
  function answered(clientId) {
    if (!clientId || clientId !== attempt?.clientId) return;
    done('');
    dialog.close();
  }

  /** Returns whether the error was the answer to this act. */
  function failed({ clientId, code }) {
    if (!clientId || clientId !== attempt?.clientId) return false;
    if (!LATER.has(code)) attempt = null;
    const words = t(has(`watch.error.${code}`) ? `watch.error.${code}` : 'transfer.failed');
    done(words);
    if (code === 'AGENT_BUSY' || code === 'INVALID_FIELD') load();
    if (OVER.has(code)) {
      dialog.close();
      app.toast(words);
    }
    return true;
  }

  byId('watch-assign').addEventListener('click', ask);
  search.addEventListener('input', filter);
  list.addEventListener('change', ready);
  byId('assign-form').addEventListener('submit', start);
  byId('assign-close').addEventListener('click', () => dialog.close());
  byId('assign-retry').addEventListener('click', load);

  return { ask, answered, failed };
}

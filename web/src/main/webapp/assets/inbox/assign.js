// Gives a watched chat to another agent or to a team: the choice, and the server's answer.

import { createDialog } from './dialog.js';
import { byId, setText } from './dom.js';
import { createHandoverChoice } from './handover-choice.js';
import { uuid } from '../core/uuid.js';
import { has, t } from './texts.js';

const ANSWER = 15_000;
const LATER = new Set(['TOO_FAST', 'UNAVAILABLE', 'INTERNAL']);
const OVER = new Set(['CHAT_ENDED', 'NOT_FOUND', 'FORBIDDEN', 'CHANGED_MEANWHILE']);

export function createAssign(app) {
  const { store } = app;
  const dialog = createDialog('assign-dialog', 'assign-search', left);
  const candidates = createHandoverChoice(app, { name: 'assign', partId: 'assign-choice', changed: ready });
  const submit = byId('assign-send');
  let about = null;
  let from = null;
  let attempt = null;
  let answer = 0;

  function ask() {
    if (!app.isWatching() || dialog.open) return;
    about = store.state.selected;
    from = store.selected().agent.id;
    attempt = null;
    problem('');
    dialog.show();
    candidates.open(about);
  }

  function ready() {
    submit.disabled = !candidates.chosen() || answer !== 0;
  }

  function left() {
    clearTimeout(answer);
    answer = 0;
    about = null;
    candidates.close();
  }

  function start(event) {
    event.preventDefault();
    const to = candidates.chosen();
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
    if (code === 'AGENT_BUSY' || code === 'INVALID_FIELD') candidates.load();
    if (OVER.has(code)) {
      dialog.close();
      app.toast(words);
    }
    return true;
  }

  byId('watch-assign').addEventListener('click', ask);
  byId('assign-form').addEventListener('submit', start);
  byId('assign-close').addEventListener('click', () => dialog.close());

  return { ask, answered, failed };
}

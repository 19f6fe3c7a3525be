// Transfers a chat: the choice of a colleague, and the outcome. The chat stays with this agent until the other one accepts.

import { createDialog } from './dialog.js';
import { byId, setText } from './dom.js';
import { createHandoverChoice } from './handover-choice.js';
import { uuid } from '../core/uuid.js';
import { nameOf } from './store.js';
import { has, t } from './texts.js';
import { at, number, now } from './time.js';

const ANSWER = 15_000;
const LATER = new Set(['TOO_FAST', 'UNAVAILABLE', 'INTERNAL']);
const OVER = new Set(['CHAT_ENDED', 'NOT_FOUND', 'NOT_ALLOWED']);
// The outcomes after which the agent who still has the chat is told; ending the chat or cancelling the transfer needs no message.
const STAYS = new Set(['DECLINED', 'LAPSED', 'PASSED_ON']);

export function createTransfer(app) {
  const { store } = app;
  const { state } = store;
  const button = byId('transfer');
  const dialog = createDialog('transfer-dialog', 'transfer-search', left);
  const agents = createHandoverChoice(app, { name: 'transfer', partId: 'transfer-agents', changed: ready });
  const text = byId('transfer-text');
  const submit = byId('transfer-send');
  const outcomes = new Map();
  let about = null;
  let attempt = null;
  let answer = 0;
  let clock = 0;

  // ---- the dialog ----

  function ask() {
    const id = state.selected;
    if (!app.mayWrite() || dialog.open || state.transfers.has(id)) return;
    about = id;
    attempt = null;
    text.value = '';
    problem('');
    app.closeDrawer();
    dialog.show();
    agents.open(id);
  }

  function left() {
    clearTimeout(answer);
    answer = 0;
    about = null;
    agents.close();
  }

  const choice = () => agents.chosen()?.value ?? null;

  function ready() {
    submit.disabled = !choice() || answer !== 0;
  }

  function start(event) {
    event.preventDefault();
    const agentId = choice();
    if (!agentId || answer) return;
    const note = text.value;
    // A repeated attempt with the same agent and note has the same clientId, so the server does it once.
    if (attempt?.agentId !== agentId || attempt.note !== note) attempt = { clientId: uuid(), agentId, note };
    problem('');
    const { clientId } = attempt;
    if (!app.send({ type: 'transfer.start', conversationId: about, clientId, agentId, ...(note.trim() && { note }) })) return problem(t('transfer.failed'));
    answer = setTimeout(() => answered(t('transfer.failed')), ANSWER);
    ready();
  }

  function answered(words) {
    clearTimeout(answer);
    answer = 0;
    problem(words);
    ready();
  }

  function problem(words) {
    byId('transfer-problem').hidden = !words;
    setText(byId('transfer-problem'), words);
  }

  /** Returns whether the error was the answer to a transfer. */
  function failed({ clientId, code }) {
    if (!clientId || clientId !== attempt?.clientId) return false;
    if (!LATER.has(code)) attempt = null;
    answered(t(has(`transfer.error.${code}`) ? `transfer.error.${code}` : 'transfer.failed'));
    if (code === 'AGENT_BUSY') agents.load();
    if (OVER.has(code) || code === 'TRANSFER_PENDING') {
      dialog.close();
      app.toast(t(`transfer.error.${code}`));
    }
    return true;
  }

  // ---- the outcome ----

  function heard(frame) {
    const { conversationId, clientId, offerId } = frame;
    if (clientId && clientId === attempt?.clientId) {
      answered('');
      dialog.close();
      // Loads the note that was sent with the transfer.
      app.sync.catchUp(conversationId);
    }
    if (frame.state === 'PENDING') {
      state.transfers.set(conversationId, frame);
      outcomes.delete(conversationId);
    } else {
      if (state.transfers.get(conversationId)?.offerId === offerId) state.transfers.delete(conversationId);
      if (STAYS.has(frame.state)) stays(frame);
      if (frame.state === 'ACCEPTED') handedOn(frame);
    }
    store.emit('transfers', 'selected', 'list', 'log');
  }

  const visitorOf = (id) => nameOf(state.conversations.get(id)?.visitor, t('visitor.unnamed'));

  function stays({ conversationId, agent, state: how }) {
    outcomes.set(conversationId, t(`transfer.${how}`, agent.name));
    if (conversationId !== state.selected) app.toast(t('transfer.stays', t(`transfer.${how}`, agent.name), visitorOf(conversationId)));
  }

  function handedOn({ conversationId, agent }) {
    outcomes.delete(conversationId);
    app.toast(t('transfer.ACCEPTED', agent.name, visitorOf(conversationId)));
    store.lose(conversationId, agent);
  }

  function cancel() {
    const transfer = state.transfers.get(state.selected);
    if (transfer) app.send({ type: 'transfer.cancel', offerId: transfer.offerId });
  }

  function dismiss() {
    outcomes.delete(state.selected);
    render();
    app.focusComposer();
  }

  function render() {
    const transfer = state.transfers.get(state.selected);
    const outcome = outcomes.get(state.selected);
    const may = app.mayWrite();
    button.hidden = !may;
    button.disabled = Boolean(transfer);
    byId('transfer-bar').hidden = !may || !(transfer || outcome);
    setText(byId('transfer-words'), transfer ? t('transfer.PENDING', transfer.agent.name) : outcome ?? '');
    byId('transfer-left').hidden = !transfer;
    byId('transfer-cancel').hidden = !transfer;
    byId('transfer-again').hidden = Boolean(transfer);
    byId('transfer-dismiss').hidden = Boolean(transfer);
    tick();
    if (dialog.open && state.conversations.get(about)?.state !== 'ACTIVE') dialog.close();
    if (Boolean(transfer) === (clock !== 0)) return;
    clearInterval(clock);
    clock = transfer ? setInterval(tick, 1000) : 0;
  }

  function tick() {
    const transfer = state.transfers.get(state.selected);
    if (transfer) setText(byId('transfer-left'), t('offer.seconds', number(Math.max(0, Math.ceil((at(transfer.expiresAt) - now()) / 1000)))));
  }

  button.addEventListener('click', ask);
  byId('transfer-form').addEventListener('submit', start);
  byId('transfer-close').addEventListener('click', () => dialog.close());
  byId('transfer-cancel').addEventListener('click', cancel);
  byId('transfer-again').addEventListener('click', ask);
  byId('transfer-dismiss').addEventListener('click', dismiss);
  store.on('transfers selected me list', render);

  return { ask, heard, failed };
}

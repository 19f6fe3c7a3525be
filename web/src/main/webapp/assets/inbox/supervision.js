// Watches the open chat of another agent, and takes it over. To the agent of a chat it shows who watches.

import { byId, setText } from './dom.js';
import { uuid } from '../core/uuid.js';
import { has, t } from './texts.js';

export function createSupervision(app) {
  const { store } = app;
  const { state } = store;
  const bar = byId('watch-bar');
  const watchedBy = byId('watched-by');
  // The chat that the server was asked to watch on this connection.
  let watched = null;
  let attempt = null;

  /** Whether the open conversation is a chat of somebody else, which only leads and sales admins ever have. */
  function isWatching() {
    const one = store.selected();
    return Boolean(one && one.state === 'ACTIVE' && state.me && !store.isMine(one) && !one.lost && !app.ends.has(one.id));
  }

  // Also called when the connection is back: then the server knows of no watch.
  function follow() {
    const wanted = state.status.state === 'open' && isWatching() ? state.selected : null;
    if (wanted === watched) return;
    if (watched) app.send({ type: 'watch', conversationId: watched, on: false });
    watched = wanted && app.send({ type: 'watch', conversationId: wanted, on: true }) ? wanted : null;
  }

  function status() {
    if (state.status.state !== 'open') watched = null;
    follow();
  }

  function take() {
    if (!isWatching()) return;
    const from = store.selected().agent.id;
    if (attempt?.id !== state.selected || attempt.from !== from) attempt = { id: state.selected, from, clientId: uuid() };
    const frame = { type: 'chat.take', conversationId: attempt.id, clientId: attempt.clientId, fromAgentId: from };
    if (!app.send(frame)) app.toast(t('transfer.failed'));
  }

  /** The server has sent a conversation: perhaps as the answer to an act of this page. */
  function answered(clientId, id) {
    app.assigned(clientId);
    if (clientId && clientId === attempt?.clientId) {
      attempt = null;
      app.focusComposer();
    }
    // What was written between the loading of the log and the beginning of the watch.
    if (id === watched || clientId) app.sync.catchUp(id);
  }

  function ended({ conversationId }) {
    if (watched === conversationId) watched = null;
    // Where the person may still watch, the watch begins again; else the refusal says so.
    if (state.conversations.get(conversationId)?.state === 'ACTIVE') follow();
  }

  /** Returns whether the error was the answer to an act of supervision. */
  function failed(frame) {
    const { clientId, code, conversationId } = frame;
    if (app.assignFailed(frame)) return true;
    if (clientId && clientId === attempt?.clientId) {
      const { id } = attempt;
      attempt = null;
      app.toast(t(has(`watch.error.${code}`) ? `watch.error.${code}` : 'transfer.failed'));
      app.sync.catchUp(id);
      return true;
    }
    if (code !== 'FORBIDDEN' || !conversationId || conversationId !== watched) return false;
    watched = null;
    app.toast(t('watch.over'));
    store.lose(conversationId, state.conversations.get(conversationId).agent);
    return true;
  }

  function render() {
    const one = store.selected();
    const watching = isWatching();
    bar.hidden = !watching;
    if (watching) setText(byId('watch-words'), t('watch.words', one.agent.name));
    const others = app.watchersOf(one?.id);
    watchedBy.hidden = !one || one.state !== 'ACTIVE' || others.length === 0;
    setText(watchedBy, watchedBy.hidden ? '' : t('watch.by', others.join(', ')));
    follow();
  }

  byId('watch-take').addEventListener('click', take);
  byId('watch-end').addEventListener('click', () => app.askToEnd());
  store.on('selected me list watchers', render);
  store.on('status', status);

  return { isWatching, take, answered, ended, failed };
}

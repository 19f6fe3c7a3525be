// Ends a chat after a confirmation, and repeats the request until the server has done it.

import { createDialog } from './dialog.js';
import { byId } from './dom.js';
import { uuid } from '../core/uuid.js';
import { t } from './texts.js';

const RETRY = 2_000;
const LATER = new Set(['TOO_FAST', 'UNAVAILABLE', 'INTERNAL']);

export function createEnding(app) {
  const { store, ends } = app;
  const button = byId('end');
  const dialog = createDialog('end-dialog', 'end-keep', answered);
  let asked = null;

  const send = (id) => app.send({ type: 'chat.end', conversationId: id, clientId: ends.get(id) });

  function ask() {
    if (!(app.mayWrite() || app.isWatching()) || dialog.open) return;
    asked = store.state.selected;
    dialog.show();
  }

  function answered(answer) {
    const id = asked;
    asked = null;
    if (answer !== 'end' || store.state.conversations.get(id)?.state !== 'ACTIVE') return;
    ends.set(id, uuid());
    send(id);
    store.emit('selected', 'log');
  }

  function failed(id, code) {
    if (LATER.has(code)) return void setTimeout(() => ends.has(id) && send(id), RETRY);
    ends.delete(id);
    if (code !== 'CHAT_ENDED') app.toast(t('end.failed'));
    app.sync.catchUp(id);
    store.emit('selected', 'log');
  }

  function render() {
    button.hidden = !app.mayWrite();
    if (dialog.open && store.state.conversations.get(asked)?.state !== 'ACTIVE') dialog.close();
  }

  button.addEventListener('click', ask);
  byId('end-keep').addEventListener('click', () => dialog.close());
  byId('end-confirm').addEventListener('click', () => dialog.close('end'));
  store.on('selected me list', render);

  return { ask, failed, resume: () => [...ends.keys()].forEach(send) };
}

// Ending a chat: asked once, and kept in mind until the server has done it.

import { byId } from './dom.js';
import { uuid } from '../core/uuid.js';
import { t } from './texts.js';

const RETRY = 2_000;
const LATER = new Set(['TOO_FAST', 'UNAVAILABLE', 'INTERNAL']);

export function createEnding(app) {
  const { store, ends } = app;
  const button = byId('end');
  const dialog = byId('end-dialog');
  let asked = null;

  const send = (id) => app.send({ type: 'chat.end', conversationId: id, clientId: ends.get(id) });

  function ask() {
    if (!app.mayWrite() || dialog.open) return;
    asked = store.state.selected;
    dialog.returnValue = '';
    dialog.showModal();
  }

  function answered() {
    const id = asked;
    asked = null;
    if (dialog.returnValue !== 'end' || store.state.conversations.get(id)?.state !== 'ACTIVE') return;
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
    if (dialog.open && store.state.conversations.get(asked)?.state !== 'ACTIVE') dialog.close('keep');
  }

  button.addEventListener('click', ask);
  dialog.addEventListener('close', answered);
  store.on('selected me list', render);

  return { ask, failed, resume: () => [...ends.keys()].forEach(send) };
}

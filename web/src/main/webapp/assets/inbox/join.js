// Lets an administrator say that a visitor is not the person whose address they gave, and take that back.

import { SignedOut } from './api.js';
import { byId } from './dom.js';

export function createJoin(app, details) {
  // The button that takes an act back comes with the fresh part, and gets the focus of the one that is gone.
  let wanted = null;

  async function change(button, joined) {
    const { id } = app.store.selected();
    button.disabled = true;
    byId('join-failed').hidden = true;
    try {
      const conversation = await app.api.join(id, joined);
      wanted = joined ? 'join-undo' : 'join-again';
      app.received({ type: 'visitor', conversationId: id, visitor: conversation.visitor });
    } catch (problem) {
      if (problem instanceof SignedOut) return app.signedOut();
      byId('join-failed').hidden = false;
    } finally {
      button.disabled = false;
    }
  }

  function shown() {
    const button = wanted && byId(wanted);
    if (!button) return;
    wanted = null;
    if (document.activeElement === document.body) button.focus();
  }

  byId('facts').addEventListener('click', ({ target }) => {
    if (target.closest('#join-undo')) change(target, false);
    if (target.closest('#join-again')) change(target, true);
  });
  details.on('facts', { shown });
}

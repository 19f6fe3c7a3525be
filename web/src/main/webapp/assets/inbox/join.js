// Says that a visitor was joined with the record of an email address, and lets an administrator undo this.

import { SignedOut } from './api.js';
import { byId, icon, setText } from './dom.js';
import { t } from './texts.js';

export function createJoin(app) {
  const notice = byId('join-notice');
  const undo = byId('join-undo');
  const again = byId('join-again');

  function wordsFor({ join, joined, email, own }) {
    if (join === 'CLAIMED' && joined) return t('join.CLAIMED', email);
    if (join === 'APART') return t('join.APART', own?.email);
    return join === 'VERIFIED' ? t('join.VERIFIED') : null;
  }

  function render(conversation) {
    const visitor = conversation.visitor ?? {};
    const words = wordsFor(visitor);
    notice.hidden = !words;
    notice.classList.toggle('warn', visitor.join === 'CLAIMED');
    if (words && notice.textContent !== words) notice.replaceChildren(icon(`join-${visitor.join.toLowerCase()}`), words);
    // Only administrators have this button.
    if (undo) {
      undo.hidden = !(visitor.join === 'CLAIMED' && visitor.joined);
      again.hidden = visitor.join !== 'APART';
    }
  }

  async function change(button, joined) {
    const { id } = app.store.selected();
    const other = joined ? undo : again;
    button.disabled = true;
    try {
      const conversation = await app.api.join(id, joined);
      app.received({ type: 'visitor', conversationId: id, visitor: conversation.visitor });
      if (app.store.state.selected === id) queueMicrotask(() => other.focus());
    } catch (problem) {
      if (problem instanceof SignedOut) return app.signedOut();
      notice.hidden = false;
      setText(notice, t('join.failed'));
    } finally {
      button.disabled = false;
    }
  }

  undo?.addEventListener('click', () => change(undo, false));
  again?.addEventListener('click', () => change(again, true));

  return { render };
}

// The bell with the number of chats missed since the agent last looked, and its list of them.

import { SignedOut } from './api.js';
import { byId, setAttribute, setText } from './dom.js';
import { morph } from './morph.js';
import { plural, t } from './texts.js';
import { number } from './time.js';

const MOST = 99;

export function createMissed(app, showTranscript) {
  const { store } = app;
  const button = byId('missed-button');
  const panel = byId('missed');
  const part = byId('missed-chats');
  const retry = byId('missed-retry');
  let asked = 0;
  // Chats that were new when the panel was opened stay marked until it is closed: those since this instant.
  let since = null;

  const isOpen = () => panel.matches(':popover-open');

  function render() {
    const count = store.state.missed;
    const words = count > 0 ? plural('missed.label', count, number(count)) : t('missed.label');
    setAttribute(button, 'aria-label', words);
    setAttribute(button, 'title', words);
    byId('missed-count').hidden = count === 0;
    setText(byId('missed-count'), count > MOST ? `${number(MOST)}+` : number(count));
    if (count > 0 && isOpen()) load();
  }

  async function load() {
    const turn = ++asked;
    try {
      const fresh = (await app.parts(['missed-chats'], since ? { since } : {})).get('missed-chats');
      if (turn !== asked || !isOpen()) return;
      morph(part, fresh);
      failed(false);
      const { newest, unseen } = part.querySelector('.missed-list').dataset;
      since ??= unseen ?? null;
      if (unseen) await app.api.missedSeen(newest);
    } catch (problem) {
      if (problem instanceof SignedOut) app.signedOut();
      else if (turn === asked) failed(true);
    }
  }

  function failed(is) {
    setText(byId('missed-failed'), is ? t('missed.failed') : '');
    retry.hidden = !is;
  }

  function toggled({ newState }) {
    if (newState === 'open') return void load();
    asked++;
    since = null;
  }

  function clicked({ target }) {
    const id = target.closest('[data-transcript]')?.dataset.transcript;
    if (!id) return;
    panel.hidePopover();
    showTranscript(id);
  }

  panel.addEventListener('toggle', toggled);
  panel.addEventListener('click', clicked);
  retry.addEventListener('click', load);
  store.on('missed status', render);
}

// The bell with the number of chats missed and of mentions since the agent last looked, and its lists of them.

import { SignedOut } from './api.js';
import { byId, setAttribute, setText } from './dom.js';
import { morph } from './morph.js';
import { nameOf } from './store.js';
import { plural, t } from './texts.js';
import { number } from './time.js';
import { leadTo } from './toasts.js';

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
  let mentionsSince = null;

  const isOpen = () => panel.matches(':popover-open');

  function render() {
    const { missed, mentions } = store.state;
    const count = missed + mentions;
    const chats = missed > 0 ? plural('missed.label', missed, number(missed)) : t('missed.label');
    const words = mentions > 0 ? t('mention.count', chats, plural('mention.new', mentions, number(mentions))) : chats;
    setAttribute(button, 'aria-label', words);
    setAttribute(button, 'title', words);
    byId('missed-count').hidden = count === 0;
    setText(byId('missed-count'), count > MOST ? `${number(MOST)}+` : number(count));
    if (count > 0 && isOpen()) load();
  }

  async function load() {
    const turn = ++asked;
    try {
      const fresh = (await app.parts(['missed-chats'], { ...(since && { since }), ...(mentionsSince && { mentionsSince }) })).get('missed-chats');
      if (turn !== asked || !isOpen()) return;
      morph(part, fresh);
      failed(false);
      const { newest, unseen } = part.querySelector('.chat-list').dataset;
      const mentions = part.querySelector('.mention-list')?.dataset ?? {};
      since ??= unseen ?? null;
      mentionsSince ??= mentions.unseen ?? null;
      if (unseen) await app.api.missedSeen(newest);
      if (mentions.unseen) await app.api.mentionsSeen(mentions.newest);
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
    mentionsSince = null;
  }

  function clicked({ target }) {
    const id = target.closest('[data-transcript]')?.dataset.transcript;
    if (!id) return;
    panel.hidePopover();
    showTranscript(id);
  }

  /** A colleague has just mentioned this agent: a notice leads to the note, unless it is in view. */
  function mentioned({ conversationId, number: note, by }) {
    if (store.state.selected === conversationId && document.visibilityState === 'visible') return;
    const visitor = nameOf(store.state.conversations.get(conversationId)?.visitor, null);
    const address = `${app.root.dataset.context}/?c=${encodeURIComponent(conversationId)}&note=${note}`;
    leadTo(`mention ${conversationId}`, visitor ? t('mention.said.chat', by, visitor) : t('mention.said', by), address, t('mention.open'));
  }

  panel.addEventListener('toggle', toggled);
  panel.addEventListener('click', clicked);
  retry.addEventListener('click', load);
  store.on('missed status', render);
  return { mentioned };
}

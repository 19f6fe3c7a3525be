// The greeting that opens by itself beside the launcher. It takes no focus, and comes once a day at most for each entry.

import { el, icon } from './elements.js';
import { formatted } from './formatted.js';
import { matchesPage } from './page-pattern.js';
import { OPTIONS } from './server.js';
import { store } from './stores.js';
import { t } from './texts.js';

const KEY = `greeted:${OPTIONS.entry || 'default'}`;
const DAY = 24 * 3_600_000;
const SECOND = 1_000;

/** @param act open() opens the chat, closed(hadFocus) is called after the greeting was closed, isFree() whether it may open now */
export function createGreeting(entry, act) {
  const text = el('div', { class: 'greeting-text', dir: 'auto' });
  const close = el('button', {
    class: 'round', type: 'button', 'aria-label': t('close'), title: t('close'), click: () => dismiss(),
  }, icon('close', 18));
  const node = el('section', { class: 'greeting', 'aria-label': t('greeting.label'), hidden: true }, close, text,
    el('button', { class: 'primary', type: 'button', click: act.open }, t('greeting.open')));
  // A live region has to be there before its text.
  const heard = el('span', { class: 'hidden', role: 'status' });
  let seconds = 0;
  let page = '';

  function tick() {
    const wanted = entry.greeting;
    if (page !== location.href) {
      page = location.href;
      seconds = 0;
    }
    if (wanted && node.hidden && document.visibilityState === 'visible' && act.isFree() && matchesPage(wanted.pages, location)
        && seconds++ >= wanted.afterSeconds && !isTooSoon()) {
      store.set(KEY, Date.now());
      show();
    }
  }

  // A clock that was set back must not stop greetings for longer than a day.
  const isTooSoon = () => Math.abs(Date.now() - (store.get(KEY) ?? 0)) < DAY;

  function show() {
    text.replaceChildren(...formatted(entry.tree('greeting'), entry.text('greeting') ?? t('state.FORM')));
    node.hidden = false;
    heard.textContent = text.textContent;
  }

  function hide() {
    node.hidden = true;
    heard.textContent = '';
  }

  function dismiss() {
    if (!node.hidden) {
      const hadFocus = node.contains(node.getRootNode().activeElement);
      hide();
      act.closed(hadFocus);
    }
  }

  setInterval(tick, SECOND);
  return { node, heard, show, hide, dismiss };
}

// The banner that asks the agent to permit notifications, and explains what to do where the browser blocks them.

import { byId, el, icon } from './dom.js';
import { storage } from './storage.js';
import { t } from './texts.js';

export function createAsk(app, device) {
  const place = byId('ask');
  let shown = null;

  // Dismissing the question does not dismiss the later hint that notifications are blocked.
  const key = (state) => `agentinbox-ask.${app.store.state.me?.id}.${state}`;

  function render() {
    const state = device.state();
    const wanted = app.store.state.me && ['ask', 'blocked'].includes(state) && !storage.get(key(state)) ? state : null;
    if (wanted === shown) return;
    shown = wanted;
    place.hidden = !wanted;
    place.replaceChildren(...(wanted ? words(wanted) : []));
  }

  function words(state) {
    const text = el('p', {}, el('strong', {}, t(`ask.${state}.title`)), ' ', t(`ask.${state}.text`));
    const enable = state === 'ask' ? el('button', { type: 'button', class: 'ui-button primary', onclick: device.enable }, t('ask.enable')) : null;
    const close = el('button', { type: 'button', class: 'icon-button', 'aria-label': t('ask.dismiss'), title: t('ask.dismiss'), onclick: () => dismiss(state) },
      icon('close'));
    return [text, enable, close].filter(Boolean);
  }

  function dismiss(state) {
    storage.set(key(state), true);
    render();
  }

  app.store.on('me device', render);
}

// The switch at the top right, and in words what is in force, why, and until when.

import { byId, setAttribute, setText } from './dom.js';
import { t } from './texts.js';
import { isMidnight, upcoming } from './time.js';

const ANSWER = 6_000;

export function createAvailability(app) {
  const { store } = app;
  const button = byId('availability-switch');
  let wanted = null;
  let timer = 0;

  // Midnight where the agent works need not be midnight where they look at this.
  function when({ until, ends }) {
    return ends === 'MIDNIGHT' && isMidnight(until) ? t('availability.midnight') : upcoming(until);
  }

  function words(availability) {
    const { available, source, until, ends, next } = availability;
    const parts = ['availability', available ? 'yes' : 'no', source === 'OVERRIDE' ? 'override' : 'schedule'];
    if (until) parts.push(available && source === 'OVERRIDE' && next && ends === 'BLOCK_START' ? 'thenSchedule' : 'until');
    return t(parts.join('.'), until && when(availability));
  }

  function render(topics) {
    const { availability, status } = store.state;
    byId('availability').hidden = !availability;
    if (!availability) return;
    if (topics.has('availability')) settled();
    setAttribute(button, 'aria-checked', String(wanted ?? availability.available));
    button.disabled = status.state !== 'open';
    byId('availability').dataset.available = availability.available;
    setText(byId('availability-words'), words(availability));
  }

  function settled() {
    clearTimeout(timer);
    wanted = null;
  }

  function toggle() {
    const available = button.getAttribute('aria-checked') !== 'true';
    if (!app.send({ type: 'availability.set', available })) return;
    clearTimeout(timer);
    wanted = available;
    setAttribute(button, 'aria-checked', String(available));
    timer = setTimeout(() => {
      wanted = null;
      app.toast(t('availability.failed'));
      store.emit('status');
    }, ANSWER);
  }

  button.addEventListener('click', toggle);
  store.on('availability status', render);
}

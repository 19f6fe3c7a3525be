// The switch at the top right, and in words what is in force, why, and until when.

import { byId, setAttribute, setText } from './dom.js';
import { t } from './texts.js';
import { upcoming } from './time.js';

const ANSWER = 6_000;

export function createAvailability(app) {
  const { store } = app;
  const button = byId('availability-switch');
  let wanted = null;
  let timer = 0;

  function words({ available, source, until }) {
    const parts = ['availability', available ? 'yes' : 'no', until ? 'until' : null, source === 'OVERRIDE' ? 'override' : 'schedule'];
    if (!source) return t(parts.slice(0, 2).join('.'));
    return t(parts.filter(Boolean).join('.'), until && upcoming(until));
  }

  function render(topics) {
    const { availability, status } = store.state;
    byId('availability').hidden = !availability;
    if (!availability) return;
    if (topics.has('availability')) settled();
    setAttribute(button, 'aria-checked', wanted ?? availability.available);
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
    setAttribute(button, 'aria-checked', available);
    timer = setTimeout(() => {
      wanted = null;
      app.note(t('availability.failed'));
      store.emit('status');
    }, ANSWER);
  }

  button.addEventListener('click', toggle);
  store.on('availability status', render);
}

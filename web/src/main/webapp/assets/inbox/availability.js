// The switch for availability, and the text beside it that says what is in force, why, and until when.

import { byId, setText } from './dom.js';
import { t } from './texts.js';
import { isMidnight, upcoming } from './time.js';

const ANSWER = 6_000;
const SOURCES = { SCHEDULE: 'schedule', OVERRIDE: 'override', AUTO_AWAY: 'autoAway' };

export function createAvailability(app) {
  const { store } = app;
  const toggle = byId('availability-switch');
  const input = byId('availability-switch_input');
  let wanted = null;
  let timer = 0;

  // Midnight in the agent's zone may be another time in the reader's.
  function when({ until, ends }) {
    return ends === 'MIDNIGHT' && isMidnight(until) ? t('availability.midnight') : upcoming(until);
  }

  function words(availability) {
    const { available, source, until, ends, next, dayOff } = availability;
    if (dayOff) return t(until ? 'availability.no.dayOff.until' : 'availability.no.dayOff', until && when(availability), dayOff);
    const parts = ['availability', available ? 'yes' : 'no', SOURCES[source]];
    if (until) parts.push(available && source === 'OVERRIDE' && next && ends === 'BLOCK_START' ? 'thenSchedule' : 'until');
    return t(parts.join('.'), until && when(availability));
  }

  function render(topics) {
    const { availability, status } = store.state;
    byId('availability').hidden = !availability;
    if (!availability) return;
    if (topics.has('availability')) settled();
    show(wanted ?? availability.available);
    enable(status.state === 'open');
    byId('availability').dataset.available = availability.available;
    setText(byId('availability-words'), words(availability));
  }

  // The component's own script handles only switches that were enabled when the page was loaded.
  function show(available) {
    input.checked = available;
    input.removeAttribute('aria-checked');
    toggle.classList.toggle('ui-toggleswitch-checked', available);
  }

  function enable(on) {
    input.disabled = !on;
    toggle.classList.toggle('ui-state-disabled', !on);
  }

  function settled() {
    clearTimeout(timer);
    wanted = null;
  }

  function changed() {
    const available = input.checked;
    if (!app.send({ type: 'availability.set', available })) return show(!available);
    clearTimeout(timer);
    wanted = available;
    show(available);
    timer = setTimeout(() => {
      wanted = null;
      app.toast(t('availability.failed'));
      store.emit('status');
    }, ANSWER);
  }

  input.addEventListener('change', changed);
  store.on('availability status', render);
}

// The dialog that shares a calendar with the visitor. The agent's own calendar comes first.

import { SignedOut } from './api.js';
import { createDialog } from './dialog.js';
import { byId, el, setText } from './dom.js';
import { plural, t } from './texts.js';
import { number, upcoming } from './time.js';

export function createCalendars(app) {
  const { store } = app;
  const dialog = createDialog('calendar-dialog', 'calendar-cancel');
  const search = byId('calendar-search');
  const list = byId('calendar-list');
  const note = byId('calendar-note');
  const send = byId('calendar-send');
  let calendars = null;
  let failed = false;
  let chosen = null;
  let conversation = null;

  async function load() {
    try {
      ({ calendars } = await app.api.calendars());
      failed = false;
    } catch (problem) {
      if (problem instanceof SignedOut) return app.signedOut();
      failed = true;
    }
    chosen ??= calendars?.[0]?.agentId ?? null;
    render();
    if (document.activeElement === byId('calendar-cancel')) list.querySelector(':checked')?.focus();
  }

  function open() {
    if (!app.mayWrite() || dialog.open) return;
    conversation = store.state.selected;
    chosen = null;
    search.value = '';
    dialog.show();
    render();
    load();
  }

  const wanted = () => search.value.trim().toLocaleLowerCase();
  const found = () => (calendars ?? []).filter((one) => one.agentName.toLocaleLowerCase().includes(wanted()));

  function render() {
    const shown = found();
    if (!shown.some((one) => one.agentId === chosen)) chosen = shown[0]?.agentId ?? null;
    list.replaceChildren(...shown.map(choice));
    setText(note, shown.length ? '' : words());
    search.hidden = (calendars?.length ?? 0) < 2;
    send.disabled = !chosen;
  }

  function words() {
    if (failed) return t('calendar.failed');
    if (!calendars) return t('calendar.loading');
    return t(calendars.length ? 'calendar.nothing' : 'calendar.none');
  }

  function choice(one) {
    const own = one.agentId === store.state.me.id ? el('span', { class: 'ui-tag' }, t('calendar.own')) : null;
    const radio = el('input', { type: 'radio', name: 'calendar', value: one.agentId, checked: one.agentId === chosen,
      onchange: () => { chosen = one.agentId; } });
    return el('label', { class: 'calendar-choice' }, radio,
      el('span', { class: 'calendar-who' }, el('bdi', {}, one.agentName), own),
      el('span', { class: 'calendar-next' }, plural('calendar.minutes', one.durationMinutes, number(one.durationMinutes)), ' · ',
        one.nextFree ? t('calendar.next', upcoming(one.nextFree)) : t('calendar.full')));
  }

  function share() {
    const one = calendars?.find((other) => other.agentId === chosen);
    dialog.close();
    if (!one || store.state.selected !== conversation || !app.mayWrite()) return;
    const { agentId, agentName, durationMinutes } = one;
    // Added to the outbox like a message, so it is sent until the server has stored it.
    app.outbox.add(conversation, t('calendar.shared', agentName), { card: { agentId, agentName, durationMinutes } });
    app.goToNewest();
    app.focusComposer();
  }

  byId('calendar-open').addEventListener('click', open);
  byId('calendar-cancel').addEventListener('click', () => dialog.close());
  search.addEventListener('input', render);
  // Enter in the search field submits the selected calendar, as elsewhere in the dialog.
  byId('calendar-form').addEventListener('submit', (event) => {
    event.preventDefault();
    if (chosen) share();
  });
}

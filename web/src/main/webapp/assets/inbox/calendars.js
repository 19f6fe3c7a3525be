// The dialog that shares a calendar with the visitor. The agent's own calendar comes first.

import { SignedOut } from './api.js';
import { createDialog } from './dialog.js';
import { byId, setText } from './dom.js';
import { morph } from './morph.js';
import { t } from './texts.js';

export function createCalendars(app) {
  const { store } = app;
  const dialog = createDialog('calendar-dialog', 'calendar-cancel');
  const search = byId('calendar-search');
  const part = byId('calendars');
  const note = byId('calendar-note');
  const send = byId('calendar-send');
  let state = 'loading';
  let conversation = null;

  const choices = () => [...part.querySelectorAll('.calendar-choice')];
  const radioOf = (choice) => choice.querySelector('input');
  const chosen = () => choices().find((choice) => !choice.hidden && radioOf(choice).checked);

  async function load() {
    try {
      morph(part, (await app.parts(['calendars'])).get('calendars'));
      state = 'loaded';
    } catch (problem) {
      if (problem instanceof SignedOut) return app.signedOut();
      state = 'failed';
    }
    render();
    if (document.activeElement === byId('calendar-cancel') && chosen()) radioOf(chosen()).focus();
  }

  function open() {
    if (!app.mayWrite() || dialog.open) return;
    conversation = store.state.selected;
    choices().forEach((choice) => { radioOf(choice).checked = false; });
    search.value = '';
    dialog.show();
    render();
    load();
  }

  function render() {
    const wanted = search.value.trim().toLocaleLowerCase();
    const all = choices();
    for (const choice of all) choice.hidden = !choice.dataset.name.toLocaleLowerCase().includes(wanted);
    const shown = all.filter((choice) => !choice.hidden);
    if (shown.length && !chosen()) radioOf(shown[0]).checked = true;
    setText(note, shown.length ? '' : words(all.length));
    search.hidden = all.length < 2;
    send.disabled = shown.length === 0;
  }

  function words(count) {
    if (count > 0) return t('calendar.nothing');
    return t({ loading: 'calendar.loading', loaded: 'calendar.none', failed: 'calendar.failed' }[state]);
  }

  function share() {
    const { name: agentName, minutes, key: agentId } = chosen().dataset;
    dialog.close();
    if (store.state.selected !== conversation || !app.mayWrite()) return;
    // Added to the outbox like a message, so it is sent until the server has stored it.
    app.outbox.add(conversation, t('calendar.shared', agentName), { card: { agentId, agentName, durationMinutes: Number(minutes) } });
    app.goToNewest();
    app.focusComposer();
  }

  byId('calendar-open').addEventListener('click', open);
  byId('calendar-cancel').addEventListener('click', () => dialog.close());
  search.addEventListener('input', render);
  // Enter in the search field submits the selected calendar, as elsewhere in the dialog.
  byId('calendar-form').addEventListener('submit', (event) => {
    event.preventDefault();
    if (chosen()) share();
  });
}

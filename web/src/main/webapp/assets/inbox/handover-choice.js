// A choice of agents, and of teams, to whom a chat can be given. The server renders its rows; the search only hides some of them.

import { SignedOut } from './api.js';
import { byId, setText } from './dom.js';
import { morph } from './morph.js';
import { t } from './texts.js';

/** `name` begins the ids of the dialog's elements; `changed` is called when another row or none is chosen. */
export function createHandoverChoice(app, { name, partId, changed }) {
  const part = byId(partId);
  const search = byId(`${name}-search`);
  const words = byId(`${name}-state`);
  const retry = byId(`${name}-retry`);
  let about = null;

  const rows = () => [...part.querySelectorAll('label')];
  const chosen = () => part.querySelector('input:checked');

  /** Begins with the rows of a conversation that are there now. */
  function open(conversationId) {
    about = conversationId;
    search.value = '';
    part.replaceChildren();
    return load();
  }

  function close() {
    about = null;
  }

  /** Loads the rows again; who was chosen stays chosen where they can still be. */
  async function load() {
    const id = about;
    setText(words, t('transfer.loading'));
    retry.hidden = true;
    try {
      const fresh = (await app.parts([partId], { c: id })).get(partId);
      if (id !== about) return;
      if (!fresh.firstElementChild) throw new Error(partId);
      morph(part, fresh);
      filter();
    } catch (failure) {
      if (failure instanceof SignedOut) return app.signedOut();
      if (id !== about) return;
      setText(words, t('transfer.load.failed'));
      retry.hidden = false;
    }
  }

  // Who is filtered out or can no longer be chosen is deselected, since the choice would not be visible.
  function filter() {
    const wanted = search.value.trim().toLocaleLowerCase();
    const all = rows();
    for (const row of all) {
      const radio = row.querySelector('input');
      row.hidden = !row.dataset.name.toLocaleLowerCase().includes(wanted);
      if (row.hidden || radio.disabled) radio.checked = false;
    }
    const none = all.length === 0 ? 'transfer.nobody' : all.every((row) => row.hidden) ? 'transfer.none' : null;
    setText(words, none ? t(none) : '');
    changed();
  }

  search.addEventListener('input', filter);
  part.addEventListener('change', changed);
  retry.addEventListener('click', load);

  return { open, close, load, chosen };
}

// Mentions in private notes: an "@" while a note is typed searches the colleagues who may read the conversation; the arrow keys and Enter
// choose. The server decides by the text of the note who is mentioned.

import { SignedOut } from './api.js';
import { byId, el, setAttribute, setText } from './dom.js';
import { plural, t } from './texts.js';
import { number } from './time.js';

const SEARCH = /(?:^|[^\p{L}\p{N}])@([^\n@]{0,60})$/u;
const MOST = 50;

export function createMentions(app) {
  const { store } = app;
  const form = byId('composer');
  const box = byId('message');
  const popup = byId('mentions-popup');
  const list = byId('mentions');
  let people = null;
  let failed = false;
  let found = [];
  let active = 0;
  let isOpen = false;
  let dismissed = false;
  let shown = null;

  const isNote = () => form.classList.contains('is-note');

  /** What is typed after the "@" before the caret; null where there is none. */
  const query = () => (box.selectionStart === box.selectionEnd ? SEARCH.exec(box.value.slice(0, box.selectionStart))?.[1] ?? null : null);

  async function load() {
    const id = store.state.selected;
    try {
      const answered = (await app.api.mentionCandidates(id)).people;
      if (id !== store.state.selected) return;
      people = answered;
      failed = false;
    } catch (problem) {
      if (problem instanceof SignedOut) app.signedOut();
      failed = true;
    }
    if (isOpen) render();
  }

  function open() {
    if (!isOpen) load();
    isOpen = true;
    active = 0;
    render();
  }

  function close() {
    if (!isOpen) return;
    isOpen = false;
    popup.hidden = true;
    for (const name of ['aria-activedescendant', 'aria-controls', 'aria-autocomplete', 'aria-haspopup']) box.removeAttribute(name);
    setText(byId('mentions-said'), '');
  }

  function render() {
    const wanted = (query() ?? '').toLocaleLowerCase();
    found = (people ?? []).filter(({ name }) => name.toLocaleLowerCase().includes(wanted)).slice(0, MOST);
    // A name that was chosen already, or an ordinary text after an "@", needs no list.
    if (people && !found.length && /\s/.test(wanted)) return close();
    popup.hidden = false;
    list.hidden = found.length === 0;
    list.replaceChildren(...found.map(option));
    setText(byId('mentions-note'), found.length ? '' : note());
    setText(byId('mentions-said'), found.length ? plural('mention.found', found.length, number(found.length)) : note());
    setAttribute(box, 'aria-autocomplete', 'list');
    setAttribute(box, 'aria-haspopup', 'listbox');
    setAttribute(box, 'aria-controls', 'mentions');
    point(Math.min(active, Math.max(found.length - 1, 0)));
  }

  const note = () => t(people ? 'mention.nobody' : failed ? 'mention.failed' : 'mention.loading');

  function option({ name, title }, index) {
    return el('li', { id: `mention-${index}`, class: 'answer', role: 'option', 'aria-selected': 'false',
      onmousemove: () => point(index), onclick: () => choose(index) },
    el('span', { class: 'answer-shortcut', dir: 'auto' }, name), el('span', { class: 'answer-preview', dir: 'auto' }, title ?? ''));
  }

  function point(index) {
    list.children[active]?.setAttribute('aria-selected', 'false');
    active = index;
    const node = list.children[index];
    setAttribute(box, 'aria-activedescendant', node?.id);
    node?.setAttribute('aria-selected', 'true');
    node?.scrollIntoView({ block: 'nearest' });
  }

  function choose(index) {
    const end = box.selectionStart;
    const start = end - query().length;
    const { name } = found[index];
    close();
    box.focus();
    box.setRangeText(`${name} `, start, end, 'end');
    box.dispatchEvent(new Event('input', { bubbles: true }));
  }

  function typed(event) {
    if (query() === null) dismissed = false;
    if (isNote() && query() !== null && !dismissed && event.isTrusted) open();
    else close();
  }

  function pressed(event) {
    if (!isOpen || event.isComposing || event.keyCode === 229) return;
    const { length } = found;
    const acts = {
      ArrowDown: () => point((active + 1) % length),
      ArrowUp: () => point((active + length - 1) % length),
      Enter: () => choose(active),
    };
    if (event.key === 'Tab' || event.key === 'ArrowLeft' || event.key === 'ArrowRight') close();
    else if (event.key === 'Escape') dismiss(event);
    else if (length && acts[event.key] && !event.shiftKey && !event.altKey && !event.ctrlKey && !event.metaKey) take(event, acts[event.key]);
  }

  function take(event, act) {
    event.preventDefault();
    event.stopImmediatePropagation();
    act();
  }

  function dismiss(event) {
    take(event, close);
    dismissed = true;
  }

  box.addEventListener('input', typed);
  box.addEventListener('keydown', pressed);
  box.addEventListener('blur', close);
  // A click on the list must not take the focus from the box.
  popup.addEventListener('mousedown', (event) => event.preventDefault());
  store.on('selected', () => {
    if (shown === store.state.selected) return;
    shown = store.state.selected;
    people = null;
    close();
  });
}

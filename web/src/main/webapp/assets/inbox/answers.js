// Canned answers in the message box. A "/" at the beginning searches them, and the arrow keys and Enter choose. The button lists them all
// and inserts at the caret.
//
// The box keeps the role of a text box (HTML allows no other one) and names the active option by aria-activedescendant. A status line
// announces the number of options.

import { SignedOut } from './api.js';
import { search } from './answer-search.js';
import { byId, el, setAttribute, setText } from './dom.js';
import { fill } from './placeholders.js';
import { plural, t } from './texts.js';
import { number } from './time.js';

const SEARCH = /^\/([^\n]*)$/;

export function createAnswers(app) {
  const { store } = app;
  const box = byId('message');
  const popup = byId('answers-popup');
  const list = byId('answers');
  const opener = byId('answers-open');
  let answers = null;
  let failed = false;
  let found = [];
  let active = 0;
  /** What the chosen answer replaces: the whole text or the selection. Null while the list is closed. */
  let place = null;
  let dismissed = false;
  let shown = null;

  const query = () => SEARCH.exec(box.value)?.[1] ?? null;

  async function load() {
    try {
      answers = (await app.api.answers()).answers;
      failed = false;
    } catch (problem) {
      if (problem instanceof SignedOut) app.signedOut();
      failed = true;
    }
    if (place) render();
  }

  function open(where) {
    if (!place) load();
    place = where;
    active = 0;
    render();
  }

  function close() {
    if (!place) return;
    place = null;
    popup.hidden = true;
    setAttribute(opener, 'aria-expanded', 'false');
    for (const name of ['aria-activedescendant', 'aria-controls', 'aria-autocomplete', 'aria-haspopup']) box.removeAttribute(name);
    setText(byId('answers-said'), '');
  }

  function render() {
    const wanted = place.all ? query() : '';
    found = answers ? search(answers, wanted) : [];
    // A text with a space that matches nothing is an ordinary sentence that begins with a slash.
    if (answers && !found.length && /\s/.test(wanted)) return close();
    popup.hidden = false;
    list.hidden = found.length === 0;
    list.replaceChildren(...found.map(option));
    setText(byId('answers-note'), found.length ? '' : note());
    setText(byId('answers-said'), found.length ? plural('answers.found', found.length, number(found.length)) : note());
    setAttribute(opener, 'aria-expanded', 'true');
    setAttribute(box, 'aria-autocomplete', 'list');
    setAttribute(box, 'aria-haspopup', 'listbox');
    setAttribute(box, 'aria-controls', 'answers');
    point(Math.min(active, Math.max(found.length - 1, 0)));
  }

  function note() {
    if (answers) return t(answers.length ? 'answers.nothing' : 'answers.empty');
    return t(failed ? 'answers.failed' : 'answers.loading');
  }

  function option(answer, index) {
    const own = answer.shared ? null : el('span', { class: 'ui-tag' }, t('answers.own'));
    return el('li', { id: `answer-${index}`, class: 'answer', role: 'option', 'aria-selected': 'false',
      onmousemove: () => point(index), onclick: () => choose(index) },
    el('span', { class: 'answer-shortcut' }, `/${answer.shortcut}`, own), el('span', { class: 'answer-preview' }, preview(answer)));
  }

  const preview = (answer) => filled(answer).text.replace(/\s+/g, ' ');

  // Only the visitor's own statements are used, because the record may be about somebody else.
  function filled(answer) {
    return fill(answer.text, { visitor: store.selected()?.visitor?.own, agent: store.state.me });
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
    const { text, missing, gap } = filled(found[index]);
    const [start, end] = place.all ? [0, box.value.length] : [place.start, place.end];
    close();
    box.focus();
    box.setRangeText(text, start, end, 'end');
    if (gap !== null) box.setSelectionRange(start + gap, start + gap);
    box.dispatchEvent(new Event('input', { bubbles: true }));
    tellGap(missing);
  }

  function tellGap(missing) {
    setText(byId('answers-gap'), missing.length ? t('answers.gap', missing.map((name) => t(`answers.gap.${name}`)).join(', ')) : '');
  }

  function typed(event) {
    if (query() === null) dismissed = false;
    if (!box.value) tellGap([]);
    // A draft with a slash that a script has put into the box is not a search.
    if (query() !== null && !dismissed && event.isTrusted) open({ all: true });
    else close();
  }

  function pressed(event) {
    if (!place || event.isComposing || event.keyCode === 229) return;
    const { length } = found;
    const acts = {
      ArrowDown: () => point((active + 1) % length),
      ArrowUp: () => point((active + length - 1) % length),
      Enter: () => choose(active),
    };
    // Tab moves the focus to the next or previous element outside of the list.
    if (event.key === 'Tab') close();
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

  function toggle() {
    const wasOpen = place !== null;
    close();
    box.focus();
    if (wasOpen) return;
    dismissed = false;
    open(query() === null ? { start: box.selectionStart, end: box.selectionEnd } : { all: true });
  }

  box.addEventListener('input', typed);
  box.addEventListener('keydown', pressed);
  box.addEventListener('blur', close);
  // A click on the list must not take the focus from the box.
  for (const node of [popup, opener]) node.addEventListener('mousedown', (event) => event.preventDefault());
  opener.addEventListener('click', toggle);
  store.on('selected', () => {
    // This topic is also emitted for changes of the same conversation, which must not end a search.
    if (shown === store.state.selected) return;
    shown = store.state.selected;
    close();
    tellGap([]);
  });
}

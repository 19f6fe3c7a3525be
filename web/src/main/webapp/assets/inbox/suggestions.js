// A list of suggestions above the message box. The box keeps the role of a text box (HTML allows no other one) and names the active option
// by aria-activedescendant; a status line announces the number of options. The arrow keys and Enter choose, Escape closes.

import { SignedOut } from './api.js';
import { byId, el, setAttribute, setText } from './dom.js';

const ARIA = ['aria-activedescendant', 'aria-controls', 'aria-autocomplete', 'aria-haspopup'];

/**
 * `name` begins the ids of the list's elements. `query` says what is searched for by the text of the box, null where nothing is; `load`
 * brings what can be suggested, `find` picks from it. `note` says why there is nothing, `found` how many there are. `content` fills the
 * option of a suggestion, `choose` takes one. `closedBy` are keys that close the list and do what they always do. With `perConversation`
 * what was loaded serves one conversation; `left` is called when another one is shown.
 */
export function createSuggestions(app, {
  name, query, load, find, note, found: howMany, content, choose, closedBy = ['Tab'], opener = null, perConversation = false, left = () => {},
}) {
  const { store } = app;
  const box = byId('message');
  const popup = byId(`${name}-popup`);
  const list = byId(name);
  const said = byId(`${name}-said`);
  let all = null;
  let failed = false;
  let found = [];
  let active = 0;
  /** Says what is searched for. Null while the list is closed. */
  let wanted = null;
  let dismissed = false;
  let shown = null;

  async function reload() {
    const id = store.state.selected;
    try {
      const loaded = await load(id);
      if (perConversation && id !== store.state.selected) return;
      all = loaded;
      failed = false;
    } catch (problem) {
      if (problem instanceof SignedOut) app.signedOut();
      failed = true;
    }
    if (wanted) render();
  }

  function open(search = query) {
    if (!wanted) reload();
    wanted = search;
    active = 0;
    render();
  }

  function close() {
    if (!wanted) return;
    wanted = null;
    popup.hidden = true;
    if (opener) setAttribute(opener, 'aria-expanded', 'false');
    for (const attribute of ARIA) box.removeAttribute(attribute);
    setText(said, '');
  }

  function render() {
    const text = wanted() ?? '';
    found = all ? find(all, text) : [];
    // A text with a space that matches nothing is an ordinary sentence.
    if (all && !found.length && /\s/.test(text)) return close();
    const words = found.length ? '' : note(all, failed);
    popup.hidden = false;
    list.hidden = found.length === 0;
    list.replaceChildren(...found.map(option));
    setText(byId(`${name}-note`), words);
    setText(said, words || howMany(found.length));
    if (opener) setAttribute(opener, 'aria-expanded', 'true');
    setAttribute(box, 'aria-autocomplete', 'list');
    setAttribute(box, 'aria-haspopup', 'listbox');
    setAttribute(box, 'aria-controls', name);
    point(Math.min(active, Math.max(found.length - 1, 0)));
  }

  const option = (one, index) => el('li', { id: `${name}-${index}`, class: 'answer', role: 'option', 'aria-selected': 'false',
    onmousemove: () => point(index), onclick: () => take(index) }, ...content(one));

  function point(index) {
    list.children[active]?.setAttribute('aria-selected', 'false');
    active = index;
    const node = list.children[index];
    setAttribute(box, 'aria-activedescendant', node?.id);
    node?.setAttribute('aria-selected', 'true');
    node?.scrollIntoView({ block: 'nearest' });
  }

  function take(index) {
    const one = found[index];
    close();
    box.focus();
    choose(one);
    box.dispatchEvent(new Event('input', { bubbles: true }));
  }

  function typed(event) {
    if (query() === null) dismissed = false;
    // A draft that a script has put into the box is not a search.
    if (query() !== null && !dismissed && event.isTrusted) open();
    else close();
  }

  function pressed(event) {
    if (!wanted || event.isComposing || event.keyCode === 229) return;
    const { length } = found;
    const acts = {
      ArrowDown: () => point((active + 1) % length),
      ArrowUp: () => point((active + length - 1) % length),
      Enter: () => take(active),
    };
    if (closedBy.includes(event.key)) close();
    else if (event.key === 'Escape') act(event, dismiss);
    else if (length && acts[event.key] && !event.shiftKey && !event.altKey && !event.ctrlKey && !event.metaKey) act(event, acts[event.key]);
  }

  function act(event, what) {
    event.preventDefault();
    event.stopImmediatePropagation();
    what();
  }

  function dismiss() {
    close();
    dismissed = true;
  }

  box.addEventListener('input', typed);
  box.addEventListener('keydown', pressed);
  box.addEventListener('blur', close);
  // A click on the list must not take the focus from the box.
  for (const node of [popup, opener]) node?.addEventListener('mousedown', (event) => event.preventDefault());
  store.on('selected', () => {
    // This topic is also emitted for changes of the same conversation, which must not end a search.
    if (shown === store.state.selected) return;
    shown = store.state.selected;
    if (perConversation) all = null;
    close();
    left();
  });

  return {
    /** Opens the list, or closes it where it is open. */
    toggle(search) {
      const wasOpen = wanted !== null;
      close();
      box.focus();
      if (wasOpen) return;
      dismissed = false;
      open(search);
    },
  };
}

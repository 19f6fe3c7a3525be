// One-key habits, wherever nobody is typing.

import { byId, isTyping } from './dom.js';

export function createKeyboard(app) {
  const help = byId('help-dialog');
  const keys = {
    j: () => app.step(1),
    k: () => app.step(-1),
    '/': app.focusSearch,
    r: app.focusComposer,
    a: app.acceptFirst,
    e: app.askToEnd,
    '?': () => help.showModal(),
  };

  function pressed(event) {
    if (event.key === 'Escape') return escape();
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || isTyping(event.target)) return;
    if (document.querySelector('dialog[open]')) return;
    const act = keys[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    if (!act) return;
    event.preventDefault();
    act();
  }

  function escape() {
    if (document.querySelector('dialog[open]')) return;
    app.closeDrawer();
    if (isTyping(document.activeElement)) document.activeElement.blur();
  }

  document.addEventListener('keydown', pressed);
  byId('help-button').addEventListener('click', () => help.showModal());
}

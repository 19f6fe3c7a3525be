// Keyboard shortcuts of one key, active while no text is being typed. They can be switched off, for speech input and unintended keys.

import { createDialog, isDialogOpen } from './dialog.js';
import { byId, isTyping } from './dom.js';
import { storage } from './storage.js';

const OFF = 'agentinbox.keys.off';

export function createKeyboard(app) {
  const help = createDialog('help-dialog', 'help-close');
  const choice = byId('help-keys');
  const keys = {
    j: () => app.step(1),
    k: () => app.step(-1),
    '/': app.focusSearch,
    r: app.focusComposer,
    m: () => byId('log').focus(),
    n: app.writeNote,
    t: () => (app.isWatching() ? app.askToAssign() : app.askToTransfer()),
    o: app.takeOver,
    a: app.acceptFirst,
    d: app.declineFirst,
    e: app.askToEnd,
    v: () => byId('availability-switch_input').click(),
    '?': showHelp,
  };

  function showHelp() {
    choice.checked = !storage.get(OFF);
    help.show();
  }

  // A Korean layout reports another character for the same key, such as ㅓ for j, so the key's position is used.
  function nameOf({ key, code }) {
    if (/^[ -~]$/.test(key)) return key.toLowerCase();
    return /^Key[A-Z]$/.test(code) ? code.slice(3).toLowerCase() : key;
  }

  function pressed(event) {
    if (event.key === 'Escape') return escape(event);
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || isTyping(event.target)) return;
    if (isDialogOpen() || storage.get(OFF)) return;
    const act = keys[nameOf(event)];
    if (!act) return;
    event.preventDefault();
    act();
  }

  // Escape during composition only cancels the syllable.
  function escape(event) {
    if (event.isComposing || isDialogOpen()) return;
    app.closeDrawer();
    if (isTyping(document.activeElement)) document.activeElement.blur();
  }

  document.addEventListener('keydown', pressed);
  byId('help-close').addEventListener('click', () => help.close());
  choice.addEventListener('change', () => (choice.checked ? storage.remove(OFF) : storage.set(OFF, true)));
  for (const button of ['help-button', 'help-open']) byId(button).addEventListener('click', showHelp);
}

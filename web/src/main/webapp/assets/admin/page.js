// Behaviour of the administration pages that their components do not have.

// PrimeFaces moves the focus into a dialog a tenth of a second after it has opened, and back as long after it has closed. What is typed until
// then would go elsewhere, and who has gone on to another field meanwhile would lose it.
const FIELDS = 'input:not([type=hidden], [readonly], [disabled]), select:not([disabled]), textarea:not([readonly], [disabled])';

function focusAtOnce() {
  const [node] = this.jq;
  const field = [...node.querySelectorAll(FIELDS)].find(one => one.checkVisibility());
  (field || node.querySelector('.ui-dialog-titlebar-close'))?.focus();
}

// What opened the dialog gets the focus back, although the answer that closes it may have rendered it again.
function returnFocusAtOnce() {
  const opener = this.focusedElementBeforeDialogOpened;
  if (!opener || document.querySelector('.ui-dialog[aria-hidden="false"]')) return;
  (document.getElementById(opener.id) ?? opener).focus({ preventScroll: true });
}

// A click before the components have attached their listeners would post the whole form and fail, so the page, or the part of it that waits, is inert until then.
document.addEventListener('DOMContentLoaded', () => window.jQuery(() => {
  // PrimeFaces fades components in by script, which the media query in style sheets does not stop.
  window.jQuery.fx.off = matchMedia('(prefers-reduced-motion: reduce)').matches;
  Object.assign(window.PrimeFaces.widget.Dialog.prototype, { applyFocus: focusAtOnce, returnFocus: returnFocusAtOnce });
  for (const part of document.querySelectorAll('main, main > .waits')) part.inert = false;
  // The server's answer names the dialogs to close or open after an action, and what gets the focus.
  window.jQuery(document).on('pfAjaxComplete', (event, { pfArgs = {} }) => {
    if (pfArgs.closes) window.PF(pfArgs.closes).hide();
    if (pfArgs.opens) window.PF(pfArgs.opens).show();
    if (pfArgs.focuses) document.getElementById(pfArgs.focuses)?.focus();
  });
}));

// Buttons that close a dialog: <button data-closes="WIDGET OF THE DIALOG">.
document.addEventListener('click', ({ target }) => {
  const dialog = target.closest?.('[data-closes]')?.dataset.closes;
  if (dialog) window.PF(dialog).hide();
});

// Fields that filter a table after a pause in typing: <input data-filters="WIDGET OF THE TABLE">.
let pause = 0;
document.addEventListener('input', ({ target }) => {
  const table = target.dataset.filters;
  if (!table) return;
  clearTimeout(pause);
  pause = setTimeout(() => window.PF(table).filter(), 250);
});

// Buttons that copy the value of a field: <button data-copy="ID OF THE FIELD" data-copied="TEXT AFTER COPYING">.

async function copy(field) {
  field.select();
  // The clipboard API exists on secure pages only; a server in an internal network may use plain HTTP.
  if (navigator.clipboard) await navigator.clipboard.writeText(field.value);
  else document.execCommand('copy');
}

document.addEventListener('click', async ({ target }) => {
  const button = target.closest?.('[data-copy]');
  if (!button) return;
  await copy(document.getElementById(button.dataset.copy));
  button.textContent = button.dataset.copied;
});

// What the pages of the administration add to their components.

// A click before the components listen would post the form as it stands, and fail: the page takes clicks when all is ready.
document.addEventListener('DOMContentLoaded', () => window.jQuery(() => {
  // Components fade in by script, of which style sheets know nothing.
  window.jQuery.fx.off = matchMedia('(prefers-reduced-motion: reduce)').matches;
  document.querySelector('main').inert = false;
  // An act that was done says which dialogs that concerns.
  window.jQuery(document).on('pfAjaxComplete', (event, { pfArgs = {} }) => {
    if (pfArgs.closes) window.PF(pfArgs.closes).hide();
    if (pfArgs.opens) window.PF(pfArgs.opens).show();
  });
}));

// Buttons that close a dialog: <button data-closes="WIDGET OF THE DIALOG">.
document.addEventListener('click', ({ target }) => {
  const dialog = target.closest?.('[data-closes]')?.dataset.closes;
  if (dialog) window.PF(dialog).hide();
});

// Fields that filter a table, once a person pauses: <input data-filters="WIDGET OF THE TABLE">.
let pause = 0;
document.addEventListener('input', ({ target }) => {
  const table = target.dataset.filters;
  if (!table) return;
  clearTimeout(pause);
  pause = setTimeout(() => window.PF(table).filter(), 250);
});

// Buttons that copy what stands in a field: <button data-copy="ID OF THE FIELD" data-copied="WORDS FOR DONE">.

async function copy(field) {
  field.select();
  // The clipboard is there on secure pages only; a server in a company's own network may speak plain HTTP.
  if (navigator.clipboard) await navigator.clipboard.writeText(field.value);
  else document.execCommand('copy');
}

document.addEventListener('click', async ({ target }) => {
  const button = target.closest?.('[data-copy]');
  if (!button) return;
  await copy(document.getElementById(button.dataset.copy));
  button.textContent = button.dataset.copied;
});

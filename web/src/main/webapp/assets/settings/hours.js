// What the form for weekly hours needs beside its components: problems at their fields, where the keyboard goes on, and a warning before
// leaving what is not saved.

// Looked for each time: the form's answer replaces it.
const form = () => document.getElementById('hours');
const said = document.getElementById('said');

// --- What was written, as it was understood, and what is wrong with it

const known = new Map();

function mark(problem) {
  const field = document.getElementById(problem.dataset.of);
  const text = problem.textContent.trim();
  if (!field) return;
  field.toggleAttribute('aria-invalid', false);
  if (text) field.setAttribute('aria-invalid', 'true');
  // "9" becomes "09:00", but never what somebody has written since.
  const { written, meant } = problem.dataset;
  if (meant && field.value === written) field.value = meant;
  if (text && known.get(problem.dataset.of) !== text) said.textContent = text;
  known.set(problem.dataset.of, text);
}

// --- The zone of this browser

const here = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** Zones have several names: Asia/Calcutta is Asia/Kolkata. */
function isHere(zone) {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone === here;
  } catch {
    return zone === here;
  }
}

function offerZone() {
  const button = document.getElementById('hours:use-browsers');
  document.getElementById('hours:browsers').value = here;
  button.hidden = !here || isHere(button.dataset.chosen);
  button.querySelector('.ui-button-text').textContent = button.dataset.pattern.replace('{0}', here);
}

// --- Not saved

let saved = '';

function written() {
  return [...form().querySelectorAll('[data-hours], #hours\\:zone_input')].map((field) => `${field.id}=${field.value}`).join('\n');
}

function showUnsaved() {
  const unsaved = written() !== saved;
  document.getElementById('unsaved').hidden = !unsaved;
  document.getElementById('hours:discard').hidden = !unsaved;
}

addEventListener('beforeunload', (event) => {
  if (form() && written() !== saved) event.preventDefault();
});

// --- Where a menu opens: beside its button, and on the screen

/** Beside its button, and still on the page when that becomes narrower. */
function place(target) {
  const button = form().querySelector(`[popovertarget="${target.id}"]`).getBoundingClientRect();
  const menu = target.getBoundingClientRect();
  const below = button.bottom + 4;
  target.style.inset = 'auto';
  target.style.top = `${Math.max(8, below + menu.height > innerHeight ? button.top - menu.height - 4 : below)}px`;
  target.style.left = `${Math.max(8, Math.min(button.left, innerWidth - menu.width - 8))}px`;
}

function settle() {
  form().querySelectorAll('.problem').forEach(mark);
  offerZone();
  showUnsaved();
}

if (form()) {
  settle();
  saved = written();
  showUnsaved();
  document.addEventListener('input', showUnsaved);
  document.addEventListener('toggle', ({ target, newState }) => newState === 'open' && target.matches('.copy-menu') && place(target), true);
  window.addEventListener('resize', () => document.querySelectorAll('.copy-menu:popover-open').forEach(place));
  // The components' scripts come after this one.
  document.addEventListener('DOMContentLoaded', () => window.jQuery(document).on('pfAjaxComplete', (event, request, settings, args = {}) => {
    settle();
    if (args.said) said.textContent = args.said;
    if (args.saved) {
      saved = written();
      showUnsaved();
    }
    if (args.focus) document.getElementById(args.focus)?.focus();
  }));
}

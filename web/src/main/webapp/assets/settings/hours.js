// Behaviour of the forms for weekly hours (live chats, meetings) that their components do not have: error messages at their fields, the
// focus after an answer, menus, and, for live chats, a warning before leaving unsaved changes.

// Looked up each time, because each answer of the server replaces the form. Who takes no live chats has only the form for meetings.
const form = () => document.getElementById('hours');
const said = document.getElementById('said');

// --- Entered values as the server understood them, and their errors

const known = new Map();

function mark(problem) {
  const field = document.getElementById(problem.dataset.of);
  const text = problem.textContent.trim();
  if (!field) return;
  field.toggleAttribute('aria-invalid', false);
  if (text) field.setAttribute('aria-invalid', 'true');
  // "9" becomes "09:00", unless the field has been changed since.
  const { written, meant } = problem.dataset;
  if (meant && field.value === written) field.value = meant;
  if (text && known.get(problem.dataset.of) !== text) said.textContent = text;
  known.set(problem.dataset.of, text);
}

// --- The time zone of this browser

const here = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** Zones have several names, such as Asia/Calcutta and Asia/Kolkata. */
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

// --- Unsaved changes

let saved = '';

function written() {
  return [...form().querySelectorAll('[data-hours], #hours\\:zone_input')].map((field) => `${field.id}=${field.value}`).join('\n');
}

function showUnsaved() {
  const unsaved = written() !== saved;
  document.getElementById('unsaved').hidden = !unsaved;
  document.getElementById('hours:discard').hidden = !unsaved;
}

function rememberSaved() {
  saved = written();
  showUnsaved();
}

addEventListener('beforeunload', (event) => {
  if (form() && written() !== saved) event.preventDefault();
});

// --- The position of menus

/** Puts a menu below its button, or above it where there is no room, and keeps it inside a window that becomes narrower. */
function place(target) {
  const button = document.querySelector(`[popovertarget="${target.id}"]`).getBoundingClientRect();
  const menu = target.getBoundingClientRect();
  const below = button.bottom + 4;
  target.style.inset = 'auto';
  target.style.top = `${Math.max(8, below + menu.height > innerHeight ? button.top - menu.height - 4 : below)}px`;
  target.style.left = `${Math.max(8, Math.min(button.left, innerWidth - menu.width - 8))}px`;
}

function settle() {
  document.querySelectorAll('.problem[data-of]').forEach(mark);
  if (!form()) return;
  offerZone();
  showUnsaved();
}

function answered({ said: words, saved: stored, focus }) {
  settle();
  if (words) said.textContent = words;
  if (stored) rememberSaved();
  if (focus) document.getElementById(focus)?.focus();
}

if (document.querySelector('.day')) {
  settle();
  document.addEventListener('toggle', ({ target, newState }) => newState === 'open' && target.matches('.copy-menu') && place(target), true);
  window.addEventListener('resize', () => document.querySelectorAll('.copy-menu:popover-open').forEach(place));
  // jQuery and the components' scripts are loaded after this one.
  document.addEventListener('DOMContentLoaded', () => window.jQuery(document)
    .on('pfAjaxComplete', (event, request, settings, args = {}) => answered(args)));
}

if (form()) {
  rememberSaved();
  document.addEventListener('input', showUnsaved);
}

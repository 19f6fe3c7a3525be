// Replaces the account list by a file, and tells how far that is, also of an import that another window or a program began.

import { el } from '../inbox/dom.js';
import { has, loadTexts, plural, t } from '../inbox/texts.js';
import { number, useLocale } from '../inbox/time.js';

const { context, language } = document.querySelector('main[data-context]').dataset;
const MOST_BYTES = 32 * 1024 * 1024;
const PAUSE = 500;
const ADDRESS = `${context}/api/v1/accounts/import`;

const box = document.getElementById('import-progress');
const doing = document.getElementById('import-doing');
const bar = document.getElementById('import-bar');
const said = document.getElementById('import-said');
const problems = document.getElementById('import-problems');

let importing = false;

function say(text) {
  said.replaceChildren(el('p', { class: 'notice' }, text));
}

function tell(lines, wrong = lines.length) {
  const more = wrong > lines.length ? [el('p', {}, t('accounts.import.more', number(wrong), number(lines.length)))] : [];
  problems.replaceChildren(el('p', {}, t('answers.import.wrong')), ...more, el('ul', {}, ...lines.map((line) => el('li', {}, line))));
  problems.hidden = false;
}

function reason({ line, reason: name }) {
  const what = t(has(`accounts.import.${name}`) ? `accounts.import.${name}` : `answers.import.${name}`);
  return line ? t('answers.import.line', number(line), what) : what;
}

/** A share from 0 to 1 shows in the bar; without one the bar only shows that something goes on. */
function show(key, share) {
  doing.textContent = t(key);
  if (share === undefined) bar.removeAttribute('value');
  else bar.value = Math.round(share * 100);
  box.hidden = false;
}

function showState({ state, linesDone, linesTotal }) {
  show(`accounts.import.${state}`, linesTotal ? linesDone / linesTotal : undefined);
}

async function progress() {
  const answer = await fetch(ADDRESS);
  if (answer.status === 401) location.reload();
  return answer.ok ? answer.json() : { running: false };
}

/** Shows how far the import is until it has ended, or until something else is to be shown. */
async function follow(goesOn) {
  let last = { running: false };
  do {
    last = await progress();
    if (last.running && goesOn()) showState(last);
    await new Promise((later) => setTimeout(later, PAUSE));
  } while (goesOn() && (importing || last.running));
  return last;
}

/** Resolves to the answer; a script cannot learn from fetch how much of a body has been sent. */
function send(file) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    let sent = false;
    request.open('POST', ADDRESS);
    request.setRequestHeader('Content-Type', 'text/csv');
    request.responseType = 'json';
    request.upload.addEventListener('progress', ({ loaded, total }) => show('accounts.import.SENDING', total ? loaded / total : undefined));
    request.upload.addEventListener('load', () => {
      sent = true;
      show('accounts.import.READING');
      follow(() => sent).catch(() => {});
    });
    request.addEventListener('loadend', () => { sent = false; });
    request.addEventListener('load', () => resolve({ status: request.status, body: request.response ?? {} }));
    request.addEventListener('error', reject);
    request.send(file);
  });
}

async function replace(file) {
  if (file.size > MOST_BYTES) return tell([t('accounts.import.TOO_BIG')]);
  show('accounts.import.SENDING', 0);
  const { status, body } = await send(file);
  if (status === 401) return location.reload();
  if (body.errors) return tell(body.errors.map(reason), body.wrong);
  if (status === 409) return tell([t('accounts.import.IMPORT_RUNNING')]);
  if (status !== 200) return tell([t('answers.import.failed')]);
  say(['added', 'changed', 'unchanged', 'removed', ...(body.withoutChats ? ['withoutChats'] : [])]
    .map((what) => plural(what in { removed: 1, withoutChats: 1 } ? `accounts.import.${what}` : `answers.import.${what}`, body[what], number(body[what])))
    .join(' '));
  window.listImported();
}

document.addEventListener('change', async ({ target: file }) => {
  const [chosen] = file.id === 'import-file' ? file.files : [];
  if (!chosen || importing) return;
  importing = true;
  said.replaceChildren();
  problems.hidden = true;
  try {
    await replace(chosen);
  } catch {
    tell([t('answers.import.failed')]);
  }
  importing = false;
  box.hidden = true;
  // Without this, choosing the same file again after correcting it would cause no event.
  file.value = '';
});

useLocale(language);
await loadTexts(language);
if ((await progress()).running) {
  await follow(() => !importing);
  if (!importing) {
    box.hidden = true;
    window.listImported();
  }
}

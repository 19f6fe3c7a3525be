// Imports canned answers, topics or holidays from a file: all lines, or none and a list of the wrong ones.

import { el } from '../inbox/dom.js';
import { has, loadTexts, plural, t } from '../inbox/texts.js';
import { number, useLocale } from '../inbox/time.js';

const { context, language, list = 'answers', kind = 'text/csv' } = document.querySelector('main[data-context]').dataset;
// Looked up each time, because saving an answer renders this part of the page again.
const said = () => document.getElementById('import-said');
const problems = () => document.getElementById('import-problems');

function say(text) {
  said().replaceChildren(el('p', { class: 'notice' }, text));
}

function tell(lines) {
  problems().replaceChildren(el('p', {}, t('answers.import.wrong')), el('ul', {}, ...lines.map((line) => el('li', {}, line))));
  problems().hidden = false;
}

function words({ line, reason }) {
  const what = t(has(`${list}.import.${reason}`) ? `${list}.import.${reason}` : `answers.import.${reason}`);
  return line ? t('answers.import.line', number(line), what) : what;
}

async function send(chosen) {
  if (chosen.size > 1024 * 1024) return tell([t('answers.import.TOO_BIG')]);
  const team = document.getElementById('import-team')?.value;
  const address = `${context}/api/v1/${list}/import${team ? `?team=${team}` : ''}`;
  const answer = await fetch(address, { method: 'POST', headers: { 'Content-Type': kind }, body: chosen });
  if (answer.status === 401) return location.reload();
  const report = await answer.json();
  if (report.errors) return tell(report.errors.map(words));
  if (!answer.ok) return tell([t('answers.import.failed')]);
  say([plural('answers.import.added', report.added, number(report.added)), plural('answers.import.changed', report.changed, number(report.changed)),
    plural('answers.import.unchanged', report.unchanged, number(report.unchanged))].join(' '));
  window.listImported();
}

document.addEventListener('change', async ({ target: file }) => {
  const [chosen] = file.id === 'import-file' ? file.files : [];
  if (!chosen) return;
  said().replaceChildren();
  problems().hidden = true;
  try {
    await send(chosen);
  } catch {
    tell([t('answers.import.failed')]);
  }
  // Without this, choosing the same file again after correcting it would cause no event.
  file.value = '';
});

useLocale(language);
await loadTexts(language);

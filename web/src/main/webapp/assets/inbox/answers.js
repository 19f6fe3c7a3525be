// Canned answers in the message box. A "/" at the beginning searches them; the button lists them all and inserts at the caret.

import { search } from './answer-search.js';
import { byId, el, setText } from './dom.js';
import { fill } from './placeholders.js';
import { createSuggestions } from './suggestions.js';
import { plural, t } from './texts.js';
import { number } from './time.js';

const SEARCH = /^\/([^\n]*)$/;

export function createAnswers(app) {
  const { store } = app;
  const box = byId('message');
  const opener = byId('answers-open');
  const query = () => SEARCH.exec(box.value)?.[1] ?? null;
  const list = createSuggestions(app, {
    name: 'answers', query, load: async () => (await app.api.answers()).answers, find: search, note, found: (count) => plural('answers.found', count, number(count)),
    content, choose, opener, left: () => tellGap([]),
  });

  function note(answers, failed) {
    if (answers) return t(answers.length ? 'answers.nothing' : 'answers.empty');
    return t(failed ? 'answers.failed' : 'answers.loading');
  }

  function content(answer) {
    const own = answer.shared ? null : el('span', { class: 'ui-tag' }, t('answers.own'));
    return [el('span', { class: 'answer-shortcut' }, `/${answer.shortcut}`, own), el('span', { class: 'answer-preview' }, filled(answer).text.replace(/\s+/g, ' '))];
  }

  // Only the visitor's own statements are used, because the record may be about somebody else.
  function filled(answer) {
    return fill(answer.text, { visitor: store.selected()?.visitor?.own, agent: store.state.me });
  }

  // A search is replaced as a whole; otherwise the answer goes to the caret.
  function choose(answer) {
    const { text, missing, gap } = filled(answer);
    const [start, end] = query() === null ? [box.selectionStart, box.selectionEnd] : [0, box.value.length];
    box.setRangeText(text, start, end, 'end');
    if (gap !== null) box.setSelectionRange(start + gap, start + gap);
    tellGap(missing);
  }

  function tellGap(missing) {
    setText(byId('answers-gap'), missing.length ? t('answers.gap', missing.map((name) => t(`answers.gap.${name}`)).join(', ')) : '');
  }

  box.addEventListener('input', () => box.value || tellGap([]));
  opener.addEventListener('click', () => list.toggle(query() === null ? () => '' : query));
}

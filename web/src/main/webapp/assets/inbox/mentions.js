// Mentions in private notes: an "@" while a note is typed searches the colleagues who may read the conversation. The server decides by the
// text of the note who is mentioned.

import { byId, el } from './dom.js';
import { createSuggestions } from './suggestions.js';
import { plural, t } from './texts.js';
import { number } from './time.js';

const SEARCH = /(?:^|[^\p{L}\p{N}])@([^\n@]{0,60})$/u;
const MOST = 50;

export function createMentions(app) {
  const form = byId('composer');
  const box = byId('message');

  /** What is typed after the "@" before the caret. */
  function query() {
    const isNote = form.classList.contains('is-note') && box.selectionStart === box.selectionEnd;
    return isNote ? SEARCH.exec(box.value.slice(0, box.selectionStart))?.[1] ?? null : null;
  }

  function find(people, wanted) {
    const begin = wanted.toLocaleLowerCase();
    return people.filter(({ name }) => name.toLocaleLowerCase().includes(begin)).slice(0, MOST);
  }

  function choose({ name }) {
    const end = box.selectionStart;
    box.setRangeText(`${name} `, end - (query() ?? '').length, end, 'end');
  }

  createSuggestions(app, {
    name: 'mentions', query, find, choose, perConversation: true,
    load: async (id) => (await app.api.mentionCandidates(id)).people,
    note: (people, failed) => t(people ? 'mention.nobody' : failed ? 'mention.failed' : 'mention.loading'),
    found: (count) => plural('mention.found', count, number(count)),
    content: ({ name, title }) => [el('span', { class: 'answer-shortcut', dir: 'auto' }, name), el('span', { class: 'answer-preview', dir: 'auto' }, title ?? '')],
    // The caret leaves the name.
    closedBy: ['Tab', 'ArrowLeft', 'ArrowRight'],
  });
}

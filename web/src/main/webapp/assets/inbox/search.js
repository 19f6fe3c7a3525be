// The search above the conversation list. During a search the list shows its results, and afterwards it returns to where it was.

import { SignedOut } from './api.js';
import { byId, setText } from './dom.js';
import { pattern } from './marks.js';
import { morph } from './morph.js';
import { newScope } from './store.js';
import { plural, t } from './texts.js';
import { number } from './time.js';

const PAUSE = 200;

export function createSearch(app) {
  const { store } = app;
  const { state } = store;
  const box = byId('search');
  const text = byId('search-text');
  const agent = byId('search-agent');
  const topic = byId('search-topic');
  const outcome = byId('search-outcome');
  const tag = byId('search-tag');
  const from = byId('search-from');
  const to = byId('search-to');
  const filters = byId('search-filters');
  const choices = byId('search-choices');
  const scroll = byId('list-scroll');
  let left = null;
  let waiting = 0;

  // Days begin at midnight in the reader's zone and may have 23 or 25 hours.
  function midnight(value, daysLater) {
    if (!value) return null;
    const [year, month, day] = value.split('-').map(Number);
    return new Date(year, month - 1, day + daysLater).toISOString();
  }

  const isFiltered = () => Boolean(agent.value || topic.value.trim() || outcome.value || tag.value || from.value || to.value);
  const isActive = () => text.value.trim() !== '' || isFiltered();
  const criteria = () => ({ q: text.value.trim(), agent: agent.value, topic: topic.value.trim(), outcome: outcome.value, tag: tag.value,
    from: midnight(from.value, 0), to: midnight(to.value, 1) });

  function start() {
    clearTimeout(waiting);
    if (!isActive()) return leave();
    const asked = criteria();
    if (JSON.stringify(asked) === JSON.stringify(state.scopes.SEARCH?.criteria)) return;
    if (!left) left = { scope: state.scope, top: scroll.scrollTop };
    // The earlier results stay until the answer arrives, so that nothing jumps during typing.
    const { ids = new Set(), excerpts = new Map() } = state.scopes.SEARCH ?? {};
    state.scopes.SEARCH = { ...newScope(), ids, excerpts, criteria: asked, marks: pattern(asked.q) };
    state.scope = 'SEARCH';
    scroll.scrollTop = 0;
    app.loadList('SEARCH');
  }

  function leave() {
    clearTimeout(waiting);
    if (!left) return;
    const { scope, top } = left;
    left = null;
    state.scope = scope;
    delete state.scopes.SEARCH;
    store.emit('list');
    // Runs after the views have rendered the list.
    queueMicrotask(() => { scroll.scrollTop = top; });
  }

  function clear() {
    text.value = agent.value = topic.value = outcome.value = tag.value = from.value = to.value = '';
    leave();
    text.focus();
  }

  function render() {
    const page = state.scope === 'SEARCH' ? state.scopes.SEARCH : null;
    byId('list').classList.toggle('hits', Boolean(page?.marks));
    byId('scope').hidden = Boolean(page);
    byId('search-result').hidden = !page;
    byId('search-filter').classList.toggle('is-on', isFiltered());
    if (page) setText(byId('search-count'), count(page));
  }

  function count(page) {
    if (!page.loaded) return page.failed ? '' : t('search.searching');
    const found = store.listed().length;
    return page.next ? t('search.count.more', number(found)) : plural('search.count', found, number(found));
  }

  /** Returns what to suggest where nothing was found. */
  function advice() {
    if (from.value && to.value && from.value > to.value) return t('search.dates');
    const kind = !isFiltered() ? 'words' : text.value.trim() ? 'both' : 'filters';
    return `${t('search.none')} ${t(`search.none.${kind}`)}`;
  }

  async function toggleFilters() {
    filters.hidden = !filters.hidden;
    byId('search-filter').setAttribute('aria-expanded', String(!filters.hidden));
    if (filters.hidden) return;
    agent.focus();
    await loadChoices();
  }

  // What is chosen stays chosen while the server renders the choices again.
  async function loadChoices() {
    try {
      morph(choices, (await app.parts(['search-choices'])).get('search-choices'));
      for (const select of [outcome, tag]) select.closest('label').hidden = select.length === 1;
    } catch (problem) {
      // The next time that the filters are opened they are asked for again.
      if (problem instanceof SignedOut) app.signedOut();
    }
  }

  function escaped(event) {
    if (event.key !== 'Escape' || event.isComposing || (!isActive() && filters.hidden)) return;
    event.preventDefault();
    event.stopPropagation();
    if (!filters.hidden) toggleFilters();
    clear();
  }

  text.addEventListener('input', () => {
    clearTimeout(waiting);
    waiting = setTimeout(start, PAUSE);
  });
  text.addEventListener('keydown', (event) => event.key === 'Enter' && !event.isComposing && start());
  for (const field of [agent, topic, outcome, tag, from, to]) field.addEventListener('change', start);
  byId('search-filter').addEventListener('click', toggleFilters);
  byId('search-clear').addEventListener('click', clear);
  box.addEventListener('keydown', escaped);
  // After going back, browsers restore the fields without an event.
  text.value = agent.value = topic.value = outcome.value = tag.value = from.value = to.value = '';
  store.on('list', render);

  return {
    focusSearch() {
      text.focus();
      text.select();
    },
    searchAdvice: advice,
    searchTopic(name) {
      app.closeDrawer();
      app.root.dataset.pane = 'list';
      topic.value = name;
      if (filters.hidden) {
        filters.hidden = false;
        byId('search-filter').setAttribute('aria-expanded', 'true');
        loadChoices();
      }
      start();
    },
  };
}

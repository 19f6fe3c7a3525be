// Keeps the page of what goes on up to date: the server tells what changes, durations go on by themselves.

import { createApi, SignedOut } from '../inbox/api.js';
import { createSignedInSocket } from '../inbox/socket.js';
import { storage } from '../inbox/storage.js';
import { loadTexts, t } from '../inbox/texts.js';
import { at, now, number, setServerNow, upcoming, useLocale } from '../inbox/time.js';
import { drawDay } from './now-day.js';
import { createRows, passed, put } from './now-rows.js';

const KEY = 'agentinbox-now-filter';
const root = document.getElementById('now');
const { context, language, zone } = root.dataset;
const find = (id) => document.getElementById(id);
const team = find('now-team');
const state = find('now-state');
const clock = new Intl.DateTimeFormat(language, { timeZone: zone, timeStyle: 'medium' });
let today = null;
let filling = false;
let drawing = false;

function since(node, instant) {
  node.dataset.since = instant ?? '';
  put(node, instant ? passed(now() - at(instant)) : '-');
}

function element(name, className, ...children) {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(...children);
  return made;
}

function tableRow(first, count) {
  const head = element('th', '', first);
  head.scope = 'row';
  const row = element('tr', '', head);
  for (let i = 1; i < count; i++) row.append(element('td'));
  return row;
}

const inTeam = (agentId) => !team.value || Boolean(agents.get(agentId)?.teams.includes(team.value));

function why({ source, until, available }) {
  const words = t(`now.source.${source}`);
  if (!until) return source === 'SCHEDULE' && !available ? t('now.noHours') : words;
  return t('now.until', words, upcoming(until));
}

const agents = createRows({
  body: find('now-agents'), more: find('now-agents-more'), none: find('now-agents-none'), portion: 200,
  matches: (one) => inTeam(one.id) && (!state.value || one.state === state.value),
  compare: (a, b) => a.name.localeCompare(b.name, language) || (a.id < b.id ? -1 : 1),
  make() {
    const row = tableRow(element('bdi'), 4);
    row.cells[1].append(element('span'), element('small'));
    row.cells[2].className = row.cells[3].className = 'number';
    return row;
  },
  fill(row, one) {
    put(row.querySelector('bdi'), one.name);
    const words = row.querySelector('span');
    words.className = `now-state now-${one.state.toLowerCase()}`;
    put(words, t(`now.state.${one.state}`));
    put(row.querySelector('small'), why(one));
    since(row.cells[2], one.since);
    put(row.cells[3], t('now.load.of', number(one.chats), number(one.most)));
  },
});

const chats = createRows({
  body: find('now-chats'), more: find('now-chats-more'), none: find('now-chats-none'),
  matches: (one) => inTeam(one.agent),
  compare: (a, b) => (a.unanswered ? at(a.unanswered) : Infinity) - (b.unanswered ? at(b.unanswered) : Infinity)
    || at(a.since) - at(b.since) || (a.id < b.id ? -1 : 1),
  make() {
    const row = tableRow(element('a', '', element('bdi')), 5);
    row.cells[1].append(element('bdi'));
    row.cells[3].className = 'number';
    row.cells[4].className = 'number now-wait';
    return row;
  },
  fill(row, one) {
    const link = row.querySelector('a');
    link.href = `${context}/?c=${encodeURIComponent(one.id)}`;
    put(link.firstElementChild, one.visitor ?? '-');
    put(row.cells[1].querySelector('bdi'), one.agentName);
    put(row.cells[2], one.entry ?? '-');
    since(row.cells[3], one.since);
    since(row.cells[4], one.unanswered);
  },
});

const waiting = createRows({
  body: find('now-waiting'), none: find('now-waiting-none'), portion: 200,
  matches: (one) => !team.value || one.team === team.value || (one.offeredTo && inTeam(one.offeredTo)),
  compare: (a, b) => at(a.since) - at(b.since) || (a.id < b.id ? -1 : 1),
  make: () => element('li', '', element('span', 'now-place'), element('bdi'), element('small'), element('span', 'number')),
  fill(row, one) {
    const [place, visitor, entry, wait] = row.children;
    put(place, one.offeredToName ? t('now.offeredTo', one.offeredToName) : one.place ? number(one.place) : '-');
    put(visitor, one.visitor ?? '-');
    put(entry, one.entry ?? '-');
    since(wait, one.since);
  },
});

const figure = (name) => root.querySelector(`[data-figure="${name}"]`);
const earliest = (list) => list.reduce((least, one) => (!least || (one && at(one) < at(least)) ? one : least), null);

function drawToday() {
  for (const name of ['requested', 'connected', 'missed']) put(figure(name), number(today[name]));
  put(figure('queued'), t('now.queued.of', number(today.queued), number(today.left)));
  for (const name of ['accept', 'response']) put(figure(name), today[name] === null ? '-' : passed(today[name]));
  drawDay(root, today.hours);
}

function draw() {
  drawing = false;
  const seen = { agents: agents.render(), waiting: waiting.render(), chats: chats.render() };
  for (const [name, list] of Object.entries(seen)) put(root.querySelector(`[data-count="${name}"]`), number(list.length));
  put(figure('available'), t('now.load.of', number(seen.agents.filter((one) => one.state === 'AVAILABLE').length),
    number(seen.agents.length)));
  put(figure('waiting'), number(seen.waiting.length));
  put(figure('chats'), number(seen.chats.length));
  since(figure('longest'), earliest(seen.waiting.map((one) => one.since)));
  since(figure('unanswered'), earliest(seen.chats.map((one) => one.unanswered)));
  if (today) drawToday();
}

function drawSoon() {
  if (drawing || filling) return;
  drawing = true;
  requestAnimationFrame(draw);
}

function received(frame) {
  if (frame.type === 'welcome') setServerNow(frame.now);
  // Who leads no team any more gets the server's refusal as a page.
  if (frame.type === 'error' && frame.code === 'NOT_ALLOWED') location.reload();
  if (frame.type !== 'now') return;
  if (frame.fresh) [agents, waiting, chats].forEach((list) => list.clear());
  filling = Boolean(frame.more);
  agents.put(frame.agents);
  waiting.put(frame.waiting);
  chats.put(frame.chats);
  agents.drop(frame.agentsGone);
  waiting.drop(frame.waitingGone);
  chats.drop(frame.chatsGone);
  today = frame.today ?? today;
  drawSoon();
}

// While the connection lasts, what is not told has not changed, so the page is as of this second.
function tick() {
  const instant = now();
  if (root.dataset.live === 'open') put(find('now-made'), t('now.made', clock.format(instant), zone));
  for (const node of root.querySelectorAll('[data-since]:not([data-since=""])')) put(node, passed(instant - at(node.dataset.since)));
}

async function stillSignedIn() {
  try {
    await createApi(context).me();
    return true;
  } catch (problem) {
    if (problem instanceof SignedOut) return false;
    throw problem;
  }
}

function filterIsKept() {
  const kept = storage.get(KEY) ?? {};
  for (const [select, value] of [[team, kept.team], [state, kept.state]]) {
    if ([...select.options].some((option) => option.value === value)) select.value = value;
    select.addEventListener('change', () => {
      storage.set(KEY, { team: team.value, state: state.value });
      drawSoon();
    });
  }
  root.querySelector('.now-filter').hidden = false;
}

useLocale(language);
setServerNow(root.dataset.at);
await loadTexts(language);
filterIsKept();
find('now-all')?.remove();
setInterval(tick, 1000);
createSignedInSocket({
  url: `${location.protocol.replace('http', 'ws')}//${location.host}${context}/ws/now`,
  stillSignedIn,
  onFrame: received,
  onStatus: ({ state: connection }) => {
    root.dataset.live = connection;
    if (connection === 'signedOut') location.reload();
  },
  onTooBig: () => {},
}).connect();

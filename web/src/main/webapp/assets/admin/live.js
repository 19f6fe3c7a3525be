// Keeps the state of agents in the table of agents up to date.

import { createApi, SignedOut } from '../inbox/api.js';
import { createSignedInSocket } from '../inbox/socket.js';
import { loadTexts, plural, t } from '../inbox/texts.js';
import { number, setServerNow, upcoming, useLocale } from '../inbox/time.js';

const root = document.querySelector('main[data-context]');
const { context, language } = root.dataset;
const SOURCES = { SCHEDULE: 'schedule', OVERRIDE: 'override', AUTO_AWAY: 'autoAway' };
const statuses = new Map();
let connected = false;

function words({ available, source, until, next }) {
  const parts = ['live', available ? 'yes' : 'no', SOURCES[source]];
  if (until) parts.push(available && next ? 'thenSchedule' : 'until');
  return t(parts.join('.'), until && upcoming(until));
}

function state({ available, reachable }) {
  if (!available) return 'no';
  return reachable ? 'yes' : 'away';
}

function line(className, text) {
  const span = document.createElement('span');
  span.className = className;
  span.textContent = text;
  return span;
}

function lines(status) {
  if (!status?.takesChats) return [line('live-none', connected ? '-' : '')];
  const meta = [plural('live.chats', status.chats, number(status.chats))];
  if (!status.reachable) meta.unshift(t('live.unreachable'));
  return [line(`live-state live-${state(status)}`, words(status)), line('hint', meta.join(' · '))];
}

function fill(cell) {
  const key = `${connected} ${JSON.stringify(statuses.get(cell.dataset.live) ?? null)}`;
  if (cell.dataset.shown === key) return;
  cell.dataset.shown = key;
  cell.replaceChildren(...lines(statuses.get(cell.dataset.live)));
}

function fillAll() {
  root.querySelectorAll('[data-live]').forEach(fill);
}

function received(frame) {
  if (frame.type === 'welcome') {
    setServerNow(frame.now);
    statuses.clear();
    connected = true;
  }
  if (frame.type === 'agents') frame.agents.forEach((agent) => statuses.set(agent.id, agent));
  fillAll();
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

useLocale(language);
await loadTexts(language);
createSignedInSocket({
  url: `${location.protocol.replace('http', 'ws')}//${location.host}${context}/ws/admin`,
  stillSignedIn,
  onFrame: received,
  onStatus: ({ state: now }) => {
    root.dataset.live = now;
    if (now === 'signedOut') location.reload();
  },
  onTooBig: () => {},
}).connect();
// Each action and each filter renders the table again.
new MutationObserver(fillAll).observe(root, { childList: true, subtree: true });

// The agent's part of all pages but the inbox: it keeps the agent reachable, shows offers, the switch and the bell, and leads to chats.

import { createApi, SignedOut } from './api.js';
import { createAvailability } from './availability.js';
import { createBadge } from './badge.js';
import { createBlocked } from './blocked.js';
import { createConnectionNotice } from './connection-notice.js';
import { createDevice } from './device.js';
import { byId, isTyping } from './dom.js';
import { createFrames } from './frames.js';
import { createMissed } from './missed.js';
import { createNotifications } from './notifications.js';
import { createOffers } from './offers.js';
import { createParts } from './parts.js';
import { createPreference } from './preference.js';
import { createSignedInSocket } from './socket.js';
import { createSound } from './sound.js';
import { createStore, nameOf } from './store.js';
import { loadTexts, t } from './texts.js';
import { rememberZone, useLocale } from './time.js';
import { createTitle } from './title.js';
import { leadTo, toast } from './toasts.js';
import { isUnsaved } from './unsaved.js';

const MOST_TEXT = 120;

const root = byId('agent-bar');
const { context, language } = root.dataset;
const store = createStore();
const { state } = store;
const title = document.title;
const nothing = () => {};

/** The inbox's features that other pages do without, for the frames that concern them. */
const absent = {
  outbox: { has: () => false, settle: nothing, refused: nothing },
  sync: { catchUp: nothing, answered: nothing, refused: nothing },
  privateNotes: { acknowledged: nothing, pushed: nothing },
  transferHeard: nothing,
  transferFailed: () => false,
  supervisionAnswered: nothing,
  supervisionFailed: () => false,
  watchEnded: nothing,
  chatEnded: nothing,
  endFailed: nothing,
  wrapUpHeard: nothing,
  wrapUpFailed: () => false,
  arrived: nothing,
  recount(conversation) {
    if ((conversation.agentReadSeq ?? 0) >= conversation.lastSeq) conversation.unread = 0;
  },
};

const app = {
  ...absent, root, store, toast,
  api: createApi(context),
  parts: createParts(context),
  ends: new Map(),
  accepted: new Set(),
  afterWelcome: new Set(),
  send: (frame) => socket.send(frame),
  signedOut: () => status({ state: 'signedOut' }),
  signInAddress: () => `${context}/signin?return=${encodeURIComponent(location.pathname + location.search)}`,
  select: accepted,
};

const addressOf = (id) => `${context}/?c=${encodeURIComponent(id)}`;
const visitorOf = (id) => nameOf(state.conversations.get(id)?.visitor, t('visitor.unnamed'));

/** Opens an address of the inbox. What is typed here and not saved yet stays: then it opens in another tab. */
function open(address) {
  if (isUnsaved()) window.open(address);
  else location.assign(address);
}

/** Opens a chat, where that takes nothing away; else a link leads there, because a browser may block a window that nobody clicked for. */
function accepted(id) {
  if (isUnsaved()) leadTo(id, t('bar.accepted', visitorOf(id)), addressOf(id), t('bar.open'));
  else location.assign(addressOf(id));
}

function visitorWrote(conversation, message) {
  notifications.message(conversation, message);
  const text = [...message.text].slice(0, MOST_TEXT).join('');
  leadTo(conversation.id, t('bar.message', visitorOf(conversation.id), text), addressOf(conversation.id), t('bar.open'));
}

function status(next) {
  if (state.status.state === 'signedOut') return;
  state.status = next;
  app.sound.connected(next.state === 'open');
  store.emit('status');
  if (next.state === 'signedOut') socket.stop();
}

async function stillSignedIn() {
  try {
    await app.api.me();
    return true;
  } catch (problem) {
    if (problem instanceof SignedOut) return false;
    throw problem;
  }
}

// The keys of the inbox for offers and for the switch work here too, where no text is being typed.
function pressed(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || isTyping(event.target)) return;
  if (event.code === 'KeyA') offers.acceptFirst();
  else if (event.code === 'KeyD') offers.declineFirst();
}

const socket = createSignedInSocket({
  url: `${location.protocol.replace('http', 'ws')}//${location.host}${context}/ws/agent`,
  stillSignedIn,
  onFrame: (frame) => handle(frame),
  onStatus: status,
  onTooBig: nothing,
});

app.sound = createSound({ changed: () => store.emit('sound') });
const preference = createPreference(context, app.sound.use);
const device = createDevice({ context, language, changed: () => store.emit('device') });
const handle = createFrames(app);
const offers = createOffers(app);
app.focusOffer = offers.focusOffer;
createAvailability(app);
app.mentioned = createMissed(app, (id) => open(`${context}/?transcript=${encodeURIComponent(id)}`)).mentioned;
createConnectionNotice(app);
createTitle(app, () => title);
createBadge(app);
createBlocked(app);
const notifications = createNotifications(app, device, language);
app.visitorWrote = visitorWrote;
document.addEventListener('keydown', pressed);

useLocale(language);
rememberZone(context);
await loadTexts(language);
handle(JSON.parse(byId('agent-seed').textContent));
socket.connect();
preference.load().then(app.sound.use, nothing);
if (device.isOn()) device.subscribe().catch(nothing);

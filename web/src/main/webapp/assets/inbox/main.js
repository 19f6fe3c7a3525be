// Starts the inbox: texts first, then the signed-in agent, then the connection.

import { createActivity } from './activity.js';
import { createAnswers } from './answers.js';
import { createApi, SignedOut } from './api.js';
import { createAsk } from './ask.js';
import { createAssign } from './assign.js';
import { createAvailability } from './availability.js';
import { createBadge } from './badge.js';
import { createBlocked } from './blocked.js';
import { createCalendars } from './calendars.js';
import { createComposer } from './composer.js';
import { createConnectionNotice } from './connection-notice.js';
import { createConversation } from './conversation.js';
import { createConversations } from './conversations.js';
import { createDetails } from './details.js';
import { createDevice } from './device.js';
import { byId } from './dom.js';
import { createDrafts } from './drafts.js';
import { createEnding } from './ending.js';
import { createFrames } from './frames.js';
import { createIdle } from './idle.js';
import { createKeyboard } from './keyboard.js';
import { createMentions } from './mentions.js';
import { createMessages } from './messages.js';
import { createMissed } from './missed.js';
import { createNotifications } from './notifications.js';
import { createOffers } from './offers.js';
import { createAgentOutbox } from './outbox.js';
import { createPanels } from './panels.js';
import { createParts } from './parts.js';
import { createPlaces } from './places.js';
import { createPreference } from './preference.js';
import { createPrivateNotes } from './private-notes.js';
import { createReading } from './reading.js';
import { createSearch } from './search.js';
import { createSignedInSocket } from './socket.js';
import { createSound } from './sound.js';
import { createStore } from './store.js';
import { createSummary } from './summary.js';
import { createSupervision } from './supervision.js';
import { createConversationSync } from './sync.js';
import { loadTexts } from './texts.js';
import { rememberZone, useLocale } from './time.js';
import { createTitle } from './title.js';
import { toast } from './toasts.js';
import { createTranscript } from './transcript.js';
import { createTransfer } from './transfer.js';
import { createVisitor } from './visitor.js';
import { createWrapUp } from './wrap-up.js';

const LEAVE_AFTER = 4_000;

const root = byId('inbox');
const context = root.dataset.context;
const language = root.dataset.language || 'en';
const store = createStore();
const { state } = store;
const seed = JSON.parse(byId('inbox-seed').textContent);

/** The parts that features share; each feature adds what others need of it. */
const app = {
  root, store, toast,
  api: createApi(context, seed.answers),
  parts: createParts(context),
  ends: new Map(),
  accepted: new Set(),
  afterWelcome: new Set(),
  outbox: null,
  drafts: null,
  places: null,
  noteDrafts: null,
  send: (frame) => socket.send(frame),
  arrived,
  watchersOf: (id) => (state.watchers.get(id) ?? []).filter((one) => one.id !== state.me?.id).map((one) => one.name),
  signedOut: () => status({ state: 'signedOut' }),
  signInAddress: () => `${context}/signin?return=${encodeURIComponent(location.pathname + location.search)}`,
};

/** Removes messages from the outbox that came from the server. */
function arrived(conversationId, messages) {
  for (const { clientId } of messages) if (clientId) app.outbox.settle(clientId);
}

/** The browser's storage is separate for each agent, so nothing can be typed before the agent is known. */
function identify(agent) {
  if (app.outbox) return;
  app.drafts = createDrafts(agent.id, (id, text) => app.draftChanged(id, text));
  app.noteDrafts = createDrafts(agent.id, (id, text) => app.noteDraftChanged(id, text), 'note-draft');
  app.places = createPlaces(agent.id);
  app.outbox = createAgentOutbox({ agentId: agent.id, send: app.send, changed: () => store.emit('log', 'list') });
  state.unsent = (id) => app.outbox.of(id).length > 0;
}

/** Also used for the frames from which the server has rendered the page: what stands beside the conversation is there then. */
function told(frame) {
  if (frame.type === 'welcome') identify(frame.agent);
  handle(frame);
}

function received(frame) {
  told(frame);
  activity.heard(frame);
  summary.heard(frame);
}

function status(next) {
  if (state.status.state === 'signedOut') return;
  state.status = next;
  app.sound.connected(next.state === 'open');
  store.emit('status');
  if (next.state === 'open') opened();
  else if (next.state === 'signedOut') leave();
  else closed();
}

function opened() {
  app.outbox.goOnline();
  app.resumeEnds();
  if (state.selected) app.afterWelcome.add(state.selected);
  app.afterWelcome.forEach(app.sync.catchUp);
  app.afterWelcome.clear();
  app.refresh();
  app.look();
}

function closed() {
  app.outbox?.goOffline();
  app.sync.reset();
  app.forgetReads();
}

function leave() {
  socket.stop();
  setTimeout(() => location.assign(app.signInAddress()), LEAVE_AFTER);
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

// The forms in the header return to the conversation that is open.
function returnHere() {
  document.addEventListener('submit', ({ target }) => {
    const field = target.querySelector('input[name=return]');
    if (field) field.value = location.pathname + location.search;
  });
}

// A page restored from the back-forward cache may show an agent who has signed out since.
window.addEventListener('pageshow', (event) => event.persisted && location.reload());

const socket = createSignedInSocket({
  url: `${location.protocol.replace('http', 'ws')}//${location.host}${context}/ws/agent`,
  stillSignedIn,
  onFrame: received,
  onStatus: status,
  onTooBig: () => app.outbox?.tooBig(),
});

app.sound = createSound({ changed: () => store.emit('sound') });
const preference = createPreference(context, app.sound.use);
const device = createDevice({ context, language, changed: () => store.emit('device') });
app.received = received;
app.sync = createConversationSync(app);
app.privateNotes = createPrivateNotes(app);
const handle = createFrames(app);
const reading = createReading(app);
Object.assign(app, { look: reading.look, recount: reading.recount, forgetReads: reading.reset });
const supervision = createSupervision(app);
Object.assign(app, {
  isWatching: supervision.isWatching, takeOver: supervision.take, supervisionAnswered: supervision.answered,
  supervisionFailed: supervision.failed, watchEnded: supervision.ended,
});
Object.assign(app, createConversation(app));
const details = createDetails(app);
Object.assign(app, createVisitor(app, details));
const messages = createMessages(app);
Object.assign(app, messages);
// Created before the composer, because Enter and Escape belong to the lists of answers and people while they are open.
createAnswers(app);
createMentions(app);
const composer = createComposer(app);
Object.assign(app, { edit: composer.edit, focusComposer: composer.focus, draftChanged: composer.draftChanged, noteDraftChanged: composer.noteDraftChanged, writeNote: composer.writeNote });
createCalendars(app);
Object.assign(app, createConversations(app));
Object.assign(app, createSearch(app));
const ending = createEnding(app);
Object.assign(app, { askToEnd: ending.ask, endFailed: ending.failed, resumeEnds: ending.resume });
const transfer = createTransfer(app);
Object.assign(app, { askToTransfer: transfer.ask, transferHeard: transfer.heard, transferFailed: transfer.failed });
Object.assign(app, createWrapUp(app));
const assign = createAssign(app);
Object.assign(app, { askToAssign: assign.ask, assigned: assign.answered, assignFailed: assign.failed });
Object.assign(app, createOffers(app));
const showTranscript = createTranscript(app).show;
const activity = createActivity(app, details, showTranscript);
const summary = createSummary(app, details);
createAvailability(app);
app.mentioned = createMissed(app, showTranscript).mentioned;
createPanels(context);
createIdle(app);
createConnectionNotice(app);
createTitle(app);
createBadge(app);
createBlocked(app);
createAsk(app, device);
app.visitorWrote = createNotifications(app, device, language).message;
createKeyboard(app);
returnHere();

async function start() {
  useLocale(language);
  rememberZone(context);
  for (let wait = 500; ; wait = Math.min(wait * 2, 8000)) {
    try {
      await loadTexts(language);
      break;
    } catch {
      await new Promise((done) => setTimeout(done, wait));
    }
  }
  const parameters = new URLSearchParams(location.search);
  const asked = parameters.get('c');
  store.emit('status', 'selected', 'list');
  if (asked) app.select(asked);
  // Asked for by the bell of another page.
  if (parameters.get('transcript')) showTranscript(parameters.get('transcript'));
  seed.frames.forEach(told);
  if (parameters.get('note')) app.showNote(Number(parameters.get('note')));
  app.refresh();
  socket.connect();
  preference.load().then(app.sound.use, () => {});
  if (device.isOn()) device.subscribe().catch(() => {});
}

start();

// The preview of an entry that is being edited: the widget's own panel, with an entry that the editor sends, and without a server.

import { freshConversation } from '../conversation.js';
import { createEntryHolder } from '../entry.js';
import { createEvents } from '../events.js';
import { createPanel } from '../panel.js';
import { t } from '../texts.js';

const ID = 'preview';
const EDITOR = window.parent;
const nothing = () => {};
const events = createEvents();
const draft = { get: () => '', set: nothing, on: nothing, append: nothing };
const chat = {
  on: events.on, conv: null, visitor: { name: null, email: null }, presence: { online: true, own: true, waiting: 0 }, formProblem: null,
  online: true, wanted: false, barred: false, retryAt: 0, ending: false, unplaced: [], unread: 0,
  publish: nothing, panel: nothing, identify: nothing, request: nothing, write: nothing, leave: nothing, end: nothing, discard: nothing,
  startOver: nothing, older: nothing, typing: nothing, read: nothing,
};

/** What the panel shows of a chat, by what the editor wants to see; without a chat it shows the form. */
const CHATS = {
  waiting: () => freshConversation(ID, 'WAITING', { loaded: true, queue: { position: 1 } }),
  fallback: entry => freshConversation(ID, 'ENDED', {
    loaded: true, reason: 'MISSED', fallback: entry.texts.fallback, formatted: entry.formatted.fallback, takesMessage: entry.takesMessages,
  }),
  meetingFallback: entry => freshConversation(ID, 'ENDED', {
    loaded: true, reason: 'MISSED', fallback: entry.texts.meetingFallback, formatted: entry.formatted.meetingFallback,
    takesMessage: entry.takesMessages,
  }),
  afterEnd: () => freshConversation(ID, 'ENDED', { loaded: true, reason: 'AGENT', agent: { id: ID, name: t('log.agent') } }),
};

let panel = null;
let holder = null;
let dark = null;

/** The theme of the editor's choice, in place of that of the browser. */
function dress(theme) {
  document.documentElement.dataset.theme = theme;
  dark ??= [...document.querySelector('agent-inbox-widget').shadowRoot.adoptedStyleSheets[0].cssRules]
    .filter(rule => rule.media?.mediaText.includes('prefers-color-scheme'));
  dark.forEach(rule => { rule.media.mediaText = theme === 'dark' ? 'all' : 'not all'; });
}

function show({ entry, screen, theme }) {
  if (panel) {
    holder.take(entry);
  } else {
    holder = createEntryHolder(entry);
    panel = createPanel(chat, draft, holder);
  }
  dress(theme);
  chat.conv = CHATS[screen]?.(entry) ?? null;
  if (screen === 'launcher') {
    panel.close();
    panel.greeting.hide();
    entry.greeting && panel.greeting.show();
  } else {
    panel.appear();
  }
  events.emit('change');
}

window.addEventListener('message', ({ source, origin, data }) => {
  if (source === EDITOR && origin === location.origin) {
    show(data);
  }
});
EDITOR.postMessage('ready', location.origin);

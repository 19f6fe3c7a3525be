// The API for the page: window.AgentInbox. Nothing else can be reached from outside.

import { createChat } from './chat.js';
import { createDraft } from './draft.js';
import { createEntry } from './entry.js';
import { createEvents } from './events.js';
import { createPanel } from './panel.js';

function start() {
  const pageEvents = createEvents();
  const draft = createDraft();
  const IDENTITY = ['name', 'jobTitle', 'email', 'phone', 'company', 'signed'];
  let ready = false;
  let panel = null;
  const chat = createChat((name, detail) => pageEvents.emit(name, Object.freeze(detail)), draft);

  const whenReady = action => ready ? action() : pageEvents.on('ready', action);

  window.AgentInbox = Object.freeze({
    open: () => { whenReady(() => panel.open()); },
    close: () => { whenReady(() => panel.close()); },

    /** @param identity an object with name, jobTitle, email, phone, company; or a signed token */
    identify(identity) {
      const given = typeof identity === 'string' ? { signed: identity } : identity || {};
      const fields = Object.fromEntries(Object.entries(given)
        .filter(([key, value]) => IDENTITY.includes(key) && typeof value === 'string'));
      if (Object.keys(fields).length) {
        chat.identify(fields);
      }
    },

    /** @returns a function that removes the listener */
    on(name, listener) {
      if (typeof listener !== 'function') {
        throw new TypeError('AgentInbox.on(event, listener): the listener must be a function');
      }
      const stop = pageEvents.on(name, listener);
      // A page cannot know whether its script runs before or after the widget's, so a late listener is called at once.
      if (name === 'ready' && ready) {
        queueMicrotask(() => listener({}));
      }
      return stop;
    },
  });

  const build = () => {
    panel = createPanel(chat, draft, createEntry());
    ready = true;
    pageEvents.emit('ready', {});
  };
  if (document.body) {
    // After the load event of the script tag, so that a page can add its listeners in that event.
    setTimeout(build);
  } else {
    document.addEventListener('DOMContentLoaded', build, { once: true });
  }
}

// A page may have the tag twice, for example through a tag manager, but must have only one chat.
if (!window.AgentInbox) {
  start();
}

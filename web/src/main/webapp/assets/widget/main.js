// What the page may use: window.AgentInbox. Nothing else is reachable from outside.

import { createChat } from './chat.js';
import { createDraft } from './draft.js';
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

    /** @returns a function that ends the listening */
    on(name, listener) {
      if (typeof listener !== 'function') {
        throw new TypeError('AgentInbox.on(event, listener): the listener must be a function');
      }
      const stop = pageEvents.on(name, listener);
      // A page cannot know whether its script ran before or after ours.
      if (name === 'ready' && ready) {
        queueMicrotask(() => listener({}));
      }
      return stop;
    },
  });

  const build = () => {
    panel = createPanel(chat, draft);
    ready = true;
    pageEvents.emit('ready', {});
  };
  if (document.body) {
    // Later than the load event of the script tag, so that a page may attach its listeners there.
    setTimeout(build);
  } else {
    document.addEventListener('DOMContentLoaded', build, { once: true });
  }
}

// The tag may be on a page twice, by a tag manager for example; one visitor has one chat.
if (!window.AgentInbox) {
  start();
}

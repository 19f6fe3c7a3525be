// The entry by which visitors come in: its form, its texts and its colour. Until it is known, and where it cannot be loaded, chats begin
// as by an entry that nobody has changed.

import { createEvents } from './events.js';
import { limits } from './message-text.js';
import { OPTIONS, SERVER } from './server.js';
import { tabStore } from './stores.js';
import { LANGUAGE } from './texts.js';

const KEY = OPTIONS.entry || 'default';
const PLAIN = {
  form: [{ kind: 'NAME', required: true }, { kind: 'EMAIL', required: true }, { kind: 'MESSAGE' }],
  texts: {},
};

/** @param first the entry that is shown until another one is taken */
export function createEntryHolder(first) {
  const events = createEvents();
  let entry = first;

  function take(next) {
    entry = next;
    limits.message = entry.messageMaxLength ?? limits.message;
  }

  take(first);
  return {
    on: events.on,
    /** It has changed on the server. */
    reload() {},
    take(next) {
      const changed = JSON.stringify(next) !== JSON.stringify(entry);
      take(next);
      changed && events.emit('change');
    },
    get form() { return entry.form; },
    get consent() { return entry.consent; },
    get privacyLink() { return entry.privacyLink; },
    get accent() { return entry.accent; },
    get left() { return entry.left; },
    /** When it opens by itself: afterSeconds and pages; undefined for never. */
    get greeting() { return entry.greeting; },
    /** The entry's own text, or undefined. */
    text: name => entry.texts[name],
    /** The same in its parts, or undefined. */
    tree: name => entry.formatted?.[name],
  };
}

/** The entry of the page's tag. */
export function createEntry() {
  const kept = tabStore.get('entry');
  const holder = createEntryHolder(kept?.key === KEY && kept.language === LANGUAGE ? kept : PLAIN);

  /** @param cache `reload`: also where the browser has one that is fresh enough otherwise */
  async function load(cache = 'default') {
    try {
      const answer = await fetch(new URL(`api/v1/entries/${encodeURIComponent(KEY)}?language=${LANGUAGE}`, SERVER), { credentials: 'omit', cache });
      if (answer.ok) {
        const loaded = { ...await answer.json(), key: KEY, language: LANGUAGE };
        tabStore.set('entry', loaded);
        holder.take(loaded);
      }
    } catch { /* The page goes on with what it has. */ }
  }

  holder.reload = () => load('reload');
  load();
  return holder;
}

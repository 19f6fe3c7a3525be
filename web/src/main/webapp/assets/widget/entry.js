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

export function createEntry() {
  const events = createEvents();
  const kept = tabStore.get('entry');
  let entry = kept?.key === KEY && kept.language === LANGUAGE ? kept : PLAIN;

  const apply = () => { limits.message = entry.messageMaxLength ?? limits.message; };

  /** @param cache `reload`: also where the browser has one that is fresh enough otherwise */
  async function load(cache = 'default') {
    try {
      const answer = await fetch(new URL(`api/v1/entries/${encodeURIComponent(KEY)}?language=${LANGUAGE}`, SERVER), { credentials: 'omit', cache });
      const loaded = answer.ok && await answer.json();
      if (loaded) {
        const changed = JSON.stringify({ ...loaded, key: KEY, language: LANGUAGE }) !== JSON.stringify(entry);
        entry = { ...loaded, key: KEY, language: LANGUAGE };
        apply();
        tabStore.set('entry', entry);
        changed && events.emit('change');
      }
    } catch { /* The page goes on with what it has. */ }
  }

  apply();
  load();
  return {
    on: events.on,
    /** It has changed on the server. */
    reload: () => load('reload'),
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

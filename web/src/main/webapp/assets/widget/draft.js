// The unsent text. Each tab has its own, and a new tab starts with the one typed last in any tab, so it survives a reload or a closed
// window.

import { createEvents } from './events.js';
import { isBlank } from './message-text.js';
import { store, tabStore } from './stores.js';

export function createDraft() {
  const events = createEvents();
  return {
    on: events.on,
    get: () => tabStore.get('draft') ?? store.get('draft') ?? '',
    set(text) {
      tabStore.set('draft', text);
      if (text) {
        store.set('draft', text);
      } else {
        store.remove('draft');
      }
    },
    clear() {
      this.set('');
      events.emit('replaced');
    },
    append(texts) {
      const parts = [this.get(), ...texts].filter(text => !isBlank(text));
      if (texts.length) {
        this.set(parts.join('\n'));
        events.emit('replaced');
      }
    },
  };
}

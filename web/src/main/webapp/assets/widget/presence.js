// Says before the visitor types whether somebody can take a chat of this entry, in days and times of the visitor's zone.

import { el } from './elements.js';
import { t, times, tn } from './texts.js';

/** @param presence from the server: online, and whether by one whom the entry names; else backAt if it is known, and how many wait */
function presenceWords({ online, own, backAt, waiting }) {
  if (online) {
    return t(own === false ? 'presence.others' : 'presence.online');
  }
  if (!backAt) {
    return waiting ? tn('presence.waiting', waiting) : t('presence.away');
  }
  const days = -times.daysAgo(backAt);
  const time = times.clock(backAt);
  if (days === 0 || days === 1) {
    return t(days ? 'presence.tomorrow' : 'presence.today', time);
  }
  // From a week on, the name of the weekday would be ambiguous.
  return t('presence.day', (days > 1 && days < 7 ? times.weekday : times.date)(backAt), time);
}

/** The text with a dot before it, which is filled while agents are available and a ring otherwise. */
export function createPresence() {
  const words = el('span');
  const dot = el('span', { class: 'dot', 'aria-hidden': 'true' });
  const node = el('span', { class: 'presence' }, dot, words);
  const heard = el('span', { class: 'hidden', role: 'status', 'aria-live': 'polite' });
  return {
    node,
    /** The live region for screen readers. Each change is announced once; the same state after a reconnection is not. */
    heard,
    show(presence) {
      const text = presenceWords(presence);
      dot.classList.toggle('away', !presence.online);
      for (const place of [words, heard]) {
        if (place.textContent !== text) {
          place.textContent = text;
        }
      }
    },
    forget() { heard.textContent = ''; },
  };
}

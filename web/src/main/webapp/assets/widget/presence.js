// Whether somebody is there, told before the visitor types: in words of the visitor's own day and clock.

import { el } from './elements.js';
import { t, times } from './texts.js';

/** @param presence what the server says: online, and when not, backAt where that is known */
function presenceWords({ online, backAt }) {
  if (online || !backAt) {
    return t(online ? 'presence.online' : 'presence.away');
  }
  const days = -times.daysAgo(backAt);
  const time = times.clock(backAt);
  if (days === 0 || days === 1) {
    return t(days ? 'presence.tomorrow' : 'presence.today', time);
  }
  // A week from now the weekday's name would mean today's.
  return t('presence.day', (days > 1 && days < 7 ? times.weekday : times.date)(backAt), time);
}

/** The words with a dot before them: full where somebody is there, a ring where not. */
export function createPresence() {
  const words = el('span');
  const dot = el('span', { class: 'dot', 'aria-hidden': 'true' });
  const node = el('span', { class: 'presence' }, dot, words);
  const heard = el('span', { class: 'hidden', role: 'status', 'aria-live': 'polite' });
  return {
    node,
    /** For the ear: a change is told once, and coming back after a cut is none. */
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

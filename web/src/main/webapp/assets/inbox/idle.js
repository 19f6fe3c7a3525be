// The notice that the open chat will end because nobody writes. Screen readers announce it once, without the countdown.

import { byId, setText } from './dom.js';
import { plural } from './texts.js';
import { at, number } from './time.js';

const TICK = 250;

/** Converts the server's times to this machine's clock. */
export const heard = ({ lastSeq, endsAt, now }) => ({ lastSeq, until: Date.now() + at(endsAt) - at(now) });

/** A further message cancels the notice, even if it arrives before the notice does. */
export const isIdle = (conversation) => conversation?.state === 'ACTIVE' && conversation.idle?.lastSeq >= conversation.lastSeq;

export function createIdle({ store }) {
  const place = byId('idle');
  const said = byId('idle-said');
  let told = null;
  let timer = 0;

  function render() {
    const conversation = store.selected();
    const idle = isIdle(conversation) ? conversation.idle : null;
    clearTimeout(timer);
    place.hidden = !idle;
    if (idle) {
      const words = wordsFor(idle);
      setText(place, words);
      if (told !== idle) setText(said, words);
      timer = setTimeout(render, TICK);
    } else {
      setText(said, '');
    }
    told = idle;
  }

  function wordsFor({ until }) {
    const seconds = Math.max(0, Math.ceil((until - Date.now()) / 1000));
    return plural('chat.idle', seconds, number(seconds));
  }

  store.on('selected list log', render);
}

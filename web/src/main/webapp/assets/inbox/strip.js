// The strip under the header: the connection is lost, or somebody has to sign in again. Never a dialog in the way of typing.

import { byId, el, setText } from './dom.js';
import { t } from './texts.js';

const PATIENCE = 1_200;

export function createStrip(app) {
  const { store } = app;
  const strip = byId('strip');
  let lostSince = Date.now();
  let timer = 0;

  function render() {
    const { status } = store.state;
    clearTimeout(timer);
    if (status.state === 'open') {
      lostSince = 0;
      strip.hidden = true;
      return;
    }
    lostSince ||= Date.now();
    if (status.state === 'signedOut') return showSignedOut();
    // A blink of the network is not worth a word.
    const quiet = PATIENCE - (Date.now() - lostSince);
    strip.hidden = quiet > 0;
    if (quiet <= 0) setText(strip, words(status));
    timer = setTimeout(render, quiet > 0 ? quiet : 250);
  }

  function words(status) {
    const seconds = Math.ceil((status.at - Date.now()) / 1000);
    return status.state === 'waiting' && seconds > 0 ? t('connection.lost', seconds) : t('connection.trying');
  }

  function showSignedOut() {
    strip.hidden = false;
    strip.classList.add('signed-out');
    strip.replaceChildren(t('connection.signedOut'), ' ', el('a', { href: app.signInAddress() }, t('connection.signIn')));
  }

  store.on('status', render);
}

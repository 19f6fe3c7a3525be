// The notice of a lost connection or an ended sign-in, under the header. It is no dialog, so that typing can go on.

import { byId, el, setText } from './dom.js';
import { t } from './texts.js';

const PATIENCE = 1_200;

export function createConnectionNotice(app) {
  const { store } = app;
  const notice = byId('connection-notice');
  let lostSince = Date.now();
  let timer = 0;

  function render() {
    const { status } = store.state;
    clearTimeout(timer);
    if (status.state === 'open') {
      lostSince = 0;
      notice.hidden = true;
      return;
    }
    lostSince ||= Date.now();
    if (status.state === 'signedOut') return showSignedOut();
    // A short interruption is not reported.
    const quiet = PATIENCE - (Date.now() - lostSince);
    notice.hidden = quiet > 0;
    if (quiet <= 0) setText(notice, words(status));
    timer = setTimeout(render, quiet > 0 ? quiet : 250);
  }

  function words(status) {
    const seconds = Math.ceil((status.at - Date.now()) / 1000);
    return status.state === 'waiting' && seconds > 0 ? t('connection.lost', seconds) : t('connection.trying');
  }

  function showSignedOut() {
    notice.hidden = false;
    notice.classList.add('signed-out');
    notice.replaceChildren(t('connection.signedOut'), ' ', el('a', { href: app.signInAddress() }, t('connection.signIn')));
  }

  store.on('status', render);
}

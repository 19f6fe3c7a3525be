// The browser's notifications while none of our pages is in front, and the pages that they open. The service worker decides which
// are shown, because a push may report the same events.

import { isAway } from './front.js';
import { nameOf } from './store.js';
import { t } from './texts.js';

const SETTLE = 300;
const MOST_TEXT = 300;

export function createNotifications(app, device, language) {
  const { store } = app;
  const { state } = store;
  const told = new Map();
  let wanted = new URLSearchParams(location.search).get('offer');
  let timer = 0;

  const cut = (text) => (text && [...text].length > MOST_TEXT ? `${[...text].slice(0, MOST_TEXT).join('')}…` : text);

  async function raise(data) {
    if (!device.isOn() || !await isAway()) return;
    const registration = await device.registration();
    registration.active?.postMessage({ type: 'raise', data: { ...data, locale: language } });
  }

  function offers() {
    for (const offer of state.offers.values()) {
      const { offerId, conversationId, visitor } = offer;
      const from = offer.kind === 'TRANSFER' ? offer.from : null;
      const firstLine = offer.note ?? offer.firstLine;
      if (told.get(offerId) === Boolean(firstLine) || offer.asked) continue;
      told.set(offerId, Boolean(firstLine));
      raise({ type: 'offer', offerId, conversationId, name: nameOf(visitor, null), company: visitor?.company, from: from?.name, text: cut(firstLine) });
    }
    for (const id of told.keys()) if (!state.offers.has(id)) told.delete(id);
    sweepSoon();
  }

  /** Called when a message of a visitor arrives. */
  async function message(conversation, { seq, text }) {
    if (!conversation || !await isAway()) return;
    raise({ type: 'message', conversationId: conversation.id, seq, name: nameOf(conversation.visitor, null), text: cut(text) });
    app.sound.once(0.5);
  }

  function sweepSoon() {
    if (!timer) timer = setTimeout(sweep, SETTLE);
  }

  /** Closes the notifications of offers that were answered and messages that were read, here or elsewhere. */
  async function sweep() {
    timer = 0;
    if (!device.isOn() || state.status.state !== 'open') return;
    const registration = await device.registration();
    for (const notification of await registration.getNotifications()) if (isOver(notification.data ?? {})) notification.close();
  }

  function isOver({ type, offerId, conversationId, seq }) {
    if (type === 'offer') return !state.offers.has(offerId);
    const conversation = state.conversations.get(conversationId);
    return type === 'message' && Boolean(conversation) && (conversation.state === 'ENDED' || conversation.lost || (conversation.agentReadSeq ?? 0) >= seq);
  }

  function open({ offerId, conversationId }) {
    const conversation = state.conversations.get(conversationId);
    if (offerId && !conversation) showOffer(offerId);
    else if (conversationId) app.select(conversationId, { focus: true });
  }

  function showOffer(offerId) {
    if (!app.focusOffer(offerId)) app.toast(t('offer.gone'));
  }

  // Where a click on a notification opened a new window, or led to the sign-in page first, its offer comes with the welcome.
  function welcomed() {
    if (!wanted || state.status.state !== 'open') return;
    const offerId = wanted;
    wanted = null;
    const url = new URL(location.href);
    url.searchParams.delete('offer');
    history.replaceState(null, '', url);
    showOffer(offerId);
  }

  store.on('offers', offers);
  store.on('list', sweepSoon);
  store.on('offers status', welcomed);
  window.addEventListener('focus', sweepSoon);
  if ('serviceWorker' in navigator) {
    navigator.serviceWorker.addEventListener('message', ({ data }) => data.type === 'open' && open(data));
    navigator.serviceWorker.startMessages();
  }
  return { message };
}

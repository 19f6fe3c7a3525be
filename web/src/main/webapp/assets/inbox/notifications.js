// Notifications of the browser while the window is hidden or another has the focus, and where a click on one leads. What is shown and
// whether, is decided by the service worker, since a push tells of the same things.

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

  const isAway = () => document.visibilityState === 'hidden' || !document.hasFocus();
  const cut = (text) => (text && [...text].length > MOST_TEXT ? `${[...text].slice(0, MOST_TEXT).join('')}…` : text);

  async function raise(data) {
    if (!isAway() || !device.isOn()) return;
    const registration = await device.registration();
    registration.active?.postMessage({ type: 'raise', data: { ...data, locale: language } });
  }

  function offers() {
    for (const offer of state.offers.values()) {
      const { offerId, conversationId, visitor, from } = offer;
      const firstLine = offer.note ?? offer.firstLine;
      if (told.get(offerId) === Boolean(firstLine) || offer.asked) continue;
      told.set(offerId, Boolean(firstLine));
      raise({ type: 'offer', offerId, conversationId, name: nameOf(visitor, null), company: visitor?.company, from: from?.name, text: cut(firstLine) });
    }
    for (const id of told.keys()) if (!state.offers.has(id)) told.delete(id);
    sweepSoon();
  }

  /** A visitor's message has just come. */
  function message(conversation, { seq, text }) {
    if (!conversation || !isAway()) return;
    raise({ type: 'message', conversationId: conversation.id, seq, name: nameOf(conversation.visitor, null), text: cut(text) });
    app.sound.once(0.5);
  }

  function sweepSoon() {
    if (!timer) timer = setTimeout(sweep, SETTLE);
  }

  /** What was answered or read, here or elsewhere, needs no notification any more. */
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

  // A click that had to open a window, or sign in first, is about an offer that comes with the welcome.
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

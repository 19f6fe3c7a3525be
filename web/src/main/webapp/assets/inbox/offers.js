// The banner of an offered chat, with the countdown until the offer expires.

import { arrange, byId, fromTemplate, partsOf, setAttribute, setText } from './dom.js';
import { nameOf } from './store.js';
import { t } from './texts.js';
import { at, number, now } from './time.js';

const LINGER = 5_000;
const ANSWER = 6_000;

export function createOffers(app) {
  const { store } = app;
  // The server has rendered the banners of offers that existed when the page was loaded.
  const banners = new Map([...byId('offers').children].map((node) => [node.dataset.id, answerable(node, node.dataset.id)]));
  let clock = 0;

  const open = () => [...store.state.offers.values()].sort((a, b) => at(a.expiresAt) - at(b.expiresAt));
  const secondsLeft = (offer) => Math.max(0, Math.ceil((at(offer.expiresAt) - now()) / 1000));

  function render() {
    const offers = open();
    for (const id of banners.keys()) if (!store.state.offers.has(id)) banners.delete(id);
    arrange(byId('offers'), offers.map(banner));
    app.sound.ring(offers.some((offer) => !offer.asked && secondsLeft(offer) > 0));
    if (offers.length > 0 && !clock) clock = setInterval(tick, 1000);
    if (offers.length === 0) {
      clearInterval(clock);
      clock = 0;
    }
  }

  function tick() {
    for (const offer of open()) {
      if (now() - at(offer.expiresAt) > LINGER) store.state.offers.delete(offer.offerId);
    }
    render();
  }

  function banner(offer) {
    let parts = banners.get(offer.offerId);
    if (!parts) banners.set(offer.offerId, parts = answerable(fromTemplate('offer-row'), offer.offerId));
    update(parts, offer);
    return parts.node;
  }

  function answerable(node, offerId) {
    const parts = partsOf(node);
    parts.decline.addEventListener('click', () => answer(offerId, 'decline'));
    parts.accept.addEventListener('click', () => answer(offerId, 'accept'));
    return parts;
  }

  function update(parts, offer) {
    const { visitor = {}, firstLine, note } = offer;
    const left = secondsLeft(offer);
    const who = [nameOf(visitor, t('visitor.unnamed')), visitor?.company].filter(Boolean).join(', ');
    setText(parts.who, offer.from ? t(offer.kind === 'LOST' ? 'offer.lost' : 'offer.transfer', offer.from.name, who) : t('offer.title', who));
    setText(parts.line, note ? t('offer.note', note) : firstLine ? `“${firstLine}”` : t('offer.quiet'));
    parts.line.classList.toggle('quiet', !firstLine && !note);
    // The banner cuts off a long note, so the whole note is in the tooltip.
    setAttribute(parts.line, 'title', note ?? null);
    setText(parts.left, left > 0 ? t('offer.seconds', number(left)) : t('offer.over'));
    parts.left.classList.toggle('soon', left <= 15);
    const closed = offer.asked || left === 0 || store.state.status.state !== 'open';
    parts.accept.disabled = closed;
    parts.decline.disabled = closed;
  }

  function answer(offerId, act) {
    const offer = store.state.offers.get(offerId);
    if (!offer || !app.send({ type: `offer.${act}`, offerId })) return;
    offer.asked = true;
    setTimeout(() => giveBack(offerId), ANSWER);
    if (act === 'accept') app.accepted.add(offer.conversationId);
    render();
  }

  store.on('offers status', render);

  // Without an answer the buttons are enabled again. Pressing them twice does no harm.
  function giveBack(offerId) {
    const offer = store.state.offers.get(offerId);
    if (!offer) return;
    offer.asked = false;
    store.emit('offers');
  }

  function answerFirst(act) {
    const offer = open().find((one) => !one.asked && secondsLeft(one) > 0);
    if (offer) answer(offer.offerId, act);
  }

  /** Moves the focus to the button of an offer; returns false where the offer no longer exists. */
  function focusOffer(offerId) {
    if (!store.state.offers.has(offerId)) return false;
    render();
    banners.get(offerId).accept.focus();
    return true;
  }

  return { acceptFirst: () => answerFirst('accept'), declineFirst: () => answerFirst('decline'), focusOffer };
}

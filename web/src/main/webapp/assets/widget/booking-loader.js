// The calendar cards in the log. The module for booking is loaded with the first card, because most chats have none.

import { el } from './elements.js';
import { SERVER } from './server.js';
import { t } from './texts.js';

/** @param kit what the card may use; @returns functions for the log, which fill the row of a card */
export function createBookingLoader(kit) {
  let loading = null;
  let bookings = null;

  function load() {
    // Browsers remember a failed import by its address, so each new attempt adds a number to it.
    loading ??= import(new URL(`widget-booking.js${kit.attempt++ ? `?${kit.attempt}` : ''}`, SERVER).href)
      .then(module => { bookings = module.createBookings(kit); });
    return loading;
  }

  function fill(place, card) {
    load().then(() => {
      place.replaceChildren(bookings.card(card));
      kit.resized(place);
    }, () => {
      loading = null;
      place.replaceChildren(el('button', { class: 'quiet', type: 'button', click: () => fill(place, card) }, t('booking.open')));
    });
  }

  return {
    row(message) {
      const place = el('div', { class: 'booking-place' });
      fill(place, message.card);
      return { node: el('article', { class: 'row theirs card' }, el('p', { class: 'hidden' }, message.text), place), message };
    },
    changed: card => bookings?.changed(card.agentId),
    clear: () => bookings?.forget(),
  };
}

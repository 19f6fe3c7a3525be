// The state of calendar cards in the log. It is computed from the log's later lines, so it is up to date as soon as a line arrives.

import { el, setText } from './dom.js';
import { has, plural, t } from './texts.js';
import { number, span } from './time.js';

/** Returns the latest event of a meeting with the card's agent after the card was shared, or null. */
export function latest(messages, card, seq) {
  const events = messages.filter((one) => one.kind === 'SYSTEM' && one.card?.meeting && one.card.agentId === card.agentId && one.seq > seq);
  return events.at(-1)?.card.meeting ?? null;
}

/** Returns the text of a system message about a meeting in the reader's language and zone; null for other messages. */
export function said(message) {
  const { meeting, agentName } = message.card ?? {};
  const key = `meeting.${meeting?.event}`;
  return meeting && has(key) ? t(key, agentName, span(meeting.start, meeting.end)) : null;
}

export function buildCard(card) {
  return el('div', { class: 'booking-card' },
    el('p', { class: 'booking-title' }, t('booking.title', card.agentName)),
    el('p', { class: 'hint' }, plural('calendar.minutes', card.durationMinutes, number(card.durationMinutes))),
    el('p', { class: 'booking-state' }));
}

export function updateCard(node, meeting) {
  const state = node.querySelector('.booking-state');
  setText(state, meeting ? t(`booking.${meeting.event}`, span(meeting.start, meeting.end)) : t('booking.waiting'));
  state.dataset.state = meeting?.event ?? 'WAITING';
}

// Booking a meeting: what the chat loads when an agent shares a calendar, and not before.

import { createCalls } from './calls.js';
import { createCard } from './card.js';
import { createWords } from './words.js';

// Put in by the server, from booking.css.
const STYLES = __STYLES__;

/** @param kit what the chat lends: building blocks, who the visitor is, where the server is */
export function createBookings(kit) {
  const words = createWords(kit);
  const calls = createCalls(kit);
  const cards = new Map();
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(STYLES);
  kit.root.adoptedStyleSheets = [...kit.root.adoptedStyleSheets, sheet];
  return {
    card(card) {
      const made = createCard(kit, words, calls, card);
      cards.set(made, card.agentId);
      return made.node;
    },
    /** Something happened to a meeting with this agent: in another tab, by mail, or on their side. */
    changed: agentId => cards.forEach((id, card) => id === agentId && card.node.isConnected && card.changed()),
    forget: () => cards.clear(),
  };
}

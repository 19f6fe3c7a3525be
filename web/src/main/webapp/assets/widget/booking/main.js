// The module for booking meetings, which the chat loads when an agent shares a calendar.

import { createCalls } from './calls.js';
import { createCard } from './card.js';
import { createWords } from './words.js';

// Replaced by the server with booking.css.
const STYLES = __STYLES__;

/** @param kit what the chat provides: element helpers, the visitor, the server's address */
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
    /** Called when a meeting with this agent has changed: in another tab, by mail, or by the agent. */
    changed: agentId => cards.forEach((id, card) => id === agentId && card.node.isConnected && card.changed()),
    forget: () => cards.clear(),
  };
}

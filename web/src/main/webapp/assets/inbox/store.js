// The state of the page. Views listen to topics and are called once after a burst of changes.

import { createLog } from '../core/log.js';

export const newScope = () => ({ ids: new Set(), next: null, loaded: false, loading: false, failed: false });

export function createStore() {
  const listeners = [];
  const dirty = new Set();
  const state = {
    me: null,
    status: { state: 'connecting' },
    conversations: new Map(),
    logs: new Map(),
    offers: new Map(),
    pastOffers: new Set(),
    availability: null,
    typing: new Map(),
    transfers: new Map(),
    missed: 0,
    mentions: 0,
    watchers: new Map(),
    unsent: () => false,
    selected: null,
    missing: null,
    scope: 'ACTIVE',
    scopes: { ACTIVE: newScope(), ALL: newScope() },
  };

  function on(topics, listener) {
    listeners.push({ topics: new Set(topics.split(' ')), listener });
  }

  // No animation frame is used here, because a page in the background gets none and its title still has to change.
  function emit(...topics) {
    if (dirty.size === 0) queueMicrotask(flush);
    topics.forEach((topic) => dirty.add(topic));
  }

  function flush() {
    const topics = new Set(dirty);
    dirty.clear();
    for (const entry of listeners) {
      if ([...topics].some((topic) => entry.topics.has(topic))) entry.listener(topics);
    }
  }

  const isMine = (conversation) => !conversation?.agent || conversation.agent.id === state.me?.id;
  const selected = () => state.conversations.get(state.selected) ?? null;

  function logOf(id, place) {
    if (!state.logs.has(id)) state.logs.set(id, createLog(state.conversations.get(id)?.lastSeq ?? 0, place));
    return state.logs.get(id);
  }

  /** The answer to a list request may be older than a frame pushed meanwhile. */
  function merge(incoming) {
    const known = state.conversations.get(incoming.id);
    if (!known) {
      state.conversations.set(incoming.id, { ...incoming });
    } else {
      const { agentReadSeq = 0, visitorReadSeq = 0, lastSeq = 0 } = known;
      const ended = known.state === 'ENDED';
      // The chat was transferred after this answer was made. If it had come back to this agent, it would have more messages.
      if (known.lost && incoming.agent?.id === state.me?.id && incoming.lastSeq <= lastSeq) return;
      known.lost = false;
      if (incoming.lastSeq >= lastSeq && !(ended && incoming.state !== 'ENDED')) Object.assign(known, incoming);
      else if (incoming.state === 'ENDED') Object.assign(known, { state: 'ENDED', reason: incoming.reason, endedAt: incoming.endedAt });
      known.agentReadSeq = Math.max(agentReadSeq, incoming.agentReadSeq ?? 0);
      known.visitorReadSeq = Math.max(visitorReadSeq, incoming.visitorReadSeq ?? 0);
      if (known.agentReadSeq >= known.lastSeq) known.unread = 0;
    }
    emit('list');
    if (incoming.id === state.selected) emit('selected', 'log');
  }

  /** Another agent has the chat now. The part that was loaded stays readable here until the agent opens another conversation. */
  function lose(id, agent) {
    const conversation = state.conversations.get(id);
    if (!conversation) return;
    Object.assign(conversation, { agent, lost: true, unread: 0 });
    clearTimeout(state.typing.get(id));
    state.typing.delete(id);
    state.transfers.delete(id);
    emit('list', 'selected', 'log', 'transfers', 'typing');
  }

  // A lost chat stays in the list while it has unsent messages of this agent.
  const isListed = (one, scope) => one.id === state.selected
    || (one.lost ? state.unsent(one.id) : scope !== 'ACTIVE' || (one.state === 'ACTIVE' && isMine(one)));

  /** Adds a conversation to the lists at once, without waiting for the server's list. */
  function enlist(id) {
    const conversation = state.conversations.get(id);
    if (!conversation) return;
    if (conversation.state === 'ACTIVE') state.scopes.ACTIVE.ids.add(id);
    if (conversation.state === 'ENDED' || isMine(conversation)) state.scopes.ALL.ids.add(id);
    emit('list');
  }

  const newestFirst = (a, b) => listedAt(b).localeCompare(listedAt(a)) || b.id.localeCompare(a.id);

  /** In the list of active chats, a chat that ends while it is open stays until the agent leaves it. */
  function listed(scope = state.scope) {
    return [...state.scopes[scope].ids]
      .map((id) => state.conversations.get(id))
      .filter((one) => one && isListed(one, scope))
      .sort(newestFirst);
  }

  function unreadTotal() {
    let total = 0;
    for (const one of state.conversations.values()) if (one.state === 'ACTIVE' && isMine(one)) total += one.unread ?? 0;
    return total;
  }

  return { state, on, emit, merge, lose, enlist, listed, selected, isMine, logOf, unreadTotal };
}

/** When a conversation ended, since past ones are paged by it, else its newest activity. What is stored after the end moves nothing. */
export const listedAt = (one) => one.endedAt ?? one.lastActivityAt ?? one.requestedAt ?? '';

export function nameOf(visitor, unnamed) {
  return visitor?.name || visitor?.email || unnamed;
}

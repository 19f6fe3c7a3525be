// Changes the state by each frame of the server.

import { heard } from './idle.js';
import { absorb, acknowledge, isBehind } from '../core/log.js';
import { setServerNow } from './time.js';
import { nameOf } from './store.js';
import { has, t } from './texts.js';

const TYPING = 6_000;

export function createFrames(app) {
  const { store } = app;
  const { state } = store;

  const handlers = {
    welcome(frame) {
      setServerNow(frame.now);
      // Somebody else has signed in, in another window of this browser, and must not see this page.
      if (state.me && state.me.id !== frame.agent.id) return location.reload();
      state.me = frame.agent;
      state.availability = frame.availability ?? null;
      const known = state.offers;
      state.offers = new Map((frame.offers ?? []).map((offer) => [offer.offerId, { ...known.get(offer.offerId), ...offer, asked: false }]));
      welcomeConversations(frame.conversations ?? []);
      state.transfers = new Map((frame.transfers ?? []).map((one) => [one.conversationId, one]));
      state.missed = frame.missed?.count ?? 0;
      state.mentions = frame.mentions?.count ?? 0;
      state.watchers = new Map((frame.watches ?? []).map((one) => [one.conversationId, one.watchers]));
      store.emit('watchers', 'transfers', 'me', 'availability', 'offers', 'list', 'missed');
    },
    availability(frame) {
      state.availability = frame;
      store.emit('availability');
    },
    offer(frame) {
      // This frame repeats an offer, with the visitor's first message. It is sent by another thread than the offer's end, which may arrive
      // first.
      if (state.pastOffers.has(frame.offerId)) return;
      const known = state.offers.get(frame.offerId);
      state.offers.set(frame.offerId, { ...known, ...frame });
      store.emit('offers');
    },
    'offer.withdrawn'({ offerId, reason }) {
      state.pastOffers.add(offerId);
      const offer = state.offers.get(offerId);
      if (!offer) return;
      state.offers.delete(offerId);
      const who = nameOf(offer.visitor, t('visitor.unnamed'));
      const key = `offer.${offer.kind === 'TRANSFER' ? 'transfer.' : ''}${reason.toLowerCase()}`;
      if (has(key)) app.toast(t(key, who, offer.from?.name));
      store.emit('offers');
    },
    conversation({ type, clientId, ...conversation }) {
      const known = state.conversations.get(conversation.id);
      const isNew = !known || Boolean(known.lost);
      store.merge(conversation);
      store.enlist(conversation.id);
      if (app.accepted.delete(conversation.id)) app.select(conversation.id, { focus: true });
      else if (isNew && state.logs.has(conversation.id)) app.sync.catchUp(conversation.id);
      app.supervisionAnswered(clientId, conversation.id);
    },
    'chat.moved': moved,
    'watch.ended': (frame) => app.watchEnded(frame),
    watchers({ conversationId, watchers }) {
      state.watchers.set(conversationId, watchers);
      store.emit('watchers', 'list');
    },
    'message.ack': acknowledged,
    message: pushed,
    'note.ack': (frame) => app.privateNotes.acknowledged(frame),
    note: (frame) => app.privateNotes.pushed(frame),
    transfer: (frame) => app.transferHeard(frame),
    messages: (frame) => app.sync.answered(frame),
    typing({ conversationId, on }) {
      clearTimeout(state.typing.get(conversationId));
      state.typing.delete(conversationId);
      if (on) state.typing.set(conversationId, setTimeout(() => handlers.typing({ conversationId, on: false }), TYPING));
      store.emit('typing');
    },
    read: readUpTo,
    'chat.ended'({ conversationId, reason, at }) {
      const conversation = state.conversations.get(conversationId);
      const isOwnAct = app.ends.delete(conversationId);
      state.transfers.delete(conversationId);
      if (conversation) Object.assign(conversation, { state: 'ENDED', reason, endedAt: at, lastActivityAt: at ?? conversation.lastActivityAt });
      store.enlist(conversationId);
      app.sync.catchUp(conversationId);
      handlers.typing({ conversationId, on: false });
      store.emit('list', 'selected', 'log');
      if (conversation) app.chatEnded(conversation, isOwnAct);
    },
    'wrap-up': (frame) => app.wrapUpHeard(frame),
    'chat.idle'(frame) {
      const conversation = state.conversations.get(frame.conversationId);
      if (conversation) conversation.idle = heard(frame);
      store.emit('list', 'selected');
    },
    visitor({ conversationId, visitor }) {
      for (const one of state.conversations.values()) {
        if (one.id === conversationId || one.visitor?.id === visitor.id) one.visitor = visitor;
      }
      store.emit('list', 'selected', 'log');
    },
    missed({ count }) {
      state.missed = count;
      store.emit('missed');
    },
    mentions({ count, latest }) {
      state.mentions = count;
      store.emit('missed');
      if (latest) app.mentioned(latest);
    },
    error: failed,
  };

  // A lead or a sales admin took the chat from this agent, or gave it to them. What was typed stays as a draft.
  function moved({ conversationId, by, agent }) {
    const conversation = state.conversations.get(conversationId);
    const who = nameOf(conversation?.visitor, t('visitor.unnamed'));
    if (agent.id === state.me?.id) return app.toast(t('watch.given', by.name, who));
    if (!conversation || !store.isMine(conversation)) return;
    app.toast(t(by.id === agent.id ? 'watch.taken' : 'watch.moved', by.name, who, agent.name));
    store.lose(conversationId, agent);
    app.sync.catchUp(conversationId);
  }

  // Active chats that the welcome does not name have ended meanwhile; their data is fetched.
  function welcomeConversations(conversations) {
    const told = new Set(conversations.map((one) => one.id));
    for (const known of state.conversations.values()) {
      if (known.state === 'ACTIVE' && store.isMine(known) && !told.has(known.id)) app.afterWelcome.add(known.id);
    }
    for (const conversation of conversations) {
      store.merge(conversation);
      store.enlist(conversation.id);
      const log = state.logs.get(conversation.id);
      if (log && log.last < conversation.lastSeq) app.afterWelcome.add(conversation.id);
    }
  }

  function acknowledged({ clientId, conversationId, seq, at }) {
    const entry = app.outbox.settle(clientId);
    const log = state.logs.get(conversationId);
    const message = entry && {
      seq, at, clientId, kind: entry.card ? 'BOOKING' : 'TEXT', text: entry.text, card: entry.card,
      author: { kind: 'AGENT', name: state.me.name, id: state.me.id },
    };
    if (message) touch(conversationId, message);
    if (!log || seq < log.first) return;
    if (message) acknowledge(log, message);
    log.wanted = Math.max(log.wanted, seq);
    if (isBehind(log)) app.sync.catchUp(conversationId);
    store.emit('log');
  }

  function pushed(frame) {
    const { conversationId, ...message } = frame;
    const conversation = state.conversations.get(conversationId);
    const gap = !conversation || message.seq > conversation.lastSeq + 1;
    const fresh = conversation && message.seq > conversation.lastSeq;
    const log = state.logs.get(conversationId);
    if (log) app.arrived(conversationId, absorb(log, [message]));
    if (fresh && message.author.kind === 'VISITOR' && store.isMine(conversation)) {
      conversation.unread = (conversation.unread ?? 0) + 1;
      app.visitorWrote(conversation, message);
    }
    if (conversation) touch(conversationId, message);
    if (message.author.kind === 'VISITOR') handlers.typing({ conversationId, on: false });
    if (message.clientId) app.outbox.settle(message.clientId);
    if (log ? isBehind(log) : gap) app.sync.catchUp(conversationId);
    store.emit('list', 'log');
  }

  function touch(conversationId, { seq, author, text, at, kind }) {
    const conversation = state.conversations.get(conversationId);
    if (!conversation || seq <= conversation.lastSeq) return;
    conversation.lastSeq = seq;
    if (kind !== 'SYSTEM') conversation.preview = { text, author: author.kind, agentId: author.id ?? null, at };
    conversation.lastActivityAt = at;
    store.enlist(conversationId);
  }

  function readUpTo({ conversationId, seq, by }) {
    const conversation = state.conversations.get(conversationId);
    if (!conversation) return;
    const side = by === 'AGENT' ? 'agentReadSeq' : 'visitorReadSeq';
    conversation[side] = Math.max(conversation[side] ?? 0, seq);
    if (by === 'AGENT') app.recount(conversation);
    store.emit('list', 'log');
  }

  function failed(frame) {
    if (frame.offerId) return offerFailed(frame);
    if (frame.clientId && app.outbox.has(frame.clientId)) return app.outbox.refused(frame.clientId, frame.code);
    if (app.transferFailed(frame) || app.supervisionFailed(frame) || app.wrapUpFailed(frame)) return;
    const end = [...app.ends].find(([, clientId]) => clientId === frame.clientId);
    if (end) return app.endFailed(end[0], frame.code);
    app.sync.refused(frame);
  }

  function offerFailed({ offerId, code }) {
    const offer = state.offers.get(offerId);
    if (!offer) return;
    if (code === 'OFFER_GONE' || code === 'NOT_FOUND') state.offers.delete(offerId);
    else offer.asked = false;
    app.toast(t(state.offers.has(offerId) ? 'offer.failed' : 'offer.gone'));
    store.emit('offers');
  }

  return (frame) => handlers[frame.type]?.(frame);
}

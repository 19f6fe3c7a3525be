// Sends read marks: a message counts as seen when its conversation is open, the page visible and the newest message in view.

export function createReading(app) {
  const { store } = app;
  const sent = new Map();

  function recount(conversation) {
    const read = conversation.agentReadSeq ?? 0;
    const log = store.state.logs.get(conversation.id);
    if (read >= conversation.lastSeq) conversation.unread = 0;
    else if (log?.ready && read >= log.first - 1) {
      conversation.unread = log.messages.slice(read - log.first + 1).filter((one) => one.author.kind === 'VISITOR').length;
    }
  }

  function look() {
    const conversation = store.selected();
    const log = conversation && store.state.logs.get(conversation.id);
    if (!log?.ready || document.visibilityState !== 'visible' || !app.newestInView() || !store.isMine(conversation)) return;
    const seen = Math.max(sent.get(conversation.id) ?? 0, conversation.unread ? 0 : conversation.agentReadSeq ?? 0);
    if (log.last <= seen || !app.send({ type: 'read', conversationId: conversation.id, seq: log.last })) return;
    sent.set(conversation.id, log.last);
    conversation.agentReadSeq = Math.max(conversation.agentReadSeq ?? 0, log.last);
    recount(conversation);
    store.emit('list');
  }

  document.addEventListener('visibilitychange', look);
  return { look, recount, reset: () => sent.clear() };
}

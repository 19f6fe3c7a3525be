// Private notes that agents write for each other. They are numbered apart from the messages and kept without gaps.

export function createPrivateNotes(app) {
  const { store } = app;
  const known = new Map();

  function notesOf(id) {
    if (!known.has(id)) known.set(id, { last: 0, wanted: 0, items: [] });
    return known.get(id);
  }

  /** Adds the notes that continue the known ones; returns whether some are still missing. */
  function take(id, notes = [], lastNote = 0) {
    const mine = notesOf(id);
    mine.wanted = Math.max(mine.wanted, lastNote);
    for (const note of [...notes].sort((a, b) => a.number - b.number)) {
      mine.wanted = Math.max(mine.wanted, note.number);
      if (note.number !== mine.last + 1) continue;
      mine.items.push(note);
      mine.last = note.number;
      if (note.clientId) app.outbox.settle(note.clientId);
    }
    store.emit('log');
    return mine.last < mine.wanted;
  }

  // Where notes of others are missing before it, an acknowledged note stays in the outbox until all are loaded.
  function acknowledged({ clientId, conversationId, ...stored }) {
    const entry = app.outbox.of(conversationId).find((one) => one.clientId === clientId);
    const { id, name } = store.state.me;
    const own = entry ? [{ ...stored, author: { id, name }, text: entry.text, clientId }] : [];
    if (stored.number <= notesOf(conversationId).last) app.outbox.settle(clientId);
    else if (take(conversationId, own, stored.number)) app.sync.catchUp(conversationId);
  }

  // The notes of a conversation that was never open here are loaded when it is opened.
  function pushed({ type, conversationId, ...note }) {
    if (known.has(conversationId) && take(conversationId, [note])) app.sync.catchUp(conversationId);
  }

  /** Merges the notes into stored messages, each after the message that was the last one when it was written. */
  function among(id, { from, to }, messages, rowOf) {
    const waiting = (known.get(id)?.items ?? []).filter((note) => note.afterSeq >= from - 1 && note.afterSeq <= to);
    if (waiting.length === 0) return messages;
    const rows = [];
    let next = 0;
    const upTo = (seq) => {
      while (next < waiting.length && waiting[next].afterSeq <= seq) rows.push(rowOf(waiting[next++]));
    };
    upTo(from - 1);
    messages.forEach((message, index) => {
      rows.push(message);
      upTo(from + index);
    });
    upTo(Infinity);
    return rows;
  }

  /** The message after which a note stands; undefined while it is not loaded. */
  const placeOf = (id, number) => known.get(id)?.items.find((note) => note.number === number)?.afterSeq;

  return { take, acknowledged, pushed, among, placeOf, last: (id) => known.get(id)?.last ?? 0 };
}

// The summary at the bottom of the right pane. It is rendered again during the chat, and each line leads to the message that it comes from.

import { byId } from './dom.js';

export function createSummary(app, details) {
  function clicked({ target }) {
    const line = target.closest('[data-seq]');
    const topic = target.closest('[data-topic]');
    if (topic) app.searchTopic(topic.dataset.topic);
    if (!line) return;
    app.closeDrawer();
    app.showMessage(Number(line.dataset.seq));
  }

  // The final summary is made soon after the chat's end. After a lost connection, updates may have been missed.
  function heard({ type, conversationId }) {
    if (type === 'welcome' || ((type === 'summary' || type === 'chat.ended') && details.isOpen(conversationId))) details.changed('summary-lines');
  }

  byId('summary-lines').addEventListener('click', clicked);

  return { heard };
}

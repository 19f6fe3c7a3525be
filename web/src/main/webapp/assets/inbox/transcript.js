// Shows the transcript of a past chat in a dialog.

import { SignedOut } from './api.js';
import { createDialog } from './dialog.js';
import { byId, setText } from './dom.js';
import { t } from './texts.js';

export function createTranscript(app) {
  const dialog = createDialog('transcript-dialog', 'transcript-text', () => { shown = null; });
  const note = byId('transcript-note');
  const text = byId('transcript-text');
  const summary = byId('transcript-summary');
  const retry = byId('transcript-retry');
  let shown = null;

  function show(id) {
    shown = id;
    byId('transcript-link').href = app.api.transcript(id);
    byId('transcript-open').hidden = id === app.store.state.selected;
    text.textContent = '';
    summary.hidden = true;
    if (!dialog.open) dialog.show();
    load();
  }

  async function load() {
    const id = shown;
    retry.hidden = true;
    setText(note, t('transcript.loading'));
    try {
      const words = await app.api.transcriptText(id);
      if (id !== shown) return;
      setText(note, '');
      tellSummary(id);
      text.textContent = words;
      text.scrollTop = 0;
      text.focus();
    } catch (problem) {
      if (problem instanceof SignedOut) return app.signedOut();
      if (id !== shown) return;
      setText(note, t('transcript.failed'));
      retry.hidden = false;
    }
  }

  /** The summary is added when it arrives; the dialog does not wait for it. */
  async function tellSummary(id) {
    const found = await app.api.summary(id).catch(() => null);
    if (id !== shown || !found?.text) return;
    setText(summary, found.text);
    summary.hidden = false;
  }

  function open() {
    const id = shown;
    dialog.close();
    app.select(id);
  }

  byId('transcript-close').addEventListener('click', () => dialog.close());
  byId('transcript-open').addEventListener('click', open);
  retry.addEventListener('click', load);

  return { show };
}

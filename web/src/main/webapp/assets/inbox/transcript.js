// Shows the transcript of a past chat in a dialog.

import { SignedOut } from './api.js';
import { createDialog } from './dialog.js';
import { byId, setText } from './dom.js';
import { morph } from './morph.js';
import { t } from './texts.js';

export function createTranscript(app) {
  const dialog = createDialog('transcript-dialog', 'transcript-text', () => { shown = null; });
  const note = byId('transcript-note');
  const part = byId('transcript-body');
  const retry = byId('transcript-retry');
  const empty = part.cloneNode(true);
  let shown = null;

  function show(id) {
    shown = id;
    byId('transcript-link').href = app.api.transcript(id);
    byId('transcript-open').hidden = id === app.store.state.selected;
    morph(part, empty.cloneNode(true));
    if (!dialog.open) dialog.show();
    load();
  }

  async function load() {
    const id = shown;
    retry.hidden = true;
    setText(note, t('transcript.loading'));
    try {
      const fresh = (await app.parts(['transcript-body'], { t: id })).get('transcript-body');
      if (id !== shown) return;
      if (fresh.dataset.conversation !== id) throw new Error(id);
      setText(note, '');
      morph(part, fresh);
      byId('transcript-text').scrollTop = 0;
      byId('transcript-text').focus();
    } catch (problem) {
      if (problem instanceof SignedOut) return app.signedOut();
      if (id !== shown) return;
      setText(note, t('transcript.failed'));
      retry.hidden = false;
    }
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

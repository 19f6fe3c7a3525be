// The message box: drafts, sending, and the typing indicator for the visitor. It also takes private notes, for which it looks different and
// sends no indicator.

import { byId, setAttribute, setText } from './dom.js';
import { t } from './texts.js';

const TYPING_EVERY = 3_000;
const TYPING_ENDS = 4_000;

export function createComposer(app) {
  const { store } = app;
  const form = byId('composer');
  const box = byId('message');
  const button = byId('send');
  const modes = [...form.querySelectorAll('input[name=mode]')];
  const opener = byId('note-open');
  const enterSends = form.dataset.enterSends !== 'false';
  // The chosen mode of each conversation, 'message' or 'note'.
  const chosen = new Map();
  // Conversations in which no message can be written and the box is open for a note.
  const wanted = new Set();
  let shown = null;
  let mode = 'message';
  let typedAt = 0;
  let stopTyping = 0;

  // The form keeps its height while the text is measured. Otherwise the log above would change its height and lose its scroll position.
  function grow() {
    form.style.minHeight = `${form.offsetHeight}px`;
    box.style.height = 'auto';
    box.style.height = `${box.scrollHeight + box.offsetHeight - box.clientHeight}px`;
    form.style.minHeight = '';
    button.disabled = box.value.trim() === '';
  }

  const draftsOf = (which) => (which === 'note' ? app.noteDrafts : app.drafts);
  const isNote = () => mode === 'note';
  const may = (which) => (which === 'note' ? app.mayNote() : app.mayWrite());
  const isWanted = () => may(mode) && (!isNote() || app.mayWrite() || app.isWatching() || wanted.has(shown) || app.noteDrafts.get(shown) !== '');

  // After a reload the box is in note mode where the only draft is a note.
  function modeOf(id) {
    // To somebody else's chat only notes can be added.
    if (app.isWatching()) return 'note';
    if (!chosen.has(id)) chosen.set(id, app.noteDrafts.get(id) && !app.drafts.get(id) ? 'note' : 'message');
    return chosen.get(id);
  }

  function show() {
    if (!app.drafts) return;
    const id = store.state.selected;
    const next = id ? modeOf(id) : 'message';
    if (id !== shown || next !== mode) {
      typingEnds();
      shown = id;
      mode = next;
      box.value = id ? draftsOf(mode).get(id) : '';
      dress();
    }
    form.hidden = !isWanted();
    setAttribute(opener, 'aria-expanded', String(isNote() && !form.hidden));
    for (const radio of modes) radio.disabled = !may(radio.value);
    if (!form.hidden) grow();
    showLeftover();
  }

  // Text, colour and shape all differ between notes and messages, so that they cannot be confused.
  function dress() {
    form.classList.toggle('is-note', isNote());
    for (const radio of modes) radio.checked = radio.value === mode;
    setAttribute(box, 'aria-label', t(`composer.${mode}.label`));
    setAttribute(box, 'placeholder', t(`composer.${mode}.placeholder`));
    setText(byId('composer-hint'), t(`composer.${mode}.hint${isNote() || enterSends ? '' : '.ctrl'}`));
    setText(button, t(`composer.${mode}.send`));
  }

  function choose(which) {
    if (!shown || !may(which)) return;
    chosen.set(shown, which);
    show();
  }

  // Shows the unsent draft of a chat that has ended, so that it is not lost.
  function showLeftover() {
    const text = shown && !app.mayWrite() ? app.drafts.get(shown) : '';
    byId('leftover').hidden = !text.trim();
    setText(byId('leftover-text'), text);
  }

  function changed() {
    draftsOf(mode).set(shown, box.value);
    grow();
    if (isNote()) return;
    if (box.value === '') return typingEnds();
    clearTimeout(stopTyping);
    stopTyping = setTimeout(typingEnds, TYPING_ENDS);
    if (Date.now() - typedAt < TYPING_EVERY) return;
    typedAt = Date.now();
    app.send({ type: 'typing', conversationId: shown, on: true });
  }

  function typingEnds() {
    clearTimeout(stopTyping);
    if (typedAt && shown) app.send({ type: 'typing', conversationId: shown, on: false });
    typedAt = 0;
  }

  function submit() {
    const text = box.value;
    if (text.trim() === '' || !may(mode)) return;
    // Added to the outbox before the draft is cleared, so that the text is always in one of them.
    app.outbox.add(shown, text, { note: isNote() });
    write('');
    typingEnds();
    app.goToNewest();
  }

  function write(text) {
    box.value = text;
    draftsOf(mode).set(shown, text);
    grow();
  }

  function edit(clientId) {
    const entry = app.outbox.of(shown).find((one) => one.clientId === clientId);
    if (!entry) return;
    choose(entry.note ? 'note' : 'message');
    write(box.value.trim() ? `${box.value}\n${entry.text}` : entry.text);
    app.outbox.settle(clientId);
    box.focus();
  }

  // Another window has changed the draft. The text in this window stays while the agent is typing here.
  function draftChanged(which, id, text) {
    store.emit('list');
    if (id !== shown || which !== mode || (document.hasFocus() && document.activeElement === box)) return;
    box.value = text;
    grow();
    showLeftover();
  }

  // While a syllable is being composed, Enter belongs to the input method. What sends is the person's choice; Ctrl+Enter always does.
  function pressed(event) {
    if (event.key !== 'Enter' || event.shiftKey || event.altKey || event.isComposing || event.keyCode === 229) return;
    if (!enterSends && !event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    submit();
  }

  box.addEventListener('input', changed);
  box.addEventListener('keydown', pressed);
  box.addEventListener('blur', typingEnds);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    submit();
    box.focus();
  });
  byId('leftover-copy').addEventListener('click', () => navigator.clipboard?.writeText(app.drafts.get(shown)));
  byId('leftover-discard').addEventListener('click', () => {
    app.drafts.set(shown, '');
    showLeftover();
  });
  for (const radio of modes) radio.addEventListener('change', () => choose(radio.value));
  opener.addEventListener('click', () => {
    if (form.hidden) return writeNote();
    wanted.delete(shown);
    chosen.set(shown, 'message');
    show();
  });
  store.on('selected me', show);

  function writeNote() {
    if (!app.mayWrite()) wanted.add(shown);
    choose('note');
    if (!form.hidden) box.focus();
  }

  function writeMessage() {
    choose('message');
    if (!form.hidden) box.focus();
  }

  return {
    edit, focus: writeMessage, writeNote,
    draftChanged: (id, text) => draftChanged('message', id, text),
    noteDraftChanged: (id, text) => draftChanged('note', id, text),
  };
}

// The message box: drafts, sending, and telling the visitor that somebody types.

import { byId, setText } from './dom.js';

const TYPING_EVERY = 3_000;
const TYPING_ENDS = 4_000;

export function createComposer(app) {
  const { store } = app;
  const form = byId('composer');
  const box = byId('message');
  const button = byId('send');
  let shown = null;
  let typedAt = 0;
  let stopTyping = 0;

  // Measured within a form that keeps its height meanwhile: else the log above would grow and shrink, and lose its end.
  function grow() {
    form.style.minHeight = `${form.offsetHeight}px`;
    box.style.height = 'auto';
    box.style.height = `${box.scrollHeight + box.offsetHeight - box.clientHeight}px`;
    form.style.minHeight = '';
    button.disabled = box.value.trim() === '';
  }

  function show() {
    if (!app.drafts) return;
    const id = store.state.selected;
    if (id !== shown) {
      typingEnds();
      shown = id;
      box.value = id ? app.drafts.get(id) : '';
    }
    form.hidden = !app.mayWrite();
    if (!form.hidden) grow();
    showLeftover();
  }

  // A draft of a chat that ended under the agent's hands is shown, not lost.
  function showLeftover() {
    const text = shown && !app.mayWrite() ? app.drafts.get(shown) : '';
    byId('leftover').hidden = !text.trim();
    setText(byId('leftover-text'), text);
  }

  function changed() {
    app.drafts.set(shown, box.value);
    grow();
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
    if (text.trim() === '' || !app.mayWrite()) return;
    // Into the outbox first: at no moment is it in neither place.
    app.outbox.add(shown, text);
    write('');
    typingEnds();
    app.goToNewest();
  }

  function write(text) {
    box.value = text;
    app.drafts.set(shown, text);
    grow();
  }

  function edit(clientId) {
    const entry = app.outbox.of(shown).find((one) => one.clientId === clientId);
    if (!entry) return;
    write(box.value.trim() ? `${box.value}\n${entry.text}` : entry.text);
    app.outbox.settle(clientId);
    box.focus();
  }

  // Not under the hands of who types here: then this window has the last word.
  function draftChanged(id, text) {
    store.emit('list');
    if (id !== shown || (document.hasFocus() && document.activeElement === box)) return;
    box.value = text;
    grow();
    showLeftover();
  }

  // While a syllable is being composed, Enter belongs to the input method.
  function pressed(event) {
    if (event.key !== 'Enter' || event.shiftKey || event.altKey || event.isComposing || event.keyCode === 229) return;
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
    write('');
    showLeftover();
  });
  store.on('selected me', show);

  return { edit, draftChanged, focus: () => !form.hidden && box.focus() };
}
